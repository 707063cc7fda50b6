//! The store as a folder of text, and back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn estate() -> tempfile::TempDir {
    let home = common::estate();
    for args in [
        &[
            "add",
            "account",
            "ORDERS",
            "--description",
            "yes: \"no\" # 1_000\u{85}",
        ][..],
        &[
            "add",
            "user",
            "clerk",
            "-a",
            "ORDERS",
            "--allow-pub",
            "orders.>",
            "--tag",
            "on",
        ],
        &["add", "operator", "STAGING", "--sys"],
        &["export", "dir", "acme"],
    ] {
        common::at_home(home.path(), args);
    }
    home
}

/// Every file below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// A home that has never seen the store, with the identity and the folder.
fn elsewhere(home: &Path) -> tempfile::TempDir {
    let other = tempfile::tempdir().unwrap();
    let script = "cp -a \"$0\"/identity.txt \"$0\"/acme \"$1\"";
    let status = std::process::Command::new("sh")
        .args(["-c", script])
        .args([home, other.path()])
        .status()
        .unwrap();
    assert!(status.success());
    other
}

#[test]
fn a_round_trip_changes_nothing() {
    let home = estate();
    let other = elsewhere(home.path());
    common::at_home(other.path(), &["import", "dir", "acme"]);
    common::at_home(other.path(), &["export", "dir", "again"]);
    let (first, second) = (
        files(&home.path().join("acme")),
        files(&other.path().join("again")),
    );
    assert!(first.len() > 40, "{}", first.len());
    assert!(first == second);
    for args in [
        &["audit", "checkpoint"][..],
        &["list", "keys"],
        &["audit", "log"],
    ] {
        let shown = [home.path(), other.path()].map(|home| common::at_home(home, args));
        assert_eq!(shown[0], shown[1]);
    }
    common::at_home(other.path(), &["store", "check"]);
    common::at_home(
        other.path(),
        &[
            "add",
            "user",
            "second",
            "-a",
            "ORDERS",
            "--operator",
            "ACME",
        ],
    );
    let text = &first[Path::new("claims/ACME/accounts/ORDERS/users/clerk.yaml")];
    let text = String::from_utf8(text.clone()).unwrap();
    assert!(
        text.contains("    \"allow\":\n      - \"orders.>\"\n"),
        "{text}"
    );
    // No seed is in the clear, and no control character.
    for (name, contents) in &first {
        let text = std::str::from_utf8(contents).unwrap();
        assert!(!text.contains("AGE-SECRET-KEY"), "{name:?}");
        let seed = text
            .split(|character: char| !character.is_ascii_alphanumeric())
            .find(|word| nkeep::nkey::Seed::parse(word).is_ok());
        assert_eq!(seed, None, "{name:?}");
    }
}

