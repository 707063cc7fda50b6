//! `diff` says what real servers of every version have otherwise than the store, and which of them.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::copies::{
    at, config, copy_of, document, ends, has, in_a_second, json, key, now, printed, pushed, token,
};
use common::servers::{Client, Server, cluster, newest, versions};
use common::{live, live_at, live_estate};
use serde_json::{Value, json as value};

fn one<'a>(document: &'a Value, name: &str) -> &'a Value {
    let mut accounts = document["accounts"].as_array().unwrap().iter();
    accounts
        .find(|account| account["name"] == name)
        .unwrap_or_else(|| panic!("{name}: {document}"))
}

#[test]
fn what_differs_is_told_claim_by_claim() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "SHOP"]);
    live_at(home, &["edit", "account", "SHOP", "--conns", "5"]);
    config(home, &["--nats-resolver"]);
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let server = Server::start(&version, home);
        let url = server.url();
        // It was started with the system account alone.
        let text = ends(home, &url, &["diff"], 3);
        has(
            &text,
            &[
                &format!("account \"ACME\" {}\n  server ", key(home, "ACME")),
                " has none\n",
                "1 account of operator \"ACME\" is as here on every server",
                "error: 2 accounts of operator \"ACME\" are not on servers as here",
                &format!("hint: nkeep push -A -u {url}  # gives servers what is here"),
            ],
        );
        pushed(home, &url, &["-A"]);
        let text = ends(home, &url, &["diff"], 0);
        assert_eq!(
            text,
            "nkeep: 3 accounts of operator \"ACME\" are as here on every server\n"
        );
        live_at(home, &["edit", "account", "SHOP", "--conns", "7"]);
        let text = ends(home, &url, &["diff", "-A"], 3);
        has(
            &text,
            &[
                " keeps an older one, signed ",
                "\n    limits.conn: 5 there, 7 here\n",
                "error: 1 account of operator \"ACME\" is not on servers as here",
                &format!("hint: nkeep push -a SHOP -u {url}  # gives servers what is here"),
            ],
        );
        assert!(!text.contains("account \"ACME\""), "{text}");
        let document = document(home, &url, &["diff", "-a", "SHOP"], 3);
        assert_eq!(document["kind"], "diff");
        assert_eq!(document["keeping_servers"], 1);
        assert_eq!(document["different"], 1);
        assert_eq!(document["counts"], value!({ "older": 1 }));
        let shop = one(&document, "SHOP");
        assert_eq!(shop["public_key"], key(home, "SHOP"));
        assert_eq!(shop["differences"], value!(["older"]));
        let there = &shop["tokens"][0];
        assert_eq!(there["age"], "older");
        assert_eq!(there["signed_by"], "operator");
        assert_eq!(there["kept_by"]["count"], 1);
        assert_eq!(
            there["changes"],
            value!([{ "path": "nats.limits.conn", "before": 5, "after": 7 }])
        );
        // Of the others nothing is said.
        ends_well(home, &url, &["diff", "-a", "ACME"]);
        ends_well(home, &url, &["push", "--diff", "-a", "ACME"]);
        let text = ends(home, &url, &["push", "-D", "-A"], 3);
        has(&text, &["limits.conn: 5 there, 7 here"]);
        let unchanged = server.kept(&key(home, "SHOP")).unwrap();
        assert_ne!(unchanged, token(home, "SHOP"), "nothing is pushed");
        pushed(home, &url, &["-A"]);
        ends_well(home, &url, &["diff"]);
        live_at(home, &["edit", "account", "SHOP", "--conns", "5"]);
    }
}

fn ends_well(home: &std::path::Path, url: &str, args: &[&str]) {
    let _ = ends(home, url, args, 0);
}

