//! Signed bytes: `COSE_Sign` of RFC 9052 with Ed25519 (algorithm -19 of RFC 9864), each signer named by the whole
//! public key, and a label that says what is signed, so that a signature over one kind of thing is none over another.

use coset::iana::Algorithm;
use coset::{
    CborSerializable as _, CoseSign, CoseSignature, Header, HeaderBuilder, ProtectedHeader, RegisteredLabelWithPrivate,
};

use crate::fault::{Code, Fault};
use crate::key::{PublicKey, SecretKey, SignatureBytes};

/// How large an envelope may be, in bytes.
pub const ENVELOPE_LIMIT: usize = 60_000;
/// How many may sign one envelope.
pub const SIGNERS_LIMIT: usize = 32;

/// What is signed; the bytes are the external data of RFC 9052, section 4.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The keys of a side's root.
    Root,
    /// The keys of a post.
    Post,
    /// The key of an officer.
    Officer,
    /// The end of a post's keys.
    Revocation,
    /// A statement in a log.
    Statement,
    /// How one post introduces itself to another.
    Introduction,
}

impl Label {
    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Root => b"twinpost/1/root",
            Self::Post => b"twinpost/1/post",
            Self::Officer => b"twinpost/1/officer",
            Self::Revocation => b"twinpost/1/revocation",
            Self::Statement => b"twinpost/1/statement",
            Self::Introduction => b"twinpost/1/introduction",
        }
    }
}

/// A payload and who signed it, by ascending keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// What is signed.
    pub payload: Vec<u8>,
    /// The keys and their signatures; nothing is verified yet.
    pub signatures: Vec<([u8; 32], SignatureBytes)>,
}

impl Envelope {
    /// Signs a payload with each of the keys.
    pub fn sign(label: Label, payload: Vec<u8>, keys: &[&SecretKey]) -> Self {
        let mut envelope = Self { payload, signatures: Vec::new() };
        let mut keys: Vec<_> = keys.iter().map(|key| (*key.public().bytes(), *key)).collect();
        keys.sort_by_key(|(public, _)| *public);
        keys.dedup_by_key(|(public, _)| *public);
        envelope.signatures =
            keys.into_iter().map(|(public, key)| (public, key.sign(&envelope.to_be_signed(label, &public)))).collect();
        envelope
    }

    /// Adds the signature of one more key, as when the keys of a root lie in different places.
    pub fn add(&mut self, label: Label, key: &SecretKey) {
        let public = *key.public().bytes();
        let signature = key.sign(&self.to_be_signed(label, &public));
        self.signatures.retain(|(other, _)| *other != public);
        self.signatures.push((public, signature));
        self.signatures.sort_by_key(|(public, _)| *public);
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        // What is made of byte strings alone can always be written.
        self.cose().to_vec().unwrap_or_default()
    }

    /// The envelope of bytes that have exactly the form that [`Self::to_bytes`] writes, with at least one signature
    /// and the signers in ascending order, none twice.
    pub fn from_bytes(bytes: &[u8], place: &str) -> Result<Self, Fault> {
        let fault = || Fault::new(Code::Envelope, place);
        if bytes.len() > ENVELOPE_LIMIT {
            return Err(fault());
        }
        let cose = CoseSign::from_slice(bytes).map_err(|_| fault())?;
        if cose.signatures.is_empty() || cose.signatures.len() > SIGNERS_LIMIT {
            return Err(fault());
        }
        let mut signatures = Vec::new();
        for signature in &cose.signatures {
            let key: [u8; 32] = signature.protected.header.key_id.as_slice().try_into().map_err(|_| fault())?;
            let bytes: SignatureBytes = signature.signature.as_slice().try_into().map_err(|_| fault())?;
            signatures.push((key, bytes));
        }
        if !signatures.is_sorted_by(|(one, _), (next, _)| one < next) {
            return Err(fault());
        }
        let envelope = Self { payload: cose.payload.ok_or_else(fault)?, signatures };
        if envelope.to_bytes() == bytes { Ok(envelope) } else { Err(fault()) }
    }

