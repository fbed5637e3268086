//! The real clock and the real chance: the only place in the house that asks the computer for either.

use std::io::Write;

use desk::table::ReaderProgram;
use desk::{Chance, Clock};
use jiff::Timestamp;

use crate::import::READ_TABLE;
use crate::stop::{Outcome, Stop};

/// The clock of the computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealClock;

impl Clock for RealClock {
    #[allow(clippy::disallowed_methods, reason = "the binary holds the real clock and hands it to everybody else")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The chance of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealChance;

impl Chance for RealChance {
    /// Fills the bytes, or ends the program: without chance every secret could be guessed.
    #[allow(clippy::disallowed_methods, reason = "the binary holds the real source of chance")]
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(fault) = getrandom::fill(bytes) {
            let _ = writeln!(std::io::stderr(), "twinpost: the operating system gives no random numbers: {fault}");
            std::process::abort();
        }
    }
}

/// The reading process of tables: this program once more, called for nothing else.
pub fn table_reader() -> Outcome<ReaderProgram> {
    let program = std::env::current_exe()
        .map_err(|fault| Stop::Failed(format!("the program does not find itself to read tables: {fault}")))?;
    Ok(ReaderProgram { program, arguments: vec![READ_TABLE.into()] })
}

/// A password that nobody has used: 80 bits of chance, in letters that are not taken for one another.
pub fn fresh_password(chance: &dyn Chance) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0; 16];
    chance.fill(&mut bytes);
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_password_is_another_one_and_long_enough() {
        let (one, other) = (fresh_password(&RealChance), fresh_password(&RealChance));
        assert_ne!(one, other);
        assert_eq!(one.len(), 19);
        assert!(one.chars().all(|c| c == '-' || c.is_ascii_lowercase() || c.is_ascii_digit()));
    }
}
