//! Search: one line of text over every record an officer may read, for pages, command line and interface alike.

use std::collections::BTreeMap;

use domain::reporting::period::{Every, PeriodSpan};
use domain::{OfficerId, Words};
use jiff::ToSpan;
use serde_json::Value;
use store::{Failure, Fewer, Narrowed, Nearness, Part, Query, Row, Searcher, Vocabulary};

use crate::Desk;
use crate::authority::Who;
use crate::read::{ReadError, Titled, name, titled};

/// How many records a page of what was found has, unless another number is asked for.
pub const FOUND_ROWS: usize = 20;
/// The most records a page may be asked to have.
pub const FOUND_MOST: usize = 100;
/// How many titles complete what is being typed.
const COMPLETIONS: usize = 8;
/// How long the cutting of a text is, in characters.
const CUTTING: usize = 160;

/// What an officer looks for.
#[derive(Clone, Debug)]
pub struct Search<'s> {
    /// The line as it was typed.
    pub text: &'s str,
    /// Only this kind of record.
    pub noun: Option<&'s str>,
    /// Only records whose day lies in this period: `2026`, `2026-H1`, `2026-Q1`, `2026-02`.
    pub period: Option<&'s str>,
    /// From where the page goes on, as the page before said.
    pub after: Option<&'s str>,
    /// How many records the page has.
    pub limit: usize,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct SearchView {
    /// The records of the page, the nearest first.
    pub hits: Vec<Hit>,
    /// How many there are; at most a thousand are counted.
    pub total: usize,
    /// True when there are more than were counted.
    pub has_more: bool,
    /// How many of which kind, the most first.
    pub nouns: Vec<(String, usize)>,
    /// From where the next page goes on; none on the last.
    pub next: Option<String>,
    /// The names of the records that the hits refer to.
    pub titles: BTreeMap<String, Words>,
    /// What was looked for, for marking it in what is shown.
    pub query: Query,
    /// Where nothing was found: the line with one word less, and how many records that finds.
    pub fewer: Vec<(String, usize)>,
    /// Where nothing was found: records whose names go on from what was typed.
    pub completions: Vec<Titled>,
}

/// A record that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The record.
    pub row: Row,
    /// How near it is.
    pub nearness: Nearness,
    /// The text in it that has most of what was looked for, cut around it; blank when that is its title.
    pub cutting: Vec<Part>,
}

impl Desk {
    /// What of the records that the officer may read matches the line. `words` are those of the interface that name kinds
    /// and states.
    pub fn search(
        &self,
        officer: &OfficerId,
        search: &Search<'_>,
        words: &Vocabulary,
    ) -> Result<SearchView, ReadError> {
        let narrowed = narrowed(search)?;
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let scope = who.scope();
            let searcher = Searcher::of(view, &scope)?;
            let query = searcher.linked(Query::read(search.text, words))?;
            let limit = search.limit.clamp(1, FOUND_MOST);
            let found = searcher.find(&query, &narrowed, search.after, limit)?;
            let mut titles = BTreeMap::new();
            for (row, _) in &found.hits {
                for id in [Some(&row.unit), row.counterpart.as_ref()].into_iter().flatten() {
                    name(view, &who, id, &mut titles)?;
                }
            }
            let is_nothing = found.total == 0 && !query.is_empty();
            let (fewer, completions) = if is_nothing {
                (fewer(searcher.fewer(&query, &narrowed)?, &query), completions(&searcher, search.text)?)
            } else {
                (Vec::new(), Vec::new())
            };
            let hits = found.hits.into_iter().map(|(row, nearness)| {
                let cutting = cutting(&query, &row);
                Hit { row, nearness, cutting }
            });
            let hits = hits.collect();
            let (total, has_more, nouns, next) = (found.total, found.has_more, found.nouns, found.next);
            Ok(SearchView { hits, total, has_more, nouns, next, titles, query, fewer, completions })
        })
    }

    /// Records that the officer may read whose titles go on from what is being typed.
    pub fn completions(&self, officer: &OfficerId, text: &str) -> Result<Vec<Titled>, ReadError> {
        self.store.read(|view| {
            let scope = Who::read(view, officer, self.today())?.scope();
            Ok(completions(&Searcher::of(view, &scope)?, text)?)
        })
    }
}

/// The kind and the months; a kind or period that nobody knows is as if nothing were there.
fn narrowed(search: &Search<'_>) -> Result<Narrowed, ReadError> {
    let noun = search.noun.map(|noun| domain::noun(noun).ok_or(ReadError::NotFound)).transpose()?;
    let months = match search.period {
        Some(period) => months(&PeriodSpan::parse(period).ok_or(ReadError::NotFound)?),
        None => Vec::new(),
    };
    Ok(Narrowed { noun: noun.map(|noun| noun.name.to_owned()), months })
}

/// The months of a period, or the year where it is one.
fn months(span: &PeriodSpan) -> Vec<String> {
    if span.label.len() == 4 {
        return vec![span.label.clone()];
    }
    let month = |day| Every::Month.span_of(day).label;
    span.from.series(1.month()).take_while(|day| *day < span.until).map(month).collect()
}

fn fewer(fewer: Vec<Fewer>, query: &Query) -> Vec<(String, usize)> {
    fewer.into_iter().map(|fewer| (query.line_without(fewer.clause), fewer.total)).collect()
}

fn completions(searcher: &Searcher<'_>, text: &str) -> Result<Vec<Titled>, Failure> {
    let rows = searcher.completions(text, COMPLETIONS)?;
    let titled = |row: Row| {
        let title = titled(&row);
        Titled { noun: row.noun, id: row.id, title, status: row.status, number: row.number }
    };
    Ok(rows.into_iter().map(titled).collect())
}

/// The text of a record that has most of what was looked for, but for its title, cut around the first of it.
fn cutting(query: &Query, row: &Row) -> Vec<Part> {
    let title = titled(row);
    let mut texts = Vec::new();
    gather(&row.state, &mut texts);
    let not_the_title = texts.into_iter().filter(|text| !title.0.values().any(|title| title == text));
    let counted = not_the_title.map(|text| (query.marks(text), text)).filter(|(marks, _)| *marks > 0);
    let best = counted.rev().max_by_key(|(marks, _)| *marks);
    best.and_then(|(_, text)| query.cutting(text, CUTTING)).unwrap_or_default()
}

/// The texts of a state; what is a day, an instant or an identity is none.
fn gather<'v>(value: &'v Value, out: &mut Vec<&'v str>) {
    match value {
        Value::String(text) if text.contains(' ') || domain::RecordId::parse(text).is_err() => out.push(text),
        Value::Array(items) => items.iter().for_each(|item| gather(item, out)),
        Value::Object(map) => map.values().for_each(|item| gather(item, out)),
        _ => {}
    }
}
