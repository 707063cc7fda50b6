//! `describe --tree`: who signed whom, and what the store has of their keys.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run};
use common::terminal::exit_code;
use common::{at_home, fixture, nkeep_at};
use expectrl::{Eof, Expect as _, Session};
use serde_json::Value;

/// Operators ALPHA and BRAVO of nsc's.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    at_home(
        home.path(),
        &["store", "init", "--new-identity", "identity.txt"],
    );
    fixture("nsc-store", home.path());
    at_home(home.path(), &["import", "nsc", "nsc-store"]);
    home
}

const WHOLE: [&str; 4] = ["describe", "operator", "ALPHA", "--tree"];

/// Who is above each line that begins with that, by how far it is moved in.
fn above(tree: &str, line: &str) -> Vec<String> {
    let lines: Vec<(usize, String)> = tree
        .lines()
        .map(|line| {
            let words = line.trim_start_matches(['|', '`', '-', ' ']);
            (line.len() - words.len(), words.to_owned())
        })
        .collect();
    let at = lines
        .iter()
        .position(|(_, words)| words.starts_with(line))
        .unwrap();
    let mut depth = lines[at].0;
    let mut found = Vec::new();
    for (inner, words) in lines[..at].iter().rev() {
        if *inner < depth {
            depth = *inner;
            found.push(words.split("  ").next().unwrap().to_owned());
        }
    }
    found
}

#[test]
fn each_hangs_on_the_key_that_signed_it() {
    let home = home();
    let home = home.path();
    let tree = at_home(home, &WHOLE);
    let by = "signing key ODMAH2NZEQYIPHX7Z6D54ZQXAKNOODPSEDABO6QJ7RAHW62YFFKY43ZH";
    assert_eq!(
        above(&tree, "user dev-bearer"),
        ["account EDGE", by, "operator ALPHA"]
    );
    assert_eq!(above(&tree, "account ORDERS"), ["operator ALPHA"]);
    let scoped = "signing key AAZZPGB266VF3BOWSDZXHHCW66SB2WPJH2BQBYMSBDNB26GY5DNIPPFI";
    assert_eq!(
        above(&tree, "user order-writer"),
        [scoped, "account ORDERS", "operator ALPHA"]
    );
    assert!(tree.contains(&format!(
        "{scoped}  role writer  seed in the store (account-signing)"
    )));
    assert!(tree.contains("(account-identity)  expires 2099-12-31 00:00:00 UTC (in 73 years)"));
    assert!(tree.contains("! it is revoked: "), "{tree}");
    assert!(!tree.contains("BRAVO"), "{tree}");

    let account = [
        "describe",
        "account",
        "BILLING",
        "--operator",
        "ALPHA",
        "--tree",
    ];
    let account = at_home(home, &account);
    assert!(
        account.contains("bill-app") && !account.contains("ORDERS"),
        "{account}"
    );
    // Who is not trusted is drawn, and the exit code says so, as without --tree.
    let user = [
        "describe",
        "user",
        "dev-revoked",
        "-a",
        "EDGE",
        "--operator",
        "ALPHA",
        "--tree",
    ];
    let output = run(home, &user);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let drawn = String::from_utf8(output.stdout).unwrap();
    assert_eq!(drawn.lines().count(), 5, "{drawn}");
    refused(home, &[&WHOLE[..], &["--raw"]].concat(), 2, "--raw");
    refused(home, &[&WHOLE[..], &["-F", "name"]].concat(), 2, "--field");
}

fn named<'a>(list: &'a Value, name: &str) -> &'a Value {
    let mut list = list.as_array().unwrap().iter();
    list.find(|one| one["name"] == name).unwrap()
}

