//! The courier on the road: it calls other posts and is called by them, over TLS in which both show their certificate.
//! One address, one errand: a pouch goes, a pouch comes back. What is in them is for the desk.

mod answer;
mod call;
mod moving;
mod rounds;

use std::io;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use desk::road::{CourierError, Engine, KnownPost, Road, Trouble, certificate_of};

pub use answer::answer;
pub use call::{Call, call};
pub use rounds::{Round, once, rounds};

/// The way at which a pouch is handed over.
const WAY: &str = "/pouch";
/// What the bodies are.
const KIND: &str = "application/octet-stream";

/// How long and how much at most.
#[derive(Clone, Debug)]
pub struct Limits {
    /// For reaching a computer.
    pub connect: Duration,
    /// For agreeing on TLS and for the head of a request.
    pub handshake: Duration,
    /// As long a line may be silent.
    pub silence: Duration,
    /// For an exchange, and longer by one second for every so many bytes that passed ([`Limits::pace`]).
    pub whole: Duration,
    /// How many bytes a second a line must carry in the long run.
    pub pace: u64,
    /// How many bytes a pouch may have as it travels.
    pub pouch: usize,
    /// How many pouches are taken in at once.
    pub at_once: usize,
    /// How many connections there may be at once, those included that have not shown a certificate yet.
    pub connections: usize,
    /// How many pouches one post may bring in a minute.
    pub a_minute: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            handshake: Duration::from_secs(10),
            silence: Duration::from_secs(60),
            whole: Duration::from_secs(120),
            pace: 500,
            pouch: desk::road::POUCH_LIMIT,
            at_once: 8,
            connections: 64,
            a_minute: 60,
        }
    }
}

/// A courier with everything that it needs on the road.
pub struct Courier {
    road: RwLock<Arc<Road>>,
    /// Who packs and takes in.
    pub engine: Arc<dyn Engine>,
    /// How long and how much.
    pub limits: Limits,
}

impl Courier {
    /// A courier that sets out with this certificate.
    pub fn new(road: Road, engine: Arc<dyn Engine>, limits: Limits) -> Arc<Self> {
        Arc::new(Self { road: RwLock::new(Arc::new(road)), engine, limits })
    }

    /// The certificate of the post with its key.
    pub fn road(&self) -> Arc<Road> {
        Arc::clone(&self.road.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Goes on with another certificate: calls that are under way end with the one before.
    pub fn go_on_with(&self, road: Road) {
        *self.road.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(road);
    }

    /// The posts that may call and be called.
    fn known(&self) -> Result<Vec<KnownPost>, desk::Failure> {
        Ok(self.engine.peers()?.iter().filter_map(certificate_of).collect())
    }
}

/// What kept an exchange from being whole.
#[derive(Debug, thiserror::Error)]
pub enum Setback {
    /// On the road.
    #[error("{}: {told}", trouble.code())]
    Road {
        /// What it was.
        trouble: Trouble,
        /// More of it, for the own people.
        told: String,
    },
    /// With a pouch.
    #[error("{}: {told}", told.code())]
    Pouch {
        /// Why it was neither packed nor taken in.
        #[from]
        told: CourierError,
    },
}

impl Setback {
    fn road(trouble: Trouble, told: impl std::fmt::Display) -> Self {
        Self::Road { trouble, told: told.to_string() }
    }

    /// The code that is kept with the post.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Road { trouble, .. } => trouble.code(),
            Self::Pouch { told } => told.code(),
        }
    }
}

/// Does what waits for the disk where others may wait with it.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)
}
