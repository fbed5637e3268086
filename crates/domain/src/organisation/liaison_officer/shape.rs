//! What a liaison officer looks like: the person in office, attachments and things handed over, the commands on it, what
//! can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::border_representative::PersonInOffice;
use crate::{CounterpartId, LetterId, PatrolId, RecordId, SideId, UnitId};

/// A liaison officer as known.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct LiaisonOfficerState {
    /// The side that names the officer.
    pub side: SideId,
    /// The side to which the officer is named.
    pub other_side: SideId,
    /// The counterpart relation for which the officer is named.
    pub counterpart: CounterpartId,
    /// Standing, or for one patrol.
    pub kind: LiaisonKind,
    /// The person in office.
    pub person: PersonInOffice,
    /// The unit in which the officer serves.
    pub unit: Option<UnitId>,
    /// The patrol for which the officer is named.
    pub patrol: Option<PatrolId>,
    /// The day on which the officer was appointed.
    pub appointed_on: Option<Date>,
    /// The day on which the officer was named to the other side.
    pub notified_on: Option<Date>,
    /// The letter by which that was done.
    pub letter: Option<LetterId>,
    /// To what the officer was attached, in the order in which it was recorded.
    pub attachments: Vec<Attachment>,
    /// What the officer handed over, in the order in which it was recorded.
    pub handed_over: Vec<HandedOver>,
    /// How far the appointment has come.
    pub stage: LiaisonStage,
}

/// What a liaison officer is named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "liaison-kind"))]
pub enum LiaisonKind {
    /// Standing: passes letters, arranges meetings.
    Standing,
    /// For one patrol: marches in the other side's formation.
    OnePatrol,
}

/// A time in which the officer belonged to an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attachment {
    /// The patrol or other record.
    pub to: RecordId,
    /// The first day.
    pub from: Date,
    /// The day on which the officer is to be back.
    pub until_on: Option<Date>,
    /// The day on which the officer was back.
    pub returned_on: Option<Date>,
}

/// Things handed over to the other side or received from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HandedOver {
    /// The day.
    pub on: Date,
    /// What kind of thing.
    pub thing: ThingHandedOver,
    /// How many.
    pub count: u32,
    /// What it was.
    pub what: String,
    /// The receipt.
    pub receipt: Option<String>,
    /// The record of it.
    pub record: Option<RecordId>,
}

/// What may be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "thing-handed-over"))]
pub enum ThingHandedOver {
    /// A letter.
    Letter,
    /// An animal.
    Animal,
    /// Property.
    Property,
    /// A person: only a border representative, deputy or assistant hands persons over.
    Person,
}

