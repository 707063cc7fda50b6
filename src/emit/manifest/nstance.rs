//! What Nstance takes: its encryption keys as 32 characters, and its private keys as PKCS#8.

use zeroize::Zeroizing;

use super::data::Part;
use super::pkcs8::pems;
use super::text_key::text_key;
use super::{ManifestError, Result};
use crate::nkey::Seed;

/// Keys of Nstance, each the newest first: one, or two while it is replaced.
#[derive(Default)]
pub struct Keys<'a> {
    /// What encrypts its secrets.
    pub encryption: Vec<&'a Seed>,
    /// What signs its certificates.
    pub authority: Vec<&'a Seed>,
    /// What signs the nonces that machines register with.
    pub registration: Vec<&'a Seed>,
}

/// The files that Nstance reads. It encrypts with `encryption.key` and opens with that and `encryption.key.old`.
pub fn files(keys: &Keys<'_>) -> Result<Vec<Part>> {
    const AUTHORITY: &str = "ca.key";
    const REGISTRATION: &str = "registration-nonce.key";
    let mut parts = Vec::new();
    let names = ["encryption.key", "encryption.key.old"];
    one_or_two(names[0], &keys.encryption)?;
    for (name, seed) in names.into_iter().zip(&keys.encryption) {
        parts.push(Part::secret(name, bytes(&text_key(seed)?))?);
    }
    for (name, seeds) in [
        (AUTHORITY, &keys.authority),
        (REGISTRATION, &keys.registration),
    ] {
        one_or_two(name, seeds)?;
        if !seeds.is_empty() {
            parts.push(Part::secret(name, bytes(&pems(seeds)?))?);
        }
    }
    // Who has the one must not be able to do what the other is for.
    if keys
        .authority
        .iter()
        .any(|one| keys.registration.iter().any(|other| same(one, other)))
    {
        let reason = "it signs certificates, too".to_owned();
        return Err(ManifestError::Unfit {
            what: REGISTRATION,
            reason,
        });
    }
    Ok(parts)
}

fn one_or_two(what: &'static str, seeds: &[&Seed]) -> Result<()> {
    let reason = match seeds {
        [one, other] if same(one, other) => "the old key is the new one",
        [] | [_] | [_, _] => return Ok(()),
        _ => "there are more than two keys: the newest, and the one before it",
    };
    let reason = reason.to_owned();
    Err(ManifestError::Unfit { what, reason })
}

fn same(one: &Seed, other: &Seed) -> bool {
    one.public().raw() == other.public().raw()
}

fn bytes(text: &str) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(text.as_bytes().to_vec())
}
