//! What the reader of a table tells: frames of bounded length, each a number of bytes and as many bytes of JSON.

use std::io::{ErrorKind, Read, Write};

use serde::{Deserialize, Serialize};

use super::{Encoding, Limits};

/// One cell as it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// Words, or anything in a file that knows nothing but words.
    Text(String),
    /// A number, as a person would write it.
    Number(String),
    /// A day: `2026-02-14`.
    Day(String),
    /// A day and a time on the clock of whoever wrote it: `2026-02-14T08:30:00`.
    Instant(String),
    /// Yes or no.
    Flag(bool),
    /// Something that cannot be read.
    Broken(Broken),
}

/// Why a cell cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Broken {
    /// Its bytes are no letters of the encoding.
    WrongBytes,
    /// It is longer than a cell may be.
    TooLong,
    /// A formula that came to an error.
    CellError,
}

/// What is known before the first row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableHead {
    /// True for a spreadsheet.
    pub is_spreadsheet: bool,
    /// How bytes became letters; none in a spreadsheet whose letters were taken as they are.
    pub encoding: Option<Encoding>,
    /// True when the encoding was asked for and not found out.
    pub is_chosen: bool,
    /// The character between values.
    pub separator: Option<char>,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// The sheets there are.
    pub sheets: Vec<String>,
    /// By what the reader is confined.
    pub confined: Vec<String>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRow {
    /// Its number, as a spreadsheet shows it.
    pub number: u32,
    /// Its cells from the first column on; nothing after the last one that holds something.
    pub cells: Vec<Cell>,
}

/// What is known after the last row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableEnd {
    /// How many rows were told.
    pub rows: u32,
    /// The font encoding in which the letters seem to be typed, where they were taken as they are.
    pub suggested: Option<Encoding>,
}

/// Why a file cannot be read as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(deny_unknown_fields)]
#[error("the file cannot be read as a table: {why}{}", .limit.map(|limit| format!(" ({limit})")).unwrap_or_default())]
pub struct TableRefusal {
    /// What is wrong.
    pub why: Unreadable,
    /// The limit that was broken, where there is one.
    pub limit: Option<u64>,
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is larger than allowed.
    FileTooLarge,
    /// It is neither a spreadsheet nor text.
    NotATable,
    /// A spreadsheet with a password, or one of the old binary kind.
    LockedOrOld,
    /// A spreadsheet of another kind, such as ODS.
    OtherSpreadsheet,
    /// An archive that is cut off or damaged.
    BrokenArchive,
    /// An archive that would unpack to far more than it is.
    ArchiveBomb,
    /// An archive with too many parts.
    TooManyParts,
    /// An archive with a part whose name leads elsewhere, or with parts that lie over each other.
    TrickedArchive,
    /// A part that defines entities of its own.
    DefinesEntities,
    /// A part that is nested too deeply, or with too many or too long tags.
    WildPart,
    /// A part that is not well formed.
    BrokenPart,
    /// There is no such sheet, or none at all.
    NoSheet,
    /// More rows than allowed.
    TooManyRows,
    /// More columns than allowed.
    TooManyColumns,
    /// A row with more text than allowed.
    RowTooLong,
    /// More text than allowed.
    TooMuchText,
    /// Rows or cells that do not come in order.
    OutOfOrder,
    /// The reader ended before it was done: the file asked for too much memory or time.
    ReaderEnded,
    /// The reader took too long.
    ReaderTooSlow,
    /// The reader told something that nobody understands.
    ReaderUnclear,
}

impl Unreadable {
    /// The name of the reason in kebab case; its text is `table-refusal-<name>`.
    pub fn code(self) -> String {
        serde_json::to_value(self).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.code())
    }
}

impl From<Unreadable> for TableRefusal {
    fn from(why: Unreadable) -> Self {
        Self { why, limit: None }
    }
}

impl Unreadable {
    /// The refusal that names the limit.
    pub(super) fn beyond(self, limit: impl Into<u64>) -> TableRefusal {
        TableRefusal { why: self, limit: Some(limit.into()) }
    }
}

/// What the reader tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    /// Before the first row.
    Head(TableHead),
    /// A row.
    Row(TableRow),
    /// After the last row.
    End(TableEnd),
    /// The file cannot be read; nothing comes after it.
    Refused(TableRefusal),
}

/// Writes a frame.
pub(crate) fn write_frame(out: &mut dyn Write, frame: &Frame) -> std::io::Result<()> {
    let bytes = serde_json::to_vec(frame)?;
    let length = u32::try_from(bytes.len()).map_err(std::io::Error::other)?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(&bytes)
}

/// Reads frames from somebody who is not trusted: everything is held against the limits again.
pub struct FrameReader<'l, R> {
    from: R,
    limits: &'l Limits,
    last_row: u32,
    text: u64,
    buffer: Vec<u8>,
}

impl<'l, R: Read> FrameReader<'l, R> {
    /// A reader of frames.
    pub fn new(from: R, limits: &'l Limits) -> Self {
        Self { from, limits, last_row: 0, text: 0, buffer: Vec::new() }
    }

