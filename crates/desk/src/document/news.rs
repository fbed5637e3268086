//! What follows for records from all that was said: how both sides' papers stand, since when something is held, that
//! something left, that the time of an offer is over.

use std::collections::BTreeSet;

use domain::Noun;
use domain::contact::document::{
    Document as DocumentNoun, DocumentCommand, DocumentStage, DocumentState, Standing, Utterance,
};
use journal::{Hash, PostName, Series, hex, revisions};
use store::{Failure, Filter, Order, RoadRow, Row, Scope, Transaction, View};

use super::release::state_of;
use super::series_of;
use super::tell::{Place, instant};
use crate::Desk;
use crate::courier::{CourierError, StoredHeads, heard_of_series};

/// How many offers are read at once.
const OFFERS: u32 = 500;
/// How many records are written at once.
const AT_ONCE: usize = 64;

impl Desk {
    /// Finds how each revision of a series stands, and records it where that is news.
    pub(crate) fn stand(&self, tx: &Transaction<'_>, series: &Series) -> Result<(), Failure> {
        let view = tx.view();
        let heard = heard_of_series(&view, series)?;
        let revisions = revisions(&heard, &StoredHeads(&view));
        let documents: BTreeSet<Hash> =
            heard.iter().filter_map(|one| one.said.slot()).map(|slot| slot.document).collect();
        for digest in documents {
            let Some((row, state)) = document_of(&view, &digest)? else { continue };
            if state.document.as_deref() != Some(hex(&digest).as_str()) {
                continue;
            }
            let Some(revision) = state.revision.and_then(|number| revisions.get(&number)) else { continue };
            let Some(standing) = Standing::from_code(revision.standing.as_str()) else { continue };
            let until = revision.until_ms.and_then(instant);
            if (state.standing, state.until) != (Some(standing), until) {
                self.follows(tx, row, &DocumentCommand::Stand { standing, until })?;
            }
        }
        Ok(())
    }

    /// Tells the records with statements from one place until before another that the other side provably holds them,
    /// since a time in seconds.
    pub(crate) fn hold(
        &self,
        tx: &Transaction<'_>,
        origin: &str,
        (from, size): (u64, u64),
        seconds: u64,
    ) -> Result<(), Failure> {
        let Some(at) = instant(seconds.saturating_mul(1000)) else { return Ok(()) };
        let hold = |origin: String| DocumentCommand::Hold { origin, size, at };
        // An earlier time than the one that is known is news where it makes the difference between late and in time.
        let is_news = |state: &DocumentState, one: &Utterance| match one.held {
            None => true,
            Some(held) => state.until.is_some_and(|until| at <= until && until < held),
        };
        self.tell_all(tx, origin, (from, size), is_news, &hold)
    }

    /// Tells the records with statements from one place until before another that they have left.
    fn left(&self, tx: &Transaction<'_>, origin: &str, (from, size): (u64, u64)) -> Result<(), Failure> {
        let send = |origin: String| DocumentCommand::Send { origin, size };
        self.tell_all(tx, origin, (from, size), |_, one| !one.sent, &send)
    }

    /// Tells every record with a statement below a size of a log to which it is news.
    fn tell_all(
        &self,
        tx: &Transaction<'_>,
        origin: &str,
        (from, size): (u64, u64),
        is_news: impl Fn(&DocumentState, &Utterance) -> bool,
        command: &dyn Fn(String) -> DocumentCommand,
    ) -> Result<(), Failure> {
        let rows = tx.view().statements_between(origin, from.min(size), size)?;
        let documents: BTreeSet<Hash> = rows.iter().filter_map(|row| row.document).collect();
        let mut series = BTreeSet::new();
        for digest in documents {
            let Some((row, state)) = document_of(&tx.view(), &digest)? else { continue };
            if state.said.iter().any(|one| one.is_within(origin, size) && is_news(&state, one)) {
                self.follows(tx, row, &command(origin.to_owned()))?;
                series.extend(state.series.as_deref().and_then(series_of));
            }
        }
        series.iter().try_for_each(|series| self.stand(tx, series))
    }

    /// Marks the offers whose time has passed without an answer. How many. Nothing is written where there are none.
    pub fn lapse(&self) -> Result<usize, Failure> {
        let over: Vec<String> = self.store.read(|view| self.offers_over(view))?;
        let mut lapsed = 0;
        for some in over.chunks(AT_ONCE) {
            lapsed += self.store.write(|tx| {
                let mut lapsed = 0;
                for record in some {
                    // Somebody may have answered since it was read.
                    let row = tx.view().record(record)?.filter(|row| self.is_over(row));
                    if let Some(row) = row {
                        lapsed += usize::from(self.follows(tx, row, &DocumentCommand::Lapse)?);
                    }
                }
                Ok::<_, Failure>(lapsed)
            })?;
        }
        Ok(lapsed)
    }

    /// The open offers whose time has passed.
    fn offers_over(&self, view: &View<'_>) -> Result<Vec<String>, Failure> {
        let filter = Filter {
            nouns: vec![DocumentNoun::NAME.to_owned()],
            open: Some(true),
            due_before: Some((self.today().to_string(), self.now().to_string())),
            order: Order::Due,
            ..Filter::default()
        };
        let (mut over, mut from) = (Vec::new(), 0);
        loop {
            let rows = view.list(&Scope::whole(), &filter, OFFERS, from)?;
            over.extend(rows.iter().filter(|row| self.is_over(row)).map(|row| row.id.clone()));
            if rows.len() < OFFERS as usize {
                return Ok(over);
            }
            from += OFFERS;
        }
    }

    fn is_over(&self, row: &Row) -> bool {
        state_of(row).is_ok_and(|state| {
            let waits =
                matches!(state.stage, DocumentStage::Proposed | DocumentStage::Signed | DocumentStage::SignedOnPaper);
            waits && state.kind.is_joint() && !state.lapsed && state.until.is_some_and(|until| until < self.now())
        })
    }

    /// Records at a document what follows for it. Whether that could be done: a rule's no, or a record that can take no
    /// more, keeps nothing else from being done.
    fn follows(&self, tx: &Transaction<'_>, row: Row, command: &DocumentCommand) -> Result<bool, Failure> {
        let record = row.id.clone();
        match tx.attempt(|| self.as_post(tx, Place::Known(Box::new(row)), command)) {
            Ok(told) => Ok(told.is_ok()),
            Err(failure) if failure.is_of_content() => {
                tracing::error!(%failure, record, "what follows for a document could not be recorded");
                Ok(false)
            }
            Err(failure) => Err(failure),
        }
    }

    /// Notes that a pouch was handed over: to a line that took it, or into a file.
    pub fn note_sent(&self, peer: &PostName, packed: &[u8]) -> Result<(), CourierError> {
        let pouch = journal::Pouch::unpack(packed)?;
        let Some(run) = pouch.run else { return Ok(()) };
        let end = run.start + run.entries.len() as u64;
        let name = peer.to_string();
        self.store.write(|tx| {
            let road = tx.view().road(&name)?;
            if end > road.sent {
                self.left(tx, &crate::courier::log_of(&pouch.from, peer).to_string(), (road.sent, end))?;
                tx.keep_road(&name, RoadRow { sent: end, ..road })?;
            }
            Ok(())
        })
    }
}

/// The record of a document as it stands.
fn document_of(view: &View<'_>, digest: &Hash) -> Result<Option<(Row, DocumentState)>, Failure> {
    let Some(record) = view.record_of_document(digest)? else { return Ok(None) };
    let Some(row) = view.record(&record)? else { return Ok(None) };
    let state = state_of(&row)?;
    Ok(Some((row, state)))
}
