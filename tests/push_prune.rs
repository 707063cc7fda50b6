//! What servers have and the operator has not is deleted there when it is wanted, and nothing else.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Output;

use common::copies::{config, json, key};
use common::refusal::said;
use common::servers::{Client, Server, cluster, newest, versions};
use common::terminal::{exit_code, spawned};
use common::{live, live_at, live_estate};
use expectrl::Expect as _;
use serde_json::{Value, json as value};

fn push(home: &Path, url: &str, args: &[&str]) -> Output {
    let to = ["push", "--timeout", "1", "-u", url];
    live(home).args(to).args(args).output().unwrap()
}

fn fails(home: &Path, url: &str, args: &[&str], code: i32, says: &[&str]) {
    let output = push(home, url, args);
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    for part in says {
        assert!(said(&output).contains(part), "{part}: {output:?}");
    }
}

fn done(home: &Path, url: &str, args: &[&str]) -> String {
    let output = push(home, url, args);
    assert!(output.status.success(), "{output:?}");
    said(&output)
}

#[test]
fn what_the_operator_has_not_is_deleted_on_every_server() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver", "--allow-delete"]);
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("cluster"));
        let servers = cluster(&version, home, 3);
        let url = servers[0].url();
        let to = ["--servers", "3"];
        live_at(home, &["add", "account", "GONE"]);
        live_at(home, &["add", "user", "last", "-a", "GONE"]);
        let creds = live_at(home, &["generate", "creds", "-a", "GONE", "-n", "last"]);
        let (gone, acme, sys) = (key(home, "GONE"), key(home, "ACME"), key(home, "SYS"));
        done(home, &url, &[&["-A"], &to[..]].concat());
        let mut client = Client::connect(&servers[2].address, &creds).unwrap();
        live_at(home, &["delete", "account", "GONE", "--force"]);
        let listed = format!("operator \"ACME\" has no account \"GONE\" {gone}");
        // What would go is shown, and nothing goes unasked.
        let text = done(home, &url, &[&["-P", "--dry-run"], &to[..]].concat());
        assert!(text.contains(&listed), "{text}");
        assert!(
            text.contains("1 account would be deleted on 3 servers"),
            "{text}"
        );
        fails(
            home,
            &url,
            &[&["-P"], &to[..]].concat(),
            2,
            &[&listed, "1 account on 3 servers would be deleted", "--yes"],
        );
        // To insist is no answer to that.
        let insists = [&["-P", "--force"], &to[..]].concat();
        fails(home, &url, &insists, 2, &["nobody is here to say yes"]);
        assert!(servers.iter().all(|server| server.kept(&gone).is_some()));
        let document = push(home, &url, &[&["-P", "--yes", "--json"], &to[..]].concat());
        let document: Value = serde_json::from_slice(&document.stdout).unwrap();
        assert_eq!(document["removed"], value!([gone]), "{document}");
        assert_eq!(
            document["extra"][0]["names"],
            value!(["GONE"]),
            "{document}"
        );
        let results = document["removals"].as_array().unwrap();
        assert_eq!(results.len(), 3);
        assert!(
            results.iter().all(|result| result["result"] == "removed"),
            "{document}"
        );
        for server in &servers {
            assert_eq!(server.kept(&gone), None, "{version:?}");
            for stays in [&acme, &sys] {
                assert!(server.kept(stays).is_some(), "{version:?}");
            }
        }
        client.cut();
        let text = done(home, &url, &[&["-P", "-A"], &to[..]].concat());
        assert!(text.contains("pushed 2 accounts"), "{text}");
        assert!(
            text.contains("servers have no account that is to go"),
            "{text}"
        );
    }
}

