//! Whom a backup lets in again whom the store that is there shuts out: each is named, with what shuts out again.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said, store_of, sub};
use common::{at_home, line};

/// Everybody who may be shut out, a backup, and everybody shut out. With the backup's head, and who is let in by it.
fn shut_out() -> (tempfile::TempDir, String, Vec<String>) {
    let folder = common::estate();
    let home = folder.path();
    line(home, "edit operator --require-signing-keys=false");
    let operator_key = line(home, "edit operator --sk generate");
    for account in ["S", "GONE", "SHOP"] {
        line(home, &format!("add account {account}"));
    }
    let key = line(home, "edit account S --sk generate");
    let other = line(home, "edit account S --sk generate");
    for user in ["revoked", "deleted", "signed"] {
        line(home, &format!("add user {user} -a S -K {other}"));
    }
    line(home, &format!("edit user signed -a S -K {key}"));
    line(home, "add user inside -a GONE");
    line(home, "add export -a S -s orders --private");
    line(home, "add export -a S -s prices");
    let head = line(home, "audit checkpoint");
    line(home, "store backup older.backup");

    let [gone, shop] = ["account GONE", "account SHOP"].map(|account| sub(home, account));
    let inside = sub(home, "user inside -a GONE");
    let [revoked, deleted, signed] =
        ["revoked", "deleted", "signed"].map(|user| sub(home, &format!("user {user} -a S")));
    line(home, "revocations add-user revoked -a S");
    line(home, "delete user deleted -a S --no-revoke");
    line(home, &format!("edit account S --rm-sk {key} --force"));
    line(
        home,
        &format!("edit operator --rm-sk {operator_key} --force"),
    );
    line(home, "revocations add-activation -a S -s orders -t SHOP");
    line(home, "delete export -a S -s prices");
    line(home, "delete account GONE --force");
    let who = vec![
        format!("user \"revoked\" {revoked} of account \"S\", who was revoked up to 2026-"),
        format!("user \"deleted\" {deleted} of account \"S\", who was deleted"),
        format!(
            "whom the signing key {key} of account \"S\" signed, which was taken away: 1 user, \"signed\" {signed}"
        ),
        format!(
            "whom the signing key {operator_key} of operator \"ACME\" signed, which was taken away: nobody who is known"
        ),
        format!(
            "account \"SHOP\" {shop} to the stream \"orders\" of account \"S\", where its activations were revoked"
        ),
        "whoever imports the stream \"prices\" of account \"S\", which was deleted".to_owned(),
        format!("user \"inside\" {inside} of account \"GONE\", who was revoked up to 2026-"),
        format!("account \"GONE\" {gone} with 1 user, which was deleted"),
    ];
    (folder, head, who)
}

/// What a dry run says, which leaves the store as it is, and its machine knowing what it knew.
fn tried(home: &Path, args: &[&str]) -> serde_json::Value {
    let all = || {
        (
            std::fs::read(store_of(home)).ok(),
            line(home, "audit checkpoint"),
        )
    };
    let before = all();
    let tried = json(home, &[args, &["--dry-run"]].concat());
    assert!(all() == before, "{tried}");
    assert_eq!(
        (&tried["dry_run"], &tried["replaced"]),
        (&true.into(), &true.into())
    );
    tried
}

#[test]
fn a_dry_run_refuses_what_would_be_refused_and_replaces_nothing() {
    let home = common::estate();
    let home = home.path();
    line(home, "store backup a.backup");
    let restore = ["store", "restore", "a.backup", "--dry-run"];
    refused(home, &restore, 1, "exists\n");
    tried(home, &["store", "restore", "a.backup", "--force"]);
    let words = said(&run(home, &[&restore[..], &["--force"]].concat()));
    assert!(
        words.contains("nkeep: dry run: ")
            && words.contains("in place of the store that was there"),
        "{words}"
    );

    let away = home.join("away");
    std::fs::rename(store_of(home), &away).unwrap();
    let alone = json(home, &restore);
    assert_eq!(alone["replaced"], false);
    assert!(!store_of(home).exists());
    std::fs::rename(away, store_of(home)).unwrap();
    line(home, "add account LATER");
    let why = refused(
        home,
        &[&restore[..], &["--force"]].concat(),
        7,
        "was seen here to go to",
    );
    // What helps is a dry run, too.
    let hint = why.split("hint: nkeep ").nth(1).unwrap();
    let again = hint.trim().strip_suffix(" --dry-run").unwrap();
    tried(home, &again.split(' ').collect::<Vec<_>>());
}

