//! Keys of nobody: `list keys`, `export keys` and `validate` agree on which those are.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeSet;
use std::path::Path;

use common::line;
use common::refusal::json;
use common::validation::{estate, found};
use nkeep::nkey::{Kind, Seed};

/// Keys of a document under a name in it.
fn public_keys(keys: &serde_json::Value) -> BTreeSet<String> {
    let keys = keys.as_array().unwrap().iter();
    keys.map(|key| key["public_key"].as_str().unwrap().to_owned())
        .collect()
}

fn listed(home: &Path) -> BTreeSet<String> {
    public_keys(&json(home, &["list", "keys", "--not-referenced"])["keys"])
}

fn exported(home: &Path, folder: &str) -> BTreeSet<String> {
    let args = ["export", "keys", "--not-referenced", "--dir", folder];
    public_keys(&json(home, &args)["keys"])
}

fn validated(home: &Path) -> BTreeSet<String> {
    let document = json(home, &["validate"]);
    let of_nobody = document["reports"].as_array().unwrap().iter();
    let mut keys = of_nobody.filter_map(|report| report["public_keys"].as_array());
    let found = keys.next().into_iter().flatten();
    found.map(|key| key.as_str().unwrap().to_owned()).collect()
}

/// A key that was made elsewhere, in a folder for `import keys`.
fn imported(home: &Path, kind: Kind) -> String {
    let seed = Seed::generate(kind).unwrap();
    let public = seed.public().to_string();
    std::fs::create_dir_all(home.join("seeds")).unwrap();
    let file = home.join("seeds").join(format!("{public}.nk"));
    std::fs::write(&file, seed.expose().as_bytes()).unwrap();
    line(home, "import keys --dir seeds");
    std::fs::remove_file(file).unwrap();
    public
}

#[test]
fn lists_exports_and_findings_agree_on_keys_of_nobody() {
    let home = estate();
    let home = home.path();
    let mut strays = BTreeSet::new();
    assert_eq!(validated(home), strays);

    let rotated = line(home, "edit account ORDERS --sk generate");
    line(home, "edit account ORDERS --sk generate");
    line(
        home,
        &format!("edit account ORDERS --rm-sk {}", rotated.trim()),
    );
    strays.insert(rotated.trim().to_owned());

    let made = json(home, &["generate", "nkey", "--account", "--keep"]);
    let made = made["keys"][0]["public_key"].as_str().unwrap().to_owned();
    strays.insert(made.clone());

    let server = json(home, &["generate", "nkey", "--server", "--keep"]);
    let server = server["keys"][0]["public_key"].as_str().unwrap();
    strays.insert(server.to_owned());

    let unnamed = imported(home, Kind::Account);
    strays.insert(unnamed.clone());

    line(home, "add user clerk -a ORDERS");
    let clerk = json(home, &["describe", "user", "clerk", "-a", "ORDERS"]);
    line(home, "delete user clerk -a ORDERS");
    strays.insert(clerk["sub"].as_str().unwrap().to_owned());

    // Of somebody, all of them: a callout's curve key, and one that was there before a token named it.
    line(home, "add user callout -a ORDERS");
    line(
        home,
        "edit authcallout --account ORDERS --auth-user callout --allowed-account * --curve generate",
    );
    let before = imported(home, Kind::Curve);
    line(home, "add user callout -a BILLING");
    line(
        home,
        &format!(
            "edit authcallout --account BILLING --auth-user callout --allowed-account * --curve {before}"
        ),
    );

    assert_eq!(listed(home), strays);
    assert_eq!(validated(home), strays);
    assert_eq!(exported(home, "strays"), strays);

    // Who names them makes them somebody's.
    for key in [&made, &unnamed] {
        line(home, &format!("edit account ORDERS --sk {key}"));
        strays.remove(key);
    }
    assert_eq!(listed(home), strays);
    assert_eq!(validated(home), strays);
    assert_eq!(exported(home, "fewer"), strays);
    assert_eq!(found(home, &["-a", "ORDERS"]), [""; 0]);
}
