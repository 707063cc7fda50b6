//! `push` gives accounts to real servers of every version, and knows what became of each of them there.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use common::copies::{creds, document, ends, has, json, key, token};
use common::refusal::said;
use common::servers::{Client, Server, cluster, newest, versions};
use common::{live, live_at, live_estate};
use serde_json::Value;

/// Writes the configuration that servers start with.
fn config(home: &Path, args: &[&str]) {
    let file = ["generate", "config", "--config-file", "nats.conf"];
    live_at(home, &[&file, args].concat());
}

/// What must succeed says to people.
fn pushed(home: &Path, args: &[&str]) -> String {
    let output = live(home).arg("push").args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    said(&output)
}

#[test]
fn accounts_come_to_servers_of_every_version() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    live_at(home, &["add", "account", "SHOP"]);
    live_at(home, &["add", "user", "clerk", "-a", "SHOP"]);
    let (ours, clerk) = (creds(home, "ACME", "ACME"), creds(home, "SHOP", "clerk"));
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let server = Server::start(&version, home);
        let url = server.url();
        server.log_in(&ours).unwrap_err();
        let text = pushed(home, &["-a", "ACME", "-u", &url]);
        assert_eq!(
            text,
            "nkeep: pushed 1 account of operator \"ACME\" to 1 server, and it is there as it is here\n"
        );
        server.log_in(&ours).unwrap();
        server.log_in(&clerk).unwrap_err();
        pushed(home, &["-A", "-u", &url]);
        server.log_in(&clerk).unwrap();
        for account in ["ACME", "SHOP", "SYS"] {
            let kept = server.kept(&key(home, account)).unwrap();
            assert_eq!(kept, token(home, account), "{version:?}");
        }
        // What is edited is pushed again.
        live_at(home, &["edit", "account", "SHOP", "--tag", "edited"]);
        pushed(home, &["-a", "SHOP", "-u", &url]);
        let kept = server.kept(&key(home, "SHOP")).unwrap();
        assert_eq!(kept, token(home, "SHOP"), "{version:?}");
        live_at(home, &["edit", "account", "SHOP", "--rm-tag", "edited"]);
    }
}

#[test]
fn what_became_of_accounts_is_a_document() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let servers = cluster(&newest(), home, 3);
    let url = servers[0].url();
    let document = json(home, &["push", "-A", "-u", &url, "--servers", "3"]);
    assert_eq!(document["kind"], "push");
    assert_eq!(document["operator"], "ACME");
    assert_eq!(document["failed"], 0);
    for count in ["expected_servers", "keeping_servers"] {
        assert_eq!(document[count], 3, "{document}");
    }
    let names: Vec<&str> = document["servers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|server| server["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["server-0", "server-1", "server-2"]);
    let accounts = document["accounts"].as_array().unwrap();
    assert_eq!(accounts.len(), 2);
    for account in accounts {
        let name = account["name"].as_str().unwrap();
        assert_eq!(account["public_key"], key(home, name));
        assert_eq!(account["pushed"], true);
        for count in ["asked_again", "same"] {
            assert_eq!(account[count], 3, "{account}");
        }
        assert_eq!(account["different"], 0);
        let results = account["servers"].as_array().unwrap();
        assert_eq!(results.len(), 3, "{account}");
        for result in results {
            assert_eq!(result["result"], "updated", "{account}");
            assert_eq!(result["reason"], Value::Null);
        }
    }
    // Nothing is sent when it is only tried.
    live_at(home, &["add", "account", "LATER"]);
    let text = pushed(home, &["-A", "-u", &url, "--dry-run"]);
    for says in [
        "dry run: 3 accounts would go to 3 servers\n",
        "dry run: not there: \"LATER\"\n",
        "dry run: there as here already: \"ACME\", \"SYS\"\n",
        "dry run: nothing was changed\n",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    let trial = ["push", "-A", "-u", &url, "--dry-run", "--force"];
    let document = json(home, &trial);
    let of = |name: &str| {
        let accounts = document["accounts"].as_array().unwrap().iter();
        let mut accounts = accounts.filter(|one| one["name"] == name);
        accounts.next().unwrap().clone()
    };
    assert_eq!(of("LATER")["there"], "different");
    assert_eq!(of("LATER")["differences"], serde_json::json!(["missing"]));
    assert_eq!(of("ACME")["there"], "same");
    assert_eq!(of("ACME")["differences"], serde_json::json!([]));
    live_at(home, &["edit", "account", "ACME", "--description", "new"]);
    let text = pushed(home, &["-a", "ACME", "-u", &url, "--dry-run"]);
    assert!(text.contains("dry run: older there: \"ACME\"\n"), "{text}");
    assert_eq!(servers[0].kept(&key(home, "LATER")), None);
}

