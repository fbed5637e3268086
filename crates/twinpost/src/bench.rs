//! Measuring on this computer what the program promises: in files that go again, never in a post that is kept.

mod figures;
mod search;
mod verify;

use clap::Subcommand;

use crate::stop::Outcome;

/// What can be measured.
#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Search: how long it takes among many records, and whether everything is found; fails where a promise is not kept
    Search(search::BenchSearch),
    /// Check a paper: how long it takes from the start of the program to its end, beside other programs
    Verify(verify::BenchVerify),
}

impl Bench {
    /// Measures, prints the figures, and fails where a promise is not kept.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Search(args) => args.run(),
            Self::Verify(args) => args.run(),
        }
    }
}

/// How this program was built: only a release says what people will meet.
const fn build() -> &'static str {
    if cfg!(debug_assertions) { "debug" } else { "release" }
}
