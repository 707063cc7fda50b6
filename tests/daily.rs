//! What is done every day, by people and in CI: the same command again, another account, and what gates a job.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said, store_of};
use serde_json::{Value, json as value};

fn ok(home: &Path, line: &str) -> String {
    common::at_home(home, &line.split(' ').collect::<Vec<_>>())
}

/// What a command that must succeed says to people.
fn told(home: &Path, line: &str) -> String {
    let output = run(home, &line.split(' ').collect::<Vec<_>>());
    assert!(output.status.success(), "{line}: {output:?}");
    said(&output)
}

fn no(home: &Path, line: &str, code: i32, says: &str) -> String {
    refused(home, &line.split(' ').collect::<Vec<_>>(), code, says)
}

/// The document of a command, and the one of its error.
fn document(home: &Path, line: &str) -> Value {
    json(home, &line.split(' ').collect::<Vec<_>>())
}

fn error(home: &Path, line: &str) -> Value {
    let line = format!("{line} --json");
    let output = run(home, &line.split(' ').collect::<Vec<_>>());
    assert!(!output.status.success(), "{line}: {output:?}");
    serde_json::from_slice(&output.stderr).unwrap()
}

#[test]
fn what_is_there_already_is_enough_where_somebody_says_so() {
    let home = common::estate();
    let home = home.path();
    ok(home, "add account APPS");
    ok(home, "add user dep -a APPS");
    let before = std::fs::read(store_of(home)).unwrap();
    // As long as nobody says so, it is an error of its own kind.
    no(home, "add user dep -a APPS", 1, "there is already a user");
    assert_eq!(error(home, "add user dep -a APPS")["reason"], "exists");
    for (line, kind, name) in [
        ("add operator ACME --if-missing", "operator", "ACME"),
        ("add account APPS --if-missing", "account", "APPS"),
        // What it has is not compared.
        (
            "add user dep -a APPS --if-missing --expiry 1y --allow-pub x",
            "user",
            "dep",
        ),
    ] {
        let there = document(home, line);
        assert_eq!(
            (&there["type"], &there["name"], &there["added"]),
            (&value!(kind), &value!(name), &value!(false)),
            "{there}"
        );
        assert!(told(home, line).contains("is there already, and nothing was changed"));
    }
    assert_eq!(std::fs::read(store_of(home)).unwrap(), before);
    let there = document(home, "add user dep -a APPS --if-missing");
    assert_eq!(there["account"], "APPS");
    let new = document(home, "add user clerk -a APPS --if-missing");
    assert_eq!(
        (&new["added"], &new["account"]),
        (&value!(true), &value!("APPS"))
    );
    // What comes after it is about the one that was there, as if it had been added.
    ok(home, "select account ACME");
    ok(home, "add account APPS --if-missing");
    assert_eq!(document(home, "env")["account"], "APPS");
}

#[test]
fn scripts_read_from_an_error_why_it_was() {
    let home = common::estate();
    let home = home.path();
    for (line, reason) in [
        ("describe user clerk -a ACME", "absent"),
        ("add account ACME", "exists"),
        ("add account ACME --nonsense", "usage"),
        (
            "rotate start account-signing-key -a ACME --key nobody",
            "failed",
        ),
    ] {
        assert_eq!(error(home, line)["reason"], reason, "{line}");
    }
}

#[test]
fn the_account_is_named_that_nobody_named() {
    let home = common::estate();
    let home = home.path();
    for line in [
        "add account APPS",
        "add user dep -a APPS",
        "add user dep -a ACME",
    ] {
        ok(home, line);
    }
    no(
        home,
        "describe user clerk -a APPS",
        1,
        "there is no user \"clerk\" in account \"APPS\"",
    );
    ok(home, "select account APPS");
    assert!(told(home, "add user clerk").contains(" of account APPS, signed by"));
    assert!(told(home, "edit user dep --tag x").contains(" of account APPS, signed by"));
    assert_eq!(document(home, "edit user dep --tag y")["account"], "APPS");
    let said = "it is of account APPS, the selected one";
    assert!(told(home, "generate creds -n dep -o dep.creds").contains(said));
    let secret = "generate secret user-creds dep -n apps -o";
    assert!(told(home, &format!("{secret} one.yaml")).contains(said));
    // Who names it knows.
    assert!(!told(home, &format!("{secret} two.yaml -a APPS")).contains(said));
    let creds = document(home, "generate creds -n dep -o other.creds");
    assert_eq!(creds["account"], "APPS");
    assert!(told(home, "delete user dep").contains(" of account APPS\n"));
}

