//! The columns that the rows of a noun can have: read off the schema of its opening commands, so that a new noun has
//! them from the line that declares it.

use domain::{Declared, Words};
use serde_json::Value;

/// How many items of a list a table can have in columns of their own.
pub const LISTED: usize = 20;
/// How deeply groups are taken apart into columns.
const DEPTH: usize = 3;

/// What is said of a row beside the fields of its command. None of these names can be one of a field.
pub const BESIDE: [&str; 5] = ["row-key", "unit-keeps", "grade-kept", "happened-at", "opening"];

/// How a cell of a column is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A day and a time.
    Instant,
    /// One of these codes, or what a page calls it: the name of the choice, and the codes.
    Choice(String, Vec<String>),
    /// Another record: its noun; blank is any.
    Record(String),
    /// A text whose language is not said.
    Words,
    /// Several values in one cell.
    List(Box<Kind>),
    /// Names with values in one cell.
    Pairs,
    /// JSON.
    Json,
}

/// A column that rows can have.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its place in the command: `held_on`, `name.vi`, `place.note`, `agenda[].title`.
    pub path: String,
    /// The fields on the way, outermost first: what a page calls them makes the label.
    pub names: Vec<String>,
    /// The language, for one of several texts.
    pub language: Option<&'static str>,
    /// How a cell is read.
    pub kind: Kind,
    /// Its schema.
    pub schema: Value,
    /// True when a command without it cannot be given. Inside a group or list: when the group is there.
    pub required: bool,
    /// True when the same value can also be given in columns of its parts.
    pub has_parts: bool,
}

/// A command that begins a record, with the columns its rows can have.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// The command.
    pub command: String,
    /// The schema of its fields.
    pub schema: Value,
    /// The columns.
    pub fields: Vec<Field>,
}

/// The commands that begin a record of the noun, each with its columns; none where records only follow from others.
pub fn openings(noun: &Declared) -> Vec<Opening> {
    let offered = noun.offers(None).unwrap_or_default();
    let schemas = noun.schemas();
    let opening = |command: &&str| {
        let (_, schema) = schemas.commands.iter().find(|(name, _)| name == command)?;
        let mut fields = Vec::new();
        walk(schema, &Place::default(), &mut fields);
        Some(Opening { command: (*command).to_owned(), schema: schema.clone(), fields })
    };
    offered.iter().filter_map(opening).collect()
}

#[derive(Clone, Default)]
struct Place {
    path: String,
    names: Vec<String>,
}

impl Place {
    fn inside(&self, name: &str) -> Self {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Self { path, names: self.names.iter().cloned().chain([name.to_owned()]).collect() }
    }

    fn listed(&self) -> Self {
        Self { path: format!("{}[]", self.path), names: self.names.clone() }
    }
}

fn walk(schema: &Value, at: &Place, out: &mut Vec<Field>) {
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let place = at.inside(name);
        let is_required = required.contains(&name.as_str()) && property.get("default").is_none();
        field(&place, plain(property), is_required, out);
    }
}

fn field(place: &Place, schema: &Value, required: bool, out: &mut Vec<Field>) {
    let kind = kind_of(schema);
    let group = (schema.get("properties").is_some() && place.names.len() < DEPTH).then(|| place.clone());
    let item = schema.get("items").map(plain).filter(|item| item.get("properties").is_some());
    let listed = item.filter(|_| place.names.len() < DEPTH && !place.path.contains("[]")).map(|_| place.listed());
    out.push(Field {
        path: place.path.clone(),
        names: place.names.clone(),
        language: None,
        has_parts: kind == Kind::Words || group.is_some() || listed.is_some(),
        kind: kind.clone(),
        schema: schema.clone(),
        required,
    });
    if kind == Kind::Words {
        out.extend(Words::LANGUAGES.map(|language| Field {
            path: format!("{}.{language}", place.path),
            names: place.names.clone(),
            language: Some(language),
            kind: Kind::Text,
            schema: schema.get("additionalProperties").cloned().unwrap_or(Value::Null),
            required: false,
            has_parts: false,
        }));
    }
    if let Some(group) = group {
        walk(schema, &group, out);
    }
    if let (Some(item), Some(listed)) = (item, listed) {
        walk(item, &listed, out);
    }
}

/// How a value of a schema is read from a cell.
pub(super) fn kind_of(schema: &Value) -> Kind {
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    let is = |kind: &str| is_type(schema, kind);
    if schema.get("x-words").is_some() {
        return Kind::Words;
    }
    if let Some(options) = text("x-options") {
        return Kind::Choice(options.to_owned(), codes(schema));
    }
    if text("x-choice") == Some("figure") {
        let figures = domain::reporting::report::FIGURES.iter().map(|code| (*code).to_owned());
        return Kind::Choice("figure".to_owned(), figures.collect());
    }
    if let Some(noun) = text("x-ref") {
        return Kind::Record(noun.to_owned());
    }
    match text("format") {
        Some("date") => Kind::Day,
        Some("date-time") => Kind::Instant,
        _ if is("boolean") => Kind::Flag,
        _ if is("integer") => Kind::Number,
        _ if is("array") => list_of(schema.get("items").map(plain).unwrap_or(&Value::Null)),
        _ if is("object") && schema.get("properties").is_none() => Kind::Pairs,
        _ if is("string") => Kind::Text,
        _ => Kind::Json,
    }
}

