//! The words of published figures: what a figure says, what can be asked for, what happened, why something is not
//! allowed.

use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use crate::{LevelCode, Qualifier, UnitId, Words};

/// A published figure as it stands: what was published last, what was put down before, and whether it still counts.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct FigureState {
    /// What was published, as it stands now.
    #[serde(flatten)]
    pub statement: Statement,
    /// What was put down before and corrected, the oldest first.
    pub earlier: Vec<Earlier>,
    /// Whether it still counts.
    pub stage: FigureStage,
}

/// What was published: a number is nothing without what it counts, how sure it is, for what, when, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// What is counted.
    pub quantity: Coded,
    /// How many.
    pub value: Amount,
    /// How the number is meant.
    pub qualifier: Qualifier,
    /// In what it is counted: pairs, people, km.
    pub measure: Coded,
    /// For what it holds.
    pub scope: FigureScope,
    /// The day to which it looks.
    pub as_of: AsOf,
    /// Who says so, and where.
    pub source: FigureSource,
    /// What else is to be said.
    pub remark: Option<String>,
}

/// A code from an open vocabulary with its words. Figures are compared by the code, people read the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coded {
    /// The code: 1 to 64 characters of `a-z`, `0-9` and `-`.
    #[schemars(regex(pattern = "^[a-z0-9-]{1,64}$"))]
    pub code: String,
    /// The words.
    pub label: Words,
}

/// For what a figure holds. Two figures of different scope are two figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureScope {
    /// The borders, each by the codes of both neighbours, as `aa-bb`; also those of which the post keeps no record.
    #[serde(default)]
    pub borders: Vec<String>,
    /// Provinces or other areas.
    #[serde(default)]
    pub areas: Vec<Coded>,
    /// The units.
    #[serde(default)]
    pub units: Vec<UnitId>,
    /// The level of a scheme.
    pub level: Option<LevelCode>,
    /// Which part of the whole it counts, where the source divides one and the same whole.
    pub part: Option<Coded>,
    /// The first day counted, where it counts what happened in a time; a state on a day has none.
    pub from: Option<Date>,
    /// The first day no longer counted.
    pub until: Option<Date>,
}

/// The day to which a figure looks, and how sure that day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AsOf {
    /// The day; the first day of the month or year where only that is known.
    pub on: Date,
    /// How much of the day is known.
    pub certainty: Certainty,
}

impl fmt::Display for AsOf {
    /// As much as is known: `2023-01-22`, `2023-01` or `2023`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = match self.certainty {
            Certainty::Day => 10,
            Certainty::Month => 7,
            Certainty::Year => 4,
        };
        f.write_str(self.on.to_string().get(..length).unwrap_or_default())
    }
}

/// How much of a day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "certainty"))]
pub enum Certainty {
    /// The day.
    Day,
    /// Its month.
    Month,
    /// Its year.
    Year,
}

/// The published document that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureSource {
    /// The file name of the document, or how it is cited.
    #[schemars(length(min = 1, max = 300))]
    pub document: String,
    /// Its title.
    #[schemars(length(max = 500))]
    pub title: Option<String>,
    /// Who published it.
    #[schemars(length(max = 300))]
    pub publisher: Option<String>,
    /// When it was published, where the day is known.
    pub published_on: Option<Date>,
    /// The words of the document itself, in its own language.
    #[serde(default)]
    pub quoted: Words,
}

/// What a figure said before it was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Earlier {
    /// What was put down.
    #[serde(flatten)]
    pub statement: Statement,
    /// Why it was corrected.
    pub reason: String,
}

/// Whether a figure still counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum FigureStage {
    /// As it was put down.
    Recorded,
    /// Corrected since; what was put down before is kept.
    Corrected,
    /// No longer to be used.
    Withdrawn {
        /// The day it was withdrawn.
        on: Date,
        /// Why.
        reason: String,
    },
}

impl FigureStage {
    /// The stage's name in lists.
    pub const fn status(&self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Corrected => "corrected",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FigureCommand {
    /// Record a figure that was published.
    Record {
        /// What is counted.
        quantity: Coded,
        /// How many.
        value: Amount,
        /// How the number is meant.
        qualifier: Qualifier,
        /// In what it is counted.
        measure: Coded,
        /// For what it holds.
        #[serde(default)]
        scope: FigureScope,
        /// The day to which it looks.
        as_of: AsOf,
        /// Who says so, and where.
        source: FigureSource,
        /// What else is to be said.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        remark: Option<String>,
    },
    /// Correct what was put down; what stood before is kept.
    Correct {
        /// What is counted.
        quantity: Coded,
        /// How many.
        value: Amount,
        /// How the number is meant.
        qualifier: Qualifier,
        /// In what it is counted.
        measure: Coded,
        /// For what it holds.
        #[serde(default)]
        scope: FigureScope,
        /// The day to which it looks.
        as_of: AsOf,
        /// Who says so, and where.
        source: FigureSource,
        /// What else is to be said.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        remark: Option<String>,
        /// Why it is corrected.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Withdraw a figure that is not to be used any more.
    Withdraw {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum FigureFact {
    /// A figure was recorded.
    Recorded {
        /// What was published.
        figure: Statement,
    },
    /// It was corrected.
    Corrected {
        /// What was published, as it stands now.
        figure: Statement,
        /// Why.
        reason: String,
    },
    /// It was withdrawn.
    Withdrawn {
        /// The day.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// Why an act on a figure is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum FigureRefusal {
    /// The figure is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// A code has another form than codes have.
    BadCode {
        /// What was given.
        code: String,
    },
    /// A code has no words in any language.
    NoLabel {
        /// The code.
        code: String,
    },
    /// Nothing says for what the figure holds.
    NoScope,
    /// There is no such unit.
    NoUnit {
        /// The identity that was given.
        unit: String,
    },
    /// There is no such level.
    NoLevel {
        /// The identity that was given.
        level: String,
    },
    /// Only one end of the time counted is given, or it ends before it begins.
    BadPeriod,
    /// The figure looks to a day that has not come, or was published on one.
    InTheFuture,
    /// Nothing says who published it.
    NoSource,
    /// The correction says what stands already.
    NothingChanged,
}
