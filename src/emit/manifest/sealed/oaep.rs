//! RSA-OAEP with SHA-256 (RFC 8017, 7.1.1) for a public key. There is no private key here, and so no timing that could
//! say something of one; numbers are raised in constant time for what is sealed.

use crypto_bigint::modular::runtime_mod::{DynResidue, DynResidueParams};
use crypto_bigint::{Limb, U64, Uint};
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize as _, Zeroizing};

use super::certificate::CertificateError;

/// Bytes of a hash.
const HASH: usize = 32;

/// A public key.
pub struct RsaKey {
    modulus: Modulus,
    /// How many bytes it and all that is sealed have.
    length: usize,
    exponent: u32,
}

/// A modulus, in numbers that are wide enough, with what is the same for all that is raised.
enum Modulus {
    To2048(Box<DynResidueParams<{ 2048 / Limb::BITS }>>),
    To4096(Box<DynResidueParams<{ 4096 / Limb::BITS }>>),
    To8192(Box<DynResidueParams<{ 8192 / Limb::BITS }>>),
}

impl Modulus {
    /// Of bytes that are an odd number of at most 8192 bits.
    fn new(bytes: &[u8]) -> Self {
        match bytes.len() {
            ..=256 => Self::To2048(Box::new(DynResidueParams::new(&number(bytes)))),
            257..=512 => Self::To4096(Box::new(DynResidueParams::new(&number(bytes)))),
            _ => Self::To8192(Box::new(DynResidueParams::new(&number(bytes)))),
        }
    }
}

impl RsaKey {
    /// Fewer bits can be broken.
    pub const MIN_BITS: usize = 2048;
    /// More than anybody has.
    pub const MAX_BITS: usize = 8192;

    /// A key of these numbers, without zeros in front.
    pub fn new(modulus: &[u8], exponent: &[u8]) -> Result<Self, CertificateError> {
        let bits = modulus.first().map_or(0, |first| {
            modulus.len() * 8 - first.leading_zeros() as usize
        });
        if !(Self::MIN_BITS..=Self::MAX_BITS).contains(&bits) {
            return Err(CertificateError::Size(bits));
        }
        if modulus.last().is_none_or(|last| last % 2 == 0) {
            return Err(CertificateError::Key("its modulus is even"));
        }
        // What Go takes, in which the controller is written.
        let exponent = exponent
            .iter()
            .try_fold(0_u32, |number, byte| {
                Some(number.checked_mul(256)? | u32::from(*byte))
            })
            .filter(|exponent| *exponent < 1 << 31)
            .ok_or(CertificateError::Key("its exponent has more than 31 bits"))?;
        if exponent < 3 || exponent % 2 == 0 {
            return Err(CertificateError::Key("its exponent is even, or 1"));
        }
        Ok(Self {
            modulus: Modulus::new(modulus),
            length: modulus.len(),
            exponent,
        })
    }

    /// A secret under the key, for that label and with that seed, which is random and used once.
    pub fn seal(&self, secret: &[u8; 32], label: &[u8], seed: &[u8; HASH]) -> Vec<u8> {
        let message = encoded(secret, label, seed, self.length);
        let power = match &self.modulus {
            Modulus::To2048(modulus) => raised(&message, self.exponent, modulus),
            Modulus::To4096(modulus) => raised(&message, self.exponent, modulus),
            Modulus::To8192(modulus) => raised(&message, self.exponent, modulus),
        };
        power[power.len() - self.length..].to_vec()
    }
}

/// A message to the power of an exponent.
fn raised<const LIMBS: usize>(
    message: &[u8],
    exponent: u32,
    modulus: &DynResidueParams<LIMBS>,
) -> Vec<u8> {
    let mut message = number(message);
    let power = DynResidue::new(&message, *modulus)
        .pow_bounded_exp(&U64::from(exponent), 32)
        .retrieve();
    message.zeroize();
    let words = power.as_words().iter().rev();
    words.flat_map(|word| word.to_be_bytes()).collect()
}

