//! What importing and its undoing ask of the journal and of the records: which records an act touched, what was done
//! to them since, and by which number or name a record is called.

use journal::Id;
use rusqlite::{OptionalExtension, params};

use crate::{Failure, Scope, View};

/// A record that an act touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The record.
    pub record: String,
    /// Its noun.
    pub noun: String,
}

/// By which number and title a record is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// Its identity.
    pub id: String,
    /// Its number.
    pub number: Option<String>,
    /// Its title by language, as JSON.
    pub title: String,
}

/// A record with every text in which it may name others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Its identity.
    pub id: String,
    /// Unit, holder, counterpart, side, turn and last officer.
    pub columns: [Option<String>; 6],
    /// Its state as JSON.
    pub state: String,
}

impl View<'_> {
    /// The records that an act touched, in the order in which it touched them.
    pub fn touched_by(&self, act: &Id) -> Result<Vec<Touched>, Failure> {
        let mut statement = self.connection.prepare_cached(
            "SELECT record, noun FROM journal WHERE act = ?1 AND class = 0 GROUP BY record ORDER BY min(seq)",
        )?;
        let rows = statement.query_map([act], |row| Ok(Touched { record: row.get(0)?, noun: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The record of a noun that an act touched first.
    pub fn first_touched(&self, act: &Id, noun: &str) -> Result<Option<String>, Failure> {
        let sql = "SELECT record FROM journal WHERE act = ?1 AND noun = ?2 AND class = 0 ORDER BY seq LIMIT 1";
        Ok(self.connection.prepare_cached(sql)?.query_row(params![act, noun], |row| row.get(0)).optional()?)
    }

    /// True when the journal knows the act.
    pub fn knows_act(&self, act: &Id) -> Result<bool, Failure> {
        let mut statement = self.connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM journal WHERE act = ?1)")?;
        Ok(statement.query_row([act], |row| row.get(0))?)
    }

    /// Hands over by which number and title the records of a noun are called, as far as they may be seen.
    pub fn each_called(&self, scope: &Scope, noun: &str, mut take: impl FnMut(Called)) -> Result<(), Failure> {
        let condition = scope.condition();
        let sql = format!("SELECT r.id, r.number, r.title FROM records AS r WHERE {condition} AND r.noun = ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![scope.parameter(), noun])?;
        while let Some(row) = rows.next()? {
            take(Called { id: row.get(0)?, number: row.get(1)?, title: row.get(2)? });
        }
        Ok(())
    }

    /// Hands every record over with the texts in which it may name others.
    pub fn each_naming(&self, mut take: impl FnMut(Naming) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, unit, holder, counterpart, side, turn, changed_by, state FROM records ORDER BY place",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(Naming {
                id: row.get(0)?,
                columns: [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?],
                state: row.get(7)?,
            })?;
        }
        Ok(())
    }

    /// The officers who ever acted.
    pub fn acting_officers(&self) -> Result<Vec<String>, Failure> {
        let mut statement = self.connection.prepare_cached("SELECT DISTINCT officer FROM journal")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The records that hold a later place in the same series than this one.
    pub fn numbered_after(&self, series: &str, ordinal: u32) -> Result<Vec<String>, Failure> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id FROM records WHERE series = ?1 AND ordinal > ?2 ORDER BY ordinal")?;
        let rows = statement.query_map(params![series, ordinal], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
