//! What outreach looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::talks::PostponeReason;
use crate::{CommunityId, CounterpartId, OccurrenceId, Postponement, SideId, StandingProgrammeId};

/// Outreach as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct OutreachState {
    /// What is done.
    pub kind: OutreachKind,
    /// What it is about.
    pub subject: String,
    /// True where both sides do it together.
    pub together: bool,
    /// With whom: the counterpart relation; none where the own side does it alone.
    pub counterpart: Option<CounterpartId>,
    /// The side that leads: the host.
    pub host: SideId,
    /// The communities that are addressed.
    pub communities: Vec<CommunityId>,
    /// Where.
    pub place: String,
    /// The day planned; none while it is put off without a day, or where it was recorded afterwards.
    pub planned_on: Option<Date>,
    /// The standing programme to which it belongs.
    pub programme: Option<StandingProgrammeId>,
    /// The duty that it is to meet.
    pub occurrence: Option<OccurrenceId>,
    /// The period covered.
    pub period: Option<String>,
    /// Each time that it was put off.
    pub postponements: Vec<Postponement>,
    /// How far it has come.
    pub stage: OutreachStage,
}

/// How far outreach has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum OutreachStage {
    /// A day is planned.
    Planned,
    /// Put off, with or without a new day.
    Postponed,
    /// It took place.
    Held(OutreachCourse),
    /// Given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// What is done; each name says what happens, not to what end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "outreach-kind"))]
pub enum OutreachKind {
    /// Residents are told of the law and of the border regime.
    LegalPublicity,
    /// A day on which both sides tell residents of the law together.
    JointPublicityDay,
    /// The day of the law in one of the two countries.
    LawDay,
    /// Foreign friends and residents are told of the State's views on border and territory.
    ExternalInformation,
    /// News and reports of work done together.
    News,
    /// A meeting with village chiefs or clan leaders of the own side.
    ChiefsMeeting,
    /// Residents of both sides sing, play and show their customs.
    CulturalExchange,
    /// Residents or units of both sides play sports.
    SportsExchange,
    /// Residents of both sides show each other how they work and trade.
    LivelihoodExchange,
    /// A festival kept with residents.
    Festival,
    /// Trees planted, or a friendship forest.
    TreePlanting,
}

/// A kind of thing handed out, shown or planted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "material-kind"))]
pub enum MaterialKind {
    /// A leaflet.
    Leaflet,
    /// A booklet or a book.
    Booklet,
    /// A poster, a banner or a board.
    Poster,
    /// A broadcast, by loudspeaker or on the air.
    Broadcast,
    /// A recording of sound or pictures.
    Recording,
    /// A tree planted.
    Tree,
    /// Another thing.
    Other,
}

/// Things of one kind and how many of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// What kind of thing.
    pub kind: MaterialKind,
    /// How many.
    pub count: u32,
}

/// Outreach as it is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutreachPlan {
    /// What is done.
    pub kind: OutreachKind,
    /// What it is about.
    #[schemars(length(min = 1, max = 300))]
    pub subject: String,
    /// Both sides do it together.
    #[serde(default)]
    pub together: bool,
    /// With whom; may be left out where the own side does it alone.
    pub counterpart: Option<CounterpartId>,
    /// The side that leads; the own side where none is named.
    pub host: Option<SideId>,
    /// The communities that are addressed.
    #[serde(default)]
    pub communities: Vec<CommunityId>,
    /// Where.
    #[schemars(length(min = 1, max = 200))]
    pub place: String,
    /// The day.
    pub planned_on: Date,
    /// The standing programme to which it belongs.
    pub programme: Option<StandingProgrammeId>,
    /// The duty that it is to meet.
    pub occurrence: Option<OccurrenceId>,
}

