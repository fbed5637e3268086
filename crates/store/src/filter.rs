//! Which records a list asks for, and which ones the reader may see at all.

use std::collections::BTreeMap;

use domain::Grade;

/// What an officer may see: records of grade `open`, and those of the named units up to a grade.
///
/// Every list, count and search takes one; there is no way to ask for rows without it outside the desk's own work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Sees everything: the program's own work, never an officer's.
    whole: bool,
    /// Sees the directory and other records of grade `open`.
    open: bool,
    units: BTreeMap<String, u8>,
}

impl Scope {
    /// The program's own work, such as counting a report: no officer reads through it.
    pub fn whole() -> Self {
        Self { whole: true, open: true, units: BTreeMap::new() }
    }

    /// What somebody sees who has no role at all: nothing.
    pub fn nothing() -> Self {
        Self { whole: false, open: false, units: BTreeMap::new() }
    }

    /// What an officer sees: `open` with any role, and units each with the highest grade reached.
    pub fn of(open: bool, units: impl IntoIterator<Item = (String, Grade)>) -> Self {
        let mut reached = BTreeMap::new();
        for (unit, ceiling) in units {
            let rank = reached.entry(unit).or_insert(0);
            *rank = (*rank).max(ceiling as u8);
        }
        Self { whole: false, open, units: reached }
    }

    /// True for the program's own work.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole
    }

    /// The units reached, each with the rank of the highest grade.
    pub(crate) fn reached(&self) -> &BTreeMap<String, u8> {
        &self.units
    }

    pub(crate) fn sees_open(&self) -> bool {
        self.open
    }

    /// True when a record of that unit and grade may be seen.
    pub fn sees(&self, unit: &str, grade: Grade) -> bool {
        self.whole
            || (self.open && grade == Grade::Open)
            || self.units.get(unit).is_some_and(|ceiling| grade as u8 <= *ceiling)
    }

    /// The units reached.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        self.units.keys().map(String::as_str)
    }

    /// The condition in SQL over a table with `unit` and `grade`, with one parameter.
    pub(crate) fn condition(&self) -> String {
        if self.whole {
            return "(?1 IS NOT NULL)".to_owned();
        }
        let open = u8::from(self.open);
        format!(
            "(({open} = 1 AND r.grade = 0) OR EXISTS (SELECT 1 FROM json_each(?1) AS s WHERE s.key = r.unit AND r.grade <= s.value))"
        )
    }

    pub(crate) fn parameter(&self) -> String {
        serde_json::to_string(&self.units).unwrap_or_else(|_| "{}".to_owned())
    }
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The last changed first.
    #[default]
    Changed,
    /// The next due first.
    Due,
    /// By the day held or to be held, the latest first.
    Held,
    /// By the day held or to be held, the earliest first.
    HeldFirst,
    /// In the order in which the records were begun.
    Begun,
}

impl Order {
    pub(crate) const fn sql(self) -> &'static str {
        match self {
            Self::Changed => "r.changed_ms DESC, r.place DESC",
            Self::Due => "r.due IS NULL, r.due, r.place",
            Self::Held => "r.held_on IS NULL, r.held_on DESC, r.place DESC",
            Self::HeldFirst => "r.held_on IS NULL, r.held_on, r.place",
            Self::Begun => "r.place",
        }
    }
}

/// Which records a list asks for; every field that is set must match.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// One of these nouns; empty is any.
    pub nouns: Vec<String>,
    /// Kept by one of these units; empty is any.
    pub units: Vec<String>,
    /// In this state.
    pub status: Option<String>,
    /// Open or not.
    pub open: Option<bool>,
    /// This side's turn; the empty text is the keeper's own.
    pub turn: Option<String>,
    /// To be acted on by this unit: as holder, or as keeper where there is no holder.
    pub acting: Option<Vec<String>>,
    /// This counterpart relation.
    pub counterpart: Option<String>,
    /// This side.
    pub side: Option<String>,
    /// Held on or after this day.
    pub held_from: Option<String>,
    /// Held before this day.
    pub held_until: Option<String>,
    /// Due before this day, or, where an instant is due, before this instant: when a day begins is for the caller to
    /// say, who knows the zone.
    pub due_before: Option<(String, String)>,
    /// Covering this period.
    pub period: Option<String>,
    /// With exactly this number.
    pub number: Option<String>,
    /// Linked with this role to this record; the empty role is any.
    pub linked: Option<(String, String)>,
    /// Counted under this figure, from one day until another; the empty code is any figure.
    pub counted: Option<(String, String, String)>,
    /// Touched by this act.
    pub act: Option<journal::Id>,
    /// Last changed by this officer.
    pub changed_by: Option<String>,
    /// Containing this text.
    pub text: Option<String>,
    /// Of an exercise or not.
    pub exercise: Option<bool>,
    /// The order.
    pub order: Order,
}
