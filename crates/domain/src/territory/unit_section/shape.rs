//! What a unit section looks like: its state and who held it when, the commands on it, what can happen, the refusals.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::territory::line::Stretch;
use crate::{LineId, MarkerPlaceId, SideId, UnitId, UnitSectionId, Words};

/// A unit section as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct UnitSectionState {
    /// The side whose units hold it.
    pub side: SideId,
    /// From which place to which.
    #[serde(flatten)]
    pub stretch: Stretch,
    /// The name of the line when the section was registered, for lists.
    pub line_name: Words,
    /// Who held it when, the oldest first.
    pub holdings: Vec<Holding>,
    /// Other sections that share part of this one, each with the reason that was given.
    pub shared: Vec<Shared>,
    /// Whether it is held.
    pub stage: UnitSectionStage,
}

/// A time in which one unit held the section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Holding {
    /// The unit.
    pub unit: UnitId,
    /// What the unit was called on its first day.
    pub unit_name: Words,
    /// The first day; open where it is not known.
    pub from: Option<Date>,
    /// The first day on which it no longer held it; open while it does.
    pub until: Option<Date>,
    /// The decision that it rests on.
    pub document: Option<String>,
}

/// Another section with part of the same stretch in the same time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Shared {
    /// The other section.
    pub section: UnitSectionId,
    /// The unit that holds it.
    pub unit: UnitId,
    /// Why both are right.
    pub reason: String,
}

/// Whether a section is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum UnitSectionStage {
    /// A unit holds it.
    Held,
    /// No unit holds it in these limits any more.
    Ended {
        /// The first day without it.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum UnitSectionCommand {
    /// Register the section that a unit holds.
    Register {
        /// The unit.
        unit: UnitId,
        /// The line.
        line: LineId,
        /// The marker place at which it begins.
        from_place: MarkerPlaceId,
        /// The marker place at which it ends.
        to_place: MarkerPlaceId,
        /// The first day, where it is known.
        from: Option<Date>,
        /// The decision that it rests on.
        #[schemars(length(max = 300))]
        document: Option<String>,
        /// Why another unit holds part of it in the same time; leave blank where none does.
        #[schemars(length(max = 300))]
        shared_reason: Option<String>,
    },
    /// Hand the section to another unit of the same side; the day may lie ahead.
    HandOver {
        /// The unit that takes it.
        to: UnitId,
        /// The first day on which it holds it.
        on: Date,
        /// The decision that it rests on.
        #[schemars(length(max = 300))]
        document: Option<String>,
        /// Why another unit holds part of it in the same time; leave blank where none does.
        #[schemars(length(max = 300))]
        shared_reason: Option<String>,
    },
    /// Record that no unit holds the section in these limits any more.
    Close {
        /// The first day without it.
        on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum UnitSectionFact {
    /// The section was registered.
    Registered {
        /// The side whose units hold it.
        side: SideId,
        /// From which place to which.
        #[serde(flatten)]
        stretch: Stretch,
        /// The name of the line.
        line_name: Words,
        /// Who holds it since when.
        #[serde(flatten)]
        holding: Holding,
    },
    /// It was handed to another unit.
    HandedOver {
        /// Who holds it from that day on.
        #[serde(flatten)]
        holding: Holding,
    },
    /// Another section has part of it in the same time, and both are right.
    OverlapNoted {
        /// The other section, its unit and the reason.
        #[serde(flatten)]
        shared: Shared,
    },
    /// No unit holds it in these limits any more.
    Closed {
        /// The first day without it.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// Why an act on a unit section is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum UnitSectionRefusal {
    /// The section is registered already, or not yet, or has ended.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such unit.
    NoUnit {
        /// The identity that was given.
        unit: String,
    },
    /// The unit is dissolved by that day.
    Dissolved {
        /// The unit.
        unit: UnitId,
        /// The first day it no longer acts.
        on: Date,
    },
    /// A section is handed to a unit of the same side.
    OtherSide {
        /// The unit that was given.
        unit: UnitId,
    },
    /// The unit holds the section already.
    SameUnit {
        /// The unit.
        unit: UnitId,
    },
    /// There is no such line.
    NoLine,
    /// There is no such marker place, or it was withdrawn.
    NoPlace {
        /// The place that was given.
        place: MarkerPlaceId,
    },
    /// The place stands on another line.
    OtherLine {
        /// The number of the place.
        number: String,
    },
    /// The first place does not come before the last.
    WrongOrder,
    /// Another unit holds part of the stretch in the same time, and no reason is given why both do.
    Overlap {
        /// The other unit.
        unit: UnitId,
        /// From marker to marker.
        stretch: String,
    },
    /// The day does not lie after the first day of the present holding.
    NotLater {
        /// That first day.
        from: Date,
    },
}
