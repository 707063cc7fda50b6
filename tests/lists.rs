//! Lists: nsc's flags, what a terminal of so many columns shows, and what a script reads.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, said, with_identity};
use common::terminal::exit_code;
use common::{at_home, fixture, nkeep_at, unselect};
use expectrl::{Eof, Expect as _, Session};
use nkeep::nkey::Seed;

/// Operators ALPHA and BRAVO of nsc's; ALPHA is selected.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    at_home(
        home.path(),
        &["store", "init", "--new-identity", "identity.txt"],
    );
    fixture("nsc-store", home.path());
    at_home(home.path(), &["import", "nsc", "nsc-store"]);
    at_home(home.path(), &["select", "operator", "ALPHA"]);
    home
}

/// Owners and kinds of the keys that those flags list.
fn keys(home: &Path, flags: &[&str]) -> Vec<(String, String)> {
    let document = json(home, &[&["list", "keys"], flags].concat());
    let text = |key: &serde_json::Value, field: &str| key[field].as_str().unwrap().to_owned();
    let keys = document["keys"].as_array().unwrap();
    keys.iter()
        .map(|key| (text(key, "owner"), text(key, "public_key")[..1].to_owned()))
        .collect()
}

fn kinds(home: &Path, flags: &[&str]) -> String {
    let mut kinds: Vec<String> = keys(home, flags)
        .into_iter()
        .map(|(_, kind)| kind)
        .collect();
    kinds.sort();
    kinds.concat()
}

#[test]
fn the_flags_of_nsc_mean_what_they_mean_there() {
    let home = home();
    let home = home.path();
    assert_eq!(kinds(home, &["-o"]), "OOO");
    assert_eq!(kinds(home, &["--operator", "--curve"]), "OOOX");
    assert_eq!(kinds(home, &["-x"]), "X");
    assert_eq!(kinds(home, &["-a", "--account", "ORDERS"]), "AAAA");
    assert_eq!(kinds(home, &["-u", "--account", "ORDERS"]), "UUUU");
    assert_eq!(kinds(home, &["--account", "BILLING"]), "AAOOOUU");
    assert_eq!(kinds(home, &["-u", "--user", "order-SVC"]), "U");
    assert_eq!(kinds(home, &["-A"]).replace(['A', 'U'], ""), "OOOX");
    // What belongs to the other operator is no stray.
    let before = kinds(home, &["--not-referenced"]);
    assert_eq!(kinds(home, &["--not-referenced", "-o"]), "");
    at_home(home, &["generate", "nkey", "-o", "-u", "-S"]);
    assert_eq!(kinds(home, &["--not-referenced", "-o"]), "O");
    assert_eq!(kinds(home, &["--not-referenced"]).len(), before.len() + 2);
    for (owner, _) in keys(home, &["--not-referenced"]) {
        assert_eq!(owner, "");
    }
    assert_eq!(kinds(home, &["-A", "-f", "vumgbb"]), "X");
    // Of everything, of both operators, and the store's own keys, where nothing is asked for.
    assert!(
        keys(home, &[]).len() > keys(home, &["-A"]).len() + keys(home, &["--not-referenced"]).len()
    );
    // Nothing is selected by listing.
    at_home(home, &["list", "users", "-o", "BRAVO", "-a", "STRICT-A"]);
    let accounts = json(home, &["list", "accounts"]);
    assert_eq!(accounts["accounts"].as_array().unwrap().len(), 6);
    let accounts = json(home, &["list", "accounts", "-o", "BRAVO"]);
    assert_eq!(accounts["accounts"].as_array().unwrap().len(), 3);
    refused(
        home,
        &["list", "keys", "--account", "NO"],
        1,
        "no account \"NO\"",
    );
    let why = refused(home, &["list", "keys", "--user", "NO"], 1, "no user \"NO\"");
    assert!(why.contains("hint: nkeep list keys --users\n"), "{why}");
    refused(
        home,
        &["list", "keys", "-S", "--not-referenced"],
        2,
        "--not-referenced",
    );
    refused(home, &["list", "keys", "--reveal"], 2, "--show-seeds");
    refused(home, &["list", "users", "-a", "NO"], 1, "no account \"NO\"");
    refused(
        home,
        &["list", "accounts", "-o", "NO"],
        1,
        "no operator \"NO\"",
    );
    unselect(home);
    refused(home, &["list", "keys", "-o"], 2, "ALPHA, BRAVO");
}

