//! Keys of Ed25519 for systems that know nothing of nkeys: the private key as PKCS#8, the public one as others read it.

use zeroize::Zeroizing;

use super::{Result, der};
use crate::nkey::Seed;

/// Ed25519, by the bytes of its name.
pub(super) const ED25519: [u8; 3] = [0x2b, 0x65, 0x70];

/// A private key as RFC 8410 has it. An operator's is refused, whatever it signs.
pub fn pem(seed: &Seed) -> Result<Zeroizing<String>> {
    Ok(der::pem("PRIVATE KEY", &seed.expose_pkcs8()?))
}

/// Several of them in one file, the newest first: who reads one alone reads that.
pub fn pems(newest_first: &[&Seed]) -> Result<Zeroizing<String>> {
    let texts = newest_first
        .iter()
        .map(|seed| pem(seed))
        .collect::<Result<Vec<_>>>()?;
    let length = texts.iter().map(|text| text.len()).sum();
    let mut all = Zeroizing::new(String::with_capacity(length));
    for text in &texts {
        all.push_str(text);
    }
    Ok(all)
}

pub(super) fn ed25519(raw: &[u8]) -> Vec<u8> {
    der::public_key(&[&der::name(&ED25519)], raw)
}
