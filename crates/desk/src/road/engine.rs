//! What the road needs of whoever packs pouches and takes them in. The road itself looks into none.

use std::sync::Arc;

use journal::{Origin, PostName};
use store::{Failure, PeerRow};

use crate::Desk;
use crate::courier::{CourierError, Line, Taken};
use crate::keys::PostSealer;

/// Packs pouches and takes them in, with the keys of the post open.
pub trait Engine: Send + Sync {
    /// Packs what a post does not have yet, for a line on which so much is known.
    fn pack(&self, peer: &PostName, line: Line) -> Result<Vec<u8>, CourierError>;
    /// Notes that a packed pouch was handed over to a post.
    fn note_sent(&self, peer: &PostName, packed: &[u8]) -> Result<(), CourierError>;
    /// Takes a packed pouch in. One that was taken in before brings nothing and is no error.
    fn take_in(&self, packed: &[u8]) -> Result<Taken, CourierError>;
    /// Notes whether a try to reach a post worked, or what kept it from working, as a code.
    fn note_try(&self, peer: &PostName, trouble: Option<&str>) -> Result<(), Failure>;
    /// The posts of other sides.
    fn peers(&self) -> Result<Vec<PeerRow>, Failure>;
    /// How many own entries are there for a post; when it grows, something waits to be sent.
    fn said(&self, peer: &PostName) -> Result<u64, Failure>;
}

/// The desk with the keys of its post open.
pub struct OpenDesk {
    desk: Arc<Desk>,
    sealer: Arc<PostSealer>,
}

impl OpenDesk {
    /// A desk with these keys, with which it seals from now on.
    pub fn new(desk: Arc<Desk>, sealer: PostSealer) -> Self {
        let sealer = desk.seal_with(sealer);
        Self { desk, sealer }
    }

    /// A desk that seals already; none while the keys of its post are not open.
    pub fn sealing(desk: Arc<Desk>) -> Option<Self> {
        let sealer = desk.sealer()?;
        Some(Self { desk, sealer })
    }

    /// The keys.
    pub fn sealer(&self) -> &PostSealer {
        &self.sealer
    }
}

impl Engine for OpenDesk {
    fn pack(&self, peer: &PostName, line: Line) -> Result<Vec<u8>, CourierError> {
        self.desk.pack_for(&self.sealer, peer, line)
    }

    fn note_sent(&self, peer: &PostName, packed: &[u8]) -> Result<(), CourierError> {
        self.desk.note_sent(peer, packed)
    }

    fn take_in(&self, packed: &[u8]) -> Result<Taken, CourierError> {
        self.desk.take_in(&self.sealer, packed)
    }

    fn note_try(&self, peer: &PostName, trouble: Option<&str>) -> Result<(), Failure> {
        self.desk.note_try(peer, trouble)
    }

    fn peers(&self) -> Result<Vec<PeerRow>, Failure> {
        self.desk.peers()
    }

    fn said(&self, peer: &PostName) -> Result<u64, Failure> {
        let own = Origin::first(self.sealer.name().clone(), peer.clone());
        self.desk.store.read(|view| view.log_size(&own.to_string()))
    }
}
