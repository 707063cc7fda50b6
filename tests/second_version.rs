//! A store in which something is rotated: of the second version from then on, in the file, as text and where copies are merged.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::{Path, PathBuf};

use common::at_home;
use common::refusal::{everything, json, opened, refused, run, said, store_of};
use nkeep::nkey::PublicKey;
use nkeep::store::age::Identity;
use nkeep::store::document::{Document, KeyState, Standing};
use nkeep::store::pin::Pins;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Made, Note, Records, Store as _, StoreError};
use rusqlite::Connection;

/// The clock of the commands.
const NOW: i64 = 1_795_200_000;

fn changed(
    home: &Path,
    made: Made,
    change: impl FnOnce(&mut dyn Changes) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let text = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let keyring: Vec<Identity> = vec![text.lines().last().unwrap().parse().unwrap()];
    let note = Note {
        made,
        ..Note::new("somebody", "rotate", "rotated a key", NOW)
    };
    opened(home).transact(note, &keyring, change)
}

/// Writes a rotation, at that step.
fn rotation(home: &Path, name: &str, step: &str) {
    let document = Document {
        name: format!("paper {name}"),
        text: format!("{{\n  \"step\": \"{step}\"\n}}"),
        updated: NOW,
    };
    changed(home, Made::default(), |changes| {
        changes.put_document(&document)
    })
    .unwrap();
}

fn state(home: &Path, key: &PublicKey, state: KeyState) {
    changed(home, Made::default(), |changes| {
        changes.put_key_state(key, state)
    })
    .unwrap();
}

fn read<T>(home: &Path, look: impl FnOnce(&dyn Records) -> Result<T, StoreError>) -> T {
    opened(home).read(look).unwrap()
}

fn documents(home: &Path) -> Vec<Document> {
    read(home, |records| records.documents(""))
}

fn states(home: &Path) -> Vec<Standing> {
    read(home, |records| records.key_states())
}

