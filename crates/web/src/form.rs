//! A form made from a command's schema, and a command made from the fields that came back.

mod file;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

pub use file::{FILE_FAULT, FILE_SENT, FileInput, asks_for_files};

use self::file::is_file;
use crate::endonym::endonym;
use crate::fault::Fault;
use crate::shown::{self, either};
use crate::visit::Visit;
use crate::written::{Wrong, read_day, read_instant};

/// How many blank rows a repeated group offers, so that it works without a script.
const BLANK_ROWS: usize = 2;
const ROWS_LIMIT: usize = 200;

/// A field of a form.
pub struct Field {
    /// Its name in the form.
    pub name: String,
    /// Its identity in the page.
    pub id: String,
    /// Its label.
    pub label: String,
    /// A hint under the label.
    pub hint: String,
    /// What is wrong with what was typed.
    pub error: String,
    /// True when it must be filled in.
    pub required: bool,
    /// How it is entered, with what stands in it.
    pub entry: Entry,
}

/// How a field is entered.
pub enum Entry {
    /// One line of text.
    Line(String),
    /// Several lines of text.
    Long(String),
    /// A whole number.
    Number(String),
    /// A day, typed in the order of the language.
    Day(String),
    /// A day and a time on the own clock.
    Instant(String),
    /// Yes or no.
    Check(bool),
    /// One of several.
    Choice(Vec<Choice>),
    /// Any of several.
    Choices(Vec<Choice>),
    /// Files.
    File(FileInput),
    /// One text for each language.
    Words(Vec<WordsLine>),
    /// A group of fields.
    Group(Vec<Field>),
    /// Repeated groups of fields, and a blank one for the script to copy.
    Rows(Rows),
}

/// A text in one language.
pub struct WordsLine {
    /// The language.
    pub code: String,
    /// The language's name in itself, or its code where the program does not know the name.
    pub name: String,
    /// The name of the field.
    pub field: String,
    /// What stands in it.
    pub text: String,
}

/// Repeated groups of fields.
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// The blank row.
    pub blank: Vec<Field>,
}

/// One row of a repeated group.
pub struct Row {
    /// Its number, from 0.
    pub number: usize,
    /// What it is about, where the program knows.
    pub caption: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// One of several.
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub text: String,
    /// The language of what is shown, when it is not the page's.
    pub lang: String,
    /// True when it is chosen.
    pub chosen: bool,
}

/// What stands in a form: by the program, or as it was typed.
pub enum Filled<'f> {
    /// Values of the command.
    Values(&'f Value),
    /// Fields as they were typed, with the faults found in them.
    Typed(&'f [(String, String)], &'f [FieldFault]),
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The name of the field.
    pub name: String,
    /// What is wrong.
    pub wrong: Wrong,
}

impl FieldFault {
    fn of(name: &str, key: &'static str) -> Self {
        Self { name: name.to_owned(), wrong: Wrong::plain(key) }
    }
}

/// Makes the fields of a command. `captions` names the rows of repeated groups.
pub struct FormMaker<'v> {
    /// The request.
    pub visit: &'v Visit,
    /// The noun.
    pub noun: &'v str,
    /// What stands in the form.
    pub filled: Filled<'v>,
    /// What the rows of a repeated group are about.
    pub captions: Vec<(String, Vec<String>)>,
}

