//! An operator under another identity key, accounts under another name, and what expires when.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said};
use serde_json::Value;

fn described(home: &Path, what: &[&str]) -> Value {
    json(home, &[&["describe"], what].concat())
}

/// An operator whose identity key signs its accounts.
fn by_identity(home: &Path) {
    common::at_home(home, &["add", "operator", "TWO"]);
    for account in ["A", "B"] {
        common::at_home(home, &["add", "account", account]);
        common::at_home(home, &["add", "user", "u"]);
    }
}

#[test]
fn all_that_the_old_key_signed_is_signed_anew() {
    let home = common::estate();
    let home = home.path();
    by_identity(home);
    let (old, before) = (
        described(home, &["operator", "TWO"]),
        described(home, &["user", "u", "-a", "A"]),
    );
    let done = json(home, &["reissue", "operator", "TWO"]);
    assert_eq!(done["kind"], "reissued");
    assert_eq!(done["old_public_key"], old["sub"]);
    assert_eq!(done["signed_anew"].as_array().unwrap().len(), 2);
    let operator = described(home, &["operator", "TWO"]);
    assert_eq!(
        (&operator["sub"], &operator["iss"]),
        (&done["public_key"], &done["public_key"])
    );
    assert!(operator["iat"].as_i64() > old["iat"].as_i64());
    for account in ["A", "B"] {
        let claims = described(home, &["account", account, "--operator", "TWO"]);
        assert_eq!(claims["iss"], done["public_key"]);
    }
    // Users stay as they are, and so does what was selected.
    assert_eq!(
        described(home, &["user", "u", "-a", "A"])["jti"],
        before["jti"]
    );
    assert_eq!(json(home, &["env"])["account"], "B");
    common::at_home(home, &["store", "check"]);
    common::at_home(home, &["add", "account", "C"]);
    let keys = json(home, &["list", "keys", "-f", old["sub"].as_str().unwrap()]);
    assert_eq!(keys["keys"][0]["owner"], "");
    // The same key again is no change.
    let key = done["public_key"].as_str().unwrap();
    let again = json(home, &["reissue", "operator", "TWO", "-K", key]);
    assert_eq!(again["old_public_key"], Value::Null);
    // And once more is another one.
    common::at_home(home, &["reissue", "operator", "TWO"]);
    common::at_home(home, &["store", "check"]);
    let file = home.join("tree");
    common::at_home(home, &["export", "dir", file.to_str().unwrap()]);
}

#[test]
fn the_old_key_may_sign_on() {
    let home = common::estate();
    let home = home.path();
    by_identity(home);
    let old = described(home, &["operator", "TWO"])["sub"].clone();
    let before = described(home, &["account", "A"]);
    let done = json(
        home,
        &["reissue", "operator", "TWO", "--convert-to-signing-key"],
    );
    assert_eq!(done["signed_anew"].as_array().unwrap().len(), 0);
    let operator = described(home, &["operator", "TWO"]);
    assert_eq!(operator["nats"]["signing_keys"][0], old);
    assert_eq!(described(home, &["account", "A"])["jti"], before["jti"]);
    let keys = json(home, &["list", "keys", "-f", old.as_str().unwrap()]);
    assert_eq!(keys["keys"][0]["class"], "operator-signing");
    assert_eq!(keys["keys"][0]["owner"], "TWO");
    common::at_home(home, &["add", "account", "D"]);
    assert_eq!(described(home, &["account", "D"])["iss"], operator["sub"]);
    common::at_home(home, &["store", "check"]);
}

#[test]
fn the_new_key_may_come_from_elsewhere() {
    let home = common::estate();
    let home = home.path();
    let key = common::at_home(
        home,
        &["generate", "nkey", "--operator", "--out", "root.nk"],
    );
    common::at_home(home, &["reissue", "operator", "-K", "root.nk"]);
    assert_eq!(described(home, &["operator", "ACME"])["sub"], key.trim());
    common::at_home(home, &["edit", "operator", "--tag", "x"]);
    common::at_home(home, &["generate", "nkey", "--account", "--out", "a.nk"]);
    let account = described(home, &["account", "ACME"])["sub"].clone();
    for (args, code, says) in [
        (&["reissue", "operator", "NO"][..], 1, "no operator \"NO\""),
        (
            &["reissue", "operator", "-K", "a.nk"],
            1,
            "an account key, and an operator key",
        ),
        (&["reissue", "operator", "-K", "word"], 2, "is no key"),
        (&["reissue", "operator", "-K", "none.nk"], 1, "none.nk"),
        (
            &["reissue", "operator", "-K", account.as_str().unwrap()],
            1,
            "operator key",
        ),
        (
            &[
                "reissue",
                "operator",
                "-K",
                "OB43KVROR7TFJ6KAPCYRF2FJROTZAH4FHLTJLPWX4DRZCC5NASLGIT25",
            ],
            1,
            "the store has no key",
        ),
    ] {
        refused(home, args, code, says);
    }
    common::at_home(home, &["add", "operator", "TWO"]);
    let two = described(home, &["operator", "TWO"])["sub"].clone();
    let args = ["reissue", "operator", "ACME", "-K", two.as_str().unwrap()];
    refused(home, &args, 1, "belongs to operator \"TWO\"");
}

