//! Signing keys: which one signs, what hangs on one, and that nothing is left hanging.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said};
use serde_json::{Value, json as value};

fn issuer(home: &Path, what: &[&str]) -> String {
    let claims = json(home, &[&["describe"], what].concat());
    claims["iss"].as_str().unwrap().to_owned()
}

fn made(home: &Path, args: &[&str]) -> String {
    common::at_home(home, args).trim().to_owned()
}

/// A role that signs with its scope.
fn reader(home: &Path) -> String {
    let line = [
        "edit",
        "signing-key",
        "--sk",
        "generate",
        "--role",
        "reader",
        "-a",
        "ACME",
        "--allow-sub",
        "orders.{{name()}}.>",
        "--description",
        "reads",
    ];
    made(home, &line)
}

#[test]
fn a_key_is_named_by_role_public_key_or_file() {
    let home = common::estate();
    let home = home.path();
    let key = reader(home);
    common::at_home(home, &["add", "user", "a", "-a", "ACME", "-K", "reader"]);
    common::at_home(home, &["add", "user", "b", "-a", "ACME", "-K", &key]);
    common::at_home(home, &["export", "keys", "--key", &key, "--dir", "seeds"]);
    let file = format!("seeds/{key}.nk");
    common::at_home(home, &["add", "user", "c", "-a", "ACME", "-K", &file]);
    for user in ["a", "b", "c"] {
        let claims = json(home, &["describe", "user", user, "-a", "ACME"]);
        assert_eq!(claims["iss"], key.as_str());
        assert_eq!(claims["nats"]["pub"], value!({}));
        assert!(claims["nats"].get("subs").is_none());
    }
    let seed = std::fs::read_to_string(home.join(&file)).unwrap();
    let mut command = common::nkeep_at(home);
    command.args(["edit", "user", "ACME", "-a", "ACME", "-K", "-"]);
    command.stdin(std::fs::File::open(home.join(&file)).unwrap());
    assert!(command.output().unwrap().status.success());
    assert_eq!(issuer(home, &["user", "ACME", "-a", "ACME"]), key);
    // Under no other than the one that was asked for.
    let add = |key: &'static str| ["add", "user", "x", "-a", "ACME", "-K", key];
    refused(home, &add("raeder"), 1, "has the role \"raeder\"");
    refused(home, &add("./missing"), 1, "missing");
    refused(home, &add("identity.txt"), 1, "no seed");
    refused(home, &add(""), 2, "it is empty");
    let args = ["add", "user", "x", "-a", "ACME", "-K", seed.trim()];
    let why = refused(home, &args, 2, "a seed");
    assert!(!why.contains(seed.trim()), "{why}");
    // The identity key of an account whose operator demands signing keys.
    let identity = json(home, &["describe", "account", "ACME"])["sub"].clone();
    let args = [
        "add",
        "user",
        "x",
        "-a",
        "ACME",
        "-K",
        identity.as_str().unwrap(),
    ];
    refused(home, &args, 1, "the operator demands signing keys");
    let args = ["add", "account", "x", "-K", "reader"];
    refused(home, &args, 1, "only accounts have roles");
    let args = ["edit", "account", "ACME", "--conns", "5", "-K", &key];
    refused(home, &args, 1, "may not sign");
    let args = ["edit", "operator", "--tag", "x", "-K", &key];
    refused(home, &args, 1, "may not sign");
}

