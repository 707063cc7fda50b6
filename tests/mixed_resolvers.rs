//! Servers of one cluster that have their accounts from different places: who keeps them is known at once, and whoever
//! forgets them is named.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

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
const PATIENT: [&str; 2] = ["--timeout", "60"];

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
    assert!(took < Duration::from_secs(50), "{args:?}: {took:?}");
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

/// The same server once more, as after a failure.
fn again(binary: &Path, servers: &mut Vec<Server>, place: usize) {
    let server = servers.remove(place);
    let folder = server.folder().to_owned();
    server.stop();
    servers.insert(place, Server::start(binary, &folder));
}

/// An estate with a user who is deleted while only one of two servers uses the account, and that user's creds.
fn deleted_beside(kind: &str) -> (tempfile::TempDir, Vec<Server>, String) {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "user", "w", "-a", "ACME"]);
    // Nobody uses this one, so that no cache has it.
    live_at(home, &["add", "account", "SHOP"]);
    let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "w"]);
    let mut servers = mixed(&newest(), home, &[FULL, kind]);
    let url = servers[0].url();
    let _ = quickly(home, &url, &["push", "-A", "--servers", "2"], 0);
    servers[1].log_in(&creds).unwrap();
    again(&newest(), &mut servers, 1);
    live_at(home, &["delete", "user", "w", "-a", "ACME"]);
    (folder, servers, creds)
}

/// Such a server lets users in by what it has, and says nothing of it until it uses the account.
#[test]
fn a_push_is_not_done_while_a_server_may_let_in_whom_it_revokes() {
    for (kind, has_it) in [
        (CACHE, "what server \"server-1\" has in its cache of it"),
        (MEMORY, "what server \"server-1\" was started with of it"),
    ] {
        let (folder, servers, creds) = deleted_beside(kind);
        let home = folder.path();
        let url = servers[0].url();
        let push = ["push", "-a", "ACME", "--servers", "2"];
        let text = quickly(home, &url, &push, 1);
        has(
            &text,
            &[
                "error: account \"ACME\" revokes users, and ",
                has_it,
                "nkeep tool rtt -a ACME --user ACME --nats nats://HOST:4222",
                "nkeep push -a ACME",
            ],
        );
        let found = document(home, &url, &push, 1);
        assert_eq!(found["failed"], 1);
        assert_eq!(found["accounts"][0]["pushed"], false);
        let of = &found["accounts"][0]["not_known_of"];
        assert_eq!(of, &serde_json::json!(["server-1"]));
        // Where it is known where that server is, that is said; what it says helps, and needs the name where there are several.
        live_at(home, &["add", "user", "v", "-a", "ACME"]);
        let there = servers[1].url();
        let both = format!("{url},{there}");
        let hint = format!("nkeep tool rtt -a ACME --user ACME --nats {there}");
        has(&quickly(home, &both, &push, 1), &[&hint]);
        has(&quickly(home, &both, &["diff"], 1), &[&hint]);
        has(&quickly(home, &both, &["verify"], 1), &[&hint]);
        let words: Vec<&str> = hint.split(' ').skip(1).collect();
        live_at(home, &words);
        let _ = quickly(home, &url, &push, 0);
        servers[1].log_in(&creds).unwrap_err();
    }
}

/// Where nobody is left who could use the account, no command is said that nobody can run.
#[test]
fn a_server_that_nobody_may_have_use_an_account_is_to_start_with_an_empty_cache() {
    let (folder, mut servers, creds) = deleted_beside(CACHE);
    let home = folder.path();
    live_at(home, &["delete", "user", "ACME", "-a", "ACME"]);
    let both = format!("{},{}", servers[0].url(), servers[1].url());
    let push = ["push", "-a", "ACME", "--servers", "2"];
    for args in [&push[..], &["diff"], &["verify"]] {
        let text = quickly(home, &both, args, 1);
        has(
            &text,
            &["when that server has started again with an empty cache folder"],
        );
        assert!(!text.contains("tool rtt"), "{text}");
    }
    let there = servers.pop().unwrap();
    let place = there.folder().to_owned();
    there.stop();
    std::fs::remove_dir_all(place.join("jwt")).unwrap();
    servers.push(Server::start(&newest(), &place));
    let url = servers[0].url();
    let _ = quickly(home, &url, &push, 0);
    servers[1].log_in(&creds).unwrap_err();
}