/// How far an appointment has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum LiaisonStage {
    /// Appointed by the own side.
    Appointed,
    /// Named to the other side.
    Notified,
    /// The other side took note.
    Accepted,
    /// Ready to be attached, and to pass things.
    Available {
        /// Since when.
        from: Date,
    },
    /// With an activity, or marching in the other side's formation.
    Attached {
        /// The patrol or other record.
        to: RecordId,
    },
    /// Back from an activity.
    Returned,
    /// No longer liaison officer.
    Ended {
        /// The first day no longer in office.
        until: Date,
        /// Why.
        remark: String,
    },
    /// The side that was told did not accept.
    Declined {
        /// Why.
        remark: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum LiaisonOfficerCommand {
    /// Appoint a liaison officer of the own side.
    Appoint {
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// Standing, or for one patrol.
        kind: LiaisonKind,
        /// The patrol, where it is for one.
        patrol: Option<PatrolId>,
        /// The name as it stands on papers.
        #[schemars(length(min = 1, max = 120))]
        name: String,
        /// The rank.
        #[schemars(length(max = 80))]
        rank: Option<String>,
        /// The office.
        #[schemars(length(min = 1, max = 200))]
        office: String,
        /// The unit in which the officer serves.
        #[schemars(extend("x-side" = "own"))]
        unit: Option<UnitId>,
        /// The day.
        appointed_on: Date,
    },
    /// Record that the other side named a liaison officer of its own.
    RecordNotified {
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// Standing, or for one patrol.
        kind: LiaisonKind,
        /// The patrol, where it is for one.
        patrol: Option<PatrolId>,
        /// The name as it stands on papers.
        #[schemars(length(min = 1, max = 120))]
        name: String,
        /// The rank.
        #[schemars(length(max = 80))]
        rank: Option<String>,
        /// The office.
        #[schemars(length(min = 1, max = 200))]
        office: String,
        /// The unit in which the officer serves.
        #[schemars(extend("x-side" = "other"))]
        unit: Option<UnitId>,
        /// The day on which the own side was told.
        notified_on: Date,
        /// The letter by which it was.
        letter: Option<LetterId>,
    },
    /// Record that the officer was named to the other side.
    Notify {
        /// The day.
        notified_on: Date,
        /// The letter by which it was done.
        letter: Option<LetterId>,
    },
    /// Answer the other side's notification.
    Answer {
        /// Taken note of, without objection.
        #[serde(default)]
        accepts: bool,
        /// Why not.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
    /// Record the other side's answer.
    RecordAnswer {
        /// Taken note of, without objection.
        #[serde(default)]
        accepts: bool,
        /// Why not.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
    /// Record that the officer is ready.
    MakeAvailable {
        /// Since when.
        from: Date,
    },
    /// Attach the officer to a patrol or another activity.
    Attach {
        /// The patrol or other record.
        to: RecordId,
        /// The first day.
        from: Date,
        /// The day on which the officer is to be back.
        until_on: Option<Date>,
    },
    /// Record that the officer is back.
    RecordReturn {
        /// The day.
        returned_on: Date,
    },
    /// Record things handed over.
    RecordHandedOver {
        /// The day.
        handed_on: Date,
        /// What kind of thing.
        thing: ThingHandedOver,
        /// How many.
        #[schemars(range(min = 1))]
        count: u32,
        /// What it was.
        #[schemars(length(min = 1, max = 500))]
        what: String,
        /// The receipt.
        #[schemars(length(max = 200))]
        receipt: Option<String>,
        /// The record of it.
        record: Option<RecordId>,
    },
    /// End the appointment.
    End {
        /// The first day no longer in office.
        ended_on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        remark: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum LiaisonOfficerFact {
    /// A liaison officer was appointed.
    Appointed {
        /// The side that names the officer.
        side: SideId,
        /// The side to which the officer is named.
        other_side: SideId,
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// Standing, or for one patrol.
        kind: LiaisonKind,
        /// The patrol.
        patrol: Option<PatrolId>,
        /// The person in office.
        person: PersonInOffice,
        /// The unit in which the officer serves.
        unit: Option<UnitId>,
        /// The day, where it is known.
        appointed_on: Option<Date>,
    },
    /// The officer was named to the side across the line.
    Notified {
        /// The day.
        notified_on: Date,
        /// The letter.
        letter: Option<LetterId>,
    },
    /// The side that was told took note.
    Accepted,
    /// The side that was told did not accept.
    Declined {
        /// Why.
        remark: String,
    },
    /// The officer is ready.
    MadeAvailable {
        /// Since when.
        from: Date,
    },
    /// The officer was attached to an activity.
    Attached {
        /// To what, and from when.
        attachment: Attachment,
    },
    /// The officer is back.
    Returned {
        /// The day.
        returned_on: Date,
    },
    /// Things were handed over.
    HandedOver {
        /// What, how many, when.
        thing: HandedOver,
    },
    /// The appointment ended.
    Ended {
        /// The first day no longer in office.
        ended_on: Date,
        /// Why.
        remark: String,
    },
}

/// Why an act on a liaison officer is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum LiaisonOfficerRefusal {
    /// The officer is not in a state for this.
    NotNow {
        /// The state the officer is in.
        status: String,
    },
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// There is no such patrol, or none is named for an officer of one patrol.
    NoPatrol,
    /// There is no such unit of the side that names the officer.
    NoUnit,
    /// There is no such letter.
    NoLetter,
    /// There is no such record.
    NoRecord,
    /// The officer is named for another patrol.
    OtherPatrol {
        /// The patrol for which the officer is named.
        patrol: PatrolId,
    },
    /// The other side answers the notification of an own officer, the own side that of the other side's.
    OtherSideAnswers,
    /// Who does not accept says why.
    NoRemark,
    /// Persons are handed over by a border representative, deputy or assistant in person.
    NotPersons,
    /// The officer is with an activity and has to return first.
    StillAttached,
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
