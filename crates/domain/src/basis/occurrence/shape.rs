//! What an occurrence looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::basis::obligation::Activity;
use crate::contact::talks::PostponeReason;
use crate::{AgreementId, CounterpartId, LetterId, ObligationId, RecordId, SideId, Words};

/// One dated duty as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct OccurrenceState {
    /// The obligation from which it follows.
    pub obligation: ObligationId,
    /// The text from which that follows.
    pub agreement: AgreementId,
    /// The version of the text that rules on the first day of the period, and by which the duty is judged.
    pub version: u32,
    /// What kind of activity is owed.
    pub activity: Activity,
    /// What it is called.
    pub name: Words,
    /// With whom.
    pub counterpart: CounterpartId,
    /// The period covered; the day held may lie outside it.
    pub period: String,
    /// The first day of the period.
    pub period_from: Date,
    /// The first day after the period.
    pub period_until: Date,
    /// The last day on which it is met in time; an agreed postponement moves it.
    pub due_on: Date,
    /// The side that hosts, whose turn it is to invite; none where either may.
    pub host: Option<SideId>,
    /// Further records that were held for it after it was settled.
    pub also: Vec<RecordId>,
    /// What became of it.
    pub stage: OccurrenceStage,
}

/// What became of a duty. Absence is data: each way of not holding it has a name and a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum OccurrenceStage {
    /// It is owed.
    Scheduled,
    /// Met in time.
    Met {
        /// The day held.
        held_on: Date,
        /// The record that met it.
        by: RecordId,
    },
    /// Met after its last day.
    MetLate {
        /// The day held.
        held_on: Date,
        /// The record that met it.
        by: RecordId,
    },
    /// Both sides agreed to a later day; it is still owed.
    Postponed {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The letter in which it was agreed.
        agreed_by_letter: Option<LetterId>,
    },
    /// Both sides agreed to leave it out.
    Waived {
        /// Where and by whom that was agreed.
        agreed: String,
    },
    /// A letter or a call took its place.
    Replaced {
        /// The letter or call.
        by: RecordId,
        /// Why.
        reason: String,
    },
    /// Not held, and neither postponed nor waived.
    Missed {
        /// Why.
        reason: String,
    },
    /// No longer owed; it counts nowhere.
    Lapsed {
        /// Why.
        reason: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum OccurrenceCommand {
    /// Open it for one period; the obligation does so.
    Schedule {
        /// The obligation.
        obligation: ObligationId,
        /// The text.
        agreement: AgreementId,
        /// The version of the text.
        version: u32,
        /// What kind of activity is owed.
        activity: Activity,
        /// What it is called.
        name: Words,
        /// With whom.
        counterpart: CounterpartId,
        /// The period covered.
        period: String,
        /// Its first day.
        period_from: Date,
        /// The first day after it.
        period_until: Date,
        /// The last day on which it is met in time.
        due_on: Date,
        /// The side that hosts.
        host: Option<SideId>,
    },
    /// Note the record that met it.
    Meet {
        /// The day held.
        held_on: Date,
        /// The record.
        by: RecordId,
    },
    /// Record that both sides agreed to a later day.
    Postpone {
        /// Which side asked.
        asked_by: SideId,
        /// The new last day.
        due_on: Date,
        /// The letter in which it was agreed.
        agreed_by_letter: Option<LetterId>,
        /// Why.
        reason: PostponeReason,
    },
    /// Record that both sides agreed to leave it out.
    Waive {
        /// Where and by whom that was agreed.
        #[schemars(length(min = 1, max = 500))]
        agreed: String,
    },
    /// Record that a letter or a call took its place.
    Replace {
        /// The letter or call.
        by: RecordId,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Record that it was not held.
    Miss {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Record that it is no longer owed.
    Lapse {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum OccurrenceFact {
    /// It was opened for one period.
    Scheduled {
        /// The obligation.
        obligation: ObligationId,
        /// The text.
        agreement: AgreementId,
        /// The version of the text.
        version: u32,
        /// What kind of activity is owed.
        activity: Activity,
        /// What it is called.
        name: Words,
        /// With whom.
        counterpart: CounterpartId,
        /// The period covered.
        period: String,
        /// Its first day.
        period_from: Date,
        /// The first day after it.
        period_until: Date,
        /// The last day on which it is met in time.
        due_on: Date,
        /// The side that hosts.
        host: Option<SideId>,
    },
    /// It was met in time.
    Met {
        /// The day held.
        held_on: Date,
        /// The record.
        by: RecordId,
    },
    /// It was met after its last day.
    MetLate {
        /// The day held.
        held_on: Date,
        /// The record.
        by: RecordId,
    },
    /// A further record was held for it after it was settled.
    HeldAgain {
        /// The day held.
        held_on: Date,
        /// The record.
        by: RecordId,
    },
    /// Both sides agreed to a later day.
    Postponed {
        /// Which side asked.
        asked_by: SideId,
        /// The new last day.
        due_on: Date,
        /// The letter in which it was agreed.
        agreed_by_letter: Option<LetterId>,
        /// Why.
        reason: PostponeReason,
    },
    /// Both sides agreed to leave it out.
    Waived {
        /// Where and by whom that was agreed.
        agreed: String,
    },
    /// A letter or a call took its place.
    Replaced {
        /// The letter or call.
        by: RecordId,
        /// Why.
        reason: String,
    },
    /// It was not held.
    Missed {
        /// Why.
        reason: String,
    },
    /// It is no longer owed.
    Lapsed {
        /// Why.
        reason: String,
    },
}

/// Why an act on an occurrence is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum OccurrenceRefusal {
    /// The occurrence is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The obligation has an occurrence for this period.
    AlreadyScheduled {
        /// The period.
        period: String,
    },
    /// The day held lies in the future.
    InTheFuture,
    /// An agreed postponement names a later day.
    NotLater {
        /// The last day so far.
        due_on: Date,
    },
    /// There is no such letter.
    NoLetter,
    /// Only a letter or a call takes its place, and there is none with this identity.
    NoReplacement,
    /// It cannot be missed while there is still time.
    NotYetDue {
        /// The last day.
        due_on: Date,
    },
}
