//! Frozen vectors of journal entries. They are never edited: a new format gets a new version and new vectors.

#![expect(clippy::unwrap_used, reason = "a test stops at a fault")]

use journal::{Class, Entry, EntryFault, encode};
use proptest::prelude::*;
use serde_json::json;

fn sample() -> Entry {
    Entry {
        id: *b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f",
        act: [0xaa; 16],
        class: Class::Fact,
        noun: "letter".into(),
        record: "01jkx4z9m0000000000000000".into(),
        side: "vn".into(),
        unit: "vn-bg-laocai-gate".into(),
        officer: "gate-duty".into(),
        happened_ms: 1_770_000_000_000,
        recorded_ms: 1_770_000_060_000,
        grade: "internal".into(),
        exercise: false,
        body: encode(&json!({ "fact": "sent", "sent_on": "2026-02-02", "number": "1/2026" })).unwrap(),
    }
}

#[test]
fn version_1_is_written_as_it_was() {
    let frozen = include_str!("vectors/entry-v1.hex").trim();
    let written: String = sample().to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(written, frozen);
}

#[test]
fn version_1_is_read_as_it_was() {
    let frozen = include_str!("vectors/entry-v1.hex").trim();
    let bytes: Vec<u8> =
        (0..frozen.len()).step_by(2).map(|i| u8::from_str_radix(&frozen[i..i + 2], 16).unwrap()).collect();
    assert_eq!(Entry::from_bytes(&bytes), Ok(sample()));
}

#[test]
fn an_unknown_version_is_named() {
    let mut bytes = sample().to_bytes();
    bytes[2] = 2;
    assert_eq!(Entry::from_bytes(&bytes), Err(EntryFault::Version(2)));
}

#[test]
fn every_truncation_is_refused() {
    let bytes = sample().to_bytes();
    for length in 0..bytes.len() {
        assert!(Entry::from_bytes(&bytes[..length]).is_err(), "{length}");
    }
}

proptest! {
    #[test]
    fn a_changed_byte_never_reads_as_the_same_entry(at in 0usize..200, change in 1u8..) {
        let mut bytes = sample().to_bytes();
        let at = at % bytes.len();
        bytes[at] ^= change;
        prop_assert_ne!(Entry::from_bytes(&bytes), Ok(sample()));
    }

    #[test]
    fn any_bytes_are_read_or_refused_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(entry) = Entry::from_bytes(&bytes) {
            prop_assert_eq!(entry.to_bytes(), bytes);
        }
    }
}