#[test]
fn a_seed_that_is_brought_along_is_kept() {
    let home = common::estate();
    let home = home.path();
    let key = made(home, &["generate", "nkey", "--account", "--out", "new.nk"]);
    common::at_home(home, &["edit", "account", "ACME", "--sk", "./new.nk"]);
    std::fs::remove_file(home.join("new.nk")).unwrap();
    common::at_home(home, &["add", "user", "x", "-a", "ACME", "-K", &key]);
    let key = made(
        home,
        &["generate", "nkey", "--operator", "-S", "--out", "new.nk"],
    );
    common::at_home(home, &["edit", "operator", "--sk", &key]);
    common::at_home(home, &["add", "account", "X", "-K", &key]);
    assert_eq!(issuer(home, &["account", "X"]), key);
    // An operator of that very key.
    let root = made(
        home,
        &["generate", "nkey", "--operator", "--out", "root.nk"],
    );
    common::at_home(home, &["add", "operator", "TWO", "-K", "root.nk"]);
    assert_eq!(issuer(home, &["operator", "TWO"]), root);
    common::at_home(home, &["add", "account", "Y", "--operator", "TWO"]);
    refused(
        home,
        &["add", "operator", "THREE", "-K", "root.nk"],
        1,
        "already an operator",
    );
    refused(
        home,
        &["add", "operator", "THREE", "-K", "new"],
        2,
        "is no key",
    );
    let args = [
        "edit",
        "account",
        "ACME",
        "--operator",
        "ACME",
        "--sk",
        "./root.nk",
    ];
    refused(home, &args, 1, "an operator key, and an account key");
    let sys = json(home, &["describe", "account", "SYS", "--operator", "ACME"]);
    let sys = sys["sub"].as_str().unwrap();
    let args = ["edit", "account", "ACME", "--operator", "ACME", "--sk", sys];
    let why = refused(home, &args, 1, "belongs to account \"SYS\"");
    assert!(why.contains("hint: nkeep list keys"), "{why}");
    common::at_home(home, &["store", "check"]);
}

