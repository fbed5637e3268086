//! The one way to do anything: load, ask whether this officer may, decide, append, fold, all in one transaction.

use std::collections::VecDeque;

use domain::{
    BadCommand, Consequence, Decided, Declared, Grade, Obstacle, OfficerId, RecordId, Refused, Right, Setting, UnitId,
};
use jiff::Timestamp;
use journal::{Class, Entry};
use serde_json::{Value, json};
use store::{Failure, Row, StoredEntry, Transaction};

use crate::Desk;
use crate::around::Surroundings;
use crate::authority::{Grant, Who};
use crate::fold::{counting, declared, fold, refold};

/// How many records one act may touch.
const ACT_LIMIT: usize = 400;
/// How far ahead of the clock something may be said to have happened.
const AHEAD_SECONDS: i64 = 300;
/// How much of the name of a refused command the trace keeps.
const TRACED_CHARACTERS: usize = 60;

/// What an officer asks for.
#[derive(Clone, Debug)]
pub struct Act {
    /// The key of the request: the same key again gives the first answer again and does nothing.
    pub id: journal::Id,
    /// The noun.
    pub noun: String,
    /// The record; none begins a new one.
    pub record: Option<RecordId>,
    /// The version on which the officer looked; none where nothing was looked at.
    pub version: Option<u64>,
    /// The command: an object with the tag `command` and its fields.
    pub command: Value,
    /// The unit that is to keep a new record; the officer's own where none is named.
    pub unit: Option<UnitId>,
    /// When it happened; now where nothing is said.
    pub happened: Option<Timestamp>,
    /// The grade of a new record; the noun's own where none is named.
    pub grade: Option<Grade>,
    /// True for data of an exercise.
    pub exercise: bool,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Receipt {
    /// The noun.
    pub noun: String,
    /// The record.
    pub record: String,
    /// The version that stands now.
    pub version: u64,
    /// The number printed on paper, where the record has one.
    pub number: Option<String>,
    /// When it was recorded.
    pub recorded: String,
    /// The other records that followed.
    pub followed: Vec<Followed>,
    /// True when the request had been answered before and nothing was done now.
    pub repeated: bool,
}

/// Another record touched by an act.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Followed {
    /// Its noun.
    pub noun: String,
    /// Its identity.
    pub record: String,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// There is no such record, or none that this officer may know of.
    #[error("no such record")]
    NotFound,
    /// The officer sees the record but may not do this.
    #[error("not allowed: {right:?} is needed")]
    NotAllowed {
        /// The right that is missing.
        right: Right,
    },
    /// A rule says no.
    #[error("refused: {}", .0.reason)]
    Refused(Refused),
    /// The command cannot be read.
    #[error("{0}")]
    Bad(String),
    /// The key of the request belongs to another act.
    #[error("the key of this request was used for another one")]
    KeyUsed,
    /// Somebody changed the record since the officer looked.
    #[error("the record changed meanwhile")]
    Conflict(Box<Conflict>),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// What changed since the officer looked.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The version that stands.
    pub version: u64,
    /// The facts since, the oldest first.
    pub changes: Vec<Change>,
}

/// A change by somebody else.
#[derive(Clone, Debug)]
pub struct Change {
    /// Who.
    pub officer: String,
    /// When it was recorded.
    pub recorded_ms: i64,
    /// The fact.
    pub fact: Value,
}

impl Desk {
    /// Does what the officer asks, or says why not. A refusal leaves a trace in the journal.
    pub fn act(&self, officer: &OfficerId, act: &Act) -> Result<Receipt, ActError> {
        self.act_for(act, |tx| Who::read(&tx.view(), officer, self.today())).or_else(|error| {
            self.trace(officer, act, &error)?;
            Err(error)
        })
    }

