//! What a report looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CounterpartId, OfficerId, RecordId, SideId, UnitId, Words};

/// A report as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ReportState {
    /// The unit that reports.
    pub unit: UnitId,
    /// The superior it reports to; none at the top.
    pub to: Option<UnitId>,
    /// The period, as `2026-Q1`.
    pub period: String,
    /// First day of the period.
    pub from: Date,
    /// First day after the period.
    pub until: Date,
    /// The day on which the report is due.
    pub due_on: Date,
    /// What the report is called.
    pub title: Words,
    /// The counts, own and joint.
    pub counts: Vec<Count>,
    /// What the other side says it counted.
    pub other_counts: Vec<OtherCount>,
    /// The reports from below that it brings together.
    pub below: Vec<RecordId>,
    /// What the unit says in words.
    pub told: Told,
    /// Every restatement, with the counts that stood before.
    pub restatements: Vec<Restatement>,
    /// How far the report has come.
    pub stage: ReportStage,
}

/// What a unit says in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Told {
    /// Results.
    pub results: Option<String>,
    /// Problems.
    pub problems: Option<String>,
    /// Directions for the time to come.
    pub directions: Option<String>,
}

/// One line of counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Count {
    /// The figure.
    pub figure: String,
    /// The unit whose records are counted.
    pub unit: UnitId,
    /// The counterpart relation, where there is one.
    pub counterpart: Option<CounterpartId>,
    /// As the own side recorded it.
    pub own: i64,
    /// As both sides signed it.
    pub joint: i64,
}

/// What the other side says it counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OtherCount {
    /// The figure.
    pub figure: String,
    /// The counterpart relation.
    pub counterpart: CounterpartId,
    /// The side that says so.
    pub side: SideId,
    /// How many.
    pub count: i64,
    /// Where it says so: the letter or record.
    pub source: String,
}

/// A restatement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Restatement {
    /// Why.
    pub reason: String,
    /// The counts that stood before.
    pub counts_before: Vec<Count>,
}

/// How far a report has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum ReportStage {
    /// Being written.
    Draft,
    /// Signed by the unit's commander; its counts are frozen.
    Signed {
        /// Who signed.
        signed_by: OfficerId,
    },
    /// On its way up.
    Sent {
        /// Who signed.
        signed_by: OfficerId,
        /// The day.
        on: Date,
    },
    /// With the superior.
    Received {
        /// Who signed.
        signed_by: OfficerId,
    },
    /// Given back with remarks.
    Returned {
        /// The remarks.
        remarks: String,
    },
    /// Accepted by the superior.
    Accepted {
        /// Who accepted.
        accepted_by: OfficerId,
    },
    /// Part of the superior's report.
    Consolidated {
        /// That report.
        into: RecordId,
    },
}

