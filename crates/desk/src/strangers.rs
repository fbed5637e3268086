//! Wrong passwords for logins that nobody has: counted like those of officers, so that the wait tells nothing.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

/// How many logins are remembered at once; the one whose wait ended first makes room.
const REMEMBERED: usize = 4096;

/// Tries with logins that do not exist. Kept in memory only: after a restart everybody begins anew.
#[derive(Debug, Default)]
pub(crate) struct Strangers {
    tries: HashMap<[u8; 32], Try>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Try {
    failures: u32,
    locked_until_ms: i64,
}

impl Strangers {
    /// Until when this login has to wait.
    pub(crate) fn locked_until_ms(&self, login: &str) -> i64 {
        self.tries.get(&name(login)).map_or(0, |tried| tried.locked_until_ms)
    }

    /// Notes one more wrong try; `wait_ms` gives the wait after a number of them.
    pub(crate) fn note(&mut self, login: &str, now_ms: i64, wait_ms: impl Fn(u32) -> i64) {
        if self.tries.len() >= REMEMBERED
            && let Some(oldest) =
                self.tries.iter().min_by_key(|(_, tried)| tried.locked_until_ms).map(|(name, _)| *name)
        {
            self.tries.remove(&oldest);
        }
        let tried = self.tries.entry(name(login)).or_default();
        tried.failures = tried.failures.saturating_add(1);
        tried.locked_until_ms = now_ms + wait_ms(tried.failures);
    }
}

fn name(login: &str) -> [u8; 32] {
    Sha256::digest(login.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_of_logins_does_not_grow_without_end() {
        let mut strangers = Strangers::default();
        for number in 0..2 * REMEMBERED {
            strangers.note(&number.to_string(), number as i64, |_| 1);
        }
        assert_eq!(strangers.tries.len(), REMEMBERED);
        assert_eq!(strangers.locked_until_ms("0"), 0);
        assert_eq!(strangers.locked_until_ms(&(2 * REMEMBERED - 1).to_string()), 2 * REMEMBERED as i64);
    }
}
