//! `verify` says whether real servers of every version run what the store says, and which of them does not.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Output;

use common::copies::{
    at, config, copy_of, document, ends, has, in_a_second, json, key, now, printed,
};
use common::servers::{Client, Server, cluster, newest, versions};
use common::{live, live_at, live_estate};
use serde_json::{Value, json as value};

fn pushed(home: &Path, url: &str) {
    let output = at(home, url, &["push", "-A"]);
    assert!(output.status.success(), "{output:?}");
}

/// An estate, and a server that has all of it.
fn served(binary: &Path) -> (tempfile::TempDir, Server) {
    let folder = live_estate();
    config(folder.path(), &["--nats-resolver"]);
    let server = Server::start(binary, folder.path());
    pushed(folder.path(), &server.url());
    (folder, server)
}

/// The codes of all findings, each with what it is about.
fn codes(document: &Value) -> Vec<String> {
    let reports = document["reports"].as_array().unwrap().iter();
    let of_report = |report: &Value| {
        let kind = report["type"].as_str().unwrap().to_owned();
        let name = report["name"].as_str().unwrap_or_default().to_owned();
        let issues = report["issues"].as_array().unwrap().clone();
        issues.into_iter().map(move |issue| {
            let code = issue["code"].as_str().unwrap();
            match kind.as_str() {
                "account" | "user" => format!("{code} {name}"),
                _ => code.to_owned(),
            }
        })
    };
    reports.flat_map(of_report).collect()
}

/// The only finding of that code.
fn finding<'a>(document: &'a Value, code: &str) -> &'a Value {
    let reports = document["reports"].as_array().unwrap().iter();
    let mut found = reports
        .flat_map(|report| report["issues"].as_array().unwrap())
        .filter(|issue| issue["code"] == code);
    let one = found.next().unwrap_or_else(|| panic!("{code}: {document}"));
    assert!(found.next().is_none(), "{code}: {document}");
    one
}

