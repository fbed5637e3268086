//! Who may seal and sign for a side: the root, certified by nobody; posts, certified by the root; officers, certified
//! by their post. Fingerprints of first roots are exchanged on paper; everything else follows from them.

use crate::cbor::Item;
use crate::envelope::{ENVELOPE_LIMIT, Envelope, Label};
use crate::fault::{Code, Fault};
use crate::fields::{Fields, exactly, map};
use crate::key::{PublicKey, SecretKey};
use crate::origin::{PostName, is_code};
use crate::tree::{Hash, sha256};

/// The version of these payloads.
pub const VERSION: u64 = 1;
/// How many keys a root may have.
pub const ROOT_KEYS_LIMIT: usize = 16;
/// How many bytes a unit, an office or an identity may have.
pub const NAME_LIMIT: usize = 300;
/// How many kinds of documents an officer may be allowed to sign.
pub const RIGHTS_LIMIT: usize = 64;

/// The keys that speak for a side at the highest, so many of them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The side.
    pub side: String,
    /// 1 for the first, then one more each.
    pub number: u64,
    /// The public keys, ascending.
    pub keys: Vec<[u8; 32]>,
    /// How many of them must sign.
    pub threshold: u64,
    /// The commitment to the keys and threshold that follow ([`Root::commitment`]).
    pub next: Hash,
    /// From when, in milliseconds since 1970 UTC.
    pub from_ms: u64,
}

/// The keys of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostKeys {
    /// Side and post.
    pub name: PostName,
    /// Seals the heads of its logs.
    pub log: [u8; 32],
    /// Cosigns what it has stored of others.
    pub mirror: [u8; 32],
    /// Certifies its officers and signs what the post itself says.
    pub certify: [u8; 32],
    /// From when, in milliseconds since 1970 UTC.
    pub from_ms: u64,
    /// Until before when.
    pub until_ms: u64,
}

/// The key of an officer: an opaque identity and an office, never a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficerKey {
    /// Side and post.
    pub post: PostName,
    /// The identity under which the officer signs towards this neighbour.
    pub officer: String,
    /// The unit for which the officer signs.
    pub unit: String,
    /// The office, as the side writes it.
    pub office: String,
    /// The public key.
    pub key: [u8; 32],
    /// The kinds of documents that the officer may sign, ascending.
    pub rights: Vec<String>,
    /// From when, in milliseconds since 1970 UTC.
    pub from_ms: u64,
    /// Until before when.
    pub until_ms: u64,
}

/// The end of a post's keys, said by the root: a stolen post, or one that is no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// Side and post.
    pub post: PostName,
    /// The key of its log that ends.
    pub log: [u8; 32],
    /// Why.
    pub reason: String,
    /// When it was said.
    pub at_ms: u64,
}

fn payload(envelope: &Envelope, place: &str) -> Result<Fields, Fault> {
    let item = Item::from_bytes(&envelope.payload, ENVELOPE_LIMIT).map_err(|_| Fault::new(Code::Encoding, place))?;
    let mut fields = Fields::of(item, place)?;
    if fields.number("version")? == VERSION { Ok(fields) } else { Err(Fault::new(Code::Format, place)) }
}

fn text(text: &str) -> Item {
    Item::Text(text.to_owned())
}

fn number(number: u64) -> Item {
    Item::Int(number.into())
}

fn bytes(item: &Item) -> Vec<u8> {
    // These payloads are small and flat; nothing in them can fail to be written.
    item.to_bytes(ENVELOPE_LIMIT).unwrap_or_default()
}

fn post_name(fields: &mut Fields) -> Result<PostName, Fault> {
    Ok(PostName { side: fields.code("side")?, post: fields.code("post")? })
}

/// From and until, the last fields of a payload: that one is before the other is looked at when nothing is left over.
fn dates(mut fields: Fields, place: &str) -> Result<(u64, u64), Fault> {
    let (from, until) = (fields.number("from")?, fields.number("until")?);
    fields.done()?;
    if from < until { Ok((from, until)) } else { Err(Fault::new(Code::Dates, place)) }
}

impl Root {
    /// What the root before this one must have said: SHA-256 over the keys and the threshold that follow it.
    pub fn commitment(keys: &[[u8; 32]], threshold: u64) -> Hash {
        let keys = Item::List(keys.iter().map(|key| Item::Bytes(key.to_vec())).collect());
        sha256(&[b"twinpost/1/next", &bytes(&map([("keys", keys), ("threshold", number(threshold))]))])
    }

    fn to_payload(&self) -> Vec<u8> {
        bytes(&map([
            ("version", number(VERSION)),
            ("side", text(&self.side)),
            ("number", number(self.number)),
            ("keys", Item::List(self.keys.iter().map(|key| Item::Bytes(key.to_vec())).collect())),
            ("threshold", number(self.threshold)),
            ("next", Item::Bytes(self.next.to_vec())),
            ("from", number(self.from_ms)),
        ]))
    }

