//! The part of a spreadsheet in which the cells stand.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::sheet(bytes));
