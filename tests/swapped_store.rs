//! Another store in the place of the one that was used, and what SQLite would read beside it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, store_of};

/// Puts a file in the place of the store, as somebody who can write it would.
fn swapped(home: &Path, theirs: &Path) {
    let bytes = std::fs::read(theirs).unwrap();
    std::fs::write(store_of(home), bytes).unwrap();
}

/// A store of somebody else's, to which the victim's recipient was added, would take the victim's new keys.
#[test]
fn another_store_in_its_place_is_refused() {
    let (home, other) = (common::estate(), common::estate());
    let (home, other) = (home.path(), other.path());
    let ours = std::fs::read(store_of(home)).unwrap();
    let listed = json(home, &["store", "recipients", "list"]);
    let recipient = listed["recipients"][0]["recipient"].as_str().unwrap();
    let add = ["store", "recipients", "add", recipient, "--label", "laptop"];
    common::at_home(other, &add);
    let head = common::at_home(other, &["audit", "checkpoint"]);
    swapped(home, &store_of(other));
    for args in [
        &["list", "accounts"][..],
        &["add", "account", "PAYMENTS"],
        &["store", "check"],
        &["audit", "verify"],
        &["export", "dir", "tree"],
    ] {
        refused(home, args, 7, "another store");
    }
    // Knowingly it can be taken; then the first is the other one.
    common::at_home(
        home,
        &["store", "accept-rollback", "--expect-head", head.trim()],
    );
    common::at_home(home, &["list", "accounts"]);
    std::fs::write(store_of(home), ours).unwrap();
    refused(home, &["list", "accounts"], 7, "another store");
}

/// A store that was made where another was is nobody's surprise.
#[test]
fn a_new_store_takes_the_place_of_one_that_was_removed() {
    let home = common::estate();
    let home = home.path();
    std::fs::remove_file(store_of(home)).unwrap();
    common::at_home(home, &["init", "-n", "AGAIN"]);
    common::at_home(home, &["add", "account", "ORDERS"]);
}

/// In another journal mode changes lie beside the file, which then is as it was left.
#[test]
fn a_store_in_another_journal_mode_is_refused() {
    let home = common::estate();
    let home = home.path();
    let store = store_of(home);
    let before = std::fs::read(&store).unwrap();
    let connection = rusqlite::Connection::open(&store).unwrap();
    connection
        .query_row("PRAGMA journal_mode = wal", [], |_| Ok(()))
        .unwrap();
    drop(connection);
    refused(
        home,
        &["list", "accounts"],
        7,
        "its journal mode is another",
    );
    std::fs::write(&store, before).unwrap();
    common::at_home(home, &["list", "accounts"]);
    for ending in ["-wal", "-shm"] {
        let beside = store.with_file_name(format!("default.nkeep{ending}"));
        std::fs::write(&beside, "").unwrap();
        refused(home, &["list", "accounts"], 7, "lies beside it");
        std::fs::remove_file(beside).unwrap();
    }
}

#[test]
fn what_is_no_file_beside_the_store_is_not_waited_for() {
    let home = common::estate();
    let home = home.path();
    let journal = store_of(home).with_file_name("default.nkeep-journal");
    let made = std::process::Command::new("mkfifo").arg(&journal).status();
    assert!(made.unwrap().success());
    refused(home, &["list", "accounts"], 1, "is not a regular file");
    refused(home, &["add", "account", "X"], 1, "is not a regular file");
    std::fs::remove_file(&journal).unwrap();
    std::os::unix::fs::symlink("/nowhere", &journal).unwrap();
    refused(home, &["list", "accounts"], 1, "is not a regular file");
}

/// That an older copy is taken says nothing of who signs its recipients.
#[test]
fn accepting_a_rollback_accepts_no_other_key() {
    let home = common::estate();
    let home = home.path();
    let info = json(home, &["store", "info"]);
    let (pin, key) = (
        info["pin"].as_str().unwrap(),
        info["store_key"].as_str().unwrap(),
    );
    let head = info["head"].as_str().unwrap();
    let other = "NA6HEEGUKXHQQBSORIN4UAICGWQI4ZTYJHDKCXNAZUFBEY27STKWRBGI";
    let text = std::fs::read_to_string(pin).unwrap().replace(key, other);
    std::fs::write(pin, text).unwrap();
    refused(
        home,
        &["list", "accounts"],
        7,
        "another key signs its recipients",
    );
    let accept = ["store", "accept-rollback", "--expect-head", head];
    refused(home, &accept, 7, "another key signs its recipients");
    assert!(!run(home, &["list", "accounts"]).status.success());
}

/// Minutes go by where somebody types a passphrase. What was put in the place of the store meanwhile is looked at as any other
/// store is that somebody touched.
#[test]
fn what_became_of_the_store_while_somebody_typed_is_seen() {
    use common::terminal::{ASKED, GOOD, answered, at_terminal, exit_code, with_passphrase};
    use expectrl::{Eof, Expect as _};
    use std::os::unix::fs::PermissionsExt as _;

    let home = with_passphrase();
    let home = home.path();
    let store = store_of(home);
    let older = std::fs::read(&store).unwrap();
    let (text, code) = answered(home, &["add", "account", "ORDERS"], &[(ASKED, GOOD)]);
    assert_eq!(code, 0, "{text}");
    let newer = std::fs::read(&store).unwrap();
    let while_asked = |act: &dyn Fn()| {
        let mut session = at_terminal(home, &["add", "account", "LATER"]);
        session.expect(ASKED).unwrap();
        act();
        session.send_line(GOOD).unwrap();
        let output = session.expect(Eof).unwrap();
        let text = String::from_utf8_lossy(output.as_bytes()).into_owned();
        (text, exit_code(&session))
    };
    let (text, code) = while_asked(&|| std::fs::write(&store, &older).unwrap());
    assert_eq!(code, 7, "{text}");
    assert!(text.contains("was rolled back"), "{text}");
    assert!(std::fs::read(&store).unwrap() == older);
    // It is not what is remembered since.
    refused(home, &["list", "accounts"], 7, "was rolled back");
    std::fs::write(&store, &newer).unwrap();
    assert!(common::at_home(home, &["list", "accounts"]).contains("ORDERS"));
    let (text, code) = while_asked(&|| {
        let connection = rusqlite::Connection::open(&store).unwrap();
        let changed = connection.execute(
            "UPDATE entities SET name = 'OTHERS' WHERE name = 'ORDERS'",
            [],
        );
        assert_eq!(changed, Ok(1));
    });
    assert_eq!(code, 7, "{text}");
    assert!(text.contains("was tampered with"), "{text}");
    std::fs::write(&store, &newer).unwrap();
    common::at_home(home, &["list", "accounts"]);
    let (text, code) = while_asked(&|| {
        let other = home.join("other");
        std::fs::write(&other, &newer).unwrap();
        std::fs::set_permissions(&other, std::fs::Permissions::from_mode(0o600)).unwrap();
        std::fs::rename(&other, &store).unwrap();
    });
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains("was replaced by another file while this command ran"),
        "{text}"
    );
    // Whoever writes as nkeep does is waited for, and nothing of it is lost.
    let (text, code) = while_asked(&|| {
        let (text, code) = answered(home, &["add", "account", "MEANWHILE"], &[(ASKED, GOOD)]);
        assert_eq!(code, 0, "{text}");
    });
    assert_eq!(code, 0, "{text}");
    let accounts = common::at_home(home, &["list", "accounts"]);
    assert!(
        accounts.contains("MEANWHILE") && accounts.contains("LATER"),
        "{accounts}"
    );
}