fn list_of(item: &Value) -> Kind {
    match kind_of(item) {
        Kind::Json | Kind::Pairs | Kind::List(_) | Kind::Words => Kind::Json,
        plain => Kind::List(Box::new(plain)),
    }
}

/// The schema of what is there, where a field may also be missing.
pub(super) fn plain(schema: &Value) -> &Value {
    let alternatives = schema.get("anyOf").and_then(Value::as_array);
    let there = alternatives.and_then(|all| all.iter().find(|one| !is_type(one, "null")));
    there.unwrap_or(schema)
}

pub(super) fn is_type(schema: &Value, name: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(one)) => one == name,
        Some(Value::Array(many)) => many.iter().any(|one| one == name),
        _ => false,
    }
}

/// The codes of a choice, with or without descriptions.
fn codes(schema: &Value) -> Vec<String> {
    let texts = |schema: &Value| {
        let many = schema.get("enum").and_then(Value::as_array).cloned().unwrap_or_default();
        let all = many.into_iter().chain(schema.get("const").cloned());
        all.filter_map(|value| value.as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let described = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten().flat_map(&texts);
    texts(schema).into_iter().chain(described).collect()
}

/// A label in the form in which labels are compared: small letters, no punctuation.
pub(super) fn leveled(label: &str) -> String {
    let composed = crate::table::composed(label).to_lowercase();
    let is_gap = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "（）［］：，、。．・＊".contains(c);
    composed.split(is_gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The same with `#` in the place of each number, and the numbers.
pub(super) fn leveled_with_numbers(label: &str) -> (String, Vec<usize>) {
    let mut numbers = Vec::new();
    let words = leveled(label);
    let words = words.split(' ').map(|word| match word.parse::<usize>() {
        Ok(number) => {
            numbers.push(number);
            "#"
        }
        Err(_) => word,
    });
    let words = words.collect::<Vec<_>>().join(" ");
    (words, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(noun: &str, command: &str) -> Vec<Field> {
        let openings = openings(domain::noun(noun).unwrap());
        openings.into_iter().find(|opening| opening.command == command).unwrap().fields
    }

    fn kinds(noun: &str, command: &str) -> Vec<(String, Kind)> {
        fields(noun, command).into_iter().map(|field| (field.path, field.kind)).collect()
    }

    #[test]
    fn every_noun_that_can_be_begun_has_columns() {
        let mut begun = 0;
        for noun in domain::NOUNS {
            for opening in openings(noun) {
                begun += 1;
                assert!(!opening.fields.is_empty(), "{} {}", noun.name, opening.command);
                for field in &opening.fields {
                    assert!(!BESIDE.contains(&field.path.as_str()), "{} {}", noun.name, field.path);
                }
            }
        }
        assert!(begun > 15);
    }

    #[test]
    fn names_have_a_column_for_each_language() {
        let found = kinds("unit", "register");
        let has = |path: &str, kind: Kind| assert!(found.contains(&(path.to_owned(), kind)), "{path}: {found:?}");
        has("name", Kind::Words);
        has("name.vi", Kind::Text);
        has("name.km", Kind::Text);
        has("parent", Kind::Record("unit".into()));
        has("place.lat_e7", Kind::Number);
        has("levels", Kind::Pairs);
        has("from", Kind::Day);
    }

    #[test]
    fn items_of_a_list_can_have_columns_of_their_own() {
        let found = kinds("talks", "propose");
        assert!(found.contains(&("agenda".into(), Kind::Json)), "{found:?}");
        assert!(found.contains(&("agenda[].matter".into(), Kind::Record("matter".into()))), "{found:?}");
        assert!(found.contains(&("planned_at".into(), Kind::Instant)), "{found:?}");
        let parties = kinds("agreement", "register");
        assert!(
            parties.contains(&("parties".into(), Kind::List(Box::new(Kind::Record("unit".into()))))),
            "{parties:?}"
        );
    }

    #[test]
    fn labels_are_compared_without_case_and_punctuation() {
        assert_eq!(leveled(" Own_participants* "), "own participants");
        assert_eq!(leveled("NGÀY (dd/mm/yyyy)"), "ngày dd mm yyyy");
        assert_eq!(leveled_with_numbers("Agenda 2: title"), ("agenda # title".into(), vec![2]));
        assert_eq!(leveled("名称（越南语）"), "名称 越南语");
    }
}
