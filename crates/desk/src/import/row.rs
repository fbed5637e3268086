//! From a row to the command that begins its record: each column in its field, and everything that is wrong at once.

use std::collections::BTreeSet;

use domain::Grade;
use jiff::Timestamp;
use serde_json::{Map, Value};
use store::Failure;

use super::columns::{BESIDE, Field, Opening, is_type, plain};
use super::mapping::{Mapping, Vocabulary, letters, unnumbered};
use super::report::{FaultCode, Problem, ReportColumn, RowFault};
use super::value::{CellReader, Trouble, written};
use crate::table::{Cell, TableRow};

/// How the columns of a table go into fields.
pub(super) struct Plan<'o> {
    openings: &'o [Opening],
    /// The command of rows that do not say it themselves.
    opening: Option<&'o Opening>,
    /// The columns as they are told.
    pub(super) columns: Vec<ReportColumn>,
    /// What is wrong with the columns.
    pub(super) faults: Vec<RowFault>,
}

/// What a row says.
#[derive(Debug, Default)]
pub(super) struct RowSaid {
    /// Its key.
    pub(super) key: Option<String>,
    /// The unit that is to keep the record, as it is called.
    pub(super) unit: Option<String>,
    /// The grade of the record.
    pub(super) grade: Option<Grade>,
    /// When it happened.
    pub(super) happened: Option<Timestamp>,
    /// The command with its fields.
    pub(super) command: Value,
    /// What is wrong.
    pub(super) faults: Vec<RowFault>,
}

impl<'o> Plan<'o> {
    /// The plan for what stands above the columns.
    pub(super) fn new(
        openings: &'o [Opening],
        opening: Option<&str>,
        header: &TableRow,
        mapping: Option<&Mapping>,
        words: &Vocabulary,
    ) -> Self {
        let named = opening.and_then(|name| openings.iter().find(|opening| opening.command == name));
        let only = if let [only] = openings { Some(only) } else { None };
        let mut plan = Self { openings, opening: named.or(only), columns: Vec::new(), faults: Vec::new() };
        let mut taken = BTreeSet::new();
        for (place, cell) in header.cells.iter().enumerate() {
            let text = written(cell).unwrap_or_default();
            let chosen = mapping.and_then(|mapping| mapping.field(&text, &letters(place)));
            let field = match chosen {
                Some(field) => plan.chosen(field, header.number, place, &text),
                None => words.meaning(&text).unwrap_or_default(),
            };
            let is_twice = !field.is_empty() && !taken.insert(field.clone());
            if is_twice && chosen.is_some() {
                plan.faults.push(Problem::from(FaultCode::ColumnTwice).at(header.number, Some(place), &text));
            }
            let field = if is_twice { String::new() } else { field };
            plan.columns.push(ReportColumn { letter: letters(place), header: text, field });
        }
        plan.opening = plan.opening.or_else(|| plan.only_fit());
        plan.check_columns(header.number);
        plan
    }

