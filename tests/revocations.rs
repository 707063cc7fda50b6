//! Revocations: what they reach, that they are not undone by chance, and which are no longer needed.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said};
use serde_json::{Value, json as value};

const NOW: i64 = 1_795_200_000;
const STRANGER: &str = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";

fn revoked(home: &Path) -> Value {
    json(home, &["revocations", "list-users", "-a", "ACME"])["users"].clone()
}

fn add(home: &Path, args: &[&str]) -> Value {
    json(
        home,
        &[&["revocations", "add-user", "-a", "ACME"], args].concat(),
    )
}

#[test]
fn a_revocation_reaches_the_newest_token() {
    let home = common::estate();
    let home = home.path();
    assert_eq!(revoked(home), value!([]));
    let user = json(home, &["describe", "user", "ACME", "-a", "ACME"]);
    let key = user["sub"].as_str().unwrap();
    for tag in ["a", "b"] {
        common::at_home(home, &["edit", "user", "ACME", "-a", "ACME", "--tag", tag]);
    }
    let newest = json(home, &["describe", "user", "ACME", "-a", "ACME"])["iat"].clone();
    assert!(newest.as_i64().unwrap() > NOW);
    let done = add(home, &["ACME"]);
    assert_eq!((&done["kind"], &done["at"]), (&"revoked".into(), &newest));
    assert_eq!(
        revoked(home),
        value!([{ "user": key, "name": "ACME", "at": newest }])
    );
    // An edit is a later token, and says that it lets the user in again.
    let out = run(home, &["edit", "user", "ACME", "-a", "ACME", "--tag", "c"]);
    assert!(said(&out).contains("lets it in again"), "{out:?}");
    common::at_home(home, &["store", "check"]);
    // What was asked for before the newest is done, and said.
    let done = add(home, &["-u", STRANGER, "--at", "2026-01-01T00:00:00Z"]);
    assert_eq!(done["at"], 1_767_225_600);
    let done = add(home, &["-n", "ACME", "--at", "1000"]);
    assert_eq!(
        done["issuer"],
        Value::Null,
        "one that reaches further stays: {done}"
    );
    assert!(!done["warnings"].as_array().unwrap().is_empty(), "{done}");
    common::at_home(home, &["revocations", "delete-user", "ACME", "-a", "ACME"]);
    common::at_home(
        home,
        &["revocations", "delete_user", "-u", STRANGER, "-a", "ACME"],
    );
    assert_eq!(revoked(home), value!([]));
}

#[test]
fn everybody_covers_everyone_before() {
    let home = common::estate();
    let home = home.path();
    let acme = json(home, &["describe", "user", "ACME", "-a", "ACME"])["sub"].clone();
    add(home, &["ACME"]);
    let late = (NOW + 100).to_string();
    add(home, &["-u", STRANGER, "--at", &late]);
    add(home, &["-u", "*"]);
    let users = revoked(home);
    let whose: Vec<&str> = users
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["user"].as_str().unwrap())
        .collect();
    let mut all = ["*", acme.as_str().unwrap(), STRANGER];
    all.sort_unstable();
    assert_eq!(whose, all);
    // Who comes in the same second was not meant.
    common::at_home(home, &["add", "user", "new", "-a", "ACME"]);
    let problems = common::at_home(home, &["validate"]);
    assert!(
        problems.contains("user \"ACME\"") && problems.contains("user.revoked"),
        "{problems}"
    );
    assert!(!problems.contains("user \"new\""), "{problems}");
    // Further ahead than a clock may be, nobody is let in by chance.
    let later = (NOW + 10_000).to_string();
    add(home, &["*", "--at", &later]);
    let why = refused(
        home,
        &["add", "user", "more", "-a", "ACME"],
        1,
        "still to come",
    );
    assert!(why.contains("hint: nkeep revocations list-users"), "{why}");
    common::at_home(home, &["revocations", "delete-user", "*", "-a", "ACME"]);
    common::at_home(home, &["add", "user", "more", "-a", "ACME"]);
}

#[test]
fn what_has_expired_is_forgotten() {
    let home = common::estate();
    let home = home.path();
    common::at_home(
        home,
        &["add", "user", "short", "-a", "ACME", "--expiry", "1h"],
    );
    common::at_home(
        home,
        &[
            "add", "user", "far", "-a", "ACME", "--expiry", "1h", "-k", STRANGER,
        ],
    );
    for name in ["short", "far", "ACME"] {
        add(home, &[name]);
    }
    let compact = |at: i64| {
        let mut command = common::nkeep_at(home);
        command.env("NKEEP_TEST_CLOCK", at.to_string());
        command.args(["revocations", "compact", "-a", "ACME", "--json"]);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    assert_eq!(compact(NOW + 60)["dropped"], value!([]));
    // A key that was made elsewhere may have tokens that nobody here knows, and one without an end is revoked for ever.
    assert_eq!(compact(NOW + 7200)["dropped"].as_array().unwrap().len(), 1);
    let left = revoked(home);
    let names: Vec<&Value> = left
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["name"])
        .collect();
    assert_eq!(names.len(), 2, "{left}");
    assert!(names.contains(&&"ACME".into()) && names.contains(&&"far".into()));
}

