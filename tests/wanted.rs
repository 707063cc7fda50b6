//! What commands should do, and do not do yet. `cargo test --test wanted -- --ignored` says what is left.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::refusal::{refused, refused_by, run, store_of};
use common::terminal::{AGAIN, GOOD, NEW, answered};
use expectrl::{Eof, Expect as _, Session};

/// Commands take a name or a public key: what is both means another thing than was made.
#[test]
#[ignore = "an account can be named as another account's public key"]
fn a_public_key_is_no_name() {
    let home = common::estate();
    let accounts = common::refusal::json(home.path(), &["list", "accounts"]);
    let key = accounts["accounts"][0]["public_key"].as_str().unwrap();
    for what in ["account", "user", "operator"] {
        refused(home.path(), &["add", what, key], 2, "cannot be a name");
    }
}

/// A refused command leaves no file: the next try would find an identity there that opens nothing.
#[test]
#[ignore = "the file of the new identity stays when init or rekey is refused"]
fn a_refused_command_leaves_no_identity() {
    let home = tempfile::tempdir().unwrap();
    let init = |more: &[&'static str]| {
        let mut command = common::nkeep_at(home.path());
        command.args(["init", "--new-identity", "new.txt"]);
        command.args(more);
        command
    };
    for (more, code, says) in [
        (&["-n", "ACME", "--url", "bogus"][..], 3, "bogus"),
        (&["-n", "SYS"], 1, "already an account"),
        (
            &["-n", "ACME", "--store", "/proc/x.nkeep"],
            1,
            "/proc/x.nkeep",
        ),
    ] {
        refused_by(&mut init(more), home.path(), code, says);
    }
}

#[test]
#[ignore = "the file of the new identity stays when rekey is refused"]
fn a_refused_rekey_leaves_no_identity() {
    let (home, other) = (common::estate(), common::estate());
    let (home, other) = (home.path(), other.path());
    let listed = common::refusal::json(other, &["store", "recipients", "list"]);
    let recipient = listed["recipients"][0]["recipient"].as_str().unwrap();
    let add = ["store", "recipients", "add", recipient, "--label", "ci"];
    common::at_home(home, &[&add[..], &["--class", "user"]].concat());
    let mut rekey = common::nkeep_at(home);
    rekey.args(["store", "rekey", "--new-identity", "second.txt"]);
    rekey.env("NKEEP_IDENTITY", other.join("identity.txt"));
    refused_by(&mut rekey, home, 4, "opens root keys");
}

/// The store is often the only copy of every key in it.
#[test]
#[ignore = "--force replaces the store, or what opens it, and every key in it is lost"]
fn nothing_is_written_over_the_store() {
    let home = common::estate();
    let over = ["store", "backup", "identity.txt", "--force"];
    refused(home.path(), &over, 1, "identity.txt");
    let store = store_of(home.path());
    let store = store.to_str().unwrap();
    for args in [
        &["generate", "creds", "-n", "ACME"][..],
        &["describe", "operator", "--raw"],
    ] {
        let args = [args, &["--force", "-o", store]].concat();
        refused(home.path(), &args, 1, "default.nkeep");
    }
}

/// A hint is a command that runs.
#[test]
#[ignore = "`nkeep list recipients`, `restore` without --force, `init` for a backup that is not there"]
fn hints_can_be_followed() {
    let home = common::estate();
    let home = home.path();
    let why = refused(
        home,
        &["store", "recipients", "remove", "x"],
        1,
        "no recipient",
    );
    assert!(why.contains("hint: nkeep store recipients list"), "{why}");
    let missing = ["store", "restore", "nowhere.backup", "--force"];
    let why = refused(home, &missing, 1, "nowhere.backup");
    assert!(!why.contains("nkeep init"), "{why}");
    common::at_home(home, &["store", "backup", "a.backup"]);
    common::at_home(home, &["add", "user", "x"]);
    let why = refused(
        home,
        &["store", "restore", "a.backup", "--force"],
        7,
        "was rolled back",
    );
    for hint in why
        .lines()
        .filter_map(|line| line.split("hint: nkeep ").nth(1))
    {
        let args: Vec<_> = hint.split(' ').collect();
        let output = run(home, &args);
        assert!(output.status.success(), "{hint}: {output:?}");
    }
}

/// A length that no calendar has is a mistake on the command line, in words that are ours.
#[test]
#[ignore = "exit code 1, and the words of the time library"]
fn a_length_beyond_the_calendar_is_a_usage_error() {
    let home = common::estate();
    let args = ["add", "account", "x", "--expiry", "9999y"];
    let why = refused(home.path(), &args, 2, "9999y");
    assert!(!why.contains("datetime"), "{why}");
}

#[test]
#[ignore = "two recipients may have one label; `remove` then means both"]
fn a_label_names_one_recipient() {
    let home = common::estate();
    let newcomer = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg";
    let add = ["store", "recipients", "add", newcomer, "--label", "first"];
    refused(home.path(), &add, 1, "first");
}

#[test]
#[ignore = "each byte that is typed is taken for a character"]
fn a_name_is_typed_in_any_script() {
    let home = tempfile::tempdir().unwrap();
    let answers = [
        ("Name of the operator: ", "Größe"),
        (NEW, GOOD),
        (AGAIN, GOOD),
    ];
    let (text, code) = answered(home.path(), &["init"], &answers);
    assert_eq!(code, 0, "{text}");
    common::at_home(home.path(), &["describe", "operator", "Größe"]);
}

/// Who logs out, or whose terminal is closed under a question, does not leave a shell that shows nothing.
#[test]
#[ignore = "a signal at a question leaves the echo off"]
fn a_signal_at_a_question_gives_the_echo_back() {
    let home = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_nkeep");
    let inner = format!("echo pid $$.; exec {program} store init");
    let line = format!("stty echo; sh -c '{inner}'; stty -a; echo done");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).env("HOME", home.path());
    let mut session = Session::spawn(shell).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    session.expect("pid ").unwrap();
    let pid = session.expect(".").unwrap();
    let pid = String::from_utf8(pid.before().to_vec()).unwrap();
    session.expect(NEW).unwrap();
    let killed = std::process::Command::new("kill")
        .args(["-TERM", &pid])
        .status();
    assert!(killed.unwrap().success());
    let after = session.expect(Eof).unwrap();
    let after = String::from_utf8_lossy(after.as_bytes()).into_owned();
    assert!(after.contains("done"), "{after}");
    assert!(
        after.split_whitespace().any(|mode| mode == "echo"),
        "{after}"
    );
}