    /// Does the acts of the founding of the post in one transaction: all of them stand, or none does. `told` says of
    /// the act with that place what kept it from being done.
    pub(crate) fn act_founding(
        &self,
        acts: &[Act],
        told: impl Fn(usize, ActError) -> ActError,
    ) -> Result<(), ActError> {
        let who = Who::founding().ok_or_else(|| Failure::Unfit("no founding officer".into()))?;
        self.store.write(|tx| {
            let mut each = acts.iter().enumerate();
            each.try_for_each(|(place, act)| self.act_in(tx, &who, act).map(drop).map_err(|error| told(place, error)))
        })
    }

    fn act_for(
        &self,
        act: &Act,
        who: impl FnOnce(&Transaction<'_>) -> Result<Who, Failure>,
    ) -> Result<Receipt, ActError> {
        self.store.write(|tx| self.act_in(tx, &who(tx)?, act))
    }

    fn act_in(&self, tx: &Transaction<'_>, who: &Who, act: &Act) -> Result<Receipt, ActError> {
        let noun = domain::noun(&act.noun).ok_or(ActError::NotFound)?;
        let before = tx.view().act(&act.id)?;
        if !before.is_empty() {
            return self.answer_again(tx, who, act, &before);
        }
        let row = self.loaded(tx, who, act)?;
        let grant = self.granted(who, noun, act, row.as_ref())?;
        in_date(tx, act, row.as_ref())?;
        let entry = self.blank_entry(who, act, &grant)?;
        let mut work = Work::new(self, tx, who, entry);
        work.decide(noun, &grant, row, act.command.clone())?;
        work.follow()?;
        work.receipt(&grant.record)
    }

    /// The record concerned, if the officer may know of it.
    fn loaded(&self, tx: &Transaction<'_>, who: &Who, act: &Act) -> Result<Option<Row>, ActError> {
        let Some(id) = &act.record else { return Ok(None) };
        let row = tx.view().record(id.as_str())?;
        if row.is_none() && who.is_founding() {
            return Ok(None);
        }
        row.filter(|row| row.noun == act.noun && who.sees(row)).map(Some).ok_or(ActError::NotFound)
    }

    fn granted(&self, who: &Who, noun: &Declared, act: &Act, row: Option<&Row>) -> Result<Grant, ActError> {
        let name = act.command.get("command").and_then(Value::as_str).unwrap_or_default();
        let right = noun.right(name);
        let grant = match row {
            Some(row) => who.authorize(right, row),
            None => {
                let id = act.record.clone().filter(|_| who.is_founding()).unwrap_or_else(|| self.fresh_id());
                let unit = act.unit.clone().or_else(|| acting_unit(who, right));
                let grade = act.grade.unwrap_or(noun.grade);
                unit.and_then(|unit| who.authorize_new(right, id, unit, grade, act.exercise))
            }
        };
        grant.ok_or(ActError::NotAllowed { right })
    }

    pub(crate) fn blank_entry(&self, who: &Who, act: &Act, grant: &Grant) -> Result<Entry, ActError> {
        let now = self.now();
        let happened = act.happened.unwrap_or(now);
        if happened.as_second() > now.as_second() + AHEAD_SECONDS {
            return Err(ActError::Bad("happened: this lies in the future; write when it happened".into()));
        }
        Ok(Entry {
            id: [0; 16],
            act: act.id,
            class: Class::Fact,
            noun: act.noun.clone(),
            record: grant.record.to_string(),
            side: self.own().to_string(),
            unit: grant.unit.to_string(),
            officer: who.officer.to_string(),
            happened_ms: happened.as_millisecond(),
            recorded_ms: now.as_millisecond(),
            grade: grant.grade.code().to_owned(),
            exercise: grant.exercise,
            body: Vec::new(),
        })
    }

    /// The first answer to a repeated request.
    pub(crate) fn answer_again(
        &self,
        tx: &Transaction<'_>,
        who: &Who,
        act: &Act,
        before: &[StoredEntry],
    ) -> Result<Receipt, ActError> {
        let facts: Vec<&StoredEntry> = before.iter().filter(|entry| entry.is_fact()).collect();
        let Some(first) = facts.first() else {
            return Err(ActError::Bad("this request was refused before; make a new one".into()));
        };
        let same = first.entry.officer == who.officer.as_str()
            && first.entry.noun == act.noun
            && act.record.as_ref().is_none_or(|id| id.as_str() == first.entry.record);
        if !same {
            return Err(ActError::KeyUsed);
        }
        let followed = facts.iter().filter(|entry| entry.entry.record != first.entry.record);
        let mut followed: Vec<Followed> = followed
            .map(|entry| Followed { noun: entry.entry.noun.clone(), record: entry.entry.record.clone() })
            .collect();
        followed.dedup();
        let last = facts.iter().filter(|entry| entry.entry.record == first.entry.record).map(|entry| entry.seq).max();
        let row = as_it_stood(tx, &first.entry.record, last.unwrap_or(first.seq))?.ok_or(ActError::NotFound)?;
        Ok(Receipt { repeated: true, ..receipt(&row, first.entry.recorded_ms, followed) })
    }

    /// Leaves the trace of an act that was not done: who tried what on which record.
    pub(crate) fn trace(&self, officer: &OfficerId, act: &Act, error: &ActError) -> Result<(), ActError> {
        let reason = match error {
            ActError::NotFound => "not-found".to_owned(),
            ActError::NotAllowed { .. } => "not-allowed".to_owned(),
            ActError::Refused(refused) => refused.reason.clone(),
            ActError::Bad(_) | ActError::KeyUsed | ActError::Conflict(_) | ActError::Failure(_) => return Ok(()),
        };
        // Only names the program knows are kept: whatever else was sent leaves nothing in the journal.
        let noun = domain::noun(&act.noun).map(|noun| noun.name).unwrap_or_default();
        let command: String = act
            .command
            .get("command")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .chars()
            .take(TRACED_CHARACTERS)
            .collect();
        let body = json!({ "command": command, "reason": reason });
        self.store.write(|tx| {
            let view = tx.view();
            let keeper = act.record.as_ref().map(|id| view.record(id.as_str())).transpose()?.flatten();
            let of_officer =
                view.record(officer.as_str())?.and_then(|row| row.state.get("unit")?.as_str().map(str::to_owned));
            let unit =
                keeper.as_ref().map(|row| row.unit.clone()).or(of_officer).unwrap_or_else(|| officer.to_string());
            let now = self.now_ms();
            let entry = Entry {
                id: self.fresh_act(),
                act: self.fresh_act(),
                class: Class::Refusal,
                noun: noun.to_owned(),
                record: act.record.as_ref().map(ToString::to_string).unwrap_or_default(),
                side: self.own().to_string(),
                unit,
                officer: officer.to_string(),
                happened_ms: now,
                recorded_ms: now,
                grade: Grade::Internal.code().to_owned(),
                exercise: act.exercise,
                body: journal::encode(&body).map_err(|fault| Failure::Unreadable(fault.to_string()))?,
            };
            tx.append(&entry)?;
            Ok(())
        })
    }
}

/// The officer's own unit where the right reaches it, else the first unit where it does.
pub(crate) fn acting_unit(who: &Who, right: Right) -> Option<UnitId> {
    let reached = who.units_with(right);
    let own = who.unit.clone().filter(|unit| who.is_founding() || reached.contains(unit.as_str()));
    own.or_else(|| reached.iter().next().and_then(|unit| UnitId::parse(unit).ok()))
}

/// The record as the officer saw it, or what changed since.
fn in_date(tx: &Transaction<'_>, act: &Act, row: Option<&Row>) -> Result<(), ActError> {
    let (Some(seen), Some(row)) = (act.version, row) else { return Ok(()) };
    if seen == row.version {
        return Ok(());
    }
    let facts = counting(tx.view().history(&row.id)?)?.into_iter().skip(seen as usize);
    let changes = facts.map(|stored| {
        let fact = journal::decode(&stored.entry.body).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        Ok(Change { officer: stored.entry.officer, recorded_ms: stored.entry.recorded_ms, fact })
    });
    let changes = changes.collect::<Result<_, Failure>>()?;
    Err(ActError::Conflict(Box::new(Conflict { version: row.version, changes })))
}

/// The record as it stood after an entry of the journal: a repeated request gets its first answer, not a later state.
fn as_it_stood(tx: &Transaction<'_>, record: &str, seq: i64) -> Result<Option<Row>, Failure> {
    let mut history = tx.view().history(record)?;
    history.retain(|stored| stored.seq <= seq);
    Ok(refold(history)?.map(|(row, _)| row))
}

fn receipt(row: &Row, recorded_ms: i64, followed: Vec<Followed>) -> Receipt {
    Receipt {
        noun: row.noun.clone(),
        record: row.id.clone(),
        version: row.version,
        number: row.number.clone(),
        recorded: Timestamp::from_millisecond(recorded_ms).map(|instant| instant.to_string()).unwrap_or_default(),
        followed,
        repeated: false,
    }
}

/// One act under way: the first record, and those that follow.
pub(crate) struct Work<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) tx: &'a Transaction<'a>,
    pub(crate) who: &'a Who,
    /// The entry without identity, record and body.
    pub(crate) entry: Entry,
    /// The identity of the next entry, where it is not left to chance.
    pub(crate) next_entry: Option<journal::Id>,
    /// True while a table is taken in by this act.
    pub(crate) importing: bool,
    followed: Vec<Followed>,
    waiting: VecDeque<Consequence>,
}

