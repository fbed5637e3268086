//! The own log for one post of another side: what is said goes in at its end, under a seal that is stored with it.

use journal::{Code, Cover, Hash, Head, Kept, Origin, PostName, Said, Statement, leaf_hash};
use store::{Awaited, CertificateRow, CheckpointRow, Failure, StatementRow, StatementState, Transaction, View};

use crate::keys::{PostSealer, Signer};

/// The own log for one other post, open to be written in one transaction.
pub(crate) struct Logbook<'a> {
    tx: &'a Transaction<'a>,
    sealer: &'a PostSealer,
    kept: Kept,
    new: Vec<Vec<u8>>,
    now_ms: i64,
}

/// The log that one post keeps for another.
pub(crate) fn log_of(keeper: &PostName, reader: &PostName) -> Origin {
    Origin::first(keeper.clone(), reader.clone())
}

/// The leaves of a log of the store.
pub(crate) fn kept(view: &View<'_>, origin: Origin) -> Result<Kept, Failure> {
    let leaves = view.leaves(&origin.to_string())?;
    Ok(Kept { origin, leaves })
}

impl<'a> Logbook<'a> {
    /// Opens the log for a post.
    pub fn open(
        tx: &'a Transaction<'a>,
        sealer: &'a PostSealer,
        peer: &PostName,
        now_ms: i64,
    ) -> Result<Self, Failure> {
        let kept = kept(&tx.view(), log_of(sealer.name(), peer))?;
        Ok(Self { tx, sealer, kept, new: Vec::new(), now_ms })
    }

    /// The name of the log.
    pub fn origin(&self) -> &Origin {
        &self.kept.origin
    }

    /// Where the next entry will stand.
    pub fn end(&self) -> u64 {
        (self.kept.leaves.len() + self.new.len()) as u64
    }

    /// What an officer says. The officer's key is named before, where the log has not named it yet.
    pub fn say(&mut self, signer: &Signer, said: Said) -> Result<u64, Failure> {
        self.name(signer)?;
        let statement = self.statement(said);
        let entry = signer.sign(&statement);
        self.add(entry, &statement.said)
    }

    /// What an officer says at once under one signature: each without one of its own, and what covers them all directly
    /// behind. Where each stands.
    pub fn say_together(&mut self, signer: &Signer, said: &[Said]) -> Result<Vec<u64>, Failure> {
        self.name(signer)?;
        let (start, from) = (self.end(), self.new.len());
        let mut places = Vec::new();
        for one in said {
            let entry = signer.covered(&self.statement(one.clone())).to_bytes();
            places.push(self.add(entry, one)?);
        }
        let cover = Said::Cover(Cover::over(start, &self.new[from..]));
        let entry = signer.sign(&self.statement(cover.clone()));
        self.add(entry, &cover)?;
        Ok(places)
    }

    /// Ends an officer's key in this log, where it was ever named.
    pub fn revoke(&mut self, key: &[u8; 32], reason: &str) -> Result<(), Failure> {
        let origin = self.origin().to_string();
        let named = self.tx.view().certificate(&origin, key)?;
        if named.is_some_and(|named| named.ended.is_none()) {
            let said = Said::Revoke { key: *key, reason: reason.to_owned() };
            let statement = self.statement(said);
            let at = self.add(self.sealer.say(&statement), &statement.said)?;
            self.tx.end_certificate(&origin, key, at)?;
        }
        Ok(())
    }

    fn name(&mut self, signer: &Signer) -> Result<(), Failure> {
        let origin = self.origin().to_string();
        let key = signer.certified().key;
        if self.tx.view().certificate(&origin, &key)?.is_some() {
            return Ok(());
        }
        let envelope = signer.certificate().to_bytes();
        let statement = self.statement(Said::Officer(envelope.clone()));
        let place = self.add(self.sealer.say(&statement), &statement.said)?;
        self.tx.keep_certificate(&origin, &CertificateRow { key, envelope, place, ended: None })
    }

    fn statement(&self, said: Said) -> Statement {
        Statement { origin: self.kept.origin.clone(), unit: None, at_ms: self.now_ms.unsigned_abs(), said }
    }

    fn add(&mut self, entry: Vec<u8>, said: &Said) -> Result<u64, Failure> {
        let place = self.end();
        self.tx.keep_statement(&StatementRow { state: StatementState::Said, ..row_of(self.origin(), place, said) })?;
        self.new.push(entry);
        Ok(place)
    }

    /// Stores what was added and the seal over it. Nothing was added: nothing is done.
    pub fn close(mut self) -> Result<(), Failure> {
        if self.new.is_empty() {
            return Ok(());
        }
        let origin = self.kept.origin.to_string();
        self.tx.append_log(&origin, self.kept.leaves.len() as u64, &self.new)?;
        self.kept.leaves.extend(self.new.iter().map(|entry| leaf_hash(entry)));
        let head: Head = self.kept.head();
        let size = head.size;
        let text = self.sealer.seal(head).to_text();
        self.tx.keep_checkpoint(&origin, &CheckpointRow { size, text, came_ms: self.now_ms, held_ms: None })
    }
}

/// What is kept of a statement beside its bytes; as if it had just come.
pub(crate) fn row_of(origin: &Origin, place: u64, said: &Said) -> StatementRow {
    StatementRow {
        origin: origin.to_string(),
        place,
        kind: said.kind().to_owned(),
        document: said.document().copied(),
        words: said.words().copied(),
        series: series_of(said),
        state: StatementState::Waiting(Awaited::Words),
    }
}

/// What is kept of a statement that counts for nothing.
pub(crate) fn refused_row(origin: &Origin, place: u64, code: Code, kind: &str) -> StatementRow {
    StatementRow {
        origin: origin.to_string(),
        place,
        kind: kind.to_owned(),
        document: None,
        words: None,
        series: None,
        state: StatementState::Refused(code.as_str().to_owned()),
    }
}

fn series_of(said: &Said) -> Option<[u8; 16]> {
    match said {
        Said::Draft { series, .. } => Some(*series),
        said => said.slot().map(|slot| slot.series),
    }
}

/// The digests whose openings belong to a statement.
pub(crate) fn spoken_of(row: &StatementRow) -> impl Iterator<Item = &Hash> {
    row.document.iter().chain(&row.words)
}
