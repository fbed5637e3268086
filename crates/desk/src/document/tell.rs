//! What came by a pouch is told to the records: a document of the other side arrives, a statement is heard. However much
//! the other side says, a record takes in no more than people can read.

use domain::contact::document::{
    Document as DocumentNoun, DocumentCommand, DocumentKind, DocumentStage, DocumentState, SaidKind, TextIn, Utterance,
};
use domain::organisation::counterpart::CounterpartState;
use domain::{CounterpartId, DocumentId, Noun, RecordId, SideId, UnitId};
use jiff::Timestamp;
use journal::{Hash, PostName, Said, Series, hex};
use store::{Awaited, Failure, Filter, Order, Row, Scope, Transaction, View};

use super::gate::{content_of, kind_of, texts_of};
use super::release::state_of;
use super::round::drafted;
use crate::Desk;
use crate::act::{Act, ActError, Work};
use crate::authority::{Grant, Who};
use crate::courier::Full;
use crate::fold::declared;

/// How many relations with one side are looked at.
const RELATIONS: u32 = 500;
/// How many characters of words a record takes in with one statement of the other side; the post has them whole.
const WORDS_MOST: usize = 20_000;
/// How many characters of words of the other side a record takes in altogether.
const ALL_WORDS_MOST: usize = 200_000;
/// How many statements of the other side a record takes in; of each kind at least the first.
pub(super) const SAID_MOST: usize = 64;
/// How many documents the other side may offer in one series.
const OFFERS_MOST: usize = 256;
/// How many documents the other side may give as drafts in one series.
const DRAFTS_MOST: usize = 1_024;

/// Why a statement is not told to a record.
pub(crate) enum Untold {
    /// It waits.
    Waits(Awaited),
    /// It counts for nothing, for this reason.
    Void(String),
}

type Told = Result<(), Untold>;

fn void(reason: &str) -> Told {
    Err(Untold::Void(reason.to_owned()))
}

impl Desk {
    /// Tells the record of a statement that came; why not, where it waits or counts for nothing.
    pub(crate) fn tell(&self, tx: &Transaction<'_>, peer: &PostName, full: &Full) -> Result<Told, Failure> {
        let record = tx.view().record_of_document(&full.digest)?;
        let row = record.map(|record| tx.view().record(&record)).transpose()?.flatten();
        let Some(row) = row else { return self.arrived(tx, peer, full) };
        let state = state_of(&row)?;
        // A document or draft of another neighbour is none of this one's business, even where he knows its digest.
        if state.post.as_deref() != Some(peer.to_string().as_str()) {
            return Ok(void("statement-document"));
        }
        if state.document.as_deref() != Some(hex(&full.digest).as_str()) {
            return self.told_of_draft(tx, peer, full);
        }
        let Some(statement) = utterance(&tx.view(), full, Some(&state))? else {
            return Ok(void("statement-document"));
        };
        // It counts for how the document stands all the same.
        if !has_room(&state, statement.kind) {
            return Ok(Ok(()));
        }
        let told = self.as_post(tx, Place::Known(Box::new(row)), &DocumentCommand::Hear { statement })?;
        Ok(told.map_err(Untold::Void))
    }

    /// Tells of a draft that went or came. Whoever signs just that draft offers it; saying it again changes nothing.
    fn told_of_draft(&self, tx: &Transaction<'_>, peer: &PostName, full: &Full) -> Result<Told, Failure> {
        match &full.statement.said {
            Said::Propose { .. } => self.arrived(tx, peer, full),
            Said::Draft { .. } => Ok(void("said-before")),
            _ => Ok(Err(Untold::Waits(Awaited::Offer))),
        }
    }

