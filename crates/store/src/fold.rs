//! Writing: entries are added to the journal, and the rows folded from them stand in the same transaction.

use domain::{Header, StateFault};
use journal::Entry;
use rusqlite::{OptionalExtension, params};

use crate::search::document::{document, is_name, named_in};
use crate::{Failure, FigureRow, Row, Transaction};

/// Which way of folding this program has. It goes up when the columns, figures or search text that are read off a stored
/// state become others; a post whose tables were folded in an earlier way is folded anew when it is opened.
pub(crate) const FOLDING: i64 = 2;

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
        let place = self.put_row(row, folded_from)?;
        if folded_from > 0 {
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
        for file in &header.files {
            let mut statement = self.connection.prepare_cached("INSERT OR IGNORE INTO attached VALUES (?1, ?2, ?3)")?;
            statement.execute(params![row.id, file.sha256, i64::try_from(file.size).unwrap_or(i64::MAX)])?;
        }
        let compartments = self.compartments_of(&row.unit, row.grade, is_name(&row.noun))?;
        let tokens = document(row, header, &self.kept.zone);
        self.connection
            .prepare_cached("INSERT INTO search (rowid, tokens) VALUES (?1, ?2)")?
            .execute(params![place, standing(&tokens, &compartments)])?;
        for (number, _) in &compartments {
            for id in named_in(&tokens) {
                let mut statement = self.connection.prepare_cached("INSERT OR IGNORE INTO named_in VALUES (?1, ?2)")?;
                statement.execute(params![id, number])?;
            }
        }
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
            // A compartment that was made in the attempt is gone with it.
            self.compartments.borrow_mut().clear();
        }
        told(said("RELEASE attempt"))?;
        outcome
    }

    fn forget_folded(&self, id: &str, place: i64) -> Result<(), Failure> {
        self.connection.prepare_cached("DELETE FROM links WHERE origin = ?1")?.execute([id])?;
        self.connection.prepare_cached("DELETE FROM figures WHERE record = ?1")?.execute([id])?;
        self.connection.prepare_cached("DELETE FROM attached WHERE record = ?1")?.execute([id])?;
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

    /// Puts the row; tells its place.
    fn put_row(&self, row: &Row, folded_from: u64) -> Result<i64, Failure> {
        let standing = self.standing(&row.id, folded_from)?;
        // Not "or replace": that would open a savepoint, at which the engine writes the index out for every record.
        let sql = if standing.is_none() {
            "INSERT INTO records VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, \
             ?19, ?20, ?21, ?22, ?23, ?24)"
        } else {
            "UPDATE records SET id = ?2, noun = ?3, unit = ?4, side = ?5, status = ?6, open = ?7, turn = ?8, holder = ?9, \
             counterpart = ?10, held_on = ?11, due = ?12, period = ?13, series = ?14, ordinal = ?15, number = ?16, \
             title = ?17, grade = ?18, exercise = ?19, version = ?20, begun_ms = ?21, changed_ms = ?22, changed_by = ?23, \
             state = ?24 WHERE place = ?1"
        };
        let mut statement = self.connection.prepare_cached(sql)?;
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
        Ok(standing.map_or_else(|| self.connection.last_insert_rowid(), |(place, _)| place))
    }

    /// Empties every table that is folded from the journal.
    pub fn clear(&self) -> Result<(), Failure> {
        self.connection.execute_batch(
            "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM named_in; DELETE FROM within; \
             DELETE FROM compartments; DELETE FROM figures; DELETE FROM links; DELETE FROM attached; DELETE FROM records;",
        )?;
        self.compartments.borrow_mut().clear();
        self.connection.execute("UPDATE folding SET version = ?1", [FOLDING])?;
        Ok(())
    }
}

/// The tokens as the index takes them: in each compartment, each behind its character.
pub(crate) fn standing(tokens: &[String], compartments: &[(u32, char)]) -> String {
    let length: usize = tokens.iter().map(|token| token.len() + 5).sum();
    let mut out = String::with_capacity(length * compartments.len());
    for (_, compartment) in compartments {
        for token in tokens {
            out.push(*compartment);
            out.push_str(token);
            out.push(' ');
        }
    }
    out
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
