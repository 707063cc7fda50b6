#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};

use super::*;
use crate::jwt::MAX_TOKEN_LEN;
use crate::nkey::Seed;

/// Half a minute after all that is in the files.
const NOW: UnixSeconds = 1_795_200_000;
const TAKEN: &str = "2026-11-20T18:39:30.123456789Z";
const SERVER: &str = "NONE";

fn account() -> String {
    Seed::generate(Kind::Account).unwrap().public().to_string()
}

fn varz(tokens: &[&str]) -> Value {
    json!({
        "server_id": SERVER, "server_name": "n1", "now": TAKEN, "config_load_time": TAKEN, "max_payload": 1,
        "connections": 7, "trusted_operators_jwt": tokens,
    })
}

fn accountz(account: &str, token: &str, clients: u64) -> Value {
    json!({ "server_id": SERVER, "now": TAKEN, "account_detail": {
        "account_name": account, "jwt": token, "client_connections": clients, "leafnode_connections": 0,
    } })
}

fn connz(connections: &[Value]) -> Value {
    json!({
        "server_id": SERVER, "now": TAKEN, "num_connections": connections.len(), "total": connections.len(),
        "offset": 0, "limit": 1024, "connections": connections,
    })
}

fn connection(number: u64, account: &str) -> Value {
    json!({ "cid": number, "kind": "Client", "account": account, "authorized_user": "U", "issuer_key": "K", "name": "c" })
}

fn read_one(bytes: &[u8]) -> Result<Vec<Observed>, FileError> {
    let name = "file.json";
    read(&[File { name, bytes }], NOW)
}

/// What those documents say, one after another.
fn said(documents: &[Value]) -> Result<Vec<Observed>, FileError> {
    let texts: Vec<String> = documents.iter().map(Value::to_string).collect();
    read_one(texts.join("\n").as_bytes())
}

fn why(documents: &[Value]) -> String {
    said(documents).unwrap_err().to_string()
}

/// A document in which one field is otherwise.
fn with(mut document: Value, field: &str, value: Value) -> Value {
    document[field] = value;
    document
}

#[test]
fn documents_of_one_server_are_seen_together_however_they_stand_in_the_file() {
    let account = account();
    let documents = [
        varz(&["one", "other"]),
        accountz(&account, "token", 1),
        connz(&[connection(3, &account), connection(4, "other")]),
    ];
    let seen = said(&documents).unwrap();
    let [server] = &seen[..] else {
        panic!("{seen:?}")
    };
    assert_eq!((&*server.id, &*server.name), (SERVER, "n1"));
    assert_eq!(server.operators, Some(vec!["one".into(), "other".into()]));
    assert_eq!(server.accounts[&account], ["token"]);
    assert_eq!(server.connections_of(&account).unwrap().len(), 1);
    // Of the other account nothing says how many there are.
    assert_eq!(server.connections_of("other"), None);
    assert_eq!((server.keeps, server.absent.len()), (None, 0));

    let list = json!(documents).to_string();
    let listed = read_one(list.as_bytes()).unwrap();
    assert_eq!(
        listed[0].raw_sha256,
        HEXLOWER.encode(&Sha256::digest(&list))
    );
    let marked = read_one(format!("\u{feff}{list}").as_bytes()).unwrap();
    let bare = |seen: &[Observed]| Observed {
        raw_sha256: String::new(),
        ..seen[0].clone()
    };
    assert_eq!(bare(&listed), bare(&seen));
    assert_eq!(bare(&marked), bare(&seen));
    let answers =
        documents.map(|data| json!({ "server": { "id": SERVER, "name": "n1" }, "data": data }));
    assert_eq!(bare(&said(&answers).unwrap()), bare(&seen));
}

