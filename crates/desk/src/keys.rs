//! Keys: what a side, its posts and its officers sign and seal with; how they are made, kept encrypted, certified from
//! the root down, opened, replaced and ended. What is signed is decided elsewhere.
//!
//! A secret is only ever in memory while something is done with it, and is wiped afterwards. Clock, chance and
//! passphrases come from outside.

mod backup;
mod fault;
pub(crate) mod form;
mod locked;
mod officer;
mod post;
mod request;
mod root;
mod sealer;

use domain::OfficerId;
use jiff::Timestamp;
use jiff::civil::Date;
pub use journal::{Envelope, Hash, Label, PostKeys, Revocation, Root};
use journal::{OfficerKey, hex, sha256};
use serde::Serialize;
use store::{Failure, KeptKey};

pub use backup::{BACKUP_LIMIT, KeyBackup, Recovered};
pub use fault::KeyError;
pub use locked::{KeyUse, Locked, PASSPHRASE_MAX, PASSPHRASE_MIN, Passphrase};
pub use officer::{By, OfficerOrder};
pub use post::Installed;
pub(crate) use post::{certified, chain_from, end as post_end, kept_roots, roots_up_to};
pub use request::{Asked, Request, checked_roots};
pub use root::{MadeRoot, end_of_post, first_root, next_root};
pub(crate) use root::{fit_text, fresh_key};
pub use sealer::{PostSealer, Signer};

use crate::Desk;
use crate::road::KeptCertificate;

/// How many days before its end a key is told to need attention.
pub const WARNING_DAYS: i64 = 60;
/// The kind of a root in the list of kept keys.
const ROOT: &str = "root";

/// How a key stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyStage {
    /// Made, and not certified yet.
    Waiting,
    /// Certified and within its time.
    Standing,
    /// Its time is over.
    Past,
    /// Ended before its time.
    Ended,
}

/// A key as a keeper sees it, without anything secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyView {
    /// What it is for: `root`, `log`, `mirror`, `certify`, `officer` or `courier`.
    pub what: String,
    /// Whose it is: the number of a root, the code of a post, or the login of an officer.
    pub name: String,
    /// SHA-256 over the public key in hexadecimal digits; of a root, its digest.
    pub digest: String,
    /// How it stands.
    pub stage: KeyStage,
    /// From when, as certified.
    pub from: Option<Timestamp>,
    /// Until before when, as certified.
    pub until: Option<Timestamp>,
    /// When it ended before its time.
    pub ended: Option<Timestamp>,
    /// Why it ended.
    pub reason: String,
    /// How many whole days are left.
    pub days_left: Option<i64>,
    /// Whether it ends within 60 days and somebody has to see to it.
    pub ends_soon: bool,
    /// Of an officer's key, what its certificate says.
    pub officer: Option<OfficerView>,
}

/// What the certificate of an officer's key says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficerView {
    /// The opaque identity towards the neighbour.
    pub identity: String,
    /// The unit.
    pub unit: String,
    /// The office.
    pub office: String,
    /// The kinds of documents that the key may sign.
    pub rights: Vec<String>,
}

/// Thirty-two bytes as people compare them on paper: sixteen groups of four digits.
pub fn grouped(hash: &Hash) -> String {
    let digits = hex(hash);
    let groups: Vec<&str> = (0..digits.len()).step_by(4).filter_map(|at| digits.get(at..at + 4)).collect();
    groups.join(" ")
}

/// The thirty-two bytes that somebody typed from paper, with or without spaces.
pub fn ungrouped(text: &str) -> Option<Hash> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let mut hash = Hash::default();
    if digits.len() != 64 {
        return None;
    }
    for (byte, pair) in hash.iter_mut().zip(digits.chunks(2)) {
        let value = |digit: &u8| char::from(*digit).to_digit(16);
        let [high, low] = pair else { return None };
        *byte = u8::try_from(value(high)? * 16 + value(low)?).ok()?;
    }
    Some(hash)
}

/// The first sixteen digits of the digest of a public key, in groups of four, by which people tell keys apart.
pub fn short_digest(public: &[u8]) -> String {
    grouped(&sha256(&[public])).chars().take(19).collect()
}

/// The digest of a public key.
fn digest(public: &[u8]) -> String {
    hex(&sha256(&[public]))
}

impl Desk {
    /// Every key of this post, ended ones included, in the order in which they were made.
    pub fn keys(&self) -> Result<Vec<KeyView>, Failure> {
        let kept = self.access.keys()?;
        kept.iter().map(|key| self.key_view(key, &kept)).collect()
    }

    /// The keys that end within 60 days, and those without which the post seals nothing and whose last day is over; of the
    /// three keys of the post the first one stands for all.
    pub fn keys_to_see_to(&self) -> Result<Vec<KeyView>, Failure> {
        let of_post = |key: &KeyView| key.what == KeyUse::Log.code() || key.what == KeyUse::Courier.code();
        let is_due = |key: &KeyView| key.ends_soon || (key.stage == KeyStage::Past && of_post(key));
        let mut keys = self.keys()?;
        keys.retain(|key| is_due(key) && (of_post(key) || key.what == KeyUse::Officer.code()));
        Ok(keys)
    }

