//! The key of a user: another user beside takes its name, and the old one is revoked when nobody connects as it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::rotated::{BEGIN, Matter, Rotated, SOAK, why};
use nkeep::rotation::{Kind, Outcome};
use nkeep::store::document::KeyState;
use serde_json::Value;

const KIND: Kind = Kind::UserKey;

/// ACME has alice, who may do something of her own.
fn estate() -> Rotated {
    let estate = Rotated::of(common::estate());
    estate.run(
        "add user alice -a ACME --allow-pub orders.> --tag team:a --expiry 2027-06-01 --source-network 10.0.0.0/8",
    );
    estate
}

fn started() -> (Rotated, String, String) {
    let estate = estate();
    let done = estate
        .start(KIND, &Matter::of_user("ACME", "alice"))
        .unwrap();
    (estate, done.rotation.old, done.rotation.new)
}

fn names(estate: &Rotated) -> Vec<String> {
    let users = estate.json("list users -a ACME");
    let users = users["users"].as_array().unwrap();
    users
        .iter()
        .map(|user| user["name"].as_str().unwrap().to_owned())
        .collect()
}

fn key(estate: &Rotated, name: &str) -> String {
    let claims = estate.user("ACME", name);
    claims["sub"].as_str().unwrap().to_owned()
}

fn revoked(estate: &Rotated, key: &str) -> Option<i64> {
    estate.account("ACME")["nats"]["revocations"][key].as_i64()
}

/// Without what tells one token from another.
fn terms(claims: &Value) -> Value {
    let mut claims = claims.clone();
    let fields = claims.as_object_mut().unwrap();
    for field in ["iat", "jti", "sub", "name", "status"] {
        fields.remove(field);
    }
    claims
}

#[test]
fn another_user_that_may_do_the_same_is_made_beside() {
    let (estate, old, new) = started();
    assert_eq!(names(&estate), ["ACME", "alice", "alice-next"]);
    let (was, beside) = (
        estate.user("ACME", "alice"),
        estate.user("ACME", "alice-next"),
    );
    assert_eq!(terms(&was), terms(&beside));
    assert_eq!(was["nats"]["pub"]["allow"][0], "orders.>");
    assert!(was["exp"].as_i64().unwrap() > BEGIN);
    assert_eq!(
        (&was["sub"], &beside["sub"]),
        (&old.clone().into(), &new.clone().into())
    );
    assert_eq!(estate.state(&new), KeyState::Published);
    // Its creds can be had.
    let creds = estate.run("generate creds -a ACME -n alice-next");
    assert!(creds.contains("BEGIN NATS USER JWT"));
    assert!(
        estate.rotation().left_to_people()[0]
            .contains("nkeep generate creds -a ACME -n alice-next")
    );
    estate.is_whole();
}

#[test]
fn a_user_of_a_scoped_key_gets_no_limits_of_its_own() {
    let estate = estate();
    estate.run(
        "edit signing-key --sk generate --role reader -a ACME --allow-sub {{subject()}}.{{name()}}",
    );
    estate.run("add user amy -a ACME -K reader");
    let done = estate.start(KIND, &Matter::of_user("ACME", "amy")).unwrap();
    let said = done.warnings.join("\n");
    assert!(
        said.contains("until activate, the new user is called otherwise"),
        "{said}"
    );
    assert!(said.contains("what its own key may"), "{said}");
    assert_eq!(
        terms(&estate.user("ACME", "amy")),
        terms(&estate.user("ACME", "amy-next"))
    );
}

#[test]
fn it_takes_the_name_when_every_server_has_the_account() {
    let (estate, old, new) = started();
    assert_eq!(estate.codes(), ["server-silent"]);
    estate.servers().behind("ACME").seen();
    assert_eq!(estate.codes(), ["server-behind"]);
    estate.seen();
    estate.crashes();
    let was = estate.user("ACME", "alice");
    estate.wait(1);
    estate.next().unwrap();
    assert_eq!(names(&estate), ["ACME", "alice", "alice-before"]);
    assert_eq!(key(&estate, "alice"), new);
    assert_eq!(key(&estate, "alice-before"), old);
    assert_eq!(terms(&was), terms(&estate.user("ACME", "alice")));
    assert_eq!(estate.state(&new), KeyState::Active);
    assert_eq!(estate.state(&old), KeyState::Retiring);
    // Nothing is revoked: both are let in.
    assert_eq!(revoked(&estate, &old), None);
    estate.is_whole();
}

