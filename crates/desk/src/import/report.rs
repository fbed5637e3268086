//! What came of a table: how it was read, what would become of each row, and every fault with its place.

use domain::Refused;
use serde::Serialize;
use serde_json::{Map, Value};

use super::mapping::letters;
use crate::table::{Broken, Encoding};

/// How many faults are told one by one; the others are counted.
pub const FAULTS_TOLD: usize = 10_000;
/// How many bytes of rejected rows are given back.
pub(super) const REJECTED_BYTES: usize = 16 << 20;
/// How many rows are shown as they were read.
pub(super) const SHOWN_ROWS: usize = 5;

/// What came of a table.
#[derive(Clone, Debug, Serialize)]
pub struct ImportReport {
    /// The noun of its rows.
    pub noun: String,
    /// The name of the file, made harmless.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// True for a spreadsheet.
    pub is_spreadsheet: bool,
    /// How bytes became letters.
    pub encoding: Option<Encoding>,
    /// True when the encoding was chosen and not found out.
    pub is_chosen: bool,
    /// The font encoding in which the letters seem to be typed.
    pub suggested: Option<Encoding>,
    /// The character between values.
    pub separator: Option<char>,
    /// The sheet.
    pub sheet: Option<String>,
    /// The sheets there are.
    pub sheets: Vec<String>,
    /// By what the reading process was confined.
    pub confined: Vec<String>,
    /// The row with what stands above the columns.
    pub header_row: u32,
    /// The columns.
    pub columns: Vec<ReportColumn>,
    /// The first rows as they were read.
    pub shown: Vec<Vec<String>>,
    /// Rows with something in them below the header.
    pub rows: u32,
    /// Rows that begin a record.
    pub new: u32,
    /// Rows whose record is there already.
    pub unchanged: u32,
    /// Rows with faults.
    pub faulty: u32,
    /// Every fault, in the order of the rows.
    pub faults: Vec<RowFault>,
    /// Faults beyond those that are told one by one.
    pub more_faults: u32,
    /// The rows with faults as they were read, where that was asked for.
    #[serde(skip)]
    pub rejected: Vec<RejectedRow>,
    /// True when nothing was to be changed.
    pub dry_run: bool,
    /// The import that was recorded.
    pub import: Option<String>,
    /// True when the same request had been answered before.
    pub repeated: bool,
}

/// A column as it was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportColumn {
    /// Its letters.
    pub letter: String,
    /// What stands above it.
    pub header: String,
    /// The field it goes into; blank where it is left out.
    pub field: String,
}

/// A row with faults, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRow {
    /// Its number.
    pub row: u32,
    /// Its cells.
    pub cells: Vec<String>,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowFault {
    /// The row, as a spreadsheet numbers it.
    pub row: u32,
    /// The letters of the column; none where the row as a whole is meant.
    pub column: Option<String>,
    /// What stands above the column, or the field that has no column.
    pub header: String,
    /// What is wrong.
    pub code: FaultCode,
    /// What the text names.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub details: Map<String, Value>,
    /// The rule that says no.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refused>,
}

/// What is wrong with a row or a cell. Its text is `import-fault-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultCode {
    /// The cell must be filled in.
    Missing,
    /// No column goes into a field that every row needs.
    NoColumn,
    /// Two columns go into the same field.
    ColumnTwice,
    /// A column is assigned to a field that there is not.
    UnknownField,
    /// The cell's bytes are no letters.
    WrongBytes,
    /// The cell is longer than a cell may be.
    CellTooLong,
    /// The cell holds a formula that came to an error.
    CellError,
    /// The cell of a file of separated values is a formula.
    Formula,
    /// The text has characters that steer and do not write.
    UnfitCharacters,
    /// The text is too long for its field.
    TextTooLong,
    /// The text is too short for its field.
    TextTooShort,
    /// No whole number.
    NotANumber,
    /// A number beyond what the field takes.
    OutOfRange,
    /// No day.
    NotADay,
    /// No day with a time.
    NotAnInstant,
    /// Neither yes nor no.
    NotYesOrNo,
    /// None of the codes or words of the choice.
    NotAChoice,
    /// No record is called so, or none that the officer may see.
    NoSuchRecord,
    /// Several records are called so.
    SeveralRecords,
    /// Several values that cannot be told apart.
    BadList,
    /// No JSON.
    BadJson,
    /// The key cannot be the identity of a record.
    BadKey,
    /// The identity belongs to a record of another noun.
    KeyTaken,
    /// A record with this key is there and says something else.
    Different,
    /// An earlier row of the same file is the same.
    Twice,
    /// No command of this name begins a record.
    NoSuchOpening,
    /// The command that begins the row has no such field.
    NotOfOpening,
    /// The command cannot be read.
    BadCommand,
    /// The officer may not record this in that unit or grade.
    NotAllowed,
    /// A rule says no.
    Refused,
}

impl FaultCode {
    /// The code in kebab case.
    pub fn code(self) -> String {
        serde_json::to_value(self).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

impl From<Broken> for FaultCode {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::WrongBytes => Self::WrongBytes,
            Broken::TooLong => Self::CellTooLong,
            Broken::CellError => Self::CellError,
        }
    }
}

/// What is wrong with a value, before anybody says where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Problem {
    pub(super) code: FaultCode,
    pub(super) details: Map<String, Value>,
    pub(super) refused: Option<Refused>,
}

impl Problem {
    pub(super) fn with(code: FaultCode, name: &str, value: impl Into<Value>) -> Self {
        Self { code, details: Map::from_iter([(name.to_owned(), value.into())]), refused: None }
    }

    /// The fault of a column of a row; of the row as a whole where there is no column.
    pub(super) fn at(self, row: u32, column: Option<usize>, header: &str) -> RowFault {
        let Self { code, details, refused } = self;
        RowFault { row, column: column.map(letters), header: header.to_owned(), code, details, refused }
    }
}

impl From<FaultCode> for Problem {
    fn from(code: FaultCode) -> Self {
        Self { code, details: Map::new(), refused: None }
    }
}
