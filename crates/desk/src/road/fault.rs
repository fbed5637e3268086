//! Why a meeting did not come about, and why a post could not be reached. Each reason says what to do next.

use domain::Right;
use journal::Fault;
use store::Failure;

use super::address::NoAddress;
use crate::ActError;
use crate::keys::KeyError;

/// Why nothing was done about a post of another side.
#[derive(Debug, thiserror::Error)]
pub enum PeerError {
    /// The bytes are no introduction, or do not hold.
    #[error("this introduction does not hold: {0}")]
    Unproven(#[from] Fault),
    /// A code has another number of digits.
    #[error("the code has {} digits: have it read over the telephone once more", journal::CODE_DIGITS)]
    CodeForm,
    /// The code is that of other bytes.
    #[error("this is not the code of these bytes: the file is another one than the neighbour made, nothing was kept")]
    OtherCode,
    /// A post does not meet its own side.
    #[error("this is a post of your own side")]
    OwnSide,
    /// The directory has no such side.
    #[error("the directory has no side {0}: the neighbour's code of its side must be the one in the profile")]
    NoSide(String),
    /// The post is known under another root.
    #[error("{0} is known under another root. Compare the paper; if it is right, `twinpost peer forget {0}` first")]
    OtherRoot(String),
    /// What is known is younger than this introduction.
    #[error("a later introduction of {0} was taken in before: ask for a new one")]
    Older(String),
    /// Another post is known by the same certificate.
    #[error("{0} is known by the same certificate: each post has its own")]
    SameCertificate(String),
    /// The certificate cannot be read.
    #[error("the certificate in it cannot be read")]
    Certificate,
    /// The address cannot be read.
    #[error(transparent)]
    Address(#[from] NoAddress),
    /// An address without a certificate.
    #[error("who is reached over the network needs a certificate: open the keys of the post for it")]
    NoCertificate,
    /// The root of its side has ended these keys.
    #[error("the root of its side has ended these keys of {0}: a new introduction has others")]
    Revoked(String),
    /// An end is not about the keys by which the post is known.
    #[error("this ends other keys than those by which {0} is known here")]
    OtherKeys(String),
    /// There is no such post.
    #[error("no post {0} was met")]
    NoPeer(String),
    /// A right is missing.
    #[error("not allowed: {right:?} is needed")]
    NotAllowed {
        /// The right.
        right: Right,
    },
    /// The keys of the post do not let us.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl PeerError {
    /// Why an act on the record of the side `side` was not done.
    pub(super) fn of_act(error: ActError, side: &str) -> Self {
        match error {
            ActError::NotFound => Self::NoSide(side.to_owned()),
            ActError::NotAllowed { right } => Self::NotAllowed { right },
            ActError::Failure(failure) => Self::Failure(failure),
            other => Self::Failure(Failure::Unfit(other.to_string())),
        }
    }
}

/// What keeps two posts from exchanging pouches over the network; `docs/operating/courier.md` says what to do about
/// each. Ordinary work and pouches by hand go on whatever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// Nobody answers at the address.
    Unreachable,
    /// Somebody else answers: the certificate is not the one of the introduction.
    Certificate,
    /// The certificate of the other post does not hold on this day, by the clock of this post.
    CertificateExpired,
    /// The other post finds that our certificate does not hold on this day.
    OwnCertificateExpired,
    /// The other post does not know our certificate.
    NotKnown,
    /// What answers does not speak TLS 1.3 as a post does.
    Tls,
    /// The other post has too much to do at the moment.
    Busy,
    /// The line is too slow, or fell silent in the middle.
    TooSlow,
    /// One of the pouches is larger than is allowed.
    TooLarge,
    /// The other post did not take our pouch in.
    Refused,
    /// What the other post answered is no pouch that this one takes in.
    Answer,
    /// Something broke at this post.
    Failure,
}

impl Trouble {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Unreachable,
        Self::Certificate,
        Self::CertificateExpired,
        Self::OwnCertificateExpired,
        Self::NotKnown,
        Self::Tls,
        Self::Busy,
        Self::TooSlow,
        Self::TooLarge,
        Self::Refused,
        Self::Answer,
        Self::Failure,
    ];

    /// The code that is kept and shown.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Certificate => "certificate",
            Self::CertificateExpired => "certificate-expired",
            Self::OwnCertificateExpired => "own-certificate-expired",
            Self::NotKnown => "not-known",
            Self::Tls => "tls",
            Self::Busy => "busy",
            Self::TooSlow => "too-slow",
            Self::TooLarge => "too-large",
            Self::Refused => "refused",
            Self::Answer => "answer",
            Self::Failure => "failure",
        }
    }

    /// Of which trouble a failed conversation in TLS tells.
    pub fn of_tls(error: &rustls::Error) -> Self {
        use rustls::{AlertDescription as Alert, CertificateError as Fault, Error};
        match error {
            Error::InvalidCertificate(
                Fault::Expired | Fault::ExpiredContext { .. } | Fault::NotValidYet | Fault::NotValidYetContext { .. },
            ) => Self::CertificateExpired,
            Error::InvalidCertificate(_) => Self::Certificate,
            Error::AlertReceived(Alert::CertificateExpired) => Self::OwnCertificateExpired,
            Error::AlertReceived(
                Alert::UnknownCA
                | Alert::BadCertificate
                | Alert::CertificateUnknown
                | Alert::CertificateRequired
                | Alert::AccessDenied,
            ) => Self::NotKnown,
            _ => Self::Tls,
        }
    }

    /// Of which trouble a failed reading or writing tells: of TLS where that was the reason, else `otherwise`.
    pub fn of_io(error: &std::io::Error, otherwise: Self) -> Self {
        error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()).map_or(otherwise, Self::of_tls)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_has_its_own_code() {
        let codes: std::collections::BTreeSet<&str> = Trouble::ALL.iter().map(|trouble| trouble.code()).collect();
        assert_eq!(codes.len(), Trouble::ALL.len());
    }
}
