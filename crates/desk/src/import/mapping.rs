//! Which column goes into which field: proposed by what stands above the columns, in any language of the pages, and
//! kept or written by hand as a small file.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::columns::{BESIDE, LISTED, Opening, leveled, leveled_with_numbers};
use crate::table::{Encoding, TableOptions};

/// How a table of a noun is read, as a file keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// The noun it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noun: Option<String>,
    /// The command by which every row begins a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// How bytes become letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// The sheet of a spreadsheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The character between values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<char>,
    /// The row with what stands above the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// What stands above a column, or `@` and its letter, and the field; a blank field leaves the column out.
    pub columns: BTreeMap<String, String>,
}

impl Mapping {
    /// Reads a mapping; the fault names line and column.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|fault| fault.to_string())
    }

    /// The mapping as a file keeps it.
    pub fn write(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// How the file is to be read, where the options do not say it themselves.
    pub fn options(&self, asked: &TableOptions) -> TableOptions {
        TableOptions {
            encoding: asked.encoding.or(self.encoding),
            sheet: asked.sheet.clone().or_else(|| self.sheet.clone()),
            separator: asked.separator.or(self.separator),
        }
    }

    /// The field for a column, where the mapping names it; blank leaves it out.
    pub(super) fn field(&self, header: &str, letter: &str) -> Option<&str> {
        let by_letter = self.columns.get(&format!("@{letter}"));
        let exact = by_letter.or_else(|| self.columns.get(header.trim()));
        let alike = || {
            let wanted = leveled_with_numbers(header);
            let found = self.columns.iter().find(|(known, _)| leveled_with_numbers(known) == wanted);
            found.map(|(_, field)| field).filter(|_| !wanted.0.is_empty())
        };
        exact.or_else(alike).map(|field| field.trim())
    }
}

/// What the pages call fields, choices, yes and no: all languages at once.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    headers: BTreeMap<String, BTreeSet<String>>,
    choices: BTreeMap<(String, String), BTreeSet<String>>,
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
}

impl Vocabulary {
    /// What every table understands: the names of the fields themselves.
    pub fn of(openings: &[Opening]) -> Self {
        let mut words = Self::default();
        for field in openings.iter().flat_map(|opening| &opening.fields) {
            words.header(&field.path.replace("[]", " 1 "), &field.path);
        }
        for beside in BESIDE {
            words.header(beside, beside);
        }
        words.header("id", "row-key");
        for text in ["yes", "true", "x", "1", "y"] {
            words.yes(text);
        }
        for text in ["no", "false", "0", "n"] {
            words.no(text);
        }
        words
    }

    /// A field is called so.
    pub fn header(&mut self, label: &str, path: &str) {
        let label = if path.contains("[]") { leveled_with_numbers(label).0 } else { leveled(label) };
        self.headers.entry(label).or_default().insert(path.to_owned());
    }

    /// A code of a choice is called so.
    pub fn choice(&mut self, options: &str, label: &str, code: &str) {
        let codes = self.choices.entry((options.to_owned(), leveled(label))).or_default();
        codes.insert(code.to_owned());
    }

    /// Yes is called so.
    pub fn yes(&mut self, label: &str) {
        self.yes.insert(leveled_flag(label));
    }

    /// No is called so.
    pub fn no(&mut self, label: &str) {
        self.no.insert(leveled_flag(label));
    }

    /// The field that a header means, with the numbers of list items filled in; none where it means none or several.
    pub fn meaning(&self, header: &str) -> Option<String> {
        let only = |label: &str| match self.headers.get(label)?.iter().collect::<Vec<_>>()[..] {
            [path] => Some(path),
            _ => None,
        };
        if let Some(path) = only(&leveled(header)) {
            return numbered(path, &[]);
        }
        let (words, numbers) = leveled_with_numbers(header);
        numbered(only(&words)?, &numbers)
    }

