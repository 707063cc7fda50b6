//! Stores that SSH keys open: with keys of `ssh-keygen`, and against stock `age`.

#![cfg(all(unix, feature = "ssh"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::{Command, Output};

use common::refusal::{json, refused, refused_by, run, said, store_of};
use common::terminal::answered;
use nkeep::store::age::plugin::Plugins;
use nkeep::store::age::{self, Identity, Recipient, SshFile};

/// Runs a tool that must succeed.
fn tool(home: &Path, name: &str, args: &[&str]) -> Output {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin");
    let path = std::env::var("PATH").unwrap();
    let output = Command::new("env")
        .arg(format!("PATH={}:{path}", tools.display()))
        .arg(name)
        .args(args)
        .current_dir(home)
        .output()
        .unwrap();
    assert!(output.status.success(), "{name} {args:?}: {output:?}");
    output
}

/// A new key in that file, and its public half without the comment.
fn keygen(home: &Path, file: &str, passphrase: &str, more: &[&str]) -> String {
    let args = [
        "-q", "-t", "ed25519", "-C", "me@here", "-f", file, "-N", passphrase,
    ];
    tool(home, "ssh-keygen", &[&args[..], more].concat());
    let public = std::fs::read_to_string(home.join(format!("{file}.pub"))).unwrap();
    let (public, comment) = public.trim_end().rsplit_once(' ').unwrap();
    assert_eq!(comment, "me@here");
    public.to_owned()
}

/// An estate that an SSH key opens, and the key's public half.
fn estate() -> (tempfile::TempDir, String) {
    let home = common::scratch();
    let public = keygen(home.path(), "identity.txt", "", &[]);
    common::at_home(home.path(), &["init", "-n", "ACME"]);
    (home, public)
}

fn identity_in(path: &Path) -> Identity {
    match SshFile::read(&std::fs::read_to_string(path).unwrap()).unwrap() {
        SshFile::Open(identity) => identity,
        SshFile::Locked(_) => panic!("{path:?} has a passphrase"),
    }
}

#[test]
fn a_store_opens_with_a_key() {
    let (home, public) = estate();
    let home = home.path();
    let listed = json(home, &["store", "recipients", "list"]);
    for member in listed["recipients"].as_array().unwrap() {
        assert_eq!(member["recipient"], *public, "{member}");
    }
    common::at_home(home, &["add", "account", "ORDERS"]);
    common::at_home(home, &["add", "user", "clerk", "-a", "ORDERS"]);
    let creds = [
        "generate", "creds", "-a", "ORDERS", "-n", "clerk", "-o", "c.creds",
    ];
    common::at_home(home, &creds);
    common::at_home(home, &["export", "keys", "--all", "--dir", "seeds"]);
    let check = common::at_home(home, &["store", "check"]);
    assert!(!check.contains("not-opened"), "{check}");
    // The whole check reads the recipients, as a store from elsewhere has them.
    let elsewhere = common::nkeep_at(home)
        .env("NKEEP_STATE", home.join("another"))
        .args(["audit", "verify"])
        .output()
        .unwrap();
    assert!(elsewhere.status.success(), "{elsewhere:?}");
    // The folder of text holds the same, and makes the same store again.
    common::at_home(home, &["export", "dir", "tree"]);
    common::at_home(home, &["import", "dir", "tree", "--store", "again.nkeep"]);
    common::at_home(home, &["add", "account", "X", "--store", "again.nkeep"]);
}

#[test]
fn a_stranger_opens_nothing() {
    let (home, _) = estate();
    let home = home.path();
    keygen(home, "theirs", "", &[]);
    let add = ["add", "user", "x", "--identity", "theirs"];
    refused(home, &add, 5, "not one that the store");
    let other = common::estate();
    let theirs = other.path().join("identity.txt");
    let add = ["add", "user", "x", "--identity", theirs.to_str().unwrap()];
    refused(home, &add, 5, "not one that the store");
}

