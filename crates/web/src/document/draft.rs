//! Drafts that go to and fro, on pages: the own one is given to the other side as it stands, one that came is laid beside
//! it and taken over.

use axum::response::Response;
use desk::document::{ComparisonView, ShareOrder, TakeOverOrder};
use desk::keys::ungrouped;
use domain::contact::document::{Change, Compared, Mark, Part, Within};

use super::{journal_key, letter, pin, record_id, release_page, told};
use crate::act::read_key;
use crate::endonym::endonym;
use crate::fault::Fault;
use crate::frame::{Frame, go, html};
use crate::visit::Visit;

#[derive(askama::Template)]
#[template(path = "compare.html")]
struct ComparePage {
    frame: Frame,
    back: String,
    action: String,
    key: String,
    view: ComparisonView,
    /// The letters of the two sides, the own one first.
    sides: [String; 2],
    parts: Vec<PartLine>,
    same: String,
    refused: String,
}

/// A part in which the two drafts differ.
struct PartLine {
    /// What it is, in words.
    what: String,
    /// The language of its words; empty where it has none.
    language: String,
    /// The words of the own draft, each with whether only it has them.
    own: Vec<(bool, String)>,
    /// The words of the other side's draft.
    other: Vec<(bool, String)>,
    /// Who changed it, in words.
    change: String,
}

/// The own draft beside the other side's.
pub fn compare_form(visit: &Visit) -> Result<Response, Fault> {
    compare_page(visit, String::new())
}

fn compare_page(visit: &Visit, refused: String) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let id = visit.param("id");
    let desk = &visit.app.desk;
    let draft = visit.asked("draft").or(visit.sent("draft"));
    let view = desk.compare(officer, &record_id(id)?, draft)?;
    let same = view.comparison.parts.len() - view.differing().count();
    html(&ComparePage {
        back: format!("/document/{id}"),
        action: format!("/document/{id}/take-over"),
        key: journal_key(&desk.fresh_act()),
        sides: [letter(visit, desk.own().as_str()), letter(visit, view.draft.side.as_str())],
        parts: view.differing().map(|one| part(visit, one)).collect(),
        same: visit.tv("compare-same", &[("parts", &same.to_string())]),
        refused,
        view,
        frame: Frame::of(visit, "compare-title", "document"),
    })
}

fn part(visit: &Visit, one: &Compared) -> PartLine {
    let what = match one.part {
        Part::Title => visit.t("compare-part-title"),
        Part::Paragraph => visit.tv("compare-part-paragraph", &[("number", &one.name)]),
        Part::Place => visit.t("compare-part-place"),
        Part::HeldOn => visit.t("compare-part-held-on"),
        Part::Fact => one.name.clone(),
        Part::Signer => visit.tv("compare-part-signer", &[("side", &letter(visit, &one.name))]),
        Part::Attachment => visit.t("compare-part-attachment"),
    };
    let within = |only: Within| {
        let here = move |mark: &&Mark| mark.within == Within::Both || mark.within == only;
        one.marks.iter().filter(here).map(|mark| (mark.within == only, mark.text.clone())).collect()
    };
    let language = one.language.clone().unwrap_or_default();
    let what = if language.is_empty() { what } else { format!("{what} · {}", endonym(&language)) };
    PartLine { what, language, own: within(Within::Own), other: within(Within::Other), change: visit.t(who(one)) }
}

/// Who changed a part and what becomes of it, by the key of its words.
fn who(one: &Compared) -> &'static str {
    match one.change {
        Change::Same => "compare-change-same",
        Change::Own if one.own.is_empty() => "compare-change-own-away",
        Change::Own => "compare-change-own",
        Change::Other if one.other.is_empty() => "compare-change-other-away",
        Change::Other => "compare-change-other",
        // Each language has the same paragraphs: nobody has written this one.
        Change::Both if one.own.is_empty() && one.other.is_empty() => "compare-change-missing",
        Change::Both => "compare-change-both",
        Change::BothOwn => "compare-change-both-own",
    }
}

/// Takes a draft of the other side over into the own one.
pub fn take_over(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (id, desk) = (visit.param("id"), &visit.app.desk);
    let order = TakeOverOrder {
        act: visit.sent("key").and_then(read_key).unwrap_or_else(|| desk.fresh_act()),
        record: record_id(id)?,
        version: visit.sent("version").and_then(|text| text.parse().ok()).unwrap_or_default(),
        draft: visit.sent("draft").unwrap_or_default().to_owned(),
    };
    match desk.take_over(officer, &order) {
        Ok(_) => go(&format!("/document/{id}?sent=1")),
        Err(error) => compare_page(visit, told(visit, error)?),
    }
}

/// Gives the draft as it stands to the other side.
pub fn share(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (id, desk) = (visit.param("id"), &visit.app.desk);
    let Ok(post) = visit.sent("post").unwrap_or_default().parse() else {
        return release_page(visit, visit.t("release-no-post"));
    };
    let order = ShareOrder {
        act: visit.sent("key").and_then(read_key).unwrap_or_else(|| desk.fresh_act()),
        record: record_id(id)?,
        version: visit.sent("version").and_then(|text| text.parse().ok()).unwrap_or_default(),
        seen: visit.sent("seen").and_then(ungrouped).ok_or(Fault::NotFound)?,
        post,
    };
    match desk.share(officer, &pin(visit), &order) {
        Ok(_) => go(&format!("/document/{id}?sent=1")),
        Err(error) => release_page(visit, told(visit, error)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_is_told_as_going_and_what_stays_open_as_open() {
        let told = |change, own: &str, other: &str| {
            let (name, own, other) = (String::new(), own.to_owned(), other.to_owned());
            who(&Compared { part: Part::Fact, name, language: None, own, other, change, marks: Vec::new() })
        };
        assert_eq!(told(Change::Other, "5,000", "7,000"), "compare-change-other");
        assert_eq!(told(Change::Other, "5,000", ""), "compare-change-other-away");
        assert_eq!(told(Change::Own, "", "5,000"), "compare-change-own-away");
        assert_eq!(told(Change::Own, "5,000", ""), "compare-change-own", "the own side added it");
        assert_eq!(told(Change::Both, "7,000", ""), "compare-change-both");
        assert_eq!(told(Change::Both, "", ""), "compare-change-missing");
        assert_eq!(told(Change::BothOwn, "2026-02-01", "2026-02-02"), "compare-change-both-own");
    }
}
