//! Checking a bundle: a file that somebody brought, against the fingerprints of the roots that the reader trusts and
//! nothing else. No post is needed for it.

pub use journal::{Code, Fault, Hash, Text, Utterance, Verdict, hex, verdict_json, verify};

use sha2::{Digest as _, Sha256};

/// Fingerprints that are no fingerprints, by the numbers of their lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoFingerprints(pub Vec<usize>);

/// Reads fingerprints, one a line: 64 hexadecimal digits, spaces, colons and hyphens between them left aside, and so is the
/// name of a side before an equals sign. Blank lines and those that begin with `#` are passed over.
pub fn read_fingerprints(text: &str) -> Result<Vec<Hash>, NoFingerprints> {
    let mut known = Vec::new();
    let mut wrong = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match fingerprint(line.rsplit_once('=').map_or(line, |(_, digits)| digits)) {
            Some(hash) => known.push(hash),
            None => wrong.push(number),
        }
    }
    if wrong.is_empty() { Ok(known) } else { Err(NoFingerprints(wrong)) }
}

fn fingerprint(digits: &str) -> Option<Hash> {
    let digits: Vec<u8> = digits
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ':' | '-'))
        .map(|c| u8::try_from(c.to_digit(16)?).ok())
        .collect::<Option<_>>()?;
    let (pairs, []) = digits.as_chunks::<2>() else { return None };
    let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
    bytes.try_into().ok()
}

/// SHA-256 of a file that belongs to a document.
pub fn attachment_hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_read_as_people_write_them() {
        let digits = "0123456789abcdef".repeat(4);
        let grouped: Vec<String> =
            digits.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
        let (spaced, with_colons) = (grouped.join(" "), grouped.join(":"));
        let text = format!("# of both\n\nvn = {spaced}\r\n{}\n{with_colons}\n", digits.to_uppercase());
        let known = read_fingerprints(&text).unwrap();
        assert!(known.len() == 3 && known[2] == known[0]);
        assert_eq!((hex(&known[0]), hex(&known[1])), (digits.clone(), digits.clone()));
        let wrong = format!("{digits}0\n{digits}\nvn=\n{}", "g".repeat(64));
        assert_eq!(read_fingerprints(&wrong), Err(NoFingerprints(vec![1, 3, 4])));
    }
}
