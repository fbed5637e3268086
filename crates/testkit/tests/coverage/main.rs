//! Coverage: each of the 141 mechanisms that public documents name has a place in the program, each place is one that the
//! program declares, and `docs/coverage.md` says what the list says.
//!
//! After a change of the list: `TWINPOST_BLESS=1 cargo test -p testkit --test coverage` writes the page anew.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

mod list;

use std::collections::{BTreeMap, BTreeSet};

use desk::profile::{Profile, Trial};
use domain::Schemas;
use serde_json::Value;
use testkit::{instant, profile_folder, workspace};

use crate::list::{List, Mechanism, Place};

const PAGE: &str = "docs/coverage.md";
const MECHANISMS: u16 = 141;

#[test]
fn every_mechanism_stands_once_in_its_order_with_a_place() {
    let list = List::read();
    let numbers: Vec<u16> = list.mechanisms().map(|one| one.number).collect();
    assert_eq!(numbers, (1..=MECHANISMS).collect::<Vec<_>>());
    assert_eq!(list.parts.len(), 16);
    for one in list.mechanisms() {
        assert!(!one.name.is_empty() && !one.term.is_empty(), "A{:03} has no name", one.number);
        assert!(!one.places.is_empty(), "A{:03} {} is held nowhere", one.number, one.name);
        for (before, place) in one.places.iter().enumerate() {
            assert!(!one.places[..before].contains(place), "A{:03} names {place:?} twice", one.number);
        }
    }
}

