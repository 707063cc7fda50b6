//! The store as its users meet it: what commands print and return, and that a refused one changes nothing.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Output;

use common::refusal::store_of;
use serde_json::Value;

fn run(home: &Path, args: &[&str]) -> Output {
    common::nkeep_at(home).args(args).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A command that must fail so, say so, and leave the store as it was.
fn refused(home: &Path, args: &[&str], code: i32, says: &str) {
    let before = std::fs::read(store_of(home)).unwrap_or_default();
    let output = run(home, args);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
    assert!(stderr(&output).contains(says), "{args:?}: {output:?}");
    assert!(output.stdout.is_empty(), "{args:?}: {output:?}");
    let after = std::fs::read(store_of(home)).unwrap_or_default();
    assert!(before == after, "{args:?} changed the store");
}

fn json(home: &Path, args: &[&str]) -> Value {
    let document = common::at_home(home, &[args, &["--json"]].concat());
    serde_json::from_str(&document).unwrap()
}

#[test]
fn every_command_prints_one_document() {
    let home = common::estate();
    let home = home.path();
    for (args, kind) in [
        (&["add", "account", "ORDERS"][..], "added"),
        (&["add", "user", "clerk", "-a", "ORDERS"], "added"),
        (&["add", "operator", "STAGING"], "added"),
        (&["list", "operators"], "operators"),
        (&["list", "accounts", "--operator", "ACME"], "accounts"),
        (
            &["list", "users", "-a", "ORDERS", "--operator", "ACME"],
            "users",
        ),
        (&["list", "keys"], "keys"),
        (&["describe", "operator", "ACME"], "jwt"),
        (
            &["describe", "account", "ORDERS", "--operator", "ACME"],
            "jwt",
        ),
        (&["store", "info"], "store"),
        (&["store", "check"], "store_check"),
        (&["store", "recipients", "list"], "recipients"),
        (&["store", "backup", "a.backup"], "backup"),
        (&["store", "compact"], "compact"),
        (&["audit", "log"], "journal"),
        (&["audit", "verify"], "audit"),
        (&["audit", "checkpoint"], "checkpoint"),
        (&["lock"], "lock"),
    ] {
        assert_eq!(json(home, args)["kind"], kind, "{args:?}");
    }
    let error = run(
        home,
        &[
            "describe",
            "account",
            "NOBODY",
            "--operator",
            "ACME",
            "--json",
        ],
    );
    let error: Value = serde_json::from_slice(&error.stderr).unwrap();
    assert_eq!(error["kind"], "error");
}

#[test]
fn what_is_not_there_or_not_clear_is_said() {
    let home = common::estate();
    let home = home.path();
    refused(
        home,
        &["describe", "account", "NOBODY"],
        1,
        "there is no account \"NOBODY\"",
    );
    refused(
        home,
        &["describe", "user", "NOBODY"],
        1,
        "there is no user \"NOBODY\"",
    );
    refused(
        home,
        &["add", "user", "x", "-a", "NOBODY"],
        1,
        "nkeep list accounts",
    );
    common::at_home(home, &["add", "account", "ORDERS"]);
    common::unselect(home);
    refused(home, &["add", "user", "x"], 2, "there are several accounts");
    refused(
        home,
        &["add", "account", "X", "--expiry", "2020-01-01"],
        2,
        "is not after",
    );
    refused(home, &["add", "account", "X", "--expiry", "5x"], 2, "90d");
    let user = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
    refused(
        home,
        &["add", "account", "X", "-k", user],
        2,
        "an account key is wanted",
    );
    let seed = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
    refused(
        home,
        &["add", "user", "x", "-a", "ACME", "-k", seed],
        2,
        "it is a seed",
    );
    let stranger = "ABEB5XTXFWQVPBOJ4WNAQYQBXDB7TQYHCKPD7RWX6NFKJX7NLAKOK7LY";
    refused(
        home,
        &["add", "user", "x", "-a", "ACME", "-K", stranger],
        1,
        "may not sign",
    );
    refused(
        home,
        &[
            "add",
            "user",
            "x",
            "-a",
            "ACME",
            "--source-network",
            "10.0.0.0",
        ],
        2,
        "no network",
    );
    refused(
        home,
        &["add", "user", "x", "-a", "ACME", "--allow-pub", "a..b"],
        2,
        "a..b",
    );
}

#[test]
fn keys_made_elsewhere_are_taken() {
    let home = common::estate();
    let home = home.path();
    let account = "ABEB5XTXFWQVPBOJ4WNAQYQBXDB7TQYHCKPD7RWX6NFKJX7NLAKOK7LY";
    let user = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
    common::at_home(home, &["add", "account", "OUTSIDE", "-k", account]);
    common::at_home(home, &["add", "user", "far", "-a", "ACME", "-k", user]);
    assert_eq!(
        json(home, &["describe", "account", account])["sub"],
        account
    );
    // Its seed is elsewhere: nobody here signs for it, and nobody has creds for it.
    refused(
        home,
        &["add", "user", "x", "-a", "OUTSIDE"],
        1,
        "no key that may sign",
    );
    refused(
        home,
        &["generate", "creds", "-a", "ACME", "-n", "far"],
        1,
        "is not in the store",
    );
    refused(
        home,
        &["add", "account", "AGAIN", "-k", account],
        1,
        "there is already",
    );
}

/// Sealing takes public halves alone: whoever makes a key need not be able to open it.
#[test]
fn a_new_key_can_be_kept() {
    let home = common::estate();
    let home = home.path();
    let made = common::nkeep_at(home)
        .env_remove("NKEEP_IDENTITY")
        .args(["generate", "nkey", "-o", "-u", "-S", "--json"])
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    let made: Value = serde_json::from_slice(&made.stdout).unwrap();
    for key in made["keys"].as_array().unwrap() {
        assert!(key["seed"].is_null(), "{key}");
        let public = key["public_key"].as_str().unwrap();
        common::at_home(home, &["export", "keys", "--key", public, "--dir", "seeds"]);
        let file = home.join(format!("seeds/{public}.nk"));
        let shown = common::at_home(home, &["nkey", "show", file.to_str().unwrap()]);
        assert_eq!(shown.trim(), public);
    }
    // The public key alone, as nsc does, so that a script has no seed where it wants a name.
    let shown = common::at_home(home, &["generate", "nkey", "-a", "-S"]);
    assert!(
        shown.starts_with('A') && shown.lines().count() == 1,
        "{shown}"
    );
    let shown = common::at_home(home, &["generate", "nkey", "-a", "-S", "--reveal"]);
    assert!(shown.starts_with("SA"), "{shown}");
    common::at_home(home, &["store", "check"]);
}

#[test]
fn secrets_in_files_are_private_under_any_umask() {
    for umask in ["000", "022", "077"] {
        let home = common::scratch();
        let script = format!(
            "umask {umask}; N=$0; $N init -n ACME --new-identity identity.txt && export NKEEP_IDENTITY=identity.txt && \
             $N generate creds -n ACME -o a.creds && $N export keys --class user --dir seeds && $N store backup b.backup"
        );
        let plain = common::nkeep_at(home.path());
        let output = std::process::Command::new("bash")
            .args(["-c", &script])
            .arg(plain.get_program())
            .current_dir(home.path())
            .env("HOME", home.path())
            .env_remove("NKEEP_IDENTITY")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        for file in [
            "identity.txt",
            "a.creds",
            "b.backup",
            ".local/share/nkeep/default.nkeep",
        ] {
            assert_eq!(mode(&home.path().join(file)), 0o600, "{file} under {umask}");
        }
        for folder in ["seeds", ".local/share/nkeep", ".local/state/nkeep/pins"] {
            assert_eq!(
                mode(&home.path().join(folder)),
                0o700,
                "{folder} under {umask}"
            );
            for entry in std::fs::read_dir(home.path().join(folder)).unwrap() {
                assert_eq!(
                    mode(&entry.unwrap().path()),
                    0o600,
                    "in {folder} under {umask}"
                );
            }
        }
    }
}

#[test]
fn a_secret_is_never_taken_for_a_name_nor_repeated() {
    let home = common::estate();
    let home = home.path();
    let seed = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
    let identity = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let identity = identity.lines().last().unwrap();
    for secret in [seed, identity] {
        for args in [
            &["add", "account", secret][..],
            &["add", "user", "x", "--tag", secret],
            &["add", "account", "X", "--description", secret],
            &["store", "recipients", "add", secret, "--label", "x"],
            &["store", "recipients", "remove", secret],
            &["add", "account", "X", "--identity", secret],
            &[secret],
        ] {
            let output = run(home, args);
            assert!(!output.status.success(), "{args:?}");
            let said = format!("{output:?}");
            assert!(!said.contains(secret), "{said}");
        }
    }
}

#[test]
fn seeds_are_exported_all_or_none() {
    let home = common::estate();
    let home = home.path();
    let keys = json(home, &["list", "keys", "--class", "user"]);
    let last = keys["keys"].as_array().unwrap().last().unwrap()["public_key"]
        .as_str()
        .unwrap()
        .to_owned();
    std::fs::create_dir(home.join("seeds")).unwrap();
    std::fs::write(home.join(format!("seeds/{last}.nk")), "mine").unwrap();
    refused(
        home,
        &["export", "keys", "--all", "--dir", "seeds"],
        1,
        "nothing was written",
    );
    assert_eq!(std::fs::read_dir(home.join("seeds")).unwrap().count(), 1);
}

#[test]
fn an_estate_is_made_in_silence_when_that_is_asked_for() {
    let folder = common::scratch();
    let made = [
        "init",
        "-n",
        "ACME",
        "--new-identity",
        "identity.txt",
        "--quiet",
    ];
    assert_eq!(common::at_home(folder.path(), &made), "");
}
