//! The one place from which records are read: each reading is made within what the officer may see.
//! A record that exists and may not be seen gets the same answer as one that does not exist.

use std::collections::BTreeMap;

use domain::{OfficerId, Right, Words};
use serde_json::Value;
use store::{Failure, Filter, Order, Row, View};

use crate::Desk;
use crate::authority::Who;
use crate::fold::declared;

/// How many rows a page of a list has.
pub const PAGE_ROWS: u32 = 50;
const CHOICES: u32 = 500;
const RECENT_CHOICES: u32 = 50;
const HISTORY_LINES: usize = 500;

/// Why nothing was read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such record, or none that this officer may know of.
    #[error("no such record")]
    NotFound,
    /// The officer may not read this.
    #[error("not allowed: {right:?} is needed")]
    NotAllowed {
        /// The right that is missing.
        right: Right,
    },
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct ListPage {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many there are in all.
    pub total: u64,
    /// The page shown, from 1.
    pub page: u32,
    /// The names of the records that the rows refer to.
    pub titles: BTreeMap<String, Words>,
    /// The states there are, each with its count, without the filter by state.
    pub states: Vec<(String, u64)>,
}

/// A record as its page shows it.
#[derive(Clone, Debug)]
pub struct RecordView {
    /// The row.
    pub row: Row,
    /// The commands that this officer may give now, the likeliest first.
    pub offers: Vec<&'static str>,
    /// Links to and from other records that the officer may see.
    pub links: Vec<LinkView>,
    /// What happened, the latest first.
    pub history: Vec<HistoryLine>,
    /// The names of the records that the state refers to.
    pub titles: BTreeMap<String, Words>,
}

/// A link shown.
#[derive(Clone, Debug)]
pub struct LinkView {
    /// What the other record is to this one, or this one to it.
    pub role: String,
    /// True when the other record names this one.
    pub inward: bool,
    /// The other record.
    pub to: Titled,
}

/// A record by name.
#[derive(Clone, Debug)]
pub struct Titled {
    /// Its noun.
    pub noun: String,
    /// Its identity.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Its state.
    pub status: String,
    /// Its number.
    pub number: Option<String>,
}

/// One thing that happened to a record.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// The version it made.
    pub version: u64,
    /// The fact with its fields.
    pub fact: Value,
    /// Who acted.
    pub officer: String,
    /// When it happened.
    pub happened_ms: i64,
    /// When it was recorded.
    pub recorded_ms: i64,
}

/// A record that can be chosen in a form.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its identity.
    pub id: String,
    /// What it is called.
    pub title: Words,
}

impl Desk {
    /// The officer with the roles of today.
    pub fn who(&self, officer: &OfficerId) -> Result<Who, Failure> {
        self.store.read(|view| Who::read(view, officer, self.today()))
    }

