//! What `generate config` writes starts real servers of every version, and they hold users to what the store says.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::Path;

use common::refusal::{everything, key, mode, refused, run, said};
use common::servers::{Server, newest, versions};
use common::source::{EDGE, IMPORT, home, signed_again};
use common::{at_home, creds, estate};
use nkeep::jwt::claims::{Account, Export};

/// Writes the configuration to where servers are started from.
fn config(home: &Path, args: &[&str]) {
    let file = [
        "generate",
        "config",
        "--config-file",
        "nats.conf",
        "--verify",
    ];
    at_home(home, &[&file, args].concat());
}

/// An account server: answers with whatever token the store has for the key that is asked for.
fn account_server(home: &Path) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let tokens: Vec<(String, String)> = ["ACME", "SYS"]
        .into_iter()
        .map(|name| {
            let token = at_home(home, &["describe", "account", name, "--raw"]);
            (key(home, name), token.trim().to_owned())
        })
        .collect();
    // It ends with the test.
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let asked = lines.next().unwrap().unwrap();
            while lines.next().is_some_and(|line| !line.unwrap().is_empty()) {}
            let path = asked.split(' ').nth(1).unwrap();
            let found = tokens
                .iter()
                .find(|(key, _)| path == format!("/jwt/v1/accounts/{key}"));
            let (status, body) = match (found, path) {
                (Some((_, token)), _) => ("200 OK", token.as_str()),
                (None, "/jwt/v1/accounts/") => ("200 OK", ""),
                (None, _) => ("404 Not Found", ""),
            };
            let length = body.len();
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
            );
            stream.write_all((head + body).as_bytes()).unwrap();
        }
    });
    format!("http://{address}/jwt/v1")
}

/// Nobody logs in whom the store does not know.
fn stranger_is_refused(server: &Server) {
    let other = estate();
    let refusal = server
        .log_in(&creds(other.path(), "ACME", "ACME"))
        .unwrap_err();
    assert!(refusal.contains("Authorization Violation"), "{refusal}");
}

#[test]
fn accounts_from_memory_are_served() {
    let folder = estate();
    let home = folder.path();
    config(home, &["--mem-resolver"]);
    for version in versions() {
        let server = Server::start(&version, home);
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
        server.log_in(&creds(home, "SYS", "sys")).unwrap();
        stranger_is_refused(&server);
    }
}

#[test]
fn a_folder_of_accounts_is_served() {
    let folder = estate();
    let home = folder.path();
    config(
        home,
        &[
            "--nats-resolver",
            "--resolver-dir",
            "a \"folder\" of # accounts",
            "--limit",
            "100",
            "--interval",
            "90s",
            "--timeout",
            "250ms",
            "--allow-delete",
            "--hard-delete",
        ],
    );
    let jwt = home.join("a \"folder\" of # accounts");
    std::fs::create_dir(&jwt).unwrap();
    let token = at_home(home, &["describe", "account", "ACME", "--raw"]);
    std::fs::write(jwt.join(format!("{}.jwt", key(home, "ACME"))), token.trim()).unwrap();
    for version in versions() {
        let server = Server::start(&version, home);
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
        server.log_in(&creds(home, "SYS", "sys")).unwrap();
        stranger_is_refused(&server);
    }
    // The system account that it was preloaded with.
    assert!(jwt.join(format!("{}.jwt", key(home, "SYS"))).exists());
}

#[test]
fn a_cache_of_accounts_is_served() {
    let folder = estate();
    let home = folder.path();
    config(
        home,
        &["--nats-resolver-cache", "--ttl", "1m30s", "--limit", "7"],
    );
    for version in versions() {
        let server = Server::start(&version, home);
        server.log_in(&creds(home, "SYS", "sys")).unwrap();
        stranger_is_refused(&server);
    }
}

#[test]
fn accounts_of_an_account_server_are_served() {
    let folder = estate();
    let home = folder.path();
    let url = account_server(home);
    for named in [true, false] {
        if named {
            config(home, &[&format!("--url-resolver={url}"), "--force"]);
        } else {
            at_home(
                home,
                &["edit", "operator", "--account-jwt-server-url", &url],
            );
            config(home, &["--url-resolver", "--force"]);
        }
        for version in versions() {
            let server = Server::start(&version, home);
            server.log_in(&creds(home, "ACME", "ACME")).unwrap();
            server.log_in(&creds(home, "SYS", "sys")).unwrap();
            stranger_is_refused(&server);
        }
    }
}

