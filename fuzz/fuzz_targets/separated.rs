//! Values separated by a character, in every encoding.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::separated(bytes));
