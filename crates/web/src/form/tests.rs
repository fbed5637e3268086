//! What comes back from a form: nothing but the fields of the command, however the names are twisted.

use proptest::prelude::*;

use super::*;

/// Names of fields as a form sends them, or nearly.
fn names() -> impl Strategy<Value = String> {
    let steps = ["agenda", "title", "matter", "counterpart", "held_on", "level", "vi", "en", "[0]", "[199]", "[200]"];
    let wild = ["[99999999999999999999]", "[-1]", "[", "]", "..", ".", "", "[0].", "\0"];
    let steps: Vec<&str> = steps.into_iter().chain(wild).collect();
    prop::collection::vec(prop::sample::select(steps), 1..5).prop_map(|steps| {
        let joined = steps.join(".");
        joined.replace(".[", "[")
    })
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(map) => map.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn longest(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(longest).chain([items.len()]).max().unwrap_or(0),
        Value::Object(map) => map.values().map(longest).max().unwrap_or(0),
        _ => 0,
    }
}

proptest! {
    #[test]
    fn whatever_a_form_sends_only_fields_of_the_command_are_read(
        pairs in prop::collection::vec((names(), "[0-9a-z/: \n;đ\u{202e}]{0,24}"), 0..40),
        noun in prop::sample::select(domain::NOUNS.iter().map(|noun| noun.name).collect::<Vec<_>>()),
    ) {
        for (_, schema) in domain::noun(noun).map(|noun| noun.schemas().commands).unwrap_or_default() {
            let mut reader = FormReader { zone: &TimeZone::UTC, pairs: &pairs, faults: Vec::new() };
            let read = Value::Object(reader.object(&schema));
            let known = schema["properties"].as_object();
            let is_known = |name: &str| known.is_some_and(|known| known.contains_key(name));
            prop_assert!(read.as_object().is_some_and(|read| read.keys().all(|name| is_known(name))));
            for fault in &reader.faults {
                let first = fault.name.split(['.', '[']).next().unwrap_or_default();
                prop_assert!(is_known(first), "{fault:?}");
            }
            prop_assert!(longest(&read) <= pairs.len().max(1) * 25, "{read}");
            let blank = |text: &&str| text.trim().is_empty();
            prop_assert!(!texts(&read).iter().any(blank), "a blank is nothing: {read}");
        }
    }
}

#[test]
fn a_form_with_rows_beyond_the_limit_gives_no_more_than_the_limit() {
    let schema = serde_json::json!({ "properties": { "agenda": { "type": "array", "items": {
        "type": "object", "properties": { "title": { "type": "string" } }
    } } } });
    let pairs: Vec<(String, String)> =
        (0..1_000).rev().map(|row| (format!("agenda[{row}].title"), format!("t{row}"))).collect();
    let mut reader = FormReader { zone: &TimeZone::UTC, pairs: &pairs, faults: Vec::new() };
    let agenda = reader.object(&schema)["agenda"].clone();
    assert_eq!(agenda.as_array().map(Vec::len), Some(ROWS_LIMIT));
    assert_eq!(agenda[199]["title"], "t199");
}

#[test]
fn a_path_leads_to_its_value() {
    let value = serde_json::json!({ "agenda": [{ "title": "a" }, { "title": "b" }] });
    assert_eq!(at(&value, "agenda[1].title"), Some(&Value::from("b")));
    assert_eq!(at(&value, "agenda[2].title"), None);
}
