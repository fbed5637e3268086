//! What can be asked for on a gate, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::state::{GateClass, GateHours, GateNames, GateVersion, Restriction, RestrictionExtent, RestrictionReason};
use crate::{AgreementId, CounterpartId, LetterId, LineId, MarkerPlaceId, SideId, Words};

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum GateCommand {
    /// Register a gate to which both sides agreed.
    Register {
        /// The name on the own side.
        name: Words,
        /// The name on the other side.
        other_name: Words,
        /// The side across the line.
        #[schemars(extend("x-side" = "other"))]
        other_side: SideId,
        /// The line it lies on.
        line: LineId,
        /// The numbered place of markers near which it lies.
        near: Option<MarkerPlaceId>,
        /// The class.
        class: GateClass,
        /// When it is open.
        #[serde(default)]
        hours: Vec<GateHours>,
        /// The counterpart relation of the two units that hold it.
        counterpart: Option<CounterpartId>,
        /// The text in which both sides agreed to it.
        agreement: Option<AgreementId>,
        /// The day on which both sides agreed to it, where it is known.
        agreed_on: Option<Date>,
        /// Already open.
        #[serde(default)]
        already_open: bool,
        /// The day on which it opened, where it is known.
        opened_on: Option<Date>,
        /// The day on which it is to open, where it is named.
        planned_on: Option<Date>,
        /// The public source of what is known of it.
        #[schemars(length(max = 500))]
        source: Option<String>,
    },
    /// Record that an agreed gate opened.
    Open {
        /// The day.
        opened_on: Date,
    },
    /// Set the hours from a day on.
    SetHours {
        /// The first day.
        from: Date,
        /// When it is open.
        hours: Vec<GateHours>,
        /// The decision they rest on.
        #[schemars(length(max = 300))]
        basis: Option<String>,
    },
    /// Put the gate into another class from a day on.
    ChangeClass {
        /// The class.
        class: GateClass,
        /// The first day.
        from: Date,
        /// The decision it rests on.
        #[schemars(length(max = 300))]
        basis: Option<String>,
    },
    /// Give the gate other names from a day on.
    Rename {
        /// The first day.
        from: Date,
        /// The name on the own side.
        name: Words,
        /// The name on the other side.
        other_name: Words,
        /// The decision they rest on.
        #[schemars(length(max = 300))]
        basis: Option<String>,
    },
    /// Record a restriction by either side.
    Restrict {
        /// The side that restricts.
        by: SideId,
        /// What does not pass.
        extent: RestrictionExtent,
        /// The same in words.
        #[schemars(length(min = 1, max = 500))]
        what: String,
        /// The first day.
        from: Date,
        /// The first day on which it no longer holds, where it is known.
        until: Option<Date>,
        /// Why.
        reason: RestrictionReason,
        /// The day on which the side that restricts told the other.
        told_on: Option<Date>,
        /// The letter by which it did.
        letter: Option<LetterId>,
    },
    /// Record that the other side was told of a restriction.
    RecordTold {
        /// The number of the restriction; may be left out where one alone is meant.
        number: Option<u32>,
        /// The day.
        told_on: Date,
        /// The letter by which it was told.
        letter: Option<LetterId>,
    },
    /// Record that an announced restriction holds now.
    RecordBegun {
        /// The number of the restriction; may be left out where one alone is meant.
        number: Option<u32>,
    },
    /// Name another last day of a restriction; the other side is to be told again.
    Extend {
        /// The number of the restriction; may be left out where one alone is meant.
        number: Option<u32>,
        /// The first day on which it no longer holds; none while it is not known.
        until: Option<Date>,
        /// The day on which the other side was told of the change.
        told_on: Option<Date>,
        /// The letter by which it was told.
        letter: Option<LetterId>,
    },
    /// Lift a restriction.
    Lift {
        /// The number of the restriction; may be left out where one alone is meant.
        number: Option<u32>,
        /// The first day on which it no longer holds.
        lifted_on: Date,
    },
    /// Close the gate for good.
    Close {
        /// The first day on which it is closed.
        closed_on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        remark: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum GateFact {
    /// A gate was registered.
    Registered {
        /// Its two names.
        names: GateNames,
        /// The side across the line.
        other_side: SideId,
        /// The line it lies on.
        line: LineId,
        /// The place of markers near which it lies.
        near: Option<MarkerPlaceId>,
        /// Its class and hours.
        version: GateVersion,
        /// The counterpart relation.
        counterpart: Option<CounterpartId>,
        /// The text in which both sides agreed to it.
        agreement: Option<AgreementId>,
        /// The day on which they did.
        agreed_on: Option<Date>,
        /// The day on which it is to open.
        planned_on: Option<Date>,
        /// The public source.
        source: Option<String>,
    },
    /// It opened.
    Opened {
        /// The day, where it is known.
        opened_on: Option<Date>,
    },
    /// Its hours were set.
    HoursSet {
        /// Class and hours from a day on.
        version: GateVersion,
    },
    /// It was put into a higher class.
    Upgraded {
        /// Class and hours from a day on.
        version: GateVersion,
        /// True where that day had come.
        begun: bool,
    },
    /// It was put into a lower class.
    Downgraded {
        /// Class and hours from a day on.
        version: GateVersion,
    },
    /// It got other names.
    Renamed {
        /// The names from a day on.
        names: GateNames,
    },
    /// A restriction was recorded.
    Restricted {
        /// The restriction.
        restriction: Restriction,
    },
    /// The other side was told of a restriction.
    Told {
        /// The number of the restriction.
        number: u32,
        /// The day.
        told_on: Date,
        /// The letter.
        letter: Option<LetterId>,
    },
    /// An announced restriction holds.
    Begun {
        /// The number of the restriction.
        number: u32,
    },
    /// The end of a restriction was named anew.
    Extended {
        /// The number of the restriction.
        number: u32,
        /// The first day on which it no longer holds.
        until: Option<Date>,
        /// The day on which the other side was told of the change.
        told_on: Option<Date>,
        /// The letter.
        letter: Option<LetterId>,
    },
    /// A restriction was lifted.
    Lifted {
        /// The number of the restriction.
        number: u32,
        /// The first day on which it no longer holds.
        lifted_on: Date,
    },
    /// The gate was closed for good.
    Closed {
        /// The first day on which it is closed.
        closed_on: Date,
        /// Why.
        remark: String,
    },
}

/// Why an act on a gate is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum GateRefusal {
    /// The gate is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// A gate is a pair: it needs a name on each side.
    NoName,
    /// The side across the line is not known, or is the own side.
    NoOtherSide,
    /// There is no such line.
    NoLine,
    /// There is no such place of markers.
    NoMarkerPlace,
    /// There is no such counterpart relation.
    NoCounterpart,
    /// There is no such agreement.
    NoAgreement,
    /// There is no such letter.
    NoLetter,
    /// A time is written as 07:00, and a gate closes after it opens.
    NoTime {
        /// The text that was given.
        time: String,
    },
    /// Hours are told on the clock of one of the two sides.
    NoClock,
    /// What happened cannot lie in the future.
    InTheFuture,
    /// A day that cannot lie later lies later.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
    /// The gate is in that class already.
    SameClass,
    /// Only one of the two sides of the gate restricts it.
    NotOfThisGate,
    /// There is no such restriction that still holds, or there are several.
    WhichRestriction {
        /// How many there are that still hold.
        count: u32,
    },
    /// The restriction holds already.
    AlreadyBegun,
}