#[test]
fn the_old_one_is_revoked_when_nobody_connects_as_it() {
    let (estate, old, new) = started();
    estate.to("activate");
    assert_eq!(estate.codes(), ["server-silent"]);
    estate.wait(1);
    estate
        .servers()
        .connected(&old, "A")
        .connected(&new, "A")
        .soaked();
    assert_eq!(estate.codes(), ["server-behind"]);
    estate.servers().connected(&new, "A").seen();
    estate.wait(SOAK - 1);
    estate.servers().connected(&new, "A").seen();
    assert_eq!(estate.codes(), ["quiet"]);
    estate.wait(1);
    estate.servers().connected(&new, "A").seen();
    assert!(estate.codes().is_empty(), "{:?}", estate.missing());
    estate.next().unwrap();
    let newest = estate.user("ACME", "alice-before")["iat"].as_i64().unwrap();
    assert!(revoked(&estate, &old).unwrap() >= newest.max(estate.now()));
    assert_eq!(revoked(&estate, &new), None);
    assert_eq!(estate.state(&old), KeyState::Withdrawn);
    assert!(estate.has_seed(&old));
    // It is removed when servers have that.
    estate.servers().behind("ACME").seen();
    assert_eq!(estate.codes(), ["server-behind"]);
    estate.seen();
    let done = estate.next().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert_eq!(names(&estate), ["ACME", "alice"]);
    assert!(!estate.has_seed(&old));
    assert_eq!(estate.state(&old), KeyState::Destroyed);
    assert!(revoked(&estate, &old).is_some());
    estate.is_whole();
}

/// A token that was signed by a clock that was ahead is revoked, too.
#[test]
fn the_revocation_reaches_to_the_newest_token() {
    let estate = estate();
    estate.wait(250);
    estate.run("edit user alice -a ACME --tag later");
    estate.wait(-250);
    estate
        .start(KIND, &Matter::of_user("ACME", "alice"))
        .unwrap();
    estate.force();
    estate.force();
    let old = estate.rotation().old;
    let newest = estate.user("ACME", "alice-before")["iat"].as_i64().unwrap();
    assert!(newest > estate.now());
    assert_eq!(revoked(&estate, &old), Some(newest));
}

#[test]
fn what_has_expired_needs_no_evidence() {
    let (estate, old, _) = started();
    estate.to("activate");
    estate.wait(1_811_808_000 + 86_400 - estate.now());
    estate.servers().connected(&old, "A").seen();
    assert!(estate.codes().is_empty(), "{:?}", estate.missing());
}

#[test]
fn every_phase_can_be_taken_back() {
    let (estate, old, new) = started();
    estate.to("retire");
    estate.wait(1);
    let done = estate.rollback().unwrap();
    assert_eq!(done.rotation.phase, "activate");
    assert_eq!(revoked(&estate, &old), None);
    // Nobody passes a callout that there is none of: it would be asked about everybody else.
    let callout = &estate.account("ACME")["nats"]["authorization"]["auth_users"];
    assert_eq!(*callout, Value::Null);
    assert_eq!(estate.state(&old), KeyState::Retiring);
    // Servers have to let it in again before it has the name.
    assert!(estate.rollback().is_err());
    estate.seen();
    let done = estate.rollback().unwrap();
    assert_eq!(done.rotation.phase, "stage");
    assert_eq!(names(&estate), ["ACME", "alice", "alice-next"]);
    assert_eq!(key(&estate, "alice"), old);
    assert_eq!(estate.state(&old), KeyState::Active);
    estate.wait(1);
    estate.servers().connected(&new, "A").soaked();
    assert!(estate.abort().is_err());
    estate.servers().connected(&old, "A").soaked();
    let done = estate.abort().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Aborted));
    assert_eq!(names(&estate), ["ACME", "alice"]);
    assert_eq!(key(&estate, "alice"), old);
    assert!(!estate.has_seed(&new));
    // Its creds may be out.
    assert!(revoked(&estate, &new).is_some());
    assert_eq!(revoked(&estate, &old), None);
    estate.is_whole();
}

