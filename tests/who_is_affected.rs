//! What a change does to those who hang on it is said: who is locked out, who is cut off, and what was not as it seems.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said};
use common::{at_home, line};
use serde_json::json as value;

/// What a command that succeeds says on stderr.
fn told(home: &Path, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let output = run(home, &words);
    assert!(output.status.success(), "{line}: {output:?}");
    said(&output)
}

const NEW_CREDS: &str = "who stays needs new ones (nkeep generate creds): ";

#[test]
fn who_is_locked_out_is_named_with_the_account() {
    let home = common::estate();
    let home = home.path();
    told(home, "add account A");
    told(home, "edit operator --require-signing-keys=false");
    let first = line(home, "edit account A --sk generate");
    line(home, "edit account A --sk generate");
    told(home, &format!("add user u -a A -K {first}"));
    told(home, "edit user ACME -a ACME --tag x");
    let gone = told(home, &format!("edit account A --rm-sk {first} --force"));
    assert!(gone.contains(&format!("{NEW_CREDS}\"A/u\"\n")), "{gone}");
    assert!(gone.contains("nkeep: warning: the creds"), "{gone}");
    // Whose key stays is not locked out.
    let third = line(home, "edit account A --sk generate");
    let kept = told(home, &format!("edit account A --rm-sk {third} --force"));
    assert!(!kept.contains(NEW_CREDS), "{kept}");
}

#[test]
fn demanding_signing_keys_locks_out_whom_identities_signed() {
    let home = common::scratch();
    let home = home.path();
    let store = ["store", "init", "--new-identity", "identity.txt"];
    common::at_home(home, &store);
    told(home, "add operator O --generate-signing-key");
    told(home, "edit operator --require-signing-keys=false");
    told(home, "add account A");
    told(home, "add user u -a A");
    told(home, "edit account A --sk generate");
    let why = refused(
        home,
        &["edit", "operator", "--require-signing-keys"],
        1,
        "identity keys signed",
    );
    let hint = "hint: nkeep edit operator --require-signing-keys --resign  # signs them anew";
    assert!(why.contains(hint), "{why}");
    let done = told(home, "edit operator --require-signing-keys --resign");
    assert!(done.contains(&format!("{NEW_CREDS}\"A/u\"\n")), "{done}");
}

/// Whoever lacks a signing key is named at once, with what makes each.
#[test]
fn all_accounts_without_signing_keys_are_named() {
    let home = common::scratch();
    let home = home.path();
    common::at_home(home, &["store", "init", "--new-identity", "identity.txt"]);
    told(home, "add operator O --generate-signing-key");
    told(home, "edit operator --require-signing-keys=false");
    for account in ["A", "B", "C"] {
        told(home, &format!("add account {account}"));
        told(home, &format!("add user u -a {account}"));
    }
    told(home, "edit account C --sk generate");
    let demand = ["edit", "operator", "--require-signing-keys", "--resign"];
    let why = refused(home, &demand, 1, "2 accounts have no signing key");
    assert!(
        why.contains("account \"A\" for \"u\"; account \"B\" for \"u\"\n"),
        "{why}"
    );
    let hints: Vec<&str> = why
        .lines()
        .filter_map(|line| line.split_once("hint: nkeep "))
        .map(|(_, hint)| hint)
        .collect();
    assert_eq!(
        hints,
        [
            "edit account A --sk generate",
            "edit account B --sk generate"
        ]
    );
    for hint in hints {
        told(home, hint);
    }
    let done = told(home, &demand.join(" "));
    assert!(
        done.contains("signed anew: \"u\", \"u\", \"u\"")
            || done.contains("\"A/u\", \"B/u\", \"C/u\""),
        "{done}"
    );
}