    /// Signs it with those keys of this root and of the root before that are at hand.
    pub fn sign(&self, keys: &[&SecretKey]) -> Envelope {
        Envelope::sign(Label::Root, self.to_payload(), keys)
    }

    /// What people compare on paper: SHA-256 over the payload of the first root.
    pub fn fingerprint(&self) -> Hash {
        sha256(&[b"twinpost/1/fingerprint", &self.to_payload()])
    }

    /// The root that an envelope holds; signatures are not looked at.
    pub fn read(envelope: &Envelope, place: &str) -> Result<Self, Fault> {
        let mut fields = payload(envelope, place)?;
        let root = Self {
            side: fields.code("side")?,
            number: fields.number("number")?,
            keys: fields
                .list("keys", ROOT_KEYS_LIMIT)?
                .into_iter()
                .map(|(place, key)| exactly(key).ok_or_else(|| Fault::new(Code::Shape, place)))
                .collect::<Result<_, _>>()?,
            threshold: fields.number("threshold")?,
            next: fields.exactly("next")?,
            from_ms: fields.number("from")?,
        };
        fields.done()?;
        Ok(root)
    }

    fn has(&self, key: &[u8; 32]) -> bool {
        self.keys.binary_search(key).is_ok()
    }

    fn signers_of(&self, envelope: &Envelope) -> u64 {
        envelope.signers().filter(|key| self.has(key)).count() as u64
    }
}

/// The roots of one side from the first to the one in force: each checked, the first by its fingerprint and every
/// later one by the one before. Gives the fingerprint and the last.
pub fn root_chain(side: &str, chain: &[Envelope], known: &[Hash], place: &str) -> Result<(Hash, Root), Fault> {
    let mut before: Option<Root> = None;
    let mut fingerprint = Hash::default();
    for (index, envelope) in chain.iter().enumerate() {
        let place = format!("{place}[{index}]");
        let fault = |code| Err(Fault::new(code, place.clone()));
        let root = Root::read(envelope, &place)?;
        if root.side != side {
            return fault(Code::RootSide);
        }
        if root.number != index as u64 + 1 {
            return fault(Code::RootNumber);
        }
        let distinct = root.keys.is_sorted_by(|one, next| one < next);
        if root.keys.is_empty() || !distinct || root.keys.iter().any(|key| PublicKey::new(key).is_err()) {
            return fault(Code::RootKeys);
        }
        if root.threshold == 0 || root.threshold > root.keys.len() as u64 {
            return fault(Code::RootThreshold);
        }
        match &before {
            None => {
                fingerprint = root.fingerprint();
                if !known.contains(&fingerprint) {
                    return fault(Code::RootUnknown);
                }
            }
            Some(before) if before.next != Root::commitment(&root.keys, root.threshold) => {
                return fault(Code::RootNext);
            }
            Some(_) => {}
        }
        let older = |key: &[u8; 32]| before.as_ref().is_some_and(|before| before.has(key));
        if !envelope.signers().all(|key| root.has(key) || older(key)) {
            return fault(Code::RootSigner);
        }
        let enough = |root: &Root| root.signers_of(envelope) >= root.threshold;
        if !enough(&root) || before.as_ref().is_some_and(|before| !enough(before)) {
            return fault(Code::RootTooFew);
        }
        envelope.verify(Label::Root, &place)?;
        before = Some(root);
    }
    before.map(|last| (fingerprint, last)).ok_or_else(|| Fault::new(Code::RootNumber, place))
}

impl PostKeys {
    /// Signs it with keys of the root.
    pub fn sign(&self, keys: &[&SecretKey]) -> Envelope {
        let payload = bytes(&map([
            ("version", number(VERSION)),
            ("side", text(&self.name.side)),
            ("post", text(&self.name.post)),
            ("log", Item::Bytes(self.log.to_vec())),
            ("mirror", Item::Bytes(self.mirror.to_vec())),
            ("certify", Item::Bytes(self.certify.to_vec())),
            ("from", number(self.from_ms)),
            ("until", number(self.until_ms)),
        ]));
        Envelope::sign(Label::Post, payload, keys)
    }

    /// The keys that an envelope holds; signatures are not looked at.
    pub fn read(envelope: &Envelope, place: &str) -> Result<Self, Fault> {
        let mut fields = payload(envelope, place)?;
        let name = post_name(&mut fields)?;
        let [log, mirror, certify] = ["log", "mirror", "certify"].map(|name| fields.exactly(name));
        let (log, mirror, certify) = (log?, mirror?, certify?);
        let (from_ms, until_ms) = dates(fields, place)?;
        Ok(Self { name, log, mirror, certify, from_ms, until_ms })
    }

