//! What a root's store holds on to: no seed of a root leaves it in the clear, whichever command is tried, and nothing of what says by
//! what it signs can be another.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::ceremonies::{SERVICE, Two, sign_at};
use common::refusal::{everything, json, refused, refused_by, run, said, store_of};
use common::{at_home, estate, nkeep_at};
use data_encoding::BASE64URL_NOPAD;
use nkeep::ceremony::CeremonyError;
use nkeep::ceremony::canonical::Sheet;
use nkeep::ceremony::policy::Policy;
use nkeep::ceremony::request::Request;
use nkeep::ceremony::shares::file::SealedShare;
use nkeep::ceremony::shares::set::{Signed, Terms};
use nkeep::ceremony::shares::split;
use nkeep::jwt::decode::{Token, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{Kind, Seed};
use nkeep::store::age::Identity;
use nkeep::store::age::plugin::Plugins;

/// The files below a folder in which that stands.
fn holding(folder: &Path, secret: &str) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| {
        bytes
            .windows(secret.len())
            .any(|window| window == secret.as_bytes())
    };
    let found = everything(folder).into_iter();
    found
        .filter(|(_, (_, bytes))| holds(bytes))
        .map(|(path, _)| path)
        .collect()
}

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

#[test]
fn no_door_lets_a_root_seed_out_of_its_store_in_the_clear() {
    let (two, seeds) = Two::with_seeds();
    let (home, operator) = (two.root(), Two::operator_key(two.root()));
    // A key that belongs to nobody yet may come to be a root.
    let waiting = at_home(home, &["generate", "nkey", "--operator", "--keep"]);
    for line in [
        "export keys --operator --dir out",
        "export keys --all --dir out",
        "export keys --class root --dir out",
        "export keys --operator --include-jwts --dir out",
        "export keys --operator --dir out --dry-run",
        "export keys --operator --remove --dir out",
        "export keys --operator --fd 2",
        "export nsc out --reveal",
        "export nsc out --reveal --dry-run",
        "list keys -S --reveal",
        "list keys -S --class root",
        "generate profile nsc://ACME?operatorSeed",
        "generate profile nsc://ACME?operatorSeed -o out.json",
        "generate nkey --operator --keep --reveal",
        "generate nkey --operator --keep --out out.nk",
    ] {
        let why = refused(home, &words(line), 4, "keeps its root keys for ceremonies");
        for way in ["ceremony split", "ceremony paper", "store backup"] {
            assert!(why.contains(&format!("hint: nkeep {way}")), "{line}: {why}");
        }
    }
    for key in [&operator, waiting.trim()] {
        let export = ["export", "keys", "--key", key, "--dir", "out"];
        refused(home, &export, 4, "keeps its root keys for ceremonies");
    }
    // Whatever the recipients let out, and whatever becomes of the store.
    at_home(home, &["store", "recipients", "exports", "--allow", "root"]);
    at_home(
        home,
        &["store", "rekey", "--new-identity", "identity-2.txt"],
    );
    std::fs::rename(home.join("identity-2.txt"), home.join("identity.txt")).unwrap();
    let export = ["export", "keys", "--operator", "--dir", "out"];
    refused(home, &export, 4, "keeps its root keys for ceremonies");
    // What is a manifest's, and what leaves in the clear at all, is of other keys.
    let secret = [
        "generate",
        "secret",
        "operator-signing-key",
        &operator,
        "--no-namespace",
    ];
    let output = run(home, &secret);
    assert!(
        !output.status.success() && output.stdout.is_empty(),
        "{output:?}"
    );
    for line in [
        "export keys --class operator-signing --dir others",
        "export nsc tokens",
        "export dir tree",
        "store backup copy",
        "generate creds -n ACME -a ACME -o x.creds",
    ] {
        at_home(home, &words(line));
    }
    let secret = seeds[&operator].expose();
    assert_eq!(holding(home, &secret), Vec::<PathBuf>::new());
    assert_eq!(holding(two.working(), &secret), Vec::<PathBuf>::new());
}

