//! Many signatures at once, which takes half the time of one after the other.
//!
//! It is the equation of batch verification that ed25519-dalek has, too: the sum of all that must be zero, each times a
//! number that nobody could foresee. Here the keys come once each, however much they signed, as an operator signs every
//! account: that takes a third of the sum away.
//!
//! What the check of one refuses up front is refused here too: a first half of small order, by `of_small_order`. One
//! difference remains. Whoever holds a key can add a point of small order to the first half of a signature of their own;
//! alone it is always refused, and a batch takes it by chance (one time in two to eight, and they may try again). It lets
//! nobody sign for a key that is not theirs. Telling it apart costs as much as the check of one.

use std::collections::HashMap;
use std::iter::once;
use std::sync::LazyLock;

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::edwards::CompressedEdwardsY;
use curve25519_dalek::traits::{IsIdentity as _, VartimeMultiscalarMul as _};
use curve25519_dalek::{EdwardsPoint, Scalar};
use sha2::{Digest as _, Sha512};

use super::{PublicKey, RAW_LEN, SIGNATURE_LEN};

/// Larger batches gain nothing more.
pub const BATCH: usize = 1024;
/// Bytes of the number that nobody can foresee.
const RANDOM_LEN: usize = 16;

/// Whether every one of those keys signed its message. Which one did not, each has to say alone.
pub fn all_signed<'a>(
    signed: impl Iterator<Item = (&'a PublicKey, &'a [u8], &'a [u8; SIGNATURE_LEN])>,
) -> bool {
    holds(&signed.collect::<Vec<_>>()).unwrap_or(false)
}

/// Nothing where something is no signature at all, or there is no randomness.
fn holds(signed: &[(&PublicKey, &[u8], &[u8; SIGNATURE_LEN])]) -> Option<bool> {
    let mut random = vec![0; signed.len() * RANDOM_LEN];
    getrandom::fill(&mut random).ok()?;
    let (factors, _) = random.as_chunks::<RANDOM_LEN>();
    let mut base = Scalar::ZERO;
    let mut nonces: Vec<(Scalar, EdwardsPoint)> = Vec::with_capacity(signed.len());
    let mut keys: HashMap<&PublicKey, (Scalar, EdwardsPoint)> = HashMap::new();
    for ((key, message, signature), factor) in signed.iter().zip(factors) {
        if of_small_order(signature) {
            return None;
        }
        let (halves, _) = signature.as_chunks::<RAW_LEN>();
        let [nonce, scalar] = *halves else {
            return None;
        };
        let hash = Sha512::new()
            .chain_update(nonce)
            .chain_update(key.raw())
            .chain_update(message)
            .finalize();
        let factor = Scalar::from(u128::from_le_bytes(*factor));
        base += factor * Option::<Scalar>::from(Scalar::from_canonical_bytes(scalar))?;
        nonces.push((factor, CompressedEdwardsY(nonce).decompress()?));
        let share = factor * Scalar::from_bytes_mod_order_wide(&hash.into());
        match keys.get_mut(key) {
            Some((sum, _)) => *sum += share,
            None => {
                let point = key.verifying_key().ok()?.to_edwards();
                keys.insert(key, (share, point));
            }
        }
    }
    let terms = || nonces.iter().chain(keys.values());
    let sum = EdwardsPoint::vartime_multiscalar_mul(
        once(-base).chain(terms().map(|(scalar, _)| *scalar)),
        once(ED25519_BASEPOINT_POINT).chain(terms().map(|(_, point)| *point)),
    );
    Some(sum.is_identity())
}

/// Whether the first half of a signature is a point of small order, in any spelling that would be read as one.
pub(crate) fn of_small_order(signature: &[u8; SIGNATURE_LEN]) -> bool {
    /// The bit for the sign, which the spellings below leave out.
    const SIGN: u8 = 0x80;
    static POINTS: LazyLock<Vec<[u8; 32]>> = LazyLock::new(|| {
        let mut points: Vec<[u8; 32]> = EIGHT_TORSION
            .iter()
            .map(|point| point.compress().to_bytes())
            .collect();
        // 0 and 1 can also be written as p and p + 1, where p = 2^255 - 19.
        for low in [0xed, 0xee] {
            let mut point = [0xff; 32];
            point[0] = low;
            points.push(point);
        }
        for point in &mut points {
            point[31] &= !SIGN;
        }
        points
    });
    POINTS
        .iter()
        .any(|point| point[..31] == signature[..31] && point[31] == signature[31] & !SIGN)
}
