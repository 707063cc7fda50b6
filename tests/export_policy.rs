//! Classes whose seeds leave the store only sealed: every door through which one would leave in the clear, and who opens them.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, refused_by, run, said, stranger, with_identity};
use serde_json::json as value;

fn exports(home: &Path, flags: &[&str]) -> serde_json::Value {
    json(
        home,
        &[&["store", "recipients", "exports"][..], flags].concat(),
    )["kept"]
        .clone()
}

/// The last is of keys that belong to nobody.
static ALL: [&str; 6] = [
    "root",
    "operator-signing",
    "account-identity",
    "account-signing",
    "user",
    "other",
];

/// A command, and the classes that it would let out.
type Door = (Vec<String>, &'static [&'static str]);

/// Commands that write or show seeds.
fn doors(seed_of: &str) -> Vec<Door> {
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut doors: Vec<Door> = vec![
        (
            words("generate creds -n ACME -a ACME -o door/x.creds"),
            &["user"],
        ),
        (words("generate creds -n ACME -a ACME"), &["user"]),
        (
            words("generate context --context x -u ACME -a ACME --creds door/y.creds"),
            &["user"],
        ),
        (
            words(&format!("export keys --key {seed_of} --dir door/k")),
            &["user"],
        ),
        (words("export keys --users --dir door/u"), &["user"]),
        (words("export keys --all --dir door/a"), &ALL[..5]),
        (words("export nsc door/nsc --reveal"), &ALL[..5]),
        (words("list keys -S --reveal"), &ALL),
        (
            words("generate nkey --user --keep --out door/n.nk"),
            &["user"],
        ),
        (
            words("generate nkey --server --keep --out door/m.nk"),
            &["other"],
        ),
        (
            words("generate profile nsc://ACME/ACME/ACME?userSeed"),
            &["user"],
        ),
        (
            words("generate profile nsc://ACME/ACME?accountSeed"),
            &["account-identity"],
        ),
        (words("generate profile nsc://ACME?operatorSeed"), &["root"]),
    ];
    for (place, class) in ALL.iter().enumerate() {
        let line = format!("export keys --class {class} --dir door/{class}");
        doors.push((words(&line), &ALL[place..=place]));
    }
    doors
}

#[test]
fn no_door_lets_a_seed_out_that_is_kept() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["generate", "nkey", "--server", "--keep"]);
    let user = json(home, &["describe", "user", "ACME", "-a", "ACME"])["sub"].clone();
    let doors = doors(user.as_str().unwrap());
    for class in ALL {
        assert_eq!(exports(home, &["--forbid", class]), value!([class]));
        std::fs::create_dir(home.join("door")).unwrap();
        for (args, of) in &doors {
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            if of.contains(&class) {
                let says = format!("seeds of {class} keys leave this store only sealed");
                let why = refused(home, &args, 1, &says);
                let hint = format!("hint: nkeep store recipients exports --allow {class}");
                assert!(why.contains(&hint), "{args:?}: {why}");
            } else {
                let output = run(home, &args);
                assert!(output.status.success(), "{class}: {args:?}: {output:?}");
            }
        }
        std::fs::remove_dir_all(home.join("door")).unwrap();
        let _ = std::fs::remove_dir_all(home.join(".config/nats"));
        assert_eq!(exports(home, &["--allow", class]), value!([]));
    }
    common::at_home(home, &["store", "check"]);
}

#[test]
fn what_is_kept_signs_and_goes_into_backups_and_trees() {
    let home = common::estate();
    let home = home.path();
    let forbid = ALL.map(|class| ["--forbid", class]).concat();
    assert_eq!(exports(home, &forbid), value!(ALL));
    for args in [
        &["add", "account", "ORDERS"][..],
        &["add", "user", "clerk", "-a", "ORDERS"],
        &["generate", "nkey", "--user", "--keep"],
        &["export", "nsc", "tokens"],
        &["list", "keys"],
        &["store", "backup", "copy"],
        &["export", "dir", "tree"],
        &["store", "rekey", "--new-identity", "identity-2.txt"],
    ] {
        common::at_home(home, args);
    }
    // It stays through what else changes the recipients.
    let mut list = with_identity(
        home,
        Some("identity-2.txt"),
        &["store", "recipients", "list"],
    );
    let listed = list.output().unwrap();
    let noted = said(&listed);
    assert!(
        noted.contains("leave the store only sealed of these classes: root"),
        "{noted}"
    );
    let creds = [
        "generate", "creds", "-n", "clerk", "-a", "ORDERS", "-o", "c",
    ];
    let mut creds = with_identity(home, Some("identity-2.txt"), &creds);
    refused_by(&mut creds, home, 1, "only sealed");
    let check = with_identity(home, Some("identity-2.txt"), &["store", "check"]).output();
    assert!(check.unwrap().status.success());
}

/// Who opens users' keys alone writes their creds, and no policy.
#[test]
fn the_policy_is_signed_by_whoever_opens_root_keys() {
    let home = common::estate();
    let home = home.path();
    let (other, recipient) = stranger();
    let theirs = other.path().join("identity.txt");
    let theirs = theirs.to_str();
    let add = [
        "store",
        "recipients",
        "add",
        &recipient,
        "--label",
        "ci",
        "--class",
        "user",
    ];
    common::at_home(home, &add);
    exports(home, &["--forbid", "account-identity"]);
    let as_ci = |args: &[&str]| with_identity(home, theirs, args);
    let nsc = as_ci(&["export", "nsc", "for-ci", "--reveal"])
        .output()
        .unwrap();
    assert!(nsc.status.success(), "{nsc:?}");
    let change = [
        "store",
        "recipients",
        "exports",
        "--allow",
        "account-identity",
    ];
    refused_by(&mut as_ci(&change), home, 4, "opens root keys");
    let looked = as_ci(&["store", "recipients", "exports"]).output().unwrap();
    let table = String::from_utf8(looked.stdout).unwrap();
    assert!(table.contains("account-identity  forbidden"), "{table}");
    assert!(table.contains("user              allowed"), "{table}");
}

#[test]
fn a_policy_that_cannot_be_is_refused() {
    let home = common::estate();
    let home = home.path();
    let version = || json(home, &["store", "recipients", "list"])["version"].clone();
    let change = |flags: &[&'static str]| [&["store", "recipients", "exports"][..], flags].concat();
    refused(
        home,
        &change(&["--forbid", "journal"]),
        2,
        "whoever opens anything",
    );
    refused(
        home,
        &change(&["--forbid", "no"]),
        2,
        "it is no class of keys",
    );
    let both = change(&["--forbid", "user", "--allow", "user"]);
    refused(home, &both, 2, "user is to be forbidden and allowed");
    // What is so already makes no version.
    let before = version();
    assert_eq!(exports(home, &["--allow", "user"]), value!([]));
    let trial = exports(home, &["--forbid", "user", "--dry-run"]);
    assert_eq!((version(), trial), (before, value!(["user"])));
}
