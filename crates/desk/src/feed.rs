//! What a calendar address gives out: what is held and what is due around today, within what its officer may read at
//! that moment, and never more than the grade `internal`. No person is named in it.

use std::collections::BTreeMap;

use domain::{Grade, OfficerId, Words};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use store::{Filter, Order, Row, View};

use crate::authority::Who;
use crate::fold::declared;
use crate::read::titled;
use crate::{Desk, FeedAbout, ReadError};

/// How far back a calendar looks.
const DAYS_BACK: i32 = 186;
/// How far ahead a calendar looks.
const DAYS_AHEAD: i32 = 400;
/// How many appointments of each kind a calendar has at most.
const ROWS: u32 = 2000;
/// The highest grade that leaves by a calendar address: whoever holds the address reads it.
const HIGHEST: Grade = Grade::Internal;

/// How firm an appointment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// One side has proposed it, or it was put off to a day that is named.
    Tentative,
    /// It stands.
    Confirmed,
    /// It will not take place on that day.
    Cancelled,
}

/// When something is in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appointment {
    /// The whole of a civil day of the own side.
    On(Date),
    /// From an instant on.
    At(Timestamp),
}

/// One appointment of a calendar.
#[derive(Clone, Debug)]
pub struct FeedItem {
    /// The record.
    pub row: Row,
    /// True when it is the day until which something is due, not the one on which it is held.
    pub due: bool,
    /// When.
    pub when: Appointment,
    /// How firm it is.
    pub standing: Standing,
}

impl Desk {
    /// What a calendar of this officer shows now, by day and record; and the names of units and counterparts in it.
    pub fn feed(
        &self,
        officer: &OfficerId,
        about: &FeedAbout,
    ) -> Result<(Vec<FeedItem>, BTreeMap<String, Words>), ReadError> {
        let today = self.today();
        let from = today.saturating_sub(DAYS_BACK.days()).to_string();
        let last = today.saturating_add(DAYS_AHEAD.days());
        let until = last.to_string();
        self.store.read(|view| {
            let who = Who::read(view, officer, today)?;
            let scope = who.scope_up_to(HIGHEST);
            let held = Filter {
                nouns: crate::today::held(),
                held_from: Some(from.clone()),
                held_until: Some(until.clone()),
                order: Order::HeldFirst,
                ..about.filter(&who)
            };
            let nouns = crate::today::work().into_iter().filter(|noun| !crate::today::held().contains(noun));
            let due = Filter {
                nouns: nouns.collect(),
                open: Some(true),
                due_before: Some((until, self.begin_of(last).to_string())),
                order: Order::Due,
                ..about.filter(&who)
            };
            let mut items = Vec::new();
            for row in view.list(&scope, &held, ROWS, 0)? {
                items.extend(held_item(row)?);
            }
            let due = view.list(&scope, &due, ROWS, 0)?.into_iter();
            items.extend(due.filter(|row| row.due.as_ref().is_some_and(|due| *due >= from)).filter_map(due_item));
            items.sort_by(|one, other| (&one.row.id, one.due).cmp(&(&other.row.id, other.due)));
            let titles = names(view, &who, &items)?;
            Ok((items, titles))
        })
    }
}

fn held_item(row: Row) -> Result<Option<FeedItem>, ReadError> {
    let header = declared(&row.noun)?.header(&row.state).map_err(store::Failure::from)?;
    let Some(on) = header.held_on else { return Ok(None) };
    let when = header.begins_at.map_or(Appointment::On(on), Appointment::At);
    Ok(Some(FeedItem { standing: standing(&row), row, due: false, when }))
}

fn due_item(row: Row) -> Option<FeedItem> {
    let text = row.due.as_deref()?;
    let when = match text.parse::<Timestamp>() {
        Ok(at) => Appointment::At(at),
        Err(_) => Appointment::On(text.parse().ok()?),
    };
    Some(FeedItem { standing: Standing::Confirmed, row, due: true, when })
}

/// What the state says of the day: the words are those that the nouns share.
fn standing(row: &Row) -> Standing {
    match row.status.as_str() {
        "cancelled" | "declined" | "withdrawn" | "refused" => Standing::Cancelled,
        // Put off without a new day: the day that stands in the record is the old one.
        "postponed" if row.due.is_none() => Standing::Cancelled,
        "proposed" | "planned" | "postponed" => Standing::Tentative,
        _ => Standing::Confirmed,
    }
}

fn names(view: &View<'_>, who: &Who, items: &[FeedItem]) -> Result<BTreeMap<String, Words>, store::Failure> {
    let mut titles = BTreeMap::new();
    for item in items {
        for id in [Some(&item.row.unit), item.row.counterpart.as_ref()].into_iter().flatten() {
            if !titles.contains_key(id)
                && let Some(named) = view.record(id)?.filter(|named| who.sees(named))
            {
                titles.insert(id.clone(), titled(&named));
            }
        }
    }
    Ok(titles)
}
