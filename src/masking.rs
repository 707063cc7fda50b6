//! Secrets in other text: seeds and age identities, where people or tokens put them by mistake.
//!
//! They are refused where they would be kept in the clear, and masked wherever text is shown. What a key is, [`nkey`]
//! says; who keeps or shows the text is not known here.
//!
//! [`nkey`]: crate::nkey

use std::borrow::Cow;

use zeroize::Zeroizing;

use crate::nkey::{Kind, SEED_TEXT_LEN, Seed};
use crate::text::sanitized;

const IDENTITY: &str = "AGE-SECRET-KEY-";
/// Identities of plugins, some of which are secrets.
const OF_PLUGIN: &str = "AGE-PLUGIN-";
/// How the first line of an SSH key's file ends.
const PRIVATE_KEY: &str = "PRIVATE KEY-----";

/// Joins parts in memory of the right size, so that no copy of a secret is left behind by growing.
#[must_use]
pub fn joined(parts: &[&str]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(
        parts.iter().map(|part| part.len()).sum(),
    ));
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Whether a secret stands in a text, alone or inside other words.
#[must_use]
pub fn holds_secret(text: &str) -> bool {
    const IDENTITY: &[u8] = b"AGE-SECRET-KEY-1";
    let is_identity = |window: &[u8]| window.eq_ignore_ascii_case(IDENTITY);
    text.len() >= IDENTITY.len()
        && (seed_at(text, 0).is_some()
            || may_hold_identity(text)
                && (text.as_bytes().windows(IDENTITY.len()).any(is_identity)
                    || text.contains(PRIVATE_KEY)
                    || text
                        .match_indices(OF_PLUGIN)
                        .any(|(at, _)| has_data(run_at(text, at)))))
}

/// Whether it is worth looking closer: names have dashes, too.
fn may_hold_identity(text: &str) -> bool {
    let bytes = text.as_bytes();
    let dash = |(at, byte): (usize, &u8)| {
        *byte == b'-'
            && (bytes[at.saturating_sub(3)..at].eq_ignore_ascii_case(b"AGE")
                || bytes[at..].starts_with(b"-----"))
    };
    bytes.iter().enumerate().any(dash)
}

/// Text as it may be looked at, whoever wrote it: on one line, without what cannot be seen, and no secret in it.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    match masked(text) {
        Cow::Borrowed(text) => sanitized(text),
        Cow::Owned(text) => Cow::Owned(sanitized(&text).into_owned()),
    }
}

/// The text with seeds and identities masked. What is no whole seed stays: keys and hashes are written in the same
/// letters.
#[must_use]
pub fn masked(text: &str) -> Cow<'_, str> {
    if !holds_secret(text) {
        return Cow::Borrowed(text);
    }
    let text = without_identities(text);
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(start) = seed_at(&text, at) {
        shown.push_str(&text[at..start]);
        shown.push_str("[a seed]");
        at = start + SEED_TEXT_LEN;
    }
    shown.push_str(&text[at..]);
    Cow::Owned(shown)
}

/// Where the next seed begins.
fn seed_at(text: &str, from: usize) -> Option<usize> {
    // Most texts are too short for one.
    let last = text.len().checked_sub(SEED_TEXT_LEN)?;
    text[from..]
        .match_indices('S')
        .map(|(found, _)| from + found)
        .take_while(|at| *at <= last)
        .find(|at| {
            let candidate = text.get(*at..at + SEED_TEXT_LEN);
            candidate.is_some_and(|candidate| Seed::parse(candidate).is_ok())
        })
}

/// The text with everything that looks like a seed taken out, a mistyped one too: no error is worth a secret.
#[must_use]
pub fn without_seeds(text: &str) -> String {
    let text = without_identities(text);
    let text = text.as_str();
    let is_base32 = |byte: u8| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(&byte);
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.bytes().position(is_base32) {
        let length = rest[start..].bytes().position(|byte| !is_base32(byte));
        let end = length.map_or(rest.len(), |length| start + length);
        let run = &rest[start..end];
        let secret = if Kind::of_public_text(run).is_ok() {
            None
        } else {
            seed_like(run)
        };
        shown.push_str(&rest[..start + secret.unwrap_or(run.len())]);
        if secret.is_some() {
            shown.push_str("[a seed]");
        }
        rest = &rest[end..];
    }
    shown.push_str(rest);
    shown
}

/// The text without age identities: one opens a whole store. Of an SSH key, which is many words, nothing is left.
fn without_identities(text: &str) -> String {
    if let Some((before, _)) = text
        .split_once("-----BEGIN")
        .filter(|(_, after)| after.contains(PRIVATE_KEY))
    {
        return format!("{}[a private key]", without_identities(before));
    }
    let upper = text.to_ascii_uppercase();
    let first = |at: usize| {
        let found = [IDENTITY, OF_PLUGIN].map(|prefix| upper[at..].find(prefix));
        found.into_iter().flatten().min().map(|found| at + found)
    };
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(start) = first(at) {
        let run = run_at(text, start);
        let secret = upper[start..].starts_with(IDENTITY) || has_data(run);
        shown.push_str(&text[at..start]);
        shown.push_str(if secret { "[an identity]" } else { run });
        at = start + run.len();
    }
    shown.push_str(&text[at..]);
    shown
}

/// The letters, digits and dashes from there on.
fn run_at(text: &str, start: usize) -> &str {
    let end = text[start..]
        .find(|character: char| !character.is_ascii_alphanumeric() && character != '-')
        .map_or(text.len(), |length| start + length);
    &text[start..end]
}

/// Whether more than a checksum follows. Without data, an identity of a plugin says no more than what the plugin is
/// called, and neither does the name of its program.
fn has_data(run: &str) -> bool {
    run.rsplit_once("-1")
        .is_some_and(|(_, data)| data.len() > 6)
}

/// Where in a run of base32 something begins that could be a seed.
fn seed_like(run: &str) -> Option<usize> {
    const SHORTEST: usize = 40;
    (0..run.len().saturating_sub(SHORTEST)).find(|at| {
        let kind = run.as_bytes()[at + 1];
        run.as_bytes()[*at] == b'S'
            && Kind::ALL
                .iter()
                .any(|known| known.letter() == char::from(kind))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{holds_secret, masked};
    use crate::nkey::{Kind, Seed};

    #[test]
    fn whole_seeds_and_identities_are_masked_and_nothing_else() {
        for kind in Kind::ALL {
            let seed = Seed::generate(kind).unwrap();
            let text = format!("SxS{}{}, é", &*seed.expose(), &*seed.expose());
            assert_eq!(masked(&text), "SxS[a seed][a seed], é");
            assert!(!holds_secret(&seed.public().to_string()));
            assert!(!holds_secret(&seed.expose()[..57]));
        }
        assert_eq!(masked("age-secret-key-1abc: x"), "[an identity]: x");
        assert_eq!(masked("by AGE-PLUGIN-FAKE-10Q2NVS9Z."), "by [an identity].");
        assert_eq!(
            masked("-----BEGIN OPENSSH PRIVATE KEY-----\nb3"),
            "[a private key]"
        );
        for name in ["AGE-PLUGIN-BATCHPASS-1JCS0Q9", "age-plugin-yubikey"] {
            assert!(!holds_secret(name));
            assert_eq!(masked(name), name);
        }
        let public = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
        assert_eq!(masked(public), public);
    }
}
