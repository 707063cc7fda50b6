//! Whoever is revoked or deleted stays out: at every server of a cluster, whatever clock signed it, in whichever second, and
//! whoever was away meanwhile (F4, F5, F6). What keeps no accounts says so.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use common::copies::{at, config, ends, has, in_a_second, issued_at, key, now, token};
use common::refusal::said;
use common::servers::{Client, Server, cluster, versions};
use common::{live, live_at, live_estate};

/// How often servers compare what they keep.
const INTERVAL: Duration = Duration::from_secs(2);

fn creds(home: &Path, user: &str) -> String {
    live_at(home, &["generate", "creds", "-a", "ACME", "-n", user])
}

/// An estate with two users who are not revoked yet, and what servers of it start with.
fn estate() -> tempfile::TempDir {
    let folder = live_estate();
    let home = folder.path();
    for user in ["out", "in"] {
        live_at(home, &["add", "user", user, "-a", "ACME"]);
    }
    config(home, &["--nats-resolver", "--interval", "2s"]);
    folder
}

/// Three servers that have the accounts of the home.
fn served(version: &Path, home: &Path) -> Vec<Server> {
    let _ = std::fs::remove_dir_all(home.join("cluster"));
    let servers = cluster(version, home, 3);
    push(home, &servers, 3);
    servers
}

fn push(home: &Path, servers: &[Server], count: usize) {
    let count = count.to_string();
    let output = at(
        home,
        &servers[0].url(),
        &["push", "-A", "--servers", &count, "--timeout", "2"],
    );
    assert!(output.status.success(), "{output:?}");
}

/// Stops the last one, does that, pushes, and starts it again with what it had.
fn while_one_is_away(version: &Path, home: &Path, servers: &mut Vec<Server>, act: impl Fn()) {
    let away = servers.pop().unwrap();
    let folder = away.folder().to_owned();
    let had = away.kept(&key(home, "ACME"));
    away.stop();
    act();
    push(home, servers, 2);
    let back = Server::start(version, &folder);
    assert_ne!(had.as_deref(), Some(&*token(home, "ACME")));
    servers.push(back);
}

/// Waits until every server has what the store has, and looks again when they have compared once more.
fn all_have(home: &Path, servers: &[Server]) {
    let (account, token) = (key(home, "ACME"), token(home, "ACME"));
    let has = |server: &Server| server.kept(&account).as_deref() == Some(&*token);
    let deadline = Instant::now() + common::LONG;
    while !servers.iter().all(has) {
        assert!(Instant::now() < deadline, "they do not agree");
        std::thread::sleep(Duration::from_millis(50));
    }
    std::thread::sleep(INTERVAL + INTERVAL / 2);
    assert!(servers.iter().all(has), "they went back");
}

/// That one of them is let in nowhere, and the other everywhere.
fn is_out(home: &Path, servers: &[Server], out: &str) {
    let stays = creds(home, "in");
    for server in servers {
        server.log_in(&stays).unwrap();
        let reason = server.log_in(out).unwrap_err();
        assert_eq!(reason, "-ERR 'Authorization Violation'", "{server:?}");
    }
}

const REVOKE: [&str; 6] = ["revocations", "add-user", "-a", "ACME", "-n", "out"];

/// Servers take two tokens of one second for one, and never bring each other up to date (F5).
#[test]
fn an_edit_in_the_same_second_does_not_keep_a_revocation_from_a_server() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let mut servers = served(&version, home);
        let out = creds(home, "out");
        let second = now();
        in_a_second(home, second, &["edit", "account", "ACME", "--tag", "t"]);
        push(home, &servers, 3);
        let before = issued_at(home);
        while_one_is_away(&version, home, &mut servers, || {
            in_a_second(home, second, &REVOKE);
        });
        assert!(issued_at(home) > before);
        all_have(home, &servers);
        is_out(home, &servers, &out);
    }
}

