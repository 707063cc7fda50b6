//! The identity of an operator is replaced while a real server runs: at each step it starts with what is generated, and everybody
//! gets in by the creds that they have. And what somebody else made who had the old key is found there.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::copies::{copy_of, ends, has, json};
use common::refusal::said;
use common::servers::{Server, newest, versions};
use common::{live, live_at, live_estate};
use nkeep::jwt::decode::decode;
use serde_json::Value;

fn config(home: &Path, operators: &str, resolver: &[&str]) {
    let args = [
        "generate",
        "config",
        "--operators",
        operators,
        "--verify",
        "--force",
    ];
    live_at(
        home,
        &[&args[..], &["--config-file", "nats.conf"], resolver].concat(),
    );
}

fn next(home: &Path) {
    let insist = ["--force", "--reason", "evidence comes from elsewhere"];
    live_at(home, &[&["rotate", "next"][..], &insist].concat());
}

fn push(home: &Path, server: &Server) {
    live_at(home, &["push", "-A", "-u", &server.url(), "--timeout", "2"]);
}

fn creds(home: &Path) -> [String; 2] {
    live_at(home, &["add", "account", "ORDERS"]);
    live_at(home, &["add", "user", "app", "-a", "ORDERS"]);
    [("ORDERS", "app"), ("SYS", "sys")]
        .map(|(account, user)| live_at(home, &["generate", "creds", "-a", account, "-n", user]))
}

fn all_get_in(server: &Server, creds: &[String]) {
    for creds in creds {
        assert_eq!(server.log_in(creds), Ok(()), "{}", server.log());
    }
}

/// Who signed an account as the server keeps it.
fn issuer(home: &Path, server: &Server, account: &str) -> String {
    let described = json(home, &["describe", "account", account]);
    let kept = server.kept(described["sub"].as_str().unwrap()).unwrap();
    decode(&kept).unwrap().issuer().to_string()
}