    /// Begins the record of a document that came from the other side, or goes on with that of a draft.
    fn arrived(&self, tx: &Transaction<'_>, peer: &PostName, full: &Full) -> Result<Told, Failure> {
        let view = tx.view();
        let Some(statement) = utterance(&view, full, None)? else { return Ok(void("statement-document")) };
        if !matches!(statement.kind, SaidKind::Draft | SaidKind::Propose | SaidKind::Issue) {
            return Ok(Err(Untold::Waits(Awaited::Offer)));
        }
        let Some(kind) = kind_of(&full.document) else { return Ok(void("statement-document")) };
        let head = &full.document.head;
        if let Some((series, _)) = &head.joint
            && is_full(&view, series, statement.kind)?
        {
            return Ok(void("series-full"));
        }
        let data = journal::value_of(full.document.data.clone()).unwrap_or_default();
        // Whether it is real work is said in one way, or it is not taken in.
        let exercise = match data.get("exercise") {
            None => false,
            Some(serde_json::Value::Bool(exercise)) => *exercise,
            Some(_) => return Ok(void("statement-document")),
        };
        let speaks = |state: &CounterpartState| state.other.as_str() == full.officer.unit;
        let Some((counterpart, unit)) = relation(&view, &peer.side, kind, exercise, speaks)? else {
            return Ok(Err(Untold::Waits(Awaited::Relation)));
        };
        let named = |digest: Option<Hash>| named(&view, peer, exercise, digest);
        let answers = match &full.statement.said {
            Said::Issue { answers, .. } => named(*answers)?,
            _ => None,
        };
        let (document, content, post) = (hex(&full.digest), content_of(&full.document), peer.to_string());
        let (supersedes, supplements) = (named(head.supersedes)?, named(head.supplements)?);
        let is_draft = statement.kind == SaidKind::Draft;
        let command = match (&full.statement.said, head.joint) {
            (Said::Draft { parents, .. }, Some((series, revision))) => DocumentCommand::TakeInDraft {
                kind,
                counterpart,
                content,
                document,
                series: hex(&series),
                revision,
                post,
                supersedes,
                supplements,
                parents: parents.iter().map(|one| hex(one)).collect(),
                statement,
            },
            _ => DocumentCommand::Arrive {
                kind,
                counterpart,
                content,
                document,
                series: head.joint.map(|(series, _)| hex(&series)),
                revision: head.joint.map(|(_, revision)| revision),
                post,
                answers,
                supersedes,
                supplements,
                statement,
            },
        };
        let before = drafted(&view, peer, &full.document)?;
        let before = before.filter(|(row, state)| {
            let goes_on = is_draft && !matches!(state.stage, DocumentStage::GivenUp { .. });
            row.exercise == exercise && (goes_on || state.is_draft())
        });
        let (record, place) = match before {
            Some((row, state)) if is_draft && !has_room(&state, SaidKind::Draft) => {
                tracing::info!(record = row.id, "a record takes no more drafts of the other side");
                return Ok(Ok(()));
            }
            Some((row, _)) => (row.id.clone(), Place::Known(Box::new(row))),
            None => {
                let record = self.fresh_id();
                (record.to_string(), Place::New { record, unit, exercise })
            }
        };
        let told = self.as_post(tx, place, &command)?;
        if told.is_ok() {
            tx.keep_document_record(&full.digest, &record)?;
        }
        Ok(told.map_err(Untold::Void))
    }

    /// Does what only the post does; the reason where a rule says no.
    /// Where it fails, something may have been written: whoever goes on takes that back.
    pub(super) fn as_post(
        &self,
        tx: &Transaction<'_>,
        place: Place,
        command: &DocumentCommand,
    ) -> Result<Result<(), String>, Failure> {
        let who = Who::post().ok_or_else(|| Failure::Unfit("no officer stands for the post".into()))?;
        let noun = declared(DocumentNoun::NAME)?;
        let (grant, row) = match place {
            Place::Known(row) => {
                let grant = Grant {
                    record: row.record_id().map_err(|_| Failure::Unreadable("a record without identity".into()))?,
                    version: row.version,
                    unit: UnitId::parse(&row.unit).map_err(|fault| Failure::Unreadable(fault.to_string()))?,
                    grade: row.grade,
                    exercise: row.exercise,
                };
                (grant, Some(*row))
            }
            Place::New { record, unit, exercise } => {
                (Grant { record, version: 0, unit, grade: DocumentNoun::GRADE, exercise }, None)
            }
        };
        let command = serde_json::to_value(command).map_err(|fault| Failure::Unfit(fault.to_string()))?;
        let act = Act {
            id: self.fresh_act(),
            noun: DocumentNoun::NAME.to_owned(),
            record: Some(grant.record.clone()),
            version: None,
            command: command.clone(),
            unit: Some(grant.unit.clone()),
            happened: None,
            grade: Some(grant.grade),
            exercise: grant.exercise,
        };
        let unfit = |error: ActError| match error {
            ActError::Failure(failure) => failure,
            other => Failure::Unfit(other.to_string()),
        };
        let entry = self.blank_entry(&who, &act, &grant).map_err(unfit)?;
        let mut work = Work::new(self, tx, &who, entry);
        let decided = match work.decided(noun, &grant, row.as_ref(), command) {
            Ok(decided) => decided,
            Err(ActError::Refused(refused)) => return Ok(Err(refused.reason)),
            Err(other) => return Err(unfit(other)),
        };
        work.take(noun, &grant, row, decided).and_then(|()| work.follow()).map_err(unfit)?;
        Ok(Ok(()))
    }

    /// Whether there is any relation for which documents of a side can come.
    pub(crate) fn is_related(&self, view: &View<'_>, peer: &PostName) -> Result<bool, Failure> {
        Ok(relation(view, &peer.side, DocumentKind::Letter, true, |_| false)?.is_some())
    }
}

/// Where the post records something.
pub(super) enum Place {
    Known(Box<Row>),
    New { record: RecordId, unit: UnitId, exercise: bool },
}

pub(super) fn instant(ms: u64) -> Option<Timestamp> {
    Timestamp::from_millisecond(i64::try_from(ms).ok()?).ok()
}

