//! What a line looks like: its state and versions, the commands on it, what can happen, why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AgreementId, SideId, Words};

/// A line as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct LineState {
    /// What is said of it now.
    #[serde(flatten)]
    pub text: LineText,
    /// Every version there was, the oldest first; the last is the one above.
    pub versions: Vec<LineVersion>,
    /// Whether it is registered.
    pub stage: LineStage,
}

/// What is said of a line. Where it runs is said by the agreements that it names, and by nothing here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LineText {
    /// What it is called.
    pub name: Words,
    /// The sides that it lies between: two, or more where it ends at a point of three.
    pub sides: Vec<SideId>,
    /// Its length in metres, as a document states it; never measured on the drawing.
    pub documented_length_m: Option<u64>,
    /// The document that states the length.
    pub length_source: Option<String>,
    /// The day for which the length is stated.
    pub length_as_of: Option<Date>,
    /// The file of the profile that holds its drawing, for orientation only.
    pub drawing: Option<String>,
    /// What has to be said wherever it is drawn.
    pub attribution: Option<String>,
    /// The licence of the drawing.
    pub licence: Option<String>,
    /// The agreements that fix where it runs.
    pub agreements: Vec<AgreementId>,
}

/// One version of what is said of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LineVersion {
    /// The first day for which it holds; open for the first version.
    pub from: Option<Date>,
    /// The document that it cites.
    pub document: Option<String>,
    /// What was said.
    #[serde(flatten)]
    pub text: LineText,
}

/// Whether a line is registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum LineStage {
    /// It is in the register.
    Registered,
}

/// Whether a stretch or a place lies on land or on water.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "medium"))]
pub enum Medium {
    /// On land.
    Land,
    /// On a river or other water.
    River,
    /// Partly on land, partly on water.
    Mixed,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum LineCommand {
    /// Register a line between neighbours.
    Register {
        /// What it is called.
        name: Words,
        /// The sides that it lies between, at least two.
        sides: Vec<SideId>,
        /// Its length in metres, as a document states it.
        #[schemars(range(min = 1))]
        documented_length_m: Option<u64>,
        /// The document that states the length; needed with it.
        #[schemars(length(max = 300))]
        length_source: Option<String>,
        /// The file of the profile that holds its drawing.
        #[schemars(length(max = 120))]
        drawing: Option<String>,
        /// What has to be said wherever it is drawn.
        #[schemars(length(max = 300))]
        attribution: Option<String>,
        /// The licence of the drawing.
        #[schemars(length(max = 120))]
        licence: Option<String>,
        /// The agreements that fix where it runs.
        #[serde(default)]
        agreements: Vec<AgreementId>,
    },
    /// Record a new version that a document brings; what is left out stays as it is.
    Amend {
        /// The document.
        #[schemars(length(min = 1, max = 300))]
        document: String,
        /// The first day for which the new version holds.
        from: Date,
        /// What it is called.
        name: Option<Words>,
        /// The sides that it lies between.
        #[serde(default)]
        sides: Vec<SideId>,
        /// Its length in metres, as a document states it.
        #[schemars(range(min = 1))]
        documented_length_m: Option<u64>,
        /// The document that states the length.
        #[schemars(length(max = 300))]
        length_source: Option<String>,
        /// The day for which the length is stated.
        length_as_of: Option<Date>,
        /// The file of the profile that holds its drawing.
        #[schemars(length(max = 120))]
        drawing: Option<String>,
        /// What has to be said wherever it is drawn.
        #[schemars(length(max = 300))]
        attribution: Option<String>,
        /// The licence of the drawing.
        #[schemars(length(max = 120))]
        licence: Option<String>,
        /// The agreements that fix where it runs.
        #[serde(default)]
        agreements: Vec<AgreementId>,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum LineFact {
    /// The line was registered.
    Registered {
        /// What is said of it.
        #[serde(flatten)]
        text: LineText,
    },
    /// A document brought a new version.
    Amended {
        /// The new version.
        #[serde(flatten)]
        version: LineVersion,
    },
}

/// Why an act on a line is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum LineRefusal {
    /// The line is registered already, or not yet.
    NotNow,
    /// The name is blank in every language.
    NoName,
    /// A line lies between at least two sides.
    FewSides,
    /// There is no such side.
    NoSide {
        /// The identity that was given.
        side: String,
    },
    /// There is no such agreement.
    NoAgreement {
        /// The identity that was given.
        agreement: String,
    },
    /// A length is stated by a document, which has to be named.
    NoSource,
    /// The drawing is named as a file of the profile, without a folder.
    NotAFileName {
        /// The text that was given.
        drawing: String,
    },
    /// A new version begins after the one before it.
    NotLater {
        /// The first day of the version that stands.
        from: Date,
    },
}
