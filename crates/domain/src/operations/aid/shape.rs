//! What aid looks like: its state, the commands on it, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Qualifier;
use crate::contact::talks::PostponeReason;
use crate::{CommunityId, CounterpartId, OfficerId, Postponement, SideId, StandingProgrammeId};

/// Aid as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct AidState {
    /// What kind of aid.
    pub kind: AidKind,
    /// Whether the own side gives or receives.
    pub direction: AidDirection,
    /// What is given.
    pub subject: String,
    /// On what occasion.
    pub occasion: Option<String>,
    /// The counterpart relation within which it is given.
    pub counterpart: CounterpartId,
    /// The side that gives.
    pub giver: SideId,
    /// The side that receives.
    pub receiver: SideId,
    /// The communities for which it is meant.
    pub communities: Vec<CommunityId>,
    /// What it consists of; once handed over, what was handed over.
    pub items: Vec<AidItem>,
    /// What it is worth.
    pub value: Option<AidValue>,
    /// Where.
    pub place: String,
    /// The day planned; none while it is put off without a day.
    pub planned_on: Option<Date>,
    /// The day until which works are to be completed, or help is to last.
    pub until_on: Option<Date>,
    /// The standing programme to which it belongs.
    pub programme: Option<StandingProgrammeId>,
    /// Who planned it.
    pub planned_by: OfficerId,
    /// Who approved it.
    pub approved_by: Option<OfficerId>,
    /// The day of the approval.
    pub approved_on: Option<Date>,
    /// The day on which works began.
    pub begun_on: Option<Date>,
    /// The day on which works were completed.
    pub completed_on: Option<Date>,
    /// Each time that it was put off.
    pub postponements: Vec<Postponement>,
    /// How far it has come.
    pub stage: AidStage,
}

/// How far aid has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum AidStage {
    /// Planned, not approved yet.
    Planned,
    /// A commander of the own side approved it.
    Approved,
    /// Put off, with or without a new day; an approval stands.
    Postponed,
    /// Works have begun.
    Begun,
    /// Works are completed, not handed over yet.
    Completed,
    /// Handed over, or rendered.
    HandedOver {
        /// The day.
        handed_over_on: Date,
        /// How many people were helped; a number, no names.
        people_helped: Option<u32>,
        /// The receiver's receipt.
        receipt: Option<AidReceipt>,
    },
    /// One side said no.
    Declined {
        /// Which side.
        declined_by: SideId,
        /// Why.
        reason: String,
    },
    /// Given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// What kind of aid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "aid-kind"))]
pub enum AidKind {
    /// Goods and equipment.
    Goods,
    /// Medical supplies.
    MedicalSupplies,
    /// Civil works: a school, a road, a well.
    CivilWorks,
    /// Medical help.
    MedicalHelp,
    /// Help in a disaster.
    DisasterHelp,
}

/// Whether the own side gives or receives; read off the giver when the aid was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "aid-direction"))]
pub enum AidDirection {
    /// The own side gives.
    Given,
    /// The own side receives.
    Received,
}

/// One item with its quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AidItem {
    /// What it is.
    #[schemars(length(min = 1, max = 200))]
    pub name: String,
    /// How much, in whole units.
    #[schemars(range(min = 1))]
    pub quantity: u32,
    /// The unit of measure: `kg`, `box`, `piece`.
    #[schemars(length(min = 1, max = 40))]
    pub measure: String,
}

/// What aid is worth, with where that is known from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AidValue {
    /// The amount, in whole units of the currency.
    pub amount: u64,
    /// The currency by its three letters: `VND`, `CNY`, `LAK`, `KHR`, `USD`.
    #[schemars(length(min = 3, max = 3))]
    pub currency: String,
    /// How exact the amount is.
    pub qualifier: Qualifier,
    /// Who says so: an invoice, an estimate.
    #[schemars(length(max = 200))]
    pub source: Option<String>,
}

/// The paper by which the receiver says that it arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AidReceipt {
    /// Its number.
    #[schemars(length(min = 1, max = 60))]
    pub number: String,
    /// Who signed it, by office.
    #[schemars(length(min = 1, max = 200))]
    pub office: String,
    /// Its day.
    pub signed_on: Date,
}

