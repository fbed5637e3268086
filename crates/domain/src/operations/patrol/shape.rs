//! What a patrol looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::talks::{PostponeReason, TaskGiven};
use crate::{CounterpartId, OccurrenceId, OfficerId, SideId};

/// A patrol as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PatrolState {
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// What kind of patrol.
    pub kind: PatrolKind,
    /// The first day, as last named.
    pub planned_on: Date,
    /// The marker at which the section begins.
    pub from_marker: String,
    /// The marker at which it ends.
    pub to_marker: String,
    /// The side that chairs: the host.
    pub chair: SideId,
    /// How the teams move.
    pub mode: PatrolMode,
    /// True for a patrol by night.
    pub night: bool,
    /// Own teams.
    pub own_teams: u32,
    /// Own officers and soldiers.
    pub own_strength: u32,
    /// The occurrence of an obligation that the patrol is to meet.
    pub occurrence: Option<OccurrenceId>,
    /// The period covered, which may differ from the day held.
    pub period: Option<String>,
    /// Who planned it, and so may not approve it.
    pub planned_by: OfficerId,
    /// Who approved it.
    pub approved_by: Option<OfficerId>,
    /// The teams, once named.
    pub teams: Option<Teams>,
    /// What came of it, once it was finished or interrupted.
    pub course: Option<Course>,
    /// How far it has come.
    pub stage: PatrolStage,
}

/// What kind of patrol, which follows from the force of the other side (domain C.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "patrol-kind"))]
pub enum PatrolKind {
    /// Of the two border forces.
    Bilateral,
    /// Of the two services that enforce the law at the border.
    LawEnforcement,
    /// Each side on its own, at the same time.
    Parallel,
    /// Of three sides, where three lines meet.
    ThreeParty,
}

/// How the teams move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "patrol-mode"))]
pub enum PatrolMode {
    /// On foot.
    Foot,
    /// By vehicle.
    Vehicle,
    /// By boat.
    Boat,
}

/// The teams of both sides. Leads and liaison officers are named by office, not by person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Teams {
    /// The own lead, by office.
    pub own_lead: String,
    /// The other side's lead, by office.
    pub other_lead: String,
    /// The own liaison officer who goes with the other side's team, by office.
    pub liaison_out: Option<String>,
    /// The other side's liaison officer who goes with the own team, by office.
    pub liaison_in: Option<String>,
    /// Officers and soldiers of the other side.
    pub other_strength: u32,
}

/// What came of a patrol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Course {
    /// The first day.
    pub held_on: Date,
    /// The last day.
    pub until_on: Date,
    /// How many markers were checked.
    pub markers_checked: u32,
    /// How many residents were met.
    pub residents_met: u32,
    /// How many leaflets were handed out.
    pub leaflets: u32,
    /// How many talks were held on the spot.
    pub talks_on_the_spot: u32,
    /// What was observed.
    pub findings: Vec<Finding>,
    /// The day agreed for the next patrol.
    pub next_on: Option<Date>,
}

/// One thing observed, in neutral words: what was seen, never whose doing it is or where the line runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The marker at which it was observed.
    #[schemars(length(min = 1, max = 16))]
    pub marker: Option<String>,
    /// What was observed.
    #[schemars(length(min = 1, max = 1000), extend("x-long" = true))]
    pub text: String,
}

