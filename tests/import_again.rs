//! What an import says of what is not taken: who was deleted stays so, and each command that is printed can be run as it
//! stands, is about whom it is printed for, and helps.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::refusal::{json, refused};
use common::source::{
    EDGE, IMPORT, follow, home, key_file, of, report, signed_again, signed_by, subject, text,
};
use nkeep::jwt::claims::{Account, User};
use serde_json::Value;

const REVOKED: &str = "nsc-store/keys/creds/ALPHA/EDGE/dev-revoked.creds";

fn sealed(home: &Path, key: &str) -> bool {
    let listed = json(home, &["list", "keys"]);
    let mut keys = listed["keys"].as_array().unwrap().iter();
    keys.any(|one| text(one, "public_key") == key && one["sealed"] == true)
}

#[test]
fn hints_are_about_the_store_and_the_operator_of_the_file() {
    let home = home();
    let home = home.path();
    at_home(home, &["--store", "t2.nkeep", "store", "init"]);
    let mut keys = Vec::new();
    for operator in ["ALPHA", "BRAVO"] {
        let creds = format!("nsc-store/keys/creds/{operator}/SYS/sys.creds");
        keys.push(subject(home, &creds));
        std::fs::remove_file(home.join(creds)).unwrap();
    }
    let done = json(home, &[&["--store", "t2.nkeep"], &IMPORT[..]].concat());
    for (operator, key) in ["ALPHA", "BRAVO"].iter().zip(keys) {
        let file = format!("{operator}/accounts/SYS/users/sys.jwt");
        let hint = text(of(&done, &file), "hint");
        assert!(
            hint.starts_with("nkeep --store t2.nkeep generate creds "),
            "{hint}"
        );
        let output = follow(
            home,
            &hint.replace("sys.creds", &format!("{operator}.creds")),
        );
        assert!(output.status.success(), "{output:?}");
        assert_eq!(subject(home, &format!("{operator}.creds")), key);
    }
}

#[test]
fn whom_nsc_deleted_is_left_and_shredded() {
    for with_key_file in [true, false] {
        let home = home();
        let home = home.path();
        let key = subject(home, REVOKED);
        std::fs::remove_file(home.join(EDGE).join("users/dev-revoked.jwt")).unwrap();
        if !with_key_file {
            std::fs::remove_file(key_file(home, &key)).unwrap();
        }
        let done = json(home, &IMPORT);
        let finding = of(&done, "dev-revoked.creds");
        assert_eq!(
            (text(finding, "outcome"), &finding["hint"]),
            ("left", &Value::Null)
        );
        assert!(
            text(finding, "message").contains("was deleted"),
            "{finding}"
        );
        // Its seed is sealed before a file of it goes.
        let done = json(home, &[&IMPORT[..], &["--shred-source"]].concat());
        assert!(sealed(home, &key));
        let files = done["plain_seeds"].as_array().unwrap();
        assert!(
            files.iter().all(|file| file["removed"] == true),
            "{files:?}"
        );
        assert!(!home.join(REVOKED).exists() && !key_file(home, &key).exists());
        let users = at_home(
            home,
            &["list", "users", "-a", "EDGE", "--operator", "ALPHA"],
        );
        assert!(!users.contains("dev-revoked"), "{users}");
    }
}

/// nsc leaves the keys and creds of an account that it deletes: they are sealed as those of nobody, and hold up nothing else.
#[test]
fn an_account_that_nsc_deleted_is_left_and_shredded() {
    for with_key_files in [true, false] {
        let home = home();
        let home = home.path();
        let users = home.join("nsc-store/keys/creds/ALPHA/EDGE");
        let creds = std::fs::read_dir(&users).unwrap();
        let creds: Vec<_> = creds.map(|entry| entry.unwrap().path()).collect();
        let keys: Vec<String> = creds
            .iter()
            .map(|file| subject(home, file.strip_prefix(home).unwrap().to_str().unwrap()))
            .collect();
        assert!(!creds.is_empty());
        std::fs::remove_dir_all(home.join(EDGE)).unwrap();
        if !with_key_files {
            for key in &keys {
                let _ = std::fs::remove_file(key_file(home, key));
            }
        }
        let (done, code) = report(home, &[&IMPORT[..], &["--shred-source"]].concat());
        assert_eq!(code, 0, "{done:#}");
        for file in &creds {
            let name = file.file_name().unwrap().to_str().unwrap();
            let finding = of(&done, name);
            assert_eq!(text(finding, "outcome"), "left", "{finding}");
            let said = text(finding, "message");
            assert!(said.contains("nsc has no account \"EDGE\""), "{said}");
            assert!(!file.exists());
        }
        for key in &keys {
            assert!(sealed(home, key));
        }
        let files = done["plain_seeds"].as_array().unwrap();
        let mut removed = files.iter().map(|file| &file["removed"]);
        assert!(removed.all(|removed| *removed == true), "{files:?}");
    }
}

