//! The server's copy of what an officer is typing, so that a broken computer loses nothing.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::fault::Fault;
use crate::visit::Visit;

const DRAFT_LIMIT: usize = 200_000;

/// Keeps a draft.
pub fn save(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let content = std::str::from_utf8(&visit.body).map_err(|fault| Fault::Bad(fault.to_string()))?;
    if content.len() > DRAFT_LIMIT || visit.param("form").len() > 200 {
        return Err(Fault::Bad("the draft is too large".into()));
    }
    visit.app.desk.save_draft(officer, visit.param("form"), content)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Forgets a draft.
pub fn forget(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    visit.app.desk.drop_draft(officer, visit.param("form"))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
