//! Days and instants as people type them, line by line.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::written(bytes));
