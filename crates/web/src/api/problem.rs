//! What the interface says when it does not do what was asked: always a problem document (RFC 9457), never a page.
//! The list below is all that can happen; `docs/formats/api.md` tells what to do about each.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::{Conflict, OpenerError};
use domain::Refused;
use serde_json::{Map, Value, json};

use crate::fault::Fault;
use crate::visit::Visit;

/// One kind of problem.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its code; the type of the document is `urn:twinpost:problem:<code>`.
    pub code: &'static str,
    /// The status of the answer.
    pub status: u16,
    /// The key of its title.
    pub title: &'static str,
}

/// Every kind of problem, but for refusals by a rule, which have the type `urn:twinpost:refusal:<noun>:<reason>`.
pub const KINDS: &[Kind] = &[
    Kind { code: "bad-request", status: 400, title: "problem-bad-request" },
    Kind { code: "no-session", status: 401, title: "fault-no-session" },
    Kind { code: "not-allowed", status: 403, title: "fault-not-allowed" },
    Kind { code: "token-scope", status: 403, title: "problem-token-scope" },
    Kind { code: "not-ours", status: 403, title: "problem-not-ours" },
    Kind { code: "not-found", status: 404, title: "fault-not-found" },
    Kind { code: "method", status: 405, title: "problem-method" },
    Kind { code: "not-acceptable", status: 406, title: "problem-not-acceptable" },
    Kind { code: "conflict", status: 409, title: "conflict-title" },
    Kind { code: "key-used", status: 409, title: "problem-key-used" },
    Kind { code: "signing", status: 409, title: "problem-signing" },
    Kind { code: "too-many-standing", status: 409, title: "problem-too-many-standing" },
    Kind { code: "changed", status: 412, title: "conflict-title" },
    Kind { code: "too-large", status: 413, title: "problem-too-large" },
    Kind { code: "media-type", status: 415, title: "problem-media-type" },
    Kind { code: "file", status: 422, title: "problem-file" },
    Kind { code: "table", status: 422, title: "problem-table" },
    Kind { code: "rows", status: 422, title: "problem-rows" },
    Kind { code: "no-sum", status: 422, title: "problem-no-sum" },
    Kind { code: "version-needed", status: 428, title: "problem-version-needed" },
    Kind { code: "too-many-requests", status: 429, title: "problem-too-many-requests" },
    Kind { code: "failure", status: 500, title: "fault-failure" },
];

/// A problem with what is told beside its title.
#[derive(Debug)]
pub struct Problem {
    /// Its kind.
    pub kind: &'static Kind,
    /// More words, in English.
    pub detail: Option<String>,
    /// What is wrong, place by place.
    pub errors: Vec<Wrong>,
    /// Further members of the document.
    pub more: Map<String, Value>,
    /// After how many seconds another try makes sense.
    pub wait_s: Option<u64>,
}

/// One thing that is wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Where.
    pub place: Place,
    /// What, in English.
    pub detail: String,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the body: a JSON pointer (RFC 6901).
    Body(String),
    /// In a field after the question mark.
    Query(String),
    /// In a header.
    Header(&'static str),
}

impl Wrong {
    fn json(&self) -> Value {
        match &self.place {
            Place::Body(pointer) => json!({ "pointer": pointer, "detail": self.detail }),
            Place::Query(name) => json!({ "parameter": name, "detail": self.detail }),
            Place::Header(name) => json!({ "header": name, "detail": self.detail }),
        }
    }
}

impl Problem {
    /// A problem of a kind. A code that is not in the list is a failure of the program.
    pub fn of(code: &str) -> Self {
        let last = KINDS.len() - 1;
        let kind = KINDS.iter().find(|kind| kind.code == code).unwrap_or(&KINDS[last]);
        Self { kind, detail: None, errors: Vec::new(), more: Map::new(), wait_s: None }
    }

    /// A request that cannot be read, with what is wrong.
    pub fn bad(errors: Vec<Wrong>) -> Self {
        Self { errors, ..Self::of("bad-request") }
    }

    /// A header that cannot be read.
    pub fn bad_header(name: &'static str, detail: &str) -> Self {
        Self::bad(vec![Wrong { place: Place::Header(name), detail: detail.to_owned() }])
    }

    /// The same problem with more words.
    pub fn told(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    /// What changed since the program looked.
    pub fn changed(code: &str, conflict: &Conflict) -> Self {
        let mut problem = Self::of(code);
        problem.more.insert("version".into(), json!(conflict.version));
        let facts: Vec<&Value> = conflict.changes.iter().map(|change| &change.fact).collect();
        problem.more.insert("changes".into(), json!(facts));
        problem
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<OpenerError> for Fault {
    fn from(error: OpenerError) -> Self {
        let at = |pointer: &str| vec![Wrong { place: Place::Body(pointer.to_owned()), detail: error.to_string() }];
        match &error {
            OpenerError::Name => Problem::bad(at("/name")).into(),
            OpenerError::Until => Problem::bad(at("/until_on")).into(),
            OpenerError::Noun(_) => Problem::bad(at("/nouns")).into(),
            OpenerError::About => Problem::bad(at("/record")).into(),
            OpenerError::TooMany => Problem::of("too-many-standing").told(error.to_string()).into(),
            OpenerError::NotFound => Self::NotFound,
            OpenerError::Failure(_) => match error {
                OpenerError::Failure(failure) => Self::Failure(failure),
                _ => Self::NotFound,
            },
        }
    }
}

/// The document for a fault.
pub fn answer(visit: &Visit, fault: Fault) -> Response {
    let problem = match fault {
        Fault::Refused(refused) => return refusal(visit, &refused),
        Fault::Problem(problem) => *problem,
        Fault::NotFound => Problem::of("not-found"),
        Fault::NotAllowed => Problem::of("not-allowed"),
        Fault::NoSession => Problem::of("no-session"),
        Fault::NotOurs => Problem::of("not-ours"),
        Fault::Bad(text) => Problem::of("bad-request").told(text),
        Fault::TooLarge => Problem::of("too-large"),
        Fault::Failure(_) => Problem::of("failure"),
    };
    let mut body = json!({
        "type": format!("urn:twinpost:problem:{}", problem.kind.code),
        "title": visit.t(problem.kind.title),
        "status": problem.kind.status,
    });
    if let Some(detail) = problem.detail {
        body["detail"] = Value::from(detail);
    }
    if !problem.errors.is_empty() {
        body["errors"] = problem.errors.iter().map(Wrong::json).collect();
    }
    if let Some(body) = body.as_object_mut() {
        body.extend(problem.more);
    }
    let status = StatusCode::from_u16(problem.kind.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = document(status, &body);
    let headers = response.headers_mut();
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"twinpost\""));
    }
    if let Some(seconds) = problem.wait_s {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// A rule's no: the type names noun and reason, the title tells it in the language of the request.
fn refusal(visit: &Visit, refused: &Refused) -> Response {
    let key = format!("{}-refusal-{}", refused.noun, refused.reason);
    let title = visit.app.texts.with_details(visit.language, &key, &refused.details, str::to_owned);
    let body = json!({
        "type": format!("urn:twinpost:refusal:{}:{}", refused.noun, refused.reason),
        "title": title, "status": 422, "details": refused.details,
    });
    document(StatusCode::UNPROCESSABLE_ENTITY, &body)
}

fn document(status: StatusCode, body: &Value) -> Response {
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    (status, [kind], body.to_string()).into_response()
}
