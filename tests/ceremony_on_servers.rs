//! What only an identity can sign is asked for while a real server runs, and its answer is taken: the identity itself is replaced, and
//! accounts are deleted.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::ceremonies::{Two, loosened, policy};
use common::refusal::{key, refused};
use common::servers::{Server, newest};
use common::{at_home, by_the_clock_of_the_system, estate};
use nkeep::jwt::decode::decode;

fn config(home: &Path, operators: &str) {
    let args = [
        "generate",
        "config",
        "--nats-resolver",
        "--allow-delete",
        "--operators",
        operators,
        "--force",
        "--config-file",
        "nats.conf",
    ];
    at_home(home, &args);
}

fn push(home: &Path, server: &Server) {
    at_home(home, &["push", "-A", "-u", &server.url(), "--timeout", "2"]);
}

#[test]
fn everybody_gets_in_at_each_step_while_both_identities_are_offline() {
    by_the_clock_of_the_system();
    let two = Two::new();
    let home = two.working();
    at_home(home, &["add", "account", "ORDERS"]);
    at_home(home, &["add", "user", "app", "-a", "ORDERS"]);
    let creds = at_home(home, &["generate", "creds", "-a", "ORDERS", "-n", "app"]);
    let new = at_home(two.root(), &["generate", "nkey", "--operator", "-S"]);
    let forced = [
        "rotate",
        "next",
        "--force",
        "--reason",
        "evidence comes from elsewhere",
    ];
    config(home, "ACME");
    let server = Server::start(&newest(), home);
    push(home, &server);
    let start = [
        "rotate",
        "start",
        "operator-identity",
        "--servers",
        "1",
        "--new",
    ];
    two.go("start", &[&start[..], &[new.trim()]].concat());
    let mut server = Some(server);
    for operators in [
        "ACME,ACME.next",
        "ACME.before,ACME",
        "ACME,ACME.before",
        "ACME",
    ] {
        if let Some(server) = server.take() {
            server.stop();
        }
        config(home, operators);
        let started = Server::start(&newest(), home);
        assert_eq!(
            started.log_in(&creds),
            Ok(()),
            "{operators}: {}",
            started.log()
        );
        at_home(home, &forced);
        push(home, &started);
        assert_eq!(
            started.log_in(&creds),
            Ok(()),
            "{operators}: {}",
            started.log()
        );
        server = Some(started);
    }
    let kept = server.unwrap().kept(&key(home, "ORDERS")).unwrap();
    let signing = &Two::operator(home)["nats"]["signing_keys"][0];
    assert_eq!(*signing, decode(&kept).unwrap().issuer().to_string());
}

/// Where an operator has no signing key, its identity says which accounts go.
#[test]
fn servers_delete_what_an_identity_says_that_is_offline() {
    by_the_clock_of_the_system();
    let root = estate();
    let home = root.path();
    at_home(home, &["add", "account", "GONE"]);
    at_home(home, &["edit", "operator", "--require-signing-keys=false"]);
    let signing = Two::operator(home)["nats"]["signing_keys"][0]
        .as_str()
        .unwrap()
        .to_owned();
    let without = ["edit", "operator", "--rm-sk", &signing, "--force"];
    at_home(home, &without);
    at_home(
        home,
        &[
            "generate",
            "config",
            "--nats-resolver",
            "--config-file",
            "first.conf",
        ],
    );
    let two = Two::of(root);
    let home = two.working();
    config(home, "ACME");
    let server = Server::start(&newest(), home);
    push(home, &server);
    let gone = key(home, "GONE");
    let url = server.url();
    let remove = [
        "push",
        "--account-removal",
        "GONE",
        "--yes",
        "-u",
        &url,
        "--timeout",
        "2",
    ];
    let why = two.refused(&remove, 4, "has to sign this");
    assert!(
        why.contains("nkeep ceremony request push --account-removal GONE"),
        "{why}"
    );
    two.ask("gone.nreq", &remove);
    let review = at_home(two.root(), &["ceremony", "review", "gone.nreq"]);
    assert!(
        review.contains("Accounts that servers are to delete"),
        "{review}"
    );
    let sign = ["ceremony", "sign", "gone.nreq"];
    refused(two.root(), &sign, 3, "would be asked to delete 1");
    policy(two.root(), |policy| {
        policy["delete_accounts"] = 1.into();
        policy["requester"] = false.into();
    });
    loosened(two.root(), "policy.json");
    two.sign("gone.nreq", "gone.nresp", &[]);
    assert!(server.kept(&gone).is_some());
    two.import("gone.nresp");
    assert_eq!(server.kept(&gone), None, "{}", server.log());
    two.refused(
        &["ceremony", "import", "gone.nresp"],
        7,
        "was answered already",
    );
    // What is signed once is given again, and is the same.
    at_home(
        two.root(),
        &["ceremony", "sign", "gone.nreq", "-o", "again.nresp"],
    );
    let read = |name: &str| std::fs::read(two.root().join(name)).unwrap();
    assert_eq!(read("gone.nresp"), read("again.nresp"));
    // No account is signed by an identity that is offline.
    let last = [
        "ceremony", "request", "delete", "account", "GONE", "--force",
    ];
    let why = two.refused(&last, 1, "the token of an account, and no operator's");
    assert!(why.contains("request edit operator --sk generate"), "{why}");
}