/// Where all accounts are gone, they may be lost: what users may do stands in their creds alone.
#[test]
fn accounts_that_are_all_gone_were_not_deleted() {
    let home = home();
    let home = home.path();
    std::fs::remove_dir_all(home.join("nsc-store/stores/ALPHA/accounts")).unwrap();
    let (done, code) = report(home, &[&IMPORT[..], &["--shred-source"]].concat());
    assert_eq!(code, 3, "{done:#}");
    assert!(home.join(REVOKED).exists());
}

/// An account that is there, and could not be read or taken, was not deleted.
#[test]
fn an_account_that_is_broken_was_not_deleted() {
    let home = home();
    let home = home.path();
    std::fs::write(home.join(EDGE).join("EDGE.jwt"), "").unwrap();
    let (done, code) = report(home, &[&IMPORT[..], &["--shred-source"]].concat());
    assert_eq!(code, 3, "{done:#}");
    let creds = home.join("nsc-store/keys/creds/ALPHA/EDGE");
    assert!(std::fs::read_dir(creds).unwrap().next().is_some());
}

/// Who is not revoked may be wanted still; once taken, the creds file is not needed.
#[test]
fn who_is_missing_is_taken_by_what_is_printed() {
    let home = home();
    let home = home.path();
    std::fs::remove_file(home.join(EDGE).join("users/dev-bearer.jwt")).unwrap();
    let (before, code) = report(home, &IMPORT);
    assert_eq!(code, 3);
    let hint = text(of(&before, "dev-bearer.creds"), "hint");
    let takes = hint.split("; ").nth(1).unwrap();
    let output = follow(home, takes.strip_suffix(" takes it back").unwrap());
    assert!(output.status.success(), "{output:?}");
    // The same key is no other because it has an owner now.
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("same") && !shown.contains("differs"),
        "{shown}"
    );
    let done = json(home, &[&IMPORT[..], &["--shred-source"]].concat());
    assert_eq!(text(of(&done, "dev-bearer.creds"), "outcome"), "left");
    assert!(
        !home
            .join("nsc-store/keys/creds/ALPHA/EDGE/dev-bearer.creds")
            .exists()
    );
}

#[test]
fn who_was_deleted_here_is_left() {
    for more in [&[][..], &["--no-revoke"], &["-D"]] {
        let home = home();
        let home = home.path();
        at_home(home, &IMPORT);
        let place = ["-a", "ORDERS", "--operator", "ALPHA"];
        let delete = ["delete", "user", "order-svc"];
        at_home(home, &[&delete[..], &place, more].concat());
        let users = || at_home(home, &[&["list", "users"], &place[..]].concat());
        for import in [
            &IMPORT[..],
            &["import", "nsc", "nsc-store", "--force"],
            &["import", "files", "nsc-store", "--creds"],
        ] {
            let done = json(home, import);
            let mut findings = done["findings"].as_array().unwrap().iter();
            let finding = findings.find(|finding| finding["code"] == "user.deleted");
            let finding = finding.unwrap();
            assert_eq!(text(finding, "outcome"), "left", "{finding}");
            assert!(
                text(finding, "message").contains("was deleted here"),
                "{finding}"
            );
            let holds = text(finding, "message").contains("holds");
            assert_eq!(holds, more == ["--no-revoke"], "{finding}");
            assert!(!users().contains("order-svc"), "{import:?}");
        }
        // Whoever wants them says so.
        let done = json(home, &IMPORT);
        let output = follow(home, text(of(&done, "users/order-svc.jwt"), "hint"));
        assert!(output.status.success(), "{output:?}");
        assert!(users().contains("order-svc"));
    }
}

