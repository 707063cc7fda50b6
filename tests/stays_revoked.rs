//! What was revoked stays revoked, whatever becomes of the account, the user, or the key that signed it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::refusal::{json, key as account_key, refused, restored, run, said};
use serde_json::{Value, json as value};

/// What is revoked in an account, and up to when.
fn revocations(home: &Path, account: &str) -> Value {
    json(home, &["describe", "account", account])["nats"]["revocations"].clone()
}

fn key(home: &Path, user: &str, account: &str) -> String {
    let listed = json(home, &["list", "users", "-a", account]);
    let mut users = listed["users"].as_array().unwrap().iter();
    let found = users.find(|one| one["name"] == user);
    found.unwrap()["public_key"].as_str().unwrap().to_owned()
}

/// Keeps the token of an account as it is now.
fn keep(home: &Path, account: &str, file: &str) {
    let token = at_home(home, &["describe", "account", account, "--raw"]);
    std::fs::write(home.join(file), token).unwrap();
}

fn names(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| one["name"].as_str().unwrap()).collect()
}

/// An estate whose account S has the users t and u, of whom t is revoked; with the public keys of S and t.
fn estate() -> (tempfile::TempDir, String, String) {
    let folder = common::estate();
    let home = folder.path();
    at_home(home, &["add", "account", "S"]);
    at_home(home, &["add", "user", "t", "-a", "S"]);
    at_home(home, &["add", "user", "u", "-a", "S"]);
    keep(home, "S", "old.jwt");
    at_home(home, &["revocations", "add-user", "t", "-a", "S"]);
    let keys = (account_key(home, "S"), key(home, "t", "S"));
    (folder, keys.0, keys.1)
}

#[test]
fn an_account_that_comes_back_revokes_what_it_did() {
    let (folder, account, t) = estate();
    let home = folder.path();
    let (before, u) = (revocations(home, "S"), key(home, "u", "S"));
    at_home(home, &["delete", "account", "S", "--force"]);
    let out = run(home, &["add", "account", "S", "-k", &account]);
    assert!(said(&out).contains("was here before"), "{out:?}");
    let after = revocations(home, "S");
    assert_eq!(after[&t], before[&t]);
    assert!(after["*"].as_i64() >= before[&t].as_i64(), "{after}");
    assert!(after[&u].as_i64() >= before[&t].as_i64(), "{after}");
    // Once more, with what was taken back in between, and nothing revoked by its going.
    at_home(home, &["revocations", "delete-user", "*", "-a", "S"]);
    let gone = ["delete", "account", "S", "--force", "--no-revoke", "-D"];
    at_home(home, &gone);
    let done = json(home, &["add", "account", "S2", "-k", &account]);
    assert_eq!(done["warnings"].as_array().unwrap().len(), 1, "{done}");
    // Who went with it stays revoked by name.
    let named = value!({ t.clone(): before[&t], u.clone(): after[&u] });
    assert_eq!(revocations(home, "S2"), named);
    at_home(home, &["store", "check"]);
    // One that nobody knew has none.
    let done = json(home, &["add", "account", "NEW"]);
    assert_eq!(done["warnings"], value!([]));
    assert_eq!(revocations(home, "NEW"), Value::Null);
}

/// A revocation that is still to come is remembered as it is, and hinders nobody else.
#[test]
fn a_revocation_to_come_is_remembered() {
    let (folder, account, t) = estate();
    let home = folder.path();
    let to_come = [
        "revocations",
        "add-user",
        "t",
        "-a",
        "S",
        "--at",
        "4070908800",
    ];
    at_home(home, &to_come);
    at_home(home, &["delete", "account", "S", "-F"]);
    at_home(home, &["add", "account", "OTHER"]);
    at_home(home, &["add", "user", "elsewhere", "-a", "OTHER", "-k", &t]);
    at_home(home, &["add", "account", "S", "-k", &account]);
    assert_eq!(revocations(home, "S")[&t], 4_070_908_800_i64);
}

#[test]
fn an_older_token_of_an_account_is_left() {
    let (folder, _, t) = estate();
    let home = folder.path();
    let before = revocations(home, "S");
    std::fs::create_dir(home.join("loose")).unwrap();
    std::fs::copy(home.join("old.jwt"), home.join("loose/S.jwt")).unwrap();
    for command in [
        &["import", "account", "--file", "old.jwt"][..],
        &["import", "account", "--file", "old.jwt", "--overwrite"],
        &["import", "files", "loose"],
        &["import", "files", "loose", "--force"],
    ] {
        let done = json(home, command);
        assert_eq!(done["entities"], value!([]), "{command:?}");
        let finding = &done["findings"][0];
        assert_eq!(
            (&finding["code"], &finding["outcome"]),
            (&"token.older".into(), &"left".into())
        );
        assert_eq!(revocations(home, "S")[&t], before[&t], "{command:?}");
    }
}

