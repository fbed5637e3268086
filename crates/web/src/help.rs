//! Help, in the program itself and in every language; and the page by which machines see that the program is well.

use axum::response::{IntoResponse, Response};

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::visit::Visit;

#[derive(askama::Template)]
#[template(path = "help.html")]
struct HelpPage {
    frame: Frame,
    topics: Vec<(String, String)>,
    keys: Vec<(&'static str, String)>,
    nouns: Vec<(String, String)>,
}

/// The manual.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let topics = ["today", "search", "turn", "draft", "conflict", "report", "grade", "other-side"];
    let topics =
        topics.iter().map(|topic| (visit.t(&format!("help-{topic}-title")), visit.t(&format!("help-{topic}"))));
    let keys = [("/", "search"), ("j k", "rows"), ("Enter", "open"), ("n", "new"), ("g t", "go"), ("?", "help")];
    let nouns = domain::NOUNS.iter().map(|noun| (visit.t(noun.name), visit.t(&format!("{}-about", noun.name))));
    html(&HelpPage {
        topics: topics.collect(),
        keys: keys.iter().map(|(key, what)| (*key, visit.t(&format!("help-key-{what}")))).collect(),
        nouns: nouns.collect(),
        frame: Frame::of(visit, "nav-help", "help"),
    })
}

/// Well, or not: says nothing else.
pub fn health(visit: &Visit) -> Result<Response, Fault> {
    visit.app.desk.sides()?;
    Ok("ok\n".into_response())
}
