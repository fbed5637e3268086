//! Files that wait to be taken in, and how the columns of tables were once assigned, kept apart from the records.
//!
//! Neither is something that happened: a file that waits is like a draft of the officer who sent it, and an assignment
//! is a habit of a unit. The import that is recorded in the end says for itself how its columns were assigned.

use rusqlite::{OptionalExtension, params};

use super::Access;
use crate::Failure;
use crate::open::held;

pub(super) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS uploads (
  token TEXT PRIMARY KEY, officer TEXT NOT NULL, name TEXT NOT NULL, options TEXT NOT NULL, kept_ms INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS mappings (
  unit TEXT NOT NULL, noun TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, officer TEXT NOT NULL,
  saved_ms INTEGER NOT NULL, PRIMARY KEY (unit, noun, name)) STRICT;
";
/// How many assignments a unit keeps for a noun.
const MAPPINGS_KEPT: i64 = 50;

/// A file that waits to be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The name of the file in the folder of uploads: 32 hex digits of chance.
    pub token: String,
    /// Who sent it; nobody else gets it.
    pub officer: String,
    /// The name it had, made harmless.
    pub name: String,
    /// How it is to be read, as JSON.
    pub options: String,
    /// Since when it waits.
    pub kept_ms: i64,
}

impl Access {
    /// Notes a file that waits, or how it is to be read now.
    pub fn keep_upload(&self, upload: &Upload) -> Result<(), Failure> {
        held(&self.connection).execute(
            "INSERT OR REPLACE INTO uploads VALUES (?1, ?2, ?3, ?4, ?5)",
            params![upload.token, upload.officer, upload.name, upload.options, upload.kept_ms],
        )?;
        Ok(())
    }

    /// A file that waits, if this officer sent it.
    pub fn upload(&self, officer: &str, token: &str) -> Result<Option<Upload>, Failure> {
        let connection = held(&self.connection);
        let sql = "SELECT token, officer, name, options, kept_ms FROM uploads WHERE token = ?1 AND officer = ?2";
        Ok(connection.query_row(sql, [token, officer], read_upload).optional()?)
    }

    /// All files that wait, the oldest first.
    pub fn uploads(&self) -> Result<Vec<Upload>, Failure> {
        let connection = held(&self.connection);
        let mut statement =
            connection.prepare("SELECT token, officer, name, options, kept_ms FROM uploads ORDER BY kept_ms, token")?;
        let rows = statement.query_map([], read_upload)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Forgets a file that waited.
    pub fn drop_upload(&self, token: &str) -> Result<(), Failure> {
        held(&self.connection).execute("DELETE FROM uploads WHERE token = ?1", [token])?;
        Ok(())
    }

    /// Keeps under a name how the columns of a table were assigned; the oldest give way.
    pub fn save_mapping(
        &self,
        (unit, noun, name): (&str, &str, &str),
        content: &str,
        officer: &str,
        now_ms: i64,
    ) -> Result<(), Failure> {
        let connection = held(&self.connection);
        connection.execute(
            "INSERT OR REPLACE INTO mappings VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![unit, noun, name, content, officer, now_ms],
        )?;
        connection.execute(
            "DELETE FROM mappings WHERE unit = ?1 AND noun = ?2 AND name NOT IN \
             (SELECT name FROM mappings WHERE unit = ?1 AND noun = ?2 ORDER BY saved_ms DESC LIMIT ?3)",
            params![unit, noun, MAPPINGS_KEPT],
        )?;
        Ok(())
    }

    /// The names under which a unit keeps assignments for a noun.
    pub fn mappings(&self, unit: &str, noun: &str) -> Result<Vec<String>, Failure> {
        let connection = held(&self.connection);
        let mut statement =
            connection.prepare("SELECT name FROM mappings WHERE unit = ?1 AND noun = ?2 ORDER BY name")?;
        let rows = statement.query_map([unit, noun], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The assignment that a unit keeps under a name.
    pub fn mapping(&self, unit: &str, noun: &str, name: &str) -> Result<Option<String>, Failure> {
        let connection = held(&self.connection);
        let sql = "SELECT content FROM mappings WHERE unit = ?1 AND noun = ?2 AND name = ?3";
        Ok(connection.query_row(sql, [unit, noun, name], |row| row.get(0)).optional()?)
    }

    /// Forgets the assignment of a name.
    pub fn drop_mapping(&self, unit: &str, noun: &str, name: &str) -> Result<(), Failure> {
        let sql = "DELETE FROM mappings WHERE unit = ?1 AND noun = ?2 AND name = ?3";
        held(&self.connection).execute(sql, [unit, noun, name])?;
        Ok(())
    }
}

fn read_upload(row: &rusqlite::Row<'_>) -> rusqlite::Result<Upload> {
    Ok(Upload {
        token: row.get(0)?,
        officer: row.get(1)?,
        name: row.get(2)?,
        options: row.get(3)?,
        kept_ms: row.get(4)?,
    })
}