#[test]
fn the_last_key_that_may_sign_is_not_taken_away() {
    let home = common::estate();
    let home = home.path();
    told(home, "edit operator --require-signing-keys");
    let fields = ["describe", "account", "ACME", "-F", "nats.signing_keys"];
    let keys: serde_json::Value = serde_json::from_str(&common::at_home(home, &fields)).unwrap();
    let key = match &keys {
        serde_json::Value::Array(keys) => keys[0].as_str().unwrap().to_owned(),
        keys => keys.as_object().unwrap().keys().next().unwrap().clone(),
    };
    let args = ["edit", "account", "ACME", "--rm-sk", &key, "--force"];
    let why = refused(home, &args, 1, "would have none");
    let hint = format!("hint: nkeep edit account ACME --sk generate --rm-sk {key} --force\n");
    assert!(why.contains(&hint), "{why}");
    let done = told(
        home,
        &format!("edit account ACME --sk generate --rm-sk {key} --force"),
    );
    assert!(done.contains("signed anew: \"ACME\""), "{done}");
}

#[test]
fn who_is_cut_off_from_an_import_is_named() {
    let home = common::estate();
    let home = home.path();
    told(home, "add account SHOP");
    let key = line(home, "edit account ACME --sk generate");
    told(home, "add export -a ACME -s orders --private");
    told(
        home,
        &format!("generate activation -a ACME -s orders -t SHOP -K {key} -o shop.jwt"),
    );
    let args = ["edit", "account", "ACME", "--rm-sk", &key];
    let why = refused(home, &args, 1, "activations for \"SHOP\"");
    assert!(why.contains(" --force  # "), "{why}");
    let done = json(home, &[&args[..], &["--force"]].concat());
    assert_eq!(done["cut_off"], serde_json::json!(["SHOP"]), "{done}");
    let warned = done["warnings"].to_string();
    assert!(warned.contains("must be given new ones"), "{warned}");
}

#[test]
fn an_identity_that_is_elsewhere_is_replaced_only_on_demand() {
    let home = common::estate();
    let home = home.path();
    let remove = ["export", "keys", "--operator", "--remove", "--dir", "roots"];
    common::at_home(home, &remove);
    let before = common::at_home(home, &["list", "operators"]);
    let why = refused(home, &["reissue", "operator"], 1, "is kept elsewhere");
    assert!(
        why.contains("hint: nkeep reissue operator --force  # "),
        "{why}"
    );
    assert_eq!(before, common::at_home(home, &["list", "operators"]));
    let trial = told(home, "reissue operator --force --dry-run");
    assert!(
        trial.contains("keys that were made for it are gone"),
        "{trial}"
    );
    let done = told(home, "reissue operator --force");
    assert!(done.contains("kept elsewhere, as before"), "{done}");
    assert!(!done.contains("stays in the store"), "{done}");
    // What is here is replaced without more.
    let again = told(home, "reissue operator");
    assert!(
        again.contains("stays in the store, and belongs to nobody"),
        "{again}"
    );
}

#[test]
fn limits_of_nothing_are_said_as_such() {
    let home = common::estate();
    let home = home.path();
    let edited = told(home, "edit user ACME -a ACME --subs 0");
    assert!(edited.contains("  subs: 0, was -1\n"), "{edited}");
    assert!(edited.contains("warning: with 0 subscriptions"), "{edited}");
    let back = told(home, "edit user ACME -a ACME --subs -1 --tag x");
    assert!(back.contains("  subs: -1, was 0\n"), "{back}");
    assert!(!back.contains("warning"), "{back}");
}

#[test]
fn a_role_that_two_keys_have_is_noticed() {
    let home = common::estate();
    let home = home.path();
    let first = line(
        home,
        "edit signing-key generate -a ACME --role r --allow-pub x",
    );
    let output = run(
        home,
        &[
            "edit",
            "signing-key",
            "generate",
            "-a",
            "ACME",
            "--role",
            "r",
            "--allow-pub",
            "y",
        ],
    );
    let said = said(&output);
    let warning = format!("warning: the role \"r\" is that of {first}, too");
    assert!(said.contains(&warning), "{said}");
    // What comes next runs all the same.
    let mut lines = said.lines();
    let next = lines
        .find_map(|line| line.split_once("next: nkeep "))
        .unwrap()
        .1
        .replace("NAME", "u");
    told(home, &next);
}

