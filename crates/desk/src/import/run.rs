//! The one transaction in which a table is taken in: row after row, each decided against what the rows before it left.

use std::collections::HashMap;
use std::io::Read;

use domain::reporting::import::{Import, ImportCommand, ImportState, ImportedColumn, ImportedTable, TableForm};
use domain::{Declared, Grade, Noun, OfficerId, RecordId, Right, UnitId};
use serde_json::{Value, json};
use store::{Failure, Scope, Transaction};

use super::columns::{Opening, openings};
use super::identity::{Keyed, first_entry, is_made, tells_same};
use super::mapping::Mapping;
use super::naming::Naming;
use super::report::{FAULTS_TOLD, FaultCode, ImportReport, Problem, REJECTED_BYTES, RejectedRow, RowFault, SHOWN_ROWS};
use super::row::{Plan, RowSaid};
use super::value::{CellReader, written};
use super::{ImportError, ImportOrder, harmless_name};
use crate::Desk;
use crate::act::{Act, ActError, Work, acting_unit};
use crate::authority::{Grant, Who};
use crate::fold::counting;
use crate::table::{Cell, Frame, FrameReader, ReadFile, TableHead, TableRefusal, TableRow, Unreadable};

/// Among how many rows the one above the columns is looked for.
const HEADER_WITHIN: usize = 20;
/// After how many rows progress is told.
const TOLD_EVERY: u32 = 100;

/// How the transaction ended when nothing is to be kept of it.
enum Ended {
    Told(Box<ImportReport>),
    Error(ImportError),
}

impl<E: Into<ImportError>> From<E> for Ended {
    fn from(error: E) -> Self {
        Self::Error(error.into())
    }
}

pub(super) fn import(
    desk: &Desk,
    officer: &OfficerId,
    order: &ImportOrder<'_>,
    source: &mut (dyn Read + Send),
) -> Result<ImportReport, ImportError> {
    let noun = domain::noun(&order.noun).ok_or(ImportError::NoOpening)?;
    let openings = openings(noun);
    let wanted = order.opening.as_ref().or(order.mapping.as_ref().and_then(|mapping| mapping.command.as_ref()));
    let first = openings.first().ok_or(ImportError::NoOpening)?;
    if let Some(name) = wanted.filter(|name| openings.iter().all(|opening| opening.command != **name)) {
        return Err(ImportError::Bad(format!("{name} begins no record of {}", noun.name)));
    }
    if let Some(other) = order.mapping.as_ref().and_then(|mapping| mapping.noun.as_ref()).filter(|of| **of != noun.name)
    {
        return Err(ImportError::Bad(format!("the mapping is for {other}, the rows are of {}", noun.name)));
    }
    let right = noun.right(wanted.unwrap_or(&first.command));
    if desk.who(officer)?.units_with(right).is_empty() {
        trace(desk, officer, order, ActError::NotAllowed { right })?;
        return Err(ImportError::NotAllowed { right });
    }
    let options =
        order.mapping.as_ref().map_or_else(|| order.options.clone(), |mapping| mapping.options(&order.options));
    // Read to the end before anybody waits for the writer.
    let mut file = order.reader.read(source, &options, &order.limits)?;
    let opening = wanted.map(String::as_str);
    let outcome = desk.store.write(|tx| -> Result<ImportReport, Ended> {
        let who = Who::read(&tx.view(), officer, desk.today())?;
        if let Some(report) = answered_before(tx, noun, order)? {
            return Err(Ended::Told(Box::new(report)));
        }
        let unit = order.unit.clone().or_else(|| acting_unit(&who, right));
        let unit = unit.ok_or(ImportError::NotAllowed { right })?;
        let keyed = Keyed::new(unit, order.grade, order.exercise);
        let act = order.key.unwrap_or_else(|| desk.fresh_act());
        let mut run = Run {
            desk,
            tx,
            who: &who,
            known: who.known(),
            noun,
            order,
            keyed: &keyed,
            act,
            right,
            seen: HashMap::new(),
            highest: Grade::Open,
            report: blank(order, &file),
        };
        let frames = file.frames(&order.limits).map_err(|fault| Failure::Unfit(fault.to_string()))?;
        run.table(frames, &openings, opening)?;
        let is_taken = !order.dry_run && run.report.new > 0 && (run.report.faulty == 0 || order.good_rows);
        if !is_taken || !run.report.has_good_columns() {
            return Err(Ended::Told(Box::new(run.report)));
        }
        run.record()?;
        Ok(run.report)
    });
    let report = match outcome {
        Ok(report) => report,
        Err(Ended::Told(report)) => *report,
        Err(Ended::Error(error)) => return Err(error),
    };
    if report.import.is_none() && !order.dry_run {
        let said_no = report.faults.iter().find_map(|fault| match (fault.code, &fault.refused) {
            (FaultCode::NotAllowed, _) => Some(ActError::NotAllowed { right }),
            (FaultCode::Refused, Some(refused)) => Some(ActError::Refused(refused.clone())),
            _ => None,
        });
        said_no.map_or(Ok(()), |error| trace(desk, officer, order, error))?;
    }
    Ok(report)
}

