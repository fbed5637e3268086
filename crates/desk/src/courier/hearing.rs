//! Hearing: a statement that came, once the words it speaks of are here, is checked against the document and told to
//! the record of that document.

use std::collections::BTreeSet;

use journal::{
    Code, Document, Hash, Heads, Heard, OfficerKey, Origin, PostName, Said, Series, Statement, WORDS_OPENING_LIMIT,
};
use store::{Awaited, Failure, OpeningRow, StatementRow, StatementState, Transaction, View};

use super::Taken;
use crate::Desk;
use crate::document::Untold;

/// How many statements are heard before others may write.
const AT_ONCE: usize = 64;
/// After how many bytes of openings others may write.
const BYTES_AT_ONCE: u64 = 4 << 20;
/// The kind of a document that holds nothing but the words of a statement.
pub(crate) const WORDS: &str = "words";

/// A statement with everything that belongs to it.
pub(crate) struct Full {
    pub origin: Origin,
    pub place: u64,
    pub statement: Statement,
    pub officer: OfficerKey,
    pub digest: Hash,
    pub document: Document,
    pub words: Option<Document>,
}

enum Found {
    Full(Box<Full>),
    Waits,
    Void(String),
}

/// How far hearing has come in a log.
#[derive(Default)]
struct Course {
    /// From which place on it goes on; none where it is through.
    from: Option<u64>,
    /// Whether something was given out of which other statements may have waited.
    is_news: bool,
}

impl Desk {
    /// Hears what can be heard of what another post said, and of what this one had said and forgotten.
    pub(super) fn hear_both(&self, peer: &PostName, own: &PostName, taken: &mut Taken) -> Result<(), Failure> {
        let (theirs, ours) = (super::log_of(peer, own), super::log_of(own, peer));
        self.hear(peer, &theirs, taken)?;
        if self.store.read(|view| view.has_regained(&ours.to_string()))? {
            let mut regained = Taken::default();
            self.hear(peer, &ours, &mut regained)?;
            // What came may have waited for what came back.
            self.hear(peer, &theirs, taken)?;
            self.hear(peer, &ours, &mut regained)?;
        }
        Ok(())
    }

