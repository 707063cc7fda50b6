//! Commands that must fail: with which code and words, and that they leave everything as it was.

use std::collections::BTreeMap;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use nkeep::store::pin::Pins;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use serde_json::Value;

pub use super::NEWCOMER;

/// Every command that opens a sealed key.
pub const OPENING: [&[&str]; 9] = [
    &["add", "operator", "X", "--sys"],
    &["add", "account", "X"],
    &["add", "user", "x"],
    &["generate", "creds", "-n", "ACME", "-o", "x.creds"],
    &["export", "keys", "--all", "--dir", "seeds"],
    &["export", "keys", "--class", "user", "--dir", "seeds"],
    &["store", "recipients", "add", NEWCOMER, "--label", "new"],
    &["store", "recipients", "remove", "first", "--class", "user"],
    &["store", "rekey", "--new-identity", "identity-2.txt"],
];

/// Where the store of a home is.
#[must_use]
pub fn store_of(home: &Path) -> PathBuf {
    home.join(".local/share/nkeep/default.nkeep")
}

/// The store of a home, for the library.
#[must_use]
pub fn opened(home: &Path) -> SqliteStore {
    let pins = Pins::new(home.join(".local/state/nkeep/pins"));
    SqliteStore::open(&store_of(home), &pins, Rollback::Refuse).unwrap()
}

/// What a command printed and returned.
#[must_use]
pub fn run(home: &Path, args: &[&str]) -> Output {
    super::nkeep_at(home).args(args).output().unwrap()
}

/// What it said to people.
#[must_use]
pub fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What it printed and said, and its exit code.
#[must_use]
pub fn both(output: &Output) -> (String, i32) {
    let text = String::from_utf8([&*output.stdout, &output.stderr].concat()).unwrap();
    (text, output.status.code().unwrap())
}

/// What a command that must succeed prints with `--json`.
#[must_use]
pub fn json(home: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&super::at_home(home, &[args, &["--json"]].concat())).unwrap()
}

/// The public key of an account.
#[must_use]
pub fn key(home: &Path, account: &str) -> String {
    let described = json(home, &["describe", "account", account]);
    described["sub"].as_str().unwrap().to_owned()
}

/// The public key of what is described so.
#[must_use]
pub fn sub(home: &Path, described: &str) -> String {
    let key = super::line(home, &format!("describe {described} -F sub"));
    key.trim_matches('"').to_owned()
}

/// The names of all accounts.
#[must_use]
pub fn accounts(home: &Path) -> Vec<String> {
    let listed = json(home, &["list", "accounts"]);
    let accounts = listed["accounts"].as_array().unwrap().iter();
    accounts
        .map(|account| account["name"].as_str().unwrap().to_owned())
        .collect()
}

/// The permissions of a file or folder.
#[must_use]
pub fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Everything below a folder: kind and permissions, and what is in it or where it points.
#[must_use]
pub fn everything(folder: &Path) -> BTreeMap<PathBuf, (u32, Vec<u8>)> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            let metadata = std::fs::symlink_metadata(&path).unwrap();
            let contents = if metadata.is_symlink() {
                let to = std::fs::read_link(&path).unwrap();
                to.into_os_string().into_encoded_bytes()
            } else if metadata.is_file() {
                std::fs::read(&path).unwrap()
            } else {
                // A FIFO would wait for whoever writes into it.
                Vec::new()
            };
            if metadata.is_dir() {
                folders.push(path.clone());
            }
            found.insert(path, (metadata.mode(), contents));
        }
    }
    found
}

/// A command that fails with that code and those words, and changes nothing below the home: not the store, not a file.
pub fn refused(home: &Path, args: &[&str], code: i32, says: &str) -> String {
    refused_by(super::nkeep_at(home).args(args), home, code, says)
}

/// The same of a command with an environment of its own.
pub fn refused_by(command: &mut Command, home: &Path, code: i32, says: &str) -> String {
    let before = everything(home);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(code), "{command:?}: {output:?}");
    assert!(said(&output).contains(says), "{command:?}: {output:?}");
    assert!(output.stdout.is_empty(), "{command:?}: {output:?}");
    let after = everything(home);
    for (path, was) in &before {
        assert!(after.get(path) == Some(was), "{command:?} changed {path:?}");
    }
    for path in after.keys() {
        assert!(before.contains_key(path), "{command:?} left {path:?}");
    }
    said(&output)
}

/// A command with that identity at hand, or with none.
#[must_use]
pub fn with_identity(home: &Path, identity: Option<&str>, args: &[&str]) -> Command {
    let mut command = super::nkeep_at(home);
    command.args(args).env_remove("NKEEP_IDENTITY");
    if let Some(identity) = identity {
        command.args(["--identity", identity]);
    }
    command
}

/// The home of somebody else, and the recipient that they are.
#[must_use]
pub fn stranger() -> (tempfile::TempDir, String) {
    let home = super::estate();
    let listed = json(home.path(), &["store", "recipients", "list"]);
    let recipient = listed["recipients"][0]["recipient"].as_str().unwrap();
    let recipient = recipient.to_owned();
    (home, recipient)
}

/// The same store once more, by way of a backup, in the home of somebody who opens it, too.
#[must_use]
pub fn restored(home: &Path) -> tempfile::TempDir {
    super::at_home(home, &["store", "backup", "copy.backup"]);
    let other = tempfile::tempdir().unwrap();
    for file in ["identity.txt", "copy.backup"] {
        std::fs::copy(home.join(file), other.path().join(file)).unwrap();
    }
    super::at_home(other.path(), &["store", "restore", "copy.backup"]);
    std::fs::remove_file(home.join("copy.backup")).unwrap();
    other
}

/// Each command line fails with that code, says that, and helps with that.
pub fn all_refused(home: &Path, command: &str, cases: &[(&str, i32, &str, &str)]) {
    for (words, code, says, hint) in cases {
        let line = format!("{command} {words}");
        let args: Vec<&str> = line.trim().split(' ').collect();
        let why = refused(home, &args, *code, says);
        let hint = if *code == 2 && hint.is_empty() {
            format!("hint: nkeep {command} --help")
        } else {
            format!("hint: {hint}")
        };
        assert!(why.contains(&hint), "{line}: {why}");
    }
}
