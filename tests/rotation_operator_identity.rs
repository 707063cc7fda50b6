//! The identity of an operator, phase by phase: what has to be so before each, what is signed by whom after it, and how one goes
//! back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::rotated::{Matter, Rotated, SOAK, why};
use nkeep::jwt::claims::Operator;
use nkeep::rotation::plans::STATEMENT;
use nkeep::rotation::{Kind, Outcome, Rotation, RotationError};
use nkeep::store::document::KeyState;
use nkeep::trust::statement::holds;
use nkeep::trust::{self, claims};

const IDENTITY: Kind = Kind::OperatorIdentity;

fn estate() -> Rotated {
    let estate = Rotated::of(common::estate());
    estate.run("add account ORDERS");
    estate.run("edit operator --tag one --service-url nats://a:4222");
    estate
}

fn acme() -> Matter {
    Matter::of_operator("ACME")
}

/// Begins, and says with what.
fn begun(estate: &Rotated) -> Rotation {
    estate.start(IDENTITY, &acme()).unwrap().rotation
}

/// Begins, and comes to that phase as one should.
fn brought(estate: &Rotated, phase: &str) -> Rotation {
    let mut rotation = begun(estate);
    while rotation.phase != phase {
        rotation = brought_on(estate);
    }
    rotation
}

/// Comes to the next phase as one should.
fn brought_on(estate: &Rotated) -> Rotation {
    ready(estate);
    estate.next().unwrap().rotation
}

/// Has servers say all that the next step needs.
fn ready(estate: &Rotated) {
    match &*estate.rotation().phase {
        "stage" => seen(estate, &["ACME", "ACME.next"]),
        "activate" => seen(estate, &["ACME.before", "ACME"]),
        "swap" => {
            estate.wait(SOAK);
            seen(estate, &["ACME", "ACME.before"]);
        }
        _ => seen(estate, &["ACME"]),
    }
}

/// Servers are seen that were started with those operators.
fn seen(estate: &Rotated, operators: &[&str]) {
    estate.servers().under(operators).seen();
}

/// The key of the operator that has the name.
fn named(estate: &Rotated) -> String {
    estate.operator("ACME").unwrap().key.to_string()
}

fn signing_keys(estate: &Rotated, operator: &str) -> Vec<String> {
    let operator = estate.operator(operator).unwrap();
    let claims = claims::<Operator>(&operator).unwrap().into_claims();
    claims.body.signing_keys
}

/// When each account was signed.
fn issued(estate: &Rotated) -> Vec<i64> {
    let accounts = estate.accounts("ACME");
    accounts.iter().map(|one| one.issued_at).collect()
}

fn each_is_later(before: &[i64], after: &[i64]) {
    assert_eq!(before.len(), after.len());
    assert!(before.iter().zip(after).all(|(one, two)| one < two));
}

/// Whoever has a copy of the store has selected nothing, and names nobody.
#[test]
fn where_none_is_named_the_one_that_signs_is_meant() {
    let estate = estate();
    let rotation = begun(&estate);
    let meant = |estate: &Rotated| {
        let meant = estate.read(|records| Ok(trust::operator(records, None)?));
        meant.key.to_string()
    };
    let (old, new) = (rotation.old.clone(), rotation.new.clone());
    assert_eq!(meant(&estate), old);
    for _ in ["activate", "swap"] {
        brought_on(&estate);
        assert_eq!(meant(&estate), new);
    }
    seen(&estate, &["ACME", "ACME.before"]);
    estate.rollback().unwrap();
    assert_eq!(meant(&estate), old);
}

