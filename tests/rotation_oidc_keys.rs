//! Pinned keys of an OIDC issuer are replaced: services know the new key before the issuer signs by it, and forget the old one when
//! no token of it is left.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::rotated::{Matter, Rotated, SOAK, why};
use data_encoding::BASE64;
use nkeep::emit::manifest::oidc::Pins;
use nkeep::rotation::given::{Given, IssuerKeys, Thumbprint};
use nkeep::rotation::issuer::pinned;
use nkeep::rotation::sets::Which;
use nkeep::rotation::{Kind, Outcome};
use serde_json::{Value, json};

const KIND: Kind = Kind::OidcKeys;
const ISSUER: &str = "https://id.example.com/realms/acme";
/// RFC 8037, appendix A.2, and two of RFC 8032's.
const OLD: (&str, &str) = ("old", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
const NEW: (&str, &str) = ("new", "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw");
const THIRD: (&str, &str) = ("third", "_FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU");
const NEW_THUMBPRINT: &str = "FtIu-VbGrfe_KB6CH7GNwODB72MNxj_ml11dEvO-7kk";

fn jwk((kid, x): (&str, &str)) -> Value {
    json!({ "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": kid, "x": x })
}

fn pins(keys: &[(&str, &str)]) -> Pins {
    let keys: Vec<Value> = keys.iter().map(|key| jwk(*key)).collect();
    Pins::read(&[&json!({ "keys": keys }).to_string()], false).unwrap()
}

fn matter(published: &[(&str, &str)], from: Option<&[(&str, &str)]>) -> Matter {
    Matter::given(Given {
        issuer: Some(IssuerKeys {
            issuer: ISSUER.parse().unwrap(),
            published: pins(published),
            from: from.map(pins),
            expected: vec![NEW_THUMBPRINT.parse().unwrap()],
        }),
        ..Given::default()
    })
}

fn expecting(mut matter: Matter, expected: &[&str]) -> Matter {
    let keys = matter.given.issuer.as_mut().unwrap();
    keys.expected = expected.iter().map(|text| text.parse().unwrap()).collect();
    matter
}

fn begun() -> Rotated {
    let estate = Rotated::of(common::estate());
    let done = estate
        .start(KIND, &matter(&[NEW, OLD], Some(&[OLD])))
        .unwrap();
    assert_eq!(done.warnings, Vec::<String>::new());
    estate
}

/// What the store has as pinned.
fn kids(estate: &Rotated) -> Vec<String> {
    let issuer = ISSUER.parse().unwrap();
    let pins = estate.read(|records| pinned(records, &issuer)).unwrap();
    pins.keys().iter().map(|pin| pin.kid().to_owned()).collect()
}

fn to_soak(estate: &Rotated) {
    estate.say("issuer-pins-loaded");
    estate.enters("activate");
    estate.say("issuer-signs-new");
    estate.enters("soak");
}

fn to_retire(estate: &Rotated) {
    to_soak(estate);
    estate.wait(SOAK);
    estate.say("old-kid-unseen");
    estate.enters("retire");
}

#[test]
fn each_phase_waits_for_just_what_it_needs() {
    let estate = begun();
    let rotation = estate.rotation();
    assert!(rotation.old.starts_with("old (kPrK"), "{}", rotation.old);
    assert_eq!(rotation.new, format!("new ({NEW_THUMBPRINT})"));
    // The newest first, and said with the digest that services report.
    assert_eq!(kids(&estate), ["new", "old"]);
    let digest = pins(&[NEW, OLD]).digest();
    assert!(
        rotation.steps[0].did[0].contains(&digest),
        "{:?}",
        rotation.steps[0].did
    );

    assert_eq!(estate.codes(), ["issuer-pins-loaded"]);
    estate.crashes();
    estate.say("issuer-pins-loaded");
    estate.enters("activate");
    assert_eq!(estate.codes(), ["issuer-signs-new"]);
    estate.crashes();
    estate.say("issuer-signs-new");
    estate.enters("soak");
    assert_eq!(kids(&estate), ["new", "old"]);
    assert_eq!(estate.codes(), ["soak", "old-kid-unseen"]);
    estate.say("old-kid-unseen");
    assert_eq!(estate.codes(), ["soak"]);
    estate.wait(SOAK);
    estate.crashes();
    estate.enters("retire");
    assert_eq!(kids(&estate), ["new"]);
    assert_eq!(estate.codes(), ["issuer-final-loaded"]);
    estate.say("issuer-final-loaded");
    estate.crashes();
    let done = estate.enters("destroy");
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert_eq!(kids(&estate), ["new"]);
    // The next one knows what is pinned.
    let next = expecting(matter(&[THIRD, NEW], None), &[]);
    let done = estate.start(KIND, &next).unwrap();
    assert!(done.rotation.old.starts_with("new ("));
    assert_eq!(kids(&estate), ["third", "new"]);
    // And that the new key was looked at by nobody else.
    assert!(
        done.warnings[0].contains("nobody said by another way"),
        "{:?}",
        done.warnings
    );
}

#[test]
fn there_is_a_way_back_from_every_phase_and_no_key_is_forgotten_that_may_have_signed() {
    let estate = begun();
    to_retire(&estate);
    estate.rollback().unwrap();
    assert_eq!(
        (estate.rotation().phase.as_str(), kids(&estate)),
        ("soak", vec!["new".to_owned(), "old".to_owned()])
    );
    assert!(why(estate.rollback()).contains("the set with both keys"));
    estate.say("issuer-pins-loaded");
    estate.rollback().unwrap();
    assert_eq!(estate.rotation().phase, "stage");
    // Tokens of the new key may be out.
    assert!(why(estate.abort()).contains("no token that names the new one"));
    assert_eq!(kids(&estate), ["new", "old"]);
    estate.say("new-kid-unseen");
    let done = estate.abort().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Aborted));
    assert_eq!(kids(&estate), ["old"]);
    assert_eq!(estate.set(Which::Present).unwrap().keys, ["old"]);
    estate.start(KIND, &matter(&[NEW, OLD], None)).unwrap();
    // Nothing was signed by it this time.
    estate.abort().unwrap();
    assert_eq!(kids(&estate), ["old"]);
}