impl<'a> Work<'a> {
    pub(crate) fn new(desk: &'a Desk, tx: &'a Transaction<'a>, who: &'a Who, entry: Entry) -> Self {
        let (followed, waiting) = (Vec::new(), VecDeque::new());
        Self { desk, tx, who, entry, next_entry: None, importing: false, followed, waiting }
    }

    /// Decides and records, and leaves what follows for [`Self::follow`].
    pub(crate) fn decide(
        &mut self,
        noun: &Declared,
        grant: &Grant,
        row: Option<Row>,
        command: Value,
    ) -> Result<(), ActError> {
        let decided = self.decided(noun, grant, row.as_ref(), command)?;
        self.take(noun, grant, row, decided)
    }

    /// Decides; nothing is recorded yet.
    pub(crate) fn decided(
        &self,
        noun: &Declared,
        grant: &Grant,
        row: Option<&Row>,
        command: Value,
    ) -> Result<Decided, ActError> {
        let importing = self.importing.then_some(self.entry.act);
        let around = Surroundings::new(self.desk, self.tx.view(), self.who, self.entry.exercise, importing);
        let instant = |ms| Timestamp::from_millisecond(ms).map_err(|fault| Failure::Unreadable(fault.to_string()));
        let setting = Setting {
            record: grant.record.clone(),
            happened: instant(self.entry.happened_ms)?,
            now: instant(self.entry.recorded_ms)?,
            today: self.desk.today(),
            zone: self.desk.zone().clone(),
            own: self.desk.own().clone(),
            officer: self.who.officer.clone(),
            unit: grant.unit.clone(),
            around: &around,
        };
        let outcome = noun.decide(row.map(|row| &row.state), command, &setting);
        around.failure()?;
        outcome.map_err(|obstacle| match obstacle {
            Obstacle::Refused(refused) => ActError::Refused(refused),
            Obstacle::Bad(BadCommand(text)) => ActError::Bad(text),
            Obstacle::Fault(fault) => ActError::Failure(fault.into()),
        })
    }

