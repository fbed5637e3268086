//! The courier: what this post has to tell a post of another side goes out in pouches, what that one tells comes in by
//! pouches, over a line or in a file that somebody carries; the same bytes, in any order, as often as it happens.
//!
//! What was taken in is on the disk before anything that says so leaves. One post's faults never touch what was stored,
//! nor the work with others.

mod covering;
mod hearing;
mod intake;
mod logbook;
mod overview;
mod packing;
mod regain;
mod seat;

use journal::{Fault, Introduced, PostKeys, PostName, ReceiptFault, RegainFault, RunFault};
use store::{Failure, PeerRow, View};

pub(crate) use covering::cover_of;
pub(crate) use hearing::{Full, Opened, StoredHeads, WORDS, heard_of_series, opened};
pub use intake::Taken;
pub(crate) use logbook::{Logbook, log_of};
pub use overview::{AwaitedStatements, CourierView, RefusedStatement};
pub use packing::Line;
pub(crate) use seat::may_say;
pub use seat::{Resumption, SeatView};

use crate::Desk;

/// How many bytes of entries one pouch carries at most, unless a single step of the log is larger.
pub(crate) const RUN_BYTES: usize = 1 << 20;
/// How many bytes of openings one pouch carries at most, unless a single one is larger.
pub(crate) const OPENINGS_BYTES: usize = 8 << 20;
/// How many openings are asked for at once.
pub(crate) const WANTS: usize = 500;

/// Why a pouch is neither packed nor taken in.
#[derive(Debug, thiserror::Error)]
pub enum CourierError {
    /// The pouch is for another post.
    #[error("the pouch is for {0}, not for this post")]
    NotForUs(String),
    /// Nobody here has met that post.
    #[error("{0} is not known here: exchange introductions first")]
    Stranger(String),
    /// Nothing is exchanged with that post any more.
    #[error("nothing is exchanged with {peer} since {code}")]
    Frozen {
        /// The post.
        peer: String,
        /// Why, as a code.
        code: String,
    },
    /// The pouch is damaged or is none.
    #[error("the pouch cannot be read: {0}")]
    Form(#[from] Fault),
    /// The run of the other log is not taken in.
    #[error(transparent)]
    Run(#[from] RunFault),
    /// The receipt is not taken in.
    #[error(transparent)]
    Receipt(#[from] ReceiptFault),
    /// What the other post holds of the own log does not go with what is here.
    #[error(transparent)]
    Regain(#[from] RegainFault),
    /// The folder of the post was put back or moved, and nobody has said so yet.
    #[error("the folder of this post is not where it was: say with `twinpost courier resume` how that came")]
    Moved,
    /// It is not known yet what the other post holds of the own log.
    #[error("{0} was asked what it holds of what was said to it, and has not replied yet")]
    Unsure(String),
    /// The log goes on with a key that it had ended.
    #[error("entry {0} of the log is by a key that had ended")]
    EndedKey(u64),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl CourierError {
    /// The reason as a code, for pages, logs and the other post.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotForUs(_) => "not-for-us",
            Self::Stranger(_) => "stranger",
            Self::Frozen { .. } => "frozen",
            Self::Form(_) => "form",
            Self::Run(RunFault::Form(_)) | Self::Receipt(ReceiptFault::Form(_)) => "note",
            Self::Run(RunFault::OtherLog { .. }) | Self::Receipt(ReceiptFault::OtherLog(_)) => "other-log",
            Self::Run(RunFault::Unsealed) | Self::Receipt(ReceiptFault::Unsealed) => "unsealed",
            Self::Run(RunFault::End { .. }) => "end",
            Self::Run(RunFault::Gap { .. }) => "gap",
            Self::Run(RunFault::Damaged) => "damaged",
            Self::Run(RunFault::Fork { .. }) => "fork",
            Self::Receipt(ReceiptFault::Uncosigned) => "uncosigned",
            Self::Receipt(ReceiptFault::NotOurs { .. }) => "not-ours",
            Self::Receipt(ReceiptFault::Behind { .. }) => "behind",
            Self::Regain(RegainFault::Form(_)) => "note",
            Self::Regain(RegainFault::OtherLog(_)) => "other-log",
            Self::Regain(RegainFault::Unsealed) => "other-keys",
            Self::Regain(RegainFault::Damaged) => "damaged",
            Self::Regain(RegainFault::Split { .. }) => "split",
            Self::Moved => "moved",
            Self::Unsure(_) => "unsure",
            Self::EndedKey(_) => "ended-key",
            Self::Failure(_) => "failure",
        }
    }

    /// Whether nothing may be exchanged after it until a person has looked: the other post, or this one after a loss,
    /// would hold two histories.
    pub const fn freezes(&self) -> bool {
        matches!(
            self,
            Self::Run(RunFault::Fork { .. })
                | Self::Receipt(ReceiptFault::NotOurs { .. })
                | Self::Regain(RegainFault::Split { .. })
                | Self::EndedKey(_)
        )
    }
}

/// A post of another side as this one knows it.
pub(crate) struct Known {
    pub row: PeerRow,
    pub keys: PostKeys,
    pub introduced: Introduced,
}

/// The post of that name, if it was met and nothing stands against exchanging pouches with it.
pub(crate) fn known(view: &View<'_>, name: &PostName) -> Result<Known, CourierError> {
    let known = met(view, name)?;
    match &known.row.frozen {
        Some(code) => Err(CourierError::Frozen { peer: known.row.name, code: code.clone() }),
        None => Ok(known),
    }
}

/// The post of that name, if it was met.
pub(crate) fn met(view: &View<'_>, name: &PostName) -> Result<Known, CourierError> {
    let stranger = || CourierError::Stranger(name.to_string());
    let row = view.peer(&name.to_string())?.ok_or_else(stranger)?;
    let unreadable = |fault: Fault| Failure::Unreadable(format!("the introduction of {name}: {fault}"));
    let introduced = journal::Introduction::read(&row.introduction, "introduction").map_err(unreadable)?;
    Ok(Known { row, keys: introduced.keys.clone(), introduced })
}

impl Desk {
    /// The posts of other sides that were met, by name.
    pub fn peers(&self) -> Result<Vec<PeerRow>, Failure> {
        self.store.read(|view| view.peers())
    }

    /// Notes that it was tried to reach a post, and what kept it from working.
    pub fn note_try(&self, peer: &PostName, trouble: Option<&str>) -> Result<(), Failure> {
        self.store.write(|tx| {
            let Some(row) = tx.view().peer(&peer.to_string())? else { return Ok(()) };
            let tried_ms = Some(self.now_ms());
            tx.keep_peer(&PeerRow { tried_ms, trouble: trouble.map(str::to_owned), ..row })
        })
    }
}
