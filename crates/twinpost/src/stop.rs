//! Why the program stopped: in words that say what to do, with the exit code that scripts read.

use std::io::Write;
use std::process::ExitCode;

use desk::document::{DocumentError, Stopped};
use desk::keys::KeyError;
use desk::road::{CourierError, PeerError};
use desk::{ActError, Conflict, EntranceError, Failure, OpenerError, ReadError};
use domain::{Refused, Right};
use serde_json::{Map, Value};

use crate::shown;

/// Why the program stopped before it was done.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// Something broke.
    Failed(String),
    /// The command line cannot be understood.
    Usage(String),
    /// There is no such record, or none that this officer may know of.
    NotFound,
    /// Somebody else changed it, or has it: a person decides.
    Conflict(String),
    /// The officer may not do this, or nobody is logged in.
    NotAllowed(String),
    /// The network does not let us.
    Unreachable(String),
    /// A rule says no, or rows were rejected.
    Refused(String),
    /// Whoever read the output has had enough; nothing is wrong.
    Enough,
}

/// What every command of the program returns.
pub type Outcome<T = ()> = Result<T, Stop>;

impl Stop {
    /// The exit code.
    pub const fn code(&self) -> u8 {
        match self {
            Self::Enough => 0,
            Self::Failed(_) => 1,
            Self::Usage(_) => 2,
            Self::NotFound => 3,
            Self::Conflict(_) => 4,
            Self::NotAllowed(_) => 5,
            Self::Unreachable(_) => 6,
            Self::Refused(_) => 7,
        }
    }

    /// What the person reads.
    pub fn message(&self) -> &str {
        match self {
            Self::NotFound => "there is no such record, or none that you may see",
            Self::Enough => "",
            Self::Failed(text)
            | Self::Usage(text)
            | Self::Conflict(text)
            | Self::NotAllowed(text)
            | Self::Unreachable(text)
            | Self::Refused(text) => text,
        }
    }

    /// Says why on the error output, and gives the exit code.
    pub fn tell(&self) -> ExitCode {
        if !matches!(self, Self::Enough) {
            let _ = writeln!(std::io::stderr(), "twinpost: {}", self.message());
        }
        ExitCode::from(self.code())
    }

    /// A failure with a file.
    pub fn file(path: &std::path::Path, fault: &dyn std::fmt::Display) -> Self {
        Self::Failed(format!("{}: {fault}", path.display()))
    }

    /// Why an act on a record was not done.
    pub fn of_act(error: ActError) -> Self {
        match error {
            ActError::NotFound => Self::NotFound,
            ActError::NotAllowed { right } => missing(right),
            ActError::Refused(refused) => Self::Refused(refusal_text(&refused)),
            ActError::Bad(text) => Self::Usage(text),
            ActError::KeyUsed => Self::Usage(error.to_string()),
            ActError::Conflict(conflict) => Self::Conflict(conflict_text(&conflict)),
            ActError::Failure(failure) => failure.into(),
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure.to_string())
    }
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NotFound => Self::NotFound,
            ReadError::NotAllowed { right } => missing(right),
            ReadError::Failure(failure) => failure.into(),
        }
    }
}

impl From<EntranceError> for Stop {
    fn from(error: EntranceError) -> Self {
        match error {
            EntranceError::Failure(failure) => failure.into(),
            EntranceError::PasswordForm => Self::Usage(error.to_string()),
            other => Self::NotAllowed(other.to_string()),
        }
    }
}

impl From<OpenerError> for Stop {
    fn from(error: OpenerError) -> Self {
        match error {
            OpenerError::Failure(failure) => failure.into(),
            OpenerError::NotFound | OpenerError::About => Self::NotFound,
            OpenerError::TooMany => Self::Conflict(error.to_string()),
            OpenerError::Name | OpenerError::Until | OpenerError::Noun(_) => Self::Usage(error.to_string()),
        }
    }
}

impl From<KeyError> for Stop {
    fn from(error: KeyError) -> Self {
        use KeyError as K;
        let told = error.to_string();
        match error {
            K::Failure(failure) => failure.into(),
            K::NotAllowed { right } => missing(right),
            K::NotFound | K::NoKey => Self::Failed(told),
            K::Passphrase | K::Wait { .. } | K::Ended | K::OutOfTime => Self::NotAllowed(told),
            K::PassphraseForm | K::RootForm | K::PostForm | K::Dates | K::Rights | K::Text | K::NoRoot => {
                Self::Usage(told)
            }
            K::HasKey | K::Signed | K::OtherPost(_) | K::OtherSide(_) | K::OtherRoots | K::OlderBackup => {
                Self::Conflict(told)
            }
            K::Damaged | K::Version | K::NoPaper => Self::Failed(told),
            K::Unproven(_)
            | K::NotASigner
            | K::TooFew { .. }
            | K::NotAnnounced
            | K::FingerprintNeeded
            | K::OtherFingerprint
            | K::NotOurs
            | K::NotCertified => Self::Refused(told),
        }
    }
}

