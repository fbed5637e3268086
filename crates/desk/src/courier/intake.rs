//! Taking in a pouch: receipt, run and openings are checked by what is stored, stored, and only then answered for. What
//! is malformed or false is refused by name and changes nothing; a false statement under a true seal is kept as it is
//! and counts for nothing.

use std::collections::BTreeSet;

use journal::{
    Checkpoint, Code, Covered, Hash, Mirrored, OfficerKey, Origin, PostName, Pouch, ReceiptFault, Run, RunFault, Said,
    Statement, digest_of,
};
use store::{
    AskRow, CertificateRow, CheckpointRow, Failure, GrievanceRow, PeerRow, Renewal, StatementRow, StatementState,
    Transaction, View,
};

use super::covering::{Covering, note_covered};
use super::logbook::{kept, log_of, refused_row, row_of};
use super::packing::can_give;
use super::seat::stands;
use super::{CourierError, Known, WANTS, known};
use crate::Desk;
use crate::keys::PostSealer;

/// What a pouch brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Taken {
    /// The post that packed it.
    pub from: String,
    /// How many entries were new.
    pub entries: u64,
    /// How many openings were new.
    pub openings: u64,
    /// How many entries of the own log are proven to be there now, where that is news.
    pub held: Option<u64>,
    /// How many statements were understood.
    pub heard: u64,
    /// How many statements count for nothing.
    pub refused: u64,
    /// How many statements wait for something that is not here yet.
    pub waiting: u64,
    /// How many entries of the own log came back that this post had forgotten.
    pub regained: u64,
    /// True when the other post has just said, in reply, that it holds nothing of the own log but what is here.
    pub confirmed: bool,
    /// True when the other post asks for something that the next pouch can bring.
    pub asked: bool,
}

impl Taken {
    /// Adds what another pouch of the same post brought.
    pub fn add(&mut self, other: &Self) {
        self.entries += other.entries;
        self.openings += other.openings;
        self.held = other.held.or(self.held);
        self.heard += other.heard;
        self.refused += other.refused;
        self.waiting = other.waiting;
        self.regained += other.regained;
        (self.confirmed, self.asked) = (other.confirmed, other.asked);
    }
}

impl Desk {
    /// Takes in a pouch of a post of another side. One that was taken in before brings nothing and is no fault.
    pub fn take_in(&self, sealer: &PostSealer, packed: &[u8]) -> Result<Taken, CourierError> {
        let pouch = Pouch::unpack(packed)?;
        if pouch.to != *sealer.name() {
            return Err(CourierError::NotForUs(pouch.to.to_string()));
        }
        // What came is kept before anything of it is heard: whatever becomes of the hearing, it is here.
        let taken = self.store.write(|tx| self.taken(tx, sealer, &pouch));
        match taken {
            Err(error) if error.freezes() => {
                self.store.write(|tx| freeze(tx, &pouch, &error, packed, self.now_ms()))?;
                Err(error)
            }
            Err(CourierError::Failure(failure)) => Err(failure.into()),
            Err(error) => {
                self.note_refusal(&pouch.from, &error)?;
                Err(error)
            }
            Ok(mut taken) => {
                self.hear_both(&pouch.from, sealer.name(), &mut taken)?;
                Ok(taken)
            }
        }
    }

    fn taken(&self, tx: &Transaction<'_>, sealer: &PostSealer, pouch: &Pouch) -> Result<Taken, CourierError> {
        stands(&tx.view())?;
        let peer = known(&tx.view(), &pouch.from)?;
        let mut taken = Taken { from: pouch.from.to_string(), ..Taken::default() };
        let now_ms = self.now_ms();
        let asked = take_ask(tx, pouch)?;
        let mut replied = None;
        if let Some(reply) = &pouch.reply
            && self.take_reply(tx, sealer, &pouch.from, reply, &mut taken)?
        {
            replied = Some(reply);
        }
        self.take_receipts(tx, sealer, &peer, pouch, &mut taken)?;
        // A run that was packed before the post forgot what it said would be another history.
        let is_stale = tx.view().renewal(&taken.from, pouch.since.as_ref())? == Renewal::Earlier;
        if let Some(run) = pouch.run.as_ref().filter(|_| !is_stale) {
            self.take_run(tx, sealer, &peer, run, &mut taken)?;
        }
        if let Some(reply) = replied {
            self.take_held(tx, sealer, &peer, &reply.held)?;
        }
        let logs = [log_of(sealer.name(), &pouch.from), log_of(&pouch.from, sealer.name())].map(|log| log.to_string());
        taken.openings = take_openings(tx, &logs, &pouch.openings)?;
        let wanted = pouch.wants.get(..WANTS).unwrap_or(&pouch.wants);
        tx.keep_wanted(&taken.from, wanted)?;
        taken.asked = asked || can_give(&tx.view(), &logs, wanted)?;
        tx.keep_peer(&PeerRow { heard_ms: Some(now_ms), trouble: None, ..peer.row })?;
        Ok(taken)
    }