/// What a terminal of so many columns shows, and the exit code.
fn seen(home: &Path, args: &[&str], columns: usize) -> (String, i32) {
    let mut command = nkeep_at(home);
    command.args(args).env("COLUMNS", columns.to_string());
    let mut session = Session::spawn(command).unwrap();
    let output = session.expect(Eof).unwrap();
    let text = String::from_utf8(output.as_bytes().to_vec()).unwrap();
    (text.replace('\r', ""), exit_code(&session))
}

#[test]
fn lists_fit_the_terminal_and_are_whole_elsewhere() {
    let home = home();
    let home = home.path();
    let key = "ACRDOW5PJQAMEONXMRXIFEVEKKI3YTBXFPX23FZM2HNWI4GBMZA2UHEB";
    for args in [
        &["list", "operators"][..],
        &["list", "accounts"],
        &["list", "users", "-a", "ORDERS"],
        &["list", "keys"],
        &["expirations"],
        &["revocations", "list-users", "-a", "EDGE"],
        &["revocations", "list-activations", "-a", "ORDERS"],
    ] {
        let (narrow, code) = seen(home, args, 80);
        assert_eq!(code, 0, "{narrow}");
        for line in narrow.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
        let (wide, _) = seen(home, args, 200);
        let elsewhere = nkeep_at(home)
            .args(args)
            .env("COLUMNS", "40")
            .output()
            .unwrap();
        assert_eq!(
            wide,
            String::from_utf8(elsewhere.stdout).unwrap(),
            "{args:?}"
        );
    }
    let (narrow, _) = seen(home, &["list", "accounts"], 80);
    let orders = "ORDERS             ACRDOW5P..UHEB  2099-12-31 00:00:00 UTC (in 73 years)";
    assert!(narrow.contains(orders), "{narrow}");
    // Letters that are two columns wide are counted so.
    let unicode = "Ünïcode Acct 日本  ACR3YYHR..SGAP  never";
    assert!(narrow.contains(unicode), "{narrow}");
    let (middle, _) = seen(home, &["list", "accounts"], 105);
    assert!(
        middle.contains(&format!("{key}  2099-12-31 (in 73 years)")),
        "{middle}"
    );
    let (least, _) = seen(home, &["list", "accounts"], 50);
    assert!(least.contains("Ünïcode Ac.."), "{least}");
}

