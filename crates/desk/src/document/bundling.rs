//! One file with a document and everything that proves how it stands, for anyone to check offline.

use std::collections::{BTreeMap, BTreeSet};

use domain::{OfficerId, RecordId, Right};
use journal::{
    Bundle, BundledLog, BundledSide, BundledStatement, Envelope, Hash, PostName, Statement, consistency, inclusion,
    verify,
};
use store::{CheckpointRow, Failure, OpeningRow, StatementRow, StatementState, View};

use super::tell::SAID_MOST;
use super::{DocumentError, hash_of};
use crate::Desk;
use crate::courier::met;

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

    /// The bundle under the keys that this post has now or, where it was sealed under earlier ones, under those.
    fn bundled(&self, view: &View<'_>, digest: &Hash) -> Result<Vec<u8>, DocumentError> {
        let logs = chosen(view, digest)?;
        if logs.is_empty() {
            return Err(DocumentError::NothingSaid);
        }
        let mut age = 0;
        loop {
            let (bundle, fingerprints, is_last) = self.drawn_up(view, digest, &logs, age)?;
            let unfit = |fault: journal::Fault| Failure::Unfit(format!("the bundle would not hold: {fault}"));
            let bytes = bundle.to_bytes().map_err(unfit)?;
            match verify(&bytes, &fingerprints) {
                Ok(_) => return Ok(bytes),
                Err(fault) if is_last => return Err(unfit(fault).into()),
                Err(_) => age += 1,
            }
        }
    }

    /// The bundle with the own certificate that is so many certificates old, the fingerprints by which it is checked, and
    /// whether there is none older.
    fn drawn_up(
        &self,
        view: &View<'_>,
        digest: &Hash,
        logs: &[Chosen],
        age: usize,
    ) -> Result<(Bundle, Vec<Hash>, bool), DocumentError> {
        let mut sides: BTreeMap<String, Credentials> = BTreeMap::new();
        let mut officers: BTreeMap<String, BTreeMap<[u8; 32], Vec<u8>>> = BTreeMap::new();
        let mut words = BTreeSet::from([*digest]);
        let mut bundled = Vec::new();
        let mut is_last = true;
        for log in logs {
            let (keeper, reader) = parties(&log.origin)?;
            for post in [&keeper, &reader] {
                is_last &= self.credit(view, post, age, &mut sides)?;
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
        Ok((Bundle { document: *digest, openings, sides: sides.collect(), logs: bundled }, fingerprints, is_last))
    }

    /// Adds what proves who the side of a post is. Whether nothing older does.
    fn credit(
        &self,
        view: &View<'_>,
        post: &PostName,
        age: usize,
        sides: &mut BTreeMap<String, Credentials>,
    ) -> Result<bool, DocumentError> {
        let mut is_last = true;
        let (fingerprint, roots, keys) = if post.side == self.own().as_str() {
            let mut known = self.own_credentials(post)?;
            is_last = age + 1 >= known.len();
            known.swap_remove(age.min(known.len() - 1))
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
        Ok(is_last)
    }
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
        let unreadable = |fault: journal::Fault| Failure::Unreadable(fault.to_string());
        let (statement, _, signer) = Statement::read(&entry, "entry").map_err(unreadable)?;
        let named = view.certificate(origin, &signer)?.ok_or_else(|| lacks("a key"))?;
        officers.entry(statement.origin.keeper.side.clone()).or_default().insert(signer, named.envelope);
        words.extend(row.words);
        let proof =
            usize::try_from(row.place).ok().and_then(|at| inclusion(leaves, at)).ok_or_else(|| lacks("a leaf"))?;
        statements.push(BundledStatement { index: row.place, entry, proof });
    }
    Ok(statements)
}
