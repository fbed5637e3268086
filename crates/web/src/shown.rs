//! How values are shown: days in the order of the language, instants on both clocks, records by name, choices in words.

use std::collections::BTreeMap;

use askama::Template;
use desk::Row;
use desk::hour::hour_of;
use domain::Words;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use crate::form::named_options;
use crate::texts::Language;
use crate::visit::Visit;

/// The names of records by identity.
pub type Names = BTreeMap<String, Words>;

/// The form of a code, as the domain declares it.
const CODE: &str = "^[a-z0-9-]{1,64}$";

/// A value as a page shows it.
pub enum Piece {
    /// Words in some language; blank when it is the page's own.
    Text {
        /// The words.
        text: String,
        /// Their language.
        lang: String,
    },
    /// A code, as programs read it.
    Code(String),
    /// A record by name.
    Link {
        /// Where it leads.
        href: String,
        /// Its name.
        text: String,
        /// The language of the name.
        lang: String,
    },
    /// An instant on the clocks of both sides.
    Clocks(Vec<Clocked>),
    /// Lines of label and value.
    Facts(Facts),
    /// Several values.
    Many(Vec<Piece>),
}

/// An instant on the clock of a side.
pub struct Clocked {
    /// The letter of the side.
    pub letter: String,
    /// Day and time there, or the time alone where the day is said already.
    pub text: String,
    /// True for the own side.
    pub own: bool,
}

/// A line of label and value.
pub struct Line {
    /// The label.
    pub label: String,
    /// The value.
    pub value: Piece,
}

/// Lines of label and value.
#[derive(Template)]
#[template(path = "facts.html")]
pub struct Facts {
    /// The lines.
    pub lines: Vec<Line>,
}

/// A value alone.
#[derive(Template)]
#[template(path = "piece.html")]
pub struct PieceView<'p> {
    /// The value.
    pub piece: &'p Piece,
}

impl Piece {
    /// The value as it stands in a page, escaped.
    pub fn html(&self) -> String {
        PieceView { piece: self }.render().unwrap_or_default()
    }
}

/// A state in a list or on a record: its words, its shape and its mark.
pub struct Chip {
    /// `ok`, `warn`, `bad`, `info`, `draft` or blank.
    pub class: &'static str,
    /// The words.
    pub text: String,
}

/// A day in the order of the language.
pub fn day(language: Language, date: Date) -> String {
    if language == Language::Zh {
        return date.to_string();
    }
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// An instant in the order of the language, in a zone; with its offset from UTC in the hour that occurs twice.
pub fn instant(language: Language, at: Timestamp, zone: &TimeZone) -> String {
    format!("{} {}", day(language, at.to_zoned(zone.clone()).date()), hour_of(at, zone))
}

/// An instant on the clocks of both sides, one clock when they are equal.
pub fn clocks(visit: &Visit, at: Timestamp) -> Vec<Clocked> {
    let mut clocks: Vec<(String, Date, String, bool)> = Vec::new();
    for (place, side) in visit.app.sides.iter().enumerate() {
        let Ok(zone) = TimeZone::get(&side.zone) else { continue };
        let time = hour_of(at, &zone);
        clocks.push((side.letter.clone(), at.to_zoned(zone).date(), time, place == 0));
    }
    let first = clocks.first().map(|(_, on, time, _)| (*on, time.clone()));
    let equal =
        clocks.iter().all(|(_, on, time, _)| first.as_ref().is_some_and(|first| first.0 == *on && first.1 == *time));
    if equal {
        clocks.truncate(1);
    }
    let shown = clocks.into_iter().enumerate().map(|(place, (letter, on, time, own))| {
        let same_day = place > 0 && first.as_ref().is_some_and(|first| first.0 == on);
        let text = if same_day { time } else { format!("{} {time}", day(visit.language, on)) };
        Clocked { letter, text, own }
    });
    shown.collect()
}

/// The name of a record, with the language it is in when that is not the page's.
pub fn name(visit: &Visit, words: &Words) -> (String, String) {
    let (found, text) = words.pick(visit.language.code());
    let lang = if found == visit.language.code() || found == "und" { String::new() } else { found.to_owned() };
    (text.to_owned(), lang)
}

/// The name of a record by identity, or the identity where nobody says its name.
pub fn named(visit: &Visit, names: &Names, id: &str) -> (String, String) {
    names.get(id).map_or_else(|| (id.to_owned(), String::new()), |words| name(visit, words))
}

/// What a row is called.
pub fn title(visit: &Visit, row: &Row) -> (String, String) {
    let words: Words = serde_json::from_str(&row.title).unwrap_or_default();
    let (text, lang) = name(visit, &words);
    if row.noun == "report" || row.noun == "period" {
        return (format!("{} {text}", visit.t(&row.noun)), lang);
    }
    if row.noun == "figure"
        && let Some(titled) = crate::figures::title(visit, row)
    {
        return titled;
    }
    (told_days(visit, &text), lang)
}

/// The number that stands before a title; blank where the title says it first, as that of a marker does.
pub fn number_before<'n>(number: &'n str, title: &str) -> &'n str {
    match title.strip_prefix(number) {
        Some(rest) if rest.is_empty() || rest.starts_with(" · ") => "",
        _ => number,
    }
}