/// Neither does anybody call it right who compares it.
#[test]
fn a_server_that_may_let_in_whom_the_store_revokes_is_not_called_right() {
    for kind in [CACHE, MEMORY] {
        let (folder, servers, creds) = deleted_beside(kind);
        let home = folder.path();
        let url = servers[0].url();
        let _ = quickly(home, &url, &["push", "-a", "ACME", "--servers", "2"], 1);
        let text = quickly(home, &url, &["diff"], 1);
        has(
            &text,
            &[
                "error: 3 accounts of operator \"ACME\" are as here on the servers that say so; account \"ACME\" revokes \
                 users, and what server \"server-1\" has of it is not known, as nobody uses it there",
                "nkeep tool rtt -a ACME --user ACME --nats nats://HOST:4222",
            ],
        );
        assert!(!text.contains("everywhere"), "{text}");
        let found = document(home, &url, &["diff"], 1);
        let not_known = &found["not_known"][0];
        assert_eq!(not_known["name"], "ACME");
        assert_eq!(not_known["revokes"], true);
        let who = serde_json::json!({ "count": 1, "servers": ["server-1"] });
        assert_eq!(not_known["servers"], who);
        let text = quickly(home, &url, &["verify"], 1);
        has(
            &text,
            &[
                "[ERR ] server \"server-1\"",
                "error account.not_known: it does not use these accounts, which revoke users, and does not say what it has \
                 of them: \"ACME\"",
                "nkeep: 3 accounts of operator \"ACME\" are as here on the servers that say so",
            ],
        );
        // It does let them in, or would have; and says so then.
        servers[1].log_in(&creds).unwrap();
        let _ = quickly(home, &url, &["diff"], 3);
        let _ = quickly(home, &url, &["push", "-a", "ACME", "--servers", "2"], 0);
        let _ = quickly(home, &url, &["diff"], 0);
        let text = quickly(home, &url, &["verify"], 0);
        assert!(!text.contains("account.not_known"), "{text}");
    }
}

/// Where nobody is revoked, nobody is let in who should not be.
#[test]
fn of_a_server_that_may_have_an_account_a_warning_is_enough_where_it_revokes_nobody() {
    let folder = live_estate();
    let home = folder.path();
    let servers = mixed(&newest(), home, &[FULL, MEMORY]);
    let url = servers[0].url();
    let _ = quickly(home, &url, &["push", "-A", "--servers", "2"], 0);
    let text = quickly(home, &url, &["diff"], 0);
    has(
        &text,
        &[
            "warning: what server \"server-1\" has of 1 account is not known, as nobody uses it there",
            "nkeep: 2 accounts of operator \"ACME\" are as here on the servers that say so",
        ],
    );
    let text = quickly(home, &url, &["verify"], 0);
    let hidden = "warning account.hidden: it does not use these accounts, and does not say what it has of them: \"ACME\"";
    has(&text, &[hidden]);
}

/// Nobody is let in by a cache that is empty, and without revocations there is nobody to be let in.
#[test]
fn a_server_that_has_nothing_of_an_account_lets_nobody_in_by_it() {
    let (folder, mut servers, creds) = deleted_beside(CACHE);
    let home = folder.path();
    let url = servers[0].url();
    std::fs::remove_dir_all(servers[1].folder().join("jwt")).unwrap();
    again(&newest(), &mut servers, 1);
    let _ = quickly(home, &url, &["push", "-a", "ACME", "--servers", "2"], 0);
    servers[1].log_in(&creds).unwrap_err();
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
