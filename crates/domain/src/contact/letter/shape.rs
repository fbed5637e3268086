//! What a letter looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CounterpartId, LetterId, OfficerId, SideId, UnitId};

/// A letter as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct LetterState {
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// The other side.
    pub other_side: SideId,
    /// The unit in whose registers it stands.
    pub unit: UnitId,
    /// What it is about.
    pub subject: String,
    /// The text.
    #[schemars(extend("x-long" = true))]
    pub text: Option<String>,
    /// The letter it answers.
    pub answers: Option<LetterId>,
    /// The day until which an answer is asked for.
    pub answer_due_on: Option<Date>,
    /// Who drafted or amended it, each once; none of them approves it.
    pub drafted_by: Vec<OfficerId>,
    /// Its place in a register, once it was sent or received.
    pub entry: Option<Entry>,
    /// The number the other side gave it.
    pub other_number: Option<String>,
    /// The day written on a received letter.
    pub written_on: Option<Date>,
    /// When the other side got it, and by which receipt.
    pub delivery: Option<Delivery>,
    /// How far it has come.
    pub stage: LetterStage,
}

/// The two registers of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "register"))]
pub enum Register {
    /// Letters sent.
    Out,
    /// Letters received.
    In,
}

/// A place in a register: numbers run from 1 in each register of each unit in each year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// Which register.
    pub register: Register,
    /// The unit that keeps the register.
    pub unit: UnitId,
    /// The year of the day.
    pub year: i16,
    /// The number in that year, from 1.
    pub ordinal: u32,
    /// The day it was sent or received; for a received letter the receipt counts, not the writing.
    pub on: Date,
}

/// How a letter reached the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Delivery {
    /// The day.
    pub on: Date,
    /// The receipt, where there is one.
    pub receipt: Option<String>,
}

