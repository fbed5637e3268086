//! What a marker looks like: its state with positions, conditions and observations, the commands on it, what can happen,
//! why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::position::{Comparison, Metres, Position};
use crate::{AgreementId, LineId, MarkerNumber, MarkerPlaceId, MarkerWorksId, SideId, UnitId, Words};

/// A marker as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MarkerState {
    /// The place at which it stands.
    pub place: MarkerPlaceId,
    /// The line.
    pub line: LineId,
    /// Its number with the name of the line, for lists.
    pub title: Words,
    /// Its number, as it stands on the stone.
    pub number: MarkerNumber,
    /// Which of several markers at the place it is; none where it is the only one.
    pub part: Option<u32>,
    /// What kind of marker.
    pub kind: MarkerKind,
    /// The design, as the register names it: A, B, C.
    pub design: Option<String>,
    /// The side that erected it, where it is known.
    pub erected_by: Option<SideId>,
    /// Which side maintained it when, the oldest first; the last is the one that does.
    pub maintenance: Vec<Maintenance>,
    /// What else is to be known of it.
    #[schemars(extend("x-long" = true))]
    pub remarks: Option<String>,
    /// Its registered positions, the oldest first; the last is the one that holds. No observation changes them.
    pub positions: Vec<RegisteredPosition>,
    /// Its conditions by day, the oldest first, each with what says so.
    pub conditions: Vec<DatedCondition>,
    /// What was observed, the oldest first.
    pub observations: Vec<Observation>,
    /// The marker works that are under way on it.
    pub works: Option<MarkerWorksId>,
    /// Its condition, or that nobody has recorded one.
    pub stage: MarkerStage,
}

/// What kind of marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "marker-kind"))]
pub enum MarkerKind {
    /// A main marker.
    Main,
    /// One set later between two others.
    Auxiliary,
    /// A stake.
    Stake,
}

/// A time in which one side maintained the marker. It follows from a document, never from the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Maintenance {
    /// The side.
    pub side: SideId,
    /// The first day; open for the first side.
    pub from: Option<Date>,
    /// The document that says so.
    pub document: Option<String>,
}

/// A position that a document of the Joint Committee or of the demarcation gives the marker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RegisteredPosition {
    /// The first day for which it holds; open for the first position.
    pub from: Option<Date>,
    /// The position.
    pub position: Position,
    /// How exact it is, where the document says so.
    pub accuracy_m: Option<Metres>,
    /// The document.
    pub document: String,
    /// The agreement to which the document belongs.
    pub agreement: Option<AgreementId>,
}

/// A condition and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DatedCondition {
    /// The day on which it was found so.
    pub on: Date,
    /// The condition.
    pub condition: Condition,
    /// The marker works that say so; none for an observation.
    pub works: Option<MarkerWorksId>,
    /// True where both sides confirmed it.
    pub confirmed: bool,
}

/// The condition of a marker (domain C.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "marker-state"))]
pub enum Condition {
    /// Nothing is wrong with it.
    Intact,
    /// Damaged, still doing its service.
    Damaged,
    /// Damaged so that it has to be repaired.
    SeriouslyDamaged,
    /// It may not stand at its place; not yet checked by both sides.
    SuspectedDisplaced,
    /// It does not stand at its place; both sides confirmed it.
    Displaced,
    /// Nothing is left that could be restored.
    Destroyed,
    /// It was not found.
    Missing,
    /// Restored at its place, with the record of both sides.
    Restored,
    /// Set at another place by the Joint Committee; the line is unchanged.
    ReSited,
}

/// What one side can say of a condition by looking: never that a marker was displaced, restored or re-sited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "marker-state"))]
pub enum SeenCondition {
    /// Nothing is wrong with it.
    Intact,
    /// Damaged, still doing its service.
    Damaged,
    /// Damaged so that it has to be repaired.
    SeriouslyDamaged,
    /// It may not stand at its place.
    SuspectedDisplaced,
    /// Nothing is left that could be restored.
    Destroyed,
    /// It was not found.
    Missing,
}

