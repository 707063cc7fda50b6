//! An import of tokens that are older or newer than others for the same user: the newest is never lost, and never replaced.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::at_home;
use common::refusal::{json, said};
use common::source::{IMPORT, follow, home, of, report, signed_again, text};
use nkeep::jwt::claims::User;
use serde_json::Value;

const TOKEN: &str = "nsc-store/stores/ALPHA/accounts/ORDERS/users/order-svc.jwt";
const CREDS: &str = "nsc-store/keys/creds/ALPHA/ORDERS/order-svc.creds";
const USER: [&str; 7] = [
    "describe",
    "user",
    "order-svc",
    "-a",
    "ORDERS",
    "--operator",
    "ALPHA",
];

/// Gives the creds file a token that was signed later than the one beside the account, for other subjects.
fn renew_creds(home: &Path) {
    let (token, creds) = (home.join(TOKEN), home.join(CREDS));
    let before = std::fs::read_to_string(&token).unwrap();
    signed_again::<User>(home, TOKEN, |user, _, at| {
        user.tags.push("newest".to_owned());
        *at += 1000;
    });
    let newer = std::fs::read_to_string(&token).unwrap();
    let text = std::fs::read_to_string(&creds).unwrap();
    assert!(text.contains(before.trim()), "{text}");
    std::fs::write(&creds, text.replace(before.trim(), newer.trim())).unwrap();
    std::fs::write(&token, before).unwrap();
}

fn tags(home: &Path) -> Value {
    json(home, &USER)["nats"]["tags"].clone()
}

#[test]
fn creds_with_a_newer_token_are_kept_and_taken_by_what_is_printed() {
    let home = home();
    let home = home.path();
    renew_creds(home);
    let kept = std::fs::read(home.join(CREDS)).unwrap();
    let shred = [&IMPORT[..], &["--shred-source"]].concat();
    let (done, code) = report(home, &shred);
    assert_eq!(code, 3, "{done:#}");
    assert_eq!(std::fs::read(home.join(CREDS)).unwrap(), kept);
    let finding = of(&done, "order-svc.creds");
    assert_eq!(text(finding, "outcome"), "skipped");
    assert!(text(finding, "message").contains("a newer token"));
    assert!(!tags(home).to_string().contains("newest"));
    let output = follow(home, text(finding, "hint"));
    assert!(output.status.success(), "{}", said(&output));
    assert!(tags(home).to_string().contains("newest"));
    // It is nowhere but in the store, which may now be where it stays.
    let (done, code) = report(home, &shred);
    assert_eq!(code, 0, "{done:#}");
    assert!(!home.join(CREDS).exists());
}

/// Without the token beside the account, the creds are of a user of the store's.
#[test]
fn creds_with_a_newer_token_than_the_stores_are_kept() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    renew_creds(home);
    std::fs::remove_file(home.join(TOKEN)).unwrap();
    let (done, code) = report(home, &[&IMPORT[..], &["--shred-source"]].concat());
    assert_eq!((code, home.join(CREDS).exists()), (3, true), "{done:#}");
    let output = follow(home, text(of(&done, "order-svc.creds"), "hint"));
    assert!(output.status.success(), "{}", said(&output));
    assert!(tags(home).to_string().contains("newest"));
}

/// As with accounts: what was drawn tighter since would be wide again.
#[test]
fn an_older_token_of_a_user_is_named_and_never_taken() {
    for more in [&[][..], &["--force"]] {
        let home = home();
        let home = home.path();
        at_home(home, &IMPORT);
        let edit = ["edit", "user", "order-svc", "--deny-pub", "private.>"];
        at_home(home, &[&edit[..], &USER[3..]].concat());
        let denies = || json(home, &USER)["nats"]["pub"].clone();
        let before = denies();
        assert!(before.to_string().contains("private.>"), "{before}");
        let (done, code) = report(home, &[&IMPORT[..], more].concat());
        assert_eq!(code, 0, "{done:#}");
        let finding = of(&done, "users/order-svc.jwt");
        assert_eq!(text(finding, "code"), "token.older");
        assert!(text(finding, "message").contains("the store has a newer token for user"));
        assert_eq!(denies(), before);
        // The creds with that older token are not needed, and nothing more is said of them.
        let shred = [&IMPORT[..], &["--shred-source"], more].concat();
        let (done, code) = report(home, &shred);
        assert_eq!((code, home.join(CREDS).exists()), (0, false), "{done:#}");
    }
}

/// Nor is an operator's, with keys that were taken away since.
#[test]
fn an_older_token_of_an_operator_is_named_and_never_taken() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    let edit = ["edit", "operator", "--operator", "ALPHA", "--tag", "newest"];
    at_home(home, &edit);
    for more in [&[][..], &["--force"]] {
        let (done, code) = report(home, &[&IMPORT[..], more].concat());
        assert_eq!(code, 0, "{done:#}");
        assert_eq!(text(of(&done, "ALPHA/ALPHA.jwt"), "code"), "token.older");
        let operator = json(home, &["describe", "operator", "ALPHA"]);
        assert!(operator["nats"]["tags"].to_string().contains("newest"));
    }
}
