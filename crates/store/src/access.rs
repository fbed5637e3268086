//! Secrets and sessions: passwords, log-ins, invitations, tokens of programs, addresses of calendars, drafts and
//! preferences, in a file apart from the journal.
//!
//! They are not records: nothing here is ever sealed, sent or rebuilt. If the file is lost, nobody can log in until
//! the keeper makes new invitations on the console; no fact is lost. If a stranger reads it, he has Argon2id hashes
//! and the hashes of session tokens, neither of which opens anything.

mod kept;
mod keys;
mod opener;
mod uploads;

use std::path::Path;
use std::sync::Mutex;

use rusqlite::{Connection, OptionalExtension, params};

pub use kept::KeptFile;
pub use keys::{KeptKey, KeyChange};
pub use opener::{Opener, OpenerKind};

use crate::Failure;
use crate::open::held;

pub use uploads::Upload;

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS credentials (
  login TEXT PRIMARY KEY, officer TEXT NOT NULL, phc TEXT NOT NULL, changed_ms INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0, locked_until_ms INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
  token_hash BLOB PRIMARY KEY, officer TEXT NOT NULL, csrf TEXT NOT NULL, begun_ms INTEGER NOT NULL,
  seen_ms INTEGER NOT NULL, ends_ms INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS invitations (
  token_hash BLOB PRIMARY KEY, officer TEXT NOT NULL, login TEXT NOT NULL, ends_ms INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS drafts (
  officer TEXT NOT NULL, form TEXT NOT NULL, content TEXT NOT NULL, saved_ms INTEGER NOT NULL,
  PRIMARY KEY (officer, form)) STRICT;
CREATE TABLE IF NOT EXISTS preferences (
  officer TEXT PRIMARY KEY, language TEXT NOT NULL, theme TEXT NOT NULL, density TEXT NOT NULL, keys INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS openers (
  id TEXT PRIMARY KEY, secret_hash BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, officer TEXT NOT NULL, name TEXT NOT NULL,
  reach TEXT NOT NULL, made_ms INTEGER NOT NULL, ends_ms INTEGER NOT NULL, used_on TEXT) STRICT;
CREATE INDEX IF NOT EXISTS openers_officer ON openers (officer, kind);
CREATE TABLE IF NOT EXISTS marks (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
";
const DRAFTS_KEPT: i64 = 50;

/// The file of secrets and sessions.
pub struct Access {
    pub(crate) connection: Mutex<Connection>,
}

/// A password as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// The login.
    pub login: String,
    /// The officer.
    pub officer: String,
    /// The Argon2id hash in PHC form.
    pub phc: String,
    /// How many wrong passwords in a row.
    pub failures: u32,
    /// No log-in before this instant.
    pub locked_until_ms: i64,
}

/// A session as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// The officer.
    pub officer: String,
    /// The token that forms carry.
    pub csrf: String,
    /// When it was last used.
    pub seen_ms: i64,
    /// When it ends.
    pub ends_ms: i64,
}

/// A one-time link by which an officer sets a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The officer.
    pub officer: String,
    /// The login.
    pub login: String,
}

/// How an officer likes the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the interface.
    pub language: String,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// `default`, `compact` or `roomy`.
    pub density: String,
    /// Whether single keys act.
    pub keys: bool,
}

impl Access {
    /// Opens the file, making it where there is none.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
        connection.execute_batch(SCHEMA)?;
        connection.execute_batch(uploads::SCHEMA)?;
        connection.execute_batch(kept::SCHEMA)?;
        connection.execute_batch(keys::SCHEMA)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// Keeps a password hash; a new password ends every session, token and calendar address of the officer.
    pub fn set_credential(&self, login: &str, officer: &str, phc: &str, now_ms: i64) -> Result<(), Failure> {
        let mut connection = held(&self.connection);
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM credentials WHERE officer = ?1", [officer])?;
        transaction.execute(
            "INSERT OR REPLACE INTO credentials (login, officer, phc, changed_ms) VALUES (?1, ?2, ?3, ?4)",
            params![login, officer, phc, now_ms],
        )?;
        transaction.execute("DELETE FROM sessions WHERE officer = ?1", [officer])?;
        opener::end_all(&transaction, officer, now_ms)?;
        Ok(transaction.commit()?)
    }

    /// The password kept for a login.
    pub fn credential(&self, login: &str) -> Result<Option<Credential>, Failure> {
        let connection = held(&self.connection);
        let found = connection.query_row(
            "SELECT login, officer, phc, failures, locked_until_ms FROM credentials WHERE login = ?1",
            [login],
            |row| {
                Ok(Credential {
                    login: row.get(0)?,
                    officer: row.get(1)?,
                    phc: row.get(2)?,
                    failures: row.get(3)?,
                    locked_until_ms: row.get(4)?,
                })
            },
        );
        Ok(found.optional()?)
    }

    /// Notes a wrong password (and until when to wait) or, with none, a right one.
    pub fn note_login(&self, login: &str, failures: u32, locked_until_ms: i64) -> Result<(), Failure> {
        held(&self.connection).execute(
            "UPDATE credentials SET failures = ?2, locked_until_ms = ?3 WHERE login = ?1",
            params![login, failures, locked_until_ms],
        )?;
        Ok(())
    }

