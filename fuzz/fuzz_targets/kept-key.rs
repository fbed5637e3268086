//! Files of keys and requests to a root.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::kept_key(bytes));