#[test]
fn a_curve_key_is_not_replaced_by_the_same_command_again() {
    let home = common::estate();
    let home = home.path();
    let generate = "edit authcallout -a ACME --auth-user ACME --curve generate";
    ok(home, generate);
    let key = || {
        let account = document(home, "describe account ACME");
        account["nats"]["authorization"]["xkey"].clone()
    };
    let first = key();
    let why = no(home, generate, 1, "has the curve key");
    for hint in [
        "hint: nkeep rotate plan callout-curve-key -a ACME  # ",
        "--curve generate --force  # ",
    ] {
        assert!(why.contains(hint), "{why}");
    }
    assert_eq!(key(), first);
    ok(home, "rotate plan callout-curve-key -a ACME");
    // While it is replaced step by step, that is where one looks.
    let rotation = ok(home, "rotate start callout-curve-key -a ACME --servers 3");
    let why = no(home, generate, 1, "has the curve key");
    let status = format!("hint: nkeep rotate status {}", rotation.trim());
    assert!(why.contains(&status), "{why}");
    ok(home, &format!("{generate} --force"));
    assert_ne!(key(), first);
}

#[test]
fn of_several_keys_each_has_a_hint() {
    let home = common::estate();
    let home = home.path();
    ok(home, "edit account ACME --sk generate");
    ok(home, "edit account ACME --sk generate");
    let why = no(
        home,
        "generate secret account-keys ACME -n apps -o keys.yaml",
        1,
        "several signing keys",
    );
    let hints: Vec<&str> = why
        .lines()
        .filter_map(|line| line.strip_prefix("nkeep: hint: nkeep "))
        .collect();
    assert!(hints.len() >= 2, "{why}");
    for hint in hints {
        ok(home, &format!("{hint} --force"));
    }
    ok(home, "edit operator --sk generate");
    let why = no(
        home,
        "generate secret operator-signing-key -n nats -o sk.yaml",
        1,
        "several signing keys",
    );
    let hint = why
        .lines()
        .find_map(|line| line.strip_prefix("nkeep: hint: nkeep "));
    ok(home, hint.unwrap());
}

#[test]
fn a_rotation_that_is_open_is_named_where_no_key_is() {
    let home = common::estate();
    let home = home.path();
    ok(home, "edit signing-key --sk generate --role svc -a ACME");
    let kind = "account-signing-key -a ACME";
    let first = ok(home, &format!("rotate start {kind} --key svc --servers 3"));
    let first = first.trim();
    for verb in ["start", "plan"] {
        let why = no(home, &format!("rotate {verb} {kind}"), 1, "has not ended");
        assert!(
            why.contains(first) && why.contains(&format!("hint: nkeep rotate status {first}\n")),
            "{why}"
        );
    }
    let output = run(home, &["rotate", "next", "--force", "--reason", "CI test"]);
    assert!(
        said(&output).contains("it takes 8 characters or more"),
        "{output:?}"
    );
}

#[test]
fn what_expires_gates_a_job() {
    let home = common::estate();
    let home = home.path();
    ok(home, "add user soon -a ACME --expiry 3d");
    ok(home, "expirations --within 1w");
    ok(home, "expirations --within 1d --check");
    for line in [
        "expirations --within 1w --check",
        "expirations --within 1w --check --skip",
        "expirations --within 1w --check --json",
    ] {
        let output = run(home, &line.split(' ').collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(3), "{line}: {output:?}");
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(shown.contains("ACME/ACME/soon"), "{shown}");
    }
}

