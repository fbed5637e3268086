//! What is tried with bytes nobody would write: everything that reads what comes from outside. Each target takes any
//! bytes, checks what must hold of what was read, and panics where it does not. The kept inputs lie in `fuzz/corpus`;
//! `crates/testkit/tests/fuzz.rs` and the programs in `fuzz` call the same functions.

mod border;
mod evidence;
mod keys;
mod query;
mod record;
mod table;

use std::path::PathBuf;

use crate::{Seeded, workspace};

pub use border::{line, marker_number, profile};
pub use evidence::{bundle, checkpoint, introduction, opening, pouch, statement};
pub use keys::{kept_key, key_backup};
pub use query::query;
pub use record::{entry, value, written};
pub use table::{encodings, frames, mapping, rows, separated, sheet, spreadsheet};

/// Something to be tried.
pub struct Target {
    /// Its name, which is also the folder of its kept inputs.
    pub name: &'static str,
    /// What takes the bytes.
    pub run: fn(&[u8]),
    /// How much longer one run takes than a short one: it gets so many times fewer runs.
    pub cost: usize,
}

/// Everything that is tried.
pub const TARGETS: [Target; 22] = [
    Target { name: "bundle", run: bundle, cost: 20 },
    Target { name: "checkpoint", run: checkpoint, cost: 1 },
    Target { name: "encodings", run: encodings, cost: 2 },
    Target { name: "entry", run: entry, cost: 1 },
    Target { name: "frames", run: frames, cost: 1 },
    Target { name: "introduction", run: introduction, cost: 4 },
    Target { name: "kept-key", run: kept_key, cost: 2 },
    Target { name: "key-backup", run: key_backup, cost: 4 },
    Target { name: "line", run: line, cost: 1 },
    Target { name: "mapping", run: mapping, cost: 2 },
    Target { name: "marker-number", run: marker_number, cost: 1 },
    Target { name: "opening", run: opening, cost: 2 },
    Target { name: "pouch", run: pouch, cost: 4 },
    Target { name: "profile", run: profile, cost: 20 },
    Target { name: "query", run: query, cost: 6 },
    Target { name: "rows", run: rows, cost: 20 },
    Target { name: "separated", run: separated, cost: 2 },
    Target { name: "sheet", run: sheet, cost: 2 },
    Target { name: "spreadsheet", run: spreadsheet, cost: 2 },
    Target { name: "statement", run: statement, cost: 2 },
    Target { name: "value", run: value, cost: 1 },
    Target { name: "written", run: written, cost: 1 },
];

/// Where the kept inputs of a target lie.
pub fn kept_in(target: &str) -> PathBuf {
    workspace().join("fuzz/corpus").join(target)
}

/// The kept inputs of a target by their names, in order.
pub fn kept(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = kept_in(target);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    let mut kept: Vec<(String, Vec<u8>)> = files
        .filter_map(|file| {
            let file = file.ok()?;
            Some((file.file_name().to_string_lossy().into_owned(), std::fs::read(file.path()).ok()?))
        })
        .collect();
    kept.sort();
    kept
}

/// Bytes like these, but not these: a piece taken out, put in, doubled, flipped, or taken from another input. The hunt
/// that learns from what it reaches is libFuzzer's, in `fuzz`; this gives every test run the same strange inputs.
pub fn mutated(chance: &Seeded, kept: &[Vec<u8>]) -> Vec<u8> {
    const PIECES: [&[u8]; 24] = [
        b"\"",
        b",",
        b";",
        b"\r\n",
        b"\0",
        b"\xff\xfe",
        b"</row>",
        b"<c r=\"XFD1048576\">",
        b"<!DOCTYPE a>",
        b"&a;",
        b"99999999999999999999",
        b"[columns]\n",
        b"agenda[1].title",
        b"31/02/2025",
        b"{\"a\":[",
        "đ\u{301}\u{202e}".as_bytes(),
        b"\x9f",
        b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff",
        b"-180.0001",
        b"1e999",
        b"(1)",
        b"/2",
        b"[[side]]\n",
        b"2026-02-29T24:00",
    ];
    let mut bytes = chance.pick(kept).clone();
    for _ in 0..1 + chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let until = (at + chance.below(24)).min(bytes.len());
        match chance.below(6) {
            0 => drop(bytes.drain(at..until)),
            1 => drop(bytes.splice(at..at, chance.pick(&PIECES).iter().copied())),
            2 => {
                let piece = bytes[at..until].to_vec();
                bytes.splice(at..at, piece.repeat(1 + chance.below(8)));
            }
            3 => {
                let other = chance.pick(kept);
                let from = chance.below(other.len() + 1);
                bytes.splice(at..until, other[from..].iter().copied().take(200));
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
    bytes.truncate(1 << 16);
    bytes
}
