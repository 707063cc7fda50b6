//! The `nkeys` crate as a second opinion on keys, and where it is wrong.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use nkeep::nkey::{Kind, NkeyError, PublicKey, Seed};

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

/// A seed or public key of any prefix, with a checksum that holds.
fn text_of(prefix: &[u8], raw: [u8; 32]) -> String {
    let mut bytes = [prefix, &raw].concat();
    let checksum = bytes.iter().fold(0_u16, |checksum, byte| {
        (0..8).fold(checksum ^ (u16::from(*byte) << 8), |checksum, _| {
            if checksum & 0x8000 == 0 {
                checksum << 1
            } else {
                (checksum << 1) ^ 0x1021
            }
        })
    });
    bytes.extend(checksum.to_le_bytes());
    data_encoding::BASE32_NOPAD.encode(&bytes)
}

fn seed_of(prefix: u8, raw: [u8; 32]) -> String {
    text_of(&[18 << 3 | prefix >> 5, (prefix & 31) << 3], raw)
}

#[test]
fn texts_made_here_are_as_keys_are() {
    let seed = Seed::from_raw(Kind::User, zeroize::Zeroizing::new([9; 32]));
    assert_eq!(seed_of(20 << 3, [9; 32]), *seed.expose());
    let public = seed.public();
    assert_eq!(text_of(&[20 << 3], *public.raw()), public.to_string());
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

#[test]
fn a_seed_of_no_kind_is_no_operator() {
    // Private (P), unknown (Z), and a prefix that no kind has: the crate says operator to all of them.
    for prefix in [15 << 3, 25 << 3, 1 << 3] {
        let text = seed_of(prefix, [9; 32]);
        let theirs = nkeys::KeyPair::from_seed(&text).unwrap();
        assert_eq!(theirs.key_pair_type(), nkeys::KeyPairType::Operator);
        assert!(matches!(Seed::parse(&text), Err(NkeyError::Prefix(_))));
    }
}

#[test]
fn kinds_that_go_does_not_have_are_refused_by_name() {
    for (prefix, name) in [(12 << 3, "module"), (21 << 3, "service")] {
        let text = seed_of(prefix, [9; 32]);
        let theirs = nkeys::KeyPair::from_seed(&text).unwrap();
        for refusal in [
            Seed::parse(&text).err().unwrap(),
            theirs.public_key().parse::<PublicKey>().unwrap_err(),
        ] {
            assert!(matches!(refusal, NkeyError::Prefix(what) if what.contains(name)));
        }
    }
}

#[test]
fn a_second_spelling_of_a_seed_is_refused() {
    let seed = Seed::from_raw(Kind::User, zeroize::Zeroizing::new([9; 32]));
    for spare in 1..8 {
        let text = text_of(&[18 << 3 | 5, spare], [9; 32]);
        let theirs = nkeys::KeyPair::from_seed(&text).unwrap();
        assert_eq!(theirs.seed().unwrap(), *seed.expose(), "not what was read");
        assert!(Seed::parse(&text).is_err());
    }
}

/// Under these keys one signature holds for very many messages, without any seed.
#[test]
fn a_key_under_which_anyone_signs_is_refused() {
    let mut identity = [0; 32];
    identity[0] = 1;
    let text = text_of(&[14 << 3], identity);
    let theirs = nkeys::KeyPair::from_public_key(&text).unwrap();
    let mut signature = [0; 64];
    signature[0] = 1;
    theirs.verify(b"anything", &signature).unwrap();
    assert_eq!(text.parse::<PublicKey>(), Err(NkeyError::SmallOrder));

    for point in curve25519_dalek::constants::EIGHT_TORSION {
        let text = text_of(&[14 << 3], point.compress().to_bytes());
        assert!(nkeys::KeyPair::from_public_key(&text).is_ok());
        assert_eq!(text.parse::<PublicKey>(), Err(NkeyError::SmallOrder));
    }
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
