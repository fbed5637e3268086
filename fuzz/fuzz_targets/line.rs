//! The line of a border as GeoJSON.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::line(bytes));
