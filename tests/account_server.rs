//! `push` gives accounts to an account server over HTTP, and servers that have them from there let users in.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Output;

use common::copies::{key, raw};
use common::refusal::said;
use common::servers::{Server, newest, versions};
use common::web::{Bank, Mood, Reply, Web};
use common::{live, live_at, live_estate};
use serde_json::Value;

fn push(home: &Path, args: &[&str]) -> Output {
    live(home).arg("push").args(args).output().unwrap()
}

/// An account server of the operator of that home, which it names.
fn bank(home: &Path) -> Bank {
    let bank = Bank::start();
    live_at(
        home,
        &["edit", "operator", "--account-jwt-server-url", &bank.url],
    );
    bank.with(|kept| kept.operator = raw(home, "operator", "ACME"));
    bank
}

/// It fails with that code and those words, and posts nothing where nothing is to be.
fn fails(home: &Path, args: &[&str], code: i32, says: &[&str]) -> String {
    let output = push(home, args);
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    let text = said(&output);
    for part in says {
        assert!(text.contains(part), "{part}: {text}");
    }
    text
}

#[test]
fn servers_have_accounts_from_the_account_server_that_they_are_given_to() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    live_at(home, &["add", "account", "SHOP"]);
    live_at(home, &["add", "user", "clerk", "-a", "SHOP"]);
    let clerk = live_at(home, &["generate", "creds", "-a", "SHOP", "-n", "clerk"]);
    let output = push(home, &["-A"]);
    assert!(output.status.success(), "{output:?}");
    let says = format!(
        "nkeep: pushed 3 accounts of operator \"ACME\" to {}, and each is there as it is here\n",
        bank.url
    );
    assert_eq!(said(&output), says);
    for account in ["ACME", "SHOP", "SYS"] {
        let kept = bank.account(&key(home, account)).unwrap();
        assert_eq!(kept, raw(home, "account", account));
    }
    live_at(
        home,
        &[
            "generate",
            "config",
            "--url-resolver",
            "--config-file",
            "nats.conf",
        ],
    );
    for version in versions() {
        let server = Server::start(&version, home);
        server.log_in(&clerk).unwrap();
    }
    // Who is revoked is let in by no server that asks from now on.
    live_at(
        home,
        &["revocations", "add-user", "-a", "SHOP", "-n", "clerk"],
    );
    let output = push(home, &["-a", "SHOP"]);
    assert!(
        said(&output).contains("and it is there as it is here"),
        "{output:?}"
    );
    for version in versions() {
        let server = Server::start(&version, home);
        server.log_in(&clerk).unwrap_err();
    }
}

/// Servers take an account anew over NATS, too, where they have it from an account server.
#[test]
fn servers_that_use_an_account_are_told_of_it_over_nats() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    assert!(push(home, &["-A"]).status.success());
    live_at(
        home,
        &[
            "generate",
            "config",
            "--url-resolver",
            "--config-file",
            "nats.conf",
        ],
    );
    let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
    for version in versions() {
        let server = Server::start(&version, home);
        let mut client = common::servers::Client::connect(&server.address, &creds).unwrap();
        live_at(home, &["revocations", "add-user", "-a", "ACME", "-n", "*"]);
        let output = push(home, &["-a", "ACME", "-u", &server.url()]);
        // They ask the account server again when they start.
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let hint = format!("hint: nkeep push -A -u {}", bank.url);
        assert!(said(&output).contains(&hint), "{output:?}");
        assert!(client.cut().contains("Revoked"), "{version:?}");
        live_at(
            home,
            &["revocations", "delete-user", "-a", "ACME", "-n", "*"],
        );
        assert!(push(home, &["-a", "ACME"]).status.success());
    }
}

/// A server reads an account once. Who is revoked stays in, unless it starts again or is given the account itself; and what
/// the account server has is kept, though no server keeps it.
#[test]
fn servers_go_on_by_what_they_loaded_until_they_are_given_what_is_here() {
    for version in versions() {
        let folder = live_estate();
        let home = folder.path();
        let bank = bank(home);
        let output = push(home, &["-A"]);
        assert!(!said(&output).contains("loaded"), "{output:?}");
        let config = [
            "generate",
            "config",
            "--url-resolver",
            "--config-file",
            "nats.conf",
        ];
        live_at(home, &config);
        let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
        let server = Server::start(&version, home);
        let mut client = common::servers::Client::connect(&server.address, &creds).unwrap();
        live_at(home, &["revocations", "add-user", "-a", "ACME", "-n", "*"]);
        let output = push(home, &["-a", "ACME"]);
        assert!(output.status.success(), "{output:?}");
        for part in [
            "warning: servers that have loaded account \"ACME\" go on by what they loaded, until they start again or are given what is here",
            "next: nkeep push -a ACME -u nats://HOST:4222",
        ] {
            assert!(said(&output).contains(part), "{part}: {output:?}");
        }
        // It is told the truth: it goes on, and lets in whoever comes.
        client.flush().unwrap();
        server.log_in(&creds).unwrap();
        let output = push(home, &["-a", "ACME", "-u", &server.url()]);
        assert!(output.status.success(), "{output:?}");
        let kept = format!(
            "gave 1 account of operator \"ACME\" to 1 server, none of which keeps accounts, and {} has it as here, where they read accounts when they start",
            bank.url
        );
        assert!(said(&output).contains(&kept), "{output:?}");
        assert!(client.cut().contains("Revoked"), "{version:?}");
        server.log_in(&creds).unwrap_err();
        drop(server);
        let server = Server::start(&version, home);
        server.log_in(&creds).unwrap_err();
        // Nothing changes where nothing is other.
        let output = push(home, &["-a", "ACME", "--json"]);
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(document["accounts"][0]["replaced"], false, "{document}");
        assert!(!said(&output).contains("loaded"), "{output:?}");
    }
}

