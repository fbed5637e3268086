//! Documents that cross, for programs: the words as both sides have them, exactly what would leave, giving out, signing,
//! the file that proves it, and how it stands with the posts of other sides. To sign is a person's act: no token does it.

use desk::ActError;
use desk::courier::CourierError;
use desk::document::{
    DocumentError, ReleaseOrder, Saying, ShareOrder, Stopped, TakeOverOrder, TogetherKind, TogetherOne, TogetherOrder,
};
use desk::keys::{KeyError, Passphrase, ungrouped};
use domain::RecordId;
use domain::contact::document::{SaidKind, TextIn};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::problem::{Place, Problem, Wrong};
use super::question::{body, idempotency_key, read, record};
use super::shape;
use crate::fault::Fault;
use crate::visit::Visit;

/// A document as an officer reads it, with what he may say of it now.
pub fn paper(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let view = visit.app.desk.paper(officer, &record(visit)?)?;
    Ok(Answer::json(&json!(view)).at(view.version))
}

/// What exactly would leave if it were given out now.
pub fn preview(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let preview = visit.app.desk.preview_release(officer, &record(visit)?)?;
    Ok(Answer::json(&json!(preview)).at(preview.version))
}

#[derive(Deserialize)]
struct Release {
    version: u64,
    seen: String,
    post: String,
    until: Option<Timestamp>,
    pin: String,
}

/// Gives a document out.
pub fn release(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let desk = &visit.app.desk;
    let key = idempotency_key(&visit.headers)?;
    let Release { version, seen, post, until, pin } = read(body(visit, |_| shape::release())?)?;
    let order = ReleaseOrder {
        act: key.unwrap_or_else(|| desk.fresh_act()),
        record: record(visit)?,
        version,
        seen: digest(&seen)?,
        post: post_of(&post)?,
        until,
    };
    let receipt = desk.release(officer, &Passphrase::new(&pin), &order)?;
    Ok(Answer::json(&json!(receipt)).at(receipt.version))
}

#[derive(Deserialize)]
struct Share {
    version: u64,
    seen: String,
    post: String,
    pin: String,
}

/// Gives a draft as it stands to the other side.
pub fn share(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let desk = &visit.app.desk;
    let key = idempotency_key(&visit.headers)?;
    let Share { version, seen, post, pin } = read(body(visit, |_| shape::share())?)?;
    let order = ShareOrder {
        act: key.unwrap_or_else(|| desk.fresh_act()),
        record: record(visit)?,
        version,
        seen: digest(&seen)?,
        post: post_of(&post)?,
    };
    let receipt = desk.share(officer, &Passphrase::new(&pin), &order)?;
    Ok(Answer::json(&json!(receipt)).at(receipt.version))
}

/// The own draft beside one of the other side.
pub fn compare(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let view = visit.app.desk.compare(officer, &record(visit)?, visit.asked("draft"))?;
    Ok(Answer::json(&json!(view)).at(view.version))
}

#[derive(Deserialize)]
struct TakeOver {
    version: u64,
    draft: String,
}

/// Takes a draft of the other side over into the own one.
pub fn take_over(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let desk = &visit.app.desk;
    let key = idempotency_key(&visit.headers)?;
    let TakeOver { version, draft } = read(body(visit, |_| shape::take_over())?)?;
    let order = TakeOverOrder { act: key.unwrap_or_else(|| desk.fresh_act()), record: record(visit)?, version, draft };
    let receipt = desk.take_over(officer, &order)?;
    Ok(Answer::json(&json!(receipt)).at(receipt.version))
}

fn wrong(pointer: &str, detail: &str) -> Fault {
    Problem::bad(vec![Wrong { place: Place::Body(pointer.to_owned()), detail: detail.to_owned() }]).into()
}

fn digest(text: &str) -> Result<[u8; 32], Fault> {
    ungrouped(text).ok_or_else(|| wrong("/seen", "must have 64 hexadecimal digits"))
}

fn post_of(text: &str) -> Result<desk::road::PostName, Fault> {
    text.parse().map_err(|_| wrong("/post", "must be side and name of a post, as in cn.hekou"))
}

#[derive(Deserialize)]
struct Say {
    version: u64,
    kind: SaidKind,
    #[serde(default)]
    words: Vec<Words>,
    pin: String,
}

#[derive(Deserialize)]
struct Words {
    language: String,
    #[serde(default)]
    title: String,
    text: String,
}

/// Says something of a document that is out: signs it, refuses, contests, acknowledges.
pub fn say(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let key = idempotency_key(&visit.headers)?;
    let Say { version, kind, words, pin } = read(body(visit, |_| shape::say())?)?;
    let words = words.into_iter().map(|Words { language, title, text }| TextIn { language, title, text });
    let saying = Saying {
        act: key.unwrap_or_else(|| visit.app.desk.fresh_act()),
        record: record(visit)?,
        version,
        kind,
        words: words.collect(),
    };
    let receipt = visit.app.desk.say(officer, &Passphrase::new(&pin), &saying)?;
    Ok(Answer::json(&json!(receipt)).at(receipt.version))
}