#[test]
fn the_new_operator_says_what_the_old_one_says_under_the_same_name_by_keys_of_its_own() {
    let estate = estate();
    let rotation = begun(&estate);
    let [old, new] = ["ACME", "ACME.next"].map(|name| estate.operator(name).unwrap());
    let [before, after] = [&old, &new].map(|one| claims::<Operator>(one).unwrap().into_claims());
    assert_eq!(after.name, "ACME");
    assert_eq!(after.subject, rotation.new);
    assert_eq!(after.issuer, rotation.new);
    assert_eq!(
        after.body.signing_keys.len(),
        before.body.signing_keys.len()
    );
    assert!(
        !after
            .body
            .signing_keys
            .iter()
            .any(|key| before.body.signing_keys.contains(key))
    );
    let rest = |claims: &nkeep::jwt::claims::Claims<Operator>| Operator {
        signing_keys: Vec::new(),
        ..claims.body.clone()
    };
    assert_eq!(rest(&before), rest(&after));
    assert!(!after.body.system_account.is_empty());
    for key in after.body.signing_keys.iter().chain([&rotation.new]) {
        assert_eq!(estate.state(key), KeyState::Published);
        assert!(estate.has_seed(key));
    }
}

#[test]
fn each_says_of_the_other_that_it_comes_after_it() {
    let estate = estate();
    let rotation = begun(&estate);
    let text = &rotation.kept[STATEMENT];
    assert!(holds(text), "{text}");
    for part in [&rotation.old, &rotation.new] {
        assert!(text.contains(part.as_str()));
        let other = text.replacen(part.as_str(), "OAAAA", 1);
        assert!(!holds(&other));
    }
    assert!(!holds(&text.replacen("time: 1", "time: 2", 1)));
    assert!(!holds(&format!("{text}and more\n")));
}

#[test]
fn accounts_are_signed_by_the_new_one_when_both_are_trusted_everywhere_in_their_order() {
    let estate = estate();
    begun(&estate);
    assert_eq!(estate.lacks(), ["nothing is known of 2 of 2 servers"]);
    seen(&estate, &["ACME.next", "ACME"]);
    let one = "server \"one\" was not started with the tokens of both operators, in their order";
    assert_eq!(estate.lacks()[0], one);
    seen(&estate, &["ACME"]);
    assert_eq!(estate.lacks()[0], one);
    let refused = estate.next().err().unwrap();
    assert!(matches!(refused, RotationError::Gate { .. }), "{refused}");
    let token = estate.operator("ACME.next").unwrap().token;
    ready(&estate);
    assert_eq!(estate.lacks(), <[&str; 0]>::default());
    let count = estate.accounts("ACME").len();
    let before = issued(&estate);
    let rotation = estate.next().unwrap().rotation;
    assert_eq!(rotation.operator, rotation.new);
    let keys = signing_keys(&estate, "ACME");
    assert_eq!(estate.accounts("ACME").len(), count);
    assert_eq!(estate.accounts("ACME.before").len(), 0);
    for name in ["ORDERS", "SYS"] {
        let issuer = estate.issuer("ACME", name);
        assert!(keys.contains(&issuer), "{name}");
    }

    each_is_later(&before, &issued(&estate));
    assert_eq!(named(&estate), rotation.new);
    // Servers were started with it.
    assert_eq!(estate.operator("ACME").unwrap().token, token);
    assert_eq!(estate.state(&rotation.old), KeyState::Retiring);
    assert_eq!(estate.state(&rotation.new), KeyState::Active);
}

#[test]
fn whoever_adds_an_account_meanwhile_needs_to_know_nothing_of_it() {
    let estate = estate();
    begun(&estate);
    estate.run("add account EARLY --operator ACME");
    let keys = signing_keys(&estate, "ACME");
    assert!(keys.contains(&estate.issuer("ACME", "EARLY")));
    let rotation = brought_on(&estate);
    assert!(
        estate
            .accounts("ACME")
            .iter()
            .any(|one| one.name.as_str() == "EARLY")
    );
    assert!(!keys.contains(&estate.issuer("ACME", "EARLY")));
    assert_eq!(rotation.phase, "activate");
}

#[test]
fn the_order_is_turned_when_every_server_has_every_account() {
    let estate = estate();
    brought(&estate, "activate");
    let servers = estate.servers().under(&["ACME.before", "ACME"]);
    servers.behind("ORDERS").seen();
    assert_eq!(
        estate.lacks(),
        ["server \"two\" has 1 account otherwise, or none: \"ORDERS\""]
    );
    let rotation = brought_on(&estate);
    assert_eq!(rotation.phase, "swap");
}

