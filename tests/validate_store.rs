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

/// Every hint, by its code.
fn hints(home: &Path) -> Vec<(String, String)> {
    let output = run(home, &["validate", "--json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut found = Vec::new();
    for report in document["reports"].as_array().unwrap() {
        for issue in report["issues"].as_array().unwrap() {
            let hint = issue["hint"].as_str().unwrap_or_default();
            found.push((issue["code"].as_str().unwrap().to_owned(), hint.to_owned()));
        }
    }
    found
}

/// Runs the hint of the first finding with that code, in a shell.
fn follow(home: &Path, code: &str) {
    let hints = hints(home);
    let (_, hint) = hints
        .iter()
        .find(|(found, _)| found == code)
        .unwrap_or_else(|| panic!("{code}: {hints:?}"));
    let words = hint
        .strip_prefix("nkeep ")
        .unwrap_or_else(|| panic!("{code}: {hint}"));
    let mut plain = common::nkeep_at(home);
    plain.args(["--version"]);
    let line = format!("'{}' {words}", plain.get_program().to_string_lossy());
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).current_dir(home).env_clear();
    for (name, value) in plain.get_envs() {
        shell.env(name, value.unwrap());
    }
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{hint}: {output:?}");
}

/// That a finding is there, and is not when its hint was followed.
fn mended(home: &Path, code: &str) {
    follow(home, code);
    let left = hints(home);
    assert!(left.iter().all(|(found, _)| found != code), "{left:?}");
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

#[test]
fn hints_mend_what_is_between_accounts() {
    let home = estate();
    let home = home.path();
    let (orders, billing) = (key_of(home, "ORDERS"), key_of(home, "BILLING"));
    account(home, "ORDERS", |claims| {
        claims.body.exports = vec![
            export("idle", ShareType::Service, false),
            export("orders", ShareType::Stream, true),
            Export {
                account_token_position: 1,
                ..export("*.own", ShareType::Service, false)
            },
            export("kind", ShareType::Stream, false),
        ];
    });
    account(home, "BILLING", |claims| {
        claims.body.imports = vec![
            import("nothing", &orders, ShareType::Stream),
            import("kind", &orders, ShareType::Service),
            import(&format!("{orders}.own"), &orders, ShareType::Service),
            import("orders", &orders, ShareType::Stream),
        ];
    });
    let mut all = found(home, &["-a", "BILLING"]);
    all.sort();
    assert_eq!(
        all,
        [
            "BILLING import.account-position",
            "BILLING import.not-exported",
            "BILLING import.other-type",
            "BILLING import.token-missing"
        ]
    );
    for code in [
        "import.not-exported",
        "import.other-type",
        "import.account-position",
    ] {
        mended(home, code);
    }
    follow(home, "import.token-missing");
    while hints(home).iter().any(|(code, _)| code == "export.unused") {
        follow(home, "export.unused");
    }
    // One that names the importer is as it should be.
    account(home, "ORDERS", |claims| {
        claims.body.exports = vec![Export {
            account_token_position: 1,
            ..export("*.own", ShareType::Service, false)
        }];
    });
    account(home, "BILLING", |claims| {
        let own = format!("{billing}.own");
        claims.body.imports = vec![import(&own, &orders, ShareType::Service)];
    });
    assert!(found(home, &[]).is_empty());
}

#[test]
fn streams_that_come_back_are_found() {
    let home = estate();
    let home = home.path();
    let (orders, billing) = (key_of(home, "ORDERS"), key_of(home, "BILLING"));
    for (name, other) in [("ORDERS", &billing), ("BILLING", &orders)] {
        account(home, name, |claims| {
            claims.body.exports = vec![export("news", ShareType::Stream, false)];
            claims.body.imports = vec![import("news", other, ShareType::Stream)];
        });
    }
    let cycles = found(home, &[]);
    assert_eq!(cycles, ["BILLING import.cycle", "ORDERS import.cycle"]);
    mended(home, "import.cycle");
}

#[test]
fn activations_that_hold_no_more_are_found() {
    let home = estate();
    let home = home.path();
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let nkeep = |line: &str| {
        let words = words(line);
        let args: Vec<&str> = words.iter().map(String::as_str).collect();
        common::at_home(home, &args)
    };
    nkeep("add export -a ORDERS -s orders.> -p");
    nkeep("generate activation -a ORDERS -s orders.> -t BILLING --expiry 2w -o one.jwt");
    nkeep("add import -a BILLING --token one.jwt");
    assert!(found(home, &[]).is_empty());
    // Its signer is gone.
    let signing = json(home, &["describe", "account", "ORDERS"]);
    let key = signing["nats"]["signing_keys"][0]
        .as_str()
        .unwrap()
        .to_owned();
    nkeep(&format!(
        "edit account ORDERS --sk generate --rm-sk {key} --force"
    ));
    assert_eq!(
        found(home, &["-a", "BILLING"]),
        ["BILLING import.token-distrusted"]
    );
    follow(home, "import.token-distrusted");
    // And in time it ends.
    nkeep("generate activation -a ORDERS -s orders.> -t BILLING --expiry 2w -o two.jwt");
    nkeep("delete import -a BILLING");
    nkeep("add import -a BILLING --token two.jwt");
    assert!(found(home, &[]).is_empty());
    let late = common::nkeep_at(home)
        .env("NKEEP_TEST_CLOCK", "1797200000")
        .args(["validate", "-a", "BILLING"])
        .output()
        .unwrap();
    assert_eq!(late.status.code(), Some(3), "{late:?}");
    let text = String::from_utf8(late.stdout).unwrap();
    assert!(text.contains("import.token-distrusted"), "{text}");
}

#[test]
fn users_that_are_not_as_they_should_be_are_found() {
    let home = estate();
    let home = home.path();
    common::at_home(home, &["add", "user", "kiosk", "-a", "ORDERS", "--bearer"]);
    mended(home, "user.bearer-for-ever");
    common::at_home(home, &["add", "user", "gone", "-a", "ORDERS"]);
    common::at_home(home, &["revocations", "add-user", "gone", "-a", "ORDERS"]);
    // It is a warning: that it is revoked is as somebody wanted it.
    assert_eq!(found(home, &[]), ["gone user.revoked"]);
    assert_eq!(run(home, &["validate"]).status.code(), Some(0));
    mended(home, "user.revoked");
    // A bearer because its scope says so.
    let key = ["edit", "signing-key", "generate", "--role", "desk", "-a"];
    common::at_home(home, &[&key[..], &["ORDERS", "--bearer"]].concat());
    common::at_home(
        home,
        &["add", "user", "screen", "-a", "ORDERS", "-K", "desk"],
    );
    assert_eq!(found(home, &[]), ["screen user.bearer-for-ever"]);
    account(home, "ORDERS", |claims| {
        claims.body.limits.disallow_bearer = true;
    });
    let all = found(home, &[]);
    assert!(all.contains(&"screen chain.bearer".to_owned()), "{all:?}");
}

#[test]
fn ways_past_what_is_denied_are_found() {
    let home = estate();
    let home = home.path();
    let add = ["add", "user", "-a", "ORDERS"];
    for (name, flags) in [
        ("queue", &["--deny-sub", "orders.new workers"][..]),
        ("star", &["--allow-sub", "orders.*"]),
        ("mixed", &["--deny-sub", "orders.new workers,orders.new"]),
        ("crossed", &["--deny-sub", "orders.>"]),
        (
            "well",
            &["--allow-sub", "orders.>", "--deny-sub", "orders.secret"],
        ),
    ] {
        common::at_home(home, &[&add[..], &[name], flags].concat());
    }
    let role = ["edit", "signing-key", "generate", "--role", "desk", "-a"];
    let template = ["ORDERS", "--allow-sub", "{{name()}}.*"];
    common::at_home(home, &[&role[..], &template].concat());
    let edit = ["edit", "account", "BILLING", "--allow-sub", "bills.*"];
    common::at_home(home, &edit);
    let mut all = found(home, &[]);
    all.sort();
    assert_eq!(
        all,
        [
            "BILLING permission.star-takes-tail",
            "ORDERS permission.star-takes-tail",
            "crossed permission.deny-crossed",
            "mixed permission.deny-with-queue",
            "queue permission.deny-in-queue-alone",
            "star permission.star-takes-tail",
        ]
    );
    for _ in 0..3 {
        follow(home, "permission.star-takes-tail");
    }
    mended(home, "permission.deny-with-queue");
    mended(home, "permission.deny-in-queue-alone");
    assert_eq!(found(home, &[]).len(), 2, "{:?}", found(home, &[]));
    // Where all servers are newer, neither of what they mended is said.
    operator(home, |claims| {
        claims.body.assert_server_version = "2.12.7".to_owned();
    });
    assert!(found(home, &[]).is_empty(), "{:?}", found(home, &[]));
}

#[test]
fn a_key_of_two_is_found() {
    let home = estate();
    let home = home.path();
    let orders = json(home, &["describe", "account", "ORDERS"]);
    let key = orders["nats"]["signing_keys"][0]
        .as_str()
        .unwrap()
        .to_owned();
    account(home, "BILLING", |claims| {
        claims.body.signing_keys.0.insert(key, None);
    });
    assert_eq!(
        found(home, &[]),
        ["BILLING key.shared", "ORDERS key.shared"]
    );
    mended(home, "key.shared");
}
