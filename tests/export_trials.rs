//! Exports that are tried: what is listed is what is written then, and nothing is written before.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeSet;
use std::path::Path;

use common::at_home;
use common::refusal::{everything, json, refused};

fn lines(home: &Path, args: &[&str]) -> BTreeSet<String> {
    at_home(home, args).lines().map(str::to_owned).collect()
}

/// The files below a folder, as they are called from above it.
fn files(home: &Path, folder: &str) -> BTreeSet<String> {
    let all = everything(&home.join(folder)).into_iter();
    let files = all.filter(|(path, _)| path.is_file());
    files
        .map(|(path, _)| path.strip_prefix(home).unwrap().display().to_string())
        .collect()
}

#[test]
fn what_a_dry_run_lists_is_what_is_written() {
    let home = common::estate();
    let home = home.path();
    for args in [
        &[
            "export",
            "keys",
            "--all",
            "--include-jwts",
            "--dir",
            "out/keys",
        ][..],
        &["export", "nsc", "out/nsc"],
        &["export", "nsc", "--reveal", "out/nsc-seeds"],
        &["export", "dir", "out/tree"],
    ] {
        let trial = [args, &["--dry-run"]].concat();
        let before = everything(home);
        let listed = lines(home, &trial);
        assert!(listed.len() > 3, "{args:?}: {listed:?}");
        assert_eq!(everything(home), before, "{args:?}");
        at_home(home, args);
        assert_eq!(listed, files(home, args.last().unwrap()), "{args:?}");
    }
    // What is refused then is refused before.
    for args in [
        &["export", "keys", "--all", "--dir", "out/keys"][..],
        &["export", "keys", "--all", "--dir", "identity.txt/x"],
        &["export", "nsc", "out/nsc"],
        &["export", "nsc", "identity.txt"],
        &["export", "dir", "out/nsc"],
    ] {
        let trial = [args, &["--dry-run"]].concat();
        // What helps is tried, too.
        let tried = refused(home, &trial, 1, "").replace(" --dry-run", "");
        assert_eq!(tried, refused(home, args, 1, ""));
    }
}

/// Of a tree that is there, what differs.
#[test]
fn a_tree_that_is_there_is_compared() {
    let home = common::estate();
    let home = home.path();
    let export = ["export", "dir", "tree"];
    let trial = ["export", "dir", "tree", "--dry-run"];
    at_home(home, &export);
    assert!(lines(home, &trial).is_empty());
    at_home(home, &["add", "account", "ORDERS"]);
    at_home(home, &["delete", "account", "ACME", "--force", "--rm-nkey"]);
    let (old, listed) = (files(home, "tree"), lines(home, &trial));
    let document = json(home, &trial);
    let names = |field: &str| document[field].as_array().unwrap().clone();
    assert_eq!(
        names("written").len() + names("removed").len(),
        listed.len()
    );
    at_home(home, &export);
    let new = files(home, "tree");
    let gone: BTreeSet<String> = old.difference(&new).cloned().collect();
    let removed: BTreeSet<String> = listed
        .iter()
        .filter_map(|line| line.strip_suffix(" (removed)"))
        .map(str::to_owned)
        .collect();
    assert!(!gone.is_empty());
    assert_eq!(removed, gone);
    assert!(new.difference(&old).all(|path| listed.contains(path)));
}

/// Into a file that is open, too: its keys are named, and no seed is.
#[test]
fn nothing_goes_into_an_open_file() {
    let home = common::estate();
    let home = home.path();
    let line = format!(
        "{} export keys -A --fd 3 --dry-run 3>open.txt",
        env!("CARGO_BIN_EXE_nkeep")
    );
    let mut shell = std::process::Command::new("bash");
    shell.args(["-c", &line]).current_dir(home);
    shell.env("HOME", home);
    shell.env("NKEEP_IDENTITY", home.join("identity.txt"));
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(std::fs::read(home.join("open.txt")).unwrap(), b"");
    let keys = String::from_utf8(output.stdout).unwrap();
    let all = keys.lines().map(str::parse::<nkeep::nkey::PublicKey>);
    assert!(
        all.clone().count() > 5 && all.into_iter().all(|key| key.is_ok()),
        "{keys}"
    );
}

