//! The frame around every page: bar with search and both clocks, menu, languages, and what the script needs to know.

use std::sync::Arc;

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use desk::hour::hour_of;
use domain::Wing;
use jiff::tz::TimeZone;

use crate::fault::Fault;
use crate::texts::Language;
use crate::visit::{App, Visit};

/// A section of the menu: the key of its name, and what it holds: an address and a letter for `g`.
type Section = (&'static str, &'static [(&'static str, &'static str)]);

/// The sections of the menu. What a section holds is a page of its own or a noun; a noun nobody placed stands last in
/// the section of its wing.
const SECTIONS: &[Section] = &[
    ("nav-today", &[("today", "t"), ("calendar", "c"), ("occurrence", "d"), ("task", "k"), ("referral", "f")]),
    ("nav-talks", &[("talks", "h"), ("meeting", "e"), ("delegation", "")]),
    ("nav-letters", &[("letter", "l"), ("document", ""), ("peer", ""), ("hotline-call", "o"), ("liaison-officer", "")]),
    ("nav-patrols", &[("patrol", "p"), ("marker-works", "")]),
    (
        "nav-neighbours",
        &[
            ("twinning", "w"),
            ("community", ""),
            ("outreach", ""),
            ("aid", ""),
            ("training", ""),
            ("standing-programme", ""),
        ],
    ),
    ("nav-agreements", &[("agreement", "a"), ("obligation", "b")]),
    (
        "nav-map",
        &[
            ("map", "m"),
            ("marker", ""),
            ("marker-place", ""),
            ("gate", ""),
            ("unit-section", ""),
            ("treaty-segment", ""),
            ("line", ""),
        ],
    ),
    ("nav-reports", &[("report", "r"), ("period", ""), ("figure", "")]),
    (
        "nav-directory",
        &[
            ("counterpart", "n"),
            ("unit", "u"),
            ("officer", ""),
            ("border-representative", ""),
            ("level", ""),
            ("matter", ""),
            ("side", ""),
            ("import", "i"),
        ],
    ),
];
/// Pages of the menu that are no nouns, with the key of their name.
const PAGES: &[(&str, &str)] =
    &[("today", "nav-today"), ("calendar", "nav-calendar"), ("map", "nav-map-page"), ("peer", "nav-peer")];
/// The bar of a telephone: four entries, the fifth is the whole menu.
const TABS: &[(&str, &str)] =
    &[("today", "nav-today"), ("talks", "talks-many"), ("patrol", "tab-patrol"), ("letter", "tab-letter")];

/// An entry of the menu.
pub struct Entry {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// The letter after `g`.
    pub letter: &'static str,
    /// True for the page shown.
    pub current: bool,
}

/// A section of the menu.
pub struct Group {
    /// What it is called.
    pub heading: String,
    /// Where its name leads: to the first thing it holds.
    pub href: String,
    /// True when the page shown is in it.
    pub open: bool,
    /// What it holds.
    pub entries: Vec<Entry>,
}

/// A language to choose.
pub struct LanguageChoice {
    /// Its code.
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// Where choosing it leads: the same page.
    pub href: String,
    /// True for the language shown.
    pub current: bool,
}

/// The clock of a side.
pub struct SideClock {
    /// The letter of the side.
    pub letter: String,
    /// The time there, `08:12`.
    pub time: String,
    /// True for the own side.
    pub own: bool,
}

/// The frame around a page.
pub struct Frame {
    app: Arc<App>,
    language: Language,
    /// The title of the page.
    pub title: String,
    /// The menu.
    pub menu: Vec<Group>,
    /// The bar of a telephone.
    pub tabs: Vec<Entry>,
    /// The languages.
    pub languages: Vec<LanguageChoice>,
    /// Both clocks, one when they are equal.
    pub clocks: Vec<SideClock>,
    /// The officer's identity; blank before the door.
    pub officer: String,
    /// The officer's login.
    pub login: String,
    /// The token that forms carry.
    pub csrf: String,
    /// `light`, `dark` or blank.
    pub theme: String,
    /// `compact`, `roomy` or blank.
    pub density: String,
    /// `on` or `off`.
    pub keys: &'static str,
    /// The drafts that were sent and can be forgotten.
    pub drafts_done: String,
    /// What was searched for.
    pub searched: String,
}

impl Frame {
    /// The frame of a page with the title of a key; `current` is the first part of the address in the menu.
    pub fn of(visit: &Visit, title: &str, current: &str) -> Self {
        Self::titled(visit, visit.t(title), current)
    }

