//! The curve key of an auth callout is replaced: the service opens with both before servers seal to the new one, and the old one is
//! wiped when nobody has it any more.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::turns::{Matter, SOAK, Turns, why};
use nkeep::nkey::{Kind as KeyKind, Seed};
use nkeep::rotation::sets::Which;
use nkeep::rotation::{Kind, Outcome};
use nkeep::store::document::KeyState;
use nkeep::trust::KeySource;

const KIND: Kind = Kind::CalloutCurveKey;

/// An estate whose account AUTH has a callout, and the curve key of that.
fn estate() -> (Turns, String) {
    let home = common::estate();
    for args in [
        &["add", "account", "AUTH"][..],
        &["add", "account", "PLAIN"],
        &["add", "user", "svc", "-a", "AUTH"],
        &[
            "edit",
            "authcallout",
            "-a",
            "AUTH",
            "--auth-user",
            "svc",
            "--curve",
            "generate",
        ],
    ] {
        common::at_home(home.path(), args);
    }
    let turns = Turns::of(home);
    let old = xkey(&turns);
    (turns, old)
}

fn auth() -> Matter<'static> {
    Matter {
        account: Some("AUTH"),
        ..Matter::default()
    }
}

fn xkey(turns: &Turns) -> String {
    turns.claims("AUTH").body.authorization.xkey
}

/// Begun, and the new key.
fn begun() -> (Turns, String, String) {
    let (turns, old) = estate();
    let new = turns.start(KIND, &auth(), None).unwrap().rotation.new;
    (turns, old, new)
}

fn to_soak(turns: &Turns) {
    turns.says("service-opens-both");
    turns.next("activate");
    turns.shown(&["n1", "n2"], None);
    turns.next("soak");
}

fn to_retire(turns: &Turns) {
    to_soak(turns);
    turns.wait(SOAK);
    turns.shown(&["n1", "n2"], None);
    turns.next("retire");
}

#[test]
fn each_phase_waits_for_just_what_it_needs() {
    let (turns, old, new) = begun();
    assert!(new.starts_with('X') && new != old);
    // Servers know nothing of the new key yet.
    assert_eq!(xkey(&turns), old);
    assert_eq!(
        (turns.state(&old), turns.state(&new)),
        (KeyState::Active, KeyState::Published)
    );
    let auth = turns.account("AUTH");
    assert_eq!(turns.key(&new).unwrap().owner, Some(auth.key));

    assert_eq!(turns.codes(), ["service-opens-both"]);
    turns.crashes();
    turns.says("service-opens-both");
    turns.next("activate");
    let now = turns.account("AUTH");
    assert_eq!(xkey(&turns), new);
    assert!(now.issued_at > auth.issued_at);
    assert_eq!(
        (turns.state(&old), turns.state(&new)),
        (KeyState::Retiring, KeyState::Active)
    );
    // It is still the account's, and can be gone back to.
    assert!(turns.key(&old).unwrap().owner == Some(auth.key));

    assert_eq!(turns.codes(), ["server-silent", "server-silent"]);
    turns.shown(&["n1"], None);
    assert_eq!(turns.codes(), ["server-silent"]);
    turns.shown(&["n2"], Some(&[&auth]));
    let lacks = turns.lacks();
    assert_eq!(lacks.len(), 1);
    assert!(
        lacks[0]
            .what
            .contains("server \"n2\" has 1 account otherwise"),
        "{lacks:?}"
    );
    turns.shown(&["n2"], None);
    turns.crashes();
    turns.next("soak");

    turns.shown(&["n1", "n2"], None);
    assert_eq!(turns.codes(), ["soak"]);
    turns.wait(SOAK);
    // What was seen an hour ago is no evidence.
    assert_eq!(turns.codes(), ["evidence-old", "evidence-old"]);
    turns.shown(&["n1", "n2"], None);
    turns.crashes();
    turns.next("retire");
    assert_eq!(turns.state(&old), KeyState::Retired);

    assert_eq!(turns.codes(), ["service-dropped-old"]);
    assert!(turns.key(&old).unwrap().sealed.is_some());
    turns.says("service-dropped-old");
    turns.crashes();
    let done = turns.next("destroy");
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert!(turns.key(&old).is_none());
    assert_eq!(
        (turns.state(&old), turns.state(&new)),
        (KeyState::Destroyed, KeyState::Active)
    );
    assert_eq!(xkey(&turns), new);
    assert!(turns.key(&new).unwrap().sealed.is_some());
    assert!(why(turns.back()).contains("is done"));
}