impl FormMaker<'_> {
    /// The fields of an object schema.
    pub fn fields(&self, schema: &Value) -> Result<Vec<Field>, Fault> {
        self.within(schema, "")
    }

    fn within(&self, schema: &Value, prefix: &str) -> Result<Vec<Field>, Fault> {
        let properties = schema.get("properties").and_then(Value::as_object);
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let mut fields = Vec::new();
        for (name, property) in properties.into_iter().flatten() {
            let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
            fields.push(self.field(name, &path, property, required.contains(&name.as_str()))?);
        }
        Ok(fields)
    }

    fn field(&self, name: &str, path: &str, property: &Value, required: bool) -> Result<Field, Fault> {
        let schema = either(property);
        let mut entry = self.entry(path, property)?;
        // A group that may be left out asks for nothing until something is typed into it.
        if let Entry::Group(fields) = &mut entry
            && !required
        {
            fields.iter_mut().for_each(|field| field.required = false);
        }
        // A list may be empty and a box may be unticked: neither is ever missing.
        let may_be_empty = matches!(entry, Entry::Rows(_) | Entry::Check(_) | Entry::Choices(_) | Entry::Group(_))
            || matches!(&entry, Entry::File(input) if input.many);
        let mut hint_key = format!("hint-{}", name.replace('_', "-"));
        if !self.visit.app.texts.has(self.visit.language, &hint_key) {
            hint_key = match &entry {
                Entry::Day(_) => "form-hint-day".into(),
                Entry::Instant(_) => "form-hint-instant".into(),
                Entry::File(_) => "form-hint-file".into(),
                _ => String::new(),
            };
        }
        let error = match &self.filled {
            Filled::Typed(_, faults) => {
                faults.iter().find(|fault| fault.name == path).map(|fault| fault.wrong.told(self.visit))
            }
            Filled::Values(_) => None,
        };
        Ok(Field {
            name: path.to_owned(),
            id: identity(path),
            label: self.visit.label(self.noun, name),
            hint: if hint_key.is_empty() { String::new() } else { self.visit.t(&hint_key) },
            error: error.unwrap_or_default(),
            required: required && !may_be_empty && schema.get("default").is_none(),
            entry,
        })
    }

    fn entry(&self, path: &str, property: &Value) -> Result<Entry, Fault> {
        let schema = either(property);
        let text = |key: &str| schema.get(key).and_then(Value::as_str);
        let is = |kind: &str| kind_of(property) == kind;
        if schema.get("x-words").is_some() {
            return Ok(Entry::Words(self.words(path)));
        }
        if is_file(schema) {
            return Ok(Entry::File(self.files(path, false)));
        }
        if let Some(options) = text("x-options") {
            let choices = named_options(schema).into_iter().map(|value| {
                let label = self.visit.t(&format!("{options}-{value}"));
                (value, label, String::new())
            });
            return Ok(Entry::Choice(self.chosen(path, choices.collect())));
        }
        if text("x-choice") == Some("figure") {
            let figures = domain::reporting::report::FIGURES.iter();
            let figures =
                figures.map(|code| ((*code).to_owned(), self.visit.t(&format!("figure-{code}")), String::new()));
            return Ok(Entry::Choice(self.chosen(path, figures.collect())));
        }
        if let Some(noun) = text("x-ref") {
            let choices = self.references(noun, side_of(property))?;
            return Ok(Entry::Choice(self.chosen(path, choices)));
        }
        Ok(match text("format") {
            Some("date") => Entry::Day(self.day(path)),
            Some("date-time") => Entry::Instant(self.instant(path)),
            _ if is("boolean") => Entry::Check(self.ticked(path)),
            _ if is("integer") => Entry::Number(self.line(path)),
            _ if is("array") => self.list(path, schema)?,
            _ if is("object") && schema.get("properties").is_some() => Entry::Group(self.within(schema, path)?),
            _ if is("object") => Entry::Long(self.pairs(path)),
            _ if schema.get("x-long").is_some() => Entry::Long(self.line(path)),
            _ => Entry::Line(self.line(path)),
        })
    }

    fn list(&self, path: &str, schema: &Value) -> Result<Entry, Fault> {
        let item = schema.get("items").unwrap_or(&Value::Null);
        if is_file(item) {
            return Ok(Entry::File(self.files(path, true)));
        }
        if let Some(noun) = item.get("x-ref").and_then(Value::as_str) {
            let chosen = self.several(path);
            let choices = self.references(noun, side_of(schema))?.into_iter();
            let choices =
                choices.map(|(value, text, lang)| Choice { chosen: chosen.contains(&value), value, text, lang });
            return Ok(Entry::Choices(choices.collect()));
        }
        if kind_of(item) != "object" {
            return Ok(Entry::Long(self.several(path).join("\n")));
        }
        let captions = self
            .captions
            .iter()
            .find(|(name, _)| name == path)
            .map(|(_, captions)| captions.as_slice())
            .unwrap_or_default();
        let (count, spare) = (self.row_count(path), if captions.is_empty() { BLANK_ROWS } else { 0 });
        let mut rows = Vec::new();
        for number in 0..(count + spare).min(ROWS_LIMIT) {
            let caption = captions.get(number).cloned().unwrap_or_default();
            let mut fields = self.within(item, &format!("{path}[{number}]"))?;
            // A spare row may stay blank: nothing in it is asked for.
            if number >= count {
                fields.iter_mut().for_each(|field| field.required = false);
            }
            rows.push(Row { number, caption, fields });
        }
        let mut blank = self.within(item, &format!("{path}[__N__]"))?;
        blank.iter_mut().for_each(|field| field.required = false);
        Ok(Entry::Rows(Rows { rows, blank }))
    }

    /// The records of a noun, of one side alone where the field asks for it.
    fn references(&self, noun: &str, side: Option<&str>) -> Result<Vec<(String, String, String)>, Fault> {
        let Some(officer) = self.visit.officer() else { return Ok(Vec::new()) };
        let choices = self.visit.app.desk.choices(officer, noun)?;
        let own = self.visit.app.desk.own().as_str();
        let fits = |choice: &desk::Choice| side.is_none_or(|side| (choice.side == own) == (side == "own"));
        Ok(choices
            .into_iter()
            .filter(fits)
            .map(|choice| {
                let (text, lang) = shown::name(self.visit, &choice.title);
                (choice.id, text, lang)
            })
            .collect())
    }

    fn chosen(&self, path: &str, choices: Vec<(String, String, String)>) -> Vec<Choice> {
        let standing = self.line(path);
        let mut all: Vec<Choice> = choices
            .into_iter()
            .map(|(value, text, lang)| Choice { chosen: value == standing, value, text, lang })
            .collect();
        all.insert(
            0,
            Choice { value: String::new(), text: String::new(), lang: String::new(), chosen: standing.is_empty() },
        );
        all
    }

    /// One line for each language of the interface and of the sides, then for any other in which a text stands already.
    fn words(&self, path: &str) -> Vec<WordsLine> {
        let mut codes: Vec<String> = self.visit.languages().map(str::to_owned).collect();
        let standing: Vec<String> = match &self.filled {
            Filled::Values(values) => at(values, path)
                .and_then(Value::as_object)
                .into_iter()
                .flatten()
                .map(|(code, _)| code.clone())
                .collect(),
            Filled::Typed(pairs, _) => languages_typed(pairs, path).map(|(code, _)| code.to_owned()).collect(),
        };
        codes.extend(standing.into_iter().filter(|code| code != "und"));
        let mut seen = std::collections::BTreeSet::new();
        codes.retain(|code| seen.insert(code.clone()));
        let line = |code: String| {
            let field = format!("{path}.{code}");
            WordsLine { name: endonym(&code).to_owned(), text: self.line(&field), field, code }
        };
        codes.into_iter().map(line).collect()
    }

    /// What stands in a field, as text.
    fn line(&self, path: &str) -> String {
        match &self.filled {
            Filled::Values(values) => match at(values, path) {
                Some(Value::String(text)) => text.clone(),
                Some(Value::Number(number)) => number.to_string(),
                _ => String::new(),
            },
            Filled::Typed(pairs, _) => typed(pairs, path).unwrap_or_default().to_owned(),
        }
    }

    fn several(&self, path: &str) -> Vec<String> {
        match &self.filled {
            Filled::Values(values) => {
                let items = at(values, path).and_then(Value::as_array).into_iter().flatten();
                items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
            }
            Filled::Typed(pairs, _) => {
                let all = pairs.iter().filter(|(name, _)| name == path);
                all.flat_map(|(_, text)| text.lines().map(str::to_owned)).collect()
            }
        }
    }

    fn pairs(&self, path: &str) -> String {
        match &self.filled {
            Filled::Values(values) => {
                let map = at(values, path).and_then(Value::as_object).into_iter().flatten();
                let lines: Vec<String> =
                    map.filter_map(|(key, value)| Some(format!("{key}: {}", value.as_str()?))).collect();
                lines.join("\n")
            }
            Filled::Typed(pairs, _) => typed(pairs, path).unwrap_or_default().to_owned(),
        }
    }

    fn day(&self, path: &str) -> String {
        let text = self.line(path);
        match &self.filled {
            Filled::Values(_) => text.parse::<Date>().map(|on| shown::day(self.visit.language, on)).unwrap_or(text),
            Filled::Typed(..) => text,
        }
    }

    fn instant(&self, path: &str) -> String {
        let text = self.line(path);
        match &self.filled {
            Filled::Values(_) => {
                let zone = self.visit.app.desk.zone();
                text.parse::<Timestamp>().map(|at| shown::instant(self.visit.language, at, zone)).unwrap_or(text)
            }
            Filled::Typed(..) => text,
        }
    }

    fn ticked(&self, path: &str) -> bool {
        match &self.filled {
            Filled::Values(values) => at(values, path).and_then(Value::as_bool).unwrap_or(false),
            Filled::Typed(pairs, _) => typed(pairs, path).is_some(),
        }
    }

    fn row_count(&self, path: &str) -> usize {
        match &self.filled {
            Filled::Values(values) => at(values, path).and_then(Value::as_array).map_or(0, Vec::len),
            Filled::Typed(pairs, _) => row_numbers(pairs, path).last().map_or(0, |last| last + 1),
        }
    }
}