/// How far a letter has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum LetterStage {
    /// Being written.
    Draft,
    /// Approved, not yet sent.
    Approved {
        /// Who approved.
        by: OfficerId,
        /// The day.
        on: Date,
    },
    /// On its way to the other side.
    Sent,
    /// The other side has it.
    Delivered,
    /// The other side confirmed that it has it.
    Acknowledged {
        /// The day.
        on: Date,
    },
    /// It came from the other side.
    Received,
    /// Another letter answers it.
    Answered {
        /// The letter that answers.
        by: LetterId,
    },
    /// Nothing more is to be done.
    Closed {
        /// Why, where it was not answered.
        reason: Option<String>,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum LetterCommand {
    /// Draft a letter to the other side.
    Draft {
        /// To whom.
        counterpart: CounterpartId,
        /// What it is about.
        #[schemars(length(min = 1, max = 300))]
        subject: String,
        /// The text.
        #[schemars(length(max = 20000), extend("x-long" = true))]
        text: Option<String>,
        /// The letter it answers.
        answers: Option<LetterId>,
        /// The day until which an answer is asked for.
        answer_due_on: Option<Date>,
    },
    /// Record a letter that came from the other side.
    RecordReceived {
        /// From whom.
        counterpart: CounterpartId,
        /// What it is about.
        #[schemars(length(min = 1, max = 300))]
        subject: String,
        /// The text.
        #[schemars(length(max = 20000), extend("x-long" = true))]
        text: Option<String>,
        /// The number the other side gave it.
        #[schemars(length(max = 60))]
        other_number: Option<String>,
        /// The day written on it.
        written_on: Option<Date>,
        /// The day it was received.
        received_on: Date,
        /// The letter it answers.
        answers: Option<LetterId>,
        /// The day until which an answer is asked for.
        answer_due_on: Option<Date>,
    },
    /// Amend the draft; what is left out stays as it is.
    Amend {
        /// What it is about.
        #[schemars(length(min = 1, max = 300))]
        subject: Option<String>,
        /// The text.
        #[schemars(length(max = 20000), extend("x-long" = true))]
        text: Option<String>,
        /// The day until which an answer is asked for.
        answer_due_on: Option<Date>,
    },
    /// Approve the draft of another officer.
    Approve,
    /// Send the approved letter; this gives it its number.
    Send {
        /// The day.
        sent_on: Date,
    },
    /// Record that the other side got it.
    RecordDelivery {
        /// The day.
        delivered_on: Date,
        /// The receipt, where there is one.
        #[schemars(length(max = 200))]
        receipt: Option<String>,
    },
    /// Record that the other side confirmed that it has it.
    Acknowledge,
    /// Record that another letter answers this one; mostly a consequence of that letter.
    RecordAnswered {
        /// The letter that answers.
        by: LetterId,
    },
    /// Close the letter.
    Close {
        /// Why; needed while an answer is still awaited.
        #[schemars(length(max = 500))]
        reason: Option<String>,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum LetterFact {
    /// A letter was drafted.
    Drafted {
        /// To whom.
        counterpart: CounterpartId,
        /// The other side.
        other_side: SideId,
        /// What it is about.
        subject: String,
        /// The text.
        text: Option<String>,
        /// The letter it answers.
        answers: Option<LetterId>,
        /// The day until which an answer is asked for.
        answer_due_on: Option<Date>,
    },
    /// The draft was amended; what is absent stayed as it was.
    Amended {
        /// What it is about.
        subject: Option<String>,
        /// The text.
        text: Option<String>,
        /// The day until which an answer is asked for.
        answer_due_on: Option<Date>,
    },
    /// The draft was approved.
    Approved {
        /// Who approved.
        by: OfficerId,
        /// The day.
        on: Date,
    },
    /// The letter was sent.
    Sent {
        /// Its place in the register of letters sent.
        entry: Entry,
    },
    /// The other side got it.
    Delivered {
        /// When, and by which receipt.
        delivery: Delivery,
    },
    /// The other side confirmed that it has it.
    Acknowledged {
        /// The day.
        on: Date,
    },
    /// A letter came from the other side.
    Received {
        /// From whom.
        counterpart: CounterpartId,
        /// The other side.
        other_side: SideId,
        /// What it is about.
        subject: String,
        /// The text.
        text: Option<String>,
        /// The number the other side gave it.
        other_number: Option<String>,
        /// The day written on it.
        written_on: Option<Date>,
        /// Its place in the register of letters received.
        entry: Entry,
        /// The letter it answers.
        answers: Option<LetterId>,
        /// The day until which an answer is asked for.
        answer_due_on: Option<Date>,
    },
    /// Another letter answered it.
    Answered {
        /// The letter that answers.
        by: LetterId,
    },
    /// The letter was closed.
    Closed {
        /// Why.
        reason: Option<String>,
    },
}

/// Why an act on a letter is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum LetterRefusal {
    /// The letter is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such counterpart relation.
    NoCounterpart,
    /// There is no such letter to answer.
    NoLetter {
        /// The letter that was named.
        letter: LetterId,
    },
    /// The letter to be answered was neither sent nor received yet.
    NotYetSent {
        /// The letter that was named.
        letter: LetterId,
    },
    /// A letter answers one of the other direction.
    SameDirection {
        /// The letter that was named.
        letter: LetterId,
    },
    /// Only a draft is amended; a letter that was approved keeps its words.
    NotADraft,
    /// The amendment names nothing.
    NothingToAmend,
    /// Nobody approves words of their own.
    OwnDraft,
    /// A letter is sent after it was approved.
    NotApproved,
    /// The answer would be due before the letter is there.
    DueTooEarly {
        /// The first day possible.
        day: Date,
    },
    /// A letter cannot be delivered before it was sent.
    BeforeSent {
        /// The day it was sent.
        sent_on: Date,
    },
    /// A letter cannot be received before it was written.
    BeforeWritten {
        /// The day written on it.
        written_on: Date,
    },
    /// The day lies in the future.
    InTheFuture,
    /// An answer is still awaited: say why the letter is closed without it.
    NeedsReason {
        /// The day until which the answer is due.
        due_on: Date,
    },
}