    /// Records what was decided.
    pub(crate) fn take(
        &mut self,
        noun: &Declared,
        grant: &Grant,
        row: Option<Row>,
        decided: Decided,
    ) -> Result<(), ActError> {
        self.record(noun, grant, row, &decided.facts)?;
        for act in &decided.takes_back {
            let reason = decided.facts.iter().find_map(|fact| fact.get("reason")?.as_str()).unwrap_or_default();
            self.take_back(act, reason, &grant.record)?;
        }
        self.waiting.extend(decided.consequences);
        Ok(())
    }

    fn record(&mut self, noun: &Declared, grant: &Grant, row: Option<Row>, facts: &[Value]) -> Result<(), ActError> {
        let (mut standing, mut header) = (row.clone(), None);
        for fact in facts {
            let body = journal::encode(fact).map_err(|fault| ActError::Bad(fault.to_string()))?;
            let entry = Entry {
                id: self.next_entry.take().unwrap_or_else(|| self.desk.fresh_act()),
                noun: noun.name.to_owned(),
                record: grant.record.to_string(),
                unit: grant.unit.to_string(),
                grade: grant.grade.code().to_owned(),
                body,
                ..self.entry.clone()
            };
            self.tx.append(&entry)?;
            if let Some((folded, read)) = fold(standing.take(), &entry)? {
                (standing, header) = (Some(folded), Some(read));
            }
        }
        match (standing, header) {
            (Some(folded), Some(header)) => {
                self.desk.may_name(self.tx, self.who, row.as_ref(), &header)?;
                Ok(self.tx.put(&folded, grant.version, &header)?)
            }
            _ => Err(ActError::Failure(Failure::Unfit(format!("{}: a decision without a fact", noun.name)))),
        }
    }

