//! Keys of other systems are replaced: readers of two know the new key before anything is written by it; readers of one are
//! switched.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::turns::{Matter, SOAK, Turns, why};
use nkeep::nkey::{Kind as KeyKind, Seed};
use nkeep::rotation::given::{Given, Reads};
use nkeep::rotation::sets::Which;
use nkeep::rotation::{Kind, Outcome};
use nkeep::store::document::KeyState;
use nkeep::trust::KeySource;

const KIND: Kind = Kind::KeySet;

/// An estate with a key of that form, which is nobody's.
fn estate(form: &str) -> (Turns, String) {
    let home = common::estate();
    let made = common::at_home(home.path(), &["generate", "nkey", form, "-S"]);
    (Turns::of(home), made.trim().to_owned())
}

fn of(key: &str) -> Matter<'static> {
    Matter {
        key: Some(key.to_owned()),
        ..Matter::default()
    }
}

fn of_one(key: &str) -> Matter<'static> {
    Matter {
        given: Given {
            reads: Reads::One,
            ..Given::default()
        },
        ..of(key)
    }
}

fn begun(form: &str) -> (Turns, String, String) {
    let (turns, old) = estate(form);
    let new = turns.start(KIND, &of(&old), None).unwrap().rotation.new;
    (turns, old, new)
}

#[test]
fn each_phase_waits_for_just_what_it_needs() {
    let (turns, old, new) = begun("--text-key");
    assert_eq!(
        (turns.state(&old), turns.state(&new)),
        (KeyState::Active, KeyState::Published)
    );
    assert_eq!(turns.key(&new).unwrap().owner, None);
    // The old one leads, so that nothing is written that somebody cannot read.
    assert_eq!(
        turns.set(Which::Present).unwrap().keys,
        [old.clone(), new.clone()]
    );

    assert_eq!(turns.codes(), ["every-reader-has-both"]);
    turns.crashes();
    turns.says("every-reader-has-both");
    turns.next("activate");
    assert_eq!(
        (turns.state(&old), turns.state(&new)),
        (KeyState::Retiring, KeyState::Active)
    );
    assert_eq!(
        turns.set(Which::Present).unwrap().keys,
        [new.clone(), old.clone()]
    );

    assert_eq!(turns.codes(), ["all-rewritten"]);
    // Time alone moves nothing.
    turns.wait(100 * SOAK);
    assert_eq!(turns.codes(), ["all-rewritten"]);
    turns.crashes();
    turns.says("all-rewritten");
    turns.next("retire");
    assert_eq!(
        turns.set(Which::Present).unwrap().keys,
        std::slice::from_ref(&new)
    );
    assert_eq!(turns.state(&old), KeyState::Retired);

    assert_eq!(turns.codes(), ["readers-dropped-old"]);
    assert!(turns.key(&old).unwrap().sealed.is_some());
    turns.says("readers-dropped-old");
    turns.crashes();
    let done = turns.next("destroy");
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert!(turns.key(&old).is_none() && turns.key(&new).unwrap().sealed.is_some());
    assert_eq!(
        (turns.state(&old), turns.state(&new)),
        (KeyState::Destroyed, KeyState::Active)
    );
    // It is the old one of the next.
    turns.start(KIND, &of(&new), None).unwrap();
}

#[test]
fn a_new_key_has_the_form_of_the_old_one() {
    let (turns, old, new) = begun("--text-key");
    let (first, second) = (
        turns.file(Which::Present, "1.key"),
        turns.file(Which::Present, "2.key"),
    );
    for (text, key) in [(&first, &old), (&second, &new)] {
        let seed = Seed::from_text_key(text.as_bytes()).unwrap();
        assert_eq!(seed.public().to_string(), *key);
    }
    let (turns, old, new) = begun("--server");
    let pems = turns.file(Which::Present, "private.key");
    let keys: Vec<String> = pems
        .split_inclusive("-----END PRIVATE KEY-----\n")
        .map(|pem| {
            Seed::from_pkcs8(KeyKind::Server, pem)
                .unwrap()
                .public()
                .to_string()
        })
        .collect();
    assert_eq!(keys, [old, new]);
    let (turns, old, new) = begun("--curve");
    for (name, key) in [("1.seed", &old), ("2.seed", &new)] {
        let text = turns.file(Which::Present, name);
        let seed = Seed::parse(&text).unwrap();
        assert_eq!(seed.public().to_string(), *key);
        assert!(seed.expose_text_key().is_err());
    }
    let manifest: serde_json::Value =
        serde_json::from_str(&turns.file(Which::Present, "manifest.json")).unwrap();
    assert_eq!(manifest["keys"][1]["state"], "published");
}

