//! `verify` at servers that are made up: what makes no sense is never taken for a server where all is well.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::copies::{at, config, document, ends, has, key, printed, token};
use common::servers::{Server, newest};
use common::wire::{Fake, Fate, GARBAGE, Honest, Question, Says, wired};
use common::{live_at, live_estate};
use serde_json::{Value, json};

const QUICK: [&str; 3] = ["verify", "--timeout", "1"];

/// The codes of all findings.
fn codes(document: &Value) -> Vec<&str> {
    let reports = document["reports"].as_array().unwrap().iter();
    let issues = reports.flat_map(|report| report["issues"].as_array().unwrap());
    issues
        .map(|issue| issue["code"].as_str().unwrap())
        .collect()
}

/// A server that says that it has all accounts of that home, and when it says so.
fn liar(home: &Path, time: &'static str) -> impl Fn(&Question) -> Vec<Says> + use<> {
    let honest = Honest::of(home);
    let names = ["ACME", "SYS"];
    let keys: Vec<String> = names.iter().map(|name| key(home, name)).collect();
    let tokens: Vec<String> = names.iter().map(|name| token(home, name)).collect();
    let mut itself = honest.itself();
    itself["time"] = json!(time);
    move |question| {
        let subject = question.subject.as_str();
        let says = |data: Value| vec![Says::json(&json!({ "server": itself, "data": data }))];
        match subject {
            "$SYS.REQ.SERVER.PING" => vec![Says::json(
                &json!({ "server": itself, "statsz": { "active_servers": 1 } }),
            )],
            "$SYS.REQ.CLAIMS.LIST" => says(json!(keys)),
            "$SYS.REQ.SERVER.PING.ACCOUNTZ" => says(json!({ "accounts": [] })),
            _ if subject.ends_with("LOOKUP") => {
                let place = keys.iter().position(|key| subject.contains(key));
                let token = place.map_or("", |place| &tokens[place]);
                vec![Says::Answer(token.as_bytes().to_vec())]
            }
            _ => honest.describes(question).unwrap_or_default(),
        }
    }
}

#[test]
fn garbage_is_no_server_where_all_is_well() {
    let folder = live_estate();
    let home = folder.path();
    for body in GARBAGE {
        let begun = Instant::now();
        let server = Fake::saying(body);
        let text = ends(home, &server.url, &QUICK, 1);
        has(&text, &["nkeep: error: "]);
        assert!(!text.contains("[ OK ]"), "{text}");
        // It says who it is, and then makes no sense.
        let server = Fake::described_and_saying(home, body);
        let output = at(home, &server.url, &QUICK);
        assert_ne!(output.status.code(), Some(0), "{output:?}");
        assert!(begun.elapsed() < common::LONG, "{output:?}");
    }
    for greeting in [
        b"HTTP/1.1 400 Bad Request\r\n\r\n".as_slice(),
        b"INFO {\r\n",
    ] {
        let server = Fake::greeting(greeting, |_| vec![Says::HangUp]);
        let _ = ends(home, &server.url, &QUICK, 1);
    }
}

#[test]
fn a_clock_is_known_as_far_as_an_answer_tells() {
    let folder = live_estate();
    let home = folder.path();
    for time in ["", "yesterday", "9999999-01-01T00:00:00Z"] {
        let server = Fake::start(liar(home, time));
        let document = document(home, &server.url, &QUICK, 1);
        assert_eq!(codes(&document), ["server.clock_unclear"], "{document}");
        assert_eq!(document["unknown"], 1);
    }
    let server = Fake::start(liar(home, "2020-01-01T00:00:00.5Z"));
    let found = document(home, &server.url, &QUICK, 3);
    assert_eq!(codes(&found), ["server.clock"], "{found}");
    // Answers that come late tell less.
    let real = live_estate();
    let home = real.path();
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let output = at(home, &server.url(), &["push", "-A"]);
    assert!(output.status.success(), "{output:?}");
    let slow = wired(&server.address, Fate::Slow(150, Duration::from_millis(200))).0;
    let args = ["verify", "-a", "ACME", "--tolerance", "1ms"];
    let found = document(home, &slow, &args, 1);
    assert_eq!(codes(&found), ["server.clock_unclear"], "{found}");
    let _ = ends(
        home,
        &slow,
        &["verify", "-a", "ACME", "--tolerance", "30s"],
        0,
    );
}

