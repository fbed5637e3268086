//! What an officer made for himself so that a program or a calendar comes in without a password: each one is kept as
//! the hash of its secret, with what it opens and until when. One that has ended stays for a year as a trace.

use rusqlite::{Connection, OptionalExtension, Row as SqlRow, params};

use super::Access;
use crate::Failure;
use crate::open::held;

/// How long the trace of one that has ended is kept.
const TRACE_MS: i64 = 366 * 24 * 3_600_000;
const COLUMNS: &str = "id, kind, officer, name, reach, made_ms, ends_ms, used_on";

/// What kind of door it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenerKind {
    /// The interface, for a program.
    Token,
    /// One calendar, to be read.
    Feed,
}

impl OpenerKind {
    const fn code(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Feed => "feed",
        }
    }
}

/// A token or a calendar address as it is kept: everything but its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opener {
    /// By which it is named and revoked; no secret.
    pub id: String,
    /// The officer who made it, for himself.
    pub officer: String,
    /// What the officer calls it.
    pub name: String,
    /// What it opens, as the desk writes it.
    pub reach: String,
    /// When it was made.
    pub made_ms: i64,
    /// When it ends.
    pub ends_ms: i64,
    /// The day it was last used, in the zone of the own side.
    pub used_on: Option<String>,
}

impl Access {
    /// Keeps a new one, if the officer has fewer than `most` of the kind standing; false when not.
    pub fn add_opener(
        &self,
        kind: OpenerKind,
        secret_hash: &[u8],
        opener: &Opener,
        most: u32,
    ) -> Result<bool, Failure> {
        let mut connection = held(&self.connection);
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM openers WHERE ends_ms <= ?1", [opener.made_ms.saturating_sub(TRACE_MS)])?;
        let standing: u32 = transaction.query_row(
            "SELECT count(*) FROM openers WHERE officer = ?1 AND kind = ?2 AND ends_ms > ?3",
            params![opener.officer, kind.code(), opener.made_ms],
            |row| row.get(0),
        )?;
        if standing >= most {
            return Ok(false);
        }
        transaction.execute(
            "INSERT INTO openers (id, secret_hash, kind, officer, name, reach, made_ms, ends_ms) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                opener.id,
                secret_hash,
                kind.code(),
                opener.officer,
                opener.name,
                opener.reach,
                opener.made_ms,
                opener.ends_ms
            ],
        )?;
        transaction.commit()?;
        Ok(true)
    }

    /// The one that this secret belongs to, if it has not ended.
    pub fn opener(&self, kind: OpenerKind, secret_hash: &[u8], now_ms: i64) -> Result<Option<Opener>, Failure> {
        let connection = held(&self.connection);
        let sql = format!("SELECT {COLUMNS} FROM openers WHERE secret_hash = ?1 AND kind = ?2 AND ends_ms > ?3");
        let found = connection.query_row(&sql, params![secret_hash, kind.code(), now_ms], read_opener);
        Ok(found.optional()?)
    }

    /// Those of an officer that stand, the latest first.
    pub fn openers(&self, kind: OpenerKind, officer: &str, now_ms: i64) -> Result<Vec<Opener>, Failure> {
        let connection = held(&self.connection);
        let sql = format!(
            "SELECT {COLUMNS} FROM openers WHERE officer = ?1 AND kind = ?2 AND ends_ms > ?3 ORDER BY made_ms DESC, id"
        );
        let mut statement = connection.prepare(&sql)?;
        let rows = statement.query_map(params![officer, kind.code(), now_ms], read_opener)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Notes the day of use; a day is written once.
    pub fn note_opener(&self, id: &str, used_on: &str) -> Result<(), Failure> {
        held(&self.connection)
            .execute("UPDATE openers SET used_on = ?2 WHERE id = ?1 AND used_on IS NOT ?2", params![id, used_on])?;
        Ok(())
    }

    /// Ends one of an officer's own; false when none of his has this name.
    pub fn end_opener(&self, kind: OpenerKind, officer: &str, id: &str, now_ms: i64) -> Result<bool, Failure> {
        let ended = held(&self.connection).execute(
            "UPDATE openers SET ends_ms = ?4 WHERE id = ?1 AND officer = ?2 AND kind = ?3 AND ends_ms > ?4",
            params![id, officer, kind.code(), now_ms],
        )?;
        Ok(ended == 1)
    }

    /// Bytes that stay the same for this post: those kept under a name, else the given ones, which are kept from now on.
    pub fn mark(&self, name: &str, fresh: &[u8]) -> Result<Vec<u8>, Failure> {
        let connection = held(&self.connection);
        connection.execute("INSERT OR IGNORE INTO marks VALUES (?1, ?2)", params![name, fresh])?;
        Ok(connection.query_row("SELECT bytes FROM marks WHERE name = ?1", [name], |row| row.get(0))?)
    }
}

/// Ends everything that an officer made.
pub(super) fn end_all(connection: &Connection, officer: &str, now_ms: i64) -> Result<(), Failure> {
    connection
        .execute("UPDATE openers SET ends_ms = ?2 WHERE officer = ?1 AND ends_ms > ?2", params![officer, now_ms])?;
    Ok(())
}

fn read_opener(row: &SqlRow<'_>) -> rusqlite::Result<Opener> {
    Ok(Opener {
        id: row.get(0)?,
        officer: row.get(2)?,
        name: row.get(3)?,
        reach: row.get(4)?,
        made_ms: row.get(5)?,
        ends_ms: row.get(6)?,
        used_on: row.get(7)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opener(id: &str, made_ms: i64, ends_ms: i64) -> Opener {
        Opener {
            id: id.into(),
            officer: "o1".into(),
            name: "n".into(),
            reach: "{}".into(),
            made_ms,
            ends_ms,
            used_on: None,
        }
    }

    #[test]
    fn one_that_has_ended_opens_nothing_and_a_new_password_ends_all() {
        let folder = tempfile::tempdir().unwrap();
        let access = Access::open(&folder.path().join("access.db")).unwrap();
        assert!(access.add_opener(OpenerKind::Token, b"a", &opener("t1", 0, 100), 2).unwrap());
        assert!(access.add_opener(OpenerKind::Token, b"b", &opener("t2", 0, 50), 2).unwrap());
        assert!(!access.add_opener(OpenerKind::Token, b"c", &opener("t3", 0, 50), 2).unwrap(), "no more than two");
        assert!(access.opener(OpenerKind::Token, b"a", 99).unwrap().is_some());
        assert!(access.opener(OpenerKind::Feed, b"a", 99).unwrap().is_none(), "a token opens no calendar");
        assert!(access.opener(OpenerKind::Token, b"b", 50).unwrap().is_none());
        assert!(!access.end_opener(OpenerKind::Token, "o2", "t1", 60).unwrap(), "only the officer himself");
        access.note_opener("t1", "2026-01-02").unwrap();
        assert_eq!(access.openers(OpenerKind::Token, "o1", 60).unwrap()[0].used_on.as_deref(), Some("2026-01-02"));
        access.set_credential("login", "o1", "phc", 70).unwrap();
        assert!(access.openers(OpenerKind::Token, "o1", 70).unwrap().is_empty());
    }

    #[test]
    fn a_mark_stays_what_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let access = Access::open(&folder.path().join("access.db")).unwrap();
        assert_eq!(access.mark("cursor", b"one").unwrap(), b"one");
        assert_eq!(access.mark("cursor", b"two").unwrap(), b"one");
    }
}