#[test]
fn copies_of_a_roots_store_hold_on_to_it_too() {
    let (two, _) = Two::with_seeds();
    let home = two.root();
    at_home(home, &["store", "backup", "copy"]);
    at_home(home, &["export", "dir", "tree"]);
    let other = tempfile::tempdir().unwrap();
    std::fs::copy(home.join("identity.txt"), other.path().join("identity.txt")).unwrap();
    let tree = home.join("tree");
    at_home(other.path(), &["import", "dir", tree.to_str().unwrap()]);
    let export = ["export", "keys", "--operator", "--dir", "out"];
    refused(
        other.path(),
        &export,
        4,
        "keeps its root keys for ceremonies",
    );
    let third = tempfile::tempdir().unwrap();
    std::fs::copy(home.join("identity.txt"), third.path().join("identity.txt")).unwrap();
    let copy = home.join("copy");
    at_home(third.path(), &["store", "restore", copy.to_str().unwrap()]);
    refused(
        third.path(),
        &export,
        4,
        "keeps its root keys for ceremonies",
    );
    // And none of it comes into the store to work with.
    let import = ["import", "dir", tree.to_str().unwrap()];
    two.refused(&import, 1, "another store");
}

/// Paper and shares are what somebody asks for who wants the key outside.
#[test]
fn shares_and_paper_leave_a_roots_store() {
    let (two, seeds) = Two::with_seeds();
    let home = two.root();
    let split = [
        "ceremony", "split", "-k", "2", "--holder", "Ada", "--holder", "Bob", "--words",
    ];
    at_home(home, &split);
    std::fs::write(home.join("phrase"), "correct horse battery staple wrong\n").unwrap();
    let paper = [
        "ceremony",
        "paper",
        "--page-passphrase-fd",
        "0",
        "--dir",
        "paper",
    ];
    let phrase = std::fs::File::open(home.join("phrase")).unwrap();
    let output = nkeep_at(home).args(paper).stdin(phrase).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    // As it is only at a terminal, where somebody types the end of the key.
    let plain = ["ceremony", "paper", "--plain", "--dir", "plain"];
    refused(home, &plain, 2, "there is no terminal to ask at");
    // How it is to be opened is said, and cannot be shown.
    let made = [
        "ceremony",
        "paper",
        "--generate-passphrase",
        "--dir",
        "made",
    ];
    let why = refused(home, &made, 2, "there is no terminal to show it at");
    assert!(!why.contains("is not said"), "{why}");
    let secret = seeds[&Two::operator_key(home)].expose();
    assert_eq!(holding(home, &secret), Vec::<PathBuf>::new());
}

#[test]
fn an_ordinary_store_lets_a_root_seed_out_as_ever() {
    let home = estate();
    at_home(
        home.path(),
        &["export", "keys", "--operator", "--dir", "out"],
    );
    at_home(home.path(), &["export", "nsc", "nsc", "--reveal"]);
}

/// An operator that lets its identity sign accounts has it sign none where it is kept for ceremonies.
#[test]
fn a_root_that_may_sign_accounts_signs_none() {
    let estate = estate();
    let home = estate.path();
    at_home(home, &["edit", "operator", "--require-signing-keys=false"]);
    let two = Two::of(estate);
    let (home, operator) = (two.root(), Two::operator_key(two.root()));
    let named = ["add", "account", "X", "-K", &operator];
    refused(home, &named, 1, "signs what was asked for and reviewed");
    refused(
        home,
        &["add", "account", "SHOP"],
        1,
        "this is the root's store",
    );
    // Where accounts are made, its signing keys sign them.
    at_home(two.working(), &["add", "account", "SHOP"]);
    let account = json(two.working(), &["describe", "account", "SHOP"]);
    assert_ne!(account["iss"], *operator);
    let reissue = ["reissue", "operator", "--convert-to-signing-key", "--force"];
    refused(home, &reissue, 1, "signs what was asked for and reviewed");
}

#[test]
fn without_a_signing_key_a_root_signs_no_account_either() {
    let estate = estate();
    let home = estate.path();
    at_home(home, &["edit", "operator", "--require-signing-keys=false"]);
    let key = Two::operator(home)["nats"]["signing_keys"][0].clone();
    let remove = [
        "edit",
        "operator",
        "--rm-sk",
        key.as_str().unwrap(),
        "--force",
    ];
    at_home(home, &remove);
    let two = Two::of(estate);
    let add = ["add", "account", "X"];
    refused(two.root(), &add, 1, "signs what was asked for and reviewed");
}