impl From<PeerError> for Stop {
    fn from(error: PeerError) -> Self {
        use PeerError as P;
        let told = error.to_string();
        match error {
            P::Failure(failure) => failure.into(),
            P::Key(error) => error.into(),
            P::NotAllowed { right } => missing(right),
            P::CodeForm | P::Address(_) => Self::Usage(told),
            P::OtherRoot(_) | P::Older(_) | P::SameCertificate(_) => Self::Conflict(told),
            P::NoPeer(_) => Self::Failed(told),
            P::Unproven(_)
            | P::OtherCode
            | P::OwnSide
            | P::NoSide(_)
            | P::Certificate
            | P::NoCertificate
            | P::Revoked(_)
            | P::OtherKeys(_) => Self::Refused(told),
        }
    }
}

impl From<CourierError> for Stop {
    fn from(error: CourierError) -> Self {
        match error {
            CourierError::Failure(failure) => failure.into(),
            other => Self::Refused(format!("{other} ({})", other.code())),
        }
    }
}

impl From<DocumentError> for Stop {
    fn from(error: DocumentError) -> Self {
        use DocumentError as D;
        let told = error.to_string();
        match error {
            D::Act(error) => Self::of_act(error),
            D::Key(error) => error.into(),
            D::Courier(error) => error.into(),
            D::NotAsShown => Self::Conflict(told),
            D::NotThisKind(_) => Self::NotAllowed(told),
            D::Together(stopped) => Self::Refused(stops_text(stopped)),
            D::PostLocked | D::NoPost(_) | D::NoWords | D::NothingSaid | D::NoDraft | D::NotSaid(_) => {
                Self::Refused(told)
            }
        }
    }
}

impl From<paper::PaperFailure> for Stop {
    fn from(failure: paper::PaperFailure) -> Self {
        Self::Failed(failure.to_string())
    }
}

fn missing(right: Right) -> Stop {
    let what = match right {
        Right::Read => "read this record",
        Right::Record => "record anything here",
        Right::Decide => "decide here; a commander of the unit may",
        Right::Administer => "keep the directory; the keeper may",
        Right::Audit => "see refused acts; an auditor may",
        Right::Post => "do what only the post itself does",
    };
    Stop::NotAllowed(format!("no role of yours lets you {what}"))
}

/// A rule's no, in the words of the pages where there are any, else in those of its reason.
pub fn refusal_text(refused: &Refused) -> String {
    let key = format!("{}-refusal-{}", refused.noun, refused.reason);
    let texts = web::Texts::read();
    let spoken = web::Language::from_code(&shown::language()).filter(|language| texts.has(*language, &key));
    let language = spoken.or_else(|| web::Language::from_code("en")).filter(|language| texts.has(*language, &key));
    match language {
        Some(language) => texts.with_details(language, &key, &refused.details, str::to_owned),
        None => plain_refusal(&refused.noun, &refused.reason, &refused.details),
    }
}

fn plain_refusal(noun: &str, reason: &str, details: &Map<String, Value>) -> String {
    let details: Vec<String> = details.iter().map(|(name, value)| format!("{name}: {}", shown::plain(value))).collect();
    let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join(", ")) };
    format!("a rule of {noun} says no: {}{details}", reason.replace('-', " "))
}

/// Each document that keeps the others from being signed, with the reason.
fn stops_text(stopped: Vec<Stopped>) -> String {
    let each = stopped.into_iter().map(|one| format!("\n  {}: {}", one.record, Stop::from(one.error).message()));
    format!("nothing was signed:{}", each.collect::<String>())
}

fn conflict_text(conflict: &Conflict) -> String {
    let changes = conflict.changes.iter().map(|change| {
        let fact = change.fact.get("fact").and_then(Value::as_str).unwrap_or("changed");
        format!("\n  {} {} by {}", shown::instant_ms(change.recorded_ms), fact.replace('-', " "), change.officer)
    });
    format!(
        "somebody changed the record meanwhile; it stands at version {v}:{}\nLook at it again, then repeat with --version {v}.",
        changes.collect::<String>(),
        v = conflict.version,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_to_stop_has_its_own_exit_code() {
        let text = String::new;
        let all = [
            Stop::Enough,
            Stop::Failed(text()),
            Stop::Usage(text()),
            Stop::NotFound,
            Stop::Conflict(text()),
            Stop::NotAllowed(text()),
            Stop::Unreachable(text()),
            Stop::Refused(text()),
        ];
        assert_eq!(all.map(|stop| stop.code()), [0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn a_refusal_without_a_text_is_told_by_its_reason() {
        let details = Map::from_iter([("days".to_owned(), Value::from(3))]);
        assert_eq!(plain_refusal("talks", "too-late", &details), "a rule of talks says no: too late (days: 3)");
    }
}
