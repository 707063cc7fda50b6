//! What an import prints: totals, what is wrong with what helps, and why it was no success; not a row for each key.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use common::refusal::{everything, json, run, said};
use common::{at_home, fixture};
use nkeep::jwt::claims::User;
use nkeep::jwt::decode::{Unverified, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{Kind, Seed};
use serde_json::Value;

const IMPORT: [&str; 3] = ["import", "nsc", "nsc-store"];

fn home_with(name: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let init = ["store", "init", "--new-identity", "identity.txt"];
    at_home(home.path(), &init);
    fixture(name, home.path());
    home
}

fn shown(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Signs every user of ALPHA anew, under another name where that is said: so many conflicts, or names that are refused.
fn users_anew(home: &Path, name: Option<&str>, at: i64) -> usize {
    let store = home.join("nsc-store");
    let is_user = |path: &PathBuf| {
        path.starts_with(store.join("stores/ALPHA"))
            && path.parent().unwrap().ends_with("users")
            && path.extension().is_some_and(|ending| ending == "jwt")
    };
    let files: Vec<PathBuf> = everything(&store).into_keys().filter(is_user).collect();
    for (number, file) in files.iter().enumerate() {
        let token = decode(&std::fs::read_to_string(file).unwrap()).unwrap();
        let issuer = token.issuer().to_string();
        let seed = store.join(format!("keys/keys/A/{}/{issuer}.nk", &issuer[1..3]));
        let seed = std::fs::read_to_string(seed).unwrap();
        let pair = Seed::parse(seed.trim()).unwrap().signing_pair().unwrap();
        let mut claims = Unverified::<User>::try_from(token).unwrap().into_claims();
        claims.body.tags.push("anew".to_owned());
        if let Some(name) = name {
            claims.name = format!("{name}{number}");
        }
        let signed = encode(claims, &pair, at, UnknownFields::Keep).unwrap();
        std::fs::write(file, signed.token).unwrap();
    }
    files.len()
}

#[test]
fn an_import_is_told_in_totals_and_row_by_row_when_it_is_asked_for() {
    let home = home_with("nsc-store");
    let home = home.path();
    let dry = run(home, &[&IMPORT[..], &["--dry-run"]].concat());
    let first = run(home, &IMPORT);
    assert_eq!(first.status.code(), Some(0), "{first:?}");
    assert_eq!(shown(&dry), shown(&first));
    let text = shown(&first);
    let totals = "ALPHA: 1 operator, 6 accounts, 11 users and ";
    assert!(text.starts_with(totals), "{text}");
    for part in [
        " keys new\nBRAVO: 1 operator, 3 accounts, 3 users and ",
        "files below keys/keys in the clear\n",
        "files below keys/creds in the clear\n",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.lines().count() < 10, "{text}");
    let told = said(&first);
    assert!(told.starts_with("nkeep: from nsc-store/stores and nsc-store/keys\n"));
    for told in [told, said(&dry)] {
        assert!(
            told.contains("selected, as in nsc: ALPHA / ORDERS\n"),
            "{told}"
        );
    }
    // What is there already is no news.
    let again = run(home, &IMPORT);
    let text = shown(&again);
    assert!(
        text.starts_with(totals) && text.contains(" keys the same\n"),
        "{text}"
    );
    assert!(
        text.contains("[same] 1 finding of what the store has already"),
        "{text}"
    );
    assert!(!said(&again).contains("selected"), "{again:?}");
    let full = shown(&run(home, &[&IMPORT[..], &["--full-report"]].concat()));
    for part in [
        "ALPHA/ORDERS/order-svc",
        "account-signing key",
        "[seed] keys/keys/O/",
        "[same] stores/",
    ] {
        assert!(full.contains(part), "{part}: {full}");
    }
    let quiet = run(home, &[&IMPORT[..], &["-q"]].concat());
    assert!(
        quiet.stdout.is_empty() && quiet.stderr.is_empty(),
        "{quiet:?}"
    );
}

#[test]
fn what_is_skipped_comes_first_and_the_last_line_says_why_it_was_no_success() {
    let home = home_with("nsc-store-broken");
    let home = home.path();
    let import = ["import", "nsc", "nsc-store-broken", "-q"];
    let output = run(home, &import);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let text = shown(&output);
    let labels: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with('['))
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    let mut order = labels.clone();
    order.dedup();
    assert_eq!(order, ["[skipped]", "[from", "[taken]", "[left]"], "{text}");
    assert!(
        !text.contains("creds.missing") && !text.contains("[seed]"),
        "{text}"
    );
    let skipped = labels.iter().filter(|label| **label == "[skipped]").count();
    assert_eq!(
        said(&output),
        format!(
            "nkeep: {skipped} findings skipped (exit code 3): mend that first\nnkeep: next: nkeep import nsc nsc-store-broken -q  # when it is mended; what was taken stays\n"
        )
    );
    let output = run(home, &import[..3]);
    let counted = "[left] 1 user has no creds file, and nkeep makes one when it is wanted\n";
    assert!(shown(&output).contains(counted), "{output:?}");
}

#[test]
fn names_that_are_refused_have_one_command_that_takes_them_all() {
    let home = home_with("nsc-store");
    let home = home.path();
    let count = users_anew(home, Some("a/b"), 1_795_190_000);
    let output = run(home, &IMPORT);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let text = shown(&output);
    let hints: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("--rename"))
        .collect();
    let [hint] = hints[..] else {
        panic!("{text}");
    };
    assert_eq!(hint.matches("--rename").count(), count, "{hint}");
    let command = hint.strip_prefix("hint: nkeep ").unwrap();
    let args: Vec<&str> = command.split("  # ").next().unwrap().split(' ').collect();
    let renamed = run(home, &args);
    assert!(!shown(&renamed).contains("[skipped]"), "{renamed:?}");
}

