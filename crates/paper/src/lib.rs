//! What leaves the desk as a file: a table of a report or of a list becomes the bytes of a spreadsheet or of plain
//! values, appointments those of a calendar. The same content gives the same bytes, on every computer and at every hour.

mod calendar;
mod sheet;
mod values;
mod workbook;

pub use calendar::{Calendar, Event, Firm, When, ics};
pub use sheet::{Cell, Sheet, Sheets};
pub use values::csv;
pub use workbook::{PaperFailure, xlsx};

use std::borrow::Cow;

/// The text of a cell so that no spreadsheet program takes it for a formula.
///
/// A text that begins with `=`, `+`, `-`, `@` (also in the full width that Chinese keyboards give), with a tab or with
/// a line break gets an apostrophe before it (OWASP, "CSV Injection").
pub fn guarded(text: &str) -> Cow<'_, str> {
    const OPENS_A_FORMULA: [char; 11] =
        ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if text.starts_with(OPENS_A_FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_beginning_of_a_formula_is_guarded() {
        for opening in ["=", "+", "-", "@", "\t", "\r", "\n", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}"] {
            let text = format!("{opening}HYPERLINK(\"x\")");
            assert_eq!(guarded(&text), format!("'{text}"), "{opening:?}");
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in ["", "Hội đàm", "会谈", "កិច្ចប្រជុំ", "a=b", "'quoted'", " -1"] {
            assert_eq!(guarded(text), text);
        }
    }
}
