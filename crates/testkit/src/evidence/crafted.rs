//! A signature that strict verification refuses and others accept: a point of order 2 is added to its first half.

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::edwards::CompressedEdwardsY;
use curve25519_dalek::traits::IsIdentity as _;
use curve25519_dalek::{EdwardsPoint, Scalar};
use journal::{BundledLog, Checkpoint, Envelope, Head, Item, Label, SecretKey, leaf_hash, root_by};
use sha2::{Digest as _, Sha512};

use super::recipe::key;

fn wide(parts: &[&[u8]]) -> [u8; 64] {
    let mut hasher = Sha512::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().into()
}

/// The entry with such a signature by the key of this number.
pub fn crafted(entry: &[u8], label: Label, number: u64) -> Vec<u8> {
    crafted_by(entry, label, &key(number))
}

/// The entry with such a signature by this key. With the cofactor the equation holds; that is checked.
pub fn crafted_by(entry: &[u8], label: Label, key: &SecretKey) -> Vec<u8> {
    let Ok(mut envelope) = Envelope::from_bytes(entry, "") else { return entry.to_vec() };
    let secret = wide(&[&key.secret()]);
    let mut scalar = [0; 32];
    scalar.copy_from_slice(&secret[..32]);
    let scalar = Scalar::from_bytes_mod_order(curve25519_dalek::scalar::clamp_integer(scalar));
    let public = *key.public().bytes();
    let message = to_be_signed(label, &public, &envelope.payload);
    let nonce = Scalar::from_bytes_mod_order_wide(&wide(&[b"a nonce of the tests", &message]));
    let first: EdwardsPoint = ED25519_BASEPOINT_POINT * nonce + EIGHT_TORSION[4];
    let first_bytes = first.compress().to_bytes();
    let challenge = Scalar::from_bytes_mod_order_wide(&wide(&[&first_bytes, &public, &message]));
    let second = nonce + challenge * scalar;
    let point = CompressedEdwardsY(public).decompress().unwrap_or_default();
    let difference = ED25519_BASEPOINT_POINT * second - point * challenge - first;
    assert!(!difference.is_identity(), "strictly it does not hold");
    assert!(difference.mul_by_cofactor().is_identity(), "with the cofactor it holds");
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&first_bytes);
    signature[32..].copy_from_slice(second.as_bytes());
    envelope.signatures = vec![(public, signature)];
    envelope.to_bytes()
}

/// The bytes that a signer signs, by `docs/formats/evidence.md`, section 1.4.
fn to_be_signed(label: Label, public: &[u8; 32], payload: &[u8]) -> Vec<u8> {
    let label: &[u8] = match label {
        Label::Statement => b"twinpost/1/statement",
        _ => b"",
    };
    let protected = [&[0xa2, 0x01, 0x32, 0x04, 0x58, 0x20], public.as_slice()].concat();
    let bytes = |bytes: &[u8]| Item::Bytes(bytes.to_vec());
    let parts = vec![Item::Text("Signature".to_owned()), bytes(&[]), bytes(&protected), bytes(label), bytes(payload)];
    Item::List(parts).to_bytes(1 << 20).unwrap_or_default()
}

/// Seals a log with one statement again over whatever its entry is now.
pub fn resealed(log: &mut BundledLog, seal: u64, cosigners: &[(&str, u64)]) {
    let Ok(old) = Checkpoint::from_text(&log.checkpoint, "") else { return };
    let [statement] = log.statements.as_slice() else { return };
    let (origin, size) = (old.head.origin, old.head.size);
    let Some(root) = root_by(&statement.proof, leaf_hash(&statement.entry), statement.index, size) else { return };
    let mut checkpoint = Checkpoint::seal(Head { origin, size, root }, &key(seal));
    for ((name, number), line) in cosigners.iter().zip(&old.cosignatures) {
        checkpoint.cosign(name, &key(*number), line.seconds);
    }
    log.checkpoint = checkpoint.to_text();
}