#[test]
fn what_is_sealed_here_opens_with_stock_age_and_the_reverse() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let public = keygen(home, "key", "", &[]);
    let identity = identity_in(&home.join("key"));
    assert_eq!(identity.recipient().unwrap().to_string(), public);
    let other = Identity::generate().unwrap();
    for contents in [&b""[..], b"a seed", &[7; 70_000]] {
        let both: [Recipient; 2] = [other.recipient().unwrap(), public.parse().unwrap()];
        std::fs::write(
            home.join("ours"),
            age::seal(contents, &both, &Plugins::none()).unwrap(),
        )
        .unwrap();
        let opened = tool(home, "age", &["-d", "-i", "key", "ours"]);
        assert_eq!(opened.stdout, contents);
        std::fs::write(home.join("plain"), contents).unwrap();
        tool(home, "age", &["-R", "key.pub", "-o", "theirs", "plain"]);
        let theirs = std::fs::read(home.join("theirs")).unwrap();
        let opened = age::open(&theirs, std::slice::from_ref(&identity)).unwrap();
        assert_eq!(*opened, contents);
    }
}

#[test]
fn a_key_may_have_a_passphrase() {
    let home = common::scratch();
    let home = home.path();
    // Few rounds: a test need not wait.
    keygen(home, "identity.txt", "correct horse", &["-a", "2"]);
    let fd = |args: &str, passphrase: &str| {
        let program = env!("CARGO_BIN_EXE_nkeep");
        let line = format!("'{program}' {args} --passphrase-fd 3 3<<<'{passphrase}'");
        let mut shell = Command::new("bash");
        shell
            .args(["-c", &line])
            .current_dir(home)
            .env("HOME", home);
        shell.env("NKEEP_IDENTITY", "identity.txt");
        shell.env("NKEEP_TEST_CLOCK", "1795200000");
        shell
    };
    let init = fd("init -n ACME", "correct horse").output().unwrap();
    assert!(init.status.success(), "{init:?}");
    let added = fd("add user x", "correct horse").output().unwrap();
    assert!(added.status.success(), "{added:?}");
    let mut wrong = fd("add user y", "wrong horse");
    let why = refused_by(&mut wrong, home, 5, "the passphrase is wrong");
    assert!(why.contains("identity.txt"), "{why}");
    let why = refused(home, &["add", "user", "y"], 4, "the store is locked");
    assert!(why.contains("hint: nkeep --passphrase-fd 3"), "{why}");
    let asked = "Passphrase of identity.txt: ";
    let args = ["add", "user", "y", "--identity", "identity.txt"];
    let (text, code) = answered(home, &args, &[(asked, "correct horse")]);
    assert_eq!(code, 0, "{text}");
    assert!(!text.contains("correct horse"), "{text}");
    let (text, code) = answered(home, &args, &[(asked, "wrong horse")]);
    assert_eq!(code, 5, "{text}");
}

#[test]
fn every_cipher_of_ssh_keygen_is_read() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    for cipher in [
        "aes128-cbc",
        "aes256-cbc",
        "aes128-ctr",
        "aes256-ctr",
        "aes128-gcm@openssh.com",
        "aes256-gcm@openssh.com",
        "chacha20-poly1305@openssh.com",
    ] {
        let public = keygen(home, cipher, "correct horse", &["-a", "2", "-Z", cipher]);
        let text = std::fs::read_to_string(home.join(cipher)).unwrap();
        let SshFile::Locked(key) = SshFile::read(&text).unwrap() else {
            panic!("{cipher} has no passphrase");
        };
        let identity = key.unlock(&age::Passphrase::new("correct horse")).unwrap();
        assert_eq!(
            identity.recipient().unwrap().to_string(),
            public,
            "{cipher}"
        );
        let wrong = key.unlock(&age::Passphrase::new("wrong horse"));
        assert_eq!(wrong.err(), Some(age::AgeError::Passphrase), "{cipher}");
    }
}

#[test]
fn a_key_opens_its_classes_beside_an_age_identity() {
    let home = common::estate();
    let home = home.path();
    keygen(home, "ci", "", &[]);
    let with_comment = std::fs::read_to_string(home.join("ci.pub")).unwrap();
    let add = [
        "store",
        "recipients",
        "add",
        with_comment.trim_end(),
        "--label",
    ];
    common::at_home(home, &[&add[..], &["my ci", "--class", "user"]].concat());
    common::at_home(home, &["add", "user", "x"]);
    let creds = [
        "generate",
        "creds",
        "-n",
        "x",
        "-o",
        "x.creds",
        "--identity",
        "ci",
    ];
    common::at_home(home, &creds);
    let account = ["add", "account", "X", "--identity", "ci"];
    refused(home, &account, 4, "opens operator-signing keys");
    // By the key, as it is in its file.
    let remove = ["store", "recipients", "remove", with_comment.trim_end()];
    common::at_home(home, &remove);
    refused(home, &creds, 5, "not one that the store");
}