#[test]
fn a_folder_is_brought_up_to_date_and_keeps_what_is_not_ours() {
    let home = estate();
    let folder = home.path().join("acme");
    std::fs::create_dir(folder.join(".git")).unwrap();
    std::fs::write(folder.join(".git/HEAD"), "ref").unwrap();
    std::fs::write(folder.join("README.md"), "ours").unwrap();
    std::fs::write(
        folder.join("tokens/UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H.jwt"),
        "x",
    )
    .unwrap();
    common::at_home(
        home.path(),
        &["add", "account", "NEW", "--operator", "ACME"],
    );
    common::at_home(home.path(), &["export", "dir", "acme"]);
    let there = files(&folder);
    assert!(
        there.contains_key(Path::new(".git/HEAD")) && there.contains_key(Path::new("README.md"))
    );
    assert!(there.contains_key(Path::new("claims/ACME/accounts/NEW/account.yaml")));
    assert!(!there.contains_key(Path::new(
        "tokens/UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H.jwt"
    )));
    let occupied = home.path().join("occupied");
    std::fs::create_dir(&occupied).unwrap();
    std::fs::write(occupied.join("x"), "mine").unwrap();
    let output = common::nkeep_at(home.path())
        .args(["export", "dir", "occupied"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(files(&occupied).len(), 1);
}

#[test]
fn a_tree_that_was_edited_is_refused() {
    let home = estate();
    let tree = files(&home.path().join("acme"));
    let mut count = 0;
    for (name, contents) in &tree {
        // Only for git.
        if name == Path::new(".gitattributes") {
            continue;
        }
        let mut edits: Vec<Option<Vec<u8>>> = vec![None];
        if !contents.is_empty() {
            let mut flipped = contents.clone();
            let middle = flipped.len() / 2;
            flipped[middle] ^= 1;
            edits.push(Some(flipped));
            edits.push(Some(contents[..contents.len() / 2].to_vec()));
        }
        for edit in edits {
            let other = elsewhere(home.path());
            let path = other.path().join("acme").join(name);
            match &edit {
                Some(bytes) => std::fs::write(&path, bytes).unwrap(),
                None => std::fs::remove_file(&path).unwrap(),
            }
            let output = common::nkeep_at(other.path())
                .args(["import", "dir", "acme"])
                .output()
                .unwrap();
            assert!(
                matches!(output.status.code(), Some(1 | 7)),
                "{name:?} {edit:?}: {output:?}"
            );
            assert!(
                !other.path().join(".local/share").exists(),
                "{name:?}: {output:?}"
            );
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
    let other = elsewhere(home.path());
    std::fs::write(other.path().join("acme/claims/more.yaml"), "x").unwrap();
    let output = common::nkeep_at(other.path())
        .args(["import", "dir", "acme"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(7), "{output:?}");
}

#[test]
fn an_older_tree_is_refused_where_the_store_is_known() {
    let home = estate();
    common::at_home(
        home.path(),
        &["add", "account", "NEW", "--operator", "ACME"],
    );
    let output = common::nkeep_at(home.path())
        .args(["import", "dir", "acme", "--store", "other.nkeep"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(7), "{output:?}");
    assert!(!home.path().join("other.nkeep").exists());
}

/// The tree may be the only copy of a store, and what people put into the folder is theirs.
#[test]
fn a_tree_of_another_store_or_a_newer_one_is_not_replaced() {
    let home = estate();
    let home = home.path();
    let refused = |args: &[&str], code: i32, says: &str| {
        let before = files(&home.join("acme"));
        let output = common::nkeep_at(home).args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(says), "{said}");
        assert!(before == files(&home.join("acme")));
    };
    common::at_home(home, &["store", "backup", "older.backup"]);
    common::at_home(home, &["add", "account", "NEW", "--operator", "ACME"]);
    common::at_home(home, &["export", "dir", "acme"]);
    let older = ["export", "dir", "acme", "--store", "older.backup"];
    refused(&older, 7, "has come further");
    let theirs = tempfile::tempdir().unwrap();
    let other = theirs.path().join("other.nkeep");
    let other = other.to_str().unwrap();
    common::at_home(home, &["init", "-n", "OTHER", "--store", other]);
    refused(
        &["export", "dir", "acme", "--store", other],
        1,
        "of another store",
    );
    // Notes of people, in folders of ours as well; and git gives every byte back.
    for note in [
        "NOTES.md",
        "keys/NOTES.md",
        "tokens/README",
        "claims/ACME/why.txt",
    ] {
        std::fs::write(home.join("acme").join(note), "ours").unwrap();
    }
    common::at_home(home, &["add", "account", "NEWER", "--operator", "ACME"]);
    common::at_home(home, &["export", "dir", "acme"]);
    let there = files(&home.join("acme"));
    for note in [
        "NOTES.md",
        "keys/NOTES.md",
        "tokens/README",
        "claims/ACME/why.txt",
    ] {
        assert!(there.contains_key(Path::new(note)), "{note}");
    }
    assert_eq!(there[Path::new(".gitattributes")], b"* -text\n");
    // Replaced when it is asked for.
    common::at_home(
        home,
        &["export", "dir", "acme", "--store", other, "--force"],
    );
    // A folder that is only under git is as good as empty.
    std::fs::create_dir_all(home.join("repository/.git")).unwrap();
    common::at_home(home, &["export", "dir", "repository"]);
}
