//! What a build does with recipients and identities that take a feature it is without.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

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
fn a_build_without_network_code_pushes_nothing() {
    let home = common::estate();
    for words in [&["push", "-A"][..], &["push"], &["push", "-P"]] {
        let why = refused(home.path(), words, 2, "this build has no network code");
        assert!(why.contains("hint: nkeep generate config"), "{why}");
    }
    let help = common::at_home(home.path(), &["--help"]);
    assert!(!help.contains("push"), "{help}");
}
