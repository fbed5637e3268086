//! The frozen vectors of `docs/formats/evidence.md`: what was good stays good, and each bad one is refused for the
//! reason in its name, at the place in `bad/places.txt`. The checkpoints and trees are read by other people's programs too.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::fs;
use std::path::{Path, PathBuf};

use journal::{
    Checkpoint, Hash, Head, SecretKey, consistency, continues, inclusion, leaf_hash, root, verdict_json, verify,
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/evidence")
}

fn known() -> Vec<Hash> {
    let text = fs::read_to_string(folder().join("roots.txt")).unwrap();
    let hash = |line: &str| -> Hash {
        let byte = |at: usize| u8::from_str_radix(&line[at..at + 2], 16).unwrap();
        std::array::from_fn(|index| byte(2 * index))
    };
    text.lines().map(hash).collect()
}

/// The bundles of a folder: what stands before `--` in the name, the path, the bytes.
fn bundles(kind: &str) -> Vec<(String, PathBuf, Vec<u8>)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder().join(kind)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "twp"));
    paths.sort();
    let named = |path: PathBuf| {
        let (word, _) = path.file_stem().unwrap().to_str().unwrap().split_once("--").unwrap();
        let bytes = fs::read(&path).unwrap();
        (word.to_owned(), path, bytes)
    };
    paths.into_iter().map(named).collect()
}

#[test]
fn good_bundles_give_the_verdict_that_is_kept_beside_them() {
    let good = bundles("good");
    assert!(good.len() >= 15);
    for (standing, path, bytes) in good {
        let verdict = verdict_json(&verify(&bytes, &known()));
        assert_eq!(verdict["verdict"], standing.as_str(), "{}", path.display());
        let kept: serde_json::Value = serde_json::from_slice(&fs::read(path.with_extension("json")).unwrap()).unwrap();
        assert_eq!(verdict, kept, "{}", path.display());
    }
}

#[test]
fn bad_bundles_are_refused_for_the_reason_in_their_name_at_the_place_kept_beside_them() {
    let bad = bundles("bad");
    assert!(bad.len() >= 90);
    let mut places = Vec::new();
    for (code, path, bytes) in bad {
        let fault = verify(&bytes, &known()).map(|verdict| verdict.standing).unwrap_err();
        assert_eq!(fault.code.as_str(), code, "{}: {fault}", path.display());
        let name = path.file_stem().unwrap().to_str().unwrap();
        places.push(format!("{name} {}", fault.place).trim_end().to_owned());
    }
    places.sort();
    assert_eq!(places.join("\n") + "\n", fs::read_to_string(folder().join("bad/places.txt")).unwrap());
}

#[test]
fn a_good_bundle_is_worth_nothing_to_whoever_trusts_other_roots() {
    for (_, path, bytes) in bundles("good") {
        let fault = verify(&bytes, &[[1; 32]]).map(|verdict| verdict.standing).unwrap_err();
        assert_eq!(fault.code.as_str(), "root-unknown", "{}", path.display());
    }
}

#[test]
fn a_checkpoint_is_a_signed_note_to_other_programs() {
    use base64ct::{Base64, Encoding as _};
    use signed_note::{Note, StandardVerifier, VerifierList};
    let key = SecretKey::new(&[1; 32]);
    let name = "vn.laocai/cn.hekou/1";
    let mut checkpoint = Checkpoint::seal(Head { origin: name.parse().unwrap(), size: 3, root: [9; 32] }, &key);
    checkpoint.cosign("cn.hekou/mirror", &SecretKey::new(&[2; 32]), 1_771_000_000);
    let note = Note::from_bytes(checkpoint.to_text().as_bytes()).unwrap();
    let public = Base64::encode_string(&[&[1], key.public().bytes().as_slice()].concat());
    let mark = u32::from_be_bytes(checkpoint.mark);
    let verifier = StandardVerifier::new(&format!("{name}+{mark:08x}+{public}")).unwrap();
    let (verified, unknown) = note.verify(&VerifierList::new(vec![Box::new(verifier)])).unwrap();
    assert_eq!((verified.len(), unknown.len()), (1, 1), "the cosignature is a line that it does not know");
    let text = String::from_utf8(note.text().to_vec()).unwrap();
    let read = tlog_tiles::Checkpoint::from_bytes(text.as_bytes());
    assert!(read.is_ok_and(|read| read.size() == 3 && read.origin() == name), "{text}");
}

/// What another program keeps of a log.
struct Kept(Vec<tlog_tiles::Hash>);

impl tlog_tiles::HashReader for Kept {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.0[usize::try_from(*index).unwrap()]).collect())
    }
}

#[test]
fn proofs_of_inclusion_and_of_growth_are_those_of_other_programs() {
    use tlog_tiles::{check_record, check_tree, prove_record, prove_tree, stored_hashes};
    let mut kept = Kept(Vec::new());
    let mut leaves = Vec::new();
    for number in 0..40_u64 {
        let entry = number.to_be_bytes();
        let hashes = stored_hashes(number, &entry, &kept).unwrap();
        kept.0.extend(hashes);
        leaves.push(leaf_hash(&entry));
        for index in 0..=number {
            let theirs = prove_record(number + 1, index, &kept).unwrap();
            let ours = inclusion(&leaves, usize::try_from(index).unwrap()).unwrap();
            assert_eq!(theirs.iter().map(|hash| hash.0).collect::<Vec<_>>(), ours);
            let root = tlog_tiles::Hash(root(&leaves));
            let leaf = tlog_tiles::Hash(leaf_hash(&index.to_be_bytes()));
            assert!(check_record(&theirs, number + 1, root, index, leaf).is_ok());
        }
        let (size, whole) = (number + 1, root(&leaves));
        for first in 1..size {
            let theirs: Vec<Hash> = prove_tree(size, first, &kept).unwrap().iter().map(|hash| hash.0).collect();
            let ours = consistency(&leaves, usize::try_from(first).unwrap()).unwrap();
            assert_eq!(theirs, ours, "{first} of {size}");
            let begun = root(&leaves[..usize::try_from(first).unwrap()]);
            assert!(continues(&theirs, (first, &begun), (size, &whole)));
            let path = ours.into_iter().map(tlog_tiles::Hash).collect();
            let checked = check_tree(&path, size, tlog_tiles::Hash(whole), first, tlog_tiles::Hash(begun));
            assert!(checked.is_ok(), "{first} of {size}");
        }
    }
}