#[test]
fn which_server_is_behind_is_said() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "LATE"]);
    live_at(home, &["add", "user", "u", "-a", "LATE"]);
    let creds = live_at(home, &["generate", "creds", "-a", "LATE", "-n", "u"]);
    config(home, &["--nats-resolver"]);
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("cluster"));
        let mut servers = cluster(&version, home, 3);
        let url = servers[0].url();
        pushed(home, &url, &["-A", "--servers", "3"]);
        ends_well(home, &url, &["diff", "--servers", "3"]);
        // The third is away while something is pushed.
        let away = servers.pop().unwrap();
        let its_folder = away.folder().to_owned();
        away.stop();
        live_at(home, &["edit", "account", "LATE", "--tag", "later"]);
        live_at(home, &["add", "account", "NEW"]);
        pushed(home, &url, &["-A", "--servers", "2"]);
        // While it is away nobody knows what it has.
        let text = ends(home, &url, &["diff", "--servers", "3", "--timeout", "1"], 1);
        has(
            &text,
            &[
                "warning: 1 of 3 servers did not answer",
                "error: 4 accounts of operator \"ACME\" are as here on 2 of 3 servers: 1 server did not answer",
            ],
        );
        assert!(!text.contains("everywhere"), "{text}");
        servers.push(Server::start(&version, &its_folder));
        until_three(home, &url);
        let mut client = Client::connect(&servers[2].address, &creds).unwrap();
        let mut other = Client::connect(&servers[1].address, &creds).unwrap();
        let document = document(home, &url, &["diff", "--servers", "3"], 3);
        assert_eq!(document["keeping_servers"], 3, "{document}");
        assert_eq!(document["different"], 2, "{document}");
        let late = one(&document, "LATE");
        assert_eq!(late["differences"], value!(["older"]), "{document}");
        let behind = late["tokens"].as_array().unwrap().iter();
        let behind = behind
            .clone()
            .find(|token| token["age"] == "older")
            .unwrap();
        let third = value!({ "count": 1, "servers": ["server-2"] });
        assert_eq!(behind["kept_by"], third, "{version:?}: {document}");
        assert_eq!(behind["used_by"], value!(["server-2"]));
        let new = one(&document, "NEW");
        assert_eq!(new["differences"], value!(["missing"]));
        assert_eq!(new["missing"], third);
        let text = ends(home, &url, &["diff", "--servers", "3"], 3);
        has(
            &text,
            &[
                "  server \"server-2\" keeps and uses an older one, signed ",
                "    tags: later here alone",
                "  server \"server-2\" has none",
            ],
        );
        client.flush().unwrap();
        other.flush().unwrap();
        live_at(home, &["edit", "account", "LATE", "--rm-tag", "later"]);
        live_at(home, &["delete", "account", "NEW", "--force"]);
    }
}

