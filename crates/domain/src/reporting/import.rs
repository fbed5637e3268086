//! Import: a table of rows that an officer took in from a file, what became of it, and its being undone as a whole.
//!
//! The rows themselves are records of their own nouns. This record says which file it was, how it was read and how
//! many records it began; undoing it takes all of them back, with a reason, as long as nobody has built on them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Decision, Header, Hindering, Noun, Right, Setting, Stamp, Undoing, Wing, Words};

/// The noun.
pub struct Import;

/// What kind of file a table came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "table-form"))]
pub enum TableForm {
    /// A spreadsheet of Office Open XML.
    Xlsx,
    /// Values separated by a character.
    Csv,
}

/// A column of the table and the field it went into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportedColumn {
    /// What stood above the column.
    #[schemars(length(max = 200))]
    pub header: String,
    /// The field; blank where the column was left out.
    #[schemars(length(max = 200))]
    pub field: String,
}

/// Which table it was, how it was read, and how many rows came to what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportedTable {
    /// The noun of the rows.
    #[schemars(length(max = 40), extend("x-choice" = "noun"))]
    pub noun: String,
    /// The name of the file, made harmless; never used as a path.
    #[schemars(length(max = 120))]
    pub file: String,
    /// SHA-256 of the file in hexadecimal digits.
    #[schemars(length(max = 64))]
    pub sha256: String,
    /// What kind of file it was.
    pub form: TableForm,
    /// How its bytes were read.
    #[schemars(length(max = 20))]
    pub encoding: Option<String>,
    /// The sheet, in a spreadsheet.
    #[schemars(length(max = 100))]
    pub sheet: Option<String>,
    /// Rows with something in them, the header left aside.
    pub rows: u32,
    /// Rows that began a record.
    pub begun: u32,
    /// Rows whose record was there already.
    pub unchanged: u32,
    /// Rows with faults that were left out.
    pub left_out: u32,
    /// The columns.
    pub columns: Vec<ImportedColumn>,
    /// True for rows of the directory, which its keeper takes in.
    pub directory: bool,
}

/// How an import stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum ImportStage {
    /// Its records stand.
    Done,
    /// Its records were taken back.
    Undone {
        /// Why.
        reason: String,
    },
}

/// An import as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ImportState {
    /// The table.
    pub table: ImportedTable,
    /// The act by which its rows were taken in, in 32 hex digits.
    pub act: String,
    /// How it stands.
    pub stage: ImportStage,
}

