//! Keys of other systems are replaced: readers of two know the new key before anything is written by it; readers of one are
//! switched.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::rotated::{Matter, Rotated, SOAK, why};
use nkeep::nkey::{Kind as KeyKind, Seed};
use nkeep::rotation::given::{Given, Reads};
use nkeep::rotation::sets::Which;
use nkeep::rotation::{Kind, Outcome};
use nkeep::store::document::KeyState;
use nkeep::trust::KeySource;

const KIND: Kind = Kind::KeySet;

/// An estate with a key of that form, which is nobody's.
fn with_key(form: &str) -> (Rotated, String) {
    let home = common::estate();
    let made = common::at_home(home.path(), &["generate", "nkey", form, "-S"]);
    (Rotated::of(home), made.trim().to_owned())
}

fn of(key: &str) -> Matter {
    Matter::of_key(key)
}

fn of_one(key: &str) -> Matter {
    let given = Given {
        reads: Reads::One,
        ..Given::default()
    };
    Matter::given(given).key(key)
}

fn begun(form: &str) -> (Rotated, String, String) {
    let (estate, old) = with_key(form);
    let new = estate.start(KIND, &of(&old)).unwrap().rotation.new;
    (estate, old, new)
}

#[test]
fn each_phase_waits_for_just_what_it_needs() {
    let (estate, old, new) = begun("--text-key");
    assert_eq!(
        (estate.state(&old), estate.state(&new)),
        (KeyState::Active, KeyState::Published)
    );
    assert_eq!(estate.key(&new).unwrap().owner, None);
    // The old one leads, so that nothing is written that somebody cannot read.
    assert_eq!(
        estate.set(Which::Present).unwrap().keys,
        [old.clone(), new.clone()]
    );

    assert_eq!(estate.codes(), ["every-reader-has-both"]);
    estate.crashes();
    estate.say("every-reader-has-both");
    estate.enters("activate");
    assert_eq!(
        (estate.state(&old), estate.state(&new)),
        (KeyState::Retiring, KeyState::Active)
    );
    assert_eq!(
        estate.set(Which::Present).unwrap().keys,
        [new.clone(), old.clone()]
    );

    assert_eq!(estate.codes(), ["all-rewritten"]);
    // Time alone moves nothing.
    estate.wait(100 * SOAK);
    assert_eq!(estate.codes(), ["all-rewritten"]);
    estate.crashes();
    estate.say("all-rewritten");
    estate.enters("retire");
    assert_eq!(
        estate.set(Which::Present).unwrap().keys,
        std::slice::from_ref(&new)
    );
    assert_eq!(estate.state(&old), KeyState::Retired);

    assert_eq!(estate.codes(), ["readers-dropped-old"]);
    assert!(estate.key(&old).unwrap().sealed.is_some());
    estate.say("readers-dropped-old");
    estate.crashes();
    let done = estate.enters("destroy");
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert!(estate.key(&old).is_none() && estate.key(&new).unwrap().sealed.is_some());
    assert_eq!(
        (estate.state(&old), estate.state(&new)),
        (KeyState::Destroyed, KeyState::Active)
    );
    // It is the old one of the next.
    estate.start(KIND, &of(&new)).unwrap();
}

#[test]
fn a_new_key_has_the_form_of_the_old_one() {
    let (estate, old, new) = begun("--text-key");
    let (first, second) = (
        estate.file(Which::Present, "1.key"),
        estate.file(Which::Present, "2.key"),
    );
    for (text, key) in [(&first, &old), (&second, &new)] {
        let seed = Seed::from_text_key(text.as_bytes()).unwrap();
        assert_eq!(seed.public().to_string(), *key);
    }
    let (estate, old, new) = begun("--server");
    let pems = estate.file(Which::Present, "private.key");
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
    let (estate, old, new) = begun("--curve");
    for (name, key) in [("1.seed", &old), ("2.seed", &new)] {
        let text = estate.file(Which::Present, name);
        let seed = Seed::parse(&text).unwrap();
        assert_eq!(seed.public().to_string(), *key);
        assert!(seed.expose_text_key().is_err());
    }
    let manifest: serde_json::Value =
        serde_json::from_str(&estate.file(Which::Present, "manifest.json")).unwrap();
    assert_eq!(manifest["keys"][1]["state"], "published");
}

#[test]
fn there_is_a_way_back_from_every_phase_and_no_key_is_wiped_that_something_was_written_by() {
    let (estate, old, new) = begun("--text-key");
    estate.say("every-reader-has-both");
    estate.enters("activate");
    assert_eq!(
        estate.set(Which::Rollback).unwrap().keys,
        [old.clone(), new.clone()]
    );
    estate.say("all-rewritten");
    estate.enters("retire");
    estate.rollback().unwrap();
    assert_eq!(
        (estate.rotation().phase.as_str(), estate.state(&old)),
        ("activate", KeyState::Retiring)
    );
    assert!(why(estate.rollback()).contains("every reader has both keys"));
    estate.say("every-reader-has-both");
    estate.rollback().unwrap();
    assert_eq!(estate.rotation().phase, "stage");
    assert_eq!(
        (estate.state(&old), estate.state(&new)),
        (KeyState::Active, KeyState::Published)
    );
    assert_eq!(
        estate.set(Which::Present).unwrap().keys,
        [old.clone(), new.clone()]
    );
    assert!(why(estate.abort()).contains("nothing is left that needs the new key"));
    estate.say("none-by-new");
    estate.abort().unwrap();
    // A key that was wiped comes back as no other's successor.
    let wiped = estate.start_by(
        KIND,
        &of(&old),
        Some(KeySource::Public(new.parse().unwrap())),
    );
    assert!(why(wiped).contains("the store has no seed"));
    assert!(estate.key(&new).is_none() && estate.key(&old).unwrap().sealed.is_some());
    assert_eq!(
        estate.set(Which::Present).unwrap().keys,
        std::slice::from_ref(&old)
    );
    // What nobody had yet is wiped at once.
    estate.start(KIND, &of(&old)).unwrap();
    estate.abort().unwrap();
    assert_eq!(estate.state(&old), KeyState::Active);
}

