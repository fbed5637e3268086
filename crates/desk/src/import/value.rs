//! From a cell to a value of a field: what people write into tables, read by the field's own schema.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use store::Failure;

use super::columns::{Kind, is_type, kind_of, plain};
use super::mapping::Vocabulary;
use super::naming::Naming;
use super::report::{FaultCode, Problem};
use crate::hour::instant_of;
use crate::table::{Cell, composed};
use crate::written::{read_day, read_instant};

/// Why there is no value: something is wrong with the cell, or something broke.
pub(super) enum Trouble {
    Problem(Box<Problem>),
    Failure(Failure),
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<FaultCode> for Trouble {
    fn from(code: FaultCode) -> Self {
        Problem::from(code).into()
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// Reads cells.
pub(super) struct CellReader<'a> {
    pub(super) zone: &'a TimeZone,
    pub(super) words: &'a Vocabulary,
    pub(super) naming: Naming<'a>,
    /// True for a spreadsheet, which says for itself what is a formula.
    pub(super) is_spreadsheet: bool,
}

impl CellReader<'_> {
    /// Refuses a cell of separated values that a spreadsheet would compute as soon as somebody opened the file.
    pub(super) fn no_formula(&self, cell: &Cell) -> Result<(), Trouble> {
        match cell {
            Cell::Text(text) if !self.is_spreadsheet && is_formula(text) => Err(FaultCode::Formula.into()),
            _ => Ok(()),
        }
    }

    /// The value of a cell; none where there is nothing in it.
    pub(super) fn value(&mut self, kind: &Kind, schema: &Value, cell: &Cell) -> Result<Option<Value>, Trouble> {
        if let Cell::Broken(broken) = cell {
            return Err(FaultCode::from(*broken).into());
        }
        let text = written(cell)?;
        if text.is_empty() {
            return Ok(None);
        }
        let value = match kind {
            Kind::Text => fitting(schema, &text)?,
            Kind::Number => number(schema, &text)?,
            Kind::Flag => self.flag(cell, &text)?,
            Kind::Day => day(cell, &text)?,
            Kind::Instant => self.instant(cell, &text)?,
            Kind::Choice(options, codes) => self.choice(options, codes, &text)?,
            Kind::Record(noun) => Value::from(self.naming.record(noun, &text)?),
            Kind::Words => self.words(schema, &text)?,
            Kind::List(kind) => self.list(kind, schema, &text)?,
            Kind::Pairs => pairs(&text)?,
            Kind::Json => self.json(schema, &text)?,
        };
        Ok(Some(value))
    }

    fn flag(&self, cell: &Cell, text: &str) -> Result<Value, Trouble> {
        if let Cell::Flag(yes) = cell {
            return Ok(Value::from(*yes));
        }
        Ok(self.words.flag(text).map(Value::from).ok_or(FaultCode::NotYesOrNo)?)
    }

    fn instant(&self, cell: &Cell, text: &str) -> Result<Value, Trouble> {
        let at = match cell {
            Cell::Instant(local) => {
                let local = local.parse::<DateTime>().ok();
                local.and_then(|local| instant_of(local, None, self.zone).ok())
            }
            _ => read_instant(text, self.zone).ok(),
        };
        Ok(at.map(|at| Value::from(at.to_string())).ok_or(FaultCode::NotAnInstant)?)
    }

    fn choice(&self, options: &str, codes: &[String], text: &str) -> Result<Value, Trouble> {
        let exact = codes.iter().find(|code| *code == text).map(String::as_str);
        let called = || self.words.code(options, text).filter(|code| codes.iter().any(|known| known == code));
        let loose = || codes.iter().find(|code| code.eq_ignore_ascii_case(text)).map(String::as_str);
        let found = exact.or_else(called).or_else(loose).map(Value::from);
        Ok(found.ok_or_else(|| Problem::with(FaultCode::NotAChoice, "choices", codes.join(", ")))?)
    }

    fn words(&mut self, schema: &Value, text: &str) -> Result<Value, Trouble> {
        if text.starts_with('{') {
            return self.json(schema, text);
        }
        let within = schema.get("additionalProperties").unwrap_or(&Value::Null);
        Ok(Value::Object(Map::from_iter([("und".to_owned(), fitting(within, text)?)])))
    }

    fn list(&mut self, kind: &Kind, schema: &Value, text: &str) -> Result<Value, Trouble> {
        if text.starts_with('[') {
            return self.json(schema, text);
        }
        let item = schema.get("items").map(plain).unwrap_or(&Value::Null);
        let mut values = Vec::new();
        for part in text.split([';', '\n', '；']) {
            values.extend(self.value(kind, item, &Cell::Text(part.to_owned()))?);
        }
        Ok(Value::Array(values))
    }

    fn json(&mut self, schema: &Value, text: &str) -> Result<Value, Trouble> {
        let value: Value = serde_json::from_str(text).map_err(|_| FaultCode::BadJson)?;
        let fits = (is_type(schema, "array") && value.is_array())
            || (is_type(schema, "object") && value.is_object())
            || !(is_type(schema, "array") || is_type(schema, "object"));
        if !fits {
            return Err(FaultCode::BadJson.into());
        }
        self.named(schema, value)
    }

    /// JSON with the records that it names by number or title put in by identity.
    fn named(&mut self, schema: &Value, value: Value) -> Result<Value, Trouble> {
        let schema = plain(schema);
        match value {
            Value::String(text) => match kind_of(schema) {
                Kind::Json | Kind::Pairs | Kind::Words | Kind::List(_) => Ok(Value::from(fitted(&text)?)),
                kind => Ok(self.value(&kind, schema, &Cell::Text(text))?.unwrap_or(Value::Null)),
            },
            Value::Array(items) => {
                let item = schema.get("items").unwrap_or(&Value::Null);
                items.into_iter().map(|value| self.named(item, value)).collect()
            }
            Value::Object(map) => {
                let of = |name: &str| schema.get("properties").and_then(|properties| properties.get(name));
                let named = map.into_iter().map(|(name, value)| {
                    let value = self.named(of(&name).unwrap_or(&Value::Null), value)?;
                    Ok((name, value))
                });
                Ok(Value::Object(named.collect::<Result<_, Trouble>>()?))
            }
            other => Ok(other),
        }
    }
}

/// True for a text that is a formula and no word, number or item of a list: `=` or `@` with something behind it, `+` or
/// `-` with a function or a call of another program behind it.
fn is_formula(text: &str) -> bool {
    let mut letters = text.trim().chars();
    let first = letters.next();
    let rest = letters.as_str();
    let calls = || {
        let named = rest
            .as_bytes()
            .windows(2)
            .any(|two| two.first().is_some_and(u8::is_ascii_alphabetic) && two.ends_with(b"("));
        !rest.starts_with(char::is_whitespace) && (named || rest.contains('|'))
    };
    match first {
        Some('=' | '@' | '＝' | '＠') => !rest.trim().is_empty(),
        Some('+' | '-' | '＋' | '－') => calls(),
        _ => false,
    }
}

/// The text of a cell, as a person would write it.
pub(super) fn written(cell: &Cell) -> Result<String, Trouble> {
    match cell {
        Cell::Blank | Cell::Broken(_) => Ok(String::new()),
        Cell::Text(text) => fitted(text),
        Cell::Number(text) | Cell::Day(text) | Cell::Instant(text) => Ok(text.clone()),
        Cell::Flag(yes) => Ok(yes.to_string()),
    }
}

/// A text in its one form: marks joined, blanks at the ends gone, the guard before a formula gone; none of the
/// characters that steer a screen or turn the direction of writing.
fn fitted(text: &str) -> Result<String, Trouble> {
    let steers = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    let text = text.trim();
    if text.contains(steers) {
        return Err(FaultCode::UnfitCharacters.into());
    }
    let opens_a_formula = |rest: &str| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let text = text.strip_prefix('\'').filter(|rest| opens_a_formula(rest)).unwrap_or(text);
    Ok(composed(&text.replace("\r\n", "\n").replace('\r', "\n")))
}

/// A text that is as long as its schema allows.
fn fitting(schema: &Value, text: &str) -> Result<Value, Trouble> {
    let bound = |name: &str| schema.get(name).and_then(Value::as_u64);
    let length = text.chars().count() as u64;
    if let Some(most) = bound("maxLength").filter(|most| length > *most) {
        return Err(Problem::with(FaultCode::TextTooLong, "most", most).into());
    }
    if let Some(least) = bound("minLength").filter(|least| length < *least) {
        return Err(Problem::with(FaultCode::TextTooShort, "least", least).into());
    }
    Ok(Value::from(text))
}

fn number(schema: &Value, text: &str) -> Result<Value, Trouble> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    let number: i64 = whole.parse().map_err(|_| FaultCode::NotANumber)?;
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
    let wide = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => (0, i64::from(u8::MAX)),
        Some("uint16") => (0, i64::from(u16::MAX)),
        Some("uint32") => (0, i64::from(u32::MAX)),
        Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
        Some("uint64" | "uint") => (0, i64::MAX),
        _ => (i64::MIN, i64::MAX),
    };
    let too_small = number < wide.0 || bound("minimum").is_some_and(|least| (number as f64) < least);
    let too_large = number > wide.1 || bound("maximum").is_some_and(|most| (number as f64) > most);
    if too_small || too_large {
        return Err(FaultCode::OutOfRange.into());
    }
    Ok(Value::from(number))
}