    /// Where nothing says how the rows begin a record: the one command that has a field for each column, all its needed
    /// fields among them; or, if it is the only one with a field for each column, that one.
    fn only_fit(&self) -> Option<&'o Opening> {
        let fields = || self.columns.iter().map(|column| column.field.as_str()).filter(|field| !field.is_empty());
        let has = |opening: &Opening, field: &str| {
            let (path, _) = unnumbered(field);
            BESIDE.contains(&field) || opening.fields.iter().any(|known| known.path == path)
        };
        let able: Vec<&Opening> =
            self.openings.iter().filter(|opening| fields().all(|field| has(opening, field))).collect();
        let full: Vec<&Opening> =
            able.iter().copied().filter(|opening| self.lacking(opening).next().is_none()).collect();
        match (full.as_slice(), able.as_slice()) {
            ([only], _) | ([], [only]) => Some(only),
            _ => None,
        }
    }

    /// Fields that every row of the command needs and no column goes into.
    fn lacking<'p>(&'p self, opening: &'p Opening) -> impl Iterator<Item = &'p Field> {
        let fields = opening.fields.iter().filter(|field| field.required && field.names.len() == 1);
        fields.filter(|field| !may_be_left_out(&field.schema) && !self.has_column(&field.path))
    }

    fn chosen(&mut self, field: &str, row: u32, place: usize, header: &str) -> String {
        let field = if field == "id" { "row-key" } else { field };
        let (path, _) = unnumbered(field);
        let is_known = field.is_empty()
            || BESIDE.contains(&field)
            || self.openings.iter().any(|opening| opening.fields.iter().any(|known| known.path == path));
        if is_known {
            return field.to_owned();
        }
        self.faults.push(Problem::with(FaultCode::UnknownField, "field", field).at(row, Some(place), header));
        String::new()
    }

    /// Fields that every row needs and no column goes into.
    fn check_columns(&mut self, row: u32) {
        let Some(opening) = self.opening.filter(|_| !self.has_column("opening")) else { return };
        let missing: Vec<RowFault> = self
            .lacking(opening)
            .map(|field| Problem::with(FaultCode::NoColumn, "field", field.path.as_str()).at(row, None, &field.path))
            .collect();
        self.faults.extend(missing);
    }

    /// True when some column goes into the field or a part of it.
    fn has_column(&self, path: &str) -> bool {
        self.column_of(path).is_some()
    }

    fn column_of(&self, path: &str) -> Option<usize> {
        let is_part =
            |field: &str| field.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        self.columns.iter().position(|column| is_part(&column.field))
    }

    /// Reads a row: what it says, or all that is wrong with it.
    pub(super) fn read(&self, row: &TableRow, cells: &mut CellReader<'_>) -> Result<RowSaid, Failure> {
        let mut said = RowSaid::default();
        let mut faults = Vec::new();
        let Some(opening) = self.opening_of(row, &mut faults) else {
            return Ok(RowSaid { faults, ..said });
        };
        let mut fields = Map::new();
        for (place, column) in self.columns.iter().enumerate().filter(|(_, column)| !column.field.is_empty()) {
            let cell = row.cells.get(place).unwrap_or(&Cell::Blank);
            if *cell == Cell::Blank || column.field == "opening" {
                continue;
            }
            let outcome = cells.no_formula(cell).and_then(|()| match BESIDE.contains(&column.field.as_str()) {
                true => beside(&mut said, &column.field, cell, cells),
                false => in_field(opening, &column.field, cell, cells, &mut fields),
            });
            match outcome {
                Ok(()) => {}
                Err(Trouble::Problem(problem)) => faults.push(problem.at(row.number, Some(place), &column.header)),
                Err(Trouble::Failure(failure)) => return Err(failure),
            }
        }
        for (place, cell) in row.cells.iter().enumerate().skip(self.columns.len()) {
            if *cell != Cell::Blank {
                faults.push(Problem::from(FaultCode::UnknownField).at(row.number, Some(place), ""));
            }
        }
        let mut fields = Value::Object(fields);
        let mut filling = Filling { plan: self, row: row.number, faults: &mut faults };
        filling.fill(&opening.schema, &mut fields, "");
        if let Some(map) = fields.as_object_mut() {
            map.insert("command".to_owned(), Value::from(opening.command.as_str()));
        }
        Ok(RowSaid { command: fields, faults, ..said })
    }

    /// The command of a row.
    fn opening_of(&self, row: &TableRow, faults: &mut Vec<RowFault>) -> Option<&'o Opening> {
        let place = self.columns.iter().position(|column| column.field == "opening");
        let said = place.and_then(|place| row.cells.get(place)).and_then(|cell| written(cell).ok()).unwrap_or_default();
        let found = match said.as_str() {
            "" => self.opening,
            name => self.openings.iter().find(|opening| opening.command == name),
        };
        if found.is_none() {
            let known: Vec<&str> = self.openings.iter().map(|opening| opening.command.as_str()).collect();
            let header = place.and_then(|place| self.columns.get(place)).map_or("", |column| column.header.as_str());
            let problem = Problem::with(FaultCode::NoSuchOpening, "choices", known.join(", "));
            faults.push(problem.at(row.number, place, header));
        }
        found
    }
}

/// True for a list or a yes-or-no: a blank means none, and no.
fn may_be_left_out(schema: &Value) -> bool {
    is_type(schema, "array") || is_type(schema, "boolean")
}

