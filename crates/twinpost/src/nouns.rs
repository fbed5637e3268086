//! The same five commands for every noun: list, show, new, do, schema. The nouns come from the domain, so a new noun
//! is here as soon as it is declared.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Args, FromArgMatches, Subcommand};
use desk::{Act, FileError, Filter, Order, Receipt, RecordView, Row};
use domain::{Declared, Grade, RecordId, UnitId};
use jiff::tz::TimeZone;
use paper::{Cell, Sheet, Sheets};
use serde_json::{Value, json};

use crate::cli::Acting;
use crate::document::PaperCommand;
use crate::door::{self, OfficerCommand, Visit};
use crate::import::{ImportCommand, ImportFile};
use crate::report::{self, ReportCommand};
use crate::stop::{Outcome, Stop};
use crate::{fields, folders, import, shown};

/// How many rows an export has at most.
const EXPORTED: u32 = 100_000;

/// What can be done with every noun.
#[derive(Debug, Subcommand)]
enum NounCommand {
    /// List records
    List(List),
    /// Show a record: its state, links and history, and what can be done with it now
    Show(Show),
    /// Begin a record by a command
    New(New),
    /// Give a command on a record
    Do(Do),
    /// Print the commands with their fields as JSON Schema
    Schema,
}

#[derive(Debug, Args)]
struct List {
    #[command(flatten)]
    acting: Acting,
    /// Only in this state
    #[arg(long)]
    status: Option<String>,
    /// Only kept by this unit
    #[arg(long)]
    unit: Option<String>,
    /// Only while somebody has to act
    #[arg(long)]
    open: bool,
    /// Only containing these words
    #[arg(long)]
    text: Option<String>,
    /// Which page, from 1
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    page: u32,
    /// Write all pages to a file, .xlsx or .csv
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long, requires = "to")]
    replace: bool,
}

#[derive(Debug, Args)]
struct Show {
    /// The record
    id: String,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Args)]
struct New {
    /// The command that begins it
    #[arg(index = 1)]
    command: String,
    /// The fields of the command: field=value, field=@FILE, or field:=JSON
    #[arg(index = 2, value_name = "FIELD=VALUE")]
    fields: Vec<String>,
    #[command(flatten)]
    acting: Acting,
    #[command(flatten)]
    said: Said,
    /// The unit that is to keep the record [default: the officer's own]
    #[arg(long)]
    unit: Option<String>,
    /// The grade of the record: open, internal, restricted, protected [default: the noun's own]
    #[arg(long)]
    grade: Option<String>,
    /// It is data of an exercise
    #[arg(long)]
    exercise: bool,
}

#[derive(Debug, Args)]
struct Do {
    /// The record
    #[arg(index = 1)]
    id: String,
    /// The command
    #[arg(index = 2)]
    command: String,
    /// The fields of the command: field=value, field=@FILE, or field:=JSON
    #[arg(index = 3, value_name = "FIELD=VALUE")]
    fields: Vec<String>,
    #[command(flatten)]
    acting: Acting,
    #[command(flatten)]
    said: Said,
    /// The version you looked at: nothing is done if somebody changed the record since
    #[arg(long)]
    version: Option<u64>,
}

/// What is said of an act beside its command.
#[derive(Debug, Args)]
struct Said {
    /// When it happened, if not now: 2026-03-04T01:30:00Z, or "2026-03-04 08:30"
    #[arg(long, value_name = "INSTANT")]
    happened: Option<String>,
    /// The key of the request, 32 hex digits: the same key again does nothing and gives the first answer again
    #[arg(long, value_name = "HEX")]
    key: Option<String>,
}

/// The command line of a noun. With `full`, the commands of its records are listed as well.
pub fn command(noun: &'static Declared, full: bool) -> clap::Command {
    let mut command = NounCommand::augment_subcommands(clap::Command::new(noun.name));
    command = match noun.name {
        "officer" => OfficerCommand::augment_subcommands(command),
        "report" => ReportCommand::augment_subcommands(command),
        "document" => PaperCommand::augment_subcommands(command),
        "import" => import::augmented(command),
        _ => command,
    };
    if full {
        let known: Vec<String> = noun.schemas().commands.into_iter().map(|(name, _)| name).collect();
        for part in ["new", "do"] {
            let known = PossibleValuesParser::new(known.clone());
            command = command.mut_subcommand(part, |part| part.mut_arg("command", |arg| arg.value_parser(known)));
        }
    }
    let parts: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let about = format!("Records: {}", parts.join(", "));
    let is_required = noun.name != "import";
    command.about(about).subcommand_required(is_required).arg_required_else_help(true).display_order(100)
}

