//! The library against vectors made by the Go libraries (`tests/vectors/go-jwt.json`; all seeds there are throw-away).

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and prints its counts"
)]

use std::collections::BTreeMap;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use nkeep::jwt::claims::{
    Account, Activation, AuthorizationRequest, AuthorizationResponse, Body, Carries as _, Claims,
    Generic, Operator, User,
};
use nkeep::jwt::decode::{Token, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{CurveKey, Kind, PublicKey, Seed};
use nkeep::with_token;
use serde_json::Value;

pub fn vectors() -> Value {
    serde_json::from_str(include_str!("vectors/go-jwt.json")).unwrap()
}

pub fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name].as_str().unwrap_or_default()
}

fn token_text(case: &Value) -> String {
    match &case["token_recipe"] {
        Value::Null => text(case, "token").to_owned(),
        recipe => {
            let count = recipe["count"].as_u64().unwrap().try_into().unwrap();
            let middle = text(recipe, "repeat").repeat(count);
            format!(
                "{}{middle}{}",
                text(recipe, "prefix"),
                text(recipe, "suffix")
            )
        }
    }
}

/// Writes claims given as JSON with the seed and time of the case.
fn encoded<B: Body>(claims: &str, case: &Value) -> Result<String, String> {
    let claims: Claims<B> = serde_json::from_str(claims).map_err(|error| error.to_string())?;
    let pair = Seed::parse(text(case, "signer_seed"))
        .unwrap()
        .signing_pair()
        .unwrap();
    encode(
        claims,
        &pair,
        case["iat"].as_i64().unwrap(),
        UnknownFields::Refuse,
    )
    .map(|signed| signed.token)
    .map_err(|error| error.to_string())
}

fn encoded_kind(claims: &str, case: &Value) -> Result<String, String> {
    let kind = text(case, "kind");
    match kind.strip_suffix("_scoped").unwrap_or(kind) {
        "operator" => encoded::<Operator>(claims, case),
        "account" => encoded::<Account>(claims, case),
        "user" => encoded::<User>(claims, case),
        "activation" => encoded::<Activation>(claims, case),
        "authorization_request" => encoded::<AuthorizationRequest>(claims, case),
        "authorization_response" => encoded::<AuthorizationResponse>(claims, case),
        "generic" => encoded::<Generic>(claims, case),
        _ => panic!("unknown kind {kind}"),
    }
}

/// Decoded claims, written and signed again by the key and at the time of the case.
fn reencoded(token: Token, case: &Value) -> String {
    let pair = Seed::parse(text(case, "signer_seed"))
        .unwrap()
        .signing_pair()
        .unwrap();
    let iat = case["iat"].as_i64().unwrap();
    with_token!(token, |unverified| {
        encode(unverified.into_claims(), &pair, iat, UnknownFields::Keep)
            .unwrap()
            .token
    })
}

/// The claims before they were encoded; where the vectors leave them out, as they were encoded.
fn input(case: &Value) -> &str {
    case["input"]
        .as_str()
        .unwrap_or_else(|| text(case, "payload"))
}

/// A scope that limits something to 0: Go leaves the 0 out and reads it back as no limit, so nkeep refuses to write it.
fn has_zero_template(case: &Value) -> bool {
    let claims: Value = serde_json::from_str(input(case)).unwrap();
    claims["nats"]["signing_keys"]
        .as_array()
        .is_some_and(|keys| {
            keys.iter().any(|key| {
                key.is_object()
                    && ["subs", "data", "payload"]
                        .iter()
                        .any(|name| key["template"][name].as_i64().unwrap_or(0) == 0)
            })
        })
}

#[test]
fn tokens_are_encoded_to_the_byte_and_decoded_field_for_field() {
    let vectors = vectors();
    let mut table: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for case in vectors["tokens"].as_array().unwrap() {
        let id = text(case, "id");
        let row = table.entry(text(case, "kind").to_owned()).or_default();
        if !has_zero_template(case) {
            assert_eq!(
                encoded_kind(input(case), case).unwrap(),
                text(case, "token"),
                "{id}"
            );
            row[0] += 1;
        }

        let token = decode(text(case, "token")).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(
            token.issuer().to_string(),
            text(case, "signer_public"),
            "{id}"
        );
        assert_eq!(token.text(), text(case, "token"));
        // Every field: the decoded claims are written again, and compared with what Go writes again.
        let expected = match text(case, "reencode") {
            "same" => text(case, "token"),
            other => other,
        };
        row[1] += 1;
        assert_eq!(reencoded(token, case), expected, "{id}");
        row[2] += 1;
    }
    println!("kind                    encoded decoded re-encoded");
    for (kind, [one, two, three]) in &table {
        println!("{kind:<24}{one:>7} {two:>7} {three:>10}");
    }
    let totals = table
        .values()
        .fold([0; 3], |sum, row| [0, 1, 2].map(|at| sum[at] + row[at]));
    println!("tokens in all: {totals:?}");
    assert_eq!(totals[1], 179);
    assert!(totals[0] >= 174, "{totals:?}");
}