/// Aid as it is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AidPlan {
    /// What kind of aid.
    pub kind: AidKind,
    /// What is given.
    #[schemars(length(min = 1, max = 300))]
    pub subject: String,
    /// On what occasion.
    #[schemars(length(max = 300))]
    pub occasion: Option<String>,
    /// The counterpart relation within which it is given.
    pub counterpart: CounterpartId,
    /// The side that gives; the other one of the relation receives.
    pub giver: SideId,
    /// The communities for which it is meant.
    #[serde(default)]
    pub communities: Vec<CommunityId>,
    /// What it consists of.
    #[serde(default)]
    pub items: Vec<AidItem>,
    /// What it is worth.
    pub value: Option<AidValue>,
    /// Where.
    #[schemars(length(min = 1, max = 200))]
    pub place: String,
    /// The day.
    pub planned_on: Date,
    /// The day until which works are to be completed, or help is to last.
    pub until_on: Option<Date>,
    /// The standing programme to which it belongs.
    pub programme: Option<StandingProgrammeId>,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum AidCommand {
    /// Plan aid, in either direction.
    Plan(AidPlan),
    /// Amend the plan before it is approved; what is left out stays as it is.
    Amend {
        /// What is given.
        #[schemars(length(min = 1, max = 300))]
        subject: Option<String>,
        /// What it consists of.
        items: Option<Vec<AidItem>>,
        /// What it is worth.
        value: Option<AidValue>,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: Option<String>,
    },
    /// Approve the aid; not for the officer who planned it.
    Approve,
    /// Record that works began.
    RecordBegun {
        /// The day.
        begun_on: Date,
    },
    /// Record that works were completed.
    RecordCompleted {
        /// The day.
        completed_on: Date,
    },
    /// Record that it was handed over, or that help was rendered.
    RecordHandover {
        /// The day.
        handed_over_on: Date,
        /// What was handed over; nothing where it is what was planned.
        #[serde(default)]
        items: Vec<AidItem>,
        /// How many people were helped; a number, no names.
        people_helped: Option<u32>,
        /// The receiver's receipt.
        receipt: Option<AidReceipt>,
    },
    /// Put it off.
    Postpone {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new day, where one is named.
        new_date: Option<Date>,
    },
    /// Record the day that was found after it was put off.
    RecordNewDay {
        /// The new day.
        new_date: Date,
    },
    /// Record that one side said no.
    Decline {
        /// Which side.
        declined_by: SideId,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Give it up.
    Cancel {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum AidFact {
    /// Aid was planned.
    Planned {
        /// What kind of aid.
        kind: AidKind,
        /// What is given.
        subject: String,
        /// On what occasion.
        occasion: Option<String>,
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// The side that gives.
        giver: SideId,
        /// The side that receives.
        receiver: SideId,
        /// The communities for which it is meant.
        communities: Vec<CommunityId>,
        /// What it consists of.
        items: Vec<AidItem>,
        /// What it is worth.
        value: Option<AidValue>,
        /// Where.
        place: String,
        /// The day.
        planned_on: Date,
        /// The last day.
        until_on: Option<Date>,
        /// The standing programme.
        programme: Option<StandingProgrammeId>,
    },
    /// The plan was amended; what is absent stayed as it was.
    Amended {
        /// What is given.
        subject: Option<String>,
        /// What it consists of.
        items: Option<Vec<AidItem>>,
        /// What it is worth.
        value: Option<AidValue>,
        /// Where.
        place: Option<String>,
    },
    /// A commander of the own side approved it.
    Approved {
        /// The day.
        approved_on: Date,
    },
    /// Works began.
    Begun {
        /// The day.
        begun_on: Date,
    },
    /// Works were completed.
    Completed {
        /// The day.
        completed_on: Date,
    },
    /// It was handed over, or help was rendered.
    HandedOver {
        /// The day.
        handed_over_on: Date,
        /// What was handed over.
        items: Vec<AidItem>,
        /// How many people were helped.
        people_helped: Option<u32>,
        /// The receiver's receipt.
        receipt: Option<AidReceipt>,
    },
    /// It was put off.
    Postponed {
        /// Which side asked.
        asked_by: SideId,
        /// Why.
        reason: PostponeReason,
        /// The new day, where one is named.
        new_date: Option<Date>,
    },
    /// A new day was found.
    NewDayRecorded {
        /// The new day.
        new_date: Date,
    },
    /// One side said no.
    Declined {
        /// Which side.
        declined_by: SideId,
        /// Why.
        reason: String,
    },
    /// It was given up.
    Cancelled {
        /// Why.
        reason: String,
    },
}

/// Why an act on aid is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum AidRefusal {
    /// The aid is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// The side that was named is neither of the two sides.
    NotASide {
        /// The side that was named.
        side: SideId,
    },
    /// Goods and supplies are named, each with a quantity.
    NoItems,
    /// A currency is named by three capital letters.
    NoCurrency {
        /// What was named.
        currency: String,
    },
    /// There is no such community.
    NoCommunity {
        /// The community that was named.
        community: CommunityId,
    },
    /// The standing programme does not exist or was closed before that day.
    NoProgramme,
    /// The officer who planned the aid cannot approve it.
    OwnPlan,
    /// It is not approved yet.
    NotApproved,
    /// Only civil works begin and are completed.
    NotWorks,
    /// Works are handed over when they are completed.
    NotCompleted,
    /// What is handed over has a receipt.
    NoReceipt,
    /// The day lies before the one on which it is named.
    InThePast,
    /// What happened cannot lie in the future.
    InTheFuture,
    /// The later of two days lies before the earlier.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
    /// Nothing differs from what stands there.
    NothingChanged,
}