#[test]
fn accounts_of_several_operators_are_served() {
    let folder = estate();
    let home = folder.path();
    at_home(home, &["add", "operator", "OTHER", "--sys"]);
    at_home(home, &["add", "account", "THEIRS", "--operator", "OTHER"]);
    at_home(
        home,
        &["add", "user", "them", "-a", "THEIRS", "--operator", "OTHER"],
    );
    let theirs = at_home(
        home,
        &[
            "generate",
            "creds",
            "-n",
            "them",
            "-a",
            "THEIRS",
            "--operator",
            "OTHER",
        ],
    );
    at_home(home, &["select", "operator", "ACME"]);
    config(home, &["--mem-resolver", "--operators", "ACME,OTHER"]);
    for version in versions() {
        let server = Server::start(&version, home);
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
        server.log_in(&creds(home, "SYS", "sys")).unwrap();
        server.log_in(&theirs).unwrap();
        stranger_is_refused(&server);
    }
    // With a folder the first operator's system account is there, and the other's accounts come when they are pushed.
    config(
        home,
        &["--nats-resolver", "--operators", "OTHER,ACME", "-F"],
    );
    let text = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    assert!(!text.contains(&key(home, "SYS")), "{text}");
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let server = Server::start(&version, home);
        let system = [
            "generate",
            "creds",
            "-n",
            "sys",
            "-a",
            "SYS",
            "--operator",
            "OTHER",
        ];
        server.log_in(&at_home(home, &system)).unwrap();
    }
}

#[test]
fn a_configuration_includes_it() {
    let folder = estate();
    let home = folder.path();
    std::fs::create_dir(home.join("trust of ours")).unwrap();
    config(
        home,
        &["--mem-resolver", "--include", "trust of ours/ACME.conf"],
    );
    let outer = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    assert_eq!(outer, "include \"trust of ours/ACME.conf\"\n");
    for version in versions() {
        let server = Server::start(&version, home);
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
    }
    // The server's user is another than ours.
    assert_eq!(mode(&home.join("nats.conf")), 0o644);
    assert_eq!(mode(&home.join("trust of ours/ACME.conf")), 0o644);
}

#[test]
fn one_store_is_written_in_one_way() {
    let folder = estate();
    let home = folder.path();
    for name in ["NO", "on", "1_000", "a b", "a'b}", "ümlaut", "#x"] {
        at_home(home, &["add", "account", name]);
    }
    config(home, &["--mem-resolver"]);
    let first = std::fs::read(home.join("nats.conf")).unwrap();
    let again = run(home, &["generate", "config", "--mem-resolver"]);
    assert_eq!(again.stdout, first);
    let text = String::from_utf8(first).unwrap();
    for line in text.lines() {
        assert!(!line.ends_with(','), "{line}");
        assert_eq!(line.trim_end(), line);
    }
    let server = Server::start(&newest(), home);
    server.log_in(&creds(home, "ACME", "ACME")).unwrap();
}

