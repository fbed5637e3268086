//! What a standing programme looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Qualifier;
use crate::{AgreementId, CommunityId, CounterpartId, SideId, Words};

/// A standing programme as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct StandingProgrammeState {
    /// What kind of programme.
    pub kind: StandingProgrammeKind,
    /// What it is called.
    pub name: Words,
    /// What it is for.
    pub purpose: String,
    /// The text it rests on.
    pub agreement: Option<AgreementId>,
    /// With whom: the counterpart relations; none for a programme of the own side alone.
    pub counterparts: Vec<CounterpartId>,
    /// The communities for which it is meant.
    pub communities: Vec<CommunityId>,
    /// The first day planned.
    pub from: Date,
    /// The day from which it is no longer planned; none where no end is set.
    pub until: Option<Date>,
    /// The day on which it started.
    pub started_on: Option<Date>,
    /// Whom it reached, by side and day: numbers, each as it was told.
    pub beneficiaries: Vec<Beneficiaries>,
    /// What reviews found.
    pub reviews: Vec<StandingProgrammeReview>,
    /// The day of the next review.
    pub next_review_on: Option<Date>,
    /// The times in which it did not run.
    pub suspensions: Vec<StandingProgrammeSuspension>,
    /// How far it has come.
    pub stage: StandingProgrammeStage,
}

/// How far a standing programme has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum StandingProgrammeStage {
    /// Somebody proposed it.
    Proposed,
    /// It runs.
    Running,
    /// It does not run for the time being.
    Suspended,
    /// It is over, or was never taken up.
    Closed {
        /// The last day.
        closed_on: Date,
        /// What came of it.
        result: String,
    },
}

/// What kind of programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "standing-programme-kind"))]
pub enum StandingProgrammeKind {
    /// A friendship year: the roof over the activities of a year.
    FriendshipYear,
    /// Children in need are helped to go to school.
    ChildSponsorship,
    /// Residents are told of the law, again and again.
    LawPublicity,
    /// Aid over a longer time.
    Aid,
    /// A model border or a friendship forest, built up over years.
    ModelBorder,
}

/// Of whom the beneficiaries are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "beneficiary-group"))]
pub enum BeneficiaryGroup {
    /// Children: only ever as a number (domain vocabulary C.2).
    Children,
    /// Households.
    Households,
    /// Residents.
    Residents,
    /// Villages and residential groups.
    Communities,
}

/// How many were reached on one side, on a day, as somebody told it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Beneficiaries {
    /// The side on which they live.
    pub side: SideId,
    /// Of whom.
    pub group: BeneficiaryGroup,
    /// How many; a number, no names.
    pub count: u32,
    /// How exact the number is.
    pub qualifier: Qualifier,
    /// The day for which the number holds.
    pub as_of_on: Date,
    /// Who says so.
    #[schemars(length(min = 1, max = 200))]
    pub source: String,
}

/// What a review found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StandingProgrammeReview {
    /// The day of the review.
    pub reviewed_on: Date,
    /// What it found.
    pub note: String,
}

/// A time in which it did not run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StandingProgrammeSuspension {
    /// The first day.
    pub from: Date,
    /// The day from which it ran again.
    pub until: Option<Date>,
    /// Why.
    pub reason: String,
}

/// A programme as it is proposed.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StandingProgrammeProposal {
    /// What kind of programme.
    pub kind: StandingProgrammeKind,
    /// What it is called.
    pub name: Words,
    /// What it is for.
    #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
    pub purpose: String,
    /// The text it rests on.
    pub agreement: Option<AgreementId>,
    /// With whom; none for a programme of the own side alone.
    #[serde(default)]
    pub counterparts: Vec<CounterpartId>,
    /// The communities for which it is meant.
    #[serde(default)]
    pub communities: Vec<CommunityId>,
    /// The first day planned.
    pub from: Date,
    /// The day from which it is no longer planned, where an end is set.
    pub until: Option<Date>,
    /// The day of the first review.
    pub next_review_on: Option<Date>,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum StandingProgrammeCommand {
    /// Propose a programme.
    Propose(StandingProgrammeProposal),
    /// Amend it; what is left out stays as it is.
    Amend {
        /// What it is called.
        name: Option<Words>,
        /// What it is for.
        #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
        purpose: Option<String>,
        /// The day from which it is no longer planned.
        until: Option<Date>,
        /// The day of the next review.
        next_review_on: Option<Date>,
    },
    /// Let it start.
    Start {
        /// The first day.
        started_on: Date,
    },
    /// Record whom it reached, as a number.
    RecordBeneficiaries(Beneficiaries),
    /// Record what a review found.
    RecordReview {
        /// The day of the review.
        reviewed_on: Date,
        /// What it found.
        #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
        note: String,
        /// The day of the next review.
        next_on: Option<Date>,
    },
    /// Suspend it.
    Suspend {
        /// The first day on which it does not run.
        suspended_on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Let it run again.
    Resume {
        /// The first day on which it runs again.
        resumed_on: Date,
    },
    /// Close it.
    Close {
        /// The last day.
        closed_on: Date,
        /// What came of it.
        #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
        result: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum StandingProgrammeFact {
    /// A programme was proposed.
    Proposed(StandingProgrammeProposal),
    /// It was amended; what is absent stayed as it was.
    Amended {
        /// What it is called.
        name: Option<Words>,
        /// What it is for.
        purpose: Option<String>,
        /// The day from which it is no longer planned.
        until: Option<Date>,
        /// The day of the next review.
        next_review_on: Option<Date>,
    },
    /// It started.
    Started {
        /// The first day.
        started_on: Date,
    },
    /// It was recorded whom it reached.
    BeneficiariesRecorded(Beneficiaries),
    /// It was reviewed.
    Reviewed {
        /// The day of the review.
        reviewed_on: Date,
        /// What it found.
        note: String,
        /// The day of the next review.
        next_on: Option<Date>,
    },
    /// It was suspended.
    Suspended {
        /// The first day on which it does not run.
        suspended_on: Date,
        /// Why.
        reason: String,
    },
    /// It runs again.
    Resumed {
        /// The first day on which it runs again.
        resumed_on: Date,
    },
    /// It was closed.
    Closed {
        /// The last day.
        closed_on: Date,
        /// What came of it.
        result: String,
    },
}

/// Why an act on a standing programme is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum StandingProgrammeRefusal {
    /// The programme is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// No language has a name.
    NoName,
    /// There is no such agreement.
    NoAgreement,
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// There is no such community.
    NoCommunity {
        /// The community that was named.
        community: CommunityId,
    },
    /// There is no such side.
    NoSide {
        /// The side that was named.
        side: SideId,
    },
    /// What happened cannot lie in the future.
    InTheFuture,
    /// The later of two days does not lie after the earlier.
    WrongOrder {
        /// The day that comes first.
        earlier: Date,
        /// The day that comes later.
        later: Date,
    },
    /// Nothing differs from what stands there.
    NothingChanged,
}