#[test]
fn what_a_token_of_nscs_lacks_is_revoked_by_nsc() {
    let home = home();
    let home = home.path();
    at_home(home, &IMPORT);
    let key = subject(home, "nsc-store/keys/creds/ALPHA/ORDERS/order-svc.creds");
    let place = ["-a", "ORDERS", "--operator", "ALPHA"];
    at_home(
        home,
        &[&["delete", "user", "order-svc"], &place[..]].concat(),
    );
    let token = "nsc-store/stores/ALPHA/accounts/ORDERS/ORDERS.jwt";
    signed_again::<Account>(home, token, |_, _, at| *at = 4_000_000_000);
    let why = refused(home, &IMPORT, 7, "does not revoke");
    let account = ["describe", "account", "ORDERS", "--operator", "ALPHA"];
    let at = json(home, &account)["nats"]["revocations"][&key].clone();
    let nsc = "nsc --data-dir nsc-store/stores --keystore-dir nsc-store/keys --config-dir nsc-store/config";
    let hint = format!(
        "hint: {nsc} select operator ALPHA && {nsc} revocations add-user -u {key} --at {at} -a ORDERS  # "
    );
    assert!(why.contains(&hint), "{why}");
    signed_again::<Account>(home, token, |account, _, issued| {
        account.revocations.insert(key, at.as_i64().unwrap());
        *issued = 4_000_000_001;
    });
    at_home(home, &[&IMPORT[..], &["--force"]].concat());
}

/// nsc's `-H` has all in one folder; of one without its keys, the seeds in the creds are left.
#[test]
fn creds_are_no_operator_where_the_keys_are_gone() {
    let home = home();
    let home = home.path();
    let folder = home.join("nsc-store");
    std::fs::create_dir(home.join("all")).unwrap();
    for (from, to) in [
        ("stores/ALPHA", "ALPHA"),
        ("stores/BRAVO", "BRAVO"),
        ("keys/creds", "creds"),
    ] {
        std::fs::rename(folder.join(from), home.join("all").join(to)).unwrap();
    }
    let done = json(home, &["import", "nsc", "all", "--shred-source"]);
    let files = done["plain_seeds"].as_array().unwrap();
    assert_eq!(files.len(), 14, "{files:?}");
    assert!(
        files.iter().all(|file| file["removed"] == true),
        "{files:?}"
    );
}

/// Where the account or the operator is broken, its users' creds help nobody, and a hint for each does not, either.
#[test]
fn a_hint_stands_where_it_helps() {
    let home = home();
    let home = home.path();
    let account = home.join(EDGE).join("EDGE.jwt");
    let token = std::fs::read_to_string(&account).unwrap();
    std::fs::write(&account, &token[..100]).unwrap();
    std::fs::remove_file(home.join("nsc-store/stores/BRAVO/.nsc")).unwrap();
    // One user alone can be mended.
    std::fs::write(
        home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users/order-svc.jwt"),
        "",
    )
    .unwrap();
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 3);
    let findings = done["findings"].as_array().unwrap().iter();
    let hints: Vec<_> = findings
        .map(|finding| text(finding, "hint"))
        .filter(|hint| !hint.is_empty())
        .collect();
    assert_eq!(
        hints,
        [
            "nkeep import user -f nsc-store/keys/creds/ALPHA/ORDERS/order-svc.creds",
            "nkeep import files nsc-store/stores/BRAVO  # what in it holds is taken all the same",
        ]
    );
    for hint in hints {
        let output = follow(home, hint);
        assert!(output.status.success(), "{output:?}");
    }
    at_home(
        home,
        &[
            "describe",
            "user",
            "order-svc",
            "-a",
            "ORDERS",
            "--operator",
            "ALPHA",
        ],
    );
    at_home(
        home,
        &[
            "describe",
            "user",
            "s-plain",
            "-a",
            "STRICT-A",
            "--operator",
            "BRAVO",
        ],
    );
    // Its users are in the store by now, and so are the seeds of it.
    let (done, _) = report(home, &[&IMPORT[..], &["--dry-run"]].concat());
    assert_eq!(text(of(&done, "s-plain.creds"), "outcome"), "left");
    let role = |report: &Value| {
        let keys = report["keys"].as_array().unwrap().iter();
        let keys = keys.filter(|key| key["class"] == "account-signing");
        keys.map(|key| text(key, "outcome").to_owned())
            .collect::<Vec<_>>()
    };
    assert!(!role(&done).is_empty() && role(&done).iter().all(|outcome| outcome == "same"));
}