    /// Takes in how many entries of the own log the other post has, and the proofs of it.
    fn take_receipts(
        &self,
        tx: &Transaction<'_>,
        sealer: &PostSealer,
        peer: &Known,
        pouch: &Pouch,
        taken: &mut Taken,
    ) -> Result<(), CourierError> {
        let own = log_of(sealer.name(), &pouch.from);
        let origin = own.to_string();
        let kept = kept(&tx.view(), own)?;
        let ours = kept.leaves.len() as u64;
        let mut road = tx.view().road(&taken.from)?;
        // What it says it has is believed downwards only: it may have lost what it once held.
        road.has = pouch.have.min(ours);
        road.proven = pouch.proven;
        let log = journal::PublicKey::new(&sealer.keys().log)
            .map_err(|_| Failure::Unreadable("the key of the own log is none".into()))?;
        let shown = tx.view().shown(&taken.from)?;
        let receipts = match kept.look_at(&pouch.receipts, &log, &peer.keys) {
            Ok(receipts) => receipts,
            // It holds what was sealed here and is not here, and nothing that has left from here says otherwise: this
            // post was put back from an old copy.
            Err(ReceiptFault::Behind { theirs, .. } | ReceiptFault::NotOurs { size: theirs })
                if theirs > shown.size =>
            {
                if shown.ask.is_none() {
                    tracing::warn!(log = origin, theirs, ours, "this post has forgotten what it said: it asks");
                    self.ask(tx, sealer.name(), &pouch.from, None)?;
                }
                Vec::new()
            }
            Err(fault) => return Err(fault.into()),
        };
        for (checkpoint, seconds) in receipts {
            let size = checkpoint.head.size;
            road.sent = road.sent.max(size);
            self.held_since(tx, &origin, checkpoint, seconds)?;
            if size > road.held {
                taken.held = Some(size);
                road.held = size;
            }
        }
        Ok(tx.keep_road(&taken.from, road)?)
    }

    /// Keeps a cosigned head of a log, and tells the records where it was held earlier than they knew.
    pub(super) fn held_since(
        &self,
        tx: &Transaction<'_>,
        origin: &str,
        checkpoint: Checkpoint,
        seconds: u64,
    ) -> Result<(), Failure> {
        let size = checkpoint.head.size;
        if self.keep_receipt(tx, origin, checkpoint, seconds)? {
            let from = tx.view().held_news(origin, size, held_ms(seconds))?;
            self.hold(tx, origin, (from, size), seconds)?;
        }
        Ok(())
    }

    /// Keeps a cosigned head of a log; the earliest time counts. Whether that is news.
    fn keep_receipt(
        &self,
        tx: &Transaction<'_>,
        origin: &str,
        checkpoint: Checkpoint,
        seconds: u64,
    ) -> Result<bool, Failure> {
        let size = checkpoint.head.size;
        let held_ms = held_ms(seconds);
        let before = tx.view().checkpoints_from(origin, size, 1)?.into_iter().find(|row| row.size == size);
        if before.is_some_and(|before| before.held_ms.is_some_and(|known| known <= held_ms)) {
            return Ok(false);
        }
        let row = CheckpointRow { size, text: checkpoint.to_text(), came_ms: self.now_ms(), held_ms: Some(held_ms) };
        tx.keep_checkpoint(origin, &row)?;
        Ok(true)
    }

    /// Takes in a run of the other log: every entry is stored, whatever it says, and the head is cosigned with it.
    fn take_run(
        &self,
        tx: &Transaction<'_>,
        sealer: &PostSealer,
        peer: &Known,
        run: &Run,
        taken: &mut Taken,
    ) -> Result<(), CourierError> {
        let theirs = log_of(&peer.keys.name, sealer.name());
        let origin = theirs.to_string();
        let stored = kept(&tx.view(), theirs.clone())?;
        let tree = journal::Growing::of(stored.leaves.iter().copied());
        let mirrored = Mirrored { origin: theirs.clone(), tree, leaves: stored.leaves };
        let brought = match mirrored.look_at(run, &peer.keys) {
            // Something before it is still under way, or was forgotten here. The next pouch says what is here.
            Err(RunFault::Gap { .. }) => return Ok(()),
            looked => looked?,
        };
        let end = brought.start + brought.entries.len() as u64;
        if brought.checkpoint.head.size != end {
            // A head within what is stored: it was cosigned when it came, or a later one was.
            return Ok(());
        }
        note_all(tx, &theirs, brought.start, &brought.entries, peer)?;
        tx.append_log(&origin, brought.start, &brought.entries)?;
        taken.entries = brought.entries.len() as u64;
        let cosigned = tx.view().checkpoints_from(&origin, end, 1)?.into_iter().any(|row| row.size == end);
        if !cosigned {
            let mut checkpoint = brought.checkpoint;
            checkpoint.cosignatures.clear();
            let seconds = self.now_ms().unsigned_abs() / 1000;
            sealer.cosign(&mut checkpoint, seconds);
            let (came_ms, held_ms) = (self.now_ms(), held_ms(seconds));
            let row = CheckpointRow { size: end, text: checkpoint.to_text(), came_ms, held_ms: Some(held_ms) };
            tx.keep_checkpoint(&origin, &row)?;
            // On a clock that went back, what was held before is held since an earlier time now.
            let from = tx.view().held_news(&origin, end, held_ms)?;
            if from < brought.start {
                self.hold(tx, &origin, (from, brought.start), seconds)?;
            }
        }
        Ok(())
    }

