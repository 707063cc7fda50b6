//! Keys in the forms of others: trust sets of OIDC, PKCS#8, keys that are text, and what wasmCloud and Nstance take.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER};
use nkeep::emit::manifest::data::Part;
use nkeep::emit::manifest::oidc::{Issuer, OidcError, Pins};
use nkeep::emit::manifest::{nstance, pkcs8, text_key, wasmcloud};
use nkeep::nkey::{Kind, Seed};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// What openssl answers.
fn openssl(args: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = Command::new("openssl")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    output.stdout
}

/// The public key of RFC 7638, section 3.1.
fn rsa() -> Value {
    json!({
        "kty": "RSA",
        "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMs\
            tn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91\
            CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
        "e": "AQAB",
        "alg": "RS256",
        "kid": "2011-04-29",
        "use": "sig",
    })
}

/// The public key of RFC 8037, appendix A.2.
fn ed25519() -> Value {
    json!({
        "kty": "OKP", "crv": "Ed25519",
        "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
        "kid": "edwards",
        "use": "sig",
    })
}

/// The public key of RFC 7517, appendix A.1.
fn p256() -> Value {
    json!({
        "kty": "EC", "crv": "P-256",
        "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
        "kid": "1",
        "use": "sig",
    })
}

/// A fresh key of openssl's as a JWK, and its `SubjectPublicKeyInfo`.
fn made(algorithm: &str, option: &str, name: &str, kid: &str) -> (Value, Vec<u8>) {
    let key = openssl(
        &["genpkey", "-algorithm", algorithm, "-pkeyopt", option],
        b"",
    );
    let der = openssl(&["pkey", "-pubout", "-outform", "DER"], &key);
    let half = match name {
        "P-256" => 32,
        "P-384" => 48,
        _ => 66,
    };
    let (x, y) = der[der.len() - 2 * half..].split_at(half);
    let jwk = json!({
        "kty": "EC", "crv": name, "kid": kid, "use": "sig",
        "x": BASE64URL_NOPAD.encode(x), "y": BASE64URL_NOPAD.encode(y),
    });
    (jwk, der)
}

fn set(keys: &[Value]) -> String {
    json!({ "keys": keys }).to_string()
}

/// The key with that member, or without it.
fn but(key: &Value, name: &str, value: Value) -> Value {
    let mut key = key.clone();
    let members = key.as_object_mut().unwrap();
    members.remove(name);
    if !value.is_null() {
        members.insert(name.to_owned(), value);
    }
    key
}

fn pins(keys: &[Value]) -> Pins {
    Pins::read(&[&set(keys)], false).unwrap()
}

fn refused(text: &str) -> String {
    match Pins::read(&[text], false) {
        Ok(_) => panic!("it was taken: {text}"),
        Err(error) => error.to_string(),
    }
}

fn issuer() -> Issuer {
    "https://kc.example/realms/acme".parse().unwrap()
}

fn part<'a>(parts: &'a [Part], name: &str) -> &'a [u8] {
    let found = parts.iter().find(|part| part.key.as_str() == name);
    &found.unwrap_or_else(|| panic!("no {name}")).bytes
}

