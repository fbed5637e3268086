//! What a treaty segment looks like: its state and versions, the commands on it, what can happen, and the refusals.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::territory::line::{Medium, Stretch};
use crate::{AgreementId, LineId, MarkerPlaceId, TreatySegmentId, Words};

/// A treaty segment as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TreatySegmentState {
    /// Its number on the line.
    pub number: u32,
    /// The name of the line when the segment was registered, for lists.
    pub line_name: Words,
    /// What the documents say of it now.
    #[serde(flatten)]
    pub text: SegmentText,
    /// Every version there was, the oldest first; the last is the one above.
    pub versions: Vec<SegmentVersion>,
    /// Whether it is in force.
    pub stage: TreatySegmentStage,
}

/// What the documents say of a segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SegmentText {
    /// From which place to which.
    #[serde(flatten)]
    pub stretch: Stretch,
    /// On land or on water.
    pub medium: Medium,
    /// The document that draws it.
    pub document: String,
    /// Its length in metres, as a document states it.
    pub documented_length_m: Option<u64>,
    /// The document that states the length.
    pub length_source: Option<String>,
    /// The agreement in which it stands.
    pub agreement: Option<AgreementId>,
}

/// One version of what the documents say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SegmentVersion {
    /// The first day for which it holds; open for the first version.
    pub from: Option<Date>,
    /// What is said.
    #[serde(flatten)]
    pub text: SegmentText,
}

/// Whether a segment is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum TreatySegmentStage {
    /// The line is divided so.
    InForce,
    /// The line is no longer divided so.
    Ended {
        /// The first day without it.
        on: Date,
        /// The document that ended it.
        document: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TreatySegmentCommand {
    /// Register a segment.
    Register {
        /// The line.
        line: LineId,
        /// Its number on the line.
        #[schemars(range(min = 1))]
        number: u32,
        /// The marker place at which it begins.
        from_place: MarkerPlaceId,
        /// The marker place at which it ends.
        to_place: MarkerPlaceId,
        /// On land or on water.
        medium: Medium,
        /// The document that draws it.
        #[schemars(length(min = 1, max = 300))]
        document: String,
        /// Its length in metres, as a document states it.
        #[schemars(range(min = 1))]
        documented_length_m: Option<u64>,
        /// The document that states the length; needed with it.
        #[schemars(length(max = 300))]
        length_source: Option<String>,
        /// The agreement in which it stands.
        agreement: Option<AgreementId>,
    },
    /// Record a new version that a document brings; what is left out stays as it is.
    Amend {
        /// The document.
        #[schemars(length(min = 1, max = 300))]
        document: String,
        /// The first day for which the new version holds.
        from: Date,
        /// The marker place at which it begins.
        from_place: Option<MarkerPlaceId>,
        /// The marker place at which it ends.
        to_place: Option<MarkerPlaceId>,
        /// On land or on water.
        medium: Option<Medium>,
        /// Its length in metres, as a document states it.
        #[schemars(range(min = 1))]
        documented_length_m: Option<u64>,
        /// The document that states the length.
        #[schemars(length(max = 300))]
        length_source: Option<String>,
        /// The agreement in which it stands.
        agreement: Option<AgreementId>,
    },
    /// Record that the line is no longer divided so.
    Close {
        /// The first day without it.
        on: Date,
        /// The document that ends it.
        #[schemars(length(min = 1, max = 300))]
        document: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum TreatySegmentFact {
    /// The segment was registered.
    Registered {
        /// Its number on the line.
        number: u32,
        /// The name of the line.
        line_name: Words,
        /// What the documents say of it.
        #[serde(flatten)]
        text: SegmentText,
    },
    /// A document brought a new version.
    Amended {
        /// The new version.
        #[serde(flatten)]
        version: SegmentVersion,
    },
    /// The line is no longer divided so.
    Closed {
        /// The first day without it.
        on: Date,
        /// The document that ended it.
        document: String,
    },
}

/// Why an act on a treaty segment is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum TreatySegmentRefusal {
    /// The segment is registered already, or not yet, or has ended.
    NotNow {
        /// The state it is in.
        status: String,
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
    /// The line has a segment with this number.
    NumberTaken {
        /// The number.
        number: u32,
    },
    /// Another segment has part of this stretch.
    Overlap {
        /// The other segment.
        segment: TreatySegmentId,
    },
    /// A length is stated by a document, which has to be named.
    NoSource,
    /// There is no such agreement.
    NoAgreement {
        /// The identity that was given.
        agreement: String,
    },
    /// A new version begins after the one before it.
    NotLater {
        /// The first day of the version that stands.
        from: Date,
    },
}
