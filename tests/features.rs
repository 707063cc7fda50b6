//! What a build does with recipients and identities that take a feature it is without.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{refused, store_of};
use nkeep::store::age::Identity;
use nkeep::store::class::Class;
use nkeep::store::pin::Pins;
use nkeep::store::recipients::Member;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Note, Store as _, StoreError, sealed};

struct Case {
    built_in: bool,
    recipient: &'static str,
    identity: &'static str,
    says: &'static str,
    hint: &'static str,
}

const CASES: [Case; 2] = [
    Case {
        built_in: cfg!(feature = "ssh"),
        recipient: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILHZKfD3gvyoUFVbU6n3owKXAbDi+dIW3/j2FbztUfO7",
        identity: "-----BEGIN OPENSSH PRIVATE KEY-----\n",
        says: "an SSH key takes an nkeep that is built with the feature ssh",
        hint: "hint: cargo install --path . --locked --features ssh",
    },
    Case {
        built_in: cfg!(feature = "plugins"),
        recipient: "age1yubikey1qgqqzqsrqszsvpcgpy9qkrqdpc83qygjzv2p29shrqv35xcur50p7wlqp0l",
        identity: "AGE-PLUGIN-YUBIKEY-1QQQSYQCYQ5RQWWQXWYR\n",
        says: "an age plugin takes an nkeep that is built with the feature plugins",
        hint: "hint: cargo install --path . --locked --features plugins",
    },
];

/// Lets a recipient open users' keys, as another build does.
fn add_elsewhere(home: &Path, recipient: &str) {
    let text = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let identity: Identity = text.lines().last().unwrap().parse().unwrap();
    let pins = Pins::new(home.join(".local/state/nkeep/pins"));
    let mut store = SqliteStore::open(&store_of(home), &pins, Rollback::Refuse).unwrap();
    let note = Note::new(
        "another build".to_owned(),
        "store recipients add",
        String::new(),
        1_795_200_000,
    );
    let identities = vec![identity];
    let changed = store.transact(note, &identities, |changes| {
        let mut members = changes.recipients().members.clone();
        members.push(Member {
            class: Class::User,
            recipient: recipient.parse().unwrap(),
            label: "elsewhere".to_owned(),
        });
        let next = changes
            .recipients()
            .next(members, changes.recipients().journal);
        let record = changes.key(changes.store_key())?.unwrap();
        let seed = sealed::unseal(&record, &identities, changes.store_id())?;
        let signature = next.signed(&seed.signing_pair()?);
        changes.put_recipients(next, &signature)?;
        Ok::<_, StoreError>(())
    });
    changed.unwrap();
}

/// Such a recipient is read, listed and kept, and is never left out of what is sealed.
#[test]
fn a_recipient_that_cannot_be_sealed_to_is_kept() {
    for case in CASES.iter().filter(|case| !case.built_in) {
        let home = common::estate();
        let home = home.path();
        let add = ["store", "recipients", "add", case.recipient, "--label", "x"];
        let why = refused(home, &add, 1, case.says);
        assert!(why.contains(case.hint), "{why}");
        // Also for a class that has no keys yet.
        let other = [&add[..], &["--class", "other"]].concat();
        refused(home, &other, 1, case.says);

        add_elsewhere(home, case.recipient);
        let listed = common::at_home(home, &["store", "recipients", "list"]);
        assert!(listed.contains(case.recipient), "{listed}");
        for args in [
            &["audit", "verify"][..],
            &["store", "check"],
            &["list", "users"],
            &["generate", "creds", "-n", "ACME", "-o", "a.creds"],
        ] {
            common::at_home(home, args);
        }
        let user = ["add", "user", "x"];
        let why = refused(home, &user, 1, case.says);
        assert!(why.contains("cannot seal a key of the class user"), "{why}");
        common::at_home(home, &["store", "recipients", "remove", case.recipient]);
        common::at_home(home, &user);
    }
}

#[test]
fn an_identity_that_cannot_be_used_is_named() {
    for case in CASES.iter().filter(|case| !case.built_in) {
        let home = common::estate();
        let home = home.path();
        let path = home.join("theirs");
        let contents = case.identity.as_bytes();
        nkeep::file::write(&path, contents, nkeep::file::Existing::Keep).unwrap();
        let add = ["add", "user", "x", "--identity", "theirs"];
        let why = refused(home, &add, 1, case.says);
        assert!(why.contains("theirs") && why.contains(case.hint), "{why}");
    }
}

/// What a build is without, it says, and offers nothing of it.
#[cfg(not(feature = "net"))]
#[test]
fn a_build_without_network_code_says_what_it_is_without() {
    use nkeep::cmd::LIVE;

    let home = common::estate();
    let home = home.path();
    let help = common::at_home(home, &["--help"]);
    let (here, absent) = help
        .split_once("Not in this build, which has no network code:\n")
        .unwrap();
    for live in LIVE {
        let line = format!("  {:<12} {}\n", live.name, live.does);
        assert!(absent.contains(&line), "{line}: {absent}");
        assert!(!here.contains(&format!("\n  {} ", live.name)), "{here}");
        for name in [live.name].iter().chain(live.also) {
            for words in [
                &[*name][..],
                &[name, "-A"],
                &[name, "x", "--help"],
                &["help", name],
            ] {
                let says = format!(
                    "error: {} {}, and this build of nkeep has no network code\n",
                    live.name, live.does
                );
                let why = refused(home, words, 1, &says);
                let hint = "hint: cargo install --path . --locked  # on a machine with a network";
                assert!(why.contains(hint), "{why}");
                if let Some(instead) = live.instead {
                    assert!(
                        why.contains(&format!("hint: {instead}  # needs no network")),
                        "{why}"
                    );
                }
            }
        }
    }
    let failed = common::nkeep_at(home)
        .args(["push", "--json"])
        .output()
        .unwrap();
    let error: serde_json::Value = serde_json::from_slice(&failed.stderr).unwrap();
    assert_eq!(error["code"], 1, "{error}");
    let version = common::at_home(home, &["version"]);
    assert!(version.contains("(without network code, "), "{version}");
    let version = common::at_home(home, &["version", "--json"]);
    let version: serde_json::Value = serde_json::from_str(&version).unwrap();
    assert_eq!(version["features"]["net"], false);
}

/// The list has no command that is there without network code, too, and each is about what it does.
#[cfg(feature = "net")]
#[test]
fn what_talks_to_servers_is_in_the_list() {
    let mut root = nkeep::cmd::command();
    root.build();
    let live: Vec<&str> = nkeep::cmd::LIVE
        .iter()
        .flat_map(|live| std::iter::once(&live.name).chain(live.also))
        .copied()
        .collect();
    let takes = |command: &clap::Command| {
        let ids = ["tls_first", "timeout"];
        ids.iter()
            .all(|id| command.get_arguments().any(|arg| arg.get_id() == id))
    };
    let mut found = 0;
    for command in root.get_subcommands() {
        let name = command.get_name();
        // It is there without network code, too, but for what collects and compares.
        if name == "rotate" {
            continue;
        }
        if takes(command) || command.get_subcommands().any(takes) {
            assert!(live.contains(&name), "{name}");
            found += 1;
        }
    }
    assert!(found >= 7, "{found}");
    let help = common::at_home(common::estate().path(), &["--help"]);
    assert!(!help.contains("Not in this build"), "{help}");
}