    /// True when the officer may record, or keeps the directory, over the record that would change with this act.
    pub(crate) fn may_follow(&self, row: &Row) -> bool {
        [Right::Record, Right::Administer].into_iter().any(|right| self.who.may(right, &row.unit, row.grade))
    }

    /// A record that follows from another is kept as closely as that one, unless its noun is open to all.
    fn grade_of_new(&self, noun: &Declared) -> Grade {
        let grade = Grade::from_code(&self.entry.grade).unwrap_or(Grade::Protected);
        if noun.grade == Grade::Open { Grade::Open } else { grade.max(noun.grade) }
    }

    /// Does what follows for other records, in order, until nothing is left.
    pub(crate) fn follow(&mut self) -> Result<(), ActError> {
        while let Some(next) = self.waiting.pop_front() {
            if self.followed.len() >= ACT_LIMIT {
                return Err(ActError::Bad(format!("one act cannot touch more than {ACT_LIMIT} records")));
            }
            let noun = declared(next.noun)?;
            let row = self.tx.view().record(next.record.as_str())?;
            let grant = Grant {
                record: next.record.clone(),
                version: row.as_ref().map_or(0, |row| row.version),
                unit: row.as_ref().and_then(|row| UnitId::parse(&row.unit).ok()).unwrap_or(next.unit),
                grade: row.as_ref().map_or_else(|| self.grade_of_new(noun), |row| row.grade),
                exercise: self.entry.exercise,
            };
            if row.as_ref().is_some_and(|row| !self.may_follow(row)) {
                return Err(ActError::NotAllowed { right: Right::Record });
            }
            if row.as_ref().is_some_and(|row| row.exercise != self.entry.exercise) {
                return Err(ActError::Bad("an exercise and real work never change each other's records".into()));
            }
            self.followed.push(Followed { noun: next.noun.to_owned(), record: next.record.to_string() });
            self.decide(noun, &grant, row, next.command)?;
        }
        Ok(())
    }

    pub(crate) fn receipt(self, record: &RecordId) -> Result<Receipt, ActError> {
        let row = self.tx.view().record(record.as_str())?.ok_or(ActError::NotFound)?;
        Ok(receipt(&row, self.entry.recorded_ms, self.followed))
    }
}
