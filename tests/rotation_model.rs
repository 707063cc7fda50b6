//! Whatever people do between the steps of a rotation, and in whatever order, nobody is locked out: servers that are started again
//! when it suits them, pushes that come early or late, evidence that lacks a server, steps taken back, changes in between, a second
//! rotation beside, and nkeep itself dying in the middle of a step. Servers are a model of what real ones were measured to do
//! (F1–F3); sequences with real ones are in `rotation_model_on_servers.rs`.
//!
//! `NKEEP_SEQUENCES` says how many sequences there are; what one is, is said at `sequences_of_estate`.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts what there was"
)]

use crate::common;
#[path = "common/model/mod.rs"]
pub mod model;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use model::chance::Chance;
use model::invariants::{
    broken, exactly_one_signer_is_active_in_each_role,
    nothing_is_published_that_its_verifier_does_not_trust,
    nothing_is_withdrawn_that_something_unexpired_depends_on, times_of_issue_only_rise,
    what_is_handed_out_is_one,
};
use model::people::{self, Plan};
use model::template::template;
use model::world::{Step, Tally, World};
use nkeep::jwt::claims::Operator;
use nkeep::rotation::Kind;
use nkeep::store::document::KeyState;
use nkeep::trust::{KeyChoice, claims, edit};

/// How many sequences there are: `./prove` goes through 10,000. The build without a network has no other engine, and
/// goes through fewer.
fn wanted() -> u64 {
    let wanted = std::env::var("NKEEP_SEQUENCES").ok();
    let otherwise = if cfg!(feature = "net") { 400 } else { 100 };
    wanted.map_or(otherwise, |text| text.parse().unwrap())
}

#[test]
fn in_whatever_order_things_are_done_and_wherever_nkeep_dies_nobody_is_locked_out() {
    let (wanted, next) = (wanted(), AtomicU64::new(0));
    let all = Mutex::new(Tally::default());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        let work = || {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                match model::sequences_of_estate(number, wanted) {
                    Ok(tally) if tally.sequences == 0 => return,
                    Ok(tally) => all.lock().unwrap().add(&tally),
                    Err(why) => panic!("{why}"),
                }
            }
        };
        for _ in 0..workers {
            scope.spawn(work);
        }
    });
    let tally = all.into_inner().unwrap();
    println!("{tally:?}");
    assert_eq!(tally.sequences as u64, wanted);
    // What never gets anywhere breaks nothing, either.
    let each = |count: usize| count * 100 / tally.sequences;
    assert!(each(tally.begun) >= 80, "{tally:?}");
    assert!(each(tally.steps) >= 200, "{tally:?}");
    assert!(
        each(tally.done) >= 10 && each(tally.aborted) >= 10,
        "{tally:?}"
    );
    assert!(each(tally.held) >= 20, "{tally:?}");
    assert!(each(tally.crashes) >= 40, "{tally:?}");
}

#[test]
fn one_rotation_after_the_other_in_one_estate_locks_nobody_out() {
    for (kind, role) in [
        (Kind::OperatorSigningKey, "operator"),
        (Kind::OperatorIdentity, "identity"),
        (Kind::AccountSigningKey, "ORDERS/plain"),
        (Kind::UserKey, "ORDERS/clerk"),
    ] {
        let mut chance = Chance(7);
        let mut world = World::of(template(), people::terms(&mut chance));
        let plan = Plan::again_and_again(kind, role, 250);
        model::walk(&mut world, &mut chance, plan).unwrap();
        assert!(world.tally.done > 2, "{kind}: {:?}", world.tally);
    }
}

