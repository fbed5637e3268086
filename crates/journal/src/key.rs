//! Keys and signatures: Ed25519 (RFC 8032), verified strictly and never in batches.
//!
//! Batch verification and the rules of ZIP 215 accept signatures that strict verification refuses, and a hostile signer
//! can make one on purpose. One rule decides everywhere: keys and first halves of signatures are canonical points that
//! are not of small order, second halves are below the group's order, and the equation holds without the cofactor.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

/// A signature of 64 bytes.
pub type SignatureBytes = [u8; 64];

/// A public key: 32 bytes that are a canonical point which is not of small order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// Bytes that are no public key: no point, written in another form than the canonical one, or of small order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these 32 bytes are no public key")]
pub struct NoKey;

impl PublicKey {
    /// The key of these bytes.
    pub fn new(bytes: &[u8; 32]) -> Result<Self, NoKey> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| NoKey)?;
        let canonical = key.to_edwards().compress().to_bytes() == *bytes;
        if canonical && !key.is_weak() { Ok(Self(key)) } else { Err(NoKey) }
    }

    /// Its 32 bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Whether the holder of this key made `signature` over `message`.
    pub fn signed(&self, message: &[u8], signature: &SignatureBytes) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "PublicKey({})", crate::hex(self.bytes()))
    }
}

/// A secret key. It is wiped from memory when it is dropped and never shown.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// The key of a secret of 32 random bytes (RFC 8032, section 5.1.5).
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The secret itself, to be kept encrypted.
    pub fn secret(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// A signature over a message.
    pub fn sign(&self, message: &[u8]) -> SignatureBytes {
        self.0.sign(message).to_bytes()
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "SecretKey(of {:?})", self.public())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_key_and_message_only() {
        let (one, two) = (SecretKey::new(&[1; 32]), SecretKey::new(&[2; 32]));
        let signature = one.sign(b"minutes");
        assert!(one.public().signed(b"minutes", &signature));
        assert!(!one.public().signed(b"minute", &signature));
        assert!(!two.public().signed(b"minutes", &signature));
    }

    #[test]
    fn points_of_small_order_and_long_forms_are_no_keys() {
        let mut neutral = [0; 32];
        neutral[0] = 1;
        assert_eq!(PublicKey::new(&neutral), Err(NoKey), "the neutral point");
        assert_eq!(PublicKey::new(&[0; 32]), Err(NoKey), "a point of order 4");
        let mut long = [0xff; 32];
        (long[0], long[31]) = (0xee, 0x7f);
        assert_eq!(PublicKey::new(&long), Err(NoKey), "p + 1, which is 1 written longer");
    }

    #[test]
    fn a_secret_is_not_shown() {
        let shown = format!("{:?}", SecretKey::new(&[7; 32]));
        assert!(!shown.contains(&crate::hex(&[7; 32])), "{shown}");
    }
}