/// Leaves the trace of a table that was not taken in because of authority or a rule.
fn trace(desk: &Desk, officer: &OfficerId, order: &ImportOrder<'_>, error: ActError) -> Result<(), ImportError> {
    if order.dry_run {
        return Ok(());
    }
    let act = row_act(order, desk.fresh_act(), json!({ "command": "import" }));
    desk.trace(officer, &act, &error).map_err(|error| match error {
        ActError::Failure(failure) => ImportError::Failure(failure),
        other => ImportError::Bad(other.to_string()),
    })
}

fn row_act(order: &ImportOrder<'_>, id: journal::Id, command: Value) -> Act {
    Act {
        id,
        noun: order.noun.clone(),
        record: None,
        version: None,
        command,
        unit: order.unit.clone(),
        happened: None,
        grade: order.grade,
        exercise: order.exercise,
    }
}

fn blank(order: &ImportOrder<'_>, file: &ReadFile) -> ImportReport {
    ImportReport {
        noun: order.noun.clone(),
        file: harmless_name(&order.file),
        sha256: file.sha256.clone(),
        bytes: file.bytes,
        is_spreadsheet: false,
        encoding: None,
        is_chosen: false,
        suggested: None,
        separator: None,
        sheet: None,
        sheets: Vec::new(),
        confined: Vec::new(),
        header_row: 0,
        columns: Vec::new(),
        shown: Vec::new(),
        rows: 0,
        new: 0,
        unchanged: 0,
        faulty: 0,
        faults: Vec::new(),
        more_faults: 0,
        rejected: Vec::new(),
        dry_run: order.dry_run,
        import: None,
        repeated: false,
    }
}

/// The answer to a request that was done before.
fn answered_before(
    tx: &Transaction<'_>,
    noun: &Declared,
    order: &ImportOrder<'_>,
) -> Result<Option<ImportReport>, ImportError> {
    let Some(key) = order.key.filter(|_| !order.dry_run) else { return Ok(None) };
    if !tx.view().knows_act(&key)? {
        return Ok(None);
    }
    let row = tx.view().first_touched(&key, Import::NAME)?;
    let row = row.map(|id| tx.view().record(&id)).transpose()?.flatten();
    let state = row.as_ref().and_then(|row| serde_json::from_value::<ImportState>(row.state.clone()).ok());
    let (Some(row), Some(state)) = (row, state.filter(|state| state.table.noun == noun.name)) else {
        return Err(ImportError::Bad("the key of this request was used for another one".into()));
    };
    let table = state.table;
    let empty = ReadFile::of_digest(table.sha256).map_err(|fault| Failure::Unfit(fault.to_string()))?;
    Ok(Some(ImportReport {
        file: table.file,
        rows: table.rows,
        new: table.begun,
        unchanged: table.unchanged,
        faulty: table.left_out,
        import: Some(row.id),
        repeated: true,
        ..blank(order, &empty)
    }))
}

/// One table under way.
struct Run<'a> {
    desk: &'a Desk,
    tx: &'a Transaction<'a>,
    who: &'a Who,
    /// What the rules may look at when this officer acts.
    known: Scope,
    noun: &'static Declared,
    order: &'a ImportOrder<'a>,
    keyed: &'a Keyed,
    act: journal::Id,
    right: Right,
    /// The records of the rows so far, each with its row.
    seen: HashMap<RecordId, u32>,
    /// The highest grade of a record that was begun.
    highest: Grade,
    report: ImportReport,
}

/// What became of a row without faults.
enum Became {
    New(RecordId),
    Unchanged,
}

/// Why nothing became of a row.
enum Not {
    Fault(Box<Problem>),
    Failure(Failure),
}

