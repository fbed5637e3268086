//! The frame around every page: bar with search and both clocks, menu, languages, and what the script needs to know.

use std::sync::Arc;

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::Wing;
use jiff::tz::TimeZone;

use crate::fault::Fault;
use crate::texts::Language;
use crate::visit::{App, Visit};

/// A heading key, and entries each of an address, a key and a letter for `g`.
type MenuGroup = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

/// The groups of the menu: a heading key and the entries, each an address, a key and a letter for `g`.
const MENU: &[MenuGroup] = &[
    ("", &[("today", "nav-today", "t"), ("calendar", "nav-calendar", "c"), ("map", "nav-map", "m")]),
    (
        "nav-contact",
        &[
            ("talks", "talks-many", "h"),
            ("meeting", "meeting-many", "e"),
            ("patrol", "patrol-many", "p"),
            ("letter", "letter-many", "l"),
            ("hotline-call", "hotline-call-many", "o"),
        ],
    ),
    (
        "nav-due",
        &[
            ("occurrence", "occurrence-many", "d"),
            ("task", "task-many", "k"),
            ("referral", "referral-many", "f"),
            ("report", "report-many", "r"),
            ("period", "period-many", ""),
        ],
    ),
    (
        "nav-directory",
        &[
            ("agreement", "agreement-many", "a"),
            ("obligation", "obligation-many", "b"),
            ("counterpart", "counterpart-many", "n"),
            ("unit", "unit-many", "u"),
            ("officer", "officer-many", ""),
            ("level", "level-many", ""),
            ("matter", "matter-many", ""),
            ("side", "side-many", ""),
            ("import", "import-many", "i"),
        ],
    ),
];
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

/// A group of the menu.
pub struct Group {
    /// Its heading; blank for the first.
    pub heading: String,
    /// Its entries.
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
        let entry = |&(href, key, letter): &(&'static str, &'static str, &'static str)| Entry {
            href: format!("/{href}"),
            label: visit.t(key),
            letter,
            current: href == current,
        };
        let menu = MENU.iter().map(|(heading, entries)| Group {
            heading: if heading.is_empty() { String::new() } else { visit.t(heading) },
            entries: entries.iter().map(entry).chain(unplaced(visit, heading, current)).collect(),
        });
        let officer = visit.officer().map(ToString::to_string).unwrap_or_default();
        let login = visit.officer().and_then(|id| visit.app.desk.officer(id).ok().flatten()).map(|known| known.login);
        let liked = visit.preferences.as_ref();
        let density = liked.map_or("", |liked| liked.density.as_str());
        Self {
            app: Arc::clone(&visit.app),
            language: visit.language,
            title,
            menu: menu.collect(),
            tabs: TABS.iter().map(|(href, key)| entry(&(*href, *key, ""))).collect(),
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

/// Nouns that nobody gave a place in the menu stand last in the group of their wing, so that a new one is found at once.
fn unplaced(visit: &Visit, heading: &str, current: &str) -> Vec<Entry> {
    let placed = |name: &str| MENU.iter().any(|(_, entries)| entries.iter().any(|(href, ..)| *href == name));
    let group = |wing: Wing| match wing {
        Wing::Contact | Wing::Operations => "nav-contact",
        Wing::Reporting => "nav-due",
        Wing::Organisation | Wing::Basis | Wing::Territory => "nav-directory",
    };
    let nouns = domain::NOUNS.iter().filter(|noun| !placed(noun.name) && group(noun.wing) == heading);
    let entry = |noun: &domain::Declared| Entry {
        href: format!("/{}", noun.name),
        label: visit.t(&format!("{}-many", noun.name)),
        letter: "",
        current: noun.name == current,
    };
    nouns.map(entry).collect()
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
        let time = now.to_zoned(zone).strftime("%H:%M").to_string();
        clocks.push(SideClock { letter: side.letter.clone(), time, own: place == 0 });
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