/// Waits until three servers know of each other.
fn until_three(home: &std::path::Path, url: &str) {
    let deadline = std::time::Instant::now() + common::LONG;
    loop {
        let output = at(home, url, &["diff", "-a", "SYS", "--json"]);
        let document: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let answered = document["servers"].as_array().map_or(0, Vec::len);
        if answered == 3 && document["keeping_servers"] == 3 {
            return;
        }
        assert!(std::time::Instant::now() < deadline, "{output:?}");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}

#[test]
fn what_is_newer_there_and_what_was_signed_in_one_second() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "TWIN"]);
    config(home, &["--nats-resolver"]);
    let other = copy_of(home);
    let second = now() + 20;
    in_a_second(home, second, &["edit", "account", "TWIN", "--tag", "mine"]);
    in_a_second(
        other.path(),
        second,
        &["edit", "account", "TWIN", "--tag", "theirs"],
    );
    in_a_second(
        other.path(),
        second,
        &["edit", "account", "ACME", "--tag", "newer"],
    );
    in_a_second(other.path(), second, &["add", "account", "THEIRS"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    let output = at(other.path(), &url, &["push", "-A"]);
    assert!(output.status.success(), "{output:?}");
    let document = document(home, &url, &["diff"], 3);
    for (name, what) in [
        ("TWIN", "twin"),
        ("ACME", "newer"),
        ("THEIRS", "not_in_store"),
    ] {
        assert_eq!(one(&document, name)["differences"], value!([what]));
    }
    let text = ends(home, &url, &["diff"], 3);
    has(
        &text,
        &[
            "another one that was signed in the same second, ",
            "    tags: theirs there alone",
            "    tags: mine here alone",
            " keeps a newer one, signed ",
            &format!(
                "account \"THEIRS\" {}\n  it is not in the store\n",
                key(other.path(), "THEIRS")
            ),
            "error: 3 accounts of operator \"ACME\" are not on servers as here",
            &format!("hint: nkeep push -a TWIN -u {url}  # gives servers what is here"),
            &format!("hint: nkeep pull -A -u {url}  # takes what is newer there"),
            &format!(
                "hint: nkeep push --prune --dry-run -u {url}  # lists what servers would delete"
            ),
        ],
    );
}

#[test]
fn keys_that_the_operator_has_no_more_and_what_servers_do_not_trust() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    pushed(home, &url, &["-A"]);
    let mut client = Client::connect(&server.address, &creds).unwrap();
    let operator = json(home, &["describe", "operator"]);
    let old = operator["nats"]["signing_keys"][0].as_str().unwrap();
    live_at(
        home,
        &[
            "edit", "operator", "--sk", "generate", "--rm-sk", old, "--force",
        ],
    );
    let text = ends(home, &url, &["diff", "-a", "ACME"], 3);
    let by = format!(" by {old}, a retired key, which signs for the operator no more");
    has(&text, &[" keeps and uses an older one, signed ", &by]);
    let document = document(home, &url, &["diff", "-a", "ACME"], 3);
    assert_eq!(
        one(&document, "ACME")["differences"],
        value!(["former_key", "older"])
    );
    // The server keeps what it does not trust, and goes on by what it had.
    pushed(home, &url, &["-A", "--force"]);
    assert_eq!(server.kept(&key(home, "ACME")), Some(token(home, "ACME")));
    let text = ends(home, &url, &["diff", "-a", "ACME"], 3);
    has(&text, &[" lets users in by an older one, signed ", &by]);
    assert!(!text.contains("keeps"), "{text}");
    client.flush().unwrap();
    // Nor is it as here where nobody uses what it keeps.
    drop(client);
    live_at(home, &["add", "account", "NEW"]);
    pushed(home, &url, &["-a", "NEW", "--force"]);
    let text = ends(home, &url, &["diff", "-a", "NEW"], 3);
    let distrust = format!(
        "does not trust what signed account {:?}: what it keeps of that it does not go by",
        "NEW"
    );
    has(&text, &[&distrust, "nkeep generate config --nats-resolver"]);
    assert!(!text.contains("everywhere"), "{text}");
    let found = common::copies::document(home, &url, &["diff", "-a", "NEW"], 3);
    assert_eq!(found["untrusted"][0]["accounts"], value!(["NEW"]));
}

/// What was deleted here is to go there, and not to come back.
#[test]
fn an_account_that_was_deleted_here_is_to_be_pruned() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "GONE"]);
    config(home, &["--nats-resolver"]);
    let servers = cluster(&newest(), home, 2);
    let url = servers[0].url();
    pushed(home, &url, &["-A", "--servers", "2"]);
    live_at(home, &["delete", "account", "GONE", "--force"]);
    live_at(home, &["add", "account", "NEW"]);
    let text = ends(home, &url, &["diff"], 3);
    has(
        &text,
        &[
            "  it was deleted here\n",
            "  every server has none\n",
            "nkeep push --prune --dry-run",
        ],
    );
    assert!(!text.contains("nkeep pull"), "{text}");
    let found = document(home, &url, &["diff"], 3);
    assert_eq!(one(&found, "GONE")["deleted"], true);
    let text = ends(home, &url, &["verify"], 3);
    has(&text, &["nkeep push --prune --dry-run"]);
    assert!(!text.contains("nkeep pull"), "{text}");
}

