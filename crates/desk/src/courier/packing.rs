//! Packing a pouch: what the other post does not have yet of the own log, with the openings it speaks of; the receipt
//! for what came from there; what is still wanted.

use std::collections::BTreeSet;

use journal::{Checkpoint, Cosignature, Hash, Origin, PostKeys, PostName, Pouch, PublicKey, RECEIPTS_MOST, Run};
use store::{Failure, OpeningRow, RoadRow, View};

use super::logbook::{log_of, spoken_of};
use super::{CourierError, Known, Logbook, OPENINGS_BYTES, RUN_BYTES, Taken, WANTS, known};
use crate::Desk;
use crate::keys::PostSealer;

/// The effort of packing, between speed and size.
const EFFORT: i32 = 9;
/// How many entries one pouch carries at most.
const RUN_ENTRIES: usize = 10_000;

impl Desk {
    /// Packs what a post does not have yet. A pouch that gets lost is packed again. First, offers whose time has passed
    /// lapse, what waited and can be heard now is heard, and keys of officers that have ended are told.
    pub fn pack(&self, sealer: &PostSealer, peer: &PostName) -> Result<Vec<u8>, CourierError> {
        self.lapse()?;
        self.hear(peer, &log_of(peer, sealer.name()), &mut Taken::default())?;
        self.tell_ends(sealer, peer)?;
        let pouch = self.store.read(|view| self.packed(view, sealer, peer))?;
        Ok(pouch.pack(EFFORT)?)
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
            let mut log = Logbook::open(tx, sealer, peer, self.now_ms())?;
            for (key, reason) in ends {
                log.revoke(&key, reason)?;
            }
            Ok(log.close()?)
        })
    }

    fn packed(&self, view: &View<'_>, sealer: &PostSealer, peer: &PostName) -> Result<Pouch, CourierError> {
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
        pouch.run = run(view, &own, road)?;
        pouch.openings = openings(view, &own, pouch.run.as_ref(), &view.wanted(&peer.to_string(), WANTS)?)?;
        pouch.wants = view.openings_missing(&theirs, WANTS)?;
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

/// A run of the own log from where the other post ends, up to a head that was sealed; none where it has everything.
fn run(view: &View<'_>, own: &Origin, road: RoadRow) -> Result<Option<Run>, Failure> {
    let origin = own.to_string();
    let start = road.has;
    let entries = view.log_entries(&origin, start, RUN_ENTRIES, RUN_BYTES)?;
    if entries.is_empty() {
        return Ok(None);
    }
    let reach = start + entries.len() as u64;
    let within = view.checkpoint_within(&origin, start, reach)?;
    // One step of the log can be larger than what a pouch should carry: then it goes alone.
    let checkpoint = match within {
        Some(row) => Some(row),
        None => view.checkpoints_from(&origin, reach, 1)?.into_iter().next(),
    };
    let Some(checkpoint) = checkpoint else { return Ok(None) };
    let count = usize::try_from(checkpoint.size - start).unwrap_or(usize::MAX);
    let entries = view.log_entries(&origin, start, count, usize::MAX)?;
    Ok(Some(Run { start, entries, checkpoint: checkpoint.text }))
}

/// The openings of which the run speaks and those that the other post asked for. Only what the log for that post speaks
/// of: a digest learnt elsewhere opens nothing.
fn openings(view: &View<'_>, own: &Origin, run: Option<&Run>, wanted: &[Hash]) -> Result<Vec<Vec<u8>>, Failure> {
    let origin = own.to_string();
    let mut digests = Vec::new();
    for digest in wanted {
        if view.speaks_of(&origin, digest)? {
            digests.push(*digest);
        }
    }
    if let Some(run) = run {
        let end = run.start + run.entries.len() as u64;
        for row in view.statements_between(&origin, run.start, end)? {
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
