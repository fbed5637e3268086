//! The erased face of a noun: what store, desk, pages, command line and interface see of all nouns alike.

use std::fmt;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Consequence, Grade, Header, Noun, Right, Setting, Stamp, Wing};

/// A noun, without its types.
pub struct Declared {
    /// The noun's one name.
    pub name: &'static str,
    /// The wing it belongs to.
    pub wing: Wing,
    /// The grade of a new record unless the officer chooses another.
    pub grade: Grade,
    schemas: fn() -> Schemas,
    check: fn(&Value) -> Result<(), BadCommand>,
    decide: DecideFn,
    apply: fn(Option<Value>, Value, &Stamp) -> Result<Value, StateFault>,
    header: fn(&Value) -> Result<Header, StateFault>,
    offers: fn(Option<&Value>) -> Result<Vec<&'static str>, StateFault>,
    right: fn(&str) -> Right,
}

type DecideFn = fn(Option<&Value>, Value, &Setting<'_>) -> Result<Decided, Obstacle>;

/// Facts as they are stored, and what follows.
#[derive(Debug)]
pub struct Decided {
    /// Facts, in order.
    pub facts: Vec<Value>,
    /// What follows for other records.
    pub consequences: Vec<Consequence>,
    /// The acts that the facts take back, in 32 hex digits each.
    pub takes_back: Vec<String>,
}

/// The JSON Schemas of a noun (2020-12), subschemas inlined.
#[derive(Clone, Debug, Serialize)]
pub struct Schemas {
    /// The folded state.
    pub state: Value,
    /// The commands that people give, by name, each an object schema without the tag.
    pub commands: Vec<(String, Value)>,
    /// What can happen, by name, each an object schema without the tag: histories are shown by it.
    pub facts: Vec<(String, Value)>,
    /// The names of the reasons for refusal.
    pub refusals: Vec<String>,
}

impl Schemas {
    /// The names of the facts.
    pub fn fact_names(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().map(|(name, _)| name.as_str())
    }

    /// The object schema of a fact; none for one that belongs to no noun, such as that an act was taken back.
    pub fn fact(&self, name: &str) -> Option<&Value> {
        self.facts.iter().find(|(known, _)| known == name).map(|(_, schema)| schema)
    }
}

/// Why a command did not lead to facts.
#[derive(Debug)]
pub enum Obstacle {
    /// A rule says no.
    Refused(Refused),
    /// The command is not one of this noun's, or its fields do not fit.
    Bad(BadCommand),
    /// The stored state could not be read.
    Fault(StateFault),
}

/// A rule's no: translated, shown, recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The noun whose rule it is.
    pub noun: String,
    /// The reason in kebab case; its text is `<noun>-refusal-<reason>`.
    pub reason: String,
    /// What the text names.
    pub details: Map<String, Value>,
}

/// A command that cannot be read; the text names the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCommand(pub String);

/// A stored state or fact that the program cannot read: a failure, never a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateFault {
    /// The noun.
    pub noun: &'static str,
    /// What could not be read.
    pub detail: String,
}

impl fmt::Display for StateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a stored {} cannot be read: {}", self.noun, self.detail)
    }
}

impl std::error::Error for StateFault {}

impl Declared {
    /// The erased face of a noun.
    pub const fn of<N: Noun>() -> Self {
        Self {
            name: N::NAME,
            wing: N::WING,
            grade: N::GRADE,
            schemas: schemas::<N>,
            check: check::<N>,
            decide: decide::<N>,
            apply: apply::<N>,
            header: |state| Ok(N::header(&read::<N, _>(state)?)),
            offers: offers::<N>,
            right: N::right,
        }
    }

    /// The JSON Schemas of the noun, with the commands that people give: pages, forms, tables, command line and
    /// interface take them from here. Costly: callers keep the result.
    pub fn schemas(&self) -> Schemas {
        let mut schemas = (self.schemas)();
        schemas.commands.retain(|(name, _)| !self.is_of_post(name));
        schemas
    }

    /// The commands that only the post gives, with their schemas as in [`Schemas::commands`]; no page shows them.
    pub fn commands_of_post(&self) -> Vec<(String, Value)> {
        let mut commands = (self.schemas)().commands;
        commands.retain(|(name, _)| self.is_of_post(name));
        commands
    }

    /// True for a command that only the post gives.
    pub fn is_of_post(&self, command: &str) -> bool {
        self.right(command) == Right::Post
    }

    /// Whether a command (an object with the tag `command`) can be read; nothing is decided.
    pub fn check(&self, command: &Value) -> Result<(), BadCommand> {
        (self.check)(command)
    }