#[test]
fn the_old_one_is_left_out_after_a_while_in_which_it_stood_second() {
    let estate = estate();
    brought(&estate, "swap");
    seen(&estate, &["ACME", "ACME.before"]);
    assert!(estate.lacks()[0].starts_with("it is watched until "));
    assert_eq!(estate.lacks().len(), 1);
    estate.wait(SOAK);
    seen(&estate, &["ACME.before", "ACME"]);
    let missing = estate.lacks();
    assert!(
        missing.iter().all(|one| one.contains("in their order")),
        "{missing:?}"
    );
    let rotation = brought_on(&estate);
    assert_eq!(rotation.phase, "retire");
    assert_eq!(estate.state(&rotation.old), KeyState::Withdrawn);
}

#[test]
fn the_old_one_leaves_the_store_when_no_server_has_it_beside_the_new_one() {
    let estate = estate();
    brought(&estate, "retire");
    let keys = signing_keys(&estate, "ACME.before");
    seen(&estate, &["ACME", "ACME.before"]);
    assert_eq!(
        estate.lacks()[0],
        "server \"one\" was started with another operator's token beside that one, which it trusts still"
    );
    let rotation = brought_on(&estate);
    assert_eq!(rotation.outcome, Some(Outcome::Done));
    // What is compared with servers later knows them still.
    let known = nkeep::rotation::emergency::old_keys(&rotation);
    assert!(
        keys.iter()
            .chain([&rotation.old])
            .all(|key| known.contains(key))
    );
    assert!(estate.operator("ACME.before").is_none());
    for key in keys.iter().chain([&rotation.old]) {
        assert_eq!(estate.state(key), KeyState::Destroyed);
        assert!(!estate.has_seed(key), "{key}");
    }
    for key in signing_keys(&estate, "ACME").iter().chain([&rotation.new]) {
        assert_eq!(estate.state(key), KeyState::Active);
        assert!(estate.has_seed(key), "{key}");
    }
    estate.is_whole();
    estate.run("validate -A");
}

#[test]
fn the_store_is_whole_in_every_phase() {
    for phase in ["stage", "activate", "swap", "retire"] {
        let estate = estate();
        brought(&estate, phase);
        estate.is_whole();
        estate.run("audit verify");
    }
}

#[test]
fn from_each_phase_one_comes_back_to_the_old_one() {
    for phase in ["activate", "swap", "retire"] {
        let estate = estate();
        let mut rotation = brought(&estate, phase);
        let before = issued(&estate);
        while rotation.phase != "stage" {
            // Servers trust both, whichever is first.
            seen(&estate, &["ACME", "ACME.before"]);
            rotation = estate.rollback().unwrap().rotation;
        }
        assert_eq!(rotation.operator, rotation.old, "{phase}");
        assert_eq!(named(&estate), rotation.old);
        assert_eq!(estate.accounts("ACME.next").len(), 0);

        each_is_later(&before, &issued(&estate));
        assert_eq!(estate.state(&rotation.old), KeyState::Active);
        assert_eq!(estate.state(&rotation.new), KeyState::Published);
        // Servers have accounts by the new one still.
        let refused = estate.abort().err().unwrap();
        assert!(matches!(refused, RotationError::Gate { .. }), "{refused}");
        seen(&estate, &["ACME"]);
        let rotation = estate.abort().unwrap().rotation;
        assert_eq!(rotation.outcome, Some(Outcome::Aborted));
        assert!(estate.operator("ACME.next").is_none());
        assert!(!estate.has_seed(&rotation.new));
        // And once more, from the beginning.
        brought(&estate, "activate");
    }
}

