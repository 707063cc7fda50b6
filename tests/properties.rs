//! Laws that hold for any input: keys, boxes, tokens.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crypto_box::aead::Aead as _;
use nkeep::jwt::claims::{Account, Body, Claims, Export, Generic, ShareType, User};
use nkeep::jwt::decode::{Token, Unverified, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::jwt::json;
use nkeep::nkey::{CurveKey, Kind, PublicKey, Seed};
use proptest::prelude::*;
use zeroize::Zeroizing;

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

fn seeds() -> impl Strategy<Value = (Kind, [u8; 32])> {
    (kinds(), any::<[u8; 32]>())
}

/// The text with one character put in the place of another.
fn changed(text: &str, at: usize, by: char) -> Option<String> {
    let mut characters: Vec<char> = text.chars().collect();
    let at = at % characters.len();
    let before = std::mem::replace(&mut characters[at], by);
    (before != by).then(|| characters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_key_has_one_spelling((kind, raw) in seeds()) {
        let seed = Seed::from_raw(kind, Zeroizing::new(raw));
        prop_assert_eq!(&*Seed::parse(&seed.expose()).unwrap().expose(), &*seed.expose());
        let public = seed.public();
        prop_assert_eq!(public.to_string().parse::<PublicKey>().unwrap(), public);
        prop_assert!(public.to_string().starts_with(kind.letter()));
        let start = format!("S{}", kind.letter());
        prop_assert!(seed.expose().starts_with(&start));
        for other in Kind::ALL {
            prop_assert_eq!(public.kind().expect(other).is_ok(), other == kind);
        }
    }

    #[test]
    fn one_wrong_character_is_noticed((kind, raw) in seeds(), at in any::<usize>(), by in "[A-Z2-7a-z0189 =\\n.é]") {
        let seed = Seed::from_raw(kind, Zeroizing::new(raw));
        let by = by.chars().next().unwrap();
        if let Some(text) = changed(&seed.expose(), at, by) {
            prop_assert!(Seed::parse(&text).is_err(), "{}", text);
        }
        if let Some(text) = changed(&seed.public().to_string(), at, by) {
            prop_assert!(text.parse::<PublicKey>().is_err(), "{}", text);
        }
    }

    #[test]
    fn what_is_read_is_written_the_same(text in "[SOAUNCXPMZ][A-Z2-7]{54,59}") {
        if let Ok(key) = text.parse::<PublicKey>() {
            prop_assert_eq!(key.to_string(), text.clone());
        }
        if let Ok(seed) = Seed::parse(&text) {
            prop_assert_eq!(&*seed.expose(), &text);
        }
    }

    #[test]
    fn a_signature_is_for_one_message(raw in any::<[u8; 32]>(), message in any::<Vec<u8>>(), bit in any::<usize>()) {
        let seed = Seed::from_raw(Kind::User, Zeroizing::new(raw));
        let mut signature = seed.signing_pair().unwrap().sign(&message);
        prop_assert!(seed.public().verify(&message, &signature).is_ok());
        prop_assert!(seed.public().verify(&[&message[..], b"x"].concat(), &signature).is_err());
        signature[bit / 8 % 64] ^= 1 << (bit % 8);
        prop_assert!(seed.public().verify(&message, &signature).is_err());
    }

    #[test]
    fn a_box_opens_for_its_two_ends_and_unaltered(
        one in any::<[u8; 32]>(), two in any::<[u8; 32]>(), message in any::<Vec<u8>>(), bit in any::<usize>(),
    ) {
        let [one, two] = [one, two].map(|raw| Seed::from_raw(Kind::Curve, Zeroizing::new(raw)));
        let key = |seed: &Seed| seed.public().typed::<nkeep::nkey::Curve>().unwrap();
        let mut sealed = key(&two).seal(&message, &one.curve_pair().unwrap()).unwrap();
        let opened = two.curve_pair().unwrap().open(&sealed, &key(&one));
        prop_assert_eq!(&**opened.unwrap(), &*message);
        sealed[bit / 8 % (44 + message.len())] ^= 1 << (bit % 8);
        prop_assert!(two.curve_pair().unwrap().open(&sealed, &key(&one)).is_err());
    }

    #[test]
    fn claims_come_back_as_they_were(
        name in any::<String>(), audience in any::<String>(), subject in any::<String>(), tags in any::<Vec<String>>(),
        iat in any::<i64>(), exp in any::<i64>(), number in any::<i64>(), flag in any::<bool>(),
    ) {
        let account = Seed::from_raw(Kind::Account, Zeroizing::new([1; 32]));
        let operator = Seed::from_raw(Kind::Operator, Zeroizing::new([2; 32])).signing_pair().unwrap();
        let mut claims: Claims<Account> = Claims {
            name: name.clone(), audience: audience.clone(), expires: exp,
            subject: account.public().to_string(), ..Claims::default()
        };
        claims.body.limits.conn = number;
        claims.body.limits.wildcards = flag;
        claims.body.tags.clone_from(&tags);
        claims.body.revocations.insert(subject.clone(), number);
        claims.body.exports =
            vec![Export { subject: subject.clone(), share_type: ShareType::Stream, ..Export::default() }];
        comes_back(claims, &operator, iat);

        let mut claims: Claims<User> = Claims {
            name, audience, expires: exp, subject: Seed::from_raw(Kind::User, Zeroizing::new([3; 32])).public().to_string(),
            ..Claims::default()
        };
        claims.body.limits.subs = number;
        claims.body.limits.bearer_token = flag;
        claims.body.limits.permissions.subscribe.deny = tags;
        claims.body.limits.times_location = subject;
        comes_back(claims, &account.signing_pair().unwrap(), iat);
    }
}

/// Times that other tools have tripped over: before 1970, past what floating point or a calendar holds, none at all.
#[test]
fn odd_times_come_back() {
    let account = Seed::from_raw(Kind::Account, Zeroizing::new([1; 32]));
    let user = Seed::from_raw(Kind::User, Zeroizing::new([3; 32])).public();
    let odd = [
        0,
        1,
        -1,
        1 << 31,
        1 << 32,
        1 << 53,
        (1 << 53) + 1,
        253_402_300_800,
        i64::MIN,
        i64::MAX,
    ];
    for issued_at in odd {
        for time in odd {
            let claims: Claims<User> = Claims {
                expires: time,
                not_before: time,
                subject: user.to_string(),
                ..Claims::default()
            };
            comes_back(claims, &account.signing_pair().unwrap(), issued_at);
        }
    }
}

fn comes_back<B: Body>(claims: Claims<B>, signer: &nkeep::nkey::AnyKeyPair, iat: i64)
where
    Unverified<B>: TryFrom<Token>,
{
    let signed = encode(claims, signer, iat, UnknownFields::Refuse).unwrap();
    let read: Unverified<B> = decode(&signed.token).unwrap().try_into().ok().unwrap();
    assert_eq!(*read.claims(), signed.claims);
    assert_eq!(read.token(), signed.token);
}

#[test]
fn any_one_character_of_a_key_counts() {
    for kind in Kind::ALL {
        let seed = Seed::from_raw(kind, Zeroizing::new([5; 32]));
        let (secret, public) = (seed.expose(), seed.public().to_string());
        for by in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".chars() {
            for text in (0..secret.len()).filter_map(|at| changed(&secret, at, by)) {
                assert!(Seed::parse(&text).is_err(), "{text}");
            }
            for text in (0..public.len()).filter_map(|at| changed(&public, at, by)) {
                assert!(text.parse::<PublicKey>().is_err(), "{text}");
            }
        }
    }
}

#[test]
fn any_one_character_of_a_token_counts() {
    let account = Seed::from_raw(Kind::Account, Zeroizing::new([1; 32]));
    let user = Seed::from_raw(Kind::User, Zeroizing::new([3; 32])).public();
    let claims: Claims<User> = Claims {
        subject: user.to_string(),
        ..Claims::default()
    };
    let token = encode(
        claims,
        &account.signing_pair().unwrap(),
        1,
        UnknownFields::Refuse,
    )
    .unwrap()
    .token;
    assert!(decode(&token).is_ok());
    for at in 0..token.len() {
        // Among them letters that differ from others only in bits to spare at the end of a part.
        for by in "ABgw_-.".chars() {
            if let Some(text) = changed(&token, at, by) {
                assert!(decode(&text).is_err(), "{text}");
            }
        }
    }
}

/// CVE-2023-46129: old versions of Go's nkeys sealed with a key of zeros.
#[test]
fn a_box_never_opens_with_the_zero_key() {
    let seed = |byte| Seed::from_raw(Kind::Curve, Zeroizing::new([byte; 32]));
    let key = |seed: &Seed| -> CurveKey { seed.public().to_string().parse().unwrap() };
    let (one, two) = (seed(1), seed(2));
    let sealed = key(&two)
        .seal(b"secret", &one.curve_pair().unwrap())
        .unwrap();
    let nonce: [u8; 24] = sealed[4..28].try_into().unwrap();

    // What the broken versions had in place of the pair's own key, in both of the ways it can be meant.
    let zero_secret = crypto_box::SecretKey::from_bytes([0; 32]);
    for public in [one.public(), two.public()] {
        let zero_box =
            crypto_box::SalsaBox::new(&crypto_box::PublicKey::from(*public.raw()), &zero_secret);
        assert!(zero_box.decrypt(&nonce.into(), &sealed[28..]).is_err());
        let forged = zero_box
            .encrypt(&nonce.into(), b"secret".as_slice())
            .unwrap();
        let forged = [b"xkv1".as_slice(), &nonce, &forged].concat();
        assert!(two.curve_pair().unwrap().open(&forged, &key(&one)).is_err());
    }
    let zero_shared = crypto_secretbox_with_zero_key();
    assert!(zero_shared.decrypt(&nonce.into(), &sealed[28..]).is_err());
    let forged = zero_shared
        .encrypt(&nonce.into(), b"secret".as_slice())
        .unwrap();
    let forged = [b"xkv1".as_slice(), &nonce, &forged].concat();
    assert!(two.curve_pair().unwrap().open(&forged, &key(&one)).is_err());

    // The public keys whose product with any seed is zero are refused as keys.
    for low in [[0; 32], {
        let mut one = [0; 32];
        one[0] = 1;
        one
    }] {
        assert!(PublicKey::from_raw(Kind::Curve, low).is_err());
    }
}

fn crypto_secretbox_with_zero_key() -> crypto_secretbox::XSalsa20Poly1305 {
    use crypto_secretbox::KeyInit as _;
    crypto_secretbox::XSalsa20Poly1305::new(&[0; 32].into())
}

/// Claims of any shape hold any number, and Go reads each exactly. Found by fuzzing: a last digit that wandered.
#[test]
fn a_long_number_is_read_exactly() {
    let digits = format!("{}1", "2".repeat(122));
    let text = format!("{{\"nats\":{{\"x\":{digits}}}}}");
    let claims: Claims<Generic> = serde_json::from_str(&text).unwrap();
    let written = json::to_vec(&claims).unwrap();
    let written = String::from_utf8(written).unwrap();
    assert!(written.contains("2.2222222222222223e+122"), "{written}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_comes_back(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        prop_assume!(number.is_finite());
        let text = format!("{{\"nats\":{{\"x\":{number:e}}}}}");
        let read: Claims<Generic> = serde_json::from_str(&text).unwrap();
        let written = json::to_vec(&read).unwrap();
        let again: Claims<Generic> = serde_json::from_slice(&written).unwrap();
        prop_assert_eq!(json::to_vec(&again).unwrap(), written);
        prop_assert_eq!(read.body.0["x"].as_f64(), Some(number));
    }
}
