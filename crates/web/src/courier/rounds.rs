//! When which post is called: at once when there is something for it, else every few minutes, later and later where it
//! cannot be reached. Each post has its own turn, so that nobody waits for a neighbour who does not answer.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use desk::road::{PeerRow, PostName};
use tokio::task::{Id, JoinSet};
use tokio::time::{Instant, sleep};

use super::call::{Call, call};
use super::{Courier, Setback, aside};

/// How often it is looked whether something waits.
const LOOK: Duration = Duration::from_secs(2);
/// How long a post is left alone after the first failure.
const FIRST_WAIT_MS: u64 = 30_000;
/// How long at most.
const LONGEST_WAIT_MS: u64 = 3_600_000;
/// How many pouches one round exchanges with one post at most.
const POUCHES: usize = 1_000;

/// What came of a round with one post.
#[derive(Debug)]
pub struct Round {
    /// The post.
    pub post: String,
    /// How many pouches were exchanged.
    pub pouches: usize,
    /// How many entries came.
    pub entries: u64,
    /// How many openings came.
    pub openings: u64,
    /// How many bytes passed.
    pub bytes: u64,
    /// What ended it early.
    pub setback: Option<Setback>,
}

/// Calls posts until the program ends. `every` is the time between two calls where nothing waits; `chance` spreads them.
pub async fn rounds(courier: Arc<Courier>, every: Duration, chance: impl Fn() -> u8) {
    let begun = Instant::now();
    let now_ms = || u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    let every_ms = u64::try_from(every.as_millis()).unwrap_or(u64::MAX);
    let mut turns: HashMap<String, Turn> = HashMap::new();
    let mut calls: JoinSet<bool> = JoinSet::new();
    let mut away: HashMap<Id, (String, Option<u64>)> = HashMap::new();
    loop {
        for (peer, said) in reachable(&courier).await {
            let turn = turns.entry(peer.name.clone()).or_default();
            if turn.is_due(now_ms(), said) {
                turn.is_away = true;
                let (courier, name) = (Arc::clone(&courier), peer.name.clone());
                let called = calls.spawn(async move { one(&courier, &peer, &|_| ()).await.setback.is_none() });
                away.insert(called.id(), (name, said));
            }
        }
        tokio::select! {
            Some(back) = calls.join_next_with_id(), if !calls.is_empty() => {
                // A call that fell over is one that has not worked.
                let (id, has_worked) = back.unwrap_or_else(|fault| (fault.id(), false));
                if let Some((name, said)) = away.remove(&id)
                    && let Some(turn) = turns.get_mut(&name)
                {
                    turn.back(now_ms(), said, has_worked, every_ms, chance());
                }
            }
            () = sleep(LOOK) => {}
        }
    }
}

/// One round from the command line: every post that can be reached, or the one that is named, one after the other.
pub async fn once(courier: &Arc<Courier>, only: Option<&str>, told: &(dyn Fn(&str) + Sync)) -> Vec<Round> {
    let mut done = Vec::new();
    for (peer, _) in reachable(courier).await {
        if only.is_none_or(|only| only == peer.name) {
            done.push(one(courier, &peer, told).await);
        }
    }
    done
}

/// Exchanges pouches with a post as long as they bring anything.
async fn one(courier: &Arc<Courier>, peer: &PeerRow, told: &(dyn Fn(&str) + Sync)) -> Round {
    let mut round = Round { post: peer.name.clone(), pouches: 0, entries: 0, openings: 0, bytes: 0, setback: None };
    while round.pouches < POUCHES {
        told(&format!("{}: pouch {}", peer.name, round.pouches + 1));
        match call(courier, peer).await {
            Ok(Call { taken, bytes }) => {
                round.pouches += 1;
                (round.entries, round.openings) = (round.entries + taken.entries, round.openings + taken.openings);
                round.bytes += bytes;
                // What comes in may be answered for, and may ask for more.
                if taken.entries == 0 && taken.openings == 0 && taken.regained == 0 && !taken.asked {
                    break;
                }
            }
            Err(setback) => {
                round.setback = Some(setback);
                break;
            }
        }
    }
    round
}

