//! Checkpoints: the head of a log in the form of C2SP `tlog-checkpoint`, sealed by the post that keeps the log
//! (`signed-note`, type 1) and cosigned by whoever has stored every entry of it (`tlog-cosignature`, type 4).

use base64ct::{Base64, Encoding as _};

use crate::fault::{Code, Fault};
use crate::key::{PublicKey, SecretKey, SignatureBytes};
use crate::origin::{Origin, PostName};
use crate::tree::{Hash, sha256};

/// How large the text of a checkpoint may be, in bytes.
pub const CHECKPOINT_LIMIT: usize = 4_096;
/// How many may cosign one checkpoint.
pub const COSIGNERS_LIMIT: usize = 16;

const SEAL: u8 = 1;
const COSIGNATURE: u8 = 4;
const LARGEST: u64 = (1 << 53) - 1;

/// How long a log is and the root over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which log.
    pub origin: Origin,
    /// How many entries.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

impl Head {
    fn body(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, Base64::encode_string(&self.root))
    }

    fn cosigned(&self, seconds: u64) -> String {
        format!("cosignature/v1\ntime {seconds}\n{}", self.body())
    }
}

/// A line under a checkpoint by one who has stored every entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cosignature {
    /// Who: side and post, and `/mirror`.
    pub name: String,
    /// The short mark of the key in the line.
    pub mark: [u8; 4],
    /// When, in seconds since 1970 UTC by the clock of that post.
    pub seconds: u64,
    /// The signature.
    pub signature: SignatureBytes,
}

/// A head with its seal and the cosignatures under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The head.
    pub head: Head,
    /// The short mark of the key that sealed.
    pub mark: [u8; 4],
    /// The seal of the post that keeps the log.
    pub seal: SignatureBytes,
    /// Cosignatures, ascending by name.
    pub cosignatures: Vec<Cosignature>,
}

impl Checkpoint {
    /// Seals a head.
    pub fn seal(head: Head, key: &SecretKey) -> Self {
        let mark = mark_of(&head.origin.to_string(), SEAL, key.public().bytes());
        let seal = key.sign(head.body().as_bytes());
        Self { head, mark, seal, cosignatures: Vec::new() }
    }

    /// Adds the cosignature of a post, in place of an earlier one by the same post.
    pub fn cosign(&mut self, name: &str, key: &SecretKey, seconds: u64) {
        let signature = key.sign(self.head.cosigned(seconds).as_bytes());
        let mark = mark_of(name, COSIGNATURE, key.public().bytes());
        self.cosignatures.retain(|line| line.name != name);
        self.cosignatures.push(Cosignature { name: name.to_owned(), mark, seconds, signature });
        self.cosignatures.sort_by(|one, other| one.name.cmp(&other.name));
    }

    /// Whether the seal was made with this key.
    pub fn is_sealed_by(&self, key: &PublicKey) -> bool {
        self.mark == mark_of(&self.head.origin.to_string(), SEAL, key.bytes())
            && key.signed(self.head.body().as_bytes(), &self.seal)
    }

    /// Whether one of its cosignatures was made with this key.
    pub fn is_cosigned_by(&self, line: &Cosignature, key: &PublicKey) -> bool {
        line.mark == mark_of(&line.name, COSIGNATURE, key.bytes())
            && key.signed(self.head.cosigned(line.seconds).as_bytes(), &line.signature)
    }

    /// Its text.
    pub fn to_text(&self) -> String {
        let line =
            |name: &str, parts: &[&[u8]]| format!("\u{2014} {name} {}\n", Base64::encode_string(&parts.concat()));
        let mut text = self.head.body();
        text.push('\n');
        text.push_str(&line(&self.head.origin.to_string(), &[&self.mark, &self.seal]));
        for one in &self.cosignatures {
            text.push_str(&line(&one.name, &[&one.mark, &one.seconds.to_be_bytes(), &one.signature]));
        }
        text
    }

