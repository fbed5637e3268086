//! The fold: a record's row is what its entries make of it, the same for an act of today and for a rebuild.

use domain::{Declared, Header, OfficerId, RecordId, SideId, Stamp, UnitId};
use jiff::Timestamp;
use journal::{Class, Entry};
use store::{Failure, Row};

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
