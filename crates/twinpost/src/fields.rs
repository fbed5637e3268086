//! The fields of a command as they are written on the command line, read by the command's own schema: `place=bridge`,
//! `held_on=2026-03-04`, `planned_at="2026-03-04 08:30"`, `agenda:=[{"title":"…"}]`.

use std::path::Path;

use desk::hour::{self, HourFault};
use domain::Declared;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use crate::stop::{Outcome, Stop};

/// The command with its fields as the desk takes it.
///
/// A file is written as `@` and its path; `keep` takes it in and tells how the command names it.
pub fn command(
    noun: &Declared,
    name: &str,
    written: &[String],
    zone: &TimeZone,
    keep: &dyn Fn(&Path) -> Outcome<Value>,
) -> Outcome<Value> {
    let schemas = noun.schemas();
    let Some((_, schema)) = schemas.commands.iter().find(|(known, _)| known == name) else {
        let known: Vec<&str> = schemas.commands.iter().map(|(known, _)| known.as_str()).collect();
        return Err(Stop::Usage(format!("{} has no command {name}; there are: {}", noun.name, known.join(", "))));
    };
    let mut fields = Map::new();
    for text in written {
        let (path, value) = match file(schema, text, keep)? {
            Some(found) => found,
            None => field(schema, text, zone).map_err(|problem| Stop::Usage(format!("{text}: {problem}")))?,
        };
        put(&mut fields, &path, value).map_err(|problem| Stop::Usage(format!("{text}: {problem}")))?;
    }
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let missing: Vec<&str> = required.filter(|field| !fields.contains_key(*field)).collect();
    if !missing.is_empty() {
        let told = format!("{} {name} also needs: {}", noun.name, missing.join(", "));
        return Err(Stop::Usage(format!("{told}\nIts fields are: {}", names(schema))));
    }
    fields.insert("command".to_owned(), Value::from(name));
    Ok(Value::Object(fields))
}

/// An instant as RFC 3339 has it, or as a day and a time in the zone of the own side: a time that occurs twice there
/// needs its offset from UTC, one that is missing is refused.
pub fn instant(text: &str, zone: &TimeZone) -> Result<Timestamp, String> {
    if let Ok(instant) = text.parse() {
        return Ok(instant);
    }
    let civil: Option<DateTime> = text.replacen(' ', "T", 1).parse().ok().filter(|_| text.contains([' ', 'T']));
    let form = "write an instant like 2026-03-04T01:30:00Z or \"2026-03-04 08:30\"";
    hour::instant_of(civil.ok_or(form)?, None, zone).map_err(|fault| match fault {
        HourFault::Missing => "the clock is set forward over this time: write one that there is".to_owned(),
        HourFault::Twice { first, second } => {
            format!("this time occurs twice: write {text}{} or {text}{}", hour::written(first), hour::written(second))
        }
        HourFault::Beyond => form.to_owned(),
    })
}

fn names(schema: &Value) -> String {
    let fields = schema.get("properties").and_then(Value::as_object);
    fields.map(|fields| fields.keys().cloned().collect::<Vec<_>>().join(", ")).unwrap_or_default()
}

/// A field that takes files, each written as `@` and its path, several with commas between.
fn file(schema: &Value, text: &str, keep: &dyn Fn(&Path) -> Outcome<Value>) -> Outcome<Option<(Vec<String>, Value)>> {
    let Some((place, value)) = text.split_once("=@").filter(|(place, _)| !place.ends_with(':')) else {
        return Ok(None);
    };
    let (path, at) = place_of(schema, place).map_err(|problem| Stop::Usage(format!("{text}: {problem}")))?;
    let items = at.get("items").map(plain).filter(|items| items.get("x-file").is_some());
    if items.is_some() {
        let files = value.split(",@").map(|path| keep(Path::new(path))).collect::<Outcome<Value>>()?;
        return Ok(Some((path, files)));
    }
    if at.get("x-file").is_none() {
        return Ok(None);
    }
    Ok(Some((path, keep(Path::new(value))?)))
}

/// Where a field goes, and its schema.
fn place_of<'s>(schema: &'s Value, place: &str) -> Result<(Vec<String>, &'s Value), String> {
    let (mut path, mut at) = (Vec::new(), schema);
    for step in place.split('.') {
        let (name, inner) = inside(at, step).ok_or_else(|| match names(at) {
            none if none.is_empty() => format!("there is no field {step}"),
            known => format!("there is no field {step}; the fields are: {known}"),
        })?;
        path.push(name);
        at = plain(inner);
    }
    Ok((path, at))
}

/// One field: where it goes, and its value. The place may lead into an object: `name.vi=…`.
fn field(schema: &Value, text: &str, zone: &TimeZone) -> Result<(Vec<String>, Value), String> {
    let (place, value) = text.split_once('=').ok_or("write field=value, or field:=JSON")?;
    let (place, is_json) = place.strip_suffix(':').map_or((place, false), |place| (place, true));
    let (path, at) = place_of(schema, place)?;
    if is_json {
        let value = serde_json::from_str(value).map_err(|fault| format!("this is not JSON: {fault}"))?;
        return Ok((path, value));
    }
    Ok((path, read(at, value, zone)?))
}

