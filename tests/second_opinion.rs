//! The `nkeys` crate as a second opinion on keys, and where it is wrong.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use nkeep::nkey::{Kind, Seed};

#[test]
fn both_make_the_same_keys_and_signatures() {
    for number in 0..200_u8 {
        for kind in [
            Kind::Operator,
            Kind::Account,
            Kind::User,
            Kind::Server,
            Kind::Cluster,
        ] {
            let raw: [u8; 32] =
                std::array::from_fn(|at| u8::try_from(at).unwrap().wrapping_mul(7) ^ number);
            let seed = Seed::from_raw(kind, zeroize::Zeroizing::new(raw));
            let theirs = nkeys::KeyPair::from_seed(&seed.expose()).unwrap();
            assert_eq!(theirs.public_key(), seed.public().to_string());
            assert_eq!(theirs.seed().unwrap(), *seed.expose());
            let signature = seed.signing_pair().unwrap().sign(&raw);
            assert_eq!(theirs.sign(&raw).unwrap(), signature);
            theirs.verify(&raw, &signature).unwrap();
        }
    }
}

/// The reason for a codec of our own: what is refused here, the crate takes for something else.
#[test]
fn what_it_takes_for_another_key_is_refused() {
    let curve = Seed::from_raw(Kind::Curve, zeroize::Zeroizing::new([9; 32]));
    let theirs = nkeys::KeyPair::from_seed(&curve.expose()).unwrap();
    assert_ne!(
        theirs.public_key(),
        curve.public().to_string(),
        "it takes a curve seed for an Ed25519 one"
    );
    assert!(curve.signing_pair().is_err());
}

/// A foreign producer, whose ids are not Go's: its tokens are read, and say what it was told to say.
#[test]
fn tokens_of_another_library_are_read() {
    use nkeep::jwt::decode::{Token, decode};

    let operator = nkeys::KeyPair::new_operator();
    let account = nkeys::KeyPair::new_account();
    let user = nkeys::KeyPair::new_user();
    let text = nats_jwt::Token::new_account(account.public_key())
        .name("tenant")
        .max_connections(7)
        .sign(&operator);
    let Ok(Token::Account(token)) = decode(&text) else {
        panic!("{:?}", decode(&text))
    };
    assert_eq!(token.claims().name, "tenant");
    assert_eq!(token.claims().body.limits.conn, 7);
    assert_eq!(token.issuer().to_string(), operator.public_key());

    let text = nats_jwt::Token::new_user(account.public_key(), user.public_key())
        .name("client")
        .sign(&account);
    let Ok(Token::User(token)) = decode(&text) else {
        panic!("{:?}", decode(&text))
    };
    assert_eq!(token.claims().subject, user.public_key());
}