#[test]
fn one_set_of_an_issuer_is_changed_at_a_time() {
    let estate = begun();
    let again = expecting(matter(&[THIRD, NEW], None).key("new"), &[]);
    assert!(why(estate.start(KIND, &again)).contains("has not ended"));
    // Another issuer's keys are another matter.
    let mut other = matter(&[NEW], Some(&[THIRD]));
    other.given.issuer.as_mut().unwrap().issuer =
        "https://id.example.com/realms/other".parse().unwrap();
    estate.start(KIND, &other).unwrap();
    assert_eq!(kids(&estate), ["new", "old"]);
}

#[test]
fn a_key_that_nobody_expects_is_not_pinned() {
    let estate = Rotated::of(common::estate());
    let start = |matter: &Matter| why(estate.start(KIND, matter));
    let known = matter(&[NEW, OLD], Some(&[OLD]));
    for (matter, says) in [
        // It is not the one that somebody saw elsewhere.
        (
            expecting(
                known.clone(),
                &["kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"],
            ),
            "the new key new (FtIu-VbGrfe_KB6CH7GNwODB72MNxj_ml11dEvO-7kk) is not one that is expected",
        ),
        // There is another one beside it.
        (
            matter(&[NEW, THIRD, OLD], Some(&[OLD])),
            "is not one that is expected",
        ),
        // Of two that are expected one is there.
        (
            expecting(
                known.clone(),
                &[
                    NEW_THUMBPRINT,
                    "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                ],
            ),
            "no new key has the thumbprint kPrK",
        ),
        // Nobody said what is pinned.
        (matter(&[NEW, OLD], None), "does not know which keys"),
        (
            matter(&[OLD], Some(&[OLD])),
            "is new: all of it is pinned already",
        ),
        // A name that tokens of the old key have.
        (
            expecting(matter(&[("old", NEW.1)], Some(&[OLD])), &[]),
            "two keys are called \"old\"",
        ),
        // A key under two names.
        (known.clone().key("none"), "\"none\" is no key of"),
        (known.clone().key("old,"), "\"\" is no key of"),
        (
            matter(&[NEW, OLD, THIRD], Some(&[OLD, THIRD])),
            "it is not said which are replaced: old (",
        ),
    ] {
        let said = start(&matter);
        assert!(said.contains(says), "{said}");
        assert!(
            said.contains("hint: nkeep rotate plan oidc-keys --issuer"),
            "{said}"
        );
    }
    let issuer = ISSUER.parse().unwrap();
    assert!(estate.read(|records| pinned(records, &issuer)).is_none());
    assert!(why(estate.start(KIND, &Matter::default())).contains("no issuer is named"));
}

#[test]
fn of_several_pinned_keys_those_stay_that_are_not_named() {
    let estate = Rotated::of(common::estate());
    // By its thumbprint as by its kid.
    let wanted = matter(&[NEW, OLD, THIRD], Some(&[OLD, THIRD]))
        .key("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    estate.start(KIND, &wanted).unwrap();
    assert_eq!(kids(&estate), ["new", "old", "third"]);
    to_retire(&estate);
    assert_eq!(kids(&estate), ["new", "third"]);
    let manifest: Value = serde_json::from_str(&estate.file(Which::Dual, "manifest.json")).unwrap();
    let states: Vec<&str> = manifest["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["new", "old", "kept"]);
}

#[test]
fn a_key_in_other_hands_is_pinned_under_no_name_again() {
    let estate = Rotated::of(common::estate());
    let alarm = expecting(matter(&[NEW, OLD], Some(&[OLD])), &[]);
    estate.emergency(KIND, &alarm).unwrap();
    estate.say("issuer-final-loaded");
    estate.enters("destroy");
    let renamed = ("other", OLD.1);
    for wanted in [
        matter(&[THIRD, NEW, OLD], None),
        matter(&[THIRD, renamed], None),
        matter(&[THIRD, NEW], Some(&[NEW, OLD])),
    ] {
        let said = why(estate.start(KIND, &expecting(wanted, &[]).key("new")));
        assert!(said.contains("is in other hands"), "{said}");
        assert!(said.contains("hint: nkeep rotate report rot-"), "{said}");
    }
    assert_eq!(kids(&estate), ["new"]);
    // Whoever has it may sign for any issuer.
    let mut other = expecting(matter(&[THIRD, OLD], Some(&[NEW])), &[]);
    other.given.issuer.as_mut().unwrap().issuer = "https://id.example.com/other".parse().unwrap();
    assert!(why(estate.start(KIND, &other)).contains("is in other hands"));
    estate
        .start(KIND, &expecting(matter(&[THIRD, NEW], None), &[]))
        .unwrap();
    assert_eq!(kids(&estate), ["third", "new"]);
}

#[test]
fn a_key_that_was_rotated_out_is_no_new_one() {
    let estate = begun();
    to_retire(&estate);
    estate.say("issuer-final-loaded");
    estate.enters("destroy");
    let said = why(estate.start(KIND, &expecting(matter(&[NEW, OLD], None), &[])));
    assert!(said.contains("or was rotated out"), "{said}");
    let again = expecting(matter(&[THIRD, NEW, OLD], None), &[]);
    let done = estate.start(KIND, &again).unwrap();
    let left_out = done.warnings.iter().find(|one| one.starts_with("old ("));
    assert!(
        left_out.unwrap().contains("rotated out"),
        "{:?}",
        done.warnings
    );
    assert_eq!(kids(&estate), ["third", "new"]);
}

#[test]
fn a_key_is_pinned_for_one_algorithm() {
    let n = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMs\
        tn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91\
        CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
    let rsa = |alg: &str| json!({ "kty": "RSA", "kid": "rsa", "alg": alg, "use": "sig", "e": "AQAB", "n": n });
    let read = |keys: &[Value]| Pins::read(&[&json!({ "keys": keys }).to_string()], false).unwrap();
    let mut wanted = matter(&[NEW], None);
    let keys = wanted.given.issuer.as_mut().unwrap();
    keys.from = Some(read(&[rsa("RS256")]));
    keys.published = read(&[jwk(NEW), rsa("PS256")]);
    let estate = Rotated::of(common::estate());
    let said = why(estate.start(KIND, &wanted));
    assert!(said.contains("is pinned for RS256"), "{said}");
    assert!(said.contains("publishes it for PS256"), "{said}");
    // One that says nothing says nothing else.
    let mut silent = rsa("PS256");
    silent.as_object_mut().unwrap().remove("alg");
    let keys = wanted.given.issuer.as_mut().unwrap();
    keys.from = Some(read(&[rsa("RS512")]));
    keys.published = read(&[jwk(NEW), silent]);
    estate.start(KIND, &wanted).unwrap();
    let jwks: Value = serde_json::from_str(&estate.file(Which::Dual, "jwks.json")).unwrap();
    assert_eq!(jwks["keys"][1]["alg"], "RS512");
    assert_eq!(jwks["keys"][0]["alg"], "EdDSA");
}

#[test]
fn services_get_a_set_of_each_phase_with_all_that_is_known_of_it() {
    let estate = begun();
    let all = |which| {
        let set = estate.set(which).unwrap();
        assert!(set.parts.iter().all(|part| !part.secret));
        let jwks = estate.file(which, "jwks.json");
        let manifest: Value = serde_json::from_str(&estate.file(which, "manifest.json")).unwrap();
        let kids: Vec<&str> = manifest["keys"]
            .as_array()
            .unwrap()
            .iter()
            .map(|key| key["kid"].as_str().unwrap())
            .collect();
        assert_eq!(kids, set.keys);
        assert_eq!(
            manifest["jwks_sha256"],
            Pins::read(&[&jwks], false).unwrap().digest()
        );
        assert_eq!(manifest["rotation"], estate.rotation().id);
        assert_eq!(manifest["set"], which.name());
        for kid in kids {
            assert!(
                estate
                    .file(which, &format!("{kid}.pem"))
                    .starts_with("-----BEGIN PUBLIC KEY-----")
            );
        }
        let about = set.about(&estate.rotation(), which);
        assert!(about.contains(&("keys", set.keys.join(","))));
        set.keys
    };
    assert_eq!(all(Which::Present), ["new", "old"]);
    assert_eq!(all(Which::Final), ["new"]);
    assert_eq!(all(Which::Rollback), ["old"]);
    let single = BASE64
        .decode(estate.file(Which::Present, "active.jwk.b64").as_bytes())
        .unwrap();
    assert_eq!(
        serde_json::from_slice::<Value>(&single).unwrap()["kid"],
        "new"
    );
    to_soak(&estate);
    assert_eq!(all(Which::Present), ["new", "old"]);
    // From here the issuer signs by the new key: without it nobody would get in.
    assert_eq!(all(Which::Rollback), ["new", "old"]);
    estate.wait(SOAK);
    estate.say("old-kid-unseen");
    estate.enters("retire");
    assert_eq!(all(Which::Present), ["new"]);
    assert_eq!(all(Which::Rollback), ["new", "old"]);
    estate.say("issuer-final-loaded");
    estate.enters("destroy");
    assert_eq!(all(Which::Present), ["new"]);
}

#[test]
fn in_an_emergency_the_old_key_is_pinned_no_more() {
    let estate = Rotated::of(common::estate());
    estate
        .emergency(KIND, &matter(&[NEW, OLD], Some(&[OLD])))
        .unwrap();
    assert_eq!(
        (estate.rotation().phase.as_str(), kids(&estate)),
        ("retire", vec!["new".to_owned()])
    );
    let estate = begun();
    estate.alarm().unwrap();
    assert_eq!(kids(&estate), ["new"]);
    assert!(why(estate.rollback()).contains("in other hands"));
}

#[test]
fn a_set_that_somebody_knows_better_takes_the_place_of_the_stores() {
    let estate = begun();
    to_retire(&estate);
    estate.say("issuer-final-loaded");
    estate.enters("destroy");
    let better = expecting(matter(&[NEW, THIRD], Some(&[THIRD])), &[NEW_THUMBPRINT]);
    let done = estate.start(KIND, &better).unwrap();
    assert!(
        done.warnings[0].contains("the store has other keys of"),
        "{:?}",
        done.warnings
    );
    assert_eq!(kids(&estate), ["new", "third"]);
}

#[test]
fn a_thumbprint_is_43_characters_of_base64url() {
    assert_eq!(
        NEW_THUMBPRINT.parse::<Thumbprint>().unwrap().to_string(),
        NEW_THUMBPRINT
    );
    for bad in [
        "",
        "x",
        &NEW_THUMBPRINT[1..],
        &NEW_THUMBPRINT.replace('-', "+"),
        &format!("{NEW_THUMBPRINT}="),
    ] {
        bad.parse::<Thumbprint>().unwrap_err();
    }
}

/// Issuers publish more than the keys that sign: what nkeep is given there is as they have it.
mod published {
    use std::path::Path;

    use common::refusal::{refused, run, said};
    use serde_json::{Value, json};

    use super::{ISSUER, NEW, OLD, THIRD, common, jwk};

    fn write(home: &Path, name: &str, keys: &[Value]) {
        std::fs::write(home.join(name), json!({ "keys": keys }).to_string()).unwrap();
    }

    fn line<'a>(verb: &'a str, from: &'a str, jwks: &'a str) -> Vec<&'a str> {
        let whose = ["rotate", verb, "oidc-keys", "--issuer", ISSUER];
        [&whose[..], &["--from", from, "--jwks", jwks]].concat()
    }

    fn without((kid, x): (&str, &str), member: &str) -> Value {
        let mut key = jwk((kid, x));
        key.as_object_mut().unwrap().remove(member);
        key
    }

    fn strange() -> [Value; 3] {
        let x = "A".repeat(76);
        [
            json!({ "kty": "OKP", "crv": "Ed448", "use": "sig", "kid": "wide", "x": x }),
            json!({ "kty": "EC", "crv": "secp256k1", "use": "sig", "kid": "coin", "x": "A", "y": "A" }),
            // Without a name: it is not one that is asked for.
            json!({ "kty": "AKP", "alg": "ML-DSA-44", "use": "sig", "pub": "A" }),
        ]
    }

    #[test]
    fn a_key_of_a_kind_that_is_not_known_keeps_nobody_from_rotating_another() {
        let home = common::estate();
        let home = home.path();
        let [wide, coin, unnamed] = strange();
        write(home, "now.json", &[wide, jwk(NEW), coin, unnamed, jwk(OLD)]);
        let output = run(home, &line("plan", "old.json", "now.json"));
        assert!(output.status.success(), "{output:?}");
        let plan = String::from_utf8(output.stdout).unwrap();
        for says in [
            "mind: the new key is new (",
            "mind: wide is left out: \"Ed448\" is not Ed25519",
            "mind: coin is left out: \"secp256k1\" is none of P-256, P-384, P-521",
            "mind: the key at place 4 is left out: \"AKP\" is none of RSA, EC and OKP",
        ] {
            assert!(plan.contains(says), "{says}: {plan}");
        }
    }

    #[test]
    fn what_services_trust_is_taken_whole_or_not_at_all() {
        let home = common::estate();
        let home = home.path();
        write(home, "now.json", &[jwk(NEW), jwk(OLD)]);
        for (key, says) in [
            (
                without(THIRD, "use"),
                "third is left out: it does not say that it signs",
            ),
            (strange()[0].clone(), "wide is left out: \"Ed448\""),
        ] {
            write(home, "trusted.json", &[jwk(OLD), key]);
            for verb in ["plan", "start"] {
                let why = refused(home, &line(verb, "trusted.json", "now.json"), 1, says);
                assert!(why.contains("let nobody in any more"), "{why}");
                assert!(why.contains("hint: if services verify by it"), "{why}");
            }
        }
        // Nobody verifies by a key that encrypts.
        let mut key = without(THIRD, "use");
        key["use"] = json!("enc");
        write(home, "trusted.json", &[jwk(OLD), key]);
        let output = run(home, &line("start", "trusted.json", "now.json"));
        assert!(output.status.success(), "{output:?}");
    }

    #[test]
    fn who_finds_nothing_new_is_told_what_was_left_out() {
        let home = common::estate();
        let home = home.path();
        write(home, "now.json", &[without(NEW, "use"), jwk(OLD)]);
        let why = "all of it is pinned already; new is left out: it does not say that it signs";
        refused(home, &line("plan", "old.json", "now.json"), 1, why);
        std::fs::write(home.join("now.json"), r#"{"jwks_uri":"https://x/certs"}"#).unwrap();
        let why = "it says with \"jwks_uri\" where the keys are";
        refused(home, &line("plan", "old.json", "now.json"), 1, why);
    }

    #[test]
    fn the_key_that_the_issuer_has_given_up_is_the_one_to_be_replaced() {
        let home = common::estate();
        let home = home.path();
        write(home, "trusted.json", &[jwk(THIRD), jwk(OLD)]);
        for (published, key) in [
            (&[jwk(NEW), jwk(THIRD)][..], "old"),
            (&[jwk(NEW), jwk(OLD)], "third"),
            (&[jwk(NEW), jwk(THIRD), jwk(OLD)], "old"),
        ] {
            write(home, "now.json", published);
            let why = refused(
                home,
                &line("plan", "trusted.json", "now.json"),
                1,
                "it is not said which are replaced",
            );
            assert!(why.contains(&format!("--jwks FILE --key {key}\n")), "{why}");
        }
    }

    #[test]
    fn who_calls_a_pinned_key_otherwise_is_noticed() {
        let home = common::estate();
        let home = home.path();
        write(home, "now.json", &[jwk(NEW), jwk(("renamed", OLD.1))]);
        let output = run(home, &line("start", "old.json", "now.json"));
        assert!(output.status.success(), "{output:?}");
        let says = "(kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k) \"renamed\" now: a token that names it so lets nobody in";
        assert!(said(&output).contains(says), "{output:?}");
    }
}

/// What an issuer publishes is taken of itself alone, on a way on which nobody else answers.
#[cfg(feature = "net")]
mod at_an_address {
    use common::refusal::{refused, run, said};
    use common::web::{Reply, Web};
    use serde_json::json;

    use super::{NEW, OLD, common, jwk};

    fn plan(jwks: &str) -> Vec<&str> {
        vec![
            "rotate",
            "plan",
            "oidc-keys",
            "--issuer",
            super::ISSUER,
            "--from",
            "old.json",
            "--jwks",
            jwks,
        ]
    }

    #[test]
    fn keys_are_read_of_the_issuer_and_nobody_else() {
        let home = common::estate();
        let home = home.path();
        let other = Web::start(|_| Reply::words(200, &json!({ "keys": [jwk(NEW)] }).to_string()));
        let elsewhere = format!("{}/jwks", other.url);
        let web = Web::start(move |request| match request.path.as_str() {
            "/jwks" => Reply::words(200, &json!({ "keys": [jwk(NEW), jwk(OLD)] }).to_string()),
            "/turned" => Reply::Turn(302, "/jwks".to_owned()),
            "/away" => Reply::Turn(302, elsewhere.clone()),
            "/large" => Reply::Http(200, vec![b' '; (1 << 20) + 1]),
            "/bytes" => Reply::Http(200, vec![0xFF, 0xFE]),
            _ => Reply::words(404, "none"),
        });
        for path in ["jwks", "turned"] {
            let output = run(home, &plan(&format!("{}/{path}", web.url)));
            assert!(output.status.success(), "{output:?}");
            assert!(
                String::from_utf8(output.stdout.clone())
                    .unwrap()
                    .contains("pinned key old (")
            );
            assert!(
                said(&output).contains("nkeep rotate start oidc-keys --issuer"),
                "{output:?}"
            );
        }
        for (path, says) in [
            ("away", "that is another server"),
            ("large", "longer than 1048576 bytes"),
            ("bytes", "is no text"),
            ("none", "404"),
        ] {
            refused_at(home, &format!("{}/{path}", web.url), says);
        }
        assert!(other.seen().is_empty());
    }

    fn refused_at(home: &std::path::Path, url: &str, says: &str) {
        let output = run(home, &plan(url));
        assert!(
            !output.status.success() && output.stdout.is_empty(),
            "{output:?}"
        );
        assert!(said(&output).contains(says), "{output:?}");
    }

    #[test]
    fn nothing_is_asked_in_the_clear() {
        let home = common::estate();
        let url = "http://id.example.com/jwks";
        let why = refused(home.path(), &plan(url), 2, "is asked in the clear");
        assert!(why.contains("hint: "), "{why}");
    }
}