/// The posts with an address from which something may be taken, and how much was said to each; none where the count is
/// not known.
async fn reachable(courier: &Arc<Courier>) -> Vec<(PeerRow, Option<u64>)> {
    let looking = Arc::clone(courier);
    let found = aside(move || -> Result<Vec<_>, desk::Failure> {
        let mut peers = looking.engine.peers()?;
        peers.retain(|peer| peer.url.is_some() && peer.frozen.is_none());
        let said = |peer: PeerRow| {
            let said = peer.name.parse::<PostName>().ok().and_then(|name| looking.engine.said(&name).ok());
            (peer, said)
        };
        Ok(peers.into_iter().map(said).collect())
    });
    match found.await {
        Ok(Ok(found)) => found,
        Ok(Err(fault)) => {
            tracing::error!(%fault, "the posts of other sides cannot be read");
            Vec::new()
        }
        Err(fault) => {
            tracing::error!(%fault, "the posts of other sides cannot be read");
            Vec::new()
        }
    }
}

/// When a post is called next. Times are in milliseconds since the program began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Turn {
    is_away: bool,
    failures: u32,
    due_ms: u64,
    said: Option<u64>,
}

impl Turn {
    /// Whether the post is to be called now. Something new is a reason only as long as the post was reached before.
    const fn is_due(&self, now_ms: u64, said: Option<u64>) -> bool {
        let is_new = match (said, self.said) {
            (Some(said), Some(before)) => said > before,
            _ => false,
        };
        !self.is_away && (now_ms >= self.due_ms || (is_new && self.failures == 0))
    }

    /// A call is over. `chance` is any number from 0 to 255.
    fn back(&mut self, now_ms: u64, said: Option<u64>, has_worked: bool, every_ms: u64, chance: u8) {
        self.is_away = false;
        let chance = u64::from(chance);
        let wait_ms = if has_worked {
            (self.failures, self.said) = (0, said);
            // Up to an eighth later, so that not everybody calls at the same second.
            every_ms.saturating_add(every_ms / 8 * chance / 255)
        } else {
            self.failures = self.failures.saturating_add(1);
            let doubled = FIRST_WAIT_MS.saturating_mul(1_u64.checked_shl(self.failures - 1).unwrap_or(u64::MAX));
            // Somewhere in its second half.
            let longest = doubled.min(LONGEST_WAIT_MS);
            longest / 2 + longest / 2 * chance / 255
        };
        self.due_ms = now_ms.saturating_add(wait_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: u64 = 300_000;

    #[test]
    fn a_post_is_called_at_first_every_few_minutes_and_at_once_when_something_was_said() {
        let mut turn = Turn::default();
        assert!(turn.is_due(0, Some(3)));
        turn.is_away = true;
        assert!(!turn.is_due(0, Some(9)), "one call at a time");
        turn.back(1_000, Some(3), true, EVERY, 0);
        assert!(!turn.is_due(2_000, Some(3)) && !turn.is_due(2_000, None));
        assert!(turn.is_due(2_000, Some(4)), "something new waits");
        assert!(turn.is_due(301_000, Some(3)));
        turn.back(1_000, Some(3), true, EVERY, 255);
        assert_eq!(turn.due_ms, 1_000 + EVERY + EVERY / 8);
    }

    #[test]
    fn a_post_that_cannot_be_reached_is_left_alone_longer_and_longer_up_to_an_hour() {
        let mut turn = Turn::default();
        let waits: Vec<u64> = (0..80)
            .map(|_| {
                turn.back(0, Some(3), false, EVERY, 255);
                assert!(!turn.is_due(turn.due_ms - 1, Some(100)), "what is new waits as well");
                turn.due_ms
            })
            .collect();
        assert_eq!(waits[..4], [30_000, 60_000, 120_000, 240_000]);
        assert_eq!((waits[7], waits[79]), (LONGEST_WAIT_MS, LONGEST_WAIT_MS));
        turn.back(0, Some(3), false, EVERY, 0);
        assert_eq!(turn.due_ms, LONGEST_WAIT_MS / 2, "never before half of it");
        turn.back(0, Some(3), true, EVERY, 0);
        assert_eq!((turn.failures, turn.due_ms), (0, EVERY));
    }
}