/// Servers that have loaded an account go on by that: what revokes goes on to those that the operator names.
#[test]
fn what_revokes_users_is_told_to_the_servers_that_the_operator_names() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    assert!(push(home, &["-A"]).status.success());
    let config = ["generate", "config", "--url-resolver", "--config-file"];
    live_at(home, &[&config[..], &["nats.conf"]].concat());
    live_at(home, &["add", "user", "w", "-a", "ACME"]);
    assert!(push(home, &["-A"]).status.success());
    let server = Server::start(&newest(), home);
    let url = server.url();
    live_at(home, &["edit", "operator", "--service-url", &url]);
    let creds = |name| live_at(home, &["generate", "creds", "-a", "ACME", "-n", name]);
    let (creds, stays) = (creds("w"), creds("ACME"));
    let mut client = common::servers::Client::connect(&server.address, &creds).unwrap();
    live_at(home, &["delete", "user", "w", "-a", "ACME"]);
    // What is suggested goes to the servers that were asked, and not to the account server.
    for command in ["diff", "verify"] {
        let output = live(home).arg(command).output().unwrap();
        let text = common::copies::printed(&output);
        let hint = format!("nkeep push -a ACME -u {url}");
        assert!(text.contains(&hint), "{command}: {text}");
    }
    // Who says where it goes to is believed, and told that it is not all.
    let says = [
        "error: what account \"ACME\" revokes came to ",
        "servers of NATS were not told of it here",
        &format!("nkeep push -a ACME -u {url}"),
    ];
    fails(home, &["-a", "ACME", "-u", &bank.url], 1, &says);
    client.flush().unwrap();
    let output = push(home, &["-a", "ACME", "--json"]);
    assert!(output.status.success(), "{output:?}");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["account_server"], bank.url);
    assert_eq!(document["told"]["failed"], 0, "{document}");
    assert!(client.cut().contains("Revoked"));
    server.log_in(&creds).unwrap_err();
    server.log_in(&stays).unwrap();
    let diff = live(home).arg("diff").output().unwrap();
    assert!(diff.status.success(), "{diff:?}");
    let output = push(home, &["-a", "ACME"]);
    let gave = format!(
        "gave 1 account of operator \"ACME\" to 1 server, none of which keeps accounts, and {} has it as here",
        bank.url
    );
    assert!(said(&output).contains(&gave), "{output:?}");
    drop(server);
    let says = [
        "nkeep: pushed 1 account of operator \"ACME\" to ",
        "error: what account \"ACME\" revokes came to ",
        "servers of NATS were not told: ",
        &format!("nkeep push -a ACME -u {url}"),
    ];
    fails(home, &["-a", "ACME"], 1, &says);
}

