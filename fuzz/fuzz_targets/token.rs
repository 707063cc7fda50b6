//! Any text as a token: it never panics, and what is accepted means the same when it is written again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::jwt::claims::{
    Account, Activation, AuthorizationRequest, AuthorizationResponse, Body, ClaimType, Claims,
    Generic, Operator, User,
};
use nkeep::jwt::decode::{Token, Unverified, decode};
use nkeep::jwt::encode::{Signed, UnknownFields, encode};
use nkeep::jwt::validate::{Validate, validate};
use nkeep::nkey::{Kind, Seed};
use nkeep::with_token;

const NOW: i64 = 1_800_000_000;

fuzz_target!(|text: &str| {
    if let Ok(token) = decode(text) {
        with_token!(token, |unverified| {
            assert_eq!(unverified.token(), text);
            let _ = validate(unverified.claims(), NOW);
            signed_again(unverified.into_claims());
        });
    }
    // Signed texts are rare among made-up ones: the text is also read as claims without a signature.
    claims::<Operator>(text);
    claims::<Account>(text);
    claims::<User>(text);
    claims::<Activation>(text);
    claims::<AuthorizationRequest>(text);
    claims::<AuthorizationResponse>(text);
    claims::<Generic>(text);
});

fn claims<B: Validate>(text: &str)
where
    Unverified<B>: TryFrom<Token>,
{
    let Ok(read) = serde_json::from_str::<Claims<B>>(text) else {
        return;
    };
    let _ = validate(&read, NOW);
    let written = nkeep::jwt::json::to_vec(&read).expect("what was read can be written");
    let again: Claims<B> = serde_json::from_slice(&written).expect("what was written can be read");
    let twice = nkeep::jwt::json::to_vec(&again).expect("what was read can be written");
    assert_eq!(written, twice);
    signed_again(read);
}

/// What was read can be signed by a key of ours, and is then read as it was signed.
fn signed_again<B: Body>(mut claims: Claims<B>)
where
    Unverified<B>: TryFrom<Token>,
{
    let seed = |kind| Seed::from_raw(kind, [7; 32].into());
    if let Some((kind, _)) = B::SUBJECT {
        claims.subject = seed(kind).public().to_string();
    }
    let signer = seed(B::ISSUERS.first().copied().unwrap_or(Kind::Account))
        .signing_pair()
        .expect("a signing kind");
    let sign = |claims| encode(claims, &signer, NOW, UnknownFields::Keep);
    let Ok(first) = sign(claims) else { return };
    let Some(read) = read_back(&first) else {
        return;
    };
    // Limits beside tiers mean nothing and are dropped by reading, as by Go.
    if B::TYPE != ClaimType::Account {
        assert_eq!(read, first.claims);
    }
    let second = sign(read.clone()).expect("what was signed and read can be signed");
    assert_eq!(read_back(&second).expect("of the same type"), second.claims);
    assert_eq!(read, second.claims);
}

fn read_back<B: Body>(signed: &Signed<B>) -> Option<Claims<B>>
where
    Unverified<B>: TryFrom<Token>,
{
    let read = decode(&signed.token).map(Unverified::<B>::try_from);
    // Claims of any shape may say that they are of a known one, and are then read as such.
    assert!(matches!(read, Ok(Ok(_))) || B::TYPE == ClaimType::Generic);
    Some(read.ok()?.ok()?.into_claims())
}
