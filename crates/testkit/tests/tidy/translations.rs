//! The translations: every text that the rules and the pages need exists in all five languages, none is left over, and
//! each names the same values everywhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{ends, files, finding, settle, text};

const LANGUAGES: [&str; 5] = ["en", "vi", "zh", "lo", "km"];
/// States of nouns that have no stages of their own.
const PLAIN_STATES: [(&str, &str); 6] = [
    ("side", "registered"),
    ("matter", "registered"),
    ("level", "registered"),
    ("award", "recorded"),
    ("officer", "active"),
    ("officer", "left"),
];
/// Properties that no page shows under a name: the stage is shown as a state.
const UNNAMED: [&str; 2] = ["stage", "status"];
/// First words of keys that a page puts together with a choice of its own, for which there is no schema.
const CHOSEN: [&str; 2] = ["theme", "density"];
const NATIVE: &str = "# to be confirmed by a native speaker";

/// A text: where it stands, and the values it names.
struct Message {
    at: String,
    text: String,
    values: BTreeSet<String>,
}

/// The texts of a language by key, and the keys that stand twice.
fn messages(language: &str) -> (BTreeMap<String, Message>, Vec<String>) {
    let (mut found, mut twice): (BTreeMap<String, Message>, _) = (BTreeMap::new(), Vec::new());
    let folder = format!("crates/web/translations/{language}/");
    for path in files().into_iter().filter(|path| path.starts_with(&folder)) {
        let mut key = String::new();
        for (place, line) in text(&path).lines().enumerate() {
            let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let Some((name, rest)) = line.split_once('=').filter(|_| begins) {
                key = name.trim().to_owned();
                let message =
                    Message { at: format!("{path}:{}", place + 1), text: rest.trim().to_owned(), values: values(rest) };
                if found.insert(key.clone(), message).is_some() {
                    twice.push(format!("{path}:{}: {key}", place + 1));
                }
            } else if line.starts_with([' ', '}'])
                && let Some(message) = found.get_mut(&key)
            {
                message.text.push_str(line);
                message.values.extend(values(line));
            }
        }
    }
    (found, twice)
}

/// The names of `{ $values }` in a text.
fn values(text: &str) -> BTreeSet<String> {
    let after = text.split('$').skip(1);
    after
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect())
        .collect()
}

fn kebab(name: &str) -> String {
    name.replace('_', "-")
}

/// Every property of a schema, at any depth.
fn properties(schema: &Value, out: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(named)) = map.get("properties") {
                out.extend(named.keys().map(|name| kebab(name)).filter(|name| !UNNAMED.contains(&name.as_str())));
            }
            map.values().for_each(|inner| properties(inner, out));
        }
        Value::Array(items) => items.iter().for_each(|inner| properties(inner, out)),
        _ => {}
    }
}

/// `<options>-<value>` of every choice in a schema.
fn options(schema: &Value, out: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(of) = map.get("x-options").and_then(Value::as_str) {
                let mut values = BTreeSet::new();
                constants(schema, &mut values);
                out.extend(values.into_iter().map(|value| format!("{of}-{value}")));
            }
            map.values().for_each(|inner| options(inner, out));
        }
        Value::Array(items) => items.iter().for_each(|inner| options(inner, out)),
        _ => {}
    }
}

/// The values of a choice: `enum` lists and `const`s.
fn constants(schema: &Value, out: &mut BTreeSet<String>) {
    let listed = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
    out.extend(listed.chain(schema.get("const")).filter_map(|value| value.as_str().map(str::to_owned)));
    for inner in ["oneOf", "anyOf"].iter().filter_map(|name| schema.get(name)?.as_array()).flatten() {
        constants(inner, out);
    }
}

/// The names of the stages of a noun: the `status` of each.
fn stages(state: &Value, out: &mut BTreeSet<String>) {
    let Some(stage) = state.pointer("/properties/stage") else { return };
    let alternatives = stage.get("oneOf").and_then(Value::as_array).cloned().unwrap_or_else(|| vec![stage.clone()]);
    for alternative in alternatives {
        if let Some(status) = alternative.pointer("/properties/status") {
            constants(status, out);
        }
    }
}

/// The roles of links, as the rules name them.
fn link_roles() -> BTreeSet<String> {
    let rules = files().into_iter().filter(|path| path.starts_with("crates/domain/src/") && path.ends_with(".rs"));
    let mut roles = BTreeSet::new();
    for path in rules.filter(|path| !path.ends_with("rehearsal.rs")) {
        let text = text(&path);
        let working = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let named = working.split("role: \"").skip(1).filter_map(|rest| rest.split('"').next());
        roles.extend(named.map(|role| format!("link-{role}")));
    }
    roles
}