#[test]
fn what_became_of_accounts_is_a_document() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    let output = push(home, &["-A", "--json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["kind"], "push");
    assert_eq!(document["operator"], "ACME");
    assert_eq!(document["account_server"], bank.url);
    assert_eq!(document["failed"], 0);
    let accounts = document["accounts"].as_array().unwrap();
    assert_eq!(accounts.len(), 2);
    for account in accounts {
        assert_eq!(
            account["public_key"],
            key(home, account["name"].as_str().unwrap())
        );
        assert_eq!(account["pushed"], true);
        assert_eq!(account["result"], "updated");
        assert_eq!(account["reason"], Value::Null);
    }
    // Nothing is sent when it is only tried.
    let posted = bank.web.asked("POST");
    let output = push(home, &["-A", "--dry-run"]);
    let says = format!("2 accounts would go to {}", bank.url);
    assert!(said(&output).contains(&says), "{output:?}");
    live_at(home, &["add", "account", "LATER"]);
    live_at(home, &["edit", "account", "ACME", "--description", "new"]);
    let output = push(home, &["-A", "--dry-run"]);
    for says in [
        "not there: \"LATER\"",
        "older there: \"ACME\"",
        "there as here already: \"SYS\"",
    ] {
        assert!(said(&output).contains(says), "{says}: {output:?}");
    }
    let output = push(home, &["-A", "--dry-run", "--json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["kind"], "push");
    assert_eq!(document["dry_run"], true);
    assert_eq!(document["accounts"][0]["there"], "different");
    assert_eq!(document["accounts"][0]["differences"][0], "older");
    assert_eq!(bank.web.asked("POST"), posted);
}

#[test]
fn what_waits_for_a_yes_has_not_come() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    bank.with(|kept| kept.mood = Mood::Pending);
    fails(
        home,
        &["-a", "ACME"],
        1,
        &[
            "account \"ACME\": the server has it, and somebody there has to say yes first: ask the board",
            "1 of 1 account did not come to",
            "hint: nkeep push -a ACME",
        ],
    );
    assert_eq!(bank.account(&key(home, "ACME")), None);
    bank.approve();
    bank.with(|kept| kept.mood = Mood::Willing);
    assert!(push(home, &["-a", "ACME"]).status.success());
}

/// What a server's operator would not take is refused before it is sent.
#[test]
fn an_account_server_of_another_operator_is_given_nothing() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    let other = live_estate();
    bank.with(|kept| kept.operator = raw(other.path(), "operator", "ACME"));
    fails(
        home,
        &["-A"],
        6,
        &[
            "nothing was pushed: ",
            "does not keep the accounts of operator \"ACME\"",
        ],
    );
    // The same operator, by a token that does not know of the key that signed.
    bank.with(|kept| kept.operator = raw(home, "operator", "ACME"));
    let edited = live_at(home, &["edit", "operator", "--sk", "generate"]);
    live_at(
        home,
        &[
            "edit",
            "account",
            "ACME",
            "--tag",
            "late",
            "-K",
            edited.trim(),
        ],
    );
    fails(
        home,
        &["-A"],
        6,
        &[
            "by the token of operator \"ACME\" that ",
            "what signed \"ACME\" may not",
            "--force",
        ],
    );
    assert_eq!(bank.web.asked("POST"), 0);
    assert!(push(home, &["-A", "--force"]).status.success());
    // One that does not say is taken at its word, and that is said.
    bank.with(|kept| kept.operator.clear());
    let output = push(home, &["-A"]);
    assert!(output.status.success(), "{output:?}");
    assert!(said(&output).contains("does not say whose accounts it keeps"));
}

#[test]
fn what_account_servers_cannot_do_is_said() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    for args in [&["-P"][..], &["-A", "-P"], &["-R", "ACME"]] {
        fails(home, args, 2, &["account servers over HTTP delete nothing"]);
    }
    fails(
        home,
        &["-A", "-u", &format!("{},nats://localhost", bank.url)],
        2,
        &["an account server over HTTP stands alone"],
    );
    let secret = bank.url.replace("http://", "http://user:hidden@");
    let text = fails(home, &["-A", "-u", &secret], 2, &["a user or a password"]);
    assert!(!text.contains("hidden"), "{text}");
    assert!(bank.web.seen().is_empty());
}

/// What goes wrong with one account is said of that one, and others come.
#[test]
fn an_account_that_a_server_refuses_is_named_with_the_servers_words() {
    let folder = live_estate();
    let home = folder.path();
    let (operator, acme) = (raw(home, "operator", "ACME"), key(home, "ACME"));
    let system = raw(home, "account", "SYS");
    for (status, words, says) in [
        (
            500,
            &b"out of \x1b[31mdisk\x07\x00"[..],
            r"answers 500: out of \u{1b}[31mdisk\u{7}\u{0}",
        ),
        (403, b"", "answers 403"),
        (401, b"\xff\xfe", "answers 401: "),
    ] {
        let (operator, acme, system) = (operator.clone(), acme.clone(), system.clone());
        let web = Web::start(move |request| match &*request.path {
            "/operator" => Reply::words(200, &operator),
            path if path.ends_with(&acme) => Reply::Http(status, words.to_vec()),
            _ => Reply::words(200, &system),
        });
        let text = fails(
            home,
            &["-A", "-u", &web.url],
            1,
            &[
                "account \"ACME\": ",
                says,
                "pushed 1 account",
                "1 of 2 accounts did not come",
            ],
        );
        assert!(
            !text.contains('\u{1b}') && !text.contains('\u{7}'),
            "{text:?}"
        );
    }
}

/// What a server has afterwards is compared, whatever it answered.
#[test]
fn a_server_that_says_yes_and_keeps_something_else_is_found_out() {
    let folder = live_estate();
    let home = folder.path();
    let (operator, system) = (raw(home, "operator", "ACME"), raw(home, "account", "SYS"));
    for answer in [
        Reply::words(200, &system),
        Reply::words(404, ""),
        Reply::words(200, ""),
    ] {
        let operator = operator.clone();
        let web = Web::start(move |request| match (&*request.path, &*request.method) {
            ("/operator", _) => Reply::words(200, &operator),
            (_, "POST") => Reply::words(200, "ok"),
            _ => answer.clone(),
        });
        fails(
            home,
            &["-a", "ACME", "-u", &web.url],
            1,
            &["account \"ACME\": the server took it, and has something else afterwards"],
        );
    }
}
