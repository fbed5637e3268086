//! Where the post stands. A folder that is found somewhere else than where it was opened last was moved, copied or put
//! back: until somebody has said which, nothing is said to other posts and no pouch is packed or taken in; and where it
//! was put back from an older copy, each neighbour is asked first what he holds.

use std::sync::PoisonError;

use domain::organisation::side::SideFact;
use jiff::Timestamp;
use journal::{PostName, hex, sha256};
use serde::Serialize;
use store::{AskRow, Failure, SeatRow, ShownRow, Transaction, View};

use super::CourierError;
use super::logbook::log_of;
use crate::Desk;
use crate::keys::By;
use crate::road::PeerError;

/// How a folder came to stand somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resumption {
    /// It is the latest state: the program was stopped, the folder was moved, and nothing goes on at the old place.
    Moved,
    /// It was put back from an older copy, or nobody knows.
    PutBack,
}

/// Where the post stands, for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeatView {
    /// Since when the folder was found somewhere else, and nobody has said why; none where all is well.
    pub moved: Option<Timestamp>,
    /// The posts that were asked what they hold of what was said to them, and have not replied yet.
    pub unsure: Vec<String>,
}

/// Whether something may be said to a post now.
pub(crate) fn may_say(view: &View<'_>, peer: &PostName) -> Result<(), CourierError> {
    stands(view)?;
    match view.shown(&peer.to_string())?.ask {
        Some(_) => Err(CourierError::Unsure(peer.to_string())),
        None => Ok(()),
    }
}

/// Whether the post stands where somebody said that it belongs.
pub(super) fn stands(view: &View<'_>) -> Result<(), CourierError> {
    match view.seat()? {
        Some(SeatRow { moved_ms: Some(_), .. }) => Err(CourierError::Moved),
        _ => Ok(()),
    }
}

/// What identifies a computer is not kept as it is.
fn digest(seat: &str) -> String {
    hex(&sha256(&[seat.as_bytes()]))
}

impl Desk {
    /// Says where the folder of the post stands, in a text that is another one for every other place. Before, it is not
    /// looked at.
    pub fn sit(&self, seat: &str) -> Result<(), Failure> {
        let seat = digest(seat);
        let known = self.store.read(|view| view.seat())?;
        let here = match known {
            Some(known) if known.seat == seat && known.moved_ms.is_none() => return Ok(()),
            // A copy that went back to where it was is no copy any more.
            Some(known) if known.seat == seat => SeatRow { moved_ms: None, ..known },
            Some(known) if known.moved_ms.is_some() => return Ok(()),
            Some(known) => SeatRow { moved_ms: Some(self.now_ms()), ..known },
            None => SeatRow { seat, moved_ms: None },
        };
        self.store.write(|tx| tx.keep_seat(&here))
    }

    /// Goes on at this place, because somebody said how the folder came here.
    pub fn resume(&self, by: By<'_>, seat: &str, how: Resumption) -> Result<(), PeerError> {
        let fact = SideFact::PostResumed { put_back: how == Resumption::PutBack };
        let own = self.post_name()?;
        self.note_peer(by, self.own().as_str(), "resume", &fact, |tx| {
            tx.keep_seat(&SeatRow { seat: digest(seat), moved_ms: None })?;
            if how == Resumption::Moved {
                return Ok(());
            }
            own.iter().try_for_each(|own| self.ask_all(tx, own))
        })
    }

    fn ask_all(&self, tx: &Transaction<'_>, own: &PostName) -> Result<(), Failure> {
        let names = tx.view().peers()?.into_iter().filter_map(|peer| peer.name.parse::<PostName>().ok());
        names.into_iter().try_for_each(|name| self.ask(tx, own, &name, None))
    }

    /// Notes that the keys of the post came back from a backup: these records may lack what they had sealed.
    pub(crate) fn note_recovered(&self, own: &PostName) -> Result<(), Failure> {
        self.store.write(|tx| {
            tx.note_recovered(self.now_ms())?;
            self.ask_all(tx, own)
        })
    }

    /// Asks a post that is met for the first time, where the keys of this one came back from a backup.
    pub(crate) fn ask_new(&self, tx: &Transaction<'_>, peer: &PostName) -> Result<(), Failure> {
        let is_new = tx.view().peer(&peer.to_string())?.is_none();
        match self.post_name()? {
            Some(own) if is_new && tx.view().is_recovered()? => self.ask(tx, &own, peer, None),
            _ => Ok(()),
        }
    }

    /// Where the post stands.
    pub fn seat_view(&self) -> Result<SeatView, Failure> {
        self.store.read(|view| {
            let moved_ms = view.seat()?.and_then(|seat| seat.moved_ms);
            let mut unsure = Vec::new();
            for peer in view.peers()? {
                if view.shown(&peer.name)?.ask.is_some() {
                    unsure.push(peer.name);
                }
            }
            Ok(SeatView { moved: moved_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()), unsure })
        })
    }

    /// What a post is asked on a line before a run goes over it.
    pub(super) fn ask_on_line(&self, peer: &str) -> [u8; 16] {
        let nonce = self.fresh_act();
        self.asked_on_lines.lock().unwrap_or_else(PoisonError::into_inner).insert(peer.to_owned(), nonce);
        nonce
    }

    /// Whether this is what a post was asked on a line last; it is asked once.
    pub(super) fn has_asked_on_line(&self, peer: &str, nonce: &[u8; 16]) -> bool {
        let mut asked = self.asked_on_lines.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = asked.get(peer) == Some(nonce);
        if is_it {
            asked.remove(peer);
        }
        is_it
    }

    /// Asks a post from the next pouch on what it holds of the own log: from a place on, else from where nothing has left;
    /// and what this one had held of its log, from where it is not known here.
    pub(super) fn ask(
        &self,
        tx: &Transaction<'_>,
        own: &PostName,
        peer: &PostName,
        from: Option<u64>,
    ) -> Result<(), Failure> {
        let shown = tx.view().shown(&peer.to_string())?;
        let size = |keeper, reader| tx.view().log_size(&log_of(keeper, reader).to_string());
        let from = from.unwrap_or(shown.size).min(size(own, peer)?);
        let seen = shown.ask.map_or(size(peer, own)?, |ask| ask.seen);
        let ask = Some(AskRow { nonce: self.fresh_act(), from, seen });
        tx.keep_shown(&peer.to_string(), ShownRow { ask, ..shown })
    }
}