/// The version that the file names.
fn version(file: &Path) -> i64 {
    let connection = Connection::open(file).unwrap();
    connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

/// The signing key of the account.
fn signing_key(home: &Path) -> PublicKey {
    let described = json(home, &["describe", "account", "ACME"]);
    let key = &described["nats"]["signing_keys"][0];
    let key = key.as_str().or_else(|| key["key"].as_str()).unwrap();
    key.parse().unwrap()
}

/// An estate in which a rotation was begun.
fn rotating() -> (tempfile::TempDir, PublicKey) {
    let home = common::estate();
    let key = signing_key(home.path());
    rotation(home.path(), "k3fq7a", "staged");
    state(home.path(), &key, KeyState::Retiring);
    (home, key)
}

/// Another home with a copy of the store, which it knows for its own.
fn copy_of(first: &Path) -> tempfile::TempDir {
    let second = tempfile::tempdir().unwrap();
    for file in ["identity.txt", ".local/share/nkeep/default.nkeep"] {
        let contents = std::fs::read(first.join(file)).unwrap();
        put(&second.path().join(file), &contents);
    }
    second
}

/// Writes a private file.
fn put(to: &Path, contents: &[u8]) {
    nkeep::file::private_folder(to.parent().unwrap()).unwrap();
    nkeep::file::write(to, contents, nkeep::file::Existing::Replace).unwrap();
}

/// The tree of a home's store, in another's.
fn handed(from: &Path, to: &Path) -> PathBuf {
    let folder = to.join("theirs");
    let _ = std::fs::remove_dir_all(&folder);
    at_home(from, &["export", "dir", folder.to_str().unwrap()]);
    folder
}

/// All that is below a folder, by names from there.
fn below(folder: &Path) -> Vec<(PathBuf, (u32, Vec<u8>))> {
    everything(folder)
        .into_iter()
        .map(|(path, what)| (path.strip_prefix(folder).unwrap().to_owned(), what))
        .collect()
}

/// What comes of a merge of one home's store into another's.
fn merged(from: &Path, to: &Path, more: &[&str]) -> String {
    handed(from, to);
    let done = json(to, &[&["import", "dir", "theirs"], more].concat());
    done["outcome"].as_str().unwrap().to_owned()
}

#[test]
fn a_store_is_raised_by_what_is_rotated_in_it_and_by_nothing_else() {
    let home = common::estate();
    let home = home.path();
    let file = store_of(home);
    at_home(home, &["add", "account", "ORDERS"]);
    let key = signing_key(home);
    let document = Document {
        name: "paper k3fq7a".to_owned(),
        text: "{}".to_owned(),
        updated: NOW,
    };
    // Neither what was only tried, nor what failed.
    changed(home, Made::trial(), |changes| {
        changes.put_document(&document)?;
        changes.put_key_state(&key, KeyState::Retiring)
    })
    .unwrap();
    let failed = changed(home, Made::default(), |changes| {
        changes.put_document(&document)?;
        Err(StoreError::Refused("no".to_owned()))
    });
    assert!(failed.is_err());
    assert_eq!(version(&file), 1);
    assert_eq!(documents(home), []);
    assert_eq!(
        read(home, |records| records.key_state(&key)),
        KeyState::Active
    );
    changed(home, Made::default(), |changes| {
        changes.put_document(&document)?;
        changes.put_key_state(&key, KeyState::Retiring)?;
        // In the same change already.
        assert_eq!(changes.document("paper k3fq7a")?.unwrap(), document);
        assert_eq!(changes.key_state(&key)?, KeyState::Retiring);
        Ok(())
    })
    .unwrap();
    assert_eq!(version(&file), 2);
    // It goes on as any other does.
    for command in [
        &["store", "check"][..],
        &["store", "compact"],
        &["audit", "verify"],
        &["add", "account", "LATER"],
        &["store", "rekey", "--new-identity", "identity-2.txt"],
    ] {
        at_home(home, command);
    }
    assert_eq!(version(&file), 2);
    assert_eq!(documents(home), [document]);
    let standing = Standing {
        key,
        state: KeyState::Retiring,
        since: NOW,
    };
    assert_eq!(states(home), [standing]);
}

/// Whoever has it open sees that, and goes on.
#[test]
fn a_store_is_raised_while_others_have_it_open() {
    let home = common::estate();
    let home = home.path();
    let mut open = opened(home);
    let look = |store: &mut SqliteStore| {
        let found = store.read(|records| records.documents(""));
        found.unwrap().len()
    };
    assert_eq!(look(&mut open), 0);
    rotation(home, "k3fq7a", "staged");
    assert_eq!(look(&mut open), 1);
    rotation(home, "zzz", "staged");
    assert_eq!(look(&mut open), 2);
}

#[test]
fn a_document_and_a_state_are_put_in_the_place_of_what_they_were() {
    let (home, key) = rotating();
    let home = home.path();
    rotation(home, "k3fq7a", "activated");
    rotation(home, "zzz", "staged");
    state(home, &key, KeyState::Retired);
    let found = documents(home);
    let names: Vec<&str> = found
        .iter()
        .map(|document| document.name.as_str())
        .collect();
    assert_eq!(names, ["paper k3fq7a", "paper zzz"]);
    assert!(found[0].text.contains("activated"), "{found:?}");
    assert_eq!(states(home).len(), 1);
    assert_eq!(
        read(home, |records| records.key_state(&key)),
        KeyState::Retired
    );
    assert_eq!(read(home, |records| records.documents("inventory")), []);
    at_home(home, &["audit", "verify"]);
}

#[test]
fn its_backup_takes_the_place_of_either_version() {
    let home = common::estate();
    let home = home.path();
    let key = signing_key(home);
    at_home(home, &["store", "backup", "first.nkeep"]);
    let head = at_home(home, &["audit", "checkpoint"]);
    rotation(home, "k3fq7a", "staged");
    state(home, &key, KeyState::Retiring);
    at_home(home, &["store", "backup", "second.nkeep"]);
    let checkpoint = ["audit", "verify", "--checkpoint", head.trim()];
    at_home(home, &checkpoint);
    // Back to where nothing was rotated, which somebody has to mean, and on again.
    let restore = ["store", "restore", "first.nkeep", "--force"];
    refused(home, &restore, 7, "was rolled back");
    let meant = [&restore[..], &["--expect-head", head.trim()]].concat();
    at_home(home, &meant);
    assert_eq!(version(&store_of(home)), 1);
    assert_eq!(states(home), []);
    at_home(home, &["store", "restore", "second.nkeep", "--force"]);
    assert_eq!(version(&store_of(home)), 2);
    assert_eq!(documents(home).len(), 1);
    at_home(home, &["store", "check"]);
}

#[test]
fn its_tree_is_the_same_store_to_the_byte() {
    let (home, _) = rotating();
    let home = home.path();
    // Whatever a document is called and says.
    for (name, text) in [
        ("settings Of/../all: ä_%", "no line end"),
        ("settings of/../all: ä_%", "two\n\n"),
        ("empty", ""),
        ("returns", "\r\n \t\u{1}\r"),
    ] {
        let document = Document {
            name: name.to_owned(),
            text: text.to_owned(),
            updated: 7,
        };
        changed(home, Made::default(), |changes| {
            changes.put_document(&document)
        })
        .unwrap();
    }
    at_home(home, &["export", "dir", "tree"]);
    let folder = home.join("tree/documents");
    let mut files: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(
        files,
        [
            "empty.json",
            "paper_k3fq7a.json",
            "returns.json",
            "settings_%4ff%2f%2e%2e%2fall%3a_%c3%a4%5f%25.json",
            "settings_of%2f%2e%2e%2fall%3a_%c3%a4%5f%25.json",
        ]
    );
    let rotation = std::fs::read_to_string(folder.join("paper_k3fq7a.json")).unwrap();
    assert_eq!(rotation, "{\n  \"step\": \"staged\"\n}\n");
    let again = tempfile::tempdir().unwrap();
    put(
        &again.path().join("identity.txt"),
        &std::fs::read(home.join("identity.txt")).unwrap(),
    );
    let tree = home.join("tree");
    let made = json(again.path(), &["import", "dir", tree.to_str().unwrap()]);
    assert_eq!(made["outcome"], "made");
    assert_eq!(version(&store_of(again.path())), 2);
    assert_eq!(documents(again.path()), documents(home));
    assert_eq!(states(again.path()), states(home));
    at_home(again.path(), &["export", "dir", "tree"]);
    let other = again.path().join("tree");
    assert!(below(&other) == below(&tree));
    let known = json(again.path(), &["import", "dir", "tree"]);
    assert_eq!(known["outcome"], "nothing");
    // A tree that is brought up to date loses nothing, and gains nothing.
    let same = json(home, &["export", "dir", "tree"]);
    for differs in ["written", "removed"] {
        assert_eq!(same[differs].as_array().unwrap().len(), 0, "{same}");
    }
}

#[test]
fn the_tree_of_a_store_of_the_first_version_is_as_it_was() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["export", "dir", "tree"]);
    let tree = home.join("tree");
    let mark = std::fs::read_to_string(tree.join("nkeep.json")).unwrap();
    assert!(mark.contains("\"layout\": 1"), "{mark}");
    assert!(!tree.join("documents.jsonl").exists());
    assert!(!tree.join("key_states.jsonl").exists());
    // A folder of that name is people's there.
    let own = tree.join("documents/minutes.json");
    put(&own, b"ours");
    assert_eq!(json(home, &["import", "dir", "tree"])["outcome"], "nothing");
    at_home(home, &["add", "account", "ORDERS"]);
    at_home(home, &["export", "dir", "tree"]);
    assert_eq!(std::fs::read(own).unwrap(), b"ours");
    let again = ["import", "dir", "tree", "--store", "again.nkeep"];
    at_home(home, &again);
    assert_eq!(version(&home.join("again.nkeep")), 1);
}