#[test]
fn readers_of_one_key_are_switched_and_it_is_said_that_nothing_overlaps() {
    let (estate, old) = with_key("--curve");
    let new = estate.start(KIND, &of_one(&old)).unwrap().rotation.new;
    let plan = estate.rotation().plan();
    assert!(plan.warns[0].contains("nothing overlaps"));
    let names: Vec<&str> = plan.phases.iter().map(|phase| phase.name).collect();
    assert_eq!(names, ["stage", "activate", "retire", "destroy"]);
    assert_eq!(
        estate.set(Which::Present).unwrap().keys,
        std::slice::from_ref(&old)
    );
    assert!(why(estate.set(Which::Dual)).contains("take one key alone"));
    assert_eq!(estate.codes(), ["readers-stopped"]);
    estate.crashes();
    estate.say("readers-stopped");
    estate.enters("activate");
    assert_eq!(
        estate.set(Which::Present).unwrap().keys,
        std::slice::from_ref(&new)
    );
    assert_eq!(
        estate.set(Which::Rollback).unwrap().keys,
        std::slice::from_ref(&old)
    );
    // The way back is a switch, too.
    estate.rollback().unwrap();
    assert_eq!(
        (estate.rotation().phase.as_str(), estate.state(&old)),
        ("stage", KeyState::Active)
    );
    estate.say("readers-stopped");
    estate.enters("activate");
    assert_eq!(estate.codes(), ["soak", "all-rewritten"]);
    estate.wait(SOAK);
    estate.say("all-rewritten");
    estate.enters("retire");
    estate.say("readers-dropped-old");
    estate.enters("destroy");
    assert!(estate.key(&old).is_none());
}

#[test]
fn the_same_key_is_not_rotated_twice_at_once() {
    let (estate, old, new) = begun("--text-key");
    for key in [&old, &new] {
        let refused = why(estate.start(KIND, &of(key)));
        assert!(
            refused.contains("has not ended; hint: nkeep rotate status"),
            "{key}: {refused}"
        );
    }
}

#[test]
fn keys_of_the_estate_and_keys_that_are_not_here_are_refused() {
    let (estate, old) = with_key("--text-key");
    let start = |matter: &Matter| why(estate.start(KIND, matter));
    let says = |matter: &Matter, says: &str| {
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
    let account = estate.stored("ACME").key.to_string();
    says(&of(&account), "is an account key");
    let listed = estate.json("list keys");
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
    let refused = why(estate.start_by(KIND, &of(&old), Some(KeySource::Seed(curve))));
    assert!(
        refused.contains("is a curve key, and what it replaces is 32 letters and digits"),
        "{refused}"
    );
    let same = estate.start_by(
        KIND,
        &of(&old),
        Some(KeySource::Public(old.parse().unwrap())),
    );
    assert!(why(same).contains("is the key that is to be replaced"));
}

#[test]
fn a_key_that_is_brought_is_kept_and_one_that_is_here_is_taken() {
    let (estate, old) = with_key("--text-key");
    let seed = Seed::generate_text_key().unwrap();
    let public = seed.public().to_string();
    let done = estate
        .start_by(KIND, &of(&old), Some(KeySource::Seed(seed)))
        .unwrap();
    assert_eq!(done.rotation.new, public);
    assert!(estate.key(&public).unwrap().sealed.is_some());

    let (estate, old) = with_key("--text-key");
    let other = estate.start(KIND, &of(&old)).unwrap().rotation.new;
    let gone = estate.file(Which::Present, "1.key");
    estate.say("every-reader-has-both");
    estate.enters("activate");
    estate.say("all-rewritten");
    estate.enters("retire");
    estate.say("readers-dropped-old");
    estate.enters("destroy");
    // What had its time comes back no more, whoever still has its seed.
    let seed = Seed::from_text_key(gone.as_bytes()).unwrap();
    let refused = why(estate.start_by(KIND, &of(&other), Some(KeySource::Seed(seed))));
    assert!(
        refused.contains(&format!("{old} is destroyed, and replaces nothing")),
        "{refused}"
    );
    let third = Seed::generate_text_key().unwrap();
    let public = third.public();
    estate
        .start_by(KIND, &of(&other), Some(KeySource::Seed(third)))
        .unwrap();
    estate.alarm().unwrap();
    let seen = estate.rotation();
    assert_eq!(
        (seen.phase.as_str(), seen.new),
        ("activate", public.to_string())
    );
}

#[test]
fn in_an_emergency_the_new_key_leads_and_what_the_old_one_opens_is_not_lost() {
    let (estate, old) = with_key("--text-key");
    estate.emergency(KIND, &of(&old)).unwrap();
    let rotation = estate.rotation();
    assert_eq!(rotation.phase, "activate");
    assert_eq!(
        estate.set(Which::Present).unwrap().keys,
        [rotation.new.clone(), old.clone()]
    );
    assert_eq!(estate.state(&old), KeyState::Compromised);
    assert!(why(estate.rollback()).contains("in other hands"));
    estate.say("all-rewritten");
    estate.enters("retire");
    // Once more, past where it leads: nothing is taken back, and nothing breaks.
    estate.alarm().unwrap();
    assert_eq!(estate.rotation().phase, "retire");
    estate.say("readers-dropped-old");
    estate.enters("destroy");
    assert!(estate.key(&old).is_none());
}