impl ReportStage {
    /// The stage's name.
    pub fn status(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Signed { .. } => "signed",
            Self::Sent { .. } => "sent",
            Self::Received { .. } => "received",
            Self::Returned { .. } => "returned",
            Self::Accepted { .. } => "accepted",
            Self::Consolidated { .. } => "consolidated",
        }
    }
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ReportCommand {
    /// Draft the report of a period; the counts are filled in.
    Draft {
        /// The period, as `2026-Q1` or `2026`.
        #[schemars(length(min = 4, max = 10))]
        period: String,
        /// Results, in words.
        #[schemars(length(max = 4000), extend("x-long" = true))]
        results: Option<String>,
        /// Problems, in words.
        #[schemars(length(max = 4000), extend("x-long" = true))]
        problems: Option<String>,
        /// Directions for the time to come.
        #[schemars(length(max = 4000), extend("x-long" = true))]
        directions: Option<String>,
    },
    /// Change what is said in words.
    Amend {
        /// Results, in words.
        #[schemars(length(max = 4000), extend("x-long" = true))]
        results: Option<String>,
        /// Problems, in words.
        #[schemars(length(max = 4000), extend("x-long" = true))]
        problems: Option<String>,
        /// Directions for the time to come.
        #[schemars(length(max = 4000), extend("x-long" = true))]
        directions: Option<String>,
    },
    /// Count again from the records.
    Recount,
    /// Record what the other side says it counted.
    RecordOtherCount {
        /// The figure.
        #[schemars(extend("x-choice" = "figure"))]
        figure: String,
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// How many.
        #[schemars(range(min = 0))]
        count: i64,
        /// Where it says so: the letter or record.
        #[schemars(length(min = 1, max = 300))]
        source: String,
    },
    /// Sign the report; its counts freeze.
    Sign,
    /// Send it to the superior.
    Send {
        /// The day.
        sent_on: Date,
    },
    /// Take it in at the superior.
    Receive,
    /// Give it back with remarks.
    Return {
        /// The remarks.
        #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
        remarks: String,
    },
    /// Accept it.
    Accept,
    /// Take it into the superior's report; follows from that report's signature.
    Consolidate {
        /// That report.
        into: RecordId,
    },
    /// Count a signed report anew because records came late; the old counts stay.
    Restate {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum ReportFact {
    /// The report was drafted.
    Drafted {
        /// The period.
        period: String,
        /// Its first day.
        from: Date,
        /// The first day after it.
        until: Date,
        /// The day on which the report is due.
        due_on: Date,
        /// The unit that reports.
        unit: UnitId,
        /// The superior.
        to: Option<UnitId>,
        /// The counts.
        counts: Vec<Count>,
        /// The reports from below.
        below: Vec<RecordId>,
        /// What the other side stated to the units below.
        #[serde(default)]
        other_counts: Vec<OtherCount>,
        /// What is said in words.
        told: Told,
    },
    /// The words were changed.
    Amended {
        /// What is said in words.
        told: Told,
    },
    /// The records were counted again.
    Recounted {
        /// The counts.
        counts: Vec<Count>,
    },
    /// The other side's count was recorded.
    OtherCountRecorded {
        /// What it says.
        stated: OtherCount,
    },
    /// The report was signed.
    Signed {
        /// The counts as they stood.
        counts: Vec<Count>,
        /// What the other side stated to the units below until then.
        #[serde(default)]
        other_counts: Vec<OtherCount>,
    },
    /// It was sent.
    Sent {
        /// The day.
        on: Date,
        /// To whom.
        to: UnitId,
    },
    /// The superior took it in.
    Received,
    /// The superior gave it back.
    Returned {
        /// The remarks.
        remarks: String,
    },
    /// The superior accepted it.
    Accepted,
    /// It became part of the superior's report.
    Consolidated {
        /// That report.
        into: RecordId,
    },
    /// It was counted anew after it had been signed.
    Restated {
        /// The counts.
        counts: Vec<Count>,
        /// Why.
        reason: String,
    },
}

/// Why an act on a report is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum ReportRefusal {
    /// The report is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The text names no period.
    NoPeriod {
        /// The text.
        period: String,
    },
    /// The period has not begun.
    NotBegun,
    /// The unit has a report of this period already.
    AlreadyDrafted {
        /// The period.
        period: String,
    },
    /// A report is signed after its period is over.
    PeriodNotOver {
        /// The first day after the period.
        until: Date,
    },
    /// A report from below is not accepted yet.
    BelowNotAccepted {
        /// Whose report.
        unit: UnitId,
    },
    /// The unit has no superior in the scheme of talks.
    NoSuperior,
    /// The report is addressed to another unit.
    NotAddressee,
    /// Who signed a report does not accept it.
    OwnReport,
    /// There is no such figure.
    NoFigure {
        /// The code that was given.
        figure: String,
    },
    /// There is no such counterpart relation.
    NoCounterpart,
    /// The counts are the same as before.
    NothingChanged,
}