    /// The keys that an envelope holds, once the root in force has signed them.
    pub fn verify(envelope: &Envelope, root: &Root, place: &str) -> Result<Self, Fault> {
        let read = Self::read(envelope, place)?;
        let fault = |code| Err(Fault::new(code, place));
        if read.name.side != root.side {
            return fault(Code::PostSide);
        }
        let [log, mirror, certify] = [read.log, read.mirror, read.certify];
        let keys = [log, mirror, certify];
        if keys.iter().any(|key| PublicKey::new(key).is_err()) || log == mirror || log == certify || mirror == certify {
            return fault(Code::PostKeys);
        }
        by_root(envelope, root, Label::Post, place)?;
        Ok(read)
    }
}

impl Revocation {
    /// Signs it with keys of the root.
    pub fn sign(&self, keys: &[&SecretKey]) -> Envelope {
        let payload = bytes(&map([
            ("version", number(VERSION)),
            ("side", text(&self.post.side)),
            ("post", text(&self.post.post)),
            ("log", Item::Bytes(self.log.to_vec())),
            ("reason", text(&self.reason)),
            ("at", number(self.at_ms)),
        ]));
        Envelope::sign(Label::Revocation, payload, keys)
    }

    /// The revocation that an envelope holds; signatures are not looked at.
    pub fn read(envelope: &Envelope, place: &str) -> Result<Self, Fault> {
        let mut fields = payload(envelope, place)?;
        let post = post_name(&mut fields)?;
        let log = fields.exactly("log")?;
        let reason = fields.text("reason", NAME_LIMIT)?;
        let at_ms = fields.number("at")?;
        fields.done()?;
        Ok(Self { post, log, reason, at_ms })
    }

    /// The revocation that an envelope holds, once the root in force has signed it.
    pub fn verify(envelope: &Envelope, root: &Root, place: &str) -> Result<Self, Fault> {
        let read = Self::read(envelope, place)?;
        if read.post.side != root.side {
            return Err(Fault::new(Code::PostSide, place));
        }
        by_root(envelope, root, Label::Revocation, place)?;
        Ok(read)
    }
}

/// Only keys of the root signed, and enough of them.
fn by_root(envelope: &Envelope, root: &Root, label: Label, place: &str) -> Result<(), Fault> {
    if !envelope.signers().all(|key| root.has(key)) {
        return Err(Fault::new(Code::PostSigner, place));
    }
    if root.signers_of(envelope) < root.threshold {
        return Err(Fault::new(Code::PostTooFew, place));
    }
    envelope.verify(label, place)
}

impl OfficerKey {
    /// Signs it with the certifying key of the post.
    pub fn sign(&self, certify: &SecretKey) -> Envelope {
        let payload = bytes(&map([
            ("version", number(VERSION)),
            ("side", text(&self.post.side)),
            ("post", text(&self.post.post)),
            ("officer", text(&self.officer)),
            ("unit", text(&self.unit)),
            ("office", text(&self.office)),
            ("key", Item::Bytes(self.key.to_vec())),
            ("rights", Item::List(self.rights.iter().map(|right| text(right)).collect())),
            ("from", number(self.from_ms)),
            ("until", number(self.until_ms)),
        ]));
        Envelope::sign(Label::Officer, payload, &[certify])
    }

    /// The key that an envelope holds; signatures are not looked at.
    pub fn read(envelope: &Envelope, place: &str) -> Result<Self, Fault> {
        let mut fields = payload(envelope, place)?;
        let post = post_name(&mut fields)?;
        let officer = fields.text("officer", NAME_LIMIT)?;
        let unit = fields.text("unit", NAME_LIMIT)?;
        let office = fields.text("office", NAME_LIMIT)?;
        let key = fields.exactly("key")?;
        let rights = fields
            .list("rights", RIGHTS_LIMIT)?
            .into_iter()
            .map(|(place, right)| match right {
                Item::Text(right) if is_code(&right) => Ok(right),
                _ => Err(Fault::new(Code::Shape, place)),
            })
            .collect::<Result<Vec<_>, _>>()?;
        if !rights.is_sorted_by(|one, next| one < next) {
            return Err(Fault::new(Code::Shape, fields.at("rights")));
        }
        let (from_ms, until_ms) = dates(fields, place)?;
        Ok(Self { post, officer, unit, office, key, rights, from_ms, until_ms })
    }

    /// The key that an envelope holds, once its post has signed it. `posts` are the posts of the side.
    pub fn verify(envelope: &Envelope, side: &str, posts: &[PostKeys], place: &str) -> Result<Self, Fault> {
        let read = Self::read(envelope, place)?;
        let fault = |code| Err(Fault::new(code, place));
        if read.post.side != side {
            return fault(Code::OfficerSide);
        }
        let Some(keys) = posts.iter().find(|keys| keys.name == read.post) else { return fault(Code::OfficerPost) };
        if PublicKey::new(&read.key).is_err() {
            return fault(Code::Key);
        }
        if envelope.signers().ne([&keys.certify]) {
            return fault(Code::OfficerSigner);
        }
        // A post certifies within the time for which it is certified itself.
        if read.from_ms < keys.from_ms || read.until_ms > keys.until_ms {
            return fault(Code::Dates);
        }
        envelope.verify(Label::Officer, place)?;
        Ok(read)
    }
}