/// A title that begins with a day of ISO 8601 gets the day in the order of the language.
fn told_days(visit: &Visit, text: &str) -> String {
    match text.get(..10).and_then(|first| first.parse::<Date>().ok()) {
        Some(on) => format!("{}{}", day(visit.language, on), text.get(10..).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The state of a row as a chip: overdue before waiting before due before its own.
pub fn chip(visit: &Visit, row: &Row) -> Chip {
    let text = visit.t(&format!("{}-state-{}", row.noun, row.status));
    let class = if row.open && is_overdue(visit, row) {
        "bad"
    } else if row.open && row.turn.as_ref().is_some_and(|side| side != visit.app.desk.own().as_str()) {
        "info"
    } else if row.status == "draft" {
        "draft"
    } else if row.open && row.due.is_some() {
        "warn"
    } else if row.open {
        ""
    } else {
        settled(&row.status)
    };
    Chip { class, text }
}

/// What was given up or went wrong is not shown as done.
fn settled(status: &str) -> &'static str {
    match status {
        "cancelled" | "declined" | "lapsed" | "waived" | "dissolved" | "ended" | "left" | "withdrawn" => "",
        "missed" | "seriously-damaged" | "displaced" | "destroyed" | "missing" => "bad",
        "damaged" | "suspected-displaced" => "warn",
        _ => "ok",
    }
}

/// From how many minutes on what is left is told in days.
const CLOSE_MINUTES: i64 = 72 * 60;

/// True when the row was due before now.
pub fn is_overdue(visit: &Visit, row: &Row) -> bool {
    let Some(due) = &row.due else { return false };
    match due.parse::<Date>() {
        Ok(on) => on < visit.app.desk.today(),
        Err(_) => due.parse::<Timestamp>().is_ok_and(|at| at < visit.app.desk.now()),
    }
}

/// When a row is due, in words first: `in 3 days · 14/02/2026`.
pub fn due(visit: &Visit, row: &Row) -> String {
    let Some(text) = &row.due else { return String::new() };
    let desk = &visit.app.desk;
    if let Ok(on) = text.parse::<Date>() {
        let days = (on - desk.today()).get_days();
        let words = match days {
            0 => visit.t("due-today"),
            1.. => visit.tv("due-in-days", &[("days", &days.to_string())]),
            _ => visit.tv("due-days-ago", &[("days", &(-days).to_string())]),
        };
        return format!("{words} · {}", day(visit.language, on));
    }
    let Ok(at) = text.parse::<Timestamp>() else { return text.clone() };
    let minutes = at.duration_since(desk.now()).as_secs() / 60;
    if minutes >= CLOSE_MINUTES {
        let days = (minutes / (24 * 60)).to_string();
        let words = visit.tv("due-in-days", &[("days", &days)]);
        return format!("{words} · {}", instant(visit.language, at, desk.zone()));
    }
    let (hours, rest) = ((minutes.abs() / 60).to_string(), (minutes.abs() % 60).to_string());
    let key = if minutes >= 0 { "due-in-time" } else { "due-time-ago" };
    let words = visit.tv(key, &[("hours", &hours), ("minutes", &rest)]);
    format!("{words} · {}", instant(visit.language, at, desk.zone()))
}

/// The lines of a state or of a fact, by its schema: labelled, ordered and shaped as declared there.
pub fn facts(visit: &Visit, noun: &str, schema: &Value, state: &Value, names: &Names) -> Facts {
    let mut lines = Vec::new();
    let empty = Map::new();
    let map = state.as_object().unwrap_or(&empty);
    let schema = form_of(either(schema), map);
    for (field, value) in ordered(schema, map) {
        let property = property(schema, field);
        // A fixed word only tells which of several forms it is: the status of a stage stands in the head of the page.
        let is_fixed = property.is_some_and(|property| property.get("const").is_some());
        if is_blank(value) || is_fixed {
            continue;
        }
        if field == "stage" {
            lines.extend(facts(visit, noun, property.unwrap_or(&Value::Null), value, names).lines);
            continue;
        }
        lines.push(line(visit, noun, property, field, value, names));
    }
    Facts { lines }
}

/// What a schema declares of a field, by its name or for fields of any name.
pub fn property<'s>(schema: &'s Value, field: &str) -> Option<&'s Value> {
    let named = schema.get("properties").and_then(|properties| properties.get(field));
    named.or_else(|| schema.get("additionalProperties").filter(|other| other.is_object()))
}

