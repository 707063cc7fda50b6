//! Who comes by old creds is noticed, though they are gone whenever somebody looks; and an account that a server has and nobody uses
//! there is no server's fault.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::time::Duration;

use common::refusal::said;
use common::servers::{Client, Server, cluster, newest};
use common::{live, live_at, live_estate};

fn creds(home: &Path, user: &str) -> String {
    live_at(home, &["generate", "creds", "-a", "ORDERS", "-n", user])
}

/// An estate with a user of ORDERS, at servers that have it.
fn estate(servers: usize) -> (tempfile::TempDir, Vec<Server>, String) {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "ORDERS"]);
    live_at(home, &["add", "user", "clerk", "-a", "ORDERS"]);
    let file = [
        "generate",
        "config",
        "--config-file",
        "nats.conf",
        "--nats-resolver",
    ];
    live_at(home, &file);
    let servers = cluster(&newest(), home, servers);
    let urls: Vec<String> = servers.iter().map(Server::url).collect();
    let urls = urls.join(",");
    let count = servers.len().to_string();
    until(|| {
        let push = ["push", "-A", "-u", &urls, "--servers", &count];
        live(home).args(push).output().unwrap().status.success()
    });
    (folder, servers, urls)
}

fn until(is_so: impl Fn() -> bool) {
    let deadline = std::time::Instant::now() + common::LONG;
    while !is_so() {
        assert!(std::time::Instant::now() < deadline, "it is not so");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// What the next step is refused for.
fn refused(home: &Path) -> String {
    let output = live(home).args(["rotate", "next"]).output().unwrap();
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    said(&output)
}

#[test]
fn who_comes_and_goes_between_two_looks_is_not_cut_off() {
    let (folder, servers, urls) = estate(1);
    let home = folder.path();
    let start = ["rotate", "start", "user-key", "-a", "ORDERS", "-n", "clerk"];
    live_at(
        home,
        &[&start[..], &["--servers", "1", "--soak", "16s"]].concat(),
    );
    let old = creds(home, "clerk");
    let collect = || live_at(home, &["rotate", "evidence", "collect", "-u", &urls]);
    live_at(home, &["push", "-A", "-u", &urls, "--servers", "1"]);
    collect();
    live_at(home, &["rotate", "next"]);
    // Nobody is there when it is looked. Since then it soaks for long enough, and since whoever came it does not, however slow all of
    // this is.
    collect();
    std::thread::sleep(Duration::from_secs(10));
    drop(Client::connect(&servers[0].address, &old).unwrap());
    std::thread::sleep(Duration::from_secs(7));
    collect();
    let why = refused(home);
    assert!(why.contains("nobody has been connected by"), "{why}");
    // And who came no more is let go.
    std::thread::sleep(Duration::from_secs(16));
    collect();
    live_at(home, &["rotate", "next"]);
}

/// Clients of an account at one server make it known at the other, which loads it when somebody comes.
#[test]
fn an_account_that_is_used_at_one_server_holds_no_gate_at_the_other() {
    let (folder, mut servers, urls) = estate(2);
    let home = folder.path();
    let clerk = creds(home, "clerk");
    let mut client = Client::connect(&servers[0].address, &clerk).unwrap();
    client.listen("orders.>", 1).unwrap();
    let start = ["rotate", "start", "account-signing-key", "-a", "ORDERS"];
    let terms = ["--servers", "2", "--soak", "0s"];
    live_at(home, &[&start[..], &terms[..]].concat());
    live_at(home, &["push", "-A", "-u", &urls, "--servers", "2"]);
    // The other starts again, and knows of the account by what the first has clients for.
    let second = servers.remove(1);
    let at = second.folder().to_owned();
    second.stop();
    let second = Server::start(&newest(), &at);
    let urls = urls.split(',').next().unwrap().to_owned() + "," + &second.url();
    until(|| {
        live_at(home, &["rotate", "evidence", "collect", "-u", &urls]);
        live(home)
            .args(["rotate", "status"])
            .output()
            .unwrap()
            .status
            .success()
    });
    live_at(home, &["rotate", "next"]);
    drop(client);
}

/// A signing key of an account that is in other hands signs for as long as servers have an account that names it.
#[test]
fn an_account_that_still_names_a_stolen_key_is_found_at_servers() {
    let (folder, _servers, urls) = estate(1);
    let home = folder.path();
    let emergency = [
        "rotate",
        "emergency",
        "account-signing-key",
        "-a",
        "ORDERS",
        "--yes",
    ];
    let why = ["--reason", "a laptop was stolen"];
    live_at(home, &[&emergency[..], &why].concat());
    let compare = || {
        let compare = [
            "rotate",
            "emergency",
            "account-signing-key",
            "--compare",
            "-u",
            &urls,
        ];
        live(home).args(compare).output().unwrap()
    };
    let found = compare();
    assert_eq!(found.status.code(), Some(3), "{found:?}");
    let text = String::from_utf8(found.stdout).unwrap();
    assert!(
        text.contains("which is in other hands: whoever that signs is let in"),
        "{text}"
    );
    live_at(home, &["push", "-A", "-u", &urls, "--servers", "1"]);
    let found = compare();
    assert!(found.status.success(), "{found:?}");
}