fn at(home: &Path, clock: i64, args: &[&str]) -> std::process::Command {
    let mut command = nkeep_at(home);
    command
        .env("NKEEP_TEST_CLOCK", clock.to_string())
        .args(args);
    command
}

const NOW: i64 = 1_795_200_000;
const DAY: i64 = 24 * 60 * 60;

#[test]
fn a_clock_that_is_far_off_at_the_root_is_refused_and_nothing_is_signed() {
    let two = Two::new();
    at_home(two.root(), &["nkey", "gen", "user", "--out", "ada.nk"]);
    let asked = two.ask("a.nreq", &SERVICE);
    let hash = asked["sha256"].as_str().unwrap();
    let sign = ["ceremony", "sign", "a.nreq"];
    let approve = [
        "ceremony",
        "approve",
        "a.nreq",
        "-K",
        "./ada.nk",
        "--expect-request",
        hash,
    ];
    for (clock, says) in [
        (0, "far off"),
        (NOW - 2 * DAY, "far off"),
        (NOW + 31 * DAY, "the request expired"),
        (NOW + 5 * 365 * DAY, "the request expired"),
    ] {
        for args in [&sign[..], &approve] {
            refused_by(&mut at(two.root(), clock, args), two.root(), 6, says);
        }
    }
    // Within a day of the request, and before what this machine did last.
    let why = refused_by(
        &mut at(two.root(), NOW - DAY / 2, &sign),
        two.root(),
        6,
        "the last change of the store is of",
    );
    assert!(
        why.contains("hint: date -u") && why.contains("--clock-was-wrong"),
        "{why}"
    );
    // Who knows that the clock was wrong then says so, and gets as far as anybody without a terminal.
    let insists = ["ceremony", "sign", "a.nreq", "--clock-was-wrong"];
    let mut insists = at(two.root(), NOW - DAY / 2, &insists);
    refused_by(&mut insists, two.root(), 2, "at a terminal");
}

#[test]
fn a_root_whose_clock_went_back_since_it_signed_signs_no_more() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    // The root's clock is ten days ahead, and nobody notices.
    let mut ahead = at(two.root(), NOW + 10 * DAY, &["ceremony", "sign", "a.nreq"]);
    ahead.args(["-o", "a.nresp"]);
    let (text, code) = common::ceremonies::by_the_screen(ahead);
    assert_eq!(code, 0, "{text}");
    let answer = two.root().join("a.nresp");
    std::fs::copy(&answer, two.working().join("a.nresp")).unwrap();
    two.import("a.nresp");
    two.ask("b.nreq", &["edit", "operator", "--tag", "b"]);
    let sign = ["ceremony", "sign", "b.nreq"];
    refused(two.root(), &sign, 6, "the last change of the store is of");
    // The answer from before is still given: nothing is signed for it.
    at_home(two.root(), &["ceremony", "sign", "a.nreq", "-o", "c.nresp"]);
}

#[test]
fn a_clock_that_is_far_off_where_an_answer_is_taken_changes_nothing() {
    let two = Two::new();
    two.ask("a.nreq", &[&["--valid", "1h"], &SERVICE[..]].concat());
    two.sign("a.nreq", "a.nresp", &[]);
    let import = ["ceremony", "import", "a.nresp"];
    for clock in [0, NOW - 2 * DAY, NOW - DAY / 2] {
        refused_by(
            &mut at(two.working(), clock, &import),
            two.working(),
            6,
            "far off",
        );
    }
    // It was signed in time: years later it is taken all the same, for the root goes on from it.
    let late = at(two.working(), NOW + 5 * 365 * DAY, &import)
        .output()
        .unwrap();
    assert!(late.status.success(), "{late:?}");
    assert_eq!(
        Two::operator(two.root())["jti"],
        Two::operator(two.working())["jti"]
    );
}

