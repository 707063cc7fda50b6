//! What opens keys: nothing at hand, another's, one that others may read, one that opens some classes alone.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use common::refusal::{everything, json, refused, refused_by, run, said};

const NEWCOMER: &str = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg";

/// Every command that opens a sealed key.
const OPENING: [&[&str]; 9] = [
    &["add", "operator", "X", "--sys"],
    &["add", "account", "X"],
    &["add", "user", "x"],
    &["generate", "creds", "-n", "ACME", "-o", "x.creds"],
    &["export", "keys", "--all", "--dir", "seeds"],
    &["export", "keys", "--class", "user", "--dir", "seeds"],
    &["store", "recipients", "add", NEWCOMER, "--label", "new"],
    &["store", "recipients", "remove", "first", "--class", "user"],
    &["store", "rekey", "--new-identity", "identity-2.txt"],
];

/// Every command that reads what is public.
const READING: [&[&str]; 11] = [
    &["list", "operators"],
    &["list", "accounts"],
    &["list", "users"],
    &["list", "keys"],
    &["describe", "operator"],
    &["describe", "account", "ACME"],
    &["describe", "user"],
    &["audit", "log"],
    &["audit", "verify"],
    &["store", "info"],
    &["store", "recipients", "list"],
];

fn with_identity(home: &Path, identity: Option<&str>, args: &[&str]) -> Command {
    let mut command = common::nkeep_at(home);
    command.args(args).env_remove("NKEEP_IDENTITY");
    if let Some(identity) = identity {
        command.args(["--identity", identity]);
    }
    command
}

/// The home of somebody else, and the recipient that they are.
fn stranger() -> (tempfile::TempDir, String) {
    let home = common::estate();
    let listed = json(home.path(), &["store", "recipients", "list"]);
    let recipient = listed["recipients"][0]["recipient"].as_str().unwrap();
    let recipient = recipient.to_owned();
    (home, recipient)
}

