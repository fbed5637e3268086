//! What goes to the screen: tables with straight columns, records, JSON; and never a byte that steers a terminal.

use std::borrow::Cow;
use std::io::{ErrorKind, IsTerminal, Write};

use desk::Row;
use desk::hour::hour_of;
use domain::Words;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use paper::Sheet;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::stop::{Outcome, Stop};

/// Writes a line of data.
pub fn line(text: &str) -> Outcome {
    raw(format!("{text}\n").as_bytes())
}

/// Writes a value as one line of JSON.
pub fn json_line(value: &Value) -> Outcome {
    line(&value.to_string())
}

/// Writes bytes of data, and has them out before it returns.
pub fn raw(bytes: &[u8]) -> Outcome {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|fault| match fault.kind() {
        ErrorKind::BrokenPipe => Stop::Enough,
        _ => Stop::Failed(format!("the output cannot be written: {fault}")),
    })
}

/// Says something to the person, apart from the data.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// True when the person at the error output sees what is drawn there.
pub fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// True when the output may carry colours and weights (<https://no-color.org>).
fn is_styled() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty())
}

/// The language in which names of records are shown: `TWINPOST_LANG`, else the one of the system, else English. It need
/// not be a language of the interface: a side writes its names in its own.
pub fn language() -> String {
    let asked = ["TWINPOST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    asked.filter_map(|name| language_of(&std::env::var(name).ok()?)).next().unwrap_or_else(|| "en".to_owned())
}

/// The language of a locale: `nb` of `nb_NO.UTF-8`; none of `C`.
fn language_of(locale: &str) -> Option<String> {
    let first = locale.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
    Words::is_language(&first).then_some(first)
}

/// The text without characters that steer a terminal.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if steers(c) { ' ' } else { c }).collect())
}

/// Writes a table: header, rows, and what is to be said above and below.
pub fn table(sheet: &Sheet) -> Outcome {
    raw(laid_out(sheet, is_styled()).as_bytes())
}

