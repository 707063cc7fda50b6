//! Accounts that break rules and were taken all the same: each fault is mended by itself, and whoever has one is no less
//! revoked, deleted and reissued. Nothing that was whole is broken by that.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::refusal::{json, refused, run, said};
use common::source::{EDGE, IMPORT, follow, home, signed_again};
use nkeep::jwt::claims::{Account, Export, Import, Mapping, MessageTrace, Operator, ShareType};

/// A home with nsc's store in it, whose account EDGE was changed before it was taken.
fn taken(change: impl FnOnce(&mut Account)) -> tempfile::TempDir {
    let folder = home();
    let file = format!("{EDGE}/EDGE.jwt");
    signed_again::<Account>(folder.path(), &file, |account, _, at| {
        change(account);
        *at += 1;
    });
    at_home(folder.path(), &[&IMPORT[..], &["--skip"]].concat());
    folder
}

fn export(subject: &str) -> Export {
    Export {
        subject: subject.to_owned(),
        share_type: ShareType::Stream,
        ..Export::default()
    }
}

/// Faults of four kinds, none of which has to do with another.
fn many_faults(account: &mut Account) {
    account.exports.extend([export("a..b"), export(".c")]);
    account.imports.push(Import {
        subject: "q".to_owned(),
        share_type: ShareType::Stream,
        ..Import::default()
    });
    account.signing_keys.0.insert("XYZ".to_owned(), None);
    let to = Mapping {
        subject: "to".to_owned(),
        ..Mapping::default()
    };
    account.mappings.insert("m..n".to_owned(), vec![to]);
    account.trace = Some(MessageTrace {
        dest: "a.*".to_owned(),
        ..MessageTrace::default()
    });
}

/// A command on the account with the faults; what it said.
fn on_edge(home: &Path, line: &str) -> String {
    let words = line.split(' ').chain(["-a", "EDGE", "--operator", "ALPHA"]);
    let words: Vec<&str> = words.map(|word| word.trim_matches('\'')).collect();
    let output = run(home, &words);
    assert!(output.status.success(), "{words:?}: {output:?}");
    said(&output)
}

fn edit_edge(home: &Path, flags: &[&str]) -> String {
    let edit = ["edit", "account", "EDGE", "--operator", "ALPHA"];
    let output = run(home, &[&edit, flags].concat());
    assert!(output.status.success(), "{flags:?}: {output:?}");
    said(&output)
}

/// The codes of what keeps the account from being served.
fn faults(home: &Path) -> Vec<String> {
    let output = run(
        home,
        &["validate", "-a", "EDGE", "--operator", "ALPHA", "--json"],
    );
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut found = Vec::new();
    gather(&report, &mut found);
    found
}

fn gather(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(values) => values.iter().for_each(|one| gather(one, found)),
        serde_json::Value::Object(fields) => {
            if fields.get("severity").is_some_and(|bad| bad == "error") {
                found.push(fields["code"].as_str().unwrap().to_owned());
            }
            fields.values().for_each(|one| gather(one, found));
        }
        _ => {}
    }
}

#[test]
fn each_fault_is_mended_by_itself_and_the_rest_is_named() {
    let folder = taken(many_faults);
    let home = folder.path();
    let all = faults(home).len();
    let heard = on_edge(home, "delete export -s 'a..b'");
    assert!(heard.contains("break rules as before"), "{heard}");
    assert!(heard.contains("nkeep validate"), "{heard}");
    assert_eq!(faults(home).len(), all - 1);
    on_edge(home, "delete import -s q --src-account ''");
    edit_edge(home, &["--rm-sk", "XYZ"]);
    on_edge(home, "delete mapping -f 'm..n'");
    on_edge(home, "delete export -s '.c'");
    let heard = edit_edge(home, &["--trace-context-subject", "a.b"]);
    assert!(!heard.contains("break rules"), "{heard}");
    assert_eq!(faults(home), [] as [&str; 0]);
    // It is whole now, and stays so.
    let trace = ["--trace-context-subject", "a.*"];
    let edit = ["edit", "account", "EDGE", "--operator", "ALPHA"];
    refused(home, &[&edit[..], &trace].concat(), 3, "break rules");
}

/// What is no subject is named as it stands there, to be edited as well as to be deleted.
#[test]
fn an_export_of_no_subject_is_edited_by_what_stands_there() {
    let folder = taken(many_faults);
    let home = folder.path();
    let all = faults(home).len();
    let heard = on_edge(home, "edit export -s 'a..b' --private");
    assert!(heard.contains("break rules as before"), "{heard}");
    assert_eq!(faults(home).len(), all);
    let edge = ["describe", "account", "EDGE", "--operator", "ALPHA"];
    let exports = json(home, &edge)["nats"]["exports"].clone();
    let mut exports = exports.as_array().unwrap().iter();
    let edited = exports.find(|export| export["subject"] == "a..b").unwrap();
    assert_eq!(edited["token_req"], true);
    let none = ["edit", "export", "-s", "x..y", "--private", "-a", "EDGE"];
    let place = ["--operator", "ALPHA"];
    refused(
        home,
        &[&none[..], &place].concat(),
        2,
        "names nothing that is there",
    );
}

