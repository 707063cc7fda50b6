//! Keys of nobody: `list keys`, `export keys` and `validate` agree on which those are.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeSet;
use std::path::Path;

use common::ceremonies::Two;
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

/// The keys that were made for a request.
fn made_for(asked: &serde_json::Value) -> BTreeSet<String> {
    let made = asked["made"].as_array().unwrap().iter();
    made.map(|key| key.as_str().unwrap().to_owned()).collect()
}

/// Whoever has asked for keys is waiting for the answer, and needs them then: nobody is told to take them out of the store.
#[test]
fn keys_that_wait_for_an_answer_are_somebodys() {
    let two = Two::new();
    let home = two.working();
    let none = BTreeSet::new();
    let asked = two.ask("a.nreq", &["edit", "operator", "--sk", "generate"]);
    let new = line(two.root(), "generate nkey --operator -S");
    let rotate = ["rotate", "start", "operator-identity", "--servers", "1"];
    let other = two.ask("b.nreq", &[&rotate[..], &["--new", &new]].concat());
    assert_eq!(listed(home), none);
    assert_eq!(validated(home), none);
    let nothing = ["export", "keys", "--not-referenced", "--dir", "none"];
    two.refused(&nothing, 1, "there is no such key");

    // One that is given up leaves keys of nobody.
    let hash = asked["sha256"].as_str().unwrap();
    line(home, &format!("ceremony drop {}", &hash[..8]));
    let made = made_for(&asked);
    assert_eq!(listed(home), made);
    assert_eq!(validated(home), made);

    // Of that, too, an answer may come: it is taken when the seed is there again, and not before.
    line(home, "export keys --not-referenced --remove --dir gone");
    two.sign("a.nreq", "a.nresp", &[]);
    let import = ["ceremony", "import", "a.nresp"];
    let why = two.refused(&import, 6, "the store has their seeds no more");
    assert!(why.contains("hint: nkeep import keys --dir"), "{why}");
    line(home, "import keys --dir gone");
    assert_eq!(listed(home), made);
    two.import("a.nresp");
    let keys = json(home, &["list", "keys", "--class", "operator-signing"]);
    let owned = keys["keys"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|key| key["owner"] != "" && key["sealed"] == true && key["role"] == "signing");
    let owned: BTreeSet<_> = owned
        .map(|key| key["public_key"].as_str().unwrap().to_owned())
        .collect();
    assert!(made.is_subset(&owned), "{keys}");

    // It overtook the other request, of which no answer can come any more.
    let overtaken = made_for(&other);
    assert_eq!(listed(home), overtaken);
    assert_eq!(validated(home), overtaken);
}

/// Where a seed is lost, what the root signed is taken all the same: it goes on from there.
#[test]
fn an_answer_is_taken_without_seeds_by_a_word_alone() {
    let two = Two::new();
    let asked = two.ask("a.nreq", &["edit", "operator", "--sk", "generate"]);
    let made = asked["made"][0].as_str().unwrap();
    two.sign("a.nreq", "a.nresp", &[]);
    line(
        two.working(),
        &format!("export keys --key {made} --remove --dir gone"),
    );
    let import = ["ceremony", "import", "a.nresp"];
    two.refused(&import, 6, "the store has their seeds no more");
    line(two.working(), "ceremony import a.nresp --without-seeds");
    let found = found(two.working(), &[]);
    assert!(
        found.iter().any(|code| code.contains("key.seed-missing")),
        "{found:?}"
    );
}