#[test]
fn one_account_is_deleted_that_is_named() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    done(home, &url, &["-A"]);
    let acme = key(home, "ACME");
    fails(
        home,
        &url,
        &["-R", "ACME", "--yes"],
        1,
        &[
            "delete must be enabled in server config",
            "hint: nkeep generate config --nats-resolver --allow-delete",
        ],
    );
    assert!(server.kept(&acme).is_some());
    drop(server);
    config(home, &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    fails(
        home,
        &url,
        &["-R", "SYS"],
        1,
        &["is the one in which servers talk"],
    );
    fails(
        home,
        &url,
        &["-R", "NOBODY"],
        1,
        &["there is no account \"NOBODY\""],
    );
    fails(
        home,
        &url,
        &["-R", "ACME", "-A"],
        2,
        &["cannot be used with"],
    );
    let text = done(home, &url, &["-R", "ACME", "--dry-run"]);
    assert!(
        text.contains("1 account would be deleted on 1 server"),
        "{text}"
    );
    assert!(server.kept(&acme).is_some());
    // What the store has is not deleted unasked.
    fails(
        home,
        &url,
        &["-R", "ACME"],
        2,
        &[
            "operator \"ACME\" has account \"ACME\", with 1 user: on servers nobody gets in there any more",
            "1 account on 1 server would be deleted, and nobody is here to say yes",
            "hint: nkeep push --timeout 1 -u ",
            " -R ACME --yes\n",
        ],
    );
    assert!(server.kept(&acme).is_some());
    let mut command = live(home);
    command.args(["push", "-R", "ACME", "-u", &url]);
    let mut session = spawned(command);
    session
        .expect("Delete 1 account on 1 server (yes or no): ")
        .unwrap();
    session.send_line("no").unwrap();
    session.expect(expectrl::Eof).unwrap();
    assert!(server.kept(&acme).is_some());
    let text = done(home, &url, &["-R", "ACME", "--yes"]);
    assert!(text.contains("deleted 1 account on 1 server"), "{text}");
    assert_eq!(server.kept(&acme), None);
    let text = done(home, &url, &["-R", &acme, "--yes"]);
    assert!(text.contains("lists no such account"), "{text}");
    assert!(server.kept(&key(home, "SYS")).is_some());
}

#[test]
fn accounts_of_others_stay_unless_that_is_said() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "operator", "OTHER", "--sys"]);
    live_at(home, &["add", "account", "THEIRS", "--operator", "OTHER"]);
    live_at(home, &["select", "operator", "ACME"]);
    config(
        home,
        &[
            "--nats-resolver",
            "--allow-delete",
            "--operators",
            "ACME,OTHER",
        ],
    );
    let server = Server::start(&newest(), home);
    let token = live_at(
        home,
        &[
            "describe",
            "account",
            "THEIRS",
            "--operator",
            "OTHER",
            "--raw",
        ],
    );
    let theirs = json(
        home,
        &["describe", "account", "THEIRS", "--operator", "OTHER"],
    );
    let theirs = theirs["sub"].as_str().unwrap();
    drop(server);
    std::fs::write(home.join(format!("jwt/{theirs}.jwt")), token.trim()).unwrap();
    let server = Server::start(&newest(), home);
    let url = server.url();
    let text = done(home, &url, &["-P", "--yes"]);
    assert!(
        text.contains("another operator signed account \"THEIRS\""),
        "{text}"
    );
    assert!(
        text.contains("1 account of others stay: --foreign deletes them, too"),
        "{text}"
    );
    assert!(server.kept(theirs).is_some());
    let text = done(home, &url, &["-P", "--yes", "--foreign"]);
    assert!(text.contains("deleted 1 account on 1 server"), "{text}");
    assert_eq!(server.kept(theirs), None);
}

#[test]
fn nothing_is_deleted_where_a_server_is_missing() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    done(home, &url, &["-A"]);
    let acme = key(home, "ACME");
    fails(
        home,
        &url,
        &["-R", "ACME", "--servers", "2"],
        1,
        &["nothing was deleted: 1 server did not answer, and would give the others back"],
    );
    assert!(server.kept(&acme).is_some());
    done(
        home,
        &url,
        &["-R", "ACME", "--servers", "2", "--force", "--yes"],
    );
    assert_eq!(server.kept(&acme), None);
}

#[test]
fn servers_that_keep_nothing_delete_nothing() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--mem-resolver"]);
    let server = Server::start(&newest(), home);
    fails(
        home,
        &server.url(),
        &["-P"],
        1,
        &["no server keeps accounts"],
    );
}