fn laid_out(sheet: &Sheet, is_styled: bool) -> String {
    let widths = sheet.widths();
    let bold = |text: String| if is_styled { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text };
    let mut out = String::new();
    if !sheet.title.is_empty() {
        out.push_str(&format!("{}\n", bold(harmless(&sheet.title).into_owned())));
    }
    for told in &sheet.meta {
        out.push_str(&format!("{}\n", harmless(told)));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    let numeric = |column: usize| sheet.rows.iter().any(|row| row.get(column).is_some_and(paper::Cell::is_number));
    let header = sheet.header.iter().enumerate().map(|(column, name)| (name.clone(), numeric(column)));
    out.push_str(&format!("{}\n", bold(row_text(header, &widths))));
    for row in &sheet.rows {
        let cells = row.iter().map(|cell| (cell.shown(), cell.is_number()));
        out.push_str(&format!("{}\n", row_text(cells, &widths)));
    }
    if !sheet.notes.is_empty() {
        out.push('\n');
    }
    for note in &sheet.notes {
        out.push_str(&format!("{}\n", harmless(note)));
    }
    out
}

fn row_text(cells: impl Iterator<Item = (String, bool)>, widths: &[usize]) -> String {
    let cells = cells.zip(widths).map(|((text, is_right), width)| {
        let text = harmless(&text).into_owned();
        let gap = " ".repeat(width.saturating_sub(text.width()));
        if is_right { format!("{gap}{text}") } else { format!("{text}{gap}") }
    });
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

/// What a record is called, in the language of the person.
pub fn title(words: &Words) -> String {
    words.pick(&language()).1.to_owned()
}

/// What a row is called.
pub fn row_title(row: &Row) -> String {
    title(&serde_json::from_str(&row.title).unwrap_or_default())
}

/// A row as JSON, with its state where it is wanted.
pub fn row_json(row: &Row) -> Value {
    json!({
        "id": row.id, "noun": row.noun, "number": row.number,
        "title": serde_json::from_str::<Value>(&row.title).unwrap_or_default(),
        "status": row.status, "open": row.open, "turn": row.turn, "unit": row.unit, "holder": row.holder,
        "side": row.side, "counterpart": row.counterpart, "held_on": row.held_on, "due": row.due,
        "period": row.period, "grade": row.grade.code(), "exercise": row.exercise, "version": row.version,
        "begun": instant_ms(row.begun_ms), "changed": instant_ms(row.changed_ms), "changed_by": row.changed_by,
    })
}

/// An instant in UTC, for a program.
pub fn instant_ms(ms: i64) -> String {
    Timestamp::from_millisecond(ms).map(|instant| instant.to_string()).unwrap_or_default()
}

/// An instant on the clock of a zone, for a person; with its offset from UTC in the hour that occurs twice.
pub fn on_clock(ms: i64, zone: &TimeZone) -> String {
    let instant = Timestamp::from_millisecond(ms).unwrap_or_default();
    format!("{} {}", instant.to_zoned(zone.clone()).date(), hour_of(instant, zone))
}

/// A JSON value as a person writes it.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A JSON value as indented lines, one for each field; `named` tells what an identity stands for.
pub fn lines(value: &Value, indent: usize, named: &dyn Fn(&str) -> Option<String>, out: &mut String) {
    let pad = " ".repeat(indent);
    let leaf = |value: &Value| {
        let text = plain(value);
        let name = value.as_str().and_then(named).map(|name| format!(" ({name})")).unwrap_or_default();
        harmless(&format!("{text}{name}")).into_owned()
    };
    match value {
        Value::Object(map) => {
            for (name, field) in map.iter().filter(|(_, field)| !is_blank(field)) {
                if field.is_object() || field.is_array() {
                    out.push_str(&format!("{pad}{name}:\n"));
                    lines(field, indent + 2, named, out);
                } else {
                    out.push_str(&format!("{pad}{name}: {}\n", leaf(field)));
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                if item.is_object() || item.is_array() {
                    let mut inner = String::new();
                    lines(item, indent + 2, named, &mut inner);
                    out.push_str(&format!("{pad}- {}", inner.trim_start()));
                } else {
                    out.push_str(&format!("{pad}- {}\n", leaf(item)));
                }
            }
        }
        other => out.push_str(&format!("{pad}{}\n", leaf(other))),
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stay_straight_in_every_script_and_numbers_stand_at_the_right() {
        let sheet = Sheet {
            header: vec!["unit".into(), "n".into()],
            rows: vec![vec!["河口".into(), 7.into()], vec!["Lào Cai".into(), 12.into()]],
            ..Sheet::default()
        };
        assert_eq!(laid_out(&sheet, false), "unit      n\n河口      7\nLào Cai  12\n");
    }

    #[test]
    fn the_language_of_a_locale_is_found_beyond_those_of_the_interface() {
        for (locale, code) in
            [("nb_NO.UTF-8", Some("nb")), ("fi", Some("fi")), ("vi_VN", Some("vi")), ("C.UTF-8", None)]
        {
            assert_eq!(language_of(locale).as_deref(), code, "{locale}");
        }
    }

    #[test]
    fn the_hour_that_occurs_twice_is_told_with_its_offset() {
        let zone = TimeZone::get("Europe/Oslo").unwrap();
        let at = |text: &str| on_clock(text.parse::<Timestamp>().unwrap().as_millisecond(), &zone);
        assert_eq!(at("2026-10-24T22:30:00Z"), "2026-10-25 00:30");
        assert_eq!(at("2026-10-25T00:30:00Z"), "2026-10-25 02:30+02:00");
        assert_eq!(at("2026-10-25T01:30:00Z"), "2026-10-25 02:30+01:00");
    }

    #[test]
    fn nothing_on_the_screen_steers_the_terminal() {
        assert_eq!(harmless("a\u{1b}[2Jb\u{202e}c"), "a [2Jb c");
        assert_eq!(harmless("Hội đàm"), "Hội đàm");
    }

    #[test]
    fn a_state_is_told_field_by_field() {
        let state = json!({ "place": "bridge", "agenda": [{ "title": "a", "matter": "m" }], "none": null });
        let mut out = String::new();
        lines(&state, 0, &|id| (id == "m").then(|| "Matter".to_owned()), &mut out);
        assert!(
            out.contains("place: bridge\n") && out.contains("matter: m (Matter)\n") && !out.contains("none"),
            "{out}"
        );
    }
}
