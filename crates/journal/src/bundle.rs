//! Bundles: one document with everything that proves how it stands, in one file that anyone can check offline with the
//! fingerprints of the sides' roots and nothing else.

mod form;

use std::collections::{BTreeMap, BTreeSet};

use crate::checkpoint::{Checkpoint, Head as CheckpointHead};
use crate::cover::Covered;
use crate::document::{Document, Head, Text, WORDS_OPENING_LIMIT};
use crate::effort::Effort;
use crate::envelope::{Envelope, Label};
use crate::fault::{Code, Fault};
use crate::identity::{OfficerKey, PostKeys, root_chain};
use crate::joint::{Heads, Heard, Standing, revisions};
use crate::key::PublicKey;
use crate::origin::is_code;
use crate::statement::{Said, Statement};
use crate::tree::{Hash, continues, leaf_hash, root_by};

pub use form::{BUNDLE_LIMIT, Bundle, BundledCover, BundledLog, BundledSide, BundledStatement};

/// What one side said last of all that counts, and who said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// The side.
    pub side: String,
    /// The kind of statement.
    pub kind: &'static str,
    /// The identity under which the officer signs.
    pub officer: String,
    /// The officer's office.
    pub office: String,
    /// The unit.
    pub unit: String,
    /// When it was said, by the clock of the one who says it, in milliseconds since 1970 UTC.
    pub at_ms: u64,
    /// Which posts of other sides hold it, and since when at the latest, in milliseconds since 1970 UTC.
    pub held: Vec<(String, u64)>,
    /// The words that belong to it: a reservation, a reason, what is contested.
    pub words: Vec<(String, Text)>,
}

/// What a bundle proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How the document stands: a [`Standing`], or `issued` and `acknowledged` for a document of one side.
    pub standing: &'static str,
    /// Its digest.
    pub digest: Hash,
    /// The document.
    pub document: Document,
    /// The fingerprints of the roots, by side.
    pub roots: BTreeMap<String, Hash>,
    /// What was said of it, by log and place.
    pub said: Vec<Utterance>,
    /// Until when it could be signed, in milliseconds since 1970 UTC.
    pub until_ms: Option<u64>,
}

/// One side whose keys hold.
struct Side {
    side: String,
    posts: Vec<PostKeys>,
    officers: Vec<OfficerKey>,
}

/// Verifies a bundle against the fingerprints of the roots that the reader trusts.
pub fn verify(bytes: &[u8], known: &[Hash]) -> Result<Verdict, Fault> {
    let bundle = Bundle::from_bytes(bytes)?;
    let openings = read_openings(&bundle)?;
    let (document, _) = openings.get(&bundle.document).ok_or_else(|| Fault::new(Code::Commitment, "document"))?;
    check_head(&document.head)?;
    for (index, (digest, (opened, size))) in openings.iter().enumerate() {
        let are_words = opened.head.kind == "words" && opened.head.sides.len() == 1 && *size <= WORDS_OPENING_LIMIT;
        if *digest != bundle.document && !are_words {
            return Err(Fault::new(Code::Words, format!("openings[{index}]")));
        }
    }
    let mut effort = Effort::default();
    let mut roots = BTreeMap::new();
    let mut sides = Vec::new();
    if !bundle.sides.is_sorted_by(|one, next| one.side < next.side) {
        return Err(Fault::new(Code::Order, "sides"));
    }
    for (index, bundled) in bundle.sides.iter().enumerate() {
        let place = format!("sides[{index}]");
        let (fingerprint, side) = read_side(bundled, known, &mut effort, &place)?;
        roots.insert(bundled.side.clone(), fingerprint);
        sides.push(side);
    }
    let mut reading = Reading {
        document,
        digest: bundle.document,
        openings: &openings,
        sides: &sides,
        effort,
        used: Used::default(),
        heard: Vec::new(),
        said: Vec::new(),
    };
    let mut last: Option<CheckpointHead> = None;
    for (index, log) in bundle.logs.iter().enumerate() {
        let place = format!("logs[{index}]");
        let note_place = format!("{place}.checkpoint");
        let checkpoint = Checkpoint::from_text(&log.checkpoint, &note_place)?;
        reading.effort.sign(1 + checkpoint.cosignatures.len(), &note_place)?;
        let head = &checkpoint.head;
        if last.as_ref().is_some_and(|last| (&last.origin, last.size) >= (&head.origin, head.size)) {
            return Err(Fault::new(Code::Order, "logs"));
        }
        let before = last.filter(|last| last.origin == head.origin);
        reading.read_log(&checkpoint, before.as_ref(), log, &place)?;
        last = Some(checkpoint.head);
    }
    reading.check_used()?;
    let (standing, until_ms) = reading.settle()?;
    let said = reading.said;
    Ok(Verdict { standing, digest: bundle.document, document: document.clone(), roots, said, until_ms })
}