/// Lines of JSON that say something nkeep would not have written: a field in another case, twice, and one that nobody knows.
fn others(line: &str) -> Vec<(String, String)> {
    let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line).unwrap();
    let mut others = Vec::new();
    for name in fields.keys() {
        // Its value as it stands there.
        let at = line.find(&format!("\"{name}\":")).unwrap() + name.len() + 3;
        let mut values =
            serde_json::Deserializer::from_str(&line[at..]).into_iter::<serde_json::Value>();
        values.next().unwrap().unwrap();
        let value = &line[at..at + values.byte_offset()];
        let field = format!("\"{name}\":{value}");
        let (first, rest) = name.split_at(1);
        let cased = format!("\"{}{rest}\":{value}", first.to_uppercase());
        others.push((
            format!("{name} in another case"),
            line.replacen(&field, &cased, 1),
        ));
        let twice = format!("{field},{field}");
        others.push((format!("{name} twice"), line.replacen(&field, &twice, 1)));
        let both = format!("{field},{cased}");
        others.push((
            format!("{name} in both cases"),
            line.replacen(&field, &both, 1),
        ));
        let without = line.replacen(&format!(",{field}"), "", 1);
        others.push((
            format!("without {name}"),
            without.replacen(&format!("{field},"), "", 1),
        ));
    }
    let end = line.len() - 1;
    for unknown in ["other", "", "__proto__"] {
        let unknown = format!("{},\"{unknown}\":1}}", &line[..end]);
        others.push(("an unknown field".to_owned(), unknown));
    }
    others.push(("blanks".to_owned(), line.replacen(':', ": ", 1)));
    assert!(others.iter().all(|(_, other)| other != line));
    others
}

/// A line, signed as those sign it.
fn signed(line: &str, by: &[(&str, &Seed)]) -> String {
    let mut text = format!("{line}\n");
    for (role, seed) in by {
        let message = format!("nkeep ceremony\n{role}\n{line}\n");
        let signature = seed.signing_pair().unwrap().sign(message.as_bytes());
        let signature = BASE64URL_NOPAD.encode(&signature);
        text.push_str(&format!("{role} {} {signature}\n", seed.public()));
    }
    text
}