#[test]
fn whoever_is_revoked_is_cut_off_at_every_server_of_a_cluster() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    for (round, version) in versions().iter().enumerate() {
        let _ = std::fs::remove_dir_all(home.join("cluster"));
        let servers = cluster(version, home, 3);
        let url = servers[1].url();
        let to = ["-u", &url, "--servers", "3"];
        let (deleted, revoked, stays) = (
            format!("deleted{round}"),
            format!("revoked{round}"),
            format!("stays{round}"),
        );
        for user in [&deleted, &revoked, &stays] {
            live_at(home, &["add", "user", user, "-a", "ACME"]);
        }
        let text = pushed(home, &[&["-A"], &to[..]].concat());
        assert!(text.contains("to 3 servers"), "{version:?}: {text}");
        let connected = |user: &str| -> Vec<Client> {
            let creds = creds(home, "ACME", user);
            let clients = servers
                .iter()
                .map(|server| Client::connect(&server.address, &creds).unwrap());
            clients.collect()
        };
        let mut gone = connected(&deleted);
        let mut cut = connected(&revoked);
        let mut left = connected(&stays);
        live_at(home, &["delete", "user", &deleted, "-a", "ACME"]);
        pushed(home, &[&["-a", "ACME"], &to[..]].concat());
        for client in &mut gone {
            let reason = client.cut();
            assert!(reason.contains("Revoked"), "{version:?}: {reason}");
        }
        live_at(
            home,
            &["revocations", "add-user", "-a", "ACME", "-n", &revoked],
        );
        pushed(home, &[&["-a", "ACME"], &to[..]].concat());
        for client in &mut cut {
            let reason = client.cut();
            assert!(reason.contains("Revoked"), "{version:?}: {reason}");
        }
        for client in &mut left {
            client.flush().unwrap();
        }
    }
}

#[test]
fn servers_that_keep_no_accounts_say_so() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "IDLE"]);
    let mine = creds(home, "ACME", "ACME");
    for kind in ["--mem-resolver", "--nats-resolver-cache"] {
        config(home, &[kind, "--force"]);
        for version in versions() {
            let _ = std::fs::remove_dir_all(home.join("jwt"));
            let server = Server::start(&version, home);
            let url = server.url();
            // A server reads what is used.
            let mut client = Client::connect(&server.address, &mine).ok();
            assert_eq!(client.is_some(), kind == "--mem-resolver");
            let text = ends(home, &url, &["push", "-A"], 1);
            let idle = if client.is_some() { 1 } else { 2 };
            has(
                &text,
                &[
                    "to 1 server, none of which keeps accounts when it ends",
                    &format!("warning: no server uses {idle} account"),
                    "error: 3 accounts were not kept by any server: ",
                    "hint: nkeep generate config --mem-resolver",
                ],
            );
            assert!(!text.contains("pushed"), "{text}");
            let document = document(home, &url, &["push", "-a", "IDLE"], 1);
            assert_eq!(document["keeping_servers"], 0);
            assert_eq!(document["failed"], 1, "{document}");
            let account = &document["accounts"][0];
            assert_eq!(account["pushed"], false, "{document}");
            assert_eq!(account["servers"][0]["result"], "skipped", "{document}");
            if let Some(client) = &mut client {
                live_at(home, &["revocations", "add-user", "-a", "ACME", "-n", "*"]);
                // Whoever is connected is cut all the same.
                let _ = ends(home, &url, &["push", "-a", "ACME"], 1);
                assert!(client.cut().contains("Revoked"));
                live_at(
                    home,
                    &["revocations", "delete-user", "-a", "ACME", "-n", "*"],
                );
            }
        }
    }
}

