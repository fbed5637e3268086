//! The rows that the store gives out and takes in.

use domain::{Due, Grade, Header, RecordId, StateFault};
use journal::{Class, Entry};
use serde_json::Value;

/// A record as it stands: its folded state and the columns every list needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its identity.
    pub id: String,
    /// Its noun.
    pub noun: String,
    /// The unit that keeps it.
    pub unit: String,
    /// The side it belongs to.
    pub side: String,
    /// The name of its state.
    pub status: String,
    /// True while somebody has to act.
    pub open: bool,
    /// The side whose turn it is; none is the keeper's own.
    pub turn: Option<String>,
    /// The unit that has to act, when it is not the keeper.
    pub holder: Option<String>,
    /// The counterpart relation.
    pub counterpart: Option<String>,
    /// The day it was or is to be held.
    pub held_on: Option<String>,
    /// When the next act is due: a day or an instant.
    pub due: Option<String>,
    /// The period covered.
    pub period: Option<String>,
    /// The series it is numbered in.
    pub series: Option<String>,
    /// Its place in the series.
    pub ordinal: Option<u32>,
    /// The number printed on paper.
    pub number: Option<String>,
    /// What it is called, by language, as JSON.
    pub title: String,
    /// Its grade.
    pub grade: Grade,
    /// True for data of an exercise.
    pub exercise: bool,
    /// How many facts it is folded from.
    pub version: u64,
    /// When it was begun.
    pub begun_ms: i64,
    /// When it last changed.
    pub changed_ms: i64,
    /// Who changed it last.
    pub changed_by: String,
    /// The folded state as JSON.
    pub state: Value,
}

impl Row {
    /// The row before any fact: what the first entry says of the record.
    pub fn begun_by(entry: &Entry) -> Self {
        Self {
            id: entry.record.clone(),
            noun: entry.noun.clone(),
            unit: entry.unit.clone(),
            side: entry.side.clone(),
            status: String::new(),
            open: false,
            turn: None,
            holder: None,
            counterpart: None,
            held_on: None,
            due: None,
            period: None,
            series: None,
            ordinal: None,
            number: None,
            title: String::new(),
            grade: Grade::from_code(&entry.grade).unwrap_or(Grade::Protected),
            exercise: entry.exercise,
            version: 0,
            begun_ms: entry.recorded_ms,
            changed_ms: entry.recorded_ms,
            changed_by: entry.officer.clone(),
            state: Value::Null,
        }
    }

    /// The row with the columns of a header.
    pub fn with_header(mut self, header: &Header, keeper_side: &str) -> Self {
        self.status = header.status.to_owned();
        self.open = header.open;
        self.turn = header.turn.as_ref().map(ToString::to_string);
        self.holder = header.holder.as_ref().map(ToString::to_string);
        self.side = header.side.as_ref().map_or_else(|| keeper_side.to_owned(), ToString::to_string);
        self.counterpart = header.counterpart.as_ref().map(ToString::to_string);
        self.held_on = header.held_on.map(|day| day.to_string());
        self.due = header.due.map(Due::to_text);
        self.period.clone_from(&header.period);
        self.series.clone_from(&header.series);
        self.ordinal = header.ordinal;
        self.number.clone_from(&header.number);
        self.title = serde_json::to_string(&header.title).unwrap_or_default();
        self
    }

    /// The identity as the domain knows it.
    pub fn record_id(&self) -> Result<RecordId, StateFault> {
        RecordId::parse(&self.id).map_err(|fault| StateFault { noun: "record", detail: fault.to_string() })
    }
}

/// A link as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// The record that names the other.
    pub origin: String,
    /// What the other is to it.
    pub role: String,
    /// The other record.
    pub target: String,
}

/// A counted figure as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// The record behind it.
    pub record: String,
    /// The figure's code.
    pub code: String,
    /// `own` or `joint`.
    pub basis: String,
    /// The unit that keeps the record.
    pub unit: String,
    /// The counterpart relation.
    pub counterpart: Option<String>,
    /// The day it counts for.
    pub counted_on: String,
    /// How many.
    pub quantity: i64,
}

/// An entry with its place in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// Its place, from 1.
    pub seq: i64,
    /// The entry.
    pub entry: Entry,
}

impl StoredEntry {
    /// True when it tells of something that happened.
    pub fn is_fact(&self) -> bool {
        self.entry.class == Class::Fact
    }
}
