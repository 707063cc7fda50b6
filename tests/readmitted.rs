//! Whoever was shut out and is let in again by a change is named, with the command that shuts out again.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, refused_by, restored, run, said, sub};
use common::{at_home, line};
use serde_json::Value;

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
fn a_signing_key_of_an_operator_that_comes_back_lets_in_no_account_unnamed() {
    let folder = common::estate();
    let home = folder.path();
    let key = line(home, "edit operator --sk generate");
    let unused = line(home, "edit operator --sk generate");
    for account in ["STAYS", "MOVED", "GONE", "LEFT"] {
        line(home, &format!("add account {account} -K {key}"));
    }
    let [stays, moved, gone, left] =
        ["STAYS", "MOVED", "GONE", "LEFT"].map(|one| sub(home, &format!("account {one}")));
    // What another key signs since, and what was deleted, it signed all the same.
    line(home, &format!("edit account MOVED --tag x -K {unused}"));
    line(home, "delete account GONE --force");
    line(home, "delete account LEFT --force --no-revoke");
    for key in [&key, &unused] {
        line(home, &format!("edit operator --rm-sk {key} --force"));
    }
    let fresh = line(home, "edit operator --sk generate");
    line(home, &format!("edit operator --rm-sk {fresh}"));
    assert_eq!(
        warned(home, &["edit", "operator", "--sk", &fresh]),
        Vec::<String>::new()
    );
    let whom = |words: &str| {
        for who in [
            &format!("\"STAYS\" {stays}"),
            &format!("\"MOVED\" {moved}"),
            &gone,
            &left,
        ] {
            assert!(words.contains(who), "{who}: {words}");
        }
    };
    let back = ["edit", "operator", "--tag", "x", "--sk", &key];
    let why = refused(home, &back, 1, "would hold again: 4 accounts, ");
    whom(&why);
    let hint = format!("hint: nkeep {} --force  # ", back.join(" "));
    assert!(why.contains(&hint), "{why}");
    let warnings = warned(home, &[&back[..], &["--force"]].concat());
    assert!(warnings[0].contains("holds again"), "{warnings:?}");
    whom(&warnings[0]);
    // That it is there already lets nobody in.
    let out = run(home, &["edit", "operator", "--tag", "y", "--sk", &key]);
    assert!(!said(&out).contains("hold"), "{out:?}");
    shut_out(home, &warnings[0]);
    // Nor is it an identity key by the way.
    let reissue = ["reissue", "operator", "-K", &key];
    whom(&refused(home, &reissue, 1, "would hold again"));
    let done = json(home, &[&reissue[..], &["--force"]].concat());
    whom(done["warnings"][0].as_str().unwrap());
}

#[test]
fn an_imported_operator_with_a_key_that_was_taken_away_is_noticed() {
    let folder = common::estate();
    let home = folder.path();
    let key = line(home, "edit operator --sk generate");
    line(home, &format!("add account S -K {key}"));
    let s = sub(home, "account S");
    let other = restored(home);
    let other = other.path();
    line(home, &format!("edit operator --rm-sk {key} --force"));
    later(other, &["edit", "operator", "--tag", "x"]);
    std::fs::create_dir(home.join("loose")).unwrap();
    let token = line(other, "describe operator --raw");
    std::fs::write(home.join("loose/operator.jwt"), token).unwrap();
    let done = later(home, &["import", "files", "loose", "--force"]);
    assert!(
        done[0].contains(&format!("lets in: 1 account, \"S\" {s}")),
        "{done:?}"
    );
    shut_out_later(home, &done[0]);
}

#[test]
fn an_identity_key_that_comes_back_lets_in_no_account_unnamed() {
    let folder = common::estate();
    let home = folder.path();
    line(home, "add operator TWO");
    for account in ["S", "GONE"] {
        line(home, &format!("add account {account}"));
    }
    let [s, gone] = ["S", "GONE"].map(|one| sub(home, &format!("account {one}")));
    let old = sub(home, "operator TWO");
    line(home, "reissue operator TWO");
    line(home, "delete account GONE --force");
    for back in [
        "edit operator --operator TWO --sk",
        "reissue operator TWO -K",
    ] {
        let back = format!("{back} {old}");
        let back: Vec<&str> = back.split(' ').collect();
        let why = refused(home, &back, 1, "would hold again: 2 accounts, ");
        for who in [&format!("\"S\" {s}"), &gone] {
            assert!(why.contains(who), "{who}: {why}");
        }
        let trial = [&back[..], &["--force", "--dry-run"]].concat();
        at_home(home, &trial);
    }
}