/// What a unit observed at a marker. It stands beside the registered position and never changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Observation {
    /// The day.
    pub observed_on: Date,
    /// The unit that observed.
    pub unit: UnitId,
    /// The condition as seen.
    pub condition: SeenCondition,
    /// The position as measured.
    pub position: Option<Position>,
    /// How exact the measurement is.
    pub accuracy_m: Option<Metres>,
    /// The device.
    pub device: Option<String>,
    /// Where the photos are kept.
    pub photo: Option<String>,
    /// What else was seen.
    #[schemars(extend("x-long" = true))]
    pub remark: Option<String>,
    /// What comes of comparing with the position that was registered on that day.
    pub comparison: Option<Comparison>,
}

/// The condition by its name, or that nobody has recorded one; or that the marker is no longer in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum MarkerStage {
    /// In the register; nobody has recorded a condition yet.
    Registered,
    /// Nothing is wrong with it.
    Intact,
    /// Damaged.
    Damaged,
    /// Seriously damaged.
    SeriouslyDamaged,
    /// It may not stand at its place.
    SuspectedDisplaced,
    /// It does not stand at its place; both sides confirmed it.
    Displaced,
    /// Destroyed.
    Destroyed,
    /// Not found.
    Missing,
    /// Restored at its place.
    Restored,
    /// Set at another place by the Joint Committee.
    ReSited,
    /// No longer in the register.
    Withdrawn {
        /// The first day without it.
        on: Date,
        /// Why.
        reason: String,
        /// The document that says so.
        document: Option<String>,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum MarkerCommand {
    /// Register a marker.
    Register {
        /// The place at which it stands.
        place: MarkerPlaceId,
        /// Its number, as it stands on the stone.
        #[schemars(length(min = 1, max = 24))]
        number: String,
        /// What kind of marker.
        kind: MarkerKind,
        /// The design, as the register names it: A, B, C.
        #[schemars(length(max = 40))]
        design: Option<String>,
        /// The side that erected it.
        erected_by: Option<SideId>,
        /// The side that maintains it, as the documents say.
        maintained_by: Option<SideId>,
        /// Its registered position.
        position: Option<Position>,
        /// How exact that position is, in metres.
        #[schemars(length(max = 12))]
        accuracy_m: Option<String>,
        /// The document that gives the position; needed with it.
        #[schemars(length(max = 300))]
        document: Option<String>,
        /// What else is to be known of it.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        remarks: Option<String>,
    },
    /// Record what was observed at the marker.
    Observe {
        /// The day.
        observed_on: Date,
        /// The condition as seen.
        condition: SeenCondition,
        /// The position as measured.
        position: Option<Position>,
        /// How exact the measurement is, in metres.
        #[schemars(length(max = 12))]
        accuracy_m: Option<String>,
        /// The device.
        #[schemars(length(max = 120))]
        device: Option<String>,
        /// Where the photos are kept.
        #[schemars(length(max = 300))]
        photo: Option<String>,
        /// What else was seen, in neutral words.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        remark: Option<String>,
    },
    /// Register a new position that a document of the Joint Committee or of the demarcation gives the marker.
    RegisterPosition {
        /// The document.
        #[schemars(length(min = 1, max = 300))]
        document: String,
        /// The agreement to which the document belongs.
        agreement: Option<AgreementId>,
        /// The first day for which the position holds.
        from: Date,
        /// The position.
        position: Position,
        /// How exact it is, in metres.
        #[schemars(length(max = 12))]
        accuracy_m: Option<String>,
    },
    /// Amend what the register says of the marker; what is left out stays as it is.
    Amend {
        /// The document that says so.
        #[schemars(length(min = 1, max = 300))]
        document: String,
        /// The first day for which it holds.
        from: Date,
        /// What kind of marker.
        kind: Option<MarkerKind>,
        /// The design.
        #[schemars(length(max = 40))]
        design: Option<String>,
        /// The side that erected it.
        erected_by: Option<SideId>,
        /// The side that maintains it.
        maintained_by: Option<SideId>,
        /// What else is to be known of it.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        remarks: Option<String>,
    },
    /// Take over what marker works say of the marker; mostly a consequence of those works.
    FollowWorks {
        /// The works.
        works: MarkerWorksId,
    },
    /// Take the marker out of the register.
    Withdraw {
        /// The first day without it.
        on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
        /// The document that says so.
        #[schemars(length(max = 300))]
        document: Option<String>,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum MarkerFact {
    /// The marker was registered.
    Registered {
        /// The place at which it stands.
        place: MarkerPlaceId,
        /// The line.
        line: LineId,
        /// Its number with the name of the line.
        title: Words,
        /// Its number.
        number: MarkerNumber,
        /// What kind of marker.
        kind: MarkerKind,
        /// The design.
        design: Option<String>,
        /// The side that erected it.
        erected_by: Option<SideId>,
        /// The side that maintains it.
        maintenance: Option<Maintenance>,
        /// Its registered position.
        position: Option<RegisteredPosition>,
        /// What else is to be known of it.
        remarks: Option<String>,
    },
    /// Something was observed at the marker.
    Observed {
        /// What.
        #[serde(flatten)]
        observation: Observation,
    },
    /// A document gave the marker a new position.
    PositionRegistered {
        /// The position.
        #[serde(flatten)]
        position: RegisteredPosition,
    },
    /// What the register says of the marker was amended; what is absent stayed as it was.
    Amended {
        /// The document that says so.
        document: String,
        /// The first day for which it holds.
        from: Date,
        /// What kind of marker.
        kind: Option<MarkerKind>,
        /// The design.
        design: Option<String>,
        /// The side that erected it.
        erected_by: Option<SideId>,
        /// The side that maintains it.
        maintained_by: Option<SideId>,
        /// What else is to be known of it.
        remarks: Option<String>,
    },
    /// Marker works said something of the marker.
    WorksFollowed {
        /// The works that said it.
        by: MarkerWorksId,
        /// The works that are under way now; none once they are over.
        works: Option<MarkerWorksId>,
        /// The condition, where it changed.
        condition: Option<DatedCondition>,
        /// The position, where the marker was set at another place.
        position: Option<RegisteredPosition>,
    },
    /// The marker was taken out of the register.
    Withdrawn {
        /// The first day without it.
        on: Date,
        /// Why.
        reason: String,
        /// The document that says so.
        document: Option<String>,
    },
}

/// Why an act on a marker is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum MarkerRefusal {
    /// The marker is registered already, or not yet, or was withdrawn.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such place, or it was withdrawn.
    NoPlace,
    /// The text has not the form of a marker number.
    NoNumber {
        /// The text that was given.
        number: String,
    },
    /// The number does not belong to the place.
    OtherPlace {
        /// The number that was given.
        number: String,
        /// The number of the place.
        place: String,
    },
    /// The line has a marker with this number.
    NumberTaken {
        /// The number.
        number: String,
    },
    /// There is no such side.
    NoSide {
        /// The identity that was given.
        side: String,
    },
    /// A registered position rests on a document, which has to be named.
    NoDocument,
    /// There is no such agreement.
    NoAgreement {
        /// The identity that was given.
        agreement: String,
    },
    /// Coordinates are missing, or one of latitude and longitude is.
    NoCoordinates,
    /// The coordinates lie off the globe.
    OffTheGlobe,
    /// The coordinate system is not named.
    NoSystem,
    /// The text is no length in metres.
    NoLength {
        /// The text that was given.
        text: String,
    },
    /// What was observed cannot lie in the future.
    InTheFuture,
    /// What a document brings begins after what holds now.
    NotLater {
        /// The first day of what holds now.
        from: Date,
    },
    /// There are no such works on this marker.
    NoWorks,
    /// The works say nothing that the record does not say.
    NothingChanged,
}