/// A clock that is behind signs nothing that is older than what servers have (F4).
#[test]
fn a_slow_clock_does_not_undo_a_revocation() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let mut servers = served(&version, home);
        let out = creds(home, "out");
        let before = issued_at(home);
        while_one_is_away(&version, home, &mut servers, || {
            // One that is far behind is noticed.
            let output = live(home)
                .env("NKEEP_TEST_CLOCK", (now() - 3600).to_string())
                .args(REVOKE)
                .output()
                .unwrap();
            assert!(!output.status.success(), "{output:?}");
            has(&said(&output), &["this machine's clock is "]);
            in_a_second(home, now() - 200, &REVOKE);
        });
        assert!(issued_at(home) > before);
        all_have(home, &servers);
        is_out(home, &servers, &out);
        // What is edited by a good clock again keeps it.
        live_at(home, &["edit", "account", "ACME", "--tag", "t"]);
        push(home, &servers, 3);
        is_out(home, &servers, &out);
    }
}

/// The user whom nkeep makes up for a push has expired before, by a clock that is behind.
#[test]
fn a_push_by_a_slow_clock_is_refused_and_says_so() {
    let folder = estate();
    let home = folder.path();
    let servers = served(&versions()[0], home);
    live_at(home, &REVOKE);
    let url = servers[0].url();
    let pushed = |args: &[&str]| {
        let output = live(home)
            .env("NKEEP_TEST_CLOCK", (now() - 3600).to_string())
            .args(["push", "-a", "ACME", "-u", &url])
            .args(args)
            .output()
            .unwrap();
        (output.status.code(), said(&output))
    };
    let (code, text) = pushed(&[]);
    assert_eq!(code, Some(1), "{text}");
    has(
        &text,
        &[
            "the server refuses the login: ",
            "their clocks and this one must agree",
        ],
    );
    let (code, text) = pushed(&["--system-user", "sys"]);
    assert_eq!(code, Some(0), "{text}");
    is_out(home, &servers, &creds(home, "out"));
}

/// A revocation reaches up to the newest token, also where a clock that was ahead signed that (F6).
#[test]
fn who_was_signed_by_a_clock_that_was_ahead_is_cut_all_the_same() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let servers = served(&version, home);
        let ahead = now() + 3600;
        in_a_second(
            home,
            ahead,
            &["edit", "user", "out", "-a", "ACME", "--tag", "t"],
        );
        let out = creds(home, "out");
        let mut clients: Vec<Client> = servers
            .iter()
            .map(|server| Client::connect(&server.address, &out).unwrap())
            .collect();
        live_at(home, &[&REVOKE[..], &["--clock-was-wrong"]].concat());
        push(home, &servers, 3);
        for client in &mut clients {
            let reason = client.cut();
            assert_eq!(reason, "-ERR 'User Authentication Revoked'");
        }
        is_out(home, &servers, &out);
    }
}

#[test]
fn whoever_is_deleted_stays_out_when_an_old_server_comes_back() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let mut servers = served(&version, home);
        let out = creds(home, "out");
        while_one_is_away(&version, home, &mut servers, || {
            live_at(home, &["delete", "user", "out", "-a", "ACME"]);
        });
        all_have(home, &servers);
        is_out(home, &servers, &out);
        // Nor when all of them start again with what they have.
        let folders: Vec<PathBuf> = servers
            .iter()
            .map(|server| server.folder().to_owned())
            .collect();
        servers.into_iter().for_each(Server::stop);
        let servers: Vec<Server> = folders
            .iter()
            .map(|folder| Server::start(&version, folder))
            .collect();
        is_out(home, &servers, &out);
    }
}

/// What is put down for servers that keep no accounts is as it is with them: some let nobody in again that they cut.
#[test]
fn a_server_that_is_started_with_its_accounts_starts_with_those_again() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        config(home, &["--mem-resolver"]);
        let (out, stays) = (creds(home, "out"), creds(home, "in"));
        let server = Server::start(&version, home);
        let mut client = Client::connect(&server.address, &out).unwrap();
        live_at(home, &REVOKE);
        let text = ends(home, &server.url(), &["push", "-a", "ACME"], 1);
        has(
            &text,
            &[
                "to 1 server, none of which keeps accounts when it ends\n",
                "error: 1 account was not kept by any server: ",
                "hint: nkeep generate config --mem-resolver",
            ],
        );
        assert_eq!(client.cut(), "-ERR 'User Authentication Revoked'");
        server.log_in(&out).unwrap_err();
        server.log_in(&stays).unwrap();
        // As it was said.
        server.stop();
        let server = Server::start(&version, home);
        server.log_in(&out).unwrap();
        server.stop();
        config(home, &["--mem-resolver"]);
        let server = Server::start(&version, home);
        server.log_in(&out).unwrap_err();
        server.log_in(&stays).unwrap();
    }
}

