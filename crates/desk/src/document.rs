//! Documents that cross: what exactly would leave is shown, an officer signs it, it goes into the log for the other
//! post; what the other side says is told to the record; and what proves how a document stands goes into one file.

mod bundling;
mod gate;
mod news;
mod paper;
mod regain;
mod release;
mod round;
mod say;
mod shown;
mod tell;
mod together;

use domain::contact::document::{DocumentKind, SaidKind};
use journal::PostName;
use store::Failure;

pub use gate::{Preview, Released};
pub use paper::PaperView;
pub use release::ReleaseOrder;
pub use round::{ComparisonView, ShareOrder, TakeOverOrder};
pub use say::Saying;
pub use shown::{Shown, ShownDocument, ShownFile, ShownSigner, ShownText};
pub(crate) use tell::Untold;
pub use together::{Stopped, TOGETHER_MOST, TogetherKind, TogetherLine, TogetherOne, TogetherOrder, TogetherView};

use crate::act::ActError;
use crate::courier::CourierError;
use crate::keys::KeyError;

/// Why a document was neither given out nor signed. Nothing has left.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Like any other act: no such record, not allowed, refused, changed meanwhile.
    #[error(transparent)]
    Act(#[from] ActError),
    /// The officer's key does not open or has ended.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The keys of the post are not open: it has to be served with its passphrase.
    #[error("the keys of the post are not open")]
    PostLocked,
    /// What would leave is not what the officer was shown.
    #[error("what would leave is not what was shown: look at it again")]
    NotAsShown,
    /// The officer's key may not sign documents of this kind, or not now.
    #[error("the key may not sign a {}", .0.code())]
    NotThisKind(DocumentKind),
    /// The post of the other side is not known, or of another side, or nothing is exchanged with it.
    #[error("documents for {0} go to one of its posts that was met")]
    NoPost(String),
    /// The words are not kept here, so nothing about the document can be signed.
    #[error("the words of the document are not here")]
    NoWords,
    /// There is no proof yet: nothing of it was given out.
    #[error("nothing of the document was given out yet")]
    NothingSaid,
    /// No draft of the other side has come.
    #[error("no such draft of the other side has come")]
    NoDraft,
    /// A statement of this kind is made in another way.
    #[error("{} is not said in this way", .0.code())]
    NotSaid(SaidKind),
    /// Some of many documents cannot be signed, so none of them was.
    #[error("nothing was signed: {}", stops(.0))]
    Together(Vec<Stopped>),
    /// The other post or its log stands in the way.
    #[error(transparent)]
    Courier(#[from] CourierError),
}

impl From<Failure> for DocumentError {
    fn from(failure: Failure) -> Self {
        Self::Act(ActError::Failure(failure))
    }
}

fn stops(stopped: &[Stopped]) -> String {
    let each = stopped.iter().map(|one| format!("{}: {}", one.record, one.error));
    each.collect::<Vec<_>>().join("; ")
}

/// The digest as records write it.
fn hash_of(text: &str) -> Option<journal::Hash> {
    let mut hash = journal::Hash::default();
    base16ct::lower::decode(text, &mut hash).ok().filter(|bytes| bytes.len() == 32)?;
    Some(hash)
}

/// The series as records write it.
fn series_of(text: &str) -> Option<journal::Series> {
    let mut series = journal::Series::default();
    base16ct::lower::decode(text, &mut series).ok().filter(|bytes| bytes.len() == 16)?;
    Some(series)
}

fn post_of(text: &str) -> Result<PostName, DocumentError> {
    text.parse().map_err(|_| DocumentError::NoPost(text.to_owned()))
}
