//! What is proven: journal entries, the logs that two sides keep for one another, the documents that both sign, and the
//! bundle by which anyone can check a document offline.
//!
//! Bytes only: no meaning of the domain, no files, no network, no clock, no chance. The formats are described in
//! `docs/formats/journal-entry.md` and `docs/formats/evidence.md`; the vectors in `tests/vectors` are never edited.

mod bundle;
mod canonical;
mod cbor;
mod channel;
mod checkpoint;
mod cover;
mod document;
mod effort;
mod entry;
mod envelope;
mod fault;
mod fields;
mod identity;
mod introduction;
mod joint;
mod key;
mod origin;
mod pouch;
mod regain;
mod statement;
mod tree;
mod verdict;

pub use bundle::{Bundle, BundledCover, BundledLog, BundledSide, BundledStatement, Utterance, Verdict, verify};
pub use canonical::{decode, encode, item_of, value_of};
pub use cbor::{DEPTH_LIMIT, Item, NotCanonical, SIZE_LIMIT};
pub use channel::{Brought, Kept, Mirrored, ReceiptFault, Run, RunFault};
pub use checkpoint::{Checkpoint, Cosignature, Head};
pub use cover::{COVER_MOST, Cover, Covered};
pub use document::{
    Attachment, Document, Head as DocumentHead, OPENING_LIMIT, Signer, Text, WORDS_OPENING_LIMIT, digest_of,
};
pub use effort::{SIGNATURES_LIMIT, WORDS_LIMIT};
pub use entry::{Class, Entry, EntryFault, Id};
pub use envelope::{ENVELOPE_LIMIT, Envelope, Label};
pub use fault::{Code, Fault};
pub use identity::{OfficerKey, PostKeys, Revocation, Root, root_chain};
pub use introduction::{CODE_DIGITS, INTRODUCED_ROOTS, Introduced, Introduction, spoken_code};
pub use joint::{Answer, Heads, Heard, Revision, Standing, revisions};
pub use key::{NoKey, PublicKey, SecretKey, SignatureBytes};
pub use origin::{NoName, Origin, PostName, is_code};
pub use pouch::{
    Ask, PIECE_LIMIT, POUCH_FORMAT, POUCH_ITEMS, POUCH_LIMIT, Piece, Pouch, RECEIPTS_MOST, Reply, unpacked,
};
pub use regain::{RegainFault, Regained};
pub use statement::{Said, Series, Slot, Statement};
pub use tree::{Growing, Hash, consistency, continues, inclusion, leaf_hash, node_hash, root, root_by, sha256};
pub use verdict::verdict_json;

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(bytes)
}