#[test]
fn what_was_left_out_of_servers_is_taken_in_again_before_the_old_one_signs() {
    let estate = estate();
    brought(&estate, "retire");
    let rotation = estate.rollback().unwrap().rotation;
    assert_eq!(rotation.phase, "swap");
    assert_eq!(estate.state(&rotation.old), KeyState::Retiring);
    seen(&estate, &["ACME"]);
    let refused = why(estate.rollback());
    assert!(
        refused.contains("was not started with the operator's token"),
        "{refused}"
    );
    seen(&estate, &["ACME", "ACME.before"]);
    assert_eq!(estate.rollback().unwrap().rotation.phase, "stage");
}

#[test]
fn a_step_that_fails_leaves_all_as_it_was() {
    for phase in ["stage", "activate", "retire"] {
        let estate = estate();
        brought(&estate, phase);
        ready(&estate);
        estate.crashes();
    }
}

#[test]
fn no_other_rotation_of_either_operator_begins_meanwhile() {
    for phase in ["stage", "activate", "retire"] {
        let estate = estate();
        let rotation = brought(&estate, phase);
        for name in ["ACME", "ACME.next", "ACME.before"] {
            if estate.operator(name).is_none() {
                continue;
            }
            for kind in [IDENTITY, Kind::OperatorSigningKey] {
                let refused = why(estate.start(kind, &Matter::of_operator(name)));
                let expected = format!("rotation {} of the identity", rotation.id);
                assert!(
                    refused.starts_with(&expected),
                    "{phase} {name} {kind}: {refused}"
                );
            }
        }
    }
    let estate = estate();
    estate.start(Kind::OperatorSigningKey, &acme()).unwrap();
    let refused = why(estate.start(IDENTITY, &acme()));
    assert!(refused.contains("of the signing key"), "{refused}");
}

#[test]
fn an_operator_without_a_system_account_is_refused() {
    let home = common::scratch();
    let at = home.path();
    common::at_home(at, &["store", "init", "--new-identity", "identity.txt"]);
    common::at_home(at, &["add", "operator", "ACME"]);
    let estate = Rotated::of(home);
    let refused = why(estate.start(IDENTITY, &acme()));
    assert!(
        refused.starts_with("operator \"ACME\" names no system account"),
        "{refused}"
    );
}

#[test]
fn an_operator_whose_identity_is_elsewhere_is_refused() {
    let estate = estate();
    estate.forget(&named(&estate));
    let refused = why(estate.start(IDENTITY, &acme()));
    assert!(refused.contains("is not in the store"), "{refused}");
    assert!(estate.operator("ACME.next").is_none());
}

/// The identity says who comes after it, and signs nothing else where signing keys are demanded.
#[test]
fn an_identity_that_is_brought_signs_what_it_has_to_and_no_accounts() {
    for strict in [true, false] {
        let estate = Rotated::of(common::estate());
        if strict {
            estate.run("edit operator --require-signing-keys --resign");
        }
        let key = named(&estate);
        let keys = signing_keys(&estate, "ACME");
        estate.run(&format!("export keys --key {key} -d keys -R"));
        let start = "rotate start operator-identity --servers 1";
        let refused = estate.refused(start, 4);
        let hint = "hint: nkeep rotate start operator-identity --servers 1 -K FILE  #";
        assert!(refused.contains(hint), "{refused}");
        let file = format!("keys/{key}.nk");
        estate.run(&format!("{start} -K {file}"));
        let insist = format!("--force --reason unreachable -K {file}");
        estate.run(&format!("rotate next {insist}"));
        let issuer = estate.issuer("ACME", "SYS");
        assert!(signing_keys(&estate, "ACME").contains(&issuer));
        estate.run(&format!("rotate rollback {insist}"));
        assert!(keys.contains(&estate.issuer("ACME", "SYS")));
    }
}

#[test]
fn an_operator_that_is_managed_elsewhere_is_refused() {
    let estate = Rotated::of(common::estate());
    estate.run("edit operator -u https://accounts.example.com/jwt/v1");
    for key in signing_keys(&estate, "ACME") {
        estate.forget(&key);
    }
    estate.forget(&named(&estate));
    let refused = why(estate.start(IDENTITY, &acme()));
    assert!(
        refused.contains("is managed elsewhere, at https://accounts.example.com"),
        "{refused}"
    );
}

