//! How it stands with each post of another side: what is queued, sent, received, refused and why, and since when
//! nothing came.

use jiff::Timestamp;
use serde::Serialize;
use store::{Failure, PeerRow, StatementState, View};

use super::logbook::log_of;
use crate::Desk;

/// How many refused statements a page shows.
const REFUSED_SHOWN: usize = 50;

/// A post of another side as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CourierView {
    /// Side and post.
    pub name: String,
    /// Where its courier is reached; none where pouches are carried by hand.
    pub url: Option<String>,
    /// Since when it is known.
    pub since: Option<Timestamp>,
    /// When something last came from it.
    pub heard: Option<Timestamp>,
    /// When it was last tried to reach it.
    pub tried: Option<Timestamp>,
    /// What kept the last try from working, or the last pouch from being taken in, as a code.
    pub trouble: Option<String>,
    /// Why nothing is exchanged with it any more, as a code.
    pub frozen: Option<String>,
    /// True while it was asked what it holds of what was said to it, and has not replied.
    pub unsure: bool,
    /// How many own statements wait to be sent.
    pub queued: u64,
    /// How many were sent and are not proven to have arrived.
    pub sent: u64,
    /// How many are proven to be there.
    pub received: u64,
    /// How many entries came from there.
    pub came: u64,
    /// How many of them wait for something that is not here yet.
    pub waiting: u64,
    /// For what they wait.
    pub awaits: Vec<AwaitedStatements>,
    /// Statements from there that count for nothing, the latest first.
    pub refused: Vec<RefusedStatement>,
}

/// How many statements of another post wait for one and the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AwaitedStatements {
    /// For what, as a code: `words`, `offer`, `relation` or `repair`.
    pub what: &'static str,
    /// How many.
    pub statements: u64,
}

/// A statement of another post that counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedStatement {
    /// Its place in the log.
    pub place: u64,
    /// Its kind; empty where it could not be read.
    pub kind: String,
    /// Why, as a code.
    pub reason: String,
}

impl Desk {
    /// The posts of other sides and how it stands with each, by name.
    pub fn courier_overview(&self) -> Result<Vec<CourierView>, Failure> {
        let own = self.post_name()?;
        self.store.read(|view| {
            let peers = view.peers()?;
            peers.into_iter().map(|row| courier_view(view, own.as_ref(), row)).collect()
        })
    }
}

fn courier_view(view: &View<'_>, own: Option<&journal::PostName>, row: PeerRow) -> Result<CourierView, Failure> {
    let instant = |ms: Option<i64>| ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    let unreadable = |_| Failure::Unreadable(format!("{} is no name of a post", row.name));
    let peer: journal::PostName = row.name.parse().map_err(unreadable)?;
    let logs = own.map(|own| (log_of(own, &peer).to_string(), log_of(&peer, own).to_string()));
    let road = view.road(&row.name)?;
    let (mut size, mut came, mut awaits, mut refused) = (0, 0, Vec::new(), Vec::new());
    if let Some((ours, theirs)) = &logs {
        (size, came) = (view.log_size(ours)?, view.log_size(theirs)?);
        let awaited = view.awaited(theirs)?.into_iter();
        awaits = awaited.map(|(what, statements)| AwaitedStatements { what: what.code(), statements }).collect();
        for row in view.statements_refused(theirs, REFUSED_SHOWN)? {
            let StatementState::Refused(reason) = row.state else { continue };
            refused.push(RefusedStatement { place: row.place, kind: row.kind, reason });
        }
    }
    Ok(CourierView {
        url: row.url,
        since: instant(Some(row.since_ms)),
        heard: instant(row.heard_ms),
        tried: instant(row.tried_ms),
        trouble: row.trouble,
        frozen: row.frozen,
        unsure: view.shown(&row.name)?.ask.is_some(),
        queued: size.saturating_sub(road.sent.max(road.held)),
        sent: road.sent.saturating_sub(road.held),
        received: road.held,
        came,
        waiting: awaits.iter().map(|awaited| awaited.statements).sum(),
        awaits,
        refused,
        name: row.name,
    })
}
