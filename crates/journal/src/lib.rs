//! The bytes of what happened: journal entries and the one form in which a value may be written.
//!
//! The format is described in `docs/formats/journal-entry.md`; the vectors in `tests/vectors` are never edited.

mod canonical;
mod entry;

pub use canonical::{DEPTH_LIMIT, NotCanonical, SIZE_LIMIT, decode, encode};
pub use entry::{Class, Entry, EntryFault, Id};