/// What an officer can ask for. Recording is done by importing only.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ImportCommand {
    /// Record that a table was taken in; follows from importing it.
    Record {
        /// The table.
        table: ImportedTable,
    },
    /// Take back every record that the import began.
    Undo {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Take back every record of the directory that the import began.
    UndoDirectory {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum ImportFact {
    /// A table was taken in.
    Recorded {
        /// The table.
        table: ImportedTable,
        /// The act by which its rows were taken in.
        act: String,
    },
    /// All its records were taken back.
    Undone {
        /// Why.
        reason: String,
        /// How many records it had begun.
        begun: u32,
        /// The act that was taken back.
        act: String,
    },
}

/// Why an act on an import is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum ImportRefusal {
    /// The import is undone already, or is undone by the other command.
    NotNow,
    /// An import is recorded by taking in a table, not by hand.
    OnlyByImporting,
    /// No reason was given.
    NoReason,
    /// Records of the import were worked on since.
    WorkedOnSince {
        /// How many.
        count: u32,
        /// The first of them.
        names: String,
    },
    /// Other records refer to records of the import.
    ReferredTo {
        /// How many.
        count: u32,
        /// The first of them.
        names: String,
    },
    /// Later numbers of the same register were given since, so that taking back would leave a gap.
    NumberedSince {
        /// How many.
        count: u32,
        /// The first of them.
        names: String,
    },
}

impl Noun for Import {
    const NAME: &'static str = "import";
    const WING: Wing = Wing::Reporting;
    type State = ImportState;
    type Command = ImportCommand;
    type Fact = ImportFact;
    type Refusal = ImportRefusal;

    fn decide(
        state: Option<&ImportState>,
        command: ImportCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<ImportFact>, ImportRefusal> {
        use ImportCommand as C;
        match (state, command) {
            (None, C::Record { table }) => {
                let act = setting.around.importing().ok_or(ImportRefusal::OnlyByImporting)?;
                Ok(Decision::fact(ImportFact::Recorded { table, act }))
            }
            (Some(_), C::Record { .. }) => Err(ImportRefusal::OnlyByImporting),
            (Some(import), C::Undo { reason }) if !import.table.directory => undone(import, reason, setting),
            (Some(import), C::UndoDirectory { reason }) if import.table.directory => undone(import, reason, setting),
            _ => Err(ImportRefusal::NotNow),
        }
    }

    fn apply(state: Option<ImportState>, fact: ImportFact, _: &Stamp) -> ImportState {
        match (fact, state) {
            (ImportFact::Recorded { table, act }, _) => ImportState { table, act, stage: ImportStage::Done },
            (ImportFact::Undone { reason, .. }, Some(import)) => {
                ImportState { stage: ImportStage::Undone { reason }, ..import }
            }
            (ImportFact::Undone { reason, act, .. }, None) => {
                ImportState { table: ImportedTable::blank(), act, stage: ImportStage::Undone { reason } }
            }
        }
    }

    fn header(import: &ImportState) -> Header {
        Header {
            status: if import.stage == ImportStage::Done { "done" } else { "undone" },
            title: Words::plain(&import.table.file),
            ..Header::default()
        }
    }

    fn offers(state: Option<&ImportState>) -> Vec<&'static str> {
        match state {
            Some(ImportState { stage: ImportStage::Done, table, .. }) if table.directory => vec!["undo-directory"],
            Some(ImportState { stage: ImportStage::Done, .. }) => vec!["undo"],
            _ => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if command == "undo-directory" { Right::Administer } else { Right::Record }
    }

    fn takes_back(fact: &ImportFact) -> Option<&str> {
        match fact {
            ImportFact::Undone { act, .. } => Some(act),
            ImportFact::Recorded { .. } => None,
        }
    }
}

/// The import taken back, if nobody has built on its records.
fn undone(import: &ImportState, reason: String, setting: &Setting<'_>) -> Result<Decision<ImportFact>, ImportRefusal> {
    if import.stage != ImportStage::Done {
        return Err(ImportRefusal::NotNow);
    }
    if reason.trim().is_empty() {
        return Err(ImportRefusal::NoReason);
    }
    let Undoing { begun, worked_on, referred_to, numbered_since } = setting.around.undoing(&import.act);
    let none = |found: Hindering, refusal: fn(u32, String) -> ImportRefusal| match found.count {
        0 => Ok(()),
        count => Err(refusal(count, found.names)),
    };
    none(worked_on, |count, names| ImportRefusal::WorkedOnSince { count, names })?;
    none(referred_to, |count, names| ImportRefusal::ReferredTo { count, names })?;
    none(numbered_since, |count, names| ImportRefusal::NumberedSince { count, names })?;
    Ok(Decision::fact(ImportFact::Undone { reason, begun, act: import.act.clone() }))
}

impl ImportedTable {
    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank() -> Self {
        Self {
            noun: String::new(),
            file: String::new(),
            sha256: String::new(),
            form: TableForm::Csv,
            encoding: None,
            sheet: None,
            rows: 0,
            begun: 0,
            unchanged: 0,
            left_out: 0,
            columns: Vec::new(),
            directory: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::Rehearsal;

    fn table(directory: bool) -> ImportedTable {
        ImportedTable {
            noun: "visit".into(),
            file: "visits.csv".into(),
            rows: 3,
            begun: 3,
            directory,
            ..ImportedTable::blank()
        }
    }

    /// An import that was recorded while a table was taken in.
    fn imported(directory: bool) -> Rehearsal {
        let mut line = Rehearsal::new();
        line.importing = Some("00".repeat(16));
        line.act::<Import>("i1", ImportCommand::Record { table: table(directory) });
        line.importing = None;
        line
    }

    fn undo(reason: &str) -> ImportCommand {
        ImportCommand::Undo { reason: reason.into() }
    }

    #[test]
    fn an_import_is_never_recorded_by_hand() {
        let mut line = Rehearsal::new();
        let record = ImportCommand::Record { table: table(false) };
        assert_eq!(line.refused::<Import>("i1", record.clone()), "only-by-importing");
        assert_eq!(imported(false).refused::<Import>("i1", record), "only-by-importing");
    }

    #[test]
    fn an_import_is_undone_once_and_with_a_reason() {
        let mut line = imported(false);
        assert_eq!(line.refused::<Import>("i1", undo("  ")), "no-reason");
        line.act::<Import>("i1", undo("wrong file"));
        assert_eq!(line.state::<Import>("i1").stage, ImportStage::Undone { reason: "wrong file".into() });
        assert_eq!(line.refused::<Import>("i1", undo("again")), "not-now");
    }

    #[test]
    fn what_somebody_built_on_is_not_taken_back() {
        let hindering = || Hindering { count: 2, names: "Visit one; Visit two".into() };
        for (reason, undoing) in [
            ("worked-on-since", Undoing { worked_on: hindering(), ..Undoing::default() }),
            ("referred-to", Undoing { referred_to: hindering(), ..Undoing::default() }),
            ("numbered-since", Undoing { numbered_since: hindering(), ..Undoing::default() }),
        ] {
            let mut line = imported(false);
            line.undoing = undoing;
            assert_eq!(line.refused::<Import>("i1", undo("wrong file")), reason);
        }
    }

    #[test]
    fn the_directory_is_undone_by_its_keeper_and_work_by_who_records() {
        assert_eq!(imported(true).refused::<Import>("i1", undo("wrong file")), "not-now");
        let by_keeper = ImportCommand::UndoDirectory { reason: "wrong file".into() };
        assert_eq!(imported(false).refused::<Import>("i1", by_keeper.clone()), "not-now");
        imported(true).act::<Import>("i1", by_keeper);
        assert_eq!((Import::right("undo-directory"), Import::right("undo")), (Right::Administer, Right::Record));
    }

    #[test]
    fn only_undoing_takes_an_act_back() {
        let recorded = ImportFact::Recorded { table: table(false), act: "aa".into() };
        let undone = ImportFact::Undone { reason: "x".into(), begun: 3, act: "aa".into() };
        assert_eq!((Import::takes_back(&recorded), Import::takes_back(&undone)), (None, Some("aa")));
    }
}
