//! Taking a table in on the command line: what would become of it, what is wrong row by row, and the templates.

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use desk::import::{ImportReport, Mapping, RowFault, Vocabulary};
use desk::table::{Encoding, Limits, TableOptions};
use desk::{ImportError, ImportOrder};
use domain::{Declared, UnitId};
use paper::{Cell, Sheet};
use serde_json::{Value, json};
use web::{Language, TemplateOrder, Texts};

use crate::cli::Acting;
use crate::door::{self, Visit};
use crate::stop::{Outcome, Stop};
use crate::{doctor, folders, nouns, real, shown};

/// The word by which the program is called to read a table. It is in no help: only the program itself says it.
pub const READ_TABLE: &str = "read-table";

/// The errand of the reading process, if this is it.
pub fn errand(mut given: impl Iterator<Item = String>) -> Option<String> {
    let is_reader = given.nth(1).is_some_and(|first| first == READ_TABLE);
    is_reader.then(|| given.next().unwrap_or_default())
}

/// The command line of imports: a file to take in, or what can be done with every noun, or a template.
pub fn augmented(command: clap::Command) -> clap::Command {
    let command = ImportFile::augment_args(ImportCommand::augment_subcommands(command));
    command.args_conflicts_with_subcommands(true).subcommand_negates_reqs(true)
}

/// A table to take in.
#[derive(Args)]
pub struct ImportFile {
    /// The file, XLSX or CSV; - is the standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The noun of its rows
    #[arg(long, value_name = "NOUN", value_parser = noun)]
    noun: &'static Declared,
    /// Change nothing, tell what would become of each row
    #[arg(long)]
    dry_run: bool,
    /// Take the good rows in where others have faults
    #[arg(long)]
    good_rows: bool,
    /// How the columns go into fields, a file in TOML
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The encoding: utf-8, utf-16, gb18030, tcvn3 (abc), vni, windows-1258 [default: found out]
    #[arg(long, value_parser = encoding)]
    encoding: Option<Encoding>,
    /// The sheet of a spreadsheet [default: the first one that is not hidden]
    #[arg(long)]
    sheet: Option<String>,
    /// The command that begins a record, where the noun has several
    #[arg(long, value_name = "COMMAND")]
    opening: Option<String>,
    /// The unit that is to keep the records [default: the officer's own]
    #[arg(long)]
    unit: Option<String>,
    /// The grade of the records: open, internal, restricted, protected [default: the noun's own]
    #[arg(long)]
    grade: Option<String>,
    /// It is data of an exercise
    #[arg(long)]
    exercise: bool,
    /// The key of the request, 32 hex digits: the same key again does nothing and gives the first answer again
    #[arg(long, value_name = "HEX")]
    key: Option<String>,
    /// Write the rows with faults to a file, .csv, with the reasons in the last column
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
    #[command(flatten)]
    acting: Acting,
}

/// What can be done with imports beside what can be done with every noun.
#[derive(Subcommand)]
pub enum ImportCommand {
    /// Write a template to fill in: .xlsx or .csv
    Template(Template),
}

/// A template.
#[derive(Args)]
pub struct Template {
    /// The noun of the rows
    #[arg(long, value_name = "NOUN", value_parser = noun)]
    noun: &'static Declared,
    /// The file to write, .xlsx or .csv
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    replace: bool,
    /// The language of the headers: vi, zh, en, lo, km [default: the person's]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,
    /// The command that begins a record, where the noun has several
    #[arg(long, value_name = "COMMAND")]
    opening: Option<String>,
    #[command(flatten)]
    acting: Acting,
}

fn noun(name: &str) -> Result<&'static Declared, String> {
    domain::noun(name).ok_or_else(|| {
        let known: Vec<&str> = domain::NOUNS.iter().map(|noun| noun.name).collect();
        format!("no noun is called so; there are: {}", known.join(", "))
    })
}

fn encoding(name: &str) -> Result<Encoding, String> {
    Encoding::from_code(name).ok_or_else(|| {
        let known: Vec<&str> = Encoding::ALL.iter().map(|encoding| encoding.code()).collect();
        format!("there are: {}", known.join(", "))
    })
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "there are: vi, zh, en, lo, km".to_owned())
}

/// The language in which the person is told what is wrong.
fn spoken() -> Language {
    Language::from_code(&shown::language()).unwrap_or(Language::En)
}