#[test]
fn without_an_identity_the_store_is_locked() {
    let home = common::estate();
    for args in OPENING {
        let mut command = with_identity(home.path(), None, args);
        let why = refused_by(&mut command, home.path(), 4, "the store is locked");
        assert!(why.contains("hint: export NKEEP_IDENTITY=FILE"), "{why}");
    }
    // What is public is read without one, and reading writes nothing.
    for args in READING {
        let before = everything(home.path());
        let output = with_identity(home.path(), None, args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
        assert!(!output.stdout.is_empty(), "{args:?}");
        assert!(before == everything(home.path()), "{args:?}");
    }
    // In JSON, too, the kind of failure can be told.
    let args = ["add", "account", "X", "--json"];
    let output = with_identity(home.path(), None, &args).output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let error: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(
        (&error["kind"], &error["code"]),
        (&"error".into(), &4.into())
    );
    assert!(!error["hints"].as_array().unwrap().is_empty(), "{error}");
}

#[test]
fn a_strangers_identity_opens_nothing() {
    let home = common::estate();
    let (other, _) = stranger();
    let theirs = other.path().join("identity.txt");
    let theirs = theirs.to_str().unwrap();
    for args in OPENING {
        let mut command = with_identity(home.path(), Some(theirs), args);
        let why = refused_by(&mut command, home.path(), 5, "not one that the store");
        assert!(why.contains("hint: nkeep store recipients list"), "{why}");
    }
    let mut check = with_identity(home.path(), Some(theirs), &["store", "check"]);
    refused_by(&mut check, home.path(), 5, "not one that the store");
}

#[test]
fn an_identity_that_others_may_read_is_not_used() {
    let home = common::estate();
    let identity = home.path().join("identity.txt");
    for loose in [0o644, 0o640, 0o604, 0o660, 0o602] {
        std::fs::set_permissions(&identity, Permissions::from_mode(loose)).unwrap();
        for args in OPENING {
            let why = refused(home.path(), args, 2, "others may");
            assert!(why.contains("hint: chmod 600 "), "{why}");
        }
    }
    // What needs no identity does not look at it.
    common::at_home(home.path(), &["list", "accounts"]);
    for tight in [0o400, 0o600] {
        std::fs::set_permissions(&identity, Permissions::from_mode(tight)).unwrap();
        common::at_home(home.path(), &["add", "user", &format!("u{tight:o}")]);
    }
}

#[test]
fn a_file_without_an_identity_is_named() {
    let home = common::estate();
    let home = home.path();
    let write = |name: &str, contents: &[u8]| {
        let path = home.join(name);
        nkeep::file::write(&path, contents, nkeep::file::Existing::Keep).unwrap();
    };
    write("empty", b"");
    write("comment", b"# created: now\n");
    write("words", b"nothing that opens anything\n");
    write("large", &vec![b'x'; 100_000]);
    let add = |file| ["add", "user", "x", "--identity", file];
    for (file, code) in [
        ("empty", 2),
        ("comment", 2),
        ("words", 1),
        ("large", 1),
        ("nowhere", 1),
        ("nowhere/identity.txt", 1),
        // A seed is no identity of age.
        ("user.nk", 1),
        (".", 1),
    ] {
        let why = refused(home, &add(file), code, file);
        assert!(!why.contains("SUA"), "{why}");
    }
}

#[test]
fn an_open_file_is_as_good_as_a_named_one() {
    let home = common::estate();
    let nkeep = common::nkeep_at(home.path());
    let program = nkeep.get_program().to_str().unwrap();
    let line = format!("{program} add user x --identity-fd 3 3< identity.txt");
    let mut shell = Command::new("bash");
    shell.args(["-c", &line]).current_dir(home.path());
    shell.env("HOME", home.path()).env_remove("NKEEP_IDENTITY");
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let described = json(home.path(), &["describe", "user", "x"]);
    assert_eq!(described["name"], "x");
}

/// Whoever makes users need not be able to speak for the operator.
#[test]
fn a_second_identity_opens_its_classes_and_no_other() {
    let home = common::estate();
    let home = home.path();
    let (other, recipient) = stranger();
    let theirs = other.path().join("identity.txt");
    let theirs = theirs.to_str().unwrap();
    let add = ["store", "recipients", "add", &recipient, "--label", "ci"];
    common::at_home(home, &[&add[..], &["--class", "user"]].concat());

    let listed = json(home, &["store", "recipients", "list"]);
    let classes: Vec<_> = listed["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|member| member["label"] == "ci")
        .map(|member| (member["class"].as_str(), member["recipient"].as_str()))
        .collect();
    assert_eq!(classes, [(Some("user"), Some(&*recipient))]);

    let as_ci = |args: &[&str]| with_identity(home, Some(theirs), args);
    let creds = ["generate", "creds", "-n", "ACME", "-o", "ci.creds"];
    let made = as_ci(&creds).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    // Theirs is what the first one gets, too.
    common::at_home(home, &["generate", "creds", "-n", "ACME", "-o", "a.creds"]);
    let read = |name| std::fs::read(home.join(name)).unwrap();
    assert!(read("ci.creds") == read("a.creds"));

    let export = |class| ["export", "keys", "--class", class, "--dir", "seeds"];
    for (args, class) in [
        (&["add", "account", "X"][..], "operator-signing"),
        (&["add", "user", "x"], "account-signing"),
        (&export("root"), "root"),
        (&export("operator-signing"), "operator-signing"),
        (&export("account-identity"), "account-identity"),
        (&export("account-signing"), "account-signing"),
        (
            &["store", "recipients", "remove", "first", "--class", "user"],
            "root",
        ),
        (
            &["store", "recipients", "add", NEWCOMER, "--label", "x"],
            "root",
        ),
    ] {
        let says = format!("no identity is at hand that opens {class} keys");
        let why = refused_by(&mut as_ci(args), home, 4, &says);
        assert!(why.contains("hint: nkeep store recipients list"), "{why}");
    }
    // Everything is what they open, and no more.
    let all = ["export", "keys", "--all", "--dir", "theirs", "--json"];
    let output = as_ci(&all).output().unwrap();
    let written: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in written["keys"].as_array().unwrap() {
        assert!(
            key["public_key"].as_str().unwrap().starts_with('U'),
            "{key}"
        );
    }
    let check = as_ci(&["store", "check"]).output().unwrap();
    assert!(check.status.success(), "{check:?}");
    let noted = String::from_utf8(check.stdout).unwrap();
    assert!(noted.contains("key.not-opened: 7 of 10"), "{noted}");
}

#[test]
fn who_is_removed_opens_nothing_more() {
    let home = common::estate();
    let home = home.path();
    let (other, recipient) = stranger();
    let theirs = other.path().join("identity.txt");
    let theirs = theirs.to_str().unwrap();
    let add = ["store", "recipients", "add", &recipient, "--label", "ci"];
    common::at_home(home, &add);
    let removed = json(
        home,
        &["store", "recipients", "remove", "ci", "--class", "root"],
    );
    assert_eq!(removed["kind"], "recipients");
    let root = ["export", "keys", "--class", "root", "--dir", "seeds"];
    let mut root = with_identity(home, Some(theirs), &root);
    refused_by(&mut root, home, 4, "opens root keys");
    // The rest by who they are, not by what they are called.
    let removed = run(home, &["store", "recipients", "remove", &recipient]);
    assert!(removed.status.success(), "{removed:?}");
    // What they could open is listed, for somebody must replace it.
    let replaced = String::from_utf8(removed.stdout).unwrap();
    let users = json(home, &["list", "keys", "--class", "user"]);
    for key in users["keys"].as_array().unwrap() {
        let key = key["public_key"].as_str().unwrap();
        assert!(replaced.contains(key), "{replaced}");
    }
    for args in OPENING {
        let mut command = with_identity(home, Some(theirs), args);
        refused_by(&mut command, home, 5, "not one that the store");
    }
    common::at_home(home, &["store", "check"]);
}

#[test]
fn recipients_that_cannot_be_are_refused() {
    let home = common::estate();
    let home = home.path();
    let (mistyped, long) = (NEWCOMER.replace('q', "p"), "x".repeat(101));
    let add = |who, label| ["store", "recipients", "add", who, "--label", label];
    for who in ["nope", "", "age1", &NEWCOMER[..61], &mistyped] {
        refused(home, &add(who, "x"), 2, "it is no age recipient");
    }
    for label in ["", "a\nb", "a\u{202e}b", &long] {
        refused(home, &add(NEWCOMER, label), 2, "a label is one line");
    }
    let class = [&add(NEWCOMER, "x")[..], &["--class", "no"]].concat();
    refused(home, &class, 2, "it is no class of keys");
    refused(
        home,
        &["store", "recipients", "add", NEWCOMER],
        2,
        "--label",
    );
    let remove = |who| ["store", "recipients", "remove", who];
    refused(
        home,
        &remove("nobody"),
        1,
        "there is no recipient \"nobody\"",
    );
    refused(home, &remove(NEWCOMER), 1, "there is no recipient");
    refused(home, &remove("first"), 1, "nobody would be left");
}

#[test]
fn a_new_identity_takes_the_place_of_the_old() {
    let home = common::estate();
    let home = home.path();
    refused(
        home,
        &["store", "rekey"],
        2,
        "hint: nkeep store rekey --new-identity FILE",
    );
    // A file that is there may be the only copy of something.
    let over = ["store", "rekey", "--new-identity", "identity.txt"];
    refused(home, &over, 1, "cannot write identity.txt");
    let done = json(home, &["store", "rekey", "--new-identity", "second.txt"]);
    assert_eq!(
        (&done["kind"], &done["sealed"]),
        (&"recipients".into(), &9.into())
    );
    assert_eq!(common::refusal::mode(&home.join("second.txt")), 0o600);
    for args in OPENING {
        refused(home, args, 5, "not one that the store");
    }
    common::at_home(home, &["add", "user", "x", "--identity", "second.txt"]);
    common::at_home(home, &["store", "check", "--identity", "second.txt"]);
    refused(
        home,
        &["store", "passphrase"],
        1,
        "its identity is in a file",
    );
}

/// The secret half of an age identity is as much a secret as a seed is.
#[test]
fn an_identity_in_the_wrong_place_is_not_shown() {
    let home = common::estate();
    let text = std::fs::read_to_string(home.path().join("identity.txt")).unwrap();
    let secret = text.lines().last().unwrap();
    for args in [
        &["store", "recipients", "add", secret, "--label", "x"][..],
        &["store", "recipients", "remove", secret],
        &["list", "accounts", "--store", secret],
        &["add", "user", "x", "--identity", secret],
        &["describe", "account", secret],
    ] {
        let output = run(home.path(), args);
        assert!(!output.status.success(), "{output:?}");
        assert!(!said(&output).contains("AGE-SECRET-KEY-1"), "{output:?}");
    }
}

/// What stands on the command line goes before the environment.
#[test]
fn flags_go_before_the_environment() {
    let home = common::estate();
    let args = [
        "init",
        "-n",
        "B",
        "--store",
        "b.nkeep",
        "--new-identity",
        "b.txt",
    ];
    let output = run(home.path(), &args);
    assert!(output.status.success(), "{output:?}");
}
