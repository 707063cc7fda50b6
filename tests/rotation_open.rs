//! What else is done while something is rotated: configurations are of both operators, and nothing that the rotation is about goes
//! unasked.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::said;
use common::{at_home, nkeep_at};
use serde_json::Value;

fn json(home: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&at_home(home, &[args, &["--json"]].concat())).unwrap()
}

/// What a command prints for people, which must succeed.
fn told(home: &Path, args: &[&str]) -> String {
    let output = nkeep_at(home).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout.clone()).unwrap() + &said(&output)
}

fn begun(home: &Path, args: &[&str]) -> Value {
    let begin = ["rotate", "start", "--servers", "1"];
    json(home, &[&begin[..], args].concat())
}

fn next(home: &Path) {
    let insist = ["--force", "--reason", "there are no servers here"];
    at_home(home, &[&["rotate", "next"][..], &insist].concat());
}

/// A refusal that names the rotation, and what shows it; with --force it goes.
fn is_asked_first(home: &Path, rotation: &Value, args: &[&str]) {
    let output = nkeep_at(home).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{args:?}: {output:?}");
    let (text, id) = (said(&output), rotation["rotation"].as_str().unwrap());
    for part in [
        format!("error: rotation {id} of the "),
        " has not ended\n".to_owned(),
        format!("hint: nkeep rotate status {id}"),
        " --force  # ".to_owned(),
    ] {
        assert!(text.contains(&part), "{part}: {text}");
    }
    let forced = [args, &["--force"]].concat();
    at_home(home, &forced);
}

#[test]
fn a_configuration_has_the_operators_of_the_phase_where_none_are_named() {
    let folder = common::estate();
    let home = folder.path();
    begun(home, &["operator-identity"]);
    let plain = ["generate", "config", "--nats-resolver"];
    for (phase, list) in [
        ("stage", "ACME,ACME.next"),
        ("activate", "ACME.before,ACME"),
        ("swap", "ACME,ACME.before"),
        ("retire", "ACME"),
    ] {
        let names: Vec<&str> = list.split(',').collect();
        let named = json(home, &[&plain[..], &["--operators", list]].concat());
        assert_eq!(named["operators"], serde_json::json!(names), "{phase}");
        for &name in &names {
            let alone = json(home, &[&plain[..], &["--operator", name]].concat());
            assert_eq!(alone, named, "{phase} {name}");
            let values = ["generate", "helm-values", "--operator", name];
            let map = "generate config-map auth --no-namespace --item server.conf=server.conf";
            let map: Vec<&str> = map.split(' ').chain(["--operator", name]).collect();
            let config = [&plain[..], &["--operator", name]].concat();
            for command in [&config[..], &values, &map] {
                let text = told(home, command);
                for operator in &names {
                    let token = at_home(home, &["describe", "operator", operator, "--raw"]);
                    assert!(text.contains(token.trim()), "{phase} {command:?}: {text}");
                }
                let note = text.contains("while an identity is rotated");
                assert_eq!(note, names.len() > 1, "{phase} {command:?}: {text}");
            }
        }
        // Who names one alone, has it so.
        let one = json(home, &[&plain[..], &["--operators", "ACME"]].concat());
        assert_eq!(one["operators"], serde_json::json!(["ACME"]), "{phase}");
        if phase != "retire" {
            next(home);
        }
    }
}

#[test]
fn a_signing_key_of_an_operator_that_is_rotated_goes_only_where_somebody_insists() {
    for which in ["old", "new"] {
        let folder = common::estate();
        let home = folder.path();
        let rotation = begun(home, &["operator-signing-key"]);
        // One that signs in the place of the old one.
        at_home(home, &["edit", "operator", "--sk", "generate"]);
        let key = rotation[which].as_str().unwrap();
        is_asked_first(home, &rotation, &["edit", "operator", "--rm-sk", key]);
    }
}

#[test]
fn a_signing_key_of_an_account_that_is_rotated_goes_only_where_somebody_insists() {
    for which in ["old", "new"] {
        let folder = common::estate();
        let home = folder.path();
        let rotation = begun(home, &["account-signing-key", "-a", "ACME"]);
        let key = rotation[which].as_str().unwrap();
        let edit = ["edit", "account", "ACME", "--rm-sk", key];
        is_asked_first(home, &rotation, &edit);
    }
}

#[test]
fn an_account_or_a_user_whose_key_is_rotated_goes_only_where_somebody_insists() {
    let user = ["user-key", "-a", "ORDERS", "--user", "app"];
    for delete in [
        &["delete", "account", "ORDERS"][..],
        &["delete", "user", "app", "-a", "ORDERS"],
    ] {
        let folder = common::estate();
        let home = folder.path();
        at_home(home, &["add", "account", "ORDERS"]);
        at_home(home, &["add", "user", "app", "-a", "ORDERS"]);
        at_home(home, &["add", "user", "other", "-a", "ORDERS"]);
        let rotation = begun(home, &user);
        at_home(home, &["delete", "user", "other", "-a", "ORDERS"]);
        is_asked_first(home, &rotation, delete);
    }
}

/// To look at, the last is meant once all have ended; to go on with, none is.
#[test]
fn of_rotations_that_ended_the_last_is_looked_at() {
    let folder = common::estate();
    let home = folder.path();
    let start = ["rotate", "start", "operator-signing-key", "--servers", "1"];
    let mut last = String::new();
    for clock in ["1795200100", "1795200200"] {
        let at = |args: &[&str]| {
            let mut command = nkeep_at(home);
            let output = command.env("NKEEP_TEST_CLOCK", clock).args(args).output();
            String::from_utf8(output.unwrap().stdout).unwrap()
        };
        last = at(&start).trim().to_owned();
        at(&["rotate", "abort"]);
    }
    for look in ["status", "report"] {
        let said = common::at_home(home, &["rotate", look]);
        let first = said.lines().next().unwrap().to_lowercase();
        assert!(first.contains(&format!("rotation {last}")), "{said}");
    }
    let next = ["rotate", "next"];
    common::refusal::refused(home, &next, 1, "no rotation is open; those that ended");
}
