//! Which versions servers are, as they say it themselves before anybody logs in.

#![cfg(feature = "net")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::io::Write as _;
use std::net::TcpListener;
use std::path::Path;

use common::servers::{Server, versions};
use nkeep::trust::advisories::about;
use serde_json::Value;

/// An estate that names one server.
fn estate(url: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let init = [
        "init",
        "-n",
        "ACME",
        "--new-identity",
        "identity.txt",
        "-u",
        url,
    ];
    let output = common::nkeep_at(home.path()).args(init).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    home
}

/// What doctor says of servers.
fn servers(home: &Path, args: &[&str]) -> Vec<Value> {
    let mut command = common::nkeep_at(home);
    command
        .env("NKEEP_IDENTITY", "identity.txt")
        .args(["doctor", "--json"])
        .args(args);
    let output = command.output().unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = document["findings"].as_array().unwrap().iter();
    findings
        .filter(|one| one["check"] == "servers")
        .cloned()
        .collect()
}

#[test]
fn every_version_is_judged_by_what_it_says_itself() {
    let mut states = Vec::new();
    for binary in versions() {
        let folder = tempfile::tempdir().unwrap();
        // Nobody has a login here, and none is needed.
        std::fs::write(
            folder.path().join("nats.conf"),
            "authorization { token: \"t\" }\n",
        )
        .unwrap();
        let server = Server::start(&binary, folder.path());
        let home = estate(&server.url());
        let found = servers(home.path(), &["--ask-servers"]);
        assert_eq!(found.len(), 1, "{found:?}");
        let folder = binary.ancestors().nth(2).unwrap().file_name().unwrap();
        let version = folder
            .to_str()
            .unwrap()
            .rsplit('-')
            .next()
            .unwrap()
            .to_owned();
        let says = found[0]["says"].as_str().unwrap();
        assert!(says.contains(&format!(" is {version}, of which")), "{says}");
        let known = about(version.parse().unwrap());
        for advisory in &known {
            assert!(says.contains(advisory.id), "{says}");
        }
        let state = if known.is_empty() { "ok" } else { "look" };
        assert_eq!(found[0]["state"], state, "{found:?}");
        states.push(state);
    }
    assert!(states.contains(&"look"), "{states:?}");
}

#[test]
fn nobody_is_asked_unless_it_is_said() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let home = estate(&format!("nats://{}", listener.local_addr().unwrap()));
    let found = servers(home.path(), &[]);
    assert_eq!(found[0]["state"], "unknown", "{found:?}");
    let hint = found[0]["hint"].as_str().unwrap();
    assert!(hint.starts_with("nkeep doctor --ask-servers"), "{hint}");
    assert!(listener.accept().is_err(), "somebody came");
}

/// Whatever answers there: it is unknown, with the reason, and nothing of it steers the terminal.
#[test]
fn what_is_no_server_is_not_judged() {
    let cases: [(&[u8], &str); 6] = [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "no greeting"),
        (b"INFO {\"version\":7}\r\n", "no greeting"),
        (
            b"INFO {\"server_name\":\"a\",\"version\":\"\x1b[2J\"}\r\n",
            "no greeting",
        ),
        (
            b"INFO {\"server_name\":\"\\u001b[2J\",\"version\":\"many\"}\r\n",
            "it names \"many\"",
        ),
        (b"INFO {\"version\":\"2.10", "it hangs up"),
        (b"", "it hangs up"),
    ];
    for (says, reason) in cases {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let home = estate(&format!("nats://{}", listener.local_addr().unwrap()));
        let answers = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(says).unwrap();
        });
        let found = servers(home.path(), &["--ask-servers"]);
        answers.join().unwrap();
        assert_eq!(found[0]["state"], "unknown", "{found:?}");
        let told = found[0]["says"].as_str().unwrap();
        assert!(told.contains(reason), "{told}");
        assert!(!told.contains('\u{1b}'), "{told}");
    }
}

#[test]
fn who_says_nothing_or_no_end_is_left() {
    // Behind a port that nobody serves, a greeting does not come.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let home = estate(&format!("nats://{}", silent.local_addr().unwrap()));
    let found = servers(home.path(), &["--ask-servers"]);
    let told = found[0]["says"].as_str().unwrap();
    assert!(told.contains("no server answered within"), "{told}");

    let endless = TcpListener::bind("127.0.0.1:0").unwrap();
    let home = estate(&format!("nats://{}", endless.local_addr().unwrap()));
    let answers = std::thread::spawn(move || {
        let (mut stream, _) = endless.accept().unwrap();
        let piece = [b'x'; 1 << 16];
        while stream.write_all(&piece).is_ok() {}
    });
    let found = servers(home.path(), &["--ask-servers"]);
    answers.join().unwrap();
    let told = found[0]["says"].as_str().unwrap();
    assert!(told.contains("too long"), "{told}");
}
