//! Today: what needs the unit, what waits for the other side, what comes next, what was worked on last.

use axum::response::Response;
use desk::DueKey;

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
    /// What is to be done about where the post stands, in one sentence.
    seat: Option<String>,
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
        seat: seat_line(visit)?,
        frame: Frame::of(visit, "nav-today", "today"),
        offers,
    })
}

/// Why nothing can be said to other posts at present; nothing where all is well.
fn seat_line(visit: &Visit) -> Result<Option<String>, Fault> {
    let seat = visit.app.desk.seat_view()?;
    Ok(match (seat.moved, seat.unsure.is_empty()) {
        (Some(_), _) => Some(visit.t("sign-post-moved")),
        (None, false) => Some(format!("{} ({})", visit.t("sign-post-unsure"), seat.unsure.join(", "))),
        (None, true) => None,
    })
}

/// What is to be seen to about a key, in one sentence.
fn key_line(visit: &Visit, due: &DueKey) -> String {
    let days = due.key.days_left.unwrap_or_default().to_string();
    visit.tv(key_sentence(due), &[("login", &due.key.name), ("days", &days)])
}

/// Which sentence tells of a key: whose it is, and whether its last day is over.
fn key_sentence(due: &DueKey) -> &'static str {
    match (due.key.officer.is_some(), due.key.what.as_str(), due.key.days_left) {
        (true, ..) if due.is_own => "today-key-own",
        (true, ..) => "today-key-officer",
        (false, "courier", Some(_)) => "today-key-courier",
        (false, "courier", None) => "today-key-courier-past",
        (false, _, Some(_)) => "today-key-post",
        (false, _, None) => "today-key-post-past",
    }
}

#[cfg(test)]
mod tests {
    use desk::keys::{KeyStage, KeyView, OfficerView};

    use super::*;
    use crate::texts::{Language, Texts};

    fn due(what: &str, days_left: Option<i64>, is_own: bool) -> DueKey {
        let (identity, unit, office) = ("o-1".to_owned(), "u".to_owned(), "head".to_owned());
        let officer = (what == "officer").then(|| OfficerView { identity, unit, office, rights: Vec::new() });
        let (name, digest, reason) = ("chief".to_owned(), String::new(), String::new());
        let (stage, what, ends_soon) = (KeyStage::Standing, what.to_owned(), days_left.is_some());
        let (from, until, ended) = (None, None, None);
        let key = KeyView { what, name, digest, stage, from, until, ended, reason, days_left, ends_soon, officer };
        DueKey { key, is_own }
    }

    #[test]
    fn each_key_has_its_sentence_with_its_days_in_every_language() {
        let cases = [
            (due("log", Some(12), false), "today-key-post"),
            (due("log", None, false), "today-key-post-past"),
            (due("courier", Some(12), false), "today-key-courier"),
            (due("courier", None, false), "today-key-courier-past"),
            (due("officer", Some(12), false), "today-key-officer"),
            (due("officer", Some(12), true), "today-key-own"),
        ];
        let texts = Texts::read();
        for (due, sentence) in &cases {
            assert_eq!(key_sentence(due), *sentence);
            for language in Language::ALL {
                let told = texts.with(language, sentence, &[("login", &due.key.name), ("days", "12")]);
                assert_eq!(told.contains("12"), due.key.days_left.is_some(), "{language:?} {told}");
                assert_eq!(told.contains("chief"), *sentence == "today-key-officer", "{language:?} {told}");
            }
        }
    }
}