#[test]
fn the_oldest_time_counts_and_none_that_is_yet_to_come() {
    let at = |time: &str| with(varz(&[]), "now", json!(time));
    let time = |documents: &[Value]| said(documents).map(|seen| seen[0].time);
    assert_eq!(
        time(&[varz(&[]), at("2026-11-20T18:00:00Z")]),
        Ok(NOW - 2400)
    );
    // A clock that is a little ahead makes nothing fresher.
    assert_eq!(time(&[at("2026-11-20T18:41:00Z")]), Ok(NOW));
    let future = why(&[at("2026-11-21T18:41:00Z")]);
    assert!(future.contains("a clock is wrong"), "{future}");
    for none in [
        json!(""),
        json!("yesterday"),
        json!("-9999-01-01T00:00:00Z"),
    ] {
        assert!(
            why(&[with(varz(&[]), "now", none.clone())]).contains("does not say when"),
            "{none}"
        );
    }
}

#[test]
fn what_is_only_a_part_is_refused_with_the_command_that_shows_all() {
    let account = account();
    let page = connz(&[connection(1, &account)]);
    let first = said(&[with(page.clone(), "total", json!(5))]).unwrap_err();
    assert_eq!(
        first.to_string(),
        "\"file.json\": it shows 1 of 5 connections, and the others may be any"
    );
    assert!(
        first.hint().unwrap().contains("limit=10"),
        "{:?}",
        first.hint()
    );
    for (field, value) in [("offset", json!(1)), ("num_connections", json!(2))] {
        let part = said(&[with(page.clone(), field, value)]).unwrap_err();
        assert!(matches!(part.why, Why::Part { .. }), "{part}");
    }
    // The same twice is one, and of one who is counted nothing else is known.
    let one = connection(1, &account);
    let counted = accountz(&account, "token", 2);
    let differ = said(&[counted.clone(), connz(&[one.clone(), one])]).unwrap_err();
    assert!(
        matches!(differ.why, Why::Differ { counted: 2, .. }),
        "{differ}"
    );
    assert!(differ.hint().unwrap().contains(&account));
    let others = said(&[counted, connz(&[connection(1, "other")])]).unwrap();
    assert_eq!(others[0].connections_of(&account), None);
    let ended = with(connection(1, &account), "stop", json!(TAKEN));
    assert!(why(&[connz(&[ended])]).contains("have ended"));
    let anonymous = with(connection(1, &account), "account", json!(""));
    assert!(
        why(&[connz(std::slice::from_ref(&anonymous))]).contains("does not say who is connected")
    );
    // Among others there may be one who has not logged in yet.
    said(&[connz(&[anonymous, connection(2, &account)])]).unwrap();
}

#[test]
fn an_account_that_a_server_does_not_use_has_nobody_there() {
    let account = account();
    let answer = |words: &str| {
        json!({ "server": { "id": SERVER, "name": "n1", "time": TAKEN },
            "error": { "code": 500, "description": words } })
    };
    let seen = said(&[answer(&format!("Account {account} does not exist"))]).unwrap();
    assert_eq!(seen[0].connections_of(&account), Some(vec![]));
    assert_eq!(seen[0].accounts.len(), 0);
    // That it keeps none, it does not say.
    assert_eq!(seen[0].absent.len(), 0);
    for words in ["Account X does not exist", "not now", ""] {
        assert!(
            why(&[answer(words)]).contains("answered with an error"),
            "{words}"
        );
    }
    let unasked = said(&[accountz(&account, "token", 1)]).unwrap();
    assert_eq!(unasked[0].connections_of(&account), None);
    let nobody = said(&[accountz(&account, "token", 0)]).unwrap();
    assert_eq!(nobody[0].connections_of(&account), Some(vec![]));
}

#[test]
fn a_leaf_node_that_goes_out_is_counted_and_is_nobody() {
    let account = account();
    let out = json!({ "cid": 2, "kind": "Leafnode", "account": account });
    let unknown = json!({ "cid": 3, "kind": "Client", "account": account });
    let seen = said(&[accountz(&account, "token", 2), connz(&[out, unknown])]).unwrap();
    let connections = seen[0].connections_of(&account).unwrap();
    assert_eq!(connections.len(), 1);
    assert_eq!(connections[0].issuer, "");
}

