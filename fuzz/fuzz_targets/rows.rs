//! A whole table, from its bytes to a decision on each row.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::rows(bytes));
