//! What marker works look like: the state of one finding from the day it was found to the signed record.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::territory::marker::{Comparison, Condition, Metres, Position, SeenCondition};
use crate::{CounterpartId, LetterId, MarkerId, MarkerNumber, PatrolId, RecordId, SideId, UnitId, Words};

/// Marker works as they stand.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MarkerWorksState {
    /// The marker.
    pub marker: MarkerId,
    /// Its number.
    pub number: MarkerNumber,
    /// Its number and what was found, for lists.
    pub title: Words,
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// The other side.
    pub other_side: SideId,
    /// What was found, in neutral words.
    pub subject: String,
    /// The side that found it.
    pub found_by: SideId,
    /// When.
    pub found_at: Timestamp,
    /// The day of it, in the zone of the own side.
    pub found_on: Date,
    /// The patrol that found it.
    pub patrol: Option<PatrolId>,
    /// Hours after the finding within which the written notice is due.
    pub notify_hours: u32,
    /// Days from the delivery of a notice of works to the first day of works.
    pub notice_days: u32,
    /// What the own side noted, once it looked.
    pub noted: Option<Noted>,
    /// The notices of the finding, the first first.
    pub notices: Vec<FindingNotice>,
    /// The day for which the joint check is agreed.
    pub check_on: Option<Date>,
    /// What both sides measured together.
    pub check: Option<JointCheck>,
    /// What both sides agreed, or the texts of both.
    pub facts: Option<CheckedFacts>,
    /// The side that carries out the works, as the register or the joint check says.
    pub responsible: Option<SideId>,
    /// The notices of works, the oldest first; the last is the one that counts.
    pub announcements: Vec<WorksNotice>,
    /// Who is to be present for the side that does not work, by office.
    pub representative: Option<Representative>,
    /// The works, once carried out.
    pub carried_out: Option<CarriedOut>,
    /// What the Joint Committee was told and decided.
    pub committee: Option<Committee>,
    /// The record that both sides signed.
    pub record: Option<WorksRecord>,
    /// How far it has come.
    pub stage: MarkerWorksStage,
}

/// What the own side noted at the marker: no digging, no judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Noted {
    /// The day.
    pub on: Date,
    /// The condition as seen.
    pub condition: SeenCondition,
    /// What was seen.
    #[schemars(extend("x-long" = true))]
    pub text: Option<String>,
    /// Where the photos are kept.
    pub photo: Option<String>,
}

/// A notice of the finding to the other side, or from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FindingNotice {
    /// When it was given.
    pub at: Timestamp,
    /// The hotline call by which it was given.
    pub call: Option<RecordId>,
    /// The letter by which it was given.
    pub letter: Option<LetterId>,
    /// How else it was given.
    pub remark: Option<String>,
}

/// What both sides measured together at the marker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointCheck {
    /// The day.
    pub held_on: Date,
    /// What was found.
    #[schemars(extend("x-long" = true))]
    pub text: Option<String>,
    /// The position as surveyed.
    pub position: Option<Position>,
    /// How exact the survey is.
    pub accuracy_m: Option<Metres>,
    /// The instruments.
    pub device: Option<String>,
    /// Where the photos are kept.
    pub photo: Option<String>,
    /// What comes of comparing with the registered position.
    pub comparison: Option<Comparison>,
}

/// What came of the joint check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CheckedFacts {
    /// The day of the record on it.
    pub signed_on: Date,
    /// The condition that both sides confirmed; none where they did not confirm the same.
    pub condition: Option<Condition>,
    /// The facts in the words of both.
    #[schemars(extend("x-long" = true))]
    pub agreed_text: Option<String>,
    /// The cause, where both agree on it.
    pub cause: Option<String>,
    /// The facts in the words of the own side, where the two differ.
    #[schemars(extend("x-long" = true))]
    pub own_text: Option<String>,
    /// The facts in the words of the other side, where the two differ.
    #[schemars(extend("x-long" = true))]
    pub other_text: Option<String>,
}

/// What both sides can confirm together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "marker-state"))]
pub enum ConfirmedCondition {
    /// Nothing is wrong with it.
    Intact,
    /// Damaged.
    Damaged,
    /// Seriously damaged.
    SeriouslyDamaged,
    /// It does not stand at its place.
    Displaced,
    /// Nothing is left that could be restored.
    Destroyed,
    /// It was not found.
    Missing,
}

/// A notice of works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WorksNotice {
    /// The side that works.
    pub side: SideId,
    /// The day on which the notice was delivered.
    pub delivered_on: Date,
    /// The first day of works.
    pub start_on: Date,
    /// The letter that carries the notice.
    pub letter: Option<LetterId>,
    /// The letter in which the other side agreed to an earlier start.
    pub earlier_start_letter: Option<LetterId>,
}

/// Who is to be present for the side that does not work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Representative {
    /// By office, not by name.
    pub office: String,
    /// The own unit that recorded it; a successor confirms it by recording it again.
    pub recorded_by: UnitId,
    /// When.
    pub on: Date,
}

/// Works that were carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CarriedOut {
    /// The first day.
    pub held_on: Date,
    /// The last day.
    pub until_on: Date,
    /// Who was present for the side that does not work, by office.
    pub present: String,
    /// What was done.
    #[schemars(extend("x-long" = true))]
    pub text: Option<String>,
}

/// What the Joint Committee was told and decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Committee {
    /// When the record with the reasons was made.
    pub referred_on: Date,
    /// Why the marker cannot be restored at its place.
    #[schemars(extend("x-long" = true))]
    pub reason: String,
    /// What was decided.
    pub decision: Option<CommitteeDecision>,
}

/// A decision of the Joint Committee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CommitteeDecision {
    /// The day.
    pub decided_on: Date,
    /// The document, as it is cited.
    pub document: String,
    /// True where the marker is to be restored at its place after all.
    pub in_place: bool,
    /// What was decided, in its own words.
    #[schemars(extend("x-long" = true))]
    pub text: Option<String>,
}

/// The record that both sides signed after the works, with photo and survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WorksRecord {
    /// The day.
    pub signed_on: Date,
    /// How many originals.
    pub originals: u32,
    /// Where the photos are kept.
    pub photo: String,
    /// The position as surveyed, with the height.
    pub position: Position,
    /// How exact the survey is.
    pub accuracy_m: Option<Metres>,
    /// The instruments.
    pub device: Option<String>,
    /// What comes of comparing with the registered position; none where the marker got a new place.
    pub comparison: Option<Comparison>,
}

/// How far it has come (domain C.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum MarkerWorksStage {
    /// Something was found at the marker.
    Found,
    /// The own side looked and noted it.
    Noted,
    /// The other side was told, or told us.
    Notified,
    /// Both sides looked together.
    JointlyChecked,
    /// Both sides agreed on the facts.
    FactsAgreed,
    /// The sides did not agree on the facts; both texts are kept.
    FactsNotAgreed,
    /// A notice of works was delivered.
    Announced,
    /// The works were carried out.
    CarriedOut,
    /// The marker cannot be restored at its place; the Joint Committee is to decide.
    WithCommittee,
    /// The Joint Committee decided.
    Decided,
    /// Restored at its place.
    Restored,
    /// Set at another place; the line is unchanged.
    ReSited,
    /// Closed without works.
    Closed {
        /// When.
        on: Date,
        /// Why.
        reason: String,
    },
}
