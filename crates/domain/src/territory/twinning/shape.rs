//! What can be asked for on a twinning, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::state::{Approval, RegulationPoint, TwinningKind, TwinningMembers};
use crate::reporting::period::Every;
use crate::{AgreementId, CommunityId, CounterpartId, RecordId, SideId, TwinningId, UnitId, Words};

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
        #[schemars(extend("x-side" = "other"))]
        other_side: SideId,
        /// The counterpart relation under which it is counted.
        counterpart: Option<CounterpartId>,
        /// Own units.
        #[serde(default)]
        #[schemars(extend("x-side" = "own"))]
        own_units: Vec<UnitId>,
        /// Own communities.
        #[serde(default)]
        #[schemars(extend("x-side" = "own"))]
        own_communities: Vec<CommunityId>,
        /// Units of the other side.
        #[serde(default)]
        #[schemars(extend("x-side" = "other"))]
        other_units: Vec<UnitId>,
        /// Communities of the other side.
        #[serde(default)]
        #[schemars(extend("x-side" = "other"))]
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
        #[schemars(extend("x-side" = "own"))]
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
        #[schemars(extend("x-side" = "own"))]
        own_units: Vec<UnitId>,
        /// Own communities.
        #[serde(default)]
        #[schemars(extend("x-side" = "own"))]
        own_communities: Vec<CommunityId>,
        /// Units of the other side.
        #[serde(default)]
        #[schemars(extend("x-side" = "other"))]
        other_units: Vec<UnitId>,
        /// Communities of the other side.
        #[serde(default)]
        #[schemars(extend("x-side" = "other"))]
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
        #[schemars(extend("x-side" = "own"))]
        own_units: Vec<UnitId>,
        /// Own communities.
        #[serde(default)]
        #[schemars(extend("x-side" = "own"))]
        own_communities: Vec<CommunityId>,
        /// Units of the other side.
        #[serde(default)]
        #[schemars(extend("x-side" = "other"))]
        other_units: Vec<UnitId>,
        /// Communities of the other side.
        #[serde(default)]
        #[schemars(extend("x-side" = "other"))]
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