/// They were signed elsewhere, so that no change in the store says by whom.
#[test]
fn an_identity_key_that_signed_what_was_imported_lets_in_no_account_unnamed() {
    let folder = common::source::home();
    let home = folder.path();
    line(home, "import nsc nsc-store");
    line(home, "select operator ALPHA");
    let old = sub(home, "operator ALPHA");
    let signed = ["SYS", "ORDERS", "AUTHX", "BILLING"];
    let keys = signed.map(|account| sub(home, &format!("account {account}")));
    let by_another = sub(home, "account EDGE");
    line(home, "reissue operator");
    line(home, "revocations add-user order-svc -a ORDERS");
    for back in [
        format!("edit operator --sk {old}"),
        format!("reissue operator -K {old}"),
    ] {
        let back: Vec<&str> = back.split(' ').collect();
        let why = refused(home, &back, 1, "would hold again: 5 accounts, ");
        for (name, key) in signed.iter().zip(&keys) {
            assert!(why.contains(&format!("\"{name}\" {key}")), "{name}: {why}");
        }
        assert!(!why.contains(&by_another), "{why}");
    }
    line(home, &format!("edit operator --sk {old} --force"));
    line(home, "store check");
}

/// Whatever puts another key's token in the place of what a key signed.
#[test]
fn whom_a_key_signed_for_is_known_whoever_signed_in_its_place() {
    let folder = common::estate();
    let home = folder.path();
    let key = line(home, "edit operator --sk generate");
    let ours = line(home, "edit operator --sk generate");
    for account in ["NAMED", "TAKEN", "FOUND"] {
        line(home, &format!("add account {account} -K {key}"));
    }
    let keys = ["NAMED", "TAKEN", "FOUND"].map(|one| sub(home, &format!("account {one}")));
    let other = restored(home);
    let other = other.path();
    // By a key that the store does not know.
    let theirs = restored(home);
    let unknown = line(theirs.path(), "edit operator --sk generate");
    line(
        theirs.path(),
        &format!("edit account FOUND --tag x -K {unknown}"),
    );
    line(home, &format!("rename account NAMED OTHER -K {ours}"));
    later(
        other,
        &["edit", "account", "TAKEN", "--tag", "x", "-K", &ours],
    );
    std::fs::create_dir(home.join("loose")).unwrap();
    for described in ["operator", "account TAKEN"] {
        let token = line(other, &format!("describe {described} --raw"));
        let file = format!("loose/{}.jwt", described.replace(' ', "-"));
        std::fs::write(home.join(file), token).unwrap();
    }
    later(home, &["import", "files", "loose", "--force"]);
    let token = line(theirs.path(), "describe account FOUND --raw");
    std::fs::write(home.join("found.jwt"), token).unwrap();
    let sign = format!("import account --file found.jwt --force --overwrite -K {ours}");
    later(home, &sign.split(' ').collect::<Vec<_>>());
    later(home, &["edit", "operator", "--rm-sk", &key]);
    let mut back = common::nkeep_at(home);
    back.env("NKEEP_TEST_CLOCK", LATER);
    back.args(["edit", "operator", "--sk", &key]);
    let why = refused_by(&mut back, home, 1, "would hold again: 3 accounts, ");
    for key in keys {
        assert!(why.contains(&key), "{key}: {why}");
    }
}

/// A while after the tests' time.
const LATER: &str = "1795200900";

fn later(home: &Path, args: &[&str]) -> Vec<String> {
    let output = common::nkeep_at(home)
        .env("NKEEP_TEST_CLOCK", LATER)
        .args(args)
        .arg("--json")
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    let done: Value = serde_json::from_slice(&output.stdout).unwrap();
    let warnings = done["warnings"].as_array().unwrap().iter();
    warnings
        .map(|one| one.as_str().unwrap().to_owned())
        .collect()
}

/// Runs what a warning says shuts out, then.
fn shut_out_later(home: &Path, warning: &str) {
    let command = warning.split("what shuts out: nkeep ").nth(1).unwrap();
    later(home, &command.split(' ').collect::<Vec<_>>());
}

