//! `push` where servers are gone, slow, strange or cut off: what is reported is what happened, and trying again completes it.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use common::crowd::many_accounts;
use common::refusal::said;
use common::servers::{Server, cluster, newest};
use common::wire::{Fate, document, fails, push, wire, wired};
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

/// A thousand accounts, and a server that has none of them.
fn crowded() -> (tempfile::TempDir, Server) {
    let folder = live_estate();
    config(folder.path());
    many_accounts(folder.path(), 1_000);
    let server = Server::start(&newest(), folder.path());
    (folder, server)
}

/// A push of all of them through that wire, which does not come to its end. What is said to be there is there, what is not
/// said may be; how many came is counted.
fn broken_off(home: &Path, server: &Server, output: &Output, why: &str) -> Vec<Value> {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let document = document(output);
    let accounts = document["accounts"].as_array().unwrap().clone();
    assert_eq!(accounts.len(), 1_002);
    let pushed = accounts.iter().filter(|account| account["pushed"] == true);
    let there: Vec<&Value> = pushed.collect();
    assert!(there.len() > 100 && there.len() < 1_000, "{}", there.len());
    assert_eq!(document["failed"], 1_002 - there.len());
    for (number, account) in there.iter().enumerate() {
        let kept = server.kept(account["public_key"].as_str().unwrap());
        let kept = kept.unwrap_or_else(|| panic!("{account}"));
        // Each takes a process.
        if number % 16 == 0 {
            let name = account["name"].as_str().unwrap();
            let token = live_at(home, &["describe", "account", name, "--raw"]);
            assert_eq!(kept, token.trim(), "{name}");
        }
    }
    let text = said(output);
    let count = format!("{} of 1002 accounts came to every server", there.len());
    assert!(text.contains(&count), "{text}");
    assert!(text.contains(why), "{why}: {text}");
    accounts
}

/// The same command again brings all of it.
fn completed(home: &Path, server: &Server, accounts: &[Value]) {
    let output = push(home, &server.url(), &[]);
    assert!(output.status.success(), "{output:?}");
    assert!(said(&output).contains("pushed 1002 accounts"), "{output:?}");
    for account in accounts {
        let key = account["public_key"].as_str().unwrap();
        assert!(server.kept(key).is_some(), "{account}");
    }
}

/// About half of what is sent.
const HALF: u64 = 600_000;

#[test]
fn a_connection_is_cut_among_a_thousand_accounts() {
    let (folder, server) = crowded();
    let home = folder.path();
    let near = wire(&server.address, HALF);
    let output = push(home, &near, &["--json"]);
    let accounts = broken_off(home, &server, &output, "the connection was lost");
    completed(home, &server, &accounts);
}

/// The server has more than anybody heard: that is not believed, and does no harm.
#[test]
fn answers_are_cut_off_among_a_thousand_accounts() {
    let (folder, server) = crowded();
    let home = folder.path();
    let (near, _) = wired(&server.address, Fate::CutAnswers(HALF));
    let output = push(home, &near, &["--json"]);
    let accounts = broken_off(home, &server, &output, "the connection was lost");
    completed(home, &server, &accounts);
}

#[test]
fn a_server_is_killed_among_a_thousand_accounts() {
    let (folder, server) = crowded();
    let home = folder.path();
    let (near, stuck) = wired(&server.address, Fate::Stuck(HALF));
    let child = live(home)
        .args(["push", "-A", "--json", "-u", &near])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    stuck.recv().unwrap();
    server.kill();
    let output = child.wait_with_output().unwrap();
    // It comes back, with what it had.
    let server = Server::start(&newest(), home);
    let accounts = broken_off(home, &server, &output, "the connection was lost");
    completed(home, &server, &accounts);
}

#[test]
fn nothing_more_comes_among_a_thousand_accounts() {
    let (folder, server) = crowded();
    let home = folder.path();
    let (near, _) = wired(&server.address, Fate::Stuck(HALF));
    let begun = Instant::now();
    let output = push(home, &near, &["--json"]);
    assert!(begun.elapsed() < common::LONG, "{output:?}");
    let accounts = broken_off(home, &server, &output, "no server answered within 1 s");
    completed(home, &server, &accounts);
}

/// However long it takes, as long as something comes.
#[test]
fn a_slow_server_is_waited_for() {
    let (folder, server) = crowded();
    let home = folder.path();
    let slow = Fate::Slow(16 << 10, Duration::from_millis(40));
    let (near, _) = wired(&server.address, slow);
    let begun = Instant::now();
    let output = push(home, &near, &[]);
    assert!(output.status.success(), "{output:?}");
    assert!(said(&output).contains("pushed 1002 accounts"), "{output:?}");
    // Longer than nothing at all may come.
    assert!(
        begun.elapsed() > Duration::from_secs(1),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn one_server_of_three_is_killed_among_a_thousand_accounts() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    many_accounts(home, 1_000);
    let mut servers = cluster(&newest(), home, 3);
    assert!(
        push(home, &servers[0].url(), &["--servers", "3"])
            .status
            .success()
    );
    let slow = Fate::Slow(16 << 10, Duration::from_millis(40));
    let (near, told) = wired(&servers[0].address, slow);
    let child = live(home)
        .args([
            "push",
            "-A",
            "--json",
            "--timeout",
            "1",
            "--servers",
            "3",
            "-u",
            &near,
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The accounts are under way by then: who connects and asks says less.
    for _ in 0..8 {
        told.recv().unwrap();
    }
    servers.pop().unwrap().kill();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let document = document(&output);
    let failed = document["failed"].as_u64().unwrap();
    assert!(failed > 100 && failed <= 1_002, "{failed}");
    let mut counted = 0;
    for account in document["accounts"].as_array().unwrap() {
        let servers = account["servers"].as_array().unwrap();
        assert_eq!(servers.len(), 3, "{account}");
        for server in servers {
            let expected: &[&str] = match server["name"].as_str().unwrap() {
                "server-2" => &["updated", "silent"],
                _ => &["updated"],
            };
            let result = server["result"].as_str().unwrap();
            assert!(expected.contains(&result), "{account}");
            counted += u64::from(result == "silent");
        }
    }
    assert!(counted > 0 && counted <= failed, "{counted} {failed}");
    assert!(
        said(&output).contains(&format!(
            "{failed} of 1002 accounts did not come to every server"
        )),
        "{output:?}"
    );
    let output = push(home, &servers[0].url(), &["--servers", "2"]);
    assert!(output.status.success(), "{output:?}");
}