#[test]
fn what_is_signed_and_useless_is_noticed() {
    let home = common::estate();
    let home = home.path();
    for line in [
        "add user wild -a ACME --tag dep:>",
        "edit user ACME -a ACME --tag dep:a.*",
        "edit account ACME --tag dep:*",
    ] {
        let said = told(home, line);
        assert!(said.contains("holds a wildcard"), "{line}: {said}");
    }
    let plain = told(home, "edit user ACME -a ACME --tag dep:a*b,plain,more:>x");
    assert!(!plain.contains("wildcard"), "{plain}");
    told(home, "add user brief -a ACME --expiry 1h");
    let later = common::nkeep_at(home)
        .env("NKEEP_TEST_CLOCK", "1795290000")
        .args(["edit", "user", "brief", "-a", "ACME", "--tag", "x"])
        .output()
        .unwrap();
    assert!(later.status.success(), "{later:?}");
    assert!(
        said(&later).contains("warning: \"brief\" expired "),
        "{later:?}"
    );
    // Creds of whom no server takes are made, as nsc makes them; what renews the user is said.
    let creds = common::nkeep_at(home)
        .env("NKEEP_TEST_CLOCK", "1795290000")
        .args(["generate", "creds", "-n", "brief", "-a", "ACME"])
        .output()
        .unwrap();
    assert!(creds.status.success(), "{creds:?}");
    let helps = "no server takes it; what helps: nkeep edit user brief -a ACME --expiry 90d\n";
    assert!(said(&creds).contains(helps), "{creds:?}");
}

#[test]
fn what_servers_refuse_is_refused() {
    let home = common::estate();
    let home = home.path();
    for flag in ["--js-tier", "--js-enable"] {
        let args = ["edit", "account", "ACME", flag, "6"];
        refused(home, &args, 2, "no stream of more than 5 replicas");
    }
    for url in ["ftp://a.example", "FILE://a.example/x"] {
        let args = ["edit", "operator", "--account-jwt-server-url", url];
        refused(
            home,
            &args,
            2,
            "it is none of http, https, nats, tls, ws, wss",
        );
    }
    for url in ["https://a.example/jwt/v1", "NATS://a.example:4222"] {
        told(
            home,
            &format!("edit operator --account-jwt-server-url {url}"),
        );
    }
}

#[test]
fn refusals_name_what_they_are_about_and_what_helps() {
    let home = common::estate();
    let home = home.path();
    let user = common::at_home(home, &["describe", "user", "-a", "ACME", "-F", "sub"]);
    let user = user.trim().trim_matches('"');
    let args = ["edit", "account", "ACME", "--sk", user];
    refused(
        home,
        &args,
        1,
        &format!("the key {user} cannot be used: it is a user key"),
    );
    told(home, "revocations add-user ACME -a ACME");
    told(home, "delete user ACME -a ACME");
    let args = ["revocations", "delete-user", "ACME", "-a", "ACME"];
    let why = refused(home, &args, 1, "-u KEY");
    assert!(
        why.contains("hint: nkeep revocations list-users -a ACME  # shows"),
        "{why}"
    );
    let args = ["delete", "account", "SYS", "--no-input"];
    let why = refused(home, &args, 1, "is the system account");
    assert!(!why.contains("--force"), "{why}");
    std::fs::create_dir(home.join("empty")).unwrap();
    let args = ["import", "keys", "--dir", "empty", "--recurse"];
    let why = refused(home, &args, 1, "no .nk file");
    assert!(!why.contains("--recurse"), "{why}");
    let missing = ["import", "keys", "--dir", "nowhere"];
    let why = refused(home, &missing, 1, "no such file or directory");
    assert!(!why.contains("os error"), "{why}");
    let why = refused(home, &["add", "account", "ACME"], 1, "there is already");
    assert!(why.contains("hint: nkeep list accounts  # "), "{why}");
    // Where one account is beside the system account, it is meant everywhere.
    assert_eq!(
        common::at_home(home, &["describe", "account", "-F", "name"]),
        "\"ACME\"\n"
    );
}