/// What the rules need, each with what asks for it. A field may have a text of its noun instead of the shared one.
fn required(known: &BTreeMap<String, Message>) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    for noun in domain::NOUNS {
        let (name, schemas) = (noun.name, noun.schemas());
        let mut need = |key: String| drop(keys.insert(key, format!("the noun {name}")));
        [name.to_owned(), format!("{name}-many"), format!("{name}-about")].into_iter().for_each(&mut need);
        let mut statuses = BTreeSet::new();
        stages(&schemas.state, &mut statuses);
        statuses.extend(PLAIN_STATES.iter().filter(|(of, _)| *of == name).map(|(_, status)| (*status).to_owned()));
        assert!(!statuses.is_empty(), "{name} has no states");
        statuses.iter().for_each(|status| need(format!("{name}-state-{status}")));
        schemas.commands.iter().for_each(|(command, _)| need(format!("{name}-command-{command}")));
        schemas.fact_names().for_each(|fact| need(format!("{name}-fact-{fact}")));
        schemas.refusals.iter().for_each(|reason| need(format!("{name}-refusal-{reason}")));
        let (mut fields, mut choices) = (BTreeSet::new(), BTreeSet::new());
        let facts_and_commands = schemas.facts.iter().chain(&schemas.commands).map(|(_, schema)| schema);
        for schema in facts_and_commands.chain([&schemas.state]) {
            properties(schema, &mut fields);
            options(schema, &mut choices);
        }
        for field in fields {
            let own = format!("{name}-field-{field}");
            need(if known.contains_key(&own) { own } else { format!("field-{field}") });
        }
        choices.into_iter().for_each(need);
    }
    keys.extend(link_roles().into_iter().map(|role| (role, "a link".to_owned())));
    let figures = domain::reporting::report::FIGURES.iter();
    keys.extend(figures.map(|code| (format!("figure-{code}"), "a figure".to_owned())));
    keys.extend(sums().into_iter().map(|key| (key, "a sum of published figures".to_owned())));
    keys
}

/// What is said of sums of published figures, and of how their numbers are meant.
fn sums() -> Vec<String> {
    use domain::Qualifier;
    use domain::reporting::figure::{AddRefusal, Aspect};
    let qualifiers = Qualifier::ALL.map(|qualifier| format!("figure-told-{}", qualifier.name())).into_iter();
    let reasons = AddRefusal::REASONS.map(|reason| format!("figure-sum-{reason}"));
    let aspects = Aspect::ALL.map(|aspect| format!("figure-aspect-{}", aspect.name()));
    let kinds = ["state", "period"].map(|kind| format!("figure-kind-{kind}"));
    qualifiers.chain(reasons).chain(aspects).chain(kinds).collect()
}

/// The sources that show texts.
fn showing() -> Vec<(String, String)> {
    let rooms = ["crates/web/src/", "crates/web/templates/", "crates/twinpost/src/", "crates/paper/src/"];
    let paths = files()
        .into_iter()
        .filter(|path| rooms.iter().any(|room| path.starts_with(room)) && ends(path, &[".rs", ".html"]));
    paths.map(|path| (text(&path), path)).map(|(text, path)| (path, text)).collect()
}

/// Everything between double quotes in a source.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').filter(|part| !part.is_empty() && part.len() < 80)
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The keys that pages ask for by name: `t("key")` and its sisters.
fn asked() -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    for (path, source) in showing() {
        for call in [".t(\"", ".t1(\"", ".tv(\"", ".tn(\""] {
            let named = source.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            keys.extend(named.filter(|key| is_key(key)).map(|key| (key.to_owned(), path.clone())));
        }
    }
    keys
}

/// The beginnings and ends of keys that sources put together: `help-{topic}-title` is ("help-", "-title").
fn put_together() -> Vec<(String, String)> {
    let mut patterns = Vec::new();
    for (_, source) in showing() {
        for literal in literals(&source).filter(|literal| literal.contains('{') && !literal.contains(' ')) {
            let (Some((begin, _)), Some((_, end))) = (literal.split_once('{'), literal.rsplit_once('}')) else {
                continue;
            };
            let begins = begin.len() >= 4 && begin.ends_with('-') && is_key(begin);
            if begins && (end.is_empty() || end.starts_with('-')) {
                patterns.push((begin.to_owned(), end.to_owned()));
            }
        }
    }
    patterns
}

#[test]
fn every_text_that_is_needed_exists() {
    let english = messages("en").0;
    let (required, asked) = (required(&english), asked());
    assert!(required.len() > 300 && asked.len() > 50, "{} required, {} asked for", required.len(), asked.len());
    let mut wrong = Vec::new();
    for (key, by) in required.into_iter().chain(asked) {
        if !english.contains_key(&key) {
            wrong.push(finding(key, format!("is missing, asked for by {by}")));
        }
    }
    settle("text", wrong);
}

