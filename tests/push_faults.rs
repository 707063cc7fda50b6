//! `push` where servers are gone, slow, strange or cut off: what is reported is what happened, and trying again completes it.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::crowd::many_accounts;
use common::refusal::said;
use common::servers::{Server, cluster, newest};
use common::web::certificates;
use common::wire::{document, fails, push, wire};
use common::{live, live_at, live_estate};
use serde_json::Value;

fn config(home: &Path) {
    let file = ["generate", "config", "--nats-resolver", "--config-file"];
    live_at(home, &[&file, &["nats.conf", "--force"][..]].concat());
}

#[test]
fn nobody_is_there() {
    let folder = live_estate();
    let home = folder.path();
    fails(
        home,
        "nats://127.0.0.1:9",
        &[],
        1,
        &["no server can be reached at nats://127.0.0.1:9: IO error: Connection refused"],
    );
    // Something that is there and says nothing.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("nats://{}", listener.local_addr().unwrap());
    fails(home, &url, &[], 1, &["no server can be reached at nats://"]);
    // Whoever is not there is passed over.
    config(home);
    let server = Server::start(&newest(), home);
    let urls = format!("nats://127.0.0.1:9,{}", server.url());
    assert!(push(home, &urls, &[]).status.success());
}

#[test]
fn one_server_of_three_is_down() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    let mut servers = cluster(&newest(), home, 3);
    let url = servers[0].url();
    assert!(push(home, &url, &["--servers", "3"]).status.success());
    servers.pop().unwrap().stop();
    // Two servers know of no third that left in order.
    let text = fails(
        home,
        &url,
        &["--servers", "3"],
        1,
        &[
            "warning: 1 of 3 servers did not answer",
            "error: 2 accounts came to 2 of 3 servers, and to no more",
            "# what is there already does no harm",
        ],
    );
    assert!(
        text.contains("pushed 2 accounts of operator \"ACME\" to 2 servers"),
        "{text}"
    );
    assert!(push(home, &url, &["--servers", "2"]).status.success());
}

#[test]
fn one_server_of_three_says_nothing() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    let servers = cluster(&newest(), home, 3);
    let url = servers[0].url();
    assert!(push(home, &url, &["--servers", "3"]).status.success());
    live_at(home, &["edit", "account", "ACME", "--tag", "late"]);
    servers[2].hold(true);
    // The others know that there is a third.
    fails(
        home,
        &url,
        &[],
        1,
        &[
            "1 of 3 servers did not answer",
            "2 accounts came to 2 of 3 servers",
        ],
    );
    // Who says that there are two is content with two.
    let output = push(home, &url, &["--servers", "2", "--json"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(document(&output)["expected_servers"], 2);
    servers[2].hold(false);
    assert!(push(home, &url, &["--servers", "3"]).status.success());
    let token = live_at(home, &["describe", "account", "ACME", "--raw"]);
    let described = live_at(home, &["describe", "account", "ACME", "--json"]);
    let described: Value = serde_json::from_str(&described).unwrap();
    for server in &servers {
        let kept = server.kept(described["sub"].as_str().unwrap()).unwrap();
        assert_eq!(kept, token.trim());
    }
}

#[test]
fn a_user_of_another_account_reaches_nobody() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    let server = Server::start(&newest(), home);
    assert!(push(home, &server.url(), &[]).status.success());
    live_at(
        home,
        &[
            "generate",
            "creds",
            "-a",
            "ACME",
            "-n",
            "ACME",
            "-o",
            "user.of.acme",
        ],
    );
    fails(
        home,
        &server.url(),
        &["--creds", "user.of.acme"],
        1,
        &["it is of another account than the system account"],
    );
    // Somebody of it who may not.
    live_at(
        home,
        &["add", "user", "weak", "-a", "SYS", "--allow-pub", "x"],
    );
    fails(
        home,
        &server.url(),
        &["--system-user", "weak"],
        1,
        &["the server does not allow it: ", "Permissions Violation"],
    );
}

#[test]
fn a_connection_is_cut_among_a_thousand_accounts() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    many_accounts(home, 1_000);
    let server = Server::start(&newest(), home);
    // About half of it.
    let near = wire(&server.address, 400_000);
    let output = push(home, &near, &["--json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let document = document(&output);
    let accounts = document["accounts"].as_array().unwrap();
    assert_eq!(accounts.len(), 1_002);
    let there: Vec<&Value> = accounts
        .iter()
        .filter(|account| account["pushed"] == true)
        .collect();
    assert!(there.len() > 100 && there.len() < 1_000, "{}", there.len());
    assert_eq!(document["failed"], 1_002 - there.len());
    // What is said to be there is there.
    for account in &there {
        assert!(
            server
                .kept(account["public_key"].as_str().unwrap())
                .is_some()
        );
    }
    let text = said(&output);
    let count = format!("{} of 1002 accounts came to every server", there.len());
    assert!(text.contains(&count), "{text}");
    assert!(text.contains("the connection was lost"), "{text}");
    let output = push(home, &server.url(), &[]);
    assert!(said(&output).contains("pushed 1002 accounts"), "{output:?}");
    assert!(output.status.success());
    for account in accounts {
        assert!(
            server
                .kept(account["public_key"].as_str().unwrap())
                .is_some()
        );
    }
}

/// What a server does about TLS.
fn with_tls(home: &Path, more: &str) {
    config(home);
    let ours = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    let tls = format!("tls: {{ cert_file: \"server.pem\", key_file: \"server.key\", {more} }}\n");
    std::fs::write(home.join("nats.conf"), ours + &tls).unwrap();
}

#[test]
fn servers_show_certificates() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    with_tls(home, "");
    let server = Server::start(&newest(), home);
    let url = server.url();
    let unknown = "invalid peer certificate: UnknownIssuer";
    fails(home, &url, &[], 1, &[unknown, "--ca-cert FILE"]);
    let secure = url.replace("nats://", "tls://");
    fails(
        home,
        &secure,
        &["--ca-cert", "client.pem"],
        1,
        &["certificate"],
    );
    fails(
        home,
        &secure,
        &["--ca-cert", "nowhere.pem"],
        1,
        &["nowhere.pem"],
    );
    for url in [&url, &secure] {
        let output = push(home, url, &["--ca-cert", "ca.pem"]);
        assert!(output.status.success(), "{output:?}");
    }
    let named = live(home)
        .args(["push", "-A", "-u", &url])
        .env("NATS_CA", "ca.pem")
        .output()
        .unwrap();
    assert!(named.status.success(), "{named:?}");
    // The certificate is for another name.
    let elsewhere = url.replace("127.0.0.1", "localhost");
    fails(
        home,
        &elsewhere,
        &["--ca-cert", "ca.pem"],
        1,
        &["certificate"],
    );
}

#[test]
fn servers_want_certificates() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    with_tls(
        home,
        "verify: true, ca_file: \"ca.pem\", handshake_first: true",
    );
    let server = Server::start(&newest(), home);
    let url = server.url();
    let first = ["--ca-cert", "ca.pem", "--tls-first"];
    let ours = ["--client-cert", "client.pem", "--client-key", "client.key"];
    fails(home, &url, &first, 1, &["error: "]);
    fails(
        home,
        &url,
        &[&first[..2], &ours[..]].concat(),
        1,
        &["error: "],
    );
    let output = push(home, &url, &[&first[..], &ours[..]].concat());
    assert!(output.status.success(), "{output:?}");
}
