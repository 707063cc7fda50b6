//! How servers are reached, by whoever connects: TLS after the greeting and before it, certificates of both sides, websockets
//! with TLS and without. `push` and `tool` share what connects; each way is tried with both, at servers of three versions.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Command;

use common::refusal::said;
use common::servers::{Server, newest, versions};
use common::web::certificates;
use common::wire::{fails, push};
use common::{live, live_at, live_estate};

const TLS: &str = "cert_file: \"server.pem\", key_file: \"server.key\"";
const AUTHORITY: [&str; 2] = ["--ca-cert", "ca.pem"];
const OURS: [&str; 4] = ["--client-cert", "client.pem", "--client-key", "client.key"];

/// A configuration with that behind it.
fn config(home: &Path, more: &str) {
    let file = ["generate", "config", "--nats-resolver", "--config-file"];
    live_at(home, &[&file, &["nats.conf", "--force"][..]].concat());
    let ours = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    std::fs::write(home.join("nats.conf"), format!("{ours}\n{more}\n")).unwrap();
}

fn rtt(home: &Path, url: &str, args: &[&str]) -> Command {
    let mut command = live(home);
    command.args(["tool", "rtt", "-a", "ACME", "--timeout", "2", "--nats", url]);
    command.args(args);
    command
}

/// Both commands come through.
fn reached(home: &Path, url: &str, args: &[&str]) {
    let output = push(home, url, args);
    assert!(output.status.success(), "{url} {args:?}: {output:?}");
    let output = rtt(home, url, args).output().unwrap();
    assert!(output.status.success(), "{url} {args:?}: {output:?}");
}

/// Neither does, and each says why.
fn unreached(home: &Path, url: &str, args: &[&str], says: &[&str]) {
    fails(home, url, args, 1, says);
    let output = rtt(home, url, args).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{url} {args:?}: {output:?}");
    for part in says {
        assert!(said(&output).contains(part), "{part}: {output:?}");
    }
}

/// Starts each version anew.
fn each_version(home: &Path, test: &dyn Fn(&Server)) {
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        test(&Server::start(&version, home));
    }
}

#[test]
fn servers_show_certificates() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    config(home, &format!("tls: {{ {TLS} }}"));
    each_version(home, &|server| {
        let url = server.url();
        let secure = url.replace("nats://", "tls://");
        let unknown = "invalid peer certificate: UnknownIssuer";
        unreached(home, &url, &[], &[unknown, "--ca-cert FILE"]);
        for url in [&url, &secure] {
            reached(home, url, &AUTHORITY);
        }
    });
    let server = Server::start(&newest(), home);
    let url = server.url();
    unreached(home, &url, &["--ca-cert", "client.pem"], &["certificate"]);
    unreached(home, &url, &["--ca-cert", "server.key"], &["error: "]);
    unreached(home, &url, &["--ca-cert", "nowhere.pem"], &["nowhere.pem"]);
    let named = rtt(home, &url, &[]).env("NATS_CA", "ca.pem").output();
    assert!(named.unwrap().status.success());
    // The certificate is for another name.
    let elsewhere = url.replace("127.0.0.1", "localhost");
    unreached(home, &elsewhere, &AUTHORITY, &["certificate"]);
    // A server without TLS is not talked to in the clear where TLS is asked for.
    drop(server);
    config(home, "");
    let server = Server::start(&newest(), home);
    let secure = server.url().replace("nats://", "tls://");
    unreached(home, &secure, &AUTHORITY, &["no server can be reached"]);
}