/// Does what was written after the name of a noun.
pub fn run(noun: &'static Declared, given: &ArgMatches) -> Outcome {
    let part = given.subcommand_name().unwrap_or_default();
    if noun.name == "import" && part.is_empty() {
        return read::<ImportFile>(given).run();
    }
    if noun.name == "import" && ImportCommand::has_subcommand(part) {
        return read::<ImportCommand>(given).run();
    }
    if noun.name == "officer" && OfficerCommand::has_subcommand(part) {
        return read::<OfficerCommand>(given).run();
    }
    if noun.name == "report" && ReportCommand::has_subcommand(part) {
        return read::<ReportCommand>(given).run();
    }
    if noun.name == "document" && PaperCommand::has_subcommand(part) {
        return read::<PaperCommand>(given).run();
    }
    match read::<NounCommand>(given) {
        NounCommand::List(list) => list.run(noun),
        NounCommand::Show(show) => show.run(noun),
        NounCommand::New(new) => new.run(noun),
        NounCommand::Do(act) => act.run(noun),
        NounCommand::Schema => schema(noun),
    }
}

fn read<T: FromArgMatches>(given: &ArgMatches) -> T {
    T::from_arg_matches(given).unwrap_or_else(|fault| fault.exit())
}

impl List {
    fn run(&self, noun: &Declared) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let filter = Filter {
            nouns: vec![noun.name.to_owned()],
            units: self.unit.iter().cloned().collect(),
            status: self.status.clone(),
            open: self.open.then_some(true),
            text: self.text.clone(),
            order: if self.open { Order::Due } else { Order::Changed },
            ..Filter::default()
        };
        if let Some(file) = &self.to {
            let rows = visit.desk.rows(&visit.officer, &filter, EXPORTED)?;
            let latest = rows.iter().map(|row| row.changed_ms).max().unwrap_or_default();
            let sheet = all_columns(noun.name, &rows);
            return report::write(file, sheet, latest, self.replace);
        }
        let page = visit.desk.list(&visit.officer, &filter, self.page)?;
        if self.acting.json {
            let rows: Vec<Value> = page.rows.iter().map(shown::row_json).collect();
            return shown::json_line(&json!({ "page": page.page, "total": page.total, "rows": rows }));
        }
        shown::table(&few_columns(&page.rows, false))?;
        shown::say(&told(page.rows.len(), page.total, page.page));
        Ok(())
    }
}

/// How much of a list was shown.
fn told(rows: usize, total: u64, page: u32) -> String {
    if rows as u64 == total { format!("{total} in all") } else { format!("{rows} of {total}, page {page}") }
}

/// The columns that fit on a screen.
pub fn few_columns(rows: &[Row], with_noun: bool) -> Sheet {
    let mut header = vec!["id", "status", "held on", "due", "number", "title"];
    if with_noun {
        header.insert(0, "noun");
    }
    let cells = rows.iter().map(|row| {
        let mut cells: Vec<Cell> = if with_noun { vec![row.noun.as_str().into()] } else { Vec::new() };
        cells.extend([
            row.id.as_str().into(),
            row.status.as_str().into(),
            row.held_on.clone().into(),
            row.due.clone().into(),
            row.number.clone().into(),
            shown::row_title(row).into(),
        ]);
        cells
    });
    Sheet { header: header.into_iter().map(str::to_owned).collect(), rows: cells.collect(), ..Sheet::default() }
}

fn all_columns(name: &str, rows: &[Row]) -> Sheet {
    let header = [
        "id",
        "number",
        "title",
        "status",
        "open",
        "turn",
        "held on",
        "due",
        "period",
        "unit",
        "counterpart",
        "side",
        "grade",
        "exercise",
        "version",
        "changed",
    ];
    let yes = |is: bool| Cell::from(if is { "yes" } else { "" });
    let cells = rows.iter().map(|row| {
        vec![
            row.id.as_str().into(),
            row.number.clone().into(),
            shown::row_title(row).into(),
            row.status.as_str().into(),
            yes(row.open),
            row.turn.clone().into(),
            row.held_on.clone().into(),
            row.due.clone().into(),
            row.period.clone().into(),
            row.unit.as_str().into(),
            row.counterpart.clone().into(),
            row.side.as_str().into(),
            row.grade.code().into(),
            yes(row.exercise),
            Cell::Integer(i64::try_from(row.version).unwrap_or(i64::MAX)),
            shown::instant_ms(row.changed_ms).into(),
        ]
    });
    Sheet {
        name: name.to_owned(),
        header: header.map(str::to_owned).to_vec(),
        rows: cells.collect(),
        ..Sheet::default()
    }
}

