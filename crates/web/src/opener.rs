//! The officer's own tokens and calendar addresses on his page: a list of those that stand, a form for a new one, and
//! the secret, once.

use axum::http::StatusCode;
use axum::response::Response;
use desk::{FeedAbout, OpenerError, OpenerView, TokenReach, TokenScope};
use domain::{OfficerId, RecordId, Right};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::fault::Fault;
use crate::frame::go;
use crate::list::FilterChoice;
use crate::shown;
use crate::visit::Visit;

/// For how many days one may be made.
const DAYS: [i32; 4] = [30, 90, 180, 365];

/// One that stands, as the page shows it.
pub struct Line {
    /// By which it is ended.
    pub id: String,
    /// What the officer calls it.
    pub name: String,
    /// What it opens, in words.
    pub opens: String,
    /// The last day.
    pub until: String,
    /// The day it was last used, or that it never was.
    pub used: String,
}

/// What the page shows of tokens and calendar addresses.
#[derive(Default)]
pub struct Openers {
    /// The tokens that stand.
    pub tokens: Vec<Line>,
    /// The calendar addresses that stand.
    pub feeds: Vec<Line>,
    /// The nouns to which a token may be narrowed.
    pub nouns: Vec<FilterChoice>,
    /// What a calendar may be about.
    pub about: Vec<FilterChoice>,
    /// For how long one may be made.
    pub days: Vec<FilterChoice>,
    /// A token or address made just now: shown here and never again.
    pub secret: String,
    /// Why none was made.
    pub problem: String,
}

/// What stands, and the choices for a new one.
pub fn of(visit: &Visit, officer: &OfficerId) -> Result<Openers, Fault> {
    let desk = &visit.app.desk;
    let plain = |value: String, text: String| FilterChoice { value, text, chosen: false };
    let feeds = desk.feeds(officer)?;
    let ids: Vec<&str> = feeds.iter().filter_map(|feed| target(&feed.reach)).map(RecordId::as_str).collect();
    let names = desk.names(officer, ids)?;
    let mut about = vec![plain("officer".to_owned(), visit.t("feed-about-officer"))];
    for unit in desk.units_to_act_for(officer, Right::Read)? {
        about.push(plain(format!("unit:{}", unit.id), shown::name(visit, &unit.title).0));
    }
    for with in desk.choices(officer, "counterpart")? {
        about.push(plain(format!("counterpart:{}", with.id), shown::name(visit, &with.title).0));
    }
    let token = |token: &OpenerView<TokenReach>| {
        let scope = visit.t(match token.reach.scope {
            TokenScope::Read => "token-scope-read",
            TokenScope::Record => "token-scope-record",
        });
        let nouns: Vec<String> = token.reach.nouns.iter().map(|noun| visit.t(noun)).collect();
        line(visit, token, if nouns.is_empty() { scope } else { format!("{scope}: {}", nouns.join(", ")) })
    };
    let feed = |feed: &OpenerView<FeedAbout>| {
        let named = target(&feed.reach).map(|id| shown::named(visit, &names, id.as_str()).0);
        line(visit, feed, named.unwrap_or_else(|| visit.t("feed-about-officer")))
    };
    let days = DAYS.iter().map(|days| FilterChoice {
        value: days.to_string(),
        text: visit.tv("opener-days", &[("days", &days.to_string())]),
        chosen: *days == 90,
    });
    Ok(Openers {
        tokens: desk.tokens(officer)?.iter().map(token).collect(),
        feeds: feeds.iter().map(feed).collect(),
        nouns: domain::NOUNS.iter().map(|noun| plain(noun.name.to_owned(), visit.t(noun.name))).collect(),
        about,
        days: days.collect(),
        ..Openers::default()
    })
}

fn line<R>(visit: &Visit, view: &OpenerView<R>, opens: String) -> Line {
    let last = |at: Timestamp| {
        // It ends with the first instant of the day after the last one.
        let before = at.as_millisecond().saturating_sub(1);
        let at = Timestamp::from_millisecond(before).unwrap_or(at);
        at.to_zoned(visit.app.desk.zone().clone()).date()
    };
    Line {
        id: view.id.clone(),
        name: view.name.clone(),
        opens,
        until: shown::day(visit.language, last(view.ends_at)),
        used: view.used_on.map_or_else(|| visit.t("opener-never"), |on| shown::day(visit.language, on)),
    }
}

fn target(about: &FeedAbout) -> Option<&RecordId> {
    match about {
        FeedAbout::Officer => None,
        FeedAbout::Unit(id) | FeedAbout::Counterpart(id) => Some(id),
    }
}

/// Makes a token, and shows it.
pub fn make_token(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let scope = if visit.sent("scope") == Some("record") { TokenScope::Record } else { TokenScope::Read };
    let nouns = visit.form.iter().filter(|(name, _)| name == "noun").map(|(_, noun)| noun.clone()).collect();
    let name = visit.sent("name").unwrap_or_default();
    let made = visit.app.desk.make_token(officer, name, &TokenReach { scope, nouns }, until(visit));
    answer(visit, made.map(|(token, _)| token.reveal().to_owned()))
}

/// Makes a calendar address, and shows it.
pub fn make_feed(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let (about, id) = visit.sent("about").map(|about| about.split_once(':').unwrap_or((about, ""))).unwrap_or_default();
    let record = if id.is_empty() { None } else { RecordId::parse(id).ok() };
    let Some(about) = crate::api::about_of(about, record) else { return answer(visit, Err(OpenerError::About)) };
    let name = visit.sent("name").unwrap_or_default();
    let made = visit.app.desk.make_feed(officer, name, &about, until(visit));
    answer(visit, made.map(|(secret, _)| format!("{}{}", origin(visit), crate::feed::address(&secret))))
}

/// Where this site lies, as the browser of the officer calls it; blank where it does not say.
fn origin(visit: &Visit) -> String {
    let host = visit.headers.get(axum::http::header::HOST).and_then(|host| host.to_str().ok());
    let scheme = if visit.app.options.behind_tls { "https" } else { "http" };
    host.map(|host| format!("{scheme}://{host}")).unwrap_or_default()
}

/// Ends a token of the officer himself.
pub fn revoke_token(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    visit.app.desk.revoke_token(officer, visit.param("id"))?;
    go("/me#openers")
}

/// Ends a calendar address of the officer himself.
pub fn revoke_feed(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    visit.app.desk.revoke_feed(officer, visit.param("id"))?;
    go("/me#openers")
}

fn until(visit: &Visit) -> Date {
    let days = visit.sent("days").and_then(|days| days.parse::<i32>().ok()).filter(|days| DAYS.contains(days));
    visit.app.desk.today().saturating_add(days.unwrap_or(DAYS[0]).days())
}

/// The page with the secret, or with the reason why there is none.
fn answer(visit: &Visit, made: Result<String, OpenerError>) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let mut openers = of(visit, officer)?;
    let status = match made {
        Ok(secret) => {
            openers.secret = secret;
            StatusCode::OK
        }
        Err(OpenerError::Failure(failure)) => return Err(failure.into()),
        Err(error) => {
            openers.problem = visit.t(match error {
                OpenerError::TooMany => "problem-too-many-standing",
                OpenerError::About => "fault-not-found",
                _ => "opener-name-needed",
            });
            StatusCode::UNPROCESSABLE_ENTITY
        }
    };
    let mut response = crate::me::page(visit, openers)?;
    *response.status_mut() = status;
    Ok(response)
}
