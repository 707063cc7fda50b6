//! Plugins that are not run, that misbehave, or that are not for what they are asked.

#![cfg(all(unix, feature = "plugins"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::time::Instant;

use crate::fake_plugins::{
    BATCHPASS, HONEST, IDENTITY, MISBEHAVING, RECIPIENT, done, install, nkeep_with, pq, write,
};
use common::refusal::{refused_by, said};

/// One that does not withstand a quantum computer would undo it for the others; a passphrase stands alone.
#[test]
fn recipients_of_different_rules_are_not_mixed() {
    let home = common::estate();
    let home = home.path();
    let recipient = pq(home, "pq.txt");
    for (plugin, recipient) in [("pq", &*recipient), ("batchpass", BATCHPASS)] {
        let add = ["store", "recipients", "add", recipient, "--label", "x"];
        let mut add = nkeep_with(home, plugin, &add);
        refused_by(&mut add, home, 1, "cannot stand in one file");
    }
}

#[test]
fn a_plugin_that_the_user_has_not_named_never_runs() {
    let home = common::estate();
    let home = home.path();
    install(home, "fake", "touch \"$HOME/ran\"; exit 1");
    write(home, "plugin.txt", IDENTITY);
    let add = ["store", "recipients", "add", RECIPIENT, "--label", "x"];
    let open = ["add", "user", "x", "--identity", "plugin.txt"];
    for allowed in ["", "yubikey", "fak", "fakes,tpm"] {
        let mut add = nkeep_with(home, allowed, &add);
        let why = refused_by(&mut add, home, 1, "the plugin fake is not among those");
        assert!(why.contains("hint: export NKEEP_PLUGINS=fake"), "{why}");
        let mut open = nkeep_with(home, allowed, &open);
        refused_by(&mut open, home, 5, "not one that the store");
        let mut init = nkeep_with(home, allowed, &["init", "-n", "B", "--store", "b.nkeep"]);
        init.env("NKEEP_IDENTITY", "plugin.txt");
        refused_by(&mut init, home, 1, "the plugin fake is not among those");
    }
    for name in [
        "../fake", "fake/..", "FAKE", "fa ke", "/bin/sh", "fäke", "a,./b",
    ] {
        let mut list = nkeep_with(home, name, &["list", "users"]);
        refused_by(&mut list, home, 2, "NKEEP_PLUGINS cannot be used");
    }
    for text in ["age1../x10qhh6u7k", "age1Up10qlvv9r3"] {
        let add = ["store", "recipients", "add", text, "--label", "x"];
        refused_by(&mut nkeep_with(home, "fake", &add), home, 2, text);
    }
    write(home, "plugin.txt", "AGE-PLUGIN-../X-10Q8KWZ7V\n");
    let why = "names no plugin that there can be";
    refused_by(&mut nkeep_with(home, "fake", &open), home, 1, why);
    assert!(!home.join("ran").exists());
}

#[test]
fn a_plugin_is_found_on_absolute_folders_of_path_alone() {
    let home = common::estate();
    let home = home.path();
    let program = install(home, "fake", "touch \"$HOME/ran\"; exit 1");
    let add = ["store", "recipients", "add", RECIPIENT, "--label", "x"];
    for path in ["bin:.:", "", "/nowhere"] {
        let mut add = nkeep_with(home, "fake", &add);
        add.env("PATH", path);
        refused_by(&mut add, home, 1, "there is no program age-plugin-fake");
    }
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    std::fs::set_permissions(program, mode).unwrap();
    refused_by(
        &mut nkeep_with(home, "fake", &add),
        home,
        1,
        "there is no program",
    );
    assert!(!home.join("ran").exists());
}

#[test]
fn a_plugin_that_misbehaves_changes_nothing() {
    let home = common::estate();
    let home = home.path();
    write(home, "plugin.txt", IDENTITY);
    let add = ["store", "recipients", "add", RECIPIENT, "--label", "x"];
    let init = ["init", "-n", "B", "--store", "b.nkeep"];
    for (script, says) in MISBEHAVING {
        install(home, "fake", script);
        for args in [&add[..], &init] {
            let since = Instant::now();
            let mut command = nkeep_with(home, "fake", args);
            command.env("NKEEP_TEST_PATIENCE", "300");
            if args == init {
                command.env("NKEEP_IDENTITY", "plugin.txt");
            }
            let why = refused_by(&mut command, home, 1, says);
            assert!(why.contains("the plugin fake"), "{script}: {why}");
            assert!(since.elapsed() < common::LONG, "{script}");
        }
    }
}

/// The same of one that seals, and then does not open.
#[test]
fn a_store_that_its_plugin_does_not_open_is_not_made() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    write(home, "plugin.txt", IDENTITY);
    let seals = HONEST.split("--age-plugin=identity-v1)").next().unwrap();
    let init = ["init", "-n", "B", "--identity", "plugin.txt"];
    for (opens, says) in [
        ("", "does not open what is sealed to its recipient"),
        ("say 'file-key 0' AAAA", "answers nonsense"),
        ("say 'file-key 1' \"$key\"", "answers nonsense"),
        (
            "say 'file-key 0' \"$key\"; say 'file-key 0' \"$key\"",
            "answers nonsense",
        ),
        (
            "say 'file-key 0' AAAAAAAAAAAAAAAAAAAAAA",
            "its header was altered",
        ),
        ("sleep 60", "has said nothing"),
    ] {
        let script = format!("{seals}*) {opens} ;;\nesac\nprintf -- '-> done\\n\\n'");
        install(home, "fake", &script);
        let mut init = nkeep_with(home, "fake", &init);
        init.env("NKEEP_TEST_PATIENCE", "300");
        refused_by(&mut init, home, 1, says);
    }
    // Two that are mistaken for each other.
    let one = pq(home, "one");
    pq(home, "two");
    let secret = std::fs::read_to_string(home.join("two")).unwrap();
    let secret = secret.lines().last().unwrap();
    write(home, "mixed", &format!("# public key: {one}\n{secret}\n"));
    write(home, "bare", &format!("{secret}\n"));
    for (file, says) in [
        ("mixed", "does not open what is sealed to its recipient"),
        (
            "bare",
            "whom to seal to for an identity of the plugin pq is not known",
        ),
    ] {
        let init = ["init", "-n", "B", "--identity", file];
        let why = refused_by(&mut nkeep_with(home, "pq", &init), home, 1, says);
        assert!(!why.contains(secret), "{why}");
    }
}

#[test]
fn an_agent_holds_no_identity_of_a_plugin() {
    let home = common::scratch();
    let home = home.path();
    pq(home, "identity.txt");
    done(home, "pq", &["init", "-n", "ACME"]);
    let mut unlock = nkeep_with(home, "pq", &["unlock"]);
    refused_by(
        &mut unlock,
        home,
        2,
        "an agent holds no identity of a plugin",
    );
}

/// Some plugins' identities are secrets.
#[test]
fn an_identity_in_the_wrong_place_is_not_shown() {
    let home = common::estate();
    let home = home.path();
    let secret = IDENTITY.lines().last().unwrap();
    for args in [
        &["store", "recipients", "add", secret, "--label", "x"][..],
        &["store", "recipients", "remove", secret],
        &["add", "user", "x", "--identity", secret],
        &["add", "account", secret],
    ] {
        let output = nkeep_with(home, "fake", args).output().unwrap();
        assert!(!output.status.success(), "{output:?}");
        assert!(!said(&output).contains("0Q2NVS9Z"), "{output:?}");
    }
}
