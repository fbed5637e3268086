//! How a number is meant: exactly, about, more than, nearly, at least, up to; part of every number that somebody tells.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a number is meant (domain rule C.0-7). "More than 80" is another statement than "80".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "qualifier"))]
pub enum Qualifier {
    /// The number itself.
    Exact,
    /// Near it, above or below.
    About,
    /// Above it.
    MoreThan,
    /// A little below it.
    Nearly,
    /// It or above.
    AtLeast,
    /// It or below.
    UpTo,
}

impl Qualifier {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Exact, Self::About, Self::MoreThan, Self::Nearly, Self::AtLeast, Self::UpTo];

    /// Its name in kebab case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::MoreThan => "more-than",
            Self::Nearly => "nearly",
            Self::AtLeast => "at-least",
            Self::UpTo => "up-to",
        }
    }
}
