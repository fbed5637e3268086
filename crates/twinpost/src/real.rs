//! The real clock and the real chance: the only place in the house that asks the computer for either.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::UNIX_EPOCH;

use desk::table::ReaderProgram;
use desk::{Chance, Clock};
use jiff::Timestamp;

use crate::folders;
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

/// Where a folder stands: a text that is another one on another computer and for every copy of its database.
pub fn seat(folder: &Path) -> Outcome<String> {
    let records = folders::records(folder);
    let about = fs::metadata(&records).map_err(|fault| Stop::file(&records, &fault))?;
    let machine = ["/etc/machine-id", "/var/lib/dbus/machine-id"].iter().find_map(|file| fs::read(file).ok());
    let begun = about.created().ok().and_then(|begun| begun.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    Ok(format!("{:?} {} {}", machine.unwrap_or_default(), number(&about), begun.as_nanos()))
}

#[cfg(unix)]
fn number(about: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    about.ino()
}

#[cfg(not(unix))]
const fn number(_: &fs::Metadata) -> u64 {
    0
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
    fn a_copy_stands_somewhere_else_and_a_folder_that_is_renamed_does_not() {
        let parent = tempfile::tempdir().unwrap();
        let [one, other, copy] = ["one", "other", "copy"].map(|name| parent.path().join(name));
        for folder in [&one, &copy] {
            fs::create_dir(folder).unwrap();
        }
        fs::write(folders::records(&one), "records").unwrap();
        fs::copy(folders::records(&one), folders::records(&copy)).unwrap();
        let here = seat(&one).unwrap();
        fs::write(folders::records(&one), "more records").unwrap();
        fs::rename(&one, &other).unwrap();
        assert_eq!(seat(&other).unwrap(), here);
        assert_ne!(seat(&copy).unwrap(), here);
        assert!(seat(&one).is_err());
    }

    #[test]
    fn every_password_is_another_one_and_long_enough() {
        let (one, other) = (fresh_password(&RealChance), fresh_password(&RealChance));
        assert_ne!(one, other);
        assert_eq!(one.len(), 19);
        assert!(one.chars().all(|c| c == '-' || c.is_ascii_lowercase() || c.is_ascii_digit()));
    }
}