/// A number out of its bytes, of which there are not too many.
fn number<const LIMBS: usize>(bytes: &[u8]) -> Uint<LIMBS> {
    let mut padded = Zeroizing::new(vec![0; LIMBS * Limb::BYTES]);
    let from = padded.len() - bytes.len();
    padded[from..].copy_from_slice(bytes);
    Uint::from_be_slice(&padded)
}

/// The encoded message: zero, the seed masked by what it masks, and the hash of the label with the secret at the end.
fn encoded(
    secret: &[u8; 32],
    label: &[u8],
    seed: &[u8; HASH],
    length: usize,
) -> Zeroizing<Vec<u8>> {
    let mut message = Zeroizing::new(vec![0; length]);
    let (head, block) = message.split_at_mut(1 + HASH);
    let end = block.len() - secret.len();
    block[..HASH].copy_from_slice(&Sha256::digest(label));
    block[end - 1] = 1;
    block[end..].copy_from_slice(secret);
    mask(block, seed);
    head[1..].copy_from_slice(seed);
    mask(&mut head[1..], block);
    message
}

/// Masks bytes by what a seed makes (MGF1; RFC 8017, B.2.1).
fn mask(bytes: &mut [u8], seed: &[u8]) {
    for (counter, chunk) in (0_u32..).zip(bytes.chunks_mut(HASH)) {
        let mut hash = Sha256::new();
        hash.update(seed);
        hash.update(counter.to_be_bytes());
        let mut made = hash.finalize();
        for (byte, mask) in chunk.iter_mut().zip(made) {
            *byte ^= mask;
        }
        made.as_mut_slice().zeroize();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use data_encoding::HEXLOWER;

    use super::{CertificateError, RsaKey};

    /// Made by tests/fixtures/oaep.py with Python's own numbers, and opened by its package cryptography.
    #[test]
    fn what_is_sealed_is_what_python_seals() {
        let vectors = include_str!("../../../../tests/vectors/oaep.txt");
        let mut seen = 0;
        for line in vectors.lines().filter(|line| !line.starts_with('#')) {
            let parts: Vec<Vec<u8>> = line
                .split(' ')
                .map(|part| HEXLOWER.decode(part.as_bytes()).unwrap())
                .collect();
            let [modulus, exponent, label, secret, seed, sealed] = &*parts else {
                panic!("{line}");
            };
            let key = RsaKey::new(modulus, exponent).unwrap();
            let secret = secret.as_slice().try_into().unwrap();
            let seed = seed.as_slice().try_into().unwrap();
            assert_eq!(&key.seal(secret, label, seed), sealed, "{seen}");
            seen += 1;
        }
        assert_eq!(seen, 12);
    }

    #[test]
    fn only_keys_that_hold_are_taken() {
        let odd = |length: usize| {
            let mut modulus = vec![0x80; length];
            modulus[length - 1] |= 1;
            modulus
        };
        let refused = |modulus: &[u8], exponent: &[u8]| RsaKey::new(modulus, exponent).err();
        assert_eq!(refused(&odd(256), &[1, 0, 1]), None);
        assert_eq!(refused(&odd(1024), &[3]), None);
        assert_eq!(refused(&odd(128), &[3]), Some(CertificateError::Size(1024)));
        assert_eq!(
            refused(&odd(1025), &[3]),
            Some(CertificateError::Size(8200))
        );
        assert_eq!(refused(&[], &[3]), Some(CertificateError::Size(0)));
        let even = CertificateError::Key("its modulus is even");
        assert_eq!(refused(&[0x80; 256], &[3]), Some(even));
        for exponent in [&[][..], &[1], &[2], &[1, 0, 0]] {
            let wrong = CertificateError::Key("its exponent is even, or 1");
            assert_eq!(refused(&odd(256), exponent), Some(wrong), "{exponent:?}");
        }
        for exponent in [&[0x80, 0, 0, 1][..], &[1, 0, 0, 0, 1]] {
            let wrong = CertificateError::Key("its exponent has more than 31 bits");
            assert_eq!(refused(&odd(256), exponent), Some(wrong), "{exponent:?}");
        }
    }
}
