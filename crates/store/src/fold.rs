//! Writing: entries are added to the journal, and the rows folded from them stand in the same transaction.

use domain::{Header, StateFault};
use journal::Entry;
use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::{Failure, FigureRow, Row, Transaction, search};

impl From<StateFault> for Failure {
    fn from(fault: StateFault) -> Self {
        Self::Unreadable(fault.to_string())
    }
}

impl Transaction<'_> {
    /// Adds an entry to the journal and gives its place.
    pub fn append(&self, entry: &Entry) -> Result<i64, Failure> {
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO journal (id, act, class, noun, record, side, unit, officer, happened_ms, recorded_ms, grade, exercise, body) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?;
        statement.execute(params![
            entry.id,
            entry.act,
            entry.class.code(),
            entry.noun,
            entry.record,
            entry.side,
            entry.unit,
            entry.officer,
            entry.happened_ms,
            entry.recorded_ms,
            entry.grade,
            entry.exercise,
            entry.body,
        ])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Puts a folded record in place of the version it was folded from, with its links, figures and search text.
    pub fn put(&self, row: &Row, folded_from: u64, header: &Header) -> Result<(), Failure> {
        let (place, is_new) = self.put_row(row, folded_from)?;
        if !is_new {
            self.forget_folded(&row.id, place)?;
        }
        for link in &header.links {
            let mut statement = self.connection.prepare_cached("INSERT OR IGNORE INTO links VALUES (?1, ?2, ?3)")?;
            statement.execute(params![row.id, link.role, link.to.as_str()])?;
        }
        for figure in figures(row, header) {
            let mut statement =
                self.connection.prepare_cached("INSERT INTO figures VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
            let FigureRow { record, code, basis, unit, counterpart, counted_on, quantity } = figure;
            statement.execute(params![record, code, basis, unit, counterpart, counted_on, quantity])?;
        }
        let tokens = search_text(row);
        self.connection
            .prepare_cached("INSERT INTO search (rowid, tokens) VALUES (?1, ?2)")?
            .execute(params![place, tokens])?;
        Ok(())
    }

    /// Takes a record, folded at this version, out of every table that is folded from the journal.
    pub fn remove(&self, id: &str, folded_from: u64) -> Result<(), Failure> {
        if let Some((place, _)) = self.standing(id, folded_from)? {
            self.forget_folded(id, place)?;
            self.connection.prepare_cached("DELETE FROM records WHERE place = ?1")?.execute([place])?;
        }
        Ok(())
    }

    /// Does all of the work or, where it fails, none of it; what was done before in this transaction stands.
    pub fn attempt<T, E: From<Failure>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let said = |sql: &str| self.connection.prepare_cached(sql).and_then(|mut sql| sql.execute([]));
        let told = |outcome: rusqlite::Result<usize>| outcome.map(drop).map_err(|fault| E::from(fault.into()));
        told(said("SAVEPOINT attempt"))?;
        let outcome = work();
        if outcome.is_err() {
            told(said("ROLLBACK TO attempt"))?;
        }
        told(said("RELEASE attempt"))?;
        outcome
    }

    fn forget_folded(&self, id: &str, place: i64) -> Result<(), Failure> {
        self.connection.prepare_cached("DELETE FROM links WHERE origin = ?1")?.execute([id])?;
        self.connection.prepare_cached("DELETE FROM figures WHERE record = ?1")?.execute([id])?;
        self.connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([place])?;
        Ok(())
    }

    /// The place and version of a record, which must be the version it was loaded at.
    fn standing(&self, id: &str, folded_from: u64) -> Result<Option<(i64, i64)>, Failure> {
        let mut standing = self.connection.prepare_cached("SELECT place, version FROM records WHERE id = ?1")?;
        let standing: Option<(i64, i64)> =
            standing.query_row([id], |found| Ok((found.get(0)?, found.get(1)?))).optional()?;
        let found = standing.map_or(0, |(_, version)| version.unsigned_abs());
        if found != folded_from {
            return Err(Failure::Stale { id: id.to_owned(), expected: folded_from, found });
        }
        Ok(standing)
    }

    /// Puts the row; tells its place and whether it is new.
    fn put_row(&self, row: &Row, folded_from: u64) -> Result<(i64, bool), Failure> {
        let standing = self.standing(&row.id, folded_from)?;
        let mut statement = self.connection.prepare_cached(
            "INSERT OR REPLACE INTO records VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, \
             ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
        )?;
        statement.execute(params![
            standing.map(|(place, _)| place),
            row.id,
            row.noun,
            row.unit,
            row.side,
            row.status,
            row.open,
            row.turn,
            row.holder,
            row.counterpart,
            row.held_on,
            row.due,
            row.period,
            row.series,
            row.ordinal,
            row.number,
            row.title,
            row.grade as u8,
            row.exercise,
            i64::try_from(row.version).unwrap_or(i64::MAX),
            row.begun_ms,
            row.changed_ms,
            row.changed_by,
            row.state.to_string(),
        ])?;
        Ok(standing.map_or_else(|| (self.connection.last_insert_rowid(), true), |(place, _)| (place, false)))
    }

    /// Empties every table that is folded from the journal.
    pub fn clear(&self) -> Result<(), Failure> {
        self.connection
            .execute_batch("DELETE FROM search; DELETE FROM figures; DELETE FROM links; DELETE FROM records;")?;
        Ok(())
    }
}

/// The figures of a folded record as rows, in the order of the header.
pub fn figures(row: &Row, header: &Header) -> Vec<FigureRow> {
    let kept = header.figures.iter().map(|figure| FigureRow {
        record: row.id.clone(),
        code: figure.code.to_owned(),
        basis: if figure.basis == domain::Basis::Joint { "joint" } else { "own" }.to_owned(),
        unit: row.unit.clone(),
        counterpart: row.counterpart.clone(),
        counted_on: figure.on.to_string(),
        quantity: figure.quantity,
    });
    kept.collect()
}

/// The search text of a folded record.
pub fn search_text(row: &Row) -> String {
    search::tokens(&searched(row))
}

/// The text by which a record is found: number, identity, title and every text of its state.
fn searched(row: &Row) -> String {
    let mut text = String::new();
    let mut add = |part: &str| {
        text.push_str(part);
        text.push('\n');
    };
    add(&row.id);
    [&row.number, &row.period, &row.held_on].into_iter().flatten().for_each(|part| add(part));
    if let Ok(title) = serde_json::from_str::<Value>(&row.title) {
        texts(&title, &mut add);
    }
    texts(&row.state, &mut add);
    text
}

fn texts(value: &Value, add: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => add(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, add)),
        Value::Object(map) => map.values().for_each(|item| texts(item, add)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