#[test]
fn whoever_insists_locks_somebody_out() {
    for (kind, role) in [
        (Kind::OperatorSigningKey, "operator"),
        (Kind::OperatorIdentity, "identity"),
        (Kind::AccountSigningKey, "ORDERS/reader"),
        (Kind::UserKey, "SHOP/svc"),
        (Kind::SystemUser, "SYS/sys"),
        (Kind::CalloutCurveKey, "callout"),
        (Kind::KeySet, "set"),
    ] {
        let mut chance = Chance(7);
        let mut world = World::of(template(), people::terms(&mut chance));
        world.insists = true;
        let plan = Plan::again_and_again(kind, role, 300);
        assert!(
            model::walk(&mut world, &mut chance, plan).is_err(),
            "{kind}"
        );
    }
}

/// A world in which a rotation was begun, and steps are taken whatever is missing.
fn insisting(kind: Kind, role: &'static str) -> World {
    let mut world = World::of(template(), people::terms(&mut Chance(7)));
    world.insists = true;
    world.start(kind, role, None);
    assert_eq!(broken(&world), None, "{kind}");
    world
}

fn next(world: &mut World) {
    world.now += 10;
    let id = world.open()[0].id.clone();
    world.step(&id, Step::Next, None);
}

fn push(world: &mut World) {
    (0..2).for_each(|server| world.push(server));
}

/// What is not so, in words that begin and end so.
fn says(what: Option<String>, words: &str) {
    let what = what.unwrap_or_default();
    assert!(what.contains(words), "{what:?} says nothing of {words:?}");
}

#[test]
fn a_second_active_signer_is_seen() {
    let mut world = insisting(Kind::OperatorSigningKey, "operator");
    let [old, new] = [&world.open()[0].old, &world.open()[0].new].map(|key| key.parse().unwrap());
    let mut put = |key, state| {
        let changed = world.change(None, |changes, _| Ok(changes.put_key_state(key, state)?));
        changed.unwrap();
        exactly_one_signer_is_active_in_each_role(&world)
    };
    says(put(&new, KeyState::Active), "2 keys of operator are active");
    // The right number, and the wrong one.
    says(put(&old, KeyState::Retiring), "is by another");
    says(
        put(&new, KeyState::Published),
        "0 keys of operator are active",
    );
}

#[test]
fn a_token_that_goes_back_in_time_is_seen() {
    let mut world = insisting(Kind::UserKey, "ORDERS/amy");
    let before = world.seen.account("ORDERS").clone();
    world.edit_account(1, None);
    let after = world.seen.accounts[1].clone();
    let before = if before.key == after.key {
        before
    } else {
        world.seen.account("ORDERS").clone()
    };
    assert_eq!(times_of_issue_only_rise(&world), None);
    let changed = world.change(None, |changes, _| Ok(changes.put_entity(&before)?));
    changed.unwrap();
    says(times_of_issue_only_rise(&world), " after ");
}

#[test]
fn an_account_that_no_operator_stands_for_is_seen() {
    let mut world = insisting(Kind::UserKey, "ORDERS/amy");
    let operator = world.seen.operators[0].clone();
    assert_eq!(
        claims::<Operator>(&operator)
            .unwrap()
            .claims()
            .body
            .signing_keys
            .len(),
        1
    );
    let changed = world.change(None, |changes, keyring| {
        edit::operator(
            changes,
            keyring,
            &operator,
            &KeyChoice::Best,
            |_, claims| {
                claims.body.signing_keys.clear();
                claims.body.strict_signing_key_usage = true;
                Ok(())
            },
        )?;
        Ok(())
    });
    changed.unwrap();
    says(
        what_is_handed_out_is_one(&world),
        "no operator stands for account",
    );
}