    /// Whether every signature holds; the place is that of the envelope.
    pub fn verify(&self, label: Label, place: &str) -> Result<(), Fault> {
        for (public, signature) in &self.signatures {
            let key = PublicKey::new(public).map_err(|_| Fault::new(Code::Key, place))?;
            if !key.signed(&self.to_be_signed(label, public), signature) {
                return Err(Fault::new(Code::Signature, place));
            }
        }
        Ok(())
    }

    /// The keys that signed, ascending.
    pub fn signers(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.signatures.iter().map(|(key, _)| key)
    }

    /// The bytes that one signer signs: `Sig_structure` of RFC 9052, section 4.4.
    fn to_be_signed(&self, label: Label, signer: &[u8; 32]) -> Vec<u8> {
        let cose = CoseSign {
            protected: ProtectedHeader::default(),
            unprotected: Header::default(),
            payload: Some(self.payload.clone()),
            signatures: Vec::new(),
        };
        cose.tbs_data(label.bytes(), &line(signer, Vec::new()))
    }

    fn cose(&self) -> CoseSign {
        CoseSign {
            protected: ProtectedHeader::default(),
            unprotected: Header::default(),
            payload: Some(self.payload.clone()),
            signatures: self.signatures.iter().map(|(key, signature)| line(key, signature.to_vec())).collect(),
        }
    }
}

fn line(signer: &[u8; 32], signature: Vec<u8>) -> CoseSignature {
    let mut header = HeaderBuilder::new().key_id(signer.to_vec()).build();
    header.alg = Some(RegisteredLabelWithPrivate::Assigned(Algorithm::Ed25519));
    CoseSignature {
        protected: ProtectedHeader { original_data: None, header },
        unprotected: Header::default(),
        signature,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> [SecretKey; 3] {
        [1, 2, 3].map(|n| SecretKey::new(&[n; 32]))
    }

    #[test]
    fn what_was_signed_is_read_back_and_holds() {
        let [one, two, three] = keys();
        let mut envelope = Envelope::sign(Label::Root, b"payload".to_vec(), &[&three, &one, &three]);
        assert_eq!(envelope.signatures.len(), 2, "a key signs once");
        envelope.add(Label::Root, &two);
        let bytes = envelope.to_bytes();
        let read = Envelope::from_bytes(&bytes, "it").unwrap();
        assert_eq!(read, envelope);
        assert_eq!(read.verify(Label::Root, "it"), Ok(()));
        assert_eq!(read.verify(Label::Post, "it"), Err(Fault::new(Code::Signature, "it")), "under another label");
    }

    #[test]
    fn an_envelope_in_another_form_is_refused() {
        let [one, two, _] = keys();
        let bytes = Envelope::sign(Label::Root, b"payload".to_vec(), &[&one, &two]).to_bytes();
        let refused =
            |bytes: &[u8]| assert_eq!(Envelope::from_bytes(bytes, "it"), Err(Fault::new(Code::Envelope, "it")));
        for length in 0..bytes.len() {
            refused(&bytes[..length]);
        }
        refused(&[&[0xd8, 98], bytes.as_slice()].concat());
        refused(&[bytes.as_slice(), &[0]].concat());
        let mut turned = Envelope::from_bytes(&bytes, "it").unwrap();
        turned.signatures.reverse();
        refused(&turned.to_bytes());
        turned.signatures.clear();
        refused(&turned.to_bytes());
    }

    #[test]
    fn any_flipped_bit_is_refused() {
        let [one, two, _] = keys();
        let bytes = Envelope::sign(Label::Root, b"payload".to_vec(), &[&one, &two]).to_bytes();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let verdict = Envelope::from_bytes(&flipped, "it").and_then(|read| read.verify(Label::Root, "it"));
            assert!(verdict.is_err(), "bit {bit}");
        }
    }
}
