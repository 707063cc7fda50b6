//! Users and accounts that go, and that nothing which was given to them lets anybody in.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said};
use common::terminal::answered;
use serde_json::Value;

fn revocations(home: &Path) -> Value {
    json(home, &["describe", "account", "ACME"])["nats"]["revocations"].clone()
}

fn of_user(home: &Path, name: &str, field: &str) -> Value {
    json(home, &["describe", "user", name, "-a", "ACME"])[field].clone()
}

fn key_of(home: &Path, name: &str) -> String {
    of_user(home, name, "sub").as_str().unwrap().to_owned()
}

#[test]
fn a_user_that_goes_is_revoked() {
    let home = common::estate();
    let home = home.path();
    let user = key_of(home, "ACME");
    common::at_home(home, &["edit", "user", "ACME", "-a", "ACME", "--tag", "x"]);
    let newest = of_user(home, "ACME", "iat");
    let done = json(home, &["delete", "user", "ACME", "-a", "ACME"]);
    assert_eq!(
        (&done["kind"], &done["revoked"]),
        (&"deleted".into(), &true.into())
    );
    assert!(done["issuer"].is_string());
    // Up to its newest token, which is of a later second than the clock's.
    assert_eq!(revocations(home)[&user], newest);
    refused(
        home,
        &["describe", "user", "ACME", "-a", "ACME"],
        1,
        "no user",
    );
    // Its key stays, and is its again when it comes back, with a later token.
    let keys = json(home, &["list", "keys", "-f", &user]);
    assert_eq!(keys["keys"][0]["owner"], "");
    common::at_home(home, &["add", "user", "again", "-a", "ACME", "-k", &user]);
    assert!(of_user(home, "again", "iat").as_i64() > newest.as_i64());
    common::at_home(
        home,
        &[
            "generate", "creds", "-a", "ACME", "-n", "again", "-o", "a.creds",
        ],
    );
    let keys = json(home, &["list", "keys", "-f", &user]);
    assert_eq!(keys["keys"][0]["owner"], "again");
    common::at_home(home, &["store", "check"]);
}

#[test]
fn what_goes_with_a_user_is_said_by_flags() {
    let home = common::estate();
    let home = home.path();
    for name in ["a", "b", "c", "d"] {
        common::at_home(home, &["add", "user", name, "-a", "ACME"]);
    }
    let (a, d) = (key_of(home, "a"), key_of(home, "d"));
    let out = run(
        home,
        &[
            "delete", "user", "-n", "a,b", "-a", "ACME", "-R=false", "-D",
        ],
    );
    assert!(
        said(&out).contains("warning: nothing was revoked"),
        "{out:?}"
    );
    assert_eq!(revocations(home), Value::Null);
    assert!(
        json(home, &["list", "keys", "-f", &a])["keys"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    common::at_home(home, &["delete", "user", "c", "-a", "ACME", "--no-revoke"]);
    assert_eq!(revocations(home), Value::Null);
    let out = run(home, &["delete", "user", "d", "-a", "ACME", "-R", "-C"]);
    assert!(said(&out).contains("nkeep keeps no creds files"), "{out:?}");
    assert!(revocations(home)[&d].is_i64());
    // A key that went is known no more, but when its tokens were signed is.
    common::at_home(home, &["add", "user", "a", "-a", "ACME", "-k", &a]);
    assert!(of_user(home, "a", "iat").as_i64() > Some(1_795_200_000));
    for (args, code, says) in [
        (&["delete", "user"][..], 2, "NAME"),
        (&["delete", "user", "no", "-a", "ACME"], 1, "no user \"no\""),
        (
            &["delete", "user", "ACME", "no", "-a", "ACME"],
            1,
            "no user \"no\"",
        ),
        (&["delete", "user", "x", "-a", "NO"], 1, "no account \"NO\""),
        (
            &["delete", "user", "ACME", "-a", "ACME", "-K", "nobody"],
            1,
            "only accounts have roles",
        ),
        (&["delete", "user", "ACME", "-R=perhaps"], 2, "perhaps"),
        (
            &["delete", "user", "ACME", "-R", "--no-revoke"],
            2,
            "cannot be used",
        ),
        (&["delete", "account", "NO"], 1, "no account \"NO\""),
        (
            &["delete", "account", "SYS", "--force"],
            1,
            "is the system account",
        ),
        (
            &["delete", "account", "ACME", "--no-input"],
            2,
            "that would go with it",
        ),
        (
            &["delete", "account", "ACME", "--force", "-o", "identity.txt"],
            1,
            "exists",
        ),
        (&["delete", "account"], 2, "several accounts"),
    ] {
        if args == ["delete", "account"] {
            common::unselect(home);
        }
        refused(home, args, code, says);
    }
}

/// Whoever has no key of the operator is told what can be done without.
#[test]
fn without_the_operators_key_nothing_is_revoked() {
    let home = common::estate();
    let home = home.path();
    let new = common::refusal::NEWCOMER;
    common::at_home(home, &["store", "recipients", "add", new, "--label", "new"]);
    let class = [
        "store",
        "recipients",
        "remove",
        "first",
        "--class",
        "operator-signing",
    ];
    common::at_home(home, &class);
    let why = refused(
        home,
        &["delete", "user", "ACME", "-a", "ACME"],
        4,
        "operator-signing",
    );
    let hint = "hint: nkeep delete user ACME -a ACME --no-revoke  # ";
    assert!(why.contains(hint), "{why}");
    common::at_home(
        home,
        &["delete", "user", "ACME", "-a", "ACME", "--no-revoke"],
    );
}

#[test]
fn an_account_takes_its_users_along() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "user", "clerk", "-a", "ACME"]);
    let account = json(home, &["describe", "account", "ACME"])["sub"].clone();
    let why = refused(
        home,
        &["delete", "account", "ACME", "--no-input"],
        2,
        "2 users",
    );
    assert!(why.contains("\"ACME\", \"clerk\""), "{why}");
    assert!(
        why.contains("hint: nkeep delete account ACME --no-input --force"),
        "{why}"
    );
    // Scripts written for nsc have no terminal, and are not asked: the help says so.
    let trial = run(home, &["delete", "account", "ACME", "--dry-run"]);
    assert!(trial.status.success(), "{trial:?}");
    let help = common::at_home(home, &["delete", "account", "--help"]);
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        help.contains("Where there is no terminal they go"),
        "{help}"
    );
    let (text, code) = answered(
        home,
        &["delete", "account", "ACME"],
        &[("(yes or no): ", "no")],
    );
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("nothing was deleted"), "{text}");
    let args = ["delete", "account", "ACME", "-o", "last.jwt"];
    let (text, code) = answered(home, &args, &[("(yes or no): ", "yes")]);
    assert_eq!(code, 0, "{text}");
    refused(home, &["describe", "account", "ACME"], 1, "no account");
    let users = json(home, &["list", "accounts"]);
    assert_eq!(users["accounts"].as_array().unwrap().len(), 1);
    let last = json(home, &["describe", "jwt", "last.jwt"]);
    assert!(last["nats"]["revocations"]["*"].is_i64(), "{last}");
    assert!(last["exp"].as_i64().unwrap() - 1_795_200_000 <= 60);
    // Its keys stay; should it come back, its tokens are later than the last one.
    let back = ["add", "account", "ACME", "-k", account.as_str().unwrap()];
    common::at_home(home, &back);
    let again = json(home, &["describe", "account", "ACME"]);
    assert!(again["iat"].as_i64() > last["iat"].as_i64());
    common::at_home(home, &["store", "check"]);
}

