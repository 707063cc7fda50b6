//! Any text as a creds file: it never panics, and a seed that is found is one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::jwt::creds::{seed_in, token_in};

fuzz_target!(|text: &str| {
    assert!(text.contains(token_in(text)));
    if let Ok(seed) = seed_in(text) {
        assert!(text.contains(seed.expose().as_str()));
    }
});
