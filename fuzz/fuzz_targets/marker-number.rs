//! Numbers of markers, line by line.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::marker_number(bytes));
