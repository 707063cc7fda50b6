//! `rotate due`: which keys have been in use for too long, and what begins their rotations.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::refusal::{refused, refused_by, said};
use serde_json::Value;

/// The clock of the commands that make the estate.
const MADE: i64 = 1_795_200_000;
const DAY: i64 = 86_400;

/// What is due so many days after the estate was made: the exit code, and the document.
fn due(home: &Path, days: i64, more: &[&str]) -> (i32, Value) {
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_TEST_CLOCK", (MADE + days * DAY).to_string());
    let args = [&["rotate", "due", "--json"], more].concat();
    let output = command.args(args).output().unwrap();
    let document = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code().unwrap(), document)
}

/// The keys of a document, by what begins their rotations.
fn commands(document: &Value) -> Vec<String> {
    let keys = document["keys"].as_array().unwrap().iter();
    let text = |key: &Value| key["command"].as_str().unwrap().to_owned();
    keys.map(text).collect()
}

fn classes(document: &Value) -> Vec<&str> {
    let keys = document["keys"].as_array().unwrap().iter();
    keys.map(|key| key["class"].as_str().unwrap()).collect()
}

/// Runs a command so many days after the estate was made.
fn then(home: &Path, days: i64, args: &[&str]) -> String {
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_TEST_CLOCK", (MADE + days * DAY).to_string());
    let output = command.args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_key_is_due_to_the_second_and_not_before() {
    let home = common::estate();
    let home = home.path();
    for (days, code) in [(0, 0), (364, 0), (365, 6), (4000, 6)] {
        let (found, document) = due(home, days, &[]);
        assert_eq!(found, code, "{days}");
        let count = if code == 0 { 0 } else { 4 };
        assert_eq!(document["due"], count, "{days}");
    }
    let (_, document) = due(home, 365, &[]);
    let key = &document["keys"][0];
    for (name, value) in [
        ("age", 365 * DAY),
        ("period", 365 * DAY),
        ("in_use_since", MADE),
        ("due_since", MADE + 365 * DAY),
    ] {
        assert_eq!(key[name], value, "{name}");
    }
}

/// Each line is one that can be typed, with the names and the key that it needs.
#[test]
fn each_key_comes_with_what_begins_its_rotation() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["add", "account", "two words"]);
    at_home(home, &["edit", "account", "two words", "--sk", "generate"]);
    let sets = "user=1y,account-identity=1y";
    at_home(home, &["rotate", "due", "--set", sets]);
    let (_, document) = due(home, 400, &[]);
    let found = commands(&document);
    let listed = common::refusal::json(home, &["list", "keys"]);
    let key = |class: &str, owner: &str| {
        let keys = listed["keys"].as_array().unwrap().iter();
        let mut found = keys
            .filter(|key| key["class"] == class && key["owner"] == owner)
            .map(|key| key["public_key"].as_str().unwrap().to_owned());
        found.next_back().unwrap()
    };
    for expected in [
        "nkeep rotate start operator-identity --operator ACME".to_owned(),
        format!(
            "nkeep rotate start operator-signing-key --operator ACME --key {}",
            key("operator-signing", "ACME")
        ),
        format!(
            "nkeep rotate start account-signing-key --operator ACME -a SYS --key {}",
            key("account-signing", "SYS")
        ),
        format!(
            "nkeep rotate start account-signing-key --operator ACME -a 'two words' --key {}",
            key("account-signing", "two words")
        ),
        "nkeep rotate start user-key --operator ACME -a ACME -n ACME".to_owned(),
        "nkeep rotate start system-user --operator ACME -a SYS -n sys".to_owned(),
        "nkeep rotate plan account-identity --operator ACME -a ACME".to_owned(),
        "nkeep rotate plan system-account-identity --operator ACME -a SYS".to_owned(),
    ] {
        assert!(found.contains(&expected), "{expected}: {found:#?}");
    }
    let owners = document["keys"].as_array().unwrap().iter();
    let owners: Vec<&str> = owners.map(|key| key["owner"].as_str().unwrap()).collect();
    assert!(owners.contains(&"ACME/SYS/sys"), "{owners:?}");
    // The store's own are nobody's to rotate.
    assert_eq!(found.len(), 10, "{found:#?}");
}

#[test]
fn periods_are_kept_in_the_store_and_switched_off() {
    let home = common::estate();
    let home = home.path();
    let (_, before) = due(home, 0, &["--settings"]);
    assert_eq!(before["periods"]["root"], 365 * DAY);
    assert_eq!(before["periods"]["user"], Value::Null);
    let sets = "user=90d,root=never,operator-signing=0,other=2w";
    at_home(home, &["rotate", "due", "--set", sets]);
    let (_, after) = due(home, 0, &["--settings"]);
    for (class, period) in [
        ("user", 90 * DAY),
        ("other", 14 * DAY),
        ("account-signing", 365 * DAY),
    ] {
        assert_eq!(after["periods"][class], period, "{class}");
    }
    for class in ["root", "operator-signing", "account-identity"] {
        assert_eq!(after["periods"][class], Value::Null, "{class}");
    }
    let (_, document) = due(home, 91, &[]);
    assert_eq!(classes(&document), ["user", "user"]);
    at_home(home, &["rotate", "due", "--set", "user=never"]);
    assert_eq!(due(home, 91, &[]).0, 0);
    at_home(home, &["audit", "verify"]);
}