#[derive(Deserialize)]
struct Together {
    kind: String,
    documents: Vec<One>,
    post: Option<String>,
    until: Option<Timestamp>,
    pin: String,
}

#[derive(Deserialize)]
struct One {
    record: String,
    version: u64,
    seen: String,
}

/// Gives many documents out, or acknowledges many that came, with one signature: all of them or none.
pub fn together(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let desk = &visit.app.desk;
    let key = idempotency_key(&visit.headers)?;
    let Together { kind, documents, post, until, pin } = read(body(visit, |_| shape::together())?)?;
    let kind = TogetherKind::from_code(&kind).ok_or_else(|| wrong("/kind", "must be issue or acknowledge"))?;
    let one = |(number, One { record, version, seen }): (usize, One)| {
        let at = |name: &str| format!("/documents/{number}/{name}");
        let record = RecordId::parse(&record).map_err(|_| wrong(&at("record"), "must be the identity of a record"))?;
        let seen = ungrouped(&seen).ok_or_else(|| wrong(&at("seen"), "must have 64 hexadecimal digits"))?;
        Ok(TogetherOne { record, version, seen })
    };
    let documents = documents.into_iter().enumerate().map(one).collect::<Result<Vec<_>, Fault>>()?;
    let post = post.as_deref().map(post_of).transpose()?;
    let order = TogetherOrder { act: key.unwrap_or_else(|| desk.fresh_act()), kind, documents, post, until };
    match desk.sign_together(officer, &Passphrase::new(&pin), &order) {
        Ok(receipts) => Ok(Answer::json(&json!({ "receipts": receipts }))),
        Err(DocumentError::Together(stopped)) => Err(stopped_at(&order, &stopped)),
        Err(error) => Err(error.into()),
    }
}

/// Each document that keeps the others from being signed, at its place, with the reason.
fn stopped_at(order: &TogetherOrder, stopped: &[Stopped]) -> Fault {
    let place = |record: &RecordId| order.documents.iter().position(|one| one.record == *record).unwrap_or_default();
    let wrong = |one: &Stopped| Wrong {
        place: Place::Body(format!("/documents/{}", place(&one.record))),
        detail: one.error.to_string(),
    };
    let more = Map::from_iter([("code".to_owned(), Value::from("together"))]);
    let problem = Problem { more, errors: stopped.iter().map(wrong).collect(), ..Problem::of("signing") };
    problem.told("nothing was signed: some of the documents cannot be".to_owned()).into()
}

/// The file by which anyone can check how the document stands.
pub fn bundle(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let record = record(visit)?;
    let bytes = visit.app.desk.bundle(officer, &record)?;
    Ok(Answer::bytes("application/octet-stream", bytes).named(format!("{record}.twp")))
}

/// The posts of other sides, and how it stands with each.
pub fn peers(visit: &Visit) -> Result<Answer, Fault> {
    let desk = &visit.app.desk;
    let own = desk.post_name()?.map(|name| name.to_string());
    let (open, moved, peers) = (desk.sealer().is_some(), desk.seat_view()?.moved, desk.courier_overview()?);
    Ok(Answer::json(&json!({ "own": own, "open": open, "moved": moved, "peers": peers })))
}

impl From<DocumentError> for Fault {
    fn from(error: DocumentError) -> Self {
        let stands_against = |code: &str, error: &dyn std::fmt::Display| {
            let more = Map::from_iter([("code".to_owned(), Value::from(code))]);
            Self::from(Problem { more, ..Problem::of("signing").told(error.to_string()) })
        };
        match error {
            DocumentError::Act(ActError::Conflict(conflict)) => Problem::changed("changed", &conflict).into(),
            DocumentError::Act(error) => error.into(),
            DocumentError::NotAsShown => Problem::of("changed").told(error.to_string()).into(),
            DocumentError::NothingSaid | DocumentError::NoDraft => Self::NotFound,
            DocumentError::Key(KeyError::Failure(failure)) | DocumentError::Courier(CourierError::Failure(failure)) => {
                Self::Failure(failure)
            }
            DocumentError::Key(KeyError::Wait { seconds }) => {
                Problem { wait_s: u64::try_from(seconds).ok(), ..Problem::of("too-many-requests") }.into()
            }
            DocumentError::Key(error) => stands_against("key", &error),
            DocumentError::Courier(error) => stands_against(error.code(), &error),
            DocumentError::PostLocked => stands_against("post-locked", &error),
            DocumentError::NotThisKind(_) => stands_against("not-this-kind", &error),
            DocumentError::NoPost(_) => stands_against("no-post", &error),
            DocumentError::NoWords => stands_against("no-words", &error),
            DocumentError::NotSaid(_) => stands_against("not-said", &error),
            DocumentError::Together(_) => stands_against("together", &error),
        }
    }
}
