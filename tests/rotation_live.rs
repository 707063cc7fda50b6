//! A rotation loses nobody: three real servers, clients that come to them all the time, and every step shown by evidence. What is
//! done without that locks clients out.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::coming::Coming;
use common::refusal::said;
use common::servers::{Server, cluster, newest};
use common::{live, live_at, live_estate};
use serde_json::Value;

const SERVERS: &str = "server-0,server-1,server-2";

/// Three servers that have every account, and clients of two accounts.
struct Estate {
    folder: tempfile::TempDir,
    servers: Vec<Option<Server>>,
    coming: Coming,
}

impl Estate {
    fn new() -> Self {
        let folder = live_estate();
        let home = folder.path();
        live_at(home, &["add", "account", "SHOP"]);
        live_at(home, &["add", "user", "clerk", "-a", "SHOP"]);
        config(home, &[]);
        let servers = cluster(&newest(), home, 3);
        let urls: Vec<String> = servers.iter().map(Server::url).collect();
        // Servers that have just started have yet to hear of each other.
        until(|| {
            let push = ["push", "-A", "-u", &urls.join(","), "--servers", "3"];
            let output = live(home).args(push).output().unwrap();
            output.status.success().then_some(())
        });
        let creds = [("ACME", "ACME"), ("SHOP", "clerk")].map(|(account, user)| {
            live_at(home, &["generate", "creds", "-a", account, "-n", user])
        });
        let coming = Coming::to(&servers, creds.to_vec());
        let servers = servers.into_iter().map(Some).collect();
        Self {
            folder,
            servers,
            coming,
        }
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    fn urls(&self) -> String {
        let urls: Vec<String> = self.servers.iter().flatten().map(Server::url).collect();
        urls.join(",")
    }

    /// Starts a server again, with what is in `nats.conf` by now, or with what it had.
    fn start_again(&mut self, number: usize, anew: bool) {
        let server = self.servers[number].take().unwrap();
        let folder = server.folder().to_owned();
        self.coming.is_at(number, None);
        server.stop();
        if anew {
            let had = std::fs::read_to_string(folder.join("nats.conf")).unwrap();
            let own = had.find("\nserver_name:").unwrap();
            let ours = std::fs::read_to_string(self.home().join("nats.conf")).unwrap();
            std::fs::write(folder.join("nats.conf"), ours + &had[own..]).unwrap();
        }
        let server = Server::start(&newest(), &folder);
        self.coming.is_at(number, Some(server.address.clone()));
        self.servers[number] = Some(server);
    }

    /// Starts every server again with the configuration of now, one after the other, and waits until all are one again.
    fn roll(&mut self, more: &[&str]) {
        config(self.home(), more);
        for number in 0..self.servers.len() {
            self.start_again(number, true);
            self.together();
        }
    }

    /// Until every server has heard of every other.
    fn together(&self) {
        until(|| {
            let collect = [
                "rotate",
                "evidence",
                "collect",
                "--json",
                "-u",
                &self.urls(),
            ];
            let output = live(self.home()).args(collect).output().unwrap();
            let document: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
            (document["taken"] == 3).then_some(())
        });
    }

    /// Asks every server.
    fn collect(&self) {
        live_at(
            self.home(),
            &["rotate", "evidence", "collect", "-u", &self.urls()],
        );
    }

    fn push(&self) {
        live_at(
            self.home(),
            &["push", "-A", "-u", &self.urls(), "--servers", "3"],
        );
    }

    /// Takes the next step, which nothing is missing for.
    fn next(&self) {
        live_at(self.home(), &["rotate", "next"]);
    }

    /// The next step is refused, for that reason.
    fn must_wait(&self, reason: &str) {
        let output = live(self.home()).args(["rotate", "next"]).output().unwrap();
        assert_eq!(output.status.code(), Some(6), "{output:?}");
        let text = said(&output);
        assert!(text.contains(reason), "{text:?} says nothing of {reason:?}");
    }

    /// Clients have come meanwhile, and nobody was turned away.
    fn nobody_was_refused(&self) {
        let before = self.coming.came();
        until(|| (self.coming.came() >= before + 30).then_some(()));
        let refused = self.coming.refused();
        assert!(refused.is_empty(), "{refused:?}");
    }
}

/// Waits until something is so.
fn until(is_so: impl Fn() -> Option<()>) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while is_so().is_none() {
        assert!(Instant::now() < deadline, "it is not so");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn config(home: &Path, more: &[&str]) {
    let file = ["generate", "config", "--config-file", "nats.conf"];
    live_at(
        home,
        &[&file[..], &["--nats-resolver", "--force"], more].concat(),
    );
}

#[test]
fn the_signing_key_of_an_operator_is_replaced_and_nobody_is_turned_away() {
    let mut estate = Estate::new();
    let start = [
        "rotate",
        "start",
        "operator-signing-key",
        "--soak",
        "2s",
        "--servers",
    ];
    live_at(estate.home(), &[&start[..], &[SERVERS]].concat());
    estate.must_wait("nothing is known of server \"server-0\"");
    estate.collect();
    estate.must_wait("server \"server-1\" was not started with the operator's token as it is now");
    estate.roll(&[]);
    estate.collect();
    estate.nobody_was_refused();
    estate.next();
    estate.must_wait("nothing is known of server \"server-0\"");
    estate.collect();
    estate.must_wait("has 3 accounts otherwise, or none");
    estate.push();
    estate.collect();
    estate.next();
    estate.nobody_was_refused();
    estate.must_wait("it is watched until");
    std::thread::sleep(Duration::from_secs(2));
    estate.collect();
    estate.next();
    estate.collect();
    estate.must_wait("was not started with the operator's token as it is now");
    estate.roll(&[]);
    estate.collect();
    estate.next();
    estate.nobody_was_refused();
    let list = live_at(estate.home(), &["rotate", "list"]);
    assert!(list.contains("done"), "{list}");
    let (came, refused) = estate.coming.end();
    assert!(refused.is_empty(), "of {came} {refused:?}");
}

/// Somebody with a copy of the store, from before the rotation, adds an account and has servers take it.
#[test]
fn an_account_by_the_old_key_that_the_store_does_not_know_is_not_shut_out() {
    let mut estate = Estate::new();
    let copy = tempfile::tempdir().unwrap();
    let copied = std::process::Command::new("cp")
        .arg("-a")
        .arg(format!("{}/.", estate.home().display()))
        .arg(copy.path())
        .status();
    assert!(copied.unwrap().success());
    let start = [
        "rotate",
        "start",
        "operator-signing-key",
        "--soak",
        "0s",
        "--servers",
    ];
    live_at(estate.home(), &[&start[..], &[SERVERS]].concat());
    estate.roll(&[]);
    estate.collect();
    estate.next();
    estate.push();
    estate.collect();
    estate.next();
    live_at(copy.path(), &["add", "account", "GHOST"]);
    let push = ["push", "-a", "GHOST", "--servers", "3", "--force", "-u"];
    live_at(copy.path(), &[&push[..], &[&estate.urls()]].concat());
    estate.collect();
    estate.must_wait("has 1 account by the old key that the store does not know");
}

#[test]
fn the_identity_of_an_operator_is_replaced_and_nobody_is_turned_away() {
    let mut estate = Estate::new();
    let start = [
        "rotate",
        "start",
        "operator-identity",
        "--soak",
        "1s",
        "--servers",
    ];
    live_at(estate.home(), &[&start[..], &[SERVERS]].concat());
    estate.collect();
    estate.must_wait("was not started with the tokens of both operators");
    estate.roll(&["--operators", "ACME,ACME.next"]);
    estate.collect();
    estate.next();
    estate.collect();
    estate.must_wait("has 3 accounts otherwise, or none");
    estate.push();
    estate.collect();
    estate.next();
    estate.nobody_was_refused();
    estate.roll(&["--operators", "ACME,ACME.before"]);
    std::thread::sleep(Duration::from_secs(1));
    estate.collect();
    estate.next();
    estate.roll(&["--operators", "ACME"]);
    estate.collect();
    estate.next();
    estate.nobody_was_refused();
    let operators = live_at(estate.home(), &["list", "operators"]);
    assert!(!operators.contains("before"), "{operators}");
    let (came, refused) = estate.coming.end();
    assert!(refused.is_empty(), "of {came} {refused:?}");
}

#[test]
fn an_identity_that_is_replaced_in_one_step_locks_clients_out() {
    let mut estate = Estate::new();
    let start = ["rotate", "start", "operator-identity", "--servers"];
    live_at(estate.home(), &[&start[..], &[SERVERS]].concat());
    let reason = "to show what comes of it, in a test";
    live_at(
        estate.home(),
        &["rotate", "next", "--force", "--reason", reason],
    );
    config(estate.home(), &["--operators", "ACME"]);
    estate.start_again(1, true);
    until(|| (!estate.coming.refused().is_empty()).then_some(()));
}

#[test]
fn what_is_signed_before_it_is_trusted_locks_clients_out_of_a_server_that_starts_again() {
    let mut estate = Estate::new();
    let start = ["rotate", "start", "operator-signing-key", "--servers"];
    live_at(estate.home(), &[&start[..], &[SERVERS]].concat());
    let reason = "to show what comes of it, in a test";
    live_at(
        estate.home(),
        &["rotate", "next", "--force", "--reason", reason],
    );
    // With the system account pushed as well, the server would not even start.
    for account in ["ACME", "SHOP"] {
        let push = ["push", "-a", account, "--force", "--servers", "3"];
        live_at(
            estate.home(),
            &[&push[..], &["-u", &estate.urls()]].concat(),
        );
    }
    estate.nobody_was_refused();
    estate.start_again(1, false);
    until(|| (!estate.coming.refused().is_empty()).then_some(()));
}
