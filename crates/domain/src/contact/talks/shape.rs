//! What talks look like: their state, the commands on them, what can happen, and why an act may be refused.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CounterpartId, MatterId, OccurrenceId, RecordId, SideId};

/// Talks as they stand.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TalksState {
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// The host side.
    pub host: SideId,
    /// Where.
    pub place: String,
    /// When: the instant last proposed or agreed.
    pub planned_at: Timestamp,
    /// The day of that instant in the zone of the own side.
    pub planned_on: Date,
    /// The occurrence of an obligation that these talks are to meet.
    pub occurrence: Option<OccurrenceId>,
    /// The period covered, which may differ from the day held.
    pub period: Option<String>,
    /// What is to be talked about; what was left open before comes first.
    pub agenda: Vec<AgendaItem>,
    /// The delegations, once named.
    pub delegations: Option<Delegations>,
    /// How far the talks have come.
    pub stage: Stage,
}

/// How far talks have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum Stage {
    /// One side proposed a date, or another date; the other side is to answer.
    Proposed {
        /// Who proposed last.
        by: SideId,
        /// Who is to answer.
        to: SideId,
        /// The day the proposal was given.
        on: Date,
    },
    /// Date and place are agreed.
    Agreed {
        /// The day of the answer that agreed.
        on: Date,
    },
    /// The talks took place.
    Held {
        /// The day.
        on: Date,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
    },
    /// Both heads of delegation signed the minutes.
    Signed {
        /// The day of the talks.
        held_on: Date,
        /// The day of the signatures.
        on: Date,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
    },
    /// Put off, with or without a new date.
    Postponed {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new day, where one is named.
        new_date: Option<Date>,
    },
    /// The side asked said no.
    Declined {
        /// Who declined.
        by: SideId,
    },
    /// Given up before they were held.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// One item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AgendaItem {
    /// What it is about, in words.
    pub title: String,
    /// The subject matter, which decides who may agree to it.
    pub matter: MatterId,
    /// The open task or referral that this item takes up again.
    pub follows: Option<RecordId>,
    /// What came of it.
    pub result: Option<ItemResult>,
    /// In which words.
    pub remark: Option<String>,
}

/// An item as it is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposedItem {
    /// What it is about, in words.
    #[schemars(length(min = 1, max = 300))]
    pub title: String,
    /// The subject matter.
    pub matter: MatterId,
}

/// What came of an agenda item (domain C.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "item-result"))]
pub enum ItemResult {
    /// Both sides agreed.
    Agreed,
    /// Taken note of.
    Noted,
    /// New or beyond the unit's authority: noted and referred upward (Decree 89/2009 Article 8).
    BeyondAuthority,
    /// One side reserved its opinion.
    Reserved,
    /// Not reached, or without result.
    NotDiscussed,
}

/// The result of one item, by its number on the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemOutcome {
    /// The item's number on the agenda, from 1.
    pub item: u32,
    /// What came of it.
    pub result: ItemResult,
    /// In which words.
    #[schemars(length(max = 2000))]
    pub remark: Option<String>,
}

/// A thing to do that the talks gave to a side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskGiven {
    /// What is to be done.
    #[schemars(length(min = 1, max = 300))]
    pub title: String,
    /// Which side has to do it.
    pub side: SideId,
    /// Until which day.
    pub due_on: Date,
}

/// Who comes, on both sides. Heads and interpreters are named by office, not by person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delegations {
    /// The own head of delegation, by office.
    #[schemars(length(min = 1, max = 200))]
    pub own_head: String,
    /// Own members, the head included.
    pub own_members: u32,
    /// The other side's head of delegation, by office.
    #[schemars(length(min = 1, max = 200))]
    pub other_head: String,
    /// Members of the other side, the head included.
    pub other_members: u32,
    /// The interpreter, by office; all contact goes through one (Decree 89/2009 Article 8).
    #[schemars(length(max = 200))]
    pub interpreter: Option<String>,
}

/// Why something was postponed (domain C.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "postpone-reason"))]
pub enum PostponeReason {
    /// Disease.
    Epidemic,
    /// Weather or flood.
    Weather,
    /// A needed official is absent.
    Absence,
    /// Security.
    Security,
    /// A unit changed.
    UnitChange,
    /// Another reason.
    Other,
}

