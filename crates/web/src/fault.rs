//! What a page says when it cannot be shown: one answer for each case, the same whether or not the record exists.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::{ActError, Failure, ImportError, ReadError};
use domain::Refused;

use crate::api::problem::Problem;
use crate::frame::{Frame, html};
use crate::visit::Visit;

/// Why a page cannot be shown.
#[derive(Debug)]
pub enum Fault {
    /// There is nothing here, or nothing this officer may know of.
    NotFound,
    /// The officer may not do this.
    NotAllowed,
    /// Nobody is logged in.
    NoSession,
    /// The form did not come from this site, or from a session that has ended.
    NotOurs,
    /// What was sent cannot be read.
    Bad(String),
    /// A rule says no.
    Refused(Box<Refused>),
    /// What the interface tells in more words.
    Problem(Box<Problem>),
    /// What was sent is larger than allowed.
    TooLarge,
    /// Something broke; it was logged.
    Failure(Failure),
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NotFound => Self::NotFound,
            ReadError::NotAllowed { .. } => Self::NotAllowed,
            ReadError::Failure(failure) => Self::Failure(failure),
        }
    }
}

impl From<ActError> for Fault {
    fn from(error: ActError) -> Self {
        match error {
            ActError::NotFound => Self::NotFound,
            ActError::NotAllowed { .. } => Self::NotAllowed,
            ActError::Refused(refused) => Self::Refused(Box::new(refused)),
            ActError::Bad(text) => Self::Bad(text),
            ActError::KeyUsed => Problem::of("key-used").into(),
            ActError::Conflict(_) => Self::Bad("conflict".into()),
            ActError::Failure(failure) => Self::Failure(failure),
        }
    }
}

impl From<ImportError> for Fault {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NoOpening => Self::NotFound,
            ImportError::NotAllowed { .. } => Self::NotAllowed,
            ImportError::Refused(refusal) => Self::Bad(refusal.to_string()),
            ImportError::Bad(text) => Self::Bad(text),
            ImportError::Failure(failure) => Self::Failure(failure),
        }
    }
}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Self {
        Self::Failure(Failure::Unreadable(error.to_string()))
    }
}

#[derive(askama::Template)]
#[template(path = "fault.html")]
struct FaultPage {
    frame: Frame,
    message: String,
    detail: String,
}

impl Fault {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed | Self::NotOurs => StatusCode::FORBIDDEN,
            Self::NoSession => StatusCode::UNAUTHORIZED,
            Self::Bad(_) => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Problem(problem) => StatusCode::from_u16(problem.kind.status).unwrap_or(StatusCode::BAD_REQUEST),
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Failure(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The key of the text.
    fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "fault-not-found",
            Self::NotAllowed => "fault-not-allowed",
            Self::NoSession => "fault-no-session",
            Self::NotOurs => "fault-not-ours",
            Self::Bad(_) | Self::Refused(_) => "fault-bad",
            Self::Problem(problem) => problem.kind.title,
            Self::TooLarge => "fault-too-large",
            Self::Failure(_) => "fault-failure",
        }
    }

    /// The page or, for the interface, the problem document (RFC 9457).
    pub fn page(self, visit: &Visit) -> Response {
        if let Self::Failure(failure) = &self {
            // The first part alone: an address may carry a secret, as a one-time link does.
            let place = visit.path.split('/').nth(1).unwrap_or_default();
            tracing::error!(place, %failure, "a page could not be made");
        }
        if visit.is_of_interface() {
            return crate::api::problem::answer(visit, self);
        }
        if matches!(self, Self::NoSession) {
            return crate::entrance::to_the_door(visit);
        }
        let frame = Frame::of(visit, "fault-title", "");
        let detail = match &self {
            Self::Bad(text) => text.clone(),
            Self::Refused(refused) => crate::act::refusal(visit, refused),
            Self::Problem(problem) => problem.detail.clone().unwrap_or_default(),
            _ => String::new(),
        };
        let page = FaultPage { message: visit.t(self.key()), detail, frame };
        let mut response = html(&page).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response());
        *response.status_mut() = self.status();
        response
    }
}
