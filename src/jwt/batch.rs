//! Many tokens at once: their signatures are checked together, which takes half the time.
//!
//! What the check of one refuses up front is refused here too: a first half of small order, by `of_small_order`. One
//! difference remains. Whoever holds a key can add a point of small order to the first half of a signature of their own;
//! alone it is always refused, and a batch takes it by chance (one time in two to eight, and they may try again). It lets
//! nobody sign for a key that is not theirs. Telling it apart costs as much as the check of one, so where a token is
//! trusted rather than reported on, [`decode`](super::decode::decode) is what to use.

use std::sync::LazyLock;

use curve25519_dalek::constants::EIGHT_TORSION;
use ed25519_dalek::{Signature, VerifyingKey, verify_batch};

use super::decode::{DecodeError, KnownIssuer, Parsed, Token};
use crate::nkey::SIGNATURE_LEN;

/// Larger batches gain nothing more.
const BATCH: usize = 1024;

/// Reads many tokens and checks their signatures, each with its own outcome, in the order given.
#[must_use]
pub fn decode_all(tokens: &[&str]) -> Vec<Result<Token, DecodeError>> {
    tokens.chunks(BATCH).flat_map(decode_batch).collect()
}

fn decode_batch(tokens: &[&str]) -> Vec<Result<Token, DecodeError>> {
    let mut known = KnownIssuer::default();
    let parsed: Vec<_> = tokens
        .iter()
        .map(|token| Parsed::of(token, &mut known))
        .collect();
    let all_hold = signatures_hold(parsed.iter().filter_map(|parsed| parsed.as_ref().ok()));
    parsed
        .into_iter()
        .map(|parsed| {
            let parsed = parsed?;
            // Where one is bad, each is checked alone, so that the bad one is named and no other.
            if all_hold {
                Ok(parsed.into_token())
            } else {
                parsed.verified()
            }
        })
        .collect()
}

fn signatures_hold<'a>(parsed: impl Iterator<Item = &'a Parsed<'a>>) -> bool {
    let mut messages: Vec<&[u8]> = Vec::with_capacity(BATCH);
    let mut signatures: Vec<Signature> = Vec::with_capacity(BATCH);
    let mut keys: Vec<VerifyingKey> = Vec::with_capacity(BATCH);
    for parsed in parsed {
        let Ok(key) = parsed.issuer().verifying_key() else {
            return false;
        };
        if of_small_order(parsed.signature()) {
            return false;
        }
        messages.push(parsed.signed());
        signatures.push(Signature::from_bytes(parsed.signature()));
        keys.push(key);
    }
    verify_batch(&messages, &signatures, &keys).is_ok()
}

