//! In a root's store an operator's identity signs in ceremonies, is made for them and is wiped by them alone; and a store to work with
//! says where it is, and takes none.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeMap;
use std::path::Path;

use common::ceremonies::Two;
use common::refusal::{json, refused, run, said, store_of};
use common::{at_home, estate};
use nkeep::nkey::Seed;

const CEREMONIES: &str = "hint: nkeep ceremony request --help  # in the store to work with";
const WHAT_IT_SIGNS: &str = "signs what was asked for and reviewed, and nothing else";

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

fn has_seed(home: &Path, key: &str) -> bool {
    let keys = json(home, &["list", "keys"]);
    let mut keys = keys["keys"].as_array().unwrap().iter();
    keys.any(|one| one["public_key"] == *key && one["sealed"] == true)
}

/// Writes the seed of an operator's identity into a file.
fn brought(home: &Path, file: &str, seeds: &BTreeMap<String, Seed>, key: &str) {
    std::fs::write(home.join(file), seeds[key].expose().as_bytes()).unwrap();
}

/// An identity that was made elsewhere, in a file.
fn made_elsewhere(home: &Path, file: &str) -> String {
    at_home(home, &["nkey", "gen", "operator", "--out", file]);
    let seed = std::fs::read_to_string(home.join(file)).unwrap();
    Seed::parse(seed.lines().next().unwrap().trim())
        .unwrap()
        .public()
        .to_string()
}

#[test]
fn nothing_in_a_roots_store_makes_an_identity_or_signs_as_one_but_a_ceremony() {
    let (two, seeds) = Two::with_seeds();
    let home = two.root();
    let operator = Two::operator_key(home);
    brought(home, "op.nk", &seeds, &operator);
    made_elsewhere(home, "other.nk");
    let waiting = at_home(home, &["generate", "nkey", "--operator", "-S"]);
    let waiting = waiting.trim();
    let new =
        format!("rotate emergency operator-identity --reason stolen-share --yes --new {waiting}");
    let started = format!("rotate start operator-identity --servers 1 --new {waiting}");
    let added = format!("add operator NEW -K {waiting}");
    for line in [
        "rotate emergency operator-identity --reason stolen-share --yes",
        "rotate emergency operator-identity --reason stolen-share --yes --new ./other.nk",
        &new,
        "rotate start operator-identity --servers 1",
        "rotate start operator-identity --servers 1 -K ./op.nk",
        &started,
        "rotate start operator-signing-key --servers 1 -K ./op.nk",
        "edit operator --tag z",
        "edit operator --tag z -K ./op.nk",
        "edit operator --sk generate -K ./op.nk",
        "reissue operator --force",
        "reissue operator -K ./other.nk --force",
        "add operator NEW",
        "add operator NEW --sys --generate-signing-key",
        "add operator NEW -K ./other.nk",
        &added,
    ] {
        let why = refused(home, &words(line), 1, WHAT_IT_SIGNS);
        assert!(why.contains(CEREMONIES), "{line}: {why}");
    }
    // Ceremonies go on.
    two.go("tag", &["edit", "operator", "--tag", "z"]);
}

#[test]
fn an_ordinary_store_signs_by_an_identity_in_a_file_as_ever() {
    let estate = estate();
    let home = estate.path();
    let operator = Two::operator_key(home);
    at_home(home, &["export", "keys", "--operator", "--dir", "out"]);
    let file = format!("./out/{operator}.nk");
    at_home(home, &["edit", "operator", "--tag", "z", "-K", &file]);
    at_home(home, &["add", "operator", "NEW"]);
}

const FORCED: [&str; 3] = ["--force", "--reason", "no server runs in this test"];

/// A rotation that was begun while the store was an ordinary one is in both stores from then on.
#[test]
fn no_step_of_a_rotation_wipes_an_identity_that_is_kept_for_ceremonies() {
    let emergency = words("rotate emergency operator-identity --reason stolen-share --yes");
    let start = words("rotate start operator-identity --servers 1");
    for (begun, step) in [(emergency, "next"), (start, "abort")] {
        let estate = estate();
        let old = Two::operator_key(estate.path());
        at_home(estate.path(), &begun);
        let rotations = json(estate.path(), &["rotate", "list"]);
        let new = rotations["rotations"][0]["new"].as_str().unwrap();
        let two = Two::of(estate);
        let goes = [&["rotate", step][..], &FORCED].concat();
        let why = refused(two.root(), &goes, 1, "is kept for ceremonies");
        assert!(why.contains(CEREMONIES), "{step}: {why}");
        for key in [&*old, new] {
            assert!(has_seed(two.root(), key), "{step}: {key}");
        }
    }
}

