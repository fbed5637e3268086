//! What a twinning is: its members, regulation and rhythms.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reporting::period::Every;
use crate::{AgreementId, CommunityId, CounterpartId, OfficerId, RecordId, SideId, TwinningId, UnitId, Words};

/// A twinning as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TwinningState {
    /// What kind of bodies are twinned.
    pub kind: TwinningKind,
    /// The name of the model it follows.
    pub model: Option<Words>,
    /// The names of all members when they were last named.
    pub title: Words,
    /// The side that keeps this record.
    pub side: SideId,
    /// The side across the line.
    pub other_side: SideId,
    /// The counterpart relation under which it is counted.
    pub counterpart: Option<CounterpartId>,
    /// Who is twinned: one or more on each side.
    pub members: TwinningMembers,
    /// The signed regulation, as an agreement.
    pub agreement: Option<AgreementId>,
    /// The points of the regulation.
    pub points: Vec<RegulationPoint>,
    /// How often the members meet.
    pub meets_every: Option<Every>,
    /// After how many months the twinning is reviewed.
    pub review_months: Option<u32>,
    /// Who proposed it, and so may not record that the own superior approved.
    pub proposed_by: OfficerId,
    /// The approval by the own superior.
    pub own_approval: Option<Approval>,
    /// The approval by the other side's superior.
    pub other_approval: Option<Approval>,
    /// The day of the signatures.
    pub signed_on: Option<Date>,
    /// The first day on which it rules.
    pub in_force_on: Option<Date>,
    /// The reviews there were.
    pub reviews: Vec<TwinningReview>,
    /// The day of the next review.
    pub next_review_on: Option<Date>,
    /// From when until when it counts as signed and active, and with how many members.
    pub counted: Vec<CountedSpan>,
    /// Members that changed since they were named: both sides are to sign a note.
    pub changed_members: Vec<MemberChange>,
    /// The twinning that it continues.
    pub predecessor: Option<TwinningId>,
    /// How far it has come.
    pub stage: TwinningStage,
}

/// What kind of bodies are twinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "twinning-kind"))]
pub enum TwinningKind {
    /// Stations and posts.
    Station,
    /// Armed forces.
    Force,
    /// Villages and residential groups.
    Community,
    /// Authorities of communes and above.
    Administration,
}

/// Who is twinned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TwinningMembers {
    /// Own units.
    pub own_units: Vec<UnitId>,
    /// Own communities.
    pub own_communities: Vec<CommunityId>,
    /// Units of the other side.
    pub other_units: Vec<UnitId>,
    /// Communities of the other side.
    pub other_communities: Vec<CommunityId>,
    /// Names of those of the other side for which there is no record.
    pub other_names: Vec<String>,
}

/// One numbered point of a regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RegulationPoint {
    /// Its number, from 1.
    pub number: u32,
    /// What it says.
    pub text: String,
}

/// A superior's approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Approval {
    /// The day.
    pub on: Date,
    /// The own unit that approved.
    pub unit: Option<UnitId>,
    /// The authority of the other side that approved.
    pub authority: Option<String>,
    /// The paper in which it did.
    pub paper: Option<String>,
}

/// One review by both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TwinningReview {
    /// Its number, from 1.
    pub number: u32,
    /// The day.
    pub on: Date,
    /// What came of it.
    pub result: String,
}

/// A time in which the twinning counts as signed and active.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CountedSpan {
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer counts so.
    pub until: Option<Date>,
    /// Own members.
    pub own_members: u32,
    /// Partners on the other side.
    pub partners: u32,
}

/// A member that merged or was dissolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MemberChange {
    /// The member.
    pub member: RecordId,
    /// The first day on which it is no longer there by itself.
    pub on: Date,
}

/// How far a twinning has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum TwinningStage {
    /// Proposed; the superiors of both sides have not both approved.
    Proposed,
    /// Both superiors approved.
    Approved,
    /// Signed by both sides, not yet in force.
    Signed,
    /// In force.
    Active,
    /// In force and reviewed.
    Reviewed {
        /// How often it was reviewed.
        number: u32,
    },
    /// Still signed, but nothing happens under it.
    Dormant {
        /// Since when.
        from: Date,
        /// Why.
        remark: String,
    },
    /// In force again.
    Renewed {
        /// Since when.
        from: Date,
    },
    /// At an end.
    Ended {
        /// The first day on which it no longer rules.
        until: Date,
        /// Why.
        remark: String,
    },
    /// Continued by another twinning, because members changed.
    Continued {
        /// The twinning that follows.
        successor: TwinningId,
        /// The first day of that one.
        until: Date,
    },
    /// Given up before it was signed.
    Withdrawn {
        /// Why.
        remark: String,
    },
}