#[test]
fn there_is_a_way_back_from_every_phase_until_the_old_key_is_wiped() {
    let (turns, old, new) = begun();
    to_retire(&turns);
    let activated = turns.account("AUTH").issued_at;
    turns.back().unwrap();
    assert_eq!(turns.rotation().phase, "soak");
    assert_eq!(turns.state(&old), KeyState::Retiring);
    // The service may have given the old key up by then.
    assert!(why(turns.back()).contains("opens with both keys"));
    turns.says("service-opens-both");
    turns.back().unwrap();
    assert_eq!(turns.rotation().phase, "stage");
    assert_eq!(xkey(&turns), old);
    assert!(turns.account("AUTH").issued_at > activated);
    assert_eq!(
        (turns.state(&old), turns.state(&new)),
        (KeyState::Active, KeyState::Published)
    );
    // And on again, and back: whether the service has both is asked each time once it had gone so far.
    turns.says("service-opens-both");
    turns.next("activate");
    turns.says("service-opens-both");
    turns.back().unwrap();
    assert_eq!(
        (turns.rotation().phase.as_str(), xkey(&turns)),
        ("stage", old.clone())
    );
    // Servers that have the new key still seal to it.
    assert!(why(turns.abort()).contains("nothing is known of server"));
    turns.shown(&["n1", "n2"], None);
    let done = turns.abort().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Aborted));
    assert!(turns.key(&new).is_none() && turns.key(&old).unwrap().sealed.is_some());
    assert_eq!(turns.state(&new), KeyState::Destroyed);
    // It can be begun again.
    turns.start(KIND, &auth(), None).unwrap();
}

#[test]
fn what_was_only_staged_is_aborted_and_nothing_is_left() {
    let (turns, old, new) = begun();
    let before = turns.account("AUTH");
    assert!(why(turns.back()).contains("nkeep rotate abort"));
    turns.abort().unwrap();
    assert!(turns.key(&new).is_none());
    assert_eq!(turns.state(&old), KeyState::Active);
    assert_eq!(turns.account("AUTH"), before);
}

#[test]
fn what_went_on_is_not_aborted_before_it_is_taken_back() {
    let (turns, _, new) = begun();
    to_soak(&turns);
    let why = why(turns.abort());
    assert!(
        why.contains("past its first phase") && why.contains("nkeep rotate rollback"),
        "{why}"
    );
    assert_eq!(xkey(&turns), new);
}

