//! Curve keys: boxes in the `xkv1` format of Go's nkeys (X25519, XSalsa20-Poly1305, the sender authenticated).

use crypto_box::aead::Aead as _;
use crypto_box::{PublicKey as BoxPublic, SalsaBox, SecretKey as BoxSecret};
use curve25519_dalek::montgomery::MontgomeryPoint;
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

/// Whether a point is of small order, on the curve or on its twist: eight times it, which is their cofactor or twice it, is
/// nothing then.
pub(crate) fn is_of_small_order(point: &MontgomeryPoint) -> bool {
    const EIGHT: [bool; 4] = [true, false, false, false];
    point.mul_bits_be(EIGHT.into_iter()).0 == [0; RAW_LEN]
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use curve25519_dalek::EdwardsPoint;
    use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION, X25519_BASEPOINT};
    use curve25519_dalek::montgomery::MontgomeryPoint;
    use data_encoding::HEXLOWER;

    use super::is_of_small_order;

    /// As every list has them: of the curve, of its twist, and written otherwise.
    const OF_SMALL_ORDER: [&str; 7] = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ];

    #[test]
    fn points_of_small_order_are_told_from_others() {
        for hex in OF_SMALL_ORDER {
            let raw = HEXLOWER.decode(hex.as_bytes()).unwrap();
            assert!(is_of_small_order(&MontgomeryPoint(raw.try_into().unwrap())));
        }
        for torsion in EIGHT_TORSION {
            assert!(is_of_small_order(&torsion.to_montgomery()));
            let part: EdwardsPoint = ED25519_BASEPOINT_POINT + torsion;
            assert!(!is_of_small_order(&part.to_montgomery()));
        }
        // Of the curve and of its twist, by turns.
        assert!(!is_of_small_order(&X25519_BASEPOINT));
        for byte in 2..=u8::MAX {
            assert!(!is_of_small_order(&MontgomeryPoint([byte; 32])), "{byte}");
        }
    }
}