fn message(document: &Value, code: &str) -> String {
    finding(document, code)["message"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn where_all_is_well_that_is_said_of_every_version() {
    for version in versions() {
        let (folder, server) = served(&version);
        let (home, url) = (folder.path(), server.url());
        let text = ends(home, &url, &["verify", "--connect"], 0);
        has(
            &text,
            &[
                "nkeep: 2 logins were let in as the store has it, and 0 logins were refused\n",
                "nkeep: 2 accounts of operator \"ACME\" are as here on 1 server\n",
            ],
        );
        let document = document(home, &url, &["verify"], 0);
        assert_eq!(document["kind"], "verify");
        assert_eq!(document["same"], 2);
        assert_eq!(document["different"], 0);
        assert_eq!(document["unknown"], 0);
        assert_eq!(document["logins"], Value::Null);
        let bounds = &document["servers"][0]["clock_ahead_seconds"];
        assert!(bounds[0].as_f64().unwrap() <= 0.0, "{document}");
        assert!(bounds[1].as_f64().unwrap() >= 0.0, "{document}");
        // What is known of old versions is a warning.
        if version == newest() {
            assert!(text.starts_with("[ OK ] server "), "{text}");
            assert_eq!(codes(&document), Vec::<String>::new());
        } else {
            assert!(text.starts_with("[WARN] server "), "{text}");
            let message = message(&document, "server.advisories");
            has(
                &message,
                &[
                    "2026-23",
                    "2.12.12 has none of these",
                    "the operator asserts no version",
                ],
            );
            assert!(message.len() < 1000, "{message}");
            let old = message.contains("CVE-2026-33249");
            assert_eq!(old, version.to_string_lossy().contains("2.10"), "{message}");
        }
    }
}

/// What stands on stderr where JSON is wanted: every line is a document.
fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    let line = |line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{text}"));
    text.lines().map(line).collect()
}

#[test]
fn a_gate_says_why_it_is_shut() {
    let (folder, server) = served(&newest());
    let (home, url) = (folder.path(), server.url());
    let output = at(home, &url, &["verify", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let note = "2 accounts of operator \"ACME\" are as here on 1 server";
    assert_eq!(
        lines(&output),
        [value!({ "kind": "note", "message": note })]
    );
    live_at(home, &["add", "account", "LATE"]);
    let says = "servers do not run what the store says of operator \"ACME\": 1 difference";
    let hint = format!("nkeep push -a LATE -u {url}  # gives servers what is here");
    let output = at(home, &url, &["verify", "-q", "--json"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let error = value!({ "kind": "error", "code": 3, "reason": "problems", "message": says, "hints": [hint] });
    assert_eq!(lines(&output), [error]);
    let text = ends(home, &url, &["verify", "--quiet"], 3);
    let last = format!("nkeep: error: {says}\nnkeep: hint: {hint}\n");
    assert!(text.ends_with(&last), "{text}");
    pushed(home, &url);
    // One who does not answer is not known of.
    let both = format!("{url},nats://127.0.0.1:9");
    let says =
        "whether servers run what the store says of operator \"ACME\" is not known: 1 finding";
    has(
        &ends(home, &both, &["verify"], 1),
        &[&format!("nkeep: error: {says}\n")],
    );
    live_at(home, &["add", "account", "LATER"]);
    let text = ends(home, &both, &["verify"], 3);
    let says = ": 1 difference, and 1 finding of what is not known\n";
    has(&text, &[says]);
}

#[test]
fn what_is_said_beside_a_document_is_json_too() {
    let (folder, server) = served(&newest());
    let (home, url) = (folder.path(), server.url());
    let output = at(home, &url, &["diff", "--json"]);
    assert_eq!(lines(&output)[0]["kind"], "note", "{output:?}");
    live_at(home, &["add", "account", "LATE"]);
    let output = at(home, &url, &["diff", "--json"]);
    let kinds: Vec<Value> = lines(&output)
        .iter()
        .map(|line| line["kind"].clone())
        .collect();
    assert_eq!(kinds, ["note", "error"], "{output:?}");
    let output = at(home, &url, &["push", "-A", "--dry-run", "--json"]);
    let said = lines(&output);
    let trial = value!({ "kind": "note", "message": "nothing was changed", "dry_run": true });
    assert_eq!(said, [trial]);
    let both = format!("{url},nats://127.0.0.1:9");
    let output = at(home, &both, &["diff", "--json"]);
    let said = lines(&output);
    assert_eq!(said[0]["kind"], "warning", "{output:?}");
    assert!(!said[0]["message"].as_str().unwrap().starts_with("warning"));
}

#[test]
fn whoever_is_strict_lets_no_warning_pass() {
    let oldest = versions().remove(0);
    let (folder, server) = served(&oldest);
    let (home, url) = (folder.path(), server.url());
    assert_eq!(document(home, &url, &["verify"], 0)["strict"], false);
    let found = document(home, &url, &["verify", "--strict"], 3);
    assert_eq!(found["strict"], true);
    assert_eq!(found["different"], 0);
    let text = ends(home, &url, &["verify", "--strict"], 3);
    let says = "error: servers run what the store says of operator \"ACME\", with 1 warning, which --strict does not let pass\n";
    has(&text, &[says]);
    drop(server);
    let server = Server::start(&newest(), home);
    drop(document(home, &server.url(), &["verify", "--strict"], 0));
}

#[test]
fn the_day_of_the_advisories_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let help = live_at(folder.path(), &["verify", "--help"]);
    has(&help, &[nkeep::trust::advisories::AS_OF]);
}

#[test]
fn accounts_that_are_not_as_here_are_findings_with_a_command_that_helps() {
    let folder = live_estate();
    let home = folder.path();
    for name in ["OLD", "NEW", "TWIN", "GONE"] {
        live_at(home, &["add", "account", name]);
    }
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    let text = ends(home, &url, &["verify", "-a", "OLD"], 3);
    has(
        &text,
        &[
            &format!("[ERR ] account \"OLD\" {}\n", key(home, "OLD")),
            "       error account.missing: server ",
            &format!(
                " has none\n         hint: nkeep push -a OLD -u {url}  # gives servers what is here\n"
            ),
        ],
    );
    let other = copy_of(home);
    let second = now() + 20;
    let edit = |home: &Path, second: i64, name: &str, tag: &str| {
        in_a_second(home, second, &["edit", "account", name, "--tag", tag]);
    };
    edit(home, second, "TWIN", "mine");
    edit(other.path(), second, "TWIN", "theirs");
    edit(other.path(), second, "NEW", "newer");
    live_at(other.path(), &["add", "account", "EXTRA"]);
    pushed(other.path(), &url);
    edit(home, second, "OLD", "later");
    live_at(home, &["delete", "account", "GONE", "--force"]);
    let document = document(home, &url, &["verify"], 3);
    assert_eq!(
        codes(&document),
        [
            "account.newer NEW",
            "account.older OLD",
            "account.twin TWIN",
            "account.not_in_store EXTRA",
            "account.not_in_store GONE",
        ]
    );
    assert_eq!(document["different"], 5);
    assert_eq!(document["same"], 2);
    let hint = |code: &str| finding(&document, code)["hint"].clone();
    assert_eq!(
        hint("account.older"),
        format!("nkeep push -a OLD -u {url}  # gives servers what is here")
    );
    assert_eq!(
        hint("account.newer"),
        format!("nkeep pull -a NEW -u {url}  # takes what is newer there")
    );
    assert!(message(&document, "account.older").ends_with("(tags: later here alone)"));
    assert_eq!(finding(&document, "account.twin")["severity"], "error");
    // Of one account alone.
    let _ = ends(home, &url, &["verify", "-a", "ACME"], 0);
    let extra = key(other.path(), "EXTRA");
    let _ = ends(home, &url, &["verify", "-a", &extra], 3);
    let nobody = live_estate();
    let text = ends(
        home,
        &url,
        &["verify", "-a", &key(nobody.path(), "ACME")],
        1,
    );
    has(&text, &["error account.none: none has account A"]);
}

#[test]
fn an_operator_that_servers_have_otherwise_is_told_with_what_differs() {
    let (folder, server) = served(&newest());
    let (home, url) = (folder.path(), server.url());
    let other = copy_of(home);
    live_at(home, &["edit", "operator", "--tag", "later"]);
    let found = document(home, &url, &["verify"], 3);
    assert_eq!(codes(&found), ["operator.older"]);
    assert!(message(&found, "operator.older").ends_with("(tags: later here alone)"));
    assert!(
        finding(&found, "operator.older")["hint"]
            .as_str()
            .unwrap()
            .starts_with("nkeep generate config --nats-resolver")
    );
    drop(server);
    // Whoever has the older one sees that the server has the newer one.
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let found = document(other.path(), &server.url(), &["verify"], 3);
    assert_eq!(codes(&found), ["operator.newer"]);
    let _ = ends(home, &server.url(), &["verify"], 0);
    // Two that were signed in the same second.
    let second = now() + 20;
    let third = copy_of(home);
    in_a_second(home, second, &["edit", "operator", "--tag", "mine"]);
    in_a_second(
        third.path(),
        second,
        &["edit", "operator", "--tag", "theirs"],
    );
    drop(server);
    config(third.path(), &["--nats-resolver"]);
    let server = Server::start(&newest(), third.path());
    pushed(third.path(), &server.url());
    let found = document(home, &server.url(), &["verify"], 3);
    assert_eq!(codes(&found), ["operator.twin"]);
}

#[test]
fn what_a_server_would_lock_out_when_it_starts_again_is_told_before() {
    let (folder, server) = served(&newest());
    let (home, url) = (folder.path(), server.url());
    live_at(home, &["edit", "operator", "--sk", "generate"]);
    let operator = json(home, &["describe", "operator"]);
    let signing = operator["nats"]["signing_keys"].as_array().unwrap().last();
    let signing = signing.unwrap().as_str().unwrap();
    live_at(
        home,
        &["edit", "account", "ACME", "--tag", "x", "-K", signing],
    );
    let output = at(home, &url, &["push", "-A", "--force"]);
    assert!(output.status.success(), "{output:?}");
    let found = document(home, &url, &["verify"], 3);
    let codes = codes(&found);
    assert!(codes.contains(&"operator.older".to_owned()), "{found}");
    assert_eq!(
        message(&found, "account.untrusted"),
        "it does not trust what signed account \"ACME\""
    );
}

#[test]
fn a_server_of_another_operator_refuses_and_is_told() {
    let (folder, server) = served(&newest());
    let other = live_estate();
    let text = ends(other.path(), &server.url(), &["verify"], 1);
    has(
        &text,
        &["error: the server refuses the login: authorization violation\n"],
    );
    // Beside one that takes us.
    let home = other.path();
    config(home, &["--nats-resolver"]);
    let own = Server::start(&newest(), home);
    pushed(home, &own.url());
    let both = format!("{},{}", server.url(), own.url());
    let found = document(home, &both, &["verify"], 3);
    assert_eq!(codes(&found), ["address.refused"]);
    drop(folder);
}

#[test]
fn another_system_account_is_told() {
    let (folder, server) = served(&newest());
    let (home, url) = (folder.path(), server.url());
    live_at(
        home,
        &[
            "generate",
            "creds",
            "-a",
            "SYS",
            "-n",
            "sys",
            "-o",
            "old.creds",
        ],
    );
    live_at(home, &["add", "account", "NEWSYS"]);
    live_at(home, &["edit", "operator", "--system-account", "NEWSYS"]);
    let found = document(
        home,
        &url,
        &["verify", "-a", "ACME", "--creds", "old.creds"],
        3,
    );
    assert_eq!(codes(&found), ["operator.older", "system_account.other"]);
    has(
        &message(&found, "system_account.other"),
        &[&key(home, "SYS"), &key(home, "NEWSYS")],
    );
}

#[test]
fn a_server_that_goes_by_a_forged_operator_or_an_older_version_than_asserted_is_told() {
    use data_encoding::BASE64URL_NOPAD;
    use nkeep::nkey::{Kind, Seed};

    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let genuine = live_at(home, &["describe", "operator", "--raw"]);
    let genuine = genuine.trim();
    let mut parts = genuine.split('.');
    let header = BASE64URL_NOPAD
        .decode(parts.next().unwrap().as_bytes())
        .unwrap();
    let header = String::from_utf8(header).unwrap();
    let payload = BASE64URL_NOPAD
        .decode(parts.next().unwrap().as_bytes())
        .unwrap();
    let mut payload: Value = serde_json::from_slice(&payload).unwrap();
    let stranger = Seed::generate(Kind::Operator)
        .unwrap()
        .signing_pair()
        .unwrap();
    payload["iss"] = value!(stranger.public().to_string());
    let forged = common::signed(&header, &payload, &stranger);
    let text = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    assert!(text.contains(genuine), "{text}");
    std::fs::write(home.join("nats.conf"), text.replace(genuine, &forged)).unwrap();
    let server = Server::start(&newest(), home);
    pushed(home, &server.url());
    let found = document(home, &server.url(), &["verify"], 3);
    assert_eq!(codes(&found), ["operator.forged"]);
    drop(server);

    // The store has a token of the operator that asserts a version nobody has yet.
    live_at(home, &["export", "keys", "--operator", "--dir", "keys"]);
    let identity = payload["sub"].as_str().unwrap();
    let seed = std::fs::read_dir(home.join("keys")).unwrap();
    let seed = seed.map(|file| file.unwrap().path());
    let seed = seed
        .filter(|path| path.to_string_lossy().contains(identity))
        .find(|path| path.is_file())
        .unwrap();
    let seed = std::fs::read_to_string(seed).unwrap();
    let pair = Seed::parse(seed.trim()).unwrap().signing_pair().unwrap();
    payload["iss"] = payload["sub"].clone();
    payload["iat"] = value!(payload["iat"].as_i64().unwrap() + 1);
    payload["jti"] = value!("ANOTHER");
    payload["nats"]["assert_server_version"] = value!("99.1.2");
    std::fs::write(
        home.join("asserting.jwt"),
        common::signed(&header, &payload, &pair),
    )
    .unwrap();
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    live_at(
        home,
        &["add", "operator", "--url", "asserting.jwt", "--force"],
    );
    let found = document(home, &server.url(), &["verify"], 3);
    assert_eq!(codes(&found), ["operator.older", "server.too_old"]);
    has(
        &message(&found, "server.too_old"),
        &["the operator asserts 99.1.2"],
    );
}

#[test]
fn clocks_are_held_against_each_other() {
    let (folder, server) = served(&newest());
    let (home, url) = (folder.path(), server.url());
    let with_clock = |ahead: i64, args: &[&str]| {
        let mut command = live(home);
        command.args(["verify", "-u", &url]).args(args);
        command.env("NKEEP_TEST_CLOCK", (now() + ahead).to_string());
        let output = command.output().unwrap();
        (output.status.code().unwrap(), printed(&output))
    };
    let (code, text) = with_clock(60, &[]);
    assert_eq!(code, 3, "{text}");
    has(
        &text,
        &[
            "error server.clock: its clock is ",
            " s or more behind this machine's",
        ],
    );
    let (code, text) = with_clock(-60, &[]);
    assert_eq!(code, 3, "{text}");
    has(&text, &[" s or more ahead of this machine's"]);
    let (code, text) = with_clock(60, &["--tolerance", "5m"]);
    assert_eq!(code, 0, "{text}");
}

#[test]
fn of_three_servers_one_is_down() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("cluster"));
        let mut servers = cluster(&version, home, 3);
        let urls: Vec<String> = servers.iter().map(Server::url).collect();
        let output = at(home, &urls[0], &["push", "-A", "--servers", "3"]);
        assert!(output.status.success(), "{output:?}");
        let all = urls.join(",");
        let found = document(home, &all, &["verify", "--connect", "--servers", "3"], 0);
        assert_eq!(found["logins"]["let_in"], 6, "{found}");
        assert_eq!(found["reports"].as_array().unwrap().len(), 3, "{found}");
        // Nobody goes where only a server says that there is another.
        let found = document(
            home,
            &urls[0],
            &["verify", "--connect", "--servers", "3"],
            0,
        );
        assert_eq!(found["logins"]["let_in"], 2, "{found}");
        let unvisited = codes(&found);
        let unvisited = unvisited.iter().filter(|code| *code == "server.no_address");
        assert_eq!(unvisited.count(), 2, "{found}");
        servers.pop().unwrap().stop();
        let args = ["verify", "--servers", "3", "--timeout", "1"];
        let found = document(home, &all, &args, 1);
        assert_eq!(found["different"], 0, "{found}");
        let down = found["reports"].as_array().unwrap().iter();
        let down = down
            .clone()
            .find(|report| report["type"] == "address")
            .unwrap();
        assert_eq!(down["url"], urls[2]);
        has(
            &message(&found, "address.unreachable"),
            &["nobody is there: IO error: Connection refused"],
        );
        assert_eq!(message(&found, "server.silent"), "1 server did not answer");
        let longer = finding(&found, "server.silent")["hint"].to_string();
        has(&longer, &[" --timeout 30  # waits longer"]);
        assert!(!longer.contains("--timeout 1"), "{longer}");
    }
}

#[test]
fn users_get_in_as_the_store_has_it() {
    let (folder, server) = served(&newest());
    let (home, url) = (folder.path(), server.url());
    let add = |args: &[&str]| {
        live_at(home, &[&["add", "user", "-a", "ACME"], args].concat());
    };
    add(&["plain"]);
    add(&["bearer", "--bearer"]);
    add(&["mute", "--deny-pubsub", ">"]);
    add(&["later", "--start", "3d"]);
    add(&["web"]);
    live_at(
        home,
        &[
            "edit",
            "user",
            "web",
            "-a",
            "ACME",
            "--conn-type",
            "WEBSOCKET",
        ],
    );
    add(&["asleep"]);
    // One second of a day, in the zone that the server has.
    let hours = ["--time", "00:00:00-00:00:01"];
    live_at(
        home,
        &[&["edit", "user", "asleep", "-a", "ACME"], &hours[..]].concat(),
    );
    add(&["afar"]);
    live_at(
        home,
        &[
            "edit",
            "user",
            "afar",
            "-a",
            "ACME",
            "--source-network",
            "192.0.2.0/24",
        ],
    );
    in_a_second(
        home,
        now() - 100_000,
        &[
            "add",
            "user",
            "-a",
            "ACME",
            "over",
            "--expiry",
            "1h",
            "--clock-was-wrong",
        ],
    );
    let scope = ["--sk", "generate", "--role", "watcher", "--allow-sub", "x"];
    live_at(
        home,
        &[&["edit", "signing-key", "-a", "ACME"], &scope[..]].concat(),
    );
    add(&["scoped", "-K", "watcher"]);
    add(&["revoked"]);
    pushed(home, &url);
    let args = ["verify", "--connect", "-a", "ACME"];
    let found = document(home, &url, &args, 0);
    // ACME, plain, bearer, mute, scoped, revoked; and later, over.
    assert_eq!(found["logins"]["let_in"], 6, "{found}");
    assert_eq!(found["logins"]["kept_out"], 2, "{found}");
    assert_eq!(
        found["logins"]["untried"],
        value!([{
            "account": "ACME",
            "user": "web",
            "reason": "their connection types are others than those of the addresses",
        }])
    );
    // A server does not say more to whoever it does not let in.
    assert_eq!(
        found["logins"]["unclear"],
        value!([{ "account": "ACME", "user": "afar" }, { "account": "ACME", "user": "asleep" }])
    );
    assert_eq!(found["different"], 0, "{found}");
    // Revoked here, and not there.
    live_at(home, &["revocations", "add-user", "revoked", "-a", "ACME"]);
    let found = document(home, &url, &args, 3);
    assert_eq!(codes(&found), ["account.older ACME", "user.let_in revoked"]);
    has(
        &message(&found, "user.let_in"),
        &["lets it in, and must not: it is revoked"],
    );
    pushed(home, &url);
    let found = document(home, &url, &args, 0);
    assert_eq!(found["logins"]["kept_out"], 3, "{found}");
    let text = ends(home, &url, &args, 0);
    has(
        &text,
        &[
            "nkeep: user \"web\" of \"ACME\" did not try: their connection types",
            "nkeep: users \"afar\" of \"ACME\", \"asleep\" of \"ACME\" were refused, and may come at some times or from some networks alone\n",
        ],
    );
}

#[test]
fn an_account_with_one_connection_has_enough_for_its_users() {
    let (folder, server) = served(&newest());
    let (home, url) = (folder.path(), server.url());
    for name in ["a", "b", "c", "d", "e"] {
        live_at(home, &["add", "user", name, "-a", "ACME"]);
    }
    live_at(home, &["edit", "account", "ACME", "--conns", "1"]);
    pushed(home, &url);
    let args = ["verify", "--connect", "-a", "ACME"];
    let found = document(home, &url, &args, 0);
    assert_eq!(found["logins"]["let_in"], 6, "{found}");
    // Somebody has it.
    let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "a"]);
    let mut client = Client::connect(&server.address, &creds).unwrap();
    let found = document(home, &url, &args, 3);
    assert_eq!(codes(&found).len(), 6, "{found}");
    has(
        &found.to_string(),
        &["maximum account active connections exceeded"],
    );
    client.flush().unwrap();
}

