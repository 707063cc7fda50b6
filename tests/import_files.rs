//! Tokens and keys that lie about: put together again, imported one by one, and exported for another store.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeSet;
use std::path::Path;

use common::refusal::{json, refused, run, said};
use common::{at_home, fixture, signed};
use nkeep::nkey::{Kind, Seed};
use serde_json::{Value, json};

/// An empty store, and nsc's beside it.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    at_home(
        home.path(),
        &["store", "init", "--new-identity", "identity.txt"],
    );
    fixture("nsc-store", home.path());
    home
}

fn counted(report: &Value, what: &str) -> usize {
    report[what].as_array().unwrap().len()
}

fn codes(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings.map(|one| one["code"].as_str().unwrap()).collect()
}

fn parsed(output: &std::process::Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
}

/// What a store has, whichever way it came.
fn listed(home: &Path) -> BTreeSet<String> {
    let keys = json(home, &["list", "keys"]);
    let keys = keys["keys"].as_array().unwrap().iter();
    keys.filter(|key| key["role"] != "store" && key["role"] != "journal")
        .map(|key| format!("{} {} {}", key["public_key"], key["owner"], key["role"]))
        .collect()
}

#[test]
fn what_lies_about_is_put_together() {
    let (one, other) = (home(), home());
    at_home(one.path(), &["import", "nsc", "nsc-store"]);
    let other = other.path();
    // All in one folder, by names that say nothing.
    std::fs::create_dir(other.join("heap")).unwrap();
    let mut number = 0;
    for (path, _) in common::refusal::everything(&other.join("nsc-store")) {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if ["jwt", "nk"].contains(&&*ending) {
            let name = format!("heap/{number}.{ending}");
            std::fs::copy(&path, other.join(name)).unwrap();
            number += 1;
        }
    }
    let args = ["import", "files", "heap"];
    let dry = json(other, &[&args[..], &["--dry-run"]].concat());
    let report = json(other, &args);
    assert_eq!(dry["entities"], report["entities"]);
    assert_eq!(listed(one.path()), listed(other));
    assert_eq!(codes(&report), ["chain.revoked"]);
    let again = json(other, &args);
    assert_eq!(counted(&again, "entities"), counted(&report, "entities"));
    let mut entities = again["entities"].as_array().unwrap().iter();
    assert!(entities.all(|one| one["outcome"] == "same"), "{again}");
    refused(
        other,
        &["import", "files", "nowhere"],
        1,
        "cannot import from nowhere",
    );
    refused(other, &["import", "files"], 2, "<FOLDER>");
}

