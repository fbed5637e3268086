//! One file with a document and everything that proves how it stands, for anyone to check offline.

use std::collections::{BTreeMap, BTreeSet};

use domain::{OfficerId, RecordId, Right};
use journal::{
    Bundle, BundledCover, BundledLog, BundledSide, BundledStatement, Checkpoint, Envelope, Hash, PostKeys, PostName,
    PublicKey, Statement, consistency, inclusion, verify,
};
use store::{CheckpointRow, Failure, OpeningRow, StatementRow, StatementState, View};

use super::tell::SAID_MOST;
use super::{DocumentError, hash_of};
use crate::Desk;
use crate::courier::{cover_of, met};
use crate::keys::{KeyError, roots_up_to};

/// By what a document binds or ends, before all else that is said of it.
const FIRST: [&str; 5] = ["propose", "issue", "sign", "refuse", "terminate"];
/// How many bytes the document and the words in a bundle have: the rest of what a bundle may have is for proofs.
const BYTES_MOST: u64 = 15 << 20;

/// What proves who a side is: the fingerprint, the roots, and the posts.
struct Credentials {
    fingerprint: Hash,
    roots: Vec<Envelope>,
    posts: BTreeMap<PostName, Envelope>,
}

/// A log with what of it belongs into a bundle.
struct Chosen {
    origin: String,
    heads: Vec<Head>,
}

/// A head of a log and the statements that are shown under it.
struct Head {
    checkpoint: CheckpointRow,
    rows: Vec<StatementRow>,
}

impl Desk {
    /// The bundle of a document that was given out: checked here first, as others will check it.
    pub fn bundle(&self, officer: &OfficerId, record: &RecordId) -> Result<Vec<u8>, DocumentError> {
        self.store.read(|view| {
            let found = self.found_document(view, officer, record, Right::Read)?;
            let digest = found.state.document.as_deref().and_then(hash_of).ok_or(DocumentError::NothingSaid)?;
            self.bundled(view, &digest)
        })
    }

    fn bundled(&self, view: &View<'_>, digest: &Hash) -> Result<Vec<u8>, DocumentError> {
        let logs = chosen(view, digest)?;
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
                self.credit(view, post, &logs, &mut sides)?;
            }
            bundled.extend(bundled_log(view, log, &mut officers, &mut words)?);
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

    /// Adds what proves who the side of a post is, by the keys under which it sealed and cosigned these logs: they may have
    /// been replaced since.
    fn credit(
        &self,
        view: &View<'_>,
        post: &PostName,
        logs: &[Chosen],
        sides: &mut BTreeMap<String, Credentials>,
    ) -> Result<(), DocumentError> {
        let (fingerprint, roots, certificates) = if post.side == self.own().as_str() {
            self.own_credentials(post)?
        } else {
            let introduced = met(view, post)?.introduced;
            let mut certificates = vec![introduced.introduction.keys];
            for earlier in view.certificates(&post.to_string())? {
                certificates.push(Envelope::from_bytes(&earlier, "keys").map_err(unreadable)?);
            }
            (introduced.fingerprint, introduced.introduction.roots, certificates)
        };
        let fits = |certificate: &&Envelope| {
            PostKeys::read(certificate, "keys").is_ok_and(|keys| logs.iter().all(|log| log.is_under(&keys)))
        };
        let certificate = certificates.iter().find(fits).or(certificates.first());
        let certificate = certificate.cloned().ok_or(KeyError::NotCertified)?;
        let roots = roots_up_to(&roots, &certificate);
        let new = || Credentials { fingerprint, roots, posts: BTreeMap::new() };
        let side = sides.entry(post.side.clone()).or_insert_with(new);
        side.posts.insert(post.clone(), certificate);
        Ok(())
    }
}

impl Chosen {
    /// Whether a post whose keys these are sealed or cosigned what is shown of this log with them, where it did.
    fn is_under(&self, keys: &PostKeys) -> bool {
        let is_keeper = self.origin.starts_with(&format!("{}/", keys.name));
        let (log, mirror) = (PublicKey::new(&keys.log), PublicKey::new(&keys.mirror));
        self.heads.iter().all(|head| {
            let Ok(checkpoint) = Checkpoint::from_text(&head.checkpoint.text, "checkpoint") else { return false };
            if is_keeper {
                return log.as_ref().is_ok_and(|key| checkpoint.is_sealed_by(key));
            }
            let mut lines = checkpoint.cosignatures.iter().filter(|line| line.name == keys.name.mirror());
            lines.all(|line| mirror.as_ref().is_ok_and(|key| checkpoint.is_cosigned_by(line, key)))
        })
    }
}

fn unreadable(fault: journal::Fault) -> Failure {
    Failure::Unreadable(fault.to_string())
}

fn parties(origin: &str) -> Result<(PostName, PostName), Failure> {
    let origin: journal::Origin =
        origin.parse().map_err(|_| Failure::Unreadable(format!("{origin} is no name of a log")))?;
    Ok((origin.keeper, origin.reader))
}