/// A list of what is allowed that has nothing left in it allows all.
#[test]
fn what_the_last_permission_opens_is_said() {
    let folder = common::estate();
    let home = folder.path();
    let warned = |args: &[&str], says: &[&str]| {
        let done = json(home, args);
        let warnings = done["warnings"].to_string();
        for text in says {
            assert!(warnings.contains(text), "{args:?}: {warnings}");
        }
        assert_eq!(
            done["warnings"].as_array().unwrap().len(),
            says.len(),
            "{args:?}: {warnings}"
        );
    };
    at_home(
        home,
        &[
            "add",
            "user",
            "p",
            "--allow-pub",
            "a.x,a.y",
            "--allow-sub",
            "b.x",
            "--source-network",
            "10.0.0.0/8",
        ],
    );
    warned(
        &["edit", "user", "p", "--rm", "a.x"],
        &["p\\\" was given before holds as it was"],
    );
    warned(
        &["edit", "user", "p", "--rm", "a.y"],
        &["p\\\" may publish to everything that is not denied now"],
    );
    warned(
        &["edit", "user", "p", "--rm", "b.x"],
        &["may subscribe to everything"],
    );
    warned(
        &["edit", "user", "p", "--rm-source-network", "10.0.0.0/8"],
        &["may connect from everywhere"],
    );
    warned(
        &[
            "edit",
            "user",
            "p",
            "--conn-type",
            "mqtt",
            "--time",
            "08:00:00-17:00:00",
        ],
        &["p\\\" was given before holds as it was"],
    );
    warned(
        &["edit", "user", "p", "--rm-conn-type", "mqtt"],
        &["by every kind"],
    );
    warned(
        &["edit", "user", "p", "--rm-time", "08:00:00"],
        &["at any time"],
    );
    warned(&["edit", "account", "ACME", "--allow-pub", "q"], &[]);
    warned(
        &["edit", "account", "ACME", "--rm", "q"],
        &["whoever has no permissions of its own"],
    );
}

/// What a server reads as another number, or holds for longer than meant, is said.
#[test]
fn numbers_that_mean_something_else_are_said() {
    let folder = common::estate();
    let home = folder.path();
    let warned = |args: &[&str], says: &str| {
        let done = json(home, args);
        assert!(
            done["warnings"].to_string().contains(says),
            "{args:?}: {done}"
        );
    };
    let quiet = |args: &[&str]| assert_eq!(json(home, args)["warnings"], value!([]), "{args:?}");
    warned(
        &["edit", "user", "ACME", "--payload", "4294967296"],
        "in 32 bits",
    );
    // It is less than before, and no more than that.
    let done = json(home, &["edit", "user", "ACME", "--payload", "2147483647"]);
    let warnings = done["warnings"].to_string();
    assert!(
        warnings.contains("given before holds") && !warnings.contains("32 bits"),
        "{warnings}"
    );
    warned(&["edit", "account", "ACME", "--conns", "5g"], "in 32 bits");
    quiet(&["edit", "account", "ACME", "--conns", "-1"]);
    warned(
        &["revocations", "add-user", "ACME", "--at", "99999999999"],
        "still to come",
    );
}

/// What everybody reads holds neither what cannot be seen nor a password.
#[test]
fn what_a_token_says_can_be_seen_and_is_no_secret() {
    let folder = common::estate();
    let home = folder.path();
    for kind in ["operator", "account", "user"] {
        refused(
            home,
            &["edit", kind, "--tag", "a\u{7}"],
            2,
            "cannot be seen",
        );
    }
    refused(
        home,
        &["add", "user", "x", "--tag", "a\u{202e}b"],
        2,
        "cannot be seen",
    );
    // What is there may go.
    at_home(home, &["edit", "user", "ACME", "--rm-tag", "a\u{7}"]);
    let url = [
        "edit",
        "operator",
        "--account-jwt-server-url",
        "nats://u:p@localhost:4222",
    ];
    refused(home, &url, 2, "a user or a password");
}
