//! Who connects when accounts are pushed: a user who lives for two minutes and may do just that, or one who is named.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{said, store_of};
use common::servers::{Server, newest};
use common::wire::{Fake, Says};
use common::{live, live_at, live_estate};
use serde_json::{Value, json};

/// The claims that a user shows who connects so.
fn shown(home: &Path, args: &[&str]) -> Value {
    let server = Fake::start(|_| vec![Says::HangUp]);
    let before = std::fs::read(store_of(home)).unwrap();
    let output = live(home)
        .args(["push", "-A", "-u", &server.url])
        .args(args)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(
        said(&output).contains("the connection was lost"),
        "{output:?}"
    );
    assert!(std::fs::read(store_of(home)).unwrap() == before);
    let token = server.login()["jwt"].as_str().unwrap().to_owned();
    let file = home.join("shown.jwt");
    std::fs::write(&file, token).unwrap();
    let claims = live_at(home, &["describe", "jwt", "shown.jwt", "--json"]);
    serde_json::from_str(&claims).unwrap()
}

fn described(home: &Path, account: &str) -> Value {
    let text = live_at(home, &["describe", "account", account, "--json"]);
    serde_json::from_str(&text).unwrap()
}

/// That it is the one of two minutes.
fn is_passing(claims: &Value) {
    let number = |name: &str| claims[name].as_i64().unwrap();
    assert_eq!(number("exp") - number("iat"), 120, "{claims}");
    assert_eq!(
        claims["nats"]["pub"],
        json!({ "allow": [
            "$SYS.REQ.SERVER.PING",
            "$SYS.REQ.SERVER.PING.VARZ",
            "$SYS.REQ.ACCOUNT.*.CLAIMS.UPDATE",
            "$SYS.REQ.ACCOUNT.*.CLAIMS.LOOKUP",
            "$SYS.REQ.CLAIMS.LIST",
            "$SYS.REQ.SERVER.PING.ACCOUNTZ",
        ]}),
        "{claims}"
    );
    assert_eq!(claims["nats"]["sub"], json!({ "allow": ["_INBOX.>"] }));
}

#[test]
fn whoever_connects_lives_for_two_minutes_and_may_do_just_this() {
    let folder = live_estate();
    let home = folder.path();
    let claims = shown(home, &[]);
    is_passing(&claims);
    // The operator demands signing keys, and the system account has one.
    let system = described(home, "SYS");
    let keys = system["nats"]["signing_keys"].to_string();
    assert!(keys.contains(claims["iss"].as_str().unwrap()), "{claims}");
    assert_eq!(claims["nats"]["issuer_account"], system["sub"]);
    // Nobody has kept its key.
    let keys = live_at(home, &["list", "keys", "--all", "--json"]);
    assert!(!keys.contains(claims["sub"].as_str().unwrap()));
    // It is another at each time.
    assert_ne!(shown(home, &[])["sub"], claims["sub"]);
}

#[test]
fn a_scoped_key_signs_nobody_who_connects() {
    let folder = live_estate();
    let home = folder.path();
    let system = described(home, "SYS");
    let unscoped = system["nats"]["signing_keys"][0].as_str().unwrap();
    live_at(
        home,
        &[
            "edit",
            "signing-key",
            "-a",
            "SYS",
            "--sk",
            "generate",
            "--role",
            "watcher",
            "--allow-sub",
            "x",
        ],
    );
    for _ in 0..3 {
        assert_eq!(shown(home, &[])["iss"], unscoped);
    }
    // Without another, a user of the store connects.
    let identity = live_at(home, &["describe", "user", "sys", "-a", "SYS", "--json"]);
    let identity: Value = serde_json::from_str(&identity).unwrap();
    live_at(home, &["edit", "operator", "--require-signing-keys=false"]);
    let by_identity = shown(home, &[]);
    is_passing(&by_identity);
    assert_eq!(by_identity["iss"], system["sub"]);
    assert_eq!(
        shown(home, &["--system-user", "sys"])["sub"],
        identity["sub"]
    );
}