#[test]
fn thumbprints_are_those_of_the_rfcs() {
    let of = |key| pins(&[key]).keys()[0].thumbprint();
    assert_eq!(of(rsa()), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    assert_eq!(of(ed25519()), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
}

#[test]
fn what_openssl_reads_is_the_same_key() {
    let (p384, of_384) = made("EC", "ec_paramgen_curve:P-384", "P-384", "a");
    let (p521, of_521) = made("EC", "ec_paramgen_curve:P-521", "P-521", "b");
    let (fresh, of_256) = made("EC", "ec_paramgen_curve:P-256", "P-256", "c");
    let pins = pins(&[p384, p521, fresh, rsa(), ed25519(), p256()]);
    for (key, expected) in pins.keys().iter().zip([of_384, of_521, of_256]) {
        assert_eq!(HEXLOWER.encode(&key.der()), HEXLOWER.encode(&expected));
    }
    for key in pins.keys() {
        let pem = Pins::pem(key);
        let again = openssl(
            &["pkey", "-pubin", "-pubout", "-outform", "DER"],
            pem.as_bytes(),
        );
        assert_eq!(again, key.der(), "{}", key.kid());
        openssl(&["pkey", "-pubin", "-pubcheck", "-noout"], pem.as_bytes());
    }
    let modulus = openssl(
        &["rsa", "-pubin", "-modulus", "-noout"],
        Pins::pem(&pins.keys()[3]).as_bytes(),
    );
    assert!(modulus.starts_with(
        b"Modulus=D2FC7B6A0A1E6C67104AEB8F88B257669B4DF679DDAD099B5C4A6CD9A88015B5A133BF0B"
    ));
}

#[test]
fn the_keys_of_a_keycloak_are_read_in_their_order_without_the_one_that_encrypts() {
    let text = set(&[
        but(&but(&rsa(), "use", json!("enc")), "alg", json!("RSA-OAEP")),
        but(&but(&rsa(), "use", json!("sig")), "kid", json!("NEW")),
        but(&but(&p256(), "use", json!("sig")), "kid", json!("OLD")),
    ]);
    let pins = Pins::read(&[&text], false).unwrap();
    assert_eq!(
        pins.notes(),
        ["2011-04-29 is left out: it is for encryption (\"use\": \"enc\")"]
    );
    let kids: Vec<&str> = pins.keys().iter().map(|key| key.kid()).collect();
    assert_eq!(kids, ["NEW", "OLD"]);
    let parts = pins.parts(&issuer()).unwrap();
    assert!(parts.iter().all(|part| !part.secret));
    let set: Value = serde_json::from_slice(part(&parts, "jwks.json")).unwrap();
    assert_eq!(set["keys"][0]["kid"], "NEW");
    assert_eq!(set["keys"][0]["use"], "sig");
    assert_eq!(set["keys"][1]["alg"], "ES256");
    let single = BASE64.decode(part(&parts, "active.jwk.b64")).unwrap();
    assert_eq!(
        serde_json::from_slice::<Value>(&single).unwrap(),
        set["keys"][0]
    );
    assert!(part(&parts, "NEW.pem").starts_with(b"-----BEGIN PUBLIC KEY-----\n"));
    assert!(part(&parts, "OLD.pem").ends_with(b"\n-----END PUBLIC KEY-----\n"));
    let manifest: Value = serde_json::from_slice(part(&parts, "manifest.json")).unwrap();
    let digest = HEXLOWER.encode(&Sha256::digest(part(&parts, "jwks.json")));
    assert_eq!(manifest["jwks_sha256"], digest);
    assert_eq!(manifest["issuer"], "https://kc.example/realms/acme");
    assert_eq!(
        manifest["keys"][1]["thumbprint"],
        pins.keys()[1].thumbprint()
    );
    assert_eq!(manifest["keys"][1]["pem"], "OLD.pem");
    let said = pins.annotations(&issuer());
    assert_eq!(said[0].1, "https://kc.example/realms/acme");
    assert_eq!(said[1], ("jwks-sha256", digest));
    assert_eq!(said[2], ("kids", "NEW,OLD".to_owned()));
    assert_eq!(said[3], ("state", "dual".to_owned()));
}

#[test]
fn the_same_keys_make_the_same_bytes() {
    let one = pins(&[rsa(), p256()]);
    let text = set(&[but(&rsa(), "x5t", json!("anything")), p256()]);
    let spaced =
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(&text).unwrap()).unwrap();
    assert_eq!(Pins::read(&[&spaced], false).unwrap().jwks(), one.jwks());
    assert_ne!(pins(&[p256(), rsa()]).jwks(), one.jwks());
    assert_eq!(
        pins(&[ed25519()]).jwks(),
        "{\"keys\":[{\"alg\":\"EdDSA\",\"crv\":\"Ed25519\",\"kid\":\"edwards\",\"kty\":\"OKP\",\"use\":\"sig\",\
         \"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}"
    );
}

#[test]
fn of_several_sets_the_first_is_the_newest_and_what_both_have_is_taken_once() {
    let newer = set(&[p256(), rsa()]);
    let older = set(&[rsa()]);
    let both = Pins::read(&[&newer, &older], false).unwrap();
    assert_eq!(both.jwks(), pins(&[p256(), rsa()]).jwks());
    assert_eq!(
        both.notes(),
        ["2011-04-29 is in several of the sets, and taken once"]
    );
    // A key alone is a set of one.
    let alone = Pins::read(&[&ed25519().to_string(), &older], false).unwrap();
    assert_eq!(alone.keys()[0].kid(), "edwards");
    let other = set(&[but(&p256(), "kid", json!("2011-04-29"))]);
    let error = Pins::read(&[&older, &other], false).unwrap_err();
    assert!(matches!(error, OidcError::TwiceKid(kid) if kid == "2011-04-29"));
    let renamed = set(&[but(&rsa(), "kid", json!("other"))]);
    let error = Pins::read(&[&older, &renamed], false).unwrap_err();
    assert!(matches!(error, OidcError::TwiceKey(..)));
}

#[test]
fn a_key_whose_name_no_file_can_have_has_its_thumbprint_for_one() {
    let pins = pins(&[but(&p256(), "kid", json!("https://kc.example/keys/1"))]);
    let parts = pins.parts(&issuer()).unwrap();
    part(&parts, &format!("{}.pem", pins.keys()[0].thumbprint()));
    assert_eq!(pins.annotations(&issuer())[3].1, "single");
}

#[test]
fn what_is_not_said_is_taken_where_it_can_only_be_one_thing() {
    let silent = pins(&[but(&rsa(), "alg", Value::Null), p256(), ed25519()]);
    let algorithms: Vec<&str> = silent.keys().iter().map(|key| key.algorithm()).collect();
    assert_eq!(algorithms, ["RS256", "ES256", "EdDSA"]);
    assert_eq!(
        silent.notes(),
        ["2011-04-29: no algorithm is stated, and it is taken to be RS256's"]
    );
    let stated = pins(&[but(&rsa(), "alg", json!("PS512"))]);
    assert_eq!(stated.keys()[0].algorithm(), "PS512");
    assert!(stated.notes().is_empty());
}

#[test]
fn secrets_are_refused_whatever_else_is_wrong() {
    for (name, value) in [
        ("d", "x"),
        ("p", "x"),
        ("q", "x"),
        ("dp", "x"),
        ("dq", "x"),
        ("qi", "x"),
        ("k", "x"),
        ("oth", "x"),
    ] {
        let key = but(&but(&rsa(), name, json!(value)), "use", json!("enc"));
        assert!(refused(&set(&[key])).contains("which is secret"), "{name}");
    }
    let code = json!({ "kty": "oct", "kid": "hmac", "alg": "HS256" });
    assert!(refused(&set(&[code])).contains("which is secret"));
    // The secret itself is not said.
    let key = but(
        &ed25519(),
        "d",
        json!("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"),
    );
    assert!(!refused(&set(&[key])).contains("nWGxne"));
}

#[test]
fn whatever_is_ambiguous_wrong_or_too_much_is_refused() {
    let x = |key: &Value, name: &str, value: Value| set(&[but(key, name, value)]);
    let short = BASE64URL_NOPAD.encode(&[0xFF; 255]);
    let even = BASE64URL_NOPAD.encode(&[0xFE; 256]);
    let padded = BASE64URL_NOPAD.encode(&[&[0][..], &[0xFF; 256]].concat());
    let huge = BASE64URL_NOPAD.encode(&[0xFF; 2049]);
    let mut off = BASE64URL_NOPAD
        .decode(p256()["y"].as_str().unwrap().as_bytes())
        .unwrap();
    off[31] ^= 1;
    let off = BASE64URL_NOPAD.encode(&off);
    let small_order = BASE64URL_NOPAD.encode(&[&[1][..], &[0; 31]].concat());
    let many: Vec<Value> = vec![p256(); 65];
    for (text, reason) in [
        (String::new(), "it is no JWKS"),
        ("[]".to_owned(), "it is no object"),
        ("{}".to_owned(), "no \"keys\""),
        ("{\"keys\":{}}".to_owned(), "\"keys\" is no list"),
        ("{\"keys\":[1]}".to_owned(), "a key is no object"),
        ("{\"keys\":[]}".to_owned(), "lets nobody in"),
        ("{\"keys\":[],\"keys\":[]}".to_owned(), "keys"),
        (format!("{}x", set(&[rsa()])), "trailing"),
        (
            set(&[rsa()]).replace("\"kid\":", "\"kid\":\"a\",\"kid\":"),
            "kid",
        ),
        (
            format!("{{\"keys\":[],\"a\":\"{}\"}}", "x".repeat(1 << 20)),
            "larger than",
        ),
        (set(&many), "more than 64"),
        (
            set(&[rsa(), but(&p256(), "kid", json!("2011-04-29"))]),
            "two keys are called \"2011-04-29\"",
        ),
        (set(&[rsa(), rsa()]), "two keys are called"),
        (set(&[rsa(), but(&rsa(), "kid", json!("b"))]), "are one key"),
        (x(&rsa(), "use", json!("enc")), "lets nobody in"),
        (
            x(&rsa(), "use", Value::Null),
            "lets nobody in: 2011-04-29 is left out: it does not say that it signs",
        ),
        (x(&rsa(), "use", json!("other")), "neither sig nor enc"),
        (x(&rsa(), "use", json!(1)), "\"use\" is no text"),
        (x(&rsa(), "key_ops", json!(["encrypt"])), "lets nobody in"),
        (
            x(&rsa(), "key_ops", json!("verify")),
            "\"key_ops\" is no list",
        ),
        (
            x(&rsa(), "kid", Value::Null),
            "the key at place 1: it has no \"kid\"",
        ),
        (x(&rsa(), "kid", json!("")), "no \"kid\""),
        (x(&rsa(), "kid", json!("a,b")), "no \"kid\""),
        (x(&rsa(), "kid", json!("a\u{202e}b")), "no \"kid\""),
        (x(&rsa(), "kid", json!("a".repeat(257))), "no \"kid\""),
        (x(&rsa(), "kty", Value::Null), "no \"kty\""),
        (x(&rsa(), "kty", json!("AKP")), "none of RSA, EC and OKP"),
        (
            x(&rsa(), "alg", json!("ES256")),
            "\"ES256\" is none of such a key's",
        ),
        (
            x(&rsa(), "alg", json!("none")),
            "\"none\" is none of such a key's",
        ),
        (
            x(&rsa(), "alg", json!("HS256")),
            "\"HS256\" is none of such a key's",
        ),
        (
            x(&rsa(), "alg", json!("RSA-OAEP")),
            "is none of such a key's",
        ),
        (
            x(&p256(), "alg", json!("ES384")),
            "is none of such a key's: ES256",
        ),
        (
            x(&ed25519(), "alg", json!("ES256")),
            "is none of such a key's: EdDSA",
        ),
        (x(&rsa(), "n", json!(short)), "it has 2040 bits"),
        (x(&rsa(), "n", json!(huge)), "2048 to 16384"),
        (x(&rsa(), "n", json!(even)), "none of an RSA key"),
        (x(&rsa(), "n", json!(padded)), "begins with zeros"),
        (x(&rsa(), "n", json!("AQ==")), "\"n\" is no base64url"),
        (x(&rsa(), "n", json!("+/8")), "\"n\" is no base64url"),
        (x(&rsa(), "n", json!("AR")), "\"n\" is no base64url"),
        (x(&rsa(), "n", json!(7)), "\"n\" is no text"),
        (x(&rsa(), "e", json!("AQ")), "none of an RSA key"),
        (x(&rsa(), "e", json!("")), "none of an RSA key"),
        (x(&rsa(), "e", json!("AQAAAQE")), "none of an RSA key"),
        (
            x(&p256(), "crv", json!("secp256k1")),
            "none of P-256, P-384, P-521",
        ),
        (x(&p256(), "crv", json!("P-384")), "has 48 bytes"),
        (x(&p256(), "y", json!(off)), "not on P-256"),
        (x(&p256(), "y", Value::Null), "no \"y\""),
        (x(&ed25519(), "crv", json!("X25519")), "not Ed25519"),
        (x(&ed25519(), "x", json!("AQAB")), "32 bytes"),
        (x(&ed25519(), "x", json!(small_order)), "small order"),
    ] {
        let error = refused(&text);
        let shown: String = text.chars().take(200).collect();
        assert!(
            error.contains(reason),
            "{shown}\nsays {error}\nand not {reason}"
        );
    }
}

#[test]
fn certificates_are_kept_when_asked_for_and_only_the_keys_own() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("key.pem");
    let key = key.to_str().unwrap();
    let made = [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=acme", "-outform", "DER",
        "-keyout", key,
    ];
    let certificate = openssl(&made, b"");
    let modulus = openssl(&["rsa", "-in", key, "-modulus", "-noout"], b"");
    let modulus = String::from_utf8(modulus).unwrap();
    let modulus = modulus
        .trim()
        .strip_prefix("Modulus=")
        .unwrap()
        .to_lowercase();
    let n = BASE64URL_NOPAD.encode(&HEXLOWER.decode(modulus.as_bytes()).unwrap());
    let own = but(
        &but(&rsa(), "n", json!(n)),
        "x5c",
        json!([BASE64.encode(&certificate)]),
    );
    let kept = Pins::read(&[&set(std::slice::from_ref(&own))], true).unwrap();
    assert!(kept.jwks().contains(&BASE64.encode(&certificate)));
    assert!(!pins(std::slice::from_ref(&own)).jwks().contains("x5c"));
    for (x5c, reason) in [
        (json!([BASE64.encode(b"other")]), "another key's"),
        (json!([]), "another key's"),
        (json!("a"), "no list"),
        (json!(["*"]), "no list of certificates"),
    ] {
        let text = set(&[but(&own, "x5c", x5c)]);
        let error = Pins::read(&[&text], true).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn an_issuer_is_what_tokens_can_say() {
    for bad in [
        "",
        "acme",
        "ftp://a",
        "https://",
        "https:///a",
        "https://a b",
        "https://a?x",
        "https://a#x",
        "https://u:p@a/",
        "https://a\n",
    ] {
        assert!(bad.parse::<Issuer>().is_err(), "{bad:?}");
    }
    assert!("http://keycloak:8080/realms/a".parse::<Issuer>().is_ok());
}

#[test]
fn openssl_signs_with_a_key_and_the_nkey_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let message = folder.path().join("message");
    std::fs::write(&message, "message").unwrap();
    for kind in [Kind::Server, Kind::Account, Kind::User, Kind::Cluster] {
        let seed = Seed::generate(kind).unwrap();
        let pem = pkcs8::pem(&seed).unwrap();
        let signature = signed(folder.path(), &pem, &message);
        seed.public().verify(b"message", &signature).unwrap();
        let again = Seed::from_pkcs8(kind, &pem).unwrap();
        assert_eq!(*again.expose(), *seed.expose());
    }
    // And one that openssl makes is the same key here.
    let theirs = String::from_utf8(openssl(&["genpkey", "-algorithm", "ED25519"], b"")).unwrap();
    let seed = Seed::from_pkcs8(Kind::Server, &theirs).unwrap();
    assert_eq!(*pkcs8::pem(&seed).unwrap(), theirs);
    let other = String::from_utf8(openssl(&["genpkey", "-algorithm", "X25519"], b"")).unwrap();
    assert!(Seed::from_pkcs8(Kind::Server, &other).is_err());
    let operator = Seed::generate(Kind::Operator).unwrap();
    assert!(
        pkcs8::pem(&operator)
            .unwrap_err()
            .to_string()
            .contains("operator's key")
    );
    let curve = Seed::generate(Kind::Curve).unwrap();
    assert!(pkcs8::pem(&curve).is_err());
}

fn signed(folder: &Path, pem: &str, message: &Path) -> Vec<u8> {
    let key = folder.join("key.pem");
    std::fs::write(&key, pem).unwrap();
    let (key, message) = (key.to_str().unwrap(), message.to_str().unwrap());
    openssl(
        &["pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", message],
        b"",
    )
}

#[test]
fn nstance_has_its_newest_keys_first_and_nothing_after_them() {
    let new = Seed::generate_text_key().unwrap();
    let old = Seed::from_text_key(&[b'a'; 32]).unwrap();
    let authority = [Kind::Server, Kind::Server].map(|kind| Seed::generate(kind).unwrap());
    let nonce = Seed::generate(Kind::Server).unwrap();
    let keys = nstance::Keys {
        encryption: vec![&new, &old],
        authority: authority.iter().collect(),
        registration: vec![&nonce],
    };
    let parts = nstance::files(&keys).unwrap();
    assert!(parts.iter().all(|part| part.secret));
    assert_eq!(
        part(&parts, "encryption.key"),
        text_key::text_key(&new).unwrap().as_bytes()
    );
    assert_eq!(part(&parts, "encryption.key").len(), 32);
    assert_eq!(part(&parts, "encryption.key.old"), [b'a'; 32]);
    let both = [
        pkcs8::pem(&authority[0]).unwrap(),
        pkcs8::pem(&authority[1]).unwrap(),
    ];
    assert_eq!(
        part(&parts, "ca.key"),
        both.map(|pem| pem.to_string()).concat().as_bytes()
    );
    // Who reads one key reads the first.
    let first = openssl(&["pkey", "-pubout"], part(&parts, "ca.key"));
    let newest = pkcs8::pem(&authority[0]).unwrap();
    assert_eq!(first, openssl(&["pkey", "-pubout"], newest.as_bytes()));
    assert_eq!(
        part(&parts, "registration-nonce.key"),
        pkcs8::pem(&nonce).unwrap().as_bytes()
    );

    let refused = |keys: nstance::Keys<'_>| match nstance::files(&keys) {
        Ok(_) => panic!("it was taken"),
        Err(error) => error.to_string(),
    };
    let none = nstance::Keys::default;
    let random = Seed::generate(Kind::Curve).unwrap();
    let operator = Seed::generate(Kind::Operator).unwrap();
    assert!(
        refused(nstance::Keys {
            encryption: vec![&random],
            ..none()
        })
        .contains("letters and digits")
    );
    assert!(
        refused(nstance::Keys {
            encryption: vec![&nonce],
            ..none()
        })
        .contains("curve key is wanted")
    );
    assert!(
        refused(nstance::Keys {
            encryption: vec![&new, &new],
            ..none()
        })
        .contains("the old key is the new one")
    );
    assert!(
        refused(nstance::Keys {
            encryption: vec![&new, &old, &random],
            ..none()
        })
        .contains("more than two")
    );
    assert!(
        refused(nstance::Keys {
            authority: vec![&operator],
            ..none()
        })
        .contains("operator's key")
    );
    assert!(
        refused(nstance::Keys {
            authority: vec![&new],
            ..none()
        })
        .contains("cannot sign")
    );
    let same = nstance::Keys {
        authority: vec![&nonce],
        registration: vec![&nonce],
        ..none()
    };
    assert!(refused(same).contains("it signs certificates, too"));
}

