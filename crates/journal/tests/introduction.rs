//! The frozen vectors of introductions (`docs/formats/evidence.md`, section 8): what was good stays good with the same
//! code, and each bad one is refused for the reason and at the place that are kept beside it.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::fs;
use std::path::{Path, PathBuf};

use journal::{Introduction, hex, spoken_code};

/// The introductions of a folder with the words that are kept beside each.
fn kept(kind: &str) -> Vec<(PathBuf, Vec<u8>, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/introduction").join(kind);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "introduction"));
    paths.sort();
    let read = |path: PathBuf| {
        let (bytes, words) = (fs::read(&path).unwrap(), fs::read_to_string(path.with_extension("txt")).unwrap());
        (path, bytes, words.trim_end().to_owned())
    };
    paths.into_iter().map(read).collect()
}

/// What two people see of an introduction that holds.
fn told(bytes: &[u8]) -> String {
    let read = Introduction::read(bytes, "").unwrap();
    let said = read.introduction;
    let certificate = said.certificate.map(|der| hex(&der)).unwrap_or_default();
    format!(
        "{}\n{}\n{}\n{}\n{}\n{certificate}\n{}",
        spoken_code(bytes),
        said.name,
        hex(&read.fingerprint),
        read.root.number,
        said.url.unwrap_or_default(),
        said.at_ms
    )
}

#[test]
fn good_introductions_say_what_is_kept_beside_them() {
    let good = kept("good");
    assert!(good.len() >= 3);
    for (path, bytes, words) in good {
        assert_eq!(told(&bytes), words, "{}", path.display());
    }
}

#[test]
fn bad_introductions_are_refused_for_the_reason_and_at_the_place_that_are_kept() {
    let bad = kept("bad");
    assert!(bad.len() >= 15);
    for (path, bytes, words) in bad {
        assert_eq!(Introduction::read(&bytes, "").unwrap_err().to_string().trim_end(), words, "{}", path.display());
    }
}
