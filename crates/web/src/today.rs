//! Today: what needs the unit, what waits for the other side, what comes next, what was worked on last.

use axum::response::Response;

use crate::fault::Fault;
use crate::frame::{Frame, go, html};
use crate::list::{ListRow, listed};
use crate::shown;
use crate::visit::Visit;

#[derive(askama::Template)]
#[template(path = "today.html")]
struct TodayPage {
    frame: Frame,
    day: String,
    needs_me: Vec<ListRow>,
    waiting: Vec<ListRow>,
    below: Vec<ListRow>,
    next: Vec<ListRow>,
    edited: Vec<ListRow>,
    keys: Vec<String>,
    offers: Vec<(String, String, &'static str)>,
}

/// The first address leads to today.
pub fn home(_: &Visit) -> Result<Response, Fault> {
    go("/today")
}

/// Today.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let today = visit.app.desk.today_of(officer)?;
    let rows = |rows: &[desk::Row]| rows.iter().map(|row| listed(visit, row, &today.titles)).collect();
    let mut offers = Vec::new();
    for (noun, command, key) in [
        ("hotline-call", "record-attempt", "c"),
        ("talks", "propose", ""),
        ("letter", "draft", ""),
        ("letter", "record-received", ""),
        ("patrol", "plan", ""),
    ] {
        if visit.app.desk.beginnings(officer, noun)?.contains(&command) {
            offers.push((format!("/{noun}/new?command={command}"), visit.t(&format!("{noun}-command-{command}")), key));
        }
    }
    html(&TodayPage {
        day: shown::day(visit.language, visit.app.desk.today()),
        needs_me: rows(&today.needs_me),
        waiting: rows(&today.waiting),
        below: rows(&today.below),
        next: rows(&today.next),
        edited: rows(&today.edited),
        keys: today.keys.iter().map(|due| key_line(visit, due)).collect(),
        frame: Frame::of(visit, "nav-today", "today"),
        offers,
    })
}

/// What is to be seen to about a key, in one sentence.
fn key_line(visit: &Visit, due: &desk::DueKey) -> String {
    let days = due.key.days_left.map(|days| days.to_string());
    let days = days.as_deref();
    match (due.key.officer.is_some(), due.key.what.as_str(), days) {
        (true, _, days) if due.is_own => visit.tv("today-key-own", &[("days", days.unwrap_or("0"))]),
        (true, _, days) => visit.tv("today-key-officer", &[("login", &due.key.name), ("days", days.unwrap_or("0"))]),
        (false, "courier", Some(days)) => visit.tv("today-key-courier", &[("days", days)]),
        (false, "courier", None) => visit.t("today-key-courier-past"),
        (false, _, Some(days)) => visit.tv("today-key-post", &[("days", days)]),
        (false, _, None) => visit.t("today-key-post-past"),
    }
}