    fn note_refusal(&self, from: &PostName, error: &CourierError) -> Result<(), Failure> {
        self.store.write(|tx| {
            let Some(row) = tx.view().peer(&from.to_string())? else { return Ok(()) };
            tx.keep_peer(&PeerRow { trouble: Some(error.code().to_owned()), ..row })
        })
    }
}

/// Takes in what the other post asks about its log; whether there is anything to reply to.
fn take_ask(tx: &Transaction<'_>, pouch: &Pouch) -> Result<bool, Failure> {
    let name = pouch.from.to_string();
    // What is not known here came after everything that is: this post may have forgotten it.
    if let Some(since) = &pouch.since
        && tx.view().renewal(&name, Some(since))? == Renewal::Unknown
    {
        tx.keep_renewal(&name, since)?;
    }
    let Some(ask) = pouch.ask else {
        tx.keep_asked(&name, None)?;
        return Ok(false);
    };
    if ask.renews {
        if tx.view().renewal(&name, Some(&ask.nonce))? == Renewal::Earlier {
            return Ok(false);
        }
        tx.keep_renewal(&name, &ask.nonce)?;
    }
    tx.keep_asked(&name, Some(AskRow { nonce: ask.nonce, from: ask.from, seen: ask.seen }))?;
    Ok(true)
}

/// Keeps the proof that the other post, or this one after a loss, would hold two histories; nothing more goes out to it
/// nor comes in until a person has looked.
fn freeze(
    tx: &Transaction<'_>,
    pouch: &Pouch,
    error: &CourierError,
    packed: &[u8],
    came_ms: i64,
) -> Result<(), CourierError> {
    let Some(row) = tx.view().peer(&pouch.from.to_string())? else { return Ok(()) };
    let code = error.code().to_owned();
    let grievance = GrievanceRow { peer: row.name.clone(), code: code.clone(), bytes: packed.to_vec(), came_ms };
    tx.keep_grievance(&grievance)?;
    Ok(tx.keep_peer(&PeerRow { frozen: Some(code), ..row })?)
}

/// A time of a cosignature as the store writes it.
fn held_ms(seconds: u64) -> i64 {
    i64::try_from(seconds.saturating_mul(1000)).unwrap_or(i64::MAX)
}

/// Looks at the entries that came from a place on: what has no envelope with the next entry that is one.
fn note_all(
    tx: &Transaction<'_>,
    theirs: &Origin,
    start: u64,
    entries: &[Vec<u8>],
    peer: &Known,
) -> Result<(), CourierError> {
    let mut place = start;
    for run in entries.split_inclusive(|entry| !Covered::is(entry)) {
        let (bare, signed) = match run.split_last() {
            Some((last, before)) if !Covered::is(last) => (before, Some(last)),
            _ => (run, None),
        };
        let end = place + bare.len() as u64;
        let covering = match signed {
            Some(entry) => note(tx, theirs, end, entry, peer, bare)?,
            None => None,
        };
        note_covered(tx, theirs, place, bare, covering.as_ref())?;
        place = end + 1;
    }
    Ok(())
}