#[test]
fn seeds_are_listed_when_that_is_said_twice() {
    let home = home();
    let home = home.path();
    let list = ["list", "keys", "-o", "--show-seeds"];
    let text = at_home(home, &[&list[..], &["--reveal"]].concat());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    let seed = lines[0].find("SEED").unwrap();
    for line in &lines[1..] {
        let public = Seed::parse(&line[seed..]).unwrap().public().to_string();
        assert!(line.contains(&public), "{text}");
    }
    refused(
        home,
        &[&list[..], &["--json"]].concat(),
        2,
        "unless --reveal is given",
    );
    let (text, code) = seen(home, &list, 200);
    assert_eq!(code, 2, "{text}");
    assert!(!text.contains("SO"), "{text}");
    let document = json(home, &[&list[..], &["--reveal"]].concat());
    assert!(Seed::parse(document["keys"][0]["seed"].as_str().unwrap()).is_ok());
    let (text, code) = seen(home, &[&list[..], &["--reveal"]].concat(), 40);
    assert_eq!((code, text.lines().count()), (0, 4), "{text}");
    // A pipe ends in a log: users' seeds alone flow there as with nsc.
    for args in [&list[..], &["list", "keys", "-S"], &["list", "keys", "-AS"]] {
        let why = refused(home, args, 2, "only with --reveal");
        let again = format!("hint: nkeep {} --reveal", args.join(" "));
        assert!(why.contains(&again), "{why}");
    }
    let why = refused(home, &["list", "keys", "-S"], 2, "root, operator-signing, ");
    assert!(
        !why.contains(" user,") && !why.contains(" user keys"),
        "{why}"
    );
    let text = at_home(home, &["list", "keys", "-S", "--class", "user"]);
    assert!(text.contains("  SU") && !text.contains("  SA"), "{text}");
    // A key without a seed is there, and says so; without an identity no list is.
    let far = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
    at_home(home, &["add", "user", "far", "-a", "EDGE", "-k", far]);
    let text = at_home(home, &["list", "keys", "-u", "-S", "--user", "far"]);
    assert!(
        text.contains(&format!("{far}  (not in the store)")),
        "{text}"
    );
    let output = with_identity(home, None, &["list", "keys", "-S", "--no-input"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    assert!(
        output.stdout.is_empty() && said(&output).contains("locked"),
        "{output:?}"
    );
    // Without --show-seeds no identity is asked for.
    let plain = with_identity(home, None, &["list", "keys"])
        .output()
        .unwrap();
    assert!(plain.status.success(), "{plain:?}");
}

/// A command stays whole, so that it can be copied; all else fits.
#[test]
fn descriptions_and_findings_fit_the_terminal() {
    let home = home();
    let home = home.path();
    for args in [
        &["describe", "account", "ORDERS"][..],
        &[
            "describe",
            "account",
            "ACR3YYHRDFDKQSQY2EDYQWGX7B46ZR4CW4MNFTHJ4G7SMWLXDG25SGAP",
        ],
        &["describe", "user", "dev-revoked", "-a", "EDGE"],
        &["describe", "operator"],
        &["validate"],
        &[
            "validate",
            "-f",
            "nsc-store/stores/ALPHA/accounts/ORDERS/ORDERS.jwt",
        ],
    ] {
        let (text, _) = seen(home, args, 80);
        for line in text.lines() {
            let is_command = line.trim_start().starts_with("nkeep ");
            if is_command || line.contains("hint: nkeep ") || line.starts_with("nkeep: ") {
                continue;
            }
            assert!(line.chars().count() <= 80, "{args:?}: {line}");
        }
    }
    let (text, _) = seen(home, &["validate"], 80);
    let hint = "hint: nkeep describe account ORDERS --operator ALPHA\n               # ";
    assert!(text.contains(hint), "{text}");
}

#[test]
fn how_far_an_end_is_is_said_to_scripts_too() {
    let home = home();
    let document = json(home.path(), &["expirations"]);
    let report = document["report"].as_array().unwrap().iter();
    let (never, ends): (Vec<_>, Vec<_>) = report.partition(|row| row["expiry"] == 0);
    assert!(!never.is_empty() && never.iter().all(|row| row["when"].is_null()));
    assert!(
        ends.iter().any(|row| row["when"] == "in 73 years"),
        "{ends:?}"
    );
}

#[test]
fn a_list_of_users_says_who_is_revoked() {
    let home = home();
    let home = home.path();
    let args = ["list", "users", "--account", "ORDERS"];
    let revoked = || -> Vec<String> {
        let users = json(home, &args)["users"].clone();
        let users = users.as_array().unwrap().iter();
        let out = users.filter(|user| user["revoked"] == true);
        out.map(|user| user["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let before = revoked();
    assert!(!before.contains(&"order-svc".to_owned()), "{before:?}");
    at_home(
        home,
        &["revocations", "add-user", "order-svc", "-a", "ORDERS"],
    );
    assert!(revoked().contains(&"order-svc".to_owned()));
    let text = at_home(home, &args);
    let row = text
        .lines()
        .find(|line| line.contains("order-svc"))
        .unwrap();
    assert!(row.trim_end().ends_with("revoked"), "{text}");
    // Whoever was given a new token is let in again.
    at_home(
        home,
        &["edit", "user", "order-svc", "-a", "ORDERS", "--tag", "x"],
    );
    assert!(!revoked().contains(&"order-svc".to_owned()));
    at_home(home, &["revocations", "add-user", "*", "-a", "ORDERS"]);
    let all = json(home, &args)["users"].as_array().unwrap().len();
    assert_eq!(revoked().len(), all);
}