/// Moved is what is written, and nothing is.
#[test]
fn keys_that_would_be_moved_stay() {
    let home = common::estate();
    let home = home.path();
    let before = at_home(home, &["list", "keys"]);
    at_home(
        home,
        &[
            "export",
            "keys",
            "--users",
            "--remove",
            "--dir",
            "out",
            "--dry-run",
        ],
    );
    assert_eq!(at_home(home, &["list", "keys"]), before);
    assert!(!home.join("out").exists());
}

/// As nsc's: the operator that is meant, its accounts and users, and what `list keys -A` lists.
#[test]
fn all_is_of_one_operator() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["add", "operator", "OTHER"]);
    at_home(home, &["generate", "nkey", "--account", "--keep"]);
    common::unselect(home);
    refused(home, &["export", "keys", "--all", "--dir", "x"], 2, "OTHER");
    // What is only looked at is of all of them.
    assert!(at_home(home, &["list", "keys", "--all"]).contains("OTHER"));
    for operator in ["ACME", "OTHER"] {
        at_home(home, &["select", "operator", operator]);
        let listed = json(home, &["list", "keys", "--all"]);
        let exported = json(home, &["export", "keys", "--all", "--dir", operator]);
        let keys = |document: &serde_json::Value| -> BTreeSet<String> {
            let keys = document["keys"].as_array().unwrap().iter();
            keys.map(|key| key["public_key"].as_str().unwrap().to_owned())
                .collect()
        };
        assert_eq!(keys(&listed), keys(&exported));
        assert!(!keys(&listed).is_empty());
    }
}

/// A line that is read by itself is not taken for something that was done.
#[test]
fn each_line_of_a_dry_run_says_that_it_is_one() {
    let home = common::estate();
    for line in [
        "export nsc old-nsc --dry-run",
        "export keys --users --remove --dir seeds --dry-run",
        "delete user ACME -a ACME --dry-run",
        "add account SHOP --dry-run",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        let output = common::refusal::run(home.path(), &words);
        assert!(output.status.success(), "{line}: {output:?}");
        let said = common::refusal::said(&output);
        let marks = ["nkeep: dry run: ", "nkeep: warning: "];
        assert!(
            said.lines()
                .all(|line| marks.iter().any(|mark| line.starts_with(mark))),
            "{line}: {said}"
        );
    }
}

#[test]
fn where_files_are_the_hint_asks_for_another_folder_and_for_all_else_as_before() {
    let home = common::estate();
    let home = home.path();
    for (line, hint) in [
        (
            "export keys --users -d ek",
            "export keys --users -d NEW-FOLDER",
        ),
        (
            "export keys --all --dir=ek2 --include-jwts",
            "export keys --all --dir=NEW-FOLDER --include-jwts",
        ),
        ("export nsc nsc --reveal", "export nsc nsc-2 --reveal"),
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        common::at_home(home, &words);
        let why = common::refusal::refused(home, &words, 1, "");
        assert!(
            why.replace('\'', "")
                .contains(&format!("hint: nkeep {hint}\n")),
            "{line}: {why}"
        );
        let followed: Vec<&str> = hint.split(' ').collect();
        common::at_home(home, &followed);
        // Who exports the whole store is asked for no name.
        let _ = std::fs::remove_dir_all(home.join("NEW-FOLDER"));
    }
}

/// Seeds in the clear are not left behind by an export that nobody has: what it wrote goes again, and what was there stays.
#[test]
fn an_export_of_keys_that_fails_midway_leaves_no_seeds() {
    let home = common::estate();
    let home = home.path();
    let keys = json(
        home,
        &["export", "keys", "--all", "--dir", "all", "--dry-run"],
    );
    let files = keys["keys"].as_array().unwrap().iter();
    let files: Vec<&str> = files.map(|key| key["file"].as_str().unwrap()).collect();
    let [first, .., last] = &files[..] else {
        panic!("{files:?}")
    };
    // The last cannot be written: it is a folder. The first is somebody's.
    std::fs::create_dir_all(home.join(last)).unwrap();
    std::fs::write(home.join(first), "of somebody").unwrap();
    let export = [
        "export", "keys", "--all", "--remove", "--dir", "all", "--force",
    ];
    let output = common::refusal::run(home, &export);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = common::refusal::said(&output);
    assert!(said.contains("is removed again"), "{said}");
    let left: Vec<_> = std::fs::read_dir(home.join("all")).unwrap().collect();
    assert_eq!(left.len(), 2, "{left:?}");
    let still = json(home, &["export", "keys", "--all", "--dir", "again"]);
    assert_eq!(still["keys"].as_array().unwrap().len(), files.len());
}