/// The value at a path such as `agenda[0].title`.
fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let mut standing = value;
    for part in path.split('.') {
        let (name, number) = part.split_once('[').map_or((part, None), |(name, rest)| (name, rest.strip_suffix(']')));
        standing = standing.get(name)?;
        if let Some(number) = number {
            standing = standing.get(number.parse::<usize>().ok()?)?;
        }
    }
    Some(standing)
}

fn typed<'p>(pairs: &'p [(String, String)], path: &str) -> Option<&'p str> {
    pairs.iter().find(|(name, _)| name == path).map(|(_, text)| text.as_str())
}

/// The texts of a field that has one for each language, with the codes of the languages.
fn languages_typed<'p>(pairs: &'p [(String, String)], path: &str) -> impl Iterator<Item = (&'p str, &'p str)> {
    let start = format!("{path}.");
    pairs.iter().filter_map(move |(name, text)| {
        let code = name.strip_prefix(&start).filter(|code| domain::Words::is_language(code))?;
        Some((code, text.trim()))
    })
}

/// The numbers of the rows that a form sent, in order; there may be gaps.
fn row_numbers(pairs: &[(String, String)], path: &str) -> Vec<usize> {
    let start = format!("{path}[");
    let number = |name: &str| name.strip_prefix(&start)?.split_once(']')?.0.parse::<usize>().ok();
    let mut numbers: Vec<usize> =
        pairs.iter().filter_map(|(name, _)| number(name)).filter(|number| *number < ROWS_LIMIT).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The identity of a field in the page.
fn identity(path: &str) -> String {
    let plain: String = path.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    format!("f-{plain}")
}

/// Of which side the records of a field are, `own` or `other`, where it says so.
fn side_of(property: &Value) -> Option<&str> {
    property.get("x-side").or_else(|| either(property).get("x-side")).and_then(Value::as_str)
}

fn kind_of(property: &Value) -> &str {
    match either(property).get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => {
            kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or("string")
        }
        _ => "string",
    }
}

