//! The operator and the account that are meant where none is named.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{json, refused, run, said};

#[test]
fn what_was_added_last_is_meant() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "ORDERS"]);
    common::at_home(home, &["add", "user", "clerk"]);
    let user = json(home, &["describe", "user", "clerk", "-a", "ORDERS"]);
    assert_eq!(user["name"], "clerk");
    assert_eq!(json(home, &["describe", "account"])["name"], "ORDERS");
    let env = json(home, &["env"]);
    assert_eq!(
        (&env["operator"], &env["account"]),
        (&"ACME".into(), &"ORDERS".into())
    );
    common::at_home(home, &["select", "account", "ACME"]);
    assert_eq!(json(home, &["describe", "account"])["name"], "ACME");
    // Another operator has other accounts.
    common::at_home(home, &["add", "operator", "STAGING", "--sys"]);
    let env = json(home, &["env"]);
    assert_eq!(
        (&env["operator"], &env["account"]),
        (&"STAGING".into(), &"SYS".into())
    );
    assert_eq!(
        json(home, &["list", "accounts"])["accounts"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    common::at_home(home, &["select", "operator", "ACME"]);
    assert_eq!(
        json(home, &["list", "accounts"])["accounts"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
    let said = said(&run(home, &["select", "account", "-n", "ORDERS"]));
    assert_eq!(said, "nkeep: account ORDERS is selected\n");
}

#[test]
fn what_cannot_be_selected_changes_nothing() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["select", "account", "ACME"]);
    refused(
        home,
        &["select", "account", "NOBODY"],
        1,
        "there is no account \"NOBODY\"",
    );
    refused(
        home,
        &["select", "operator", "NOBODY"],
        1,
        "there is no operator \"NOBODY\"",
    );
    assert_eq!(json(home, &["env"])["account"], "ACME");
    // A selection that is damaged or of something that is gone is none.
    let selected = home.join(".local/state/nkeep/selected");
    let file = std::fs::read_dir(&selected)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    for text in ["", "{", "{\"operator\":\"x\",\"account\":null}"] {
        std::fs::write(&file, text).unwrap();
        // What is meant then is the only one beside the system account.
        assert_eq!(json(home, &["env"])["account"], "ACME");
        common::at_home(home, &["describe", "operator"]);
    }
}

#[test]
fn before_there_is_a_store_the_places_are_shown() {
    let home = tempfile::tempdir().unwrap();
    let env = json(home.path(), &["env"]);
    assert_eq!(env["exists"], false);
    assert!(
        env["store"]
            .as_str()
            .unwrap()
            .ends_with("nkeep/default.nkeep")
    );
}

/// nsc's way to keep everything in one folder.
#[test]
fn one_folder_can_hold_everything() {
    let home = common::scratch();
    let home = home.path();
    let all = ["-H", "estate"];
    let args = [
        &["init", "-n", "ACME", "--new-identity", "identity.txt"][..],
        &all,
    ]
    .concat();
    common::at_home(home, &args);
    common::at_home(home, &[&["add", "account", "ORDERS"][..], &all].concat());
    assert!(home.join("estate/default.nkeep").is_file());
    assert!(home.join("estate/state/pins").is_dir());
    assert!(!home.join(".local").exists());
    let env = json(home, &[&["env"][..], &all].concat());
    assert_eq!(env["account"], "ORDERS");
    // The parts, one by one; a variable of the environment gives way.
    let parts = [
        "--data-dir",
        "estate",
        "--config-dir",
        "estate/state",
        "--keystore-dir",
        "x",
    ];
    let mut command = common::nkeep_at(home);
    command
        .args(["env", "--json"])
        .args(parts)
        .env("NKEEP_STORE", "elsewhere");
    let output = command.output().unwrap();
    let env: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(env["account"], "ORDERS", "{output:?}");
    refused(home, &["env", "-H", ""], 2, "--all-dirs");
}
