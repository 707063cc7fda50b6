//! docs/recovery.md, run as it stands with the `sqlite3` shell and stock `age`.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use expectrl::{Eof, Expect as _, Session};
use nkeep::nkey::Seed;

/// The blocks of the document: the identity, the seeds, the names.
fn blocks() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/recovery.md");
    let text = std::fs::read_to_string(path).unwrap();
    text.split("```sh\n")
        .skip(1)
        .map(|block| block.split("```").next().unwrap().to_owned())
        .collect()
}

fn shell(home: &Path, script: &str) -> Command {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin");
    let path = std::env::var("PATH").unwrap();
    let mut command = Command::new("bash");
    command
        .args(["-euo", "pipefail", "-c", script])
        .current_dir(home)
        .env("PATH", format!("{}:{path}", tools.display()));
    command
}

fn output(home: &Path, script: &str) -> String {
    let output = shell(home, script).output().unwrap();
    assert!(
        output.status.success(),
        "tools/fetch gets what is missing: {output:?}"
    );
    String::from_utf8(output.stdout).unwrap()
}

/// Every key that the store says it has must come out, and nothing else.
fn assert_recovered(home: &Path, text: &str) {
    let seeds: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("seed "))
        .map(|seed| Seed::parse(seed).unwrap().public().to_string())
        .collect();
    let stated: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("key "))
        .map(str::to_owned)
        .collect();
    assert_eq!(seeds, stated);
    let listed: serde_json::Value =
        serde_json::from_str(&common::at_home(home, &["list", "keys", "--json"])).unwrap();
    let listed: BTreeSet<String> = listed["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key["public_key"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(listed.len(), 10);
    assert_eq!(seeds, listed);
}

#[test]
fn every_seed_comes_out_with_an_identity_file() {
    let home = common::estate();
    common::at_home(home.path(), &["store", "backup", "acme.nkeep"]);
    let blocks = blocks();
    assert_eq!(blocks.len(), 3);
    assert_recovered(home.path(), &output(home.path(), &blocks[1]));
    let names = output(home.path(), &blocks[2]);
    assert!(names.contains("account|SYS|A"), "{names}");
}

#[cfg(feature = "ssh")]
#[test]
fn every_seed_comes_out_with_an_ssh_key() {
    let home = common::scratch();
    let keygen = "ssh-keygen -q -t ed25519 -N '' -f identity.txt";
    output(home.path(), keygen);
    common::at_home(home.path(), &["init", "-n", "ACME"]);
    common::at_home(home.path(), &["store", "backup", "acme.nkeep"]);
    assert_recovered(home.path(), &output(home.path(), &blocks()[1]));
}

#[test]
fn every_seed_comes_out_with_a_passphrase() {
    let home = common::scratch();
    let passphrase = "correct horse battery";
    std::fs::write(home.path().join("passphrase"), passphrase).unwrap();
    let init = format!(
        "'{}' init -n ACME --passphrase-fd 3 3< passphrase",
        env!("CARGO_BIN_EXE_nkeep")
    );
    let mut command = shell(home.path(), &init);
    // The work factor that everybody gets.
    command
        .env("HOME", home.path())
        .env_remove("NKEEP_TEST_WORK_FACTOR");
    let made = command.output().unwrap();
    assert!(made.status.success(), "{made:?}");
    common::at_home(home.path(), &["store", "backup", "acme.nkeep"]);
    let blocks = blocks();
    let mut session = Session::spawn(shell(home.path(), &blocks[0])).unwrap();
    session.set_expect_timeout(Some(common::LONG));
    session.expect("passphrase").unwrap();
    session.expect(":").unwrap();
    session.send_line(passphrase).unwrap();
    session.expect(Eof).unwrap();
    assert_recovered(home.path(), &output(home.path(), &blocks[1]));
}
