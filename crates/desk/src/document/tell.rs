//! What came by a pouch is told to the records: a document of the other side arrives, a statement is heard, a receipt
//! shows since when something is held, and the standing follows from all of it.

use domain::contact::document::{
    Document as DocumentNoun, DocumentCommand, DocumentKind, SaidKind, Standing, Utterance,
};
use domain::organisation::counterpart::CounterpartState;
use domain::{CounterpartId, DocumentId, Noun, RecordId, SideId, UnitId};
use jiff::Timestamp;
use journal::{PostName, Said, Series, hex, revisions};
use store::{Failure, Filter, Order, RoadRow, Row, Scope, Transaction, View};

use super::gate::{content_of, kind_of, texts_of};
use super::release::state_of;
use crate::Desk;
use crate::act::{Act, ActError, Work};
use crate::authority::{Grant, Who};
use crate::courier::{CourierError, Full, StoredHeads, heard_of_series};
use crate::fold::declared;

/// How many relations with one side are looked at.
const RELATIONS: u32 = 500;
/// How many offers are looked at for one lapse.
const OFFERS: u32 = 500;

type Told = Result<(), String>;

impl Desk {
    /// Tells the record of a statement that came; the reason where it counts for nothing.
    pub(crate) fn tell(&self, tx: &Transaction<'_>, peer: &PostName, full: &Full) -> Result<Told, CourierError> {
        let Some(statement) = utterance(&tx.view(), full)? else { return Ok(Err("statement-document".to_owned())) };
        let told = match record_of(&tx.view(), full)? {
            Some(row) => {
                // A document of another neighbour is none of this one's business, even where he knows its digest.
                if state_of(&row)?.post.as_deref() != Some(peer.to_string().as_str()) {
                    return Ok(Err("statement-document".to_owned()));
                }
                self.as_post(tx, Place::Known(Box::new(row)), &DocumentCommand::Hear { statement })?
            }
            None => self.arrived(tx, peer, full, statement)?,
        };
        if let (Ok(()), Some((series, _))) = (&told, full.document.head.joint) {
            self.stand(tx, &series)?;
        }
        Ok(told)
    }

    /// Begins the record of a document that came from the other side.
    fn arrived(
        &self,
        tx: &Transaction<'_>,
        peer: &PostName,
        full: &Full,
        statement: Utterance,
    ) -> Result<Told, CourierError> {
        let view = tx.view();
        let offers = matches!(statement.kind, SaidKind::Propose | SaidKind::Issue);
        let Some(kind) = kind_of(&full.document).filter(|_| offers) else {
            return Ok(Err("statement-document".to_owned()));
        };
        let Some((counterpart, unit)) = relation(&view, &peer.side, &full.officer.unit, kind)? else {
            return Ok(Err("no-counterpart".to_owned()));
        };
        let named = |digest: Option<journal::Hash>| -> Result<Option<DocumentId>, Failure> {
            let Some(digest) = digest else { return Ok(None) };
            let record = view.record_of_document(&digest)?;
            let Some(row) = record.map(|record| view.record(&record)).transpose()?.flatten() else { return Ok(None) };
            let with = state_of(&row)?.post;
            let id = row.record_id().ok().filter(|_| with.as_deref() == Some(peer.to_string().as_str()));
            Ok(id.map(DocumentId))
        };
        let answers = match &full.statement.said {
            Said::Issue { answers, .. } => named(*answers)?,
            _ => None,
        };
        let head = &full.document.head;
        let command = DocumentCommand::Arrive {
            kind,
            counterpart,
            content: content_of(&full.document),
            document: hex(&full.digest),
            series: head.joint.map(|(series, _)| hex(&series)),
            revision: head.joint.map(|(_, revision)| revision),
            post: peer.to_string(),
            answers,
            supersedes: named(head.supersedes)?,
            supplements: named(head.supplements)?,
            statement,
        };
        let data = journal::value_of(full.document.data.clone()).unwrap_or_default();
        let exercise = data.get("exercise").and_then(serde_json::Value::as_bool).unwrap_or_default();
        let record = self.fresh_id();
        let told = self.as_post(tx, Place::New { record: record.clone(), unit, exercise }, &command)?;
        if told.is_ok() {
            tx.keep_document_record(&full.digest, record.as_str())?;
        }
        Ok(told)
    }

