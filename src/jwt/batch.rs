//! Many tokens at once: their signatures are checked together, which takes half the time.
//!
//! A batch accepts what each check alone would accept, with one exception: whoever holds a key can make a signature that
//! a batch may take and the strict check refuses. It lets nobody sign for a key that is not theirs.

use ed25519_dalek::{Signature, VerifyingKey, verify_batch};

use super::decode::{DecodeError, KnownIssuer, Parsed, Token};

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
        messages.push(parsed.signed());
        signatures.push(Signature::from_bytes(parsed.signature()));
        keys.push(key);
    }
    verify_batch(&messages, &signatures, &keys).is_ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::decode_all;
    use crate::jwt::claims::{Claims, User};
    use crate::jwt::decode::{DecodeError, decode};
    use crate::jwt::encode::{UnknownFields, encode};
    use crate::nkey::{Kind, Seed};

    fn tokens(count: usize) -> Vec<String> {
        let account = Seed::generate(Kind::Account)
            .unwrap()
            .signing_pair()
            .unwrap();
        let user = Seed::generate(Kind::User).unwrap().public().to_string();
        (0..count)
            .map(|number| {
                let claims: Claims<User> = Claims {
                    name: format!("user {number}"),
                    subject: user.clone(),
                    ..Claims::default()
                };
                encode(claims, &account, 1_795_000_000, UnknownFields::Refuse)
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
}
