//! A script: a course of acts in a readable file, told by days from the first day of a quarter.
//!
//! The demonstration and the stories run the same scripts through the same desk as everybody else; the format is
//! described in `docs/formats/script.md`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::organisation::officer::OfficerCommand;
use domain::reporting::period::{Every, PeriodSpan};
use domain::{Grade, OfficerId, Reach, RecordId, Role, UnitId};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;
use serde_json::{Map, Value};
use store::{Failure, Filter, Scope};

use crate::{Act, ActError, Clock, Desk, Receipt};

/// A clock that stands where it is set.
#[derive(Debug, Default)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that stands at an instant.
    pub fn at(instant: Timestamp) -> Self {
        Self(AtomicI64::new(instant.as_millisecond()))
    }

    /// Sets the clock.
    pub fn set(&self, instant: Timestamp) {
        self.0.store(instant.as_millisecond(), Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }
}

/// A script as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// What it tells.
    pub title: String,
    /// The officers who act in it.
    #[serde(default, rename = "officer")]
    pub officers: Vec<ScriptOfficer>,
    /// The acts, in order.
    #[serde(default, rename = "act")]
    pub acts: Vec<ScriptAct>,
    /// The post of the other side with which the papers of the script are signed; none where it plays at one post alone.
    pub neighbour: Option<Neighbour>,
}

/// The post of the other side in a script.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbour {
    /// The side.
    pub side: String,
    /// The unit of that side that keeps its directory.
    pub keeper: String,
    /// The name of its post towards others, after that of the side.
    pub post: String,
    /// The name of the own post towards it.
    pub own_post: String,
    /// What its draft says in place of the words of a draft that came, in every language: each pair from and to.
    #[serde(default)]
    pub rewording: Vec<[String; 2]>,
    /// The officers who act there.
    #[serde(rename = "officer")]
    pub officers: Vec<ScriptOfficer>,
}

/// An officer of a script.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScriptOfficer {
    /// The login.
    pub login: String,
    /// The name for papers, by office.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// The role.
    pub role: Role,
    /// Over the unit alone or those below it as well.
    pub reach: Reach,
}

/// An act of a script.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScriptAct {
    /// When: `Q+32 09:00`, days from the first day of the quarter, in the zone of the own side.
    pub on: String,
    /// Who: the login.
    pub by: String,
    /// What happens, for the reader.
    pub say: String,
    /// The noun and the command: `talks propose`.
    #[serde(rename = "do")]
    pub command: String,
    /// The record: `$name` of an earlier act, an occurrence, or an identity of the profile; none begins a new one.
    pub record: Option<String>,
    /// The name by which later acts call the new record.
    #[serde(rename = "as")]
    pub alias: Option<String>,
    /// The fields of the command.
    #[serde(default)]
    pub with: Map<String, Value>,
    /// The reason for which the act is to be refused; `not-allowed` where the officer has not the right.
    pub refused: Option<String>,
}

/// What went wrong in a script: which act, and what.
#[derive(Debug, thiserror::Error)]
#[error("act {number} ({on}, {say}): {problem}")]
pub struct ScriptFault {
    /// The number of the act, from 1; 0 is the preparation.
    pub number: usize,
    /// When it was to happen.
    pub on: String,
    /// What it tells.
    pub say: String,
    /// What went wrong.
    pub problem: String,
}

/// A script under way: its quarter, and the records it has named.
pub struct Stage<'d> {
    desk: &'d Desk,
    clock: &'d SetClock,
    /// The quarter in which it plays.
    pub quarter: PeriodSpan,
    /// The records by name.
    pub records: BTreeMap<String, String>,
    officers: BTreeMap<String, OfficerId>,
}

impl Script {
    /// Reads a script.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let unfit = |problem: String| Failure::Unfit(format!("{}: {problem}", path.display()));
        let text = std::fs::read_to_string(path).map_err(|fault| unfit(fault.to_string()))?;
        toml::from_str(&text).map_err(|fault| unfit(fault.to_string()))
    }

    /// The instants of the acts fall between the first and the last of these days.
    pub fn days(&self) -> (i32, i32) {
        let days = self.acts.iter().filter_map(|act| split_day(&act.on).map(|(day, _)| day));
        days.fold((0, 0), |(first, last), day| (first.min(day), last.max(day)))
    }
}

impl<'d> Stage<'d> {
    /// Sets the stage: the officers of the script are registered by the keeper before the quarter begins.
    pub fn set(
        desk: &'d Desk,
        clock: &'d SetClock,
        keeper: &OfficerId,
        script: &Script,
        quarter: PeriodSpan,
    ) -> Result<Self, ScriptFault> {
        Self::with(desk, clock, keeper, &script.officers, quarter)
    }

