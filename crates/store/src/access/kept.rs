//! Files that an officer sent and that no record names yet: whose they are, and since when they wait.

use rusqlite::{OptionalExtension, params};

use super::Access;
use crate::Failure;
use crate::open::held;

pub(super) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS kept_files (
  token TEXT PRIMARY KEY, officer TEXT NOT NULL, sha256 TEXT, media_type TEXT NOT NULL, size INTEGER NOT NULL,
  kept_ms INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS kept_files_sha256 ON kept_files (sha256);
";

/// A file that an officer sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// The name of its part while it comes in: 32 hex digits of chance.
    pub token: String,
    /// Who sent it.
    pub officer: String,
    /// Its SHA-256 once all of it is here.
    pub sha256: Option<String>,
    /// What kind of file it is.
    pub media_type: String,
    /// How many bytes it has.
    pub size: u64,
    /// Since when it waits.
    pub kept_ms: i64,
}

const COLUMNS: &str = "token, officer, sha256, media_type, size, kept_ms";

impl Access {
    /// Notes a file that comes in, or that all of it is here.
    pub fn keep_file(&self, file: &KeptFile) -> Result<(), Failure> {
        let size = i64::try_from(file.size).unwrap_or(i64::MAX);
        held(&self.connection).execute(
            "INSERT OR REPLACE INTO kept_files VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![file.token, file.officer, file.sha256, file.media_type, size, file.kept_ms],
        )?;
        Ok(())
    }

    /// The file with this SHA-256, if this officer sent it; the latest where he sent it several times.
    pub fn kept_file(&self, officer: &str, sha256: &str) -> Result<Option<KeptFile>, Failure> {
        let connection = held(&self.connection);
        let sql = format!(
            "SELECT {COLUMNS} FROM kept_files WHERE sha256 = ?1 AND officer = ?2 ORDER BY kept_ms DESC LIMIT 1"
        );
        Ok(connection.query_row(&sql, [sha256, officer], read).optional()?)
    }

    /// All files that wait, the oldest first.
    pub fn kept_files(&self) -> Result<Vec<KeptFile>, Failure> {
        let connection = held(&self.connection);
        let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM kept_files ORDER BY kept_ms, token"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether anybody's file with this SHA-256 waits.
    pub fn waits(&self, sha256: &str) -> Result<bool, Failure> {
        Ok(held(&self.connection).prepare("SELECT 1 FROM kept_files WHERE sha256 = ?1")?.exists([sha256])?)
    }

    /// Forgets that a file waits.
    pub fn drop_file(&self, token: &str) -> Result<(), Failure> {
        held(&self.connection).execute("DELETE FROM kept_files WHERE token = ?1", [token])?;
        Ok(())
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<KeptFile> {
    Ok(KeptFile {
        token: row.get(0)?,
        officer: row.get(1)?,
        sha256: row.get(2)?,
        media_type: row.get(3)?,
        size: row.get::<_, i64>(4)?.unsigned_abs(),
        kept_ms: row.get(5)?,
    })
}
