//! Why a key was not made, opened, taken in or ended: each reason says what to do, and none says anything of a secret.

use domain::Right;
use journal::Fault;
use store::Failure;

use crate::ActError;

/// Why nothing was done with a key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The passphrase is not the one under which the key was encrypted.
    #[error("this is not the passphrase of the key")]
    Passphrase,
    /// The bytes of a kept key were changed or cut.
    #[error("the key file is damaged: take another copy of it")]
    Damaged,
    /// The form was written by a later program.
    #[error("the key file was written by a later version of the program")]
    Version,
    /// A passphrase is too short or too long.
    #[error(
        "a passphrase has at least {} characters and at most {} bytes",
        super::PASSPHRASE_MIN,
        super::PASSPHRASE_MAX
    )]
    PassphraseForm,
    /// Too many wrong passphrases.
    #[error("too many wrong passphrases; wait {seconds} seconds")]
    Wait {
        /// How long.
        seconds: i64,
    },
    /// A file is neither a request nor a signed root, certificate or revocation.
    #[error("this file is no request and no signed paper of a root")]
    NoPaper,
    /// A certificate, root or revocation does not hold.
    #[error("it does not hold: {0}")]
    Unproven(#[from] Fault),
    /// A request says nothing of the root that is to sign it.
    #[error("the files of the root are needed, from the first to the one in force")]
    NoRoot,
    /// This key is not one of those that sign it.
    #[error("this key is none of those that sign here")]
    NotASigner,
    /// This key has signed it before.
    #[error("this key has signed it already")]
    Signed,
    /// Too few have signed.
    #[error("too few have signed: {missing} missing")]
    TooFew {
        /// How many signatures are missing.
        missing: u64,
    },
    /// The keys of a new root are not those that the root before announced.
    #[error("these are not the keys that the root before announced")]
    NotAnnounced,
    /// The threshold, the number of keys or the code cannot be.
    #[error("a root has 1 to 16 keys, a threshold from 1 to their number, and the code of a side")]
    RootForm,
    /// The name of a post is no code.
    #[error("the name of a post has small letters, digits and hyphens, a letter first, 32 at most")]
    PostForm,
    /// The folder holds the keys of another post.
    #[error("this folder holds the keys of the post {0}")]
    OtherPost(String),
    /// A backup is of another side.
    #[error("these are keys of the side {0}, not of this one")]
    OtherSide(String),
    /// A backup lacks keys that are here.
    #[error("there are keys here that the backup does not hold: it is an older one, or of another beginning")]
    OlderBackup,
    /// The fingerprint of the first root is not known yet and has to be compared with the paper.
    #[error("compare the fingerprint of the first root with the paper, and say it")]
    FingerprintNeeded,
    /// The first root is not the one of the fingerprint.
    #[error("the first root has another fingerprint than the one on the paper")]
    OtherFingerprint,
    /// The roots are not those that the post knows.
    #[error("these roots contradict those that the post has taken in")]
    OtherRoots,
    /// A certificate is not about the keys of this post.
    #[error("this is not about keys that this post holds")]
    NotOurs,
    /// There is no such key.
    #[error("there is no such key")]
    NoKey,
    /// The key has ended.
    #[error("the key has ended")]
    Ended,
    /// Nothing certifies the keys of the post yet.
    #[error("the keys of the post are not certified yet: `twinpost keys post install`")]
    NotCertified,
    /// The time of the key has not come, or is over.
    #[error("the key does not hold at this time")]
    OutOfTime,
    /// An officer has a key that stands.
    #[error("the officer has a key that stands: rotate or revoke it")]
    HasKey,
    /// The last day lies before the first, or beyond the keys that certify.
    #[error("the last day is after today and not after that of the keys of the post")]
    Dates,
    /// The rights are not codes.
    #[error("rights are 1 to 64 kinds of documents, such as letter,minutes")]
    Rights,
    /// A text is blank or too long.
    #[error("office and reason have 1 to 300 bytes")]
    Text,
    /// There is no such officer or unit, or none that the one who acts may know of.
    #[error("there is no such officer or unit, or none that you may see")]
    NotFound,
    /// A right is missing.
    #[error("not allowed: {right:?} is needed")]
    NotAllowed {
        /// The right.
        right: Right,
    },
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<ActError> for KeyError {
    fn from(error: ActError) -> Self {
        match error {
            ActError::NotFound => Self::NotFound,
            ActError::NotAllowed { right } => Self::NotAllowed { right },
            ActError::Failure(failure) => Self::Failure(failure),
            other => Self::Failure(Failure::Unfit(other.to_string())),
        }
    }
}
