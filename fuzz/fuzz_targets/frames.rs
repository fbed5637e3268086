//! What the reading process could tell its parent.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::frames(bytes));
