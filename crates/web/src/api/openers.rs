//! The officer himself, and what he made so that programs and calendars come in: tokens and calendar addresses. A
//! program that came in with a token sees nothing of them.

use desk::{FeedAbout, OpenerView, TokenReach, TokenScope};
use domain::RecordId;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::Answer;
use super::question::{body, read};
use super::shape;
use crate::fault::Fault;
use crate::visit::Visit;

/// Who asks, with which roles today.
pub fn me(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let state = visit.app.desk.officer(officer)?.ok_or(Fault::NotFound)?;
    let roles: Vec<_> = state.roles_on(visit.app.desk.today()).collect();
    let token =
        visit.pass.as_ref().map(|pass| json!({ "id": pass.id, "scope": pass.reach.scope, "nouns": pass.reach.nouns }));
    Ok(Answer::json(&json!({
        "officer": officer, "login": state.login, "unit": state.unit, "language": visit.language.code(),
        "roles": roles, "token": token,
    })))
}

#[derive(Deserialize)]
struct NewToken {
    name: String,
    scope: TokenScope,
    #[serde(default)]
    nouns: Vec<String>,
    until_on: Date,
}

/// The tokens that stand.
pub fn tokens(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    Ok(Answer::json(&json!({ "tokens": visit.app.desk.tokens(officer)? })))
}

/// Makes a token; the answer is the only place where it is shown.
pub fn make_token(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let NewToken { name, scope, nouns, until_on } = read(body(visit, |_| shape::new_token())?)?;
    let (token, view) = visit.app.desk.make_token(officer, &name, &TokenReach { scope, nouns }, until_on)?;
    Ok(made(&view, "token", token.reveal(), "tokens"))
}

/// Ends a token.
pub fn revoke_token(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    visit.app.desk.revoke_token(officer, visit.param("id"))?;
    Ok(Answer::nothing())
}

#[derive(Deserialize)]
struct NewFeed {
    name: String,
    about: String,
    record: Option<RecordId>,
    until_on: Date,
}

/// The calendar addresses that stand.
pub fn feeds(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    Ok(Answer::json(&json!({ "feeds": visit.app.desk.feeds(officer)? })))
}

/// Makes a calendar address; the answer is the only place where it is shown.
pub fn make_feed(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let NewFeed { name, about, record, until_on } = read(body(visit, |_| shape::new_feed())?)?;
    let about = about_of(&about, record).ok_or(desk::OpenerError::About)?;
    let (secret, view) = visit.app.desk.make_feed(officer, &name, &about, until_on)?;
    Ok(made(&view, "address", &crate::feed::address(&secret), "feeds"))
}

/// Ends a calendar address.
pub fn revoke_feed(visit: &Visit) -> Result<Answer, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    visit.app.desk.revoke_feed(officer, visit.param("id"))?;
    Ok(Answer::nothing())
}

/// What a calendar is about, from its two parts.
pub fn about_of(about: &str, record: Option<RecordId>) -> Option<FeedAbout> {
    match (about, record) {
        ("officer", None) => Some(FeedAbout::Officer),
        ("unit", Some(unit)) => Some(FeedAbout::Unit(unit)),
        ("counterpart", Some(with)) => Some(FeedAbout::Counterpart(with)),
        _ => None,
    }
}

fn made<R: serde::Serialize>(view: &OpenerView<R>, name: &str, secret: &str, list: &str) -> Answer {
    let mut told = json!(view);
    told[name] = Value::from(secret);
    Answer::json(&told).made(format!("/api/v1/me/{list}/{}", view.id))
}
