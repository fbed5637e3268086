//! Whether a table of a register fits the command that it is to give: every field is held against the command's own
//! JSON Schema, and what does not fit is named by its place in the file.

use std::ops::Range;

use domain::RecordId;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value};
use serde_spanned::Spanned;
use toml::de::DeValue;

/// The form of the identities of records, as schemas have it.
const IDENTITY: &str = "^[a-z0-9-]{1,64}$";

/// What was found in a table: what does not fit, and which records it names.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// What is wrong, each with its place and its field.
    pub faults: Vec<Misfit>,
    /// The records that are named.
    pub references: Vec<Reference>,
}

/// Something that does not fit.
#[derive(Debug)]
pub(super) struct Misfit {
    pub at: Range<usize>,
    pub field: String,
    pub problem: String,
}

/// The name of another record.
#[derive(Debug)]
pub(super) struct Reference {
    /// The noun; blank where any record may be named.
    pub noun: String,
    pub code: Spanned<String>,
    pub field: String,
}

impl Looked {
    fn misfit(&mut self, at: Range<usize>, field: &str, problem: impl Into<String>) -> Value {
        self.faults.push(Misfit { at, field: field.to_owned(), problem: problem.into() });
        Value::Null
    }

    /// The value as JSON, held against a schema.
    pub fn value(&mut self, schema: &Value, given: &Spanned<DeValue<'_>>, field: &str) -> Value {
        let schema = self.alternative(schema, given, field);
        let at = given.span();
        if let Some(options) = options(schema) {
            return match given.get_ref().as_str().filter(|text| options.contains(text)) {
                Some(text) => Value::from(text),
                None => self.misfit(at, field, format!("choose one of: {}", options.join(", "))),
            };
        }
        match given.get_ref() {
            DeValue::String(text) if allows(schema, "string") => self.text(schema, text, at, field),
            DeValue::Datetime(day) if allows(schema, "string") => self.text(schema, &day.to_string(), at, field),
            DeValue::Integer(number) if allows(schema, "integer") => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) => self.number(schema, number, at, field),
                    Err(_) => self.misfit(at, field, "the number is too large"),
                }
            }
            DeValue::Boolean(is) if allows(schema, "boolean") => Value::Bool(*is),
            DeValue::Array(items) if allows(schema, "array") => self.list(schema, items.iter(), at, field),
            DeValue::Table(_) if allows(schema, "object") => self.object(schema, given, &[], field),
            DeValue::Float(_) => self.misfit(at, field, "write a number with decimals as text, such as \"18.6\""),
            _ => self.misfit(at, field, format!("write {}", wanted(schema))),
        }
    }

    /// The table as an object, but for the keys that are not of the schema.
    pub fn object(&mut self, schema: &Value, given: &Spanned<DeValue<'_>>, but: &[&str], field: &str) -> Value {
        let Some(table) = given.get_ref().as_table() else {
            return self.misfit(given.span(), field, format!("write {}", wanted(schema)));
        };
        let known = schema.get("properties").and_then(Value::as_object);
        let any = schema.get("additionalProperties").filter(|any| any.is_object());
        let mut object = Map::new();
        for (key, value) in table.iter() {
            let name: &str = key.get_ref();
            let place = format!("{field}.{name}");
            match known.and_then(|known| known.get(name)).or(any) {
                Some(inner) => drop(object.insert(name.to_owned(), self.value(inner, value, &place))),
                None if but.contains(&name) => {}
                None => drop(self.misfit(key.span(), &place, unknown(name, known))),
            }
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        for name in required.filter(|name| !table.contains_key(*name)) {
            self.misfit(given.span(), &format!("{field}.{name}"), "this field is missing");
        }
        Value::Object(object)
    }

    fn list<'v, 'i: 'v>(
        &mut self,
        schema: &Value,
        items: impl Iterator<Item = &'v Spanned<DeValue<'i>>>,
        at: Range<usize>,
        field: &str,
    ) -> Value {
        let inner = schema.get("items").unwrap_or(&Value::Null);
        let list: Vec<Value> =
            items.enumerate().map(|(place, item)| self.value(inner, item, &format!("{field}[{place}]"))).collect();
        let bound = |name: &str| schema.get(name).and_then(Value::as_u64);
        let count = list.len() as u64;
        if bound("minItems").is_some_and(|least| count < least) || bound("maxItems").is_some_and(|most| count > most) {
            self.misfit(at, field, format!("{count} are too few or too many"));
        }
        Value::Array(list)
    }

    fn text(&mut self, schema: &Value, text: &str, at: Range<usize>, field: &str) -> Value {
        let named = |name: &str| schema.get(name).and_then(Value::as_str);
        let bound = |name: &str| schema.get(name).and_then(Value::as_u64);
        match named("format") {
            Some("date") if text.parse::<Date>().is_err() || text.len() != 10 => {
                return self.misfit(at, field, format!("\"{text}\" is no day; write a day like 2026-01-31"));
            }
            Some("date-time") if text.parse::<Timestamp>().is_err() => {
                return self.misfit(
                    at,
                    field,
                    format!("\"{text}\" is no instant; write one like 2026-01-31T01:30:00Z"),
                );
            }
            _ => {}
        }
        if let Some(noun) = named("x-ref") {
            let code = Spanned::new(at.clone(), text.to_owned());
            self.references.push(Reference { noun: noun.to_owned(), code, field: field.to_owned() });
        } else if named("pattern") == Some(IDENTITY) && RecordId::parse(text).is_err() {
            return self.misfit(at, field, format!("\"{text}\": a code has 1 to 64 characters of a-z, 0-9 and -"));
        }
        let length = text.chars().count() as u64;
        if let Some(most) = bound("maxLength").filter(|most| length > *most) {
            return self.misfit(at, field, format!("the text has {length} characters; {most} are allowed"));
        }
        if bound("minLength").is_some_and(|least| length < least) {
            return self.misfit(at, field, "the text is missing");
        }
        Value::from(text)
    }

    fn number(&mut self, schema: &Value, number: i64, at: Range<usize>, field: &str) -> Value {
        let least = schema.get("minimum").and_then(Value::as_i64).unwrap_or(i64::MIN);
        let most = schema.get("maximum").and_then(Value::as_i64).unwrap_or(i64::MAX);
        if !(least..=most).contains(&number) {
            let most = if most == i64::MAX { "any".to_owned() } else { most.to_string() };
            return self.misfit(at, field, format!("{number} is not between {least} and {most}"));
        }
        Value::from(number)
    }

    /// Of several alternatives the one that is meant: the only one that is something, the one whose tag stands in the
    /// table, else the first into which the value fits.
    fn alternative<'s>(&mut self, schema: &'s Value, given: &Spanned<DeValue<'_>>, field: &str) -> &'s Value {
        let Some(all) = ["anyOf", "oneOf"].iter().find_map(|name| schema.get(name)?.as_array()) else { return schema };
        if options(schema).is_some() {
            return schema;
        }
        let something: Vec<&Value> = all.iter().filter(|one| !is_nothing(one)).collect();
        if let [only] = something.as_slice() {
            return self.alternative(only, given, field);
        }
        if let Some(tagged) = something.iter().find(|one| is_tagged(one, given)) {
            return tagged;
        }
        let fits = something.iter().find(|one| {
            let mut trial = Self::default();
            trial.value(one, given, field);
            trial.faults.is_empty()
        });
        fits.or(something.first()).copied().unwrap_or(schema)
    }
}

