//! What training looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::talks::PostponeReason;
use crate::{CounterpartId, OccurrenceId, Postponement, SideId, StandingProgrammeId};

/// Training as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TrainingState {
    /// What kind of training.
    pub kind: TrainingKind,
    /// What is taught or exchanged.
    pub subject: String,
    /// With whom: the counterpart relation.
    pub counterpart: Option<CounterpartId>,
    /// A partner who is neither of the two sides: a third country, an international organisation.
    pub partner: Option<String>,
    /// The host side; none where the partner hosts.
    pub host: Option<SideId>,
    /// Where.
    pub place: String,
    /// The first day planned; none while it is put off without a day.
    pub planned_on: Option<Date>,
    /// How many days it is to take.
    pub days: u32,
    /// The standing programme to which it belongs.
    pub programme: Option<StandingProgrammeId>,
    /// The duty that it is to meet.
    pub occurrence: Option<OccurrenceId>,
    /// The period covered.
    pub period: Option<String>,
    /// Days and participants, once it was held.
    pub course: Option<TrainingCourse>,
    /// Each time that it was put off.
    pub postponements: Vec<Postponement>,
    /// How far it has come.
    pub stage: TrainingStage,
}

/// How far training has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum TrainingStage {
    /// A day is planned.
    Planned,
    /// Put off, with or without a new day.
    Postponed,
    /// It took place; what it brought is not written down yet.
    Held,
    /// What it brought is written down.
    Evaluated(TrainingEvaluation),
    /// Given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// What kind of training; in an exchange both sides teach and learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "training-kind"))]
pub enum TrainingKind {
    /// One teaches, the other learns.
    Training,
    /// Professional exchange: gate control, documents, languages.
    ProfessionalExchange,
    /// Exchange on political work.
    PoliticalWorkExchange,
    /// Exchange of what was learnt on patrols.
    PatrolExperience,
    /// Exchange of what was learnt in grass-roots work.
    GrassRootsExperience,
    /// Exchange of young officers.
    YoungOfficersExchange,
}

/// Training as it is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingPlan {
    /// What kind of training.
    pub kind: TrainingKind,
    /// What is taught or exchanged.
    #[schemars(length(min = 1, max = 300))]
    pub subject: String,
    /// With whom; may be left out where a partner is named.
    pub counterpart: Option<CounterpartId>,
    /// A partner who is neither of the two sides: a third country, an international organisation.
    #[schemars(length(max = 200))]
    pub partner: Option<String>,
    /// The host side; none where the partner hosts.
    pub host: Option<SideId>,
    /// Where.
    #[schemars(length(min = 1, max = 200))]
    pub place: String,
    /// The first day.
    pub planned_on: Date,
    /// How many days it is to take.
    #[schemars(range(min = 1))]
    pub days: u32,
    /// The standing programme to which it belongs.
    pub programme: Option<StandingProgrammeId>,
    /// The duty that it is to meet.
    pub occurrence: Option<OccurrenceId>,
}

/// Days and participants of training that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingCourse {
    /// The first day.
    pub held_on: Date,
    /// The last day, where it is another.
    pub until_on: Option<Date>,
    /// On how many of these days something was taught.
    #[schemars(range(min = 1))]
    pub days: u32,
    /// Own participants.
    pub own_participants: u32,
    /// Participants of the other side or of the partner.
    pub other_participants: u32,
}

/// What training brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingEvaluation {
    /// The day on which it was written down.
    pub evaluated_on: Date,
    /// How many participants completed it; a number, no names.
    pub passed: Option<u32>,
    /// What it brought, in words.
    #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
    pub result: String,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TrainingCommand {
    /// Plan training.
    Plan(TrainingPlan),
    /// Amend the plan; what is left out stays as it is.
    Amend {
        /// What is taught or exchanged.
        #[schemars(length(min = 1, max = 300))]
        subject: Option<String>,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: Option<String>,
        /// How many days it is to take.
        days: Option<u32>,
    },
    /// Put it off.
    Postpone {
        /// Which side asked; none where the partner asked.
        asked_by: Option<SideId>,
        /// Why.
        reason: PostponeReason,
        /// The new first day, where one is named.
        new_date: Option<Date>,
    },
    /// Record the day that was found after it was put off.
    RecordNewDay {
        /// The new first day.
        new_date: Date,
    },
    /// Record that it took place.
    RecordHeld(TrainingCourse),
    /// Correct days and participants; the history keeps what was recorded before.
    Correct(TrainingCourse),
    /// Write down what it brought.
    RecordEvaluation(TrainingEvaluation),
    /// Give it up.
    Cancel {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum TrainingFact {
    /// Training was planned.
    Planned {
        /// What kind of training.
        kind: TrainingKind,
        /// What is taught or exchanged.
        subject: String,
        /// With whom.
        counterpart: Option<CounterpartId>,
        /// A partner who is neither of the two sides.
        partner: Option<String>,
        /// The host side.
        host: Option<SideId>,
        /// Where.
        place: String,
        /// The first day.
        planned_on: Date,
        /// How many days.
        days: u32,
        /// The standing programme.
        programme: Option<StandingProgrammeId>,
        /// The duty to be met.
        occurrence: Option<OccurrenceId>,
        /// The period covered.
        period: Option<String>,
    },
    /// The plan was amended; what is absent stayed as it was.
    Amended {
        /// What is taught or exchanged.
        subject: Option<String>,
        /// Where.
        place: Option<String>,
        /// How many days.
        days: Option<u32>,
    },
    /// It was put off.
    Postponed {
        /// Which side asked; none where the partner asked.
        asked_by: Option<SideId>,
        /// Why.
        reason: PostponeReason,
        /// The new first day, where one is named.
        new_date: Option<Date>,
    },
    /// A new day was found.
    NewDayRecorded {
        /// The new first day.
        new_date: Date,
    },
    /// It took place.
    Held(TrainingCourse),
    /// Days and participants were corrected.
    Corrected(TrainingCourse),
    /// What it brought was written down.
    Evaluated(TrainingEvaluation),
    /// It was given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// Why an act on training is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum TrainingRefusal {
    /// The training is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// Neither a counterpart nor another partner is named.
    NoPartner,
    /// Where no partner of a third country takes part, one of the two sides asked.
    NobodyAsked,
    /// The host is neither of the two sides.
    HostNotInvolved {
        /// The side that was named.
        host: SideId,
    },
    /// Without a partner of a third country one of the two sides hosts.
    NoHost,
    /// Who asked is neither of the two sides.
    NotASide {
        /// The side that was named.
        side: SideId,
    },
    /// The standing programme does not exist or was closed before that day.
    NoProgramme,
    /// The duty does not exist or is settled.
    NoOccurrence,
    /// The duty asks for another kind of activity.
    OtherActivity,
    /// The duty names the other side as host.
    OtherHost {
        /// The host whose turn it is.
        host: SideId,
    },
    /// The number of days is none, or more than there are between the first and the last.
    DaysDoNotFit {
        /// The days that were named.
        days: u32,
    },
    /// The day lies before the one on which it is named.
    InThePast,
    /// What happened cannot lie in the future.
    InTheFuture,
    /// The later of two days lies before the earlier.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
    /// More people completed it than took part.
    TooManyPassed {
        /// How many took part.
        participants: u32,
    },
    /// Nothing differs from what stands there.
    NothingChanged,
}