    fn key_view(&self, key: &KeptKey, all: &[KeptKey]) -> Result<KeyView, Failure> {
        let unreadable = |fault: journal::Fault| Failure::Unreadable(fault.to_string());
        // What stands beside the courier's key is no envelope but a certificate of TLS.
        let courier = (key.kind == KeyUse::Courier.code()).then(|| KeptCertificate::read(&key.certificate)).flatten();
        let has_envelope = !key.certificate.is_empty() && courier.is_none();
        let envelope = has_envelope.then(|| Envelope::from_bytes(&key.certificate, "certificate"));
        let envelope = envelope.transpose().map_err(unreadable)?;
        let (mut from_ms, mut until_ms, mut officer) = (None, None, None);
        let (mut name, mut digest) = (key.name.clone(), digest(&key.public));
        // An officer's key ends with the key of the post that certified it.
        let mut ended = key.ended_ms.map(|at| (at, key.reason.clone()));
        match (&envelope, key.kind.as_str()) {
            (Some(envelope), ROOT) => {
                from_ms = Some(Root::read(envelope, ROOT).map_err(unreadable)?.from_ms);
                digest = hex(&key.public);
            }
            (Some(envelope), "officer") => {
                let read = officer::read(envelope, all).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
                (from_ms, until_ms) = (Some(read.0.from_ms), Some(read.0.until_ms));
                let post = read.1.ended_ms.map(|at| (at, read.1.reason.clone()));
                ended = ended.or(post);
                officer = Some(OfficerView::of(read.0));
                name = self.login_of(&key.name)?;
            }
            (Some(envelope), _) => {
                let read = PostKeys::read(envelope, "post").map_err(unreadable)?;
                (from_ms, until_ms) = (Some(read.from_ms), Some(read.until_ms));
            }
            (None, _) => {}
        }
        if let Some(courier) = &courier {
            (from_ms, until_ms) = (Some(courier.from_ms), Some(courier.until_ms));
        }
        let now = self.now_ms();
        let is_past = until_ms.is_some_and(|until| instant_ms(until) <= now);
        let stage = match (&ended, is_past, key.certificate.is_empty()) {
            (Some(_), _, _) => KeyStage::Ended,
            (None, _, true) => KeyStage::Waiting,
            (None, true, false) => KeyStage::Past,
            (None, false, false) => KeyStage::Standing,
        };
        let days_left = until_ms.filter(|_| stage == KeyStage::Standing);
        let days_left = days_left.map(|until| (instant_ms(until) - now) / (24 * 3_600_000));
        let (ended, reason) = ended.map_or((None, String::new()), |(at, reason)| (at_ms(at), reason));
        Ok(KeyView {
            what: key.kind.clone(),
            name,
            digest,
            stage,
            from: from_ms.and_then(|ms| at_ms(instant_ms(ms))),
            until: until_ms.and_then(|ms| at_ms(instant_ms(ms))),
            ended,
            reason,
            days_left,
            ends_soon: days_left.is_some_and(|days| days < WARNING_DAYS),
            officer,
        })
    }

    fn login_of(&self, officer: &str) -> Result<String, Failure> {
        let Ok(id) = OfficerId::parse(officer) else { return Ok(officer.to_owned()) };
        Ok(self.officer(&id)?.map_or_else(|| officer.to_owned(), |state| state.login))
    }

    /// The first instant after a day on the own clock, which is where a key with this last day ends.
    fn end_of(&self, last: Date) -> u64 {
        let after = last.tomorrow().unwrap_or(last);
        u64::try_from(self.begin_of(after).as_millisecond()).unwrap_or_default()
    }

    /// The present instant as evidence writes it.
    fn now_evidence(&self) -> u64 {
        self.now_ms().unsigned_abs()
    }
}

impl OfficerView {
    fn of(key: OfficerKey) -> Self {
        Self { identity: key.officer, unit: key.unit, office: key.office, rights: key.rights }
    }
}

/// A time of evidence as the store writes it; it is below 2^53.
fn instant_ms(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}

fn at_ms(ms: i64) -> Option<Timestamp> {
    Timestamp::from_millisecond(ms).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_back_from_paper() {
        let hash = sha256(&[b"root"]);
        let shown = grouped(&hash);
        assert_eq!((shown.len(), shown.split(' ').count()), (79, 16));
        assert_eq!(ungrouped(&shown), Some(hash));
        assert_eq!(ungrouped(&shown.replace(' ', "").to_uppercase()), Some(hash));
        assert_eq!(ungrouped(&shown[..78]), None);
        assert_eq!(ungrouped(&shown.replace('a', "g")), None);
    }
}
