//! How one post introduces itself to another before they exchange anything: its roots, its keys, where it is reached and
//! how it is known there. Two people compare the code of the bytes over the telephone; nothing else makes them trusted.

use crate::cbor::Item;
use crate::envelope::{ENVELOPE_LIMIT, Envelope, Label};
use crate::fault::{Code, Fault};
use crate::fields::{Fields, map};
use crate::identity::{NAME_LIMIT, PostKeys, Root, VERSION, root_chain};
use crate::key::SecretKey;
use crate::origin::{PostName, is_code};
use crate::statement::{ADDRESS_LIMIT, CERTIFICATE_LIMIT};
use crate::tree::{Hash, sha256};

/// How many roots an introduction brings at most.
pub const INTRODUCED_ROOTS: usize = 64;
/// How many digits the code of an introduction has: about 80 bits.
pub const CODE_DIGITS: usize = 24;

/// What a post says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// Side and post.
    pub name: PostName,
    /// The roots of the side, from the first to the one in force.
    pub roots: Vec<Envelope>,
    /// The keys of the post, signed by the root in force.
    pub keys: Envelope,
    /// Where its courier is reached, as `https://host:port`; missing where pouches are carried by hand only.
    pub url: Option<String>,
    /// The certificate under which it is reached and reaches others, in DER (X.509).
    pub certificate: Option<Vec<u8>>,
    /// When it was said, in milliseconds since 1970 UTC.
    pub at_ms: u64,
}

/// An introduction that holds in itself. Whether it comes from the one whose name it bears only people can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduced {
    /// What was said.
    pub introduction: Introduction,
    /// The fingerprint of the side's first root.
    pub fingerprint: Hash,
    /// The root in force.
    pub root: Root,
    /// The keys of the post.
    pub keys: PostKeys,
}

impl Introduction {
    /// Signs it with the key that certifies the officers of the post.
    pub fn sign(&self, certify: &SecretKey) -> Result<Vec<u8>, Fault> {
        let bytes = |envelope: &Envelope| Item::Bytes(envelope.to_bytes());
        let Item::Map(mut pairs) = map([
            ("version", Item::Int(VERSION.into())),
            ("side", Item::Text(self.name.side.clone())),
            ("post", Item::Text(self.name.post.clone())),
            ("roots", Item::List(self.roots.iter().map(bytes).collect())),
            ("keys", bytes(&self.keys)),
            ("at", Item::Int(self.at_ms.into())),
        ]) else {
            return Err(Fault::new(Code::Shape, ""));
        };
        pairs.extend(self.url.clone().map(|url| ("url".to_owned(), Item::Text(url))));
        pairs.extend(self.certificate.clone().map(|der| ("certificate".to_owned(), Item::Bytes(der))));
        let payload = Item::Map(pairs).to_bytes(ENVELOPE_LIMIT).map_err(|_| Fault::new(Code::Size, ""))?;
        let envelope = Envelope::sign(Label::Introduction, payload, &[certify]).to_bytes();
        if envelope.len() > ENVELOPE_LIMIT { Err(Fault::new(Code::Size, "")) } else { Ok(envelope) }
    }

    /// The introduction of bytes, once its roots follow from one another, the root in force certifies the keys, and the
    /// post has signed it with them. The place is that of the bytes; empty for the whole.
    pub fn read(bytes: &[u8], place: &str) -> Result<Introduced, Fault> {
        let at = |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
        let envelope = Envelope::from_bytes(bytes, place)?;
        let introduction = Self::payload(&envelope, place)?;
        let first = introduction.roots.first().ok_or_else(|| Fault::new(Code::RootNumber, at("roots")))?;
        let known = Root::read(first, &at("roots[0]"))?.fingerprint();
        let (fingerprint, root) = root_chain(&introduction.name.side, &introduction.roots, &[known], &at("roots"))?;
        let keys = PostKeys::verify(&introduction.keys, &root, &at("keys"))?;
        if keys.name != introduction.name {
            return Err(Fault::new(Code::Shape, at("post")));
        }
        if !envelope.signers().eq([&keys.certify]) {
            return Err(Fault::new(Code::PostSigner, place));
        }
        if !(keys.from_ms..keys.until_ms).contains(&introduction.at_ms) {
            return Err(Fault::new(Code::Dates, at("at")));
        }
        envelope.verify(Label::Introduction, place)?;
        Ok(Introduced { introduction, fingerprint, root, keys })
    }