/// The store of nsc's that was exported, or imported from, lies there still.
#[test]
fn an_older_store_of_nscs_brings_nobody_back() {
    let (folder, _, t) = estate();
    let home = folder.path();
    at_home(home, &["revocations", "delete-user", "t", "-a", "S"]);
    at_home(home, &["export", "nsc", "out"]);
    at_home(home, &["revocations", "add-user", "t", "-a", "S"]);
    let u = key(home, "u", "S");
    at_home(home, &["delete", "user", "u", "-a", "S"]);
    let before = revocations(home, "S");
    for more in [&[][..], &["--force"]] {
        let out = run(home, &[&["import", "nsc", "out"], more].concat());
        assert_eq!(out.status.code(), Some(0), "{out:?}");
        let text = String::from_utf8(out.stdout).unwrap();
        assert!(text.contains("token.older"), "{text}");
        assert_eq!(revocations(home, "S"), before);
    }
    assert!(before[&t].is_i64() && before[&u].is_i64(), "{before}");
    // A user who was deleted stays so, until somebody wants them by name; and then is revoked.
    refused(home, &["describe", "user", "u", "-a", "S"], 1, "no user");
    let token = "out/stores/ACME/accounts/S/users/u.jwt";
    at_home(home, &["import", "user", "-f", token]);
    let out = run(home, &["describe", "user", "u", "-a", "S", "--json"]);
    let user: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(user["status"]["code"], "chain.revoked");
}

/// A token that is taken as it is cannot be given what it lacks: it is refused, by name.
#[test]
fn an_account_that_went_is_not_taken_without_its_revocations() {
    let (folder, account, t) = estate();
    let home = folder.path();
    keep(home, "S", "late.jwt");
    at_home(home, &["delete", "account", "S", "-F", "--no-revoke"]);
    for more in [&[][..], &["--overwrite"]] {
        let args = [&["import", "account", "--file", "old.jwt"], more].concat();
        let why = refused(home, &args, 7, "does not revoke");
        assert!(why.contains(&t) && why.contains(&account), "{why}");
        // Nothing is to be taken back of an account that is not there.
        assert!(!why.contains("delete-user"), "{why}");
        let back = format!("hint: nkeep add account S -k {account}  # ");
        assert!(why.contains(&back), "{why}");
    }
    // One that says all of it comes back, and what is signed next is later.
    at_home(home, &["import", "account", "--file", "late.jwt"]);
    assert!(revocations(home, "S")[&t].is_i64());
    at_home(home, &["edit", "account", "S", "--tag", "back"]);
    at_home(home, &["store", "check"]);
}

/// Another operator's token is signed anew, so it can be given what is revoked here.
#[test]
fn an_account_that_is_signed_anew_keeps_its_revocations() {
    let (folder, account, t) = estate();
    let home = folder.path();
    let before = revocations(home, "S");
    at_home(home, &["add", "operator", "TWO"]);
    at_home(
        home,
        &["delete", "account", "S", "-F", "--operator", "ACME"],
    );
    let args = ["import", "account", "--file", "old.jwt", "--force"];
    at_home(home, &args);
    assert_eq!(account_key(home, "S"), account);
    assert_eq!(revocations(home, "S")[&t], before[&t]);
    at_home(home, &[&args[..], &["--overwrite"]].concat());
    assert_eq!(revocations(home, "S")[&t], before[&t]);
}

#[test]
fn a_key_that_goes_removes_nobody_who_is_revoked() {
    let (folder, _, t) = estate();
    let home = folder.path();
    let old = json(home, &["describe", "user", "u", "-a", "S"])["iss"].clone();
    let old = if old == account_key(home, "S") {
        // Users are to be signed by a key that can go.
        let made = json(home, &["edit", "account", "S", "--sk", "generate"]);
        let made = made["made"][0].as_str().unwrap().to_owned();
        at_home(home, &["edit", "user", "u", "-a", "S", "-K", &made]);
        at_home(home, &["edit", "user", "t", "-a", "S", "-K", &made]);
        made
    } else {
        old.as_str().unwrap().to_owned()
    };
    at_home(home, &["revocations", "add-user", "*", "-a", "S"]);
    at_home(home, &["add", "user", "late", "-a", "S", "-K", &old]);
    at_home(home, &["edit", "account", "S", "--sk", "generate"]);
    let take = ["edit", "account", "S", "--rm-sk", &old, "--force"];
    let out = run(home, &take);
    let words = said(&out);
    assert!(
        words.contains("left as they are, as they are revoked: \"t\", \"u\""),
        "{words}"
    );
    assert!(words.contains("signed anew: \"late\""), "{words}");
    let users = json(home, &["list", "users", "-a", "S"]);
    assert_eq!(names(&users["users"]), ["late", "t", "u"]);
    assert!(revocations(home, "S")[&t].is_i64());
    // Whoever is revoked is as it should be in a store.
    at_home(home, &["store", "check"]);
}