/// True when the schema allows only that nothing stands there.
fn is_nothing(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("null")
}

/// True when every field of the schema that has one fixed value stands in the table with that value.
fn is_tagged(schema: &Value, given: &Spanned<DeValue<'_>>) -> bool {
    let Some(table) = given.get_ref().as_table() else { return false };
    let fields = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    let mut tags = fields.filter_map(|(name, field)| Some((name, field.get("const")?.as_str()?))).peekable();
    tags.peek().is_some()
        && tags.all(|(name, tag)| table.get(name.as_str()).and_then(|value| value.get_ref().as_str()) == Some(tag))
}

/// The words that may be chosen, where the schema lists them.
fn options(schema: &Value) -> Option<Vec<&str>> {
    if let Some(only) = schema.get("const").and_then(Value::as_str) {
        return Some(vec![only]);
    }
    if let Some(listed) = schema.get("enum").and_then(Value::as_array) {
        return Some(listed.iter().filter_map(Value::as_str).collect());
    }
    let alternatives = ["oneOf", "anyOf"].iter().find_map(|name| schema.get(name)?.as_array())?;
    let listed: Vec<Vec<&str>> =
        alternatives.iter().filter(|one| !is_nothing(one)).map(options).collect::<Option<_>>()?;
    (!listed.is_empty()).then(|| listed.concat())
}

fn allows(schema: &Value, kind: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(one)) => one == kind,
        Some(Value::Array(many)) => many.iter().any(|one| one == kind),
        _ => true,
    }
}

/// What a schema asks for, in words.
fn wanted(schema: &Value) -> &'static str {
    let kinds = [
        ("string", "a text"),
        ("integer", "a whole number"),
        ("boolean", "true or false"),
        ("array", "a list"),
        ("object", "a table"),
    ];
    kinds.into_iter().find(|(kind, _)| allows(schema, kind)).map_or("another value", |(_, words)| words)
}

fn unknown(name: &str, known: Option<&Map<String, Value>>) -> String {
    let names: Vec<&str> = known.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    match names.is_empty() {
        true => format!("there is no field {name}"),
        false => format!("there is no field {name}; the fields are: {}", names.join(", ")),
    }
}
