//! Lists and reports as files for a spreadsheet.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use desk::{Failure, Filter};
use paper::{Cell, Sheet, Sheets};

use crate::fault::Fault;
use crate::list::{asked, listed};
use crate::shown;
use crate::visit::Visit;

/// How many rows an exported list may have.
const ROWS: u32 = 20_000;

/// A list, with the filter of the address, as `list.csv` or `list.xlsx`.
pub fn list(visit: &Visit) -> Result<Response, Fault> {
    let noun = domain::noun(visit.param("noun")).ok_or(Fault::NotFound)?.name;
    file(visit, noun, &list_sheet(visit, noun, &asked(visit, noun))?)
}

/// The table of a list.
pub fn list_sheet(visit: &Visit, noun: &str, filter: &Filter) -> Result<Sheet, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let rows = visit.app.desk.rows(officer, filter, ROWS)?;
    let ids = rows
        .iter()
        .flat_map(|row| [Some(row.unit.as_str()), row.counterpart.as_deref(), row.turn.as_deref()])
        .flatten();
    let names = visit.app.desk.names(officer, ids)?;
    let columns = [
        "column-number",
        "column-title",
        "column-state",
        "column-held-on",
        "column-due",
        "column-unit",
        "column-counterpart",
    ];
    let cells = rows.iter().map(|row| {
        let line = listed(visit, row, &names);
        let due = row.due.clone().unwrap_or_default();
        let day = |text: Option<&String>| text.cloned().unwrap_or_default();
        let texts =
            [line.number, line.title, line.chip.text, day(row.held_on.as_ref()), due, line.unit, line.counterpart];
        texts.into_iter().map(Cell::from).collect()
    });
    let sheet = Sheet {
        name: visit.t(&format!("{noun}-many")),
        title: visit.t(&format!("{noun}-many")),
        meta: vec![shown::day(visit.language, visit.app.desk.today())],
        header: columns.iter().map(|key| visit.t(key)).collect(),
        rows: cells.collect(),
        ..Sheet::default()
    };
    Ok(sheet)
}

/// A report as `report.csv` or `report.xlsx`.
pub fn report(visit: &Visit) -> Result<Response, Fault> {
    if visit.param("noun") != "report" {
        return Err(Fault::NotFound);
    }
    file(visit, "report", &report_sheet(visit)?)
}

/// The table of the report of the address.
pub fn report_sheet(visit: &Visit) -> Result<Sheet, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let view = visit.app.desk.report(officer, visit.param("id"))?;
    let columns = ["column-figure", "column-unit", "column-counterpart", "column-own", "column-joint", "column-stated"];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for line in &view.lines {
        let figure = visit.t(&format!("figure-{}", line.figure));
        let stated: i64 = line.stated.iter().map(|stated| stated.count).sum();
        let stated_cell = if line.stated.is_empty() { Cell::Blank } else { Cell::from(stated) };
        rows.push(vec![
            figure.clone().into(),
            visit.t("column-total").into(),
            Cell::Blank,
            line.own.into(),
            line.joint.into(),
            stated_cell,
        ]);
        for part in &line.parts {
            let unit = shown::named(visit, &view.titles, part.unit.as_str()).0;
            let counterpart = part.counterpart.as_ref().map(|id| shown::named(visit, &view.titles, id.as_str()).0);
            let said = line
                .stated
                .iter()
                .filter(|stated| part.counterpart.as_ref() == Some(&stated.counterpart))
                .map(|stated| stated.count);
            let said = said.reduce(|a, b| a + b).map_or(Cell::Blank, Cell::from);
            rows.push(vec![
                figure.clone().into(),
                unit.into(),
                counterpart.unwrap_or_default().into(),
                part.own.into(),
                part.joint.into(),
                said,
            ]);
        }
    }
    let unit = shown::named(visit, &view.titles, view.report.unit.as_str()).0;
    let sheet = Sheet {
        name: view.report.period.clone(),
        title: format!("{} {}", visit.t("report"), view.report.period),
        meta: vec![unit, visit.t(&format!("report-state-{}", view.record.row.status)), visit.t("report-counted-note")],
        header: columns.iter().map(|key| visit.t(key)).collect(),
        rows,
        ..Sheet::default()
    };
    Ok(sheet)
}

/// The bytes of a table in the form that an ending names, with their kind.
pub fn bytes(visit: &Visit, ending: &str, sheet: &Sheet) -> Result<(&'static str, Vec<u8>), Fault> {
    match ending {
        "csv" => Ok(("text/csv; charset=utf-8", paper::csv(sheet))),
        "xlsx" => {
            let sheets = Sheets { made_at: visit.app.desk.now(), sheets: vec![sheet.clone()] };
            let bytes = paper::xlsx(&sheets).map_err(|fault| Failure::Unfit(fault.to_string()))?;
            Ok(("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes))
        }
        _ => Err(Fault::NotFound),
    }
}

fn file(visit: &Visit, name: &str, sheet: &Sheet) -> Result<Response, Fault> {
    let (_, ending) = visit.param("file").rsplit_once('.').ok_or(Fault::NotFound)?;
    let (kind, bytes) = bytes(visit, ending, sheet)?;
    let attachment = format!("attachment; filename=\"twinpost-{name}.{ending}\"");
    let attachment = HeaderValue::from_str(&attachment).map_err(|_| Fault::NotFound)?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, attachment)], bytes)
        .into_response())
}