/// The field of an object: by its name, or by its name with hyphens for underscores.
fn inside<'s>(schema: &'s Value, step: &str) -> Option<(String, &'s Value)> {
    let fields = schema.get("properties").and_then(Value::as_object);
    for name in [step.to_owned(), step.replace('-', "_")] {
        if let Some(found) = fields.and_then(|fields| fields.get(&name)) {
            return Some((name, found));
        }
    }
    let any = schema.get("additionalProperties").filter(|any| any.is_object() && !step.is_empty());
    any.map(|any| (step.to_owned(), any))
}

fn put(fields: &mut Map<String, Value>, path: &[String], value: Value) -> Result<(), String> {
    match path {
        [] => Err("the field has no name".to_owned()),
        [name] if fields.contains_key(name) => Err("this field stands twice".to_owned()),
        [name] => {
            fields.insert(name.clone(), value);
            Ok(())
        }
        [name, rest @ ..] => {
            let inner = fields.entry(name.clone()).or_insert_with(|| Value::Object(Map::new()));
            put(inner.as_object_mut().ok_or("this field stands twice")?, rest, value)
        }
    }
}

/// The schema without the alternative of nothing.
fn plain(schema: &Value) -> &Value {
    let alternatives = ["anyOf", "oneOf"].into_iter().find_map(|key| schema.get(key)?.as_array());
    let real: Vec<&Value> = alternatives.into_iter().flatten().filter(|one| !is_type(one, "null")).collect();
    match (real.as_slice(), alternatives) {
        ([one], Some(all)) if all.len() > 1 => plain(one),
        _ => schema,
    }
}

fn is_type(schema: &Value, name: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(one)) => one == name,
        Some(Value::Array(many)) => many.iter().any(|one| one == name),
        _ => false,
    }
}

/// The words that may be chosen, where the schema lists them.
fn options(schema: &Value) -> Vec<&str> {
    if let Some(only) = schema.get("const").and_then(Value::as_str) {
        return vec![only];
    }
    let listed = schema.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let each = ["oneOf", "anyOf"].into_iter().filter_map(|key| schema.get(key)?.as_array()).flatten().flat_map(options);
    listed.chain(each).collect()
}