/// The statements about a document that count and have room in one file, in order of log and place: first of each log
/// the first of each kind, those before all by which it binds or ends, then the others as long as there are few. However
/// many words somebody adds later, they keep nobody from proving that the document was bound.
fn within_bounds(view: &View<'_>, digest: &Hash) -> Result<Vec<StatementRow>, Failure> {
    let mut rows = view.statements_about(digest)?;
    rows.retain(|row| {
        matches!(row.state, StatementState::Said | StatementState::Heard)
            && !matches!(row.kind.as_str(), "draft" | "erase")
    });
    let mut kinds = BTreeSet::new();
    let mut ranked: Vec<(usize, usize)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let is_first = kinds.insert((&row.origin, &row.kind));
        let rank = FIRST.iter().position(|kind| *kind == row.kind).unwrap_or(FIRST.len());
        ranked.push((if is_first { rank } else { FIRST.len() + 1 }, place));
    }
    ranked.sort_unstable();
    let mut room = BYTES_MOST.saturating_sub(view.opening_size(digest)?);
    let (mut counts, mut kept) = (BTreeMap::<&str, usize>::new(), BTreeSet::new());
    for (rank, place) in ranked {
        let Some(row) = rows.get(place) else { continue };
        let count = counts.entry(&row.origin).or_default();
        // Words count as often as they are referred to.
        let words = row.words.map(|words| view.opening_size(&words)).transpose()?.unwrap_or_default();
        if words <= room && (rank <= FIRST.len() || *count < SAID_MOST) {
            (room, *count) = (room - words, *count + 1);
            kept.insert(place);
        }
    }
    let in_order = rows.into_iter().enumerate().filter(|(place, _)| kept.contains(place));
    Ok(in_order.map(|(_, row)| row).collect())
}

/// The logs with statements about a document that count, each under the heads by which another side held them first:
/// what was held in time stays so, however much was said afterwards. What nobody else holds yet stands under a head of
/// its own.
fn chosen(view: &View<'_>, digest: &Hash) -> Result<Vec<Chosen>, Failure> {
    let mut by_log: BTreeMap<journal::Origin, Vec<StatementRow>> = BTreeMap::new();
    for row in within_bounds(view, digest)? {
        if let Ok(origin) = row.origin.parse() {
            by_log.entry(origin).or_default().push(row);
        }
    }
    let mut logs = Vec::new();
    for (origin, rows) in by_log {
        let (origin, mut heads) = (origin.to_string(), Vec::<Head>::new());
        let end = rows.last().map_or(0, |last| last.place + 1);
        for row in rows {
            match heads.last_mut() {
                // The earliest head that has an entry is also the earliest for whatever else it has after that entry.
                Some(head) if row.place < head.checkpoint.size => head.rows.push(row),
                _ => {
                    let checkpoint = match view.earliest_held(&origin, row.place)? {
                        Some(held) => Some(held),
                        None => view.checkpoints_from(&origin, end, 1)?.into_iter().next(),
                    };
                    let Some(checkpoint) = checkpoint else { break };
                    heads.push(Head { checkpoint, rows: vec![row] });
                }
            }
        }
        if !heads.is_empty() {
            logs.push(Chosen { origin, heads });
        }
    }
    Ok(logs)
}

fn bundled_log(
    view: &View<'_>,
    log: &Chosen,
    officers: &mut BTreeMap<String, BTreeMap<[u8; 32], Vec<u8>>>,
    words: &mut BTreeSet<Hash>,
) -> Result<Vec<BundledLog>, DocumentError> {
    let leaves = view.leaves(&log.origin)?;
    let lacks = |what: &str| Failure::Unreadable(format!("{} lacks {what}", log.origin));
    let mut before = None;
    let mut logs = Vec::new();
    for head in &log.heads {
        let size = usize::try_from(head.checkpoint.size).ok();
        let leaves = size.and_then(|size| leaves.get(..size)).ok_or_else(|| lacks("leaves"))?;
        let grown = |before| consistency(leaves, before).ok_or_else(|| lacks("a head that grew"));
        logs.push(BundledLog {
            checkpoint: head.checkpoint.text.clone(),
            consistency: before.map(grown).transpose()?,
            statements: bundled_statements(view, &log.origin, leaves, &head.rows, officers, words)?,
        });
        before = size;
    }
    Ok(logs)
}

fn bundled_statements(
    view: &View<'_>,
    origin: &str,
    leaves: &[Hash],
    rows: &[StatementRow],
    officers: &mut BTreeMap<String, BTreeMap<[u8; 32], Vec<u8>>>,
    words: &mut BTreeSet<Hash>,
) -> Result<Vec<BundledStatement>, DocumentError> {
    let lacks = |what: &str| Failure::Unreadable(format!("{origin} lacks {what}"));
    let mut statements = Vec::new();
    for row in rows {
        let entry = view.log_entries(origin, row.place, 1, usize::MAX)?.into_iter().next();
        let entry = entry.ok_or_else(|| lacks("an entry"))?;
        let (statement, signer) = Statement::of_entry(&entry, "entry").map_err(unreadable)?;
        let named = view.certificate(origin, &signer)?.ok_or_else(|| lacks("a key"))?;
        officers.entry(statement.origin.keeper.side.clone()).or_default().insert(signer, named.envelope);
        words.extend(row.words);
        let proof = proof_of(leaves, row.place).ok_or_else(|| lacks("a leaf"))?;
        let cover = cover_of(view, &row.origin, row.place, &entry)?;
        let cover = cover.map(|(index, covering, cover)| {
            let proof = proof_of(leaves, index)?;
            let covered = usize::try_from(cover.start).ok().zip(usize::try_from(index).ok());
            let covered = covered.and_then(|(start, end)| leaves.get(start..end))?;
            let path = proof_of(covered, row.place - cover.start)?;
            Some(BundledCover { index, entry: covering, proof, path })
        });
        let cover = cover.map(|cover| cover.ok_or_else(|| lacks("what was covered"))).transpose()?;
        statements.push(BundledStatement { index: row.place, entry, proof, cover });
    }
    Ok(statements)
}

/// The hashes that lead from the leaf at a place to the root over these.
fn proof_of(leaves: &[Hash], place: u64) -> Option<Vec<Hash>> {
    inclusion(leaves, usize::try_from(place).ok()?)
}
