//! The road between two posts: how they meet, the certificate under which each is known to the other, and what has to
//! be true before a single byte of a pouch passes. Pouches themselves are packed and taken in elsewhere.
//!
//! Both directions are pinned: a post speaks with posts that it has met and with nobody else, whatever any authority
//! signed for them. Clock and chance come from outside; only what TLS itself draws comes from the system.

mod address;
mod certificate;
mod ended;
mod engine;
mod fault;
mod inspect;
mod peer;
mod pinned;

pub use address::Address;
pub(crate) use certificate::KeptCertificate;
pub use certificate::{CERTIFICATE_YEARS, Road};
pub use engine::{Engine, OpenDesk};
pub use fault::{PeerError, Trouble};
pub use inspect::{InspectedRun, PouchView, inspect};
pub use journal::{POUCH_LIMIT, PostName, unpacked};
pub use peer::{IntroductionView, Met, PeerView, certificate_of};
pub use pinned::KnownPost;
pub use store::PeerRow;

pub use crate::courier::{CourierError, Taken};
