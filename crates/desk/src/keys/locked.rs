//! A secret key as it is kept: encrypted under a passphrase, in the form of `docs/formats/keys.md`. A wrong passphrase,
//! damaged bytes and a form of a later program are told apart.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use journal::{Item, SecretKey, sha256};
use zeroize::Zeroizing;

use super::fault::KeyError;
use super::form::{Form, map};

/// Shortest passphrase, in characters.
pub const PASSPHRASE_MIN: usize = 10;
/// Longest passphrase, in bytes.
pub const PASSPHRASE_MAX: usize = 256;
/// How large a kept key may be, in bytes.
const LIMIT: usize = 1_000;
const FORMAT: &str = "twinpost/1/key";
/// How much chance a kept key takes: salt and nonce.
const CHANCE: usize = 16 + 24;

/// What opens a kept key. It is wiped when it is dropped and never shown.
#[derive(Clone)]
pub struct Passphrase {
    text: Zeroizing<String>,
    stretched: Option<Arc<Mutex<Stretched>>>,
}

/// The keys of ciphers that a passphrase was stretched to, by salt.
type Stretched = BTreeMap<[u8; 16], Zeroizing<[u8; 32]>>;

impl Passphrase {
    /// The passphrase of this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: Zeroizing::new(text.into()), stretched: None }
    }

    /// The same, and it remembers what it was stretched to, as long as it lives: for whoever opens the same keys over
    /// and over, as a simulation does.
    pub fn remembering(text: impl Into<String>) -> Self {
        Self { stretched: Some(Arc::default()), ..Self::new(text) }
    }

    /// Whether a key may be kept under it.
    pub fn is_fit(&self) -> bool {
        self.text.chars().count() >= PASSPHRASE_MIN && self.text.len() <= PASSPHRASE_MAX
    }
}

impl Passphrase {
    /// Argon2id by the second recommendation of RFC 9106, section 4: 64 MiB, three passes, four lanes.
    fn stretched(&self, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, KeyError> {
        let remembered = self.stretched.as_ref().map(|all| all.lock().unwrap_or_else(PoisonError::into_inner));
        if let Some(key) = remembered.as_ref().and_then(|all| all.get(salt)) {
            return Ok(key.clone());
        }
        let unfit = |fault: argon2::Error| KeyError::Failure(store::Failure::Unfit(fault.to_string()));
        let params = Params::new(65_536, 3, 4, Some(32)).map_err(unfit)?;
        let mut key = Zeroizing::new([0; 32]);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon.hash_password_into(self.text.as_bytes(), salt, key.as_mut_slice()).map_err(unfit)?;
        if let Some(mut all) = remembered {
            all.insert(*salt, key.clone());
        }
        Ok(key)
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        *self.text == *other.text
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Passphrase")
    }
}

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyUse {
    /// One of the keys of a root of the side.
    Root,
    /// Seals the heads of the post's logs.
    Log,
    /// Cosigns what the post has stored of others.
    Mirror,
    /// Certifies the officers of the post.
    Certify,
    /// An officer's own, to sign papers.
    Officer,
    /// Makes the post known to other posts on the road.
    Courier,
}

impl KeyUse {
    const ALL: [Self; 6] = [Self::Root, Self::Log, Self::Mirror, Self::Certify, Self::Officer, Self::Courier];

    /// The use as it is written.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Log => "log",
            Self::Mirror => "mirror",
            Self::Certify => "certify",
            Self::Officer => "officer",
            Self::Courier => "courier",
        }
    }

    /// The use that is written so.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }
}

/// A secret key, encrypted, with its public half and what it is for in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// What the key is for.
    pub use_of: KeyUse,
    /// Whose it is: a side, a post, or the opaque identity of an officer.
    pub name: String,
    /// The public half.
    pub public: [u8; 32],
    salt: [u8; 16],
    nonce: [u8; 24],
    sealed: Vec<u8>,
}

