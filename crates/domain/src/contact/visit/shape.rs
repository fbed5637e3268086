//! What a visit looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::talks::{Answer, PostponeReason};
use crate::{CounterpartId, DelegationId, OccurrenceId, Postponement, SideId};

/// A visit as it stands. What is optional here is missing in facts that were stored before visits were announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisitState {
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// The side that comes.
    pub guest: Option<SideId>,
    /// On what occasion.
    pub occasion: Option<VisitOccasion>,
    /// What for.
    pub purpose: String,
    /// The day planned; none while it is put off without a day, or where it was recorded afterwards.
    pub planned_on: Option<Date>,
    /// The day it was held.
    pub held_on: Option<Date>,
    /// Own participants.
    pub own_participants: Option<u32>,
    /// Participants of the other side.
    pub other_participants: Option<u32>,
    /// Where.
    pub place: String,
    /// The head of the own party, by office.
    pub own_head: Option<String>,
    /// What was given, in both directions.
    pub gifts: Option<String>,
    /// The delegation that was named for it.
    pub delegation: Option<DelegationId>,
    /// The duty that it is to meet.
    pub occurrence: Option<OccurrenceId>,
    /// The period covered.
    pub period: Option<String>,
    /// Each time that it was put off.
    #[serde(default)]
    pub postponements: Vec<Postponement>,
    /// What stood there before each correction.
    #[serde(default)]
    pub corrections: Vec<VisitCorrection>,
    /// How far it has come.
    #[serde(default)]
    pub stage: VisitStage,
}

/// How far a visit has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum VisitStage {
    /// It took place and was recorded afterwards.
    #[default]
    Recorded,
    /// One side announced it, or named another day; the other side is to answer.
    Announced {
        /// Who announced last.
        by: SideId,
        /// Who is to answer.
        to: SideId,
        /// The day of the announcement.
        on: Date,
    },
    /// The other side agreed to the day.
    Answered {
        /// The day of the answer.
        on: Date,
    },
    /// Put off, with or without a new day.
    Postponed,
    /// It took place.
    Held,
    /// The side asked said no.
    Declined {
        /// Which side.
        declined_by: SideId,
    },
    /// Given up before it was held.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// On what occasion one side visits the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "visit-occasion"))]
pub enum VisitOccasion {
    /// A holiday of one of the two countries.
    Holiday,
    /// Courtesy.
    Courtesy,
    /// A working visit.
    WorkingVisit,
    /// An anniversary.
    Anniversary,
    /// Condolence.
    Condolence,
}

/// What stood in a visit before it was corrected; what is absent was not changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisitCorrection {
    /// When it was corrected.
    pub corrected_at: Timestamp,
    /// What it was said to be for.
    pub purpose: Option<String>,
    /// The occasion that was named.
    pub occasion: Option<VisitOccasion>,
    /// The day that was named.
    pub held_on: Option<Date>,
    /// Where it was said to have been.
    pub place: Option<String>,
    /// Own participants as first counted.
    pub own_participants: Option<u32>,
    /// Participants of the other side as first counted.
    pub other_participants: Option<u32>,
    /// The head of the own party as first named, by office.
    pub own_head: Option<String>,
    /// The gifts as first told.
    pub gifts: Option<String>,
}

