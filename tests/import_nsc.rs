//! Stores of nsc's, taken into a store and written again; and a broken one, of which just what is sound is taken.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use common::fixture;
use common::refusal::{everything, json, mode, refused, run, said, store_of};
use nkeep::jwt::claims::{Account, User};
use nkeep::jwt::decode::{Unverified, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::Seed;
use serde_json::Value;

/// An empty store, and a store of nsc's in the folder of that name.
fn home_with(name: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let init = ["store", "init", "--new-identity", "identity.txt"];
    common::at_home(home.path(), &init);
    fixture(name, home.path());
    home
}

/// Into `seeds`, of every operator and of nobody.
fn export_every_seed(home: &Path) {
    let kinds = "--class root --class operator-signing --class account-identity --class account-signing --class user \
                 --class other";
    let export = format!("export keys {kinds} --dir seeds");
    common::line(home, &export);
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

fn seeds_below(folder: &Path) -> BTreeMap<PathBuf, String> {
    everything(folder)
        .into_iter()
        .filter_map(|(path, (_, contents))| {
            let text = String::from_utf8(contents).ok()?;
            let words = text.split(|character: char| !character.is_ascii_alphanumeric());
            let seed = words
                .into_iter()
                .find(|word| nkeep::nkey::Seed::parse(word).is_ok())?
                .to_owned();
            Some((path, seed))
        })
        .collect()
}

/// Claims as `describe` prints them, without what nkeep adds.
fn claims(home: &Path, args: &[&str]) -> Value {
    // What is revoked is described as well, with exit code 3.
    let output = run(home, &[&["describe"], args, &["--json"]].concat());
    let mut document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let fields = document.as_object_mut().unwrap();
    fields.remove("kind");
    fields.remove("status");
    document
}

/// A store that is sound, but for users who are revoked or past their time.
fn sound(home: &Path) {
    let output = run(home, &["store", "check", "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut findings = report["findings"].as_array().unwrap().iter();
    let known = ["chain.revoked", "chain.expired"];
    assert!(
        findings.all(|one| known.contains(&text(one, "code"))),
        "{report}"
    );
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}

#[test]
fn the_import_is_what_nsc_says_of_its_store() {
    let home = home_with("nsc-store");
    let home = home.path();
    let report = json(home, &["import", "nsc", "nsc-store"]);
    assert_eq!(report["kind"], "import");
    let expected: Value =
        serde_json::from_str(&read(&home.join("nsc-store/expected.json"))).unwrap();
    let mut count = 0;
    for operator in expected["operators"].as_array().unwrap() {
        let name = text(operator, "name");
        assert_eq!(claims(home, &["operator", name]), operator["claims"]);
        count += 1;
        for account in operator["accounts"].as_array().unwrap() {
            let above = ["--operator", name];
            let args = [&["account", text(account, "name")], &above[..]].concat();
            assert_eq!(claims(home, &args), account["claims"], "{args:?}");
            count += 1;
            for user in account["users"].as_array().unwrap() {
                let above = ["-a", text(account, "name"), "--operator", name];
                let args = [&["user", text(user, "name")], &above[..]].concat();
                assert_eq!(claims(home, &args), user["claims"], "{args:?}");
                count += 1;
            }
        }
    }
    assert_eq!(report["entities"].as_array().unwrap().len(), count);
    assert!(count > 20, "{count}");
    keys_are(home, &expected);
    // What is revoked is taken, and said to be; nothing else is wrong.
    let findings = report["findings"].as_array().unwrap();
    let said: Vec<_> = findings.iter().map(|one| text(one, "code")).collect();
    assert_eq!(said, ["chain.revoked"], "{findings:?}");
    let selected = common::at_home(home, &["env"]);
    assert!(
        selected.contains("ALPHA") && selected.contains("ORDERS"),
        "{selected}"
    );
    common::at_home(home, &["add", "user", "new", "-a", "ORDERS"]);
}

/// Every key has its owner, its role and its seed.
fn keys_are(home: &Path, expected: &Value) {
    let listed = json(home, &["list", "keys"]);
    let listed: BTreeMap<&str, &Value> = listed["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| (text(key, "public_key"), key))
        .collect();
    let mut count = 0;
    for operator in expected["operators"].as_array().unwrap() {
        for key in operator["keys"].as_array().unwrap() {
            let kept = listed[text(key, "pub")];
            assert_eq!(kept["owner"], key["name"], "{key}");
            assert_eq!(kept["sealed"], true, "{key}");
            assert_eq!(kept["origin"], "imported", "{key}");
            let role = match (key["signing"].as_bool(), key["curve"].as_bool()) {
                (_, Some(true)) => "curve",
                (Some(true), _) => "signing",
                _ => "identity",
            };
            assert_eq!(kept["role"], role, "{key}");
            count += 1;
        }
    }
    assert_eq!(listed.len(), count + 2, "the store's own two");
}

#[test]
fn a_dry_run_lists_the_same_and_changes_nothing() {
    let home = home_with("nsc-store");
    let home = home.path();
    let before = everything(home);
    let dry = json(home, &["import", "nsc", "nsc-store", "--dry-run"]);
    assert!(before == everything(home));
    let wet = json(home, &["import", "nsc", "nsc-store"]);
    assert_eq!(
        (&dry["dry_run"], &wet["dry_run"]),
        (&true.into(), &false.into())
    );
    for field in ["entities", "keys", "findings", "conflicts", "plain_seeds"] {
        assert_eq!(dry[field], wet[field], "{field}");
    }
    let again = json(home, &["import", "nsc", "nsc-store"]);
    let outcomes = |report: &Value| -> BTreeSet<String> {
        let rows = ["entities", "keys"].map(|what| report[what].as_array().unwrap().clone());
        let rows = rows.into_iter().flatten();
        rows.map(|row| text(&row, "outcome").to_owned()).collect()
    };
    assert_eq!(outcomes(&dry), BTreeSet::from(["new".to_owned()]));
    assert_eq!(outcomes(&again), BTreeSet::from(["same".to_owned()]));
    // What changes nothing is in no journal.
    let log = json(home, &["audit", "log"]);
    assert_eq!(log["entries"].as_array().unwrap().len(), 2);
    assert_eq!(log["entries"][1]["command"], "import nsc");
    sound(home);
    // As text it names everything, too, where that is asked for, and no seed.
    let shown = common::at_home(home, &["import", "nsc", "nsc-store", "--full-report"]);
    for part in [
        "ALPHA/ORDERS/order-svc",
        "account-signing key",
        "[seed] keys/keys/O/",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(
        seeds_below(home)
            .keys()
            .all(|path| path.starts_with(home.join("nsc-store")))
    );
}

#[test]
fn without_a_store_there_is_a_dry_run_alone() {
    let home = tempfile::tempdir().unwrap();
    fixture("nsc-store", home.path());
    let args = ["import", "nsc", "nsc-store"];
    let why = refused(home.path(), &args, 1, "there is no store");
    assert!(why.contains("hint: nkeep store init"), "{why}");
    let dry = json(home.path(), &[&args[..], &["--dry-run"]].concat());
    assert!(dry["entities"].as_array().unwrap().len() > 20);
    assert!(!store_of(home.path()).exists());
}

/// What each defect of the broken store is to nkeep: code, and what becomes of it. Nothing is said of what is fine.
const DEFECTS: &[(&str, &str, &str)] = &[
    ("empty-nk", "key.empty", "taken-from-creds"),
    ("garbage-nk", "key.unreadable", "taken-from-creds"),
    ("nk-of-other-key", "key.mismatch", "taken"),
    ("nk-trailing-newline", "", ""),
    ("nk-spaces", "key.spaces", "taken"),
    ("nk-missing", "key.missing", "taken-from-creds"),
    ("creds-missing", "creds.missing", "left"),
    ("creds-seed-mismatch", "creds.seed-mismatch", "left"),
    ("creds-stale", "creds.differ", "left"),
    ("creds-orphan", "creds.orphan", "left"),
    ("key-without-jwt-user", "key.unreferenced", "taken"),
    ("key-without-jwt-account", "key.unreferenced", "taken"),
    ("key-without-jwt-operator", "key.unreferenced", "taken"),
    ("key-without-jwt-curve", "key.unreferenced", "taken"),
    ("key-in-wrong-folder", "key.misplaced", "taken"),
    ("foreign-file", "", ""),
    ("account-bad-signature", "token.signature", "skipped"),
    ("user-bad-signature", "token.signature", "skipped"),
    ("account-name-traversal", "name.refused", "skipped"),
    ("user-name-traversal", "name.refused", "skipped"),
    ("user-name-absolute-nul", "name.refused", "skipped"),
    ("user-unknown-issuer", "chain.issuer", "skipped"),
    (
        "user-issuer-account-other",
        "chain.other-account",
        "skipped",
    ),
    (
        "scoped-user-with-permissions",
        "chain.scoped-with-limits",
        "skipped",
    ),
    ("user-expired", "claims.expired", "taken"),
    ("user-file-name-differs", "name.file-differs", "taken"),
    ("user-file-holds-account", "token.type", "skipped"),
    ("user-jwt-empty", "token.unreadable", "skipped"),
    ("user-jwt-truncated", "token.unreadable", "skipped"),
    ("user-jwt-trailing-newline", "", ""),
    ("user-duplicate-key", "token.duplicate", "skipped"),
    ("account-foreign-operator", "chain.issuer", "skipped"),
    ("account-self-signed", "chain.issuer", "skipped"),
    ("account-invalid-claims", "token.rules", "skipped"),
    ("account-duplicate-key", "token.duplicate", "skipped"),
    ("account-folder-without-jwt", "token.missing", "skipped"),
    ("account-newer-version", "token.newer-version", "skipped"),
    ("import-dangling", "import.unmatched", "taken"),
    ("config-account-gone", "config.selected-gone", "left"),
    ("operator-without-nsc-file", "operator.no-info", "skipped"),
    ("operator-bad-nsc-file", "operator.bad-info", "skipped"),
    ("stray-file-in-stores", "", ""),
];

#[test]
fn the_broken_store_gives_just_the_listed_defects() {
    let home = home_with("nsc-store-broken");
    let home = home.path();
    let folder = home.join("nsc-store-broken");
    let listed: Value = serde_json::from_str(&read(&folder.join("defects.json"))).unwrap();
    let mut expected = BTreeSet::new();
    for defect in listed["items"].as_array().unwrap() {
        let id = text(defect, "id");
        let (_, code, outcome) = DEFECTS.iter().find(|(known, ..)| *known == id).unwrap();
        let path = match id {
            // The file that is missing cannot be pointed at.
            "creds-missing" => "stores/BRK/accounts/GOOD/users/nocreds.jwt",
            _ => text(defect, "path"),
        };
        if !code.is_empty() {
            expected.insert([path, code, outcome].map(str::to_owned));
        }
    }
    let output = run(home, &["import", "nsc", "nsc-store-broken", "--json"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found: BTreeSet<[String; 3]> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| ["file", "code", "outcome"].map(|field| text(one, field).to_owned()))
        .collect();
    assert_eq!(found.len(), report["findings"].as_array().unwrap().len());
    let only = |one: &BTreeSet<_>, other: &BTreeSet<_>| format!("{:#?}", one - other);
    assert!(
        found == expected,
        "more: {}\nless: {}",
        only(&found, &expected),
        only(&expected, &found)
    );
    let names = |kind: &str| -> Vec<String> {
        let entities = report["entities"].as_array().unwrap().iter();
        let of_kind = entities.filter(|one| one["type"] == kind);
        of_kind.map(|one| text(one, "name").to_owned()).collect()
    };
    assert_eq!(names("operator"), ["BRK"]);
    assert_eq!(names("account"), ["DANGLING", "GOOD", "SYS"]);
    let users = [
        "alice",
        "badnk",
        "bob",
        "emptynk",
        "expired",
        "real-name",
        "fine",
        "nkmissing",
        "nknewline",
        "nkspaces",
        "nkwrongseed",
        "nocreds",
        "sys",
    ];
    let (mut found, mut users) = (names("user"), users.to_vec());
    found.sort_unstable();
    users.sort_unstable();
    assert_eq!(found, users);
    // Nothing was written outside of the store, and the store is sound.
    let outside = |path: &Path| path.to_string_lossy().contains("escaped");
    assert!(!everything(home).keys().any(|path| outside(path)));
    sound(home);
    // Every seed that there was is in the store, those that a creds file alone had as well.
    let (exported, source) = (home.join("seeds"), seeds_below(&folder));
    export_every_seed(home);
    let exported: BTreeSet<String> = seeds_below(&exported).into_values().collect();
    for (path, seed) in source {
        // Of a user whose token does not hold.
        if !path.ends_with("creds/BRK/GOOD/usersig.creds") {
            assert!(exported.contains(&seed), "{path:?}");
        }
    }
    for user in ["nkmissing", "emptynk", "nkwrongseed", "alice"] {
        let file = format!("{user}.creds");
        common::at_home(
            home,
            &["generate", "creds", "-a", "GOOD", "-n", user, "-o", &file],
        );
        common::at_home(home, &["validate", "-f", &file]);
    }
}

/// Signs a user's token in the source anew, with a tag more.
fn tagged(home: &Path, user: &str, tag: &str) {
    let folder = home.join("nsc-store");
    let path = folder.join(format!("stores/ALPHA/accounts/{user}.jwt"));
    let token = decode(&read(&path)).unwrap();
    let issuer = token.issuer().to_string();
    let seed = folder.join(format!("keys/keys/A/{}/{issuer}.nk", &issuer[1..3]));
    let signer = Seed::parse(read(&seed).trim())
        .unwrap()
        .signing_pair()
        .unwrap();
    let mut claims = Unverified::<User>::try_from(token).unwrap().into_claims();
    claims.body.tags.push(tag.to_owned());
    let signed = encode(claims, &signer, 1_795_210_000, UnknownFields::Refuse).unwrap();
    std::fs::write(&path, signed.token).unwrap();
}

#[test]
fn what_differs_is_a_conflict_and_changes_nothing() {
    let home = home_with("nsc-store");
    let home = home.path();
    let args = ["import", "nsc", "nsc-store"];
    common::at_home(home, &args);
    let before = read(&home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users/order-svc.jwt"));
    let edit = ["edit", "user", "order-svc", "--tag", "here"];
    common::at_home(
        home,
        &[&edit[..], &["-a", "ORDERS", "--operator", "ALPHA"]].concat(),
    );
    tagged(home, "ORDERS/users/order-svc", "x");
    // Something that is new, beside something that differs: neither is taken.
    let stray = Seed::generate(nkeep::nkey::Kind::User).unwrap();
    std::fs::write(home.join("nsc-store/keys/keys/U/new.nk"), &*stray.expose()).unwrap();
    let why = refused(home, &args, 7, "order-svc");
    assert!(
        why.contains("--force") && why.contains("--dry-run"),
        "{why}"
    );
    let dry = run(home, &[&args[..], &["--dry-run", "--json"]].concat());
    assert_eq!(dry.status.code(), Some(7), "{dry:?}");
    let dry: Value = serde_json::from_slice(&dry.stdout).unwrap();
    let conflicts = dry["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 1);
    let message = text(&conflicts[0], "message");
    assert!(
        message.starts_with(
            "the store has another token for user \"order-svc\", which is older: it was signed 2026-"
        ) && message.ends_with(
            ", and this one 2026-11-20 21:26:40 UTC; the store's was changed here, too"
        ),
        "{message}"
    );
    let forced = json(home, &[&args[..], &["--force"]].concat());
    assert_eq!(forced["conflicts"].as_array().unwrap().len(), 0);
    let tags = [
        "describe",
        "user",
        "order-svc",
        "-a",
        "ORDERS",
        "-F",
        "nats.tags",
    ];
    assert!(common::at_home(home, &tags).contains("\"x\""));
    // The one of before is older, and left.
    let path = home.join("nsc-store/stores/ALPHA/accounts/ORDERS/users/order-svc.jwt");
    std::fs::write(path, before).unwrap();
    common::at_home(home, &[&args[..], &["--force"]].concat());
    assert!(common::at_home(home, &tags).contains("\"x\""));
    sound(home);
}

/// A token that would cut off what the store has under it is not taken, whoever asks.
#[test]
fn what_the_store_has_stays_trusted() {
    let home = home_with("nsc-store");
    let home = home.path();
    let args = ["import", "nsc", "nsc-store"];
    common::at_home(home, &args);
    let folder = home.join("nsc-store/stores/ALPHA");
    let token = decode(&read(&folder.join("accounts/ORDERS/ORDERS.jwt"))).unwrap();
    let issuer = token.issuer().to_string();
    let seed = format!("nsc-store/keys/keys/O/{}/{issuer}.nk", &issuer[1..3]);
    let signer = Seed::parse(read(&home.join(seed)).trim()).unwrap();
    let mut claims = Unverified::<Account>::try_from(token)
        .unwrap()
        .into_claims();
    claims.body.signing_keys.0.clear();
    let pair = signer.signing_pair().unwrap();
    let signed = encode(claims, &pair, 1_795_190_000, UnknownFields::Refuse).unwrap();
    std::fs::write(folder.join("accounts/ORDERS/ORDERS.jwt"), signed.token).unwrap();
    for user in ["order-reader", "order-writer"] {
        std::fs::remove_file(folder.join(format!("accounts/ORDERS/users/{user}.jwt"))).unwrap();
    }
    let forced = [&args[..], &["--force"]].concat();
    let why = refused(home, &forced, 1, "would be trusted no more");
    assert!(why.contains("hint: nkeep delete user order-"), "{why}");
}

/// A name that another key has here stays its own, with or without force.
#[test]
fn a_name_of_another_key_is_never_replaced() {
    let home = home_with("nsc-store");
    let home = home.path();
    common::at_home(home, &["add", "operator", "alpha"]);
    let args = ["import", "nsc", "nsc-store", "--force"];
    let why = refused(home, &args, 7, "the store has another operator \"alpha\"");
    assert!(!why.contains("(puts it in place"), "{why}");
}

#[test]
fn seeds_in_the_clear_are_removed_when_the_store_has_them() {
    let home = home_with("nsc-store");
    let home = home.path();
    let folder = home.join("nsc-store");
    let before = seeds_below(&folder);
    assert!(before.len() > 50, "{}", before.len());
    let output = run(home, &["import", "nsc", "nsc-store"]);
    let left = format!("{} files with seeds in the clear", before.len());
    assert!(said(&output).contains(&left), "{output:?}");
    // One that has a second name would still be there.
    let second = folder.join("keys/creds/ALPHA/SYS/sys.creds");
    std::fs::hard_link(&second, home.join("second")).unwrap();
    let shred = ["import", "nsc", "nsc-store", "--shred-source", "--json"];
    let output = run(home, &shred);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let kept = report["plain_seeds"].as_array().unwrap().iter();
    let kept: Vec<_> = kept.filter(|file| file["removed"] == false).collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    std::fs::remove_file(home.join("second")).unwrap();
    let report = json(home, &["import", "nsc", "nsc-store", "--shred-source"]);
    let removed = report["plain_seeds"].as_array().unwrap();
    assert!(
        removed.iter().all(|file| file["removed"] == true),
        "{removed:?}"
    );
    assert_eq!(removed.len(), 1);
    assert!(seeds_below(&folder).is_empty());
    assert!(folder.join("stores/ALPHA/ALPHA.jwt").exists());
    export_every_seed(home);
    let exported: BTreeSet<String> = seeds_below(&home.join("seeds")).into_values().collect();
    assert!(before.values().all(|seed| exported.contains(seed)));
}

/// What people and editors put beside it: nobody removes that unseen, and nobody is told that all is gone.
#[test]
fn seeds_under_other_names_are_left_and_named() {
    let home = home_with("nsc-store");
    let home = home.path();
    let folder = home.join("nsc-store");
    let [known, other] = [0; 2].map(|_| Seed::generate(nkeep::nkey::Kind::User).unwrap());
    let (first, _) = seeds_below(&folder.join("keys/keys/O"))
        .pop_first()
        .unwrap();
    let copy = folder.join("keys/keys/copy.nk.bak");
    std::fs::copy(&first, &copy).unwrap();
    let line = [b"the seed: ".as_slice(), other.expose().as_bytes(), b"\n"].concat();
    std::fs::write(folder.join("stores/ALPHA/notes.txt"), line).unwrap();
    std::fs::write(folder.join("keys/creds/none.txt"), "no seed\n").unwrap();
    let named = format!("{}.nk.old", &*known.expose());
    std::fs::write(folder.join("keys/keys").join(&named), "").unwrap();
    // Around them, too: beside the folders that nsc has, and with its settings.
    let aside = ["keys/root-backup", "spare.txt", "config/root.nk"].map(|name| folder.join(name));
    std::fs::create_dir_all(folder.join("config")).unwrap();
    for file in &aside {
        std::fs::copy(&first, file).unwrap();
    }
    let around = ["config/root.nk", "keys/root-backup", "spare.txt"];
    // Who keeps the source is told as well, and it is no failure; nor is it one where nothing is taken.
    for args in [
        &["import", "nsc", "nsc-store", "--dry-run"][..],
        &["import", "nsc", "nsc-store"],
    ] {
        let report = json(home, args);
        let left = report["left_seeds"].as_array().unwrap().iter();
        let left: Vec<&str> = left.map(|one| one["file"].as_str().unwrap()).collect();
        assert_eq!(left.len(), 6, "{left:?}");
        assert!(around.iter().all(|file| left.contains(file)), "{left:?}");
    }
    let shred = ["import", "nsc", "nsc-store", "--shred-source"];
    let output = run(home, &shred);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let shown = String::from_utf8(output.stdout).unwrap();
    let left: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("left: "))
        .collect();
    let has_not = |key: &Seed| format!("holds a seed of {}, which the store has not", key.public());
    let copied = first.file_stem().unwrap().to_str().unwrap();
    let (beside, left): (Vec<&str>, Vec<&str>) = left
        .into_iter()
        .partition(|line| around.iter().any(|file| line.contains(file)));
    assert_eq!(beside.len(), 3, "{beside:?}");
    assert_eq!(
        left,
        [
            format!("left: keys/keys/S….nk {}: take it first", has_not(&known)),
            format!(
                "left: keys/keys/copy.nk.bak holds a seed of {copied}, which the store has: look and remove"
            ),
            format!(
                "left: stores/ALPHA/notes.txt {}: take it first",
                has_not(&other)
            ),
        ]
    );
    assert!(!said_and(&shown, &known) && !said_and(&shown, &other));
    for file in [&named, "copy.nk.bak"] {
        let file = folder.join("keys/keys").join(file);
        assert!(file.exists());
        std::fs::remove_file(file).unwrap();
    }
    std::fs::remove_file(folder.join("stores/ALPHA/notes.txt")).unwrap();
    for file in &aside {
        std::fs::remove_file(file).unwrap();
    }
    let report = json(home, &shred);
    assert_eq!(report["left_seeds"], serde_json::json!([]));
}

fn said_and(shown: &str, seed: &Seed) -> bool {
    shown.contains(&*seed.expose())
}

#[test]
fn what_is_not_taken_is_not_removed() {
    let home = home_with("nsc-store-broken");
    let home = home.path();
    let folder = home.join("nsc-store-broken");
    let output = run(
        home,
        &["import", "nsc", "nsc-store-broken", "--shred-source"],
    );
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let left = seeds_below(&folder);
    assert!(left.contains_key(&folder.join("keys/creds/BRK/GOOD/usersig.creds")));
    // What may be needed by a token that was skipped is left: it belongs to nobody here.
    let keys = json(home, &["list", "keys"]);
    let owner = |public: &str| {
        let mut keys = keys["keys"].as_array().unwrap().iter();
        keys.find(|key| key["public_key"] == public).unwrap()["owner"].clone()
    };
    let mut strays = 0;
    for (path, seed) in &left {
        if path.extension().is_some_and(|ending| ending == "nk") {
            let public = nkeep::nkey::Seed::parse(seed).unwrap().public().to_string();
            assert_eq!(owner(&public), "", "{path:?}");
            strays += 1;
        }
    }
    assert!(strays > 0);
    // What holds no seed that could be read is left, whatever it is.
    assert_eq!(
        std::fs::read_dir(folder.join("keys/keys/U/BB"))
            .unwrap()
            .count(),
        1
    );
}

/// Without an identity that opens them again, the seeds stay where they are.
#[test]
fn seeds_that_are_not_opened_again_stay() {
    let home = home_with("nsc-store");
    let home = home.path();
    common::at_home(home, &["import", "nsc", "nsc-store"]);
    let before = everything(&home.join("nsc-store"));
    let mut command = common::nkeep_at(home);
    command.args(["import", "nsc", "nsc-store", "--shred-source", "--no-input"]);
    let output = command.env_remove("NKEEP_IDENTITY").output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    assert!(before == everything(&home.join("nsc-store")));
}

#[test]
fn links_pipes_and_loops_are_not_followed() {
    let home = home_with("nsc-store");
    let home = home.path();
    let folder = home.join("nsc-store");
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(to, folder.join(at)).unwrap();
    std::fs::write(home.join("outside.jwt"), "x").unwrap();
    link(
        "../../../../../../outside.jwt",
        "stores/ALPHA/accounts/ORDERS/users/link.jwt",
    );
    link("..", "stores/ALPHA/accounts/loop");
    link("/", "stores/root");
    link(".", "keys/keys/loop");
    link("/dev/zero", "keys/keys/U/zero.nk");
    link("/", "keys/creds/ALPHA/loop");
    for pipe in [
        "stores/ALPHA/accounts/EDGE/users/pipe.jwt",
        "keys/keys/A/pipe.nk",
    ] {
        let made = std::process::Command::new("mkfifo")
            .arg(folder.join(pipe))
            .status();
        assert!(made.unwrap().success());
    }
    let huge = std::fs::File::create(folder.join("stores/ALPHA/accounts/EDGE/users/huge.jwt"));
    huge.unwrap().set_len(8 << 30).unwrap();
    let huge = std::fs::File::create(folder.join("keys/keys/A/huge.nk"));
    huge.unwrap().set_len(8 << 30).unwrap();
    let output = run(home, &["import", "nsc", "nsc-store", "--json"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(one, "code"))
        .collect();
    let count = |code: &str| codes.iter().filter(|one| **one == code).count();
    assert_eq!(
        (count("file.not-regular"), count("file.too-large")),
        (8, 2),
        "{codes:?}"
    );
    assert_eq!(codes.len(), 11, "{codes:?}");
}

/// Names and reasons are anyone's words.
#[test]
fn hostile_names_reach_no_terminal() {
    let home = home_with("nsc-store");
    let home = home.path();
    let users = home.join("nsc-store/stores/ALPHA/accounts/EDGE/users");
    std::fs::write(users.join("\u{1b}[31m\u{202e}.jwt"), "x\u{1b}]52;").unwrap();
    let output = run(home, &["import", "nsc", "nsc-store"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let all = [output.stdout, output.stderr].concat();
    assert!(!all.contains(&0x1b), "{}", String::from_utf8_lossy(&all));
    assert!(!String::from_utf8(all).unwrap().contains('\u{202e}'));
}

#[test]
fn the_parts_may_lie_apart_and_nsc_may_keep_all_in_one() {
    let home = home_with("nsc-store");
    let home = home.path();
    std::fs::create_dir(home.join("apart")).unwrap();
    std::fs::rename(home.join("nsc-store/keys"), home.join("apart/k")).unwrap();
    let args = [
        "import",
        "nsc",
        "nsc-store",
        "--keystore-dir",
        "apart/k",
        "--data-dir",
        "nsc-store/stores",
        "--dry-run",
    ];
    let report = json(home, &args);
    assert!(report["keys"].as_array().unwrap().len() > 30);
    // As with --all-dirs: operators, keys and creds beside each other.
    for (from, to) in [
        ("nsc-store/stores/ALPHA", "one/ALPHA"),
        ("apart/k/keys", "one/keys"),
        ("apart/k/creds", "one/creds"),
    ] {
        std::fs::create_dir_all(home.join("one")).unwrap();
        std::fs::rename(home.join(from), home.join(to)).unwrap();
    }
    let output = run(home, &["import", "nsc", "one", "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        report["entities"].as_array().unwrap().len() > 10,
        "{output:?}"
    );
    assert!(report["keys"].as_array().unwrap().len() > 30);
    // Where nsc keeps it when nobody says otherwise.
    let usual = home.join(".local/share/nats/nsc");
    std::fs::create_dir_all(usual.join("stores")).unwrap();
    std::fs::rename(home.join("one/ALPHA"), usual.join("stores/ALPHA")).unwrap();
    let report = json(home, &["import", "nsc", "--dry-run"]);
    assert!(report["entities"].as_array().unwrap().len() > 10);
    refused(
        home,
        &["import", "nsc", "nowhere"],
        1,
        "cannot import from nowhere",
    );
    refused(home, &["import", "nsc", "apart"], 1, "it is no nsc store");
}

#[test]
fn an_export_is_the_store_that_was_imported() {
    let home = home_with("nsc-store");
    let home = home.path();
    common::at_home(home, &["import", "nsc", "nsc-store"]);
    let report = json(home, &["export", "nsc", "out", "--reveal"]);
    assert_eq!(report["kind"], "nsc_store");
    let files = |root: &str| -> BTreeMap<PathBuf, Vec<u8>> {
        let root = home.join(root);
        let found = everything(&root).into_iter();
        found
            .filter(|(path, _)| path.is_file() && !path.ends_with("keys/.gitignore"))
            .map(|(path, (_, contents))| (path.strip_prefix(&root).unwrap().to_owned(), contents))
            .filter(|(path, _)| path.starts_with("stores") || path.starts_with("keys"))
            .collect()
    };
    let (before, after) = (files("nsc-store"), files("out"));
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after));
    for (path, contents) in &before {
        let (was, is) = [contents, &after[path]]
            .map(|bytes| String::from_utf8_lossy(bytes))
            .into();
        assert_eq!(was.trim_end(), is.trim_end(), "{path:?}");
    }
    assert_eq!(mode(&home.join("out")), 0o700);
    for (path, (kind, _)) in everything(&home.join("out")) {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&path), expected, "{path:?} {kind:o}");
    }
    // And it can be imported where nobody has seen it.
    let other = home_with("nsc-store");
    std::fs::rename(home.join("out"), other.path().join("out")).unwrap();
    let again = json(other.path(), &["import", "nsc", "out"]);
    assert_eq!(again["findings"].as_array().unwrap().len(), 1);
    refused(
        home,
        &["export", "nsc", "nsc-store", "--reveal"],
        1,
        "holds something",
    );
}

#[test]
fn no_seed_is_exported_unasked() {
    let home = home_with("nsc-store");
    let home = home.path();
    common::at_home(home, &["import", "nsc", "nsc-store"]);
    common::at_home(home, &["export", "nsc", "out"]);
    assert!(seeds_below(&home.join("out")).is_empty());
    assert!(
        home.join("out/stores/ALPHA/accounts/ORDERS/users/order-svc.jwt")
            .exists()
    );
    assert!(!home.join("out/keys").exists());
}

/// What was reissued has its accounts under another key: another name for the old one would let none of them in.
#[test]
fn no_other_name_is_offered_where_it_would_not_help() {
    let home = home_with("nsc-store");
    let home = home.path();
    common::at_home(home, &["import", "nsc", "nsc-store"]);
    common::at_home(home, &["reissue", "operator", "ALPHA"]);
    let args = ["import", "nsc", "nsc-store"];
    let why = refused(home, &args, 7, "the store has another operator \"ALPHA\"");
    assert!(!why.contains("--rename"), "{why}");
    assert!(
        why.contains("nkeep store init --store OTHER_FILE && nkeep import nsc"),
        "{why}"
    );
}

/// A folder with nothing in it that could be taken is no use to `import files`.
#[test]
fn no_folder_is_offered_that_holds_nothing() {
    let home = home_with("nsc-store-broken");
    let home = home.path();
    let output = run(home, &["import", "nsc", "nsc-store-broken"]);
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("nkeep import files nsc-store-broken/stores/NOINFO"),
        "{shown}"
    );
    assert!(
        !shown.contains("nkeep import files nsc-store-broken/stores/BADINFO"),
        "{shown}"
    );
}

/// Who names the folder of tokens in place of the one above it would miss every key, and not know it.
#[test]
fn an_import_without_a_folder_of_keys_says_so() {
    let home = home_with("nsc-store");
    let home = home.path();
    let whole = run(home, &["import", "nsc", "nsc-store", "--dry-run"]);
    assert!(!said(&whole).contains("tokens alone"), "{whole:?}");
    let tokens = run(home, &["import", "nsc", "nsc-store/stores", "--dry-run"]);
    assert!(
        said(&tokens).contains("so tokens alone are taken"),
        "{tokens:?}"
    );
}
