//! Taking in a table: every row is an opening command of the noun, decided as a page would have it decided, all of
//! them together or none.
//!
//! There is one function for pages, interface and command line, [`Desk::import`]. It first has the file read by a
//! process of its own, then holds the writer: each row is decided against the records as they stand after the rows
//! before it. A dry run does the very same and then takes everything back.

mod columns;
mod identity;
mod mapping;
mod naming;
mod report;
mod row;
mod run;
mod value;
mod waiting;

pub use columns::{BESIDE, Field, Kind, LISTED, Opening, openings};
pub use mapping::{Mapping, Vocabulary, letters};
pub use report::{FAULTS_TOLD, FaultCode, ImportReport, RejectedRow, ReportColumn, RowFault};
pub use waiting::{KEPT_HOURS, UPLOADS_KEPT, Waiting, WaitingOptions};

use std::io::Read;

use domain::{Grade, OfficerId, Right, UnitId};
use store::Failure;

use crate::Desk;
use crate::table::{Limits, TableFault, TableOptions, TableReader, TableRefusal};

/// How long the name of a file may be that is kept.
const NAME_CHARACTERS: usize = 100;

/// How a table is to be taken in.
pub struct ImportOrder<'a> {
    /// Who reads tables.
    pub reader: &'a dyn TableReader,
    /// How large a table may be.
    pub limits: Limits,
    /// The noun of its rows.
    pub noun: String,
    /// The name of the file, as it came.
    pub file: String,
    /// How it is to be read.
    pub options: TableOptions,
    /// The columns, where they are not to be found out.
    pub mapping: Option<Mapping>,
    /// The command that begins a record, where the noun has several.
    pub opening: Option<String>,
    /// The unit that is to keep the records; the officer's own where none is named.
    pub unit: Option<UnitId>,
    /// The grade of the records; the noun's own where none is named.
    pub grade: Option<Grade>,
    /// True for data of an exercise.
    pub exercise: bool,
    /// Takes the good rows in where others have faults.
    pub good_rows: bool,
    /// Changes nothing.
    pub dry_run: bool,
    /// Gives the rows with faults back as they were read.
    pub wants_rejected: bool,
    /// The key of the request: the same key again does nothing.
    pub key: Option<journal::Id>,
    /// What pages call fields and choices.
    pub words: &'a Vocabulary,
    /// Is told how many rows were looked at.
    pub progress: &'a (dyn Fn(u32) + Sync),
}

/// Why a table was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such noun, or none whose records begin by a command.
    #[error("rows of this kind cannot be taken in")]
    NoOpening,
    /// The file cannot be read.
    #[error(transparent)]
    Refused(#[from] TableRefusal),
    /// The officer may not record anything of this kind anywhere.
    #[error("not allowed: {right:?} is needed")]
    NotAllowed {
        /// The right that is missing.
        right: Right,
    },
    /// Something in the order cannot be read.
    #[error("{0}")]
    Bad(String),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<TableFault> for ImportError {
    fn from(fault: TableFault) -> Self {
        match fault {
            TableFault::Refused(refusal) => Self::Refused(refusal),
            TableFault::Broken(fault) => Self::Failure(Failure::Unfit(format!("a table cannot be read now: {fault}"))),
        }
    }
}

impl Desk {
    /// Takes a table in, or tells what would become of it. Nothing changes where a row has a fault, unless the good
    /// rows are asked for.
    pub fn import(
        &self,
        officer: &OfficerId,
        order: &ImportOrder<'_>,
        source: &mut (dyn Read + Send),
    ) -> Result<ImportReport, ImportError> {
        run::import(self, officer, order, source)
    }
}

/// The name of a file without anything that could lead elsewhere or steer a screen.
pub fn harmless_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let steers = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let clean: String = last.chars().map(|c| if steers(c) || "<>:\"|?*".contains(c) { '_' } else { c }).collect();
    let clean = clean.trim_start_matches(|c: char| c == '.' || c.is_whitespace());
    let short: String = clean.chars().take(NAME_CHARACTERS).collect();
    let short = short.trim_end();
    if short.is_empty() { "table".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_leads_nowhere() {
        for (name, kept) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\báo cáo.xlsx", "báo cáo.xlsx"),
            ("..", "table"),
            ("", "table"),
            ("...hidden.csv", "hidden.csv"),
            (". .hidden.csv", "hidden.csv"),
            ("a\u{202e}vsc.exe\n", "a_vsc.exe_"),
            ("/", "table"),
        ] {
            assert_eq!(harmless_name(name), kept, "{name:?}");
        }
        assert_eq!(harmless_name(&"x".repeat(1000)).len(), NAME_CHARACTERS);
    }
}