/// Has the last server keep only what is used there, in an empty folder.
fn with_a_cache(version: &Path, home: &Path) -> Vec<Server> {
    let mut servers = served(version, home);
    let last = servers.pop().unwrap();
    let folder = last.folder().to_owned();
    last.stop();
    let file = folder.join("nats.conf");
    let full = std::fs::read_to_string(&file).unwrap();
    assert!(full.contains("type: full"), "{full}");
    let keeps_all = ["  interval: \"2s\"\n", "  allow_delete: false\n"];
    let mut cache = full.replace("type: full", "type: cache");
    for line in keeps_all {
        assert!(cache.contains(line), "{cache}");
        cache = cache.replace(line, "");
    }
    std::fs::write(&file, cache).unwrap();
    std::fs::remove_dir_all(folder.join("jwt")).unwrap();
    servers.push(Server::start(version, &folder));
    servers
}

/// A cache that was away lets in by what it had, and nkeep does not say that it is as it should be.
#[test]
fn what_a_cache_does_not_say_is_not_believed() {
    // Who keeps all is waited for each time, so that they go on beside each other.
    std::thread::scope(|scope| {
        for version in versions() {
            scope.spawn(move || a_cache_is_not_believed(&version));
        }
    });
}

fn a_cache_is_not_believed(version: &Path) {
    let folder = estate();
    let home = folder.path();
    let mut servers = with_a_cache(version, home);
    let (out, stays) = (creds(home, "out"), creds(home, "in"));
    let url = servers[0].url();
    let diff = ["diff", "--servers", "3", "--timeout", "2"];
    // Whoever is connected there is cut.
    let mut client = Client::connect(&servers[2].address, &out).unwrap();
    live_at(home, &REVOKE);
    push(home, &servers, 3);
    assert_eq!(client.cut(), "-ERR 'User Authentication Revoked'");
    is_out(home, &servers, &out);
    let text = ends(home, &url, &diff, 0);
    assert_eq!(
        text,
        "nkeep: 2 accounts of operator \"ACME\" are as here on every server\n"
    );
    live_at(
        home,
        &["revocations", "delete-user", "-a", "ACME", "-n", "out"],
    );
    push(home, &servers, 3);
    servers[2].log_in(&out).unwrap();
    // One that was away has what it had, and is not told of what nobody uses there.
    let away = servers.pop().unwrap();
    let its = away.folder().to_owned();
    away.stop();
    live_at(home, &REVOKE);
    push(home, &servers, 2);
    servers.push(Server::start(version, &its));
    all_know(home, &url);
    let hidden =
        "are as here on the servers that say so; account \"ACME\" revokes users, and what ";
    has(&ends(home, &url, &diff, 1), &[hidden]);
    let verify = ["verify", "--servers", "3", "--timeout", "2"];
    let cache = "error account.not_known: one that has a cache does not use these accounts, which revoke users, ";
    has(&ends(home, &url, &verify, 1), &[cache]);
    let text = ends(
        home,
        &url,
        &["push", "-A", "--servers", "3", "--timeout", "2"],
        1,
    );
    has(
        &text,
        &["warning: server \"server-2\" does not use 1 account, and did not take it: "],
    );
    has(&ends(home, &url, &diff, 1), &[hidden]);
    // It is so.
    let mut client = Client::connect(&servers[2].address, &out).unwrap();
    let text = ends(home, &url, &diff, 3);
    has(
        &text,
        &[" server \"server-2\" lets users in by an older one, signed "],
    );
    // From here on it is told.
    push(home, &servers, 3);
    assert_eq!(client.cut(), "-ERR 'User Authentication Revoked'");
    is_out(home, &servers, &out);
    servers[2].log_in(&stays).unwrap();
    assert!(!ends(home, &url, &diff, 0).contains("warning"));
}

/// Waits until three servers know of each other.
fn all_know(home: &Path, url: &str) {
    let deadline = Instant::now() + common::LONG;
    loop {
        let output = at(
            home,
            url,
            &["diff", "-a", "SYS", "--json", "--timeout", "2"],
        );
        let document: serde_json::Value =
            serde_json::from_slice(&output.stdout).unwrap_or_default();
        if document["servers"].as_array().map_or(0, Vec::len) == 3 {
            return;
        }
        assert!(Instant::now() < deadline, "{output:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}
