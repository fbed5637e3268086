//! Search over every noun that the reader may see.

use axum::response::Response;
use desk::Filter;

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::list::{ListRow, listed};
use crate::visit::Visit;

#[derive(askama::Template)]
#[template(path = "search.html")]
struct SearchPage {
    frame: Frame,
    rows: Vec<ListRow>,
    total: u64,
}

/// What was found.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let frame = Frame::of(visit, "search-title", "search");
    let Some(text) = visit.asked("q") else {
        return html(&SearchPage { frame, rows: Vec::new(), total: 0 });
    };
    let filter = Filter { text: Some(text.to_owned()), ..Filter::default() };
    let page = visit.asked("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let found = visit.app.desk.list(officer, &filter, page)?;
    let rows = found.rows.iter().map(|row| listed(visit, row, &found.titles)).collect();
    html(&SearchPage { frame, rows, total: found.total })
}