    /// The same for officers without a script, as those of the neighbour.
    pub fn with(
        desk: &'d Desk,
        clock: &'d SetClock,
        keeper: &OfficerId,
        officers: &[ScriptOfficer],
        quarter: PeriodSpan,
    ) -> Result<Self, ScriptFault> {
        let mut stage = Self { desk, clock, quarter, records: BTreeMap::new(), officers: BTreeMap::new() };
        for officer in officers {
            let id = stage.enlist(keeper, officer).map_err(|problem| ScriptFault {
                number: 0,
                on: String::new(),
                say: officer.login.clone(),
                problem,
            })?;
            stage.officers.insert(officer.login.clone(), id);
        }
        stage.officers.insert("keeper".to_owned(), keeper.clone());
        Ok(stage)
    }

    /// A stage whose officers are registered already.
    pub fn of(
        desk: &'d Desk,
        clock: &'d SetClock,
        keeper: &OfficerId,
        officers: &BTreeMap<String, OfficerId>,
        quarter: PeriodSpan,
    ) -> Self {
        let mut officers = officers.clone();
        officers.insert("keeper".to_owned(), keeper.clone());
        Self { desk, clock, quarter, records: BTreeMap::new(), officers }
    }

    /// The officer with this login.
    pub fn officer(&self, login: &str) -> Option<&OfficerId> {
        self.officers.get(login)
    }

    /// Plays every act whose instant is not after `until`; tells each as it is done.
    pub fn play(
        &mut self,
        script: &Script,
        until: Timestamp,
        mut told: impl FnMut(&ScriptAct, usize),
    ) -> Result<(), ScriptFault> {
        for (index, act) in script.acts.iter().enumerate() {
            let fault = |problem| ScriptFault { number: index + 1, on: act.on.clone(), say: act.say.clone(), problem };
            let at =
                self.instant(&act.on).ok_or_else(|| fault(format!("\"{}\" is not a day like Q+32 09:00", act.on)))?;
            if at > until {
                break;
            }
            self.clock.set(at);
            told(act, index + 1);
            self.play_one(act).map_err(fault)?;
        }
        Ok(())
    }

    fn play_one(&mut self, act: &ScriptAct) -> Result<(), String> {
        let officer = self.officers.get(&act.by).ok_or_else(|| format!("no officer logs in as {}", act.by))?.clone();
        let (noun, command) = act.command.split_once(' ').ok_or("\"do\" names a noun and a command")?;
        let mut fields = Map::new();
        for (name, value) in &act.with {
            fields.insert(name.clone(), self.resolved(value)?);
        }
        fields.insert("command".to_owned(), Value::from(command));
        let record = act.record.as_ref().map(|text| self.resolved_text(text)).transpose()?;
        let record = record.map(|id| RecordId::parse(&id).map_err(|fault| fault.to_string())).transpose()?;
        let outcome = self.desk.act(&officer, &plain_act(self.desk, noun, record, Value::Object(fields)));
        match (outcome, &act.refused) {
            (Ok(receipt), None) => {
                self.note(act, &receipt);
                Ok(())
            }
            (Ok(_), Some(reason)) => Err(format!("was done, but is to be refused: {reason}")),
            (Err(ActError::Refused(refused)), Some(reason)) if refused.reason == *reason => Ok(()),
            (Err(ActError::NotAllowed { .. }), Some(reason)) if reason == "not-allowed" => Ok(()),
            (Err(ActError::Refused(refused)), _) => {
                let details = serde_json::to_string(&refused.details).unwrap_or_default();
                Err(format!("refused: {} {details}", refused.reason))
            }
            (Err(error), _) => Err(error.to_string()),
        }
    }

    fn note(&mut self, act: &ScriptAct, receipt: &Receipt) {
        let Some(alias) = &act.alias else { return };
        self.records.insert(alias.clone(), receipt.record.clone());
        for followed in receipt.followed.iter().rev() {
            self.records.insert(format!("{alias}.{}", followed.noun), followed.record.clone());
        }
    }

    /// A value with days, labels and names put in.
    fn resolved(&self, value: &Value) -> Result<Value, String> {
        match value {
            Value::String(text) => self.resolved_text(text).map(Value::from),
            Value::Array(items) => {
                items.iter().map(|item| self.resolved(item)).collect::<Result<_, _>>().map(Value::Array)
            }
            Value::Object(map) => {
                let pairs = map.iter().map(|(name, item)| Ok((name.clone(), self.resolved(item)?)));
                pairs.collect::<Result<_, String>>().map(Value::Object)
            }
            other => Ok(other.clone()),
        }
    }

