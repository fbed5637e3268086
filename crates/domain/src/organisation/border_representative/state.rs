//! What a border representative is: the person in office, credentials, mandates and events handled.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{BorderRepresentativeId, LetterId, RecordId, SideId, TreatySegmentId, UnitId};

/// A border representative, deputy or assistant as known.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct BorderRepresentativeState {
    /// The side that appoints.
    pub side: SideId,
    /// The side across the line, which is told of the appointment.
    pub other_side: SideId,
    /// The treaty segment.
    pub segment: TreatySegmentId,
    /// Representative, deputy or assistant.
    pub role: RepresentativeRole,
    /// The person in office.
    pub person: PersonInOffice,
    /// The unit in which the person serves.
    pub unit: Option<UnitId>,
    /// The authority that appointed.
    pub authority: Option<String>,
    /// The letter of credence.
    pub credential: Option<Credential>,
    /// The first day in office.
    pub from: Option<Date>,
    /// The first day no longer in office, where a term is set.
    pub until: Option<Date>,
    /// The day on which the appointment was notified to the other side.
    pub notified_on: Option<Date>,
    /// The letter by which it was.
    pub letter: Option<LetterId>,
    /// The mandates given to a deputy, in the order in which they were recorded.
    pub mandates: Vec<Mandate>,
    /// The border events handled, in the order in which they were recorded.
    pub handled: Vec<HandledEvent>,
    /// The letter of credence names a unit that was dissolved: a new letter is due, the person stays in office.
    pub outdated: Option<OutdatedCredential>,
    /// How far the appointment has come.
    pub stage: RepresentativeStage,
}

/// A person in office: what the work needs and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonInOffice {
    /// The name as it stands on papers.
    pub name: String,
    /// The rank.
    pub rank: Option<String>,
    /// The office.
    pub office: String,
}

/// The role of a person appointed for a treaty segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "representative-role"))]
pub enum RepresentativeRole {
    /// The representative: one for each side and segment.
    Representative,
    /// A deputy, who acts only on a recorded mandate.
    Deputy,
    /// An assistant, whose records take effect once the representative confirms them.
    Assistant,
}

/// A letter of credence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Credential {
    /// Its number.
    pub number: String,
    /// Who signed it, by office.
    pub signed_by: String,
    /// The day.
    pub signed_on: Date,
    /// The unit that it names.
    pub unit: UnitId,
}

/// A deputy's authority to act for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mandate {
    /// Its number, from 1.
    pub number: u32,
    /// The representative who gave it.
    pub by: BorderRepresentativeId,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Date,
    /// Why the representative does not act.
    pub absence: AbsenceReason,
    /// The day on which the other side was told.
    pub told_on: Option<Date>,
}

/// Why a representative does not come in person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "absence-reason"))]
pub enum AbsenceReason {
    /// Illness.
    Illness,
    /// Another mission.
    Mission,
    /// Leave.
    Leave,
    /// Another good reason.
    Other,
}

/// A border event handled by this person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HandledEvent {
    /// Its number, from 1.
    pub number: u32,
    /// The day.
    pub on: Date,
    /// What was handled.
    pub what: String,
    /// The record of it.
    pub record: Option<RecordId>,
    /// The representative who confirmed what an assistant did.
    pub confirmed_by: Option<BorderRepresentativeId>,
}

/// A letter of credence that names a dissolved unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutdatedCredential {
    /// The unit that was dissolved.
    pub unit: UnitId,
    /// The first day on which it no longer acts.
    pub on: Date,
}

/// How far an appointment has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum RepresentativeStage {
    /// Named for appointment.
    Proposed,
    /// Appointed, with a letter of credence.
    Appointed,
    /// The other side was told.
    Notified,
    /// The other side took note.
    Accepted,
    /// In office.
    Active,
    /// No longer in office.
    Replaced {
        /// The first day no longer in office.
        until: Date,
        /// Who follows.
        successor: Option<BorderRepresentativeId>,
        /// Why, where somebody said so.
        remark: Option<String>,
    },
    /// The side that was told did not accept.
    Declined {
        /// Why.
        remark: String,
    },
    /// Given up before taking office.
    Withdrawn {
        /// Why.
        remark: String,
    },
}