#[test]
fn an_imported_token_that_is_later_than_its_revocation_is_noticed() {
    let folder = common::estate();
    let home = folder.path();
    line(home, "add account S");
    for user in ["named", "all", "free"] {
        line(home, &format!("add user {user} -a S"));
    }
    let [named, all] = ["named", "all"].map(|user| sub(home, &format!("user {user} -a S")));
    let other = restored(home);
    let other = other.path();
    for user in ["named", "all", "free"] {
        later(other, &["edit", "user", user, "-a", "S", "--tag", "x"]);
        let file = format!("{user}.jwt");
        let token = line(other, &format!("describe user {user} -a S --raw"));
        std::fs::write(home.join(&file), token).unwrap();
    }
    let import = |user: &str, more: &[&str]| {
        let file = format!("{user}.jwt");
        later(
            home,
            &[&["import", "user", "-f", &file, "--overwrite"], more].concat(),
        )
    };
    line(home, "revocations add-user named -a S");
    assert_eq!(import("free", &[]), Vec::<String>::new());
    let everybody = "revocations add-user * -a S --at 1795200500";
    later(home, &everybody.split(' ').collect::<Vec<_>>());
    for (user, key, more) in [
        ("named", named, &["--dry-run"][..]),
        ("all", all, &["--dry-run"]),
    ] {
        let tried = import(user, more);
        let done = import(user, &[]);
        assert_eq!(tried, done);
        assert_eq!(done.len(), 1, "{done:?}");
        let says = format!("user \"{user}\" {key} was revoked up to 2026-");
        assert!(
            done[0].contains(&says) && done[0].contains("lets it in again"),
            "{done:?}"
        );
        // Once it is in, that is no news.
        assert_eq!(import(user, &[]), Vec::<String>::new());
        shut_out_later(home, &done[0]);
        let code = run(home, &["describe", "user", user, "-a", "S", "--json"]);
        let user: Value = serde_json::from_slice(&code.stdout).unwrap();
        assert_eq!(user["status"]["code"], "chain.revoked");
    }
}

#[test]
fn an_imported_account_with_a_key_that_was_taken_away_is_noticed() {
    let folder = common::estate();
    let home = folder.path();
    line(home, "add account S");
    let key = line(home, "edit account S --sk generate");
    line(home, "edit account S --sk generate");
    line(home, &format!("add user u -a S -K {key}"));
    let u = sub(home, "user u -a S");
    let other = restored(home);
    let other = other.path();
    line(home, &format!("edit account S --rm-sk {key} --force"));
    later(other, &["edit", "account", "S", "--tag", "x"]);
    let token = line(other, "describe account S --raw");
    std::fs::write(home.join("S.jwt"), token).unwrap();
    let done = later(
        home,
        &["import", "account", "--file", "S.jwt", "--overwrite"],
    );
    assert_eq!(done.len(), 1, "{done:?}");
    assert!(
        done[0].contains(&format!("lets in: 1 user, \"u\" {u}")),
        "{done:?}"
    );
    let out = done[0].split("what shuts out: ").nth(1).unwrap();
    assert_eq!(out, format!("nkeep edit account S --rm-sk {key} --force"));
}

#[test]
fn an_operator_that_comes_again_with_a_key_that_was_taken_away_is_forced() {
    let folder = common::estate();
    let home = folder.path();
    let key = line(home, "edit operator --sk generate");
    line(home, &format!("add account S -K {key}"));
    let s = sub(home, "account S");
    let other = restored(home);
    let other = other.path();
    line(home, &format!("edit operator --rm-sk {key} --force"));
    later(other, &["edit", "operator", "--tag", "x"]);
    let token = line(other, "describe operator --raw");
    std::fs::write(home.join("operator.jwt"), token).unwrap();
    let whom = format!("1 account, \"S\" {s}");
    let add = ["add", "operator", "--url", "operator.jwt"];
    let why = refused(home, &add, 1, &format!("would hold again: {whom}"));
    assert!(
        why.contains("operator.jwt --force  # lets them in again"),
        "{why}"
    );
    let done = later(home, &[&add[..], &["--force"]].concat());
    assert!(done[0].contains(&format!("lets in: {whom}")), "{done:?}");
    shut_out_later(home, &done[0]);
}

#[test]
fn an_imported_account_whose_private_export_is_public_names_whom_it_lets_in() {
    let folder = common::estate();
    let home = folder.path();
    for one in [
        "add account S",
        "add export -a S -s orders",
        "add export -a S -s other",
        "add account SHOP",
        "add import -a SHOP --src-account S --remote-subject orders",
        "edit export -a S -s orders --private",
    ] {
        line(home, one);
    }
    let shop = sub(home, "account SHOP");
    let other = restored(home);
    let other = other.path();
    let taken = |file: &str| {
        let token = line(other, "describe account S --raw");
        std::fs::write(home.join(file), token).unwrap();
        later(home, &["import", "account", "--file", file, "--overwrite"])
    };
    later(other, &["edit", "account", "S", "--tag", "x"]);
    assert_eq!(taken("same.jwt"), Vec::<String>::new());
    later(
        other,
        &[
            "edit",
            "export",
            "-a",
            "S",
            "-s",
            "orders",
            "--private=false",
        ],
    );
    let done = taken("public.jwt");
    assert_eq!(done.len(), 1, "{done:?}");
    assert!(
        done[0].starts_with(&format!(
            "the stream export \"orders\" of account \"S\" is public, and lets in again who was shut out: account \
             \"SHOP\" {shop}, which imports it without an activation; what shuts out: "
        )),
        "{done:?}"
    );
    // That it is public already is no news.
    later(other, &["edit", "account", "S", "--tag", "y"]);
    assert_eq!(taken("again.jwt"), Vec::<String>::new());
    shut_out_later(home, &done[0]);
}
