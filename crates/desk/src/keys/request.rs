//! What the keys of a root are asked to sign: a new root, the keys of a post, or their end. A request travels from one
//! holder of a key to the next until enough have signed; it brings the roots by which it is checked.

use journal::{Envelope, Hash, Item, Label, PostKeys, PublicKey, Revocation, Root, SIZE_LIMIT, SecretKey, root_chain};

use super::fault::KeyError;
use super::form::{Form, map};

const FORMAT: &str = "twinpost/1/request";
/// How many roots a request brings at most.
const ROOTS_LIMIT: usize = 64;

/// What is asked for, in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A root.
    Root(Root),
    /// The keys of a post.
    Post(PostKeys),
    /// The end of a post's keys.
    Revocation(Revocation),
}

/// What is to be signed, who signed it so far, and the roots that came before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    envelope: Envelope,
    label: Label,
    asked: Asked,
    roots: Vec<Envelope>,
}

impl Asked {
    fn read(label: Label, envelope: &Envelope) -> Result<Self, KeyError> {
        Ok(match label {
            Label::Root => Self::Root(Root::read(envelope, "root")?),
            Label::Post => Self::Post(PostKeys::read(envelope, "post")?),
            Label::Revocation => Self::Revocation(Revocation::read(envelope, "revocation")?),
            Label::Officer | Label::Statement | Label::Introduction => return Err(KeyError::NoPaper),
        })
    }

    /// The side whose root signs.
    pub fn side(&self) -> &str {
        match self {
            Self::Root(root) => &root.side,
            Self::Post(post) => &post.name.side,
            Self::Revocation(end) => &end.post.side,
        }
    }
}

const LABELS: [(Label, &str); 3] = [(Label::Root, "root"), (Label::Post, "post"), (Label::Revocation, "revocation")];

impl Request {
    /// Asks for what an envelope holds, signed or not yet.
    pub fn new(label: Label, envelope: Envelope, roots: Vec<Envelope>) -> Result<Self, KeyError> {
        let asked = Asked::read(label, &envelope)?;
        Ok(Self { envelope, label, asked, roots })
    }

    /// What is asked for.
    pub const fn asked(&self) -> &Asked {
        &self.asked
    }

    /// The envelope as it stands, signed or not yet.
    pub const fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// The roots that it brings, from the first on.
    pub fn roots(&self) -> &[Envelope] {
        &self.roots
    }

    /// The same with the roots by which it is checked, where it brought none.
    pub fn with_roots(mut self, roots: Vec<Envelope>) -> Self {
        if self.roots.is_empty() {
            self.roots = roots;
        }
        self
    }

    /// Its bytes, to be passed on.
    pub fn to_bytes(&self) -> Vec<u8> {
        let label = LABELS.iter().find(|(label, _)| *label == self.label).map_or("", |(_, text)| text);
        let signatures = self.envelope.signatures.iter().map(|(key, signature)| {
            map([("key", Item::Bytes(key.to_vec())), ("signature", Item::Bytes(signature.to_vec()))])
        });
        let item = map([
            ("format", Item::Text(FORMAT.to_owned())),
            ("label", Item::Text(label.to_owned())),
            ("payload", Item::Bytes(self.envelope.payload.clone())),
            ("signatures", Item::List(signatures.collect())),
            ("roots", Item::List(self.roots.iter().map(|root| Item::Bytes(root.to_bytes())).collect())),
        ]);
        item.to_bytes(SIZE_LIMIT).unwrap_or_default()
    }

