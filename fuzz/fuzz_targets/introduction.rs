//! Introductions of posts of other sides.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::introduction(bytes));
