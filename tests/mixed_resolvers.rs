//! Servers of one cluster that have their accounts from different places: who keeps them is known at once, and whoever
//! forgets them is named.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::copies::{config, copy_of, document, ends, has, key, token};
use common::servers::{Client, Server, cluster_of, newest, versions};
use common::{live_at, live_estate};
use serde_json::Value;

const FULL: &str = "--nats-resolver";
const CACHE: &str = "--nats-resolver-cache";
const MEMORY: &str = "--mem-resolver";
/// Nobody waits for so long.
const PATIENT: [&str; 2] = ["--timeout", "30"];

/// Servers of those kinds, whose system accounts are the same.
fn mixed(binary: &Path, home: &Path, kinds: &[&str]) -> Vec<Server> {
    let configured = |kind: &&str| {
        config(home, &[kind]);
        std::fs::read_to_string(home.join("nats.conf")).unwrap()
    };
    let each: Vec<String> = kinds.iter().map(configured).collect();
    cluster_of(binary, home, &each)
}

/// What it prints when it ends with that code, well before anybody has waited for long enough.
fn quickly(home: &Path, url: &str, args: &[&str], code: i32) -> String {
    let begun = Instant::now();
    let text = ends(home, url, &[args, &PATIENT].concat(), code);
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(20), "{args:?}: {took:?}");
    text
}

#[test]
fn a_server_that_forgets_is_named_and_told_to_start_with_what_is_here() {
    for version in versions() {
        let folder = live_estate();
        let home = folder.path();
        let servers = mixed(&version, home, &[FULL, MEMORY, FULL]);
        let url = servers[0].url();
        // Somebody uses it there.
        let user = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
        let _client = Client::connect(&servers[1].address, &user).unwrap();
        live_at(home, &["edit", "account", "ACME", "--tag", "t"]);
        let text = quickly(home, &url, &["push", "-A", "--servers", "3"], 0);
        has(
            &text,
            &[
                "warning: server \"server-1\" keeps no accounts: what it took it forgets when it starts again, and goes by what it is started with",
                "nkeep generate config --mem-resolver",
            ],
        );
        let found = document(home, &url, &[&["push", "-A"], &PATIENT[..]].concat(), 0);
        assert_eq!(found["forgetful_servers"][0]["name"], "server-1");
        assert_eq!(found["keeping_servers"], 2, "{version:?}");
        quickly(home, &url, &["diff"], 0);
        quickly(home, &url, &["verify"], 0);
        let text = quickly(home, &url, &["push", "-P", "--dry-run"], 0);
        has(&text, &["servers have no account that is to go"]);
    }
}

#[test]
fn a_server_with_a_cache_is_not_waited_for() {
    for version in versions() {
        let folder = live_estate();
        let home = folder.path();
        let servers = mixed(&version, home, &[CACHE, FULL, FULL]);
        let url = servers[0].url();
        let text = quickly(home, &url, &["push", "-A", "--servers", "3"], 0);
        assert!(!text.contains("forgets"), "{text}");
        quickly(home, &url, &["diff"], 0);
        let found = document(home, &url, &[&["push", "-A"], &PATIENT[..]].concat(), 0);
        assert_eq!(found["keeping_servers"], 2, "{version:?}");
    }
}

/// What somebody did elsewhere is looked for where accounts are used, too, and not only where they are kept.
#[test]
fn what_is_later_on_a_server_that_keeps_nothing_stays() {
    for kind in [MEMORY, CACHE] {
        let folder = live_estate();
        let home = folder.path();
        live_at(home, &["add", "user", "out", "-a", "ACME"]);
        config(home, &[kind]);
        if kind == CACHE {
            // A cache is filled by who keeps accounts.
            let _ = std::fs::remove_dir_all(home.join("jwt"));
            std::fs::create_dir(home.join("jwt")).unwrap();
            let file = home.join(format!("jwt/{}.jwt", key(home, "ACME")));
            std::fs::write(file, token(home, "ACME")).unwrap();
        }
        let server = Server::start(&newest(), home);
        let url = server.url();
        let user = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
        let _client = Client::connect(&server.address, &user).unwrap();
        let other = copy_of(home);
        let out = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "out"]);
        live_at(
            home,
            &["revocations", "add-user", "-a", "ACME", "-n", "out"],
        );
        // It takes it, and keeps nothing.
        let _ = ends(home, &url, &["push", "-a", "ACME"], 1);
        server.log_in(&out).unwrap_err();
        let behind = other.path();
        let text = ends(behind, &url, &["push", "-A"], 6);
        has(
            &text,
            &[
                "error: nothing was pushed: servers have a later token of account \"ACME\", signed ",
                ", which revokes 1 user who is not revoked here",
            ],
        );
        server.log_in(&out).unwrap_err();
        let _ = ends(behind, &url, &["pull", "-a", "ACME"], 0);
        let _ = ends(behind, &url, &["push", "-A"], 1);
        server.log_in(&out).unwrap_err();
    }
}

/// Servers are called at random by themselves, and by names by people.
#[test]
fn servers_stand_in_the_order_of_their_names() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &[FULL, "--allow-delete"]);
    let ours = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    let servers = cluster_of(&newest(), home, &vec![ours; 4]);
    let url = servers[2].url();
    let names = ["server-0", "server-1", "server-2", "server-3"];
    let of = |list: &Value| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|one| {
            one["name"]
                .as_str()
                .unwrap_or_else(|| one.as_str().unwrap())
                .to_owned()
        })
        .collect()
    };
    let pushed = document(home, &url, &["push", "-A", "--servers", "4"], 0);
    assert_eq!(of(&pushed["servers"]), names);
    for account in pushed["accounts"].as_array().unwrap() {
        assert_eq!(of(&account["servers"]), names);
    }
    live_at(home, &["edit", "account", "ACME", "--tag", "t"]);
    let found = document(home, &url, &["diff"], 3);
    let kept = &found["accounts"][0]["tokens"][0]["kept_by"];
    assert_eq!(of(&kept["servers"]), names);
    let removed = document(home, &url, &["push", "-R", "ACME", "--yes"], 0);
    assert_eq!(of(&removed["removals"]), names);
}
