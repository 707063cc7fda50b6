//! Whoever was shut out and is let in again by a change is named, with the command that shuts out again.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::at_home;
use common::refusal::{json, refused, run, said};
use serde_json::Value;

fn line(home: &Path, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    at_home(home, &words).trim().to_owned()
}

fn sub(home: &Path, described: &str) -> String {
    line(home, &format!("describe {described} -F sub"))
        .trim_matches('"')
        .to_owned()
}

/// What a command that succeeds warns of, tried first: a trial says the same.
fn warned(home: &Path, args: &[&str]) -> Vec<String> {
    let of = |done: Value| -> Vec<String> {
        let warnings = done["warnings"].as_array().unwrap().iter();
        warnings
            .map(|one| one.as_str().unwrap().to_owned())
            .collect()
    };
    let tried = of(json(home, &[args, &["--dry-run"]].concat()));
    let done = of(json(home, args));
    assert_eq!(tried, done, "{args:?}");
    done
}

/// Runs what a warning says shuts out.
fn shut_out(home: &Path, warning: &str) {
    let command = warning.split("what shuts out: nkeep ").nth(1).unwrap();
    line(home, command);
}

#[test]
fn a_signing_key_that_comes_back_lets_in_nobody_unnamed() {
    let folder = common::estate();
    let home = folder.path();
    line(home, "add account S");
    let key = line(home, "edit account S --sk generate");
    line(home, "edit account S --sk generate");
    for user in ["stays", "revoked", "gone"] {
        line(home, &format!("add user {user} -a S -K {key}"));
    }
    line(home, "add account SHOP");
    line(home, "add export -a S -s orders --private");
    line(
        home,
        &format!("generate activation -a S -s orders -t SHOP -K {key} -o shop.jwt"),
    );
    let [stays, gone] = ["stays", "gone"].map(|user| sub(home, &format!("user {user} -a S")));
    let revoked = sub(home, "user revoked -a S");
    line(home, "revocations add-user revoked -a S");
    line(home, "delete user gone -a S --no-revoke");
    line(home, &format!("edit account S --rm-sk {key} --force"));

    for back in [
        format!("edit account S --tag x --sk {key}"),
        format!("edit signing-key -a S --sk {key} --role r"),
    ] {
        let back: Vec<&str> = back.split(' ').collect();
        let why = refused(home, &back, 1, "would hold again: 2 users, ");
        for who in [
            &format!("\"stays\" {stays}"),
            &gone,
            &"\"SHOP\" A".to_owned(),
        ] {
            assert!(why.contains(who), "{who}: {why}");
        }
        assert!(!why.contains(&revoked), "{why}");
        let hint = format!("hint: nkeep {} --force  # ", back.join(" "));
        assert!(why.contains(&hint), "{why}");
        let warnings = warned(home, &[&back[..], &["--force"]].concat());
        let warning = warnings
            .iter()
            .find(|one| one.contains("holds again"))
            .unwrap();
        assert!(
            warning.contains(&stays) && warning.contains(&gone),
            "{warning}"
        );
        // That it is there already lets nobody in.
        let out = run(home, &back);
        assert!(!said(&out).contains("hold"), "{out:?}");
        shut_out(home, warning);
    }
    // Nor does a new one, or one whose users are revoked.
    line(home, "revocations add-user * -a S");
    line(home, "revocations add-activation -a S -s orders -t SHOP");
    assert_eq!(
        warned(home, &["edit", "account", "S", "--sk", &key]),
        Vec::<String>::new()
    );
    refused(
        home,
        &["edit", "account", "S", "--tag", "x", "--force"],
        2,
        "--sk",
    );
}

#[test]
fn a_signing_key_of_an_operator_that_comes_back_is_noticed() {
    let folder = common::estate();
    let home = folder.path();
    let key = line(home, "edit operator --sk generate");
    let unused = line(home, "edit operator --sk generate");
    line(home, &format!("add account S -K {key}"));
    for key in [&key, &unused] {
        line(home, &format!("edit operator --rm-sk {key} --force"));
    }
    assert_eq!(
        warned(home, &["edit", "operator", "--sk", &unused]),
        Vec::<String>::new()
    );
    let warnings = warned(home, &["edit", "operator", "--sk", &key]);
    assert!(warnings[0].contains("holds again"), "{warnings:?}");
    shut_out(home, &warnings[0]);
}