impl ImportCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Template(template) => template.run(),
        }
    }
}

impl Template {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let texts = Texts::read();
        let names = |noun: &str| {
            let choices = visit.desk.choices(&visit.officer, noun).unwrap_or_default();
            choices.into_iter().map(|choice| choice.title).collect()
        };
        let order = TemplateOrder {
            texts: &texts,
            language: self.language.unwrap_or_else(spoken),
            noun: self.noun,
            opening: self.opening.as_deref(),
            names: &names,
        };
        let none = || Stop::Usage(format!("no command begins a record of {} from a row", self.noun.name));
        if is_csv(&self.to) {
            let bytes = web::template_csv(&order).ok_or_else(none)?;
            folders::write_file(&self.to, &bytes, self.replace)?;
            shown::say(&format!("{} is written", self.to.display()));
            return Ok(());
        }
        nouns::write_tables(&self.to, &web::made_template(&order).ok_or_else(none)?, self.replace)
    }
}

fn is_csv(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

impl ImportFile {
    /// Takes the table in, tells what came of it, and fails when rows were rejected.
    pub fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let texts = Texts::read();
        let words = web::vocabulary(&texts, self.noun);
        let reader = real::table_reader()?;
        let bar = doctor::progress("rows");
        let told = |rows: u32| bar.set_position(u64::from(rows));
        let order = ImportOrder { reader: &reader, progress: &told, ..self.order(&reader, &words)? };
        let mut source = self.source()?;
        let outcome = visit.desk.import(&visit.officer, &order, source.as_mut());
        bar.finish_and_clear();
        let report = outcome.map_err(|error| stopped(&texts, error))?;
        let text = |fault: &RowFault| fault_text(&visit, &texts, self.noun.name, fault);
        self.tell(&report, &text)?;
        if let Some(file) = &self.rejected {
            write_rejected(file, &report, &text)?;
        }
        if report.faulty == 0 && report.faults.is_empty() {
            return Ok(());
        }
        let done = if report.import.is_some() { "the others were taken in" } else { "nothing was changed" };
        Err(Stop::Refused(format!("{} rows were rejected; {done}", report.faulty)))
    }

    fn order<'a>(
        &'a self,
        reader: &'a dyn desk::table::TableReader,
        words: &'a Vocabulary,
    ) -> Outcome<ImportOrder<'a>> {
        let mapping = self.mapping.as_deref().map(read_mapping).transpose()?;
        let unit = self.unit.as_deref().map(UnitId::parse).transpose();
        Ok(ImportOrder {
            reader,
            limits: Limits::default(),
            noun: self.noun.name.to_owned(),
            file: self.file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned(),
            options: TableOptions { encoding: self.encoding, sheet: self.sheet.clone(), separator: None },
            mapping,
            opening: self.opening.clone(),
            unit: unit.map_err(|fault| Stop::Usage(format!("--unit: {fault}")))?,
            grade: self.grade.as_deref().map(nouns::grade).transpose()?,
            exercise: self.exercise,
            good_rows: self.good_rows,
            dry_run: self.dry_run,
            wants_rejected: self.rejected.is_some(),
            key: self.key.as_deref().map(nouns::key).transpose()?,
            words,
            progress: &|_| {},
        })
    }

    fn source(&self) -> Outcome<Box<dyn Read + Send>> {
        if self.file.as_os_str() != "-" {
            return Ok(Box::new(File::open(&self.file).map_err(|fault| Stop::file(&self.file, &fault))?));
        }
        if std::io::stdin().is_terminal() {
            return Err(Stop::Usage("a table is read from the standard input, not typed".to_owned()));
        }
        Ok(Box::new(std::io::stdin()))
    }

    fn tell(&self, report: &ImportReport, text: &dyn Fn(&RowFault) -> String) -> Outcome {
        if self.acting.json {
            let mut told = json!(report);
            let faults = report.faults.iter().map(|fault| {
                let mut told = json!(fault);
                told["text"] = Value::from(text(fault));
                told
            });
            told["faults"] = faults.collect();
            return shown::json_line(&told);
        }
        if !report.faults.is_empty() {
            let rows = report.faults.iter().map(|fault| {
                let column = fault.column.clone().unwrap_or_default();
                let header = fault.header.chars().take(30).collect::<String>();
                let cells = [column, header, fault.code.code(), text(fault)].map(Cell::from);
                std::iter::once(Cell::from(i64::from(fault.row))).chain(cells).collect()
            });
            let header = ["row", "column", "header", "code", "what is wrong, and what to do"];
            shown::table(&Sheet {
                header: header.map(str::to_owned).to_vec(),
                rows: rows.collect(),
                ..Sheet::default()
            })?;
        }
        if let Some(import) = &report.import {
            shown::line(import)?;
        }
        shown::say(&summary(report));
        Ok(())
    }
}