    /// The frame of a page with a title.
    pub fn titled(visit: &Visit, title: String, current: &str) -> Self {
        let menu = SECTIONS.iter().map(|section| group(visit, section, current));
        let tab =
            |&(href, key): &(&'static str, &str)| Entry { current: href == current, ..entry(visit, href, "", key) };
        let officer = visit.officer().map(ToString::to_string).unwrap_or_default();
        let login = visit.officer().and_then(|id| visit.app.desk.officer(id).ok().flatten()).map(|known| known.login);
        let liked = visit.preferences.as_ref();
        let density = liked.map_or("", |liked| liked.density.as_str());
        Self {
            app: Arc::clone(&visit.app),
            language: visit.language,
            title,
            menu: menu.collect(),
            tabs: TABS.iter().map(tab).collect(),
            languages: languages(visit),
            clocks: clocks(visit),
            login: login.unwrap_or_default(),
            csrf: visit.session.as_ref().map(|session| session.csrf.clone()).unwrap_or_default(),
            theme: if visit.theme == "auto" { String::new() } else { visit.theme.clone() },
            density: if density == "default" { String::new() } else { density.to_owned() },
            keys: if liked.is_none_or(|liked| liked.keys) { "on" } else { "off" },
            drafts_done: visit.cookie("tp-sent").filter(|_| visit.asked("sent").is_some()).unwrap_or_default(),
            searched: visit.asked("q").unwrap_or_default().to_owned(),
            officer,
        }
    }

    /// A text of the interface.
    pub fn t(&self, key: &str) -> String {
        self.app.texts.get(self.language, key)
    }

    /// A text of the interface with one value.
    pub fn t1(&self, key: &str, name: &str, value: &(impl ToString + ?Sized)) -> String {
        self.app.texts.with(self.language, key, &[(name, &value.to_string())])
    }

    /// The language of the page.
    pub fn lang(&self) -> &'static str {
        self.language.code()
    }

    /// The address of a static file.
    pub fn asset(&self, name: &str) -> &str {
        self.app.assets.address(name)
    }

    /// The banner of a demonstration; blank otherwise.
    pub fn demo(&self) -> String {
        self.app.options.demo.as_ref().map(|_| self.t("demo-banner")).unwrap_or_default()
    }

    /// The head of the page, for the tab of the browser.
    pub fn head(&self) -> String {
        format!("{} · Twinpost", self.title)
    }
}

fn group(visit: &Visit, (key, holds): &Section, current: &str) -> Group {
    let page = |href: &str| PAGES.iter().find(|(page, _)| *page == href).map(|(_, key)| (*key).to_owned());
    let placed = holds.iter().filter_map(|(href, letter)| {
        let key = page(href).or_else(|| domain::noun(href).map(|noun| format!("{}-many", noun.name)))?;
        Some(Entry { current: *href == current, ..entry(visit, href, letter, &key) })
    });
    let unplaced = domain::NOUNS.iter().filter(|noun| section_of(noun) == *key && !is_placed(noun.name));
    let unplaced = unplaced.map(|noun| Entry {
        current: noun.name == current,
        ..entry(visit, noun.name, "", &format!("{}-many", noun.name))
    });
    let entries: Vec<Entry> = placed.chain(unplaced).collect();
    Group {
        heading: visit.t(key),
        href: entries.first().map(|first| first.href.clone()).unwrap_or_default(),
        open: entries.iter().any(|entry| entry.current),
        entries,
    }
}

fn entry(visit: &Visit, href: &str, letter: &'static str, key: &str) -> Entry {
    Entry { href: format!("/{href}"), label: visit.t(key), letter, current: false }
}

fn is_placed(noun: &str) -> bool {
    SECTIONS.iter().any(|(_, holds)| holds.iter().any(|(href, _)| *href == noun))
}

/// The section in which a noun stands that nobody placed.
fn section_of(noun: &domain::Declared) -> &'static str {
    match noun.wing {
        Wing::Organisation => "nav-directory",
        Wing::Basis => "nav-agreements",
        Wing::Contact => "nav-talks",
        Wing::Territory => "nav-map",
        Wing::Operations => "nav-neighbours",
        Wing::Reporting => "nav-reports",
    }
}

fn languages(visit: &Visit) -> Vec<LanguageChoice> {
    let choice = |language: Language| LanguageChoice {
        code: language.code(),
        name: language.name(),
        href: if visit.method.is_safe() {
            visit.with_query(&[("lang", language.code()), ("theme", "")])
        } else {
            format!("/today?lang={}", language.code())
        },
        current: language == visit.language,
    };
    Language::ALL.into_iter().map(choice).collect()
}

fn clocks(visit: &Visit) -> Vec<SideClock> {
    let now = visit.app.desk.now();
    let mut clocks: Vec<SideClock> = Vec::new();
    for (place, side) in visit.app.sides.iter().enumerate() {
        let Ok(zone) = TimeZone::get(&side.zone) else { continue };
        clocks.push(SideClock { letter: side.letter.clone(), time: hour_of(now, &zone), own: place == 0 });
    }
    let first = clocks.first().map(|clock| clock.time.clone()).unwrap_or_default();
    if clocks.iter().all(|clock| clock.time == first) {
        clocks.truncate(1);
    }
    clocks
}

/// The answer of a page.
pub fn html(page: &impl Template) -> Result<Response, Fault> {
    let body = page.render()?;
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Ok(([kind], body).into_response())
}

/// The answer that leads to another address of this site.
pub fn go(to: &str) -> Result<Response, Fault> {
    let to = HeaderValue::from_str(to).map_err(|_| Fault::NotFound)?;
    Ok((axum::http::StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response())
}
