//! Where `import nsc` looks, what it prints to be run next, and what is in the way of a name.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{everything, json, refused, run, said, store_of};
use common::{at_home, fixture, nkeep_at};

/// An empty store, and the parts of a store of nsc's apart from each other.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let at = home.path();
    at_home(at, &["store", "init", "--new-identity", "identity.txt"]);
    fixture("nsc-store", at);
    std::fs::create_dir(at.join("apart of it")).unwrap();
    for part in ["stores", "keys"] {
        std::fs::rename(
            at.join("nsc-store").join(part),
            at.join("apart of it").join(part),
        )
        .unwrap();
    }
    home
}

fn apart() -> [&'static str; 4] {
    [
        "--data-dir",
        "apart of it/stores",
        "--keystore-dir",
        "apart of it/keys",
    ]
}

/// Runs a line of nkeep's as it was printed.
fn follow(home: &Path, line: &str) -> std::process::Output {
    let plain = nkeep_at(home);
    let program = plain.get_program().to_string_lossy().into_owned();
    let words = line.strip_prefix("nkeep ").unwrap();
    let mut shell = std::process::Command::new("sh");
    shell
        .args(["-c", &format!("'{program}' {words}")])
        .current_dir(home)
        .env_clear();
    for (name, value) in plain.get_envs() {
        shell.env(name, value.unwrap());
    }
    shell.output().unwrap()
}

fn next(output: &std::process::Output) -> String {
    assert!(output.status.success(), "{output:?}");
    let said = said(output);
    said.rsplit("next: ").next().unwrap().trim().to_owned()
}

fn seeds(home: &Path) -> usize {
    let all = everything(&home.join("apart of it"));
    all.keys()
        .filter(|path| path.extension().is_some_and(|ending| ending == "nk"))
        .count()
}

#[test]
fn folders_behind_the_command_are_of_nsc() {
    let home = home();
    let home = home.path();
    let before = seeds(home);
    assert!(before > 30);
    let args = [&["import", "nsc"], &apart()[..]].concat();
    let next = next(&run(home, &args));
    assert_eq!(
        next,
        "nkeep import nsc --data-dir 'apart of it/stores' --keystore-dir 'apart of it/keys' --shred-source"
    );
    let kept: Vec<_> = everything(home).into_keys().collect();
    let stores = kept
        .iter()
        .filter(|path| path.ends_with("default.nkeep"))
        .collect::<Vec<_>>();
    assert_eq!(stores, [&store_of(home)]);
    assert_eq!(seeds(home), before);
    let output = follow(home, &next);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(seeds(home), 0);
    assert_eq!(
        json(home, &["list", "operators"])["operators"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

/// Before the command they are nkeep's own, as for every other.
#[test]
fn folders_before_the_command_are_of_nkeep() {
    let home = home();
    let home = home.path();
    at_home(home, &["--data-dir", "own", "store", "init"]);
    let front = ["--data-dir", "own", "--keystore-dir", "none", "import"];
    let args = [&front[..], &["nsc"], &apart()[..]].concat();
    let next = next(&run(home, &args));
    assert!(
        next.starts_with("nkeep --store own/default.nkeep import nsc --data-dir "),
        "{next}"
    );
    let count = |place: &[&str]| {
        let list = json(home, &[&["list", "operators"], place].concat());
        list["operators"].as_array().unwrap().len()
    };
    assert_eq!(count(&["--data-dir", "own"]), 2);
    assert_eq!(count(&[]), 0);
    let output = follow(home, &next);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(seeds(home), 0);
}

/// Two operators of one name cannot be in one store; each can be in a store of its own, and accounts can be renamed.
#[test]
fn a_way_is_named_around_names_that_are_taken() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["export", "nsc", "mine"]);
    let other = tempfile::tempdir().unwrap();
    let theirs = other.path();
    let init = ["init", "-n", "ACME", "--new-identity", "identity.txt"];
    at_home(theirs, &init);
    let folder = home.join("theirs");
    at_home(theirs, &["export", "nsc", folder.to_str().unwrap()]);
    let import = ["import", "nsc", "theirs"];
    let why = refused(home, &import, 7, "another operator \"ACME\"");
    assert!(!why.contains("--force"), "{why}");
    let way = "nkeep store init --store OTHER_FILE && nkeep import nsc theirs --store OTHER_FILE";
    assert!(why.contains(&format!("hint: {way}\n")), "{why}");
    let program = nkeep_at(home).get_program().to_string_lossy().into_owned();
    let output = follow(home, &way.replace("&& nkeep", &format!("&& '{program}'")));
    assert!(output.status.success(), "{output:?}");
    let list = json(home, &["list", "accounts", "--store", "OTHER_FILE"]);
    assert_eq!(list["accounts"].as_array().unwrap().len(), 2);
    // An account can have another name.
    at_home(home, &["export", "nsc", "before"]);
    let token = "before/stores/ACME/accounts/ACME/ACME.jwt";
    at_home(
        home,
        &["delete", "account", "ACME", "--force", "--no-revoke"],
    );
    at_home(home, &["add", "account", "ACME"]);
    let import = ["import", "account", "-j", token];
    let why = refused(home, &import, 7, "another account \"ACME\"");
    let hint = why.split("hint: ").find(|hint| hint.contains("rename"));
    let hint = hint.unwrap().trim().to_owned();
    assert!(
        hint.starts_with("nkeep rename account ACME NEW_NAME --operator O"),
        "{why}"
    );
    let output = follow(home, &hint);
    assert!(output.status.success(), "{output:?}");
    at_home(home, &import);
}