#[test]
fn whom_no_other_key_may_sign_is_revoked() {
    let (folder, _, _) = estate();
    let home = folder.path();
    let scope = [
        "edit",
        "signing-key",
        "--sk",
        "generate",
        "--role",
        "r",
        "-a",
        "S",
    ];
    let scoped = json(home, &scope)["signing_key"]
        .as_str()
        .unwrap()
        .to_owned();
    at_home(home, &["add", "user", "bound", "-a", "S", "-K", "r"]);
    let bound = key(home, "bound", "S");
    let iat = json(home, &["describe", "user", "bound", "-a", "S"])["iat"].clone();
    let take = ["edit", "account", "S", "--rm-sk", &scoped, "--force"];
    let done = json(home, &take);
    assert_eq!(names(&done["removed"]), ["bound"]);
    assert_eq!(revocations(home, "S")[&bound], iat);
    let lines = done["changes"].as_array().unwrap();
    assert!(lines.len() > 1, "what was revoked is shown: {done}");
}

/// `*` may be taken back: that brings nobody back who was revoked, or deleted, by name.
#[test]
fn everybody_may_be_taken_back() {
    let (folder, _, t) = estate();
    let home = folder.path();
    let u = key(home, "u", "S");
    at_home(home, &["revocations", "add-user", "*", "-a", "S"]);
    at_home(home, &["delete", "user", "u", "-a", "S"]);
    let back = ["revocations", "delete-user", "*", "-a", "S"];
    let done = json(home, &back);
    let warning = done["warnings"][0].as_str().unwrap();
    assert!(
        warning.contains("hold again") && warning.contains("2 revocations"),
        "{warning}"
    );
    let left = revocations(home, "S");
    assert!(left[&t].is_i64() && left[&u].is_i64(), "{left}");
    // Only to compact drops what is covered.
    at_home(home, &["revocations", "add-user", "*", "-a", "S"]);
    let done = json(home, &["revocations", "compact", "-a", "S"]);
    assert_eq!(done["dropped"].as_array().unwrap().len(), 2, "{done}");
}

#[test]
fn who_is_revoked_and_comes_back_is_named() {
    let (folder, _, t) = estate();
    let home = folder.path();
    let out = run(
        home,
        &["generate", "creds", "-a", "S", "-n", "t", "-o", "t.creds"],
    );
    assert!(said(&out).contains("is revoked in account S"), "{out:?}");
    let out = run(
        home,
        &["generate", "creds", "-a", "S", "-n", "u", "-o", "u.creds"],
    );
    assert!(!said(&out).contains("revoked"), "{out:?}");
    at_home(home, &["delete", "user", "t", "-a", "S"]);
    let out = run(home, &["add", "user", "t", "-a", "S", "-k", &t]);
    assert!(said(&out).contains("lets it in again"), "{out:?}");
    // By name or as everybody's.
    at_home(home, &["delete", "user", "u", "-a", "S", "--no-revoke"]);
    let u = {
        let keys = json(home, &["list", "keys", "-f", "U"]);
        let keys = keys["keys"].as_array().unwrap().clone();
        let lone = keys.iter().find(|one| one["owner"] == "").unwrap();
        lone["public_key"].as_str().unwrap().to_owned()
    };
    at_home(home, &["revocations", "add-user", "*", "-a", "S"]);
    let done = json(home, &["add", "user", "u", "-a", "S", "-k", &u]);
    assert!(
        done["warnings"][0]
            .as_str()
            .unwrap()
            .contains("lets it in again"),
        "{done}"
    );
    let done = json(home, &["add", "user", "new", "-a", "S"]);
    assert_eq!(done["warnings"], value!([]));
}