#[test]
fn what_a_server_would_not_take_is_refused() {
    let folder = estate();
    let home = folder.path();
    at_home(home, &["add", "operator", "BARE"]);
    let bare = ["generate", "config", "--operator", "BARE"];
    let before = everything(home);
    refused(
        home,
        &[&bare[..], &["--mem-resolver", "-o", "x.conf"]].concat(),
        1,
        "there is no account yet",
    );
    refused(
        home,
        &[&bare[..], &["--nats-resolver"]].concat(),
        1,
        "names no system account",
    );
    refused(
        home,
        &[&bare[..], &["--nats-resolver-cache"]].concat(),
        1,
        "names no system account",
    );
    refused(
        home,
        &[&bare[..], &["--url-resolver"]].concat(),
        1,
        "names no account server",
    );
    at_home(
        home,
        &[
            "edit",
            "operator",
            "--operator",
            "BARE",
            "--account-jwt-server-url",
            "nats://localhost:4222",
        ],
    );
    refused(
        home,
        &[&bare[..], &["--url-resolver"]].concat(),
        1,
        "over HTTP",
    );
    at_home(home, &["select", "operator", "ACME"]);
    let acme = |args: &[&str], code, reason: &str| {
        refused(
            home,
            &[&["generate", "config"], args].concat(),
            code,
            reason,
        );
    };
    acme(
        &["--nats-resolver", "--sys-account", "ACME"],
        1,
        "not the system account of any",
    );
    acme(
        &["--nats-resolver", "--sys-account", "nobody"],
        1,
        "is not in the store",
    );
    acme(&["--nats-resolver", "--interval", "0"], 2, "no time at all");
    acme(&["--nats-resolver", "--resolver-dir", ""], 2, "it is empty");
    acme(&["--nats-resolver", "--limit", "0"], 2, "--limit");
    acme(&["--nats-resolver", "--hard-delete"], 2, "--allow-delete");
    acme(
        &["--nats-resolver", "--mem-resolver"],
        2,
        "cannot be used with",
    );
    acme(
        &["--mem-resolver", "--allow-delete"],
        2,
        "cannot be used with",
    );
    acme(
        &["--mem-resolver", "--include", "/etc/x.conf"],
        2,
        "folder of the configuration",
    );
    acme(
        &["--mem-resolver", "--include", "a\nb"],
        2,
        "cannot be seen",
    );
    acme(
        &["--mem-resolver", "-o", "x.conf", "--include", "x.conf"],
        2,
        "include itself",
    );
    acme(&["--mem-resolver", "-o", "no/such/x.conf"], 1, "x.conf");
    acme(&["--url-resolver=ftp://x/"], 2, "no address");
    acme(&["--url-resolver=http://x) #"], 2, "no address");
    acme(&[], 2, "--mem-resolver|--nats-resolver");
    let after = everything(home);
    let new: Vec<_> = after
        .keys()
        .filter(|path| !before.contains_key(*path))
        .collect();
    assert!(new.iter().all(|path| !path.ends_with("x.conf")), "{new:?}");
}

#[test]
fn a_file_is_replaced_only_when_asked_and_both_or_none_are_written() {
    let folder = estate();
    let home = folder.path();
    std::fs::write(home.join("nats.conf"), "mine").unwrap();
    let both = [
        "generate",
        "config",
        "--mem-resolver",
        "-o",
        "nats.conf",
        "--include",
        "trust.conf",
    ];
    refused(home, &both, 1, "nats.conf exists");
    assert!(!home.join("trust.conf").exists());
    at_home(home, &[&both[..], &["-F"]].concat());
    assert!(home.join("trust.conf").exists());
}

#[test]
fn an_account_that_no_server_would_take_is_not_given_to_one() {
    let folder = estate();
    let home = folder.path();
    at_home(home, &["add", "account", "SHORT", "--expiry", "1h"]);
    let later = |args: &[&str]| {
        common::nkeep_at(home)
            .env("NKEEP_TEST_CLOCK", "1795210000")
            .args(args)
            .output()
            .unwrap()
    };
    let out = later(&["generate", "config", "--mem-resolver", "--verify"]);
    assert_eq!(out.status.code(), Some(3), "{out:?}");
    assert!(said(&out).contains("it expired"), "{out:?}");
}

/// One that was taken all the same, to be edited, keeps nobody else from being served without a word.
#[test]
fn an_account_that_breaks_rules_is_written_into_no_configuration() {
    let folder = home();
    let home = folder.path();
    let file = format!("{EDGE}/EDGE.jwt");
    signed_again::<Account>(home, &file, |account, _, at| {
        let export = Export {
            subject: "a.*".to_owned(),
            account_token_position: 9,
            ..Export::default()
        };
        account.exports.push(export);
        *at += 1;
    });
    at_home(home, &[&IMPORT[..], &["--skip"]].concat());
    let generate = ["generate", "config", "--operator", "ALPHA", "-o", "x.conf"];
    let why = refused(
        home,
        &[&generate[..], &["--mem-resolver"]].concat(),
        3,
        "account \"EDGE\": ",
    );
    assert!(
        why.contains("hint: nkeep validate --operator ALPHA"),
        "{why}"
    );
    assert!(!home.join("x.conf").exists());
    // Where it is not given to servers beforehand, it is in nobody's way.
    at_home(home, &[&generate[..], &["--nats-resolver"]].concat());
    let mend = [
        "delete",
        "export",
        "-s",
        "a.*",
        "-a",
        "EDGE",
        "--operator",
        "ALPHA",
    ];
    at_home(home, &mend);
    at_home(home, &[&generate[..], &["--mem-resolver", "-F"]].concat());
}

