//! Many signatures at once, which takes half the time of one after the other.
//!
//! What the check of one refuses up front is refused here too: a first half of small order, by `of_small_order`. One
//! difference remains. Whoever holds a key can add a point of small order to the first half of a signature of their own;
//! alone it is always refused, and a batch takes it by chance (one time in two to eight, and they may try again). It lets
//! nobody sign for a key that is not theirs. Telling it apart costs as much as the check of one.

use std::sync::LazyLock;

use curve25519_dalek::constants::EIGHT_TORSION;
use ed25519_dalek::{Signature, VerifyingKey, verify_batch};

use super::{PublicKey, SIGNATURE_LEN};

/// Larger batches gain nothing more.
pub const BATCH: usize = 1024;

/// Whether every one of those keys signed its message. Which one did not, each has to say alone.
pub fn all_signed<'a>(
    signed: impl Iterator<Item = (&'a PublicKey, &'a [u8], &'a [u8; SIGNATURE_LEN])>,
) -> bool {
    let mut messages: Vec<&[u8]> = Vec::with_capacity(BATCH);
    let mut signatures: Vec<Signature> = Vec::with_capacity(BATCH);
    let mut keys: Vec<VerifyingKey> = Vec::with_capacity(BATCH);
    for (key, message, signature) in signed {
        let Ok(key) = key.verifying_key() else {
            return false;
        };
        if of_small_order(signature) {
            return false;
        }
        messages.push(message);
        signatures.push(Signature::from_bytes(signature));
        keys.push(key);
    }
    verify_batch(&messages, &signatures, &keys).is_ok()
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