/// The documents of a bundle by digest, each with how many bytes its opening has.
type Openings = BTreeMap<Hash, (Document, usize)>;

fn read_openings(bundle: &Bundle) -> Result<Openings, Fault> {
    let mut openings = BTreeMap::new();
    for (index, opening) in bundle.openings.iter().enumerate() {
        let place = format!("openings[{index}]");
        let document = Document::from_opening(opening, &place)?;
        let digest = document.digest()?;
        if openings.last_key_value().is_some_and(|(last, _)| *last >= digest) {
            return Err(Fault::new(Code::Order, "openings"));
        }
        openings.insert(digest, (document, opening.len()));
    }
    Ok(openings)
}

fn check_head(head: &Head) -> Result<(), Fault> {
    if head.kind == "words" {
        return Err(Fault::new(Code::Head, "document"));
    }
    let enough = if head.joint.is_some() { head.sides.len() >= 2 } else { head.sides.len() == 1 };
    if enough { Ok(()) } else { Err(Fault::new(Code::HeadSides, "document")) }
}

fn read_side(bundled: &BundledSide, known: &[Hash], effort: &mut Effort, place: &str) -> Result<(Hash, Side), Fault> {
    if !is_code(&bundled.side) {
        return Err(Fault::new(Code::Shape, format!("{place}.side")));
    }
    let mut envelopes = |name: &str, blobs: &[Vec<u8>]| -> Result<Vec<(String, Envelope)>, Fault> {
        let one = |(index, blob): (usize, &Vec<u8>)| {
            let place = format!("{place}.{name}[{index}]");
            let envelope = Envelope::from_bytes(blob, &place)?;
            effort.sign(envelope.signatures.len(), &place)?;
            Ok((place, envelope))
        };
        blobs.iter().enumerate().map(one).collect()
    };
    let chain: Vec<Envelope> = envelopes("roots", &bundled.roots)?.into_iter().map(|(_, envelope)| envelope).collect();
    let (fingerprint, root) = root_chain(&bundled.side, &chain, known, &format!("{place}.roots"))?;
    let mut posts: Vec<PostKeys> = Vec::new();
    for (place, envelope) in envelopes("posts", &bundled.posts)? {
        let keys = PostKeys::verify(&envelope, &root, &place)?;
        if posts.last().is_some_and(|last| last.name >= keys.name) {
            return Err(Fault::new(Code::Order, place));
        }
        posts.push(keys);
    }
    let mut officers: Vec<OfficerKey> = Vec::new();
    for (place, envelope) in envelopes("officers", &bundled.officers)? {
        let key = OfficerKey::verify(&envelope, &bundled.side, &posts, &place)?;
        if officers.last().is_some_and(|last| last.key >= key.key) {
            return Err(Fault::new(Code::Order, place));
        }
        officers.push(key);
    }
    Ok((fingerprint, Side { side: bundled.side.clone(), posts, officers }))
}

/// Which posts of other sides hold something, and since when, in milliseconds.
type Held = Vec<(String, u64)>;

