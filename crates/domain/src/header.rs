//! What every list needs of a record, whatever its noun: the columns, links and figures read off its state.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Attached, CounterpartId, RecordId, SideId, UnitId, Words};

/// When a duty ends: with a day, or at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Due {
    /// With the end of this day, in the zone of the own side.
    On(Date),
    /// At this instant.
    At(Timestamp),
}

impl Due {
    /// The text that tables keep; texts of days and instants sort by time together.
    pub fn to_text(self) -> String {
        match self {
            Self::On(date) => date.to_string(),
            Self::At(instant) => instant.to_string(),
        }
    }
}

/// Whether a figure counts what the own side recorded or what both sides signed or agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The own side's record.
    Own,
    /// A record that both sides signed.
    Joint,
}

/// One counted thing: a quantity of a figure on a day. A report adds these up, and each leads back to its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Which figure, a code from [`crate::reporting::report::FIGURES`].
    pub code: &'static str,
    /// The day to which the reporting period looks: the day it was held, or the last day of the period owed.
    pub on: Date,
    /// How many; negative only where a standing count falls ([`crate::reporting::report::STANDING`]).
    pub quantity: i64,
    /// Own or joint count.
    pub basis: Basis,
}

/// A link from one record to another, with its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What the other record is to this one: `answers`, `meets`, `under`, `opened-by`.
    pub role: &'static str,
    /// The other record.
    pub to: RecordId,
}

/// The columns of a record.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Header {
    /// The state's name in kebab case.
    pub status: &'static str,
    /// What a person calls the record.
    pub title: Words,
    /// The number printed on paper.
    pub number: Option<String>,
    /// The series in which [`Self::ordinal`] counts; unique together.
    pub series: Option<String>,
    /// The place in the series, from 1.
    pub ordinal: Option<u32>,
    /// True while somebody still has to act.
    pub open: bool,
    /// The side whose turn it is, while the record is open.
    pub turn: Option<SideId>,
    /// The own unit that has to act or follow up, when it is not the unit that keeps the record.
    pub holder: Option<UnitId>,
    /// The side to which the record itself belongs, for units and the like; the own side otherwise.
    pub side: Option<SideId>,
    /// The counterpart relation concerned.
    pub counterpart: Option<CounterpartId>,
    /// The day it was or is to be held.
    pub held_on: Option<Date>,
    /// The instant at which it begins on that day, where one is agreed or proposed.
    pub begins_at: Option<Timestamp>,
    /// When the next act is due.
    pub due: Option<Due>,
    /// The period covered, as `2026-Q1`.
    pub period: Option<String>,
    /// Links to other records.
    pub links: Vec<Link>,
    /// The files that it names and that are kept with it.
    pub files: Vec<Attached>,
    /// What is counted.
    pub figures: Vec<Figure>,
}
