//! Records by what people call them: an identity, a number, a title in any language, or the key of an earlier row.

use std::collections::HashMap;

use domain::{Grade, RecordId, Words};
use store::{Failure, Row, View};

use super::columns::leveled;
use super::identity::Keyed;
use super::report::{FaultCode, Problem};
use super::value::Trouble;
use crate::authority::Who;

/// How many records are named where a name means several.
const NAMED: usize = 4;

/// Finds records by name, within what the officer may see and inside the transaction.
pub(super) struct Naming<'a> {
    view: View<'a>,
    who: &'a Who,
    keyed: &'a Keyed,
    by_name: HashMap<String, HashMap<String, Vec<String>>>,
}

impl<'a> Naming<'a> {
    pub(super) fn new(view: View<'a>, who: &'a Who, keyed: &'a Keyed) -> Self {
        Self { view, who, keyed, by_name: HashMap::new() }
    }

    /// The record of a noun that a text means; the blank noun is any, and is meant by identity only.
    pub(super) fn record(&mut self, noun: &str, text: &str) -> Result<String, Trouble> {
        if RecordId::parse(text).is_ok() {
            let found = self.view.record(text)?;
            if let Some(row) = found.filter(|row| (noun.is_empty() || row.noun == noun) && self.who.sees(row)) {
                return Ok(row.id);
            }
        }
        if let Some(id) = self.by_key(noun, text)? {
            return Ok(id);
        }
        let name = leveled_name(text);
        let found = self.called(noun)?.get(&name).cloned().unwrap_or_default();
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(Problem::with(FaultCode::NoSuchRecord, "noun", noun).into()),
            many => {
                let named = many.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
                let mut problem = Problem::with(FaultCode::SeveralRecords, "records", named);
                problem.details.insert("count".into(), many.len().into());
                Err(problem.into())
            }
        }
    }

    /// The record that a table once began with this key.
    fn by_key(&self, noun: &str, text: &str) -> Result<Option<String>, Failure> {
        let Some(declared) = domain::noun(noun).filter(|declared| declared.grade != Grade::Open) else {
            return Ok(None);
        };
        let grades = [declared.grade, self.keyed.grade_of(declared)];
        for grade in grades {
            let id = self.keyed.of_key(noun, self.keyed.unit(), grade, text)?;
            if self.view.record(&id)?.is_some_and(|row| row.noun == noun && self.who.sees(&row)) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// A record that a row just began can be named by the rows after it.
    pub(super) fn begun(&mut self, id: &str) -> Result<(), Failure> {
        let Some(row) = self.view.record(id)? else { return Ok(()) };
        if let Some(names) = self.by_name.get_mut(&row.noun) {
            let Row { id, number, title, .. } = row;
            add(names, &id, number.as_deref(), &title);
        }
        Ok(())
    }

    /// True when rows have to be told to [`Self::begun`].
    pub(super) fn is_asked(&self, noun: &str) -> bool {
        self.by_name.contains_key(noun)
    }

    fn called(&mut self, noun: &str) -> Result<&HashMap<String, Vec<String>>, Failure> {
        if !self.by_name.contains_key(noun) {
            let mut names = HashMap::new();
            self.view.each_called(&self.who.known(), noun, |called| {
                add(&mut names, &called.id, called.number.as_deref(), &called.title);
            })?;
            self.by_name.insert(noun.to_owned(), names);
        }
        Ok(self.by_name.entry(noun.to_owned()).or_default())
    }
}

/// A name as names are compared. Numbers stay what they are.
fn leveled_name(text: &str) -> String {
    let composed = crate::table::composed(text.trim()).to_lowercase();
    if composed.bytes().any(|byte| byte.is_ascii_digit()) {
        return composed.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    leveled(&composed)
}

fn add(names: &mut HashMap<String, Vec<String>>, id: &str, number: Option<&str>, title: &str) {
    let words: Words = serde_json::from_str(title).unwrap_or_default();
    for name in words.0.values().map(String::as_str).chain(number) {
        let name = leveled_name(name);
        let ids = names.entry(name.clone()).or_default();
        if !name.is_empty() && !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
}