/// Whether the first half of a signature is a point of small order, in any spelling that would be read as one.
fn of_small_order(signature: &[u8; SIGNATURE_LEN]) -> bool {
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use curve25519_dalek::constants::EIGHT_TORSION;
    use curve25519_dalek::edwards::CompressedEdwardsY;
    use curve25519_dalek::traits::Identity as _;
    use curve25519_dalek::{EdwardsPoint, Scalar};
    use data_encoding::BASE64URL_NOPAD;
    use ed25519_dalek::SigningKey;
    use sha2::{Digest as _, Sha512};
    use zeroize::Zeroizing;

    use super::{decode_all, of_small_order};
    use crate::jwt::claims::{Claims, User};
    use crate::jwt::decode::{DecodeError, decode};
    use crate::jwt::encode::{UnknownFields, encode};
    use crate::nkey::{AnyKeyPair, Kind, SIGNATURE_LEN, Seed};

    fn tokens(count: usize) -> Vec<String> {
        let account = Seed::generate(Kind::Account)
            .unwrap()
            .signing_pair()
            .unwrap();
        tokens_by(&account, count)
    }

    fn tokens_by(account: &AnyKeyPair, count: usize) -> Vec<String> {
        let user = Seed::generate(Kind::User).unwrap().public().to_string();
        (0..count)
            .map(|number| {
                let claims: Claims<User> = Claims {
                    name: format!("user {number}"),
                    subject: user.clone(),
                    ..Claims::default()
                };
                encode(claims, account, 1_795_000_000, UnknownFields::Refuse)
                    .unwrap()
                    .token
            })
            .collect()
    }

    #[test]
    fn a_batch_says_what_each_says_alone() {
        let tokens = tokens(300);
        let texts: Vec<&str> = tokens.iter().map(String::as_str).collect();
        for (batched, text) in decode_all(&texts).into_iter().zip(&texts) {
            assert_eq!(batched.unwrap(), decode(text).unwrap());
        }
        assert!(decode_all(&[]).is_empty());
    }

    #[test]
    fn the_bad_one_is_named_and_no_other() {
        let mut tokens = tokens(1000);
        // The signature of one over the text of another; and one that is no token at all.
        let foreign = tokens[10].rsplit_once('.').unwrap().1.to_owned();
        tokens[617] = format!("{}.{foreign}", tokens[617].rsplit_once('.').unwrap().0);
        tokens[42] = "none".to_owned();
        let texts: Vec<&str> = tokens.iter().map(String::as_str).collect();
        for (index, outcome) in decode_all(&texts).into_iter().enumerate() {
            match index {
                617 => assert!(matches!(outcome, Err(DecodeError::Signature))),
                42 => assert!(matches!(outcome, Err(DecodeError::Chunks))),
                _ => assert!(outcome.is_ok(), "{index}"),
            }
        }
    }

    /// What only the holder of a key can make: a signature whose first half is `nonce` times the base, and `torsion`.
    fn token_with(torsion: EdwardsPoint, nonce: u64) -> String {
        let raw = [7; 32];
        let pair = Seed::from_raw(Kind::Account, Zeroizing::new(raw))
            .signing_pair()
            .unwrap();
        let honest = tokens_by(&pair, 1).remove(0);
        let signed = honest.rsplit_once('.').unwrap().0;
        let point = (EdwardsPoint::mul_base(&Scalar::from(nonce)) + torsion)
            .compress()
            .to_bytes();
        let hash = Sha512::new()
            .chain_update(point)
            .chain_update(pair.public().raw())
            .chain_update(signed)
            .finalize();
        let scalar = Scalar::from(nonce)
            + Scalar::from_bytes_mod_order_wide(&hash.into())
                * SigningKey::from_bytes(&raw).to_scalar();
        let signature = [point, scalar.to_bytes()].concat();
        format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature))
    }

    #[test]
    fn a_first_half_of_small_order_is_refused_as_it_is_alone() {
        assert!(decode(&token_with(EdwardsPoint::identity(), 5)).is_ok());
        let honest = tokens(7);
        for torsion in &EIGHT_TORSION[1..] {
            assert!(decode(&token_with(*torsion, 5)).is_err());
        }
        for torsion in EIGHT_TORSION {
            let token = token_with(torsion, 0);
            assert!(matches!(decode(&token), Err(DecodeError::Signature)));
            let mut texts: Vec<&str> = honest.iter().map(String::as_str).collect();
            texts.push(&token);
            for (index, outcome) in decode_all(&texts).into_iter().enumerate() {
                assert_eq!(outcome.is_ok(), index < 7, "{index} of {torsion:?}");
            }
        }
    }

    #[test]
    fn every_spelling_of_small_order_is_known() {
        // Whatever is read as a point of small order must be found, also where it is not written as it should be.
        let mut read = 0;
        for low in 0..=u8::MAX {
            for sign in [0, 0x80] {
                for fill in [0, 0xff] {
                    let mut point = [fill; 32];
                    point[0] = low;
                    point[31] = (point[31] & 0x7f) | sign;
                    let mut signature = [0; SIGNATURE_LEN];
                    signature[..32].copy_from_slice(&point);
                    let weak = CompressedEdwardsY(point)
                        .decompress()
                        .is_some_and(|point| point.is_small_order());
                    read += usize::from(weak);
                    assert!(of_small_order(&signature) || !weak, "{point:?}");
                }
            }
        }
        assert!(read >= 9, "{read}");
    }
}