    /// Begins a session.
    pub fn begin_session(&self, token_hash: &[u8], session: &SessionRow, now_ms: i64) -> Result<(), Failure> {
        let connection = held(&self.connection);
        connection.execute("DELETE FROM sessions WHERE ends_ms <= ?1", [now_ms])?;
        connection.execute(
            "INSERT INTO sessions VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
            params![token_hash, session.officer, session.csrf, now_ms, session.ends_ms],
        )?;
        Ok(())
    }

    /// The session of a token, if it has not ended.
    pub fn session(&self, token_hash: &[u8], now_ms: i64) -> Result<Option<SessionRow>, Failure> {
        let connection = held(&self.connection);
        let found = connection.query_row(
            "SELECT officer, csrf, seen_ms, ends_ms FROM sessions WHERE token_hash = ?1 AND ends_ms > ?2",
            params![token_hash, now_ms],
            |row| {
                Ok(SessionRow { officer: row.get(0)?, csrf: row.get(1)?, seen_ms: row.get(2)?, ends_ms: row.get(3)? })
            },
        );
        Ok(found.optional()?)
    }

    /// Ends a session.
    pub fn end_session(&self, token_hash: &[u8]) -> Result<(), Failure> {
        held(&self.connection).execute("DELETE FROM sessions WHERE token_hash = ?1", [token_hash])?;
        Ok(())
    }

    /// Keeps a one-time invitation; an earlier one of the officer no longer opens.
    pub fn invite(&self, token_hash: &[u8], invitation: &Invitation, ends_ms: i64) -> Result<(), Failure> {
        let mut connection = held(&self.connection);
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM invitations WHERE officer = ?1", [&invitation.officer])?;
        transaction.execute(
            "INSERT INTO invitations VALUES (?1, ?2, ?3, ?4)",
            params![token_hash, invitation.officer, invitation.login, ends_ms],
        )?;
        Ok(transaction.commit()?)
    }

    /// The invitation of a token that has not ended, without using it up.
    pub fn invitation(&self, token_hash: &[u8], now_ms: i64) -> Result<Option<Invitation>, Failure> {
        let connection = held(&self.connection);
        let found = connection.query_row(
            "SELECT officer, login FROM invitations WHERE token_hash = ?1 AND ends_ms > ?2",
            params![token_hash, now_ms],
            |row| Ok(Invitation { officer: row.get(0)?, login: row.get(1)? }),
        );
        Ok(found.optional()?)
    }

    /// Uses an invitation up; false when it was used before.
    pub fn use_invitation(&self, token_hash: &[u8]) -> Result<bool, Failure> {
        Ok(held(&self.connection).execute("DELETE FROM invitations WHERE token_hash = ?1", [token_hash])? == 1)
    }

    /// Keeps what an officer has typed into a form; the oldest drafts give way.
    pub fn save_draft(&self, officer: &str, form: &str, content: &str, now_ms: i64) -> Result<(), Failure> {
        let connection = held(&self.connection);
        connection.execute(
            "INSERT OR REPLACE INTO drafts VALUES (?1, ?2, ?3, ?4)",
            params![officer, form, content, now_ms],
        )?;
        connection.execute(
            "DELETE FROM drafts WHERE officer = ?1 AND form NOT IN \
             (SELECT form FROM drafts WHERE officer = ?1 ORDER BY saved_ms DESC LIMIT ?2)",
            params![officer, DRAFTS_KEPT],
        )?;
        Ok(())
    }

    /// What an officer typed into a form and did not send.
    pub fn draft(&self, officer: &str, form: &str) -> Result<Option<(String, i64)>, Failure> {
        let connection = held(&self.connection);
        let found = connection.query_row(
            "SELECT content, saved_ms FROM drafts WHERE officer = ?1 AND form = ?2",
            [officer, form],
            |row| Ok((row.get(0)?, row.get(1)?)),
        );
        Ok(found.optional()?)
    }

    /// The forms an officer has begun, the latest first.
    pub fn drafts(&self, officer: &str) -> Result<Vec<(String, i64)>, Failure> {
        let connection = held(&self.connection);
        let mut statement =
            connection.prepare("SELECT form, saved_ms FROM drafts WHERE officer = ?1 ORDER BY saved_ms DESC")?;
        let rows = statement.query_map([officer], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Forgets a draft.
    pub fn drop_draft(&self, officer: &str, form: &str) -> Result<(), Failure> {
        held(&self.connection).execute("DELETE FROM drafts WHERE officer = ?1 AND form = ?2", [officer, form])?;
        Ok(())
    }

    /// How an officer likes the pages.
    pub fn preferences(&self, officer: &str) -> Result<Option<Preferences>, Failure> {
        let connection = held(&self.connection);
        let found = connection.query_row(
            "SELECT language, theme, density, keys FROM preferences WHERE officer = ?1",
            [officer],
            |row| {
                Ok(Preferences { language: row.get(0)?, theme: row.get(1)?, density: row.get(2)?, keys: row.get(3)? })
            },
        );
        Ok(found.optional()?)
    }

    /// Keeps how an officer likes the pages.
    pub fn set_preferences(&self, officer: &str, liked: &Preferences) -> Result<(), Failure> {
        held(&self.connection).execute(
            "INSERT OR REPLACE INTO preferences VALUES (?1, ?2, ?3, ?4, ?5)",
            params![officer, liked.language, liked.theme, liked.density, liked.keys],
        )?;
        Ok(())
    }
}