#[test]
fn the_document_says_the_same() {
    let home = home();
    let home = home.path();
    let document = json(home, &WHOLE);
    assert_eq!(document["kind"], "chain");
    let operator = &document["operator"];
    assert_eq!(
        (&operator["signed_by"], &operator["sealed"]),
        (&"itself".into(), &true.into())
    );
    let edge = named(&operator["accounts"], "EDGE");
    assert_eq!(edge["signed_by"], "signing-key");
    let revoked = named(&edge["users"], "dev-revoked");
    assert_eq!(revoked["trusted"], false);
    assert_eq!(revoked["code"], "chain.revoked");
    let orders = named(&operator["accounts"], "ORDERS");
    assert_eq!(orders["expires"], 4_102_358_400_i64);
    let roles: Vec<&Value> = orders["signing_keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| &key["role"])
        .collect();
    assert_eq!(
        roles,
        ["writer".into(), "reader".into(), Value::Null]
            .iter()
            .collect::<Vec<_>>()
    );
    assert!(!document.to_string().contains("BRAVO"));
}

#[test]
fn retired_keys_and_seeds_that_are_elsewhere_are_seen() {
    let home = common::estate();
    let home = home.path();
    let far = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
    at_home(home, &["add", "user", "far", "-a", "ACME", "-k", far]);
    // A later token comes from a copy that has no such key: the key is in the store, and no token names it.
    at_home(home, &["add", "account", "B"]);
    at_home(home, &["edit", "account", "B", "--sk", "generate"]);
    let copy = tempfile::tempdir().unwrap();
    let store = common::refusal::store_of(copy.path());
    std::fs::create_dir_all(store.parent().unwrap()).unwrap();
    std::fs::copy(common::refusal::store_of(home), store).unwrap();
    std::fs::copy(home.join("identity.txt"), copy.path().join("identity.txt")).unwrap();
    for tag in ["later", "later-still"] {
        at_home(copy.path(), &["edit", "account", "B", "--tag", tag]);
    }
    let token = at_home(copy.path(), &["describe", "account", "B", "--raw"]);
    std::fs::write(home.join("later.jwt"), token).unwrap();
    at_home(home, &["edit", "account", "B", "--sk", "generate"]);
    at_home(
        home,
        &["import", "account", "-j", "later.jwt", "--overwrite"],
    );
    let tree = ["describe", "account", "ACME", "--tree"];
    let drawn = at_home(home, &tree);
    assert!(
        drawn.contains(&format!("user far  {far}  no seed (user)")),
        "{drawn}"
    );
    let tree = ["describe", "account", "B", "--tree"];
    let drawn = at_home(home, &tree);
    assert!(drawn.contains("(account-signing)  ! retired: "), "{drawn}");
    let document = json(home, &tree);
    let keys = document["operator"]["accounts"][0]["signing_keys"]
        .as_array()
        .unwrap();
    let retired: Vec<bool> = keys
        .iter()
        .map(|key| key["retired"].as_bool().unwrap())
        .collect();
    assert_eq!(retired, [false, true]);
}

/// What a person sees at a terminal of so many columns.
fn seen(home: &Path, args: &[&str], columns: &str) -> String {
    let mut command = nkeep_at(home);
    command
        .args(args)
        .env("COLUMNS", columns)
        .env("LANG", "C.UTF-8");
    let mut session = Session::spawn(command).unwrap();
    let output = session.expect(Eof).unwrap();
    let text = String::from_utf8(output.as_bytes().to_vec()).unwrap();
    assert_eq!(exit_code(&session), 0, "{text}");
    text.replace('\r', "")
}

#[test]
fn a_tree_fits_the_terminal() {
    let home = home();
    let home = home.path();
    for (columns, shortened) in [(80, true), (200, false)] {
        let text = seen(home, &WHOLE, &columns.to_string());
        for line in text.lines() {
            assert!(line.chars().count() <= columns, "{columns}: {line}");
        }
        assert_eq!(text.contains("ODMAH2NZ..43ZH"), shortened, "{text}");
        assert!(text.contains("└─ account Ünïcode Acct 日本"), "{text}");
    }
    // Elsewhere a line is a line, in letters that every locale has.
    let plain = at_home(home, &WHOLE);
    assert_eq!(
        plain.lines().filter(|line| line.contains("user ")).count(),
        11
    );
    assert!(
        plain.contains("|- account AUTHX") && !plain.contains('─'),
        "{plain}"
    );
    let mut command = nkeep_at(home);
    command
        .args(WHOLE)
        .env("LC_ALL", "en_US.utf8")
        .env("LANG", "C");
    let output = command.output().unwrap();
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("├─ account AUTHX")
    );
}
