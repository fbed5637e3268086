//! Bytes of text in every encoding, and what is proposed for them.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::encodings(bytes));