/// What was needed so far: nothing may be in a bundle that proves nothing.
#[derive(Default)]
struct Used {
    openings: BTreeSet<Hash>,
    posts: BTreeSet<String>,
    /// By side and key: two sides may have certified the same key.
    officers: BTreeSet<(String, [u8; 32])>,
}

/// The signature under a statement, its own or that of its cover, when it was made, and where it stands.
struct Signature {
    envelope: Envelope,
    at_ms: u64,
    place: String,
}

/// Whether an entry stands in a log at a place.
fn stands_in(head: &CheckpointHead, index: u64, entry: &[u8], proof: &[Hash], place: &str) -> Result<(), Fault> {
    if index >= head.size {
        return Err(Fault::new(Code::StatementIndex, place));
    }
    let led = root_by(proof, leaf_hash(entry), index, head.size);
    if led == Some(head.root) { Ok(()) } else { Err(Fault::new(Code::StatementInclusion, place)) }
}

struct Reading<'a> {
    document: &'a Document,
    digest: Hash,
    openings: &'a Openings,
    sides: &'a [Side],
    effort: Effort,
    used: Used,
    heard: Vec<Heard>,
    said: Vec<Utterance>,
}

impl<'a> Reading<'a> {
    /// One log under one checkpoint, and `before` it the one that this one continues.
    fn read_log(
        &mut self,
        checkpoint: &Checkpoint,
        before: Option<&CheckpointHead>,
        log: &BundledLog,
        place: &str,
    ) -> Result<(), Fault> {
        let consistency_place = || format!("{place}.consistency");
        if log.consistency.is_some() != before.is_some() {
            return Err(Fault::new(Code::Shape, consistency_place()));
        }
        let (side, held) = self.read_checkpoint(checkpoint, &format!("{place}.checkpoint"))?;
        let head = &checkpoint.head;
        if let (Some(path), Some(before)) = (&log.consistency, before)
            && !continues(path, (before.size, &before.root), (head.size, &head.root))
        {
            return Err(Fault::new(Code::NoteConsistency, consistency_place()));
        }
        let Some(first) = log.statements.first() else {
            return Err(Fault::new(Code::Shape, format!("{place}.statements")));
        };
        let is_new = before.is_none_or(|before| first.index >= before.size);
        if !is_new || !log.statements.is_sorted_by(|one, next| one.index < next.index) {
            return Err(Fault::new(Code::Order, format!("{place}.statements")));
        }
        for (index, bundled) in log.statements.iter().enumerate() {
            let place = format!("{place}.statements[{index}]");
            stands_in(head, bundled.index, &bundled.entry, &bundled.proof, &place)?;
            self.read_statement(head, side, bundled, &held, &place)?;
        }
        Ok(())
    }

    /// The side that keeps the log of a checkpoint, and who cosigned it when: every signature under it holds.
    fn read_checkpoint(&mut self, checkpoint: &Checkpoint, place: &str) -> Result<(&'a Side, Held), Fault> {
        let keeper = &checkpoint.head.origin.keeper;
        let fault = |code| Err(Fault::new(code, place));
        let Some(side) = self.sides.iter().find(|side| side.side == keeper.side) else {
            return fault(Code::OriginPost);
        };
        let Some(post) = side.posts.iter().find(|post| post.name == *keeper) else { return fault(Code::OriginPost) };
        if !PublicKey::new(&post.log).is_ok_and(|key| checkpoint.is_sealed_by(&key)) {
            return fault(Code::NoteSeal);
        }
        self.used.posts.insert(keeper.to_string());
        let mut held = Vec::new();
        for line in &checkpoint.cosignatures {
            let others = self.sides.iter().filter(|other| other.side != side.side).flat_map(|other| &other.posts);
            let Some(mirror) = others.into_iter().find(|post| post.name.mirror() == line.name) else {
                return fault(Code::NoteCosigner);
            };
            if !PublicKey::new(&mirror.mirror).is_ok_and(|key| checkpoint.is_cosigned_by(line, &key)) {
                return fault(Code::NoteCosignature);
            }
            self.used.posts.insert(mirror.name.to_string());
            held.push((mirror.name.to_string(), line.seconds * 1000));
        }
        Ok((side, held))
    }

