//! Operators and accounts of an nsc store that are taken under another name, because theirs is none here, or as is liked.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::refusal::{everything, json, refused, run, said};
use common::source::{follow, home, key_file, text};
use nkeep::jwt::claims::{Account, Body, Operator};
use nkeep::jwt::decode::{Token, Unverified, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::Seed;

/// A name that is a path, as nsc takes it where the folder has another.
const REFUSED: &str = "a:b=c";

/// Gives a token another name as nsc's library would: its keys, and who signed.
fn misname<B: Body>(home: &Path, file: &str, name: &str) -> (String, String)
where
    Unverified<B>: TryFrom<Token>,
{
    let file = home.join("nsc-store/stores/ALPHA").join(file);
    let text = std::fs::read_to_string(&file).unwrap();
    let Ok(token) = Unverified::<B>::try_from(decode(text.trim()).unwrap()) else {
        panic!("{file:?} is of another type");
    };
    let (subject, issuer) = (token.claims().subject.clone(), token.issuer().to_string());
    let seed = std::fs::read_to_string(key_file(home, &issuer)).unwrap();
    let pair = Seed::parse(seed.trim()).unwrap().signing_pair().unwrap();
    let mut claims = token.into_claims();
    let at = claims.issued_at;
    name.clone_into(&mut claims.name);
    let signed = encode(claims, &pair, at, UnknownFields::Keep).unwrap();
    std::fs::write(&file, signed.token).unwrap();
    (subject, issuer)
}

fn sound(home: &Path) {
    at_home(home, &["store", "check"]);
}

#[test]
fn an_account_whose_name_is_refused_is_taken_under_another() {
    let home = home();
    let home = home.path();
    let (key, issuer) = misname::<Account>(home, "accounts/ORDERS/ORDERS.jwt", REFUSED);
    let before = run(home, &["import", "nsc", "nsc-store", "--dry-run"]);
    assert_eq!(before.status.code(), Some(3), "{before:?}");
    let flag = format!("hint: nkeep import nsc nsc-store --dry-run --rename '{key}=a-b-c'  # ");
    let told = [said(&before), String::from_utf8(before.stdout).unwrap()].concat();
    assert!(
        told.contains("name.refused") && told.contains(&flag),
        "{told}"
    );

    for wanted in [&key, REFUSED] {
        let rename = format!("{wanted}=SALES");
        let dry = [
            "import",
            "nsc",
            "nsc-store",
            "--rename",
            &rename,
            "--dry-run",
        ];
        at_home(home, &dry);
    }
    let rename = format!("{REFUSED}=SALES");
    let import = ["import", "nsc", "nsc-store", "--rename", &rename];
    let report = json(home, &import);
    let findings = report["findings"].as_array().unwrap();
    let changed = findings
        .iter()
        .find(|finding| finding["code"] == "name.changed");
    assert_eq!(changed.unwrap()["outcome"], "taken");
    let account = json(
        home,
        &["describe", "account", "SALES", "--operator", "ALPHA"],
    );
    assert_eq!(
        (&account["sub"], &account["name"]),
        (&key.clone().into(), &"SALES".into())
    );
    assert_eq!(account["iss"], issuer.as_str());
    let users = json(
        home,
        &["list", "users", "-a", "SALES", "--operator", "ALPHA"],
    );
    assert!(!users["users"].as_array().unwrap().is_empty(), "{users}");
    sound(home);
    // Again it is the same.
    let store = everything(&home.join(".local/share"));
    let again = json(home, &import);
    let entities = again["entities"].as_array().unwrap();
    assert!(
        entities.iter().all(|entity| entity["outcome"] == "same"),
        "{again}"
    );
    assert_eq!(everything(&home.join(".local/share")), store);
}

#[test]
fn what_was_skipped_is_taken_when_the_files_with_seeds_are_gone() {
    let home = home();
    let home = home.path();
    let (key, issuer) = misname::<Account>(home, "accounts/ORDERS/ORDERS.jwt", REFUSED);
    let import = ["import", "nsc", "nsc-store"];
    assert_eq!(run(home, &import).status.code(), Some(3));
    let shredded = run(home, &[&import[..], &["--shred-source"]].concat());
    assert_eq!(shredded.status.code(), Some(3), "{shredded:?}");
    // Who signed the name is in the store alone by now; what was skipped still has its own.
    assert!(!key_file(home, &issuer).exists());
    assert!(key_file(home, &key).exists());
    let told = [said(&shredded), String::from_utf8(shredded.stdout).unwrap()].concat();
    let mut lines = told.lines().map(str::trim_start);
    let hint = lines.find(|line| line.starts_with("hint: ") && line.contains("--rename"));
    let hint = hint
        .unwrap_or_else(|| panic!("{told}"))
        .trim_start_matches("hint: ");

    // Somebody else's identity opens nothing to sign with.
    let other = [
        "store",
        "init",
        "--store",
        "o.nkeep",
        "--new-identity",
        "o.txt",
    ];
    at_home(home, &other);
    let before = everything(home);
    let rename = format!("{key}=a-b-c");
    let theirs = [
        &["--identity", "o.txt"][..],
        &import,
        &["--rename", &rename],
    ]
    .concat();
    refused(home, &theirs, 5, "identity");
    assert_eq!(everything(home), before);

    let taken = follow(home, hint);
    assert!(taken.status.success(), "{taken:?}");
    let args = ["describe", "account", "a-b-c", "--operator", "ALPHA"];
    let account = json(home, &args);
    assert_eq!(
        (text(&account, "sub"), text(&account, "iss")),
        (&*key, &*issuer)
    );
    assert!(!key_file(home, &key).exists());
    // The journal names the key of the store that signed.
    let log = json(home, &["audit", "log", "--last", "1"]);
    assert!(log.to_string().contains(&issuer), "{log}");
    sound(home);
}

#[test]
fn an_operator_brings_all_that_is_under_it() {
    let home = home();
    let home = home.path();
    let (key, _) = misname::<Operator>(home, "ALPHA.jwt", "al/pha");
    let skipped = run(home, &["import", "nsc", "nsc-store", "--dry-run", "--json"]);
    assert_eq!(skipped.status.code(), Some(3));
    let rename = format!("{key}=ALPHA-2");
    let report = json(home, &["import", "nsc", "nsc-store", "--rename", &rename]);
    let of_alpha = report["entities"].as_array().unwrap().iter();
    assert!(
        of_alpha
            .filter(|entity| entity["parent"] == key.as_str())
            .count()
            > 4
    );
    let operator = json(home, &["describe", "operator", "ALPHA-2"]);
    assert_eq!(operator["sub"], key.as_str());
    sound(home);
}

#[test]
fn a_renaming_that_cannot_be_changes_nothing() {
    let home = home();
    let home = home.path();
    let (_, issuer) = misname::<Account>(home, "accounts/ORDERS/ORDERS.jwt", REFUSED);
    let import = |rename: &'static str| ["import", "nsc", "nsc-store", "--rename", rename];
    let before = everything(home);
    refused(home, &import("NOBODY=SALES"), 2, "is called \"NOBODY\"");
    refused(home, &import("SALES"), 2, "OLD=NEW");
    refused(home, &import("=SALES"), 2, "whose name");
    refused(home, &import("a:b=c="), 2, "it is empty");
    refused(home, &import("a:b=c=x/y"), 2, "it cannot be a name");
    assert_eq!(everything(home), before);
    // Without the seed that signed, in the folder or in the store, there is no other name.
    let seed = key_file(home, &issuer);
    std::fs::rename(&seed, home.join("away")).unwrap();
    refused(home, &import("a:b=c=SALES"), 2, &issuer);
    std::fs::rename(home.join("away"), &seed).unwrap();
    assert_eq!(everything(home), before);
    // A name that another has is another's.
    let taken = run(home, &import("a:b=c=BILLING"));
    assert_eq!(taken.status.code(), Some(3), "{taken:?}");
}