/// Looks at one entry that came: what the post says of its keys takes effect at once, what an officer says waits to be
/// heard, and what does not hold is marked with its fault. What covers the entries before it is handed back.
fn note(
    tx: &Transaction<'_>,
    theirs: &Origin,
    place: u64,
    entry: &[u8],
    peer: &Known,
    bare: &[Vec<u8>],
) -> Result<Option<Covering>, CourierError> {
    let refused = |code: Code, kind: &str| refused_row(theirs, place, code, kind);
    let mut covering = None;
    let row = match Statement::read(entry, "entry") {
        Err(fault) => refused(fault.code, ""),
        Ok((statement, envelope, signer)) => {
            let kind = statement.said.kind();
            let named = if statement.origin != *theirs {
                Err(Code::StatementOrigin)
            } else if statement.said.is_of_the_post() {
                (signer == peer.keys.certify).then_some(Named::Post).ok_or(Code::StatementSigner)
            } else {
                by_officer(&tx.view(), theirs, place, &statement, &signer, peer)?
            };
            // Anybody can write down a key that has ended; only whoever has it can sign with it.
            let signed = named.and_then(|named| {
                envelope.verify(journal::Label::Statement, "entry").map_err(|fault| fault.code)?;
                Ok(named)
            });
            if signed == Ok(Named::Ended) {
                return Err(CourierError::EndedKey(place));
            }
            match signed.map(|named| (&statement.said, named)) {
                Err(code) => refused(code, kind),
                Ok((Said::Cover(cover), Named::Officer { dates })) => {
                    covering = Some(Covering::of(*cover, &statement, signer, dates)).filter(|it| it.fits(place, bare));
                    match covering {
                        Some(_) => {
                            StatementRow { state: StatementState::Heard, ..row_of(theirs, place, &statement.said) }
                        }
                        None => refused(Code::StatementCover, kind),
                    }
                }
                Ok((said, _)) if said.is_of_the_post() => match told(tx, theirs, place, said, peer)? {
                    Ok(()) => StatementRow { state: StatementState::Heard, ..row_of(theirs, place, said) },
                    Err(code) => refused(code, kind),
                },
                Ok((said, _)) => row_of(theirs, place, said),
            }
        }
    };
    tx.keep_statement(&row)?;
    Ok(covering)
}

/// How a key is known: it is the post's, or the log has named it as that of an officer from one time until before
/// another, or it has ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Post,
    Officer { dates: (u64, u64) },
    Ended,
}

/// Whether the signer was named in this log before as the officer of this unit and at this time, or has ended.
fn by_officer(
    view: &View<'_>,
    theirs: &Origin,
    place: u64,
    statement: &Statement,
    signer: &[u8; 32],
    peer: &Known,
) -> Result<Result<Named, Code>, Failure> {
    let Some(named) = view.certificate(&theirs.to_string(), signer)? else {
        return Ok(Err(Code::StatementSigner));
    };
    if named.ended.is_some_and(|ended| ended < place) {
        return Ok(Ok(Named::Ended));
    }
    let Ok(officer) = officer_of(&named.envelope, peer) else { return Ok(Err(Code::StatementSigner)) };
    Ok(if statement.unit.as_ref() != Some(&officer.unit) {
        Err(Code::StatementUnit)
    } else if !(officer.from_ms..officer.until_ms).contains(&statement.at_ms) {
        Err(Code::StatementDates)
    } else {
        Ok(Named::Officer { dates: (officer.from_ms, officer.until_ms) })
    })
}

fn officer_of(envelope: &[u8], peer: &Known) -> Result<OfficerKey, journal::Fault> {
    let envelope = journal::Envelope::from_bytes(envelope, "object")?;
    OfficerKey::verify(&envelope, &peer.keys.name.side, std::slice::from_ref(&peer.keys), "object")
}

/// What the post itself says takes effect: an officer's key is named, or ends.
fn told(
    tx: &Transaction<'_>,
    theirs: &Origin,
    place: u64,
    said: &Said,
    peer: &Known,
) -> Result<Result<(), Code>, Failure> {
    let origin = theirs.to_string();
    match said {
        Said::Officer(envelope) => match officer_of(envelope, peer) {
            Ok(officer) => {
                let row = CertificateRow { key: officer.key, envelope: envelope.clone(), place, ended: None };
                tx.keep_certificate(&origin, &row)?;
            }
            Err(fault) => return Ok(Err(fault.code)),
        },
        Said::Revoke { key, .. } => tx.end_certificate(&origin, key, place)?,
        _ => {}
    }
    Ok(Ok(()))
}

/// Keeps those openings of which the logs speak and that are not here. How many.
fn take_openings(tx: &Transaction<'_>, logs: &[String; 2], openings: &[Vec<u8>]) -> Result<u64, CourierError> {
    if openings.is_empty() {
        return Ok(0);
    }
    let mut missing: BTreeSet<Hash> = BTreeSet::new();
    for log in logs {
        missing.extend(tx.view().openings_missing(log, usize::MAX)?);
    }
    let mut kept = 0;
    for (index, opening) in openings.iter().enumerate() {
        let digest = digest_of(opening, &format!("openings[{index}]"))?;
        if missing.remove(&digest) {
            tx.keep_opening(&digest, opening)?;
            kept += 1;
        }
    }
    Ok(kept)
}