impl Locked {
    /// Encrypts a key under a passphrase.
    pub fn lock(
        key: &SecretKey,
        (use_of, name): (KeyUse, &str),
        passphrase: &Passphrase,
        chance: &dyn crate::Chance,
    ) -> Result<Self, KeyError> {
        if !passphrase.is_fit() {
            return Err(KeyError::PassphraseForm);
        }
        let mut drawn = [0; CHANCE];
        chance.fill(&mut drawn);
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        salt.copy_from_slice(&drawn[..16]);
        nonce.copy_from_slice(&drawn[16..]);
        let public = *key.public().bytes();
        let mut locked = Self { use_of, name: name.to_owned(), public, salt, nonce, sealed: Vec::new() };
        let secret = Zeroizing::new(key.secret());
        let cipher = locked.cipher(passphrase)?;
        let payload = Payload { msg: secret.as_slice(), aad: &locked.told() };
        locked.sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| KeyError::Damaged)?;
        Ok(locked)
    }

    /// The key, if this is its passphrase.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<SecretKey, KeyError> {
        let payload = Payload { msg: &self.sealed, aad: &self.told() };
        let opened = self.cipher(passphrase)?.decrypt(&XNonce::from(self.nonce), payload);
        let secret = Zeroizing::new(opened.map_err(|_| KeyError::Passphrase)?);
        let secret: Zeroizing<[u8; 32]> = Zeroizing::new(secret.as_slice().try_into().map_err(|_| KeyError::Damaged)?);
        let key = SecretKey::new(&secret);
        if *key.public().bytes() == self.public { Ok(key) } else { Err(KeyError::Damaged) }
    }

    /// Its bytes, to be kept anywhere.
    pub fn to_bytes(&self) -> Vec<u8> {
        let told = self.whole();
        let check = sha256(&[&bytes_of(&told)]);
        let Item::Map(mut fields) = told else { return Vec::new() };
        fields.push(("check".to_owned(), Item::Bytes(check.to_vec())));
        bytes_of(&Item::Map(fields))
    }

    /// The kept key of bytes: damage and later forms are told apart, also without the passphrase.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let mut form = Form::read(bytes, LIMIT).ok_or(KeyError::Damaged)?;
        let format = form.text("format").ok_or(KeyError::Damaged)?;
        if format != FORMAT {
            let number = format.strip_prefix("twinpost/").and_then(|rest| rest.strip_suffix("/key"));
            let later = number.and_then(|number| number.parse::<u32>().ok()).is_some_and(|number| number > 1);
            return Err(if later { KeyError::Version } else { KeyError::Damaged });
        }
        let read = || {
            let locked = Self {
                use_of: KeyUse::of_code(&form.text("use")?)?,
                name: form.text("name")?,
                public: form.exactly("public")?,
                salt: form.exactly("salt")?,
                nonce: form.exactly("nonce")?,
                sealed: form.bytes("sealed")?,
            };
            // The bytes are written once more and compared, so that the check over them is compared as well.
            let _: [u8; 32] = form.exactly("check")?;
            form.done()?;
            Some(locked)
        };
        read().filter(|locked| locked.to_bytes() == bytes).ok_or(KeyError::Damaged)
    }

    /// What stands in clear: it is under the encryption's own check.
    fn told(&self) -> Vec<u8> {
        bytes_of(&map([
            ("format", Item::Text(FORMAT.to_owned())),
            ("use", Item::Text(self.use_of.code().to_owned())),
            ("name", Item::Text(self.name.clone())),
            ("public", Item::Bytes(self.public.to_vec())),
            ("salt", Item::Bytes(self.salt.to_vec())),
            ("nonce", Item::Bytes(self.nonce.to_vec())),
        ]))
    }

    fn whole(&self) -> Item {
        map([
            ("format", Item::Text(FORMAT.to_owned())),
            ("use", Item::Text(self.use_of.code().to_owned())),
            ("name", Item::Text(self.name.clone())),
            ("public", Item::Bytes(self.public.to_vec())),
            ("salt", Item::Bytes(self.salt.to_vec())),
            ("nonce", Item::Bytes(self.nonce.to_vec())),
            ("sealed", Item::Bytes(self.sealed.clone())),
        ])
    }

    fn cipher(&self, passphrase: &Passphrase) -> Result<XChaCha20Poly1305, KeyError> {
        let key = passphrase.stretched(&self.salt)?;
        XChaCha20Poly1305::new_from_slice(key.as_slice()).map_err(|_| KeyError::Damaged)
    }
}

fn bytes_of(item: &Item) -> Vec<u8> {
    // Flat and small; a name that is too long is refused when it is read.
    item.to_bytes(LIMIT).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting;

    impl crate::Chance for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            (0..).zip(bytes.iter_mut()).for_each(|(n, byte)| *byte = n);
        }
    }

    fn locked() -> (SecretKey, Locked) {
        let key = SecretKey::new(&[7; 32]);
        let locked = Locked::lock(&key, (KeyUse::Log, "post"), &Passphrase::new("ten letters"), &Counting).unwrap();
        (key, locked)
    }

    #[test]
    fn a_key_is_opened_by_its_passphrase_and_by_no_other() {
        let (key, locked) = locked();
        let read = Locked::from_bytes(&locked.to_bytes()).unwrap();
        assert_eq!(read, locked);
        assert_eq!(read.unlock(&Passphrase::new("ten letters")).unwrap().secret(), key.secret());
        assert!(matches!(read.unlock(&Passphrase::new("ten letterS")), Err(KeyError::Passphrase)));
        assert!(!locked.to_bytes().windows(32).any(|window| window == key.secret()), "the secret is not in clear");
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_damage_and_no_wrong_passphrase() {
        let bytes = locked().1.to_bytes();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let version = flipped.windows(9).any(|window| window == b"twinpost/") && flipped[bit / 8].is_ascii_digit();
            match Locked::from_bytes(&flipped) {
                Err(KeyError::Damaged) => {}
                Err(KeyError::Version) => assert!(version, "bit {bit}"),
                other => panic!("bit {bit}: {other:?}"),
            }
        }
        for length in 0..bytes.len() {
            assert!(matches!(Locked::from_bytes(&bytes[..length]), Err(KeyError::Damaged)), "{length}");
        }
    }

    #[test]
    fn a_later_version_is_told_as_one() {
        let later = map([("format", Item::Text("twinpost/2/key".to_owned())), ("more", Item::Null)]);
        assert!(matches!(Locked::from_bytes(&bytes_of(&later)), Err(KeyError::Version)));
    }

    #[test]
    fn a_short_passphrase_keeps_nothing_and_none_is_shown() {
        let short = Passphrase::new("nine char");
        let key = SecretKey::new(&[7; 32]);
        let refused = Locked::lock(&key, (KeyUse::Log, "post"), &short, &Counting);
        assert!(matches!(refused, Err(KeyError::PassphraseForm)));
        assert_eq!(format!("{short:?}"), "Passphrase");
    }
}