/// Whoever names certificates means TLS: what is sent to a server that has none is readable on the way.
#[test]
fn nothing_goes_in_the_clear_where_certificates_are_named() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    config(
        home,
        "websocket: { listen: \"127.0.0.1:-1\", no_tls: true }",
    );
    each_version(home, &|server| {
        let url = server.url();
        reached(home, &url, &[]);
        let refused = ["the server does not offer TLS, and certificates were given"];
        for certificates in [&AUTHORITY[..], &OURS] {
            unreached(home, &url, certificates, &refused);
        }
        let named = rtt(home, &url, &[]).env("NATS_CA", "ca.pem").output();
        let named = named.unwrap();
        assert_eq!(named.status.code(), Some(1), "{named:?}");
        assert!(said(&named).contains(refused[0]), "{named:?}");
        assert!(!said(&named).contains("--ca-cert"), "{named:?}");
        unreached(home, &url, &["--tls-first"], &["does not begin with TLS"]);
        let clear = server.websocket();
        for asked in [&AUTHORITY[..], &["--tls-first"]] {
            unreached(home, &clear, asked, &["ws:// is in the clear"]);
        }
    });
}

#[test]
fn servers_want_certificates() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    config(
        home,
        &format!("tls: {{ {TLS}, verify: true, ca_file: \"ca.pem\" }}"),
    );
    let both = [&AUTHORITY[..], &OURS].concat();
    each_version(home, &|server| {
        unreached(
            home,
            &server.url(),
            &AUTHORITY,
            &[
                "no server can be reached",
                " --client-cert FILE --client-key FILE  # with the certificate that vouches for us",
            ],
        );
        reached(home, &server.url(), &both);
    });
    let server = Server::start(&newest(), home);
    let url = server.url();
    let mut by_name = rtt(home, &url, &[]);
    by_name
        .env("NATS_CA", "ca.pem")
        .env("NATS_CERT", "client.pem");
    // One without the other is a slip.
    let half = by_name.output().unwrap();
    assert_eq!(half.status.code(), Some(2), "{half:?}");
    assert!(
        said(&half).contains("NATS_CERT is set, and NATS_KEY is not"),
        "{half:?}"
    );
    let whole = by_name.env("NATS_KEY", "client.key").output().unwrap();
    assert!(whole.status.success(), "{whole:?}");
    // The key of another certificate.
    let mixed = ["--client-cert", "client.pem", "--client-key", "server.key"];
    unreached(home, &url, &[&AUTHORITY[..], &mixed].concat(), &["error: "]);
}

#[test]
fn tls_comes_first() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    let first = [&AUTHORITY[..], &["--tls-first"]].concat();
    config(home, &format!("tls: {{ {TLS}, handshake_first: true }}"));
    each_version(home, &|server| {
        unreached(
            home,
            &server.url(),
            &AUTHORITY,
            &["no server can be reached"],
        );
        // Whoever waits until the server hangs up knows why.
        let output = live(home)
            .args(["push", "-a", "ACME", "-u", &server.url()])
            .args(AUTHORITY)
            .output()
            .unwrap();
        let hint = " --tls-first  # where servers wait for TLS before they say anything";
        assert!(said(&output).contains(hint), "{output:?}");
        reached(home, &server.url(), &first);
    });
    // With certificates of ours besides.
    config(
        home,
        &format!("tls: {{ {TLS}, handshake_first: true, verify: true, ca_file: \"ca.pem\" }}"),
    );
    let server = Server::start(&newest(), home);
    unreached(
        home,
        &server.url(),
        &first,
        &["error: ", " --client-cert FILE"],
    );
    reached(home, &server.url(), &[&first[..], &OURS].concat());
}

#[test]
fn websockets_reach_servers() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    config(
        home,
        "websocket: { listen: \"127.0.0.1:-1\", no_tls: true }",
    );
    each_version(home, &|server| {
        let url = server.websocket();
        assert!(url.starts_with("ws://"), "{url}");
        reached(home, &url, &[]);
    });
    config(
        home,
        &format!("websocket: {{ listen: \"127.0.0.1:-1\", tls: {{ {TLS} }} }}"),
    );
    each_version(home, &|server| {
        let url = server.websocket();
        assert!(url.starts_with("wss://"), "{url}");
        reached(home, &url, &AUTHORITY);
        unreached(
            home,
            &url,
            &[],
            &["no server can be reached at wss://", "certificate"],
        );
        let clear = url.replace("wss://", "ws://");
        unreached(home, &clear, &[], &["no server can be reached at ws://"]);
    });
}
