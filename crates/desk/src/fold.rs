//! The fold: a record's row is what its entries make of it, the same for an act of today and for a rebuild.
//!
//! One fact belongs to no noun: that an act was taken back on this record. The entries of that act then no longer
//! count, and a record of which no entry counts is gone from every table but the journal.

use std::collections::BTreeSet;

use domain::{Declared, Header, OfficerId, RecordId, SideId, Stamp, UnitId};
use jiff::Timestamp;
use journal::{Class, Entry};
use serde_json::{Value, json};
use store::{Failure, Row, StoredEntry};

/// The fact by which an act is taken back on a record of whatever noun. No noun has a fact of this name.
pub(crate) const TAKEN_BACK: &str = "act-taken-back";

/// The row after a fact, with the header read off it; `None` for an entry that is not a fact.
pub(crate) fn fold(row: Option<Row>, entry: &Entry) -> Result<Option<(Row, Header)>, Failure> {
    if entry.class != Class::Fact {
        return Ok(None);
    }
    let noun = declared(&entry.noun)?;
    let fact = journal::decode(&entry.body).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
    let mut row = row.unwrap_or_else(|| Row::begun_by(entry));
    let before = (row.version > 0).then(|| std::mem::take(&mut row.state));
    row.state = noun.apply(before, fact, &stamp(entry)?)?;
    row.version += 1;
    (row.changed_ms, row.changed_by) = (entry.recorded_ms, entry.officer.clone());
    let header = noun.header(&row.state)?;
    let row = row.with_header(&header, &entry.side);
    Ok(Some((row, header)))
}

/// The noun of that name; a stored name that nobody knows is a failure.
pub(crate) fn declared(name: &str) -> Result<&'static Declared, Failure> {
    domain::noun(name).ok_or_else(|| Failure::Unreadable(format!("no noun is called {name}")))
}

fn stamp(entry: &Entry) -> Result<Stamp, Failure> {
    let unreadable = |fault: &dyn std::fmt::Display| Failure::Unreadable(fault.to_string());
    Ok(Stamp {
        record: RecordId::parse(&entry.record).map_err(|fault| unreadable(&fault))?,
        side: SideId::parse(&entry.side).map_err(|fault| unreadable(&fault))?,
        unit: UnitId::parse(&entry.unit).map_err(|fault| unreadable(&fault))?,
        officer: OfficerId::parse(&entry.officer).map_err(|fault| unreadable(&fault))?,
        happened: Timestamp::from_millisecond(entry.happened_ms).map_err(|fault| unreadable(&fault))?,
        recorded: Timestamp::from_millisecond(entry.recorded_ms).map_err(|fault| unreadable(&fault))?,
    })
}

/// The fact that an act was taken back, for the reason that was given.
pub(crate) fn taking_back(act: &str, reason: &str) -> Value {
    json!({ "fact": TAKEN_BACK, "act": act, "reason": reason })
}

/// The act that an entry takes back on its record; none for an entry of any other kind.
pub(crate) fn taken_back(entry: &Entry) -> Result<Option<journal::Id>, Failure> {
    // Most entries are not of this kind: they need not be decoded to know it.
    let names_it = entry.body.windows(TAKEN_BACK.len()).any(|part| part == TAKEN_BACK.as_bytes());
    if entry.class != Class::Fact || !names_it {
        return Ok(None);
    }
    let fact = journal::decode(&entry.body).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
    let text = |field: &str| fact.get(field).and_then(Value::as_str);
    if text("fact") != Some(TAKEN_BACK) {
        return Ok(None);
    }
    let act = text("act").and_then(read_act);
    act.map(Some).ok_or_else(|| Failure::Unreadable("an entry takes back what is no act".into()))
}

/// The facts of a record that count: none of an act that was taken back.
pub(crate) fn counting(history: Vec<StoredEntry>) -> Result<Vec<StoredEntry>, Failure> {
    let mut gone = BTreeSet::new();
    let mut facts = Vec::new();
    for stored in history.into_iter().filter(StoredEntry::is_fact) {
        match taken_back(&stored.entry)? {
            Some(act) => drop(gone.insert(act)),
            None => facts.push(stored),
        }
    }
    facts.retain(|stored| !gone.contains(&stored.entry.act));
    Ok(facts)
}

/// The row that a record's entries make, with its header; none where no entry counts.
pub(crate) fn refold(history: Vec<StoredEntry>) -> Result<Option<(Row, Header)>, Failure> {
    let mut folded = None;
    for stored in counting(history)? {
        folded = fold(folded.take().map(|(row, _)| row), &stored.entry)?;
    }
    Ok(folded)
}

/// An act as facts name it: 32 hex digits.
pub(crate) fn write_act(act: &journal::Id) -> String {
    act.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The act with these 32 hex digits.
pub(crate) fn read_act(text: &str) -> Option<journal::Id> {
    let digits = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    u128::from_str_radix(text, 16).ok().filter(|_| digits).map(u128::to_be_bytes)
}
