//! What an obligation looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reporting::period::Every;
use crate::{AgreementId, CounterpartId, OccurrenceId, SideId, UnitId, Words};

/// An obligation as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ObligationState {
    /// The text from which it follows.
    pub agreement: AgreementId,
    /// What it is called.
    pub name: Words,
    /// What the text says.
    pub clause: String,
    /// The own unit that owes it.
    pub unit: UnitId,
    /// With whom.
    pub counterpart: CounterpartId,
    /// What kind of activity is owed.
    pub activity: Activity,
    /// How often.
    pub every: Every,
    /// Which side hosts.
    pub hosts: Hosts,
    /// The host of the first period, where the sides host in turn.
    pub first_host: Option<SideId>,
    /// The day from which periods are owed.
    pub from: Date,
    /// Days after the end of a period in which it is still met in time.
    pub grace_days: u16,
    /// The index of the last scheduled period, counted from 0 for the first since [`Self::from`]. Never falls.
    pub last_period: Option<u32>,
    /// Whether it still holds.
    pub stage: ObligationStage,
}

/// What kind of activity is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "activity"))]
pub enum Activity {
    /// Talks.
    Talks,
    /// A meeting.
    Meeting,
    /// A bilateral patrol.
    BilateralPatrol,
    /// A joint law-enforcement patrol.
    LawEnforcementPatrol,
    /// A letter.
    Letter,
    /// A visit.
    Visit,
    /// Outreach.
    Outreach,
    /// Training.
    Training,
}

/// Which side hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "hosts"))]
pub enum Hosts {
    /// The sides in turn.
    Alternate,
    /// Always the own side.
    Own,
    /// Always the other side.
    Other,
    /// Either side.
    Any,
}

/// Whether an obligation still holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum ObligationStage {
    /// Its periods are scheduled.
    Active,
    /// No period that begins on or after that day is owed.
    Ended {
        /// The day.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// One period for which an occurrence is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScheduledPeriod {
    /// Its index, counted from 0 for the first period owed.
    pub index: u32,
    /// Its label.
    pub period: String,
    /// The version of the agreement that rules on its first day.
    pub version: u32,
    /// The occurrence opened for it.
    pub occurrence: OccurrenceId,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ObligationCommand {
    /// Register an obligation.
    Register {
        /// The text from which it follows.
        agreement: AgreementId,
        /// What it is called.
        name: Words,
        /// What the text says.
        #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
        clause: String,
        /// The own unit that owes it.
        unit: UnitId,
        /// With whom.
        counterpart: CounterpartId,
        /// What kind of activity is owed.
        activity: Activity,
        /// How often.
        every: Every,
        /// Which side hosts.
        hosts: Hosts,
        /// The host of the first period, where the sides host in turn.
        first_host: Option<SideId>,
        /// The day from which periods are owed.
        from: Date,
        /// Days after the end of a period in which it is still met in time.
        grace_days: u16,
    },
    /// Open an occurrence for every period that begins before a day and has none yet.
    Schedule {
        /// Leave out every period that is over before this day; none leaves out nothing.
        from: Option<Date>,
        /// The day before which the periods begin.
        until: Date,
    },
    /// End it; occurrences still open for periods from that day on lapse.
    End {
        /// The day.
        on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum ObligationFact {
    /// The obligation was registered.
    Registered {
        /// The text from which it follows.
        agreement: AgreementId,
        /// What it is called.
        name: Words,
        /// What the text says.
        clause: String,
        /// The own unit that owes it.
        unit: UnitId,
        /// With whom.
        counterpart: CounterpartId,
        /// What kind of activity is owed.
        activity: Activity,
        /// How often.
        every: Every,
        /// Which side hosts.
        hosts: Hosts,
        /// The host of the first period.
        first_host: Option<SideId>,
        /// The day from which periods are owed.
        from: Date,
        /// Days of grace.
        grace_days: u16,
    },
    /// Occurrences were opened for these periods.
    Scheduled {
        /// The periods, in order.
        periods: Vec<ScheduledPeriod>,
    },
    /// It was ended.
    Ended {
        /// The day.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// Why an act on an obligation is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum ObligationRefusal {
    /// The obligation is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The name is blank in every language.
    NoName,
    /// There is no such agreement.
    NoAgreement,
    /// There is no such unit.
    NoUnit {
        /// The identity that was given.
        unit: String,
    },
    /// There is no such counterpart relation, or it has ended.
    NoCounterpart,
    /// The relation is that of another unit.
    CounterpartOfOtherUnit {
        /// The own unit of the relation.
        unit: UnitId,
    },
    /// Hosting in turn needs the side that hosts first.
    NoFirstHost,
    /// The first host is neither the own nor the other side.
    HostNotInvolved {
        /// The side that was given.
        host: SideId,
    },
    /// Every period that begins before the day has its occurrence.
    NothingNew {
        /// The day.
        until: Date,
    },
    /// No version of the agreement is in force on the first day of any of these periods.
    NotInForce {
        /// The first day of the first of them.
        from: Date,
    },
}
