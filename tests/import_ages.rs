//! An import of tokens that are older or newer than others for the same user: the newest is never lost, and never replaced.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::refusal::{json, said};
use common::source::{IMPORT, follow, home, of, report, signed_again, signed_by, text};
use nkeep::jwt::claims::{Account, User};
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
        let message = text(finding, "message");
        assert!(
            message.starts_with("the store has a newer token for user \"order-svc\" U")
                && message.contains(": it was signed 2026-")
                && message.contains(", and this one 2026-"),
            "{message}"
        );
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

/// Nor is what a key signed that was taken away: it is over, and not broken.
#[test]
fn an_older_token_by_a_key_that_was_taken_away_is_named_as_older() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    let claims = |args: &[&str]| json(home, args);
    let alpha = ["describe", "operator", "ALPHA"];
    let keys = claims(&alpha)["nats"]["signing_keys"].clone();
    let edge = ["describe", "account", "EDGE", "--operator", "ALPHA"];
    let signer = text(&claims(&edge), "iss").to_owned();
    assert!(keys.to_string().contains(&signer), "{keys}");
    let spare = [
        "edit",
        "operator",
        "--operator",
        "ALPHA",
        "--sk",
        "generate",
    ];
    at_home(home, &spare);
    let gone = [
        "edit",
        "operator",
        "--operator",
        "ALPHA",
        "--rm-sk",
        &signer,
        "--force",
    ];
    at_home(home, &gone);
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 0, "{done:#}");
    let finding = of(&done, "EDGE/EDGE.jwt");
    assert_eq!(
        (text(finding, "code"), text(finding, "outcome")),
        ("token.older", "left")
    );
    let message = text(finding, "message");
    let older = format!("older: signed by {signer}, a key that operator \"ALPHA\" no longer has; ");
    assert!(message.starts_with(&older), "{message}");
    // By a key that never was the operator's, it is broken, however old it is.
    let file = "nsc-store/stores/ALPHA/accounts/EDGE/EDGE.jwt";
    let bravo = text(&claims(&["describe", "operator", "BRAVO"]), "sub").to_owned();
    signed_by::<Account>(home, file, &bravo, |_, _, at| *at -= 1);
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 3, "{done:#}");
    let finding = of(&done, "EDGE/EDGE.jwt");
    assert_eq!(
        (text(finding, "code"), text(finding, "outcome")),
        ("chain.issuer", "skipped")
    );
}

/// The same of a user, and a key of its account, by whose going the user was deleted.
#[test]
fn a_token_of_a_user_by_a_key_that_was_taken_away_is_left() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    let user = [
        "describe",
        "user",
        "bill-app",
        "-a",
        "BILLING",
        "--operator",
        "ALPHA",
    ];
    let signer = text(&json(home, &user), "iss").to_owned();
    let account = ["edit", "account", "BILLING", "--operator", "ALPHA"];
    let keys = ["--sk", "generate", "--rm-sk", &signer, "--force"];
    at_home(home, &[&account[..], &keys].concat());
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 0, "{done:#}");
    let finding = of(&done, "users/bill-app.jwt");
    assert_eq!(text(finding, "code"), "token.older");
    let message = text(finding, "message");
    let older =
        format!("older: signed by {signer}, a key that account \"BILLING\" no longer has; ");
    assert!(message.starts_with(&older), "{message}");
    assert!(message.ends_with("user \"bill-app\" of account \"BILLING\" was deleted here"));
    // Their creds are not needed, and go.
    let shred = [&IMPORT[..], &["--shred-source"]].concat();
    let (done, code) = report(home, &shred);
    let creds = home.join("nsc-store/keys/creds/ALPHA/BILLING/bill-app.creds");
    assert_eq!((code, creds.exists()), (0, false), "{done:#}");
}