#[test]
fn an_account_goes_with_its_keys_and_without_a_word() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "EMPTY"]);
    let before = json(home, &["list", "keys"])["keys"]
        .as_array()
        .unwrap()
        .len();
    let done = json(
        home,
        &["delete", "account", "EMPTY", "-D", "--revoke=false"],
    );
    assert_eq!(done["last_token"], Value::Null);
    assert_eq!(done["keys_removed"], true);
    let after = json(home, &["list", "keys"])["keys"]
        .as_array()
        .unwrap()
        .len();
    assert!(after < before);
    common::at_home(home, &["store", "check"]);
}

#[test]
fn who_imports_what_is_offered_no_longer_is_named() {
    let home = common::estate();
    let home = home.path();
    let at = |line: &str| common::line(home, line);
    for account in ["TAKES", "OTHER", "NONE"] {
        at(&format!("add account {account}"));
    }
    at("add export -a ACME -s prices.>");
    at("add export -a ACME -s news.>");
    at("add import -a TAKES --src-account ACME --remote-subject prices.eu");
    at("add import -a OTHER --src-account ACME --remote-subject news.eu");
    let done = json(home, &["delete", "export", "-a", "ACME", "-s", "prices.>"]);
    let warnings = done["warnings"].as_array().unwrap();
    assert_eq!(*warnings, ["who imports it is cut off: \"TAKES\""]);
    at("delete import -a OTHER -s news.eu");
    let done = json(home, &["delete", "export", "-a", "ACME"]);
    let warnings = done["warnings"].as_array().unwrap();
    assert_eq!(
        *warnings,
        ["who imports it is cut off; no account in the store does"]
    );
}

/// That the key is misspelt is no reason to let the users in.
#[test]
fn a_key_that_is_not_there_is_said_and_nothing_else() {
    let home = common::estate();
    let home = home.path();
    let typo = "OCUJUG3ZXA532SHDEAMZXRKVLCPQBB4QTR6BS6WG4SHLTR7MNNM4RGAA";
    let delete = ["delete", "user", "ACME", "-a", "ACME", "-K", typo];
    let why = refused(home, &delete, 1, typo);
    assert!(!why.contains("--no-revoke"), "{why}");
    assert!(why.contains("hint: nkeep list keys"), "{why}");
}

/// It revokes everybody as soon as servers have it.
#[test]
fn a_dry_run_shows_no_token_that_it_signed() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "S"]);
    let delete = ["delete", "account", "S", "--force"];
    let tried = json(home, &[&delete[..], &["--dry-run"]].concat());
    assert_eq!(
        (&tried["dry_run"], &tried["last_token"]),
        (&true.into(), &Value::Null)
    );
    let shown = [&delete[..], &["--dry-run", "-o", "-"]].concat();
    assert_eq!(common::at_home(home, &shown), "");
    let done = json(home, &delete);
    assert_eq!(done["dry_run"], Value::Null);
    assert!(done["last_token"].as_str().unwrap().starts_with("eyJ"));
}
