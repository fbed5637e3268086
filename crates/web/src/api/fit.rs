//! Whether a body fits the schema of what is asked for, and if not, in which places and why. It knows the part of JSON
//! Schema in which the nouns are declared; a test holds that no declaration uses more.

use jiff::Timestamp;
use jiff::civil::Date;
use regex_lite::Regex;
use serde_json::Value;

use super::problem::{Place, Wrong};

/// Keywords that are asked here.
#[cfg(test)]
const ASKED: &[&str] = &[
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "oneOf",
    "anyOf",
    "const",
    "enum",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
];
/// Keywords that ask for nothing.
#[cfg(test)]
const SILENT: &[&str] = &[
    "description",
    "title",
    "default",
    "$schema",
    "x-ref",
    "x-options",
    "x-long",
    "x-words",
    "x-file",
    "x-choice",
    "x-personal",
    "x-side",
];
/// How many places are told at most.
const TOLD: usize = 50;

/// What does not fit, place by place; none when all fits.
pub fn misfits(schema: &Value, value: &Value, pointer: &str) -> Vec<Wrong> {
    let mut fitting = Fitting { wrong: Vec::new() };
    fitting.value(schema, value, pointer);
    fitting.wrong.truncate(TOLD);
    fitting.wrong
}

struct Fitting {
    wrong: Vec<Wrong>,
}

impl Fitting {
    fn no(&mut self, pointer: &str, detail: impl Into<String>) {
        self.wrong.push(Wrong { place: Place::Body(pointer.to_owned()), detail: detail.into() });
    }

    fn value(&mut self, schema: &Value, value: &Value, pointer: &str) {
        let alternatives = ["oneOf", "anyOf"].iter().find_map(|word| schema.get(word)?.as_array());
        if let Some(alternatives) = alternatives {
            return self.one_of(alternatives, value, pointer);
        }
        if let Some(only) = schema.get("const")
            && only != value
        {
            return self.no(pointer, format!("must be {only}"));
        }
        if let Some(choices) = schema.get("enum").and_then(Value::as_array)
            && !choices.contains(value)
        {
            return self.no(pointer, format!("must be one of {}", Value::from(choices.clone())));
        }
        if let Some(kinds) = schema.get("type")
            && !is_of(kinds, value)
        {
            let kinds =
                kinds.as_array().map_or_else(|| kinds.to_string(), |kinds| Value::from(kinds.clone()).to_string());
            return self.no(pointer, format!("must be of the type {kinds}"));
        }
        match value {
            Value::String(text) => self.text(schema, text, pointer),
            Value::Number(_) => self.number(schema, value, pointer),
            Value::Array(items) => self.items(schema, items, pointer),
            Value::Object(_) => self.object(schema, value, pointer),
            Value::Null | Value::Bool(_) => {}
        }
    }

    /// Fits when one of them does; where one is meant by its constant, it says what is wrong.
    fn one_of(&mut self, alternatives: &[Value], value: &Value, pointer: &str) {
        let tried: Vec<Vec<Wrong>> = alternatives.iter().map(|schema| misfits(schema, value, pointer)).collect();
        if tried.iter().any(Vec::is_empty) {
            return;
        }
        let constants: Vec<&Value> = alternatives.iter().filter_map(|schema| schema.get("const")).collect();
        if constants.len() == alternatives.len() {
            let choices: Vec<String> = constants.iter().map(ToString::to_string).collect();
            return self.no(pointer, format!("must be one of {}", choices.join(", ")));
        }
        // The nearest alternative is the one in which the deepest place is wrong.
        let depth = |wrong: &Vec<Wrong>| {
            let at = |one: &Wrong| match &one.place {
                Place::Body(pointer) => pointer.len(),
                _ => 0,
            };
            wrong.iter().map(at).max().unwrap_or_default()
        };
        if let Some(nearest) = tried.into_iter().max_by_key(depth) {
            self.wrong.extend(nearest);
        }
    }

    fn text(&mut self, schema: &Value, text: &str, pointer: &str) {
        let length = text.chars().count() as u64;
        if let Some(least) = number(schema, "minLength").filter(|least| length < *least) {
            self.no(pointer, format!("must have at least {least} characters"));
        }
        if let Some(most) = number(schema, "maxLength").filter(|most| length > *most) {
            self.no(pointer, format!("must have at most {most} characters"));
        }
        match schema.get("format").and_then(Value::as_str) {
            Some("date") if !is_day(text) => self.no(pointer, "must be a day like 2026-02-14"),
            Some("date-time") if text.parse::<Timestamp>().is_err() => {
                self.no(pointer, "must be an instant like 2026-02-14T01:30:00Z");
            }
            _ => {}
        }
        if let Some(pattern) = schema.get("pattern").and_then(Value::as_str)
            && !matches(pattern, text)
        {
            self.no(pointer, format!("must match {pattern}"));
        }
    }