#[test]
fn what_soon_is_due_is_listed_and_is_no_reason_to_fail() {
    let home = common::estate();
    let home = home.path();
    assert_eq!(
        due(home, 360, &["--within", "4d"]).1["keys"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    let (code, document) = due(home, 360, &["--within", "1w"]);
    assert_eq!((code, &document["due"]), (0, &Value::from(0)));
    assert_eq!(document["keys"].as_array().unwrap().len(), 4);
    let only = ["--within", "1w", "--class", "root", "--class", "user"];
    assert_eq!(classes(&due(home, 360, &only).1), ["root"]);
}

/// A rotation that is under way is what was asked for; what it ends with is as young as it is.
#[test]
fn a_key_that_is_being_rotated_is_not_due_again() {
    let home = common::estate();
    let home = home.path();
    let class = ["--class", "operator-signing"];
    let start = ["rotate", "start", "operator-signing-key"];
    let id = then(home, 400, &start);
    let id = id.trim();
    let (code, document) = due(home, 400, &class);
    assert_eq!(code, 0);
    let keys = document["keys"].as_array().unwrap();
    assert_eq!(keys.len(), 1);
    assert_eq!(
        (&keys[0]["rotation"], &keys[0]["phase"]),
        (&Value::from(id), &Value::from("stage"))
    );
    let forced = ["--force", "--reason", "there are no servers here"];
    let next = [&["rotate", "next"][..], &forced].concat();
    then(home, 401, &next);
    assert_eq!(due(home, 401, &class).0, 0);
    // Back, the old one is as old as it was.
    then(home, 402, &[&["rotate", "rollback"][..], &forced].concat());
    then(home, 402, &[&["rotate", "abort"][..], &forced].concat());
    let (code, document) = due(home, 402, &class);
    assert_eq!(code, 6);
    assert_eq!(document["keys"][0]["in_use_since"], MADE);
    then(home, 403, &start);
    for _ in 0..4 {
        then(home, 404, &next);
    }
    assert_eq!(
        due(home, 404, &class).1["keys"].as_array().unwrap().len(),
        0
    );
    let (_, document) = due(home, 404 + 365, &class);
    let keys = document["keys"].as_array().unwrap();
    assert_eq!(keys.len(), 1);
    assert_eq!(keys[0]["in_use_since"], MADE + 404 * DAY);
}

/// Its seed stays in the store when a key is taken out of its owner's token, and nobody goes by it any more.
#[test]
fn a_key_that_no_token_names_is_not_due() {
    let home = common::estate();
    let home = home.path();
    let class = ["--class", "account-signing"];
    let (_, document) = due(home, 400, &class);
    assert_eq!(document["due"], 2);
    let keys = document["keys"].as_array().unwrap().iter();
    let mut of_acme = keys.filter(|key| key["owner"] == "ACME/ACME");
    let old = of_acme.next_back().unwrap()["public_key"]
        .as_str()
        .unwrap()
        .to_owned();
    then(home, 390, &["edit", "account", "ACME", "--sk", "generate"]);
    then(
        home,
        391,
        &["edit", "account", "ACME", "--rm-sk", &old, "--force"],
    );
    let (_, document) = due(home, 400, &class);
    let keys = document["keys"].as_array().unwrap().iter();
    let owners: Vec<&str> = keys.map(|key| key["owner"].as_str().unwrap()).collect();
    assert_eq!(owners, ["ACME/SYS"]);
}

#[test]
fn what_is_no_setting_is_refused() {
    let home = common::estate();
    let home = home.path();
    for (set, says) in [
        ("user", "it is no class and period such as user=90d"),
        ("users=90d", "it is no class of keys"),
        ("journal=90d", "whoever opens anything opens that, too"),
        ("user=2026-12-24", "it is no length such as 90d"),
        ("user=-3d", "it is no length such as 90d"),
        ("user=", ""),
        ("user=90d,root=soon", "root=soon"),
    ] {
        let set = format!("--set={set}");
        let why = refused(home, &["rotate", "due", &set], 2, says);
        assert!(why.contains("hint: nkeep rotate due --help"), "{why}");
    }
    let both = ["rotate", "due", "--set", "user=1y", "--class", "user"];
    refused(home, &both, 2, "cannot be used with");
    refused(
        home,
        &["rotate", "due", "--left", "nope"],
        1,
        "there is no rotation \"nope\"",
    );
    refused(home, &["rotate", "due", "--within", "soon"], 2, "soon");
    let set = ["rotate", "due", "--set", "user=1y"];
    let mut locked = common::refusal::with_identity(home, None, &set);
    refused_by(&mut locked, home, 4, "the store is locked");
    // To look takes no identity.
    let output = common::refusal::with_identity(home, None, &["rotate", "due"])
        .output()
        .unwrap();
    assert!(
        output.status.success() && said(&output).contains("no key is due"),
        "{output:?}"
    );
}
