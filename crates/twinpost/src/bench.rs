//! Measuring on this computer what the program promises: in a post that goes again, never in one that is kept.

mod figures;
mod search;

use clap::Subcommand;

use crate::stop::Outcome;

/// What can be measured.
#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Search: how long it takes among many records, and whether everything is found; fails where a promise is not kept
    Search(search::BenchSearch),
}

impl Bench {
    /// Measures, prints the figures, and fails where a promise is not kept.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Search(args) => args.run(),
        }
    }
}