#[test]
fn the_newest_token_is_taken() {
    let home = home();
    let home = home.path();
    std::fs::create_dir(home.join("heap")).unwrap();
    let operator = Seed::generate(Kind::Operator).unwrap();
    let key = operator.public().to_string();
    let pair = operator.signing_pair().unwrap();
    let token = |name: &str, at: i64| {
        let claims = json!({
            "iat": at, "iss": key, "sub": key, "name": name, "jti": "X",
            "nats": { "type": "operator", "version": 2 },
        });
        signed(r#"{"typ":"JWT","alg":"ed25519-nkey"}"#, &claims, &pair)
    };
    for (file, name, at) in [("a", "OLD", 1), ("b", "NEW", 3), ("c", "MIDDLE", 2)] {
        std::fs::write(home.join(format!("heap/{file}.jwt")), token(name, at)).unwrap();
    }
    let report = json(home, &["import", "files", "--in", "heap"]);
    assert_eq!(report["entities"][0]["name"], "NEW");
    assert_eq!(codes(&report), ["token.older", "token.older"]);
    // Older ones are nothing new to a store that has the newest.
    std::fs::remove_file(home.join("heap/b.jwt")).unwrap();
    let report = json(home, &["import", "files", "heap"]);
    assert_eq!(counted(&report, "entities"), 0, "{report}");
}

#[test]
fn users_come_from_creds_when_it_is_said() {
    let home = home();
    let home = home.path();
    std::fs::remove_dir_all(home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users")).unwrap();
    std::fs::remove_dir_all(home.join("nsc-store/keys/keys/U")).unwrap();
    let without = json(home, &["import", "files", "nsc-store", "--dry-run"]);
    let with = json(home, &["import", "files", "nsc-store", "--creds"]);
    assert_eq!(
        counted(&with, "entities"),
        counted(&without, "entities") + 4
    );
    assert_eq!(counted(&with, "keys"), counted(&without, "keys") + 14);
    let user = ["-a", "ORDERS", "-n", "order-svc", "-o", "x.creds"];
    at_home(home, &[&["select", "operator", "ALPHA"][..]].concat());
    at_home(home, &[&["generate", "creds"], &user[..]].concat());
    at_home(home, &["validate", "-f", "x.creds"]);
}

#[test]
fn what_nobody_signed_for_is_left_out() {
    let home = home();
    let home = home.path();
    std::fs::remove_file(home.join("nsc-store/stores/BRAVO/BRAVO.jwt")).unwrap();
    let output = run(home, &["import", "files", "nsc-store", "--json"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let report = parsed(&output);
    let missing = codes(&report)
        .iter()
        .filter(|code| **code == "token.parent-missing")
        .count();
    assert_eq!(missing, 6, "{report}");
    // Once the operator is there, the rest comes under it.
    fixture("nsc-store", home);
    let report = json(home, &["import", "files", "nsc-store/stores/BRAVO"]);
    assert_eq!(counted(&report, "entities"), 7);
    at_home(
        home,
        &["list", "users", "-a", "STRICT-A", "--operator", "BRAVO"],
    );
}

#[test]
fn keys_find_their_owners() {
    let home = home();
    let home = home.path();
    std::fs::rename(home.join("nsc-store/keys/keys"), home.join("seeds")).unwrap();
    std::fs::remove_dir_all(home.join("nsc-store/keys")).unwrap();
    at_home(home, &["import", "nsc", "nsc-store"]);
    let args = ["import", "keys", "-d", "seeds"];
    let why = refused(home, &args, 1, "there is no .nk file in seeds");
    assert!(why.contains("--recurse"), "{why}");
    let stray = Seed::generate(Kind::Account).unwrap();
    let name = format!("seeds/{}.nk", stray.public());
    std::fs::write(home.join(name), &*stray.expose()).unwrap();
    let report = json(home, &[&args[..], &["-R"]].concat());
    assert_eq!(counted(&report, "keys"), 40);
    let keys = report["keys"].as_array().unwrap().iter();
    let unowned: Vec<_> = keys.filter(|key| key["owner"].is_null()).collect();
    assert_eq!(unowned.len(), 1, "{unowned:?}");
    let (one, other) = (self::home(), home);
    at_home(one.path(), &["import", "nsc", "nsc-store"]);
    assert_eq!((&listed(other) - &listed(one.path())).len(), 1);
    assert_eq!((&listed(one.path()) - &listed(other)).len(), 0);
    // A key that was nobody's gets its owner when the owner comes, and stays as it is.
    std::fs::write(home.join("seeds/bad.nk"), "x").unwrap();
    let output = run(home, &[&args[..], &["-R", "--json"]].concat());
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert_eq!(codes(&parsed(&output)), ["key.unreadable"]);
}

#[test]
fn seeds_that_came_first_get_their_owners() {
    let (one, home) = (home(), home());
    at_home(one.path(), &["import", "nsc", "nsc-store"]);
    let home = home.path();
    at_home(home, &["import", "keys", "-R", "-d", "nsc-store/keys"]);
    at_home(home, &["import", "nsc", "nsc-store"]);
    assert_eq!(listed(one.path()), listed(home));
    at_home(
        home,
        &["add", "user", "x", "-a", "ORDERS", "--operator", "ALPHA"],
    );
    at_home(home, &["export", "keys", "--all", "--dir", "out"]);
}

#[test]
fn an_account_is_taken_or_signed() {
    let home = common::estate();
    let home = home.path();
    fixture("nsc-store", home);
    let edge = "nsc-store/stores/ALPHA/accounts/EDGE/EDGE.jwt";
    let args = ["import", "account", "--file", edge];
    let why = refused(home, &args, 3, "the account is not \"ACME\"'s");
    assert!(why.contains("--force  # signs it"), "{why}");
    let forced = [&args[..], &["--force"]].concat();
    let before = json(home, &["list", "accounts"]);
    at_home(home, &[&forced[..], &["--dry-run"]].concat());
    assert_eq!(before, json(home, &["list", "accounts"]));
    let output = run(home, &forced);
    assert!(said(&output).contains("signed by O"), "{output:?}");
    let described = json(home, &["describe", "account", "EDGE"]);
    assert_eq!(described["nats"]["cluster_traffic"], "owner");
    assert_eq!(described["status"]["code"], "chain.trusted");
    // What is there stays, unless it is said.
    let why = refused(home, &forced, 7, "the store has");
    assert!(why.contains("--overwrite"), "{why}");
    at_home(home, &[&forced[..], &["--overwrite"]].concat());
    at_home(home, &["store", "check"]);
    // One of the operator's own comes as it is.
    at_home(home, &["export", "nsc", "out"]);
    let own = [
        "import",
        "account",
        "-j",
        "out/stores/ACME/accounts/ACME/ACME.jwt",
    ];
    assert_eq!(json(home, &own)["entities"][0]["outcome"], "same");
    let user = "out/stores/ACME/accounts/ACME/users/ACME.jwt";
    refused(
        home,
        &["import", "account", "-j", user],
        3,
        "and no account's",
    );
}

/// An account that signed itself waits for an operator, as nsc has it.
#[test]
fn an_account_that_signed_itself_is_signed() {
    let home = common::estate();
    let home = home.path();
    let account = Seed::generate(Kind::Account).unwrap();
    let key = account.public().to_string();
    let claims = |name: &str| {
        json!({
            "iat": 1_795_000_000, "iss": key, "sub": key, "name": name, "jti": "X",
            "nats": { "type": "account", "version": 2, "limits": { "subs": -1, "conn": -1 } },
        })
    };
    let header = r#"{"typ":"JWT","alg":"ed25519-nkey"}"#;
    let pair = account.signing_pair().unwrap();
    let write = |name: &str| {
        std::fs::write(home.join("own.jwt"), signed(header, &claims(name), &pair)).unwrap();
    };
    let args = ["import", "account", "-j", "own.jwt"];
    write("../../up");
    refused(home, &args, 3, "it cannot be a name");
    write("acme");
    refused(home, &args, 7, "the store has another account \"ACME\"");
    write("OWN");
    at_home(home, &args);
    let described = json(home, &["describe", "account", "OWN"]);
    assert_eq!(described["nats"]["limits"]["conn"], -1);
    assert_eq!(described["status"]["code"], "chain.trusted");
}

#[test]
fn a_user_is_taken_with_its_seed() {
    let home = home();
    let home = home.path();
    let creds = "nsc-store/keys/creds/ALPHA/ORDERS/order-svc.creds";
    let args = ["import", "user", "-f", creds];
    let output = run(home, &[&args[..], &["--json"]].concat());
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert_eq!(codes(&parsed(&output)), ["token.parent-missing"]);
    let users = home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users");
    std::fs::create_dir(home.join("users")).unwrap();
    for user in ["order-svc", "order-admin"] {
        let name = format!("{user}.jwt");
        std::fs::rename(users.join(&name), home.join("users").join(&name)).unwrap();
    }
    let saved = std::fs::read(home.join(creds)).unwrap();
    std::fs::remove_dir_all(home.join("nsc-store/keys")).unwrap();
    at_home(home, &["import", "nsc", "nsc-store"]);
    std::fs::write(home.join("svc.creds"), saved).unwrap();
    let report = json(home, &["import", "user", "-f", "svc.creds"]);
    assert_eq!(
        (counted(&report, "entities"), counted(&report, "keys")),
        (1, 1)
    );
    let out = [
        "generate",
        "creds",
        "-a",
        "ORDERS",
        "-n",
        "order-svc",
        "-o",
        "x.creds",
    ];
    at_home(home, &out);
    let report = json(home, &["import", "user", "--file", "users/order-admin.jwt"]);
    assert_eq!(
        (counted(&report, "entities"), counted(&report, "keys")),
        (1, 0)
    );
    let account = "nsc-store/stores/ALPHA/accounts/EDGE/EDGE.jwt";
    let output = run(home, &["import", "user", "-f", account, "--json"]);
    assert_eq!(codes(&parsed(&output)), ["token.type"]);
}

#[test]
fn keys_are_exported_by_what_they_belong_to() {
    let home = home();
    let home = home.path();
    at_home(home, &["import", "nsc", "nsc-store"]);
    let mut number = 0;
    let mut exported = |more: &[&str]| -> Vec<String> {
        number += 1;
        let folder = format!("out{number}");
        let document = json(
            home,
            &[&["export", "keys", "--dir", &folder], more].concat(),
        );
        let keys = document["keys"].as_array().unwrap().iter();
        keys.map(|key| key["public_key"].as_str().unwrap()[..1].to_owned())
            .collect()
    };
    let count = |keys: &[String], kind: &str| keys.iter().filter(|key| *key == kind).count();
    let operator = exported(&["-o"]);
    assert_eq!((operator.len(), count(&operator, "O")), (3, 3));
    let curves = exported(&["--curves"]);
    assert_eq!((curves.len(), count(&curves, "X")), (1, 1));
    let orders = exported(&["--account", "ORDERS"]);
    assert_eq!(
        (
            count(&orders, "A"),
            count(&orders, "U"),
            count(&orders, "O")
        ),
        (4, 4, 0)
    );
    assert_eq!(exported(&["--account", "ORDERS", "-u"]).len(), 4);
    assert_eq!(exported(&["--user", "order-svc"]), ["U"]);
    assert_eq!(exported(&["-u"]).len(), 11);
    assert_eq!(exported(&["-o", "-f", "odmah2nz"]).len(), 1);
    // As `list keys -A`: of the operator that is selected.
    let listed = at_home(home, &["list", "keys", "-A"]);
    assert_eq!(
        (exported(&["-A"]).len(), listed.lines().count() - 1),
        (26, 26)
    );
    // What belongs to the other operator is no stray, and stays.
    at_home(home, &["generate", "nkey", "-a", "-S"]);
    let strays = [
        "export",
        "keys",
        "-d",
        "strays",
        "--not-referenced",
        "--remove",
    ];
    at_home(home, &strays);
    let files = std::fs::read_dir(home.join("strays")).unwrap().count();
    assert_eq!(files, 1);
    // As `list keys -A`: of the operator that is selected.
    let listed = at_home(home, &["list", "keys", "-A"]);
    assert_eq!(
        (exported(&["-A"]).len(), listed.lines().count() - 1),
        (26, 26)
    );
    refused(
        home,
        &["export", "keys", "-d", "x", "--user", "nobody"],
        1,
        "nobody",
    );
    // With their tokens they are a store again.
    exported(&["-o", "-a", "-u", "--include-jwts"]);
    let last = format!("out{number}");
    let other = self::home();
    std::fs::rename(home.join(&last), other.path().join("heap")).unwrap();
    let report = json(other.path(), &["import", "files", "heap"]);
    assert_eq!(counted(&report, "entities"), 18, "{report}");
}

#[test]
fn keys_that_are_moved_are_in_the_files_alone() {
    let home = common::estate();
    let home = home.path();
    let own = ["export", "keys", "--class", "root", "-R", "--dir", "x"];
    refused(home, &own, 2, "the store's own keys");
    let args = ["export", "keys", "--operator", "--remove", "--dir", "root"];
    let moved = json(home, &args);
    assert_eq!(counted(&moved, "keys"), 2);
    refused(
        home,
        &["export", "keys", "--operator", "--dir", "x"],
        1,
        "no such key",
    );
    refused(home, &["add", "account", "X"], 1, "no key that may sign");
    at_home(home, &["store", "check"]);
    at_home(home, &["import", "keys", "--dir", "root"]);
    at_home(home, &["add", "account", "X"]);
}

/// What comes back has the keys again that it had, whose seeds the store kept.
#[test]
fn what_comes_back_has_its_keys_again() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["add", "account", "B"]);
    at_home(home, &["edit", "account", "B", "--sk", "generate"]);
    at_home(home, &["add", "user", "u", "-a", "B"]);
    for (kind, name, file) in [("user", "u", "u.jwt"), ("account", "B", "B.jwt")] {
        let account: &[&str] = if kind == "user" { &["-a", "B"] } else { &[] };
        let raw = ["describe", kind, name, "--raw", "-o", file];
        at_home(home, &[&raw[..], account].concat());
    }
    at_home(home, &["delete", "user", "u", "-a", "B", "-R=false"]);
    at_home(home, &["import", "user", "-f", "u.jwt"]);
    let strays = || json(home, &["list", "keys", "--not-referenced"])["keys"].clone();
    assert_eq!(strays().as_array().unwrap().len(), 0);
    at_home(
        home,
        &["generate", "creds", "-a", "B", "-n", "u", "-o", "u.creds"],
    );
    at_home(home, &["delete", "account", "B", "--force", "-R=false"]);
    assert_eq!(strays().as_array().unwrap().len(), 3);
    at_home(home, &["import", "account", "-j", "B.jwt"]);
    let left = strays();
    let left = left.as_array().unwrap();
    // The user's alone, who is not back.
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(left[0]["class"], "user");
    at_home(home, &["add", "user", "v", "-a", "B"]);
    at_home(home, &["store", "check"]);
}
