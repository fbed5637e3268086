//! Many documents signed at once, on pages: those that can be are chosen from a list, all of them are shown with exactly
//! what would be signed, and one passphrase signs them all, or none.

use axum::response::Response;
use desk::ActError;
use desk::document::{DocumentError, Stopped, TogetherKind, TogetherLine, TogetherOne, TogetherOrder, TogetherView};
use desk::keys::ungrouped;
use domain::RecordId;

use super::{Paper, journal_key, pin, record_id, told, words};
use crate::act::{read_key, refusal};
use crate::fault::Fault;
use crate::frame::{Frame, go, html};
use crate::record::Offer;
use crate::shown;
use crate::visit::Visit;
use crate::written::read_instant;

/// How many documents a page shows: who signs looks at each of them.
const SHOWN_MOST: usize = 100;

/// A document that can be chosen.
struct Choice {
    id: String,
    title: String,
    lang: String,
    kind: String,
    exercise: bool,
}

#[derive(askama::Template)]
#[template(path = "together-choose.html")]
struct ChoosePage {
    frame: Frame,
    about: String,
    action: String,
    /// Where all are chosen.
    all: String,
    choices: Vec<Choice>,
    /// True where all are chosen already.
    chosen: bool,
    /// What is said where there are more than are shown.
    more: String,
    /// What is said of those that were signed just now.
    done: String,
}

/// One of the documents that are signed at once.
struct Chosen {
    id: String,
    /// By what its words are named on the page.
    name: String,
    title: String,
    kind: String,
    paper: Paper,
    /// The record, its version and what is shown of it, in one field.
    one: String,
    against: String,
}

#[derive(askama::Template)]
#[template(path = "together.html")]
struct TogetherPage {
    frame: Frame,
    about: String,
    back: String,
    action: String,
    key: String,
    documents: Vec<Chosen>,
    /// True where something stands against one of them.
    is_against: bool,
    /// True where they are given out, to one of the posts.
    issues: bool,
    posts: Vec<(String, bool)>,
    until: String,
    submit: String,
    refused: String,
    /// The documents for which nothing was signed: where each is, its title and why.
    stopped: Vec<(String, String, String)>,
    locked: bool,
}

/// What this officer can sign together with others now, for the list of documents.
pub fn offers(visit: &Visit) -> Result<Vec<Offer>, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let mut offers = Vec::new();
    for kind in TogetherKind::ALL {
        if visit.app.desk.together_candidates(officer, kind)?.len() > 1 {
            offers.push(Offer { href: address(kind), label: visit.t(&format!("together-{}", kind.code())) });
        }
    }
    Ok(offers)
}

fn address(kind: TogetherKind) -> String {
    format!("/document/together/{}", kind.code())
}

fn kind(visit: &Visit) -> Result<TogetherKind, Fault> {
    TogetherKind::from_code(visit.param("kind")).ok_or(Fault::NotFound)
}

/// The documents that can be chosen, or, where some were, all that would be signed.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let asked = visit.query.iter().filter(|(name, _)| name == "record");
    let records = asked.map(|(_, id)| record_id(id)).collect::<Result<Vec<_>, _>>()?;
    if records.is_empty() { choose(visit) } else { confirm(visit, &records, String::new(), Vec::new()) }
}

fn choose(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let kind = kind(visit)?;
    let rows = visit.app.desk.together_candidates(officer, kind)?;
    let choice = |row: &desk::Row| {
        let (title, lang) = shown::title(visit, row);
        let of = row.state.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default();
        Choice {
            id: row.id.clone(),
            title,
            lang,
            kind: visit.t(&format!("document-kind-{of}")),
            exercise: row.exercise,
        }
    };
    let code = kind.code();
    let done = visit.asked("done").filter(|count| count.parse::<usize>().is_ok());
    let most = SHOWN_MOST.to_string();
    html(&ChoosePage {
        about: visit.t(&format!("together-{code}-choose")),
        action: address(kind),
        all: format!("{}?all=1", address(kind)),
        choices: rows.iter().take(SHOWN_MOST).map(choice).collect(),
        chosen: visit.asked("all").is_some(),
        more: if rows.len() > SHOWN_MOST { visit.tv("together-more", &[("most", &most)]) } else { String::new() },
        done: done.map(|count| visit.tv("together-done", &[("count", count)])).unwrap_or_default(),
        frame: Frame::of(visit, &format!("together-{code}"), "document"),
    })
}