#[test]
fn a_user_whose_name_is_refused_is_taken_under_another() {
    let users = format!("{EDGE}/users");
    for command in [&IMPORT[..], &["import", "files", "nsc-store", "--creds"]] {
        let home = home();
        let home = home.path();
        let key = subject(home, "nsc-store/keys/creds/ALPHA/EDGE/dev-bearer.creds");
        let file = format!("{users}/dev-bearer.jwt");
        signed_again::<User>(home, &file, |_, name, _| "*dev?bearer".clone_into(name));
        // As nsc names them.
        std::fs::rename(home.join(&file), home.join(&users).join("*dev?bearer.jwt")).unwrap();
        let creds = home.join("nsc-store/keys/creds/ALPHA/EDGE");
        std::fs::remove_file(creds.join("dev-bearer.creds")).unwrap();
        let (before, code) = report(home, command);
        assert_eq!(code, 3);
        let hint = text(of(&before, "*dev?bearer.jwt"), "hint");
        let words = command.join(" ");
        let flag = format!("--rename '{key}=dev-bearer'  # takes it under another name");
        assert_eq!(hint, format!("nkeep {words} --json {flag}"));
        let output = follow(home, hint);
        assert!(output.status.success(), "{output:?}");
        let args = [
            "describe",
            "user",
            "dev-bearer",
            "-a",
            "EDGE",
            "--operator",
            "ALPHA",
        ];
        let user = json(home, &args);
        assert_eq!(
            (text(&user, "sub"), &user["nats"]["bearer_token"]),
            (&*key, &true.into())
        );
        at_home(home, &["store", "check"]);
    }
}

/// Whose token could not be read was not deleted: once it can, they are taken.
#[test]
fn who_could_not_be_read_was_not_deleted() {
    let home = home();
    let home = home.path();
    let revoked = home.join(EDGE).join("users/dev-revoked.jwt");
    let other = home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users/order-svc.jwt");
    let tokens = [&revoked, &other].map(|file| std::fs::read_to_string(file).unwrap());
    for file in [&revoked, &other] {
        std::fs::write(file, "").unwrap();
    }
    let creds = home.join("nsc-store/keys/creds/ALPHA/ORDERS");
    let (svc, admin) = (
        creds.join("order-svc.creds"),
        creds.join("order-admin.creds"),
    );
    let kept = std::fs::read(&svc).unwrap();
    std::fs::rename(&svc, &admin).unwrap();
    let (_, code) = report(home, &[&IMPORT[..], &["--shred-source"]].concat());
    assert_eq!(code, 3);
    assert_eq!(
        std::fs::read(&admin).unwrap(),
        kept,
        "the only token of order-svc"
    );
    for (file, token) in [&revoked, &other].into_iter().zip(tokens) {
        std::fs::write(file, token).unwrap();
    }
    let done = json(home, &IMPORT);
    let taken = done["entities"].as_array().unwrap().iter();
    let taken = taken.filter(|entity| entity["outcome"] == "new");
    let taken: Vec<_> = taken.map(|entity| text(entity, "name")).collect();
    assert_eq!(taken, ["dev-revoked", "order-svc"]);
}

/// A name that is taken in the store need not be a reason for another store.
#[test]
fn what_has_a_taken_name_is_taken_under_another() {
    let home = home();
    let home = home.path();
    at_home(home, &["add", "operator", "-n", "ALPHA"]);
    let why = refused(home, &IMPORT, 7, "another operator \"ALPHA\"");
    let hint = why.lines().find(|line| line.contains("--rename"));
    let hint = hint.unwrap().split("hint: ").nth(1).unwrap();
    let output = follow(home, hint);
    assert!(output.status.success(), "{output:?}");
    at_home(
        home,
        &["describe", "account", "EDGE", "--operator", "ALPHA-2"],
    );
}

#[test]
fn what_could_not_be_read_is_not_missing() {
    let home = home();
    let home = home.path();
    let creds = home.join("nsc-store/keys/creds/ALPHA");
    // Nothing follows a link.
    std::fs::rename(creds.join("ORDERS"), home.join("away")).unwrap();
    std::os::unix::fs::symlink(home.join("away"), creds.join("ORDERS")).unwrap();
    // A creds file of one account in the place of another's.
    let (edge, own) = (
        creds.join("EDGE/dev-bearer.creds"),
        creds.join("BILLING/bill-app.creds"),
    );
    std::fs::copy(&own, &edge).unwrap();
    let (done, _) = report(home, &IMPORT);
    let findings = done["findings"].as_array().unwrap().iter();
    let mut missing = findings.filter(|finding| finding["code"] == "creds.missing");
    assert_eq!(missing.next(), None);
    let (done, _) = report(home, &[&IMPORT[..], &["--shred-source"]].concat());
    let files = done["plain_seeds"].as_array().unwrap();
    assert!(
        files.iter().all(|file| file["removed"] == true),
        "{files:?}"
    );
    assert!(!edge.exists() && !own.exists());
}

