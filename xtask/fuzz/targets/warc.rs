//! The entry point `warc`.
#![no_main]

#[allow(dead_code, reason = "each target uses one of them")]
#[path = "../../../crates/corroborate/tests/entry/mod.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::enter("warc", bytes));