#[test]
fn what_is_published_too_early_is_seen() {
    let seen = nothing_is_published_that_its_verifier_does_not_trust;
    for (kind, role) in [
        (Kind::OperatorSigningKey, "operator"),
        (Kind::OperatorIdentity, "identity"),
    ] {
        let mut world = insisting(kind, role);
        next(&mut world);
        assert_eq!(seen(&world), None);
        push(&mut world);
        says(seen(&world), "and does not trust it");
    }
    let mut world = insisting(Kind::AccountSigningKey, "ORDERS/plain");
    next(&mut world);
    says(seen(&world), "would not take the creds of clerk");
    // An import by a key that the exporter has not got there.
    let importer: Vec<_> = (world.seen.accounts.iter())
        .filter(|one| one.name.as_str() == "SHOP")
        .cloned()
        .collect();
    world.servers[0].given(&importer);
    says(world.servers[0].doubts(world.now), "by nobody's leave");
    let mut world = insisting(Kind::CalloutCurveKey, "callout");
    next(&mut world);
    push(&mut world);
    says(seen(&world), "which not every service opens with");
    let mut world = insisting(Kind::OidcKeys, "issuer");
    next(&mut world);
    world.switch_issuer();
    says(
        seen(&world),
        "the issuer signs by a key that a service has not pinned",
    );
    let mut world = insisting(Kind::KeySet, "set");
    next(&mut world);
    world.give_set(Kind::KeySet, 0);
    says(seen(&world), "which another has not");
}

#[test]
fn what_is_withdrawn_too_early_is_seen() {
    let seen = nothing_is_withdrawn_that_something_unexpired_depends_on;
    let mut world = insisting(Kind::OperatorSigningKey, "operator");
    (0..3).for_each(|_| next(&mut world));
    (0..2).for_each(|server| world.restart(server, true));
    says(seen(&world), "it does not go by the account");
    for (kind, role, steps, who) in [
        (Kind::AccountSigningKey, "ORDERS/reader", 3, "amy"),
        (Kind::UserKey, "ORDERS/clerk", 2, "clerk"),
        (Kind::SystemUser, "SYS/sys", 2, "sys"),
    ] {
        let mut world = insisting(kind, role);
        (0..steps).for_each(|_| next(&mut world));
        assert_eq!(seen(&world), None);
        push(&mut world);
        says(seen(&world), &format!("turns {who} away"));
    }
    let mut world = insisting(Kind::OidcKeys, "issuer");
    (0..3).for_each(|_| next(&mut world));
    world.issuer.give(world.now);
    world.give_set(Kind::OidcKeys, 0);
    says(seen(&world), "a token of old lives");
    let mut world = insisting(Kind::KeySet, "set");
    world.key_set.write(&mut Chance(1));
    (0..2).for_each(|_| next(&mut world));
    world.give_set(Kind::KeySet, 0);
    says(seen(&world), "which a reader has no longer");
    // Of a key that can be gone back to, the seed is there.
    let mut world = insisting(Kind::UserKey, "ORDERS/amy");
    let old = world.open()[0].old.parse().unwrap();
    let changed = world.change(None, |changes, _| {
        Ok(changes.put_key_state(&old, KeyState::Destroyed)?)
    });
    changed.unwrap();
    says(seen(&world), "and its seed is gone");
}

#[test]
fn who_is_let_in_again_is_signed_by_the_key_that_signs_by_then() {
    let mut world = insisting(Kind::UserKey, "ORDERS/amy");
    let user = world.open()[0].clone();
    (0..2).for_each(|_| next(&mut world));
    // Who is revoked is not signed anew.
    world.start(Kind::AccountSigningKey, "ORDERS/reader", None);
    let key = world
        .open()
        .into_iter()
        .find(|one| one.id != user.id)
        .unwrap();
    world.step(&key.id, Step::Next, None);
    let is_signed = |world: &World| {
        let users = world.seen.users.iter();
        let old = users.filter(|one| one.key.to_string() == user.old);
        old.map(|one| model::tokens::said(&one.token).issuer.clone())
            .next()
    };
    assert_eq!(is_signed(&world), Some(key.old.clone()));
    world.now += 10;
    world.step(&user.id, Step::Rollback, None);
    assert_eq!(is_signed(&world), Some(key.new));
    assert_eq!(exactly_one_signer_is_active_in_each_role(&world), None);
}