#[test]
fn whom_a_backup_lets_in_again_is_named_before_it_goes_ahead() {
    let (folder, head, who) = shut_out();
    let home = folder.path();
    let restore = ["store", "restore", "older.backup"];
    let forced = [&restore[..], &["--force"]].concat();
    for why in [
        refused(
            home,
            &restore,
            1,
            "default.nkeep exists; it would let in again: ",
        ),
        refused(home, &forced, 7, "; it would let in again: "),
    ] {
        for who in &who {
            assert!(why.contains(who), "{who}: {why}");
        }
    }
    let meant = [&forced[..], &["--expect-head", &head]].concat();
    let tried = tried(home, &meant);
    let done = json(home, &meant);
    assert_eq!(tried["let_in_again"], done["let_in_again"]);
    assert_eq!(tried["warnings"], done["warnings"]);
    let warnings: Vec<&str> = done["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect();
    assert_eq!(warnings.len(), who.len(), "{done}");
    let found = done["let_in_again"].as_array().unwrap();
    assert_eq!(found.len(), who.len(), "{done}");
    for who in &who {
        assert!(
            warnings
                .iter()
                .any(|one| one.contains(&format!("lets in again {who}"))),
            "{who}: {done}"
        );
    }
    // The commands that shut out again run as they stand; afterwards nobody would be let in again.
    line(home, "store backup again.backup");
    for one in found {
        let command = one["command"].as_str().unwrap();
        assert!(
            warnings.iter().any(|warning| warning.ends_with(command)),
            "{command}"
        );
        line(home, command.strip_prefix("nkeep ").unwrap());
    }
    let why = refused(home, &["store", "restore", "again.backup"], 1, "exists");
    for who in &who {
        // Who was deleted is revoked by that now.
        let who = who.split(", ").next().unwrap();
        assert!(why.contains(who), "{who}: {why}");
    }
}

#[test]
fn nobody_is_named_where_nobody_comes_back() {
    let home = common::estate();
    let home = home.path();
    line(home, "store backup a.backup");
    let why = refused(home, &["store", "restore", "a.backup"], 1, "exists\n");
    assert!(!why.contains("again"), "{why}");
    let done = json(home, &["store", "restore", "a.backup", "--force"]);
    assert_eq!(done["warnings"], serde_json::json!([]));
    assert_eq!(done["let_in_again"], serde_json::json!([]));
}

#[test]
fn many_are_counted() {
    let home = common::estate();
    let home = home.path();
    for user in 0..23 {
        line(home, &format!("add user u{user} -a ACME"));
    }
    let head = line(home, "audit checkpoint");
    line(home, "store backup older.backup");
    for user in 0..23 {
        line(home, &format!("revocations add-user u{user} -a ACME"));
    }
    let why = refused(
        home,
        &["store", "restore", "older.backup"],
        1,
        "; and 3 more",
    );
    assert_eq!(why.matches("who was revoked").count(), 20, "{why}");
    let restore = [
        "store",
        "restore",
        "older.backup",
        "--force",
        "--expect-head",
        &head,
    ];
    let words = said(&run(home, &restore));
    assert_eq!(
        words
            .matches("what shuts out: nkeep revocations add-user -u U")
            .count(),
        23,
        "{words}"
    );
}

#[test]
fn where_nothing_can_be_compared_that_is_said() {
    let (folder, head, _) = shut_out();
    let home = folder.path();
    let whole = std::fs::read(store_of(home)).unwrap();
    std::fs::write(store_of(home), &whole[..whole.len() / 2]).unwrap();
    let restore = ["store", "restore", "older.backup"];
    let words = "cannot be read, so nothing could be compared";
    refused(home, &restore, 1, words);
    let forced = [&restore[..], &["--force", "--expect-head", &head]].concat();
    let done = json(home, &forced);
    assert!(
        done["warnings"][0].as_str().unwrap().contains(words),
        "{done}"
    );
    assert!(done["let_in_again"].is_null(), "{done}");
    // Nor where the store is gone.
    std::fs::write(store_of(home), &whole).unwrap();
    line(home, "list accounts");
    std::fs::remove_file(store_of(home)).unwrap();
    let words = "no store is there, so nothing could be compared";
    refused(home, &restore, 7, words);
    let out = run(home, &[&restore[..], &["--expect-head", &head]].concat());
    assert!(said(&out).contains(&format!("warning: {words}")), "{out:?}");
}

/// The only key of an account whose operator demands one goes for another.
#[test]
fn the_only_key_that_comes_back_is_taken_away_for_another() {
    let folder = common::estate();
    let home = folder.path();
    line(home, "add account A");
    line(home, "add user u -a A");
    line(home, "store backup b.backup");
    let head = line(home, "audit checkpoint");
    line(home, "edit account A --sk generate");
    let keys = json(home, &["describe", "account", "A"]);
    let keys = keys["nats"]["signing_keys"].as_array().unwrap().clone();
    let signer = json(home, &["describe", "user", "u", "-a", "A"])["iss"].clone();
    assert!(keys.contains(&signer), "{keys:?}");
    let taken = signer.as_str().unwrap();
    line(home, &format!("edit account A --rm-sk {taken} --force"));
    let restore = format!("store restore b.backup --force --expect-head {head}");
    let out = run(home, &restore.split(' ').collect::<Vec<_>>());
    assert!(out.status.success(), "{out:?}");
    let said = said(&out);
    assert!(said.contains("1 user, \"u\" U"), "{said}");
    let (_, command) = said.split_once("what shuts out: nkeep ").unwrap();
    line(home, command.lines().next().unwrap());
    let keys = json(home, &["describe", "account", "A"]);
    assert!(
        !keys["nats"]["signing_keys"].to_string().contains(taken),
        "{keys}"
    );
}

/// What a backup made before a change lets in again, as data.
fn restored(home: &Path, head: &str) -> Vec<serde_json::Value> {
    let args = ["store", "restore", "older.backup", "--force"];
    let done = json(home, &[&args[..], &["--expect-head", head]].concat());
    done["let_in_again"].as_array().unwrap().clone()
}

#[test]
fn an_export_that_is_public_again_is_named() {
    let home = common::estate();
    let home = home.path();
    line(home, "add account S");
    line(home, "add export -a S -s prices");
    line(home, "add export -a S -s quote --service");
    line(home, "store backup older.backup");
    let head = line(home, "audit checkpoint");
    line(home, "edit export -a S -s prices --private");
    line(home, "edit export -a S -s quote --private");
    let who = "whoever imports the stream \"prices\" of account \"S\" without an activation";
    let restore = ["store", "restore", "older.backup"];
    refused(home, &restore, 1, who);
    let found = restored(home, &head);
    assert_eq!(found.len(), 2, "{found:?}");
    for one in found {
        let command = one["command"].as_str().unwrap();
        line(home, command.strip_prefix("nkeep ").unwrap());
    }
    let exports = json(home, &["describe", "account", "S"])["nats"]["exports"].clone();
    for export in exports.as_array().unwrap() {
        assert_eq!(export["token_req"], true, "{exports}");
    }
}

#[test]
fn an_identity_that_became_a_signing_key_was_trusted_all_the_time() {
    let home = common::estate();
    let home = home.path();
    line(home, "store backup older.backup");
    line(home, "reissue operator --convert-to-signing-key");
    let why = refused(home, &["store", "restore", "older.backup"], 1, "exists\n");
    assert!(!why.contains("again"), "{why}");
}

#[test]
fn whom_no_key_of_the_backup_signed_is_not_let_in() {
    let home = common::estate();
    let home = home.path();
    line(home, "add account S");
    line(home, "add user old -a S");
    line(home, "store backup older.backup");
    line(home, "edit account S --sk generate");
    let fields = ["describe", "account", "S", "-F", "nats.signing_keys"];
    let keys = at_home(home, &fields);
    let new = line(home, "edit account S --sk generate");
    assert!(!keys.contains(&new));
    line(home, &format!("add user w -a S -K {new}"));
    line(home, &format!("add user v -a S -K {new}"));
    line(home, "delete user w -a S");
    line(home, "revocations add-user v -a S");
    let restore = ["store", "restore", "older.backup"];
    let why = refused(home, &restore, 1, "exists\n");
    assert!(!why.contains("again"), "{why}");
    // Who was there is.
    let old = sub(home, "user old -a S");
    line(home, "delete user old -a S");
    let why = refused(home, &restore, 1, "it would let in again");
    assert!(
        why.contains(&old) && why.matches("revoked").count() == 1,
        "{why}"
    );
}

/// Who was removed as a recipient opens what a backup has from before: that is said, with what removes them again.
#[test]
fn recipients_that_come_back_are_named() {
    let folder = common::estate();
    let home = folder.path();
    common::second_recipient(home);
    at_home(home, &["store", "backup", "before.backup"]);
    at_home(home, &["store", "recipients", "remove", "ci"]);
    let restore = ["store", "restore", "before.backup", "--force"];
    let why = refused(home, &restore, 7, "--expect-head");
    let head = why.split("--expect-head ").nth(1).unwrap();
    let head = head.split_whitespace().next().unwrap();
    let restore = [&restore[..], &["--expect-head", head]].concat();
    let told = common::refusal::said(&run(home, &restore));
    let named =
        told.contains("warning: \"ci\" age1") && told.contains("nkeep store recipients remove ci");
    assert!(named, "{told}");
    at_home(home, &["store", "recipients", "remove", "ci"]);
}

/// Nobody deleted what an older backup had not yet: no hint deletes it.
#[test]
fn what_never_was_there_was_not_deleted() {
    let folder = common::estate();
    let home = folder.path();
    at_home(home, &["store", "backup", "older.backup"]);
    line(home, "add account KEEP");
    line(home, "add user kept -a KEEP");
    at_home(home, &["store", "backup", "newer.backup"]);
    let restore = ["store", "restore", "older.backup", "--force"];
    let why = refused(home, &restore, 7, "--expect-head");
    let head = why.split("--expect-head ").nth(1).unwrap();
    let head = head.split_whitespace().next().unwrap();
    at_home(home, &[&restore[..], &["--expect-head", head]].concat());
    let told = common::refusal::said(&run(home, &["store", "restore", "newer.backup", "--force"]));
    assert!(
        !told.contains("deleted") && !told.contains("lets in again"),
        "{told}"
    );
    assert!(line(home, "list accounts").contains("KEEP"));
}

/// What a job expects is expected of a backup, too, before it takes anything's place.
#[test]
fn a_backup_that_is_not_expected_takes_no_place() {
    let folder = common::estate();
    let home = folder.path();
    at_home(home, &["store", "backup", "older.backup"]);
    line(home, "add account KEEP");
    let head = line(home, "audit checkpoint");
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_EXPECT_HEAD", head.trim());
    command.args(["store", "restore", "older.backup", "--store", "other.nkeep"]);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(7), "{output:?}");
    assert!(!home.join("other.nkeep").exists());
}
