//! Two people, of whom one still has nsc: what nsc changed, what it deleted and what it lost, and what was changed on both sides.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::refusal::{json, refused, run, said};
use common::source::{
    EDGE, IMPORT, follow, home, key_file, of, report, signed_again, subject, text,
};
use nkeep::jwt::claims::Account;
use serde_json::Value;

const EDGE_TOKEN: &str = "nsc-store/stores/ALPHA/accounts/EDGE/EDGE.jwt";
const IN_EDGE: [&str; 4] = ["-a", "EDGE", "--operator", "ALPHA"];

/// nsc sets how many connections the account has.
fn nsc_edits(home: &Path, connections: i64, at: i64) {
    signed_again::<Account>(home, EDGE_TOKEN, |account, _, issued| {
        account.limits.conn = connections;
        *issued = at;
    });
}

fn here_edits(home: &Path, connections: &str) {
    let edit = ["edit", "account", "EDGE", "--conns", connections];
    at_home(home, &[&edit[..], &["--operator", "ALPHA"]].concat());
}

fn connections(home: &Path) -> Value {
    let account = ["describe", "account", "EDGE", "--operator", "ALPHA"];
    json(home, &account)["nats"]["limits"]["conn"].clone()
}

fn edge(report: &Value) -> &Value {
    let mut rows = report["entities"].as_array().unwrap().iter();
    rows.find(|row| text(row, "name") == "EDGE").unwrap()
}

#[test]
fn what_nsc_changed_is_taken_and_shown() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    nsc_edits(home, 7, 4_000_000_000);
    let dry = at_home(home, &[&IMPORT[..], &["--dry-run"]].concat());
    assert!(dry.contains("[newer] account \"EDGE\""), "{dry}");
    assert!(dry.contains("limits.conn: 7, was"), "{dry}");
    let done = json(home, &IMPORT);
    let row = edge(&done);
    assert_eq!(
        (text(row, "outcome"), &row["changed_here"]),
        ("newer", &false.into())
    );
    assert!(row["changes"].to_string().contains("nats.limits.conn"));
    assert_eq!(connections(home), 7);
    // And once more: what came later is as it came, too.
    nsc_edits(home, 8, 4_000_000_001);
    at_home(home, &IMPORT);
    assert_eq!(connections(home), 8);
}

#[test]
fn what_was_changed_on_both_sides_is_in_the_way_and_its_loss_is_shown() {
    for way in ["--force", "one"] {
        let home = home();
        let home = home.path();
        at_home(home, &IMPORT);
        here_edits(home, "100");
        nsc_edits(home, 7, 4_000_000_000);
        let why = refused(home, &IMPORT, 7, "was changed here, too");
        let dry = run(home, &[&IMPORT[..], &["--dry-run"]].concat());
        assert_eq!(dry.status.code(), Some(7));
        let shown = String::from_utf8(dry.stdout).unwrap();
        assert!(shown.contains("[differs] account \"EDGE\""), "{shown}");
        let forced = [&IMPORT[..], &["--force"]].concat();
        let shown = at_home(home, &[&forced[..], &["--dry-run"]].concat());
        assert!(
            shown.contains("[replaced] account \"EDGE\": the one that is here was changed here"),
            "{shown}"
        );
        assert!(shown.contains("limits.conn: 7, was 100"), "{shown}");
        assert_eq!(connections(home), 100);
        if way == "--force" {
            let shown = at_home(home, &forced);
            assert!(shown.contains("limits.conn: 7, was 100"), "{shown}");
        } else {
            let mut hints = why.lines().filter_map(|line| line.split("hint: ").nth(1));
            let hint = hints.find(|hint| hint.starts_with("nkeep import account"));
            let output = follow(home, hint.unwrap());
            assert!(output.status.success(), "{output:?}");
            at_home(home, &IMPORT);
        }
        assert_eq!(connections(home), 7);
    }
}

/// What is later here was signed without it.
#[test]
fn what_nsc_changed_first_is_not_passed_over_in_silence() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    here_edits(home, "100");
    // nsc's is the one that was here.
    let (before, code) = report(home, &IMPORT);
    assert_eq!(
        (code, text(of(&before, "EDGE.jwt"), "outcome")),
        (0, "left")
    );
    let there = ["describe", "jwt", "-f", EDGE_TOKEN];
    let at = json(home, &there)["iat"].as_i64().unwrap();
    nsc_edits(home, 7, at + 1);
    let (after, code) = report(home, &IMPORT);
    let finding = of(&after, "EDGE.jwt");
    assert_eq!((code, text(finding, "outcome")), (3, "skipped"));
    assert!(text(finding, "message").contains("never in the store"));
    assert!(follow(home, text(finding, "hint")).status.success());
    assert_eq!(connections(home), 100);
}

