//! How much work one bundle may ask of whoever checks it: a small file must not cost minutes or gigabytes.

use crate::bundle::BUNDLE_LIMIT;
use crate::fault::{Code, Fault};

/// How many signatures a bundle may have, seals and cosignatures among them. Eight sides with ten roots each and a log
/// of each for every other side need less.
pub const SIGNATURES_LIMIT: usize = 2_048;
/// How many bytes the openings of words may have together, each counted for every statement that refers to it.
pub const WORDS_LIMIT: usize = BUNDLE_LIMIT;

/// What was read of one bundle so far.
#[derive(Default)]
pub struct Effort {
    signatures: usize,
    words: usize,
}

impl Effort {
    /// So many more signatures were read, at this place.
    pub fn sign(&mut self, count: usize, place: &str) -> Result<(), Fault> {
        self.signatures += count;
        within(self.signatures, SIGNATURES_LIMIT, place)
    }

    /// A statement refers to words whose opening has so many bytes.
    pub fn quote(&mut self, bytes: usize, place: &str) -> Result<(), Fault> {
        self.words += bytes;
        within(self.words, WORDS_LIMIT, place)
    }
}

fn within(count: usize, limit: usize, place: &str) -> Result<(), Fault> {
    if count <= limit { Ok(()) } else { Err(Fault::new(Code::Size, place)) }
}