    /// The request of bytes; nothing is verified yet.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let (label, envelope, roots) = read(bytes).ok_or(KeyError::NoPaper)?;
        let request = Self::new(label, envelope, roots)?;
        if request.to_bytes() == bytes { Ok(request) } else { Err(KeyError::NoPaper) }
    }

    /// The request of bytes that are one, or that are a signed root, certificate of a post, or revocation.
    pub fn of_paper(bytes: &[u8]) -> Result<Self, KeyError> {
        if let Ok(request) = Self::from_bytes(bytes) {
            return Ok(request);
        }
        let envelope = Envelope::from_bytes(bytes, "file").map_err(|_| KeyError::NoPaper)?;
        // Each has fields that the others have not.
        let fitting = LABELS.iter().find_map(|(label, _)| Self::new(*label, envelope.clone(), Vec::new()).ok());
        fitting.ok_or(KeyError::NoPaper)
    }

    /// The root in force and the fingerprint of the first, once the roots that it brings were checked from one to the
    /// next. None for a first root. Whether the fingerprint is the right one only people can tell.
    pub fn in_force(&self) -> Result<Option<(Hash, Root)>, KeyError> {
        if self.roots.is_empty() {
            return match &self.asked {
                Asked::Root(root) if root.number == 1 => Ok(None),
                _ => Err(KeyError::NoRoot),
            };
        }
        checked_roots(self.asked.side(), &self.roots).map(Some)
    }

    /// How many signatures are missing at least.
    pub fn missing(&self) -> Result<u64, KeyError> {
        let before = self.in_force()?.map(|(_, root)| root);
        let own = if let Asked::Root(root) = &self.asked { Some(root) } else { None };
        let lacks = |root: &Root| {
            let signed = self.envelope.signers().filter(|key| root.keys.contains(key)).count() as u64;
            root.threshold.saturating_sub(signed)
        };
        // A key that stands in both roots counts for both, but announced keys are new ones as a rule.
        Ok(before.iter().chain(own).map(lacks).sum())
    }

    /// Whether this key is one of those that sign.
    pub fn is_signed_by(&self, public: &PublicKey) -> Result<bool, KeyError> {
        let before = self.in_force()?.map(|(_, root)| root);
        let own = if let Asked::Root(root) = &self.asked { Some(root) } else { None };
        Ok(before.iter().chain(own).any(|root| root.keys.contains(public.bytes())))
    }

    /// Adds a signature, once those that are there were found to hold.
    pub fn sign(&mut self, key: &SecretKey) -> Result<(), KeyError> {
        if !self.is_signed_by(&key.public())? {
            return Err(KeyError::NotASigner);
        }
        if self.envelope.signers().any(|signer| signer == key.public().bytes()) {
            return Err(KeyError::Signed);
        }
        if let (Asked::Root(root), Some((_, before))) = (&self.asked, self.in_force()?) {
            let is_next = root.number == before.number + 1;
            if !is_next || before.next != Root::commitment(&root.keys, root.threshold) {
                return Err(KeyError::NotAnnounced);
            }
        }
        self.envelope.verify(self.label, "request")?;
        self.envelope.add(self.label, key);
        Ok(())
    }

    /// The finished envelope, once enough have signed and everything holds.
    pub fn finished(&self) -> Result<Envelope, KeyError> {
        let missing = self.missing()?;
        if missing > 0 {
            return Err(KeyError::TooFew { missing });
        }
        match &self.asked {
            Asked::Root(_) => {
                let mut chain = self.roots.clone();
                chain.push(self.envelope.clone());
                checked_roots(self.asked.side(), &chain)?;
            }
            Asked::Post(_) => {
                let (_, root) = self.in_force()?.ok_or(KeyError::NoRoot)?;
                PostKeys::verify(&self.envelope, &root, "post")?;
            }
            Asked::Revocation(_) => {
                let (_, root) = self.in_force()?.ok_or(KeyError::NoRoot)?;
                Revocation::verify(&self.envelope, &root, "revocation")?;
            }
        }
        Ok(self.envelope.clone())
    }
}

fn read(bytes: &[u8]) -> Option<(Label, Envelope, Vec<Envelope>)> {
    let mut form = Form::read(bytes, SIZE_LIMIT)?;
    if form.text("format")? != FORMAT {
        return None;
    }
    let label = form.text("label")?;
    let label = LABELS.iter().find(|(_, text)| *text == label)?.0;
    let payload = form.bytes("payload")?;
    let signatures = form.list("signatures")?.into_iter().map(|item| {
        let mut line = Form::of(item)?;
        let pair = (line.exactly("key")?, line.exactly("signature")?);
        line.done()?;
        Some(pair)
    });
    let signatures = signatures.collect::<Option<Vec<([u8; 32], [u8; 64])>>>()?;
    let roots = form.list("roots")?.into_iter().map(|item| match item {
        Item::Bytes(bytes) => Envelope::from_bytes(&bytes, "roots").ok(),
        _ => None,
    });
    let roots = roots.collect::<Option<Vec<_>>>()?;
    form.done()?;
    let ascending = signatures.is_sorted_by(|(one, _), (next, _)| one < next);
    (ascending && roots.len() <= ROOTS_LIMIT).then_some((label, Envelope { payload, signatures }, roots))
}

/// The fingerprint of the first and the root in force of a chain that holds in itself.
pub fn checked_roots(side: &str, roots: &[Envelope]) -> Result<(Hash, Root), KeyError> {
    let first = Root::read(roots.first().ok_or(KeyError::NoRoot)?, "roots[0]")?;
    Ok(root_chain(side, roots, &[first.fingerprint()], "roots")?)
}
