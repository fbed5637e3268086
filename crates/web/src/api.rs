//! The HTTP interface: the same functions under the same authority as the pages, as JSON; problems as RFC 9457.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::{Act, ActError, Row};
use domain::{Grade, RecordId, UnitId};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::act::read_key;
use crate::fault::Fault;
use crate::visit::Visit;

/// An act as a program asks for it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// The command: an object with the tag `command` and its fields.
    command: Value,
    /// The version on which the program looked.
    version: Option<u64>,
    /// The unit that is to keep a new record.
    unit: Option<UnitId>,
    /// When it happened.
    happened: Option<Timestamp>,
    /// The grade of a new record.
    grade: Option<Grade>,
    /// True for data of an exercise.
    #[serde(default)]
    exercise: bool,
}

/// What there is.
pub fn index(visit: &Visit) -> Result<Response, Fault> {
    let nouns = domain::NOUNS
        .iter()
        .map(|noun| json!({ "noun": noun.name, "wing": noun.wing, "href": format!("/api/v1/{}", noun.name) }));
    answer(StatusCode::OK, &json!({ "own": visit.app.desk.own(), "nouns": nouns.collect::<Vec<_>>() }))
}

/// The schemas of a noun.
pub fn schema(visit: &Visit) -> Result<Response, Fault> {
    let schemas = visit.app.schemas.get(visit.param("noun")).ok_or(Fault::NotFound)?;
    let commands: serde_json::Map<String, Value> = schemas.commands.iter().cloned().collect();
    answer(
        StatusCode::OK,
        &json!({ "state": schemas.state, "commands": commands, "facts": schemas.facts, "refusals": schemas.refusals }),
    )
}

/// A page of a list, with the filters of the pages.
pub fn list(visit: &Visit) -> Result<Response, Fault> {
    let noun = domain::noun(visit.param("noun")).ok_or(Fault::NotFound)?;
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let page = visit.asked("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let found = visit.app.desk.list(officer, &crate::list::asked(visit, noun.name), page)?;
    let rows: Vec<Value> = found.rows.iter().map(row_json).collect();
    answer(StatusCode::OK, &json!({ "total": found.total, "page": found.page, "records": rows }))
}

/// A record with what can be done now.
pub fn record(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let view = visit.app.desk.record(officer, visit.param("noun"), visit.param("id"))?;
    let links = view
        .links
        .iter()
        .map(|link| json!({ "role": link.role, "inward": link.inward, "noun": link.to.noun, "id": link.to.id }));
    let links: Vec<Value> = links.collect();
    answer(StatusCode::OK, &json!({ "record": row_json(&view.row), "offers": view.offers, "links": links }))
}

/// Begins a record.
pub fn begin(visit: &Visit) -> Result<Response, Fault> {
    send(visit, None)
}

/// Acts on a standing record.
pub fn act(visit: &Visit) -> Result<Response, Fault> {
    send(visit, Some(RecordId::parse(visit.param("id")).map_err(|_| Fault::NotFound)?))
}

fn send(visit: &Visit, record: Option<RecordId>) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let asked: Asked = serde_json::from_slice(&visit.body).map_err(|fault| Fault::Bad(fault.to_string()))?;
    let key = visit.headers.get("idempotency-key").and_then(|value| value.to_str().ok());
    let id = match key {
        Some(text) => read_key(text).ok_or_else(|| Fault::Bad("Idempotency-Key has 32 hexadecimal digits".into()))?,
        None => visit.app.desk.fresh_act(),
    };
    let is_new = record.is_none();
    let act = Act {
        id,
        noun: visit.param("noun").to_owned(),
        record,
        version: asked.version,
        command: asked.command,
        unit: asked.unit,
        happened: asked.happened,
        grade: asked.grade,
        exercise: asked.exercise,
    };
    match visit.app.desk.act(officer, &act) {
        Ok(receipt) => {
            let status = if is_new && !receipt.repeated { StatusCode::CREATED } else { StatusCode::OK };
            answer(status, &json!(receipt))
        }
        Err(ActError::Refused(refused)) => {
            let key = format!("{}-refusal-{}", refused.noun, refused.reason);
            let text = visit.app.texts.with_details(visit.language, &key, &refused.details, str::to_owned);
            let body = json!({ "type": format!("urn:twinpost:refusal:{}:{}", refused.noun, refused.reason), "status": 422, "title": text, "details": refused.details });
            problem_body(StatusCode::UNPROCESSABLE_ENTITY, &body)
        }
        Err(ActError::Conflict(conflict)) => {
            let changes: Vec<&Value> = conflict.changes.iter().map(|change| &change.fact).collect();
            let body = json!({ "type": "urn:twinpost:conflict", "status": 409, "title": visit.t("conflict-title"), "version": conflict.version, "changes": changes });
            problem_body(StatusCode::CONFLICT, &body)
        }
        Err(other) => Err(other.into()),
    }
}

/// A row as the interface gives it.
pub(crate) fn row_json(row: &Row) -> Value {
    json!({
        "id": row.id, "noun": row.noun, "unit": row.unit, "side": row.side, "status": row.status, "open": row.open,
        "turn": row.turn, "holder": row.holder, "counterpart": row.counterpart, "held_on": row.held_on, "due": row.due,
        "period": row.period, "number": row.number, "title": serde_json::from_str::<Value>(&row.title).unwrap_or_default(),
        "grade": row.grade.code(), "exercise": row.exercise, "version": row.version, "state": row.state,
    })
}

/// An answer as JSON.
pub(crate) fn answer(status: StatusCode, body: &Value) -> Result<Response, Fault> {
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok((status, [kind], body.to_string()).into_response())
}

fn problem_body(status: StatusCode, body: &Value) -> Result<Response, Fault> {
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    Ok((status, [kind], body.to_string()).into_response())
}

/// A problem document (RFC 9457).
pub fn problem(status: StatusCode, code: &str, title: &str) -> Response {
    let body = json!({ "type": format!("urn:twinpost:{code}"), "status": status.as_u16(), "title": title });
    problem_body(status, &body).unwrap_or_default()
}