#[test]
fn a_scope_binds_its_users() {
    let home = common::estate();
    let home = home.path();
    let key = reader(home);
    let scope = || {
        let keys = json(home, &["describe", "account", "ACME"])["nats"]["signing_keys"].clone();
        let mut keys = keys.as_array().unwrap().clone().into_iter();
        keys.find(|own| own["key"] == key.as_str()).unwrap()
    };
    assert_eq!(scope()["role"], "reader");
    assert_eq!(scope()["description"], "reads");
    assert_eq!(
        scope()["template"]["sub"]["allow"],
        value!(["orders.{{name()}}.>"])
    );
    common::at_home(home, &["add", "user", "a", "-a", "ACME", "-K", "reader"]);
    let args = ["edit", "user", "a", "-a", "ACME", "--allow-pub", "x"];
    refused(home, &args, 1, "has the role \"reader\", which sets them");
    let args = [
        "add",
        "user",
        "b",
        "-a",
        "ACME",
        "-K",
        "reader",
        "--allow-pub",
        "x",
    ];
    refused(home, &args, 1, "which sets them");
    common::at_home(
        home,
        &["edit", "user", "a", "-a", "ACME", "--tag", "team:red"],
    );
    let done = json(
        home,
        &["edit", "signing-key", "reader", "-a", "ACME", "--subs", "5"],
    );
    assert_eq!(done["affected"][0]["name"], "a");
    assert_eq!(scope()["template"]["subs"], 5);
    let out = run(
        home,
        &[
            "edit",
            "signing-key",
            &key,
            "-a",
            "ACME",
            "--rm",
            "orders.{{name()}}.>",
        ],
    );
    assert!(said(&out).contains("warning: this binds 1 user"), "{out:?}");
    let same = run(
        home,
        &[
            "edit",
            "signing-key",
            "--role",
            "reader",
            "-a",
            "ACME",
            "--subs",
            "5",
        ],
    );
    assert!(said(&same).contains("nothing was signed"), "{same:?}");
    let edit = |flags: &[&'static str]| [&["edit", "signing-key", "-a", "ACME"], flags].concat();
    for (flags, code, says) in [
        (&["reader", "--allow-sub", "{{nope()}}"][..], 3, "nope()"),
        (&["reader", "--allow-sub", "{{Tag(x)}}"], 3, "lower case"),
        (&["reader", "--subs", "0"], 3, "no limit"),
        (&["reader"], 2, "nothing to change"),
        (&["--subs", "1"], 2, "no signing key is named"),
        (&["nobody", "--subs", "1"], 1, "has the role \"nobody\""),
        (
            &["--role", "nobody", "--subs", "1"],
            1,
            "has the role \"nobody\"",
        ),
        (&["reader", "--conn-type", "x"], 2, "x"),
    ] {
        refused(home, &edit(flags), code, says);
    }
    refused(
        home,
        &["edit", "signing-key", "x", "-a", "NO", "--subs", "1"],
        1,
        "no account \"NO\"",
    );
}

/// Users that a key signed without a scope have permissions of their own, which under one they cannot have.
#[test]
fn a_key_is_given_a_scope_knowingly() {
    let home = common::estate();
    let home = home.path();
    let key = issuer(home, &["user", "ACME", "-a", "ACME"]);
    let args = [
        "edit",
        "signing-key",
        &key,
        "-a",
        "ACME",
        "--role",
        "all",
        "--allow-pub",
        "x",
    ];
    let why = refused(
        home,
        &args,
        1,
        "signed users that would be bound by one: \"ACME\"",
    );
    assert!(why.contains("--force"), "{why}");
    common::at_home(home, &[&args[..], &["--force"]].concat());
    let user = json(home, &["describe", "user", "ACME", "-a", "ACME"]);
    assert!(user["nats"].get("subs").is_none(), "{user}");
    common::at_home(home, &["store", "check"]);
}

/// A user moves between keys by -K: into a scope when it asks for nothing of its own, out of one with a warning.
#[test]
fn a_user_moves_between_keys() {
    let home = common::estate();
    let home = home.path();
    let plain = issuer(home, &["user", "ACME", "-a", "ACME"]);
    reader(home);
    common::at_home(
        home,
        &["edit", "user", "ACME", "-a", "ACME", "-K", "reader"],
    );
    let user = json(home, &["describe", "user", "ACME", "-a", "ACME"]);
    assert!(user["nats"].get("subs").is_none(), "{user}");
    let out = run(home, &["edit", "user", "ACME", "-a", "ACME", "-K", &plain]);
    assert!(
        said(&out).contains("may do everything that the account may"),
        "{out:?}"
    );
    common::at_home(
        home,
        &["edit", "user", "ACME", "-a", "ACME", "--allow-pub", "x"],
    );
    let args = ["edit", "user", "ACME", "-a", "ACME", "-K", "reader"];
    refused(home, &args, 1, "can have no permissions");
}

#[test]
fn a_key_goes_when_nothing_hangs_on_it() {
    let home = common::estate();
    let home = home.path();
    // Of an account: unused, then with users that another key may sign, then with users that none may.
    let spare = made(home, &["edit", "account", "ACME", "--sk", "generate"]);
    common::at_home(home, &["edit", "account", "ACME", "--rm-sk", &spare]);
    let keys = json(home, &["list", "keys", "-f", &spare]);
    assert_eq!(keys["keys"][0]["owner"], "");
    let first = issuer(home, &["user", "ACME", "-a", "ACME"]);
    let second = made(home, &["edit", "account", "ACME", "--sk", "generate"]);
    let take = ["edit", "account", "ACME", "--rm-sk", &first];
    let why = refused(home, &take, 1, "users \"ACME\"");
    assert!(
        why.contains("hint: nkeep edit account ACME --rm-sk"),
        "{why}"
    );
    let done = json(home, &[&take[..], &["--force"]].concat());
    assert_eq!(done["signed_anew"][0]["name"], "ACME");
    assert_eq!(issuer(home, &["user", "ACME", "-a", "ACME"]), second);
    reader(home);
    common::at_home(home, &["add", "user", "a", "-a", "ACME", "-K", "reader"]);
    let take = ["edit", "account", "ACME", "--rm-sk", "reader"];
    refused(home, &take, 1, "users \"a\"");
    let done = json(home, &[&take[..], &["--force"]].concat());
    assert_eq!(done["removed"][0]["name"], "a");
    refused(home, &["describe", "user", "a", "-a", "ACME"], 1, "no user");
    refused(
        home,
        &[&take[..], &["--force"]].concat(),
        1,
        "has the role \"reader\"",
    );
    refused(
        home,
        &["edit", "account", "ACME", "--force", "--conns", "1"],
        2,
        "--rm-sk",
    );
    // Of an operator: its accounts are signed by another.
    let old = issuer(home, &["account", "ACME"]);
    let take = ["edit", "operator", "--rm-sk", &old];
    let last = refused(home, &take, 1, "accounts \"ACME\", \"SYS\"");
    assert!(last.contains("--force"), "{last}");
    refused(
        home,
        &[&take[..], &["--force"]].concat(),
        1,
        "demand signing keys, and have none",
    );
    let new = made(home, &["edit", "operator", "--sk", "generate"]);
    common::at_home(home, &[&take[..], &["--force"]].concat());
    for account in ["ACME", "SYS"] {
        assert_eq!(issuer(home, &["account", account]), new);
    }
    common::at_home(home, &["store", "check"]);
}

#[test]
fn signing_keys_are_demanded_when_all_is_signed_by_some() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "operator", "TWO"]);
    common::at_home(home, &["add", "account", "A"]);
    common::at_home(home, &["add", "user", "u"]);
    let strict = [
        "edit",
        "operator",
        "--operator",
        "TWO",
        "--require-signing-keys",
    ];
    let resign = [&strict[..], &["--resign"]].concat();
    for line in [&strict[..], &resign] {
        refused(home, line, 1, "would demand signing keys, and have none");
    }
    common::at_home(
        home,
        &["edit", "operator", "--operator", "TWO", "--sk", "generate"],
    );
    let why = refused(home, &strict, 1, "accounts \"A\", and users \"u\"");
    assert!(why.contains("--resign"), "{why}");
    let why = refused(home, &resign, 1, "account \"A\" for \"u\"");
    assert!(
        why.contains("hint: nkeep edit account A --sk generate"),
        "{why}"
    );
    let key = made(home, &["edit", "account", "A", "--sk", "generate"]);
    let done = json(home, &resign);
    assert_eq!(done["signed_anew"][0]["name"], "A");
    assert_eq!(done["signed_anew"][1]["name"], "u");
    assert_eq!(issuer(home, &["user", "u", "-a", "A"]), key);
    let strict = json(home, &["describe", "operator", "TWO"]);
    assert_eq!(
        strict["nats"]["strict_signing_key_usage"],
        Value::Bool(true)
    );
    common::at_home(home, &["add", "user", "v", "-a", "A"]);
    common::at_home(home, &["store", "check"]);
}

