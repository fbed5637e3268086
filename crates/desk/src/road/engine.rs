//! What the road needs of whoever packs pouches and takes them in. The road itself looks into none.

use journal::PostName;
use serde::Serialize;
use store::{Failure, PeerRow};

/// What a pouch brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// Who packed it, as side and post.
    pub from: String,
    /// How many entries of the other's log came that were not here before.
    pub entries: u64,
    /// How many openings of documents came that were not here before.
    pub openings: u64,
}

/// Why nothing was packed or taken in.
#[derive(Debug, thiserror::Error)]
#[error("{code}: {told}")]
pub struct EngineError {
    /// The reason as a code, which the other post may know as well.
    pub code: &'static str,
    /// The reason in words, for the own people only.
    pub told: String,
}

/// Packs pouches and takes them in, with the keys of the post open.
pub trait Engine: Send + Sync {
    /// Packs what a post does not have yet.
    fn pack(&self, peer: &PostName) -> Result<Vec<u8>, EngineError>;
    /// Takes a packed pouch in. One that was taken in before brings nothing and is no error.
    fn take_in(&self, packed: &[u8]) -> Result<Taken, EngineError>;
    /// Notes whether a try to reach a post worked.
    fn note_try(&self, peer: &PostName, trouble: Option<&str>) -> Result<(), Failure>;
    /// The posts of other sides.
    fn peers(&self) -> Result<Vec<PeerRow>, Failure>;
    /// A number that grows when something is waiting for a post that was not there before.
    fn queued(&self, peer: &PostName) -> Result<u64, Failure>;
}
