//! Revocations of activations: added, listed and taken back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::market::{GENERATE, claims, generate, key, market, read};
use common::refusal::{json, refused};
use serde_json::{Value, json};

fn revocations(home: &Path, more: &[&str]) -> Value {
    let args = ["revocations", "list-activations", "-a", "ACME"];
    json(home, &[&args[..], more].concat())["revocations"].take()
}

#[test]
fn revocations_are_added_listed_and_taken_back() {
    let home = market();
    let home = home.path();
    let (shop, rival) = (key(home, "SHOP"), key(home, "RIVAL"));
    let revoke = |words: &str| {
        let args = format!("revocations add_activation -a ACME {words}");
        json(home, &args.split(' ').collect::<Vec<_>>())
    };
    let in_export =
        |index: usize| claims(home, "ACME")["nats"]["exports"][index]["revocations"].take();
    revoke("-s orders.> -t SHOP --at 1700000000");
    revoke(&format!(
        "-s orders.eu -t {rival} --at 2020-01-02T03:04:05Z"
    ));
    assert_eq!(
        in_export(0),
        json!({ shop.clone(): 1_700_000_000, rival.clone(): 1_577_934_245 })
    );
    // An earlier time takes nothing back, a later one replaces it.
    let done = revoke("-s orders.> -t SHOP --at 1600000000");
    assert_eq!(done["issuer"], Value::Null);
    revoke("-s orders.> -t SHOP");
    assert_eq!(in_export(0)[&shop], 1_795_200_000);
    revoke("--service -t * --at 1700000000");
    assert_eq!(in_export(2), json!({ "*": 1_700_000_000 }));
    let listed = revocations(home, &[]);
    assert_eq!(listed.as_array().unwrap().len(), 3);
    let of_quote = json!([{ "subject": "quote", "type": "service", "account": "*", "revoked_up_to": 1_700_000_000 }]);
    assert_eq!(revocations(home, &["-s", "quote"]), of_quote);
    assert_eq!(revocations(home, &["--service"]), of_quote);
    assert_eq!(revocations(home, &["-s", "prices.>"]), json!([]));
    // What is revoked for all is left of one, too: taken back, it brings nobody back.
    revoke("-s orders.> -t * --at 1750000000");
    assert_eq!(
        in_export(0),
        json!({ "*": 1_750_000_000, shop.clone(): 1_795_200_000, rival.clone(): 1_577_934_245 })
    );
    let clear = |words: &str| {
        let args = format!("revocations delete_activation -a ACME {words}");
        common::at_home(home, &args.split(' ').collect::<Vec<_>>());
    };
    clear("-s orders.> -t *");
    clear(&format!("-s orders.> -t {shop}"));
    clear(&format!("-s orders.> -t {rival}"));
    clear("-s quote -t *");
    assert_eq!(revocations(home, &[]), json!([]));
    // On a public export it shuts nobody out.
    let done = revoke("-s prices.> -t SHOP");
    assert!(
        done["warnings"][0]
            .as_str()
            .unwrap()
            .contains("public export"),
        "{done}"
    );
}

/// A revocation of all so far covers what was signed ahead of the clock, and what is signed afterwards holds.
#[test]
fn a_revocation_covers_the_newest_activation() {
    let home = market();
    let home = home.path();
    for file in ["1", "2", "3"] {
        generate(home, "SHOP", &["-s", "quote", "-o", file]);
    }
    let newest = read(home, "3")["iat"].as_i64().unwrap();
    let revoke = [
        "revocations",
        "add-activation",
        "-a",
        "ACME",
        "-s",
        "quote",
        "-t",
        "SHOP",
    ];
    let partly = json(home, &[&revoke[..], &["--at", "1795200000"]].concat());
    assert!(
        partly["warnings"][0]
            .as_str()
            .unwrap()
            .contains("still holds"),
        "{partly}"
    );
    common::at_home(home, &revoke);
    assert_eq!(revocations(home, &[])[0]["revoked_up_to"], newest);
    generate(home, "SHOP", &["-s", "quote", "-o", "4"]);
    assert_eq!(read(home, "4")["iat"], newest + 1);
    // What is revoked for a time to come cannot be signed now.
    common::at_home(home, &[&revoke[..], &["--at", "1895200000"]].concat());
    let args = [GENERATE, &["-t", "SHOP", "-s", "quote"]].concat();
    let why = refused(home, &args, 1, "which is to come");
    assert!(
        why.contains("hint: nkeep revocations list-activations -a ACME"),
        "{why}"
    );
}

#[test]
fn a_revocation_of_nothing_is_refused() {
    let home = market();
    let home = home.path();
    for (words, code, says, hint) in [
        (
            "add-activation -a ACME -t SHOP -s none",
            1,
            "no export \"none\"",
            "nkeep describe account ACME",
        ),
        (
            "add-activation -a ACME -t NOBODY -s quote",
            1,
            "no account \"NOBODY\"",
            "nkeep list accounts",
        ),
        (
            "add-activation -a ACME -t SHOP",
            2,
            "stream orders.>, stream prices.>",
            "nkeep describe account ACME",
        ),
        (
            "add-activation -a SHOP -t ACME",
            1,
            "SHOP has no exports",
            "nkeep add export -a SHOP",
        ),
        (
            "add-activation -a NO -t SHOP",
            1,
            "no account \"NO\"",
            "nkeep list accounts",
        ),
        (
            "add-activation -a ACME -t SHOP -s a..b",
            2,
            "two in a row",
            "revocations add-activation --help",
        ),
        (
            "add-activation -a ACME -t SHOP --at soon",
            2,
            "soon",
            "revocations add-activation --help",
        ),
        (
            "add-activation -a ACME -t SHOP --at=-5",
            2,
            "seconds since 1970",
            "revocations add-activation --help",
        ),
        (
            "add-activation -a ACME -s quote",
            2,
            "--target-account",
            "revocations add-activation --help",
        ),
        (
            "add-activation -a ACME -s quote -t ../x",
            2,
            "../x",
            "revocations add-activation --help",
        ),
        (
            "delete-activation -a ACME -t SHOP -s quote",
            1,
            "no revocation for account",
            "nkeep revocations list-activations -a ACME",
        ),
        (
            "delete-activation -a ACME -t * -s quote",
            1,
            "no revocation for all accounts",
            "nkeep revocations list-activations -a ACME",
        ),
        (
            "delete-activation -a ACME -t SHOP -s none",
            1,
            "no export \"none\"",
            "nkeep describe account ACME",
        ),
        (
            "delete-activation -a ACME",
            2,
            "--target-account",
            "revocations delete-activation --help",
        ),
        (
            "list-activations -a ACME -s none",
            1,
            "no export \"none\"",
            "nkeep describe account ACME",
        ),
        (
            "list-activations -a NO",
            1,
            "no account \"NO\"",
            "nkeep list accounts",
        ),
        (
            "list-activations -a ACME -s .a",
            2,
            "start or end with a dot",
            "revocations list-activations --help",
        ),
        (
            "list-activations -a ACME --service=perhaps",
            2,
            "neither true nor false",
            "revocations list-activations --help",
        ),
    ] {
        let args: Vec<&str> = ["revocations"]
            .into_iter()
            .chain(words.split(' '))
            .collect();
        let why = refused(home, &args, code, says);
        assert!(why.contains(hint), "{why}");
    }
}