/// Of several forms the one whose fixed words the value has: a stage is known by its status.
fn form_of<'s>(schema: &'s Value, map: &Map<String, Value>) -> &'s Value {
    let has_words = |form: &&Value| {
        let properties = form.get("properties").and_then(Value::as_object).into_iter().flatten();
        let mut fixed = properties.filter_map(|(field, property)| Some((field, property.get("const")?)));
        fixed.all(|(field, word)| map.get(field) == Some(word))
    };
    let forms = schema.get("oneOf").and_then(Value::as_array);
    forms.and_then(|forms| forms.iter().find(has_words)).unwrap_or(schema)
}

fn line(visit: &Visit, noun: &str, property: Option<&Value>, field: &str, value: &Value, names: &Names) -> Line {
    let property = property.or_else(|| declared(visit, noun, field, value)).unwrap_or(&Value::Null);
    let property = match value {
        Value::Object(map) if property.is_null() => shaped(visit, noun, map).unwrap_or(property),
        _ => property,
    };
    Line { label: visit.label(noun, field), value: piece(visit, noun, property, value, names) }
}

/// A field that comes without a schema, such as one of what was known on a day, as the noun's state or one of its
/// commands declares it.
fn declared<'v>(visit: &'v Visit, noun: &str, field: &str, value: &Value) -> Option<&'v Value> {
    let schemas = visit.app.schemas.get(noun)?;
    let of = |schema: &'v Value| schema.get("properties")?.get(field);
    let stages = schemas.state.pointer("/properties/stage/oneOf").and_then(Value::as_array);
    let stages = stages.into_iter().flatten().filter_map(of);
    let commands = schemas.commands.iter().filter_map(|(_, schema)| of(schema));
    fitting(of(&schemas.state).into_iter().chain(stages).chain(commands).collect(), value)
        .or_else(|| within(&schemas.state, field))
}

/// What comes without a schema under a name of its own, by the part of the state that has all its fields.
fn shaped<'v>(visit: &'v Visit, noun: &str, map: &Map<String, Value>) -> Option<&'v Value> {
    let state = &visit.app.schemas.get(noun)?.state;
    if map.is_empty() { None } else { with_fields(state, map) }
}

fn with_fields<'v>(schema: &'v Value, map: &Map<String, Value>) -> Option<&'v Value> {
    match schema {
        Value::Object(inner) => {
            let properties = schema.get("properties").and_then(Value::as_object);
            let has_all = properties.is_some_and(|properties| map.keys().all(|field| properties.contains_key(field)));
            if has_all { Some(schema) } else { inner.values().find_map(|inner| with_fields(inner, map)) }
        }
        Value::Array(items) => items.iter().find_map(|inner| with_fields(inner, map)),
        _ => None,
    }
}

