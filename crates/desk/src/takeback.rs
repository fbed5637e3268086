//! Taking an act back as a whole: every record it began is gone, every record it changed stands as before, and the
//! journal keeps all of it. Not where somebody has built on it since.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Hindering, RecordId, Right, Undoing};
use journal::{Class, Entry, Id};
use serde_json::Value;
use store::{Failure, Naming, Row, Touched, View};

use crate::Desk;
use crate::act::{ActError, Work};
use crate::authority::Who;
use crate::fold::{counting, read_act, refold, taking_back, write_act};
use crate::read::titled;

/// How many hindering records are named.
const NAMED: usize = 5;
/// The noun that stays when its rows are taken back.
const IMPORT: &str = "import";

impl Work<'_> {
    /// Takes an act back on every record it touched, except the record that tells of the act.
    pub(crate) fn take_back(&mut self, act: &str, reason: &str, teller: &RecordId) -> Result<(), ActError> {
        let act = read_act(act).ok_or_else(|| Failure::Unreadable("what is taken back is no act".into()))?;
        let body = journal::encode(&taking_back(&write_act(&act), reason));
        let body = body.map_err(|fault| ActError::Bad(fault.to_string()))?;
        for touched in self.tx.view().touched_by(&act)? {
            if touched.record == teller.as_str() {
                continue;
            }
            let row = self.tx.view().record(&touched.record)?;
            let row = row.ok_or_else(|| Failure::Unfit(format!("{} is gone already", touched.record)))?;
            if !self.may_follow(&row) {
                return Err(ActError::NotAllowed { right: Right::Record });
            }
            self.take_back_on(&row, body.clone())?;
        }
        Ok(())
    }

    fn take_back_on(&self, row: &Row, body: Vec<u8>) -> Result<(), ActError> {
        let entry = Entry {
            id: self.desk.fresh_act(),
            class: Class::Fact,
            noun: row.noun.clone(),
            record: row.id.clone(),
            unit: row.unit.clone(),
            grade: row.grade.code().to_owned(),
            exercise: row.exercise,
            body,
            ..self.entry.clone()
        };
        self.tx.append(&entry)?;
        match refold(self.tx.view().history(&row.id)?)? {
            Some((before, header)) => self.tx.put(&before, row.version, &header)?,
            None => self.tx.remove(&row.id, row.version)?,
        }
        Ok(())
    }
}

/// What an act did, and what keeps it from being taken back.
///
/// Whoever refers to a record of the act is counted even where this officer may not see it, because a reference that
/// leads nowhere would be worse than telling that there is one; named is only what the officer may see.
pub(crate) fn undoing(desk: &Desk, view: &View<'_>, who: &Who, act: &Id) -> Result<Undoing, Failure> {
    let language = desk.sides()?.first().and_then(|side| side.languages.first().cloned()).unwrap_or_default();
    let mut found = Found { view, who, language, undoing: Undoing::default() };
    let touched: Vec<Touched> = view.touched_by(act)?.into_iter().filter(|touched| touched.noun != IMPORT).collect();
    let mut begun: Begun = BTreeMap::new();
    for touched in &touched {
        let facts = counting(view.history(&touched.record)?)?;
        if facts.last().is_some_and(|last| last.entry.act != *act) {
            found.hinders(&touched.record, |undoing| &mut undoing.worked_on)?;
        }
        if facts.first().is_some_and(|first| first.entry.act == *act)
            && let Some(row) = view.record(&touched.record)?
        {
            begun.insert(row.id, (row.noun, row.series.zip(row.ordinal)));
        }
    }
    found.undoing.begun = u32::try_from(begun.len()).unwrap_or(u32::MAX);
    found.referring(&begun, &touched)?;
    found.numbered(&begun)?;
    Ok(found.undoing)
}

/// The records that an act began: each with its noun and, where it has one, its place in a series.
type Begun = BTreeMap<String, (String, Option<(String, u32)>)>;

struct Found<'v> {
    view: &'v View<'v>,
    who: &'v Who,
    language: String,
    undoing: Undoing,
}

impl Found<'_> {
    fn hinders(&mut self, id: &str, which: impl Fn(&mut Undoing) -> &mut Hindering) -> Result<(), Failure> {
        let hindering = which(&mut self.undoing);
        hindering.count = hindering.count.saturating_add(1);
        if hindering.names.split("; ").filter(|name| !name.is_empty()).count() >= NAMED {
            return Ok(());
        }
        if let Some(row) = self.view.record(id)?.filter(|row| self.who.sees(row)) {
            let name = titled(&row).pick(&self.language).1.replace("; ", ", ");
            let gap = if hindering.names.is_empty() { "" } else { "; " };
            hindering.names.push_str(&format!("{gap}{name}"));
        }
        Ok(())
    }

    /// Records that the act did not touch and that name, anywhere in what they say, one that it began.
    fn referring(&mut self, begun: &Begun, touched: &[Touched]) -> Result<(), Failure> {
        let own: BTreeSet<&str> = touched.iter().map(|touched| touched.record.as_str()).collect();
        let mut referring = Vec::new();
        self.view.each_naming(|naming| {
            if !own.contains(naming.id.as_str()) && names_any(&naming, begun)? {
                referring.push(naming.id);
            }
            Ok(())
        })?;
        for id in referring {
            self.hinders(&id, |undoing| &mut undoing.referred_to)?;
        }
        // An officer who acted stands in the journal as the one who did.
        let officers: BTreeSet<String> = self.view.acting_officers()?.into_iter().collect();
        for id in begun.keys().filter(|id| officers.contains(*id)) {
            self.hinders(id, |undoing| &mut undoing.worked_on)?;
        }
        Ok(())
    }

    /// Records that were numbered after those of the act, in the same series.
    fn numbered(&mut self, begun: &Begun) -> Result<(), Failure> {
        let mut first: BTreeMap<&str, u32> = BTreeMap::new();
        for (series, ordinal) in begun.values().filter_map(|(_, place)| place.as_ref()) {
            let lowest = first.entry(series).or_insert(*ordinal);
            *lowest = (*lowest).min(*ordinal);
        }
        for (series, ordinal) in first {
            for id in self.view.numbered_after(series, ordinal)? {
                if !begun.contains_key(&id) {
                    self.hinders(&id, |undoing| &mut undoing.numbered_since)?;
                }
            }
        }
        Ok(())
    }
}

fn names_any(naming: &Naming, begun: &Begun) -> Result<bool, Failure> {
    if naming.columns.iter().flatten().any(|id| begun.contains_key(id)) {
        return Ok(true);
    }
    let state: Value = serde_json::from_str(&naming.state).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
    Ok(says_any(&state, begun))
}

fn says_any(value: &Value, begun: &Begun) -> bool {
    match value {
        Value::String(text) => begun.contains_key(text),
        Value::Array(items) => items.iter().any(|item| says_any(item, begun)),
        Value::Object(map) => map.iter().any(|(key, item)| begun.contains_key(key) || says_any(item, begun)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
