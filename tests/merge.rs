//! Two copies of a store, each changed by somebody, brought together by their folders of text.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::refusal::{json, refused};

/// Two homes with the same store, which each knows for its own.
fn pair() -> (tempfile::TempDir, tempfile::TempDir) {
    let (first, second) = (common::estate(), tempfile::tempdir().unwrap());
    for file in ["identity.txt", ".local/share/nkeep/default.nkeep"] {
        let to = second.path().join(file);
        nkeep::file::private_folder(to.parent().unwrap()).unwrap();
        let contents = std::fs::read(first.path().join(file)).unwrap();
        nkeep::file::write(&to, &contents, nkeep::file::Existing::Keep).unwrap();
    }
    (first, second)
}

/// Hands one's tree to the other.
fn handed(from: &Path, to: &Path) -> String {
    let folder = to.join("theirs");
    let folder = folder.to_str().unwrap();
    let _ = std::fs::remove_dir_all(folder);
    common::at_home(from, &["export", "dir", folder]);
    "theirs".to_owned()
}

fn imported(home: &Path, folder: &str) -> String {
    let done = json(home, &["import", "dir", folder]);
    done["outcome"].as_str().unwrap().to_owned()
}

fn names(home: &Path) -> Vec<String> {
    json(home, &["list", "accounts"])["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|account| account["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_copy_that_went_on_is_followed_journal_and_all() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    common::at_home(first, &["add", "account", "ORDERS"]);
    common::at_home(first, &["add", "user", "clerk", "-a", "ORDERS"]);
    let other = common::estate();
    let recipients = json(other.path(), &["store", "recipients", "list"]);
    let recipient = recipients["recipients"][0]["recipient"].as_str().unwrap();
    let add = ["store", "recipients", "add", recipient, "--label", "ci"];
    common::at_home(first, &add);
    let folder = handed(first, second);
    assert_eq!(imported(second, &folder), "followed");
    let heads = [first, second].map(|home| common::at_home(home, &["audit", "checkpoint"]));
    assert_eq!(heads[0], heads[1]);
    let lists = [first, second].map(|home| common::at_home(home, &["list", "keys"]));
    assert_eq!(lists[0], lists[1]);
    common::at_home(second, &["store", "check"]);
    assert_eq!(imported(second, &folder), "nothing");
    // It is as good as the other: it goes on, and is followed in turn.
    common::at_home(second, &["store", "recipients", "remove", "ci"]);
    common::at_home(
        second,
        &[
            "generate", "creds", "-a", "ORDERS", "-n", "clerk", "-o", "c",
        ],
    );
    assert_eq!(imported(first, &handed(second, first)), "followed");
    common::at_home(first, &["store", "check"]);
    // What is behind takes nothing from what it is ahead of.
    common::at_home(first, &["add", "account", "LATER"]);
    assert_eq!(imported(first, "theirs"), "nothing");
}

#[test]
fn what_both_added_is_there() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    common::at_home(first, &["add", "account", "ORDERS"]);
    common::at_home(first, &["add", "user", "clerk", "-a", "ORDERS"]);
    common::at_home(second, &["add", "account", "BILLING"]);
    common::at_home(second, &["generate", "nkey", "--user", "-S"]);
    assert_eq!(imported(second, &handed(first, second)), "merged");
    assert_eq!(names(second), ["ACME", "BILLING", "ORDERS", "SYS"]);
    common::at_home(second, &["store", "check"]);
    common::at_home(
        second,
        &[
            "generate", "creds", "-a", "ORDERS", "-n", "clerk", "-o", "c",
        ],
    );
    let log = common::at_home(second, &["audit", "log", "--last", "1"]);
    assert!(log.contains("import dir"), "{log}");
    assert_eq!(imported(second, "theirs"), "nothing");
    // The other takes what it lacks, and from then on whatever goes on from what it has.
    assert_eq!(imported(first, &handed(second, first)), "merged");
    assert_eq!(names(first), names(second));
    common::at_home(second, &["store", "check"]);
    assert_eq!(imported(first, &handed(second, first)), "nothing");
    assert_eq!(imported(second, &handed(first, second)), "nothing");
    common::at_home(first, &["add", "user", "second", "-a", "BILLING"]);
    assert_eq!(imported(second, &handed(first, second)), "merged");
    common::at_home(second, &["describe", "user", "-a", "BILLING", "second"]);
}

#[test]
fn what_both_changed_people_must_settle() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    for home in [first, second] {
        common::at_home(home, &["add", "account", "ORDERS"]);
    }
    let folder = handed(first, second);
    refused(
        second,
        &["import", "dir", &folder],
        7,
        "each has an account \"ORDERS\"",
    );
}

/// What comes from a copy with other recipients is sealed anew, on the side that knows the new ones.
#[test]
fn the_side_with_the_new_recipients_takes_the_others_keys() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    common::at_home(first, &["add", "account", "ORDERS"]);
    let other = common::estate();
    let listed = json(other.path(), &["store", "recipients", "list"]);
    let recipient = listed["recipients"][0]["recipient"].as_str().unwrap();
    let add = ["store", "recipients", "add", recipient, "--label", "ci"];
    common::at_home(second, &add);
    refused(
        first,
        &["import", "dir", &handed(second, first)],
        7,
        "take this one's tree there",
    );
    assert_eq!(imported(second, &handed(first, second)), "merged");
    common::at_home(second, &["store", "check"]);
    // The newcomer opens what came later, too.
    let mut user = common::nkeep_at(second);
    user.args(["add", "user", "x", "-a", "ORDERS"]);
    user.env("NKEEP_IDENTITY", other.path().join("identity.txt"));
    assert!(user.output().unwrap().status.success());
    // The journal tells what was taken, from where, and who had signed it.
    let log = json(second, &["audit", "log", "--last", "2"]);
    let merged = &log["entries"][0];
    let summary = merged["summary"].as_str().unwrap();
    assert!(
        summary.contains("ORDERS") && summary.contains("up to 2:"),
        "{summary}"
    );
    assert!(
        !merged["signers"].as_array().unwrap().is_empty(),
        "{merged}"
    );
}

#[test]
fn another_store_is_not_merged() {
    let (home, other) = (common::estate(), common::estate());
    let folder = handed(other.path(), home.path());
    let import = ["import", "dir", &folder];
    refused(home.path(), &import, 1, "was made from another store");
}
