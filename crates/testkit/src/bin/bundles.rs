//! Writes bundles, good and damaged, with the verdict of this implementation, for another one to be compared with.
//!
//! `bundles SEED COUNT`: for each, 4 bytes with the length of the bundle (big-endian), the bundle, 4 bytes with the
//! length of the JSON, and `{"known": [...], "verdict": {...}}`.

use std::io::Write as _;

use testkit::Seeded;
use testkit::evidence::{course, damaged};

fn main() -> std::io::Result<()> {
    let mut numbers = std::env::args().skip(1).map(|text| text.parse::<u64>());
    let (Some(Ok(seed)), Some(Ok(count))) = (numbers.next(), numbers.next()) else {
        return Err(std::io::Error::other("bundles SEED COUNT"));
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let chance = Seeded::new(seed);
    let mut left = count;
    while left > 0 {
        let recipe = course(&chance);
        let known = recipe.fingerprints();
        // Of each course the bundle as it should be, and nine that are damaged.
        for number in 0..left.min(10) {
            let bytes = if number == 0 { recipe.bytes() } else { damaged(&recipe, &chance) };
            let verdict = journal::verdict_json(&journal::verify(&bytes, &known));
            let known: Vec<String> = known.iter().map(|hash| journal::hex(hash)).collect();
            let json = serde_json::json!({ "known": known, "verdict": verdict }).to_string();
            for piece in [bytes.as_slice(), json.as_bytes()] {
                out.write_all(&(piece.len() as u32).to_be_bytes())?;
                out.write_all(piece)?;
            }
            left -= 1;
        }
    }
    out.flush()
}