#[test]
fn it_is_asked_at_a_terminal() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver", "--allow-delete"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    live_at(home, &["add", "account", "GONE"]);
    done(home, &url, &["-A"]);
    let gone = key(home, "GONE");
    live_at(home, &["delete", "account", "GONE", "--force"]);
    // ^C is an answer, too, after a push as well.
    for first in [&["-P"][..], &["-P", "-A"]] {
        let mut command = live(home);
        command.args(["push", "-u", &url]).args(first);
        let mut session = spawned(command);
        session
            .expect("Delete 1 account on 1 server (yes or no): ")
            .unwrap();
        session.send("\u{3}").unwrap();
        session.expect(expectrl::Eof).unwrap();
        assert_eq!(exit_code(&session), 130, "{first:?}");
        assert!(server.kept(&gone).is_some());
    }
    for (answer, is_there) in [("no", true), ("yes", false)] {
        let mut command = live(home);
        command.args(["push", "-P", "-u", &url]);
        let mut session = spawned(command);
        session
            .expect("Delete 1 account on 1 server (yes or no): ")
            .unwrap();
        session.send_line(answer).unwrap();
        session.expect(expectrl::Eof).unwrap();
        assert_eq!(server.kept(&gone).is_some(), is_there, "{answer}");
    }
}

#[test]
fn an_account_that_servers_do_not_delete_is_shut_all_the_same() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "GONE"]);
    live_at(home, &["add", "user", "someone", "-a", "GONE"]);
    let creds = live_at(home, &["generate", "creds", "-a", "GONE", "-n", "someone"]);
    live_at(
        home,
        &[
            "edit",
            "operator",
            "--account-jwt-server-url",
            "nats://localhost:4222",
        ],
    );
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    done(home, &url, &["-A"]);
    let gone = key(home, "GONE");
    // Whoever is asked hears before what is lost then.
    let mut command = live(home);
    command.args(["delete", "account", "GONE"]);
    let mut session = spawned(command);
    let before = session.expect("Delete all of them (yes or no): ").unwrap();
    let before = String::from_utf8_lossy(before.before()).into_owned();
    assert!(
        before.contains("started without --allow-delete"),
        "{before}"
    );
    assert!(
        before.contains("nkeep delete account GONE -o GONE.last.jwt"),
        "{before}"
    );
    session.send_line("no").unwrap();
    session.expect(expectrl::Eof).unwrap();
    // Of what is here still, the refusal says how it is shut.
    fails(
        home,
        &url,
        &["-R", "GONE", "--yes"],
        1,
        &[
            "hint: nkeep generate config --nats-resolver --allow-delete ",
            "hint: nkeep revocations add-user -u '*' -a GONE  # and nkeep push -a GONE ",
        ],
    );
    let mut client = Client::connect(&server.address, &creds).unwrap();
    let output = live(home)
        .args(["delete", "account", "GONE", "--force", "-o", "last.jwt"])
        .output()
        .unwrap();
    let text = said(&output);
    assert!(
        text.contains(&format!("next: nkeep push --account-removal {gone}  # ")),
        "{text}"
    );
    fails(home, &url, &["-R", &gone], 1, &["delete must be enabled"]);
    // What is said comes next is run as it stands.
    let next = text
        .lines()
        .find_map(|line| line.strip_prefix("nkeep: next: nkeep tool req "))
        .unwrap();
    let next = next.split("  # ").next().unwrap();
    let binary = env!("CARGO_BIN_EXE_nkeep");
    let mut shell = std::process::Command::new("sh");
    for (name, value) in live(home).get_envs() {
        shell.envs(value.map(|value| (name, value)));
    }
    let line = format!("exec {binary} tool req {next} --nats {url}");
    let outcome = shell
        .args(["-c", &line])
        .current_dir(home)
        .output()
        .unwrap();
    assert!(outcome.status.success(), "{outcome:?}");
    drop(client.cut());
    assert!(Client::connect(&server.address, &creds).is_err());
}