    /// Finds how each revision of a series stands, and records it where that is news.
    pub(crate) fn stand(&self, tx: &Transaction<'_>, series: &Series) -> Result<(), Failure> {
        let view = tx.view();
        let heard = heard_of_series(&view, series)?;
        let revisions = revisions(&heard, &StoredHeads(&view));
        let mut documents: Vec<journal::Hash> =
            heard.iter().filter_map(|one| one.said.slot()).map(|slot| slot.document).collect();
        documents.sort_unstable();
        documents.dedup();
        for digest in documents {
            let Some(record) = view.record_of_document(&digest)? else { continue };
            let Some(row) = view.record(&record)? else { continue };
            let state = state_of(&row)?;
            let Some(revision) = state.revision.and_then(|number| revisions.get(&number)) else { continue };
            let Some(standing) = Standing::from_code(revision.standing.as_str()) else { continue };
            let until = revision.until_ms.and_then(instant);
            let stand = DocumentCommand::Stand { standing, until };
            self.as_post(tx, Place::Known(Box::new(row)), &stand).map_err(failure)?.ok();
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
        self.tell_all(tx, origin, (from, size), |one| one.held.is_none_or(|held| at < held), &hold)
    }

    /// Tells the records with statements from one place until before another that they have left.
    fn left(&self, tx: &Transaction<'_>, origin: &str, (from, size): (u64, u64)) -> Result<(), Failure> {
        let send = |origin: String| DocumentCommand::Send { origin, size };
        self.tell_all(tx, origin, (from, size), |one| !one.sent, &send)
    }

    /// Tells every record with an own statement below a size of a log to which it is news.
    fn tell_all(
        &self,
        tx: &Transaction<'_>,
        origin: &str,
        (from, size): (u64, u64),
        is_news: impl Fn(&Utterance) -> bool,
        command: &dyn Fn(String) -> DocumentCommand,
    ) -> Result<(), Failure> {
        let mut rows = tx.view().statements_between(origin, from.min(size), size)?;
        rows.retain(|row| row.document.is_some());
        rows.dedup_by_key(|row| row.document);
        for statement in rows {
            let Some(digest) = statement.document else { continue };
            let Some(record) = tx.view().record_of_document(&digest)? else { continue };
            let Some(row) = tx.view().record(&record)? else { continue };
            if !state_of(&row)?.said.iter().any(|one| one.is_within(origin, size) && is_news(one)) {
                continue;
            }
            self.as_post(tx, Place::Known(Box::new(row)), &command(origin.to_owned())).map_err(failure)?.ok();
            if let Some(series) = statement.series {
                self.stand(tx, &series)?;
            }
        }
        Ok(())
    }

    /// Marks the offers whose time has passed without an answer. How many.
    pub fn lapse(&self) -> Result<usize, Failure> {
        let filter = Filter {
            nouns: vec![DocumentNoun::NAME.to_owned()],
            open: Some(true),
            due_before: Some((self.today().to_string(), self.now().to_string())),
            order: Order::Due,
            ..Filter::default()
        };
        self.store.write(|tx| {
            let mut lapsed = 0;
            for row in tx.view().list(&Scope::whole(), &filter, OFFERS, 0)? {
                let state = state_of(&row)?;
                if state.kind.is_joint() && state.until.is_some_and(|until| until < self.now()) && !state.lapsed {
                    let told = self.as_post(tx, Place::Known(Box::new(row)), &DocumentCommand::Lapse);
                    lapsed += usize::from(told.map_err(failure)?.is_ok());
                }
            }
            Ok(lapsed)
        })
    }

    /// Does what only the post does; the reason where a rule says no.
    fn as_post(&self, tx: &Transaction<'_>, place: Place, command: &DocumentCommand) -> Result<Told, CourierError> {
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
        let told = (|| {
            let entry = self.blank_entry(&who, &act, &grant)?;
            let mut work = Work::new(self, tx, &who, entry);
            let decided = work.decided(noun, &grant, row.as_ref(), command)?;
            Ok((work.take(noun, &grant, row, decided), work))
        })();
        match told {
            Ok((taken, mut work)) => {
                taken.and_then(|()| work.follow()).map_err(|error| Failure::Unfit(error.to_string()))?;
                Ok(Ok(()))
            }
            Err(ActError::Refused(refused)) => Ok(Err(refused.reason)),
            Err(ActError::Failure(failure)) => Err(failure.into()),
            Err(other) => Err(Failure::Unfit(other.to_string()).into()),
        }
    }
}

/// Where the post records something.
enum Place {
    Known(Box<Row>),
    New { record: RecordId, unit: UnitId, exercise: bool },
}

fn failure(error: CourierError) -> Failure {
    match error {
        CourierError::Failure(failure) => failure,
        other => Failure::Unfit(other.to_string()),
    }
}

fn instant(ms: u64) -> Option<Timestamp> {
    Timestamp::from_millisecond(i64::try_from(ms).ok()?).ok()
}

/// The record of the document that a statement is about.
fn record_of(view: &View<'_>, full: &Full) -> Result<Option<Row>, Failure> {
    let record = view.record_of_document(&full.digest)?;
    Ok(record.map(|record| view.record(&record)).transpose()?.flatten())
}

/// What was said, as a record writes it; none for what no record tells of.
fn utterance(view: &View<'_>, full: &Full) -> Result<Option<Utterance>, Failure> {
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
    Ok(Some(Utterance {
        side,
        kind,
        officer: full.officer.officer.clone(),
        office: full.officer.office.clone(),
        unit: full.officer.unit.clone(),
        at: instant(full.statement.at_ms).unwrap_or_default(),
        words: full.words.as_ref().map(texts_of).unwrap_or_default(),
        origin,
        place: full.place,
        until: until_ms.and_then(instant),
        held: held.map(i64::unsigned_abs).and_then(instant),
        sent: true,
    }))
}

/// The relation for which a document of another side comes, with the own unit: the one with the unit that speaks, else
/// any that is in force with that side.
fn relation(
    view: &View<'_>,
    side: &str,
    unit: &str,
    kind: DocumentKind,
) -> Result<Option<(CounterpartId, UnitId)>, Failure> {
    let filter = Filter { nouns: vec!["counterpart".to_owned()], order: Order::Begun, ..Filter::default() };
    let mut best = None;
    for row in view.list(&Scope::whole(), &filter, RELATIONS, 0)? {
        let Ok(state) = serde_json::from_value::<CounterpartState>(row.state.clone()) else { continue };
        if state.other_side.as_str() != side || !state.is_in_force() {
            continue;
        }
        let fit = 2 * u8::from(state.other.as_str() == unit) + u8::from(serves(&state, kind));
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

impl Desk {
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
