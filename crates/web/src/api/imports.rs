//! Taking a table in, for programs: the file as the body or as a part of a form, and what became of each row.

use std::sync::PoisonError;

use desk::import::Mapping;
use desk::table::{Encoding, Limits, TableOptions};
use desk::{ImportError, ImportOrder};
use domain::{Grade, UnitId};
use serde_json::{Value, json};

use super::answer::Answer;
use super::problem::{Place, Problem, Wrong};
use super::question::idempotency_key;
use crate::fault::Fault;
use crate::import::{fault_text, refusal_text, vocabulary};
use crate::upload::Sent;
use crate::visit::Visit;

/// A field after the question mark that cannot be used, and why.
fn wrong(name: &str, detail: impl Into<String>) -> Fault {
    Problem::bad(vec![Wrong { place: Place::Query(name.to_owned()), detail: detail.into() }]).into()
}

/// Takes a table in, or tells what would become of it.
pub fn take(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let sent = visit.file.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Sent { name, mut file, .. } = sent.ok_or_else(|| Problem::of("bad-request").told("no file was sent"))?;
    let noun = domain::noun(visit.asked("noun").unwrap_or_default()).ok_or(Fault::NotFound)?;
    if visit.pass.as_ref().is_some_and(|pass| !pass.knows(noun.name)) {
        return Err(Problem::of("token-scope").into());
    }
    let read = |name: &str| visit.asked(name).map(str::to_owned);
    let is_set = |name: &str| visit.asked(name) == Some("true");
    let encoding = read("encoding").map(|name| {
        let known: Vec<&str> = Encoding::ALL.into_iter().map(Encoding::code).collect();
        Encoding::from_code(&name).ok_or_else(|| wrong("encoding", format!("must be one of {}", known.join(", "))))
    });
    let mapping = read("mapping").map(|text| Mapping::read(&text).map_err(|fault| wrong("mapping", fault)));
    let unit = read("unit").map(|id| UnitId::parse(&id).map_err(|fault| wrong("unit", fault.to_string())));
    let words = vocabulary(&visit.app.texts, noun);
    let order = ImportOrder {
        reader: visit.app.tables.as_ref(),
        limits: Limits::default(),
        noun: noun.name.to_owned(),
        file: name,
        options: TableOptions { encoding: encoding.transpose()?, sheet: read("sheet"), separator: None },
        mapping: mapping.transpose()?,
        opening: read("opening"),
        unit: unit.transpose()?,
        grade: visit.asked("grade").and_then(Grade::from_code),
        exercise: is_set("exercise"),
        good_rows: is_set("good_rows"),
        dry_run: is_set("dry_run"),
        wants_rejected: false,
        key: idempotency_key(&visit.headers)?,
        words: &words,
        progress: &|_| {},
    };
    let report = match visit.app.desk.import(officer, &order, &mut file) {
        Ok(report) => report,
        Err(ImportError::Refused(refusal)) => {
            let mut problem = Problem::of("table").told(refusal_text(&visit.app.texts, visit.language, &refusal));
            problem.more.insert("details".into(), json!({ "why": refusal.why, "limit": refusal.limit }));
            return Err(problem.into());
        }
        Err(other) => return Err(other.into()),
    };
    let faults = report.faults.iter().map(|fault| {
        let text = fault_text(&visit.app.texts, visit.language, noun.name, fault, str::to_owned);
        let mut told = json!(fault);
        told["text"] = text.into();
        told
    });
    let mut told = json!(report);
    told["faults"] = faults.collect::<Value>();
    match (&report.import, report.faulty) {
        (Some(import), _) if !report.repeated => {
            let place = format!("/api/v1/import/{import}");
            Ok(Answer::json(&told).made(place))
        }
        (None, 1..) if !report.dry_run => {
            let mut problem = Problem::of("rows");
            problem.more.insert("details".into(), told);
            Err(problem.into())
        }
        _ => Ok(Answer::json(&told)),
    }
}