/// Takes what is said beside the fields.
fn beside(said: &mut RowSaid, name: &str, cell: &Cell, cells: &mut CellReader<'_>) -> Result<(), Trouble> {
    const KEY: usize = 200;
    if let Cell::Broken(broken) = cell {
        return Err(FaultCode::from(*broken).into());
    }
    let text = written(cell)?;
    if text.is_empty() {
        return Ok(());
    }
    match name {
        "row-key" if text.chars().count() > KEY => return Err(FaultCode::BadKey.into()),
        "row-key" => said.key = Some(text),
        "unit-keeps" => said.unit = Some(cells.naming.record("unit", &text)?),
        "grade-kept" => {
            let code = Grade::from_code(&text).or_else(|| Grade::from_code(cells.words.code("grade", &text)?));
            said.grade = Some(code.ok_or_else(|| {
                Problem::with(FaultCode::NotAChoice, "choices", "open, internal, restricted, protected")
            })?);
        }
        _ => {
            let at = cells.value(&super::columns::Kind::Instant, &Value::Null, cell)?;
            said.happened = at.and_then(|at| at.as_str()?.parse().ok());
        }
    }
    Ok(())
}

/// Puts the value of a cell into its field.
fn in_field(
    opening: &Opening,
    path: &str,
    cell: &Cell,
    cells: &mut CellReader<'_>,
    fields: &mut Map<String, Value>,
) -> Result<(), Trouble> {
    let (plain_path, _) = unnumbered(path);
    let field = opening.fields.iter().find(|field| field.path == plain_path).ok_or(FaultCode::NotOfOpening)?;
    let Some(value) = cells.value(&field.kind, &field.schema, cell)? else { return Ok(()) };
    Ok(put(fields, path, value)?)
}

/// Puts a value at its path. Items of a list are kept by number until the row is complete.
fn put(map: &mut Map<String, Value>, path: &str, value: Value) -> Result<(), FaultCode> {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    let (name, number) = match step.split_once('[') {
        Some((name, number)) => (name, number.strip_suffix(']').and_then(|number| number.parse::<usize>().ok())),
        None => (step, None),
    };
    let mut target = map.entry(name.to_owned()).or_insert(Value::Null);
    if let Some(number) = number {
        if target.is_null() {
            *target = Value::Object(Map::new());
        }
        let items = target.as_object_mut().ok_or(FaultCode::BadList)?;
        target = items.entry(format!("{number:05}")).or_insert(Value::Null);
    }
    match (rest, &mut *target) {
        (None, Value::Null) => *target = value,
        (None, Value::Object(standing)) => match value {
            Value::Object(more) => standing.extend(more),
            _ => return Err(FaultCode::BadList),
        },
        (Some(rest), Value::Null) => {
            let mut inner = Map::new();
            put(&mut inner, rest, value)?;
            *target = Value::Object(inner);
        }
        (Some(rest), Value::Object(inner)) => put(inner, rest, value)?,
        _ => return Err(FaultCode::BadList),
    }
    Ok(())
}

/// Puts lists together and finds what is missing.
struct Filling<'a, 'o> {
    plan: &'a Plan<'o>,
    row: u32,
    faults: &'a mut Vec<RowFault>,
}

impl Filling<'_, '_> {
    fn fill(&mut self, schema: &Value, value: &mut Value, path: &str) {
        let Some(map) = value.as_object_mut() else { return };
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        for (name, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let schema = plain(property);
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            match map.get_mut(name) {
                Some(inner) if is_type(schema, "array") => self.list(schema, inner, &path),
                Some(inner) => self.fill(schema, inner, &path),
                None if !required.contains(&name.as_str()) || property.get("default").is_some() => {}
                None if is_type(schema, "array") => drop(map.insert(name.clone(), Value::Array(Vec::new()))),
                None if is_type(schema, "boolean") => drop(map.insert(name.clone(), Value::from(false))),
                None => self.missing(&path),
            }
        }
    }

    fn list(&mut self, schema: &Value, value: &mut Value, path: &str) {
        if let Value::Object(items) = value {
            let mut items: Vec<(String, Value)> = std::mem::take(items).into_iter().collect();
            items.sort_by(|(a, _), (b, _)| a.cmp(b));
            let item = schema.get("items").map(plain).unwrap_or(&Value::Null);
            for (number, inner) in &mut items {
                let number = number.trim_start_matches('0');
                self.fill(item, inner, &format!("{path}[{number}]"));
            }
            *value = Value::Array(items.into_iter().map(|(_, inner)| inner).collect());
        }
    }