/// Servers fill a scope in for each user, and refuse one for whom a denial comes to nothing.
#[test]
fn what_a_user_lacks_for_its_role_is_said() {
    let home = common::estate();
    let home = home.path();
    let role = [
        "edit",
        "signing-key",
        "generate",
        "--role",
        "team",
        "--allow-pub",
    ];
    common::at_home(
        home,
        &[
            &role[..],
            &[
                "x.{{name()}},y.{{tag(team)}}",
                "--deny-pub",
                "z.{{tag(team)}}",
            ],
        ]
        .concat(),
    );
    let warned = |args: &[&str]| -> Vec<String> {
        let done = common::refusal::json(home, args);
        let warnings = done["warnings"].as_array().unwrap().iter();
        warnings
            .map(|one| one.as_str().unwrap().to_owned())
            .collect()
    };
    let add = ["add", "user", "-K", "team", "-n"];
    assert!(warned(&[&add[..], &["whole", "--tag", "team:blue"]].concat()).is_empty());
    let lacking = warned(&[&add[..], &["lacking"]].concat());
    assert_eq!(lacking.len(), 2, "{lacking:?}");
    assert!(
        lacking[0].starts_with("servers refuse user \"lacking\""),
        "{lacking:?}"
    );
    assert!(
        lacking[0].contains("{{tag(team)}} stands for nothing"),
        "{lacking:?}"
    );
    assert!(
        lacking[1].contains("may not publish to \"y.{{tag(team)}}\""),
        "{lacking:?}"
    );
    let spaced = warned(&[&add[..], &["a b", "--tag", "team:red"]].concat());
    assert_eq!(spaced.len(), 1, "{spaced:?}");
    assert!(
        spaced[0].contains("stands for \"a b\", which makes no subject"),
        "{spaced:?}"
    );
    let lost = warned(&["edit", "user", "whole", "--rm-tag", "team:blue"]);
    assert!(
        lost[0].starts_with("servers refuse user \"whole\""),
        "{lost:?}"
    );
}

