//! One file with a document and everything that proves how it stands, for anyone to check offline.

use std::collections::{BTreeMap, BTreeSet};

use domain::{OfficerId, RecordId, Right};
use journal::{
    Bundle, BundledLog, BundledSide, BundledStatement, Envelope, Hash, PostName, Statement, inclusion, verify,
};
use store::{CheckpointRow, Failure, OpeningRow, StatementRow, StatementState, View};

use super::{DocumentError, hash_of};
use crate::Desk;
use crate::courier::met;

/// What proves who a side is: the fingerprint, the roots, and the posts.
struct Credentials {
    fingerprint: Hash,
    roots: Vec<Envelope>,
    posts: BTreeMap<PostName, Envelope>,
}

/// A log with what of it belongs into a bundle.
struct Chosen {
    origin: String,
    checkpoint: CheckpointRow,
    rows: Vec<StatementRow>,
}

impl Desk {
    /// The bundle of a document that was given out: checked here first, as others will check it.
    pub fn bundle(&self, officer: &OfficerId, record: &RecordId) -> Result<Vec<u8>, DocumentError> {
        self.store.read(|view| {
            let found = self.found_document(view, officer, record, Right::Read)?;
            let digest = found.state.document.as_deref().and_then(hash_of).ok_or(DocumentError::NothingSaid)?;
            let until_ms = found.state.until.map(|until| until.as_millisecond());
            self.bundled(view, &digest, until_ms)
        })
    }

    fn bundled(&self, view: &View<'_>, digest: &Hash, until_ms: Option<i64>) -> Result<Vec<u8>, DocumentError> {
        let logs = chosen(view, digest, until_ms)?;
        if logs.is_empty() {
            return Err(DocumentError::NothingSaid);
        }
        let mut sides: BTreeMap<String, Credentials> = BTreeMap::new();
        let mut officers: BTreeMap<String, BTreeMap<[u8; 32], Vec<u8>>> = BTreeMap::new();
        let mut words = BTreeSet::from([*digest]);
        let mut bundled = Vec::new();
        for log in &logs {
            let (keeper, reader) = parties(&log.origin)?;
            for post in [&keeper, &reader] {
                self.credit(view, post, &mut sides)?;
            }
            bundled.push(bundled_log(view, log, &mut officers, &mut words)?);
        }
        let mut openings = Vec::new();
        for digest in &words {
            match view.opening(digest)? {
                Some(OpeningRow::Here(opening)) => openings.push(opening),
                _ => return Err(DocumentError::NoWords),
            }
        }
        let fingerprints: Vec<Hash> = sides.values().map(|side| side.fingerprint).collect();
        let sides = sides.into_iter().map(|(side, known)| BundledSide {
            roots: known.roots.iter().map(Envelope::to_bytes).collect(),
            posts: known.posts.values().map(Envelope::to_bytes).collect(),
            officers: officers.remove(&side).unwrap_or_default().into_values().collect(),
            side,
        });
        let bundle = Bundle { document: *digest, openings, sides: sides.collect(), logs: bundled };
        let unfit = |fault: journal::Fault| Failure::Unfit(format!("the bundle would not hold: {fault}"));
        let bytes = bundle.to_bytes().map_err(unfit)?;
        verify(&bytes, &fingerprints).map_err(unfit)?;
        Ok(bytes)
    }

    /// Adds what proves who the side of a post is.
    fn credit(
        &self,
        view: &View<'_>,
        post: &PostName,
        sides: &mut BTreeMap<String, Credentials>,
    ) -> Result<(), DocumentError> {
        let (fingerprint, roots, keys) = if post.side == self.own().as_str() {
            self.own_credentials()?
        } else {
            let introduced = met(view, post)?.introduced;
            (introduced.fingerprint, introduced.introduction.roots, introduced.introduction.keys)
        };
        let side = sides.entry(post.side.clone()).or_insert_with(|| Credentials {
            fingerprint,
            roots,
            posts: BTreeMap::new(),
        });
        side.posts.insert(post.clone(), keys);
        Ok(())
    }
}

fn parties(origin: &str) -> Result<(PostName, PostName), Failure> {
    let origin: journal::Origin =
        origin.parse().map_err(|_| Failure::Unreadable(format!("{origin} is no name of a log")))?;
    Ok((origin.keeper, origin.reader))
}

/// The logs with statements about a document that count, each with the head under which they are shown: the earliest
/// that another side held with all of them, or, where that was too late for the answer, the earliest that has the
/// answer.
fn chosen(view: &View<'_>, digest: &Hash, until_ms: Option<i64>) -> Result<Vec<Chosen>, Failure> {
    let mut by_log: BTreeMap<journal::Origin, Vec<StatementRow>> = BTreeMap::new();
    for row in view.statements_about(digest)? {
        let counts = matches!(row.state, StatementState::Said | StatementState::Heard) && row.kind != "draft";
        if let (true, Ok(origin)) = (counts && row.kind != "erase", row.origin.parse()) {
            by_log.entry(origin).or_default().push(row);
        }
    }
    let mut chosen = Vec::new();
    for (origin, mut rows) in by_log {
        let origin = origin.to_string();
        let (Some(first), Some(last)) = (rows.first().map(|row| row.place), rows.last().map(|row| row.place)) else {
            continue;
        };
        let whole = view.earliest_held(&origin, last)?;
        let in_time =
            |row: &CheckpointRow| until_ms.is_none() || row.held_ms.zip(until_ms).is_some_and(|(a, b)| a <= b);
        let checkpoint = match whole.filter(in_time) {
            Some(checkpoint) => Some(checkpoint),
            None => match view.earliest_held(&origin, first)? {
                Some(checkpoint) => Some(checkpoint),
                None => view.checkpoints_from(&origin, last + 1, 1)?.into_iter().next(),
            },
        };
        let Some(checkpoint) = checkpoint else { continue };
        rows.retain(|row| row.place < checkpoint.size);
        chosen.push(Chosen { origin, checkpoint, rows });
    }
    Ok(chosen)
}

fn bundled_log(
    view: &View<'_>,
    log: &Chosen,
    officers: &mut BTreeMap<String, BTreeMap<[u8; 32], Vec<u8>>>,
    words: &mut BTreeSet<Hash>,
) -> Result<BundledLog, DocumentError> {
    let size = usize::try_from(log.checkpoint.size).unwrap_or(usize::MAX);
    let mut leaves = view.leaves(&log.origin)?;
    leaves.truncate(size);
    let mut statements = Vec::new();
    for row in &log.rows {
        let entry = view.log_entries(&log.origin, row.place, 1, usize::MAX)?.into_iter().next();
        let entry = entry.ok_or_else(|| Failure::Unreadable(format!("{} lacks an entry", log.origin)))?;
        let unreadable = |fault: journal::Fault| Failure::Unreadable(fault.to_string());
        let (statement, _, signer) = Statement::read(&entry, "entry").map_err(unreadable)?;
        let named = view.certificate(&log.origin, &signer)?;
        let named = named.ok_or_else(|| Failure::Unreadable(format!("{} lacks a key", log.origin)))?;
        officers.entry(statement.origin.keeper.side.clone()).or_default().insert(signer, named.envelope);
        words.extend(row.words);
        let proof = usize::try_from(row.place).ok().and_then(|at| inclusion(&leaves, at));
        let proof = proof.ok_or_else(|| Failure::Unreadable(format!("{} lacks a leaf", log.origin)))?;
        statements.push(BundledStatement { index: row.place, entry, proof });
    }
    Ok(BundledLog { checkpoint: log.checkpoint.text.clone(), statements })
}
