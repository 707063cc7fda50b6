//! The signing key of an account and the key of a user, rotated while servers run: who comes in by the old key does so until it is
//! retired, who comes in by the new one does from the first step that signs by it, and imports go on all the time.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::copies::{config, creds, ends};
use common::servers::{Client, Server, versions};
use common::{live_at, live_estate, live_line};

fn push(home: &Path, server: &Server) {
    let _ = ends(home, &server.url(), &["push", "-A"], 0);
}

fn next(home: &Path, server: &Server) {
    let args = ["rotate", "next", "--force", "--reason", "seen by a test"];
    live_at(home, &args);
    push(home, server);
}

fn back(home: &Path, server: &Server) {
    let args = [
        "rotate",
        "rollback",
        "--force",
        "--reason",
        "seen by a test",
    ];
    live_at(home, &args);
    push(home, server);
}

/// ACME's role signs a user, and leave for SHOP to import orders.
fn estate() -> tempfile::TempDir {
    let folder = live_estate();
    let home = folder.path();
    for line in [
        "edit signing-key --sk generate --role mover -a ACME",
        "add user robot -a ACME -K mover",
        "add account SHOP",
        "add user buyer -a SHOP",
        "add export -a ACME -s orders.> -p",
        "generate activation -a ACME -t SHOP -s orders.> -K mover -o shop.jwt",
        "add import -a SHOP --token shop.jwt",
    ] {
        live_line(home, line);
    }
    config(home, &["--nats-resolver"]);
    folder
}

fn served(version: &Path, home: &Path) -> Server {
    let _ = std::fs::remove_dir_all(home.join("jwt"));
    let server = Server::start(version, home);
    push(home, &server);
    server
}

fn address(server: &Server) -> String {
    server.url().rsplit("//").next().unwrap().to_owned()
}

/// What one who comes in publishes arrives in the account that imports it.
fn arrives(home: &Path, server: &Server, creds: &str) {
    let buyer = self::creds(home, "SHOP", "buyer");
    let mut buyer = Client::connect(&address(server), &buyer).unwrap();
    buyer.listen("orders.>", 1).unwrap();
    let mut seller = Client::connect(&address(server), creds).unwrap();
    seller.publish("orders.new", "one").unwrap();
    let mut came = buyer.came().unwrap();
    for _ in 0..100 {
        if !came.messages.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        came = buyer.came().unwrap();
    }
    assert_eq!(came.payloads(), ["one"]);
}

#[test]
fn imports_and_users_go_on_while_the_signing_key_of_an_account_is_rotated() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let server = served(&version, home);
        let old = creds(home, "ACME", "robot");
        let mut connected = Client::connect(&address(&server), &old).unwrap();
        arrives(home, &server, &old);
        live_line(home, "rotate start account-signing-key -a ACME --key mover");
        push(home, &server);
        arrives(home, &server, &old);
        next(home, &server);
        let new = creds(home, "ACME", "robot");
        for creds in [&old, &new] {
            arrives(home, &server, creds);
        }
        // Back, and on again.
        back(home, &server);
        for creds in [&old, &new, &self::creds(home, "ACME", "robot")] {
            arrives(home, &server, creds);
        }
        next(home, &server);
        let new = creds(home, "ACME", "robot");
        next(home, &server);
        connected.flush().unwrap();
        next(home, &server);
        connected.cut();
        assert!(server.log_in(&old).is_err());
        arrives(home, &server, &new);
        // It is named again, and lets in again.
        back(home, &server);
        for creds in [&old, &new] {
            arrives(home, &server, creds);
        }
        next(home, &server);
        next(home, &server);
        assert!(server.log_in(&old).is_err());
        arrives(home, &server, &new);
    }
}

#[test]
fn a_user_is_let_in_by_both_keys_until_the_old_one_is_retired() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let server = served(&version, home);
        let old = creds(home, "ACME", "robot");
        let mut connected = Client::connect(&address(&server), &old).unwrap();
        live_line(home, "rotate start user-key -a ACME -n robot");
        push(home, &server);
        let tried = creds(home, "ACME", "robot-next");
        for creds in [&old, &tried] {
            arrives(home, &server, creds);
        }
        next(home, &server);
        let new = creds(home, "ACME", "robot");
        for creds in [&old, &tried, &new] {
            arrives(home, &server, creds);
        }
        connected.flush().unwrap();
        next(home, &server);
        connected.cut();
        assert!(server.log_in(&old).is_err());
        for creds in [&tried, &new] {
            arrives(home, &server, creds);
        }
        back(home, &server);
        for creds in [&old, &new] {
            arrives(home, &server, creds);
        }
        next(home, &server);
        next(home, &server);
        assert!(server.log_in(&old).is_err());
        arrives(home, &server, &new);
    }
}