#[test]
fn what_is_something_else_is_refused_by_its_name() {
    let server = json!({ "id": SERVER });
    let of = |field: &str| json!({ "server_id": SERVER, "now": TAKEN, field: [] });
    for (document, what) in [
        (
            json!({ "cid": 1, "account": "A", "server": server }),
            "a report of connections",
        ),
        (of("accounts"), "a list of accounts"),
        (json!({ "server": server, "statsz": {} }), "a statistic"),
        (of("num_routes"), "a list of routes"),
        (of("leafnodes"), "a list of leaf nodes"),
        (
            json!({ "server": server, "data": of("memory") }),
            "JetStream",
        ),
    ] {
        let error = said(&[varz(&[]), document]).unwrap_err();
        assert_eq!(error.document, Some(2));
        assert!(error.to_string().contains(what), "{error}");
        assert!(error.hint().is_some());
    }
    for bytes in ["{}", "1", "\"a\"", "null", "[[]]", "[1]", "{\"server\":{}}"] {
        let error = read_one(bytes.as_bytes()).unwrap_err();
        assert_eq!(error.why, Why::Unknown, "{bytes}");
    }
    for bytes in ["", " \n", "[]"] {
        assert_eq!(
            read_one(bytes.as_bytes()).unwrap_err().why,
            Why::Empty,
            "{bytes:?}"
        );
    }
}

#[test]
fn nobody_is_taken_for_another() {
    let account = account();
    let answer = json!({ "server": { "id": "OTHER" }, "data": varz(&[]) });
    assert!(why(&[answer]).contains("server \"OTHER\" says it, and of server \"NONE\""));
    assert!(why(&[with(varz(&[]), "server_id", json!(""))]).contains("which server"));
    assert!(why(&[varz(&["one"]), varz(&["other"])]).contains("two different lists"));
    let both = [accountz(&account, "one", 0), accountz(&account, "other", 0)];
    assert_eq!(said(&both).unwrap()[0].accounts[&account], ["one", "other"]);
    for name in ["", "$G", "SYS", "UNONE"] {
        assert!(
            why(&[accountz(name, "token", 0)]).contains("none of an operator"),
            "{name}"
        );
    }
    assert!(why(&[accountz(&account, "", 0)]).contains("has no token there"));
    let two = [varz(&[]), with(varz(&[]), "server_id", json!("OTHER"))];
    assert_eq!(said(&two).unwrap().len(), 2);
}

#[test]
fn hostile_files_are_refused_and_no_name_is_longer_than_anybody_reads() {
    let deep = "[".repeat(1 << 20);
    let nested = format!("{{\"server_id\":{}", "{\"a\":".repeat(1 << 18));
    let twice = format!(
        "{{\"now\":\"{TAKEN}\",\"server_id\":\"A\",\"server_id\":\"B\",\"max_payload\":1,\"config_load_time\":1}}"
    );
    for bytes in [
        deep.as_bytes(),
        nested.as_bytes(),
        twice.as_bytes(),
        b"\xff\xfe{\0}\0",
        b"{\"a\":\"\xff\"}",
        b"{\"server_id\":7,\"max_payload\":1,\"config_load_time\":1}",
        b"Account A does not exist",
    ] {
        let error = read_one(bytes).unwrap_err();
        assert!(matches!(error.why, Why::Unreadable(_)), "{error}");
        assert!(error.to_string().len() < 500);
    }
    let deep = format!("{{\"x\":{}1{}}}", "[".repeat(1 << 16), "]".repeat(1 << 16));
    assert_eq!(read_one(deep.as_bytes()).unwrap_err().why, Why::Unknown);
    let long = "n".repeat(MAX_TOKEN_LEN + 1);
    let named = with(varz(&[&long]), "server_name", json!(long));
    let seen = said(&[named]).unwrap();
    assert!(seen[0].name.len() < 400);
    assert_eq!(seen[0].operators.as_ref().unwrap(), &["?"], "it is kept");
    let large = vec![b' '; LONGEST + 1];
    assert_eq!(read_one(&large).unwrap_err().why, Why::TooLong);
}