#[test]
fn a_user_of_the_system_account_connects_who_is_named() {
    let folder = live_estate();
    let home = folder.path();
    live_at(
        home,
        &[
            "generate",
            "config",
            "--nats-resolver",
            "--config-file",
            "nats.conf",
        ],
    );
    live_at(
        home,
        &[
            "generate",
            "creds",
            "-a",
            "SYS",
            "-n",
            "sys",
            "-o",
            "sys.creds",
        ],
    );
    let server = Server::start(&newest(), home);
    let url = server.url();
    for who in [["--system-user", "sys"], ["--creds", "sys.creds"]] {
        live_at(home, &["push", "-A", "-u", &url, who[0], who[1]]);
        let user = live_at(home, &["describe", "user", "sys", "-a", "SYS", "--json"]);
        let user: Value = serde_json::from_str(&user).unwrap();
        assert_eq!(shown(home, &who)["sub"], user["sub"]);
    }
    for (who, says) in [
        (["--system-user", "nobody"], "there is no user \"nobody\""),
        (
            ["--system-account", "ACME"],
            "is not the system account of any",
        ),
        (["--creds", "nats.conf"], "is no creds file"),
        (["--creds", "nowhere.creds"], "nowhere.creds"),
    ] {
        let output = live(home)
            .args(["push", "-A", "-u", &url, who[0], who[1]])
            .output()
            .unwrap();
        assert!(!output.status.success());
        assert!(said(&output).contains(says), "{who:?}: {output:?}");
    }
}

#[test]
fn whoever_connects_comes_after_everybody_who_is_revoked() {
    let folder = live_estate();
    let home = folder.path();
    live_at(
        home,
        &[
            "generate",
            "config",
            "--nats-resolver",
            "--config-file",
            "nats.conf",
        ],
    );
    let server = Server::start(&newest(), home);
    let url = server.url();
    live_at(home, &["revocations", "add-user", "-a", "SYS", "-n", "*"]);
    let claims = shown(home, &[]);
    let revoked = described(home, "SYS")["nats"]["revocations"]["*"]
        .as_i64()
        .unwrap();
    assert!(claims["iat"].as_i64().unwrap() > revoked, "{claims}");
    // Now the servers know of it, and the next push comes through as well.
    live_at(home, &["push", "-A", "-u", &url]);
    live_at(home, &["push", "-A", "-u", &url]);
}

/// What is hinted at is taken as it is typed: a user of the store's stands in the place of creds.
#[test]
fn creds_of_another_account_are_not_in_what_is_hinted_at() {
    let folder = live_estate();
    let home = folder.path();
    let config = [
        "generate",
        "config",
        "--nats-resolver",
        "--config-file",
        "nats.conf",
    ];
    live_at(home, &config);
    let creds = [
        "generate", "creds", "-a", "ACME", "-n", "ACME", "-o", "c.creds",
    ];
    live_at(home, &creds);
    let server = Server::start(&newest(), home);
    let url = server.url();
    live_at(home, &["push", "-A", "-u", &url]);
    for (command, flag) in [
        (&["push", "-A"][..], &["--creds", "c.creds"][..]),
        (&["push", "-A"], &["--creds=c.creds"]),
        (&["diff"], &["--creds", "c.creds"]),
        (&["pull", "-A"], &["--creds", "c.creds"]),
    ] {
        let output = live(home)
            .args(command)
            .args(flag)
            .args(["-u", &url])
            .output()
            .unwrap();
        assert!(!output.status.success(), "{output:?}");
        let text = said(&output);
        let hint = text
            .lines()
            .find(|line| line.contains("--system-user NAME"))
            .unwrap();
        assert!(!hint.contains("creds"), "{hint}");
        let words = hint
            .split("nkeep ")
            .last()
            .unwrap()
            .split("  #")
            .next()
            .unwrap();
        let words = words.replace("NAME", "sys");
        common::live_line(home, &words);
    }
}
