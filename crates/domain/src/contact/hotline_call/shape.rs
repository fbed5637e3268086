//! What a hotline call looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CounterpartId, LetterId, RecordId, SideId};

/// A hotline call as it stands. Duty officers are named by office, not by person.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct HotlineCallState {
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// The other side.
    pub other_side: SideId,
    /// Who called.
    pub caller: Caller,
    /// When.
    pub at: Timestamp,
    /// The day of that instant in the zone of the own side.
    pub on: Date,
    /// Whether somebody answered.
    pub outcome: CallOutcome,
    /// How urgent it was.
    pub urgency: Urgency,
    /// What it was about.
    pub subject: String,
    /// The own note of what was said.
    #[schemars(extend("x-long" = true))]
    pub note: Option<String>,
    /// What was promised, by either side.
    pub promised: Option<String>,
    /// The own duty officer, by office.
    pub own_duty: String,
    /// The other side's duty officer, by office.
    pub other_duty: Option<String>,
    /// Whether the call gave a notification that one side owes the other.
    pub carries_notification: bool,
    /// The earlier call or attempt that this one follows.
    pub follows: Option<RecordId>,
    /// The letter that confirmed it.
    pub letter: Option<LetterId>,
    /// How far it has come.
    pub stage: CallStage,
}

/// Who called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "caller"))]
pub enum Caller {
    /// The own side.
    Own,
    /// The other side.
    Other,
}

/// Whether somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "call-outcome"))]
pub enum CallOutcome {
    /// Nobody answered.
    NoAnswer,
    /// The two duty officers spoke.
    Connected,
}

/// How urgent a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "urgency"))]
pub enum Urgency {
    /// In working hours.
    Ordinary,
    /// At any hour.
    Urgent,
}

/// How far a call has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum CallStage {
    /// Nobody answered.
    Attempted,
    /// The own side noted what was said.
    Noted,
    /// The note was read back to the other side.
    ReadBack {
        /// Who read it back, by office.
        by: String,
    },
    /// A letter confirmed it.
    Confirmed {
        /// The day the letter was sent or received.
        on: Date,
    },
    /// Nothing more is to be done.
    Closed,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum HotlineCallCommand {
    /// Record a call, answered or not.
    RecordAttempt {
        /// With whom.
        counterpart: CounterpartId,
        /// Who called.
        caller: Caller,
        /// When.
        at: Timestamp,
        /// Whether somebody answered.
        outcome: CallOutcome,
        /// How urgent it was.
        urgency: Urgency,
        /// What it was about.
        #[schemars(length(min = 1, max = 300))]
        subject: String,
        /// The own note of what was said.
        #[schemars(length(max = 10000), extend("x-long" = true))]
        note: Option<String>,
        /// What was promised, by either side.
        #[schemars(length(max = 2000))]
        promised: Option<String>,
        /// The own duty officer, by office.
        #[schemars(length(min = 1, max = 200))]
        own_duty: String,
        /// The other side's duty officer, by office.
        #[schemars(length(max = 200))]
        other_duty: Option<String>,
        /// Whether the call gave a notification that one side owes the other.
        #[serde(default)]
        carries_notification: bool,
        /// The earlier call or attempt that this one follows.
        follows: Option<RecordId>,
    },
    /// Record that the note was read back to the other side.
    ReadBack {
        /// Who read it back, by office.
        #[schemars(length(min = 1, max = 200))]
        by: String,
    },
    /// Name the letter that confirms the call.
    ConfirmInWriting {
        /// The letter, sent or received.
        letter: LetterId,
    },
    /// Close the call.
    Close,
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum HotlineCallFact {
    /// A call was made or tried.
    Recorded {
        /// With whom.
        counterpart: CounterpartId,
        /// The other side.
        other_side: SideId,
        /// Who called.
        caller: Caller,
        /// When.
        at: Timestamp,
        /// The day of that instant.
        on: Date,
        /// Whether somebody answered.
        outcome: CallOutcome,
        /// How urgent it was.
        urgency: Urgency,
        /// What it was about.
        subject: String,
        /// The own note.
        note: Option<String>,
        /// What was promised.
        promised: Option<String>,
        /// The own duty officer, by office.
        own_duty: String,
        /// The other side's duty officer, by office.
        other_duty: Option<String>,
        /// Whether it gave a notification.
        carries_notification: bool,
        /// The earlier call.
        follows: Option<RecordId>,
    },
    /// The note was read back.
    ReadBack {
        /// Who read it back, by office.
        by: String,
    },
    /// A letter confirmed the call.
    ConfirmedInWriting {
        /// The letter.
        letter: LetterId,
        /// The day the letter was sent or received.
        on: Date,
    },
    /// The call was closed.
    Closed,
}

/// Why an act on a call is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum HotlineCallRefusal {
    /// The call is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such counterpart relation.
    NoCounterpart,
    /// The instant lies in the future.
    InTheFuture,
    /// A call that nobody answered carries no notification and no promise.
    NothingWasSaid,
    /// Nobody answered this call: record the next attempt as a call of its own.
    NotConnected,
    /// There is no such earlier call.
    NoEarlierCall,
    /// A notification given by call is confirmed by letter before the call is closed.
    NeedsLetter {
        /// Hours within which the letter is due.
        hours: i64,
    },
    /// There is no such letter.
    NoLetter {
        /// The letter that was named.
        letter: LetterId,
    },
    /// The letter was neither sent nor received yet.
    LetterNotSent {
        /// The letter that was named.
        letter: LetterId,
    },
    /// The letter is older than the call.
    LetterBeforeCall {
        /// The letter that was named.
        letter: LetterId,
    },
}