impl Show {
    fn run(&self, noun: &Declared) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let view = visit.desk.record(&visit.officer, noun.name, &self.id)?;
        if self.acting.json {
            shown::json_line(&record_json(&view))
        } else {
            shown::raw(record_text(&view, visit.desk.zone()).as_bytes())
        }
    }
}

/// A record as JSON.
pub fn record_json(view: &RecordView) -> Value {
    let mut record = shown::row_json(&view.row);
    let links = view.links.iter().map(|link| {
        let to = &link.to;
        json!({ "role": link.role, "inward": link.inward, "noun": to.noun, "id": to.id, "number": to.number, "status": to.status, "title": to.title })
    });
    let history = view.history.iter().map(|line| {
        json!({
            "version": line.version, "fact": line.fact, "officer": line.officer,
            "happened": shown::instant_ms(line.happened_ms), "recorded": shown::instant_ms(line.recorded_ms),
        })
    });
    record["state"] = view.row.state.clone();
    record["offers"] = json!(view.offers);
    record["links"] = links.collect();
    record["history"] = history.collect();
    record["names"] = json!(view.titles);
    record
}

fn record_text(view: &RecordView, zone: &TimeZone) -> String {
    let row = &view.row;
    let named = |id: &str| view.titles.get(id).map(shown::title);
    let with_name = |id: &str| named(id).map_or_else(|| id.to_owned(), |name| format!("{id} ({name})"));
    let number = row.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
    let mut out = format!("{} {}{number}: {}\n", row.noun, row.id, shown::harmless(&shown::row_title(row)));
    let about = json!({
        "status": row.status, "turn": row.turn, "held_on": row.held_on, "due": row.due, "period": row.period,
        "unit": row.unit, "holder": row.holder, "grade": row.grade.code(), "version": row.version,
    });
    shown::lines(&about, 0, &named, &mut out);
    out.push('\n');
    shown::lines(&row.state, 0, &named, &mut out);
    if !view.links.is_empty() {
        out.push_str("\nLinks\n");
    }
    for link in &view.links {
        let way = if link.inward { "from" } else { "to" };
        let (to, name) = (&link.to, shown::title(&link.to.title));
        out.push_str(&format!(
            "  {} {way} {} {}: {} [{}]\n",
            link.role,
            to.noun,
            to.id,
            shown::harmless(&name),
            to.status
        ));
    }
    out.push_str("\nHistory\n");
    for line in &view.history {
        let fact = line.fact.get("fact").map(shown::plain).unwrap_or_default();
        let at = shown::on_clock(line.recorded_ms, zone);
        out.push_str(&format!("  {} {at} {fact} by {}\n", line.version, shown::harmless(&with_name(&line.officer))));
    }
    if !view.offers.is_empty() {
        out.push_str(&format!("\nNow: twinpost {} do {} {}\n", row.noun, row.id, view.offers.join(" | ")));
    }
    out
}

impl New {
    fn run(&self, noun: &Declared) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let unit = self
            .unit
            .as_deref()
            .map(UnitId::parse)
            .transpose()
            .map_err(|fault| Stop::Usage(format!("--unit: {fault}")))?;
        let grade = self.grade.as_deref().map(grade).transpose()?;
        let act = self.said.act(&visit, noun, &self.command, &self.fields)?;
        answered(&visit, &Act { unit, grade, exercise: self.exercise, ..act }, self.acting.json)
    }
}

impl Do {
    fn run(&self, noun: &Declared) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let act = self.said.act(&visit, noun, &self.command, &self.fields)?;
        // What cannot be an identity is the identity of nothing.
        let record = RecordId::parse(&self.id).map_err(|_| Stop::NotFound)?;
        answered(&visit, &Act { record: Some(record), version: self.version, ..act }, self.acting.json)
    }
}