    /// The code that a text means.
    pub fn code(&self, options: &str, text: &str) -> Option<&str> {
        let found = self.choices.get(&(options.to_owned(), leveled(text)))?;
        let [code] = found.iter().collect::<Vec<_>>()[..] else { return None };
        Some(code)
    }

    /// Whether a text means yes or no.
    pub fn flag(&self, text: &str) -> Option<bool> {
        let text = leveled_flag(text);
        match (self.yes.contains(&text), self.no.contains(&text)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }
}

fn leveled_flag(text: &str) -> String {
    crate::table::composed(text.trim()).to_lowercase()
}

/// A path with the numbers of its list items, as people count them: `agenda[].title` and 2 give `agenda[2].title`.
pub(super) fn numbered(path: &str, numbers: &[usize]) -> Option<String> {
    let mut parts = path.split("[]");
    let mut whole = parts.next()?.to_owned();
    let mut numbers = numbers.iter();
    for part in parts {
        let number = numbers.next().filter(|number| (1..=LISTED).contains(*number))?;
        whole.push_str(&format!("[{number}]{part}"));
    }
    numbers.next().is_none().then_some(whole)
}

/// A path without the numbers of its list items, and the numbers.
pub(super) fn unnumbered(path: &str) -> (String, Vec<usize>) {
    let (mut plain, mut numbers) = (String::new(), Vec::new());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((number, after)) = after.split_once(']') else { break };
        plain.push_str(before);
        plain.push_str("[]");
        numbers.extend(number.parse::<usize>());
        rest = after;
    }
    plain.push_str(rest);
    (plain, numbers)
}

/// The letters of a column as a spreadsheet shows them, from 0 on.
pub fn letters(column: usize) -> String {
    let (mut rest, mut letters) = (column, String::new());
    loop {
        letters.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        match rest / 26 {
            0 => return letters,
            more => rest = more - 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::columns::openings;

    #[test]
    fn headers_are_understood_by_code_and_by_label() {
        let mut words = Vocabulary::of(&openings(domain::noun("talks").unwrap()));
        words.header("Nghị trình # tên", "agenda[].title");
        assert_eq!(words.meaning("PLANNED AT").as_deref(), Some("planned_at"));
        assert_eq!(words.meaning("planned_at*").as_deref(), Some("planned_at"));
        assert_eq!(words.meaning("agenda 3 matter").as_deref(), Some("agenda[3].matter"));
        assert_eq!(words.meaning("Nghị trình 2: tên").as_deref(), None, "a sign is no number");
        words.header("Nghị trình 1 tên", "agenda[].title");
        assert_eq!(words.meaning("Nghị trình 2: tên").as_deref(), Some("agenda[2].title"));
        assert_eq!(words.meaning("agenda 0 title"), None);
        assert_eq!(words.meaning("id").as_deref(), Some("row-key"));
        assert_eq!(words.meaning("weather"), None);
        words.header("Place", "host");
        assert_eq!(words.meaning("place"), None, "what means two fields means none");
    }

    #[test]
    fn a_mapping_is_read_and_written_as_a_file() {
        let text = "noun = \"visit\"\nencoding = \"tcvn3\"\n\n[columns]\n\"@C\" = \"\"\n\"Ngày\" = \"held_on\"\n";
        let mapping = Mapping::read(text).unwrap();
        assert_eq!(Mapping::read(&mapping.write()), Ok(mapping.clone()));
        assert_eq!(mapping.encoding, Some(Encoding::Tcvn3));
        assert_eq!(mapping.field("ngày:", "A"), Some("held_on"));
        assert_eq!(mapping.field("Ngày", "C"), Some(""));
        assert_eq!(mapping.field("", "B"), None);
        assert!(Mapping::read("colums = 1").unwrap_err().contains("colums"));
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }

    #[test]
    fn paths_lose_and_regain_their_numbers() {
        assert_eq!(unnumbered("agenda[2].title"), ("agenda[].title".into(), vec![2]));
        assert_eq!(numbered("agenda[].title", &[2]).as_deref(), Some("agenda[2].title"));
        assert_eq!(numbered("held_on", &[2]), None);
    }
}