    /// A record with its links, history and what can be done with it now.
    pub fn record(&self, officer: &OfficerId, noun: &str, id: &str) -> Result<RecordView, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let row = view.record(id)?.filter(|row| row.noun == noun && who.sees(row)).ok_or(ReadError::NotFound)?;
            let declared = declared(noun)?;
            let mut offers = declared.offers(Some(&row.state)).map_err(Failure::from)?;
            offers.retain(|command| who.may(declared.right(command), &row.unit, row.grade));
            let mut titles = BTreeMap::new();
            name_all(view, &who, &row.state, &mut titles)?;
            let named = [
                Some(&row.unit),
                row.holder.as_ref(),
                row.counterpart.as_ref(),
                row.turn.as_ref(),
                Some(&row.changed_by),
            ];
            for id in named.into_iter().flatten() {
                name(view, &who, id, &mut titles)?;
            }
            let history = history(view, &who, &row, &mut titles)?;
            Ok(RecordView { offers, links: links(view, &who, &row)?, history, titles, row })
        })
    }

    /// A page of a list, within what the officer may see.
    pub fn list(&self, officer: &OfficerId, filter: &Filter, page: u32) -> Result<ListPage, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let scope = who.scope();
            let page = page.max(1);
            let rows = view.list(&scope, filter, PAGE_ROWS, (page - 1).saturating_mul(PAGE_ROWS))?;
            let total = view.count(&scope, filter)?;
            let mut titles = BTreeMap::new();
            for row in &rows {
                for id in [Some(&row.unit), row.counterpart.as_ref(), row.turn.as_ref()].into_iter().flatten() {
                    name(view, &who, id, &mut titles)?;
                }
            }
            let states = view.states(&scope, &Filter { status: None, ..filter.clone() })?;
            Ok(ListPage { rows, total, page, titles, states })
        })
    }

    /// All rows of a list up to a limit, for an export.
    pub fn rows(&self, officer: &OfficerId, filter: &Filter, limit: u32) -> Result<Vec<Row>, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            Ok(view.list(&who.scope(), filter, limit, 0)?)
        })
    }

    /// The records of a noun that can be chosen in a form; for the empty text the records of any work changed last.
    pub fn choices(&self, officer: &OfficerId, noun: &str) -> Result<Vec<Choice>, ReadError> {
        let (nouns, order, limit) = match noun {
            "" => (crate::today::work(), Order::Changed, RECENT_CHOICES),
            // What is due soonest is chosen first.
            "occurrence" => (vec![noun.to_owned()], Order::Due, CHOICES),
            noun => (vec![noun.to_owned()], Order::Begun, CHOICES),
        };
        // What is settled is rarely chosen.
        let open = (noun == "occurrence").then_some(true);
        let mut rows = self.rows(officer, &Filter { nouns, open, order, ..Filter::default() }, limit)?;
        if noun == "counterpart" {
            // A unit chooses among its own relations; who has none in reach chooses among all.
            let who = self.who(officer)?;
            let reached = |row: &Row| {
                row.state
                    .get("own")
                    .and_then(Value::as_str)
                    .is_some_and(|unit| who.may(Right::Read, unit, domain::Grade::Open))
            };
            if rows.iter().any(reached) {
                rows.retain(reached);
            }
        }
        Ok(rows.into_iter().map(|row| Choice { title: titled(&row), id: row.id }).collect())
    }

    /// The commands by which this officer may begin a record of the noun.
    pub fn beginnings(&self, officer: &OfficerId, noun: &str) -> Result<Vec<&'static str>, ReadError> {
        let declared = domain::noun(noun).ok_or(ReadError::NotFound)?;
        let who = self.who(officer)?;
        let mut offers = declared.offers(None).map_err(Failure::from)?;
        offers.retain(|command| !who.units_with(declared.right(command)).is_empty());
        Ok(offers)
    }

    /// The acts that were refused in the units an auditor reaches, the latest first.
    pub fn refusals(&self, officer: &OfficerId) -> Result<Vec<HistoryLine>, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let units: Vec<String> = who.units_with(Right::Audit).into_iter().collect();
            if units.is_empty() {
                return Err(ReadError::NotAllowed { right: Right::Audit });
            }
            let entries = view.refusals(&units, 200)?;
            let line = |stored: store::StoredEntry| {
                let fact =
                    journal::decode(&stored.entry.body).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
                Ok(HistoryLine {
                    version: 0,
                    fact,
                    officer: stored.entry.officer,
                    happened_ms: stored.entry.happened_ms,
                    recorded_ms: stored.entry.recorded_ms,
                })
            };
            entries.into_iter().map(line).collect()
        })
    }

    /// The names of records by identity, as far as the officer may see them.
    pub fn names<'a>(
        &self,
        officer: &OfficerId,
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Result<BTreeMap<String, Words>, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let mut titles = BTreeMap::new();
            for id in ids {
                name(view, &who, id, &mut titles)?;
            }
            Ok(titles)
        })
    }
}

/// What a row is called.
pub(crate) fn titled(row: &Row) -> Words {
    serde_json::from_str(&row.title).unwrap_or_default()
}

pub(crate) fn name(view: &View<'_>, who: &Who, id: &str, titles: &mut BTreeMap<String, Words>) -> Result<(), Failure> {
    if titles.contains_key(id) {
        return Ok(());
    }
    if let Some(row) = view.record(id)?.filter(|row| who.sees(row)) {
        titles.insert(id.to_owned(), titled(&row));
    }
    Ok(())
}

/// Names every text in a state that is the identity of a record.
fn name_all(view: &View<'_>, who: &Who, value: &Value, titles: &mut BTreeMap<String, Words>) -> Result<(), Failure> {
    match value {
        Value::String(text) if domain::RecordId::parse(text).is_ok() => name(view, who, text, titles),
        Value::Array(items) => items.iter().try_for_each(|item| name_all(view, who, item, titles)),
        Value::Object(map) => map.values().try_for_each(|item| name_all(view, who, item, titles)),
        _ => Ok(()),
    }
}

fn links(view: &View<'_>, who: &Who, row: &Row) -> Result<Vec<LinkView>, Failure> {
    let outward = view.links_from(&row.id)?.into_iter().map(|link| (link.role, false, link.target));
    let inward = view.links_to(&row.id)?.into_iter().take(200).map(|link| (link.role, true, link.origin));
    let mut shown = Vec::new();
    for (role, inward, id) in outward.chain(inward) {
        let Some(other) = view.record(&id)?.filter(|other| who.sees(other)) else { continue };
        let title = titled(&other);
        let to = Titled { noun: other.noun, id: other.id, title, status: other.status, number: other.number };
        shown.push(LinkView { role, inward, to });
    }
    Ok(shown)
}

fn history(
    view: &View<'_>,
    who: &Who,
    row: &Row,
    titles: &mut BTreeMap<String, Words>,
) -> Result<Vec<HistoryLine>, Failure> {
    let mut lines = Vec::new();
    for (version, stored) in (1..).zip(view.history(&row.id)?.into_iter().filter(store::StoredEntry::is_fact)) {
        let fact = journal::decode(&stored.entry.body).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        name(view, who, &stored.entry.officer, titles)?;
        name_all(view, who, &fact, titles)?;
        lines.push(HistoryLine {
            version,
            fact,
            officer: stored.entry.officer,
            happened_ms: stored.entry.happened_ms,
            recorded_ms: stored.entry.recorded_ms,
        });
    }
    lines.reverse();
    lines.truncate(HISTORY_LINES);
    Ok(lines)
}
