//! The curve key of an auth callout is replaced: the service opens with both before servers seal to the new one, and the old one is
//! wiped when nobody has it any more.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::rotated::{Matter, Rotated, SOAK, why};
use nkeep::nkey::{Kind as KeyKind, Seed};
use nkeep::rotation::sets::Which;
use nkeep::rotation::{Kind, Outcome};
use nkeep::store::document::KeyState;
use nkeep::trust::{self, KeySource};

const KIND: Kind = Kind::CalloutCurveKey;

/// An estate whose account AUTH has a callout, and the curve key of that.
fn estate() -> (Rotated, String) {
    let estate = Rotated::of(common::estate()).with_named_servers();
    for line in [
        "add account AUTH",
        "add account PLAIN",
        "add user svc -a AUTH",
        "edit authcallout -a AUTH --auth-user svc --curve generate",
    ] {
        estate.run(line);
    }
    let old = xkey(&estate);
    (estate, old)
}

fn auth() -> Matter {
    Matter::of_account("AUTH")
}

fn xkey(estate: &Rotated) -> String {
    let claims = estate.account("AUTH");
    let key = claims["nats"]["authorization"]["xkey"].as_str();
    key.unwrap().to_owned()
}

/// Begun, and the new key.
fn begun() -> (Rotated, String, String) {
    let (estate, old) = estate();
    let new = estate.start(KIND, &auth()).unwrap().rotation.new;
    (estate, old, new)
}

fn to_soak(estate: &Rotated) {
    estate.say("service-opens-both");
    estate.enters("activate");
    estate.seen();
    estate.enters("soak");
}

fn to_retire(estate: &Rotated) {
    to_soak(estate);
    estate.wait(SOAK);
    estate.seen();
    estate.enters("retire");
}

#[test]
fn each_phase_waits_for_just_what_it_needs() {
    let (estate, old, new) = begun();
    assert!(new.starts_with('X') && new != old);
    // Servers know nothing of the new key yet.
    assert_eq!(xkey(&estate), old);
    assert_eq!(
        (estate.state(&old), estate.state(&new)),
        (KeyState::Active, KeyState::Published)
    );
    let auth = estate.stored("AUTH");
    assert_eq!(estate.key(&new).unwrap().owner, Some(auth.key));

    assert_eq!(estate.codes(), ["service-opens-both"]);
    estate.crashes();
    estate.say("service-opens-both");
    estate.enters("activate");
    let now = estate.stored("AUTH");
    assert_eq!(xkey(&estate), new);
    assert!(now.issued_at > auth.issued_at);
    assert_eq!(
        (estate.state(&old), estate.state(&new)),
        (KeyState::Retiring, KeyState::Active)
    );
    // It is still the account's, and can be gone back to.
    assert!(estate.key(&old).unwrap().owner == Some(auth.key));

    assert_eq!(estate.codes(), ["server-silent", "server-silent"]);
    estate.servers().only("one").seen();
    assert_eq!(estate.codes(), ["server-silent"]);
    estate.servers().only("two").with(&auth).seen();
    let missing = estate.missing();
    assert_eq!(missing.len(), 1);
    assert!(
        missing[0]
            .what
            .contains("server \"two\" has 1 account otherwise"),
        "{missing:?}"
    );
    estate.servers().only("two").seen();
    estate.crashes();
    estate.enters("soak");

    estate.seen();
    assert_eq!(estate.codes(), ["soak"]);
    estate.wait(SOAK);
    // What was seen an hour ago is no evidence.
    assert_eq!(estate.codes(), ["evidence-old", "evidence-old"]);
    estate.seen();
    estate.crashes();
    estate.enters("retire");
    assert_eq!(estate.state(&old), KeyState::Retired);

    assert_eq!(estate.codes(), ["service-dropped-old"]);
    assert!(estate.key(&old).unwrap().sealed.is_some());
    estate.say("service-dropped-old");
    estate.crashes();
    let done = estate.enters("destroy");
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert!(estate.key(&old).is_none());
    assert_eq!(
        (estate.state(&old), estate.state(&new)),
        (KeyState::Destroyed, KeyState::Active)
    );
    assert_eq!(xkey(&estate), new);
    assert!(estate.key(&new).unwrap().sealed.is_some());
    assert!(why(estate.rollback()).contains("is done"));
}