/// The first line of a file, and by which of those keys it is signed as what.
fn taken_apart<'a>(
    file: &Path,
    seeds: &'a BTreeMap<String, Seed>,
) -> (String, Vec<(String, &'a Seed)>) {
    let text = std::fs::read_to_string(file).unwrap();
    let mut lines = text.lines();
    let line = lines.next().unwrap().to_owned();
    let signatures = lines.map(|line| {
        let mut words = line.split(' ');
        let role = words.next().unwrap().to_owned();
        (role, &seeds[words.next().unwrap()])
    });
    let signatures: Vec<_> = signatures.collect();
    assert!(!signatures.is_empty());
    let by: Vec<(&str, &Seed)> = borrowed(&signatures);
    // What is signed here is what nkeep signs: it is the field that is refused further down, and not the signature.
    assert_eq!(signed(&line, &by), text);
    (line, signatures)
}

fn borrowed<'a>(signatures: &'a [(String, &'a Seed)]) -> Vec<(&'a str, &'a Seed)> {
    let each = signatures.iter();
    each.map(|(role, seed)| (role.as_str(), *seed)).collect()
}

#[test]
fn a_field_of_a_request_or_an_answer_is_written_in_one_way_whoever_signs_it() {
    let (two, seeds) = Two::with_seeds();
    two.ask("a.nreq", &SERVICE);
    let (line, by) = taken_apart(&two.root().join("a.nreq"), &seeds);
    for (what, other) in others(&line) {
        std::fs::write(two.root().join("b.nreq"), signed(&other, &borrowed(&by))).unwrap();
        for command in ["sign", "review"] {
            let args = ["ceremony", command, "b.nreq"];
            let why = refused(two.root(), &args, 3, "b.nreq");
            assert!(!why.contains("signed it as"), "{what}: {why}");
        }
    }
    two.sign("a.nreq", "a.nresp", &[]);
    let (line, by) = taken_apart(&two.root().join("a.nresp"), &seeds);
    for (what, other) in others(&line) {
        std::fs::write(
            two.working().join("b.nresp"),
            signed(&other, &borrowed(&by)),
        )
        .unwrap();
        let why = two.refused(&["ceremony", "import", "b.nresp"], 3, "b.nresp");
        assert!(!why.contains("signed it as"), "{what}: {why}");
    }
    two.import("a.nresp");
}

/// What is to be signed is JSON, too, in another wrapping.
#[test]
fn a_field_of_what_is_to_be_signed_is_written_in_one_way_whoever_asks() {
    let (two, seeds) = Two::with_seeds();
    two.ask("a.nreq", &SERVICE);
    let (line, by) = taken_apart(&two.root().join("a.nreq"), &seeds);
    let request: serde_json::Value = serde_json::from_str(&line).unwrap();
    let proposed = request["items"][0]["proposed"].as_str().unwrap();
    let (header, payload) = proposed.split_once('.').unwrap();
    let claims = BASE64URL_NOPAD.decode(payload.as_bytes()).unwrap();
    let claims = String::from_utf8(claims).unwrap();
    let nested = claims.replacen("\"nats\":{", "\"nats\":{\"other\":1,", 1);
    let cased = claims.replacen("\"operator_service_urls\"", "\"Operator_service_urls\"", 1);
    let mut all = others(&claims);
    all.push(("an unknown field further in".to_owned(), nested));
    all.push(("another case further in".to_owned(), cased));
    for (what, claims) in all {
        let other = format!("{header}.{}", BASE64URL_NOPAD.encode(claims.as_bytes()));
        assert_ne!(other, proposed);
        let other = line.replace(proposed, &other);
        std::fs::write(two.root().join("b.nreq"), signed(&other, &borrowed(&by))).unwrap();
        let why = refused(two.root(), &["ceremony", "sign", "b.nreq"], 3, "b.nreq");
        assert!(!why.contains("signed it as"), "{what}: {why}");
    }
}

#[test]
fn a_field_of_an_approval_or_a_policy_is_written_in_one_way() {
    let (two, _) = Two::with_seeds();
    let home = two.root();
    at_home(home, &["nkey", "gen", "user", "--out", "ada.nk"]);
    let ada = std::fs::read_to_string(home.join("ada.nk")).unwrap();
    let ada = Seed::parse(ada.trim()).unwrap();
    let key = ada.public().to_string();
    let policy = at_home(home, &["ceremony", "policy", "show"]);
    let mut policy: serde_json::Value = serde_json::from_str(&policy).unwrap();
    policy["approvals"] = 1.into();
    policy["approvers"] = serde_json::json!([key]);
    let policy = policy.to_string();
    std::fs::write(home.join("policy.json"), &policy).unwrap();
    at_home(home, &["ceremony", "policy", "set", "policy.json"]);
    for (what, other) in others(&policy) {
        if what == "blanks" {
            continue;
        }
        std::fs::write(home.join("other.json"), other).unwrap();
        let set = ["ceremony", "policy", "set", "other.json"];
        refused(home, &set, 3, "other.json");
    }
    let asked = two.ask("a.nreq", &SERVICE);
    let hash = asked["sha256"].as_str().unwrap();
    let approve = [
        "ceremony",
        "approve",
        "a.nreq",
        "-K",
        "./ada.nk",
        "-o",
        "a.nappr",
        "--expect-request",
        hash,
    ];
    at_home(home, &approve);
    let (line, by) = (
        std::fs::read_to_string(home.join("a.nappr")).unwrap(),
        [("approver", &ada)],
    );
    let line = line.lines().next().unwrap();
    assert_eq!(
        signed(line, &by),
        std::fs::read_to_string(home.join("a.nappr")).unwrap()
    );
    for (what, other) in others(line) {
        std::fs::write(home.join("b.nappr"), signed(&other, &by)).unwrap();
        let sign = ["ceremony", "sign", "a.nreq", "--approval", "b.nappr"];
        let why = refused(home, &sign, 3, "b.nappr");
        assert!(!why.contains("signed it as"), "{what}: {why}");
    }
    let (text, code) = sign_at(home, "a.nreq", "a.nresp", &["--approval", "a.nappr"]);
    assert_eq!(code, 0, "{text}");
}

#[test]
fn a_field_of_a_share_or_a_set_is_written_in_one_way_whoever_signs_it() {
    let seed = Seed::generate(Kind::Operator).unwrap();
    let terms = Terms {
        threshold: 2,
        holders: vec!["Ada".to_owned(), "Bob".to_owned()],
        replaces: None,
    };
    let made = split(&seed, terms, NOW).unwrap();
    let identity = Identity::generate().unwrap();
    let recipient = identity.recipient().unwrap();
    let signer = seed.signing_pair().unwrap();
    let plugins = Plugins::none();
    let set = made.set.set();
    let sealed = SealedShare::seal(set, 1, &made.shares[0], &recipient, &signer, &plugins);
    let sealed = sealed.unwrap().text();
    let (above, beneath) = sealed.split_at(sealed.find("-----BEGIN AGE").unwrap());
    let by = [("key", &seed)];
    let line = above.lines().next().unwrap();
    assert_eq!(signed(line, &by), above);
    let is_problem = |error: Option<CeremonyError>, what: &str| match error {
        Some(CeremonyError::Problem { .. }) => {}
        other => panic!("{what}: {other:?}"),
    };
    let mut all = others(line);
    let nested = line.replacen("\"set\":{", "\"set\":{\"other\":1,", 1);
    all.push(("an unknown field further in".to_owned(), nested));
    for (what, other) in all {
        let text = format!("{}{beneath}", signed(&other, &by));
        is_problem(SealedShare::read("a.nshare", text.as_bytes()).err(), &what);
    }
    let set = made.set.text();
    let line = set.lines().next().unwrap();
    assert_eq!(signed(line, &by), set);
    for (what, other) in others(line) {
        let text = signed(&other, &by);
        is_problem(Signed::read("a.nset", text.as_bytes()).err(), &what);
    }
}

/// A policy has no signature: whoever sets it reads what is set, and no byte of it is without a meaning.
#[test]
fn a_policy_with_another_byte_is_refused_or_another_policy() {
    let two = Two::new();
    let text = at_home(two.root(), &["ceremony", "policy", "show"]);
    let key = Two::operator_key(two.root());
    let text = text
        .replace("\"approvers\": []", &format!("\"approvers\": [\"{key}\"]"))
        .replace("\"approvals\": 0", "\"approvals\": 1");
    let right = Policy::written("policy.json", text.as_bytes()).unwrap();
    assert_eq!(right.approvals, 1);
    let (mut refused, mut others) = (0, 0);
    for place in 0..text.len() {
        for flip in [1, 2, 4, 0x10, 0x20, 0x80] {
            let mut other = text.clone().into_bytes();
            other[place] ^= flip;
            match Policy::written("policy.json", &other) {
                Err(CeremonyError::Problem { .. }) => refused += 1,
                Ok(policy) if policy != right => others += 1,
                // A blank in the place of another says the same.
                Ok(_) => assert!(text.as_bytes()[place].is_ascii_whitespace(), "byte {place}"),
                Err(error) => panic!("byte {place}: {error}"),
            }
        }
    }
    assert!(refused > others, "{refused} refused, {others} others");
}

/// The policy is a row of the root's store, for which its journal vouches.
#[test]
fn a_policy_that_was_changed_taken_away_or_put_back_in_the_file_is_refused() {
    let two = Two::new();
    let home = two.root();
    let lax = at_home(home, &["ceremony", "policy", "show"]);
    std::fs::write(home.join("lax.json"), &lax).unwrap();
    at_home(home, &["ceremony", "policy", "set", "lax.json"]);
    let row = |home: &Path| -> String {
        let store = rusqlite::Connection::open(store_of(home)).unwrap();
        let select = "SELECT text FROM documents WHERE name = 'ceremony policy'";
        store.query_row(select, [], |row| row.get(0)).unwrap()
    };
    let before = row(home);
    let strict = lax.replace("\"operator_service_urls\",", "");
    assert_ne!(strict, lax);
    std::fs::write(home.join("strict.json"), strict).unwrap();
    at_home(home, &["ceremony", "policy", "set", "strict.json"]);
    two.ask("a.nreq", &SERVICE);
    let sign = ["ceremony", "sign", "a.nreq"];
    refused(home, &sign, 3, "operator_service_urls may not change");
    let right = std::fs::read(store_of(home)).unwrap();
    let strict = row(home);
    let changes = [
        (
            "put back",
            format!("UPDATE documents SET text = '{before}' WHERE name = 'ceremony policy'"),
        ),
        (
            "taken away",
            "DELETE FROM documents WHERE name = 'ceremony policy'".to_owned(),
        ),
        (
            "called otherwise",
            "UPDATE documents SET name = 'ceremony policy 2' WHERE name = 'ceremony policy'"
                .to_owned(),
        ),
        (
            "kept for ceremonies no more",
            "DELETE FROM documents WHERE name = 'ceremony root'".to_owned(),
        ),
    ];
    let bytes = (0..strict.len()).step_by(17).map(|place| {
        let mut other = strict.clone().into_bytes();
        other[place] ^= 1;
        let other = String::from_utf8(other).unwrap().replace('\'', "''");
        (
            "another byte",
            format!("UPDATE documents SET text = '{other}' WHERE name = 'ceremony policy'"),
        )
    });
    for (what, change) in changes.into_iter().chain(bytes) {
        std::fs::write(store_of(home), &right).unwrap();
        let store = rusqlite::Connection::open(store_of(home)).unwrap();
        assert_eq!(store.execute(&change, []).unwrap(), 1, "{what}");
        drop(store);
        for args in [
            &sign[..],
            &["ceremony", "policy", "show"],
            &["export", "keys", "--operator", "--dir", "out"],
            &["store", "check"],
        ] {
            let output = run(home, args);
            assert_eq!(
                output.status.code(),
                Some(7),
                "{what}: {args:?}: {output:?}"
            );
            assert!(!home.join("out").exists(), "{what}");
        }
    }
    std::fs::write(store_of(home), &right).unwrap();
    at_home(home, &["store", "check"]);
}

/// Whoever has the root learns how to let that be.
#[test]
fn who_has_lost_every_signing_key_can_ask_all_the_same() {
    let two = Two::new();
    let home = two.working();
    let moved = [
        "export",
        "keys",
        "--class",
        "operator-signing",
        "--remove",
        "--dir",
        "gone",
    ];
    at_home(home, &moved);
    std::fs::remove_dir_all(home.join("gone")).unwrap();
    let asked = two.ask("a.nreq", &["edit", "operator", "--sk", "generate"]);
    let new = asked["made"][0].as_str().unwrap();
    let sign = ["ceremony", "sign", "a.nreq"];
    let why = refused(
        two.root(),
        &sign,
        3,
        "no key of the operator has asked for it",
    );
    assert!(why.contains("hint: nkeep ceremony policy set"), "{why}");
    assert!(why.contains("\"requester\": false"), "{why}");
    let policy = at_home(two.root(), &["ceremony", "policy", "show"]);
    let without = policy.replace("\"requester\": true", "\"requester\": false");
    std::fs::write(two.root().join("policy.json"), without).unwrap();
    common::ceremonies::loosened(two.root(), "policy.json");
    two.sign("a.nreq", "a.nresp", &[]);
    two.import("a.nresp");
    at_home(home, &["add", "account", "SHOP", "-K", new]);
}

#[test]
fn a_request_that_is_suggested_is_for_the_command_and_not_for_how_it_is_shown() {
    let two = Two::new();
    for flags in [
        &["--json"][..],
        &["-J", "--quiet"],
        &["-Jq"],
        &["--dry-run"],
    ] {
        let output = run(two.working(), &[flags, &SERVICE].concat());
        assert_eq!(output.status.code(), Some(4), "{output:?}");
        let hint = "nkeep ceremony request edit operator --service-url tls://nats.example.com";
        let why = said(&output);
        assert!(why.contains(hint), "{flags:?}: {why}");
    }
    let tried = [&["ceremony", "request"][..], &SERVICE, &["--dry-run"]].concat();
    let why = two.refused(&tried, 2, "--dry-run is no part of what is asked for");
    let hint = "hint: nkeep ceremony request edit operator --service-url tls://nats.example.com\n";
    assert!(why.contains(hint), "{why}");
}

#[test]
fn what_is_only_tried_says_so() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    let policy = at_home(two.root(), &["ceremony", "policy", "show"]);
    std::fs::write(two.root().join("policy.json"), policy).unwrap();
    let set = ["ceremony", "policy", "set", "policy.json", "--dry-run"];
    let output = run(two.root(), &set);
    assert!(said(&output).contains("the root would sign by that policy: nobody has to be for it"));
    two.sign("a.nreq", "a.nresp", &[]);
    let before = std::fs::read(store_of(two.working())).unwrap();
    let output = run(
        two.working(),
        &["ceremony", "import", "a.nresp", "--dry-run"],
    );
    assert!(output.status.success(), "{output:?}");
    assert!(
        said(&output).contains("would be answered and done"),
        "{output:?}"
    );
    assert!(
        !said(&output).contains("is answered and done"),
        "{output:?}"
    );
    assert!(std::fs::read(store_of(two.working())).unwrap() == before);
    two.import("a.nresp");
}

#[test]
fn a_clock_behind_what_the_store_signed_is_a_gate() {
    let two = Two::new();
    let policy = at_home(two.root(), &["ceremony", "policy", "show"]);
    std::fs::write(two.root().join("policy.json"), policy).unwrap();
    let request = [&["ceremony", "request", "-o", "a.nreq"], &SERVICE[..]].concat();
    let set = ["ceremony", "policy", "set", "policy.json"];
    for (home, args) in [(two.working(), &request[..]), (two.root(), &set)] {
        let mut behind = at(home, NOW - 2 * DAY, args);
        let why = refused_by(&mut behind, home, 6, "behind the last");
        assert!(why.contains("hint: date"), "{why}");
    }
}

/// What the store would not sign is refused to whoever reads it, before anybody types what stands there.
#[test]
fn claims_that_break_rules_are_refused_when_they_are_read() {
    let (two, seeds) = Two::with_seeds();
    two.ask("a.nreq", &SERVICE);
    let text = std::fs::read(two.root().join("a.nreq")).unwrap();
    let asked: Sheet<Request> = Sheet::read("a.nreq", &text).unwrap();
    let root = seeds[&asked.content.operator].signing_pair().unwrap();
    for (system_account, code) in [("not", 3), ("", 0)] {
        let mut request = asked.content.clone();
        let Ok(Token::Operator(token)) = decode(&request.items[0].current) else {
            panic!("the request begins from no operator's token");
        };
        let mut claims = token.into_claims();
        claims.body.system_account = system_account.to_owned();
        let at = claims.issued_at + 1;
        let token = encode(claims, &root, at, UnknownFields::Refuse).unwrap();
        let (proposed, _) = token.token.rsplit_once('.').unwrap();
        request.items[0].proposed = proposed.to_owned();
        let text = Sheet::new(request).unwrap().text();
        std::fs::write(two.root().join("b.nreq"), text).unwrap();
        let review = ["ceremony", "review", "b.nreq"];
        if code == 0 {
            at_home(two.root(), &review);
            continue;
        }
        for args in [&review[..], &["ceremony", "sign", "b.nreq"]] {
            let why = refused(two.root(), args, code, "would not be signed");
            assert!(why.contains("hint: nkeep ceremony request"), "{why}");
        }
    }
}

#[test]
fn what_is_refused_comes_with_a_command_that_helps() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    for home in [two.root(), two.working()] {
        std::fs::write(home.join("rubbish"), "{\"a\":1}\n").unwrap();
    }
    for (home, line, code, help) in [
        (two.root(), "review rubbish", 3, "request --help"),
        (two.root(), "sign rubbish", 3, "request --help"),
        (
            two.root(),
            "sign a.nreq --approval rubbish",
            3,
            "approve --help",
        ),
        (two.root(), "policy set rubbish", 3, "policy show"),
        (two.root(), "combine rubbish", 3, "drill --help"),
        (two.root(), "drill rubbish --set rubbish", 3, "drill --help"),
        (two.root(), "restore rubbish", 3, "restore --help"),
        (two.root(), "compare rubbish rubbish", 3, "compare --help"),
        (two.root(), "transcript show rubbish", 3, "transcript show"),
        (two.root(), "script rubbish", 3, "script --example"),
        (two.root(), "import a.nreq", 3, "review a.nreq"),
        (two.working(), "import rubbish", 3, "sign --help"),
    ] {
        let args: Vec<&str> = std::iter::once("ceremony").chain(line.split(' ')).collect();
        let why = refused(home, &args, code, "");
        let help = format!("hint: nkeep ceremony {help}");
        assert!(why.contains(&help), "{line}: {why}");
        assert_eq!(why.matches("hint: ").count(), 1, "{line}: {why}");
    }
}