/// How a proposal is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "answer"))]
pub enum Answer {
    /// The date suits.
    Accept,
    /// Another date is named.
    OtherDate,
    /// No.
    Decline,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TalksCommand {
    /// Propose talks to the other side.
    Propose {
        /// With whom.
        counterpart: CounterpartId,
        /// When.
        planned_at: Timestamp,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: String,
        /// Which side hosts.
        host: SideId,
        /// The occurrence these talks are to meet.
        occurrence: Option<OccurrenceId>,
        /// What is to be talked about, after what was left open before.
        agenda: Vec<ProposedItem>,
        /// Urgent talks need no time limit.
        #[serde(default)]
        urgent: bool,
    },
    /// Record that the other side proposed talks.
    RecordProposal {
        /// With whom.
        counterpart: CounterpartId,
        /// When.
        planned_at: Timestamp,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: String,
        /// Which side hosts.
        host: SideId,
        /// The occurrence these talks are to meet.
        occurrence: Option<OccurrenceId>,
        /// What is to be talked about.
        agenda: Vec<ProposedItem>,
    },
    /// Answer the other side's proposal.
    Answer {
        /// The answer.
        answer: Answer,
        /// The other date, where one is named.
        planned_at: Option<Timestamp>,
    },
    /// Record the other side's answer.
    RecordAnswer {
        /// The answer.
        answer: Answer,
        /// The other date, where one is named.
        planned_at: Option<Timestamp>,
    },
    /// Name the delegations of both sides.
    RecordDelegations {
        /// The own head of delegation, by office.
        #[schemars(length(min = 1, max = 200))]
        own_head: String,
        /// Own members, the head included.
        own_members: u32,
        /// The other side's head of delegation, by office.
        #[schemars(length(min = 1, max = 200))]
        other_head: String,
        /// Members of the other side, the head included.
        other_members: u32,
        /// The interpreter, by office; all contact goes through one (Decree 89/2009 Article 8).
        #[schemars(length(max = 200))]
        interpreter: Option<String>,
    },
    /// Record that the talks were held, with the result of every item.
    RecordHeld {
        /// The day.
        held_on: Date,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
        /// The result of every agenda item.
        results: Vec<ItemOutcome>,
        /// What was given to each side to do.
        #[serde(default)]
        tasks: Vec<TaskGiven>,
    },
    /// Record that both heads signed the minutes on paper.
    SignMinutes {
        /// The day of the signatures.
        signed_on: Date,
        /// How many originals.
        originals: u32,
    },
    /// Put the talks off.
    Postpone {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new time, where one is named.
        planned_at: Option<Timestamp>,
    },
    /// Give the talks up.
    Cancel {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum TalksFact {
    /// A side proposed talks.
    Proposed {
        /// Who proposed.
        by: SideId,
        /// Who is to answer.
        to: SideId,
        /// The day of the proposal.
        on: Date,
        /// With whom.
        counterpart: CounterpartId,
        /// When.
        planned_at: Timestamp,
        /// The day of that instant.
        planned_on: Date,
        /// Where.
        place: String,
        /// Which side hosts.
        host: SideId,
        /// The occurrence to be met.
        occurrence: Option<OccurrenceId>,
        /// The period covered.
        period: Option<String>,
        /// The agenda.
        agenda: Vec<AgendaItem>,
    },
    /// A side answered with another date.
    OtherDateProposed {
        /// Who answered.
        by: SideId,
        /// Who is to answer now.
        to: SideId,
        /// The day of the answer.
        on: Date,
        /// The other time.
        planned_at: Timestamp,
        /// Its day.
        planned_on: Date,
    },
    /// A side accepted the date.
    Agreed {
        /// Who accepted.
        by: SideId,
        /// The day of the answer.
        on: Date,
    },
    /// A side declined.
    Declined {
        /// Who declined.
        by: SideId,
    },
    /// The delegations were named.
    DelegationsRecorded {
        /// Who comes.
        delegations: Delegations,
    },
    /// The talks were held.
    Held {
        /// The day.
        on: Date,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
        /// Results in the order of the agenda.
        results: Vec<ItemOutcome>,
    },
    /// Both heads signed the minutes.
    MinutesSigned {
        /// The day.
        on: Date,
        /// How many originals.
        originals: u32,
    },
    /// The talks were put off.
    Postponed {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new time.
        planned_at: Option<Timestamp>,
        /// Its day.
        planned_on: Option<Date>,
    },
    /// The talks were given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// Why an act on talks is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum TalksRefusal {
    /// The talks were begun already, or not yet.
    NotNow {
        /// The state they are in.
        status: String,
    },
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// A proposal is given at least seven full days before, unless urgent.
    TooLate {
        /// Whole days left.
        days: i32,
        /// Days needed.
        needed: i32,
    },
    /// The proposed day lies before the proposal.
    InThePast,
    /// The occurrence names the other side as host.
    OtherHost {
        /// The host whose turn it is.
        host: SideId,
    },
    /// The occurrence does not exist or is settled.
    NoOccurrence,
    /// The agenda has no item.
    EmptyAgenda,
    /// It is not this side's turn to answer.
    NotYourTurn {
        /// The side whose turn it is.
        turn: SideId,
    },
    /// Another date needs a date.
    NoDate,
    /// No interpreter is named (Decree 89/2009 Article 8).
    NoInterpreter,
    /// The delegations are not named yet.
    NoDelegations,
    /// An agenda item has no result, or one has two.
    ItemWithoutResult {
        /// The number of the item.
        item: u32,
    },
    /// The unit's level may not agree to this matter: note it as beyond authority.
    BeyondAuthority {
        /// The number of the item.
        item: u32,
        /// The matter.
        matter: MatterId,
    },
    /// No superior unit is known to which the item could be referred.
    NoSuperior,
    /// Minutes cannot be signed before the talks are held.
    NotHeld,
    /// The day lies in the future.
    InTheFuture,
}