#[test]
fn an_account_goes_by_another_name() {
    let home = common::estate();
    let home = home.path();
    let before = described(home, &["account", "ACME"]);
    let done = json(home, &["rename", "account", "ACME", "ORDERS", "--OK"]);
    assert_eq!(
        (&done["kind"], &done["name"]),
        (&"renamed".into(), &"ORDERS".into())
    );
    let after = described(home, &["account", "ORDERS"]);
    assert_eq!(after["sub"], before["sub"]);
    assert_eq!(after["nats"], before["nats"]);
    common::at_home(home, &["describe", "user", "ACME", "-a", "ORDERS"]);
    common::at_home(home, &["rename", "account", "ORDERS", "orders"]);
    assert_eq!(described(home, &["account", "ORDERS"])["name"], "orders");
    for (args, code, says) in [
        (
            &["rename", "account", "orders", "sys"][..],
            1,
            "already an account",
        ),
        (&["rename", "account", "NO", "x"], 1, "no account \"NO\""),
        (
            &["rename", "account", "orders", "a/b"],
            2,
            "cannot be a name",
        ),
        (&["rename", "account", "orders"], 2, "NAME"),
        (
            &["rename", "account", "orders", "x", "-K", "word"],
            1,
            "only accounts have roles",
        ),
    ] {
        refused(home, args, code, says);
    }
    common::at_home(home, &["store", "check"]);
}

#[test]
fn what_expires_is_listed() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "SOON", "--expiry", "10d"]);
    common::at_home(
        home,
        &["add", "user", "later", "-a", "ACME", "--expiry", "90d"],
    );
    let all = json(home, &["expirations"]);
    let paths: Vec<&str> = all["report"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["resource"].as_str().unwrap())
        .collect();
    assert_eq!(
        paths,
        [
            "ACME",
            "ACME/ACME",
            "ACME/ACME/ACME",
            "ACME/ACME/later",
            "ACME/SOON",
            "ACME/SYS",
            "ACME/SYS/sys"
        ]
    );
    let soon = json(home, &["expirations", "--skip"]);
    assert_eq!(soon["report"].as_array().unwrap().len(), 1);
    assert_eq!(soon["report"][0]["expires_soon"], true);
    let wide = json(home, &["expirations", "--skip", "-e", "1y"]);
    assert_eq!(wide["report"].as_array().unwrap().len(), 2);
    let mut command = common::nkeep_at(home);
    command
        .env("NKEEP_TEST_CLOCK", "1797000000")
        .args(["expirations", "--skip"]);
    let text = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(text.contains("yes      ACME/SOON  2026-11-30"), "{text}");
    // No token is read for it: whoever opens nothing sees as much.
    let mut command = common::nkeep_at(home);
    command.env_remove("NKEEP_IDENTITY").args(["expirations"]);
    assert!(command.output().unwrap().status.success());
    refused(home, &["expirations", "--within", "soon"], 2, "--within");
    refused(
        home,
        &["expirations", "--operator", "NO"],
        1,
        "no operator \"NO\"",
    );
    let out = run(home, &["expirations", "--within", "9999y"]);
    assert!(said(&out).contains("thousand years"), "{out:?}");
}

/// More than are signed together, so that every core has some; what they say is as it was, but for who signed it and when.
#[test]
fn many_are_signed_as_one_is() {
    const ACCOUNTS: usize = 140;
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "operator", "TWO"]);
    for number in 0..ACCOUNTS {
        common::at_home(home, &["add", "account", &format!("A{number:03}")]);
    }
    let described = |number: usize| {
        let mut claims = described(home, &["account", &format!("A{number:03}")]);
        let fields = claims.as_object_mut().unwrap();
        let issued = fields.remove("iat").and_then(|at| at.as_i64()).unwrap();
        let signed = ["iss", "jti"].map(|field| fields.remove(field).unwrap());
        (claims, issued, signed)
    };
    let before: Vec<_> = (0..ACCOUNTS).map(described).collect();
    let done = json(home, &["reissue", "operator", "TWO"]);
    let names: Vec<String> = done["signed_anew"]
        .as_array()
        .unwrap()
        .iter()
        .map(|account| account["name"].as_str().unwrap_or_default().to_owned())
        .collect();
    let expected: Vec<String> = (0..ACCOUNTS)
        .map(|number| format!("A{number:03}"))
        .collect();
    assert_eq!(names, expected);
    for (number, (claims, issued, [issuer, id])) in before.into_iter().enumerate() {
        let (after, later, [new_issuer, new_id]) = described(number);
        assert_eq!(after, claims);
        assert!(later > issued, "{number}");
        assert_ne!(new_id, id);
        assert_ne!(new_issuer, issuer);
        assert_eq!(new_issuer, done["public_key"]);
    }
    common::at_home(home, &["validate"]);
    common::at_home(home, &["store", "check"]);
    common::at_home(home, &["audit", "verify"]);
}