#[test]
fn where_signing_keys_are_demanded_the_new_one_has_as_many() {
    let estate = Rotated::of(common::estate());
    estate.run("edit operator --sk generate");
    estate.run("edit operator --require-signing-keys --resign");
    let count = signing_keys(&estate, "ACME").len();
    let rotation = brought(&estate, "activate");
    let keys = signing_keys(&estate, "ACME");
    assert_eq!(keys.len(), count);
    let issuer = estate.issuer("ACME", "SYS");
    assert!(keys.contains(&issuer) && issuer != rotation.new);
    seen(&estate, &["ACME.before", "ACME"]);
    let rotation = estate.rollback().unwrap().rotation;
    let issuer = estate.issuer("ACME", "SYS");
    assert!(signing_keys(&estate, "ACME").contains(&issuer) && issuer != rotation.old);
}

#[test]
fn what_was_edited_meanwhile_is_told() {
    let estate = estate();
    begun(&estate);
    estate.run("edit operator --operator ACME --tag two");
    ready(&estate);
    let warnings = estate.next().unwrap().warnings;
    assert!(
        warnings[0].starts_with("operator \"ACME\" was edited since"),
        "{warnings:?}"
    );
}

#[test]
fn an_operator_that_is_rotated_is_not_reissued() {
    let home = common::estate();
    let at = home.path();
    common::at_home(at, &["rotate", "start", "operator-identity"]);
    for name in ["ACME", "ACME.next"] {
        let why = common::refusal::refused(at, &["reissue", "operator", name], 1, "has not ended");
        assert!(why.contains("hint: nkeep rotate status "), "{why}");
    }
}

#[test]
fn where_there_is_no_signing_key_identities_sign() {
    let home = common::scratch();
    let at = home.path();
    common::at_home(at, &["store", "init", "--new-identity", "identity.txt"]);
    common::at_home(at, &["add", "operator", "ACME", "--sys"]);
    let estate = Rotated::of(home);
    assert!(signing_keys(&estate, "ACME").is_empty());
    let rotation = brought(&estate, "activate");
    assert_eq!(estate.issuer("ACME", "SYS"), rotation.new);
    let rotation = estate.rollback().unwrap().rotation;
    assert_eq!(estate.issuer("ACME", "SYS"), rotation.old);
}

#[test]
fn a_name_that_is_taken_is_not_taken_twice() {
    let estate = Rotated::of(common::estate());
    estate.run("add operator ACME.next");
    let rotation = begun(&estate);
    assert_eq!(rotation.kept["new-name"], "ACME.next2");
    estate.is_whole();
}

#[test]
fn a_rotation_of_something_under_it_goes_along() {
    let estate = estate();
    let mut other = begun(&estate);
    // As one of an account's would stand there.
    estate
        .change(|changes, _| {
            other.id = "other1".to_owned();
            other.old = "AOTHER".to_owned();
            other.new = String::new();
            other.keep(changes)
        })
        .unwrap();
    let rotation = brought_on(&estate);
    let other = estate.read(|records| nkeep::rotation::found(records, Some("other1")));
    assert_eq!(other.operator, rotation.new);
}

/// Servers of a cluster hand each other accounts that they do not trust: what they keep says nothing of whom they let in.
#[test]
fn a_server_that_is_on_the_old_configuration_again_holds_every_later_step() {
    let estate = Rotated::of(common::estate());
    let old = estate.operator("ACME").unwrap().token;
    estate.start(Kind::OperatorSigningKey, &acme()).unwrap();
    estate.seen();
    for phase in ["activate", "soak"] {
        estate.enters(phase);
        estate.seen();
        let behind = estate.servers().only("two");
        behind.started_with(vec![old.clone()]).seen();
        let missing = estate.lacks();
        let why = "server \"two\" was not started with the operator's token as it is now";
        assert!(missing.iter().any(|one| one == why), "{phase}: {missing:?}");
        estate.wait(SOAK + 100);
        estate.seen();
    }
}
