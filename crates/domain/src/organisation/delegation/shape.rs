//! What can be asked for on a delegation, what can happen, and why an act may be refused.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::state::{Crossing, DelegationActivity, Gift, MemberGroup, Vehicle};
use crate::contact::talks::PostponeReason;
use crate::organisation::border_representative::PersonInOffice;
use crate::{CounterpartId, GateId, RecordId, SideId, UnitId};

/// What an officer can ask for.
#[expect(clippy::large_enum_variant, reason = "one command at a time, and a form is flat")]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum DelegationCommand {
    /// Put a delegation together.
    Propose {
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// The side that sends it.
        side: SideId,
        /// What it is named for.
        activity: DelegationActivity,
        /// The occasion, in words.
        #[schemars(length(min = 1, max = 300))]
        occasion: String,
        /// The record of the activity.
        record: Option<RecordId>,
        /// The name of the head as it stands on papers.
        #[schemars(length(min = 1, max = 120))]
        name: String,
        /// The rank of the head.
        #[schemars(length(max = 80))]
        rank: Option<String>,
        /// The office of the head.
        #[schemars(length(min = 1, max = 200))]
        office: String,
        /// The unit of the head; that of the counterpart relation where none is named.
        unit: Option<UnitId>,
        /// The unit that receives the head; that of the counterpart relation where none is named.
        host_unit: Option<UnitId>,
        /// The scheme in which levels are compared; that of the activity where none is named.
        #[schemars(length(max = 30))]
        scheme: Option<String>,
        /// Members by office and number, without the head.
        #[serde(default)]
        members: Vec<MemberGroup>,
        /// The interpreter, by office.
        #[schemars(length(max = 200))]
        interpreter: Option<String>,
        /// The papers on which the delegation travels.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        documents: Option<String>,
        /// The route.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        route: Option<String>,
        /// The vehicles.
        #[serde(default)]
        vehicles: Vec<Vehicle>,
        /// The gifts.
        #[serde(default)]
        gifts: Vec<Gift>,
        /// The day on which it is to enter.
        enters_on: Date,
        /// The day on which it is to leave.
        leaves_on: Date,
    },
    /// Change what the delegation is made of; once the list was sent, the other side is told.
    Change {
        /// Members by office and number, without the head.
        #[serde(default)]
        members: Vec<MemberGroup>,
        /// The interpreter, by office.
        #[schemars(length(max = 200))]
        interpreter: Option<String>,
        /// The papers on which the delegation travels.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        documents: Option<String>,
        /// The route.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        route: Option<String>,
        /// The vehicles.
        #[serde(default)]
        vehicles: Vec<Vehicle>,
        /// The gifts.
        #[serde(default)]
        gifts: Vec<Gift>,
        /// The day on which it is to enter.
        enters_on: Date,
        /// The day on which it is to leave.
        leaves_on: Date,
        /// The day on which the other side was told.
        told_on: Option<Date>,
    },
    /// Name another head; once the list was sent, the other side is told beforehand.
    SubstituteHead {
        /// The name as it stands on papers.
        #[schemars(length(min = 1, max = 120))]
        name: String,
        /// The rank.
        #[schemars(length(max = 80))]
        rank: Option<String>,
        /// The office.
        #[schemars(length(min = 1, max = 200))]
        office: String,
        /// The unit of the head.
        unit: UnitId,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        remark: String,
        /// The day on which the other side was told.
        told_on: Option<Date>,
    },
    /// Send the list of an own delegation to the other side.
    SendList {
        /// The day.
        sent_on: Date,
    },
    /// Record that the other side sent the list of its delegation.
    RecordList {
        /// The day.
        received_on: Date,
    },
    /// Answer the other side's list.
    Answer {
        /// The list is accepted.
        #[serde(default)]
        accepts: bool,
        /// Why not.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
    /// Record the other side's answer to the own list.
    RecordAnswer {
        /// The list is accepted.
        #[serde(default)]
        accepts: bool,
        /// Why not.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
    /// Record that the delegation crossed to the side that receives.
    RecordEntry {
        /// When.
        at: Timestamp,
        /// How many persons, the head and the interpreter included.
        #[schemars(range(min = 1))]
        persons: u32,
        /// Through which gate.
        gate: Option<GateId>,
    },
    /// Record that the delegation went back.
    RecordExit {
        /// When.
        at: Timestamp,
        /// How many persons, the head and the interpreter included.
        #[schemars(range(min = 1))]
        persons: u32,
        /// Through which gate.
        gate: Option<GateId>,
        /// Why fewer or more went back than came.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
    /// Report upward what came of it.
    Report {
        /// What came of it.
        #[schemars(length(min = 1, max = 4000), extend("x-long" = true))]
        results: String,
    },
    /// Stand the delegation down before it enters.
    StandDown {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The same in words.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
}

/// What a delegation is made of, apart from its head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Composition {
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
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum DelegationFact {
    /// A delegation was put together.
    Proposed {
        /// The side that sends it.
        side: SideId,
        /// The side that receives it.
        host: SideId,
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// What it is named for.
        activity: DelegationActivity,
        /// The occasion.
        occasion: String,
        /// The record of the activity.
        record: Option<RecordId>,
        /// The unit of the head.
        unit: UnitId,
        /// The unit that receives the head.
        host_unit: UnitId,
        /// The scheme in which levels are compared.
        scheme: String,
        /// The head.
        head: PersonInOffice,
        /// What it is made of.
        composition: Box<Composition>,
    },
    /// What it is made of changed.
    Changed {
        /// What it is made of.
        composition: Composition,
        /// The day on which the other side was told.
        told_on: Option<Date>,
    },
    /// Another head was named.
    HeadSubstituted {
        /// The head.
        head: PersonInOffice,
        /// The unit of the head.
        unit: UnitId,
        /// Why.
        remark: String,
        /// The day on which the other side was told.
        told_on: Option<Date>,
    },
    /// The list was sent to the side that receives.
    ListSent {
        /// The day.
        sent_on: Date,
    },
    /// That side accepted the list.
    ListAccepted {
        /// The day.
        accepted_on: Date,
    },
    /// That side did not accept the list.
    ListReturned {
        /// Why.
        remark: String,
    },
    /// The delegation crossed to the side that receives.
    Entered {
        /// When, how many, where.
        entry: Crossing,
    },
    /// The delegation went back.
    Left {
        /// When, how many, where.
        exit: Crossing,
    },
    /// What came of it was reported upward.
    Reported {
        /// What came of it.
        results: String,
        /// The day.
        on: Date,
    },
    /// The delegation was stood down.
    StoodDown {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The same in words.
        remark: Option<String>,
    },
}

/// Why an act on a delegation is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum DelegationRefusal {
    /// The delegation is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// A delegation goes from one side of the counterpart relation to the other.
    NoSide,
    /// There is no such unit of the side that sends, or of the side that receives.
    NoUnit,
    /// There is no such record.
    NoRecord,
    /// There is no such gate.
    NoGate,
    /// The heads are not of equal level.
    UnequalLevel {
        /// The level of the unit that sends.
        sent: String,
        /// The level of the unit that receives.
        received: String,
        /// The scheme in which they were compared.
        scheme: String,
    },
    /// No interpreter is named (Decree 89/2009 Article 8).
    NoInterpreter,
    /// The own side sends and answers for itself, the other side for itself.
    WrongSide {
        /// The side whose act it is.
        side: SideId,
    },
    /// Who does not accept a list says why.
    NoRemark,
    /// Once the list was sent, the other side is told of a change before the delegation enters.
    NotTold,
    /// A delegation enters only after its list was accepted.
    ListNotAccepted,
    /// The delegation has entered; it changes no more.
    AlreadyEntered,
    /// Another number went back than came: say why.
    CountsDiffer {
        /// How many came.
        persons: u32,
    },
    /// What happened cannot lie in the future.
    InTheFuture,
    /// A day that cannot lie later lies later.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
}
