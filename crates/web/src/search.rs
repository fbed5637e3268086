//! Search over every noun that the reader may see: the page, and the same for programs.

use std::collections::BTreeSet;

use axum::response::Response;
use desk::{FOUND_ROWS, Meaning, Part, Search, SearchView, Vocabulary};
use domain::reporting::period::Every;

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::list::{FilterChoice, ListRow, listed};
use crate::shown;
use crate::texts::{Language, Texts};
use crate::visit::Visit;

/// How many quarters and years back a period is offered; any other may be written into the address.
const QUARTERS: i32 = 6;
const YEARS: i32 = 5;

/// A record that was found, as the page shows it.
struct HitLine {
    row: ListRow,
    number: Vec<Part>,
    title: Vec<Part>,
    cutting: Vec<Part>,
    unit: Vec<Part>,
    counterpart: Vec<Part>,
}

/// A kind with its count, as a link.
struct KindLink {
    text: String,
    count: usize,
    href: String,
    current: bool,
}

/// A link to another search.
struct OtherLine {
    text: String,
    count: usize,
    href: String,
}

/// A record whose name goes on from what was typed.
struct NameLink {
    noun: String,
    text: String,
    lang: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "search.html")]
struct SearchPage {
    frame: Frame,
    asks: bool,
    hits: Vec<HitLine>,
    told: String,
    kinds: Vec<KindLink>,
    any_kind: String,
    nouns: Vec<FilterChoice>,
    periods: Vec<FilterChoice>,
    next: String,
    first: String,
    fewer: Vec<OtherLine>,
    names: Vec<NameLink>,
}

/// The words of the interface that name kinds and states, in every language.
pub fn words(texts: &Texts) -> Vocabulary {
    let mut words = Vec::new();
    for language in Language::ALL {
        for noun in domain::NOUNS {
            let keys = [noun.name.to_owned(), format!("{}-many", noun.name)];
            words.extend(keys.map(|key| (texts.get(language, &key), Meaning::Noun(noun.name.to_owned()))));
        }
        let states = Texts::states();
        words.extend(states.into_iter().map(|(key, status)| (texts.get(language, &key), Meaning::Status(status))));
    }
    Vocabulary::of(words)
}

/// What was found.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let frame = Frame::of(visit, "search-title", "search");
    let nouns = nouns(visit);
    let periods = periods(visit);
    let Some(found) = found(visit, FOUND_ROWS)? else {
        return html(&SearchPage {
            frame,
            nouns,
            periods,
            asks: false,
            hits: Vec::new(),
            told: String::new(),
            kinds: Vec::new(),
            any_kind: String::new(),
            next: String::new(),
            first: String::new(),
            fewer: Vec::new(),
            names: Vec::new(),
        });
    };
    let key = if found.has_more { "search-more" } else { "list-total" };
    let mut told = visit.tv(key, &[("total", &found.total.to_string())]);
    if found.has_more && visit.asked("noun").is_none() {
        told = format!("{told} {}", visit.t("search-more-kinds"));
    }
    let to_page = |after: Option<&String>| visit.with_query(&[("after", after.map_or("", String::as_str))]);
    html(&SearchPage {
        asks: true,
        hits: found.hits.iter().map(|hit| line(visit, &found, hit)).collect(),
        kinds: kinds(visit, &found),
        any_kind: if visit.asked("noun").is_some() {
            visit.with_query(&[("noun", ""), ("after", "")])
        } else {
            String::new()
        },
        next: found.next.as_ref().map(|next| to_page(Some(next))).unwrap_or_default(),
        first: if visit.asked("after").is_some() { to_page(None) } else { String::new() },
        fewer: found.fewer.iter().map(|(line, count)| other(visit, line, *count)).collect(),
        names: names(visit, &found),
        frame,
        told,
        nouns,
        periods,
    })
}

fn found(visit: &Visit, limit: usize) -> Result<Option<SearchView>, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let Some(text) = visit.asked("q") else { return Ok(None) };
    let search =
        Search { text, noun: visit.asked("noun"), period: visit.asked("period"), after: visit.asked("after"), limit };
    Ok(Some(visit.app.desk.search(officer, &search, &visit.app.words)?))
}

fn line(visit: &Visit, found: &SearchView, hit: &desk::Hit) -> HitLine {
    let row = listed(visit, &hit.row, &found.titles);
    let parts = |text: &str| found.query.parts(text);
    HitLine {
        number: parts(&row.number),
        title: parts(&row.title),
        cutting: hit.cutting.clone(),
        unit: parts(&row.unit),
        counterpart: parts(&row.counterpart),
        row,
    }
}

fn kinds(visit: &Visit, found: &SearchView) -> Vec<KindLink> {
    let link = |(noun, count): &(String, usize)| KindLink {
        text: visit.t(&format!("{noun}-many")),
        count: *count,
        href: visit.with_query(&[("noun", noun), ("after", "")]),
        current: visit.asked("noun") == Some(noun),
    };
    found.nouns.iter().map(link).collect()
}

fn other(visit: &Visit, line: &str, count: usize) -> OtherLine {
    OtherLine { text: line.to_owned(), count, href: visit.with_query(&[("q", line), ("after", "")]) }
}

fn names(visit: &Visit, found: &SearchView) -> Vec<NameLink> {
    let link = |named: &desk::Titled| {
        let (text, lang) = shown::name(visit, &named.title);
        NameLink { noun: visit.t(&named.noun), text, lang, href: format!("/{}/{}", named.noun, named.id) }
    };
    found.completions.iter().map(link).collect()
}

/// The kinds to choose from, in the order of the house.
fn nouns(visit: &Visit) -> Vec<FilterChoice> {
    let asked = visit.asked("noun").unwrap_or_default();
    let mut choices =
        vec![FilterChoice { value: String::new(), text: visit.t("filter-any"), chosen: asked.is_empty() }];
    choices.extend(domain::NOUNS.iter().map(|noun| FilterChoice {
        value: noun.name.to_owned(),
        text: visit.t(&format!("{}-many", noun.name)),
        chosen: noun.name == asked,
    }));
    choices
}

/// The periods to choose from: this month and the last, quarters and years back, and the one in the address.
fn periods(visit: &Visit) -> Vec<FilterChoice> {
    let (asked, today) = (visit.asked("period").unwrap_or_default(), visit.app.desk.today());
    let back =
        |every: Every, count: i32| (0..count).map(move |back| every.span_at(every.number_of(today) - back).label);
    let labels = back(Every::Month, 2).chain(back(Every::Quarter, QUARTERS)).chain(back(Every::Year, YEARS));
    let mut seen = BTreeSet::from([String::new()]);
    let labels = labels.chain([asked.to_owned()]).filter(|label| seen.insert(label.clone()));
    let mut choices =
        vec![FilterChoice { value: String::new(), text: visit.t("filter-any"), chosen: asked.is_empty() }];
    choices.extend(labels.map(|label| FilterChoice { chosen: label == asked, text: label.clone(), value: label }));
    choices
}
