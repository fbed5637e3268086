//! A trial: the acts of a profile carried out in memory by the same rules, without a post. So every refusal is known
//! before anything is founded, and what a profile says can be read without founding.

use std::cell::Cell;
use std::collections::{BTreeMap, VecDeque};

use domain::reporting::report::STANDING;
use domain::{
    Around, BadCommand, Basis, Counted, Found, Header, Obstacle, OfficerId, RecordId, Right, Setting, SideId, Stamp,
    UnitId, Wanted,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::acts::FoundingAct;
use super::{Origin, Profile, ProfileFault};
use crate::authority::{FOUNDING, SUPERIOR};

/// How many records one act may touch, as at a desk.
const ACT_LIMIT: usize = 400;
/// How many records a rule finds at most, as at a desk.
const FOUND_LIMIT: usize = 500;
/// How many refusals are told: each may have others as its only cause.
const TOLD_LIMIT: usize = 50;

/// A record in memory.
#[derive(Debug)]
pub struct Tried {
    /// Its noun.
    pub noun: &'static str,
    /// Its identity.
    pub id: RecordId,
    /// The unit that keeps it.
    pub unit: UnitId,
    /// Its folded state.
    pub state: Value,
    /// Its columns.
    pub header: Header,
}

/// The records of a profile in memory.
#[derive(Debug)]
pub struct Trial {
    records: BTreeMap<RecordId, Tried>,
    /// The records of each noun, the oldest first.
    by_noun: BTreeMap<&'static str, Vec<RecordId>>,
    now: Timestamp,
    zone: TimeZone,
    own: SideId,
    officer: OfficerId,
    given: Cell<u64>,
}

impl Profile {
    /// Carries the acts of the profile out in memory, at an instant. Gives the records, or everything that a rule
    /// refuses, each with its file and line.
    pub fn trial(&self, now: Timestamp) -> Result<Trial, Vec<ProfileFault>> {
        let unfit = |problem: String| vec![ProfileFault::of_profile(problem)];
        let code = |fault: domain::RecordIdFault| unfit(fault.to_string());
        let keeper = UnitId::parse(self.main.keeper.get_ref()).map_err(code)?;
        let own = SideId::parse(self.main.own.get_ref()).map_err(code)?;
        let zone = self.zone().ok_or_else(|| unfit(format!("the profile names no zone for side {own}")))?;
        let officer = OfficerId::parse(FOUNDING).map_err(code)?;
        let (records, by_noun) = (BTreeMap::new(), BTreeMap::new());
        let mut trial = Trial { records, by_noun, now, zone, own, officer, given: Cell::new(0) };
        let mut faults = Vec::new();
        for act in self.acts().map_err(code)? {
            if let Err((origin, problem)) = trial.carry_out(act, &keeper) {
                faults.push(ProfileFault::of(origin, problem));
            }
            if faults.len() >= TOLD_LIMIT {
                break;
            }
        }
        if faults.is_empty() { Ok(trial) } else { Err(faults) }
    }
}

/// What a rule said, in words that name record and reason.
pub(crate) fn refusal_words(noun: &str, record: &str, reason: &str, details: &impl serde::Serialize) -> String {
    let details = serde_json::to_string(details).unwrap_or_default();
    format!("{noun} {record}: refused: {reason} {details}")
}

impl Trial {
    /// The records of a noun, the oldest first.
    pub fn of_noun(&self, noun: &str) -> impl Iterator<Item = &Tried> {
        self.by_noun.get(noun).into_iter().flatten().filter_map(|id| self.records.get(id))
    }

    /// A record by its code, whatever its noun.
    pub fn get(&self, code: &str) -> Option<&Tried> {
        self.records.get(&RecordId::parse(code).ok()?)
    }

    /// How many records there are.
    pub fn count(&self) -> usize {
        self.records.len()
    }

    /// One act with all that follows from it; none of it is kept where a rule says no.
    fn carry_out(&mut self, act: FoundingAct, keeper: &UnitId) -> Result<(), (Origin, String)> {
        let FoundingAct { noun, record, command, unit, happened, origin } = act;
        let mut waiting = VecDeque::from([(noun, record, unit.unwrap_or_else(|| keeper.clone()), command)]);
        let mut touched = 0;
        let mut before: Vec<(RecordId, Option<Tried>)> = Vec::new();
        while let Some((noun, record, unit, command)) = waiting.pop_front() {
            touched += 1;
            let outcome = if touched > ACT_LIMIT {
                Err(format!("one act cannot touch more than {ACT_LIMIT} records"))
            } else {
                self.decide(noun, &record, &unit, command, happened)
            };
            match outcome {
                Ok((changed, next)) => {
                    before.push((record.clone(), self.put(changed)));
                    waiting.extend(next.into_iter().map(|next| (next.noun, next.record, next.unit, next.command)));
                }
                Err(problem) => {
                    before.into_iter().rev().for_each(|(id, standing)| self.undo(&id, standing));
                    return Err((origin, problem));
                }
            }
        }
        Ok(())
    }

    fn decide(
        &self,
        noun: &str,
        record: &RecordId,
        unit: &UnitId,
        command: Value,
        happened: Option<Timestamp>,
    ) -> Result<(Tried, Vec<domain::Consequence>), String> {
        let declared = domain::noun(noun).ok_or_else(|| format!("no noun is called {noun}"))?;
        let standing = self.records.get(record);
        if let Some(other) = standing.filter(|standing| standing.noun != declared.name) {
            return Err(format!("{noun} {record}: the code is that of a {}", other.noun));
        }
        let unit = standing.map_or(unit, |standing| &standing.unit).clone();
        let happened = happened.unwrap_or(self.now);
        let setting = Setting {
            record: record.clone(),
            happened,
            now: self.now,
            today: self.now.to_zoned(self.zone.clone()).date(),
            zone: self.zone.clone(),
            own: self.own.clone(),
            officer: self.officer.clone(),
            unit: unit.clone(),
            around: self,
        };
        let mut state = standing.map(|standing| standing.state.clone());
        let decided = declared.decide(state.as_ref(), command, &setting).map_err(|obstacle| match obstacle {
            Obstacle::Refused(refused) => {
                refusal_words(&refused.noun, record.as_str(), &refused.reason, &refused.details)
            }
            Obstacle::Bad(BadCommand(text)) => format!("{noun} {record}: {text}"),
            Obstacle::Fault(fault) => fault.to_string(),
        })?;
        let stamp = Stamp {
            record: record.clone(),
            side: self.own.clone(),
            unit: unit.clone(),
            officer: self.officer.clone(),
            happened,
            recorded: self.now,
        };
        for fact in decided.facts {
            state = Some(declared.apply(state, fact, &stamp).map_err(|fault| fault.to_string())?);
        }
        let state = state.ok_or_else(|| format!("{noun} {record}: a decision without a fact"))?;
        let header = declared.header(&state).map_err(|fault| fault.to_string())?;
        Ok((Tried { noun: declared.name, id: record.clone(), unit, state, header }, decided.consequences))
    }

    fn put(&mut self, record: Tried) -> Option<Tried> {
        if !self.records.contains_key(&record.id) {
            self.by_noun.entry(record.noun).or_default().push(record.id.clone());
        }
        self.records.insert(record.id.clone(), record)
    }

    fn undo(&mut self, id: &RecordId, standing: Option<Tried>) {
        match standing {
            Some(standing) => drop(self.records.insert(id.clone(), standing)),
            None => {
                let begun = self.records.remove(id);
                let of_noun = begun.and_then(|begun| self.by_noun.get_mut(begun.noun));
                of_noun.into_iter().for_each(|ids| ids.retain(|known| known != id));
            }
        }
    }

    fn fits(record: &Tried, wanted: &Wanted) -> bool {
        let header = &record.header;
        let linked =
            |(role, to): &(&str, RecordId)| header.links.iter().any(|link| link.role == *role && link.to == *to);
        wanted.unit.as_ref().is_none_or(|unit| record.unit == *unit)
            && wanted.counterpart.as_ref().is_none_or(|with| header.counterpart.as_ref() == Some(with))
            && (header.open || !wanted.open)
            && wanted.number.as_ref().is_none_or(|number| header.number.as_ref() == Some(number))
            && wanted.linked.as_ref().is_none_or(linked)
    }
}

impl Around for Trial {
    fn record(&self, noun: &str, id: &RecordId) -> Option<Found> {
        self.records.get(id).filter(|record| record.noun == noun).map(found)
    }

    fn find(&self, wanted: &Wanted) -> Vec<Found> {
        self.of_noun(wanted.noun).filter(|record| Self::fits(record, wanted)).take(FOUND_LIMIT).map(found).collect()
    }

    fn last_ordinal(&self, series: &str) -> u32 {
        let of_series = self.records.values().filter(|record| record.header.series.as_deref() == Some(series));
        of_series.filter_map(|record| record.header.ordinal).max().unwrap_or(0)
    }

    fn superiors(&self, unit: &UnitId) -> Vec<UnitId> {
        let above = |unit: &UnitId| {
            let links = &self.records.get(&unit.0)?.header.links;
            links.iter().find(|link| link.role == SUPERIOR).map(|link| UnitId(link.to.clone()))
        };
        let mut superiors = Vec::new();
        let mut next = above(unit);
        while let Some(superior) = next.filter(|superior| !superiors.contains(superior)) {
            next = above(&superior);
            superiors.push(superior);
        }
        superiors
    }

    /// Whoever founds a post may do everything.
    fn may(&self, _: Right, _: &UnitId) -> bool {
        true
    }

    fn figures(&self, unit: &UnitId, from: Date, until: Date) -> Vec<Counted> {
        let below =
            self.records.values().filter(|record| record.unit == *unit || self.superiors(&record.unit).contains(unit));
        let counted = below.flat_map(|record| {
            record.header.figures.iter().map(|figure| Counted {
                record: record.id.clone(),
                unit: record.unit.clone(),
                code: figure.code.to_owned(),
                basis: if figure.basis == Basis::Joint { "joint" } else { "own" }.to_owned(),
                counterpart: record.header.counterpart.clone(),
                on: figure.on,
                quantity: figure.quantity,
            })
        });
        counted.filter(|counted| from <= counted.on && counted.on < until).collect()
    }

    fn standing(&self, unit: &UnitId, before: Date) -> Vec<Counted> {
        let all = self.figures(unit, Date::MIN, before).into_iter();
        all.filter(|counted| STANDING.contains(&counted.code.as_str())).collect()
    }

    fn fresh_id(&self) -> RecordId {
        self.given.set(self.given.get() + 1);
        RecordId::from_parts(self.given.get(), [0; 10])
    }
}

fn found(record: &Tried) -> Found {
    Found { id: record.id.clone(), unit: record.unit.clone(), state: record.state.clone() }
}