#[test]
fn whoever_may_come_by_websocket_alone_does_so_where_such_an_address_is_given() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "user", "web", "-a", "ACME"]);
    let way = ["--conn-type", "WEBSOCKET"];
    live_at(
        home,
        &[&["edit", "user", "web", "-a", "ACME"], &way[..]].concat(),
    );
    config(home, &["--nats-resolver"]);
    let file = home.join("nats.conf");
    let text = std::fs::read_to_string(&file).unwrap();
    let websocket = "websocket: { listen: \"127.0.0.1:-1\", no_tls: true }\n";
    std::fs::write(&file, format!("{text}{websocket}")).unwrap();
    let server = Server::start(&newest(), home);
    pushed(home, &server.url());
    let args = ["verify", "--connect", "-a", "ACME"];
    let found = document(home, &server.url(), &args, 0);
    assert_eq!(found["logins"]["let_in"], 1, "{found}");
    let both = format!("{},{}", server.url(), server.websocket());
    let found = document(home, &both, &args, 0);
    assert_eq!(found["logins"]["let_in"], 2, "{found}");
    assert_eq!(found["logins"]["untried"], value!([]));
}

/// A zone in which it is noon or a little later, so that no hours of the test go past midnight.
fn zone_of_noon() -> String {
    let hour = now() % 86_400 / 3600;
    match 12 - hour {
        0 => "UTC".to_owned(),
        // Its sign is the other way round.
        ahead @ 1.. => format!("Etc/GMT-{ahead}"),
        behind => format!("Etc/GMT+{}", -behind),
    }
}

