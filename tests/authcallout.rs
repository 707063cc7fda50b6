//! `edit authcallout`: who decides who may connect to an account.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

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
