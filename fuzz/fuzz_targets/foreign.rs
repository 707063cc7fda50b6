//! Any bytes as files of others: nsc's tokens, creds and keys, keys in PEM and as text. It never panics, and a key that is taken is written
//! as the same key.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use nkeep::jwt::creds::{is_decorated, parts};
use nkeep::nkey::{Kind, Seed};
use nkeep::nsc::{keys_of, single};

fuzz_target!(|bytes: &[u8]| {
    for name in ["x.jwt", "x.creds", "x.nk", "x"] {
        let _ = single(Path::new(name), bytes);
        let _ = keys_of([(Path::new(name), bytes)]);
    }
    let _ = (parts(bytes), is_decorated(bytes));
    if let Ok(seed) = Seed::from_text_key(bytes) {
        let text = seed.expose_text_key().expect("it came as one");
        let again = Seed::from_text_key(text.as_bytes()).expect("it was written as one");
        assert_eq!(*again.expose(), *seed.expose());
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(seed) = Seed::from_pkcs8(Kind::User, text)
    {
        assert_eq!(seed.kind(), Kind::User);
        assert_eq!(Seed::parse(&seed.expose()).unwrap().public(), seed.public());
    }
});