/// Within its hours a user has to get in, outside of them it must not.
#[test]
fn users_with_hours_are_held_to_them() {
    let zone = zone_of_noon();
    let [day, night] = ["10:00:00-15:00:00", "01:00:00-02:00:00"]
        .map(|time| ["--time", time, "--locale", &zone].map(str::to_owned));
    for version in versions() {
        let (folder, server) = served(&version);
        let (home, url) = (folder.path(), server.url());
        let edit = |what: &[&str], hours: &[String]| {
            let hours: Vec<&str> = hours.iter().map(String::as_str).collect();
            live_at(home, &[&["edit"], what, &["-a", "ACME"], &hours].concat());
        };
        for (name, hours) in [("early", &day), ("late", &night)] {
            live_at(home, &["add", "user", name, "-a", "ACME"]);
            edit(&["user", name], hours);
        }
        let scope = ["--sk", "generate", "--role", "watcher", "--allow-sub", "x"];
        edit(&["signing-key"], &scope.map(str::to_owned));
        live_at(
            home,
            &["add", "user", "scoped", "-a", "ACME", "-K", "watcher"],
        );
        pushed(home, &url);
        let args = ["verify", "--connect", "-a", "ACME"];
        let found = document(home, &url, &args, 0);
        assert_eq!(found["logins"]["let_in"], 3, "{version:?}: {found}");
        assert_eq!(found["logins"]["kept_out"], 1, "{found}");
        assert_eq!(found["logins"]["unclear"], value!([]), "{found}");
        let out = value!([{ "account": "ACME", "user": "late" }]);
        assert_eq!(found["logins"]["out_of_hours"], out, "{found}");
        let text = ends(home, &url, &args, 0);
        has(
            &text,
            &["nkeep: user \"late\" of \"ACME\" was refused as it is not the time"],
        );
        // Revoked there, and not here: that it has hours is no excuse.
        let other = copy_of(home);
        live_at(
            other.path(),
            &["revocations", "add-user", "early", "-a", "ACME"],
        );
        pushed(other.path(), &url);
        let found = document(home, &url, &args, 3);
        assert!(
            codes(&found).contains(&"user.refused early".to_owned()),
            "{found}"
        );
        let _ = ends(home, &url, &["push", "-a", "ACME", "--force"], 0);
        // Hours that servers do not know of yet.
        edit(&["signing-key", "watcher"], &night);
        let found = document(home, &url, &args, 3);
        assert!(
            codes(&found).contains(&"user.let_in scoped".to_owned()),
            "{found}"
        );
        has(
            &message(&found, "user.let_in"),
            &["lets it in, and must not: it may come from \"01:00:00\" to \"02:00:00\" "],
        );
    }
}

