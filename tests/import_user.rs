//! `import user`: whole or not at all, and never an older token in place of a newer.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::at_home;
use common::refusal::{everything, json, refused, run, said};

#[test]
fn a_creds_file_that_is_refused_leaves_nothing() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["add", "user", "guest"]);
    let creds = ["generate", "creds", "-n", "guest", "-o", "guest.creds"];
    at_home(home, &creds);
    // Of an account of another store.
    let other = common::estate();
    let other = other.path();
    std::fs::copy(home.join("guest.creds"), other.join("guest.creds")).unwrap();
    let keys = json(other, &["list", "keys"]);
    let store = everything(&other.join(".local/share"));
    let output = run(other, &["import", "user", "-f", "guest.creds"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(
        said(&output).contains("took 0 operators, 0 accounts, 0 users and 0 keys"),
        "{output:?}"
    );
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("[skipped] guest.creds\n"), "{text}");
    assert_eq!(keys, json(other, &["list", "keys"]));
    assert_eq!(store, everything(&other.join(".local/share")));
    // One that is taken is taken with its seed.
    at_home(home, &["delete", "user", "guest", "--no-revoke"]);
    let report = json(home, &["import", "user", "-f", "guest.creds"]);
    assert_eq!(report["entities"][0]["outcome"], "new", "{report}");
    assert_eq!(report["keys"].as_array().unwrap().len(), 1, "{report}");
    // Among files that lie about, a seed is one of them.
    std::fs::create_dir(other.join("heap")).unwrap();
    std::fs::rename(other.join("guest.creds"), other.join("heap/guest.creds")).unwrap();
    let output = run(other, &["import", "files", "heap", "--creds", "--json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["keys"].as_array().unwrap().len(), 1, "{report}");
}

#[test]
fn an_older_token_takes_no_place() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["add", "user", "guest"]);
    let creds = ["generate", "creds", "-n", "guest", "-o", "old.creds"];
    at_home(home, &creds);
    at_home(home, &["edit", "user", "guest", "--allow-pub", "x"]);
    let now = json(home, &["describe", "user", "guest"]);
    for more in [&[][..], &["--overwrite"]] {
        let args = [&["import", "user", "-f", "old.creds"], more].concat();
        let why = refused(home, &args, 7, "is no older than the one in old.creds");
        assert!(
            why.contains("hint: nkeep describe user guest -a ACME\n"),
            "{why}"
        );
    }
    assert_eq!(now, json(home, &["describe", "user", "guest"]));
    // The same is taken for the same, and a newer one in its place when that is said.
    at_home(
        home,
        &["generate", "creds", "-n", "guest", "-o", "new.creds"],
    );
    let same = json(home, &["import", "user", "-f", "new.creds"]);
    assert_eq!(same["entities"][0]["outcome"], "same");
    at_home(home, &["store", "backup", "now.backup"]);
    at_home(home, &["edit", "user", "guest", "--allow-pub", "y"]);
    let newer = ["generate", "creds", "-n", "guest", "-o", "newer.creds"];
    at_home(home, &newer);
    let changed = json(home, &["describe", "user", "guest"]);
    let other = tempfile::tempdir().unwrap();
    let other = other.path();
    for file in ["identity.txt", "now.backup", "newer.creds"] {
        std::fs::copy(home.join(file), other.join(file)).unwrap();
    }
    at_home(other, &["store", "restore", "now.backup"]);
    let newer = ["import", "user", "-f", "newer.creds"];
    refused(other, &newer, 7, "the store has another token");
    at_home(other, &[&newer[..], &["--overwrite"]].concat());
    assert_eq!(changed, json(other, &["describe", "user", "guest"]));
}

/// What a hint says can be run as it stands, and asks for all that was asked for.
#[test]
fn hints_keep_what_was_asked_for() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["add", "account", "S"]);
    let raw = |file: &str| {
        let token = at_home(home, &["describe", "account", "S", "--raw"]);
        std::fs::write(home.join(file), token).unwrap();
    };
    raw("first.jwt");
    at_home(home, &["add", "operator", "TWO", "--sys"]);
    at_home(
        home,
        &["delete", "account", "S", "--operator", "ACME", "-F"],
    );
    let import = [
        "import",
        "account",
        "--file",
        "first.jwt",
        "--force",
        "--skip",
        "--operator",
        "TWO",
    ];
    at_home(home, &import);
    at_home(
        home,
        &["edit", "account", "S", "--tag", "x", "--operator", "TWO"],
    );
    let why = refused(home, &import, 7, "the store has a newer token");
    let line = format!("hint: nkeep {}", import.join(" "));
    for flag in ["--dry-run", "--overwrite"] {
        assert!(why.contains(&format!("{line} {flag}  # ")), "{flag}: {why}");
    }
    at_home(home, &[&import[..], &["--overwrite"]].concat());
}

/// A token that the store has already is not said to be taken once more.
#[test]
fn what_is_there_is_not_taken_again() {
    let home = common::estate();
    let home = home.path();
    at_home(home, &["add", "user", "t"]);
    at_home(home, &["generate", "creds", "-n", "t", "-o", "t.creds"]);
    at_home(home, &["revocations", "add-user", "t"]);
    let import = ["import", "user", "-f", "t.creds"];
    let report = json(home, &import);
    let finding = &report["findings"][0];
    assert_eq!(
        (&finding["code"], &finding["outcome"]),
        (&"chain.revoked".into(), &"same".into())
    );
    let text = at_home(home, &import);
    assert!(
        text.contains("[same] t.creds") && !text.contains("[taken]"),
        "{text}"
    );
    at_home(home, &["delete", "user", "t"]);
    let text = at_home(home, &import);
    assert!(text.contains("[taken] t.creds"), "{text}");
}