    /// Hears what can be heard of a log by now, a few statements at a time; between them others write. Whenever this
    /// ends early, what is left is heard another time.
    fn hear(&self, peer: &PostName, theirs: &Origin, taken: &mut Taken) -> Result<(), Failure> {
        let origin = theirs.to_string();
        loop {
            let mut course = Course { from: Some(0), is_news: false };
            while let Some(from) = course.from {
                let is_ready = |view: &View<'_>| {
                    let is_related = self.is_related(view, peer)?;
                    Ok::<_, Failure>(!view.statements_ready(&origin, from, 1, is_related)?.is_empty())
                };
                if !self.store.read(is_ready)? {
                    break;
                }
                course.from = self.store.write(|tx| self.hear_some(tx, peer, theirs, from, (taken, &mut course)))?;
            }
            if !course.is_news {
                break;
            }
        }
        taken.waiting = self.store.read(|view| view.count_waiting(&origin))?;
        Ok(())
    }

    /// Hears some statements from a place on. Where to go on.
    fn hear_some(
        &self,
        tx: &Transaction<'_>,
        peer: &PostName,
        theirs: &Origin,
        from: u64,
        (taken, course): (&mut Taken, &mut Course),
    ) -> Result<Option<u64>, Failure> {
        let is_related = self.is_related(&tx.view(), peer)?;
        let rows = tx.view().statements_ready(&theirs.to_string(), from, AT_ONCE, is_related)?;
        let is_own = theirs.reader == *peer;
        let (mut series, mut weight, mut next) = (BTreeSet::new(), 0, None);
        for row in rows {
            next = Some(row.place + 1);
            let state = match tx.attempt(|| self.heard(tx, peer, theirs, &row)) {
                Ok(state) => state,
                Err(failure @ Failure::Unreadable(_)) => {
                    tracing::error!(%failure, log = row.origin, place = row.place, "a statement waits for a repair");
                    StatementState::Waiting(Awaited::Repair)
                }
                Err(failure) if failure.is_of_content() => {
                    tracing::warn!(%failure, log = row.origin, place = row.place, "a statement fits no record");
                    StatementState::Refused("unfit".to_owned())
                }
                Err(failure) => return Err(failure),
            };
            // What this post had said stands, whether or not a record can hold it.
            let state = match state {
                StatementState::Waiting(awaited) if is_own => StatementState::Regained(awaited),
                StatementState::Refused(reason) if is_own => {
                    tracing::warn!(log = row.origin, place = row.place, reason, "no record holds what came back");
                    StatementState::Said
                }
                _ if is_own => StatementState::Said,
                state => state,
            };
            match state {
                StatementState::Heard | StatementState::Said => {
                    taken.heard += 1;
                    series.extend(row.series);
                    course.is_news |= matches!(row.kind.as_str(), "propose" | "issue");
                }
                StatementState::Refused(_) => taken.refused += 1,
                _ => {}
            }
            for spoken in super::logbook::spoken_of(&row) {
                weight += tx.view().opening_size(spoken)?;
            }
            tx.keep_statement(&StatementRow { state, ..row })?;
            if weight > BYTES_AT_ONCE {
                break;
            }
        }
        for series in &series {
            self.stand_anyway(tx, series)?;
        }
        Ok(next)
    }

    /// Hears one statement.
    fn heard(
        &self,
        tx: &Transaction<'_>,
        peer: &PostName,
        theirs: &Origin,
        row: &StatementRow,
    ) -> Result<StatementState, Failure> {
        Ok(match full(&tx.view(), theirs, row)? {
            Found::Waits => StatementState::Waiting(Awaited::Words),
            Found::Void(reason) => StatementState::Refused(reason),
            Found::Full(full) => match self.tell_of(tx, peer, &full)? {
                Ok(()) => StatementState::Heard,
                Err(Untold::Waits(awaited)) => StatementState::Waiting(awaited),
                Err(Untold::Void(reason)) => StatementState::Refused(reason),
            },
        })
    }

    fn tell_of(&self, tx: &Transaction<'_>, peer: &PostName, full: &Full) -> Result<Result<(), Untold>, Failure> {
        if full.origin.reader == *peer { self.regain(tx, peer, full) } else { self.tell(tx, peer, full) }
    }

    /// Finds how a series stands; where its records cannot be read, the others go on.
    fn stand_anyway(&self, tx: &Transaction<'_>, series: &Series) -> Result<(), Failure> {
        match tx.attempt(|| self.stand(tx, series)) {
            Err(failure @ Failure::Unreadable(_)) => {
                tracing::error!(%failure, "how a paper stands could not be found");
                Ok(())
            }
            done => done,
        }
    }
}

/// The statement at a place of the other log with its document and its words, as far as they hold together.
fn full(view: &View<'_>, theirs: &Origin, row: &StatementRow) -> Result<Found, Failure> {
    let unreadable = |fault: journal::Fault| Failure::Unreadable(fault.to_string());
    let origin = theirs.to_string();
    let entries = view.log_entries(&origin, row.place, 1, usize::MAX)?;
    let entry = entries.first().ok_or_else(|| Failure::Unreadable(format!("{origin} has no entry {}", row.place)))?;
    let (statement, signer) = Statement::of_entry(entry, "entry").map_err(unreadable)?;
    let named = view.certificate(&origin, &signer)?;
    let named = named.ok_or_else(|| Failure::Unreadable(format!("{origin}: a key that was named is gone")))?;
    let envelope = journal::Envelope::from_bytes(&named.envelope, "object").map_err(unreadable)?;
    let officer = OfficerKey::read(&envelope, "object").map_err(unreadable)?;
    let void = |code: Code| Ok(Found::Void(code.as_str().to_owned()));
    let Some(digest) = row.document else { return void(Code::StatementDocument) };
    let document = match opened(view, &digest)? {
        Opened::Here(document) => *document,
        Opened::Erased => return Ok(Found::Void("erased".to_owned())),
        Opened::Missing => return Ok(Found::Waits),
    };
    if !is_about(&statement, &document) {
        return void(Code::StatementDocument);
    }
    if !officer.rights.contains(&document.head.kind) {
        return void(Code::StatementRight);
    }
    let words = match row.words.map(|words| opened(view, &words)).transpose()? {
        None => None,
        Some(Opened::Here(words)) if words.head.kind == WORDS && words.head.sides == [theirs.keeper.side.clone()] => {
            if row.words.map(|words| view.opening_size(&words)).transpose()? > Some(WORDS_OPENING_LIMIT as u64) {
                return void(Code::Words);
            }
            Some(*words)
        }
        Some(Opened::Here(_)) => return void(Code::Words),
        Some(Opened::Erased) => return Ok(Found::Void("erased".to_owned())),
        Some(Opened::Missing) => return Ok(Found::Waits),
    };
    let (origin, place) = (theirs.clone(), row.place);
    Ok(Found::Full(Box::new(Full { origin, place, statement, officer, digest, document, words })))
}