impl Said {
    fn act(&self, visit: &Visit, noun: &Declared, command: &str, written: &[String]) -> Outcome<Act> {
        let zone = visit.desk.zone();
        let happened = self.happened.as_deref().map(|text| fields::instant(text, zone)).transpose();
        Ok(Act {
            id: self.key.as_deref().map(key).transpose()?.unwrap_or_else(|| visit.desk.fresh_act()),
            noun: noun.name.to_owned(),
            record: None,
            version: None,
            command: fields::command(noun, command, written, zone, &|path| keep(visit, path))?,
            unit: None,
            happened: happened.map_err(|problem| Stop::Usage(format!("--happened: {problem}")))?,
            grade: None,
            exercise: false,
        })
    }
}

/// Takes a file in, and tells how a command names it.
fn keep(visit: &Visit, path: &Path) -> Outcome<Value> {
    let mut file = File::open(path).map_err(|fault| Stop::file(path, &fault))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kept = visit.desk.keep_file(&visit.officer, &name, &mut file);
    kept.map(|attached| json!(attached)).map_err(|error| match error {
        FileError::Failure(failure) => failure.into(),
        FileError::NotAllowed => Stop::NotAllowed(error.to_string()),
        error => Stop::Refused(format!("{}: {error}", path.display())),
    })
}

/// The grade with this code.
pub fn grade(code: &str) -> Outcome<Grade> {
    let unknown = || Stop::Usage(format!("\"{code}\" is no grade; there are: open, internal, restricted, protected"));
    Grade::from_code(code).ok_or_else(unknown)
}

/// The key of a request.
pub fn key(hex: &str) -> Outcome<[u8; 16]> {
    let digits = hex.len() == 32 && hex.bytes().all(|b| b.is_ascii_hexdigit());
    match u128::from_str_radix(hex, 16) {
        Ok(number) if digits => Ok(number.to_be_bytes()),
        _ => Err(Stop::Usage("the key of a request has 32 hex digits".to_owned())),
    }
}

fn answered(visit: &Visit, act: &Act, is_json: bool) -> Outcome {
    answered_with(&visit.desk.act(&visit.officer, act).map_err(Stop::of_act)?, is_json)
}

/// Says what was done.
pub fn answered_with(receipt: &Receipt, is_json: bool) -> Outcome {
    if is_json {
        return shown::json_line(&serde_json::to_value(receipt).unwrap_or_default());
    }
    shown::line(&receipt.record)?;
    shown::say(&receipt_text(receipt));
    Ok(())
}

/// What an act has done, in words.
pub fn receipt_text(receipt: &Receipt) -> String {
    let number = receipt.number.as_ref().map(|number| format!(", number {number}")).unwrap_or_default();
    let again = if receipt.repeated { " (this had been done before; nothing was done now)" } else { "" };
    let followed = receipt.followed.iter().map(|followed| format!("\n  then: {} {}", followed.noun, followed.record));
    format!(
        "{} {} stands at version {}{number}{again}{}",
        receipt.noun,
        receipt.record,
        receipt.version,
        followed.collect::<String>()
    )
}

fn schema(noun: &Declared) -> Outcome {
    let schemas = noun.schemas();
    let facts: Vec<&str> = schemas.fact_names().collect();
    let commands: serde_json::Map<String, Value> = schemas.commands.iter().cloned().collect();
    let told = json!({
        "noun": noun.name, "grade": noun.grade.code(), "commands": commands, "state": schemas.state,
        "facts": facts, "refusals": schemas.refusals,
    });
    let text = serde_json::to_string_pretty(&told).map_err(|fault| Stop::Failed(fault.to_string()))?;
    shown::line(&text)
}

/// Writes tables to a file of the kind that its name says.
pub fn write_tables(file: &std::path::Path, sheets: &Sheets, is_replaced: bool) -> Outcome {
    let kind = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let bytes = match (kind.as_str(), sheets.sheets.first()) {
        ("xlsx", _) => paper::xlsx(sheets)?,
        ("csv", Some(first)) => paper::csv(first),
        _ => return Err(Stop::Usage(format!("{}: the name of the file ends in .xlsx or .csv", file.display()))),
    };
    folders::write_file(file, &bytes, is_replaced)?;
    shown::say(&format!("{} is written", file.display()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_exactly_32_hex_digits() {
        assert_eq!(key("000102030405060708090a0b0c0d0e0f"), Ok([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]));
        for wrong in ["", "00", "+00102030405060708090a0b0c0d0e0f", "zz0102030405060708090a0b0c0d0e0f"] {
            assert!(key(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_was_left_out_of_a_list_is_told() {
        assert_eq!(told(3, 3, 1), "3 in all");
        assert_eq!(told(50, 120, 2), "50 of 120, page 2");
    }
}