    fn resolved_text(&self, text: &str) -> Result<String, String> {
        if text.starts_with('$') {
            return self.named(text);
        }
        if text == "Q" {
            return Ok(self.quarter.label.clone());
        }
        if let Some(rest) = text.strip_prefix("occurrence:") {
            return self.occurrence(rest).map(|row| row.id);
        }
        if let Some(rest) = text.strip_prefix("host:") {
            let host = self.occurrence(rest)?.state.get("host").and_then(Value::as_str).map(str::to_owned);
            return host.ok_or_else(|| format!("{rest}: either side may host"));
        }
        match split_day(text) {
            Some((_, Some(_))) => {
                self.instant(text).map(|at| at.to_string()).ok_or_else(|| format!("\"{text}\" is no instant"))
            }
            Some((day, None)) => Ok(self.day(day).to_string()),
            None => Ok(text.to_owned()),
        }
    }

    fn named(&self, text: &str) -> Result<String, String> {
        let name = text.strip_prefix('$').unwrap_or(text);
        self.records.get(name).cloned().ok_or_else(|| format!("no earlier act named ${name}"))
    }

    /// `obligation:Q` or `obligation:next`: the occurrence of an obligation in the quarter or the one after.
    fn occurrence(&self, text: &str) -> Result<store::Row, String> {
        let (obligation, which) = text.split_once(':').ok_or("write occurrence:<obligation>:Q")?;
        let period =
            if which == "Q" { self.quarter.label.clone() } else { Every::Quarter.span_of(self.quarter.until).label };
        let filter = Filter {
            nouns: vec!["occurrence".into()],
            linked: Some(("under".into(), obligation.to_owned())),
            period: Some(period.clone()),
            ..Filter::default()
        };
        let rows = self
            .desk
            .store
            .read(|view| view.list(&Scope::whole(), &filter, 1, 0))
            .map_err(|fault: Failure| fault.to_string())?;
        rows.into_iter().next().ok_or_else(|| format!("{obligation} has no occurrence in {period}"))
    }

    fn day(&self, day: i32) -> Date {
        self.quarter.from.saturating_add(day.days())
    }

    /// A script plays in any quarter, so an hour that is missing is the one after it and one that occurs twice the first.
    fn instant(&self, text: &str) -> Option<Timestamp> {
        let (day, time) = split_day(text)?;
        let (hour, minute) = time?.split_once(':')?;
        let civil = self.day(day).at(hour.parse().ok()?, minute.parse().ok()?, 0, 0);
        civil.to_zoned(self.desk.zone().clone()).ok().map(|zoned| zoned.timestamp())
    }

    fn enlist(&self, keeper: &OfficerId, officer: &ScriptOfficer) -> Result<OfficerId, String> {
        let unit = UnitId::parse(&officer.unit).map_err(|fault| fault.to_string())?;
        let register = OfficerCommand::Register {
            login: officer.login.clone(),
            name: officer.name.clone(),
            rank: None,
            unit: unit.clone(),
        };
        let assign = OfficerCommand::Assign {
            role: officer.role,
            unit,
            reach: officer.reach,
            ceiling: Grade::Internal,
            from: self.quarter.from.saturating_sub(2.years()),
            until: None,
        };
        let first = plain_act(self.desk, "officer", None, serde_json::to_value(&register).unwrap_or_default());
        let receipt = self.desk.act(keeper, &first).map_err(|error| format!("{error:?}"))?;
        let id = RecordId::parse(&receipt.record).map_err(|fault| fault.to_string())?;
        let second =
            plain_act(self.desk, "officer", Some(id.clone()), serde_json::to_value(&assign).unwrap_or_default());
        self.desk.act(keeper, &second).map_err(|error| format!("{error:?}"))?;
        Ok(OfficerId(id))
    }
}

/// An act with a fresh key and nothing said beyond the command.
fn plain_act(desk: &Desk, noun: &str, record: Option<RecordId>, command: Value) -> Act {
    Act {
        id: desk.fresh_act(),
        noun: noun.to_owned(),
        record,
        version: None,
        command,
        unit: None,
        happened: None,
        grade: None,
        exercise: false,
    }
}

/// `Q+32 09:00` as (32, `09:00`); `Q-5` as (-5, nothing).
fn split_day(text: &str) -> Option<(i32, Option<&str>)> {
    let rest = text.strip_prefix('Q')?;
    let (day, time) = rest.split_once(' ').map_or((rest, None), |(day, time)| (day, Some(time)));
    let signed = day.starts_with(['+', '-']);
    signed.then(|| day.parse().ok()).flatten().map(|day| (day, time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_the_first_day_of_the_quarter() {
        assert_eq!(split_day("Q+32 09:00"), Some((32, Some("09:00"))));
        assert_eq!(split_day("Q-5"), Some((-5, None)));
        assert_eq!(split_day("Quarterly talks"), None);
        assert_eq!(split_day("Q"), None);
    }
}