#[test]
fn conflicts_are_a_line_each_and_a_dry_run_says_that_nothing_would_be_taken() {
    let home = home_with("nsc-store");
    let home = home.path();
    at_home(home, &IMPORT);
    // What is changed here, and later by nsc, is a conflict.
    let named = |list: &[&str], what: &str| -> Vec<String> {
        let listed = json(home, &[list, &["--operator", "ALPHA"]].concat());
        let listed = listed[what].as_array().unwrap().iter();
        let names = listed.map(|one| one["name"].as_str().unwrap().to_owned());
        names.collect()
    };
    for account in named(&["list", "accounts"], "accounts") {
        for user in named(&["list", "users", "-a", &account], "users") {
            // Whose tokens are revoked until later is signed no other.
            if user != "dev-revoked" {
                let edit = ["edit", "user", &user, "-a", &account, "--operator", "ALPHA"];
                at_home(home, &[&edit[..], &["--tag", "here"]].concat());
            }
        }
    }
    assert_eq!(users_anew(home, None, 1_795_205_000), 11);
    let later = |args: &[&str]| {
        let mut command = common::nkeep_at(home);
        command.env("NKEEP_TEST_CLOCK", "1795210000").args(args);
        command.output().unwrap()
    };
    let dry = later(&[&IMPORT[..], &["--dry-run"]].concat());
    assert_eq!(dry.status.code(), Some(7), "{dry:?}");
    let nothing = "dry run: would take nothing: 10 conflicts; without them, 0 operators, 0 accounts, 1 user and 0 keys";
    assert!(said(&dry).contains(nothing), "{dry:?}");
    let refused = later(&IMPORT);
    assert_eq!(refused.status.code(), Some(7), "{refused:?}");
    let told = said(&refused);
    let lines: Vec<&str> = told.lines().collect();
    let named = |line: &&&str| line.starts_with("nkeep: conflict: stores/ALPHA/accounts/");
    assert_eq!(lines.iter().filter(named).count(), 10, "{told}");
    let at = lines.iter().position(|line| {
        *line == "nkeep: error: 10 conflicts: the store has it otherwise, and nothing was taken"
    });
    assert!(
        lines[at.unwrap() + 1..]
            .iter()
            .all(|line| line.starts_with("nkeep: hint: ")),
        "{told}"
    );
}

#[test]
fn what_stays_of_the_seeds_in_the_clear_is_named_with_its_reason() {
    let home = home_with("nsc-store");
    let home = home.path();
    let second = home.join("nsc-store/keys/creds/ALPHA/SYS/sys.creds");
    std::fs::hard_link(&second, home.join("second")).unwrap();
    let shred = [&IMPORT[..], &["--shred-source"]].concat();
    let before = everything(home);
    let dry = run(home, &[&shred[..], &["--dry-run"]].concat());
    assert!(before == everything(home));
    let wet = run(home, &shred);
    for (output, goes, remove) in [
        (&dry, "would be removed", "would remove"),
        (&wet, "removed", "removed"),
    ] {
        assert_eq!(output.status.code(), Some(3), "{output:?}");
        let text = shown(output);
        let kept = "[kept] keys/creds/ALPHA/SYS/sys.creds\n  it has another name somewhere, and would still be there\n  \
                    hint: find . -samefile nsc-store/keys/creds/ALPHA/SYS/sys.creds  # ";
        assert!(text.contains(kept), "{text}");
        assert!(
            text.contains(&format!("files below keys/keys {goes}\n")),
            "{text}"
        );
        let told = said(output);
        let summary = "files with seeds in the clear; kept 1: it has another name somewhere, and would still be there\n";
        assert!(
            told.contains(&format!("{remove} ")) && told.contains(summary),
            "{told}"
        );
        let why = "1 file kept, with a seed that the store has (exit code 3): mend that first\n";
        assert!(told.contains(why), "{told}");
    }
    let none = run(home, &shred);
    let why = "removed none of 1 file with seeds in the clear: it has another name somewhere, and would still be there\n";
    assert!(said(&none).contains(why), "{none:?}");
    let dry = json_of(home, &[&shred[..], &["--dry-run", "--json"]].concat());
    let reason = "it has another name somewhere, and would still be there";
    assert_eq!(dry["plain_seeds"][0]["kept"], reason, "{dry}");
    std::fs::remove_file(home.join("second")).unwrap();
    let dry = json_of(home, &[&shred[..], &["--dry-run", "--json"]].concat());
    assert_eq!(dry["plain_seeds"][0]["would_be_removed"], true, "{dry}");
    assert_eq!(dry["plain_seeds"][0]["removed"], false, "{dry}");
    at_home(home, &shred);
    let nothing = run(home, &shred);
    assert!(
        said(&nothing).contains("no file with a seed in the clear was found"),
        "{nothing:?}"
    );
}

