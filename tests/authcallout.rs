//! `edit authcallout`: who decides who may connect to an account.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said};
use serde_json::{Value, json as value};

const ELSEWHERE: &str = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
const CURVE: &str = "XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7";

fn callout(home: &Path) -> Value {
    json(home, &["describe", "account", "ACME"])["nats"]["authorization"].clone()
}

fn edit(home: &Path, flags: &[&str]) -> Value {
    common::at_home(
        home,
        &[&["edit", "authcallout", "-a", "ACME"][..], flags].concat(),
    );
    callout(home)
}

fn key_of(home: &Path, args: &[&str]) -> Value {
    json(home, &[&["describe"][..], args].concat())["sub"].clone()
}

#[test]
fn a_callout_has_users_accounts_and_a_curve_key() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "SHOP"]);
    let user = key_of(home, &["user", "ACME", "-a", "ACME"]);
    let shop = key_of(home, &["account", "SHOP"]);
    assert_eq!(callout(home), value!({}));

    // By name or by key, in the order of keys, and once.
    edit(home, &["--auth-user", "ACME"]);
    let again = [
        "--auth-user",
        user.as_str().unwrap(),
        "--allowed-account",
        "SHOP",
    ];
    assert_eq!(
        edit(home, &again),
        value!({ "auth_users": [user], "allowed_accounts": [shop] })
    );

    // The account as an argument; the key of the box is made, kept, and its public half printed.
    let made = common::at_home(home, &["edit", "authcallout", "ACME", "-x", "generate"]);
    let made = made.trim();
    assert!(made.starts_with('X') && made.len() == 56, "{made}");
    assert_eq!(callout(home)["xkey"], made);
    let keys = json(home, &["list", "keys"]);
    let listed = keys["keys"].as_array().unwrap();
    let curve = listed.iter().find(|key| key["public_key"] == made).unwrap();
    assert_eq!(
        (&curve["role"], &curve["owner"]),
        (&value!("curve"), &value!("ACME"))
    );
    assert_eq!(curve["sealed"], value!(true), "{curve}");

    // Brought along, its seed is kept; its public half alone will do, too.
    assert_eq!(edit(home, &["--curve", "./curve.nk"])["xkey"], CURVE);
    edit(home, &["--rm-curve"]);
    assert!(callout(home).get("xkey").is_none());
    assert_eq!(edit(home, &["--curve", CURVE])["xkey"], CURVE);

    let args = [
        "edit",
        "authcallout",
        "-a",
        "ACME",
        "--auth-user",
        ELSEWHERE,
    ];
    let warned = said(&run(home, &args));
    assert!(
        warned.contains(&format!("warning: {ELSEWHERE} is no user of account")),
        "{warned}"
    );
    edit(home, &["--rm-auth-user", ELSEWHERE]);
    let any = ["--rm-allowed-account", "SHOP", "--allowed-account", "*"];
    assert_eq!(edit(home, &any)["allowed_accounts"], value!(["*"]));
    edit(
        home,
        &["--rm-allowed-account", "*", "--rm-auth-user", "ACME"],
    );
    assert_eq!(callout(home), value!({ "xkey": CURVE }));

    assert_eq!(edit(home, &["--disable"]), value!({}));
    // The same again is done already.
    let again = json(home, &["edit", "authcallout", "-a", "ACME", "--disable"]);
    assert_eq!(again["issuer"], Value::Null);
    common::at_home(home, &["store", "check"]);
}

