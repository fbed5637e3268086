//! Packing a pouch: what the other post does not have yet of the own log, with the openings it speaks of; the receipt
//! for what came from there; what is still wanted.

use std::collections::BTreeSet;

use journal::{Ask, Checkpoint, Cosignature, Hash, PostKeys, PostName, Pouch, PublicKey, RECEIPTS_MOST, Reply, Run};
use store::{AskRow, Failure, OpeningRow, ShownRow, View};

use super::logbook::{log_of, spoken_of};
use super::seat::{may_say, stands};
use super::{CourierError, Known, Logbook, OPENINGS_BYTES, RUN_BYTES, Taken, WANTS, known};
use crate::Desk;
use crate::keys::PostSealer;

/// The effort of packing, between speed and size.
const EFFORT: i32 = 9;
/// How many entries one pouch carries at most.
const RUN_ENTRIES: usize = 10_000;

/// What is known of the other post on the line over which a pouch goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// There is none: the pouch goes into a file.
    None,
    /// The other post has not said on it yet what it holds of the own log. Before a run goes over it, it is asked: this
    /// post may have been put back from an old copy, or run twice, and not know.
    Opened,
    /// It has said that it holds nothing that is not here.
    Confirmed,
}

impl Desk {
    /// Packs what a post does not have yet, into a file. A pouch that gets lost is packed again. First, offers whose time
    /// has passed lapse, what waited and can be heard now is heard, and keys of officers that have ended are told.
    pub fn pack(&self, sealer: &PostSealer, peer: &PostName) -> Result<Vec<u8>, CourierError> {
        self.pack_for(sealer, peer, Line::None)
    }

    /// Packs what a post does not have yet, for a line on which so much is known.
    pub fn pack_for(&self, sealer: &PostSealer, peer: &PostName, line: Line) -> Result<Vec<u8>, CourierError> {
        self.store.read(stands)?;
        self.lapse()?;
        self.hear_both(peer, sealer.name(), &mut Taken::default())?;
        self.tell_ends(sealer, peer)?;
        if line == Line::Opened {
            self.ask_afresh(sealer, peer)?;
        }
        let mut pouch = self.store.read(|view| self.packed(view, sealer, peer, line))?;
        if let Some(run) = &pouch.run {
            let end = run.start + run.entries.len() as u64;
            if !self.note_shown(peer, end)? {
                pouch.run = None;
            }
        }
        Ok(pouch.pack(EFFORT)?)
    }

    /// A question that stands from before is asked in new words on a new line: the one that is known here may be that of a
    /// copy, and replied to long ago.
    fn ask_afresh(&self, sealer: &PostSealer, peer: &PostName) -> Result<(), Failure> {
        let name = peer.to_string();
        if self.store.read(|view| view.shown(&name))?.ask.is_none() {
            return Ok(());
        }
        self.store.write(|tx| match tx.view().shown(&name)?.ask {
            Some(ask) => self.ask(tx, sealer.name(), peer, Some(ask.from)),
            None => Ok(()),
        })
    }

    /// Notes, before it leaves, that so many entries may have left. False where the post has been asked meanwhile.
    fn note_shown(&self, peer: &PostName, end: u64) -> Result<bool, Failure> {
        let name = peer.to_string();
        if self.store.read(|view| view.shown(&name))?.size >= end {
            return Ok(true);
        }
        self.store.write(|tx| {
            let shown = tx.view().shown(&name)?;
            if shown.ask.is_some() {
                return Ok(false);
            }
            tx.keep_shown(&name, ShownRow { size: shown.size.max(end), ..shown })?;
            Ok(true)
        })
    }