    /// Decides a command (an object with the tag `command`) in a state.
    pub fn decide(&self, state: Option<&Value>, command: Value, setting: &Setting<'_>) -> Result<Decided, Obstacle> {
        (self.decide)(state, command, setting)
    }

    /// The state after a stored fact.
    pub fn apply(&self, state: Option<Value>, fact: Value, stamp: &Stamp) -> Result<Value, StateFault> {
        (self.apply)(state, fact, stamp)
    }

    /// The columns of a stored state.
    pub fn header(&self, state: &Value) -> Result<Header, StateFault> {
        (self.header)(state)
    }

    /// The commands that make sense in a stored state.
    pub fn offers(&self, state: Option<&Value>) -> Result<Vec<&'static str>, StateFault> {
        (self.offers)(state)
    }

    /// The right a command needs.
    pub fn right(&self, command: &str) -> Right {
        (self.right)(command)
    }
}

fn read<N: Noun, T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, StateFault> {
    T::deserialize(value).map_err(|fault| StateFault { noun: N::NAME, detail: fault.to_string() })
}

fn write<N: Noun>(value: &impl Serialize) -> Result<Value, StateFault> {
    serde_json::to_value(value).map_err(|fault| StateFault { noun: N::NAME, detail: fault.to_string() })
}

fn offers<N: Noun>(state: Option<&Value>) -> Result<Vec<&'static str>, StateFault> {
    let state: Option<N::State> = state.map(read::<N, _>).transpose()?;
    Ok(N::offers(state.as_ref()))
}

fn check<N: Noun>(command: &Value) -> Result<(), BadCommand> {
    N::Command::deserialize(command).map(drop).map_err(|fault| BadCommand(fault.to_string()))
}

fn decide<N: Noun>(state: Option<&Value>, command: Value, setting: &Setting<'_>) -> Result<Decided, Obstacle> {
    let state: Option<N::State> = state.map(read::<N, _>).transpose().map_err(Obstacle::Fault)?;
    let command: N::Command =
        serde_json::from_value(command).map_err(|fault| Obstacle::Bad(BadCommand(fault.to_string())))?;
    let decision =
        N::decide(state.as_ref(), command, setting).map_err(|refusal| Obstacle::Refused(refused::<N>(&refusal)))?;
    let takes_back = decision.facts.iter().filter_map(N::takes_back).map(str::to_owned).collect();
    let facts: Result<_, _> = decision.facts.iter().map(write::<N>).collect();
    Ok(Decided { facts: facts.map_err(Obstacle::Fault)?, consequences: decision.consequences, takes_back })
}

/// A noun's refusal as it is shown and recorded.
pub fn refused<N: Noun>(refusal: &N::Refusal) -> Refused {
    let mut details = match serde_json::to_value(refusal) {
        Ok(Value::Object(details)) => details,
        _ => Map::new(),
    };
    let reason = match details.shift_remove("reason") {
        Some(Value::String(reason)) => reason,
        _ => "unknown".to_owned(),
    };
    Refused { noun: N::NAME.to_owned(), reason, details }
}

fn apply<N: Noun>(state: Option<Value>, fact: Value, stamp: &Stamp) -> Result<Value, StateFault> {
    let state: Option<N::State> = state.as_ref().map(read::<N, _>).transpose()?;
    let fact: N::Fact = read::<N, _>(&fact)?;
    write::<N>(&N::apply(state, fact, stamp))
}

fn schemas<N: Noun>() -> Schemas {
    Schemas {
        state: schema::<N::State>(),
        commands: variants(&schema::<N::Command>(), "command"),
        facts: variants(&schema::<N::Fact>(), "fact"),
        refusals: variants(&schema::<N::Refusal>(), "reason").into_iter().map(|(name, _)| name).collect(),
    }
}

fn schema<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// The variants of an enum tagged by `tag`: each name with its object schema, the tag taken out.
fn variants(schema: &Value, tag: &str) -> Vec<(String, Value)> {
    let alternatives: Vec<Value> = match schema.get("oneOf").and_then(Value::as_array) {
        Some(many) => many.clone(),
        None => vec![schema.clone()],
    };
    let mut found = Vec::new();
    for mut alternative in alternatives {
        let Some(properties) = alternative.get_mut("properties").and_then(Value::as_object_mut) else { continue };
        let Some(name) =
            properties.shift_remove(tag).and_then(|tagged| tagged.get("const")?.as_str().map(str::to_owned))
        else {
            continue;
        };
        if let Some(required) = alternative.get_mut("required").and_then(Value::as_array_mut) {
            required.retain(|field| field != tag);
        }
        found.push((name, alternative));
    }
    found
}
