//! Any bytes as an age file, with armour or without, as recipients, as identities: it never panics, and what nobody sealed opens to
//! nobody.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::store::age::plugin::Plugins;
use nkeep::store::age::{Identity, Recipient, SshFile, armor, open};

/// Nobody has sealed anything to it.
const IDENTITY: &str = "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQSLWCQ22";

fuzz_target!(|bytes: &[u8]| {
    let identity = IDENTITY.parse::<Identity>();
    let opened = |bytes: &[u8]| match &identity {
        Ok(identity) => drop(open(bytes, std::slice::from_ref(identity))),
        Err(_) => drop(open(bytes, &[])),
    };
    opened(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(file) = armor::decoded(text) {
        opened(&file);
        assert_eq!(armor::decoded(&armor::encoded(&file)).ok(), Some(file));
    }
    if let Ok(recipient) = text.parse::<Recipient>() {
        assert_eq!(recipient.to_string().parse::<Recipient>().ok(), Some(recipient));
    }
    let _ = Identity::all_in(text, &Plugins::none());
    let _ = SshFile::read(text);
});