    /// The checkpoint of a text that has exactly the form of [`Self::to_text`]: seal first, then cosignatures ascending
    /// by name, none twice, and no line of another type.
    pub fn from_text(text: &str, place: &str) -> Result<Self, Fault> {
        let read = || {
            if text.len() > CHECKPOINT_LIMIT {
                return None;
            }
            let (body, lines) = text.split_once("\n\n")?;
            let mut body = body.split('\n');
            let origin: Origin = body.next()?.parse().ok()?;
            let size: u64 = body.next()?.parse().ok().filter(|size| *size <= LARGEST)?;
            let root = Base64::decode_vec(body.next()?).ok()?.try_into().ok()?;
            let mut lines = lines.strip_suffix('\n')?.split('\n').map(line);
            let (_, seal) = lines.next()??;
            let (mark, seal) = seal.split_first_chunk()?;
            let cosignatures = lines
                .map(|line| {
                    let (name, bytes) = line?;
                    name.strip_suffix("/mirror")?.parse::<PostName>().ok()?;
                    let (mark, rest) = bytes.split_first_chunk()?;
                    let (seconds, signature) = rest.split_first_chunk()?;
                    let seconds = Some(u64::from_be_bytes(*seconds)).filter(|seconds| *seconds <= LARGEST / 1000)?;
                    Some(Cosignature { name, mark: *mark, seconds, signature: signature.try_into().ok()? })
                })
                .collect::<Option<Vec<_>>>()?;
            let ascending = cosignatures.is_sorted_by(|one, next| one.name < next.name);
            let head = Head { origin, size, root };
            let read = Self { head, mark: *mark, seal: seal.try_into().ok()?, cosignatures };
            (ascending && read.cosignatures.len() <= COSIGNERS_LIMIT && read.to_text() == text).then_some(read)
        };
        read().ok_or_else(|| Fault::new(Code::Note, place))
    }
}

fn line(line: &str) -> Option<(String, Vec<u8>)> {
    let (name, signature) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    Some((name.to_owned(), Base64::decode_vec(signature).ok()?))
}

/// The short mark of a key: the first four bytes of SHA-256 over name, line feed, type and key.
fn mark_of(name: &str, kind: u8, key: &[u8; 32]) -> [u8; 4] {
    let [a, b, c, d, ..] = sha256(&[name.as_bytes(), b"\n", &[kind], key]);
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(size: u64) -> Head {
        Head { origin: "vn.laocai/cn.hekou/1".parse().unwrap(), size, root: [7; 32] }
    }

    #[test]
    fn a_checkpoint_is_read_back_with_its_seal_and_cosignatures() {
        let (log, mirror) = (SecretKey::new(&[1; 32]), SecretKey::new(&[2; 32]));
        let mut sealed = Checkpoint::seal(head(12), &log);
        sealed.cosign("cn.hekou/mirror", &mirror, 1_771_000_000);
        sealed.cosign("cn.hekou/mirror", &mirror, 1_771_000_001);
        let read = Checkpoint::from_text(&sealed.to_text(), "it").unwrap();
        assert_eq!(read, sealed);
        assert!(read.is_sealed_by(&log.public()));
        assert!(!read.is_sealed_by(&mirror.public()));
        let [line] = read.cosignatures.as_slice() else { panic!("one line") };
        assert!(read.is_cosigned_by(line, &mirror.public()));
        assert!(!read.is_cosigned_by(line, &log.public()));
        assert_eq!(line.seconds, 1_771_000_001);
    }

    #[test]
    fn another_spelling_is_refused() {
        let mut sealed = Checkpoint::seal(head(12), &SecretKey::new(&[1; 32]));
        sealed.cosign("cn.a/mirror", &SecretKey::new(&[2; 32]), 9);
        sealed.cosign("cn.b/mirror", &SecretKey::new(&[3; 32]), 9);
        let text = sealed.to_text();
        let spellings = [
            text.replace("\n12\n", "\n012\n"),
            text.replace("\n12\n", "\n+12\n"),
            text.replace("\n\n", "\nmore\n\n"),
            text.replace("\u{2014}", "-"),
            text.replace("=\n", "\n"),
            format!("{text}\n"),
            text.trim_end().to_owned(),
            text.replace("cn.a/", "cn.c/"),
            text.replace("cn.a/", "cn.b/"),
        ];
        for other in spellings {
            assert!(Checkpoint::from_text(&other, "it").is_err(), "{other}");
        }
    }
}