/// The creds of a user, signed by nobody that matters.
fn creds() -> Zeroizing<Vec<u8>> {
    let user = Seed::generate(Kind::User).unwrap();
    let account = Seed::generate(Kind::Account).unwrap();
    let claims = json!({
        "iat": 1, "iss": account.public().to_string(), "sub": user.public().to_string(), "name": "kv", "jti": "X",
        "nats": { "type": "user", "version": 2, "subs": -1, "data": -1, "payload": -1, "pub": {}, "sub": {} },
    });
    let header = BASE64URL_NOPAD.encode(br#"{"typ":"JWT","alg":"ed25519-nkey"}"#);
    let signed = format!(
        "{header}.{}",
        BASE64URL_NOPAD.encode(claims.to_string().as_bytes())
    );
    let signature = account.signing_pair().unwrap().sign(signed.as_bytes());
    let token = format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature));
    let text = nkeep::jwt::creds::user_config(&token, &user).unwrap();
    Zeroizing::new(text.as_bytes().to_vec())
}

#[test]
fn wasmcloud_has_two_curve_keys_without_an_end_of_a_line() {
    let (one, other) = (
        Seed::generate(Kind::Curve).unwrap(),
        Seed::generate(Kind::Curve).unwrap(),
    );
    let parts = wasmcloud::backend(&one, &other, creds()).unwrap();
    assert_eq!(
        part(&parts, "ENCRYPTION_XKEY_SEED"),
        one.expose().as_bytes()
    );
    assert_eq!(part(&parts, "TRANSIT_XKEY_SEED"), other.expose().as_bytes());
    assert!(part(&parts, "nats.creds").starts_with(b"-----BEGIN NATS USER JWT-----\n"));
    assert!(parts.iter().all(|part| part.secret));

    let refused = |one: &Seed, other: &Seed, creds| match wasmcloud::backend(one, other, creds) {
        Ok(_) => panic!("it was taken"),
        Err(error) => error.to_string(),
    };
    assert!(refused(&one, &one, creds()).contains("it is the key that encrypts, too"));
    let account = Seed::generate(Kind::Account).unwrap();
    assert!(refused(&account, &other, creds()).contains("a curve key is wanted"));
    assert!(refused(&one, &account, creds()).contains("a curve key is wanted"));
    let broken = Zeroizing::new(b"-----BEGIN NATS USER JWT-----".to_vec());
    assert!(refused(&one, &other, broken).starts_with("the creds: "));
    assert!(refused(&one, &other, Zeroizing::new(vec![0xFF])).contains("no text"));
    let mixed = [&creds()[..400], &creds()[400..]].concat();
    assert!(refused(&one, &other, Zeroizing::new(mixed)).starts_with("the creds: "));
    // From the documentation of secrets-nats-kv, and its tests.
    for sample in [
        "SXAC35QF3FMZXS2KGYXGF2DN45JSSDYQM3CQMWAZJW5NMA7Y7BCMVSWL4A",
        "SXAIPHCTMQ5M7KWEVKBWZ37ZVQVMCRJGKSIXCNMKDHTH4YPPJTIOOVV4WQ",
        "SXAH5XWC6R6W52FLRWAQLK5C3VHXWBDYHKSROSJJBUS4T5HTW56FUCGECQ",
        "SXANK7TF7TNLYRQU2OOL6PZB6IGRX5PH75U55CIA4NWOBDPI3APXDGH7VY",
    ] {
        let sample = Seed::parse(sample).unwrap();
        assert!(refused(&sample, &other, creds()).contains("is a sample of wasmCloud's"));
        assert!(refused(&one, &sample, creds()).contains("is a sample of wasmCloud's"));
    }
}