/// The record of a document that another names, where it was exchanged with the same post and is real work or an
/// exercise as that one is.
pub(super) fn named(
    view: &View<'_>,
    peer: &PostName,
    exercise: bool,
    digest: Option<Hash>,
) -> Result<Option<DocumentId>, Failure> {
    let Some(digest) = digest else { return Ok(None) };
    let record = view.record_of_document(&digest)?;
    let Some(row) = record.map(|record| view.record(&record)).transpose()?.flatten() else { return Ok(None) };
    if row.exercise != exercise || state_of(&row)?.post.as_deref() != Some(peer.to_string().as_str()) {
        return Ok(None);
    }
    Ok(row.record_id().ok().map(DocumentId))
}

/// Whether a series takes in no further document that the other side offers, or gives as a draft.
fn is_full(view: &View<'_>, series: &Series, kind: SaidKind) -> Result<bool, Failure> {
    let most = if kind == SaidKind::Draft { DRAFTS_MOST } else { OFFERS_MOST };
    Ok(view.heard_in_series(series, kind.code(), most)? >= most as u64)
}

/// Whether the record of a document takes in one statement more of the other side.
fn has_room(state: &DocumentState, kind: SaidKind) -> bool {
    state.other_words().count() < SAID_MOST || state.other_words().all(|one| one.kind != kind)
}

/// The words that a record takes in, and whether they are cut.
fn taken_in(words: Vec<TextIn>, state: Option<&DocumentState>) -> (Vec<TextIn>, bool) {
    let length = |words: &[TextIn]| words.iter().map(|text| text.text.chars().count()).sum::<usize>();
    let before: usize = state.iter().flat_map(|state| state.other_words()).map(|one| length(&one.words)).sum();
    let room = ALL_WORDS_MOST.saturating_sub(before).min(WORDS_MOST);
    if length(&words) <= room {
        return (words, false);
    }
    let share = room / words.len().max(1);
    let cut = |text: TextIn| TextIn { text: text.text.chars().take(share).collect(), ..text };
    (words.into_iter().map(cut).collect(), true)
}

/// What was said, as a record writes it; none for what no record tells of.
pub(super) fn utterance(
    view: &View<'_>,
    full: &Full,
    state: Option<&DocumentState>,
) -> Result<Option<Utterance>, Failure> {
    let said = &full.statement.said;
    let Some(kind) = SaidKind::ALL.into_iter().find(|kind| kind.code() == said.kind()) else { return Ok(None) };
    let Ok(side) = SideId::parse(&full.origin.keeper.side) else { return Ok(None) };
    let until_ms = match said {
        Said::Propose { until_ms, .. } => Some(*until_ms),
        Said::Issue { until_ms, .. } => *until_ms,
        _ => None,
    };
    let origin = full.origin.to_string();
    let held = view.held_since(&origin, full.place)?;
    let (words, cut) = taken_in(full.words.as_ref().map(texts_of).unwrap_or_default(), state);
    Ok(Some(Utterance {
        side,
        kind,
        officer: full.officer.officer.clone(),
        office: full.officer.office.clone(),
        unit: full.officer.unit.clone(),
        at: instant(full.statement.at_ms).unwrap_or_default(),
        words,
        cut,
        origin,
        place: full.place,
        until: until_ms.and_then(instant),
        held: held.map(i64::unsigned_abs).and_then(instant),
        sent: true,
    }))
}

/// The relation for which a document is exchanged with a side, with the own unit: one with the unit that speaks, else any
/// that is in force with that side.
pub(super) fn relation(
    view: &View<'_>,
    side: &str,
    kind: DocumentKind,
    exercise: bool,
    speaks: impl Fn(&CounterpartState) -> bool,
) -> Result<Option<(CounterpartId, UnitId)>, Failure> {
    let filter = Filter {
        nouns: vec!["counterpart".to_owned()],
        exercise: (!exercise).then_some(false),
        order: Order::Begun,
        ..Filter::default()
    };
    let mut best = None;
    for row in view.list(&Scope::whole(), &filter, RELATIONS, 0)? {
        let Ok(state) = serde_json::from_value::<CounterpartState>(row.state.clone()) else { continue };
        if state.other_side.as_str() != side || !state.is_in_force() {
            continue;
        }
        let fit = 2 * u8::from(speaks(&state)) + u8::from(serves(&state, kind));
        let Ok(record) = row.record_id() else { continue };
        if best.as_ref().is_none_or(|(known, _)| fit > *known) {
            best = Some((fit, (CounterpartId(record), state.own)));
        }
    }
    Ok(best.map(|(_, found)| found))
}

/// Whether a relation is for documents of this kind.
fn serves(relation: &CounterpartState, kind: DocumentKind) -> bool {
    use domain::organisation::counterpart::CounterpartKind as C;
    let patrols = matches!(relation.kind, C::BilateralPatrol | C::LawEnforcementPatrol);
    (kind == DocumentKind::PatrolRecord) == patrols
}