    fn read_statement(
        &mut self,
        log: &CheckpointHead,
        side: &Side,
        bundled: &BundledStatement,
        held: &[(String, u64)],
        whole_place: &str,
    ) -> Result<(), Fault> {
        let place = format!("{whole_place}.entry");
        let fault = |code| Err(Fault::new(code, place.as_str()));
        let (statement, signer, own) = self.read_said(bundled, whole_place)?;
        let origin = &log.origin;
        if statement.origin != *origin {
            return fault(Code::StatementOrigin);
        }
        if !self.is_about(&statement.said, side) {
            return fault(Code::StatementDocument);
        }
        let signature = match own {
            Some(envelope) => Signature { envelope, at_ms: statement.at_ms, place: place.clone() },
            None => self.read_cover(log, bundled, &statement, &signer, whole_place)?,
        };
        let officers = || side.officers.iter().filter(|officer| officer.post == origin.keeper);
        let Some(officer) = officers().find(|officer| officer.key == signer) else {
            return fault(Code::StatementSigner);
        };
        if statement.unit.as_ref() != Some(&officer.unit) {
            return fault(Code::StatementUnit);
        }
        for (at_ms, place) in [(statement.at_ms, &place), (signature.at_ms, &signature.place)] {
            if !(officer.from_ms..officer.until_ms).contains(&at_ms) {
                return Err(Fault::new(Code::StatementDates, place));
            }
        }
        if !officer.rights.contains(&self.document.head.kind) {
            return fault(Code::StatementRight);
        }
        let mut words = Vec::new();
        if let Some(digest) = statement.said.words() {
            let Some((document, size)) = self.openings.get(digest) else { return fault(Code::Words) };
            if *digest == self.digest || document.head.sides != [side.side.clone()] {
                return fault(Code::Words);
            }
            self.effort.quote(*size, &place)?;
            self.used.openings.insert(*digest);
            words.clone_from(&document.texts);
        }
        signature.envelope.verify(Label::Statement, &signature.place)?;
        self.used.officers.insert((side.side.clone(), signer));
        self.said.push(Utterance {
            side: side.side.clone(),
            kind: statement.said.kind(),
            officer: officer.officer.clone(),
            office: officer.office.clone(),
            unit: officer.unit.clone(),
            at_ms: statement.at_ms,
            held: held.to_vec(),
            words,
        });
        self.heard.push(Heard {
            origin: origin.clone(),
            index: bundled.index,
            at_ms: statement.at_ms,
            held_ms: held.iter().map(|(_, ms)| *ms).min(),
            said: statement.said,
        });
        Ok(())
    }

    /// What an entry of a bundle says, the key of whoever says it, and the envelope where it is no covered statement.
    fn read_said(
        &mut self,
        bundled: &BundledStatement,
        place: &str,
    ) -> Result<(Statement, [u8; 32], Option<Envelope>), Fault> {
        if bundled.cover.is_some() != Covered::is(&bundled.entry) {
            return Err(Fault::new(Code::StatementCover, format!("{place}.cover")));
        }
        let place = format!("{place}.entry");
        if bundled.cover.is_some() {
            let covered = Covered::read(&bundled.entry, &place)?;
            return Ok((covered.statement, covered.officer, None));
        }
        let (statement, envelope, signer) = self.read_signed(&bundled.entry, &place)?;
        Ok((statement, signer, Some(envelope)))
    }

    fn read_signed(&mut self, entry: &[u8], place: &str) -> Result<(Statement, Envelope, [u8; 32]), Fault> {
        let envelope = Envelope::from_bytes(entry, place)?;
        self.effort.sign(envelope.signatures.len(), place)?;
        let (statement, signer) = Statement::of(&envelope, place)?;
        Ok((statement, envelope, signer))
    }