    /// The next frame; none at the end. Anything that is not a frame within the limits is refused.
    pub fn next_frame(&mut self) -> Result<Option<Frame>, TableRefusal> {
        let mut length = [0; 4];
        match self.from.read_exact(&mut length) {
            Ok(()) => {}
            Err(fault) if fault.kind() == ErrorKind::UnexpectedEof => return Ok(None),
            Err(_) => return Err(Unreadable::ReaderEnded.into()),
        }
        let length = u32::from_be_bytes(length);
        if u64::from(length) > self.limits.frame_bytes() {
            return Err(Unreadable::ReaderUnclear.into());
        }
        self.buffer.clear();
        let taken = self.from.by_ref().take(u64::from(length)).read_to_end(&mut self.buffer);
        if taken.ok() != usize::try_from(length).ok() {
            return Err(Unreadable::ReaderEnded.into());
        }
        let frame = serde_json::from_slice(&self.buffer).map_err(|_| Unreadable::ReaderUnclear)?;
        if let Frame::Row(row) = &frame {
            self.check(row)?;
        }
        Ok(Some(frame))
    }

    fn check(&mut self, row: &TableRow) -> Result<(), TableRefusal> {
        if row.number <= self.last_row {
            return Err(Unreadable::OutOfOrder.into());
        }
        self.last_row = row.number;
        check_row(row, self.limits)?;
        self.text = self.text.saturating_add(text_of(row));
        if self.text > self.limits.text_bytes {
            return Err(Unreadable::TooMuchText.beyond(self.limits.text_bytes));
        }
        Ok(())
    }
}

/// Holds a row against the limits.
pub(super) fn check_row(row: &TableRow, limits: &Limits) -> Result<(), TableRefusal> {
    if row.number > limits.rows {
        return Err(Unreadable::TooManyRows.beyond(limits.rows));
    }
    if row.cells.len() > limits.columns as usize {
        return Err(Unreadable::TooManyColumns.beyond(limits.columns));
    }
    if text_of(row) > limits.row_bytes {
        return Err(Unreadable::RowTooLong.beyond(limits.row_bytes));
    }
    Ok(())
}

/// The bytes of the texts of a row.
pub(super) fn text_of(row: &TableRow) -> u64 {
    let length = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Number(text) | Cell::Day(text) | Cell::Instant(text) => text.len() as u64,
        Cell::Blank | Cell::Flag(_) | Cell::Broken(_) => 0,
    };
    row.cells.iter().map(length).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(frames: &[Frame]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for frame in frames {
            write_frame(&mut bytes, frame).unwrap();
        }
        bytes
    }

    fn row(number: u32, cells: Vec<Cell>) -> Frame {
        Frame::Row(TableRow { number, cells })
    }

    #[test]
    fn frames_are_read_as_they_were_written() {
        let cells = vec![Cell::Blank, Cell::Text("Hội đàm".into()), Cell::Flag(true), Cell::Broken(Broken::TooLong)];
        let frames = [row(1, cells), Frame::End(TableEnd { rows: 1, suggested: None })];
        let (bytes, limits) = (written(&frames), Limits::default());
        let mut reader = FrameReader::new(bytes.as_slice(), &limits);
        assert_eq!(reader.next_frame(), Ok(Some(frames[0].clone())));
        assert_eq!(reader.next_frame(), Ok(Some(frames[1].clone())));
        assert_eq!(reader.next_frame(), Ok(None));
    }

    #[test]
    fn a_reader_that_lies_is_not_believed() {
        let limits = Limits { rows: 5, columns: 2, row_bytes: 10, text_bytes: 12, ..Limits::default() };
        let why = |bytes: Vec<u8>| {
            let mut reader = FrameReader::new(bytes.as_slice(), &limits);
            loop {
                match reader.next_frame() {
                    Ok(Some(_)) => {}
                    Ok(None) => return None,
                    Err(refusal) => return Some(refusal.why),
                }
            }
        };
        let text = |length: usize| Cell::Text("x".repeat(length));
        assert_eq!(why(written(&[row(6, vec![])])), Some(Unreadable::TooManyRows));
        assert_eq!(why(written(&[row(1, vec![text(1); 3])])), Some(Unreadable::TooManyColumns));
        assert_eq!(why(written(&[row(1, vec![text(11)])])), Some(Unreadable::RowTooLong));
        assert_eq!(why(written(&[row(1, vec![text(9)]), row(2, vec![text(9)])])), Some(Unreadable::TooMuchText));
        assert_eq!(why(written(&[row(2, vec![]), row(2, vec![])])), Some(Unreadable::OutOfOrder));
        assert_eq!(why(vec![0xff; 64]), Some(Unreadable::ReaderUnclear));
        assert_eq!(why(vec![0, 0, 0, 9, b'{']), Some(Unreadable::ReaderEnded));
        assert_eq!(why(vec![0, 0, 0, 2, b'{', b'}']), Some(Unreadable::ReaderUnclear));
    }
}