#[test]
fn the_identity_of_another_is_no_signing_key_even_when_its_seed_is_elsewhere() {
    let home = common::estate();
    let home = home.path();
    let generate = ["generate", "nkey", "--account", "--out", "one.nk"];
    let one = made(home, &generate);
    common::at_home(home, &["add", "account", "ONE", "-k", &one]);
    common::at_home(home, &["add", "account", "TWO"]);
    let belongs = format!("the key {one} belongs to account \"ONE\"");
    for key in ["one.nk", &one] {
        let edit = ["edit", "account", "TWO", "--sk", key];
        refused(home, &edit, 1, &belongs);
        let scoped = ["edit", "signing-key", "-a", "TWO", "--sk", key];
        refused(home, &[&scoped[..], &["--role", "r"]].concat(), 1, &belongs);
    }
    // Whose it is gets it.
    common::at_home(home, &["import", "keys", "--dir", "."]);
    common::at_home(home, &["delete", "account", "TWO", "-F", "-D"]);
    let listed = run(home, &["list", "keys", "--account", "ONE"]);
    assert!(
        String::from_utf8_lossy(&listed.stdout).contains(&one[..12]),
        "{listed:?}"
    );
    // Its first signing key is made by what it got.
    common::at_home(home, &["add", "user", "u", "-a", "ONE"]);
}

#[test]
fn an_operator_is_not_made_of_the_key_of_another() {
    let home = common::estate();
    let home = home.path();
    let key = made(home, &["generate", "nkey", "--operator", "--out", "sk.nk"]);
    common::at_home(home, &["edit", "operator", "--sk", "sk.nk"]);
    let add = ["add", "operator", "OTHER", "-K", "sk.nk"];
    refused(
        home,
        &add,
        1,
        &format!("the key {key} belongs to operator \"ACME\""),
    );
}

#[test]
fn a_key_that_another_signs_with_outlives_the_account_that_had_it() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "ONE"]);
    common::at_home(home, &["add", "account", "TWO"]);
    let key = made(home, &["generate", "nkey", "--account", "--out", "sk.nk"]);
    common::at_home(home, &["edit", "account", "ONE", "--sk", &key]);
    common::at_home(home, &["edit", "account", "TWO", "--sk", "sk.nk"]);
    let deleted = run(home, &["delete", "account", "TWO", "-F", "-D"]);
    assert!(deleted.status.success(), "{deleted:?}");
    let keys = json(home, &["list", "keys", "--all"]);
    assert!(keys.to_string().contains(&key), "{keys}");
    common::at_home(home, &["add", "user", "u", "-a", "ONE", "-K", &key]);
    assert_eq!(issuer(home, &["user", "u", "-a", "ONE"]), key);
    // It is ONE's now, and goes with it.
    common::at_home(home, &["delete", "account", "ONE", "-F", "-D"]);
    let keys = json(home, &["list", "keys", "--all"]);
    assert!(!keys.to_string().contains(&key), "{keys}");
}
