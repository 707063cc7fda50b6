//! Commands that are printed, as a hint or as what comes next, can be run as they stand.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::refusal::{refused, run, said};

/// A hint is a command that helps where it is given.
#[test]
fn hints_are_of_the_command_that_was_called() {
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
    let older = ["store", "restore", "a.backup", "--force"];
    let why = refused(home, &older, 7, "was rolled back");
    assert!(!why.contains("accept-rollback"), "{why}");
    // How another store is made does not help who has one.
    let passphrase = common::terminal::with_passphrase();
    let change = "$N store passphrase --passphrase-fd 3 3< <(echo correct horse battery)";
    let why = shell(passphrase.path(), change);
    assert!(why.contains("hint: nkeep store passphrase --new-"), "{why}");
    let change = change.replace("passphrase --", "rekey --");
    let why = shell(passphrase.path(), &change);
    assert!(
        !why.contains("nkeep init") && !why.contains("store init"),
        "{why}"
    );
}

fn shell(home: &Path, line: &str) -> String {
    let mut shell = std::process::Command::new("bash");
    shell.args(["-c", line]).current_dir(home).env("HOME", home);
    shell.env("N", env!("CARGO_BIN_EXE_nkeep"));
    shell.env("NKEEP_TEST_WORK_FACTOR", "2");
    let output = shell.env_remove("NKEEP_IDENTITY").output().unwrap();
    said(&output)
}

/// With two operators a name alone says too little, also in what nkeep itself says.
#[test]
fn what_is_printed_names_operator_and_account() {
    let home = common::estate();
    let home = home.path();
    let next = |args: &[&str]| {
        let output = run(home, args);
        assert!(output.status.success(), "{output:?}");
        let noted = said(&output);
        noted.split("next: ").nth(1).unwrap().trim().to_owned()
    };
    assert_eq!(
        next(&["add", "account", "A B"]),
        "nkeep add user NAME -a 'A B'"
    );
    let operator = ["add", "operator", "TWO", "--sys", "--generate-signing-key"];
    assert_eq!(next(&operator), "nkeep add account NAME --operator TWO");
    let account = ["add", "account", "ORDERS", "--operator", "TWO"];
    assert_eq!(
        next(&account),
        "nkeep add user NAME -a ORDERS --operator TWO"
    );
    let user = ["add", "user", "clerk", "--operator", "TWO"];
    let creds = next(&user);
    assert_eq!(
        creds,
        "nkeep generate creds -a ORDERS --operator TWO -n clerk -o clerk.creds"
    );
    common::unselect(home);
    let hint = |args: &[&str], code| {
        let why = refused(home, args, code, "hint: ");
        let hint = why.split("hint: nkeep ").nth(1).unwrap().trim().to_owned();
        let hint = hint.split("  #").next().unwrap().to_owned();
        let words: Vec<_> = hint.split(' ').collect();
        common::at_home(home, &words);
        hint
    };
    let users = "list users -a ORDERS --operator TWO";
    let creds = [
        "generate",
        "creds",
        "-a",
        "ORDERS",
        "--operator",
        "TWO",
        "-o",
        "x",
    ];
    assert_eq!(hint(&[&creds[..], &["-n", "nobody"]].concat(), 1), users);
    common::at_home(
        home,
        &["add", "user", "second", "-a", "ORDERS", "--operator", "TWO"],
    );
    assert_eq!(hint(&creds, 2), users);
    let none = ["describe", "account", "NO", "--operator", "TWO"];
    assert_eq!(hint(&none, 1), "list accounts --operator TWO");
    assert_eq!(hint(&["list", "accounts"], 2), "list operators");
}

#[test]
fn of_many_some_are_named_and_the_rest_counted() {
    let home = common::estate();
    let home = home.path();
    for number in 0..9 {
        common::at_home(home, &["add", "user", &format!("u{number}")]);
    }
    let why = refused(
        home,
        &["describe", "user", "-a", "ACME"],
        2,
        "several users",
    );
    assert!(
        why.contains("ACME, u0, u1, u2, u3, u4, u5, u6 and 2 more"),
        "{why}"
    );
    common::at_home(home, &["add", "account", "ORDERS"]);
    common::unselect(home);
    let why = refused(home, &["add", "user", "x"], 2, "several accounts");
    assert!(why.contains("ACME, ORDERS, SYS\n"), "{why}");
}