/// A visit as one side announces it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitPlan {
    /// With whom.
    pub counterpart: CounterpartId,
    /// The side that comes; who announces it, where none is named.
    pub guest: Option<SideId>,
    /// On what occasion.
    pub occasion: Option<VisitOccasion>,
    /// What for.
    #[schemars(length(min = 1, max = 500))]
    pub purpose: String,
    /// The day.
    pub planned_on: Date,
    /// Where.
    #[schemars(length(min = 1, max = 200))]
    pub place: String,
    /// The head of the own party, by office.
    #[schemars(length(max = 200))]
    pub own_head: Option<String>,
    /// The delegation that was named for it.
    pub delegation: Option<DelegationId>,
    /// The duty that it is to meet.
    pub occurrence: Option<OccurrenceId>,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum VisitCommand {
    /// Record a visit that took place.
    Record {
        /// With whom.
        counterpart: CounterpartId,
        /// The day.
        held_on: Date,
        /// What for.
        #[schemars(length(min = 1, max = 500))]
        purpose: String,
        /// On what occasion.
        occasion: Option<VisitOccasion>,
        /// The side that came.
        guest: Option<SideId>,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: String,
        /// The head of the own party, by office.
        #[schemars(length(max = 200))]
        own_head: Option<String>,
        /// What was given, in both directions.
        #[schemars(length(max = 500))]
        gifts: Option<String>,
        /// The delegation that was named for it.
        delegation: Option<DelegationId>,
    },
    /// Announce a visit to the other side.
    Announce(VisitPlan),
    /// Record that the other side announced a visit.
    RecordAnnouncement(VisitPlan),
    /// Answer the other side's announcement.
    Answer {
        /// The answer.
        answer: Answer,
        /// The other day, where one is named.
        new_date: Option<Date>,
    },
    /// Record the other side's answer.
    RecordAnswer {
        /// The answer.
        answer: Answer,
        /// The other day, where one is named.
        new_date: Option<Date>,
    },
    /// Record that the visit took place.
    RecordHeld {
        /// The day.
        held_on: Date,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
        /// The head of the own party, by office.
        #[schemars(length(max = 200))]
        own_head: Option<String>,
        /// What was given, in both directions.
        #[schemars(length(max = 500))]
        gifts: Option<String>,
    },
    /// Put the visit off.
    Postpone {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new day, where one is named.
        new_date: Option<Date>,
    },
    /// Record the day that was found after it was put off.
    RecordNewDay {
        /// The new day.
        new_date: Date,
    },
    /// Correct a visit that took place; what is left out stays as it is.
    Correct {
        /// What for.
        #[schemars(length(min = 1, max = 500))]
        purpose: Option<String>,
        /// On what occasion.
        occasion: Option<VisitOccasion>,
        /// The day.
        held_on: Option<Date>,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: Option<String>,
        /// Own participants.
        own_participants: Option<u32>,
        /// Participants of the other side.
        other_participants: Option<u32>,
        /// The head of the own party, by office.
        #[schemars(length(max = 200))]
        own_head: Option<String>,
        /// What was given, in both directions.
        #[schemars(length(max = 500))]
        gifts: Option<String>,
    },
    /// Give the visit up.
    Cancel {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum VisitFact {
    /// The visit was recorded.
    Recorded {
        /// The visit.
        visit: VisitState,
    },
    /// One side announced the visit.
    Announced {
        /// Who announced it.
        by: SideId,
        /// Who is to answer.
        to: SideId,
        /// The day of the announcement.
        on: Date,
        /// With whom.
        counterpart: CounterpartId,
        /// The side that comes.
        guest: SideId,
        /// On what occasion.
        occasion: Option<VisitOccasion>,
        /// What for.
        purpose: String,
        /// The day planned.
        planned_on: Date,
        /// Where.
        place: String,
        /// The head of the own party, by office.
        own_head: Option<String>,
        /// The delegation.
        delegation: Option<DelegationId>,
        /// The duty to be met.
        occurrence: Option<OccurrenceId>,
        /// The period covered.
        period: Option<String>,
    },
    /// A side answered with another day.
    OtherDateProposed {
        /// Who answered.
        by: SideId,
        /// Who is to answer now.
        to: SideId,
        /// The day of the answer.
        on: Date,
        /// The other day.
        new_date: Date,
    },
    /// A side agreed to the day.
    Answered {
        /// Who agreed.
        by: SideId,
        /// The day of the answer.
        on: Date,
    },
    /// A side said no.
    Declined {
        /// Which side.
        declined_by: SideId,
    },
    /// The visit took place.
    Held {
        /// The day.
        held_on: Date,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
        /// The head of the own party, by office; absent where it stayed as announced.
        own_head: Option<String>,
        /// What was given, in both directions.
        gifts: Option<String>,
    },
    /// The visit was put off.
    Postponed {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new day, where one is named.
        new_date: Option<Date>,
    },
    /// A new day was found.
    NewDayRecorded {
        /// When it was found.
        on: Date,
        /// The new day.
        new_date: Date,
    },
    /// The visit was corrected; what is absent stayed as it was.
    Corrected {
        /// What for.
        purpose: Option<String>,
        /// On what occasion.
        occasion: Option<VisitOccasion>,
        /// The day.
        held_on: Option<Date>,
        /// Where.
        place: Option<String>,
        /// Own participants.
        own_participants: Option<u32>,
        /// Participants of the other side.
        other_participants: Option<u32>,
        /// The head of the own party, by office.
        own_head: Option<String>,
        /// What was given, in both directions.
        gifts: Option<String>,
    },
    /// The visit was given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// Why an act on a visit is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum VisitRefusal {
    /// The visit is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The counterpart relation does not exist, or it has ended and a visit to come needs one.
    NoCounterpart,
    /// The side that was named is neither of the two sides.
    NotASide {
        /// The side that was named.
        side: SideId,
    },
    /// There is no such delegation.
    NoDelegation,
    /// The duty does not exist or is settled.
    NoOccurrence,
    /// The duty asks for another kind of activity.
    OtherActivity,
    /// The duty names the other side as host.
    OtherHost {
        /// The host whose turn it is.
        host: SideId,
    },
    /// It is not this side's turn to answer.
    NotYourTurn {
        /// The side whose turn it is.
        turn: SideId,
    },
    /// Another date needs a date.
    NoDate,
    /// The day lies before the one on which it is named.
    InThePast,
    /// The day lies in the future.
    InTheFuture,
    /// Nothing differs from what stands there.
    NothingChanged,
}