/// A field at any depth of a schema.
fn within<'v>(schema: &'v Value, field: &str) -> Option<&'v Value> {
    match schema {
        Value::Object(map) => {
            let here = map.get("properties").and_then(|properties| properties.get(field));
            here.or_else(|| map.values().find_map(|inner| within(inner, field)))
        }
        Value::Array(items) => items.iter().find_map(|inner| within(inner, field)),
        _ => None,
    }
}

/// Of several declarations under one name the one that fits the value: a reason may be one of a list, or free words.
fn fitting<'v>(declared: Vec<&'v Value>, value: &Value) -> Option<&'v Value> {
    let is_choice = |schema: &&&Value| either(schema).get("x-options").is_some();
    let chosen = |schema: &&&Value| {
        is_choice(schema)
            && value.as_str().is_some_and(|text| named_options(either(schema)).iter().any(|one| one == text))
    };
    let free = declared.iter().find(|schema| !is_choice(schema));
    declared.iter().find(chosen).or(free).or(declared.first()).copied()
}

/// Fields in the order of the declaration; those the schema does not name come last.
fn ordered<'v>(schema: &Value, map: &'v Map<String, Value>) -> Vec<(&'v String, &'v Value)> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let place = |field: &String| properties.and_then(|properties| properties.keys().position(|name| name == field));
    let mut pairs: Vec<_> = map.iter().collect();
    pairs.sort_by_key(|(field, _)| place(field).unwrap_or(usize::MAX));
    pairs
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.values().all(is_blank),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A value by its schema, or by its form where no schema says more.
pub fn piece(visit: &Visit, noun: &str, schema: &Value, value: &Value, names: &Names) -> Piece {
    let plain = |text: String| Piece::Text { text, lang: String::new() };
    match value {
        Value::String(text) => text_piece(visit, schema, text, names),
        Value::Number(number) => plain(number.to_string()),
        Value::Bool(yes) => plain(visit.t(if *yes { "yes" } else { "no" })),
        Value::Null => plain(String::new()),
        Value::Array(items) => {
            let item = schema.get("items").unwrap_or(&Value::Null);
            Piece::Many(items.iter().map(|value| piece(visit, noun, item, value, names)).collect())
        }
        Value::Object(map) if is_words(visit, schema, map) => {
            let words: Words = serde_json::from_value(value.clone()).unwrap_or_default();
            let (text, lang) = name(visit, &words);
            Piece::Text { text, lang }
        }
        Value::Object(map) if either(schema).get("x-file").is_some() => {
            file(visit, noun, map).unwrap_or(Piece::Facts(Facts { lines: Vec::new() }))
        }
        Value::Object(_) => Piece::Facts(facts(visit, noun, schema, value, names)),
    }
}

/// How large a file is, rounded up: 812 B, 47 kB, 25 MB.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..10_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

/// A file by its name, leading to its bytes where the page is that of its record.
fn file(visit: &Visit, noun: &str, map: &Map<String, Value>) -> Option<Piece> {
    let text = |field: &str| map.get(field).and_then(Value::as_str);
    let size = size(map.get("size")?.as_u64()?);
    let (name, sha256, id) = (format!("{} ({size})", text("name")?), text("sha256")?, visit.param("id"));
    let lang = String::new();
    Some(match id.is_empty() {
        true => Piece::Text { text: name, lang },
        false => Piece::Link { href: format!("/{noun}/{id}/file/{sha256}"), text: name, lang },
    })
}

/// The schema of what is there, where a field may also be missing.
pub fn either(schema: &Value) -> &Value {
    let alternatives = schema.get("anyOf").and_then(Value::as_array);
    let there =
        alternatives.and_then(|all| all.iter().find(|one| one.get("type").and_then(Value::as_str) != Some("null")));
    there.unwrap_or(schema)
}

fn is_words(visit: &Visit, schema: &Value, map: &Map<String, Value>) -> bool {
    let is_known = |key: &String| key == "und" || visit.languages().any(|code| code == key);
    let by_form = schema.is_null() && !map.is_empty() && map.keys().all(is_known);
    either(schema).get("x-words").is_some() || by_form
}