/// As nsc has it where the operator's keys are elsewhere: what is changed in an account is signed by the account itself.
#[test]
fn an_account_that_signed_itself_is_told_what_has_it_signed() {
    let home = home();
    let home = home.path();
    let file = format!("{EDGE}/EDGE.jwt");
    let key = subject(home, &file);
    signs_itself(home, "EDGE", "dev-bearer", &key);
}

/// The same by one of its signing keys.
#[test]
fn an_account_that_one_of_its_signing_keys_signed_is_told_what_has_it_signed() {
    let home = home();
    let home = home.path();
    let file = "nsc-store/stores/ALPHA/accounts/BILLING/BILLING.jwt";
    let described = json(home, &["describe", "jwt", "-f", file]);
    let keys = &described["nats"]["signing_keys"];
    signs_itself(
        home,
        "BILLING",
        "bill-app",
        keys[0]["key"].as_str().unwrap(),
    );
}

fn signs_itself(home: &Path, account: &str, user: &str, key: &str) {
    let file = format!("nsc-store/stores/ALPHA/accounts/{account}/{account}.jwt");
    signed_by::<Account>(home, &file, key, |_, _, at| *at += 1);
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 3, "{done:#}");
    let file = format!("{account}/{account}.jwt");
    let finding = of(&done, &file);
    assert_eq!(text(finding, "outcome"), "skipped");
    let output = follow(home, text(finding, "hint"));
    assert!(output.status.success(), "{output:?}");
    let (done, code) = report(home, &IMPORT);
    assert_eq!(code, 0, "{done:#}");
    assert_eq!(text(of(&done, &file), "code"), "token.older");
    let users = ["list", "users", "-a", account, "--operator", "ALPHA"];
    assert!(at_home(home, &users).contains(user));
}

/// The rest is taken, and an account that went comes back when somebody wants it.
#[test]
fn an_account_that_was_deleted_here_is_left_with_its_users() {
    for more in [&[][..], &["--no-revoke"]] {
        let home = home();
        let home = home.path();
        at_home(home, &IMPORT);
        let delete = [
            "delete",
            "account",
            "EDGE",
            "--operator",
            "ALPHA",
            "-F",
            "-D",
        ];
        at_home(home, &[&delete[..], more].concat());
        for force in [&[][..], &["--force"], &["--shred-source"]] {
            let (done, code) = report(home, &[&IMPORT[..], force].concat());
            assert_eq!(code, 0, "{force:?}: {done:#}");
            let finding = of(&done, "EDGE/EDGE.jwt");
            assert_eq!(text(finding, "code"), "account.deleted");
            assert_eq!(text(finding, "outcome"), "left");
            assert!(text(finding, "message").contains("account \"EDGE\" was deleted here"));
            let accounts = at_home(home, &["list", "accounts", "--operator", "ALPHA"]);
            assert!(!accounts.contains("EDGE"), "{accounts}");
        }
        std::fs::remove_dir_all(home.join("nsc-store")).unwrap();
        common::fixture("nsc-store", home);
        let (done, _) = report(home, &IMPORT);
        let output = follow(home, text(of(&done, "EDGE/EDGE.jwt"), "hint"));
        assert!(output.status.success(), "{output:?}");
    }
}

#[test]
fn a_file_that_gave_nothing_is_not_said_to_be_taken() {
    let home = home();
    let home = home.path();
    let key = subject(home, "nsc-store/keys/creds/ALPHA/ORDERS/order-svc.creds");
    let file = key_file(home, &key);
    std::fs::copy(&file, file.with_file_name("copy.nk")).unwrap();
    let printed = at_home(home, &[&IMPORT[..], &["--full-report"]].concat());
    assert!(
        printed.contains("[same] keys/keys/U/AK/copy.nk"),
        "{printed}"
    );
    // One that cannot be read, of a key that a creds file has.
    std::fs::write(&file, "").unwrap();
    std::fs::remove_file(file.with_file_name("copy.nk")).unwrap();
    at_home(home, &["--store", "two.nkeep", "store", "init"]);
    let printed = at_home(home, &[&["--store", "two.nkeep"], &IMPORT[..]].concat());
    let line = format!("[from creds] keys/keys/U/AK/{key}.nk");
    assert!(printed.contains(&line), "{printed}");
}
