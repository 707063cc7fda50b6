//! Public keys and seeds as text: no input panics, and what is accepted is written back unchanged.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::nkey::{PublicKey, Seed};

fuzz_target!(|text: &str| {
    if let Ok(key) = text.parse::<PublicKey>() {
        assert_eq!(key.to_string(), text, "a public key has one spelling");
    }
    if let Ok(seed) = Seed::parse(text) {
        assert_eq!(*seed.expose(), text, "a seed has one spelling");
        let public = seed.public();
        assert_eq!(public.kind(), seed.kind());
        assert_eq!(public.to_string().parse(), Ok(public));
    }
});
