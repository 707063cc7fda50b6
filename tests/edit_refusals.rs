//! Edits that are refused, and those that are made with a word of warning.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{refused, run, said};

#[test]
fn what_makes_no_sense_changes_nothing() {
    let home = common::estate();
    let home = home.path();
    let seed = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
    let account = ["edit", "account", "ACME"];
    let user = ["edit", "user", "ACME", "-a", "ACME"];
    let operator = ["edit", "operator"];
    for (command, flags, code, says) in [
        (&account[..], &[][..], 2, "nothing to change"),
        (&user, &[], 2, "nothing to change"),
        (&operator, &[], 2, "nothing to change"),
        (
            &["edit", "account", "NO", "--conns", "1"],
            &[],
            1,
            "no account \"NO\"",
        ),
        (
            &["edit", "user", "NO", "-a", "ACME", "--subs", "1"],
            &[],
            1,
            "no user \"NO\"",
        ),
        (
            &["edit", "user", "x", "-a", "NO", "--subs", "1"],
            &[],
            1,
            "no account \"NO\"",
        ),
        (
            &operator,
            &["--operator", "NO", "--tag", "x"],
            1,
            "no operator \"NO\"",
        ),
        (&account, &["--conns", "many"], 2, "it is no number"),
        (&account, &["--conns", "-2"], 2, "below 0"),
        (&account, &["--data", "99999999t"], 2, "larger"),
        (
            &account,
            &["--js-tier", "x", "--js-streams", "1"],
            2,
            "--js-tier",
        ),
        (&account, &["--info-url", "nohost"], 3, "info url"),
        (&account, &["--host-cluster-traffic", "nope"], 2, "nope"),
        (
            &account,
            &["--trace-context-sampling", "5"],
            1,
            "no subject that traces go to",
        ),
        (
            &account,
            &["--trace-context-subject", "a.*"],
            3,
            "publish subject",
        ),
        (&account, &["--expiry", "2020-01-01"], 2, "not after"),
        (&account, &["--allow-pub", "a..b"], 2, "a..b"),
        (&account, &["--description", seed], 2, "a seed"),
        (&account, &["--sk", seed], 2, "a seed"),
        (&account, &["--tag", seed], 2, "a seed"),
        (&user, &["--source-network", seed], 2, "a seed"),
        (&operator, &["--service-url", seed], 2, "a seed"),
        (&account, &["--sk", "nonsense"], 2, "is no key"),
        (&account, &["--rm-sk", "nonsense"], 1, "role"),
        (&account, &["--sk", "missing.nk"], 1, "missing.nk"),
        (&user, &["--source-network", "10.0.0.0"], 2, "network"),
        (&user, &["--conn-type", "PIGEON"], 2, "PIGEON"),
        (&user, &["--time", "8-9-10"], 2, "range"),
        (&user, &["--time", "25:00:00-26:00:00"], 2, "range"),
        (&user, &["--locale", "Nowhere/City"], 2, "time zone"),
        (&user, &["--response-ttl", "5"], 2, "it is no length"),
        (&user, &["--bearer=perhaps"], 2, "perhaps"),
        (
            &user,
            &["--rm-response-perms", "--response-ttl", "5s"],
            2,
            "cannot be used",
        ),
        (&operator, &["--service-url", "http://x"], 3, "service url"),
        (
            &operator,
            &["--account-jwt-server-url", "nohost"],
            3,
            "server url",
        ),
        (
            &operator,
            &["--system-account", "NO"],
            1,
            "no account \"NO\"",
        ),
        (
            &operator,
            &[
                "--rm-sk",
                "ABEB5XTXFWQVPBOJ4WNAQYQBXDB7TQYHCKPD7RWX6NFKJX7NLAKOK7LY",
            ],
            2,
            "operator key",
        ),
        (
            &operator,
            &[
                "--rm-sk",
                "OB43KVROR7TFJ6KAPCYRF2FJROTZAH4FHLTJLPWX4DRZCC5NASLGIT25",
            ],
            1,
            "no signing key",
        ),
    ] {
        let why = refused(home, &[command, flags].concat(), code, says);
        assert!(!why.contains(&seed[..20]), "{why}");
    }
}

#[test]
fn an_account_that_allows_no_bearers_has_none() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "user", "b", "-a", "ACME", "--bearer"]);
    let why = refused(
        home,
        &["edit", "account", "ACME", "--disallow-bearer"],
        1,
        "\"b\"",
    );
    assert!(
        why.contains("hint: nkeep edit user b -a ACME --bearer=false"),
        "{why}"
    );
    common::at_home(home, &["edit", "user", "b", "-a", "ACME", "--bearer=false"]);
    common::at_home(home, &["edit", "account", "ACME", "--disallow-bearer"]);
    let args = ["edit", "user", "b", "-a", "ACME", "--bearer"];
    refused(home, &args, 1, "bearer");
}

/// What servers would not do with it is said of what was not so before.
#[test]
fn what_is_not_what_was_meant_is_said_once() {
    let home = common::estate();
    let args = ["edit", "account", "ACME", "--allow-pub", "{{name()}}"];
    let out = run(home.path(), &args);
    let warning = "warning: templates are not filled in here";
    assert!(said(&out).contains(warning), "{out:?}");
    let args = ["edit", "account", "ACME", "--conns", "5"];
    let out = run(home.path(), &args);
    assert!(!said(&out).contains(warning), "{out:?}");
}

#[test]
fn a_label_cannot_come_and_go() {
    let home = common::estate();
    let home = home.path();
    for what in ["operator", "account ACME", "user ACME -a ACME"] {
        let line = format!("edit {what} --tag a,B --rm-tag b");
        let args: Vec<&str> = line.split(' ').collect();
        refused(
            home,
            &args,
            2,
            "the tag \"b\" cannot be added and taken away",
        );
    }
}
