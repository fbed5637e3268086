//! Lists and reports as tables, for programs that want a file.

use super::answer::Answer;
use super::question::record;
use super::records::{asked, noun};
use crate::export;
use crate::fault::Fault;
use crate::visit::Visit;

/// A list with its filters, as `list.csv` or `list.xlsx`.
pub fn list(visit: &Visit) -> Result<Answer, Fault> {
    let noun = noun(visit)?.name;
    let ending = ending(visit, "list")?;
    let sheet = export::list_sheet(visit, noun, &asked(visit, vec![noun.to_owned()]))?;
    let (kind, bytes) = export::bytes(visit, ending, &sheet)?;
    Ok(Answer::bytes(kind, bytes).named(format!("twinpost-{noun}.{ending}")))
}

/// A report, as `report.csv` or `report.xlsx`.
pub fn report(visit: &Visit) -> Result<Answer, Fault> {
    let ending = ending(visit, "report")?;
    record(visit)?;
    let sheet = export::report_sheet(visit)?;
    let (kind, bytes) = export::bytes(visit, ending, &sheet)?;
    Ok(Answer::bytes(kind, bytes).named(format!("twinpost-report.{ending}")))
}

/// The ending of the file of the address, if it is one of the two.
fn ending<'v>(visit: &'v Visit, name: &str) -> Result<&'v str, Fault> {
    let found = visit.param("file").split_once('.').filter(|(found, _)| *found == name);
    found.map(|(_, ending)| ending).filter(|ending| matches!(*ending, "csv" | "xlsx")).ok_or(Fault::NotFound)
}