/// Where people work nothing is known of an identity that waits, nor of an operator that the root signed since.
#[test]
fn a_root_makes_no_identity_a_signing_key() {
    let two = Two::new();
    let waiting = made_elsewhere(two.working(), "waiting.nk");
    let file = two.working().join("waiting.nk");
    let import = ["import", "keys", "--file", file.to_str().unwrap()];
    at_home(two.root(), &import);
    let start = format!("rotate start operator-identity --servers 1 --new {waiting}");
    two.ask("start.nreq", &words(&start));
    two.ask("edit.nreq", &["edit", "operator", "--sk", "./waiting.nk"]);
    let sign = ["ceremony", "sign", "edit.nreq"];
    let says = |says| {
        let why = refused(two.root(), &sign, 3, says);
        assert!(
            why.contains("hint: nkeep ceremony request edit operator --sk generate"),
            "{why}"
        );
    };
    says("is an identity that is kept here, and no signing key");
    two.sign("start.nreq", "start.nresp", &[]);
    says("is the identity of operator \"ACME.next\", and no signing key");
}

#[test]
fn a_store_to_work_with_says_how_an_identity_is_had_that_it_does_not_take() {
    let (two, seeds) = Two::with_seeds();
    let operator = Two::operator_key(two.root());
    brought(two.working(), "op.nk", &seeds, &operator);
    for line in ["import keys --file op.nk", "add operator NEW -K ./op.nk"] {
        let output = run(two.working(), &words(line));
        let why = said(&output);
        assert!(why.contains("hint: nkeep "), "{line}: {why}");
    }
    let why = two.refused(
        &words("import keys --file op.nk"),
        4,
        "takes no identity of an operator",
    );
    assert!(
        why.contains("hint: nkeep import keys --file op.nk  # where the root is"),
        "{why}"
    );
    for line in ["reissue operator --force", "add operator NEW"] {
        let why = two.refused(&words(line), 4, "takes no identity of an operator");
        for helps in [
            "hint: nkeep generate nkey --operator -S  # where the root is",
            "hint: nkeep ceremony request --help",
            "hint: nkeep init -n NAME --offline-root FILE",
        ] {
            assert!(why.contains(helps), "{line}: {why}");
        }
    }
    // The same of what brings it back from paper, which is for the root's store.
    let pages = two.root().join("pages");
    std::fs::write(
        two.root().join("phrase"),
        "correct horse battery staple wrong\n",
    )
    .unwrap();
    let phrase = || std::fs::File::open(two.root().join("phrase")).unwrap();
    let mut paper = common::nkeep_at(two.root());
    paper.args(["ceremony", "paper", "--page-passphrase-fd", "0", "--dir"]);
    let output = paper.arg(&pages).stdin(phrase()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let page = common::refusal::everything(&pages)
        .into_keys()
        .find(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .unwrap();
    let mut restore = common::nkeep_at(two.working());
    restore.args(["ceremony", "restore", "--page-passphrase-fd", "0"]);
    let output = restore.arg(&page).stdin(phrase()).output().unwrap();
    let why = said(&output);
    assert_eq!(output.status.code(), Some(4), "{why}");
    assert!(
        why.contains("hint: nkeep ceremony restore") && why.contains("# where the root is"),
        "{why}"
    );
}

#[test]
fn what_is_kept_apart_for_ceremonies_is_no_finding() {
    let two = Two::new();
    let operator = Two::operator_key(two.root());
    // One waits for a ceremony to come.
    at_home(two.root(), &["generate", "nkey", "--operator", "-S"]);
    for home in [two.root(), two.working()] {
        let text = at_home(home, &["validate"]);
        assert!(!text.contains("export keys"), "{text}");
        assert!(!text.contains("import keys"), "{text}");
        assert!(!text.contains(&operator), "{text}");
    }
    // Others that are nobody's, or elsewhere, are as ever.
    at_home(two.root(), &["generate", "nkey", "--account", "-S"]);
    let text = at_home(two.root(), &["validate"]);
    assert!(text.contains("1 key belongs to nobody"), "{text}");
    let users = words("export keys --user ACME --remove --dir users");
    at_home(two.working(), &users);
    let text = at_home(two.working(), &["validate"]);
    assert!(text.contains("no creds can be made here"), "{text}");
    let text = said_by_doctor(two.root());
    assert!(
        text.contains("root: the identity of operator \"ACME\" signs in ceremonies"),
        "{text}"
    );
}

/// A signing key that was asked for is where it was asked for, and the root has no use for its seed.
#[test]
fn a_root_has_no_seeds_of_keys_that_others_asked_for() {
    let two = Two::new();
    two.go("a", &["edit", "operator", "--sk", "generate"]);
    let text = at_home(two.root(), &["validate"]);
    assert!(!text.contains("key.seed-missing"), "{text}");
}

/// Where the root is, accounts are a copy of those elsewhere: nothing that is wrong with them is mended there.
#[test]
fn a_roots_store_is_looked_at_for_its_operators() {
    let estate = common::estate();
    let users = words("export keys --user ACME --remove --dir users");
    at_home(estate.path(), &users);
    let two = Two::of(estate);
    let text = at_home(two.working(), &["validate"]);
    assert!(text.contains("no creds can be made here"), "{text}");
    let text = at_home(two.root(), &["validate"]);
    assert!(
        !text.contains("no creds can be made here") && text.contains("[ OK ] 1 operator"),
        "{text}"
    );
    assert!(!said_by_doctor(two.root()).contains("creds"));
}

/// Both stores would have changes that the other does not know of, and servers would be given the older ones.
#[test]
fn accounts_are_changed_and_pushed_in_the_store_to_work_with_alone() {
    let estate = common::estate();
    at_home(estate.path(), &words("add user bob -a ACME"));
    let two = Two::of(estate);
    let mut changes = vec![
        "add account SHOP",
        "add user eve -a ACME",
        "edit account ACME --description x",
        "edit user bob -a ACME --tag x",
        "rename account ACME SHOP",
        "revocations add-user -a ACME --user-public-key *",
        "delete user bob -a ACME",
        "delete user bob -a ACME --no-revoke",
        "delete account ACME -F",
        "delete account ACME -F --no-revoke",
    ];
    if cfg!(feature = "net") {
        changes.extend(["push -A", "pull -A"]);
    }
    for change in changes {
        let why = refused(two.root(), &words(change), 1, "this is the root's store");
        assert!(
            why.contains("hint: export NKEEP_STORE=working.nkeep"),
            "{change}: {why}"
        );
    }
    at_home(two.working(), &words("edit user bob -a ACME --tag x"));
    at_home(two.working(), &words("delete account ACME -F"));
    // Validation says what it does not look at.
    let validated = run(two.root(), &["validate"]);
    assert!(
        said(&validated).contains("its operators alone are looked at"),
        "{validated:?}"
    );
}

/// A copy that was made before is no root's store, and has the root.
#[test]
fn a_split_names_the_copy_that_has_the_root_still() {
    let estate = common::estate();
    let home = estate.path();
    at_home(home, &words("store backup before.backup"));
    let split = words("ceremony split-store --to working.nkeep --new-identity working.txt");
    let output = run(home, &split);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("before.backup, have the roots"), "{said}");
}

/// Where a network can be reached, a root's store is not where it belongs, whatever it signs.
#[cfg(feature = "net")]
#[test]
fn a_roots_store_is_looked_at_where_a_network_can_be_reached() {
    let two = Two::new();
    let said = said_by_doctor(two.root());
    assert!(
        said.contains("[LOOK] root: ") && said.contains("hint: mv "),
        "{said}"
    );
    assert!(said_by_doctor(two.working()).contains("[ OK ] root: "));
}

/// What hints say, as a shell has it.
fn hints(why: &str) -> Vec<String> {
    let hints = why.lines().filter_map(|line| line.split_once("hint: "));
    let commands = hints.map(|(_, hint)| hint.split_once("  # ").map_or(hint, |(line, _)| line));
    commands.map(str::to_owned).collect()
}

/// Types that in a shell, where nkeep is found.
fn typed(home: &Path, line: &str) {
    let folder = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    let line = format!("PATH={}:$PATH; {line}", folder.display());
    let mut shell = std::process::Command::new("bash");
    shell.args(["-c", &line]).current_dir(home);
    for (name, value) in common::nkeep_at(home).get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{line}: {output:?}");
}

/// Both stores are there, and the root signs in ceremonies alone.
fn is_split(home: &Path) {
    let export = words("export keys --operator --dir out --identity root.txt");
    refused(home, &export, 4, "");
    at_home(home, &words("--store w.nkeep --identity w.txt store check"));
    let key = words("--store w.nkeep --identity w.txt list keys");
    assert!(at_home(home, &key).contains("ACME"));
}

/// Whatever was left when it was stopped, what it says when it is typed again ends with a root that is offline.
#[test]
fn an_interrupted_init_goes_on_to_a_root_that_is_offline() {
    let ordinary = words("init -n ACME --new-identity root.txt");
    let more = words("--offline-root w.nkeep --working-identity w.txt");
    let init = [&ordinary[..], &more].concat();
    let split = "nkeep ceremony split-store --identity root.txt --to w.nkeep --new-identity w.txt";

    // Its identity.
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let home = folder.path();
    at_home(other.path(), &words("store init --new-identity root.txt"));
    std::fs::copy(other.path().join("root.txt"), home.join("root.txt")).unwrap();
    let why = refused(home, &init, 1, "cannot write root.txt: it exists");
    let more = "--offline-root w.nkeep --working-identity w.txt --identity root.txt";
    assert_eq!(hints(&why), [format!("nkeep init -n ACME {more}")]);
    assert!(why.contains("  # if it is an identity"), "{why}");
    typed(home, &hints(&why)[0]);
    is_split(home);
    let why = refused(home, &init, 1, "default.nkeep exists");
    assert!(!why.contains("split-store"), "{why}");

    // Its store.
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    at_home(home, &ordinary);
    let before = std::fs::read(store_of(home)).unwrap();
    let why = refused(home, &init, 1, "default.nkeep exists");
    assert_eq!(hints(&why), [split, "nkeep store info"], "{why}");
    typed(home, &hints(&why)[0]);
    is_split(home);

    // Both stores, before the first one was the root's.
    let as_before = || {
        std::fs::write(store_of(home), &before).unwrap();
        std::fs::remove_dir_all(home.join(".local/state")).unwrap();
        at_home(home, &words("store check"));
    };
    as_before();
    let why = refused(home, &init, 1, "default.nkeep exists");
    assert_eq!(hints(&why)[..2], ["rm w.nkeep w.txt", split], "{why}");
    let again = words(&split["nkeep ".len()..]);
    let why = refused(home, &again, 1, "w.nkeep exists");
    assert_eq!(hints(&why), ["rm w.nkeep w.txt", split], "{why}");
    typed(home, &hints(&why).join(" && "));
    is_split(home);

    // What is in use, or opens something else, is somebody's.
    as_before();
    std::fs::rename(home.join("w.txt"), home.join("v.txt")).unwrap();
    std::fs::copy(home.join("root.txt"), home.join("w.txt")).unwrap();
    let why = refused(home, &init, 1, "default.nkeep exists");
    let other = split.replace("w.txt", "NEW-FILE");
    assert_eq!(hints(&why)[..2], ["rm w.nkeep", &other], "{why}");
    let use_it = "--store w.nkeep --identity v.txt add user x -a ACME";
    at_home(home, &words(use_it));
    let why = refused(home, &again, 1, "w.nkeep exists");
    assert_eq!(hints(&why), [other.replace("w.nkeep", "NEW-FILE")], "{why}");
}

/// What a lost file would take along is said by the keys that are there.
#[test]
fn who_opens_what_is_said_of_the_keys_that_are_there() {
    let two = Two::new();
    let alone = |classes: &str| {
        format!("[LOOK] recipients: one identity alone opens {classes} keys: if its file is lost")
    };
    let said = said_by_doctor(two.root());
    assert!(said.contains(&alone("root")), "{said}");
    let classes = "operator-signing, account-identity, account-signing, user";
    let said = said_by_doctor(two.working());
    assert!(said.contains(&alone(classes)), "{said}");
    let spare = "store recipients add --new-identity spare.txt --label spare --class user";
    at_home(two.working(), &words(spare));
    let said = said_by_doctor(two.working());
    let classes = "operator-signing, account-identity, account-signing";
    assert!(said.contains(&alone(classes)), "{said}");
    let spare = spare.replace(" --class user", "").replace("spare", "other");
    at_home(two.working(), &words(&spare));
    let said = said_by_doctor(two.working());
    assert!(
        said.contains("[ OK ] recipients: 2 identities open operator-signing, "),
        "{said}"
    );
}

fn said_by_doctor(home: &Path) -> String {
    let output = run(home, &["doctor"]);
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_may_leave_a_roots_store_is_said_as_it_is() {
    let two = Two::new();
    let exports = ["store", "recipients", "exports"];
    let row = |home: &Path| {
        let text = at_home(home, &exports);
        let row = text.lines().find(|line| line.starts_with("root ")).unwrap();
        row["root".len()..].trim().to_owned()
    };
    assert_eq!(row(two.root()), "in ceremonies");
    assert_eq!(json(two.root(), &exports)["in_ceremonies"][0], "root");
    assert_eq!(row(two.working()), "allowed");
    at_home(two.root(), &[&exports[..], &["--forbid", "root"]].concat());
    assert_eq!(row(two.root()), "forbidden");
}

#[test]
fn a_policy_is_shown_where_it_is() {
    let two = Two::new();
    at_home(two.root(), &["ceremony", "policy", "show"]);
    let show = ["ceremony", "policy", "show"];
    let why = two.refused(&show, 1, "is said in the root's store");
    assert!(
        why.contains("hint: nkeep ceremony policy show  # where the root is"),
        "{why}"
    );
}

#[test]
fn an_identity_that_cannot_be_taken_is_made_where_the_root_is() {
    let two = Two::new();
    let operator = Two::operator_key(two.root());
    let line =
        format!("ceremony request rotate start operator-identity --servers 1 --new {operator}");
    let why = two.refused(&words(&line), 1, "is a key of operator");
    assert!(
        why.contains("hint: nkeep generate nkey --operator -S  # makes another, where the root is"),
        "{why}"
    );
}
