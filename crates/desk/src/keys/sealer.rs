//! Keys that are open: of an officer, to sign statements; of a post, to seal its logs, to cosign those of others, to
//! speak for itself and to certify its officers.

use journal::{
    Checkpoint, Covered, Envelope, Fault, Head, Introduction, OfficerKey, PostKeys, PostName, SecretKey, Statement,
};

/// An officer's key that is open, with what certifies it.
pub struct Signer {
    key: SecretKey,
    certified: OfficerKey,
    certificate: Envelope,
}

impl Signer {
    pub(super) const fn new(key: SecretKey, certified: OfficerKey, certificate: Envelope) -> Self {
        Self { key, certified, certificate }
    }

    /// Signs a statement, always for the unit of the certificate. Gives the entry of the log.
    pub fn sign(&self, statement: &Statement) -> Vec<u8> {
        Statement { unit: Some(self.certified.unit.clone()), ..statement.clone() }.sign(&self.key)
    }

    /// A statement without a signature of its own, which one that this key signs is to cover.
    pub fn covered(&self, statement: &Statement) -> Covered {
        let statement = Statement { unit: Some(self.certified.unit.clone()), ..statement.clone() };
        Covered { statement, officer: self.certified.key }
    }

    /// Whether a document of this kind may be signed with it at this time, in milliseconds since 1970 UTC.
    pub fn may_sign(&self, kind: &str, at_ms: u64) -> bool {
        (self.certified.from_ms..self.certified.until_ms).contains(&at_ms)
            && self.certified.rights.iter().any(|right| right == kind)
    }

    /// What is certified of the key.
    pub const fn certified(&self) -> &OfficerKey {
        &self.certified
    }

    /// What certifies the key, to be shown to others.
    pub const fn certificate(&self) -> &Envelope {
        &self.certificate
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Signer({})", self.certified.officer)
    }
}

/// The keys of a post that are open.
pub struct PostSealer {
    keys: PostKeys,
    log: SecretKey,
    mirror: SecretKey,
    certify: SecretKey,
}

impl PostSealer {
    pub(super) fn new(keys: PostKeys, [log, mirror, certify]: [SecretKey; 3]) -> Self {
        Self { keys, log, mirror, certify }
    }

    /// Side and post.
    pub const fn name(&self) -> &PostName {
        &self.keys.name
    }

    /// The public keys and their time.
    pub const fn keys(&self) -> &PostKeys {
        &self.keys
    }

    /// Seals the head of a log of this post.
    pub fn seal(&self, head: Head) -> Checkpoint {
        Checkpoint::seal(head, &self.log)
    }

    /// Cosigns the head of a log of another post, of which every entry is stored; in seconds since 1970 UTC.
    pub fn cosign(&self, checkpoint: &mut Checkpoint, seconds: u64) {
        checkpoint.cosign(&self.keys.name.mirror(), &self.mirror, seconds);
    }

    /// Signs what the post itself says. Gives the entry of the log.
    pub fn say(&self, statement: &Statement) -> Vec<u8> {
        Statement { unit: None, ..statement.clone() }.sign(&self.certify)
    }

    /// Says who the post is, for another post. Gives the bytes that travel.
    pub fn introduce(&self, introduction: &Introduction) -> Result<Vec<u8>, Fault> {
        introduction.sign(&self.certify)
    }

    /// Certifies the key of an officer.
    pub fn certify(&self, key: &OfficerKey) -> Envelope {
        key.sign(&self.certify)
    }
}

impl std::fmt::Debug for PostSealer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "PostSealer({})", self.keys.name)
    }
}