#[test]
fn there_is_a_way_back_from_every_phase_until_the_old_key_is_wiped() {
    let (estate, old, new) = begun();
    to_retire(&estate);
    let activated = estate.stored("AUTH").issued_at;
    estate.rollback().unwrap();
    assert_eq!(estate.rotation().phase, "soak");
    assert_eq!(estate.state(&old), KeyState::Retiring);
    // The service may have given the old key up by then.
    assert!(why(estate.rollback()).contains("opens with both keys"));
    estate.say("service-opens-both");
    estate.rollback().unwrap();
    assert_eq!(estate.rotation().phase, "stage");
    assert_eq!(xkey(&estate), old);
    assert!(estate.stored("AUTH").issued_at > activated);
    assert_eq!(
        (estate.state(&old), estate.state(&new)),
        (KeyState::Active, KeyState::Published)
    );
    // And on again, and back: whether the service has both is asked each time once it had gone so far.
    estate.say("service-opens-both");
    estate.enters("activate");
    estate.say("service-opens-both");
    estate.rollback().unwrap();
    assert_eq!(
        (estate.rotation().phase.as_str(), xkey(&estate)),
        ("stage", old.clone())
    );
    // Servers that have the new key still seal to it.
    assert!(why(estate.abort()).contains("nothing is known of server"));
    estate.seen();
    let done = estate.abort().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Aborted));
    assert!(estate.key(&new).is_none() && estate.key(&old).unwrap().sealed.is_some());
    assert_eq!(estate.state(&new), KeyState::Destroyed);
    // It can be begun again.
    estate.start(KIND, &auth()).unwrap();
}

#[test]
fn what_was_only_staged_is_aborted_and_nothing_is_left() {
    let (estate, old, new) = begun();
    let before = estate.stored("AUTH");
    assert!(why(estate.rollback()).contains("nkeep rotate abort"));
    estate.abort().unwrap();
    assert!(estate.key(&new).is_none());
    assert_eq!(estate.state(&old), KeyState::Active);
    assert_eq!(estate.stored("AUTH"), before);
}

#[test]
fn what_went_on_is_not_aborted_before_it_is_taken_back() {
    let (estate, _, new) = begun();
    to_soak(&estate);
    let why = why(estate.abort());
    assert!(
        why.contains("past its first phase") && why.contains("nkeep rotate rollback"),
        "{why}"
    );
    assert_eq!(xkey(&estate), new);
}

