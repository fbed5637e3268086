//! Registers: further records of any noun that a profile brings, such as published figures or the places of markers.
//! A table is named by its noun; its fields are those of the command by which an officer would begin the record.

use std::ops::Range;
use std::path::Path;

use domain::{Declared, RecordId, Schemas, UnitId};
use jiff::Timestamp;
use serde_json::{Map, Value};
use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::files::{Opening, ProfileFile, text_of};
use super::schema::{Looked, Misfit, Reference};
use super::{Origin, ProfileFault};

/// How many records the registers of a profile bring at most.
const RECORDS_LIMIT: usize = 20_000;
/// The keys of a table that are not fields of its command.
const RESERVED: [&str; 5] = ["code", "unit", "command", "then", "happened"];
/// The files of a profile that are no registers.
const OTHERS: [&str; 4] = ["profile.toml", "units.toml", "counterparts.toml", "agreements.toml"];

/// A record that a register brings.
#[derive(Clone, Debug)]
pub struct RegisterRecord {
    /// Its noun.
    pub noun: &'static str,
    /// Its permanent identity.
    pub code: RecordId,
    /// The unit that keeps it; the keeper of the directory where none is named, or one of another side.
    pub unit: Option<UnitId>,
    /// The commands, in order: the first begins it.
    pub acts: Vec<RegisterAct>,
}

/// A command of a register.
#[derive(Clone, Debug)]
pub struct RegisterAct {
    /// Where it stands.
    pub origin: Origin,
    /// When it happened; when the post is founded where nothing is said.
    pub happened: Option<Timestamp>,
    /// The command: an object with the tag `command` and its fields.
    pub command: Value,
}

/// A register as it was read, before its names are looked up.
pub(super) struct Written {
    pub noun: &'static str,
    pub code: Spanned<String>,
    pub unit: Option<Spanned<String>>,
    pub references: Vec<Reference>,
    record: Option<RegisterRecord>,
}

impl Written {
    /// The record, once nothing is wrong with the profile.
    pub fn into_record(self) -> Option<RegisterRecord> {
        self.record
    }
}

/// The registers that the profile names, each table held against the commands of its noun.
pub(super) fn read(
    folder: &Path,
    main: &Opening<ProfileFile>,
    faults: &mut Vec<ProfileFault>,
) -> Vec<Opening<Vec<Written>>> {
    let mut registers: Vec<Opening<Vec<Written>>> = Vec::new();
    let mut nouns = Nouns::default();
    for entry in &main.value.registers {
        let name = entry.get_ref();
        if name.contains(['/', '\\']) || !name.ends_with(".toml") || OTHERS.contains(&name.as_str()) {
            faults.push(main.fault(&entry.span(), "registers", "name a .toml file of its own beside this one"));
            continue;
        }
        if registers.iter().any(|known| known.file == *name) {
            faults.push(main.fault(&entry.span(), "registers", format!("\"{name}\" stands twice")));
            continue;
        }
        let Some(text) = text_of(folder, name, faults) else { continue };
        let mut file = Opening::new(name, text, Vec::new());
        file.value = tables(&file, &mut nouns, faults);
        registers.push(file);
    }
    let count: usize = registers.iter().map(|file| file.value.len()).sum();
    if let Some(last) = registers.last().filter(|_| count > RECORDS_LIMIT) {
        let problem = format!("{count} records; a profile brings at most {RECORDS_LIMIT} in its registers");
        faults.push(ProfileFault { file: last.file.clone(), line: None, field: String::new(), problem });
    }
    registers
}