    /// Ends in the log for a post each officer's key that it has named and that has ended here.
    fn tell_ends(&self, sealer: &PostSealer, peer: &PostName) -> Result<(), CourierError> {
        let origin = log_of(sealer.name(), peer).to_string();
        let named = self.store.read(|view| view.certificates_standing(&origin))?;
        if named.is_empty() {
            return Ok(());
        }
        let mut ended = self.access.keys()?;
        ended.retain(|key| key.ended_ms.is_some());
        let ends = |key: &[u8; 32]| ended.iter().find(|ended| ended.public == key).map(|ended| (*key, &ended.reason));
        let ends: Vec<_> = named.iter().filter_map(ends).collect();
        if ends.is_empty() {
            return Ok(());
        }
        self.store.write(|tx| {
            known(&tx.view(), peer)?;
            // It is told once it is known what the other post holds.
            if may_say(&tx.view(), peer).is_err() {
                return Ok(());
            }
            let mut log = Logbook::open(tx, sealer, peer, self.now_ms())?;
            for (key, reason) in ends {
                log.revoke(&key, reason)?;
            }
            Ok(log.close()?)
        })
    }

    fn packed(&self, view: &View<'_>, sealer: &PostSealer, peer: &PostName, line: Line) -> Result<Pouch, CourierError> {
        let Known { keys, .. } = known(view, peer)?;
        let (own, theirs) = (log_of(sealer.name(), peer), log_of(peer, sealer.name()).to_string());
        let have = view.log_size(&theirs)?;
        let mut pouch = Pouch::empty(sealer.name().clone(), peer.clone(), self.now_ms().unsigned_abs(), have);
        let road = view.road(&peer.to_string())?;
        pouch.proven = road.held;
        // All of them, not only the latest: the earliest time counts, and it may be the one that binds.
        let mut receipts = view.checkpoints_from(&theirs, road.proven.saturating_add(1), RECEIPTS_MOST)?;
        if receipts.is_empty() {
            // The latest always: a post that was put back from a copy learns from it what it has lost.
            receipts.extend(view.latest_checkpoint(&theirs)?);
        }
        let now_ms = self.now_ms();
        pouch.receipts = receipts.into_iter().filter_map(|row| receipt(row.text, &keys, sealer, now_ms)).collect();
        let shown = view.shown(&peer.to_string())?;
        pouch.since = shown.since;
        match shown.ask {
            Some(AskRow { nonce, from, seen }) => pouch.ask = Some(Ask { nonce, from, seen, renews: true }),
            None => pouch.run = run(view, &own.to_string(), road.has)?,
        }
        if pouch.run.is_some() && line == Line::Opened {
            let nonce = self.ask_on_line(&peer.to_string());
            let ask = Ask { nonce, from: shown.size, seen: pouch.have, renews: false };
            (pouch.run, pouch.ask) = (None, Some(ask));
        }
        pouch.reply =
            view.asked(&peer.to_string())?.map(|asked| reply(view, [&own.to_string(), &theirs], asked)).transpose()?;
        let logs = [own.to_string(), theirs.clone()];
        pouch.openings = openings(view, &logs, pouch.run.as_ref(), &view.wanted(&peer.to_string(), WANTS)?)?;
        pouch.wants = view.openings_missing(&theirs, WANTS)?;
        let room = WANTS - pouch.wants.len().min(WANTS);
        pouch.wants.extend(view.openings_missing(&logs[0], room)?);
        Ok(pouch)
    }
}

/// The receipt for a head of the other log, under the keys of today: a head that was cosigned with an earlier key of this
/// post is cosigned anew, and one that the other post sealed with an earlier key of its own tells it nothing.
fn receipt(text: String, peer: &PostKeys, sealer: &PostSealer, now_ms: i64) -> Option<String> {
    let mut checkpoint = Checkpoint::from_text(&text, "receipt").ok()?;
    if !PublicKey::new(&peer.log).is_ok_and(|key| checkpoint.is_sealed_by(&key)) {
        return None;
    }
    let (name, mirror) = (sealer.name().mirror(), PublicKey::new(&sealer.keys().mirror).ok()?);
    let is_ours = |line: &Cosignature| line.name == name && checkpoint.is_cosigned_by(line, &mirror);
    if checkpoint.cosignatures.iter().any(is_ours) {
        return Some(text);
    }
    checkpoint.cosignatures.clear();
    sealer.cosign(&mut checkpoint, now_ms.unsigned_abs() / 1000);
    Some(checkpoint.to_text())
}

