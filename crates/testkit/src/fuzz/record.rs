//! What reads what is kept for ever and what people type, tried with any bytes: journal entries, canonical values,
//! days and instants.

use desk::{read_day, read_instant};
use jiff::tz::{Offset, TimeZone};
use journal::{Class, Entry, EntryFault, NotCanonical, SIZE_LIMIT, decode, encode};

/// A journal entry: one sequence of bytes for one entry, and every other sequence is refused at a place inside it.
pub fn entry(bytes: &[u8]) {
    match Entry::from_bytes(bytes) {
        Ok(entry) => {
            assert_eq!(entry.to_bytes(), bytes, "an entry is written as it was read");
            assert_eq!(Class::from_code(entry.class.code()), Some(entry.class));
            value(&entry.body);
        }
        Err(EntryFault::Form { at }) => assert!(at <= bytes.len(), "the fault is at {at} of {}", bytes.len()),
        Err(EntryFault::Version(version)) => assert_ne!(version, 1),
    }
}

/// A canonical value: one sequence of bytes for one value.
pub fn value(bytes: &[u8]) {
    match decode(bytes) {
        Ok(value) => {
            assert_eq!(encode(&value).as_deref(), Ok(bytes), "a value is written as it was read");
            assert_eq!(decode(bytes), Ok(value));
        }
        Err(NotCanonical::Form { at }) => assert!(at <= bytes.len(), "the fault is at {at} of {}", bytes.len()),
        Err(NotCanonical::Size { .. }) => assert!(bytes.len() > SIZE_LIMIT),
        Err(NotCanonical::Number | NotCanonical::Depth | NotCanonical::Items) => {}
    }
}

/// Days and instants as people type them: what was read is read again as it is written.
pub fn written(bytes: &[u8]) {
    let zone = TimeZone::fixed(Offset::constant(7));
    for line in String::from_utf8_lossy(bytes).lines() {
        if let Some(on) = read_day(line) {
            assert_eq!(read_day(&on.to_string()), Some(on), "{line:?}");
            let known = format!("{:02}/{:02}/{:04}", on.day(), on.month(), on.year());
            assert_eq!(read_day(&known), Some(on), "{line:?}");
        }
        if let Ok(at) = read_instant(line, &zone) {
            assert_eq!(read_instant(&at.to_string(), &zone), Ok(at), "{line:?}");
        }
    }
}