impl From<Failure> for Not {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Problem> for Not {
    fn from(problem: Problem) -> Self {
        Self::Fault(Box::new(problem))
    }
}

impl From<FaultCode> for Not {
    fn from(code: FaultCode) -> Self {
        Problem::from(code).into()
    }
}

impl From<ActError> for Not {
    fn from(error: ActError) -> Self {
        let problem = match error {
            ActError::Failure(failure) => return Self::Failure(failure),
            ActError::Refused(refused) => Problem { refused: Some(refused), ..FaultCode::Refused.into() },
            ActError::NotAllowed { .. } => FaultCode::NotAllowed.into(),
            ActError::NotFound | ActError::Conflict(_) | ActError::KeyUsed => FaultCode::NoSuchRecord.into(),
            ActError::Bad(text) => Problem::with(FaultCode::BadCommand, "detail", text),
        };
        problem.into()
    }
}

impl Run<'_> {
    /// Goes through all rows.
    fn table<R: Read>(
        &mut self,
        mut frames: FrameReader<'_, R>,
        openings: &[Opening],
        opening: Option<&str>,
    ) -> Result<(), ImportError> {
        let mut first = Vec::new();
        while first.len() < HEADER_WITHIN {
            match frames.next_frame()? {
                Some(Frame::Head(head)) => self.head(head),
                Some(Frame::Row(row)) => first.push(row),
                Some(Frame::End(end)) => {
                    self.report.suggested = end.suggested;
                    break;
                }
                Some(Frame::Refused(refusal)) => return Err(refusal.into()),
                None => break,
            }
        }
        let place = self.header_of(&first).ok_or(Unreadable::Empty).map_err(TableRefusal::from)?;
        let mut rows = first.into_iter().skip(place);
        let header = rows.next().unwrap_or_default();
        let plan = Plan::new(openings, opening, &header, self.order.mapping.as_ref(), self.order.words);
        self.report.header_row = header.number;
        self.report.columns.clone_from(&plan.columns);
        plan.faults.iter().for_each(|fault| self.tell(fault.clone()));
        let naming = Naming::new(self.tx.view(), self.who, self.keyed);
        let mut cells = CellReader {
            zone: self.desk.zone(),
            words: self.order.words,
            naming,
            is_spreadsheet: self.report.is_spreadsheet,
        };
        for row in rows {
            self.row(&plan, &row, &mut cells)?;
        }
        while let Some(frame) = frames.next_frame()? {
            match frame {
                Frame::Row(row) => self.row(&plan, &row, &mut cells)?,
                Frame::End(end) => self.report.suggested = end.suggested,
                Frame::Head(_) => {}
                Frame::Refused(refusal) => return Err(refusal.into()),
            }
        }
        (self.order.progress)(self.report.rows);
        Ok(())
    }

    fn head(&mut self, head: TableHead) {
        let report = &mut self.report;
        (report.is_spreadsheet, report.encoding, report.is_chosen) =
            (head.is_spreadsheet, head.encoding, head.is_chosen);
        (report.separator, report.sheet, report.sheets) = (head.separator, head.sheet, head.sheets);
        report.confined = head.confined;
    }

    /// The row above the columns: the one that was named, else the one whose cells mean most fields, else the first.
    fn header_of(&self, rows: &[TableRow]) -> Option<usize> {
        let mapping = self.order.mapping.as_ref();
        if let Some(number) = mapping.and_then(|mapping| mapping.header_row) {
            return rows.iter().position(|row| row.number == number);
        }
        let means = |cell: &Cell| {
            let text = written(cell).unwrap_or_default();
            let by_mapping = mapping.and_then(|mapping| mapping.field(&text, ""));
            !text.is_empty() && (by_mapping.is_some() || self.order.words.meaning(&text).is_some())
        };
        let counts = rows.iter().map(|row| row.cells.iter().filter(|cell| means(cell)).count());
        let best = counts.enumerate().reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map(|(place, _)| place)
    }

    fn row(&mut self, plan: &Plan<'_>, row: &TableRow, cells: &mut CellReader<'_>) -> Result<(), Failure> {
        if is_remark(row) {
            return Ok(());
        }
        self.report.rows += 1;
        if self.report.rows.is_multiple_of(TOLD_EVERY) {
            (self.order.progress)(self.report.rows);
        }
        if self.report.shown.len() < SHOWN_ROWS {
            self.report.shown.push(row.cells.iter().map(shown).collect());
        }
        let said = plan.read(row, cells)?;
        if !said.faults.is_empty() {
            return self.reject(row, said.faults);
        }
        if !plan.faults.is_empty() {
            return Ok(());
        }
        match self.begin(row.number, said) {
            Ok(Became::New(id)) => {
                self.report.new += 1;
                if cells.naming.is_asked(self.noun.name) {
                    cells.naming.begun(id.as_str())?;
                }
                Ok(())
            }
            Ok(Became::Unchanged) => {
                self.report.unchanged += 1;
                Ok(())
            }
            Err(Not::Fault(problem)) => self.reject(row, vec![problem.at(row.number, None, "")]),
            Err(Not::Failure(failure)) => Err(failure),
        }
    }

