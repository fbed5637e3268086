//! Any file at all, read as a table.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::spreadsheet(bytes));