    fn payload(envelope: &Envelope, place: &str) -> Result<Self, Fault> {
        let item =
            Item::from_bytes(&envelope.payload, ENVELOPE_LIMIT).map_err(|_| Fault::new(Code::Encoding, place))?;
        let mut fields = Fields::of(item, place)?;
        if fields.number("version")? != VERSION {
            return Err(Fault::new(Code::Format, place));
        }
        let code = |fields: &mut Fields, name: &str| {
            let code = fields.text(name, NAME_LIMIT)?;
            if is_code(&code) { Ok(code) } else { Err(Fault::new(Code::Shape, fields.at(name))) }
        };
        let name = PostName { side: code(&mut fields, "side")?, post: code(&mut fields, "post")? };
        let roots = fields.list("roots", INTRODUCED_ROOTS)?.into_iter().map(|(place, item)| match item {
            Item::Bytes(bytes) => Envelope::from_bytes(&bytes, &place),
            _ => Err(Fault::new(Code::Shape, place)),
        });
        let roots = roots.collect::<Result<Vec<_>, _>>()?;
        let keys = Envelope::from_bytes(&fields.bytes("keys", ENVELOPE_LIMIT)?, &fields.at("keys"))?;
        let url = match fields.maybe("url") {
            None => None,
            Some(Item::Text(url)) if (1..=ADDRESS_LIMIT).contains(&url.len()) => Some(url),
            Some(_) => return Err(Fault::new(Code::Shape, fields.at("url"))),
        };
        let certificate = match fields.maybe("certificate") {
            None => None,
            Some(Item::Bytes(der)) if (1..=CERTIFICATE_LIMIT).contains(&der.len()) => Some(der),
            Some(_) => return Err(Fault::new(Code::Shape, fields.at("certificate"))),
        };
        let at_ms = fields.number("at")?;
        fields.done()?;
        Ok(Self { name, roots, keys, url, certificate, at_ms })
    }
}