/// What came of it: days, people and things, all in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutreachCourse {
    /// The first day.
    pub held_on: Date,
    /// The last day, where it is another.
    pub until_on: Option<Date>,
    /// How many people it reached; a number, no names.
    pub audience: u32,
    /// Own participants.
    pub own_participants: u32,
    /// Participants of the other side.
    #[serde(default)]
    pub other_participants: u32,
    /// What was handed out, shown or planted.
    #[serde(default)]
    pub materials: Vec<Material>,
    /// What came of it, in words.
    #[schemars(length(max = 2000), extend("x-long" = true))]
    pub result: Option<String>,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum OutreachCommand {
    /// Plan outreach.
    Plan(OutreachPlan),
    /// Record outreach that took place without a plan.
    Record {
        /// What was done.
        kind: OutreachKind,
        /// What it was about.
        #[schemars(length(min = 1, max = 300))]
        subject: String,
        /// Both sides did it together.
        #[serde(default)]
        together: bool,
        /// With whom; may be left out where the own side did it alone.
        counterpart: Option<CounterpartId>,
        /// The side that led; the own side where none is named.
        host: Option<SideId>,
        /// The communities that were addressed.
        #[serde(default)]
        communities: Vec<CommunityId>,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: String,
        /// The standing programme to which it belongs.
        programme: Option<StandingProgrammeId>,
        /// The first day.
        held_on: Date,
        /// The last day, where it is another.
        until_on: Option<Date>,
        /// How many people it reached; a number, no names.
        audience: u32,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        #[serde(default)]
        other_participants: u32,
        /// What was handed out, shown or planted.
        #[serde(default)]
        materials: Vec<Material>,
        /// What came of it, in words.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        result: Option<String>,
    },
    /// Amend the plan; what is left out stays as it is.
    Amend {
        /// What it is about.
        #[schemars(length(min = 1, max = 300))]
        subject: Option<String>,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: Option<String>,
        /// The communities that are addressed.
        communities: Option<Vec<CommunityId>>,
    },
    /// Put it off.
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
    /// Record that it took place.
    RecordHeld(OutreachCourse),
    /// Correct what came of it; the history keeps what was recorded before.
    Correct(OutreachCourse),
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
pub enum OutreachFact {
    /// Outreach was planned, or recorded afterwards: then no day was planned.
    Planned {
        /// What is done.
        kind: OutreachKind,
        /// What it is about.
        subject: String,
        /// Both sides do it together.
        together: bool,
        /// With whom.
        counterpart: Option<CounterpartId>,
        /// The side that leads.
        host: SideId,
        /// The communities that are addressed.
        communities: Vec<CommunityId>,
        /// Where.
        place: String,
        /// The day.
        planned_on: Option<Date>,
        /// The standing programme.
        programme: Option<StandingProgrammeId>,
        /// The duty to be met.
        occurrence: Option<OccurrenceId>,
        /// The period covered.
        period: Option<String>,
    },
    /// The plan was amended; what is absent stayed as it was.
    Amended {
        /// What it is about.
        subject: Option<String>,
        /// Where.
        place: Option<String>,
        /// The communities.
        communities: Option<Vec<CommunityId>>,
    },
    /// It was put off.
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
        /// The new day.
        new_date: Date,
    },
    /// It took place.
    Held(OutreachCourse),
    /// What came of it was corrected.
    Corrected(OutreachCourse),
    /// It was given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// Why an act on outreach is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum OutreachRefusal {
    /// The outreach is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// What both sides do together names the counterpart.
    NoPartner,
    /// The host is neither of the two sides.
    HostNotInvolved {
        /// The side that was named.
        host: SideId,
    },
    /// Who asked is neither of the two sides.
    NotASide {
        /// The side that was named.
        side: SideId,
    },
    /// There is no such community.
    NoCommunity {
        /// The community that was named.
        community: CommunityId,
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
    /// The day lies before the one on which it is named.
    InThePast,
    /// What happened cannot lie in the future.
    InTheFuture,
    /// The last day lies before the first.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
    /// Nothing differs from what stands there.
    NothingChanged,
}