/// The values of an enum of names, with or without descriptions.
pub fn named_options(schema: &Value) -> Vec<String> {
    let plain = schema.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let described = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let described = described.flat_map(|one| {
        let many = one.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        one.get("const").and_then(Value::as_str).into_iter().chain(many)
    });
    plain.chain(described).map(str::to_owned).collect()
}

/// Makes a command's fields from a form that came back, or says what is wrong with each field.
pub struct FormReader<'v> {
    /// The zone in which times were typed.
    pub zone: &'v TimeZone,
    /// The fields that came back.
    pub pairs: &'v [(String, String)],
    /// What is wrong.
    pub faults: Vec<FieldFault>,
}

impl FormReader<'_> {
    /// The object of a schema.
    pub fn object(&mut self, schema: &Value) -> Map<String, Value> {
        self.within(schema, "")
    }

    fn within(&mut self, schema: &Value, prefix: &str) -> Map<String, Value> {
        let mut map = Map::new();
        let required: Vec<String> = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect();
        for (name, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
            match self.value(&path, property) {
                Some(value) => drop(map.insert(name.clone(), value)),
                None if required.contains(name) && !self.faults.iter().any(|fault| fault.name == path) => {
                    self.faults.push(FieldFault::of(&path, "form-missing"));
                }
                None => {}
            }
        }
        map
    }

    /// The value of a field; none when it is blank.
    fn value(&mut self, path: &str, property: &Value) -> Option<Value> {
        let schema = either(property);
        if schema.get("x-words").is_some() {
            let written = languages_typed(self.pairs, path).filter(|(_, text)| !text.is_empty());
            let words: Map<String, Value> = written.map(|(code, text)| (code.to_owned(), Value::from(text))).collect();
            return (!words.is_empty()).then_some(Value::Object(words));
        }
        if is_file(schema) {
            return self.file(path);
        }
        match (kind_of(property), schema.get("format").and_then(Value::as_str)) {
            (_, Some("date")) => self.parsed(path, |_, text| {
                read_day(text).map(|on| on.to_string()).ok_or_else(|| Wrong::plain("form-bad-day"))
            }),
            (_, Some("date-time")) => {
                self.parsed(path, |reader, text| read_instant(text, reader.zone).map(|at| at.to_string()))
            }
            ("boolean", _) => Some(Value::from(typed(self.pairs, path).is_some())),
            ("integer", _) => {
                let number = self.text(path)?.parse::<i64>();
                if number.is_err() {
                    self.faults.push(FieldFault::of(path, "form-bad-number"));
                }
                number.ok().map(Value::from)
            }
            ("array", _) => Some(self.list(path, schema)),
            ("object", _) if schema.get("properties").is_some() => self.group(path, schema),
            ("object", _) => Some(Value::Object(self.keyed(path))),
            _ => self.text(path).map(Value::from),
        }
    }

    fn parsed(&mut self, path: &str, read: impl Fn(&Self, &str) -> Result<String, Wrong>) -> Option<Value> {
        let text = self.text(path)?;
        match read(self, &text) {
            Ok(value) => Some(Value::from(value)),
            Err(wrong) => {
                self.faults.push(FieldFault { name: path.to_owned(), wrong });
                None
            }
        }
    }

    /// A group of which nothing was filled in is not there.
    fn group(&mut self, path: &str, schema: &Value) -> Option<Value> {
        let start = format!("{path}.");
        let any = self.pairs.iter().any(|(name, text)| name.starts_with(&start) && !text.trim().is_empty());
        any.then(|| Value::Object(self.within(schema, path)))
    }

    fn list(&mut self, path: &str, schema: &Value) -> Value {
        let item = schema.get("items").unwrap_or(&Value::Null);
        if is_file(item) {
            return Value::Array(self.files(path, true));
        }
        if kind_of(item) != "object" {
            let all = self.pairs.iter().filter(|(name, _)| name == path);
            let lines = all.flat_map(|(_, text)| text.lines().map(str::trim)).filter(|line| !line.is_empty());
            return lines.map(Value::from).collect();
        }
        let mut rows = Vec::new();
        for number in row_numbers(self.pairs, path) {
            let row = format!("{path}[{number}]");
            // A row whose only content are choices made beforehand counts as filled in; a blank one is left out.
            rows.extend(self.group(&row, item));
        }
        Value::Array(rows)
    }

    fn keyed(&self, path: &str) -> Map<String, Value> {
        let text = typed(self.pairs, path).unwrap_or_default();
        let pairs = text.lines().filter_map(|line| line.split_once(':'));
        pairs.map(|(key, value)| (key.trim().to_owned(), Value::from(value.trim()))).collect()
    }

    fn text(&self, path: &str) -> Option<String> {
        typed(self.pairs, path).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests;
