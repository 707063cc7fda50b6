//! Any bytes as pages of servers, as their configuration, as what an issuer publishes of its keys: it never panics.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::emit::config::read::read as configuration;
use nkeep::emit::manifest::oidc::{Issuer, Pins};
use nkeep::rotation::files::{File, read};
use nkeep::rotation::{Rotation, evidence};

fuzz_target!(|bytes: &[u8]| {
    let _ = read(&[File { name: "x", bytes }], 1_800_000_000);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let _ = configuration(text);
    let _ = text.parse::<Issuer>();
    let _ = Pins::read(&[text], true);
    let (newer, older) = text.split_once('\n').unwrap_or((text, text));
    let _ = Pins::read(&[newer, older], false);
    // What the store keeps of a rotation is written as it was read.
    if let Ok(rotation) = serde_json::from_str::<Rotation>(text) {
        let written = serde_json::to_string(&rotation).expect("what was read can be written");
        let again: Rotation = serde_json::from_str(&written).expect("what was written can be read");
        assert_eq!(serde_json::to_string(&again).ok(), Some(written));
    }
    let _ = serde_json::from_str::<evidence::Record>(text);
});
