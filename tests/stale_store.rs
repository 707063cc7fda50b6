//! A store that is behind: servers go by a later token of the operator. That is said before all else, nothing is written over by
//! it, and it takes what is later once somebody has said yes. And keys that the operator has no more are known as its own.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::copies::{
    config, copy_of, document, ends, has, in_a_second, json, key, now, operator, token,
};
use common::servers::{Server, newest, versions};
use common::web::Bank;
use common::{live_at, live_estate};
use serde_json::json as value;

const TAKE: [&str; 3] = ["pull", "--operator-token", "--yes"];

fn signing_key(home: &Path) -> String {
    let operator = json(home, &["describe", "operator"]);
    operator["nats"]["signing_keys"][0]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Gives the operator another signing key in the place of the one that it has.
fn rotate(home: &Path) -> String {
    let old = signing_key(home);
    live_at(
        home,
        &[
            "edit", "operator", "--sk", "generate", "--rm-sk", &old, "--force",
        ],
    );
    signing_key(home)
}

/// An estate, and a copy of it that is behind: the key that signs is another since, and there is an account more.
fn estates() -> (tempfile::TempDir, tempfile::TempDir) {
    let folder = live_estate();
    let home = folder.path();
    let behind = copy_of(home);
    rotate(home);
    live_at(home, &["add", "account", "NEW"]);
    config(home, &["--nats-resolver", "--allow-delete"]);
    (folder, behind)
}

fn served(version: &Path, home: &Path) -> Server {
    let _ = std::fs::remove_dir_all(home.join("jwt"));
    let server = Server::start(version, home);
    let _ = ends(home, &server.url(), &["push", "-A"], 0);
    server
}

#[test]
fn a_store_that_is_behind_says_so_first_and_writes_nothing_over() {
    let (folder, other) = estates();
    let (home, behind) = (folder.path(), other.path());
    let later = signing_key(home);
    for version in versions() {
        let server = served(&version, home);
        let url = server.url();
        let warns =
            "warning: the store is behind: there is a later token of operator \"ACME\", signed ";
        let take = format!("nkeep pull --operator-token -u {url}");
        let hint = format!("hint: {take}  # takes the later token of the operator");
        let text = ends(behind, &url, &["diff"], 3);
        let by = format!(" by {later}, which a later token of the operator names");
        has(&text, &[warns, &take, &by, &hint]);
        for wrong in ["no more", "another's", "nkeep push -A"] {
            assert!(!text.contains(wrong), "{wrong}: {text}");
        }
        let told = document(behind, &url, &["diff"], 3);
        assert_eq!(told["behind"], true, "{told}");
        assert_eq!(told["counts"]["later_key"], 3, "{told}");
        assert_eq!(told["counts"]["foreign"], value!(null), "{told}");
        let text = ends(behind, &url, &["verify"], 3);
        has(&text, &["operator.newer", "account.later_key", &take]);
        assert!(!text.contains("account.foreign"), "{text}");
        let text = ends(behind, &url, &["push", "-A"], 6);
        has(&text, &[warns, "does not trust what signed", &hint]);
        assert!(!text.contains("generate config"), "{text}");
        let text = ends(behind, &url, &["push", "-P", "--yes"], 6);
        has(
            &text,
            &["what is not here may be what was added elsewhere", &hint],
        );
        assert!(server.kept(&key(home, "NEW")).is_some());
        let text = ends(behind, &url, &["pull", "-A"], 0);
        has(&text, &[warns, "the store is behind", "nothing was taken"]);
    }
}

#[test]
fn it_takes_the_later_token_of_the_operator_with_all_accounts() {
    for version in versions() {
        let (folder, other) = estates();
        let (home, behind) = (folder.path(), other.path());
        let (old, new) = (signing_key(behind), signing_key(home));
        let server = served(&version, home);
        let url = server.url();
        let before = operator(behind);
        let added = format!("signing_keys: added {new}");
        let removed = format!("signing_keys: removed {old}");
        let shown = [
            "servers go by a later token of operator \"ACME\" ",
            &added,
            &removed,
        ];
        // Nobody is here to say yes.
        let text = ends(behind, &url, &TAKE[..2], 2);
        has(&text, &shown);
        has(&text, &["nobody is here to say yes", " --yes"]);
        let text = ends(behind, &url, &[&TAKE[..2], &["--dry-run"]].concat(), 0);
        has(&text, &shown);
        assert_eq!(operator(behind), before);
        let told = document(behind, &url, &TAKE, 0);
        let taken = told["operator_token"]["changes"].as_array().unwrap();
        assert_eq!(taken.len(), 2, "{told}");
        assert_eq!(told["taken"].as_array().unwrap().len(), 3, "{told}");
        assert_eq!(operator(behind), operator(home));
        for account in ["ACME", "NEW", "SYS"] {
            assert_eq!(token(behind, account), token(home, account), "{account}");
        }
        for command in [&["diff"][..], &["verify"], &["push", "-A"]] {
            let text = ends(behind, &url, command, 0);
            assert!(!text.contains("is behind"), "{text}");
        }
        live_at(behind, &["store", "check"]);
        let text = ends(behind, &url, &TAKE, 1);
        has(
            &text,
            &["nothing is later: servers go by the token of operator"],
        );
    }
}

/// What is only here, and was signed by a key that the operator has no more, would fall.
#[test]
fn what_would_hold_no_more_is_named_and_signed_anew_where_that_is_wanted() {
    let folder = live_estate();
    let home = folder.path();
    let first = signing_key(home);
    live_at(home, &["edit", "operator", "--sk", "generate"]);
    let other = copy_of(home);
    let behind = other.path();
    live_at(home, &["edit", "operator", "--rm-sk", &first, "--force"]);
    config(home, &["--nats-resolver"]);
    let server = served(&newest(), home);
    let url = server.url();
    live_at(behind, &["add", "account", "LOCAL", "-K", &first]);
    let before = operator(behind);
    let text = ends(behind, &url, &TAKE, 1);
    has(
        &text,
        &[
            "what signed these accounts signs no more, and servers have nothing later of them: \"LOCAL\"",
            "nkeep delete account LOCAL",
            " --force  # signs them anew, by a key of the operator that is here",
        ],
    );
    assert_eq!(operator(behind), before);
    let told = document(behind, &url, &[&TAKE[..], &["--force"]].concat(), 0);
    let signed = &told["operator_token"]["signed_anew"];
    assert_eq!(*signed, value!(["LOCAL"]), "{told}");
    live_at(behind, &["validate"]);
    let _ = ends(behind, &url, &["push", "-A"], 0);
    let _ = ends(behind, &url, &["diff"], 0);
}

/// Without any key that may sign, nothing is half taken.
#[test]
fn what_nobody_here_may_sign_anew_keeps_the_token_out() {
    let (folder, other) = estates();
    let (home, behind) = (folder.path(), other.path());
    let server = served(&newest(), home);
    live_at(behind, &["add", "account", "LOCAL"]);
    let before = operator(behind);
    let text = ends(
        behind,
        &server.url(),
        &[&TAKE[..], &["--force"]].concat(),
        1,
    );
    has(
        &text,
        &["the store has no key that may sign for operator \"ACME\""],
    );
    assert_eq!(operator(behind), before);
    assert_ne!(token(behind, "ACME"), token(home, "ACME"));
}

/// What it signed would hold again.
#[test]
fn a_key_that_comes_back_with_it_is_taken_where_that_is_wanted() {
    let folder = live_estate();
    let home = folder.path();
    let old = signing_key(home);
    rotate(home);
    let other = copy_of(home);
    live_at(other.path(), &["edit", "operator", "--sk", &old, "--force"]);
    config(other.path(), &["--nats-resolver"]);
    let server = served(&newest(), other.path());
    let url = server.url();
    let before = operator(home);
    let text = ends(home, &url, &TAKE, 1);
    has(
        &text,
        &[&format!(
            "has the key {old} no more, and what it signed would hold again"
        )],
    );
    assert_eq!(operator(home), before);
    let text = ends(home, &url, &[&TAKE[..], &["--force"]].concat(), 0);
    has(
        &text,
        &[
            &format!("what {old} signed before holds again"),
            "what shuts out: ",
        ],
    );
    assert_eq!(operator(home), operator(other.path()));
}

#[test]
fn what_is_older_or_anothers_or_broken_is_not_taken() {
    let (folder, other) = estates();
    let (home, behind) = (folder.path(), other.path());
    let stranger = live_estate();
    let twin = copy_of(behind);
    let second = now() + 100;
    in_a_second(behind, second, &["edit", "operator", "--tag", "mine"]);
    in_a_second(
        twin.path(),
        second,
        &["edit", "operator", "--tag", "theirs"],
    );
    let ahead = copy_of(behind);
    in_a_second(
        ahead.path(),
        second + 86_400,
        &["edit", "operator", "--tag", "t"],
    );
    let bank = Bank::start();
    let before = operator(behind);
    for (token, says) in [
        (
            operator(home),
            "is older than what is here, and is not taken",
        ),
        (
            operator(twin.path()),
            "was signed in the same second as what is here",
        ),
        (
            operator(ahead.path()),
            "was signed by a clock that is ahead",
        ),
        (
            operator(stranger.path()),
            "is no token of operator \"ACME\"",
        ),
        (token(home, "ACME"), "is no token of operator \"ACME\""),
        ("garbage".to_owned(), "is no token of operator \"ACME\""),
    ] {
        bank.with(|kept| kept.operator = token);
        let text = ends(behind, &bank.url, &[&TAKE[..], &["--force"]].concat(), 1);
        has(&text, &[says]);
        assert_eq!(operator(behind), before, "{says}");
    }
}

#[test]
fn an_account_server_has_it_too() {
    let (folder, other) = estates();
    let (home, behind) = (folder.path(), other.path());
    let bank = Bank::start();
    bank.with(|kept| kept.operator = operator(home));
    let _ = ends(home, &bank.url, &["push", "-A"], 0);
    let text = ends(behind, &bank.url, &["push", "-A"], 6);
    has(
        &text,
        &["the store is behind", "nkeep pull --operator-token"],
    );
    let _ = ends(behind, &bank.url, &TAKE, 0);
    assert_eq!(operator(behind), operator(home));
    assert_eq!(token(behind, "ACME"), token(home, "ACME"));
}

/// Servers were started with the operator's token as it is now, and have what earlier keys of it signed.
#[test]
fn a_key_that_the_operator_has_no_more_is_no_others() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "GONE"]);
    let retired = signing_key(home);
    config(home, &["--nats-resolver", "--allow-delete"]);
    let server = served(&newest(), home);
    live_at(home, &["delete", "account", "GONE", "--force"]);
    rotate(home);
    config(home, &["--nats-resolver", "--allow-delete"]);
    server.stop();
    let server = Server::start(&newest(), home);
    let url = server.url();
    let by = format!("by {retired}, a retired key, which signs for the operator no more");
    for command in [&["diff"][..], &["verify"]] {
        let text = ends(home, &url, command, 3);
        has(&text, &[&by]);
        assert!(!text.contains("another's"), "{text}");
    }
    let told = document(home, &url, &["diff"], 3);
    assert_eq!(told["counts"]["former_key"], 2, "{told}");
    assert_eq!(told["counts"]["foreign"], value!(null), "{told}");
    let text = ends(home, &url, &["verify"], 3);
    has(&text, &["account.former_key"]);
    let text = ends(home, &url, &["push", "-P", "-A", "--yes"], 0);
    has(&text, &["operator \"ACME\" has no account \"GONE\""]);
    let _ = ends(home, &url, &["verify"], 0);
}