/// What came of a table, in a few lines.
fn summary(report: &ImportReport) -> String {
    let encoding = report
        .encoding
        .map(|encoding| format!(", {} ({})", encoding.code(), if report.is_chosen { "chosen" } else { "proposed" }));
    let sheet = report.sheet.as_ref().map(|sheet| format!(", sheet {}", shown::harmless(sheet))).unwrap_or_default();
    let begun = if report.import.is_some() { "began" } else { "would begin" };
    let mut told = format!(
        "{}{}{sheet}: {} rows; {} {begun} a record, {} there already, {} with faults",
        shown::harmless(&report.file),
        encoding.unwrap_or_default(),
        report.rows,
        report.new,
        report.unchanged,
        report.faulty,
    );
    if report.more_faults > 0 {
        told.push_str(&format!("\n{} more faults are not listed", report.more_faults));
    }
    for column in report.columns.iter().filter(|column| column.field.is_empty() && !column.header.is_empty()) {
        told.push_str(&format!("\ncolumn {} ({}) is left out", column.letter, shown::harmless(&column.header)));
    }
    if let Some(suggested) = report.suggested {
        told.push_str(&format!("\nthe letters seem to be typed in an old font: try --encoding {}", suggested.code()));
    }
    if report.repeated {
        told.push_str("\nthis had been done before; nothing was done now");
    }
    told
}

fn read_mapping(file: &Path) -> Outcome<Mapping> {
    let text = std::fs::read_to_string(file).map_err(|fault| Stop::file(file, &fault))?;
    Mapping::read(&text).map_err(|fault| Stop::Usage(format!("{}: {fault}", file.display())))
}

fn fault_text(visit: &Visit, texts: &Texts, noun: &str, fault: &RowFault) -> String {
    web::fault_text(texts, spoken(), noun, fault, |text| {
        let names = visit.desk.names(&visit.officer, [text]).unwrap_or_default();
        names.get(text).map_or_else(|| text.to_owned(), |name| format!("{text} ({})", shown::title(name)))
    })
}

/// The rows with faults as they were read, with the reasons in the last column.
fn write_rejected(file: &Path, report: &ImportReport, text: &dyn Fn(&RowFault) -> String) -> Outcome {
    if !is_csv(file) {
        return Err(Stop::Usage(format!("{}: the name of the file ends in .csv", file.display())));
    }
    let sheet = web::rejected_sheet(report, text);
    folders::write_file(file, &paper::csv(&sheet), true)
}

/// Why a table was not taken in.
fn stopped(texts: &Texts, error: ImportError) -> Stop {
    match error {
        ImportError::NoOpening => Stop::Usage("no command begins a record of this noun from a row".to_owned()),
        ImportError::Refused(refusal) => {
            Stop::Refused(format!("{} [{}]", web::refusal_text(texts, spoken(), &refusal), refusal.why))
        }
        ImportError::NotAllowed { right } => Stop::of_act(desk::ActError::NotAllowed { right }),
        ImportError::Bad(text) => Stop::Usage(text),
        ImportError::Failure(failure) => failure.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_reading_process_has_an_errand() {
        let given = |words: &[&str]| errand(words.iter().map(|word| (*word).to_owned()));
        assert_eq!(given(&["twinpost", READ_TABLE, "{}"]).as_deref(), Some("{}"));
        assert_eq!(given(&["twinpost", READ_TABLE]).as_deref(), Some(""));
        assert_eq!(given(&["twinpost", "import", READ_TABLE]), None);
        assert_eq!(given(&[]), None);
    }

    #[test]
    fn nouns_encodings_and_languages_are_named_when_they_are_not_known() {
        assert!(noun("dance").is_err_and(|told| told.contains("talks")));
        assert!(encoding("latin").is_err_and(|told| told.contains("tcvn3")));
        assert!(language("fr").is_err_and(|told| told.contains("vi")));
    }
}