#[test]
fn accounts_of_others_are_told_apart() {
    let folder = live_estate();
    let home = folder.path();
    let other = live_estate();
    config(home, &["--nats-resolver"]);
    let foreign = key(other.path(), "ACME");
    std::fs::create_dir_all(home.join("jwt")).unwrap();
    let file = home.join("jwt").join(format!("{foreign}.jwt"));
    std::fs::write(&file, token(other.path(), "ACME")).unwrap();
    let garbage = key(other.path(), "SYS");
    let file = home.join("jwt").join(format!("{garbage}.jwt"));
    std::fs::write(&file, "\u{1b}[2Jno token").unwrap();
    let server = Server::start(&newest(), home);
    let url = server.url();
    pushed(home, &url, &["-A"]);
    let output = at(home, &url, &["diff"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let text = printed(&output);
    has(
        &text,
        &[
            &format!("account \"ACME\" {foreign}\n  it is not in the store\n"),
            ", which is another's\n",
            "hint: nkeep push --prune --dry-run",
        ],
    );
    assert!(!text.contains('\u{1b}'), "{text:?}");
    let document = document(home, &url, &["diff"], 3);
    assert_eq!(document["same"], 2, "{document}");
    assert_eq!(document["counts"]["foreign"], 1, "{document}");
    assert_eq!(document["counts"]["unreadable"], 1, "{document}");
}

#[test]
fn servers_that_keep_no_accounts_are_asked_what_they_use() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "IDLE"]);
    let mine = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
    for kind in ["--mem-resolver", "--nats-resolver-cache"] {
        config(home, &[kind]);
        for (round, version) in versions().iter().enumerate() {
            let _ = std::fs::remove_dir_all(home.join("jwt"));
            let server = Server::start(version, home);
            let url = server.url();
            let client = Client::connect(&server.address, &mine).ok();
            assert_eq!(client.is_some(), kind == "--mem-resolver");
            let document = document(home, &url, &["diff"], 0);
            assert_eq!(document["keeping_servers"], 0, "{document}");
            let used = 1 + usize::from(client.is_some());
            assert_eq!(document["same"], used, "{kind} {version:?}: {document}");
            assert_eq!(document["unseen"], 3 - used, "{document}");
            let text = ends(home, &url, &["diff", "-a", "IDLE"], 1);
            has(
                &text,
                &["error: nothing could be compared: no server keeps accounts"],
            );
            if client.is_some() {
                let tag = format!("t{round}");
                live_at(home, &["edit", "account", "ACME", "--tag", &tag]);
                let text = ends(home, &url, &["diff", "-a", "ACME"], 3);
                has(
                    &text,
                    &[
                        " lets users in by an older one",
                        &format!("tags: {tag} here alone"),
                    ],
                );
                config(home, &[kind]);
            }
        }
    }
}

/// That a server does not use an account is an answer, and nobody waits for another.
#[test]
fn an_account_that_one_server_uses_is_compared_everywhere() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("cluster"));
        let servers = cluster(&version, home, 3);
        let url = servers[0].url();
        pushed(home, &url, &["-A", "--servers", "3"]);
        let _client = Client::connect(&servers[1].address, &creds).unwrap();
        let text = ends(home, &url, &["diff", "--servers", "3"], 0);
        let says = "nkeep: 2 accounts of operator \"ACME\" are as here on every server\n";
        assert_eq!(text, says, "{version:?}");
        let text = ends(home, &url, &["pull", "-A", "--servers", "3"], 0);
        assert_eq!(text, "nkeep: pulled 0 accounts; 2 accounts are as here\n");
    }
}

/// Accounts go to an account server, and it is known besides where servers are.
#[test]
fn servers_are_asked_where_clients_connect_when_accounts_go_to_an_account_server() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    pushed(home, &url, &["-A"]);
    let bank = ["--account-jwt-server-url", "http://127.0.0.1:9/jwt/v1"];
    let clients = ["--service-url", &url];
    live_at(home, &[&["edit", "operator"], &bank[..], &clients].concat());
    let text = |command: &str| {
        let output = live(home).arg(command).output().unwrap();
        printed(&output)
    };
    has(
        &text("diff"),
        &["2 accounts of operator \"ACME\" are as here on every server"],
    );
    has(&text("verify"), &["operator.older"]);
    let usual = "nats://localhost:4222";
    for url in [&url, usual] {
        live_at(home, &["edit", "operator", "--rm-service-url", url]);
    }
    has(&text("diff"), &["names http://127.0.0.1:9/jwt/v1"]);
}