fn confirm(visit: &Visit, records: &[RecordId], refused: String, stopped: Vec<Stopped>) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (kind, desk) = (kind(visit)?, &visit.app.desk);
    if records.len() > SHOWN_MOST {
        return Err(Fault::Bad(visit.tv("together-too-many", &[("most", &SHOWN_MOST.to_string())])));
    }
    let TogetherView { documents, posts, .. } = desk.preview_together(officer, kind, records)?;
    let documents: Vec<Chosen> = documents.iter().map(|one| chosen(visit, one)).collect();
    let stopped = stopped.into_iter().map(|one| {
        let title = documents.iter().find(|chosen| chosen.id == one.record.as_str());
        let title = title.map_or_else(|| one.record.to_string(), |chosen| chosen.title.clone());
        Ok((format!("/document/{}", one.record), title, reason(visit, one.error)?))
    });
    let stopped = stopped.collect::<Result<Vec<_>, Fault>>()?;
    let (code, wanted) = (kind.code(), visit.sent("post").unwrap_or_default());
    html(&TogetherPage {
        about: visit.tv(&format!("together-{code}-about"), &[("count", &documents.len().to_string())]),
        back: address(kind),
        action: address(kind),
        key: journal_key(&desk.fresh_act()),
        is_against: documents.iter().any(|one| !one.against.is_empty()),
        documents,
        issues: kind == TogetherKind::Issue,
        posts: posts.into_iter().map(|post| (post.clone(), post == wanted)).collect(),
        until: visit.sent("until").unwrap_or_default().to_owned(),
        submit: visit.t(&format!("together-{code}-do")),
        refused,
        stopped,
        locked: desk.sealer().is_none(),
        frame: Frame::of(visit, &format!("together-{code}"), "document"),
    })
}

fn chosen(visit: &Visit, one: &TogetherLine) -> Chosen {
    Chosen {
        id: one.record.clone(),
        name: format!("name-{}", one.record),
        title: shown::name(visit, &one.title).0,
        kind: visit.t(&format!("document-kind-{}", one.kind)),
        paper: words(visit, &one.record, &one.shown, one.exercise),
        one: format!("{} {} {}", one.record, one.version, one.seen),
        against: one.against.as_ref().map(|refused| refusal(visit, refused)).unwrap_or_default(),
    }
}

/// Signs all of them, or none.
pub fn sign(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (kind, desk) = (kind(visit)?, &visit.app.desk);
    let sent = visit.form.iter().filter(|(name, _)| name == "one");
    let documents: Vec<TogetherOne> =
        sent.map(|(_, one)| read_one(one)).collect::<Option<_>>().ok_or(Fault::NotFound)?;
    let records: Vec<RecordId> = documents.iter().map(|one| one.record.clone()).collect();
    let until = match visit.sent("until") {
        None => None,
        Some(text) => match read_instant(text, desk.zone()) {
            Ok(at) => Some(at),
            Err(_) => return confirm(visit, &records, visit.t("release-bad-until"), Vec::new()),
        },
    };
    let post = visit.sent("post").and_then(|post| post.parse().ok());
    if kind == TogetherKind::Issue && post.is_none() {
        return confirm(visit, &records, visit.t("release-no-post"), Vec::new());
    }
    let act = visit.sent("key").and_then(read_key).unwrap_or_else(|| desk.fresh_act());
    match desk.sign_together(officer, &pin(visit), &TogetherOrder { act, kind, documents, post, until }) {
        Ok(receipts) => go(&format!("{}?done={}", address(kind), receipts.len())),
        Err(DocumentError::Together(stopped)) => confirm(visit, &records, visit.t("together-stopped"), stopped),
        Err(error) => confirm(visit, &records, told(visit, error)?, Vec::new()),
    }
}

/// A document as the page sends it back: the record, its version and what was shown of it.
fn read_one(text: &str) -> Option<TogetherOne> {
    let mut parts = text.split_ascii_whitespace();
    let record = RecordId::parse(parts.next()?).ok()?;
    let version = parts.next()?.parse().ok()?;
    // What came without words has no digest: it is signed for by nobody.
    let seen = parts.next().map_or(Some([0; 32]), ungrouped)?;
    Some(TogetherOne { record, version, seen })
}

/// Why one of the documents cannot be signed, in words.
fn reason(visit: &Visit, error: DocumentError) -> Result<String, Fault> {
    match error {
        DocumentError::Act(ActError::NotFound) => Ok(visit.t("fault-not-found")),
        DocumentError::Act(ActError::NotAllowed { .. }) => Ok(visit.t("fault-not-allowed")),
        DocumentError::NothingSaid => Ok(visit.t("sign-no-words")),
        error => told(visit, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_sends_back_names_record_version_and_what_was_shown() {
        let digest = "ab".repeat(32);
        let one = read_one(&format!("doc-1 7 {digest}")).unwrap();
        assert_eq!((one.record.as_str(), one.version, one.seen), ("doc-1", 7, [0xab; 32]));
        assert_eq!(read_one("doc-1 7").unwrap().seen, [0; 32]);
        for wrong in ["", "doc-1", "doc-1 x", "doc-1 7 ab", "? 7"] {
            assert!(read_one(wrong).is_none(), "{wrong}");
        }
    }
}
