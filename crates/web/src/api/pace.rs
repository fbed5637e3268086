//! How fast one officer or one token may ask: a bucket for each, filled evenly. It keeps one program that runs wild
//! from taking the computer away from the others, and is wide enough that nobody else ever meets it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Requests a minute, unless the program was started with another number; as many may come at once.
pub const USUAL: u32 = 1200;
/// When so many buckets stand, the full ones are thrown away.
const BUCKETS: usize = 10_000;
/// Parts of a request in which buckets are counted.
const PARTS: i64 = 60_000;

/// The buckets.
#[derive(Debug)]
pub struct Pace {
    a_minute: i64,
    buckets: Mutex<HashMap<String, Bucket>>,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    parts: i64,
    at_ms: i64,
}

impl Pace {
    /// So many requests a minute; the usual number where none is said.
    pub fn of(a_minute: Option<u32>) -> Self {
        let a_minute = i64::from(a_minute.unwrap_or(USUAL).max(1));
        Self { a_minute, buckets: Mutex::new(HashMap::new()) }
    }

    /// Takes what a request costs out of a bucket; or the seconds after which there is enough in it.
    pub fn take(&self, whose: &str, cost: u32, now_ms: i64) -> Result<(), u64> {
        let full = self.a_minute * PARTS;
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= BUCKETS {
            buckets.retain(|_, bucket| self.filled(*bucket, now_ms) < full);
        }
        let bucket = buckets.entry(whose.to_owned()).or_insert(Bucket { parts: full, at_ms: now_ms });
        *bucket = Bucket { parts: self.filled(*bucket, now_ms), at_ms: now_ms };
        let needed = (i64::from(cost.max(1)) * PARTS).min(full);
        if bucket.parts >= needed {
            bucket.parts -= needed;
            return Ok(());
        }
        let missing_ms = (needed - bucket.parts).div_euclid(self.a_minute).unsigned_abs();
        Err(missing_ms / 1000 + 1)
    }

    /// What is in a bucket now: every millisecond brings as many parts as there are requests a minute.
    fn filled(&self, bucket: Bucket, now_ms: i64) -> i64 {
        let passed = (now_ms - bucket.at_ms).clamp(0, PARTS);
        (bucket.parts + passed * self.a_minute).min(self.a_minute * PARTS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let pace = Pace::of(Some(60));
        for _ in 0..60 {
            assert_eq!(pace.take("a", 1, 0), Ok(()));
        }
        assert_eq!(pace.take("a", 1, 0), Err(2));
        assert_eq!(pace.take("b", 1, 0), Ok(()), "each has a bucket of its own");
        assert_eq!(pace.take("a", 1, 999), Err(1));
        assert_eq!(pace.take("a", 1, 1000), Ok(()));
        assert_eq!(pace.take("a", 5, 2000), Err(5));
        assert_eq!(pace.take("a", 1000, 100_000), Ok(()), "what costs more than a bucket waits for a full one");
        assert_eq!(pace.take("a", 1, 50_000), Err(2), "a clock that goes back gives nothing");
    }
}