#[test]
fn whom_nsc_deleted_stays_and_is_named() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    // Nobody whom nsc never had is missed there.
    at_home(home, &[&["add", "user", "ours"], &IN_EDGE[..]].concat());
    std::fs::remove_dir_all(home.join("nsc-store/stores/ALPHA/accounts/BILLING")).unwrap();
    let users = home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users");
    std::fs::remove_file(users.join("order-svc.jwt")).unwrap();
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 3);
    let stays: Vec<&Value> = done["findings"].as_array().unwrap().iter().collect();
    let stays: Vec<&&Value> = (stays.iter())
        .filter(|finding| text(finding, "outcome") == "stays")
        .collect();
    let codes: Vec<&str> = stays.iter().map(|finding| text(finding, "code")).collect();
    assert_eq!(codes, ["account.gone", "user.gone"], "{done:#}");
    assert!(text(stays[0], "message").contains("account \"BILLING\" (2 users)"));
    assert!(text(stays[1], "message").contains("not revoked"));
    let creds = of(&done, "order-svc.creds");
    assert!(
        text(creds, "message").contains("is in the store, and nsc has no token of it"),
        "{creds}"
    );
    for finding in &stays {
        let output = follow(home, text(finding, "hint"));
        assert!(output.status.success(), "{output:?}");
    }
    let accounts = at_home(home, &["list", "accounts", "--operator", "ALPHA"]);
    assert!(!accounts.contains("BILLING"), "{accounts}");
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 0, "{done:#}");
}

/// What could not be read may still be there.
#[test]
fn what_cannot_be_read_is_not_taken_for_deleted() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    let users = home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users");
    std::fs::write(users.join("order-svc.jwt"), "cut off").unwrap();
    std::fs::remove_file(home.join(EDGE_TOKEN)).unwrap();
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 3);
    let mut findings = done["findings"].as_array().unwrap().iter();
    assert!(
        findings.all(|finding| text(finding, "outcome") != "stays"),
        "{done:#}"
    );
}

#[test]
fn creds_of_nobody_say_whose_they_are_and_what_locks_them_out() {
    let home = home();
    let home = home.path();
    let creds = "nsc-store/keys/creds/ALPHA/ORDERS";
    let copy = format!("{creds}/copy.creds");
    std::fs::copy(
        home.join(format!("{creds}/order-admin.creds")),
        home.join(copy),
    )
    .unwrap();
    let users = home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users");
    std::fs::remove_file(users.join("order-svc.jwt")).unwrap();
    let key = subject(home, &format!("{creds}/order-svc.creds"));
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 3);
    let message = text(of(&done, "copy.creds"), "message");
    assert_eq!(
        message,
        "it is a copy of the creds of user \"order-admin\" of account \"ORDERS\""
    );
    let finding = of(&done, "order-svc.creds");
    assert!(text(finding, "message").contains("nsc has no user \"order-svc\""));
    let hint = text(finding, "hint");
    assert!(hint.contains("nkeep import user -f "), "{hint}");
    let output = follow(home, hint);
    assert!(output.status.success(), "{output:?}");
    let account = ["describe", "account", "ORDERS", "--operator", "ALPHA"];
    let revoked = &json(home, &account)["nats"]["revocations"];
    assert!(revoked.get(&key).is_some(), "{revoked}");
}

#[test]
fn keys_that_are_nowhere_are_named_with_what_helps() {
    let home = home();
    let home = home.path();
    let account = |name: &str| {
        let file = format!("nsc-store/stores/ALPHA/accounts/{name}/{name}.jwt");
        json(home, &["describe", "jwt", "-f", &file])
    };
    let identity = text(&account("EDGE"), "sub").to_owned();
    let orders = account("ORDERS");
    let signing = text(&orders["nats"]["signing_keys"][0], "key");
    for key in [&identity, signing] {
        std::fs::remove_file(key_file(home, key)).unwrap();
    }
    let done = json(home, &IMPORT);
    let edge = of(&done, "EDGE.jwt");
    assert_eq!(
        (text(edge, "code"), text(edge, "outcome")),
        ("seed.missing", "taken")
    );
    assert!(text(edge, "message").contains("nobody can sign users of the account"));
    let named = text(of(&done, "ORDERS.jwt"), "message");
    assert!(
        named.contains(signing) && named.contains("by it"),
        "{named}"
    );
    let add = [&["add", "user", "new"], &IN_EDGE[..]].concat();
    let why = refused(home, &add, 1, "no key that may sign for account \"EDGE\"");
    assert!(
        why.contains("hint: nkeep edit account EDGE --sk generate --operator ALPHA  #"),
        "{why}"
    );
    let orders = ["add", "user", "new", "-a", "ORDERS", "--operator", "ALPHA"];
    let by = [&orders[..], &["-K", signing]].concat();
    refused(
        home,
        &by,
        1,
        &format!("the seed of {signing} is not in the store"),
    );
    let output = follow(home, text(edge, "hint"));
    assert!(output.status.success(), "{output:?}");
    at_home(home, &add);
}

