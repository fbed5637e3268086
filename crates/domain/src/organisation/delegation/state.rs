//! What a delegation is: its head, members by office and number, and what it travels with.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::talks::PostponeReason;
use crate::organisation::border_representative::PersonInOffice;
use crate::{CounterpartId, GateId, RecordId, SideId, UnitId};

/// A delegation as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DelegationState {
    /// The side that sends it.
    pub side: SideId,
    /// The side that receives it.
    pub host: SideId,
    /// The side that keeps this record.
    pub own: SideId,
    /// The counterpart relation.
    pub counterpart: CounterpartId,
    /// What it is named for.
    pub activity: DelegationActivity,
    /// The occasion, in words.
    pub occasion: String,
    /// The record of the activity.
    pub record: Option<RecordId>,
    /// The unit of the head.
    pub unit: UnitId,
    /// The unit that receives the head.
    pub host_unit: UnitId,
    /// The scheme in which the levels of both units are compared.
    pub scheme: String,
    /// The head.
    pub head: PersonInOffice,
    /// Members by office and number, without the head.
    pub members: Vec<MemberGroup>,
    /// The interpreter, by office.
    pub interpreter: Option<String>,
    /// The papers on which the delegation travels.
    pub documents: Option<String>,
    /// The route.
    pub route: Option<String>,
    /// The vehicles.
    pub vehicles: Vec<Vehicle>,
    /// The gifts.
    pub gifts: Vec<Gift>,
    /// The day on which it is to enter.
    pub enters_on: Date,
    /// The day on which it is to leave.
    pub leaves_on: Date,
    /// The list as it was sent, the oldest first.
    pub lists: Vec<SentList>,
    /// The heads there were before, the oldest first.
    pub substitutions: Vec<Substitution>,
    /// How it came in.
    pub entry: Option<Crossing>,
    /// How it went out.
    pub exit: Option<Crossing>,
    /// What came of it.
    pub results: Option<String>,
    /// How far it has come.
    pub stage: DelegationStage,
}

/// What a delegation is named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "delegation-activity"))]
pub enum DelegationActivity {
    /// Talks.
    Talks,
    /// A meeting.
    Meeting,
    /// A visit.
    Visit,
    /// A friendship exchange.
    Exchange,
    /// A joint check or works on the line.
    JointCheck,
    /// A ceremony, such as a signing or a twinning.
    Ceremony,
    /// Something else.
    Other,
}

/// Members of one office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberGroup {
    /// The office.
    #[schemars(length(min = 1, max = 200))]
    pub office: String,
    /// How many.
    #[schemars(range(min = 1))]
    pub count: u32,
}

/// Vehicles of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vehicle {
    /// What kind of vehicle.
    #[schemars(length(min = 1, max = 200))]
    pub vehicle: String,
    /// Number plates.
    #[schemars(length(max = 200))]
    pub plates: Option<String>,
    /// How many.
    #[schemars(range(min = 1))]
    pub count: u32,
}

/// Gifts of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gift {
    /// What it is.
    #[schemars(length(min = 1, max = 200))]
    pub gift: String,
    /// How many.
    #[schemars(range(min = 1))]
    pub count: u32,
    /// For whom, by office.
    #[schemars(length(max = 200))]
    pub recipient: Option<String>,
}

/// The list as it was sent once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentList {
    /// The day.
    pub sent_on: Date,
    /// The day on which it was accepted.
    pub accepted_on: Option<Date>,
    /// Why it was not.
    pub objection: Option<String>,
}

/// A change of the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Substitution {
    /// The head before.
    pub before: PersonInOffice,
    /// The unit of that head.
    pub unit: UnitId,
    /// Why.
    pub remark: String,
    /// The day on which the other side was told; none where the list was not sent yet.
    pub told_on: Option<Date>,
}

/// A delegation crosses the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Crossing {
    /// When.
    pub at: Timestamp,
    /// The day of that instant.
    pub on: Date,
    /// How many persons, the head and the interpreter included.
    pub persons: u32,
    /// Through which gate.
    pub gate: Option<GateId>,
    /// What is to be known of it.
    pub remark: Option<String>,
}

/// How far a delegation has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum DelegationStage {
    /// Put together; the list is not sent.
    Proposed,
    /// The list is with the side that receives.
    ListSent,
    /// That side accepted the list.
    ListAccepted,
    /// Changed after the list was accepted; the other side was told.
    Changed,
    /// On the side that receives.
    Entered,
    /// Back.
    Left,
    /// Reported upward.
    Reported {
        /// The day.
        on: Date,
    },
    /// Stood down before it entered.
    StoodDown {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The same in words.
        remark: Option<String>,
    },
}
