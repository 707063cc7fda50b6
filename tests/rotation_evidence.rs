//! What counts as evidence: which servers there are is not talked down, a server that was started again is not two, and what was
//! said of one server in several files is one.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::said;
use common::{at_home, nkeep_at};
use nkeep::nkey::{Kind, Seed};
use serde_json::{Value, json};

const IDS: [&str; 3] = [
    "NDPDYJRG3BXUYVSBG24S6S3KFK3SBZBRTDZEQPDOS5OSZNHKHJRNOPEA",
    "NBIH5UWS5DWO5425LAGCS3VEHRWBA7PYN3OI3FUORTKJNG2XOPGLVHKD",
    "NCUPWLOD6SJUX5TQCP7FOKQ7LWEEDYLWQDIEKS7RYLPEP5H3R5Q6TQVM",
];

/// A page of a server that was started with the operator as it is.
fn varz(home: &Path, file: &str, id: &str, name: &str) {
    let token = at_home(home, &["describe", "operator", "--raw"]);
    let page = json!({
        "server_id": id, "server_name": name, "version": "2.12.1", "now": "2026-11-20T18:39:58Z",
        "max_payload": 1_048_576, "config_load_time": "2026-11-20T18:30:00Z", "trusted_operators_jwt": [token.trim()],
    });
    std::fs::write(home.join(file), page.to_string()).unwrap();
}

fn begun(servers: &str) -> tempfile::TempDir {
    let folder = common::estate();
    let start = [
        "rotate",
        "start",
        "operator-signing-key",
        "--servers",
        servers,
    ];
    at_home(folder.path(), &start);
    folder
}

/// What it says, which ends so.
fn ends(home: &Path, args: &[&str], code: i32) -> String {
    let output = nkeep_at(home).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
    said(&output)
}

#[test]
fn a_server_without_a_name_that_is_started_again_is_not_two() {
    let folder = begun("2");
    let home = folder.path();
    varz(home, "before.json", IDS[0], IDS[0]);
    varz(home, "after.json", IDS[1], IDS[1]);
    at_home(
        home,
        &["rotate", "evidence", "import", "before.json", "after.json"],
    );
    let text = ends(home, &["rotate", "next"], 6);
    assert!(
        text.contains("nothing is known of 2 of 2 servers"),
        "{text}"
    );
    // With names they are two.
    varz(home, "a.json", IDS[0], "a");
    varz(home, "b.json", IDS[1], "b");
    at_home(home, &["rotate", "evidence", "import", "a.json", "b.json"]);
    at_home(home, &["rotate", "next"]);
}

#[test]
fn one_that_was_started_again_is_what_it_is_now() {
    let folder = begun("2");
    let home = folder.path();
    varz(home, "a.json", IDS[0], "a");
    varz(home, "b.json", IDS[1], "b");
    varz(home, "again.json", IDS[2], "b");
    for file in ["a.json", "b.json", "again.json"] {
        at_home(home, &["rotate", "evidence", "import", file]);
    }
    let status = at_home(home, &["rotate", "status", "--json"]);
    let status: Value = serde_json::from_str(&status).unwrap();
    let ids: Vec<&str> = (status["evidence"].as_array().unwrap().iter())
        .map(|record| record["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, [IDS[0], IDS[2]]);
}

#[test]
fn that_there_are_fewer_servers_has_its_reason() {
    for (declared, fewer) in [("3", "2"), ("a,b,c", "a,b"), ("a,b,c", "2"), ("3", "a,b")] {
        let folder = begun(declared);
        let home = folder.path();
        varz(home, "a.json", IDS[0], "a");
        varz(home, "b.json", IDS[1], "b");
        let import = [
            "rotate",
            "evidence",
            "import",
            "a.json",
            "b.json",
            "--servers",
            fewer,
        ];
        let text = ends(home, &import, 1);
        assert!(
            text.contains("a server that nobody asks has not agreed"),
            "{text}"
        );
        assert!(text.contains("--reason"), "{text}");
        ends(home, &["rotate", "next"], 6);
        let reason = [&import[..], &["--reason", "c burnt down in Strasbourg"]].concat();
        at_home(home, &reason);
        at_home(home, &["rotate", "next"]);
        let report = at_home(home, &["rotate", "report"]);
        assert!(report.contains("c burnt down in Strasbourg"), "{report}");
    }
    // More of them, or names for as many, need none.
    let folder = begun("2");
    varz(folder.path(), "a.json", IDS[0], "a");
    let import = ["rotate", "evidence", "import", "a.json", "--servers"];
    at_home(folder.path(), &[&import[..], &["a,b"]].concat());
    at_home(folder.path(), &[&import[..], &["2"]].concat());
    at_home(folder.path(), &[&import[..], &["a,b,c"]].concat());
}

#[test]
fn what_several_files_say_of_one_server_is_one() {
    let folder = begun("1");
    let home = folder.path();
    varz(home, "varz.json", IDS[0], "a");
    // Such a page names the server by its identity alone.
    let described = at_home(home, &["describe", "account", "SYS", "--json"]);
    let described: Value = serde_json::from_str(&described).unwrap();
    let token = at_home(home, &["describe", "account", "SYS", "--raw"]);
    let accounts = json!({
        "server_id": IDS[0], "now": "2026-11-20T18:39:59Z",
        "account_detail": { "account_name": described["sub"], "jwt": token.trim() },
    });
    std::fs::write(home.join("accountz.json"), accounts.to_string()).unwrap();
    at_home(home, &["rotate", "evidence", "import", "varz.json"]);
    at_home(home, &["rotate", "evidence", "import", "accountz.json"]);
    let status = at_home(home, &["rotate", "status", "--json"]);
    let status: Value = serde_json::from_str(&status).unwrap();
    let evidence = status["evidence"].as_array().unwrap();
    assert_eq!(evidence.len(), 1, "{evidence:?}");
    assert_eq!(evidence[0]["server"], "a");
    at_home(home, &["rotate", "next"]);
}

#[test]
fn what_is_about_nobody_any_more_can_be_ended() {
    let folder = common::estate();
    let home = folder.path();
    at_home(home, &["add", "account", "SHOP"]);
    at_home(home, &["edit", "account", "SHOP", "--sk", "generate"]);
    let start = [
        "rotate",
        "start",
        "account-signing-key",
        "-a",
        "SHOP",
        "--servers",
        "1",
    ];
    at_home(home, &start);
    at_home(home, &["delete", "account", "SHOP", "--force"]);
    at_home(home, &["rotate", "abort"]);
    let list = at_home(home, &["rotate", "list"]);
    assert!(list.contains("aborted"), "{list}");
    at_home(home, &["audit", "verify"]);
}

#[test]
fn a_new_key_has_its_seed_in_the_store() {
    let folder = common::estate();
    let key = Seed::generate(Kind::Operator).unwrap().public().to_string();
    let start = [
        "rotate",
        "start",
        "operator-signing-key",
        "--servers",
        "1",
        "--new",
        &key,
    ];
    let text = ends(folder.path(), &start, 1);
    assert!(text.contains("it could sign nothing"), "{text}");
}
