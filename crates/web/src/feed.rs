//! A calendar address: what is held and what is due, for the calendar program of an officer. There is no log-in; the
//! secret in the address opens it, and what it shows is asked under the officer's roles at that moment.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::{Appointment, FeedAbout, FeedItem, Standing, Token};
use domain::{Grade, OfficerId, Words};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use paper::{Calendar, Event, Firm, When};

use crate::api::Answer;
use crate::fault::Fault;
use crate::shown::Names;
use crate::texts::Language;
use crate::visit::Visit;

/// After how many minutes a calendar program asks again.
const REFRESH_MIN: u32 = 60;
const KIND: &str = "text/calendar; charset=utf-8";

/// The address of a calendar on this site.
pub fn address(secret: &Token) -> String {
    format!("/feeds/{}.ics", secret.reveal())
}

/// The calendar of the address. One that never was, has ended, or whose officer has left: the same answer.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let secret = visit.param("file").strip_suffix(".ics").filter(|secret| !secret.is_empty());
    let found = secret.map(|secret| visit.app.desk.feed_of(&Token::from_text(secret))).transpose()?.flatten();
    let Some((officer, view)) = found else {
        return Ok((StatusCode::NOT_FOUND, "no such calendar\n").into_response());
    };
    if visit.app.pace.take(&view.id, 1, visit.app.desk.now().as_millisecond()).is_err() {
        return Ok((StatusCode::TOO_MANY_REQUESTS, [("retry-after", "60")], "too many requests\n").into_response());
    }
    let calendar = calendar(visit, &officer, &view.reach)?;
    Ok(Answer::bytes(KIND, paper::ics(&calendar)).response(true, &visit.headers))
}

fn calendar(visit: &Visit, officer: &OfficerId, about: &FeedAbout) -> Result<Calendar, Fault> {
    let (items, names) = visit.app.desk.feed(officer, about)?;
    let language = language(visit, officer)?;
    let told = Told { visit, language, names };
    let named = match about {
        FeedAbout::Officer => visit.app.desk.officer(officer)?.map(|known| known.unit.to_string()).unwrap_or_default(),
        FeedAbout::Unit(id) | FeedAbout::Counterpart(id) => id.to_string(),
    };
    let titles = visit.app.desk.names(officer, [named.as_str()])?;
    let name = titles.get(&named).map(|words| told.words(words)).unwrap_or_default();
    Ok(Calendar {
        name: format!("Twinpost · {name}"),
        language: language.code().to_owned(),
        refresh_min: REFRESH_MIN,
        events: items.iter().map(|item| told.event(item)).collect(),
    })
}

/// The language in which the officer reads the pages, else the own side's.
fn language(visit: &Visit, officer: &OfficerId) -> Result<Language, Fault> {
    let liked = visit.app.desk.preferences(officer)?.and_then(|liked| Language::from_code(&liked.language));
    let own = || visit.app.sides.first()?.languages.first().and_then(|code| Language::from_code(code));
    Ok(liked.or_else(own).unwrap_or(Language::En))
}

/// What is told, in the language of the officer.
struct Told<'v> {
    visit: &'v Visit,
    language: Language,
    names: Names,
}

impl Told<'_> {
    fn t(&self, key: &str) -> String {
        self.visit.app.texts.get(self.language, key)
    }

    fn words(&self, words: &Words) -> String {
        words.pick(self.language.code()).1.to_owned()
    }

    fn event(&self, item: &FeedItem) -> Event {
        let row = &item.row;
        let own = self.visit.app.desk.own();
        let instant = |ms| Timestamp::from_millisecond(ms).unwrap_or_default();
        Event {
            uid: format!("{}-{}@{own}.twinpost", row.id, if item.due { "due" } else { "held" }),
            sequence: row.version.saturating_sub(1),
            begun: instant(row.begun_ms),
            changed: instant(row.changed_ms),
            when: match item.when {
                Appointment::On(on) => When::On(on),
                Appointment::At(at) => When::At(at),
            },
            title: self.title(item),
            text: self.text(item),
            place: row.state.get("place").and_then(|place| place.as_str()).unwrap_or_default().to_owned(),
            firm: match item.standing {
                Standing::Tentative => Firm::Tentative,
                Standing::Confirmed => Firm::Confirmed,
                Standing::Cancelled => Firm::Cancelled,
            },
            is_private: row.grade > Grade::Open,
            is_busy: !item.due && item.standing != Standing::Cancelled,
            category: self.t(&row.noun),
        }
    }

    /// The noun and what the record is called, without the day, which the calendar says.
    fn title(&self, item: &FeedItem) -> String {
        let words: Words = serde_json::from_str(&item.row.title).unwrap_or_default();
        let title = self.words(&words);
        let rest = match title.split_once(" · ") {
            Some((day, rest)) if day.parse::<Date>().is_ok() => rest,
            _ => &title,
        };
        let noun = self.t(&item.row.noun);
        let what = if rest.is_empty() { noun } else { format!("{noun}: {rest}") };
        let what =
            if item.due { self.visit.app.texts.with(self.language, "calendar-due", &[("what", &what)]) } else { what };
        if item.row.exercise { format!("{} · {what}", self.t("exercise-mark")) } else { what }
    }

    /// State, both clocks, unit, counterpart and number, a line each.
    fn text(&self, item: &FeedItem) -> String {
        let row = &item.row;
        let mut lines = vec![self.t(&format!("{}-state-{}", row.noun, row.status))];
        if let Appointment::At(at) = item.when {
            lines.push(self.clocks(at));
        }
        for (key, id) in [("column-unit", Some(&row.unit)), ("column-counterpart", row.counterpart.as_ref())] {
            if let Some(words) = id.and_then(|id| self.names.get(id)) {
                lines.push(format!("{}: {}", self.t(key), self.words(words)));
            }
        }
        lines.extend(row.number.as_ref().map(|number| format!("{}: {number}", self.t("column-number"))));
        lines.join("\n")
    }

    /// The hour on the clock of each side.
    fn clocks(&self, at: Timestamp) -> String {
        let clock = |side: &domain::organisation::side::SideState| {
            let local = at.to_zoned(TimeZone::get(&side.zone).ok()?);
            Some(format!("{:02}:{:02} ({})", local.hour(), local.minute(), side.letter))
        };
        self.visit.app.sides.iter().filter_map(clock).collect::<Vec<_>>().join(" · ")
    }
}