#[test]
fn every_place_is_one_that_the_program_declares() {
    let declared = Declarations::read();
    let list = List::read();
    let missing: Vec<String> =
        list.mechanisms().flat_map(|one| one.places.iter().filter_map(|place| declared.missing(one, place))).collect();
    assert!(missing.is_empty(), "{} places are not there:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn a_place_that_is_not_there_is_found() {
    let declared = Declarations::read();
    let list = List::read();
    let one = list.mechanisms().next().unwrap();
    let places = [
        r#"{ noun = "dragon" }"#,
        r#"{ noun = "patrol", field = "kind", value = "submarine" }"#,
        r#"{ noun = "patrol", field = "planned_on", value = "bilateral" }"#,
        r#"{ noun = "agreement", field = "stage.status", value = "forgotten" }"#,
        r#"{ noun = "patrol", field = "course.dragons" }"#,
        r#"{ noun = "talks", command = "shout" }"#,
        r#"{ counted = "dragons-seen" }"#,
        r#"{ noun = "unit", record = "nobody" }"#,
        r#"{ noun = "matter", record = "talks-province" }"#,
        r#"{ agreement = "handshake" }"#,
        r#"{ report = "rumours" }"#,
        r#"{ page = "/dragons" }"#,
        r#"{ document = "docs/dragons.md" }"#,
    ];
    let read = |text: &str| {
        let mut table: BTreeMap<String, Place> = toml::from_str(&format!("place = {text}")).unwrap();
        table.remove("place").unwrap()
    };
    let places = places.map(read);
    for place in &places {
        assert!(declared.missing(one, place).is_some(), "{place:?}");
    }
}

#[test]
fn the_page_is_what_the_list_makes() {
    let (path, page) = (workspace().join(PAGE), List::read().page());
    if std::env::var_os("TWINPOST_BLESS").is_some_and(|set| set == "1") {
        std::fs::write(&path, &page).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == page,
        "{PAGE} is not what the list makes: run `TWINPOST_BLESS=1 cargo test -p testkit --test coverage`"
    );
}

/// What the program declares.
struct Declarations {
    nouns: BTreeMap<&'static str, Schemas>,
    profile: Trial,
    pages: BTreeSet<String>,
}

impl Declarations {
    fn read() -> Self {
        let profile = Profile::read(&profile_folder()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let profile = profile.trial(instant("2026-01-01T00:00:00Z")).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let site = std::fs::read_to_string(workspace().join("crates/web/src/site.rs")).unwrap();
        let named = site.split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next());
        let nouns: BTreeMap<_, _> = domain::NOUNS.iter().map(|noun| (noun.name, noun.schemas())).collect();
        let mut pages: BTreeSet<String> = named.map(str::to_owned).collect();
        assert!(pages.contains("/{noun}"), "lists have no address");
        pages.extend(nouns.keys().map(|noun| format!("/{noun}")));
        Self { nouns, profile, pages }
    }

    /// What is not there, in words; nothing where the place is there.
    fn missing(&self, one: &Mechanism, place: &Place) -> Option<String> {
        let problem = match place {
            Place::Noun { noun } => self.noun(noun).err(),
            Place::Kind { noun, field, value } => self.value(noun, field, value).err(),
            Place::Field { noun, field } => self.field(noun, field).err(),
            Place::Command { noun, command } => self.command(noun, command).err(),
            Place::Counted { counted } => {
                let known = domain::reporting::report::FIGURES.contains(&counted.as_str());
                (!known).then(|| format!("reports count no {counted}"))
            }
            Place::Record { noun, record: code } => {
                let found = self.profile.get(code).is_some_and(|record| record.noun == *noun);
                (!found).then(|| format!("the profile has no {noun} {code}"))
            }
            Place::Agreement { agreement: kind } => self.value("agreement", "kind", kind).err(),
            Place::Report { report: part } => self.field("report", &format!("told.{part}")).err(),
            Place::Page { page: path } => (!self.pages.contains(path)).then(|| format!("there is no page {path}")),
            Place::Document { document: path } => {
                (!workspace().join(path).is_file()).then(|| format!("there is no document {path}"))
            }
        };
        problem.map(|problem| format!("A{:03} {}: {problem}", one.number, one.name))
    }

    fn noun(&self, noun: &str) -> Result<&Schemas, String> {
        self.nouns.get(noun).ok_or_else(|| format!("there is no noun {noun}"))
    }

    fn command(&self, noun: &str, command: &str) -> Result<(), String> {
        let known = self.noun(noun)?.commands.iter().any(|(name, _)| name == command);
        known.then_some(()).ok_or_else(|| format!("{noun} has no command {command}"))
    }

    /// The schemas at the end of a path, from the state and from every command.
    fn at(&self, noun: &str, path: &str) -> Result<Vec<&Value>, String> {
        let schemas = self.noun(noun)?;
        let mut found: Vec<&Value> =
            schemas.commands.iter().map(|(_, schema)| schema).chain([&schemas.state]).collect();
        for step in path.split('.') {
            found = found.into_iter().flat_map(|schema| inside(schema, step)).collect();
        }
        Ok(found)
    }

    fn field(&self, noun: &str, path: &str) -> Result<(), String> {
        let found = !self.at(noun, path)?.is_empty();
        found.then_some(()).ok_or_else(|| format!("{noun} has no field {path}"))
    }

    fn value(&self, noun: &str, field: &str, value: &str) -> Result<(), String> {
        self.field(noun, field)?;
        let chosen = self.at(noun, field)?.into_iter().any(|schema| chooses(schema, value));
        chosen.then_some(()).ok_or_else(|| format!("{field} of {noun} is never {value}"))
    }
}

/// The schemas of a property, at any alternative, and in the items of a list.
fn inside<'s>(schema: &'s Value, name: &str) -> Vec<&'s Value> {
    let mut found: Vec<&Value> = schema.get("properties").and_then(|known| known.get(name)).into_iter().collect();
    for alternative in ["oneOf", "anyOf", "allOf"].iter().filter_map(|key| schema.get(key)?.as_array()).flatten() {
        found.extend(inside(alternative, name));
    }
    found.extend(schema.get("items").into_iter().flat_map(|items| inside(items, name)));
    found
}

/// True when a schema lets the value be chosen.
fn chooses(schema: &Value, value: &str) -> bool {
    let listed = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
    listed.chain(schema.get("const")).any(|option| option.as_str() == Some(value))
        || ["oneOf", "anyOf"]
            .iter()
            .filter_map(|key| schema.get(key)?.as_array())
            .flatten()
            .any(|alternative| chooses(alternative, value))
}