fn json_of(home: &Path, args: &[&str]) -> Value {
    let output = run(home, args);
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Nobody is told to remove the only copy of a seed, nor that the store lacks what this import takes.
#[test]
fn seeds_under_other_names_are_judged_by_what_the_store_would_have() {
    let home = home_with("nsc-store");
    let home = home.path();
    let folder = home.join("nsc-store");
    let mut sources = everything(&folder.join("keys/keys/O")).into_keys();
    let known = sources.find(|path| path.extension().is_some()).unwrap();
    std::fs::copy(&known, folder.join("keys/keys/copy.bak")).unwrap();
    let other = Seed::generate(Kind::User).unwrap();
    std::fs::write(folder.join("keys/keys/other.bak"), &*other.expose()).unwrap();
    let dry = shown(&run(home, &[&IMPORT[..], &["--dry-run"]].concat()));
    let left: Vec<&str> = dry
        .lines()
        .skip_while(|line| !line.starts_with("left: "))
        .collect();
    assert!(
        left[0].ends_with("which the store would have: look and remove it afterwards"),
        "{dry}"
    );
    assert!(
        left[1].ends_with("which the store has not: take it first"),
        "{dry}"
    );
    let command = left[2].strip_prefix("  hint: nkeep ").unwrap();
    assert_eq!(command, "import keys --file nsc-store/keys/keys/other.bak");
    at_home(home, &command.split(' ').collect::<Vec<_>>());
    let report = json(home, &IMPORT);
    let left = report["left_seeds"].as_array().unwrap();
    assert_eq!(left.len(), 2);
    assert!(left.iter().all(|one| one["in_store"] == true), "{left:?}");
}

#[test]
fn what_helps_is_opened_by_the_identity_that_was_named() {
    let home = home_with("nsc-store");
    let home = home.path();
    users_anew(home, Some("a/b"), 1_795_190_000);
    std::fs::rename(home.join("identity.txt"), home.join("named.txt")).unwrap();
    let output = run(home, &[&["--identity", "named.txt"], &IMPORT[..]].concat());
    let text = shown(&output);
    assert!(
        text.contains("hint: nkeep --identity named.txt import nsc nsc-store --rename "),
        "{output:?}"
    );
    let again = "next: nkeep --identity named.txt import nsc nsc-store  #";
    assert!(said(&output).contains(again), "{output:?}");
}

/// Of several at once, one takes it, and the others took nothing.
#[test]
fn what_another_took_meanwhile_is_not_counted() {
    let home = home_with("nsc-store");
    let home = home.path();
    let running: Vec<_> = (0..4)
        .map(|_| {
            let mut command = common::nkeep_at(home);
            let command = command
                .args(IMPORT)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    let outputs = running
        .into_iter()
        .map(|one| one.wait_with_output().unwrap());
    let outputs: Vec<Output> = outputs.collect();
    let took = |what: &str| {
        outputs
            .iter()
            .filter(|one| said(one).contains(what))
            .count()
    };
    assert!(
        outputs.iter().all(|output| output.status.success()),
        "{outputs:?}"
    );
    assert_eq!(took("took 2 operators, 9 accounts"), 1, "{outputs:?}");
    assert_eq!(
        took("took 0 operators, 0 accounts, 0 users and 0 keys"),
        3,
        "{outputs:?}"
    );
    let log = json(home, &["audit", "log"]);
    assert_eq!(log["entries"].as_array().unwrap().len(), 2);
}

#[test]
#[cfg(target_os = "linux")]
fn what_was_done_is_told_though_nobody_reads_the_report() {
    for (store, gone, full) in [("nsc-store", 0, 1), ("nsc-store-broken", 3, 3)] {
        for to in ["gone", "full"] {
            let home = home_with(store);
            let stdout: Stdio = if to == "full" {
                let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
                full.unwrap().into()
            } else {
                let (reader, writer) = std::io::pipe().unwrap();
                drop(reader);
                writer.into()
            };
            let mut command = common::nkeep_at(home.path());
            let output = command
                .args(["import", "nsc", store])
                .stdout(stdout)
                .output()
                .unwrap();
            let code = if to == "full" { full } else { gone };
            assert_eq!(output.status.code(), Some(code), "{store} {to}: {output:?}");
            assert!(said(&output).contains("nkeep: took "), "{output:?}");
        }
    }
}