    fn reject(&mut self, row: &TableRow, faults: Vec<RowFault>) -> Result<(), Failure> {
        self.report.faulty += 1;
        faults.into_iter().for_each(|fault| self.tell(fault));
        let kept: usize = self.report.rejected.iter().rev().take(1).map(|rejected| rejected.cells.len()).sum();
        let room = self.order.wants_rejected && self.report.rejected.len() < FAULTS_TOLD;
        if room && kept.saturating_mul(self.report.rejected.len()) < REJECTED_BYTES {
            let cells = row.cells.iter().map(shown).collect();
            self.report.rejected.push(RejectedRow { row: row.number, cells });
        }
        Ok(())
    }

    fn tell(&mut self, fault: RowFault) {
        if self.report.faults.len() < FAULTS_TOLD {
            self.report.faults.push(fault);
        } else {
            self.report.more_faults += 1;
        }
    }

    /// Begins the record of a row, or finds that it is there.
    fn begin(&mut self, number: u32, said: RowSaid) -> Result<Became, Not> {
        let unit = said.unit.as_deref().and_then(|unit| UnitId::parse(unit).ok());
        let unit = unit.unwrap_or_else(|| self.keyed.unit().clone());
        let grade = said.grade.unwrap_or_else(|| self.keyed.grade_of(self.noun));
        let happened = said.happened.map(|at| at.to_string());
        let content = journal::encode(&json!({ "command": said.command, "happened": happened }))
            .map_err(|fault| Problem::with(FaultCode::BadCommand, "detail", fault.to_string()))?;
        let (id, is_there) = self.identity(said.key.as_deref(), &unit, grade, &content)?;
        if let Some(before) = self.seen.insert(id.clone(), number) {
            return Err(Problem::with(FaultCode::Twice, "row", before).into());
        }
        if is_there {
            return match said.key.is_none() || self.is_same(&id, &said.command, &content)? {
                true => Ok(Became::Unchanged),
                false => Err(Problem::with(FaultCode::Different, "record", id.as_str()).into()),
            };
        }
        let opening = said.command.get("command").and_then(Value::as_str).unwrap_or_default();
        let right = self.noun.right(opening);
        let grant = self.who.authorize_new(right, id.clone(), unit, grade, self.order.exercise);
        let grant = grant.ok_or(FaultCode::NotAllowed)?;
        let act = Act { happened: said.happened, ..row_act(self.order, self.act, Value::Null) };
        let entry = self.desk.blank_entry(self.who, &act, &grant)?;
        let mut work = Work::new(self.desk, self.tx, self.who, entry);
        work.next_entry = Some(first_entry(&self.act, id.as_str(), &content));
        let decided = work.decided(self.noun, &grant, None, said.command)?;
        if decided.consequences.is_empty() {
            work.take(self.noun, &grant, None, decided)?;
        } else {
            self.tx.attempt(|| {
                work.take(self.noun, &grant, None, decided)?;
                work.follow()
            })?;
        }
        self.highest = self.highest.max(grade);
        Ok(Became::New(id))
    }

    /// The record of a row, and whether it is there.
    fn identity(
        &self,
        key: Option<&str>,
        unit: &UnitId,
        grade: Grade,
        content: &[u8],
    ) -> Result<(RecordId, bool), Not> {
        let view = self.tx.view();
        let parsed = |id: &str| RecordId::parse(id).map_err(|_| Not::from(FaultCode::BadKey));
        let Some(key) = key else {
            let id = self.keyed.of_content(self.noun.name, unit, grade, content)?;
            return Ok((parsed(&id)?, view.record(&id)?.is_some()));
        };
        if let Some(row) = RecordId::parse(key).ok().map(|id| view.record(id.as_str())).transpose()?.flatten()
            && self.known.sees(&row.unit, row.grade)
        {
            if row.noun != self.noun.name {
                return Err(FaultCode::KeyTaken.into());
            }
            return Ok((parsed(&row.id)?, true));
        }
        if self.noun.grade == Grade::Open {
            // Everybody sees the directory, so its identities can be chosen; those that the program makes cannot.
            let id = parsed(key)?;
            return if is_made(key) { Err(FaultCode::BadKey.into()) } else { Ok((id, false)) };
        }
        let id = self.keyed.of_key(self.noun.name, unit, grade, key)?;
        Ok((parsed(&id)?, view.record(&id)?.is_some()))
    }