/// What it asserts keeps servers from starting that are older.
#[test]
fn a_version_is_asserted_and_taken_back() {
    let folder = live_estate();
    let home = folder.path();
    let oldest = versions().remove(0);
    let asserts = |version: &str| {
        let edit = ["edit", "operator", "--assert-server-version", version];
        live_at(home, &edit);
        config(home, &["--nats-resolver"]);
    };
    let asserted =
        || json(home, &["describe", "operator"])["nats"]["assert_server_version"].clone();
    config(home, &["--nats-resolver"]);
    let server = Server::start(&oldest, home);
    let url = server.url();
    pushed(home, &url);
    let found = document(home, &url, &["verify"], 0);
    // What would keep this server from starting again is no help.
    assert_eq!(finding(&found, "server.advisories")["hint"], Value::Null);
    let of_server = found["servers"][0]["advisories"].as_array().unwrap();
    assert!(
        of_server.iter().any(|one| one["id"] == "CVE-2026-33249"),
        "{found}"
    );
    asserts("2.12.0");
    assert_eq!(asserted(), "2.12.0");
    let found = document(home, &url, &["verify"], 3);
    let too_old = finding(&found, "server.too_old");
    has(
        too_old["hint"].as_str().unwrap(),
        &["nkeep edit operator --rm-assert-server-version"],
    );
    // What is asserted is never to be lowered, nor what no server is.
    asserts("2.14.0");
    let found = document(home, &url, &["verify"], 3);
    let all = found["servers"][0].to_string() + &found["reports"].to_string();
    assert!(!all.contains("--assert-server-version 2.12"), "{all}");
    let warned = |version: &str| {
        let edit = ["edit", "operator", "--assert-server-version", version];
        let output = live(home).args(edit).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        common::refusal::said(&output)
    };
    let warnings = [
        ("2.14.0", ""),
        ("2.12.0", "warning: the operator asserted 2.14.0: "),
        ("2.12.1", ""),
        (
            "9.0.0",
            "warning: 9.0.0 is later than any server that is known here",
        ),
        ("2.12.0", "warning: the operator asserted 9.0.0: "),
    ];
    for (version, warning) in warnings {
        let text = warned(version);
        match warning.is_empty() {
            true => assert!(!text.contains("warning"), "{version}: {text}"),
            false => has(&text, &[warning]),
        }
    }
    config(home, &["--nats-resolver"]);
    drop(server);
    assert!(Server::try_start(&oldest, home).is_err());
    drop(Server::start(&newest(), home));
    for wrong in ["2.12", "v2.12.0", "2.12.0-beta", "", "2.-1.0", "+2.1.0"] {
        let output = live(home)
            .args(["edit", "operator", "--assert-server-version", wrong])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{wrong}: {output:?}");
    }
    // Nor is it to be taken back without a word; where there is none, nothing is.
    let removed = || {
        let edit = ["edit", "operator", "--rm-assert-server-version"];
        let output = live(home).args(edit).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        common::refusal::said(&output)
    };
    let lower = "warning: the operator asserted 2.12.0: without that, older servers start";
    has(&removed(), &[lower]);
    assert_eq!(asserted(), Value::Null);
    assert!(!removed().contains("warning"));
    config(home, &["--nats-resolver"]);
    drop(Server::start(&oldest, home));
}
