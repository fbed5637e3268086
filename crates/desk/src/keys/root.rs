//! Making a root: the keys that speak for a side at the highest, and those that are announced to follow them.

use journal::{Envelope, Label, PostName, Revocation, Root, SecretKey, is_code};
use zeroize::Zeroizing;

use super::fault::KeyError;
use super::locked::{KeyUse, Locked, Passphrase};
use super::request::{Asked, Request, checked_roots};
use crate::Chance;

/// How many keys a root has at most.
const KEYS_LIMIT: usize = 16;

/// A root with the keys that were made for it.
pub struct MadeRoot {
    /// The root, signed as far as its keys were at hand.
    pub request: Request,
    /// Its keys, one for each passphrase; none where they had been announced before.
    pub keys: Vec<Locked>,
    /// The keys that it announces, one for each passphrase.
    pub announced: Vec<Locked>,
}

/// Makes the first root of a side: a key and an announced key for each passphrase, all in one place.
pub fn first_root(
    side: &str,
    threshold: u64,
    from_ms: u64,
    passphrases: &[Passphrase],
    chance: &dyn Chance,
) -> Result<MadeRoot, KeyError> {
    if !is_code(side) || !is_fit(threshold, passphrases.len()) {
        return Err(KeyError::RootForm);
    }
    let secrets: Vec<SecretKey> = passphrases.iter().map(|_| fresh_key(chance)).collect();
    let keys = secrets.iter().zip(passphrases);
    let keys = keys.map(|(key, passphrase)| Locked::lock(key, (KeyUse::Root, side), passphrase, chance));
    let keys = keys.collect::<Result<Vec<_>, _>>()?;
    let announced = announce(side, passphrases, chance)?;
    let next = Root::commitment(&publics(&announced), threshold);
    let root = Root { side: side.to_owned(), number: 1, keys: publics(&keys), threshold, next, from_ms };
    let envelope = root.sign(&secrets.iter().collect::<Vec<_>>());
    Ok(MadeRoot { request: Request::new(Label::Root, envelope, Vec::new())?, keys, announced })
}

/// Makes the root that follows, from the keys that the one in force announced; nobody has signed it yet. What it
/// announces in turn are new keys, one for each passphrase.
pub fn next_root(
    roots: Vec<Envelope>,
    announced: &[Locked],
    from_ms: u64,
    passphrases: &[Passphrase],
    chance: &dyn Chance,
) -> Result<MadeRoot, KeyError> {
    let first = Root::read(roots.first().ok_or(KeyError::NoRoot)?, "roots[0]")?;
    let (_, before) = checked_roots(&first.side, &roots)?;
    let threshold = before.threshold;
    let keys = publics(announced);
    if before.next != Root::commitment(&keys, threshold) {
        return Err(KeyError::NotAnnounced);
    }
    if !is_fit(threshold, passphrases.len()) {
        return Err(KeyError::RootForm);
    }
    let fresh = announce(&before.side, passphrases, chance)?;
    let next = Root::commitment(&publics(&fresh), threshold);
    let root = Root { side: before.side, number: before.number + 1, keys, threshold, next, from_ms };
    let request = Request::new(Label::Root, root.sign(&[]), roots)?;
    Ok(MadeRoot { request, keys: Vec::new(), announced: fresh })
}

/// Asks for the end of a post's keys.
pub fn end_of_post(certificate: &Request, reason: &str, at_ms: u64) -> Result<Request, KeyError> {
    let Asked::Post(post) = certificate.asked() else { return Err(KeyError::NoPaper) };
    let reason = fit_text(reason)?;
    let name = PostName { side: post.name.side.clone(), post: post.name.post.clone() };
    let end = Revocation { post: name, log: post.log, reason, at_ms };
    Request::new(Label::Revocation, end.sign(&[]), certificate.roots().to_vec())
}

/// A key nobody has had before.
pub(crate) fn fresh_key(chance: &dyn Chance) -> SecretKey {
    let mut secret = Zeroizing::new([0; 32]);
    chance.fill(secret.as_mut_slice());
    SecretKey::new(&secret)
}

/// A text of 1 to 300 bytes without what steers a screen.
pub(crate) fn fit_text(text: &str) -> Result<String, KeyError> {
    let text = text.trim();
    let fits = (1..=300).contains(&text.len()) && !text.chars().any(char::is_control);
    if fits { Ok(text.to_owned()) } else { Err(KeyError::Text) }
}

fn announce(side: &str, passphrases: &[Passphrase], chance: &dyn Chance) -> Result<Vec<Locked>, KeyError> {
    let lock = |passphrase| Locked::lock(&fresh_key(chance), (KeyUse::Root, side), passphrase, chance);
    passphrases.iter().map(lock).collect()
}

fn publics(keys: &[Locked]) -> Vec<[u8; 32]> {
    let mut publics: Vec<[u8; 32]> = keys.iter().map(|key| key.public).collect();
    publics.sort_unstable();
    publics
}

fn is_fit(threshold: u64, keys: usize) -> bool {
    (1..=KEYS_LIMIT).contains(&keys) && threshold >= 1 && threshold <= keys as u64
}