#[test]
fn encodes_and_refuses_claims_as_go_does() {
    let vectors = vectors();
    let (mut written, mut refused) = (0, 0);
    for case in vectors["validation"].as_array().unwrap() {
        if text(case, "made_by") != "encode" {
            continue;
        }
        let id = text(case, "id");
        let ours = encoded_kind(input(case), case);
        if let Some(error) = case["encode_error"].as_str() {
            let ours = ours.expect_err(id);
            println!("{id}: Go: {error}; here: {ours}");
            refused += 1;
        } else {
            match ours {
                // Go leaves out a limit of 0 in a scope, and it comes back as none: read here, it is none already.
                Ok(_) if has_zero_template(case) => {}
                Ok(token) => assert_eq!(token, text(case, "token"), "{id}"),
                Err(error) => println!("{id}: stricter: {error}"),
            }
            written += 1;
        }
    }
    println!("validation cases written {written}, refused {refused}");
    assert!(written > 200 && refused > 0, "{written} {refused}");
}

#[test]
fn accepts_what_it_must_and_nothing_that_go_refuses() {
    let vectors = vectors();
    let (mut accepted, mut refused, mut stricter) = (0, 0, Vec::new());
    for case in vectors["parser"].as_array().unwrap() {
        let id = text(case, "id");
        let go_accepts = case["decode"]["ok"] == true
            || (case["decode_generic"]["ok"] == true && case["decode"]["stage"] == "signature");
        match decode(&token_text(case)) {
            Ok(token) => {
                assert!(go_accepts, "{id}: accepted, and Go refuses it");
                assert_eq!(
                    case["claim_type"]
                        .as_str()
                        .filter(|name| !name.is_empty())
                        .unwrap_or("generic"),
                    token.claim_type().name(),
                    "{id}"
                );
                accepted += 1;
            }
            Err(error) => {
                assert_ne!(case["must_accept"], true, "{id}: {error}");
                if go_accepts {
                    assert!(
                        case["strict_may_refuse"] == true || case["decode"]["ok"] == false,
                        "{id}: {error}"
                    );
                    stricter.push(format!("{id}: {error}"));
                }
                refused += 1;
            }
        }
    }
    println!(
        "accepted {accepted}, refused {refused}, of these {} that Go takes:",
        stricter.len()
    );
    for line in stricter {
        println!("  {line}");
    }
    assert_eq!(accepted + refused, 288);
}

#[test]
fn reads_what_go_reads_from_accepted_parser_cases() {
    let vectors = vectors();
    let mut compared = 0;
    for case in vectors["parser"].as_array().unwrap() {
        let Some(expected) = case["decoded"].as_str() else {
            continue;
        };
        let Ok(token) = decode(&token_text(case)) else {
            continue;
        };
        let written = with_token!(token, |unverified| {
            let mut claims = unverified.into_claims();
            claims.visit_unknown("", &mut |_, unknown| unknown.clear());
            String::from_utf8(nkeep::jwt::json::to_vec(&claims).unwrap()).unwrap()
        });
        assert_eq!(written, expected, "{}", text(case, "id"));
        compared += 1;
    }
    println!("parser cases compared field for field: {compared}");
    assert!(compared >= 30, "{compared}");
}

#[test]
fn keys_are_gos_keys() {
    let vectors = vectors();
    let mut count = 0;
    for case in vectors["nkeys"].as_array().unwrap() {
        let seed = Seed::parse(text(case, "seed")).unwrap();
        assert_eq!(seed.kind().name(), text(case, "type"));
        assert_eq!(*seed.expose(), text(case, "seed"));
        let raw = HEXLOWER
            .decode(text(case, "raw_seed_hex").as_bytes())
            .unwrap();
        let raw = zeroize::Zeroizing::new(raw.try_into().unwrap());
        assert_eq!(
            *Seed::from_raw(seed.kind(), raw).expose(),
            text(case, "seed")
        );
        assert_eq!(seed.public().to_string(), text(case, "public"));
        assert_eq!(
            text(case, "public").parse::<PublicKey>().unwrap(),
            seed.public()
        );
        assert_eq!(
            HEXLOWER.encode(seed.public().raw()),
            text(case, "raw_public_hex")
        );
        for signature in case["signatures"].as_array().into_iter().flatten() {
            let message = HEXLOWER
                .decode(text(signature, "message_hex").as_bytes())
                .unwrap();
            if let Ok(pair) = seed.signing_pair() {
                let signed = pair.sign(&message);
                assert_eq!(
                    BASE64URL_NOPAD.encode(&signed),
                    text(signature, "signature_base64url")
                );
                seed.public().verify(&message, &signed).unwrap();
            } else {
                assert_eq!(seed.kind(), Kind::Curve);
            }
        }
        count += 1;
    }
    assert_eq!(count, 36);
}

