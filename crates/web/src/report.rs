//! A report: its figures, own and joint and as the other side states them, each leading to the records behind it.

use axum::response::Response;
use desk::ReportView;
use domain::reporting::report::FIGURES;

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::list::{ListRow, listed};
use crate::record::{self, Head, HistoryEntry, LinkGroup, Offer};
use crate::shown;
use crate::visit::Visit;

struct Line {
    figure: String,
    href: String,
    own: i64,
    joint: i64,
    stated: Vec<(String, i64, String)>,
    differs: bool,
    parts: Vec<(String, String, i64, i64, String)>,
}

/// A unit directly below and how far its report on the period has come.
struct BelowRow {
    unit: String,
    status: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "report.html")]
struct ReportPage {
    frame: Frame,
    head: Head,
    sent: bool,
    offers: Vec<Offer>,
    unit: String,
    period: String,
    days: String,
    lines: Vec<Line>,
    late: Vec<(String, i64, i64)>,
    below: Vec<BelowRow>,
    reported: String,
    told: Vec<(String, String)>,
    restatements: Vec<String>,
    links: Vec<LinkGroup>,
    history: Vec<HistoryEntry>,
    id: String,
}

#[derive(askama::Template)]
#[template(path = "figure.html")]
struct FigurePage {
    frame: Frame,
    back: String,
    rows: Vec<ListRow>,
}

/// The page of a report.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let view = visit.app.desk.report(officer, visit.param("id"))?;
    let head = record::head(visit, &view.record);
    let told = &view.report.told;
    let words = [("results", &told.results), ("problems", &told.problems), ("directions", &told.directions)];
    let words = words.into_iter().filter_map(|(field, text)| Some((visit.label("report", field), text.clone()?)));
    let last = view.report.until.yesterday().unwrap_or(view.report.until);
    let title = head.title.clone();
    html(&ReportPage {
        sent: visit.asked("sent").is_some(),
        offers: record::offers(visit, &view.record),
        unit: shown::named(visit, &view.titles, view.report.unit.as_str()).0,
        period: view.report.period.clone(),
        days: format!("{} – {}", shown::day(visit.language, view.report.from), shown::day(visit.language, last)),
        lines: lines(visit, &view),
        late: view.late.iter().map(|(figure, old, now)| (visit.t(&format!("figure-{figure}")), *old, *now)).collect(),
        reported: reported(visit, &view),
        below: view.below.iter().map(|below| below_row(visit, &view, below)).collect(),
        told: words.collect(),
        restatements: view.report.restatements.iter().map(|again| again.reason.clone()).collect(),
        links: record::links(visit, &view.record),
        history: record::history(visit, &view.record),
        id: view.record.row.id.clone(),
        frame: Frame::titled(visit, title, "report"),
        head,
    })
}

fn below_row(visit: &Visit, view: &ReportView, below: &desk::Below) -> BelowRow {
    let (href, status) = match &below.report {
        Some((id, status)) => (format!("/report/{id}"), visit.t(&format!("report-state-{status}"))),
        None => (String::new(), visit.t("report-not-begun")),
    };
    BelowRow { unit: shown::named(visit, &view.titles, &below.unit).0, status, href }
}

/// How many of the units directly below have a report that left their hands.
fn reported(visit: &Visit, view: &ReportView) -> String {
    let came = |below: &&desk::Below| {
        below.report.as_ref().is_some_and(|(_, status)| !matches!(status.as_str(), "draft" | "signed" | "returned"))
    };
    let numbers = [("came", view.below.iter().filter(came).count()), ("all", view.below.len())];
    let numbers = numbers.map(|(name, number)| (name, number.to_string()));
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    visit.app.texts.with(visit.language, "report-came", &numbers)
}

fn lines(visit: &Visit, view: &ReportView) -> Vec<Line> {
    let id = &view.record.row.id;
    let side = |code: &str| {
        let side = visit.app.sides.iter().find(|side| side.code.as_str() == code);
        side.map_or_else(|| code.to_owned(), |side| side.letter.clone())
    };
    let line = |line: &desk::FigureLine| Line {
        href: format!("/report/{id}/figure/{}", line.figure),
        figure: visit.t(&format!("figure-{}", line.figure)),
        own: line.own,
        joint: line.joint,
        stated: line
            .stated
            .iter()
            .map(|stated| (side(stated.side.as_str()), stated.count, stated.source.clone()))
            .collect(),
        differs: line.differs,
        parts: line
            .parts
            .iter()
            .map(|part| {
                let unit = shown::named(visit, &view.titles, part.unit.as_str()).0;
                let counterpart = part.counterpart.as_ref().map(|id| shown::named(visit, &view.titles, id.as_str()).0);
                let href = format!("/report/{id}/figure/{}?unit={}", line.figure, part.unit);
                (unit, counterpart.unwrap_or_default(), part.own, part.joint, href)
            })
            .collect(),
    };
    view.lines.iter().map(line).collect()
}

/// The records behind a figure.
pub fn records(visit: &Visit) -> Result<Response, Fault> {
    let (id, figure) = (visit.param("id"), visit.param("figure"));
    if visit.param("noun") != "report" || !FIGURES.contains(&figure) {
        return Err(Fault::NotFound);
    }
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (report, rows) = visit.app.desk.figure_records(officer, id, figure, visit.asked("unit"))?;
    let ids = rows
        .iter()
        .flat_map(|row| [Some(row.unit.as_str()), row.counterpart.as_deref(), row.turn.as_deref()])
        .flatten();
    let names = visit.app.desk.names(officer, ids)?;
    let title = format!("{} · {}", visit.t(&format!("figure-{figure}")), report.period);
    html(&FigurePage {
        back: format!("/report/{id}"),
        rows: rows.iter().map(|row| listed(visit, row, &names)).collect(),
        frame: Frame::titled(visit, title, "report"),
    })
}