#[test]
fn what_is_revoked_until_later_is_said_so() {
    let (folder, _, t) = estate();
    let home = folder.path();
    let later = [
        "revocations",
        "add-user",
        "t",
        "-a",
        "S",
        "--at",
        "4070908800",
    ];
    at_home(home, &later);
    let args = ["revocations", "add-user", "t", "-a", "S"];
    let words = said(&run(home, &args));
    assert!(
        words.contains(&format!("revoked: user t {t} up to 2099-01-01")),
        "{words}"
    );
    assert!(words.contains("already, which stays"), "{words}");
    assert_eq!(json(home, &args)["at"], 4_070_908_800_i64);
}

#[test]
fn an_account_that_goes_says_who_and_what_goes_along() {
    let (folder, account, _) = estate();
    let home = folder.path();
    at_home(home, &["add", "export", "-a", "S", "-s", "a.>"]);
    let import = [
        "add",
        "import",
        "-a",
        "ACME",
        "--src-account",
        &account,
        "--remote-subject",
        "a.>",
    ];
    at_home(home, &import);
    let delete = ["delete", "account", "S", "-F", "-D"];
    for more in [&["--dry-run"][..], &[]] {
        let words = said(&run(home, &[&delete[..], more].concat()));
        for part in [
            "imports from it is cut off: \"ACME\"",
            "keys went with their seeds",
            "and is not kept",
        ] {
            assert!(words.contains(part), "{part}: {words}");
        }
    }
    at_home(home, &["add", "account", "T"]);
    let words = said(&run(home, &["delete", "account", "T", "-o", "last.jwt"]));
    assert!(
        !words.contains("cut off") && !words.contains("seeds"),
        "{words}"
    );
    assert!(!words.contains("-o FILE"), "{words}");
}

#[test]
fn what_has_the_name_already_is_not_signed() {
    let (folder, _, _) = estate();
    let home = folder.path();
    let before = at_home(home, &["describe", "account", "S", "--raw"]);
    let out = run(home, &["rename", "account", "S", "S"]);
    assert!(said(&out).contains("nothing was signed"), "{out:?}");
    assert_eq!(
        at_home(home, &["describe", "account", "S", "--raw"]),
        before
    );
    let done = json(home, &["rename", "account", "S", "s"]);
    assert!(done["issuer"].is_string(), "{done}");
}

#[test]
fn a_part_of_an_export_is_revoked_with_all_of_it() {
    let (folder, _, _) = estate();
    let home = folder.path();
    at_home(home, &["add", "export", "-a", "S", "-s", "pv.*", "-p"]);
    let revoke = [
        "revocations",
        "add-activation",
        "-a",
        "S",
        "-t",
        "ACME",
        "-s",
    ];
    let words = said(&run(home, &[&revoke[..], &["pv.1"]].concat()));
    assert!(
        words.contains("wider than \"pv.1\"") && words.contains("\"pv.*\""),
        "{words}"
    );
    let words = said(&run(
        home,
        &[&revoke[..], &["pv.*", "--at", "4070908800"]].concat(),
    ));
    assert!(!words.contains("wider"), "{words}");
}

/// What is revoked of activations for the exports of an account.
fn activations(home: &Path, account: &str) -> Value {
    let listed = json(home, &["revocations", "list-activations", "-a", account]);
    listed["revocations"].clone()
}

/// An export that goes and comes back, alone or with its account, lets nobody import again.
#[test]
fn an_export_that_comes_back_revokes_what_it_did() {
    let (folder, account, _) = estate();
    let home = folder.path();
    let add = ["add", "export", "-a", "S", "-s", "pv.*", "-p"];
    at_home(home, &add);
    let revoke = ["revocations", "add-activation", "-a", "S", "-t"];
    at_home(home, &[&revoke[..], &["ACME"]].concat());
    at_home(home, &[&revoke[..], &["SYS"]].concat());
    keep(home, "S", "with.jwt");
    let before = activations(home, "S");
    assert_eq!(before.as_array().unwrap().len(), 2, "{before}");
    let delete = ["delete", "export", "-a", "S", "-s", "pv.*"];
    let again = |args: &[&str]| {
        let tried = json(home, &[args, &["--dry-run"]].concat());
        let done = json(home, args);
        assert_eq!(tried["warnings"], done["warnings"]);
        done["warnings"].to_string()
    };
    at_home(home, &delete);
    // Another one was never there.
    assert_eq!(
        again(&["add", "export", "-a", "S", "-s", "other", "-p"]),
        "[]"
    );
    at_home(home, &["delete", "export", "-a", "S", "-s", "other"]);
    let warned = again(&add);
    assert!(warned.contains("2 revocations of activations"), "{warned}");
    assert!(
        warned.contains("nkeep revocations list-activations -s pv.* -a S")
            || warned.contains("-s 'pv.*' -a S"),
        "{warned}"
    );
    assert_eq!(activations(home, "S"), before);
    // What was taken back in between stays so.
    let back = ["revocations", "delete-activation", "-a", "S", "-t", "SYS"];
    at_home(home, &back);
    let one = activations(home, "S");
    at_home(home, &delete);
    assert!(again(&add).contains("1 revocation of"));
    assert_eq!(activations(home, "S"), one);
    // With its account.
    at_home(home, &["delete", "account", "S", "-F"]);
    at_home(home, &["add", "account", "S", "-k", &account]);
    assert!(again(&add).contains("1 revocation of"));
    assert_eq!(activations(home, "S"), one);
    at_home(
        home,
        &["revocations", "delete-activation", "-a", "S", "-t", "ACME"],
    );
    at_home(home, &delete);
    assert_eq!(again(&add), "[]");
    at_home(home, &["store", "check"]);
}

