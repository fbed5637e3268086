//! What a gate is: its names, hours, classes and restrictions with their days.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AgreementId, CounterpartId, LetterId, LineId, MarkerPlaceId, SideId, Words};

/// A gate or an opening as it stands: always a pair, with a name on each side.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct GateState {
    /// Its two names, the oldest first.
    pub names: Vec<GateNames>,
    /// The side across the line.
    pub other_side: SideId,
    /// The line it lies on.
    pub line: LineId,
    /// The numbered place of markers near which it lies.
    pub near: Option<MarkerPlaceId>,
    /// The counterpart relation of the two units that hold it.
    pub counterpart: Option<CounterpartId>,
    /// The text in which both sides agreed to it.
    pub agreement: Option<AgreementId>,
    /// The day on which both sides agreed to it, where it is known.
    pub agreed_on: Option<Date>,
    /// True once it was open.
    pub was_opened: bool,
    /// The day on which it opened, where it is known.
    pub opened_on: Option<Date>,
    /// Its classes and hours, the oldest first.
    pub versions: Vec<GateVersion>,
    /// Every restriction there was, in the order in which they were recorded.
    pub restrictions: Vec<Restriction>,
    /// The public source of what is known of it.
    pub source: Option<String>,
    /// How it stood from which day to which, the oldest first; follows from all of the above.
    pub timeline: Vec<GateSpan>,
    /// How far it has come.
    pub stage: GateStage,
}

/// The two names of a gate, and since when they hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GateNames {
    /// First day; open where it is not known.
    pub from: Option<Date>,
    /// The name on the own side.
    pub name: Words,
    /// The name on the other side.
    pub other_name: Words,
    /// The decision they rest on.
    pub basis: Option<String>,
}

/// The class of a gate and its hours, and since when they hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GateVersion {
    /// First day; open where it is not known.
    pub from: Option<Date>,
    /// The class.
    pub class: GateClass,
    /// When it is open; no line where it is not known.
    pub hours: Vec<GateHours>,
    /// The decision it rests on.
    pub basis: Option<String>,
}

/// The class of a gate, the lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "gate-class"))]
pub enum GateClass {
    /// A temporary passage.
    TemporaryPassage,
    /// An opening for residents of the border area.
    Opening,
    /// A secondary gate.
    Secondary,
    /// A main gate, also called bilateral.
    Main,
    /// An international gate.
    International,
}

/// One line of opening hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GateHours {
    /// On which days.
    pub days: GateDays,
    /// Who or what may pass.
    pub traffic: GateTraffic,
    /// The time of opening, `07:00`.
    #[schemars(length(min = 4, max = 5))]
    pub opens: String,
    /// The time of closing, `22:00`.
    #[schemars(length(min = 4, max = 5))]
    pub closes: String,
    /// The side on whose clock these times are told.
    pub clock: SideId,
}

/// The days to which hours belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "gate-days"))]
pub enum GateDays {
    /// Every day.
    EveryDay,
    /// Monday to Friday.
    MondayToFriday,
    /// Saturday and Sunday.
    SaturdayAndSunday,
    /// Public holidays of either side.
    Holidays,
    /// Days of the border market.
    MarketDays,
}

/// Who or what passes a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "gate-traffic"))]
pub enum GateTraffic {
    /// Persons and goods.
    All,
    /// Persons only.
    Persons,
    /// Goods only.
    Goods,
}

/// A restriction: what does not pass, from when until when, why, and whether the other side was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Restriction {
    /// Its number, from 1.
    pub number: u32,
    /// The side that restricts.
    pub by: SideId,
    /// What does not pass.
    pub extent: RestrictionExtent,
    /// The same in words.
    pub what: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds, as last named; none while it is not known.
    pub until: Option<Date>,
    /// Why.
    pub reason: RestrictionReason,
    /// The day on which the side that restricts told the other; none until it did.
    pub told_on: Option<Date>,
    /// The letter by which it did.
    pub letter: Option<LetterId>,
    /// True once it was recorded that the restriction holds; a restriction to come is announced.
    pub begun: bool,
    /// The first day on which it no longer held, once it was lifted.
    pub lifted_on: Option<Date>,
}

/// What does not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "restriction-extent"))]
pub enum RestrictionExtent {
    /// Nobody and nothing: the gate is closed for a time.
    Everything,
    /// Persons.
    Persons,
    /// Goods.
    Goods,
    /// Vehicles.
    Vehicles,
    /// Outside shorter hours.
    Hours,
    /// Something else, told in words.
    Other,
}

/// Why a gate is restricted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "restriction-reason"))]
pub enum RestrictionReason {
    /// Disease of people, animals or plants.
    Epidemic,
    /// Weather, flood, landslide.
    Weather,
    /// Works on the gate or the road to it.
    Works,
    /// Security.
    Security,
    /// A holiday.
    Holiday,
    /// Another reason.
    Other,
}

/// How a gate stood from a day until another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GateSpan {
    /// First day; open where it is not known.
    pub from: Option<Date>,
    /// The first day on which something changed again; none for the last.
    pub until: Option<Date>,
    /// How it stood.
    pub standing: GateStanding,
    /// Its class.
    pub class: GateClass,
    /// The numbers of the restrictions that held.
    pub restricted_by: Vec<u32>,
}

/// How a gate stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "gate-standing"))]
pub enum GateStanding {
    /// Agreed, not yet open.
    Agreed,
    /// Open.
    Open,
    /// Open with restrictions.
    Restricted,
    /// Closed for a time.
    ClosedForATime,
    /// Closed for good.
    Closed,
}

/// How far a gate has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum GateStage {
    /// Both sides agreed to it; it is not open yet.
    Agreed {
        /// The day on which it is to open, where it is named.
        planned_on: Option<Date>,
    },
    /// Open.
    Open,
    /// Open with restrictions.
    Restricted,
    /// Closed for a time.
    ClosedForATime,
    /// Open, in a higher class than before.
    Upgraded,
    /// Closed for good.
    Closed {
        /// The first day on which it was closed.
        on: Date,
        /// Why.
        remark: String,
    },
}
