//! Curve keys: boxes in the `xkv1` format of Go's nkeys (X25519, XSalsa20-Poly1305, the sender authenticated).

use crypto_box::aead::Aead as _;
use crypto_box::{PublicKey as BoxPublic, SalsaBox, SecretKey as BoxSecret};
use zeroize::Zeroizing;

use super::{Curve, CurveKey, NkeyError, Public, RAW_LEN};

const VERSION: &[u8; 4] = b"xkv1";
const NONCE_LEN: usize = 24;
const TAG_LEN: usize = 16;

/// A pair that seals and opens. Wiped when dropped.
pub struct CurvePair {
    secret: BoxSecret,
}

impl CurvePair {
    pub(super) fn from_raw(raw: &Zeroizing<[u8; RAW_LEN]>) -> Self {
        Self {
            secret: BoxSecret::from_bytes(**raw),
        }
    }

    /// Opens a box that `sender` sealed to this pair.
    pub fn open(&self, sealed: &[u8], sender: &CurveKey) -> Result<Zeroizing<Vec<u8>>, NkeyError> {
        let body = sealed.strip_prefix(VERSION).ok_or(NkeyError::BoxFormat)?;
        if body.len() < NONCE_LEN + TAG_LEN {
            return Err(NkeyError::BoxFormat);
        }
        let (nonce, ciphertext) = body.split_at(NONCE_LEN);
        let nonce: [u8; NONCE_LEN] = nonce.try_into().map_err(|_| NkeyError::BoxFormat)?;
        self.shared_with(sender)
            .decrypt(&nonce.into(), ciphertext)
            .map(Zeroizing::new)
            .map_err(|_| NkeyError::BoxOpen)
    }

    fn shared_with(&self, other: &CurveKey) -> SalsaBox {
        SalsaBox::new(&BoxPublic::from(*other.any().raw()), &self.secret)
    }
}

impl Public<Curve> {
    /// Seals a message so that only the holder of this key opens it, and knows that `sender` sealed it.
    pub fn seal(&self, message: &[u8], sender: &CurvePair) -> Result<Vec<u8>, NkeyError> {
        let mut nonce = [0; NONCE_LEN];
        getrandom::fill(&mut nonce).map_err(|_| NkeyError::Randomness)?;
        self.seal_with_nonce(message, sender, nonce)
    }

    /// The same with a nonce that the caller answers for: one never used before with this pair of keys.
    pub fn seal_with_nonce(
        &self,
        message: &[u8],
        sender: &CurvePair,
        nonce: [u8; NONCE_LEN],
    ) -> Result<Vec<u8>, NkeyError> {
        let ciphertext = sender
            .shared_with(self)
            .encrypt(&nonce.into(), message)
            .map_err(|_| NkeyError::BoxFormat)?;
        Ok([VERSION.as_slice(), &nonce, &ciphertext].concat())
    }
}