/// Nor does a token of the account that is taken as it is, or signed anew.
#[test]
fn an_imported_account_lets_nobody_import_again() {
    let (folder, _, _) = estate();
    let home = folder.path();
    at_home(home, &["add", "export", "-a", "S", "-s", "pv.*", "-p"]);
    keep(home, "S", "without.jwt");
    at_home(
        home,
        &["revocations", "add-activation", "-a", "S", "-t", "ACME"],
    );
    let before = activations(home, "S");
    at_home(home, &["delete", "account", "S", "-F", "--no-revoke", "-D"]);
    let import = ["import", "account", "--file", "without.jwt"];
    let why = refused(
        home,
        &import,
        7,
        "the activations that the store knows to be revoked",
    );
    assert!(why.contains("\"pv.*\""), "{why}");
    at_home(home, &["add", "operator", "TWO"]);
    at_home(home, &["select", "operator", "TWO"]);
    at_home(home, &[&import[..], &["--force"]].concat());
    assert_eq!(activations(home, "S"), before);
}

/// What a token of another copy of the store lacks, that one must revoke as well.
#[test]
fn what_a_token_lacks_is_revoked_where_it_was_signed() {
    let (folder, _, t) = estate();
    let home = folder.path();
    let other = restored(home);
    let other = other.path();
    at_home(other, &["revocations", "delete-user", "t", "-a", "S"]);
    at_home(other, &["edit", "account", "S", "--tag", "x"]);
    keep(other, "S", "lacks.jwt");
    std::fs::copy(other.join("lacks.jwt"), home.join("lacks.jwt")).unwrap();
    let import = ["import", "account", "--file", "lacks.jwt", "--overwrite"];
    let why = refused(home, &import, 7, "does not revoke in account");
    let at = &revocations(home, "S")[&t];
    let also = format!("revocations add-user -u {t} --at {at} -a S");
    let hint = format!("hint: nkeep --store OTHER_FILE {also}  # ");
    assert!(why.contains(&hint), "{why}");
    common::line(other, &also);
    keep(other, "S", "has.jwt");
    std::fs::copy(other.join("has.jwt"), home.join("has.jwt")).unwrap();
    let import = ["import", "account", "--file", "has.jwt", "--overwrite"];
    at_home(home, &import);
    let tags = json(home, &["describe", "account", "S"])["nats"]["tags"].clone();
    assert_eq!((&tags[0], &revocations(home, "S")[&t]), (&"x".into(), at));
}

/// Creds of an account that has expired open nothing, as those of a user who is revoked.
#[test]
fn creds_of_an_account_that_has_expired_are_given_with_a_warning() {
    let folder = common::estate();
    let home = folder.path();
    common::line(home, "add account EXB --expiry 1h");
    common::line(home, "add user u -a EXB");
    let later = |args: &[&str]| {
        let mut command = common::nkeep_at(home);
        command.env("NKEEP_TEST_CLOCK", "4000000000").args(args);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        said(&output)
    };
    let creds = ["generate", "creds", "-a", "EXB", "-n", "u", "-o"];
    for args in [
        [&creds[..], &["u.creds"]].concat(),
        vec!["add", "user", "v", "-a", "EXB"],
    ] {
        let told = later(&args);
        assert!(
            told.contains("warning: account \"EXB\" expired ")
                && told.contains("what helps: nkeep edit account EXB --expiry 90d"),
            "{told}"
        );
    }
    later(&["edit", "account", "EXB", "--expiry", "90d"]);
    let told = later(&[&creds[..], &["again.creds"]].concat());
    assert!(!told.contains("warning"), "{told}");
}
