//! Hearing from a neighbour what he holds of the own log: what this post has forgotten comes back, and what it signed
//! where another history of it had gone on is set aside, for nobody has seen it.

use std::collections::BTreeSet;

use journal::{
    Checkpoint, Cosignature, Growing, Hash, Origin, PostName, PublicKey, RECEIPTS_MOST, RegainFault, Regained, Reply,
    Said, Series, Statement,
};
use store::{
    AskRow, Awaited, CertificateRow, CheckpointRow, Failure, ShownRow, StatementRow, StatementState, Transaction,
};

use super::logbook::{kept, log_of, row_of};
use super::{CourierError, Known, Taken};
use crate::Desk;
use crate::keys::{KeyUse, PostSealer};

impl Desk {
    /// Takes in what a post says to hold of the own log. Whether it replied to what was asked last; else it is old.
    pub(super) fn take_reply(
        &self,
        tx: &Transaction<'_>,
        sealer: &PostSealer,
        peer: &PostName,
        reply: &Reply,
        taken: &mut Taken,
    ) -> Result<bool, CourierError> {
        let name = peer.to_string();
        let shown = tx.view().shown(&name)?;
        let ask = shown.ask.filter(|ask| ask.nonce == reply.nonce);
        let is_of_the_line = self.has_asked_on_line(&name, &reply.nonce);
        if ask.is_none() && !is_of_the_line {
            return Ok(false);
        }
        let own = log_of(sealer.name(), peer);
        let regained = match &reply.run {
            None => None,
            Some(run) => match kept(&tx.view(), own.clone())?.regain(
                run,
                &self.own_keys(KeyUse::Log, sealer.keys().log)?,
                shown.size,
            ) {
                Ok(regained) => Some(regained),
                // Where the two histories part lies further back than what was asked for.
                Err(RegainFault::Damaged) if ask.is_none_or(|ask| ask.from > 0) => {
                    self.ask(tx, sealer.name(), peer, Some(0))?;
                    return Ok(true);
                }
                Err(fault) => return Err(fault.into()),
            },
        };
        let end = regained.as_ref().map_or(0, |regained| regained.checkpoint.head.size);
        let is_news = regained.as_ref().is_some_and(|one| one.unshown > 0 || !one.entries.is_empty());
        if let Some(regained) = &regained {
            self.take_back(tx, &own, regained)?;
            taken.regained = regained.entries.len() as u64;
        }
        // What it holds has left, whenever that was.
        let since = ask.map(|ask| ask.nonce).or(shown.since);
        tx.keep_shown(&name, ShownRow { size: shown.size.max(end), ask: None, since })?;
        // Whoever has just learnt on a line that it had forgotten something asks once more, so that nothing that is under
        // way from before is taken in.
        if end < reply.size || ask.is_none() && (is_news || !reply.held.is_empty()) {
            self.ask(tx, sealer.name(), peer, Some(end))?;
            return Ok(true);
        }
        taken.confirmed = is_of_the_line;
        Ok(true)
    }

    fn take_back(&self, tx: &Transaction<'_>, own: &Origin, regained: &Regained) -> Result<(), CourierError> {
        let origin = own.to_string();
        if regained.unshown > 0 {
            tracing::warn!(log = origin, from = regained.start, count = regained.unshown, "set aside: never shown");
            let series = self.unsay(tx, &origin, regained.start)?;
            tx.set_aside(&origin, regained.start, self.now_ms())?;
            // A paper stands by what is said in the logs, and that is less now.
            series.iter().try_for_each(|series| self.stand(tx, series))?;
        }
        if regained.entries.is_empty() {
            return Ok(());
        }
        tx.append_log(&origin, regained.start, &regained.entries)?;
        for (place, entry) in (regained.start..).zip(&regained.entries) {
            note_own(tx, own, place, entry)?;
        }
        let mut checkpoint = regained.checkpoint.clone();
        checkpoint.cosignatures.clear();
        let size = checkpoint.head.size;
        let row = CheckpointRow { size, text: checkpoint.to_text(), came_ms: self.now_ms(), held_ms: None };
        Ok(tx.keep_checkpoint(&origin, &row)?)
    }