#[test]
fn an_earlier_revocation_is_what_is_left_of_one_that_is_taken_back() {
    let estate = estate();
    estate.run("revocations add-user alice -a ACME --at 2020-01-01T00:00:00Z");
    estate
        .start(KIND, &Matter::of_user("ACME", "alice"))
        .unwrap();
    let old = estate.rotation().old;
    let before = revoked(&estate, &old);
    assert!(before.is_some());
    estate.to("retire");
    assert!(revoked(&estate, &old) > before);
    estate.rollback().unwrap();
    assert_eq!(revoked(&estate, &old), before);
}

#[test]
fn names_that_are_taken_are_left_to_those_who_have_them() {
    let estate = estate();
    estate.run("add user alice-next -a ACME");
    estate.run("add user ALICE-before -a ACME");
    estate
        .start(KIND, &Matter::of_user("ACME", "alice"))
        .unwrap();
    assert!(names(&estate).contains(&"alice-next-2".to_owned()));
    estate.to("activate");
    assert!(names(&estate).contains(&"alice-before-2".to_owned()));
    estate.to("destroy");
    assert_eq!(
        names(&estate),
        ["ACME", "alice", "ALICE-before", "alice-next"]
    );
}

/// Whom an auth callout is not asked about, it is not asked about under another key either.
#[test]
fn a_user_that_passes_the_callout_passes_it_still() {
    let estate = estate();
    estate.run("edit authcallout -a ACME --auth-user alice --allowed-account *");
    let users = |estate: &Rotated| {
        let users = estate.account("ACME")["nats"]["authorization"]["auth_users"].clone();
        let users = users.as_array().unwrap().iter();
        let users: Vec<String> = users
            .map(|user| user.as_str().unwrap().to_owned())
            .collect();
        users
    };
    estate
        .start(KIND, &Matter::of_user("ACME", "alice"))
        .unwrap();
    let (old, new) = (estate.rotation().old, estate.rotation().new);
    assert_eq!(users(&estate), [&*old, &*new]);
    estate.to("retire");
    assert_eq!(users(&estate), [&*new]);
    estate.rollback().unwrap();
    assert_eq!(users(&estate), [&*new, &*old]);
    estate.wait(1);
    estate.seen();
    estate.rollback().unwrap();
    estate.wait(1);
    estate.servers().soaked();
    estate.abort().unwrap();
    assert_eq!(users(&estate), [&*old]);
    estate.is_whole();
}

#[test]
fn who_is_revoked_or_has_expired_is_refused() {
    let estate = estate();
    estate.run("add user carl -a ACME");
    estate.run("revocations add-user carl -a ACME");
    let refused = why(estate.start(KIND, &Matter::of_user("ACME", "carl")));
    assert!(refused.contains("is revoked"), "{refused}");
    estate.wait(1_811_808_000 + 86_400 - estate.now());
    let refused = why(estate.start(KIND, &Matter::of_user("ACME", "alice")));
    assert!(refused.contains("has expired"), "{refused}");
}

#[test]
fn who_is_revoked_meanwhile_is_not_let_in_by_a_name() {
    let (estate, old, _) = started();
    estate.run("revocations add-user alice -a ACME");
    estate.seen();
    let refused = why(estate.next());
    assert!(refused.contains("is revoked"), "{refused}");
    assert_eq!(key(&estate, "alice"), old);
    estate.abort().unwrap();
}

