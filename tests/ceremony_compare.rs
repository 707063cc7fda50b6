//! Two machines with the same root give the same bytes to the same request; where files differ, it is said in which field.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Command;

use common::ceremonies::{Two, sign_at};
use common::refusal::{refused, run};
use nkeep::ceremony::transcript::line::hex;
use nkeep::store::age::Identity;
use serde_json::Value;

/// Compares in a folder in which no store is, and gives what was said and the exit code.
fn compared(first: &Path, second: &Path) -> (Value, i32) {
    let nowhere = tempfile::tempdir().unwrap();
    let (first, second) = (first.to_str().unwrap(), second.to_str().unwrap());
    let output = run(
        nowhere.path(),
        &["ceremony", "compare", first, second, "--json"],
    );
    let found = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    (found, output.status.code().unwrap())
}

fn fields(found: &Value) -> Vec<&str> {
    let differences = found["differences"].as_array().unwrap();
    differences
        .iter()
        .map(|one| one["field"].as_str().unwrap())
        .collect()
}

/// All of that machine, on another.
fn another(home: &Path) -> tempfile::TempDir {
    let other = tempfile::tempdir().unwrap();
    let from = format!("{}/.", home.display());
    let copied = Command::new("cp")
        .args(["-a", &from])
        .arg(other.path())
        .status();
    assert!(copied.unwrap().success());
    other
}

#[test]
fn two_machines_give_the_same_answer() {
    let two = Two::new();
    two.ask("a.nreq", &["edit", "operator", "--tag", "prod"]);
    two.ask("b.nreq", &["edit", "operator", "--tag", "test"]);
    let (second, third) = (another(two.root()), another(two.root()));
    let signed = |home: &Path, name: &str| {
        let (request, response) = (format!("{name}.nreq"), format!("{name}.nresp"));
        let (text, code) = sign_at(home, &request, &response, &[]);
        assert_eq!(code, 0, "{text}");
        home.join(response)
    };
    let first = signed(two.root(), "a");
    let (found, code) = compared(&first, &signed(second.path(), "a"));
    assert_eq!(code, 0, "{found}");
    assert_eq!(found["same"], true);
    assert_eq!(found["files"], "ceremony response 1");
    let hash = hex(&std::fs::read(&first).unwrap());
    assert_eq!(found["sha256"], serde_json::json!([hash, hash]));

    // What another request was answered with is another answer, and it is said in what.
    let (found, code) = compared(&first, &signed(third.path(), "b"));
    assert_eq!(code, 3, "{found}");
    assert_eq!(found["same"], false);
    let root = Two::operator_key(two.root());
    assert_eq!(
        fields(&found),
        [
            "request",
            "signatures.1",
            &format!("signature of root {root}"),
        ],
        "{found}"
    );
}

#[test]
fn files_of_each_kind_are_compared() {
    let two = Two::new();
    let (root, working) = (two.root(), two.working());
    for (name, tag) in [("a", "prod"), ("b", "test")] {
        let asked = two.ask(&format!("{name}.nreq"), &["edit", "operator", "--tag", tag]);
        let hash = asked["sha256"].as_str().unwrap();
        let (request, approval) = (format!("{name}.nreq"), format!("{name}.nappr"));
        let approve = [
            "ceremony",
            "approve",
            &request,
            "-K",
            "user.nk",
            "-o",
            &approval,
            "--expect-request",
            hash,
        ];
        common::at_home(working, &approve);
    }
    let holder = |name: &str| {
        let identity = Identity::generate().unwrap();
        format!("{name}={}", identity.recipient().unwrap())
    };
    let (ada, bob) = (holder("Ada"), holder("Bob"));
    for folder in ["one", "two"] {
        let split = [
            "ceremony", "split", "-k", "2", "--holder", &ada, "--holder", &bob, "--dir", folder,
        ];
        common::at_home(root, &split);
    }
    let share = |folder: &str, number: u8| root.join(format!("{folder}/ACME-{number}-of-2.nshare"));
    common::at_home(root, &["ceremony", "policy", "show", "-o", "first.json"]);
    let policy = std::fs::read_to_string(root.join("first.json")).unwrap();
    let policy = policy.replacen("\"signing_keys\": 4", "\"signing_keys\": 3", 1);
    std::fs::write(root.join("second.json"), policy).unwrap();
    let cases = [
        (
            working.join("a.nreq"),
            working.join("b.nreq"),
            "items.1.proposed.claims.nats.tags.1",
        ),
        (working.join("a.nappr"), working.join("b.nappr"), "request"),
        (
            root.join("one/ACME.nset"),
            root.join("two/ACME.nset"),
            "shares.1.commitment",
        ),
        (share("one", 1), share("one", 2), "share"),
        (
            root.join("first.json"),
            root.join("second.json"),
            "signing_keys",
        ),
    ];
    for (first, second, field) in cases {
        for path in [&first, &second] {
            let (found, code) = compared(path, path);
            assert_eq!((code, &found["same"]), (0, &true.into()), "{found}");
        }
        let (found, code) = compared(&first, &second);
        assert_eq!(code, 3, "{found}");
        assert!(fields(&found).contains(&field), "{field}: {found}");
    }
    // Of two kinds, or of none, nothing is compared.
    refused(
        working,
        &["ceremony", "compare", "a.nreq", "a.nappr"],
        2,
        "is of one kind",
    );
    refused(
        working,
        &["ceremony", "compare", "a.nreq", "message.txt"],
        3,
        "no file of a ceremony",
    );
    refused(
        working,
        &["ceremony", "compare", "-", "-"],
        2,
        "stdin is one file",
    );
}

/// An answer is compared where its signatures hold, whatever byte of it was changed.
#[test]
fn what_was_tampered_with_is_never_the_same() {
    let two = Two::new();
    two.ask("a.nreq", &["edit", "operator", "--tag", "prod"]);
    two.sign("a.nreq", "a.nresp", &[]);
    let home = two.working();
    let whole = std::fs::read(home.join("a.nresp")).unwrap();
    for at in (0..whole.len()).step_by(7) {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        let name = "b.nresp";
        let read = |bytes: &[u8]| nkeep::ceremony::compare::Compared::read(name, bytes);
        let first = read(&whole).unwrap();
        let is_same = read(&changed).is_ok_and(|other| first.differences(&other).is_empty());
        assert!(!is_same, "byte {at}");
    }
    // Nobody's signature is none.
    let line = whole.split_inclusive(|byte| *byte == b'\n').next().unwrap();
    std::fs::write(home.join("b.nresp"), line).unwrap();
    let compare = ["ceremony", "compare", "b.nresp", "b.nresp"];
    refused(
        home,
        &compare,
        7,
        "is not signed by the identity of the operator",
    );
}