/// Servers end at once with such a system account, and say little.
#[test]
fn a_system_account_with_which_no_server_starts_is_refused() {
    let folder = estate();
    let home = folder.path();
    let resolvers = ["--mem-resolver", "--nats-resolver", "--nats-resolver-cache"];
    let all = |says: &str, way: &str| {
        for resolver in resolvers {
            let generate = ["generate", "config", "-o", "x.conf", resolver];
            let why = refused(home, &generate, 1, says);
            let hint = format!("hint: nkeep edit account SYS {way}\n");
            assert!(why.ends_with(&hint), "{why}");
        }
        assert!(!home.join("x.conf").exists());
        let words: Vec<&str> = way.split(' ').collect();
        at_home(
            home,
            &[&["edit", "account", "SYS"][..], &words[..]].concat(),
        );
    };
    at_home(home, &["edit", "account", "SYS", "--start", "1h"]);
    all("is not valid before", "--start 0");
    common::validation::account(home, "SYS", |claims| {
        claims.body.limits.jetstream.disk_storage = 1;
    });
    all("has JetStream", "--js-disable");
    config(home, &["--mem-resolver"]);
    at_home(home, &["edit", "account", "SYS", "--expiry", "1h"]);
    let later = common::nkeep_at(home)
        .env("NKEEP_TEST_CLOCK", "1795210000")
        .args(["generate", "config", "--nats-resolver"])
        .output()
        .unwrap();
    assert_eq!(later.status.code(), Some(1), "{later:?}");
    assert!(said(&later).contains("expired"), "{later:?}");
}

/// Servers take it, and let nobody in there: whoever writes it down is told.
#[test]
fn accounts_that_have_expired_are_named() {
    let folder = estate();
    let home = folder.path();
    for name in ["OVER", "SOON"] {
        at_home(home, &["add", "account", name]);
        at_home(home, &["edit", "account", name, "--expiry", "1h"]);
    }
    let write = ["generate", "config", "--mem-resolver"];
    let now = run(home, &write);
    assert!(!said(&now).contains("expired"), "{now:?}");
    let later = common::nkeep_at(home)
        .args(write)
        .env("NKEEP_TEST_CLOCK", "1795210000")
        .output()
        .unwrap();
    assert!(later.status.success(), "{later:?}");
    let warns = "warning: accounts \"OVER\", \"SOON\" have expired, and servers let nobody in there; what helps: nkeep edit account OVER --expiry 90d";
    assert!(said(&later).contains(warns), "{later:?}");
}

#[test]
fn where_clients_are_told_to_connect_is_said_to_whoever_starts_a_server() {
    let folder = estate();
    let home = folder.path();
    let text = at_home(home, &["generate", "config", "--nats-resolver"]);
    assert!(!text.contains("# Clients"), "{text}");
    let urls = "nats://127.0.0.1:24771,tls://nats.example.com,wss://nats.example.com:8443";
    at_home(home, &["edit", "operator", "--service-url", urls]);
    let text = at_home(home, &["generate", "config", "--nats-resolver"]);
    let said: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("# Clients"))
        .collect();
    let which = "which the configuration that has listeners says";
    assert_eq!(
        said,
        [
            &*format!(
                "# Clients are told to connect to \"nats://127.0.0.1:24771\", {which}: listen: \"127.0.0.1:24771\""
            ),
            &*format!(
                "# Clients are told to connect to \"tls://nats.example.com\", {which}: port: 4222"
            ),
            "# Clients are told to connect to \"wss://nats.example.com:8443\"",
        ]
    );
    config(home, &["--nats-resolver"]);
    drop(Server::start(&newest(), home));
}