#[test]
fn two_rotations_of_one_user_are_refused() {
    let (estate, _, _) = started();
    for user in ["alice", "alice-next"] {
        let refused = why(estate.start(KIND, &Matter::of_user("ACME", user)));
        assert!(refused.contains("has not ended"), "{refused}");
    }
}

#[test]
fn a_key_in_other_hands_is_revoked_at_once() {
    let estate = estate();
    let old = key(&estate, "alice");
    estate
        .emergency(KIND, &Matter::of_user("ACME", "alice"))
        .unwrap();
    assert!(revoked(&estate, &old).is_some());
    assert_ne!(key(&estate, "alice"), old);
    assert_eq!(estate.state(&old), KeyState::Compromised);
    assert!(estate.rollback().is_err());
    estate.is_whole();
}

/// One of the system account is rotated by the same phases, and there is more to know of it.
#[test]
fn a_user_of_the_system_account_goes_the_same_way() {
    let estate = estate();
    estate.run("add user pusher -a SYS");
    let refused = why(estate.start(KIND, &Matter::of_user("SYS", "pusher")));
    assert!(refused.contains("of the system account"), "{refused}");
    let refused = why(estate.start(Kind::SystemUser, &Matter::of_user("ACME", "alice")));
    assert!(refused.contains("is not the system account"), "{refused}");
    estate
        .start(Kind::SystemUser, &Matter::of_user("SYS", "pusher"))
        .unwrap();
    let plan = estate.run("rotate plan system-user -n sys");
    assert!(plan.contains("collects evidence"), "{plan}");
    let new = estate.rotation().new;
    estate.to("destroy");
    assert_eq!(estate.user("SYS", "pusher")["sub"], new.as_str());
    estate.is_whole();
}

/// Who revokes or deletes the old one, after it was withdrawn, means it.
#[test]
fn what_others_revoked_is_not_taken_back() {
    for line in [
        "delete user -a ACME alice-before --force",
        "revocations add-user -a ACME alice-before",
    ] {
        let (estate, old, _) = started();
        estate.to("retire");
        let by_retire = revoked(&estate, &old);
        estate.wait(60);
        estate.run(line);
        let before = revoked(&estate, &old);
        assert!(before >= by_retire, "{line}");
        let done = estate.rollback().unwrap();
        assert_eq!(done.rotation.phase, "activate");
        assert_eq!(revoked(&estate, &old), before, "{line}");
        let told = done.told.join("\n");
        assert!(told.contains("stays revoked"), "{told}");
        assert!(!told.contains("holds again"), "{told}");
        estate.is_whole();
        // It goes on from there.
        estate.to("destroy");
        assert!(revoked(&estate, &old) >= before, "{line}");
    }
}

#[test]
fn a_revocation_that_others_took_back_is_not_set_again() {
    let estate = estate();
    estate.run("revocations add-user alice -a ACME --at 2020-01-01T00:00:00Z");
    estate
        .start(KIND, &Matter::of_user("ACME", "alice"))
        .unwrap();
    estate.to("retire");
    estate.run("revocations delete-user alice-before -a ACME");
    estate.rollback().unwrap();
    assert_eq!(revoked(&estate, &estate.rotation().old), None);
}

#[test]
fn a_revocation_that_others_put_in_its_place_stays() {
    const EARLIER: i64 = 1_609_459_200;
    let (estate, old, _) = started();
    estate.to("retire");
    estate.run("revocations delete-user alice-before -a ACME");
    estate.run("revocations add-user alice-before -a ACME --at 2021-01-01T00:00:00Z");
    assert_eq!(revoked(&estate, &old), Some(EARLIER));
    estate.rollback().unwrap();
    assert_eq!(revoked(&estate, &old), Some(EARLIER));
}