#[test]
fn the_same_key_is_not_rotated_twice_at_once() {
    let (turns, _, _) = begun();
    let refused = why(turns.start(KIND, &auth(), None));
    assert!(
        refused.contains("has not ended; hint: nkeep rotate status"),
        "{refused}"
    );
    // The new key is in its place now, and is not replaced before the old one is gone.
    to_soak(&turns);
    let refused = why(turns.start(KIND, &auth(), None));
    assert!(refused.contains("has not ended"), "{refused}");
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_overwritten() {
    let (turns, old, _) = begun();
    let other = Seed::generate(KeyKind::Curve).unwrap().public().to_string();
    let put = |text: &str| {
        let account = turns.account("AUTH");
        turns.wait(1);
        turns
            .change(|changes| {
                let keys: Vec<nkeep::store::age::Identity> = vec![
                    std::fs::read_to_string(turns.home.path().join("identity.txt"))
                        .unwrap()
                        .lines()
                        .last()
                        .unwrap()
                        .parse()
                        .unwrap(),
                ];
                let choice = nkeep::trust::KeyChoice::Best;
                nkeep::trust::edit::account(changes, &keys, &account, &choice, |_, claims| {
                    claims.body.authorization.xkey = text.to_owned();
                    Ok(())
                })?;
                Ok(())
            })
            .unwrap();
    };
    put(&other);
    let before = turns.rotation();
    turns.says("service-opens-both");
    turns.wait(1);
    let refused = why(turns.change(|changes| {
        let hand = nkeep::rotation::engine::Hand::default();
        let keys: Vec<nkeep::store::age::Identity> = Vec::new();
        nkeep::rotation::engine::next(changes, &keys, turns.rotation(), &hand)
    }));
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
    assert_eq!(turns.rotation().phase, before.phase);
    put(&old);
    turns.next("activate");
}

#[test]
fn a_key_of_another_kind_is_refused_and_one_of_ones_own_is_taken() {
    let (turns, old) = estate();
    let wrong = Seed::generate(KeyKind::Server).unwrap();
    let refused = why(turns.start(KIND, &auth(), Some(KeySource::Seed(wrong))));
    assert!(refused.contains("a curve key is wanted"), "{refused}");
    let same = turns.start(KIND, &auth(), Some(KeySource::Public(old.parse().unwrap())));
    assert!(why(same).contains("is the key that is to be replaced"));
    let seed = Seed::generate(KeyKind::Curve).unwrap();
    let public = seed.public().to_string();
    let done = turns
        .start(KIND, &auth(), Some(KeySource::Seed(seed)))
        .unwrap();
    assert_eq!(done.rotation.new, public);
}

#[test]
fn an_account_without_a_callout_has_nothing_to_rotate() {
    let (turns, old) = estate();
    let plain = Matter {
        account: Some("PLAIN"),
        ..Matter::default()
    };
    let refused = why(turns.start(KIND, &plain, None));
    assert!(
        refused.contains("names no curve key; hint: nkeep edit authcallout -a PLAIN"),
        "{refused}"
    );
    let other = Matter {
        key: Some("XNONE".to_owned()),
        ..auth()
    };
    assert!(why(turns.start(KIND, &other, None)).contains(&old));
}

#[test]
fn in_an_emergency_servers_seal_to_the_new_key_at_once_and_nobody_goes_back() {
    for phases in 0..4 {
        let (turns, old) = estate();
        if phases == 0 {
            turns.alarm(KIND, &auth()).unwrap();
        } else {
            turns.start(KIND, &auth(), None).unwrap();
            match phases {
                1 => {}
                2 => to_soak(&turns),
                _ => to_retire(&turns),
            }
            turns.emergency().unwrap();
        }
        let rotation = turns.rotation();
        assert_eq!(rotation.phase, "retire");
        assert_eq!(xkey(&turns), rotation.new);
        assert_eq!(turns.state(&old), KeyState::Compromised);
        assert!(why(turns.back()).contains("in other hands"));
        turns.says("service-dropped-old");
        turns.next("destroy");
        assert!(turns.key(&old).is_none());
    }
}

#[test]
fn the_service_gets_both_keys_for_as_long_as_requests_may_be_sealed_to_either() {
    let (turns, old, new) = begun();
    let keys = |which| -> Vec<String> {
        let set = turns.set(which).unwrap();
        for (place, key) in set.keys.iter().enumerate() {
            let text = turns.file(which, &format!("{}.seed", place + 1));
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
    to_soak(&turns);
    assert_eq!(keys(Which::Present), [new.clone(), old.clone()]);
    assert_eq!(keys(Which::Rollback), both);
    turns.wait(SOAK);
    turns.shown(&["n1", "n2"], None);
    turns.next("retire");
    assert_eq!(keys(Which::Present), std::slice::from_ref(&new));
    assert_eq!(keys(Which::Rollback), [new.clone(), old.clone()]);
    assert_eq!(keys(Which::Dual), [new.clone(), old.clone()]);
    turns.says("service-dropped-old");
    turns.next("destroy");
    assert_eq!(keys(Which::Present), [new]);
    assert!(why(turns.set(Which::Rollback)).contains("there is no way back"));
    assert!(why(turns.set(Which::Dual)).contains(&format!("no seed of {old}")));
}