fn text_piece(visit: &Visit, schema: &Value, text: &str, names: &Names) -> Piece {
    let schema = either(schema);
    let plain = |text: String| Piece::Text { text, lang: String::new() };
    if let Some(options) = schema.get("x-options").and_then(Value::as_str) {
        return plain(visit.t(&format!("{options}-{text}")));
    }
    if schema.get("x-choice").and_then(Value::as_str) == Some("figure") {
        return plain(visit.t(&format!("figure-{text}")));
    }
    if schema.get("x-choice").and_then(Value::as_str) == Some("noun") {
        return plain(visit.t(text));
    }
    if let Some(noun) = schema.get("x-ref").and_then(Value::as_str) {
        let (text_shown, lang) = named(visit, names, text);
        return match names.contains_key(text) && !noun.is_empty() {
            true => Piece::Link { href: format!("/{noun}/{text}"), text: told_days(visit, &text_shown), lang },
            false => Piece::Text { text: told_days(visit, &text_shown), lang },
        };
    }
    if let Ok(on) = text.parse::<Date>()
        && text.len() == 10
    {
        return plain(day(visit.language, on));
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Piece::Clocks(clocks(visit, at));
    }
    // Where no schema says more, a text that names a record is shown by its name.
    if schema.is_null() && names.contains_key(text) {
        let (text, lang) = named(visit, names, text);
        return Piece::Text { text, lang };
    }
    let is_code = schema.get("pattern").and_then(Value::as_str) == Some(CODE);
    if is_code { Piece::Code(text.to_owned()) } else { plain(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_stage_is_known_by_its_status_and_a_field_of_any_name_by_what_is_declared_for_all() {
        let of = |status: &str, field: &str| json!({ "properties": { "status": { "const": status }, (field): { "format": "date" } } });
        let stage = json!({ "oneOf": [of("active", "from"), of("left", "on")] });
        let found = |value: Value| form_of(&stage, value.as_object().unwrap()).clone();
        assert_eq!(found(json!({ "status": "left", "on": "2026-03-01" })), of("left", "on"));
        assert_eq!(found(json!({ "status": "unknown" })), stage, "what no form fits is shown by its own form");
        assert_eq!(form_of(&of("left", "on"), &Map::new()), &of("left", "on"), "one form alone is that form");
        let levels = json!({ "properties": { "on": {} }, "additionalProperties": { "type": "string" } });
        assert_eq!(property(&levels, "vn"), Some(&json!({ "type": "string" })));
        assert_eq!(property(&levels, "on"), Some(&json!({})));
        assert_eq!(property(&json!({ "properties": {}, "additionalProperties": false }), "vn"), None);
    }

    #[test]
    fn what_comes_without_a_schema_is_known_by_its_fields() {
        let said = json!({ "properties": { "kind": { "x-options": "said-kind" }, "at": {}, "words": {} } });
        let state = json!({ "properties": { "kind": { "x-options": "document-kind" }, "said": { "items": said } } });
        let of = |value: Value| with_fields(&state, value.as_object().unwrap()).cloned();
        assert_eq!(of(json!({ "kind": "propose", "at": "2026-03-01" })), Some(said.clone()));
        assert_eq!(of(json!({ "kind": "letter", "elsewhere": 1 })), None);
    }

    #[test]
    fn a_reason_is_shown_as_one_of_a_list_or_as_the_words_it_is() {
        let listed = json!({ "x-options": "postpone-reason", "enum": ["weather", "epidemic"] });
        let nullable = json!({ "anyOf": [listed.clone(), { "type": "null" }] });
        let words = json!({ "type": "string" });
        let of = |declared: Vec<&'static str>, value: &str| {
            let all: Vec<&Value> = declared
                .iter()
                .map(|kind| match *kind {
                    "listed" => &listed,
                    "nullable" => &nullable,
                    _ => &words,
                })
                .collect();
            fitting(all, &json!(value)).cloned()
        };
        assert_eq!(of(vec!["words", "listed"], "weather"), Some(listed.clone()));
        assert_eq!(of(vec!["listed", "words"], "The bridge is closed"), Some(words.clone()));
        assert_eq!(of(vec!["words", "nullable"], "epidemic"), Some(nullable.clone()));
        assert_eq!(of(vec!["listed"], "unknown"), Some(listed.clone()));
        assert_eq!(of(vec![], "weather"), None);
    }
}