#[test]
fn the_same_again_changes_nothing() {
    let home = common::estate();
    let home = home.path();
    ok(home, "edit operator ACME --tag x");
    ok(home, "edit operator ACME --operator ACME --tag y");
    no(
        home,
        "edit operator OTHER --operator ACME --tag z",
        2,
        "two operators are named",
    );
    no(home, "edit operator OTHER --tag z", 1, "no operator");

    // A time is said as one, and a file is replaced that is there.
    let edited = told(home, "edit user ACME -a ACME --expiry 1y");
    assert!(
        edited.contains("  exp: 2027-11-20 18:40:00 UTC, was none\n"),
        "{edited}"
    );
    assert!(edited.contains("-o ACME.creds\n"), "{edited}");
    ok(home, "generate creds -a ACME -n ACME -o ACME.creds");
    let edited = told(home, "edit user ACME -a ACME --tag x");
    assert!(edited.contains("-o ACME.creds --force\n"), "{edited}");
}

#[test]
fn findings_stand_by_names_and_keys_a_line_each() {
    let home = common::estate();
    let home = home.path();
    for account in ["C", "A", "B"] {
        ok(home, &format!("add account {account}"));
        for user in ["two", "one"] {
            // It is in force nowhere, and a warning is said of it.
            ok(home, &format!("add user {user} -a {account} --expiry 1m"));
        }
    }
    let late = (common::nkeep_at(home).args(["validate", "--json"]))
        .env("NKEEP_TEST_CLOCK", "1795300000")
        .output()
        .unwrap();
    let found: Value = serde_json::from_slice(&late.stdout).unwrap();
    let names: Vec<String> = (found["reports"].as_array().unwrap().iter())
        .filter(|report| report["type"] == "user")
        .map(|report| {
            format!(
                "{}/{}",
                report["account"].as_str().unwrap(),
                report["name"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        names,
        ["A/one", "A/two", "B/one", "B/two", "C/one", "C/two"]
    );

    for _ in 0..11 {
        let key = ok(home, "edit account A --sk generate");
        ok(home, &format!("edit account A --rm-sk {}", key.trim()));
    }
    let shown = ok(home, "validate");
    let keys = shown
        .lines()
        .filter(|line| line.ends_with(" (account-signing)"));
    assert_eq!(keys.count(), 10, "{shown}");
    assert!(shown.contains("\n    1 more\n"), "{shown}");
    let hint = "hint: nkeep export keys --not-referenced --remove --dir FOLDER  # ";
    let hint = shown
        .lines()
        .find_map(|line| line.trim().strip_prefix(hint));
    assert!(hint.unwrap().contains("in the clear"), "{shown}");
}

#[test]
fn an_export_without_seeds_says_how_there_are_some() {
    let home = common::estate();
    let home = home.path();
    let said = told(home, "export nsc for-nsc");
    let next = said
        .lines()
        .find_map(|line| line.strip_prefix("nkeep: next: nkeep "));
    let next = next.unwrap().split("  #").next().unwrap();
    assert_eq!(next, "export nsc for-nsc-2 --reveal");
    let why = no(
        home,
        "export nsc for-nsc --reveal",
        1,
        "holds something already",
    );
    assert!(why.contains(&format!("hint: nkeep {next}\n")), "{why}");
    ok(home, next);
    assert!(home.join("for-nsc-2/keys").is_dir());
}

#[test]
fn values_are_bare_in_json() {
    let home = common::estate();
    let values = document(home.path(), "generate helm-values");
    assert_eq!(values["items"], Value::Null);
    assert_eq!(values["config"]["resolver"]["enabled"], true);
}

#[test]
fn who_opens_users_opens_those_of_the_system_account() {
    let home = common::estate();
    let home = home.path();
    let add = |label: &str, class: &str| {
        let identity = nkeep::store::age::Identity::generate().unwrap();
        let recipient = identity.recipient().unwrap();
        told(
            home,
            &format!("store recipients add {recipient} --label {label} --class {class}"),
        )
    };
    let said = add("ci", "user");
    assert!(
        said.contains("users of the system account \"SYS\""),
        "{said}"
    );
    assert!(!add("signer", "account-signing").contains("system account"));
}