    /// What covers a statement: it stands in the same log behind it, holds it, and is said by the same key.
    fn read_cover(
        &mut self,
        log: &CheckpointHead,
        bundled: &BundledStatement,
        statement: &Statement,
        officer: &[u8; 32],
        place: &str,
    ) -> Result<Signature, Fault> {
        let place = format!("{place}.cover");
        let Some(cover) = &bundled.cover else { return Err(Fault::new(Code::StatementCover, place)) };
        stands_in(log, cover.index, &cover.entry, &cover.proof, &place)?;
        let entry_place = format!("{place}.entry");
        let (covering, envelope, signer) = self.read_signed(&cover.entry, &entry_place)?;
        let fault = |code| Err(Fault::new(code, entry_place.as_str()));
        if covering.origin != log.origin {
            return fault(Code::StatementOrigin);
        }
        let Said::Cover(covers) = covering.said else { return fault(Code::StatementCover) };
        let reaches = covers.end() == cover.index && (covers.start..covers.end()).contains(&bundled.index);
        if !reaches || signer != *officer || covering.unit != statement.unit {
            return fault(Code::StatementCover);
        }
        if !covers.holds(&bundled.entry, bundled.index, &cover.path) {
            return Err(Fault::new(Code::StatementCover, format!("{place}.path")));
        }
        Ok(Signature { envelope, at_ms: covering.at_ms, place: entry_place })
    }

    /// Whether a side says it of the document as it may.
    fn is_about(&self, said: &Said, side: &Side) -> bool {
        let head = &self.document.head;
        let is_of_head = head.sides.contains(&side.side);
        match (said, head.joint) {
            (Said::Issue { document, .. }, None) => *document == self.digest && is_of_head,
            (Said::Acknowledge { document }, None) => *document == self.digest && !is_of_head,
            (said, Some((series, revision))) => said.slot().is_some_and(|slot| {
                (slot.series, slot.revision, slot.document) == (series, revision, self.digest) && is_of_head
            }),
            (_, None) => false,
        }
    }

    fn check_used(&self) -> Result<(), Fault> {
        for (index, digest) in self.openings.keys().enumerate() {
            if *digest != self.digest && !self.used.openings.contains(digest) {
                return Err(Fault::new(Code::Unused, format!("openings[{index}]")));
            }
        }
        for (number, side) in self.sides.iter().enumerate() {
            let place = |list: &str, index: usize| format!("sides[{number}].{list}[{index}]");
            if side.posts.is_empty() {
                return Err(Fault::new(Code::Unused, format!("sides[{number}]")));
            }
            for (index, post) in side.posts.iter().enumerate() {
                if !self.used.posts.contains(&post.name.to_string()) {
                    return Err(Fault::new(Code::Unused, place("posts", index)));
                }
            }
            for (index, officer) in side.officers.iter().enumerate() {
                if !self.used.officers.contains(&(side.side.clone(), officer.key)) {
                    return Err(Fault::new(Code::Unused, place("officers", index)));
                }
            }
        }
        Ok(())
    }

    /// How the document stands by what was heard.
    fn settle(&self) -> Result<(&'static str, Option<u64>), Fault> {
        let nothing = || Fault::new(Code::NothingSigned, "logs");
        let Some((_, number)) = self.document.head.joint else {
            let said = |kind: &str| self.said.iter().any(|one| one.kind == kind);
            return match (said("issue"), said("acknowledge")) {
                (false, _) => Err(nothing()),
                (true, false) => Ok(("issued", None)),
                (true, true) => Ok(("acknowledged", None)),
            };
        };
        let revisions = revisions(&self.heard, self);
        let revision = revisions.get(&number).filter(|revision| revision.standing != Standing::Draft);
        let revision = revision.ok_or_else(nothing)?;
        Ok((revision.standing.as_str(), revision.until_ms))
    }
}

impl Heads for Reading<'_> {
    fn sides(&self, document: &Hash) -> Option<Vec<String>> {
        (*document == self.digest).then(|| self.document.head.sides.clone())
    }

    fn supersedes(&self, document: &Hash) -> Option<Hash> {
        if *document == self.digest { self.document.head.supersedes } else { None }
    }
}