fn signing_key(home: &Path) -> String {
    let operator = json(home, &["describe", "operator", "ACME"]);
    operator["nats"]["signing_keys"][0]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn everybody_gets_in_at_each_step_there_and_back() {
    const FULL: [&str; 1] = ["--nats-resolver"];
    for version in [versions().remove(0), newest()] {
        let folder = live_estate();
        let home = folder.path();
        let creds = creds(home);
        config(home, "ACME", &FULL);
        let start = || Server::start(&version, home);
        let server = start();
        push(home, &server);
        all_get_in(&server, &creds);
        let before = signing_key(home);
        live_at(
            home,
            &["rotate", "start", "operator-identity", "--servers", "1"],
        );
        server.stop();
        config(home, "ACME,ACME.next", &FULL);
        let server = start();
        all_get_in(&server, &creds);
        next(home);
        // One that is started again before accounts are pushed has those of before.
        server.stop();
        let server = start();
        all_get_in(&server, &creds);
        push(home, &server);
        all_get_in(&server, &creds);
        assert_eq!(issuer(home, &server, "ORDERS"), signing_key(home));
        assert_ne!(before, signing_key(home));
        next(home);
        server.stop();
        config(home, "ACME,ACME.before", &FULL);
        let server = start();
        all_get_in(&server, &creds);
        push(home, &server);
        next(home);
        server.stop();
        config(home, "ACME", &FULL);
        let server = start();
        all_get_in(&server, &creds);
        live_at(home, &["verify", "-u", &server.url(), "--servers", "1"]);
        // And back, from where the old one was left out already.
        live_at(home, &["rotate", "rollback"]);
        server.stop();
        config(home, "ACME,ACME.before", &FULL);
        let server = start();
        all_get_in(&server, &creds);
        let insist = ["--force", "--reason", "evidence comes from elsewhere"];
        live_at(home, &[&["rotate", "rollback"][..], &insist].concat());
        push(home, &server);
        all_get_in(&server, &creds);
        assert_eq!(issuer(home, &server, "ORDERS"), before);
        live_at(home, &[&["rotate", "abort"][..], &insist].concat());
        server.stop();
        config(home, "ACME", &FULL);
        let server = start();
        all_get_in(&server, &creds);
        live_at(home, &["verify", "-u", &server.url(), "--servers", "1"]);
    }
}

#[test]
fn a_server_that_has_all_accounts_in_its_configuration_takes_each_list() {
    const MEMORY: [&str; 1] = ["--mem-resolver"];
    let folder = live_estate();
    let home = folder.path();
    let creds = creds(home);
    live_at(
        home,
        &["rotate", "start", "operator-identity", "--servers", "1"],
    );
    for operators in [
        "ACME,ACME.next",
        "ACME.before,ACME",
        "ACME,ACME.before",
        "ACME",
    ] {
        config(home, operators, &MEMORY);
        let server = Server::start(&newest(), home);
        all_get_in(&server, &creds);
        next(home);
    }
}

/// In an emergency servers are given two operators for the time of a push, and one after it.
#[test]
fn the_page_of_an_identity_keeps_everybody_in() {
    let folder = live_estate();
    let home = folder.path();
    let creds = creds(home);
    config(home, "ACME", &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    push(home, &server);
    let reason = ["--reason", "a laptop was stolen", "--yes", "--servers", "1"];
    live_at(
        home,
        &[&["rotate", "emergency", "operator-identity"][..], &reason].concat(),
    );
    let rotation = live_at(home, &["rotate", "list", "--json"]);
    let rotation: Value = serde_json::from_str(&rotation).unwrap();
    let rotation = rotation["rotations"][0]["rotation"].as_str().unwrap();
    // First of the page: what servers have is looked at before anything takes its place.
    let first = compare(home, rotation, &server, 3);
    assert_eq!(first["odd"].as_array().unwrap().len(), 3, "{first:#}");
    server.stop();
    config(
        home,
        "ACME,ACME.before",
        &["--nats-resolver", "--allow-delete"],
    );
    let server = Server::start(&newest(), home);
    all_get_in(&server, &creds);
    let compared = compare(home, rotation, &server, 3);
    assert!(
        compared["odd"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["codes"][0] == "old-key")
    );
    push(home, &server);
    assert_eq!(
        compare(home, rotation, &server, 0)["odd"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    server.stop();
    config(home, "ACME", &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    all_get_in(&server, &creds);
    live_at(home, &["verify", "-u", &server.url(), "--servers", "1"]);
}

fn compare(home: &Path, rotation: &str, server: &Server, code: i32) -> Value {
    let args = [
        "rotate",
        "emergency",
        rotation,
        "--compare",
        "--json",
        "--timeout",
        "2",
        "-u",
        &server.url(),
    ];
    let output = live(home).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The signing key is in other hands, which made an account, and changed one.
#[test]
fn what_somebody_else_made_by_a_signing_key_is_named_and_deleted() {
    let folder = live_estate();
    let home = folder.path();
    let creds = creds(home);
    live_at(home, &["edit", "operator", "--sk", "generate"]);
    let old = signing_key(home);
    config(home, "ACME", &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    push(home, &server);
    let thief = copy_of(home);
    let theirs = thief.path();
    live_at(theirs, &["add", "account", "ROGUE", "-K", &old]);
    for conns in ["1000", "1001", "1002", "1003", "1004", "1005"] {
        live_at(
            theirs,
            &["edit", "account", "ORDERS", "--conns", conns, "-K", &old],
        );
    }
    push(theirs, &server);
    let reason = ["--reason", "a laptop was stolen", "--yes", "--servers", "1"];
    let key = ["--key", &old];
    let begin = ["rotate", "emergency", "operator-signing-key"];
    let done = json(home, &[&begin[..], &reason, &key].concat());
    let rotation = done["rotation"].as_str().unwrap();
    assert_eq!(done["old"], old.as_str());
    assert_eq!(done["compromised"], true);
    // Servers keep what they do not trust yet, and go by it when they start again.
    let first = [
        "push",
        "-A",
        "--force",
        "-u",
        &server.url(),
        "--timeout",
        "2",
    ];
    let pushed = live(home).args(first).output().unwrap();
    assert!(said(&pushed).contains("ORDERS"), "{pushed:?}");
    server.stop();
    config(home, "ACME", &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    all_get_in(&server, &creds);
    push(home, &server);
    let compared = compare(home, rotation, &server, 3);
    let odd = compared["odd"].as_array().unwrap();
    assert_eq!(odd.len(), 1, "{compared:#}");
    assert_eq!(odd[0]["name"], "ROGUE");
    assert_eq!(odd[0]["codes"], serde_json::json!(["old-key", "unknown"]));
    let hint = odd[0]["hint"].as_str().unwrap();
    let delete: Vec<&str> = hint
        .split("  #")
        .next()
        .unwrap()
        .split(' ')
        .skip(1)
        .collect();
    live_at(home, &[&delete[..], &["--yes"]].concat());
    assert_eq!(
        compare(home, rotation, &server, 0)["odd"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
}

/// Before anything is pushed, what was changed there is named, too.
#[test]
fn what_is_later_on_servers_than_here_is_named() {
    let folder = live_estate();
    let home = folder.path();
    creds(home);
    config(home, "ACME", &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    push(home, &server);
    let thief = copy_of(home);
    for number in 0..30 {
        let conns = (1000 + number).to_string();
        live_at(
            thief.path(),
            &["edit", "account", "ORDERS", "--conns", &conns],
        );
    }
    push(thief.path(), &server);
    let reason = ["--reason", "a laptop was stolen", "--yes", "--servers", "1"];
    let begin = ["rotate", "emergency", "operator-signing-key"];
    let done = json(home, &[&begin[..], &reason].concat());
    let compared = compare(home, done["rotation"].as_str().unwrap(), &server, 3);
    let odd = compared["odd"].as_array().unwrap();
    let orders = odd.iter().find(|one| one["name"] == "ORDERS").unwrap();
    assert_eq!(
        orders["codes"],
        serde_json::json!(["changed", "later", "old-key"])
    );
    let hint = orders["hint"].as_str().unwrap();
    assert!(hint.starts_with("nkeep push -a ORDERS --force"), "{hint}");
    assert!(
        odd.iter()
            .all(|one| one["codes"].as_array().unwrap().contains(&"old-key".into()))
    );
}

/// What somebody else changed before the emergency is older than what is here by then, and told from what was made here.
#[test]
fn what_was_changed_is_told_from_what_is_only_to_be_pushed() {
    let folder = live_estate();
    let home = folder.path();
    creds(home);
    live_at(home, &["add", "account", "BILLING"]);
    config(home, "ACME", &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    push(home, &server);
    let thief = copy_of(home);
    let give = ["edit", "account", "BILLING", "--sk", "generate"];
    let key = live_at(thief.path(), &give);
    push(thief.path(), &server);
    std::thread::sleep(std::time::Duration::from_secs(2));
    let reason = ["--reason", "a laptop was stolen", "--yes", "--servers", "1"];
    let begin = ["rotate", "emergency", "operator-signing-key"];
    live_at(home, &[&begin[..], &reason].concat());
    let compared = compare(home, "operator-signing-key", &server, 3);
    let odd = compared["odd"].as_array().unwrap();
    // What is found is first.
    assert_eq!(odd[0]["name"], "BILLING");
    assert_eq!(odd[0]["codes"], serde_json::json!(["changed", "old-key"]));
    let changes = odd[0]["changes"].to_string();
    assert!(changes.contains(key.trim()), "{changes}");
    assert!(changes.contains("there alone"), "{changes}");
    assert!(odd.len() > 1);
    for other in &odd[1..] {
        assert_eq!(other["codes"], serde_json::json!(["old-key"]), "{other:#}");
    }
    // What is pushed takes the place of both.
    live_at(
        home,
        &[
            "push",
            "-A",
            "--force",
            "-u",
            &server.url(),
            "--timeout",
            "2",
        ],
    );
    server.stop();
    config(home, "ACME", &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    compare(home, "operator-signing-key", &server, 0);
}

/// Whoever does not answer may have anything.
#[test]
fn a_server_that_is_known_and_silent_is_no_agreement() {
    let folder = live_estate();
    let home = folder.path();
    creds(home);
    config(home, "ACME", &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    push(home, &server);
    let reason = ["--reason", "a laptop was stolen", "--yes", "--servers", "2"];
    let begin = ["rotate", "emergency", "operator-signing-key"];
    let done = json(home, &[&begin[..], &reason].concat());
    let rotation = done["rotation"].as_str().unwrap();
    server.stop();
    config(home, "ACME", &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    push(home, &server);
    let compared = compare(home, rotation, &server, 1);
    assert_eq!(compared["unknown"][0], "1 server did not answer");
    // So with one that is named, and not there.
    let urls = format!("{},nats://127.0.0.1:1", server.url());
    let args = ["rotate", "emergency", rotation, "--compare", "-u", &urls];
    let output = live(home).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    // Who says how many there are by now is believed.
    let args = [
        "rotate",
        "emergency",
        rotation,
        "--compare",
        "--servers",
        "1",
        "-u",
        &server.url(),
    ];
    let output = live(home).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

fn step(home: &Path, args: &[&str]) {
    let insist = ["--force", "--reason", "evidence comes from elsewhere"];
    live_at(home, &[&["rotate"][..], args, &insist].concat());
}

/// Whoever is revoked in a copy of the store, by the operator of then, stays out when accounts are signed by the other one.
#[test]
fn a_push_undoes_nothing_that_the_other_operator_signed_elsewhere() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "ORDERS"]);
    live_at(home, &["add", "user", "one", "-a", "ORDERS"]);
    live_at(home, &["add", "user", "two", "-a", "ORDERS"]);
    let begin = ["rotate", "start", "operator-identity", "--servers", "1"];
    live_at(home, &begin);
    config(home, "ACME,ACME.next", &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    push(home, &server);
    for (user, way) in [("one", "next"), ("two", "rollback")] {
        let out = live_at(home, &["generate", "creds", "-a", "ORDERS", "-n", user]);
        let other = copy_of(home);
        let revoke = ["revocations", "add-user", "-a", "ORDERS", "-n", user];
        live_at(other.path(), &revoke);
        push(other.path(), &server);
        server.log_in(&out).unwrap_err();
        step(home, &[way]);
        let url = server.url();
        let text = ends(home, &url, &["push", "-A"], 6);
        has(
            &text,
            &[
                "nothing was pushed: servers have a",
                "of account \"ORDERS\", signed ",
                "which revokes 1 user who is not revoked here",
            ],
        );
        assert!(!text.contains("nkeep pull"), "{text}");
        // What is hinted at keeps them out, and then it goes.
        let hint = text.lines().find(|line| line.contains("add-user")).unwrap();
        let words = hint.split("nkeep ").last().unwrap();
        let words = words.split("  #").next().unwrap();
        common::live_line(home, words);
        let text = ends(home, &url, &["push", "-A"], 6);
        has(&text, &["hint: nkeep diff -a ORDERS"]);
        assert!(!text.contains("revokes"), "{text}");
        let _ = ends(home, &url, &["push", "-A", "--force"], 0);
        server.log_in(&out).unwrap_err();
        push(home, &server);
    }
}
