//! What an officer sees at a glance, for programs: the interface itself, Today, a month, the figures of a report.

use desk::Row;
use domain::reporting::report::{Count, FIGURES};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::answer::Answer;
use super::question::record;
use super::records::row_json;
use crate::fault::Fault;
use crate::visit::Visit;

/// What there is.
pub fn index(visit: &Visit) -> Result<Answer, Fault> {
    let nouns = domain::NOUNS
        .iter()
        .map(|noun| json!({ "noun": noun.name, "wing": noun.wing, "href": format!("/api/v1/{}", noun.name) }));
    let nouns: Vec<Value> = nouns.collect();
    Ok(Answer::json(&json!({ "own": visit.app.desk.own(), "openapi": "/api/v1/openapi.json", "nouns": nouns })))
}

/// The description of the interface.
pub fn openapi(visit: &Visit) -> Result<Answer, Fault> {
    Ok(Answer::json(&visit.app.openapi))
}

/// The rows that a token knows; all of them without one.
fn known<'r>(visit: &Visit, rows: impl IntoIterator<Item = &'r Row>) -> Vec<Value> {
    let knows = |row: &&Row| visit.pass.as_ref().is_none_or(|pass| pass.knows(&row.noun));
    rows.into_iter().filter(knows).map(row_json).collect()
}

/// Today.
pub fn today(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let today = visit.app.desk.today_of(officer)?;
    Ok(Answer::json(&json!({
        "day": visit.app.desk.today(),
        "needs_me": known(visit, &today.needs_me), "waiting": known(visit, &today.waiting),
        "below": known(visit, &today.below), "next": known(visit, &today.next), "edited": known(visit, &today.edited),
    })))
}

/// What is held and what is due in a month, in the order of days.
pub fn calendar(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let asked = visit.asked("month").and_then(|month| format!("{month}-01").parse::<Date>().ok());
    let month = asked.unwrap_or(visit.app.desk.today()).first_of_month();
    let weeks = visit.app.desk.calendar(officer, month)?;
    let mut items = Vec::new();
    for day in weeks.iter().flatten().filter(|day| day.in_month) {
        for item in &day.items {
            let row = known(visit, [&item.row]);
            items.extend(row.into_iter().map(|row| json!({ "day": day.day, "due": item.due, "record": row })));
        }
    }
    Ok(Answer::json(&json!({ "month": format!("{:04}-{:02}", month.year(), month.month()), "items": items })))
}

/// What reports count, with the names in the language of the request.
pub fn counts(visit: &Visit) -> Result<Answer, Fault> {
    let figures = FIGURES.iter().map(|code| json!({ "figure": code, "name": visit.t(&format!("figure-{code}")) }));
    Ok(Answer::json(&json!({ "counts": figures.collect::<Vec<_>>() })))
}

/// The figures of a report: own, joint, as the other side states them, by unit and counterpart.
pub fn report(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let view = visit.app.desk.report(officer, record(visit)?.as_str())?;
    let lines = view.lines.iter().map(|line| {
        let parts = line.parts.iter().map(|part| {
            json!({ "unit": part.unit, "counterpart": part.counterpart, "own": part.own, "joint": part.joint })
        });
        let stated = line.stated.iter().map(|stated| {
            json!({ "side": stated.side, "counterpart": stated.counterpart, "count": stated.count, "source": stated.source })
        });
        json!({
            "figure": line.figure, "own": line.own, "joint": line.joint, "differs": line.differs,
            "parts": parts.collect::<Vec<_>>(), "stated": stated.collect::<Vec<_>>(),
        })
    });
    let late = view.late.iter().map(|(figure, was, now)| json!({ "figure": figure, "counted": was, "now": now }));
    let report = &view.report;
    Ok(Answer::json(&json!({
        "report": view.record.row.id, "unit": report.unit, "period": report.period, "from": report.from,
        "until": report.until, "figures": lines.collect::<Vec<_>>(), "late": late.collect::<Vec<_>>(),
    }))
    .at(view.record.row.version))
}

/// The records behind a figure of a report, as far as the officer may see them.
pub fn behind(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let figure = visit.param("figure");
    let id = record(visit)?;
    let (report, rows) = visit.app.desk.figure_records(officer, id.as_str(), figure, visit.asked("unit"))?;
    Ok(Answer::json(&json!({
        "report": id, "figure": figure, "period": report.period, "records": known(visit, &rows),
    })))
}

/// A recount of a report from nothing but the journal, beside what the report says.
pub fn recount(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let view = visit.app.desk.report(officer, record(visit)?.as_str())?;
    let counted = visit.app.desk.recount(&view.report)?;
    let total = |counts: &[Count], figure: &str| {
        let of_figure = counts.iter().filter(|count| count.figure == figure);
        of_figure.fold((0, 0), |(own, joint), count| (own + count.own, joint + count.joint))
    };
    let mut agrees = true;
    let mut figures = Vec::new();
    for figure in FIGURES {
        let (stands, again) = (total(&view.report.counts, figure), total(&counted, figure));
        if (stands, again) == ((0, 0), (0, 0)) {
            continue;
        }
        agrees &= stands == again;
        figures.push(json!({
            "figure": figure, "own": stands.0, "joint": stands.1, "own_counted": again.0, "joint_counted": again.1,
            "agrees": stands == again,
        }));
    }
    Ok(Answer::json(&json!({ "report": view.record.row.id, "agrees": agrees, "figures": figures })))
}