    fn number(&mut self, schema: &Value, value: &Value, pointer: &str) {
        let Some(found) = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from)) else { return };
        let (mut least, mut most) = match schema.get("format").and_then(Value::as_str) {
            Some("uint8") => (0, u8::MAX.into()),
            Some("uint16") => (0, u16::MAX.into()),
            Some("uint32") => (0, u32::MAX.into()),
            Some("uint64" | "uint") => (0, u64::MAX.into()),
            Some("int8") => (i8::MIN.into(), i8::MAX.into()),
            Some("int16") => (i16::MIN.into(), i16::MAX.into()),
            Some("int32") => (i32::MIN.into(), i32::MAX.into()),
            _ => (i64::MIN.into(), i128::from(i64::MAX)),
        };
        let limit = |word: &str| schema.get(word).and_then(Value::as_i64).map(i128::from);
        least = limit("minimum").unwrap_or(least).max(least);
        most = limit("maximum").unwrap_or(most).min(most);
        if found < least || found > most {
            self.no(pointer, format!("must lie between {least} and {most}"));
        }
    }

    fn items(&mut self, schema: &Value, items: &[Value], pointer: &str) {
        let length = items.len() as u64;
        if let Some(least) = number(schema, "minItems").filter(|least| length < *least) {
            self.no(pointer, format!("must have at least {least} items"));
        }
        if let Some(most) = number(schema, "maxItems").filter(|most| length > *most) {
            self.no(pointer, format!("must have at most {most} items"));
        }
        let Some(of) = schema.get("items") else { return };
        for (place, item) in items.iter().enumerate() {
            self.value(of, item, &format!("{pointer}/{place}"));
        }
    }

    fn object(&mut self, schema: &Value, value: &Value, pointer: &str) {
        let Some(fields) = value.as_object() else { return };
        let known = schema.get("properties").and_then(Value::as_object);
        let required = schema.get("required").and_then(Value::as_array);
        for name in required.into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                self.no(&format!("{pointer}/{}", escaped(name)), "is missing");
            }
        }
        for (name, field) in fields {
            let place = format!("{pointer}/{}", escaped(name));
            match (known.and_then(|known| known.get(name)), schema.get("additionalProperties")) {
                (Some(schema), _) => self.value(schema, field, &place),
                (None, Some(Value::Bool(false))) => self.no(&place, "is not known here"),
                (None, Some(schema @ Value::Object(_))) => self.value(schema, field, &place),
                (None, _) => {}
            }
        }
    }
}

fn number(schema: &Value, word: &str) -> Option<u64> {
    schema.get(word)?.as_u64()
}

fn is_of(kinds: &Value, value: &Value) -> bool {
    match kinds {
        Value::Array(kinds) => kinds.iter().any(|kind| is_of(kind, value)),
        kind => match kind.as_str().unwrap_or_default() {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "string" => value.is_string(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => true,
        },
    }
}

/// A civil day in the one form in which days are written.
pub fn is_day(text: &str) -> bool {
    text.parse::<Date>().is_ok_and(|day| day.to_string() == text)
}

/// True when the text has the form of a pattern, as JSON Schema has patterns. What is no pattern is met by nothing.
pub fn matches(pattern: &str, text: &str) -> bool {
    Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(text))
}

/// A name as a pointer has it (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn words(schema: &Value, found: &mut Vec<(String, Value)>) {
        let Some(map) = schema.as_object() else { return };
        for (word, value) in map {
            found.push((word.clone(), value.clone()));
            match word.as_str() {
                "properties" => value.as_object().unwrap().values().for_each(|schema| words(schema, found)),
                "oneOf" | "anyOf" => value.as_array().unwrap().iter().for_each(|schema| words(schema, found)),
                "items" | "additionalProperties" => words(value, found),
                _ => {}
            }
        }
    }

    #[test]
    fn no_declaration_asks_for_more_than_is_asked_here() {
        let mut found = Vec::new();
        for noun in domain::NOUNS {
            noun.schemas().commands.iter().for_each(|(_, schema)| words(schema, &mut found));
        }
        assert!(found.len() > 1000);
        for (word, value) in found {
            assert!(ASKED.contains(&word.as_str()) || SILENT.contains(&word.as_str()), "{word} is not known here");
            if word == "pattern" {
                assert!(Regex::new(value.as_str().unwrap()).is_ok(), "{value} is no pattern that is known here");
            }
        }
    }

    #[test]
    fn every_place_that_is_wrong_is_named() {
        let schema = json!({
            "type": "object", "additionalProperties": false, "required": ["day", "names"],
            "properties": {
                "day": { "type": "string", "format": "date" },
                "count": { "type": ["integer", "null"], "format": "uint32", "minimum": 0 },
                "names": { "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 3 } },
                "kind": { "oneOf": [{ "type": "string", "const": "a" }, { "type": "string", "const": "b" }] },
                "id": { "type": "string", "pattern": "^[a-z0-9-]{1,4}$" },
            },
        });
        let pointers = |value: Value| -> Vec<String> {
            let wrong = misfits(&schema, &value, "");
            wrong
                .into_iter()
                .map(|wrong| match wrong.place {
                    Place::Body(at) => at,
                    _ => String::new(),
                })
                .collect()
        };
        assert!(
            pointers(json!({ "day": "2026-02-14", "names": ["a"], "count": null, "kind": "b", "id": "a-9" }))
                .is_empty()
        );
        assert_eq!(
            pointers(json!({ "day": "14/02/2026", "names": ["", "abcd"], "x/y": 1 })),
            ["/day", "/names/0", "/names/1", "/x~1y"]
        );
        assert_eq!(
            pointers(json!({ "names": 3, "count": 4_294_967_296u64, "kind": "c", "id": "A" })),
            ["/day", "/names", "/count", "/kind", "/id"]
        );
        assert_eq!(pointers(json!({ "day": "2026-02-14", "names": [], "count": -1 })), ["/count"]);
        assert_eq!(pointers(json!([])), [""]);
        assert_eq!(pointers(json!({ "day": "2026-02-14", "names": [], "count": 1.0 })), ["/count"]);
    }

    #[test]
    fn a_class_of_characters_is_read_as_written() {
        assert!(matches("^[a-z0-9-]{1,64}$", "vn-bg-1"));
        for no in ["", "A", "a_b", "đ", &"a".repeat(65)] {
            assert!(!matches("^[a-z0-9-]{1,64}$", no), "{no}");
        }
    }
}