#[test]
fn key_texts_that_go_refuses_are_refused() {
    let vectors = vectors();
    let mut count = 0;
    for case in vectors["nkey_strings"].as_array().unwrap() {
        let (key, note) = (text(case, "text"), text(case, "note"));
        let public = key.parse::<PublicKey>();
        if case["is_valid_public_key"] == false {
            assert!(public.is_err(), "{note}");
        }
        if let Ok(public) = &public {
            assert_eq!(public.to_string(), key);
        }
        let seed = Seed::parse(key);
        if case["from_seed"]["ok"] == false {
            assert!(seed.is_err(), "{note}");
        }
        if note.starts_with("valid") {
            assert!(public.is_ok() || seed.is_ok(), "{note}");
        }
        count += 1;
    }
    assert_eq!(count, 67);
}

#[test]
fn boxes_are_gos_boxes() {
    let vectors = vectors();
    let hex = |case: &Value, name: &str| HEXLOWER.decode(text(case, name).as_bytes()).unwrap();
    for case in vectors["xkeys"]["seal"].as_array().unwrap() {
        let sender = Seed::parse(text(case, "sender_seed"))
            .unwrap()
            .curve_pair()
            .unwrap();
        let receiver = Seed::parse(text(case, "recipient_seed"))
            .unwrap()
            .curve_pair()
            .unwrap();
        let to: CurveKey = text(case, "recipient_public").parse().unwrap();
        let from: CurveKey = text(case, "sender_public").parse().unwrap();
        let (nonce, plain) = (
            hex(case, "nonce_hex").try_into().unwrap(),
            hex(case, "plaintext_hex"),
        );
        let sealed = to.seal_with_nonce(&plain, &sender, nonce).unwrap();
        assert_eq!(HEXLOWER.encode(&sealed), text(case, "sealed_hex"));
        assert_eq!(*receiver.open(&sealed, &from).unwrap(), plain);
    }
    for case in vectors["xkeys"]["open"].as_array().unwrap() {
        let opened = Seed::parse(text(case, "seed"))
            .and_then(|seed| seed.curve_pair())
            .and_then(|pair| {
                let from: CurveKey = text(case, "sender_public").parse()?;
                pair.open(&hex(case, "sealed_hex"), &from)
            });
        match case["plaintext_hex"].as_str() {
            // Go also takes keys with line breaks and the like.
            Some(_)
                if text(case, "sender_public").len() != 56 || text(case, "seed").len() != 58 =>
            {
                assert!(opened.is_err(), "{case}");
            }
            Some(plain) => assert_eq!(HEXLOWER.encode(&opened.unwrap()), plain, "{case}"),
            None => assert!(opened.is_err(), "{case}"),
        }
    }
}

#[test]
fn creds_files_are_gos() {
    use nkeep::jwt::creds;

    let vectors = vectors();
    for case in vectors["creds"]["format_user_config"].as_array().unwrap() {
        let ours = Seed::parse(text(case, "seed").trim_end())
            .map_err(creds::CredsError::from)
            .and_then(|seed| creds::user_config(text(case, "jwt"), &seed));
        match case["error"].as_str() {
            // Go copies a line break after the token into the file.
            None => assert_eq!(
                *ours.unwrap(),
                text(case, "output").replace("\n\n------END NATS", "\n------END NATS")
            ),
            Some(error) => assert!(ours.is_err(), "{error}"),
        }
    }
    for case in vectors["creds"]["decorate_jwt"].as_array().unwrap() {
        if case["error"].is_null() {
            let token = decode(text(case, "jwt")).unwrap();
            assert_eq!(creds::decorated_token(&token), text(case, "output"));
        }
    }
    for case in vectors["creds"]["decorate_seed"].as_array().unwrap() {
        let ours = Seed::parse(text(case, "seed").trim_end())
            .map_err(creds::CredsError::from)
            .and_then(|seed| creds::decorated_seed(&seed));
        match (ours, case["error"].as_str()) {
            (Ok(ours), None) => assert_eq!(*ours, text(case, "output")),
            (Ok(_), Some(error)) => panic!("{error}"),
            // Go decorates any text that begins as a seed does.
            (Err(_), _) => assert!(case["error"].is_string() || text(case, "seed").len() < 58),
        }
    }
    let mut read = 0;
    for case in vectors["creds"]["parse"].as_array().unwrap() {
        let (contents, note) = (text(case, "contents"), text(case, "note"));
        assert_eq!(creds::token_in(contents), text(case, "jwt"), "{note}");
        match (creds::seed_in(contents), case["nkey"]["seed"].as_str()) {
            (Ok(seed), Some(expected)) => {
                assert_eq!(*seed.expose(), expected, "{note}");
                read += 1;
            }
            (Err(_), None) => {}
            (ours, expected) => panic!("{note}: {:?} {expected:?}", ours.map(|seed| seed.public())),
        }
    }
    assert!(read > 15, "{read}");
}