/// What is held of the log of another post, from where it asks, and what it had held of the own one.
fn reply(view: &View<'_>, [own, theirs]: [&str; 2], asked: AskRow) -> Result<Reply, Failure> {
    let size = view.log_size(theirs)?;
    let held = run(view, theirs, asked.from)?;
    // Where it asks for nothing that is held, the latest head says how far that goes.
    let latest = || -> Result<Option<Run>, Failure> {
        let latest = view.latest_checkpoint(theirs)?;
        Ok(latest.map(|row| Run { start: row.size, entries: Vec::new(), checkpoint: row.text }))
    };
    let run = held.map_or_else(latest, |run| Ok(Some(run)))?;
    let held = view.held_from(own, asked.seen.saturating_add(1), RECEIPTS_MOST)?;
    Ok(Reply { nonce: asked.nonce, size, run, held: held.into_iter().map(|row| row.text).collect() })
}

/// A run of a log from a place on, up to a head that was sealed; none where there is nothing.
fn run(view: &View<'_>, origin: &str, start: u64) -> Result<Option<Run>, Failure> {
    let entries = view.log_entries(origin, start, RUN_ENTRIES, RUN_BYTES)?;
    if entries.is_empty() {
        return Ok(None);
    }
    let reach = start + entries.len() as u64;
    let within = view.checkpoint_within(origin, start, reach)?;
    // One step of the log can be larger than what a pouch should carry: then it goes alone.
    let checkpoint = match within {
        Some(row) => Some(row),
        None => view.checkpoints_from(origin, reach, 1)?.into_iter().next(),
    };
    let Some(checkpoint) = checkpoint else { return Ok(None) };
    let count = usize::try_from(checkpoint.size - start).unwrap_or(usize::MAX);
    let entries = view.log_entries(origin, start, count, usize::MAX)?;
    Ok(Some(Run { start, entries, checkpoint: checkpoint.text }))
}

/// Whether a post may have an opening: only what the own log for it speaks of, or what it gave itself and may have lost. A
/// digest learnt elsewhere opens nothing.
fn may_open(view: &View<'_>, [own, theirs]: &[String; 2], digest: &Hash) -> Result<bool, Failure> {
    Ok(view.speaks_of(own, digest)? || view.was_told(theirs, digest)?)
}

/// Whether any of the openings that a post asks for can be given to it.
pub(super) fn can_give(view: &View<'_>, logs: &[String; 2], wanted: &[Hash]) -> Result<bool, Failure> {
    for digest in wanted {
        if view.opening_size(digest)? > 0 && may_open(view, logs, digest)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The openings of which the run speaks and those that the other post asked for.
fn openings(view: &View<'_>, logs: &[String; 2], run: Option<&Run>, wanted: &[Hash]) -> Result<Vec<Vec<u8>>, Failure> {
    let mut digests = Vec::new();
    for digest in wanted {
        if may_open(view, logs, digest)? {
            digests.push(*digest);
        }
    }
    if let Some(run) = run {
        let end = run.start + run.entries.len() as u64;
        for row in view.statements_between(&logs[0], run.start, end)? {
            digests.extend(spoken_of(&row));
        }
    }
    let (mut seen, mut openings, mut weight) = (BTreeSet::new(), Vec::new(), 0);
    for digest in digests.into_iter().filter(|digest| seen.insert(*digest)) {
        let Some(OpeningRow::Here(opening)) = view.opening(&digest)? else { continue };
        weight += opening.len();
        if weight > OPENINGS_BYTES && !openings.is_empty() {
            break;
        }
        openings.push(opening);
    }
    Ok(openings)
}