/// How far a patrol has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum PatrolStage {
    /// Planned; a side has yet to agree to the day.
    Planned {
        /// The side whose turn it is to agree.
        turn: SideId,
    },
    /// Both sides agreed to the day.
    Agreed {
        /// When they did.
        on: Date,
    },
    /// The own commander approved.
    Approved {
        /// When.
        on: Date,
    },
    /// The teams are named.
    TeamsNamed,
    /// The teams are on their way.
    UnderWay {
        /// Since when.
        at: Timestamp,
    },
    /// The teams came to the end of the section.
    Finished,
    /// Broken off before the end of the section.
    Interrupted,
    /// Both sides signed the record.
    Signed {
        /// The day.
        on: Date,
        /// The marker at which it was signed.
        at_marker: Option<String>,
        /// True where the patrol was broken off.
        interrupted: bool,
    },
    /// Put off, with or without a new day.
    Postponed {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new day, where one is named.
        new_date: Option<Date>,
    },
    /// Given up before it began.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PatrolCommand {
    /// Plan a patrol.
    Plan {
        /// With whom.
        counterpart: CounterpartId,
        /// What kind of patrol.
        kind: PatrolKind,
        /// The first day.
        planned_on: Date,
        /// The marker at which the section begins.
        #[schemars(length(min = 1, max = 16))]
        from_marker: String,
        /// The marker at which it ends.
        #[schemars(length(min = 1, max = 16))]
        to_marker: String,
        /// The side that chairs: the host.
        chair: SideId,
        /// How the teams move.
        mode: PatrolMode,
        /// By night.
        #[serde(default)]
        night: bool,
        /// Own teams.
        own_teams: u32,
        /// Own officers and soldiers.
        own_strength: u32,
        /// The occurrence that the patrol is to meet.
        occurrence: Option<OccurrenceId>,
    },
    /// Record that both sides agreed to the day.
    RecordAgreement {
        /// The day of the answer.
        agreed_on: Date,
    },
    /// Record that the other side named another day.
    RecordOtherDate {
        /// The other day.
        planned_on: Date,
    },
    /// Approve the patrol; not for the officer who planned it.
    Approve,
    /// Name the teams of both sides.
    NameTeams {
        /// The own lead, by office.
        #[schemars(length(min = 1, max = 200))]
        own_lead: String,
        /// The other side's lead, by office.
        #[schemars(length(min = 1, max = 200))]
        other_lead: String,
        /// The own liaison officer who goes with the other side's team, by office.
        #[schemars(length(max = 200))]
        liaison_out: Option<String>,
        /// The other side's liaison officer who goes with the own team, by office.
        #[schemars(length(max = 200))]
        liaison_in: Option<String>,
        /// Own teams.
        own_teams: u32,
        /// Own officers and soldiers.
        own_strength: u32,
        /// Officers and soldiers of the other side.
        other_strength: u32,
    },
    /// Record that the teams set out.
    Start {
        /// When.
        at: Timestamp,
    },
    /// Record that the patrol was finished, or interrupted.
    RecordFinished {
        /// The first day.
        held_on: Date,
        /// The last day, where it is another.
        until_on: Option<Date>,
        /// How many markers were checked.
        markers_checked: u32,
        /// How many residents were met.
        #[serde(default)]
        residents_met: u32,
        /// How many leaflets were handed out.
        #[serde(default)]
        leaflets: u32,
        /// How many talks were held on the spot.
        #[serde(default)]
        talks_on_the_spot: u32,
        /// What was observed.
        #[serde(default)]
        findings: Vec<Finding>,
        /// Broken off before the end of the section.
        #[serde(default)]
        interrupted: bool,
        /// The day agreed for the next patrol.
        next_on: Option<Date>,
        /// What was given to each side to do.
        #[serde(default)]
        tasks: Vec<TaskGiven>,
    },
    /// Record that both sides signed the record.
    SignRecord {
        /// The day.
        signed_on: Date,
        /// The marker at which it was signed.
        #[schemars(length(min = 1, max = 16))]
        at_marker: Option<String>,
    },
    /// Put the patrol off.
    Postpone {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new day, where one is named.
        planned_on: Option<Date>,
    },
    /// Give the patrol up.
    Cancel {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum PatrolFact {
    /// A patrol was planned.
    Planned {
        /// With whom.
        counterpart: CounterpartId,
        /// What kind of patrol.
        kind: PatrolKind,
        /// The first day.
        planned_on: Date,
        /// The marker at which the section begins.
        from_marker: String,
        /// The marker at which it ends.
        to_marker: String,
        /// The side that chairs.
        chair: SideId,
        /// How the teams move.
        mode: PatrolMode,
        /// By night.
        night: bool,
        /// Own teams.
        own_teams: u32,
        /// Own officers and soldiers.
        own_strength: u32,
        /// The occurrence to be met.
        occurrence: Option<OccurrenceId>,
        /// The period covered.
        period: Option<String>,
        /// The side that is to agree.
        turn: SideId,
    },
    /// The other side named another day.
    OtherDateRecorded {
        /// The other day.
        planned_on: Date,
        /// The side that is to agree.
        turn: SideId,
    },
    /// Both sides agreed to the day.
    Agreed {
        /// When they did.
        on: Date,
    },
    /// The own commander approved.
    Approved {
        /// When.
        on: Date,
    },
    /// The teams were named.
    TeamsNamed {
        /// Leads, liaison officers, the other side's strength.
        teams: Teams,
        /// Own teams.
        own_teams: u32,
        /// Own officers and soldiers.
        own_strength: u32,
    },
    /// The teams set out.
    Started {
        /// When.
        at: Timestamp,
    },
    /// The patrol was finished.
    Finished {
        /// What came of it.
        course: Course,
    },
    /// The patrol was broken off.
    Interrupted {
        /// What came of it until then.
        course: Course,
    },
    /// Both sides signed the record.
    RecordSigned {
        /// The day.
        on: Date,
        /// The marker at which it was signed.
        at_marker: Option<String>,
    },
    /// The patrol was put off.
    Postponed {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new day, where one is named.
        planned_on: Option<Date>,
    },
    /// The patrol was given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// Why an act on a patrol is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum PatrolRefusal {
    /// The patrol is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// The text has not the form of a marker number.
    NoMarker {
        /// The text that was given.
        marker: String,
    },
    /// The day lies before the day on which it is named.
    InThePast,
    /// What happened cannot lie in the future.
    InTheFuture,
    /// The occurrence names the other side as host.
    OtherHost {
        /// The host whose turn it is.
        host: SideId,
    },
    /// The occurrence does not exist or is settled.
    NoOccurrence,
    /// The occurrence asks for another kind of activity.
    OtherActivity,
    /// The patrol was postponed without a new day.
    NoDate,
    /// The officer who planned the patrol cannot approve it.
    OwnPlan,
    /// The two sides have not exchanged liaison officers.
    NoLiaison,
    /// The last day lies before the first, or the first before the start.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
    /// The record cannot be signed before the patrol is over.
    NotFinished,
}
