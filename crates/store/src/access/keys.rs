//! Keys of the post and its officers, kept encrypted, with what certifies them. The store knows bytes only: it can
//! neither read a secret nor tell whether a certificate holds.

use rusqlite::{Row as SqlRow, Transaction, params};

use super::Access;
use crate::Failure;
use crate::open::held;

pub(super) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS keys (
  public BLOB PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, sealed BLOB NOT NULL, certificate BLOB NOT NULL,
  made_ms INTEGER NOT NULL, ended_ms INTEGER, reason TEXT NOT NULL DEFAULT '',
  failures INTEGER NOT NULL DEFAULT 0, locked_until_ms INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX IF NOT EXISTS keys_name ON keys (kind, name);
";
const COLUMNS: &str = "public, kind, name, sealed, certificate, made_ms, ended_ms, reason, failures, locked_until_ms";

/// A key as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptKey {
    /// The public half; of a root of the side, the digest of what was certified.
    pub public: Vec<u8>,
    /// What it is for, in a word of the desk.
    pub kind: String,
    /// Whose it is: a post, or the identity of an officer.
    pub name: String,
    /// The secret half, encrypted; empty once the key has ended.
    pub sealed: Vec<u8>,
    /// What certifies it; empty as long as nothing does.
    pub certificate: Vec<u8>,
    /// When it was made.
    pub made_ms: i64,
    /// When it ended before its time.
    pub ended_ms: Option<i64>,
    /// Why it ended; blank while it stands.
    pub reason: String,
    /// How many wrong passphrases in a row.
    pub failures: u32,
    /// It is not opened before this instant.
    pub locked_until_ms: i64,
}

/// What changes about kept keys; several together happen all or not at all.
#[derive(Clone)]
pub enum KeyChange {
    /// A key is kept from now on.
    Keep(KeptKey),
    /// A key gets a certificate.
    Certify {
        /// The public half.
        public: Vec<u8>,
        /// What certifies it.
        certificate: Vec<u8>,
    },
    /// A key ends and its secret is wiped.
    End {
        /// The public half.
        public: Vec<u8>,
        /// When.
        ended_ms: i64,
        /// Why.
        reason: String,
    },
}

impl std::fmt::Debug for KeptKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "KeptKey({} of {})", self.kind, self.name)
    }
}

impl Access {
    /// Changes kept keys, all of them or none.
    pub fn change_keys(&self, changes: &[KeyChange]) -> Result<(), Failure> {
        let mut connection = held(&self.connection);
        let transaction = connection.transaction()?;
        changes.iter().try_for_each(|change| apply(&transaction, change))?;
        Ok(transaction.commit()?)
    }

    /// All keys, ended ones included, in the order in which they were made.
    pub fn keys(&self) -> Result<Vec<KeptKey>, Failure> {
        let connection = held(&self.connection);
        let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM keys ORDER BY made_ms, rowid"))?;
        let rows = statement.query_map([], read_key)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Notes a wrong passphrase (and until when to wait) or, with none, a right one.
    pub fn note_key(&self, public: &[u8], failures: u32, locked_until_ms: i64) -> Result<(), Failure> {
        held(&self.connection).execute(
            "UPDATE keys SET failures = ?2, locked_until_ms = ?3 WHERE public = ?1",
            params![public, failures, locked_until_ms],
        )?;
        Ok(())
    }
}

fn apply(transaction: &Transaction<'_>, change: &KeyChange) -> Result<(), Failure> {
    match change {
        KeyChange::Keep(key) => transaction.execute(
            "INSERT INTO keys (public, kind, name, sealed, certificate, made_ms, ended_ms, reason) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![key.public, key.kind, key.name, key.sealed, key.certificate, key.made_ms, key.ended_ms, key.reason],
        )?,
        KeyChange::Certify { public, certificate } => transaction.execute(
            "UPDATE keys SET certificate = ?2 WHERE public = ?1 AND ended_ms IS NULL",
            params![public, certificate],
        )?,
        KeyChange::End { public, ended_ms, reason } => transaction.execute(
            "UPDATE keys SET ended_ms = ?2, reason = ?3, sealed = x'' WHERE public = ?1 AND ended_ms IS NULL",
            params![public, ended_ms, reason],
        )?,
    };
    Ok(())
}

fn read_key(row: &SqlRow<'_>) -> rusqlite::Result<KeptKey> {
    Ok(KeptKey {
        public: row.get(0)?,
        kind: row.get(1)?,
        name: row.get(2)?,
        sealed: row.get(3)?,
        certificate: row.get(4)?,
        made_ms: row.get(5)?,
        ended_ms: row.get(6)?,
        reason: row.get(7)?,
        failures: row.get(8)?,
        locked_until_ms: row.get(9)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(public: &[u8]) -> KeptKey {
        KeptKey {
            public: public.to_vec(),
            kind: "log".into(),
            name: "post".into(),
            sealed: vec![9; 48],
            certificate: Vec::new(),
            made_ms: 1,
            ended_ms: None,
            reason: String::new(),
            failures: 0,
            locked_until_ms: 0,
        }
    }

    #[test]
    fn a_key_that_ends_loses_its_secret_and_changes_happen_together() {
        let folder = tempfile::tempdir().unwrap();
        let access = Access::open(&folder.path().join("access.db")).unwrap();
        access.change_keys(&[KeyChange::Keep(key(b"one")), KeyChange::Keep(key(b"two"))]).unwrap();
        let end = KeyChange::End { public: b"one".to_vec(), ended_ms: 7, reason: "lost".into() };
        let twice = KeyChange::Keep(key(b"two"));
        assert!(access.change_keys(&[end.clone(), twice]).is_err(), "the same key is not kept twice");
        assert!(access.keys().unwrap().iter().all(|key| key.ended_ms.is_none()), "nothing of it was done");
        access.change_keys(&[end]).unwrap();
        let kept = access.keys().unwrap();
        assert_eq!((kept[0].ended_ms, kept[0].sealed.len(), kept[1].sealed.len()), (Some(7), 0, 48));
        assert_eq!(format!("{:?}", kept[1]), "KeptKey(log of post)");
    }
}