fn read(schema: &Value, text: &str, zone: &TimeZone) -> Result<Value, String> {
    let chosen = options(schema);
    if text.is_empty() && is_type(schema, "null") {
        return Ok(Value::Null);
    }
    if !chosen.is_empty() {
        let known = chosen.contains(&text);
        return if known { Ok(Value::from(text)) } else { Err(format!("choose one of: {}", chosen.join(", "))) };
    }
    if is_type(schema, "boolean") {
        return match text {
            "true" | "yes" => Ok(Value::Bool(true)),
            "false" | "no" => Ok(Value::Bool(false)),
            _ => Err("write true or false".to_owned()),
        };
    }
    if is_type(schema, "integer") {
        return text.parse::<i64>().map(Value::from).map_err(|_| "write a whole number".to_owned());
    }
    if is_type(schema, "array") {
        let items = schema.get("items").map(plain).unwrap_or(&Value::Null);
        if is_type(items, "object") || is_type(items, "array") || text.starts_with('[') {
            return Err("this is a list: write it as JSON after :=".to_owned());
        }
        let split = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        return split.map(|item| read(items, item, zone)).collect::<Result<_, _>>().map(Value::Array);
    }
    if is_type(schema, "object") {
        if schema.get("x-file").is_some() {
            return Err("this is a file: write @ and its path".to_owned());
        }
        let is_words = schema.get("x-words").is_some();
        return if is_words {
            Ok(Value::Object(Map::from_iter([("und".to_owned(), Value::from(text))])))
        } else {
            Err(format!("this has fields of its own ({}): write it as JSON after :=", names(schema)))
        };
    }
    match schema.get("format").and_then(Value::as_str) {
        Some("date") => match text.parse::<Date>() {
            Ok(day) => Ok(Value::from(day.to_string())),
            Err(_) => Err("write a day like 2026-03-04".to_owned()),
        },
        Some("date-time") => instant(text, zone).map(|instant| Value::from(instant.to_string())),
        _ => Ok(Value::from(text)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn talks(name: &str, written: &[&str]) -> Outcome<Value> {
        let written: Vec<String> = written.iter().map(|text| (*text).to_owned()).collect();
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        command(domain::noun("talks").unwrap(), name, &written, &zone, &|_| Err(Stop::NotFound))
    }

    fn problem(name: &str, written: &[&str]) -> String {
        match talks(name, written) {
            Err(Stop::Usage(text)) => text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_command_is_read_by_its_schema() {
        let agenda = r#"agenda:=[{"title":"Lamp","matter":"follow-up"}]"#;
        let given =
            ["counterpart=cp-x", "planned-at=2026-03-04 08:30", "place=The bridge", "host=vn", agenda, "urgent=yes"];
        assert_eq!(
            talks("propose", &given),
            Ok(json!({
                "command": "propose", "counterpart": "cp-x", "planned_at": "2026-03-04T01:30:00Z", "place": "The bridge",
                "host": "vn", "agenda": [{ "title": "Lamp", "matter": "follow-up" }], "urgent": true,
            }))
        );
    }

    #[test]
    fn days_numbers_and_choices_are_checked_before_anything_is_sent() {
        let signed = talks("sign-minutes", &["signed_on=2026-03-04", "originals=2"]).unwrap();
        assert_eq!(signed["originals"], json!(2));
        assert!(problem("sign-minutes", &["signed_on=4 March", "originals=2"]).contains("2026-03-04"));
        assert!(problem("sign-minutes", &["signed_on=2026-03-04", "originals=two"]).contains("whole number"));
        assert!(problem("answer", &["answer=maybe"]).contains("accept, other-date, decline"));
    }

    #[test]
    fn what_is_missing_or_unknown_is_named() {
        assert!(problem("cancel", &[]).contains("also needs: reason"));
        assert!(problem("cancel", &["cause=rain"]).contains("the fields are: reason"));
        assert!(problem("cancel", &["reason"]).contains("field=value"));
        assert!(problem("cancel", &["reason=a", "reason=b"]).contains("twice"));
        assert!(problem("dance", &[]).contains("there are: propose"));
        assert!(problem("record-held", &["results=1"]).contains("JSON after :="));
    }

    #[test]
    fn an_optional_field_can_be_left_out_or_empty() {
        assert_eq!(talks("answer", &["answer=accept"]).unwrap(), json!({ "command": "answer", "answer": "accept" }));
        let other = talks("answer", &["answer=other-date", "planned_at=2026-03-06T01:00:00Z"]).unwrap();
        assert_eq!(other["planned_at"], json!("2026-03-06T01:00:00Z"));
    }

    #[test]
    fn words_are_given_with_or_without_a_language() {
        let zone = TimeZone::UTC;
        let unit = domain::noun("unit").unwrap();
        let rename = |name: &str| {
            command(unit, "rename", &[name.to_owned(), "from=2026-01-01".to_owned()], &zone, &|_| Err(Stop::NotFound))
        };
        assert_eq!(rename("name=Post").unwrap()["name"], json!({ "und": "Post" }));
        assert_eq!(rename("name.vi=Đồn").unwrap()["name"], json!({ "vi": "Đồn" }));
    }

    #[test]
    fn an_instant_is_read_in_the_zone_of_the_own_side() {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let noon: Timestamp = "2026-03-04T04:00:00Z".parse().unwrap();
        for text in ["2026-03-04 12:00", "2026-03-04T12:00", "2026-03-04T04:00:00Z", "2026-03-04T12:00:00+08:00"] {
            assert_eq!(instant(text, &zone), Ok(noon), "{text}");
        }
        assert!(instant("2026-03-04", &zone).is_err());
    }

    #[test]
    fn an_hour_that_is_missing_or_occurs_twice_is_asked_back() {
        let zone = TimeZone::get("Europe/Oslo").unwrap();
        assert!(instant("2026-03-29 02:30", &zone).is_err_and(|told| told.contains("set forward")));
        let told = instant("2026-10-25 02:30", &zone).unwrap_err();
        assert!(told.contains("2026-10-25 02:30+02:00 or 2026-10-25 02:30+01:00"), "{told}");
        assert_eq!(
            instant("2026-10-25 02:30+01:00", &zone).map(|at| at.to_string()).as_deref(),
            Ok("2026-10-25T01:30:00Z")
        );
    }

    #[test]
    fn a_file_is_kept_first_and_then_named() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let keep = |path: &Path| Ok(Value::from(format!("kept {}", path.display())));
        let document = domain::noun("document").unwrap();
        let written = |texts: &[&str]| -> Outcome<Value> {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            command(document, "amend", &texts, &zone, &keep)
        };
        let amended = written(&["content.attachments=@a.pdf,@b, c.pdf", "content.place=@home"]).unwrap();
        assert_eq!(amended["content"]["attachments"], serde_json::json!(["kept a.pdf", "kept b, c.pdf"]));
        assert_eq!(amended["content"]["place"], "@home", "what is no file is text");
        let record = |text: &str| {
            let texts = ["name=x", "office=x", "signed_on=2026-03-04", text].map(str::to_owned);
            command(document, "record-paper-signature", &texts, &zone, &keep)
        };
        assert_eq!(record("scan=@b.pdf").unwrap()["scan"], "kept b.pdf");
        assert!(matches!(record("scan=b.pdf"), Err(Stop::Usage(text)) if text.contains("write @ and its path")));
    }
}