#[test]
fn a_tree_takes_the_place_of_one_of_the_other_version() {
    let (home, _) = rotating();
    let other = common::estate();
    let folder = handed(home.path(), other.path());
    at_home(other.path(), &["export", "dir", "theirs", "--force"]);
    assert!(!folder.join("documents/paper_k3fq7a.json").exists());
    assert!(!folder.join("key_states.jsonl").exists());
    let outcome = json(other.path(), &["import", "dir", "theirs"]);
    assert_eq!(outcome["outcome"], "nothing");
}

/// The tree of a home's store, made anew.
fn exported(home: &Path) -> PathBuf {
    let tree = home.join("tree");
    let _ = std::fs::remove_dir_all(&tree);
    at_home(home, &["export", "dir", "tree"]);
    tree
}

fn edit(file: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{text}");
    std::fs::write(file, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_tree_of_it_that_was_edited_is_refused() {
    let (home, _) = rotating();
    let home = home.path();
    let document = "documents/paper_k3fq7a.json";
    for (file, from, to) in [
        (document, "staged", "activated"),
        (document, "}\n", "}"),
        (document, "}\n", "}\n\n"),
        ("documents.jsonl", "1795200000", "1795200001"),
        ("documents.jsonl", "k3fq7a", "k3fq7b"),
        ("key_states.jsonl", "retiring", "active"),
        ("key_states.jsonl", "1795200000", "5"),
    ] {
        edit(&exported(home).join(file), from, to);
        refused(home, &["import", "dir", "tree"], 7, "");
    }
    std::fs::remove_file(exported(home).join(document)).unwrap();
    refused(home, &["import", "dir", "tree"], 7, "documents.jsonl");
    put(&exported(home).join("documents/more.json"), b"{}\n");
    let says = "documents/more.json belongs to nothing";
    refused(home, &["import", "dir", "tree"], 7, says);
    // As a tree of another version than it is.
    for (layout, code, says) in [
        ("\"layout\": 1", 7, "rows are missing"),
        (
            "\"layout\": 3",
            1,
            "version 3, and this nkeep knows those up to 2",
        ),
        ("\"layout\": \"2\"", 1, "its layout has version \"2\""),
    ] {
        edit(&exported(home).join("nkeep.json"), "\"layout\": 2", layout);
        refused(home, &["import", "dir", "tree"], code, says);
    }
}

#[test]
fn a_copy_that_rotated_is_followed_from_the_first_version_on() {
    let home = common::estate();
    let copy = copy_of(home.path());
    let (first, second) = (home.path(), copy.path());
    let key = signing_key(first);
    rotation(first, "k3fq7a", "staged");
    state(first, &key, KeyState::Retiring);
    assert_eq!(merged(first, second, &[]), "followed");
    assert_eq!(version(&store_of(second)), 2);
    assert_eq!(documents(second), documents(first));
    assert_eq!(states(second), states(first));
    let heads = [first, second].map(|home| at_home(home, &["audit", "checkpoint"]));
    assert_eq!(heads[0], heads[1]);
    at_home(second, &["store", "check"]);
    // It goes on there, and is followed in turn; what is behind gives nothing.
    rotation(second, "k3fq7a", "activated");
    state(second, &key, KeyState::Retired);
    assert_eq!(merged(first, second, &[]), "nothing");
    assert_eq!(merged(second, first, &[]), "followed");
    assert_eq!(documents(second), documents(first));
    assert_eq!(states(second), states(first));
}

#[test]
fn what_both_rotated_is_there_and_converges() {
    let home = common::estate();
    let copy = copy_of(home.path());
    let (first, second) = (home.path(), copy.path());
    let key = signing_key(first);
    // One side has nothing of the second version before.
    at_home(second, &["add", "account", "ORDERS"]);
    rotation(first, "k3fq7a", "staged");
    state(first, &key, KeyState::Retiring);
    assert_eq!(merged(first, second, &[]), "merged");
    assert_eq!(version(&store_of(second)), 2);
    assert_eq!(documents(second), documents(first));
    assert_eq!(states(second), states(first));
    at_home(second, &["store", "check"]);
    rotation(second, "zzz", "staged");
    assert_eq!(merged(second, first, &[]), "merged");
    assert_eq!(documents(second), documents(first));
    assert_eq!(merged(first, second, &[]), "nothing");
    assert_eq!(merged(second, first, &[]), "nothing");
    // Whoever goes on from what both have is followed.
    rotation(first, "zzz", "activated");
    state(first, &key, KeyState::Retired);
    assert_eq!(merged(first, second, &[]), "merged");
    assert_eq!(documents(second), documents(first));
    assert_eq!(states(second), states(first));
}

#[test]
fn a_rotation_that_both_changed_people_must_settle() {
    let (home, key) = rotating();
    let copy = copy_of(home.path());
    let (first, second) = (home.path(), copy.path());
    rotation(first, "k3fq7a", "activated");
    rotation(second, "k3fq7a", "aborted");
    handed(first, second);
    refused(
        second,
        &["import", "dir", "theirs"],
        7,
        "both changed paper k3fq7a",
    );
    assert!(documents(second)[0].text.contains("aborted"));
    state(first, &key, KeyState::Retired);
    state(second, &key, KeyState::Compromised);
    handed(first, second);
    let output = run(second, &["import", "dir", "theirs"]);
    assert_eq!(output.status.code(), Some(7));
    let says = format!("both changed paper k3fq7a, the state of {key}");
    assert!(said(&output).contains(&says), "{output:?}");
    assert_eq!(merged(first, second, &["--ours"]), "nothing");
    assert!(documents(second)[0].text.contains("aborted"));
    assert_eq!(merged(first, second, &["--theirs"]), "merged");
    assert_eq!(documents(second), documents(first));
    assert_eq!(states(second), states(first));
    assert_eq!(merged(second, first, &[]), "nothing");
    at_home(second, &["store", "check"]);
}

#[test]
fn a_key_that_one_copy_destroyed_is_gone_from_the_other() {
    let home = common::estate();
    let copy = copy_of(home.path());
    let (first, second) = (home.path(), copy.path());
    let made = at_home(first, &["generate", "nkey", "--account", "-S"]);
    let key: PublicKey = made
        .split_whitespace()
        .find_map(|word| word.parse().ok())
        .unwrap();
    assert_eq!(merged(first, second, &[]), "followed");
    let is_there = |home: &Path| read(home, |records| records.key(&key)).is_some();
    assert!(is_there(second));
    changed(first, Made::default(), |changes| {
        changes.remove_key(&key)?;
        changes.put_key_state(&key, KeyState::Destroyed)
    })
    .unwrap();
    at_home(second, &["add", "account", "ORDERS"]);
    assert_eq!(merged(first, second, &[]), "merged");
    assert!(!is_there(second));
    assert_eq!(states(second), states(first));
    at_home(second, &["store", "check"]);
    assert_eq!(merged(first, second, &[]), "nothing");
}

/// How a key stands is said where it is not simply in use, and nowhere else.
#[test]
fn keys_that_are_not_in_use_are_said_to_be_so() {
    let home = common::estate();
    let home = home.path();
    let key = signing_key(home);
    let shown = |home: &Path| {
        [
            &["list", "keys"][..],
            &["describe", "account", "ACME"],
            &["describe", "account", "ACME", "--tree"],
            &["describe", "operator", "--tree"],
            &["describe", "user", "ACME", "-a", "ACME"],
        ]
        .map(|command| at_home(home, command))
    };
    let before = shown(home);
    assert!(!before.concat().contains("STATE"), "{before:?}");
    state(home, &key, KeyState::Retiring);
    for text in shown(home) {
        assert!(text.contains("retiring"), "{text}");
    }
    // Of nobody else.
    let operator = at_home(home, &["describe", "operator"]);
    assert!(!operator.contains("retiring"), "{operator}");
    let key = key.to_string();
    let list = json(home, &["list", "keys"]);
    for listed in list["keys"].as_array().unwrap() {
        let state = if listed["public_key"] == *key {
            "retiring"
        } else {
            "active"
        };
        assert_eq!(listed["state"], state, "{listed}");
    }
    let account = json(home, &["describe", "account", "ACME"]);
    let expected = serde_json::json!([{ "public_key": key, "state": "retiring", "since": NOW }]);
    assert_eq!(account["status"]["keys"], expected);
    let operator = json(home, &["describe", "operator"]);
    assert_eq!(operator["status"]["keys"], serde_json::json!([]));
    let tree = json(home, &["describe", "account", "ACME", "--tree"]);
    let account = &tree["operator"]["accounts"][0];
    assert_eq!(account["state"], "active");
    assert_eq!(account["signing_keys"][0]["state"], "retiring");
    // In use again, and as it was.
    state(home, &key.parse().unwrap(), KeyState::Active);
    assert_eq!(shown(home), before);
}

/// What comes of a copy of the store that somebody changed with SQL.
fn altered(home: &Path, sql: &str) -> Result<SqliteStore, StoreError> {
    let path = home.join("altered.nkeep");
    put(&path, &std::fs::read(store_of(home)).unwrap());
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch(sql)
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
    drop(connection);
    SqliteStore::open(&path, &Pins::none(), Rollback::Refuse)
}

fn found(home: &Path, sql: &str, says: &str) {
    match altered(home, sql) {
        Err(StoreError::Tampered { what, .. }) if what.contains(says) => {}
        Err(other) => panic!("{sql}: {other}"),
        Ok(_) => panic!("{sql}: accepted"),
    }
}

#[test]
fn what_a_shell_can_do_to_rotations_is_found() {
    let (home, key) = rotating();
    let home = home.path();
    altered(home, "").unwrap();
    let other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    for (sql, says) in [
        (
            "UPDATE documents SET text = replace(text, 'staged', 'retired')",
            "document paper k3fq7a is not as the journal says",
        ),
        (
            "UPDATE documents SET name = 'paper other'",
            "document paper other is not as the journal says",
        ),
        ("UPDATE documents SET updated = 0", "is not as the journal"),
        ("DELETE FROM documents", "rows are missing"),
        (
            "INSERT INTO documents VALUES ('paper more', '{}', 0)",
            "document paper more is not as the journal says",
        ),
        (
            "UPDATE key_states SET state = 'active'",
            &format!("state {key} is not as the journal says"),
        ),
        ("UPDATE key_states SET state = 'fine'", "cannot hold"),
        ("UPDATE key_states SET since = 0", "is not as the journal"),
        (
            &format!("UPDATE key_states SET public_key = '{other}'"),
            "cannot hold",
        ),
        ("DELETE FROM key_states", "rows are missing"),
        ("PRAGMA user_version = 1", "its schema is another"),
        ("DROP TABLE documents", "its schema is another"),
        (
            "DROP TABLE documents; DROP TABLE key_states; PRAGMA user_version = 1",
            "rows are missing",
        ),
        (
            "ALTER TABLE documents ADD COLUMN more TEXT",
            "its schema is another",
        ),
    ] {
        found(home, sql, says);
    }
}

#[test]
fn a_store_is_of_the_version_that_its_journal_calls_for() {
    let home = common::estate();
    let home = home.path();
    altered(home, "").unwrap();
    let tables = include_str!("../src/store/sqlite/rotation.sql");
    found(home, "PRAGMA user_version = 2", "its schema is another");
    found(home, tables, "its schema is another");
    found(
        home,
        &format!("{tables} PRAGMA user_version = 2"),
        "its journal does not call for",
    );
    let (rotated, _) = rotating();
    for home in [home, rotated.path()] {
        match altered(home, "PRAGMA user_version = 3") {
            Err(StoreError::Unusable { reason, .. }) => assert_eq!(
                reason,
                "it has version 3, and this nkeep knows those up to 2"
            ),
            other => panic!("{:?}", other.map(drop)),
        }
    }
}