#[test]
fn there_is_a_way_back_from_every_phase_and_no_key_is_wiped_that_something_was_written_by() {
    let (turns, old, new) = begun("--text-key");
    turns.says("every-reader-has-both");
    turns.next("activate");
    assert_eq!(
        turns.set(Which::Rollback).unwrap().keys,
        [old.clone(), new.clone()]
    );
    turns.says("all-rewritten");
    turns.next("retire");
    turns.back().unwrap();
    assert_eq!(
        (turns.rotation().phase.as_str(), turns.state(&old)),
        ("activate", KeyState::Retiring)
    );
    assert!(why(turns.back()).contains("every reader has both keys"));
    turns.says("every-reader-has-both");
    turns.back().unwrap();
    assert_eq!(turns.rotation().phase, "stage");
    assert_eq!(
        (turns.state(&old), turns.state(&new)),
        (KeyState::Active, KeyState::Published)
    );
    assert_eq!(
        turns.set(Which::Present).unwrap().keys,
        [old.clone(), new.clone()]
    );
    assert!(why(turns.abort()).contains("nothing is left that needs the new key"));
    turns.says("none-by-new");
    turns.abort().unwrap();
    // A key that was wiped comes back as no other's successor.
    let wiped = turns.start(
        KIND,
        &of(&old),
        Some(KeySource::Public(new.parse().unwrap())),
    );
    assert!(why(wiped).contains("the store has no seed"));
    assert!(turns.key(&new).is_none() && turns.key(&old).unwrap().sealed.is_some());
    assert_eq!(
        turns.set(Which::Present).unwrap().keys,
        std::slice::from_ref(&old)
    );
    // What nobody had yet is wiped at once.
    turns.start(KIND, &of(&old), None).unwrap();
    turns.abort().unwrap();
    assert_eq!(turns.state(&old), KeyState::Active);
}

#[test]
fn readers_of_one_key_are_switched_and_it_is_said_that_nothing_overlaps() {
    let (turns, old) = estate("--curve");
    let new = turns.start(KIND, &of_one(&old), None).unwrap().rotation.new;
    let plan = turns.rotation().plan();
    assert!(plan.warns[0].contains("nothing overlaps"));
    let names: Vec<&str> = plan.phases.iter().map(|phase| phase.name).collect();
    assert_eq!(names, ["stage", "activate", "retire", "destroy"]);
    assert_eq!(
        turns.set(Which::Present).unwrap().keys,
        std::slice::from_ref(&old)
    );
    assert!(why(turns.set(Which::Dual)).contains("take one key alone"));
    assert_eq!(turns.codes(), ["readers-stopped"]);
    turns.crashes();
    turns.says("readers-stopped");
    turns.next("activate");
    assert_eq!(
        turns.set(Which::Present).unwrap().keys,
        std::slice::from_ref(&new)
    );
    assert_eq!(
        turns.set(Which::Rollback).unwrap().keys,
        std::slice::from_ref(&old)
    );
    // The way back is a switch, too.
    turns.back().unwrap();
    assert_eq!(
        (turns.rotation().phase.as_str(), turns.state(&old)),
        ("stage", KeyState::Active)
    );
    turns.says("readers-stopped");
    turns.next("activate");
    assert_eq!(turns.codes(), ["soak", "all-rewritten"]);
    turns.wait(SOAK);
    turns.says("all-rewritten");
    turns.next("retire");
    turns.says("readers-dropped-old");
    turns.next("destroy");
    assert!(turns.key(&old).is_none());
}

#[test]
fn the_same_key_is_not_rotated_twice_at_once() {
    let (turns, old, new) = begun("--text-key");
    for key in [&old, &new] {
        let refused = why(turns.start(KIND, &of(key), None));
        assert!(
            refused.contains("has not ended; hint: nkeep rotate status"),
            "{key}: {refused}"
        );
    }
}