/// The same of an operator's signing keys.
#[test]
fn what_is_no_key_of_an_operator_is_taken_away_by_what_stands_there() {
    let folder = home();
    let home = folder.path();
    let file = "nsc-store/stores/ALPHA/ALPHA.jwt";
    signed_again::<Operator>(home, file, |operator, _, at| {
        operator.signing_keys.push("XYZ".to_owned());
        *at += 1;
    });
    at_home(home, &[&IMPORT[..], &["--skip"]].concat());
    let keys = || json(home, &["describe", "operator", "ALPHA"])["nats"]["signing_keys"].clone();
    assert!(keys().to_string().contains("XYZ"));
    let edit = ["edit", "operator", "--operator", "ALPHA", "--rm-sk"];
    refused(
        home,
        &[&edit[..], &["XYY"]].concat(),
        2,
        "\"XYY\" cannot be taken away",
    );
    let found = String::from_utf8(run(home, &["validate"]).stdout).unwrap();
    let found: String = found.split_whitespace().collect::<Vec<_>>().join(" ");
    let hint = "hint: nkeep edit operator --operator ALPHA --rm-sk XYZ";
    assert!(found.contains(hint), "{found}");
    at_home(home, &[&edit[..], &["XYZ"]].concat());
    assert!(!keys().to_string().contains("XYZ"));
}

#[test]
fn no_fault_comes_to_those_that_are_there() {
    let folder = taken(many_faults);
    let home = folder.path();
    let edit = ["edit", "account", "EDGE", "--operator", "ALPHA"];
    let worse: [&[&str]; 2] = [
        &["--info-url", "nowhere"],
        &["--trace-context-subject", "b.*"],
    ];
    for flags in worse {
        refused(home, &[&edit[..], flags].concat(), 3, "break rules");
    }
}

#[test]
fn one_more_does_not_hide_behind_those_that_are_too_many_or_overlap() {
    let folder = taken(|account| account.exports.extend([export("o.>"), export("o.a")]));
    let home = folder.path();
    let place = ["-a", "EDGE", "--operator", "ALPHA"];
    let add = ["add", "export", "-s", "o.b"];
    refused(home, &[&add[..], &place].concat(), 3, "already exports");
    let delete = ["delete", "export", "-s", "o.a"];
    at_home(home, &[&delete[..], &place].concat());
    assert_eq!(faults(home), [] as [&str; 0]);
}

#[test]
fn of_several_that_overlap_one_can_go() {
    let folder = taken(|account| account.exports.extend(["o.>", "o.a", "o.b"].map(export)));
    let home = folder.path();
    on_edge(home, "delete export -s o.a");
    on_edge(home, "delete export -s o.b");
    assert_eq!(faults(home), [] as [&str; 0]);
}

#[test]
fn a_broken_account_keeps_nobody_from_being_revoked_or_deleted() {
    let folder = taken(many_faults);
    let home = folder.path();
    let place = ["-a", "EDGE", "--operator", "ALPHA", "--json"];
    let users = run(home, &[&["list", "users"], &place[..]].concat());
    let users: serde_json::Value = serde_json::from_slice(&users.stdout).unwrap();
    let names: Vec<String> = users["users"]
        .as_array()
        .unwrap_or_else(|| panic!("{users}"))
        .iter()
        .map(|user| user["name"].as_str().unwrap().to_owned())
        .collect();
    on_edge(home, &format!("revocations add-user {}", names[0]));
    on_edge(home, &format!("delete user {}", names[0]));
    let delete = [
        "delete",
        "account",
        "EDGE",
        "--operator",
        "ALPHA",
        "--force",
    ];
    at_home(home, &delete);
}

#[test]
fn an_operator_is_reissued_with_a_broken_account_and_says_so() {
    let folder = taken(many_faults);
    let home = folder.path();
    let operator = json(home, &["describe", "operator", "ALPHA"]);
    edit_edge(home, &["-K", operator["sub"].as_str().unwrap()]);
    let done = json(home, &["reissue", "operator", "ALPHA", "--force"]);
    assert!(done["signed_anew"].to_string().contains("EDGE"), "{done}");
    let warnings = done["warnings"].to_string();
    assert!(warnings.contains("break rules as before"), "{warnings}");
    assert!(warnings.contains("EDGE"), "{warnings}");
    assert_ne!(faults(home), [] as [&str; 0]);
}

#[test]
fn what_is_no_subject_and_stands_nowhere_is_refused_with_its_reason() {
    let folder = taken(many_faults);
    let home = folder.path();
    let place = ["-a", "EDGE", "--operator", "ALPHA"];
    for (what, named) in [("export", "-s"), ("import", "-s"), ("mapping", "-f")] {
        let delete = ["delete", what, named, "x..y"];
        refused(
            home,
            &[&delete[..], &place].concat(),
            2,
            "\"x..y\" names nothing that is there: a subject cannot",
        );
    }
    let from = ["delete", "import", "-s", "q", "--src-account", "a\tb"];
    refused(
        home,
        &[&from[..], &place].concat(),
        2,
        "names nothing that is there",
    );
}

/// Every hint is a command that does what it says.
#[test]
fn what_validate_hints_at_mends_everything() {
    let folder = taken(many_faults);
    let home = folder.path();
    for _ in 0..8 {
        let output = run(home, &["validate", "-a", "EDGE", "--operator", "ALPHA"]);
        let heard = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            said(&output)
        );
        let hints = heard
            .lines()
            .filter_map(|line| Some(line.split_once("nkeep ")?.1));
        let mends = |hint: &&str| hint.starts_with("delete ") || hint.starts_with("edit account");
        let Some(hint) = hints.into_iter().find(mends) else {
            assert_eq!(faults(home), [] as [&str; 0], "{heard}");
            return;
        };
        let done = follow(home, &format!("nkeep {hint}"));
        assert!(done.status.success(), "{hint}: {done:?}");
    }
    panic!("faults are left: {:?}", faults(home));
}