/// Whether a statement speaks of a document as its keeper may: of a joint one as a side that signs it, of a letter of
/// its own by issuing, of one of another side by acknowledging.
fn is_about(statement: &Statement, document: &Document) -> bool {
    let head = &document.head;
    let keeper = &statement.origin.keeper.side;
    let both = head.sides.contains(keeper) && head.sides.contains(&statement.origin.reader.side);
    match (&statement.said, head.joint) {
        (Said::Draft { series, .. }, Some((of, _))) => both && *series == of,
        (Said::Issue { .. }, None) => head.sides == [keeper.clone()] && head.kind != WORDS,
        (Said::Acknowledge { .. }, None) => head.sides == [statement.origin.reader.side.clone()],
        (said, Some((series, revision))) => {
            both && said.slot().is_some_and(|slot| (slot.series, slot.revision) == (series, revision))
        }
        _ => false,
    }
}

/// What is here of a document.
pub(crate) enum Opened {
    Here(Box<Document>),
    Erased,
    Missing,
}

/// The document of a digest, as far as it is here.
pub(crate) fn opened(view: &View<'_>, digest: &Hash) -> Result<Opened, Failure> {
    Ok(match view.opening(digest)? {
        None => Opened::Missing,
        Some(OpeningRow::Erased(_)) => Opened::Erased,
        Some(OpeningRow::Here(bytes)) => {
            let document = Document::from_opening(&bytes, "opening");
            Opened::Here(Box::new(document.map_err(|fault| Failure::Unreadable(fault.to_string()))?))
        }
    })
}

/// Everything that the logs of both sides say of a joint document through all revisions and that counts.
pub(crate) fn heard_of_series(view: &View<'_>, series: &[u8; 16]) -> Result<Vec<Heard>, Failure> {
    let mut heard = Vec::new();
    for row in view.statements_of_series(series)? {
        let entries = view.log_entries(&row.origin, row.place, 1, usize::MAX)?;
        let Some(entry) = entries.first() else { continue };
        let unreadable = |fault: journal::Fault| Failure::Unreadable(fault.to_string());
        let (statement, _) = Statement::of_entry(entry, "entry").map_err(unreadable)?;
        let held_ms = view.held_since(&row.origin, row.place)?.map(i64::unsigned_abs);
        let Statement { origin, at_ms, said, .. } = statement;
        heard.push(Heard { origin, index: row.place, at_ms, held_ms, said });
    }
    Ok(heard)
}

/// The heads of documents as the store has them.
pub(crate) struct StoredHeads<'a>(pub &'a View<'a>);

impl StoredHeads<'_> {
    fn head(&self, document: &Hash) -> Option<journal::DocumentHead> {
        match opened(self.0, document) {
            Ok(Opened::Here(document)) => Some(document.head),
            _ => None,
        }
    }
}

impl Heads for StoredHeads<'_> {
    fn sides(&self, document: &Hash) -> Option<Vec<String>> {
        self.head(document).map(|head| head.sides)
    }

    fn supersedes(&self, document: &Hash) -> Option<Hash> {
        self.head(document)?.supersedes
    }
}
