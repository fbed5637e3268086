//! What a twinning looks like: its members, regulation and rhythms, the commands on it, what can happen, and why an act
//! may be refused.

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

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TwinningCommand {
    /// Propose a twinning.
    Propose {
        /// What kind of bodies are twinned.
        kind: TwinningKind,
        /// The name of the model it follows.
        model: Option<Words>,
        /// The side across the line.
        other_side: SideId,
        /// The counterpart relation under which it is counted.
        counterpart: Option<CounterpartId>,
        /// Own units.
        #[serde(default)]
        own_units: Vec<UnitId>,
        /// Own communities.
        #[serde(default)]
        own_communities: Vec<CommunityId>,
        /// Units of the other side.
        #[serde(default)]
        other_units: Vec<UnitId>,
        /// Communities of the other side.
        #[serde(default)]
        other_communities: Vec<CommunityId>,
        /// Names of those of the other side for which there is no record.
        #[serde(default)]
        other_names: Vec<String>,
        /// The regulation, as an agreement.
        agreement: Option<AgreementId>,
        /// The points of the regulation, one a line.
        #[serde(default)]
        points: Vec<String>,
        /// How often the members meet.
        meets_every: Option<Every>,
        /// After how many months the twinning is reviewed.
        #[schemars(range(min = 1, max = 120))]
        review_months: Option<u32>,
    },
    /// Record that the own superior approved.
    Approve {
        /// The own unit that approved.
        unit: UnitId,
        /// The day.
        approved_on: Date,
        /// The paper in which it did.
        #[schemars(length(max = 200))]
        paper: Option<String>,
    },
    /// Record that the other side's superior approved.
    RecordApproval {
        /// The authority of the other side.
        #[schemars(length(min = 1, max = 200))]
        authority: String,
        /// The day.
        approved_on: Date,
        /// The paper in which it did.
        #[schemars(length(max = 200))]
        paper: Option<String>,
    },
    /// Record that both sides signed.
    Sign {
        /// The day of the signatures.
        signed_on: Date,
        /// The first day on which it rules; the day of the signatures where none is named.
        in_force_on: Option<Date>,
    },
    /// Record that a signed twinning is in force.
    Start {
        /// The first day on which it rules.
        in_force_on: Date,
    },
    /// Record a review by both sides.
    Review {
        /// The day.
        reviewed_on: Date,
        /// What came of it.
        #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
        result: String,
        /// After how many months it is reviewed again, where that changed.
        #[schemars(range(min = 1, max = 120))]
        review_months: Option<u32>,
    },
    /// Record that nothing happens under it any more.
    MarkDormant {
        /// Since when.
        from: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        remark: String,
    },
    /// Record that both sides took it up again.
    Renew {
        /// Since when.
        renewed_on: Date,
    },
    /// Name the members anew; once it is signed, by a note that both sides sign.
    AmendMembers {
        /// Own units.
        #[serde(default)]
        own_units: Vec<UnitId>,
        /// Own communities.
        #[serde(default)]
        own_communities: Vec<CommunityId>,
        /// Units of the other side.
        #[serde(default)]
        other_units: Vec<UnitId>,
        /// Communities of the other side.
        #[serde(default)]
        other_communities: Vec<CommunityId>,
        /// Names of those of the other side for which there is no record.
        #[serde(default)]
        other_names: Vec<String>,
        /// The day on which both sides signed the note, from which the new members count.
        note_signed_on: Option<Date>,
    },
    /// Let another twinning continue it, by a note that both sides sign.
    Continue {
        /// Own units.
        #[serde(default)]
        own_units: Vec<UnitId>,
        /// Own communities.
        #[serde(default)]
        own_communities: Vec<CommunityId>,
        /// Units of the other side.
        #[serde(default)]
        other_units: Vec<UnitId>,
        /// Communities of the other side.
        #[serde(default)]
        other_communities: Vec<CommunityId>,
        /// Names of those of the other side for which there is no record.
        #[serde(default)]
        other_names: Vec<String>,
        /// The first day of the twinning that follows.
        from: Date,
        /// The day on which both sides signed the note.
        note_signed_on: Option<Date>,
    },
    /// End the twinning.
    End {
        /// The first day on which it no longer rules.
        ended_on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        remark: String,
    },
    /// Give it up before it is signed.
    Withdraw {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        remark: String,
    },
    /// Begin as the continuation of another twinning; follows from that one.
    TakeOver {
        /// The twinning that it continues.
        predecessor: TwinningId,
        /// Who is twinned now.
        members: TwinningMembers,
        /// The first day.
        from: Date,
        /// The day on which both sides signed the note.
        note_signed_on: Date,
    },
    /// Note that a member merged or was dissolved; follows from that member.
    NoteMemberChange {
        /// The member.
        member: RecordId,
        /// The first day on which it is no longer there by itself.
        on: Date,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum TwinningFact {
    /// A twinning was proposed.
    Proposed {
        /// What kind of bodies are twinned.
        kind: TwinningKind,
        /// The name of the model.
        model: Option<Words>,
        /// The names of all members.
        title: Words,
        /// The side across the line.
        other_side: SideId,
        /// The counterpart relation.
        counterpart: Option<CounterpartId>,
        /// Who is twinned.
        members: TwinningMembers,
        /// The regulation, as an agreement.
        agreement: Option<AgreementId>,
        /// The points of the regulation.
        points: Vec<RegulationPoint>,
        /// How often the members meet.
        meets_every: Option<Every>,
        /// After how many months it is reviewed.
        review_months: Option<u32>,
    },
    /// The own superior approved.
    Approved {
        /// The approval.
        own_approval: Approval,
    },
    /// The other side's superior approved.
    OtherApproved {
        /// The approval.
        other_approval: Approval,
    },
    /// Both sides signed.
    Signed {
        /// The day.
        signed_on: Date,
        /// The first day on which it rules.
        in_force_on: Date,
    },
    /// It is in force.
    Started {
        /// The first day on which it rules.
        in_force_on: Date,
        /// The day of the next review.
        next_review_on: Option<Date>,
    },
    /// It was reviewed.
    Reviewed {
        /// The day.
        reviewed_on: Date,
        /// What came of it.
        result: String,
        /// After how many months it is reviewed again.
        review_months: Option<u32>,
        /// The day of the next review.
        next_review_on: Option<Date>,
    },
    /// Nothing happens under it any more.
    Dormant {
        /// Since when.
        from: Date,
        /// Why.
        remark: String,
    },
    /// Both sides took it up again.
    Renewed {
        /// Since when.
        renewed_on: Date,
        /// The day of the next review.
        next_review_on: Option<Date>,
    },
    /// The members were named anew.
    MembersAmended {
        /// Who is twinned.
        members: TwinningMembers,
        /// The names of all members.
        title: Words,
        /// The day on which both sides signed the note.
        note_signed_on: Option<Date>,
    },
    /// Another twinning continues it.
    Continued {
        /// The twinning that follows.
        successor: TwinningId,
        /// The first day of that one.
        from: Date,
        /// The day on which both sides signed the note.
        note_signed_on: Date,
    },
    /// It begins as the continuation of another.
    TakenOver {
        /// The twinning that it continues.
        predecessor: TwinningId,
        /// What kind of bodies are twinned.
        kind: TwinningKind,
        /// The name of the model.
        model: Option<Words>,
        /// The names of all members.
        title: Words,
        /// The side across the line.
        other_side: SideId,
        /// The counterpart relation.
        counterpart: Option<CounterpartId>,
        /// Who is twinned.
        members: TwinningMembers,
        /// The regulation, as an agreement.
        agreement: Option<AgreementId>,
        /// The points of the regulation.
        points: Vec<RegulationPoint>,
        /// How often the members meet.
        meets_every: Option<Every>,
        /// After how many months it is reviewed.
        review_months: Option<u32>,
        /// The first day.
        from: Date,
        /// The day on which both sides signed the note.
        note_signed_on: Date,
        /// The day of the next review.
        next_review_on: Option<Date>,
    },
    /// It ended.
    Ended {
        /// The first day on which it no longer rules.
        ended_on: Date,
        /// Why.
        remark: String,
    },
    /// It was given up before it was signed.
    Withdrawn {
        /// Why.
        remark: String,
    },
    /// A member merged or was dissolved.
    MemberChangeNoted {
        /// The member.
        member: RecordId,
        /// The first day on which it is no longer there by itself.
        on: Date,
    },
}

/// Why an act on a twinning is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum TwinningRefusal {
    /// The twinning is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The side across the line is not known, or is the own side.
    NoOtherSide,
    /// There is no such counterpart relation.
    NoCounterpart,
    /// There is no such agreement.
    NoAgreement,
    /// A twinning has a member on each side: units, or communities where communities are twinned.
    NoMember,
    /// A member is not known, belongs to the wrong side, or is no longer there.
    UnfitMember {
        /// The member.
        member: String,
    },
    /// A member is named twice.
    MemberTwice {
        /// The member.
        member: String,
    },
    /// The unit is no superior of a member, and no authority of its area.
    NotSuperior {
        /// The unit that was named.
        unit: UnitId,
    },
    /// The officer who proposed the twinning cannot record that the superior approved.
    OwnProposal,
    /// That side's superior approved already.
    AlreadyApproved,
    /// It cannot be signed before both superiors approved.
    NotApproved,
    /// What happened cannot lie in the future.
    InTheFuture,
    /// A day that cannot lie later lies later.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
    /// Once it is signed, members change only by a note that both sides sign.
    NoNote,
    /// A continuation begins only with the twinning that it continues.
    NoPredecessor,
}
