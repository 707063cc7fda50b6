//! What `validate` finds in a store that no token says alone.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::refusal::{json, run, store_of};
use nkeep::jwt::claims::{Account, Claims, Export, Import, Operator, ShareType};
use nkeep::store::age::Identity;
use nkeep::store::pin::Pins;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Note, Store as _};
use nkeep::trust::{self, KeyChoice, TrustError, edit};
use serde_json::Value;

/// An estate with two accounts that share nothing yet.
fn estate() -> tempfile::TempDir {
    let home = common::estate();
    for name in ["ORDERS", "BILLING"] {
        common::at_home(home.path(), &["add", "account", name]);
    }
    home
}

fn change<T>(
    home: &Path,
    work: impl FnOnce(&mut dyn Changes, &Vec<Identity>) -> Result<T, TrustError>,
) -> T {
    let pins = Pins::new(home.join(".local/state/nkeep/pins"));
    let mut store = SqliteStore::open(&store_of(home), &pins, Rollback::Refuse).unwrap();
    let text = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let keyring: Vec<Identity> = vec![text.lines().last().unwrap().parse().unwrap()];
    let note = Note::new("test", "edit account", "changed", 1_795_200_000);
    store
        .transact(note, &keyring, |changes| work(changes, &keyring))
        .unwrap()
}

fn account(home: &Path, name: &str, work: impl FnOnce(&mut Claims<Account>)) {
    change(home, |changes, keyring| {
        let operator = trust::operator(changes, None)?;
        let account = trust::account(changes, &operator, Some(name))?;
        let choice = KeyChoice::Best;
        edit::account(changes, keyring, &account, &choice, |_, claims| {
            work(claims);
            Ok(())
        })
        .map(drop)
    });
}

fn operator(home: &Path, work: impl FnOnce(&mut Claims<Operator>)) {
    change(home, |changes, keyring| {
        let operator = trust::operator(changes, None)?;
        let choice = KeyChoice::Best;
        edit::operator(changes, keyring, &operator, &choice, |_, claims| {
            work(claims);
            Ok(())
        })
        .map(drop)
    });
}

fn key_of(home: &Path, name: &str) -> String {
    let account = json(home, &["describe", "account", name]);
    account["sub"].as_str().unwrap().to_owned()
}

fn export(subject: &str, kind: ShareType, private: bool) -> Export {
    Export {
        name: subject.to_owned(),
        subject: subject.to_owned(),
        share_type: kind,
        token_required: private,
        ..Export::default()
    }
}

fn import(subject: &str, from: &str, kind: ShareType) -> Import {
    Import {
        name: subject.to_owned(),
        subject: subject.to_owned(),
        account: from.to_owned(),
        share_type: kind,
        ..Import::default()
    }
}

/// What is found, as `name code`, and whether the exit code says so.
fn found(home: &Path, args: &[&str]) -> Vec<String> {
    let output = run(home, &[&["validate", "--json"], args].concat());
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let failed = document["failed"].as_u64().unwrap();
    let code = if failed > 0 { 3 } else { 0 };
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    let mut found = Vec::new();
    for report in document["reports"].as_array().unwrap() {
        for issue in report["issues"].as_array().unwrap() {
            found.push(format!(
                "{} {}",
                report["name"].as_str().unwrap(),
                issue["code"].as_str().unwrap()
            ));
        }
    }
    found
}

#[test]
fn an_estate_is_well() {
    let home = estate();
    assert!(found(home.path(), &[]).is_empty());
    let shown = common::at_home(home.path(), &["validate"]);
    assert_eq!(
        shown,
        "[ OK ] 1 operators, 4 accounts, 2 users; 0 with problems, 0 with warnings alone\n"
    );
}

#[test]
fn imports_are_compared_with_exports() {
    let home = estate();
    let home = home.path();
    let orders = key_of(home, "ORDERS");
    account(home, "ORDERS", |claims| {
        claims.body.exports = vec![
            export("orders.>", ShareType::Stream, false),
            export("audit.*", ShareType::Service, true),
            export("idle", ShareType::Service, false),
        ];
    });
    let stranger = nkeep::nkey::Seed::generate(nkeep::nkey::Kind::Account)
        .unwrap()
        .public()
        .to_string();
    account(home, "BILLING", |claims| {
        claims.body.imports = vec![
            import("orders.new", &orders, ShareType::Stream),
            import("orders.old", &orders, ShareType::Service),
            import("audit.one", &orders, ShareType::Service),
            import("nothing", &orders, ShareType::Stream),
            import("theirs", &stranger, ShareType::Stream),
        ];
    });
    let mut all = found(home, &[]);
    all.sort();
    assert_eq!(
        all,
        [
            "BILLING import.account-unknown",
            "BILLING import.not-exported",
            "BILLING import.other-type",
            "BILLING import.token-missing",
            "ORDERS export.unused",
        ]
    );
    // One account alone, and against everything all the same.
    assert_eq!(found(home, &["-a", "ORDERS"]), ["ORDERS export.unused"]);
    assert_eq!(found(home, &["-a", "BILLING"]).len(), 4);
}

#[test]
fn services_that_come_back_are_found() {
    let home = estate();
    let home = home.path();
    let (orders, billing) = (key_of(home, "ORDERS"), key_of(home, "BILLING"));
    for (name, other) in [("ORDERS", &billing), ("BILLING", &orders)] {
        account(home, name, |claims| {
            claims.body.exports = vec![export("ask", ShareType::Service, false)];
            claims.body.imports = vec![import("ask", other, ShareType::Service)];
        });
    }
    let cycles = found(home, &[]);
    assert_eq!(cycles, ["BILLING import.cycle", "ORDERS import.cycle"]);
}

#[test]
fn keys_that_are_missing_or_left_over_are_found() {
    let home = estate();
    let home = home.path();
    common::at_home(home, &["edit", "account", "ORDERS", "--sk", "generate"]);
    let elsewhere = nkeep::nkey::Seed::generate(nkeep::nkey::Kind::Account)
        .unwrap()
        .public()
        .to_string();
    account(home, "ORDERS", |claims| {
        claims.body.signing_keys.0.clear();
        claims.body.signing_keys.0.insert(elsewhere, None);
    });
    let mut all = found(home, &[]);
    all.sort();
    assert_eq!(all, ["ORDERS key.seed-missing", "ORDERS key.unreferenced"]);
    // A user whose signer is gone holds no more: such a change is not made, and one by hand is no valid store.
    operator(home, |claims| claims.body.tags = vec!["x".to_owned()]);
}

#[test]
fn what_is_risky_is_said() {
    let home = estate();
    let home = home.path();
    common::at_home(home, &["add", "user", "kiosk", "-a", "ORDERS", "--bearer"]);
    account(home, "SYS", |claims| {
        claims.body.limits.jetstream.disk_storage = -1
    });
    let mut all = found(home, &[]);
    all.sort();
    assert_eq!(
        all,
        ["SYS account.system-jetstream", "kiosk user.bearer-for-ever"]
    );
    for args in [
        &["-a", "ORDERS", "-A"][..],
        &["-f", "x", "-a", "ORDERS"],
        &["--chain", "x"],
    ] {
        let output = run(home, &[&["validate"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}: {output:?}");
    }
}