#[test]
fn users_stand_under_the_account_of_the_store_where_nsc_lost_its_token() {
    let home = home();
    let home = home.path();
    std::fs::rename(home.join(EDGE_TOKEN), home.join("edge.jwt")).unwrap();
    let key = json(home, &["describe", "jwt", "-f", "edge.jwt"])["sub"].clone();
    let key = key.as_str().unwrap();
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 3);
    let finding = of(&done, "accounts/EDGE");
    assert_eq!(text(finding, "code"), "token.missing");
    assert!(text(finding, "message").ends_with(&format!("of account {key}")));
    let hint = text(finding, "hint");
    assert!(
        hint.contains("nkeep import account --file TOKEN_FILE --operator ALPHA"),
        "{hint}"
    );
    let findings = done["findings"].to_string();
    assert!(!findings.contains("key.unreferenced"), "{done:#}");
    at_home(
        home,
        &[
            "import",
            "account",
            "--file",
            "edge.jwt",
            "--operator",
            "ALPHA",
        ],
    );
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 0, "{done:#}");
    assert_eq!(text(of(&done, "accounts/EDGE"), "outcome"), "same");
    let users = at_home(home, &[&["list", "users"], &IN_EDGE[..]].concat());
    assert!(users.contains("dev-bearer"), "{users}");
}

/// Without a folder it is read where nsc reads it.
#[test]
fn nsc_is_found_where_its_settings_and_variables_say() {
    let home = home();
    let home = home.path();
    let at = |name: &str| home.join(name).to_string_lossy().into_owned();
    std::fs::create_dir_all(home.join("settings")).unwrap();
    std::fs::rename(home.join("nsc-store/keys"), home.join("vault")).unwrap();
    std::fs::rename(home.join("nsc-store/stores"), home.join("tokens")).unwrap();
    let settings = format!(r#"{{"store_root":"{}","operator":"BRAVO"}}"#, at("tokens"));
    std::fs::write(home.join("settings/nsc.json"), settings).unwrap();
    let import = |variables: &[(&str, &str)]| {
        let mut command = common::nkeep_at(home);
        for (name, folder) in variables {
            command.env(name, home.join(folder));
        }
        let output = command
            .args(["import", "nsc", "--dry-run", "--json"])
            .output()
            .unwrap();
        (
            said(&output),
            serde_json::from_slice::<Value>(&output.stdout),
        )
    };
    let (why, none) = import(&[("NKEYS_PATH", "vault")]);
    assert!(
        none.is_err() && why.contains(".local/share/nats/nsc/stores"),
        "{why}"
    );
    let (_, tokens) = import(&[("NSC_HOME", "settings")]);
    assert_eq!(tokens.unwrap()["keys"].as_array().unwrap().len(), 0);
    let (_, all) = import(&[("NSC_HOME", "settings"), ("NKEYS_PATH", "vault")]);
    let all = all.unwrap();
    assert!(all["keys"].as_array().unwrap().len() > 20, "{all:#}");
    assert!(all["entities"].as_array().unwrap().len() > 20, "{all:#}");
    // The settings where they are by default, the tokens where they were before there was a default.
    std::fs::create_dir_all(home.join(".nsc")).unwrap();
    std::fs::rename(home.join("tokens"), home.join(".nsc/nats")).unwrap();
    let (_, old) = import(&[]);
    assert_eq!(old.unwrap()["entities"], all["entities"]);
}

/// Another folder than nsc's own is named to nsc, too.
#[test]
fn what_nsc_is_to_sign_it_is_told_where() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    at_home(
        home,
        &[&["delete", "user", "dev-bearer"], &IN_EDGE[..]].concat(),
    );
    nsc_edits(home, 7, 4_000_000_000);
    let why = refused(home, &IMPORT, 7, "does not revoke");
    let flags = "nsc --data-dir nsc-store/stores --keystore-dir nsc-store/keys --config-dir nsc-store/config";
    let hint = format!("hint: {flags} select operator ALPHA && {flags} revocations add-user -u U");
    assert!(why.contains(&hint), "{why}");
    assert!(EDGE_TOKEN.starts_with(EDGE));
}
