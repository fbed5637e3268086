//! Times as figures: the middle one, the one that nineteen of twenty do not exceed, the longest, and what part of the
//! limit that is.

use std::time::Duration;

use paper::Cell;
use serde_json::{Value, json};

/// The times of one kind of work.
#[derive(Clone, Debug, Default)]
pub struct Times {
    micros: Vec<u64>,
}

impl Times {
    /// Adds a time.
    pub fn add(&mut self, time: Duration) {
        self.micros.push(u64::try_from(time.as_micros()).unwrap_or(u64::MAX));
    }

    /// All times of several.
    pub fn together<'t>(all: impl IntoIterator<Item = &'t Self>) -> Self {
        Self { micros: all.into_iter().flat_map(|times| times.micros.iter().copied()).collect() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.micros.len()
    }

    /// The time in milliseconds that so many of a hundred do not exceed; 0 where there is none.
    pub fn at(&self, of_a_hundred: usize) -> f64 {
        let mut sorted = self.micros.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * of_a_hundred).div_ceil(100);
        rank.checked_sub(1).and_then(|rank| sorted.get(rank)).map_or(0.0, |micros| *micros as f64 / 1000.0)
    }

    /// As the cells of a row: how many, p50, p95, the longest, and p95 as a part of the limit.
    pub fn cells(&self, name: &str, limit_ms: f64) -> Vec<Cell> {
        let mut cells: Vec<Cell> = vec![name.into(), (self.len() as i64).into()];
        cells.extend([50, 95, 100].map(|rank| Cell::from(format!("{:.2}", self.at(rank)).as_str())));
        cells.push(format!("{:.2}", self.at(95) / limit_ms).as_str().into());
        cells
    }

    /// As JSON, in milliseconds.
    pub fn json(&self, name: &str, limit_ms: f64) -> Value {
        json!({ "name": name, "count": self.len(), "p50_ms": self.at(50), "p95_ms": self.at(95), "max_ms": self.at(100),
            "p95_of_limit": self.at(95) / limit_ms })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nineteen_of_twenty_times_do_not_exceed_the_p95() {
        let mut times = Times::default();
        (1..=20).rev().for_each(|millis| times.add(Duration::from_millis(millis)));
        assert_eq!([times.at(50), times.at(95), times.at(100)], [10.0, 19.0, 20.0]);
        assert_eq!(Times::default().at(95), 0.0);
    }
}