#[test]
fn an_account_signed_by_a_key_that_a_server_does_not_trust_stays_here() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let servers = cluster(&newest(), home, 3);
    let url = servers[2].url();
    pushed(home, &["-A", "-u", &url, "--servers", "3"]);
    let before = servers[0].kept(&key(home, "ACME"));
    // The servers know nothing of the new key.
    let edited = json(home, &["edit", "operator", "--sk", "generate"]);
    let new = edited["made"][0].as_str().unwrap();
    live_at(
        home,
        &["edit", "account", "ACME", "--tag", "late", "-K", new],
    );
    let output = live(home)
        .args(["push", "-A", "-u", &url])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    let text = said(&output);
    for part in [
        "nothing was pushed: server \"server-0\" does not trust what signed \"ACME\" \
         (it was started with another token of operator \"ACME\"); so it is with 2 servers more",
        "hint: nkeep generate config --nats-resolver --config-file resolver.conf",
        "--force",
    ] {
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(servers[0].kept(&key(home, "ACME")), before);
    // What they trust goes still.
    pushed(home, &["-a", "SYS", "-u", &url]);
    pushed(home, &["-A", "-u", &url, "--force"]);
    assert_eq!(
        servers[0].kept(&key(home, "ACME")),
        Some(token(home, "ACME"))
    );
}

#[test]
fn servers_of_another_operator_are_given_nothing() {
    let folder = live_estate();
    let home = folder.path();
    let other = live_estate();
    config(other.path(), &["--nats-resolver"]);
    let server = Server::start(&newest(), other.path());
    let output = live(home)
        .args(["push", "-A", "-u", &server.url()])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(
        said(&output).contains("the server refuses the login"),
        "{output:?}"
    );
    // With a user whom they know, too.
    std::fs::write(home.join("theirs.creds"), creds(other.path(), "SYS", "sys")).unwrap();
    let output = live(home)
        .args(["push", "-A", "-u", &server.url(), "--creds", "theirs.creds"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    assert!(
        said(&output).contains("(it was not started with operator \"ACME\")"),
        "{output:?}"
    );
}

#[test]
fn what_has_expired_stays_here() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let soon = Command::new("date")
        .args(["-u", "-d", "2 seconds", "+%F %T UTC"])
        .output()
        .unwrap();
    let soon = String::from_utf8(soon.stdout).unwrap();
    live_at(
        home,
        &["add", "account", "OLD NEWS", "--expiry", soon.trim()],
    );
    std::thread::sleep(Duration::from_secs(3));
    let server = Server::start(&newest(), home);
    let url = server.url();
    let output = live(home)
        .args(["push", "-A", "-u", &url])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let text = said(&output);
    for part in [
        "nothing was pushed: account \"OLD NEWS\" has expired",
        "hint: nkeep edit account 'OLD NEWS' --expiry 90d",
    ] {
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(server.kept(&key(home, "ACME")), None);
    pushed(home, &["-a", "ACME", "-u", &url]);
    // A server says itself what it does of it.
    let output = live(home)
        .args(["push", "-A", "-u", &url, "--force"])
        .output()
        .unwrap();
    assert!(said(&output).contains("pushed "), "{output:?}");
}

/// A firewall that lets only HTTP through is no obstacle.
#[test]
fn accounts_come_by_websocket() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let file = home.join("nats.conf");
    let text = std::fs::read_to_string(&file).unwrap();
    let websocket = "websocket: { listen: \"127.0.0.1:-1\", no_tls: true }\n";
    std::fs::write(&file, format!("{text}{websocket}")).unwrap();
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let server = Server::start(&version, home);
        let listening = server.log();
        // It goes on in the log of the one before.
        let (_, after) = listening
            .rsplit_once("Listening for websocket clients on ws://")
            .unwrap();
        let address = after.split_whitespace().next().unwrap();
        pushed(home, &["-A", "-u", &format!("ws://{address}")]);
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
    }
}