    /// A field that is missing: at its column; a field without a column was told with the header already.
    fn missing(&mut self, path: &str) {
        let place = self.plan.column_of(path);
        // What is wrong with the cell itself was told already.
        let is_told = place.is_some_and(|place| {
            let letter = letters(place);
            self.faults.iter().any(|fault| fault.column.as_ref() == Some(&letter))
        });
        let is_top = !path.contains(['.', '[']);
        let was_told = place.is_none() && is_top && self.plan.faults.iter().any(|fault| fault.header == path);
        if is_told || was_told {
            return;
        }
        let header = place.and_then(|place| self.plan.columns.get(place)).map_or(path, |column| &column.header);
        self.faults.push(Problem::with(FaultCode::Missing, "field", path).at(self.row, place, header));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::import::columns::openings;

    fn header(cells: &[&str]) -> TableRow {
        TableRow { number: 1, cells: cells.iter().map(|text| Cell::Text((*text).to_owned())).collect() }
    }

    #[test]
    fn columns_without_a_field_are_left_out_and_fields_without_a_column_are_told() {
        let openings = openings(domain::noun("meeting").unwrap());
        let words = Vocabulary::of(&openings);
        let plan = Plan::new(&openings, None, &header(&["id", "Held on", "weather", "held_on"]), None, &words);
        let fields: Vec<&str> = plan.columns.iter().map(|column| column.field.as_str()).collect();
        assert_eq!(fields, ["row-key", "held_on", "", ""]);
        let missing: Vec<&str> = plan.faults.iter().map(|fault| fault.header.as_str()).collect();
        assert_eq!(missing, ["counterpart", "place", "subject", "own_participants", "other_participants"]);
    }

    #[test]
    fn rows_begin_by_the_one_command_that_their_columns_fit_and_by_none_where_several_do() {
        let openings = openings(domain::noun("visit").unwrap());
        let words = Vocabulary::of(&openings);
        let begins = |named: Option<&str>, cells: &[&str]| {
            let plan = Plan::new(&openings, named, &header(cells), None, &words);
            plan.opening.map(|opening| opening.command.clone())
        };
        let held = ["counterpart", "held_on", "purpose", "own_participants", "other_participants", "place"];
        let planned = ["counterpart", "planned_on", "purpose", "place"];
        assert_eq!(begins(None, &held).as_deref(), Some("record"));
        assert_eq!(
            begins(None, &["opening", "held_on", "purpose"]).as_deref(),
            Some("record"),
            "no other has a held_on"
        );
        assert_eq!(begins(None, &planned), None, "it may be announced by either side");
        assert_eq!(begins(None, &["held_on", "planned_on"]), None, "no command has both");
        assert_eq!(begins(Some("announce"), &held).as_deref(), Some("announce"), "what is said stands");
    }

    #[test]
    fn a_mapping_decides_and_is_told_when_it_is_wrong() {
        let openings = openings(domain::noun("meeting").unwrap());
        let words = Vocabulary::of(&openings);
        let mapping =
            Mapping::read("[columns]\nDay = \"held_on\"\nToo = \"held_on\"\nMood = \"mood\"\nplace = \"\"\n").unwrap();
        let plan = Plan::new(&openings, None, &header(&["Day", "Too", "Mood", "place"]), Some(&mapping), &words);
        let codes: Vec<FaultCode> = plan.faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes[..2], [FaultCode::ColumnTwice, FaultCode::UnknownField]);
        assert!(codes[2..].iter().all(|code| *code == FaultCode::NoColumn) && codes.len() == 7, "{codes:?}");
    }

    #[test]
    fn parts_come_together_whatever_the_order_of_their_columns() {
        let mut map = Map::new();
        for (path, value) in
            [("agenda[2].title", "b"), ("name.vi", "x"), ("agenda[1].title", "a"), ("agenda[2].matter", "m")]
        {
            put(&mut map, path, Value::from(value)).unwrap();
        }
        put(&mut map, "name", json!({ "und": "y" })).unwrap();
        assert_eq!(map["name"], json!({ "vi": "x", "und": "y" }));
        assert_eq!(map["agenda"], json!({ "00002": { "title": "b", "matter": "m" }, "00001": { "title": "a" } }));
        assert!(put(&mut map, "name", Value::from("z")).is_err());
    }
}