/// The code of an introduction, which two people compare over the telephone: SHA-256 over its bytes as a number, its
/// last 24 decimal digits, in six groups of four.
pub fn spoken_code(introduction: &[u8]) -> String {
    const MODULUS: u128 = 10_u128.pow(CODE_DIGITS as u32);
    let hash = sha256(&[b"twinpost/1/code", introduction]);
    let number = hash.iter().fold(0_u128, |number, byte| (number * 256 + u128::from(*byte)) % MODULUS);
    let digits = format!("{number:0CODE_DIGITS$}");
    let groups: Vec<&str> = (0..CODE_DIGITS).step_by(4).filter_map(|at| digits.get(at..at + 4)).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u8) -> SecretKey {
        SecretKey::new(&[number; 32])
    }

    fn root(number: u64, of: &[u8], before: &[u8], next: &[u8]) -> Envelope {
        let publics = |of: &[u8]| {
            let mut publics: Vec<[u8; 32]> = of.iter().map(|number| *key(*number).public().bytes()).collect();
            publics.sort_unstable();
            publics
        };
        let next = Root::commitment(&publics(next), 1);
        let root = Root { side: "vn".into(), number, keys: publics(of), threshold: 1, next, from_ms: 1 };
        let signers: Vec<SecretKey> = of.iter().chain(before).map(|number| key(*number)).collect();
        root.sign(&signers.iter().collect::<Vec<_>>())
    }

    fn keys(post: &str, by: u8) -> Envelope {
        let public = |number: u8| *key(number).public().bytes();
        let name = PostName { side: "vn".into(), post: post.into() };
        PostKeys { name, log: public(10), mirror: public(11), certify: public(12), from_ms: 5, until_ms: 1_000 }
            .sign(&[&key(by)])
    }

    fn whole() -> Introduction {
        Introduction {
            name: "vn.station".parse().unwrap(),
            roots: vec![root(1, &[1], &[], &[2]), root(2, &[2], &[1], &[3])],
            keys: keys("station", 2),
            url: Some("https://station.example:7443".into()),
            certificate: Some(vec![0x30; 40]),
            at_ms: 500,
        }
    }

    fn fault(introduction: &Introduction, by: u8) -> (&'static str, String) {
        let fault = Introduction::read(&introduction.sign(&key(by)).unwrap(), "").unwrap_err();
        (fault.code.as_str(), fault.place)
    }

    #[test]
    fn what_was_introduced_is_read_back() {
        let bare = Introduction { url: None, certificate: None, ..whole() };
        for introduction in [whole(), bare] {
            let read = Introduction::read(&introduction.sign(&key(12)).unwrap(), "").unwrap();
            assert_eq!((read.introduction, read.root.number), (introduction, 2));
            assert_eq!(read.fingerprint, Root::read(&whole().roots[0], "it").unwrap().fingerprint());
        }
    }

    #[test]
    fn every_fault_has_its_reason_and_place() {
        let of = |change: &dyn Fn(&mut Introduction)| {
            let mut introduction = whole();
            change(&mut introduction);
            fault(&introduction, 12)
        };
        assert_eq!(of(&|it| it.roots.clear()), ("root-number", "roots".into()));
        assert_eq!(of(&|it| drop(it.roots.remove(0))), ("root-number", "roots[0]".into()));
        assert_eq!(of(&|it| it.roots[1] = root(2, &[9], &[1], &[3])), ("root-next", "roots[1]".into()));
        assert_eq!(of(&|it| drop(it.roots.pop())), ("post-signer", "keys".into()), "certified by the root after");
        assert_eq!(of(&|it| it.keys = keys("station", 7)), ("post-signer", "keys".into()));
        assert_eq!(of(&|it| it.keys = keys("other", 2)), ("shape", "post".into()));
        assert_eq!(of(&|it| it.name.side = "cn".into()), ("root-side", "roots[0]".into()));
        assert_eq!(of(&|it| it.name.post = "Station".into()), ("shape", "post".into()));
        assert_eq!(of(&|it| it.at_ms = 1_000), ("dates", "at".into()));
        assert_eq!(of(&|it| it.at_ms = 4), ("dates", "at".into()));
        assert_eq!(of(&|it| it.url = Some(String::new())), ("shape", "url".into()));
        assert_eq!(of(&|it| it.url = Some("h".repeat(2_001))), ("shape", "url".into()));
        assert_eq!(of(&|it| it.certificate = Some(Vec::new())), ("shape", "certificate".into()));
        assert_eq!(of(&|it| it.certificate = Some(vec![0; 8_001])), ("shape", "certificate".into()));
        assert_eq!(fault(&whole(), 10), ("post-signer", String::new()), "signed with the key of the log");
    }

    #[test]
    fn an_introduction_that_is_too_large_is_not_made() {
        let many = Introduction { roots: vec![root(1, &[1], &[], &[2]); 400], ..whole() };
        assert_eq!(many.sign(&key(12)), Err(Fault::new(Code::Size, "")));
    }

    #[test]
    fn any_flipped_bit_and_every_cut_is_refused() {
        let bytes = whole().sign(&key(12)).unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(Introduction::read(&flipped, "").is_err(), "bit {bit}");
        }
        for length in 0..bytes.len() {
            assert!(Introduction::read(&bytes[..length], "").is_err(), "{length}");
        }
    }

    #[test]
    fn the_code_is_six_groups_of_four_digits_and_another_one_for_other_bytes() {
        let bytes = whole().sign(&key(12)).unwrap();
        let code = spoken_code(&bytes);
        assert_eq!((code.len(), code.split(' ').count()), (29, 6));
        assert!(code.chars().all(|c| c == ' ' || c.is_ascii_digit()));
        assert_ne!(code, spoken_code(&[bytes.as_slice(), &[0]].concat()));
        // Reckoned apart: int(sha256(b"twinpost/1/code").hexdigest(), 16) % 10**24.
        assert_eq!(spoken_code(b""), "3871 6769 9859 2353 7377 0263");
    }
}