#[test]
fn no_text_is_left_over() {
    let english = messages("en").0;
    let required = required(&english);
    let sources = showing();
    let literal: BTreeSet<&str> = sources.iter().flat_map(|(_, source)| literals(source)).collect();
    let patterns = put_together();
    let chosen = |key: &str| {
        CHOSEN
            .iter()
            .any(|first| literal.contains(first) && key.strip_prefix(first).is_some_and(|rest| rest.starts_with('-')))
    };
    let made = |key: &str| {
        chosen(key)
            || patterns.iter().any(|(begin, end)| {
                key.len() > begin.len() + end.len() && key.starts_with(begin.as_str()) && key.ends_with(end.as_str())
            })
    };
    let over =
        english.iter().filter(|(key, _)| !required.contains_key(*key) && !literal.contains(key.as_str()) && !made(key));
    settle(
        "text-unused",
        over.map(|(key, message)| finding(key.as_str(), format!("{} is used nowhere", message.at))).collect(),
    );
}

#[test]
fn every_language_has_the_same_texts_with_the_same_values() {
    let english = messages("en").0;
    let mut wrong = Vec::new();
    for language in &LANGUAGES[1..] {
        let other = messages(language).0;
        for (key, message) in &english {
            match other.get(key) {
                None => wrong.push(finding(format!("{language} {key}"), "is missing")),
                Some(found) if found.values != message.values => {
                    wrong.push(finding(
                        format!("{language} {key}"),
                        format!("{} names {:?}, not {:?}", found.at, found.values, message.values),
                    ));
                }
                Some(_) => {}
            }
        }
        let more = other.iter().filter(|(key, _)| !english.contains_key(*key));
        wrong.extend(more.map(|(key, message)| {
            finding(format!("{language} {key}"), format!("{} stands in no English file", message.at))
        }));
    }
    settle("languages", wrong);
}

#[test]
fn no_text_stands_twice_or_is_blank() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let (found, twice) = messages(language);
        wrong.extend(twice.into_iter().map(|at| finding(at, "stands twice")));
        wrong.extend(
            found
                .iter()
                .filter(|(_, message)| message.text.trim().is_empty())
                .map(|(key, message)| finding(key.as_str(), format!("{} is blank", message.at))),
        );
    }
    settle("text-twice", wrong);
}

#[test]
fn refusals_name_only_what_they_know() {
    let english = messages("en").0;
    let mut wrong = Vec::new();
    for noun in domain::NOUNS {
        let known = refusal_values(noun.name);
        for reason in noun.schemas().refusals {
            let key = format!("{}-refusal-{reason}", noun.name);
            let Some(message) = english.get(&key) else { continue };
            let unknown: Vec<&String> = message.values.iter().filter(|value| !known.contains(*value)).collect();
            if !unknown.is_empty() {
                wrong.push(finding(key, format!("names {unknown:?}, which no refusal of {} carries", noun.name)));
            }
        }
    }
    settle("refusal-values", wrong);
}

/// The names of what the refusals of a noun carry, read from its source.
fn refusal_values(noun: &str) -> BTreeSet<String> {
    let file = noun.replace('-', "_");
    let sources = files().into_iter().filter(|path| path.starts_with("crates/domain/src/"));
    let places = ["", "/shape", "/refusal"].map(|place| format!("/{file}{place}.rs"));
    let sources = sources.filter(|path| places.iter().any(|place| path.ends_with(place.as_str())));
    let mut names = BTreeSet::new();
    for path in sources {
        let text = text(&path);
        let Some(refusals) = text.split("Refusal {").nth(1).and_then(|rest| rest.split("\n}\n").next()) else {
            continue;
        };
        let fields = refusals.lines().filter(|line| line.starts_with("        ") && line.trim_end().ends_with(','));
        names.extend(fields.filter_map(|line| line.trim().split_once(':').map(|(name, _)| name.trim().to_owned())));
    }
    names
}

#[test]
fn lao_and_khmer_say_that_they_are_to_be_confirmed() {
    let unreviewed = files().into_iter().filter(|path| {
        path.starts_with("crates/web/translations/lo/") || path.starts_with("crates/web/translations/km/")
    });
    let silent = unreviewed.filter(|path| !text(path).lines().any(|line| line == NATIVE));
    settle(
        "native",
        silent.map(|path| finding(path, "does not say that a native speaker has to confirm it")).collect(),
    );
}

#[test]
fn every_language_has_the_same_files() {
    let names = |language: &str| -> BTreeSet<String> {
        let folder = format!("crates/web/translations/{language}/");
        files().into_iter().filter_map(|path| path.strip_prefix(&folder).map(str::to_owned)).collect()
    };
    let english = names("en");
    let wrong = LANGUAGES[1..].iter().flat_map(|language| {
        let other = names(language);
        let differing: Vec<String> = english.symmetric_difference(&other).cloned().collect();
        differing.into_iter().map(move |name| finding(format!("{language}/{name}"), "is not in both languages"))
    });
    settle("language-files", wrong.collect());
}
