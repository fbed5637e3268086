//! The table that is printed: a title, lines about it, a header, rows, and notes below.

use jiff::Timestamp;
use unicode_width::UnicodeWidthStr;

/// What one cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
}

/// One table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name on the tab; made fit where a spreadsheet does not allow a character of it.
    pub name: String,
    /// What the table is called; left out where it is empty.
    pub title: String,
    /// What has to be known about it: unit, period, day.
    pub meta: Vec<String>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows; a row may be shorter than the header.
    pub rows: Vec<Vec<Cell>>,
    /// What has to be said below it.
    pub notes: Vec<String>,
}

/// The tables of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// When the content was made; it is written into the file, so that the same content gives the same bytes.
    pub made_at: Timestamp,
    /// The tables, in the order of their tabs.
    pub sheets: Vec<Sheet>,
}

impl Cell {
    /// The cell as it is shown.
    pub fn shown(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
        }
    }

    /// True for a number, which stands at the right edge of its column.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Integer(_))
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(some: Option<T>) -> Self {
        some.map_or(Self::Blank, Into::into)
    }
}

impl Sheet {
    /// The width of every column in Latin letters: the widest line of its header or cells. A Chinese character counts
    /// as two.
    pub fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).chain([self.header.len()]).max().unwrap_or(0);
        let mut widths = vec![0; columns];
        for (width, name) in widths.iter_mut().zip(&self.header) {
            *width = widest_line(name);
        }
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(widest_line(&cell.shown()));
            }
        }
        widths
    }
}

fn widest_line(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_its_widest_line() {
        let sheet = Sheet {
            header: vec!["unit".into(), "n".into()],
            rows: vec![vec!["河口边检站".into(), 12.into()], vec!["one\nthree lines".into()]],
            ..Sheet::default()
        };
        assert_eq!(sheet.widths(), [11, 2]);
    }

    #[test]
    fn an_empty_text_is_a_blank_cell() {
        assert_eq!(Cell::from(""), Cell::Blank);
        assert_eq!(Cell::from(None::<String>), Cell::Blank);
        assert_eq!(Cell::from(Some(3)), Cell::Integer(3));
    }
}