fn day(cell: &Cell, text: &str) -> Result<Value, Trouble> {
    let on: Option<Date> = match cell {
        Cell::Instant(local) => local.strip_suffix("T00:00:00").and_then(|on| on.parse().ok()),
        Cell::Number(_) | Cell::Flag(_) => None,
        _ => read_day(text),
    };
    Ok(on.map(|on| Value::from(on.to_string())).ok_or(FaultCode::NotADay)?)
}

/// Names with values: `talks: station; patrol: company`, or JSON.
fn pairs(text: &str) -> Result<Value, Trouble> {
    if text.starts_with('{') {
        let map: Map<String, Value> = serde_json::from_str(text).map_err(|_| FaultCode::BadJson)?;
        return Ok(Value::Object(map));
    }
    let mut map = Map::new();
    for part in text.split([';', '\n', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once([':', '=', '：']).ok_or(FaultCode::BadList)?;
        if map.insert(name.trim().to_owned(), Value::from(value.trim())).is_some() {
            return Err(FaultCode::BadList.into());
        }
    }
    Ok(Value::Object(map))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_told_from_words_and_numbers() {
        let formulas = [
            "=1+1",
            " =A1",
            "=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "+HYPERLINK(\"http://x\")",
            "-2+3+cmd|' /C calc'!A0",
            "＝1+1",
            "\t=1+1",
            "-SUM(A1:A9)",
        ];
        for text in formulas {
            assert!(is_formula(text), "{text}");
        }
        let words = [
            "",
            "=",
            "@",
            "-",
            "-2",
            "+84 24 3825 0000",
            "- mốc 102(2)",
            "-102(2)",
            "- Gate (II)",
            "a=b",
            "'=1+1",
            "x@example.org",
            "--",
            "+ 1 | 2",
        ];
        for text in words {
            assert!(!is_formula(text), "{text}");
        }
    }
}