#[test]
fn keys_of_the_estate_and_keys_that_are_not_here_are_refused() {
    let (turns, old) = estate("--text-key");
    let start = |matter: &Matter<'_>| why(turns.start(KIND, matter, None));
    let says = |matter: &Matter<'_>, says: &str| {
        let said = start(matter);
        assert!(
            said.contains(says) && said.contains("hint: nkeep "),
            "{said}"
        );
    };
    says(&Matter::default(), "no key is named");
    says(&of("KEY"), "\"KEY\" is no public key");
    let absent = Seed::generate(KeyKind::Curve).unwrap().public().to_string();
    says(&of(&absent), "the store has no seed of");
    let user = turns.claims("ACME").subject.clone();
    says(&of(&user), "is an account key");
    let listed = common::refusal::json(turns.home.path(), &["list", "keys"]);
    let keys = listed["keys"].as_array().unwrap();
    let operator = keys
        .iter()
        .find(|key| key["class"] == "operator-signing")
        .unwrap();
    says(
        &of(operator["public_key"].as_str().unwrap()),
        "is an operator key",
    );
    // The key that signs the journal is a server's by its letter.
    let journal = keys.iter().find(|key| key["role"] == "journal").unwrap();
    says(
        &of(journal["public_key"].as_str().unwrap()),
        "is the store's own",
    );
    // And one of another form in its place.
    let curve = Seed::generate(KeyKind::Curve).unwrap();
    let refused = why(turns.start(KIND, &of(&old), Some(KeySource::Seed(curve))));
    assert!(
        refused.contains("is a curve key, and what it replaces is 32 letters and digits"),
        "{refused}"
    );
    let same = turns.start(
        KIND,
        &of(&old),
        Some(KeySource::Public(old.parse().unwrap())),
    );
    assert!(why(same).contains("is the key that is to be replaced"));
}

#[test]
fn a_key_that_is_brought_is_kept_and_one_that_is_here_is_taken() {
    let (turns, old) = estate("--text-key");
    let seed = Seed::generate_text_key().unwrap();
    let public = seed.public().to_string();
    let done = turns
        .start(KIND, &of(&old), Some(KeySource::Seed(seed)))
        .unwrap();
    assert_eq!(done.rotation.new, public);
    assert!(turns.key(&public).unwrap().sealed.is_some());

    let (turns, old) = estate("--text-key");
    let other = turns.start(KIND, &of(&old), None).unwrap().rotation.new;
    let gone = turns.file(Which::Present, "1.key");
    turns.says("every-reader-has-both");
    turns.next("activate");
    turns.says("all-rewritten");
    turns.next("retire");
    turns.says("readers-dropped-old");
    turns.next("destroy");
    // What had its time comes back no more, whoever still has its seed.
    let seed = Seed::from_text_key(gone.as_bytes()).unwrap();
    let refused = why(turns.start(KIND, &of(&other), Some(KeySource::Seed(seed))));
    assert!(
        refused.contains(&format!("{old} is destroyed, and replaces nothing")),
        "{refused}"
    );
    let third = Seed::generate_text_key().unwrap();
    let public = third.public();
    turns
        .start(KIND, &of(&other), Some(KeySource::Seed(third)))
        .unwrap();
    turns.emergency().unwrap();
    let seen = turns.rotation();
    assert_eq!(
        (seen.phase.as_str(), seen.new),
        ("activate", public.to_string())
    );
}

#[test]
fn in_an_emergency_the_new_key_leads_and_what_the_old_one_opens_is_not_lost() {
    let (turns, old) = estate("--text-key");
    turns.alarm(KIND, &of(&old)).unwrap();
    let rotation = turns.rotation();
    assert_eq!(rotation.phase, "activate");
    assert_eq!(
        turns.set(Which::Present).unwrap().keys,
        [rotation.new.clone(), old.clone()]
    );
    assert_eq!(turns.state(&old), KeyState::Compromised);
    assert!(why(turns.back()).contains("in other hands"));
    turns.says("all-rewritten");
    turns.next("retire");
    // Once more, past where it leads: nothing is taken back, and nothing breaks.
    turns.emergency().unwrap();
    assert_eq!(turns.rotation().phase, "retire");
    turns.says("readers-dropped-old");
    turns.next("destroy");
    assert!(turns.key(&old).is_none());
}