#[test]
fn another_identity_takes_the_place_of_a_key() {
    let (home, _) = estate();
    let home = home.path();
    let done = json(home, &["store", "rekey", "--new-identity", "second.txt"]);
    assert_eq!(done["sealed"], 9);
    let add = ["add", "user", "x"];
    refused(home, &add, 5, "not one that the store");
    common::at_home(home, &[&add[..], &["--identity", "second.txt"]].concat());
}

#[test]
fn an_agent_signs_with_what_a_key_opens() {
    let (home, _) = estate();
    let home = home.path();
    let run = |args: &[&str]| {
        let mut command = common::nkeep_at(home);
        command.env("XDG_RUNTIME_DIR", home.join("run")).args(args);
        command
    };
    let unlocked = run(&["unlock"]).output().unwrap();
    assert!(unlocked.status.success(), "{unlocked:?}");
    let added = run(&["add", "user", "x"])
        .env_remove("NKEEP_IDENTITY")
        .output()
        .unwrap();
    assert!(added.status.success(), "{added:?}");
    let locked = run(&["lock"]).output().unwrap();
    assert!(locked.status.success(), "{locked:?}");
}

#[test]
fn keys_of_other_kinds_are_refused_with_the_reason() {
    let home = common::estate();
    let home = home.path();
    for (kind, says) in [("rsa", "RUSTSEC-2023-0071"), ("ecdsa", "ssh-ed25519")] {
        for passphrase in ["", "correct horse"] {
            let file = format!("{kind}{}", passphrase.len());
            let args = ["-q", "-t", kind, "-f", &file, "-N", passphrase];
            tool(home, "ssh-keygen", &args);
            let public = std::fs::read_to_string(home.join(format!("{file}.pub"))).unwrap();
            let add = [
                "store",
                "recipients",
                "add",
                public.trim_end(),
                "--label",
                "x",
            ];
            refused(home, &add, 2, says);
            let add = ["add", "user", "x", "--identity", &file];
            refused(home, &add, 1, &file);
        }
    }
    let rsa = ["add", "user", "x", "--identity", "rsa0"];
    refused(home, &rsa, 1, "RUSTSEC-2023-0071");
    tool(
        home,
        "ssh-keygen",
        &["-q", "-t", "rsa", "-m", "PEM", "-f", "pem", "-N", ""],
    );
    let pem = ["add", "user", "x", "--identity", "pem"];
    refused(home, &pem, 1, "RUSTSEC-2023-0071");
    let half = ["store", "recipients", "add", "ssh-ed25519", "--label", "x"];
    refused(home, &half, 2, "in quotes");
}

#[test]
fn a_damaged_key_is_none() {
    let (home, _) = estate();
    let home = home.path();
    let key = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let add = ["add", "user", "x", "--identity", "damaged"];
    for damaged in [
        key.replace("OPENSSH", "CLOSEDSSH"),
        key.replacen("\nb3BlbnNzaC1rZXk", "\nb3BlbnNzaC1rZXl", 1),
        key[..key.len() / 2].to_owned(),
        "-----BEGIN".to_owned(),
    ] {
        let path = home.join("damaged");
        nkeep::file::write(&path, damaged.as_bytes(), nkeep::file::Existing::Replace).unwrap();
        refused(home, &add, 1, "damaged holds no identity that can be used");
    }
    // One that others may read is no better for being ssh's.
    let identity = home.join("identity.txt");
    let loose = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    std::fs::set_permissions(identity, loose).unwrap();
    refused(home, &["add", "user", "x"], 1, "others may read it");
}

/// Nothing of a private key is in what is kept or said.
#[test]
fn a_private_key_is_not_shown() {
    let (home, _) = estate();
    let home = home.path();
    let key = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let lines: Vec<&str> = key.lines().filter(|line| line.len() > 40).skip(2).collect();
    assert!(!lines.is_empty());
    let store = String::from_utf8_lossy(&std::fs::read(store_of(home)).unwrap()).into_owned();
    for line in lines {
        assert!(!store.contains(line));
    }
    let output = run(home, &["store", "recipients", "add", &key, "--label", "x"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let middle = key.lines().nth(3).unwrap();
    assert!(!said(&output).contains(middle), "{output:?}");
    assert!(said(&output).contains("[a private key]"), "{output:?}");
}