#[test]
fn whoever_lets_anybody_in_is_told_of_and_escaped() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "user", "revoked", "-a", "ACME"]);
    live_at(home, &["revocations", "add-user", "revoked", "-a", "ACME"]);
    let server = Fake::start(liar(home, "2020-01-01T00:00:00Z"));
    let args = [&QUICK[..], &["--connect", "--tolerance", "999999h"]].concat();
    let found = document(home, &server.url, &args, 3);
    assert_eq!(codes(&found), ["user.let_in"], "{found}");
    // A name and a version that would move a cursor.
    let honest = Honest::of(home);
    let server = Fake::start(move |question| {
        let mut itself = honest.itself();
        itself["name"] = json!("\u{1b}[2Jnice");
        itself["ver"] = json!("2.\u{1b}[1A");
        let answer = match question.subject.as_str() {
            "$SYS.REQ.SERVER.PING" => {
                json!({ "server": itself, "statsz": { "active_servers": 1 } })
            }
            _ => json!({ "server": itself, "data": {} }),
        };
        vec![Says::json(&answer)]
    });
    let output = at(home, &server.url, &QUICK);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let text = printed(&output);
    assert!(!text.contains('\u{1b}'), "{text:?}");
    has(
        &text,
        &[
            "error operator.other: it was started for no operator",
            "error system_account.other: it says of no account that it talks in it",
            "warning server.version: it names no version that can be read",
        ],
    );
}

#[test]
fn a_server_apart_from_the_others_is_not_taken_for_one_that_was_asked() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let one = Server::start(&newest(), home);
    let output = at(home, &one.url(), &["push", "-A"]);
    assert!(output.status.success(), "{output:?}");
    let apart = home.join("apart");
    std::fs::create_dir(&apart).unwrap();
    std::fs::copy(home.join("nats.conf"), apart.join("nats.conf")).unwrap();
    let other = Server::start(&newest(), &apart);
    let both = format!("{},{}", one.url(), other.url());
    let found = document(home, &both, &["verify"], 1);
    assert_eq!(codes(&found), ["address.apart"], "{found}");
    let hint = found["reports"].to_string();
    has(
        &hint,
        &[&format!("nkeep verify -u {}  # asks it alone", other.url())],
    );
}

#[test]
fn where_servers_keep_no_accounts_nobody_knows_what_they_find() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--mem-resolver"]);
    let server = Server::start(&newest(), home);
    let found = document(home, &server.url(), &["verify", "-a", "ACME"], 1);
    assert_eq!(codes(&found), ["account.unseen", "account.none"], "{found}");
    // Whoever logs in has the server use it; what is in use is compared.
    let found = document(home, &server.url(), &["verify", "--connect"], 0);
    assert_eq!(found["logins"]["let_in"], 2, "{found}");
    let found = document(home, &server.url(), &["verify", "-a", "ACME"], 0);
    assert_eq!(codes(&found), Vec::<&str>::new(), "{found}");
}

#[test]
fn a_user_without_a_seed_here_does_not_try() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "user", "elsewhere", "-a", "ACME"]);
    let user: Value = serde_json::from_str(&live_at(
        home,
        &["describe", "user", "elsewhere", "-a", "ACME", "--json"],
    ))
    .unwrap();
    let user = user["sub"].as_str().unwrap();
    live_at(
        home,
        &["export", "keys", "--key", user, "--dir", "keys", "--remove"],
    );
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let output = at(home, &server.url(), &["push", "-A"]);
    assert!(output.status.success(), "{output:?}");
    let text = ends(home, &server.url(), &["verify", "--connect"], 0);
    has(
        &text,
        &["nkeep: user \"elsewhere\" of \"ACME\" did not try: their seeds are not in the store"],
    );
}