/// The schemas of the nouns that were needed: they are costly to make.
#[derive(Default)]
struct Nouns(Vec<(&'static Declared, Schemas)>);

impl Nouns {
    fn get(&mut self, name: &str) -> Option<(&'static Declared, &Schemas)> {
        let place = match self.0.iter().position(|(noun, _)| noun.name == name) {
            Some(place) => place,
            None => {
                let noun = domain::noun(name)?;
                self.0.push((noun, noun.schemas()));
                self.0.len() - 1
            }
        };
        self.0.get(place).map(|(noun, schemas)| (*noun, schemas))
    }
}

/// The tables of a file, in the order in which they stand there.
fn tables<T>(file: &Opening<T>, nouns: &mut Nouns, faults: &mut Vec<ProfileFault>) -> Vec<Written> {
    let (document, misread) = DeTable::parse_recoverable(&file.text);
    faults.extend(misread.iter().map(|fault| file.fault(&fault.span().unwrap_or(0..0), "", fault.message())));
    if !misread.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, Written)> = Vec::new();
    for (key, value) in document.get_ref().iter() {
        let name: &str = key.get_ref();
        let Some((noun, schemas)) = nouns.get(name) else {
            let known: Vec<&str> = domain::NOUNS.iter().map(|noun| noun.name).collect();
            let problem = format!("no noun is called {name}; there are: {}", known.join(", "));
            faults.push(file.fault(&key.span(), name, problem));
            continue;
        };
        let Some(rows) = value.get_ref().as_array().filter(|rows| rows.iter().all(|row| row.get_ref().is_table()))
        else {
            faults.push(file.fault(&key.span(), name, format!("write each record as a table [[{name}]]")));
            continue;
        };
        for row in rows.iter() {
            let mut looked = Looked::default();
            let written = Table { file, noun, schemas, row }.read(&mut looked);
            faults.extend(
                looked.faults.into_iter().map(|Misfit { at, field, problem }| file.fault(&at, &field, problem)),
            );
            found.extend(written.map(|written| (row.span(), Written { references: looked.references, ..written })));
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    found.into_iter().map(|(_, written)| written).collect()
}

/// One table of a register.
struct Table<'t, T> {
    file: &'t Opening<T>,
    noun: &'static Declared,
    schemas: &'t Schemas,
    row: &'t Spanned<DeValue<'t>>,
}

impl<T> Table<'_, T> {
    /// The record, as far as its form allows; what is wrong goes into `looked`.
    fn read(&self, looked: &mut Looked) -> Option<Written> {
        let name = self.noun.name;
        let before = looked.faults.len();
        let code = self.key(self.row, "code", name, looked);
        if code.is_none() && looked.faults.len() == before {
            let problem = "this field is missing: every record has a permanent code".to_owned();
            looked.faults.push(Misfit { at: self.row.span(), field: format!("{name}.code"), problem });
        }
        let unit = self.key(self.row, "unit", name, looked);
        let mut acts: Vec<Option<RegisterAct>> = vec![self.act(self.row, name, false, looked)];
        for (place, next) in self.then(looked).into_iter().enumerate() {
            acts.push(self.act(next, &format!("{name}.then[{place}]"), true, looked));
        }
        let code = code?;
        let acts: Option<Vec<RegisterAct>> = acts.into_iter().collect();
        let record = RecordId::parse(code.get_ref()).ok().zip(acts).map(|(code, acts)| RegisterRecord {
            noun: name,
            code,
            unit: unit.as_ref().and_then(|unit| UnitId::parse(unit.get_ref()).ok()),
            acts,
        });
        Some(Written { noun: name, code, unit, references: Vec::new(), record })
    }

    /// The further commands of the table.
    fn then(&self, looked: &mut Looked) -> Vec<&Spanned<DeValue<'_>>> {
        let Some(next) = self.row.get_ref().get("then") else { return Vec::new() };
        match next.get_ref().as_array() {
            Some(rows) => rows.iter().collect(),
            None => {
                let problem = "write a list of tables, each with its command".to_owned();
                looked.faults.push(Misfit { at: next.span(), field: format!("{}.then", self.noun.name), problem });
                Vec::new()
            }
        }
    }

    /// One command: by the name that stands there, else by the first that begins a record of the noun.
    fn act(
        &self,
        row: &Spanned<DeValue<'_>>,
        field: &str,
        needs_command: bool,
        looked: &mut Looked,
    ) -> Option<RegisterAct> {
        let faults = looked.faults.len();
        let named = row.get_ref().get("command");
        let first = || self.noun.offers(None).ok().and_then(|offers| offers.first().copied());
        let problem = match (named.map(|named| named.get_ref().as_str()), needs_command) {
            (Some(None), _) => Err("write the name of a command".to_owned()),
            (None, true) => Err("this field is missing".to_owned()),
            (Some(Some(name)), _) => Ok(name),
            (None, false) => first().ok_or_else(|| format!("no command begins a record of {}", self.noun.name)),
        };
        let found = problem.and_then(|name| {
            let known = self.schemas.commands.iter().find(|(known, _)| known == name);
            known.map(|(_, schema)| (name, schema)).ok_or_else(|| {
                let known: Vec<&str> = self.schemas.commands.iter().map(|(known, _)| known.as_str()).collect();
                format!("{} has no command {name}; there are: {}", self.noun.name, known.join(", "))
            })
        });
        let (command, schema) = match found {
            Ok(found) => found,
            Err(problem) => {
                let at = named.map_or_else(|| row.span(), Spanned::span);
                looked.faults.push(Misfit { at, field: format!("{field}.command"), problem });
                return None;
            }
        };
        let happened = self.key(row, "happened", field, looked);
        let happened = happened.and_then(|text| match text.get_ref().parse::<Timestamp>() {
            Ok(at) => Some(at),
            Err(_) => {
                let problem = format!("\"{}\" is no instant; write one like 2026-01-31T01:30:00Z", text.get_ref());
                looked.faults.push(Misfit { at: text.span(), field: format!("{field}.happened"), problem });
                None
            }
        });
        let reserved: &[&str] = if needs_command { &["command", "happened"] } else { &RESERVED };
        let fields = looked.object(schema, row, reserved, field);
        let mut object = Map::from_iter([("command".to_owned(), Value::from(command))]);
        object.extend(fields.as_object().cloned().unwrap_or_default());
        let command = Value::Object(object);
        if looked.faults.len() > faults {
            return None;
        }
        // What a schema cannot say, the command's own reader says.
        if let Err(fault) = self.noun.check(&command) {
            let problem = fault.0;
            looked.faults.push(Misfit { at: row.span(), field: field.to_owned(), problem });
            return None;
        }
        let origin =
            Origin { file: self.file.file.clone(), line: self.file.line(&row.span()), field: field.to_owned() };
        Some(RegisterAct { origin, happened, command })
    }

    /// A reserved key, as text.
    fn key(&self, row: &Spanned<DeValue<'_>>, key: &str, field: &str, looked: &mut Looked) -> Option<Spanned<String>> {
        let value = row.get_ref().get(key)?;
        let text = match value.get_ref() {
            DeValue::String(text) => Some(text.clone().into_owned()),
            DeValue::Datetime(at) => Some(at.to_string()),
            _ => None,
        };
        if text.is_none() {
            let problem = "write a text".to_owned();
            looked.faults.push(Misfit { at: value.span(), field: format!("{field}.{key}"), problem });
        }
        text.map(|text| Spanned::new(value.span(), text))
    }
}
