//! The officer's own page: language, theme, density, keys, and the roles held; for auditors, what was refused.

use axum::response::Response;
use desk::Preferences;
use jiff::Timestamp;
use serde_json::Value;

use crate::entrance::plain_preferences;
use crate::fault::Fault;
use crate::frame::{Frame, go, html};
use crate::list::FilterChoice;
use crate::opener::{self, Openers};
use crate::record::on_clocks;
use crate::shown;
use crate::texts::Language;
use crate::visit::Visit;

#[derive(askama::Template)]
#[template(path = "me.html")]
struct MePage {
    frame: Frame,
    name: String,
    roles: Vec<(String, String, String)>,
    languages: Vec<FilterChoice>,
    themes: Vec<FilterChoice>,
    densities: Vec<FilterChoice>,
    keys: bool,
    saved: bool,
    audits: bool,
    openers: Openers,
}

#[derive(askama::Template)]
#[template(path = "refusals.html")]
struct RefusalsPage {
    frame: Frame,
    lines: Vec<(String, String, String, String)>,
}

/// The page.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    page(visit, opener::of(visit, officer)?)
}

/// The page with these tokens and calendar addresses.
pub fn page(visit: &Visit, openers: Openers) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let state = visit.app.desk.officer(officer)?.ok_or(Fault::NotFound)?;
    let liked = visit.preferences.clone().unwrap_or_else(plain_preferences);
    let held: Vec<_> = state.roles_on(visit.app.desk.today()).collect();
    let names = visit.app.desk.names(officer, held.iter().map(|held| held.unit.as_str()))?;
    let roles = held.iter().map(|held| {
        let role = visit.t(&format!("role-{}", code(&held.role)));
        let reach = visit.t(&format!("reach-{}", code(&held.reach)));
        (role, shown::named(visit, &names, held.unit.as_str()).0, reach)
    });
    let choices = |all: &[&str], prefix: &str, chosen: &str| {
        let choice = |value: &&str| FilterChoice {
            value: (*value).to_owned(),
            text: visit.t(&format!("{prefix}-{value}")),
            chosen: *value == chosen,
        };
        all.iter().map(choice).collect::<Vec<_>>()
    };
    let languages = Language::ALL.iter().map(|language| FilterChoice {
        value: language.code().to_owned(),
        text: language.name().to_owned(),
        chosen: *language == visit.language,
    });
    html(&MePage {
        name: state.name.clone(),
        roles: roles.collect(),
        languages: languages.collect(),
        themes: choices(&["auto", "light", "dark"], "theme", &liked.theme),
        densities: choices(&["default", "compact", "roomy"], "density", &liked.density),
        keys: liked.keys,
        saved: visit.asked("sent").is_some(),
        audits: held.iter().any(|held| held.role == domain::Role::Auditor),
        openers,
        frame: Frame::of(visit, "nav-me", "me"),
    })
}

/// Keeps how the officer likes the pages.
pub fn change(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let one_of = |name: &str, all: &[&str]| {
        let sent = visit.sent(name).unwrap_or_default();
        all.iter().find(|value| **value == sent).or(all.first()).map(|value| (*value).to_owned()).unwrap_or_default()
    };
    let language = visit.sent("language").and_then(Language::from_code).unwrap_or(visit.language);
    let liked = Preferences {
        language: language.code().to_owned(),
        theme: one_of("theme", &["auto", "light", "dark"]),
        density: one_of("density", &["default", "compact", "roomy"]),
        keys: visit.sent("keys").is_some(),
    };
    visit.app.desk.set_preferences(officer, &liked)?;
    go("/me?sent=1")
}

/// What was refused in the units an auditor reaches.
pub fn refusals(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let lines = visit.app.desk.refusals(officer)?;
    let names = visit.app.desk.names(officer, lines.iter().map(|line| line.officer.as_str()))?;
    let lines = lines.iter().map(|line| {
        let text = |field: &str| line.fact.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        let at = Timestamp::from_millisecond(line.recorded_ms).unwrap_or_default();
        (
            on_clocks(&shown::clocks(visit, at)),
            shown::named(visit, &names, &line.officer).0,
            text("command"),
            text("reason"),
        )
    });
    html(&RefusalsPage { lines: lines.collect(), frame: Frame::of(visit, "refusals-title", "me") })
}

/// The code of a role or reach as it stands in data.
fn code(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