#[test]
fn what_servers_would_not_take_is_refused() {
    let home = common::estate();
    let home = home.path();
    let refuse = |flags: &[&str], code: i32, says: &str| {
        let before = callout(home);
        let args = [&["edit", "authcallout", "-a", "ACME"][..], flags].concat();
        refused(home, &args, code, says);
        assert_eq!(callout(home), before, "{flags:?}");
    };
    refuse(&[], 2, "nothing to change is named");
    refuse(
        &["--disable", "--auth-user", "ACME"],
        2,
        "cannot be used with",
    );
    refuse(
        &["--rm-curve", "--curve", "generate"],
        2,
        "cannot be used with",
    );
    refuse(
        &["--allowed-account", "ACME"],
        3,
        "cannot have accounts without users",
    );
    edit(home, &["--auth-user", "ACME", "--allowed-account", "ACME"]);
    refuse(
        &["--allowed-account", "*"],
        3,
        "can only be a list of accounts or",
    );
    refuse(
        &["--rm-auth-user", "ACME"],
        3,
        "cannot have accounts without users",
    );
    refuse(&["--auth-user", "NOBODY"], 1, "NOBODY");
    refuse(&["--allowed-account", "NOWHERE"], 1, "NOWHERE");
    // Keys of another kind, and seeds.
    refuse(&["--auth-user", CURVE], 2, "curve");
    refuse(&["--allowed-account", ELSEWHERE], 2, "user");
    refuse(&["--curve", ELSEWHERE], 1, "user");
    refuse(&["--curve", "./user.nk"], 1, "user");
    refuse(&["--curve", "nothing"], 2, "is no key");
    let seed = std::fs::read_to_string(home.join("user.nk")).unwrap();
    refuse(&["--auth-user", seed.trim()], 2, "it is a seed");
    refuse(&["--curve", seed.trim()], 2, "it is a seed");
}

/// Without its user the service is not let in, and then nobody is whom it is asked about.
#[test]
fn who_takes_away_what_a_callout_needs_is_told_and_validate_finds_it() {
    let home = common::estate();
    let home = home.path();
    for args in [
        &["add", "account", "SHOP"][..],
        &["add", "user", "svc", "-a", "ACME"],
        &["add", "user", "spare", "-a", "ACME"],
    ] {
        common::at_home(home, args);
    }
    let svc = key_of(home, &["user", "svc", "-a", "ACME"]);
    let spare = key_of(home, &["user", "spare", "-a", "ACME"]);
    let shop = key_of(home, &["account", "SHOP"]);
    let [svc, spare, shop] = [&svc, &spare, &shop].map(|key| key.as_str().unwrap());
    let both = ["--auth-user", "svc,spare", "--allowed-account", "SHOP"];
    edit(home, &both);
    let codes = || -> Vec<String> {
        let all = common::validation::found(home, &[]).into_iter();
        all.filter(|one| one.contains("callout")).collect()
    };
    assert!(codes().is_empty());

    // One of two: the other is there still. Anybody else is no business of the callout's.
    let other = run(home, &["revocations", "add-user", "ACME", "-a", "ACME"]);
    assert!(!said(&other).contains("callout"), "{other:?}");
    let warned = said(&run(
        home,
        &["revocations", "add-user", "spare", "-a", "ACME"],
    ));
    let rm = format!("nkeep edit authcallout -a ACME --rm-auth-user {spare}");
    assert!(
        warned.contains("connects as user \"spare\", who is revoked: as that one")
            && warned.contains(&rm),
        "{warned}"
    );
    assert_eq!(codes(), ["ACME account.callout-user-revoked"]);
    common::validation::mended(home, "account.callout-user-revoked");

    // The last one, also where a script reads.
    let tried = ["--dry-run", "delete", "user", "svc", "-a", "ACME"];
    let tried = json(home, &tried);
    assert_eq!(tried["warnings"].as_array().unwrap().len(), 1, "{tried}");
    let warned = said(&run(home, &["delete", "user", "svc", "-a", "ACME"]));
    let rm = format!("nkeep edit authcallout -a ACME --auth-user NAME --rm-auth-user {svc}");
    assert!(
        warned.contains("and nobody whom it is asked about is") && warned.contains(&rm),
        "{warned}"
    );
    let warned = said(&run(home, &["delete", "account", "SHOP", "--force"]));
    let rm = format!("nkeep edit authcallout -a ACME --rm-allowed-account {shop}");
    assert!(warned.contains(&rm), "{warned}");
    assert_eq!(
        codes(),
        [
            "ACME account.callout-user-revoked",
            "ACME account.callout-account-unknown"
        ]
    );
    common::validation::mended(home, "account.callout-account-unknown");
    edit(home, &["--auth-user", ELSEWHERE, "--rm-auth-user", svc]);
    assert_eq!(codes(), ["ACME account.callout-user-unknown"]);
}