#[test]
fn the_same_key_is_not_rotated_twice_at_once() {
    let (estate, _, _) = begun();
    let refused = why(estate.start(KIND, &auth()));
    assert!(
        refused.contains("has not ended; hint: nkeep rotate status"),
        "{refused}"
    );
    // The new key is in its place now, and is not replaced before the old one is gone.
    to_soak(&estate);
    let refused = why(estate.start(KIND, &auth()));
    assert!(refused.contains("has not ended"), "{refused}");
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_overwritten() {
    let (estate, old, _) = begun();
    let other = Seed::generate(KeyKind::Curve).unwrap().public().to_string();
    let put = |text: &str| {
        let account = estate.stored("AUTH");
        estate.wait(1);
        estate
            .change(|changes, keyring| {
                let best = trust::KeyChoice::Best;
                trust::edit::account(changes, keyring, &account, &best, |_, claims| {
                    claims.body.authorization.xkey = text.to_owned();
                    Ok(())
                })?;
                Ok(())
            })
            .unwrap();
    };
    put(&other);
    let before = estate.rotation();
    estate.say("service-opens-both");
    estate.wait(1);
    let refused = why(estate.next());
    assert!(
        refused.contains(&format!("names {other}, and not {old}")),
        "{refused}"
    );
    assert!(
        refused.contains(&format!(
            "hint: nkeep edit authcallout -a AUTH --curve {old}"
        )),
        "{refused}"
    );
    assert_eq!(estate.rotation().phase, before.phase);
    put(&old);
    estate.enters("activate");
}

#[test]
fn a_key_of_another_kind_is_refused_and_one_of_ones_own_is_taken() {
    let (estate, old) = estate();
    let wrong = Seed::generate(KeyKind::Server).unwrap();
    let refused = why(estate.start_by(KIND, &auth(), Some(KeySource::Seed(wrong))));
    assert!(refused.contains("a curve key is wanted"), "{refused}");
    let same = estate.start_by(KIND, &auth(), Some(KeySource::Public(old.parse().unwrap())));
    assert!(why(same).contains("is the key that is to be replaced"));
    let seed = Seed::generate(KeyKind::Curve).unwrap();
    let public = seed.public().to_string();
    let done = estate
        .start_by(KIND, &auth(), Some(KeySource::Seed(seed)))
        .unwrap();
    assert_eq!(done.rotation.new, public);
}

#[test]
fn an_account_without_a_callout_has_nothing_to_rotate() {
    let (estate, old) = estate();
    let refused = why(estate.start(KIND, &Matter::of_account("PLAIN")));
    assert!(
        refused.contains("names no curve key; hint: nkeep edit authcallout -a PLAIN"),
        "{refused}"
    );
    let other = auth().key("XNONE");
    assert!(why(estate.start(KIND, &other)).contains(&old));
}

#[test]
fn in_an_emergency_servers_seal_to_the_new_key_at_once_and_nobody_goes_back() {
    for phases in 0..4 {
        let (estate, old) = estate();
        if phases == 0 {
            estate.emergency(KIND, &auth()).unwrap();
        } else {
            estate.start(KIND, &auth()).unwrap();
            match phases {
                1 => {}
                2 => to_soak(&estate),
                _ => to_retire(&estate),
            }
            estate.alarm().unwrap();
        }
        let rotation = estate.rotation();
        assert_eq!(rotation.phase, "retire");
        assert_eq!(xkey(&estate), rotation.new);
        assert_eq!(estate.state(&old), KeyState::Compromised);
        assert!(why(estate.rollback()).contains("in other hands"));
        estate.say("service-dropped-old");
        estate.enters("destroy");
        assert!(estate.key(&old).is_none());
    }
}

#[test]
fn the_service_gets_both_keys_for_as_long_as_requests_may_be_sealed_to_either() {
    let (estate, old, new) = begun();
    let keys = |which| -> Vec<String> {
        let set = estate.set(which).unwrap();
        for (place, key) in set.keys.iter().enumerate() {
            let text = estate.file(which, &format!("{}.seed", place + 1));
            assert_eq!(Seed::parse(&text).unwrap().public().to_string(), *key);
        }
        // And what is said of them beside them.
        assert_eq!(set.parts.len(), set.keys.len() + 1);
        set.keys
    };
    let both = [old.clone(), new.clone()];
    assert_eq!(keys(Which::Present), both);
    assert_eq!(keys(Which::Rollback), std::slice::from_ref(&old));
    assert_eq!(keys(Which::Final), std::slice::from_ref(&new));
    to_soak(&estate);
    assert_eq!(keys(Which::Present), [new.clone(), old.clone()]);
    assert_eq!(keys(Which::Rollback), both);
    estate.wait(SOAK);
    estate.seen();
    estate.enters("retire");
    assert_eq!(keys(Which::Present), std::slice::from_ref(&new));
    assert_eq!(keys(Which::Rollback), [new.clone(), old.clone()]);
    assert_eq!(keys(Which::Dual), [new.clone(), old.clone()]);
    estate.say("service-dropped-old");
    estate.enters("destroy");
    assert_eq!(keys(Which::Present), [new]);
    assert!(why(estate.set(Which::Rollback)).contains("there is no way back"));
    assert!(why(estate.set(Which::Dual)).contains(&format!("no seed of {old}")));
}