#[test]
fn what_makes_no_sense_changes_nothing() {
    let home = common::estate();
    let home = home.path();
    let account = "ABEB5XTXFWQVPBOJ4WNAQYQBXDB7TQYHCKPD7RWX6NFKJX7NLAKOK7LY";
    let seed = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
    for (args, code, says) in [
        (&["add-user", "no", "-a", "ACME"][..], 1, "no user \"no\""),
        (&["add-user", "-a", "ACME"], 2, "nobody is named"),
        (&["add-user", "x", "-a", "NO"], 1, "no account \"NO\""),
        (&["add-user", "-u", account, "-a", "ACME"], 2, "user key"),
        (&["add-user", "-u", seed, "-a", "ACME"], 2, "it is a seed"),
        (&["add-user", "-u", "*", "-n", "ACME"], 2, "cannot be used"),
        (
            &["add-user", "ACME", "-a", "ACME", "--at", "tomorrow"],
            2,
            "1970",
        ),
        (&["add-user", "ACME", "-a", "ACME", "--at=-5"], 2, "1970"),
        (
            &["add-user", "ACME", "-a", "ACME", "-K", "nobody"],
            1,
            "only accounts have roles",
        ),
        (&["delete-user", "ACME", "-a", "ACME"], 1, "is not revoked"),
        (&["delete-user", "no", "-a", "ACME"], 1, "no user"),
        (&["list-users", "-a", "NO"], 1, "no account"),
        (&["compact", "-a", "NO"], 1, "no account"),
    ] {
        let why = refused(home, &[&["revocations"], args].concat(), code, says);
        assert!(!why.contains(&seed[..20]), "{why}");
    }
}

/// A key that goes, or may sign no more, brings nobody back.
#[test]
fn whoever_is_revoked_is_not_signed_anew() {
    let home = common::estate();
    let home = home.path();
    let user = json(home, &["describe", "user", "ACME", "-a", "ACME"]);
    let key = user["iss"].as_str().unwrap();
    add(home, &["ACME"]);
    common::at_home(home, &["edit", "account", "ACME", "--sk", "generate"]);
    let take = ["edit", "account", "ACME", "--rm-sk", key, "--force"];
    let done = json(home, &take);
    assert_eq!(done["left"][0]["name"], "ACME");
    assert_eq!(
        (&done["removed"], &done["signed_anew"]),
        (&value!([]), &value!([]))
    );
    assert_eq!(revoked(home)[0]["user"], user["sub"]);
    // It is there, its token is what it was, and that it is revoked is all that is wrong.
    let output = run(home, &["describe", "user", "ACME", "-a", "ACME", "--json"]);
    let after: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&after["jti"], &after["status"]["code"]),
        (&user["jti"], &"chain.revoked".into())
    );
    common::at_home(home, &["store", "check"]);
    let validated = String::from_utf8(run(home, &["validate"]).stdout).unwrap();
    assert!(
        validated.contains("user.revoked") && !validated.contains("chain."),
        "{validated}"
    );
    // With its revocation back, what is wrong is its signature, and a new one mends it.
    common::at_home(home, &["revocations", "delete-user", "ACME", "-a", "ACME"]);
    let check = run(home, &["store", "check"]);
    assert_eq!(check.status.code(), Some(3), "{check:?}");
    common::at_home(
        home,
        &["edit", "user", "ACME", "-a", "ACME", "--tag", "back"],
    );
    common::at_home(home, &["store", "check"]);
    common::at_home(home, &["add", "operator", "TWO"]);
    common::at_home(home, &["add", "account", "A"]);
    common::at_home(home, &["add", "user", "u"]);
    common::at_home(home, &["add", "user", "v"]);
    common::at_home(home, &["edit", "operator", "--sk", "generate"]);
    common::at_home(home, &["edit", "account", "A", "--sk", "generate"]);
    common::at_home(home, &["revocations", "add-user", "u"]);
    // That its chain does not hold is said by the exit code to people.
    let output = run(home, &["describe", "user", "u"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let token = || {
        let output = run(home, &["describe", "user", "u", "--json"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["jti"].clone()
    };
    let before = token();
    let strict = ["edit", "operator", "--require-signing-keys", "--resign"];
    let done = json(home, &strict);
    let signed = done["signed_anew"].as_array().unwrap();
    let names: Vec<&Value> = signed.iter().map(|one| &one["name"]).collect();
    assert!(names.iter().any(|name| *name == "v"), "{names:?}");
    assert!(names.iter().all(|name| *name != "u"), "{names:?}");
    assert_eq!(token(), before);
}

#[test]
fn whose_revocations_are_dropped_is_said() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["revocations", "add-user", "ACME", "-a", "ACME"]);
    common::at_home(home, &["revocations", "add-user", "*", "-a", "ACME"]);
    let output = common::refusal::run(home, &["revocations", "compact", "-a", "ACME"]);
    let told = common::refusal::said(&output);
    assert!(told.contains("dropped 1 revocation: \"ACME\""), "{told}");
}