    /// Takes back when this post had stored entries of the other log, where that was earlier than is known here. Where
    /// there may be more, it asks on.
    pub(super) fn take_held(
        &self,
        tx: &Transaction<'_>,
        sealer: &PostSealer,
        peer: &Known,
        held: &[String],
    ) -> Result<(), CourierError> {
        if held.is_empty() {
            return Ok(());
        }
        let theirs = log_of(&peer.keys.name, sealer.name());
        let origin = theirs.to_string();
        let stored = kept(&tx.view(), theirs)?;
        let mirrors = self.own_keys(KeyUse::Mirror, sealer.keys().mirror)?;
        let (name, log) = (sealer.name().mirror(), PublicKey::new(&peer.keys.log));
        let (mut seen, mut is_more) = (0, held.len() >= RECEIPTS_MOST);
        for (number, text) in held.iter().enumerate() {
            let mut checkpoint = Checkpoint::from_text(text, &format!("reply.held[{number}]"))?;
            let size = checkpoint.head.size;
            let Some(leaves) = usize::try_from(size).ok().and_then(|size| stored.leaves.get(..size)) else {
                // The entries are still to come.
                is_more = true;
                break;
            };
            seen = size;
            checkpoint.cosignatures.retain(|line| line.name == name);
            let is_ours = |line: &&Cosignature| mirrors.iter().any(|key| checkpoint.is_cosigned_by(line, key));
            let seconds = checkpoint.cosignatures.iter().find(is_ours).map(|line| line.seconds);
            let is_its = log.as_ref().is_ok_and(|log| checkpoint.is_sealed_by(log))
                && checkpoint.head.root == Growing::of(leaves.iter().copied()).root();
            if let (Some(seconds), true) = (seconds, is_its) {
                self.held_since(tx, &origin, checkpoint, seconds)?;
            }
        }
        let name = peer.keys.name.to_string();
        if is_more {
            self.ask(tx, sealer.name(), &peer.keys.name, None)?;
            let shown = tx.view().shown(&name)?;
            let ask = shown.ask.map(|ask| AskRow { seen: ask.seen.min(seen), ..ask });
            tx.keep_shown(&name, ShownRow { ask, ..shown })?;
        }
        Ok(())
    }

    /// Tells the records of which something is set aside. The series of the papers among them.
    fn unsay(&self, tx: &Transaction<'_>, origin: &str, from: u64) -> Result<BTreeSet<Series>, Failure> {
        let rows = tx.view().statements_between(origin, from, u64::MAX >> 1)?;
        let documents: BTreeSet<Hash> = rows.iter().filter_map(|row| row.document).collect();
        for digest in documents {
            self.unsay_of(tx, &digest, origin, from)?;
        }
        Ok(rows.iter().filter_map(|row| row.series).collect())
    }

    /// All keys that this post has ever had for a use.
    fn own_keys(&self, of: KeyUse, today: [u8; 32]) -> Result<Vec<PublicKey>, Failure> {
        let kept = self.access.keys()?;
        let its = kept.iter().filter(|key| key.kind == of.code());
        let its = its.filter_map(|key| <[u8; 32]>::try_from(key.public.as_slice()).ok());
        let all: BTreeSet<[u8; 32]> = its.chain([today]).collect();
        Ok(all.iter().filter_map(|key| PublicKey::new(key).ok()).collect())
    }
}

/// Notes an entry of the own log that came back: keys take effect at once, the rest is told to its record once the words
/// are here.
fn note_own(tx: &Transaction<'_>, own: &Origin, place: u64, entry: &[u8]) -> Result<(), Failure> {
    let unreadable = |fault: journal::Fault| Failure::Unreadable(format!("{own}, entry {place}: {fault}"));
    let (statement, _) = Statement::of_entry(entry, "entry").map_err(unreadable)?;
    let origin = own.to_string();
    match &statement.said {
        Said::Officer(bytes) => {
            let envelope = journal::Envelope::from_bytes(bytes, "object").map_err(unreadable)?;
            let key = journal::OfficerKey::read(&envelope, "object").map_err(unreadable)?.key;
            tx.keep_certificate(&origin, &CertificateRow { key, envelope: bytes.clone(), place, ended: None })?;
        }
        Said::Revoke { key, .. } => tx.end_certificate(&origin, key, place)?,
        _ => {}
    }
    let state = if statement.said.is_of_the_post() || matches!(statement.said, Said::Cover(_)) {
        StatementState::Said
    } else {
        StatementState::Regained(Awaited::Words)
    };
    tx.keep_statement(&StatementRow { state, ..row_of(own, place, &statement.said) })
}