#[test]
fn what_the_old_one_may_by_then_the_new_one_may() {
    let (estate, old, new) = started();
    estate.run("edit user alice -a ACME --deny-pub secret.> --tag other --expiry 2027-07-01");
    let was = estate.user("ACME", "alice");
    estate.wait(1);
    estate.seen();
    let done = estate.next().unwrap();
    let is = estate.user("ACME", "alice");
    assert_eq!(is["sub"], new.as_str());
    assert_eq!(is["nats"]["pub"]["deny"][0], "secret.>");
    assert_eq!(terms(&is), terms(&was));
    let told = done.told.join("\n");
    assert!(told.contains("nats.pub.deny"), "{told}");
    // And back.
    estate.run("edit user alice -a ACME --deny-sub secret.>");
    let was = estate.user("ACME", "alice");
    estate.wait(1);
    estate.seen();
    let done = estate.rollback().unwrap();
    let is = estate.user("ACME", "alice");
    assert_eq!(is["sub"], old.as_str());
    assert_eq!(terms(&is), terms(&was));
    assert!(done.told.join("\n").contains("nats.sub.deny"));
    // Where nothing was changed, nothing is told.
    estate.wait(1);
    estate.seen();
    let done = estate.next().unwrap();
    assert!(!done.told.join("\n").contains("changed since"));
    estate.is_whole();
}

#[test]
fn the_key_that_signs_the_old_one_by_then_signs_the_new_one() {
    let estate = estate();
    for role in ["reader", "writer"] {
        estate.run(&format!(
            "edit signing-key --sk generate --role {role} -a ACME --allow-sub {role}.>"
        ));
    }
    estate.run("add user amy -a ACME -K reader");
    let done = estate.start(KIND, &Matter::of_user("ACME", "amy")).unwrap();
    estate.run("edit user amy -a ACME -K writer");
    let signer = estate.user("ACME", "amy")["iss"].clone();
    estate.seen();
    estate.next().unwrap();
    let is = estate.user("ACME", "amy");
    assert_eq!(is["sub"], done.rotation.new.as_str());
    assert_eq!(is["iss"], signer);
}

#[test]
fn who_is_gone_or_revoked_in_stage_is_missing_and_it_can_be_ended() {
    for line in [
        "delete user alice -a ACME --force",
        "delete user alice -a ACME --no-revoke --force",
        "revocations add-user alice -a ACME",
        "delete user alice-next -a ACME --force",
    ] {
        let (estate, _, new) = started();
        estate.wait(60);
        estate.run(line);
        estate.seen();
        assert_eq!(estate.codes(), ["user-out"], "{line}");
        let missing = &estate.missing()[0];
        assert!(missing.help.contains("nkeep rotate abort"), "{missing:?}");
        let says = match line.starts_with("delete") {
            true => "is no longer in the store",
            false => "user \"alice\" is revoked",
        };
        assert!(missing.what.contains(says), "{missing:?}");
        assert!(matches!(
            estate.next().err().unwrap(),
            nkeep::rotation::RotationError::Gate { .. }
        ));
        estate.refused("rotate status", 6);
        estate.run("rotate abort");
        assert!(!names(&estate).contains(&"alice-next".to_owned()), "{line}");
        assert!(!estate.has_seed(&new));
        assert!(revoked(&estate, &new).is_some());
        estate.is_whole();
    }
}

#[test]
fn a_user_who_is_let_in_again_is_not_removed_without_a_revocation() {
    let (estate, old, _) = started();
    estate.to("retire");
    // Nobody is told to delete whom the next step removes.
    estate.run("validate");
    estate.run(&format!("revocations delete-user -u {old} -a ACME"));
    estate.seen();
    assert!(estate.codes().contains(&"user-in"));
    assert!(why(estate.next()).contains("is revoked no more"));
    estate.run(&format!("revocations add-user {old} -a ACME"));
    estate.seen();
    estate.next().unwrap();
    assert!(revoked(&estate, &old).is_some());
}

#[test]
fn its_report_says_whether_somebody_insisted() {
    let (estate, ..) = started();
    estate.to("activate");
    let page = estate.run("rotate report");
    for says in ["| downtime | none: ", "| order of steps | kept: "] {
        assert!(page.contains(says), "{page}");
    }
    estate.force();
    let page = estate.run("rotate report");
    for says in ["| downtime | possible: ", "| order of steps | not kept: "] {
        assert!(page.contains(says), "{page}");
    }
}
