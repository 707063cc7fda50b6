//! Any text where people write names, times and labels, and where untrusted text is shown: it never panics, what is shown cannot steer a
//! terminal, and what is masked holds no secret.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::clock::written;
use nkeep::emit::manifest::name::ObjectName;
use nkeep::emit::yaml::{Node, stream};
use nkeep::masking::{holds_secret, masked, without_seeds};
use nkeep::nkey::PublicKey;
use nkeep::rotation::given::{Reads, Thumbprint};
use nkeep::rotation::sets::Which;
use nkeep::store::journal::Head;
use nkeep::store::recipients::RecipientSet;
use nkeep::store::record::Name;
use nkeep::text::{sanitized, sanitized_json, sanitized_lines, shell_word};
use nkeep::trust::revoke::Whom;

fuzz_target!(|text: &str| {
    let is_plain = |text: &str| !text.chars().any(|letter| letter.is_control());
    assert!(is_plain(&sanitized(text)));
    assert!(sanitized_lines(text).lines().all(is_plain));
    let _ = (sanitized_json(text), shell_word(text), written(text));
    // The end of a line that begins a private key holds none by itself: it is suspected, and nothing of it is masked.
    let is_suspected = text.contains("PRIVATE KEY-----");
    assert!(is_suspected || !holds_secret(&masked(text)), "masked, and a secret is left");
    let _ = without_seeds(text);
    if let Ok(name) = Name::given(text) {
        assert_eq!(name.as_str().parse::<Name>().ok(), Some(name.clone()));
    }
    if let Ok(head) = text.parse::<Head>() {
        assert_eq!(head.to_string(), text);
    }
    let _ = (text.parse::<Thumbprint>(), text.parse::<Reads>(), text.parse::<Which>(), text.parse::<Whom>());
    let _ = ObjectName::made_of(text, "otherwise");
    let node = Node::from(text.to_owned());
    let _ = stream(&[node]);
    let key: Result<PublicKey, _> = "NAOUXHEQEDZ6OLYY2F7UUXRQFTCPG52ZASWQ5WAFE3KUDWKHVQRSAQ5C".parse();
    if let Ok(key) = key {
        assert!(RecipientSet::read(text, &[7; 64], &key).is_none());
    }
});