    /// True when the record that is there was begun by a row that said the same.
    fn is_same(&self, id: &RecordId, command: &Value, content: &[u8]) -> Result<bool, Failure> {
        let facts = counting(self.tx.view().history(id.as_str())?)?;
        let Some(first) = facts.first() else { return Ok(false) };
        if first.entry.id == first_entry(&first.entry.act, id.as_str(), content) {
            return Ok(true);
        }
        let fact = journal::decode(&first.entry.body).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        Ok(tells_same(command, &fact))
    }

    /// Records that the table was taken in.
    fn record(&mut self) -> Result<(), ImportError> {
        let report = &self.report;
        let column = |column: &super::ReportColumn| ImportedColumn {
            header: column.header.chars().take(200).collect(),
            field: column.field.clone(),
        };
        let table = ImportedTable {
            noun: report.noun.clone(),
            file: report.file.clone(),
            sha256: report.sha256.clone(),
            form: if report.is_spreadsheet { TableForm::Xlsx } else { TableForm::Csv },
            encoding: report.encoding.map(|encoding| encoding.code().to_owned()),
            sheet: report.sheet.clone(),
            rows: report.rows,
            begun: report.new,
            unchanged: report.unchanged,
            left_out: report.faulty,
            columns: report.columns.iter().map(column).collect(),
            directory: self.right == Right::Administer,
        };
        let command = serde_json::to_value(ImportCommand::Record { table }).unwrap_or_default();
        let noun = crate::fold::declared(Import::NAME)?;
        // The directory is open, and so is how it came in; the import of other records is kept as closely as they are.
        let grade = if self.highest == Grade::Open { Grade::Open } else { self.highest.max(noun.grade) };
        let grant = Grant {
            record: self.desk.fresh_id(),
            version: 0,
            unit: self.keyed.unit().clone(),
            grade,
            exercise: self.order.exercise,
        };
        let told = |error: ActError| match error {
            ActError::Failure(failure) => ImportError::Failure(failure),
            other => ImportError::Bad(other.to_string()),
        };
        let act = Act { noun: noun.name.to_owned(), ..row_act(self.order, self.act, Value::Null) };
        let entry = self.desk.blank_entry(self.who, &act, &grant).map_err(told)?;
        let mut work = Work::new(self.desk, self.tx, self.who, entry);
        work.importing = true;
        work.decide(noun, &grant, None, command).map_err(told)?;
        self.report.import = Some(grant.record.to_string());
        Ok(())
    }
}

impl ImportReport {
    /// True when nothing is wrong with the columns as such.
    fn has_good_columns(&self) -> bool {
        self.faults.first().is_none_or(|fault| fault.row != self.header_row)
    }
}

/// True for a row that explains others: its first cell begins with `#`.
fn is_remark(row: &TableRow) -> bool {
    let first = row.cells.iter().find(|cell| **cell != Cell::Blank);
    matches!(first, Some(Cell::Text(text)) if text.trim_start().starts_with('#'))
}

/// A cell as it was read, for a person.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Broken(_) => "\u{fffd}".to_owned(),
        other => written(other).unwrap_or_else(|_| "\u{fffd}".to_owned()),
    }
}

/// What a mapping would have to say so that a table is read as it was.
impl ImportReport {
    /// The columns as they were understood, as a mapping that can be kept.
    pub fn mapping(&self, order: &ImportOrder<'_>) -> Mapping {
        let named = self.columns.iter().map(|column| {
            let is_plain = !column.header.is_empty()
                && self.columns.iter().filter(|other| other.header == column.header).count() == 1;
            let key = if is_plain { column.header.clone() } else { format!("@{}", column.letter) };
            (key, column.field.clone())
        });
        Mapping {
            noun: Some(self.noun.clone()),
            command: order.opening.clone(),
            encoding: self.encoding.filter(|_| self.is_chosen),
            sheet: order.options.sheet.clone(),
            separator: order.options.separator,
            header_row: order.mapping.as_ref().and_then(|mapping| mapping.header_row),
            columns: named.collect(),
        }
    }
}
