//! Today: what needs this officer's unit, what waits for the other side, what comes next, and what was worked on last.

use std::collections::BTreeMap;

use domain::{OfficerId, Right, Wing, Words};
use jiff::ToSpan;
use store::{Filter, Order, Row, View};

use crate::Desk;
use crate::authority::Who;
use crate::keys::KeyView;
use crate::read::{ReadError, titled};

/// Persons and groups who are named to the other side: they wait for answers as letters do.
const NAMED: [&str; 3] = ["border-representative", "liaison-officer", "delegation"];

/// Nouns that wait for somebody in the course of the work: contact, operations, reporting, places, duties and
/// programmes, and whoever is named to the other side; the directory and what was published do not wait.
pub(crate) fn work() -> Vec<String> {
    let waits = |noun: &&domain::Declared| match noun.wing {
        Wing::Contact | Wing::Operations | Wing::Territory => true,
        Wing::Reporting => noun.name != "figure",
        _ => FAR_AHEAD.contains(&noun.name) || NAMED.contains(&noun.name),
    };
    domain::NOUNS.iter().filter(waits).map(|noun| noun.name.to_owned()).collect()
}

/// Nouns that are held on a day: contact and operations but for papers, calls and what is only due; and delegations.
pub(crate) fn held() -> Vec<String> {
    let is_held = |noun: &&domain::Declared| {
        (matches!(noun.wing, Wing::Contact | Wing::Operations) || noun.name == "delegation")
            && !matches!(noun.name, "letter" | "hotline-call" | "task" | "referral")
    };
    domain::NOUNS.iter().filter(is_held).map(|noun| noun.name.to_owned()).collect()
}

const LINES: u32 = 50;
const DAYS_AHEAD: i32 = 14;
/// Duties, reviews and ends of terms that are due later than this stand in their own list, not on Today.
const DUTY_DAYS_AHEAD: i32 = 92;
/// Nouns that stand open for months before they are due: they come to Today when the day is near.
const FAR_AHEAD: [&str; 4] = ["occurrence", "standing-programme", "twinning", "border-representative"];

/// What Today shows.
#[derive(Clone, Debug)]
pub struct Today {
    /// What waits for the own unit, the next due first.
    pub needs_me: Vec<Row>,
    /// What waits for the other side.
    pub waiting: Vec<Row>,
    /// What is open in units below.
    pub below: Vec<Row>,
    /// What is to be held in the next days.
    pub next: Vec<Row>,
    /// What this officer changed last.
    pub edited: Vec<Row>,
    /// Names of units, counterparts and sides.
    pub titles: BTreeMap<String, Words>,
    /// Keys that end within 60 days: the officer's own, and for whoever administers, those of the post and of officers.
    pub keys: Vec<DueKey>,
}

/// A key that somebody has to see to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueKey {
    /// The key.
    pub key: KeyView,
    /// Whether it is the own key of the officer who looks.
    pub is_own: bool,
}

impl Desk {
    /// What Today shows to an officer.
    pub fn today_of(&self, officer: &OfficerId) -> Result<Today, ReadError> {
        let today = self.today();
        let due = self.keys_to_see_to().unwrap_or_else(|failure| {
            // Whoever cannot read the keys is told so by the list of keys; the day goes on.
            tracing::error!(%failure, "the keys could not be looked at");
            Vec::new()
        });
        self.store.read(|view| {
            let who = Who::read(view, officer, today)?;
            let keys = due_for(view, &who, officer, &due)?;
            let scope = who.scope();
            let mine: Vec<String> = who.unit.iter().map(ToString::to_string).collect();
            let reached: Vec<String> = who.units_with(Right::Read).into_iter().collect();
            let below: Vec<String> = reached.into_iter().filter(|unit| !mine.contains(unit)).collect();
            let open = Filter { nouns: work(), open: Some(true), order: Order::Due, ..Filter::default() };
            let own_turn = |row: &Row| row.turn.as_ref().is_none_or(|side| side == self.own().as_str());

            let here = view.list(&scope, &Filter { acting: Some(mine.clone()), ..open.clone() }, 200, 0)?;
            let soon = today.saturating_add(DUTY_DAYS_AHEAD.days()).to_string();
            let here = without_taken_up(view, here, &soon)?;
            let (mut needs_me, mut waiting): (Vec<Row>, Vec<Row>) = here.into_iter().partition(own_turn);
            needs_me.truncate(LINES as usize);
            waiting.truncate(LINES as usize);
            let below = if below.is_empty() {
                Vec::new()
            } else {
                let rows = view.list(&scope, &Filter { acting: Some(below), ..open.clone() }, 200, 0)?;
                without_taken_up(view, rows, &soon)?.into_iter().take(LINES as usize).collect()
            };
            let next = Filter {
                nouns: held(),
                open: Some(true),
                held_from: Some(today.to_string()),
                held_until: Some(today.saturating_add(DAYS_AHEAD.days()).to_string()),
                order: Order::HeldFirst,
                ..Filter::default()
            };
            let next = view.list(&scope, &next, 20, 0)?;
            let edited = Filter { nouns: work(), changed_by: Some(officer.to_string()), ..Filter::default() };
            let edited = view.list(&scope, &edited, 6, 0)?;

            let mut titles = BTreeMap::new();
            for row in needs_me.iter().chain(&waiting).chain(&below).chain(&next).chain(&edited) {
                for id in [Some(&row.unit), row.holder.as_ref(), row.counterpart.as_ref(), row.turn.as_ref()]
                    .into_iter()
                    .flatten()
                {
                    if !titles.contains_key(id)
                        && let Some(named) = view.record(id)?.filter(|named| who.sees(named))
                    {
                        titles.insert(id.clone(), titled(&named));
                    }
                }
            }
            Ok(Today { needs_me, waiting, below, next, edited, titles, keys })
        })
    }
}

/// The keys that an officer has to see to: his own; where he administers, those of the post and of officers there.
fn due_for(view: &View<'_>, who: &Who, officer: &OfficerId, due: &[KeyView]) -> Result<Vec<DueKey>, store::Failure> {
    let administered = who.units_with(Right::Administer);
    let login = view.record(officer.as_str())?.and_then(|row| row.number);
    let mut keys = Vec::new();
    for key in due {
        let is_own = key.officer.is_some() && Some(&key.name) == login.as_ref();
        let is_kept_here = match &key.officer {
            None => !administered.is_empty(),
            Some(certified) => administered.contains(&certified.unit),
        };
        if is_own || is_kept_here {
            keys.push(DueKey { key: key.clone(), is_own });
        }
    }
    Ok(keys)
}

/// The rows without what is far off, and without occurrences that an open activity has already taken up: the activity
/// stands for them.
fn without_taken_up(view: &View<'_>, rows: Vec<Row>, soon: &str) -> Result<Vec<Row>, store::Failure> {
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        if FAR_AHEAD.contains(&row.noun.as_str()) && row.due.as_deref().is_some_and(|due| due > soon) {
            continue;
        }
        if row.noun == "occurrence" {
            let mut taken = false;
            for link in view.links_to(&row.id)?.iter().filter(|link| link.role == "meets") {
                taken |= view.record(&link.origin)?.is_some_and(|activity| activity.open);
            }
            if taken {
                continue;
            }
        }
        kept.push(row);
    }
    Ok(kept)
}
