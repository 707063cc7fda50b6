//! What scripts written for nsc take for granted beside the claims: that the first command makes the store, that the store
//! is where it was said to be, that keys may be named in every way, and that a seed on the command line is seen by others.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Output;

use common::refusal::json;
use serde_json::Value;

const USER_SEED: &str = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
const USER: &str = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";

/// What a script's command does that set one variable, and nothing else.
fn script(home: &Path, args: &[&str]) -> Output {
    common::nkeep_at(home)
        .env("NKEEP_IDENTITY", "identity.txt")
        .args(args)
        .output()
        .unwrap()
}

fn done(home: &Path, args: &[&str]) -> String {
    let output = script(home, args);
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_first_command_makes_the_store_and_its_identity() {
    for first in [&["add", "operator", "O"][..], &["init", "-n", "O"]] {
        let home = common::scratch();
        let home = home.path();
        done(home, first);
        let identity = home.join("identity.txt");
        let mode = std::fs::metadata(&identity).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let text = std::fs::read(&identity).unwrap();
        done(home, &["add", "account", "A"]);
        done(home, &["add", "user", "U"]);
        done(home, &["store", "check"]);
        assert_eq!(std::fs::read(&identity).unwrap(), text);
    }
}

#[test]
fn a_store_is_made_by_an_identity_that_is_there_and_by_none_not_at_all() {
    let home = common::scratch();
    let home = home.path();
    let nothing = |args: &[&str]| common::nkeep_at(home).args(args).output().unwrap();
    let refused = nothing(&["add", "operator", "O"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    let why = String::from_utf8(refused.stderr).unwrap();
    assert!(why.contains("export NKEEP_IDENTITY="), "{why}");
    assert!(!home.join(".local/share/nkeep/default.nkeep").exists());
    // A file that is no identity is not written over, and what cannot be made leaves none behind.
    std::fs::write(home.join("identity.txt"), "precious\n").unwrap();
    assert!(!script(home, &["add", "operator", "O"]).status.success());
    assert_eq!(
        std::fs::read(home.join("identity.txt")).unwrap(),
        b"precious\n"
    );
    std::fs::remove_file(home.join("identity.txt")).unwrap();
    assert!(
        !script(home, &["add", "operator", "O", "-K", "user.nk"])
            .status
            .success()
    );
    assert!(!home.join("identity.txt").exists());
    // Nothing but the first command makes one.
    assert!(!script(home, &["add", "account", "A"]).status.success());
    assert!(!home.join("identity.txt").exists());
}

#[test]
fn the_folder_of_the_store_is_remembered() {
    let home = common::scratch();
    let home = home.path();
    done(home, &["env", "-s", "there"]);
    done(home, &["add", "operator", "O"]);
    assert!(home.join("there/default.nkeep").exists());
    done(home, &["add", "account", "A"]);
    done(home, &["--data-dir", "else", "add", "operator", "P"]);
    assert!(home.join("else/default.nkeep").exists());
    done(home, &["describe", "account", "A"]);
    done(home, &["env", "-s="]);
    let output = script(home, &["describe", "account", "A"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    done(home, &["init", "-n", "I", "-d", "third"]);
    assert!(home.join("third/default.nkeep").exists());
    done(home, &["describe", "account", "I"]);
}

#[test]
fn env_selects() {
    let home = common::estate();
    let home = home.path();
    for args in ["add account A", "add operator P", "add account B"] {
        common::line(home, args);
    }
    let at = |args: &[&str]| {
        let env = json(home, args);
        (env["operator"].clone(), env["account"].clone())
    };
    assert_eq!(at(&["env"]), ("P".into(), "B".into()));
    assert_eq!(at(&["env", "-o", "ACME"]), ("ACME".into(), Value::Null));
    assert_eq!(at(&["env", "--account", "A"]), ("ACME".into(), "A".into()));
    assert_eq!(at(&["env", "-o", "P", "-a", "B"]), ("P".into(), "B".into()));
    let output = script(home, &["env", "-a", "A"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(at(&["env"]), ("P".into(), "B".into()));
}

#[test]
fn a_bare_seed_is_taken_only_where_that_is_asked_for() {
    let home = common::estate();
    let home = home.path();
    let seed = |kind: &str| {
        let made = common::at_home(home, &["generate", "nkey", &format!("--{kind}")]);
        made.lines().next().unwrap().to_owned()
    };
    let (account, operator) = (seed("account"), seed("operator"));
    for args in [
        &["add", "user", "x", "-k", USER_SEED][..],
        &["edit", "account", "ACME", "--sk", &account],
        &["edit", "operator", "--sk", &operator],
        &["edit", "signing-key", "--sk", &account, "--role", "r"],
        &["add", "user", "y", "-a", "ACME", "-K", &account],
        &["add", "operator", "Z", "-K", &operator],
        &["edit", "authcallout", "ACME", "--auth-user", USER_SEED],
    ] {
        let output = script(home, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {output:?}");
        let why = String::from_utf8(output.stderr).unwrap();
        assert!(why.contains("--insecure-argv"), "{why}");
        let secret = args.iter().find(|word| word.starts_with('S')).unwrap();
        assert!(!why.contains(&secret[..20]), "{why}");
    }
    common::at_home(home, &["store", "check"]);
    let insecure = |args: &[&str]| common::at_home(home, &[&["--insecure-argv"], args].concat());
    insecure(&["edit", "account", "ACME", "--sk", &account]);
    insecure(&["add", "user", "y", "-a", "ACME", "-K", &account]);
    insecure(&["add", "user", "x", "-a", "ACME", "-k", USER_SEED]);
    assert_eq!(json(home, &["describe", "user", "x"])["sub"], USER);
    common::at_home(home, &["generate", "creds", "-a", "ACME", "-n", "x"]);
}

#[test]
fn an_account_gets_its_signing_key_when_a_user_needs_it() {
    let home = common::estate();
    let home = home.path();
    let keys = || {
        let account = json(home, &["describe", "account", "B"]);
        account["nats"]["signing_keys"]
            .as_array()
            .map_or(0, Vec::len)
    };
    common::at_home(home, &["add", "account", "B"]);
    assert_eq!(keys(), 0);
    let output = script(home, &["add", "user", "u", "-a", "B"]);
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("had no signing key"), "{said}");
    assert_eq!(keys(), 1);
    common::at_home(home, &["add", "user", "v", "-a", "B"]);
    assert_eq!(keys(), 1);
    common::at_home(home, &["store", "check"]);
}

#[test]
fn what_cannot_be_a_callout_changes_nothing() {
    let home = common::estate();
    let home = home.path();
    let before = json(home, &["describe", "account", "ACME"]);
    for (args, code) in [
        (&[][..], 2),
        (&["--auth-user", "nobody"], 1),
        (&["--auth-user", "curve.nk"], 2),
        (&["--auth-user", "ACME", "--allowed-account", "nobody"], 1),
        (&["--auth-user", "ACME", "--allowed-account", USER], 2),
        (&["--auth-user", "ACME", "--curve", "user.nk"], 1),
        (&["--auth-user", "ACME", "--curve", "nonsense"], 2),
        (&["--allowed-account", "*"], 3),
        (&["--disable", "--rm-curve"], 2),
        (&["--curve", "generate", "--rm-curve"], 2),
        (&["--auth-user", "ACME", "-K", "raeder"], 1),
        (&["--auth-user", "ACME", "-a", "../x"], 1),
    ] {
        let output = script(home, &[&["edit", "authcallout"], args].concat());
        assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
    }
    assert_eq!(
        json(home, &["describe", "account", "ACME"])["jti"],
        before["jti"]
    );
    // The curve key is kept, and its public half is data.
    let args = [
        "edit",
        "authcallout",
        "--auth-user",
        "ACME",
        "-x",
        "generate",
    ];
    let public = common::at_home(home, &args);
    let listed = json(home, &["list", "keys", "-f", public.trim()]);
    assert_eq!(listed["keys"][0]["owner"], "ACME");
    assert_eq!(listed["keys"][0]["class"], "account-signing");
    common::at_home(home, &["edit", "authcallout", "--rm-curve"]);
    let listed = json(home, &["list", "keys", "-f", public.trim()]);
    assert_eq!(listed["keys"][0]["owner"], "");
    common::at_home(home, &["store", "check"]);
}
