//! The identity of an operator, phase by phase: what has to be so before each, what is signed by whom after it, and how one goes
//! back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use crate::common::rotating::{Bench, said};
use nkeep::jwt::claims::Operator;
use nkeep::rotation::evidence;
use nkeep::rotation::observed::Observed;
use nkeep::rotation::plans::STATEMENT;
use nkeep::rotation::{Kind, Outcome, Rotation, RotationError};
use nkeep::store::document::KeyState;
use nkeep::trust::statement::holds;
use nkeep::trust::{self, claims};

const IDENTITY: Kind = Kind::OperatorIdentity;

fn bench() -> Bench {
    let home = common::estate();
    common::at_home(home.path(), &["add", "account", "ORDERS"]);
    common::at_home(
        home.path(),
        &[
            "edit",
            "operator",
            "--tag",
            "one",
            "--service-url",
            "nats://a:4222",
        ],
    );
    Bench::of(home)
}

fn begun(bench: &mut Bench) -> Rotation {
    let asked = bench.asked("ACME");
    bench.start(IDENTITY, asked).unwrap()
}

/// The rotation in that phase, come to as one should.
fn brought(bench: &mut Bench, phase: &str) -> Rotation {
    let mut rotation = begun(bench);
    while rotation.phase != phase {
        rotation = ready(bench, &rotation);
        rotation = bench.next(&rotation).unwrap();
    }
    rotation
}

/// With all that the next step needs.
fn ready(bench: &mut Bench, rotation: &Rotation) -> Rotation {
    match &*rotation.phase {
        "stage" => bench.seen(rotation, &["ACME", "ACME.next"], "ACME"),
        "activate" => bench.seen(rotation, &["ACME.before", "ACME"], "ACME"),
        "swap" => {
            bench.now += 3600;
            bench.seen(rotation, &["ACME", "ACME.before"], "ACME")
        }
        _ => bench.seen(rotation, &["ACME"], "ACME"),
    }
}

fn signing_keys(bench: &mut Bench, operator: &str) -> Vec<String> {
    let operator = bench.operator(operator).unwrap();
    let claims = claims::<Operator>(&operator).unwrap().into_claims();
    claims.body.signing_keys
}

/// Whoever has a copy of the store has selected nothing, and names nobody.
#[test]
fn where_none_is_named_the_one_that_signs_is_meant() {
    let mut bench = bench();
    let mut rotation = begun(&mut bench);
    let meant = |bench: &mut Bench| {
        let meant = bench.read(|records| Ok(trust::operator(records, None)?));
        meant.key.to_string()
    };
    let (old, new) = (rotation.old.clone(), rotation.new.clone());
    assert_eq!(meant(&mut bench), old);
    for _ in ["activate", "swap"] {
        rotation = ready(&mut bench, &rotation);
        rotation = bench.next(&rotation).unwrap();
        assert_eq!(meant(&mut bench), new);
    }
    rotation = bench.seen(&rotation, &["ACME", "ACME.before"], "ACME");
    bench.rollback(&rotation).unwrap();
    assert_eq!(meant(&mut bench), old);
}

#[test]
fn the_new_operator_says_what_the_old_one_says_under_the_same_name_by_keys_of_its_own() {
    let mut bench = bench();
    let rotation = begun(&mut bench);
    let [old, new] = ["ACME", "ACME.next"].map(|name| bench.operator(name).unwrap());
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
        assert_eq!(bench.state(key), KeyState::Published);
        assert!(bench.has_seed(key));
    }
}

#[test]
fn each_says_of_the_other_that_it_comes_after_it() {
    let mut bench = bench();
    let rotation = begun(&mut bench);
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
    let mut bench = bench();
    let rotation = begun(&mut bench);
    assert_eq!(
        bench.missing(&rotation),
        ["nothing is known of 2 of 2 servers"]
    );
    let turned = bench.seen(&rotation, &["ACME.next", "ACME"], "ACME");
    let one = "server \"one\" was not started with the tokens of both operators, in their order";
    assert_eq!(bench.missing(&turned)[0], one);
    let alone = bench.seen(&rotation, &["ACME"], "ACME");
    assert_eq!(bench.missing(&alone)[0], one);
    let refused = bench.next(&alone);
    assert!(
        matches!(refused, Err(RotationError::Gate { .. })),
        "{refused:?}"
    );
    let token = bench.operator("ACME.next").unwrap().token;
    let rotation = ready(&mut bench, &rotation);
    assert_eq!(bench.missing(&rotation), <[&str; 0]>::default());
    let count = bench.accounts("ACME").len();
    let issued: Vec<i64> = bench
        .accounts("ACME")
        .iter()
        .map(|one| one.issued_at)
        .collect();
    let rotation = bench.next(&rotation).unwrap();
    assert_eq!(rotation.operator, rotation.new);
    let keys = signing_keys(&mut bench, "ACME");
    assert_eq!(bench.accounts("ACME").len(), count);
    assert_eq!(bench.accounts("ACME.before").len(), 0);
    for name in ["ORDERS", "SYS"] {
        let issuer = bench.issuer("ACME", name);
        assert!(keys.contains(&issuer), "{name}");
    }
    let later: Vec<i64> = bench
        .accounts("ACME")
        .iter()
        .map(|one| one.issued_at)
        .collect();
    assert!(
        issued
            .iter()
            .zip(&later)
            .all(|(before, after)| before < after)
    );
    assert_eq!(
        bench.operator("ACME").unwrap().key.to_string(),
        rotation.new
    );
    // Servers were started with it.
    assert_eq!(bench.operator("ACME").unwrap().token, token);
    assert_eq!(bench.state(&rotation.old), KeyState::Retiring);
    assert_eq!(bench.state(&rotation.new), KeyState::Active);
}

#[test]
fn whoever_adds_an_account_meanwhile_needs_to_know_nothing_of_it() {
    let mut bench = bench();
    begun(&mut bench);
    let home = bench.home().to_owned();
    common::live_at(&home, &["add", "account", "EARLY", "--operator", "ACME"]);
    bench.now = jiff_now() + 60;
    let rotation = bench.read(|records| nkeep::rotation::found(records, None));
    let keys = signing_keys(&mut bench, "ACME");
    assert!(keys.contains(&bench.issuer("ACME", "EARLY")));
    let rotation = ready(&mut bench, &rotation);
    let rotation = bench.next(&rotation).unwrap();
    assert!(
        bench
            .accounts("ACME")
            .iter()
            .any(|one| one.name.as_str() == "EARLY")
    );
    assert!(!keys.contains(&bench.issuer("ACME", "EARLY")));
    assert_eq!(rotation.phase, "activate");
}

fn jiff_now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(since.unwrap().as_secs()).unwrap()
}

#[test]
fn the_order_is_turned_when_every_server_has_every_account() {
    let mut bench = bench();
    let rotation = brought(&mut bench, "activate");
    let mut behind = bench.seen(&rotation, &["ACME.before", "ACME"], "ACME");
    behind.evidence[0].holding[0].otherwise.count = 1;
    behind.evidence[0].holding[0].otherwise.first = vec!["ORDERS".to_owned()];
    let missing = bench.missing(&behind);
    assert_eq!(
        missing,
        ["server \"one\" has 1 account otherwise, or none: \"ORDERS\""]
    );
    let rotation = brought_on(&mut bench, &rotation);
    assert_eq!(rotation.phase, "swap");
}

fn brought_on(bench: &mut Bench, rotation: &Rotation) -> Rotation {
    let rotation = ready(bench, rotation);
    bench.next(&rotation).unwrap()
}

#[test]
fn the_old_one_is_left_out_after_a_while_in_which_it_stood_second() {
    let mut bench = bench();
    let rotation = brought(&mut bench, "swap");
    let early = bench.seen(&rotation, &["ACME", "ACME.before"], "ACME");
    assert!(bench.missing(&early)[0].starts_with("it is watched until "));
    assert_eq!(bench.missing(&early).len(), 1);
    bench.now += 3600;
    let turned = bench.seen(&rotation, &["ACME.before", "ACME"], "ACME");
    let missing = bench.missing(&turned);
    assert!(
        missing.iter().all(|one| one.contains("in their order")),
        "{missing:?}"
    );
    let rotation = brought_on(&mut bench, &rotation);
    assert_eq!(rotation.phase, "retire");
    assert_eq!(bench.state(&rotation.old), KeyState::Withdrawn);
}

#[test]
fn the_old_one_leaves_the_store_when_no_server_has_it_beside_the_new_one() {
    let mut bench = bench();
    let rotation = brought(&mut bench, "retire");
    let keys = signing_keys(&mut bench, "ACME.before");
    let both = bench.seen(&rotation, &["ACME", "ACME.before"], "ACME");
    assert_eq!(
        bench.missing(&both)[0],
        "server \"one\" was started with another operator's token beside that one, which it trusts still"
    );
    let rotation = brought_on(&mut bench, &rotation);
    assert_eq!(rotation.outcome, Some(Outcome::Done));
    // What is compared with servers later knows them still.
    let known = nkeep::rotation::emergency::old_keys(&rotation);
    assert!(
        keys.iter()
            .chain([&rotation.old])
            .all(|key| known.contains(key))
    );
    assert!(bench.operator("ACME.before").is_none());
    for key in keys.iter().chain([&rotation.old]) {
        assert_eq!(bench.state(key), KeyState::Destroyed);
        assert!(!bench.has_seed(key), "{key}");
    }
    for key in signing_keys(&mut bench, "ACME")
        .iter()
        .chain([&rotation.new])
    {
        assert_eq!(bench.state(key), KeyState::Active);
        assert!(bench.has_seed(key), "{key}");
    }
    let home = bench.home().to_owned();
    common::live_at(&home, &["store", "check"]);
    common::live_at(&home, &["validate", "-A"]);
}

#[test]
fn the_store_is_whole_in_every_phase() {
    for phase in ["stage", "activate", "swap", "retire"] {
        let mut bench = bench();
        brought(&mut bench, phase);
        let home = bench.home().to_owned();
        common::live_at(&home, &["store", "check"]);
        common::live_at(&home, &["audit", "verify"]);
    }
}

#[test]
fn from_each_phase_one_comes_back_to_the_old_one() {
    for phase in ["activate", "swap", "retire"] {
        let mut bench = bench();
        let mut rotation = brought(&mut bench, phase);
        let issued: Vec<i64> = bench
            .accounts("ACME")
            .iter()
            .map(|one| one.issued_at)
            .collect();
        while rotation.phase != "stage" {
            // Servers trust both, whichever is first.
            rotation = bench.seen(&rotation, &["ACME", "ACME.before"], "ACME");
            rotation = bench.rollback(&rotation).unwrap();
        }
        assert_eq!(rotation.operator, rotation.old, "{phase}");
        assert_eq!(
            bench.operator("ACME").unwrap().key.to_string(),
            rotation.old
        );
        assert_eq!(bench.accounts("ACME.next").len(), 0);
        let later: Vec<i64> = bench
            .accounts("ACME")
            .iter()
            .map(|one| one.issued_at)
            .collect();
        assert!(
            issued
                .iter()
                .zip(&later)
                .all(|(before, after)| before < after)
        );
        assert_eq!(bench.state(&rotation.old), KeyState::Active);
        assert_eq!(bench.state(&rotation.new), KeyState::Published);
        // Servers have accounts by the new one still.
        let refused = bench.abort(&rotation).unwrap_err();
        assert!(matches!(refused, RotationError::Gate { .. }), "{refused}");
        let rotation = bench.seen(&rotation, &["ACME"], "ACME");
        let rotation = bench.abort(&rotation).unwrap();
        assert_eq!(rotation.outcome, Some(Outcome::Aborted));
        assert!(bench.operator("ACME.next").is_none());
        assert!(!bench.has_seed(&rotation.new));
        // And once more, from the beginning.
        brought(&mut bench, "activate");
    }
}

#[test]
fn what_was_left_out_of_servers_is_taken_in_again_before_the_old_one_signs() {
    let mut bench = bench();
    let rotation = brought(&mut bench, "retire");
    let rotation = bench.rollback(&rotation).unwrap();
    assert_eq!(rotation.phase, "swap");
    assert_eq!(bench.state(&rotation.old), KeyState::Retiring);
    let alone = bench.seen(&rotation, &["ACME"], "ACME");
    let refused = bench.rollback(&alone).unwrap_err();
    assert!(
        said(&refused).contains("was not started with the operator's token"),
        "{refused}"
    );
    let both = bench.seen(&rotation, &["ACME", "ACME.before"], "ACME");
    assert_eq!(bench.rollback(&both).unwrap().phase, "stage");
}

#[test]
fn a_step_that_fails_leaves_all_as_it_was() {
    for phase in ["stage", "activate", "retire"] {
        let mut bench = bench();
        let rotation = brought(&mut bench, phase);
        let rotation = ready(&mut bench, &rotation);
        let before = bench.all();
        let failed = bench.change(|changes, keyring| {
            let hand = nkeep::rotation::engine::Hand::default();
            nkeep::rotation::engine::next(changes, keyring, rotation, &hand)?;
            Err::<(), _>(RotationError::refused(
                "the power went",
                "nkeep rotate next",
            ))
        });
        assert!(failed.is_err());
        assert_eq!(before, bench.all(), "{phase}");
    }
}

#[test]
fn no_other_rotation_of_either_operator_begins_meanwhile() {
    for phase in ["stage", "activate", "retire"] {
        let mut bench = bench();
        let rotation = brought(&mut bench, phase);
        for name in ["ACME", "ACME.next", "ACME.before"] {
            if bench.operator(name).is_none() {
                continue;
            }
            for kind in [IDENTITY, Kind::OperatorSigningKey] {
                let asked = bench.asked(name);
                let refused = said(&bench.start(kind, asked).unwrap_err());
                let expected = format!("rotation {} of the identity", rotation.id);
                assert!(
                    refused.starts_with(&expected),
                    "{phase} {name} {kind}: {refused}"
                );
            }
        }
    }
    let mut bench = bench();
    let asked = bench.asked("ACME");
    bench.start(Kind::OperatorSigningKey, asked).unwrap();
    let asked = bench.asked("ACME");
    let refused = said(&bench.start(IDENTITY, asked).unwrap_err());
    assert!(refused.contains("of the signing key"), "{refused}");
}

#[test]
fn an_operator_without_a_system_account_is_refused() {
    let home = common::scratch();
    let at = home.path();
    common::at_home(at, &["store", "init", "--new-identity", "identity.txt"]);
    common::at_home(at, &["add", "operator", "ACME"]);
    let mut bench = Bench::of(home);
    let asked = bench.asked("ACME");
    let refused = said(&bench.start(IDENTITY, asked).unwrap_err());
    assert!(
        refused.starts_with("operator \"ACME\" names no system account"),
        "{refused}"
    );
}

#[test]
fn an_operator_whose_identity_is_elsewhere_is_refused() {
    let mut bench = bench();
    let operator = bench.operator("ACME").unwrap();
    bench
        .change(|changes, _| Ok(changes.remove_key(&operator.key)?))
        .unwrap();
    let asked = bench.asked("ACME");
    let refused = said(&bench.start(IDENTITY, asked).unwrap_err());
    assert!(refused.contains("is not in the store"), "{refused}");
    assert!(bench.operator("ACME.next").is_none());
}

/// The identity says who comes after it, and signs nothing else where signing keys are demanded.
#[test]
fn an_identity_that_is_brought_signs_what_it_has_to_and_no_accounts() {
    for strict in [true, false] {
        let home = common::estate();
        let at = home.path();
        if strict {
            let demand = ["edit", "operator", "--require-signing-keys", "--resign"];
            common::live_at(at, &demand);
        }
        let mut bench = Bench::of(home);
        let at = bench.home().to_owned();
        let key = bench.operator("ACME").unwrap().key.to_string();
        let keys = signing_keys(&mut bench, "ACME");
        common::live_at(&at, &["export", "keys", "--key", &key, "-d", "keys", "-R"]);
        let start = ["rotate", "start", "operator-identity", "--servers", "1"];
        let output = common::live(&at).args(start).output().unwrap();
        assert_eq!(output.status.code(), Some(4), "{output:?}");
        let why = common::refusal::said(&output);
        let hint = "hint: nkeep rotate start operator-identity --servers 1 -K FILE  #";
        assert!(why.contains(hint), "{why}");
        let file = format!("keys/{key}.nk");
        common::live_at(&at, &[&start[..], &["-K", &file]].concat());
        let insist = ["--force", "--reason", "no servers here", "-K", &file];
        let step = |verb| common::live_at(&at, &[&["rotate", verb][..], &insist].concat());
        step("next");
        let issuer = bench.issuer("ACME", "SYS");
        assert!(signing_keys(&mut bench, "ACME").contains(&issuer));
        step("rollback");
        assert!(keys.contains(&bench.issuer("ACME", "SYS")));
    }
}

#[test]
fn an_operator_that_is_managed_elsewhere_is_refused() {
    let home = common::estate();
    let url = [
        "edit",
        "operator",
        "-u",
        "https://accounts.example.com/jwt/v1",
    ];
    common::at_home(home.path(), &url);
    let mut bench = Bench::of(home);
    let operator = bench.operator("ACME").unwrap();
    let keys = signing_keys(&mut bench, "ACME");
    bench
        .change(|changes, _| {
            for key in keys {
                changes.remove_key(&key.parse().unwrap())?;
            }
            Ok(changes.remove_key(&operator.key)?)
        })
        .unwrap();
    let asked = bench.asked("ACME");
    let refused = said(&bench.start(IDENTITY, asked).unwrap_err());
    assert!(
        refused.contains("is managed elsewhere, at https://accounts.example.com"),
        "{refused}"
    );
}

#[test]
fn where_signing_keys_are_demanded_the_new_one_has_as_many() {
    let mut bench = {
        let home = common::estate();
        let at = home.path();
        common::at_home(at, &["edit", "operator", "--sk", "generate"]);
        common::at_home(
            at,
            &["edit", "operator", "--require-signing-keys", "--resign"],
        );
        Bench::of(home)
    };
    let count = signing_keys(&mut bench, "ACME").len();
    let rotation = brought(&mut bench, "activate");
    let keys = signing_keys(&mut bench, "ACME");
    assert_eq!(keys.len(), count);
    let issuer = bench.issuer("ACME", "SYS");
    assert!(keys.contains(&issuer) && issuer != rotation.new);
    let rotation = bench.seen(&rotation, &["ACME.before", "ACME"], "ACME");
    let rotation = bench.rollback(&rotation).unwrap();
    let issuer = bench.issuer("ACME", "SYS");
    assert!(signing_keys(&mut bench, "ACME").contains(&issuer) && issuer != rotation.old);
}

#[test]
fn what_was_edited_meanwhile_is_told() {
    let mut bench = bench();
    let rotation = begun(&mut bench);
    let home = bench.home().to_owned();
    common::live_at(
        &home,
        &["edit", "operator", "--operator", "ACME", "--tag", "two"],
    );
    bench.now = jiff_now() + 60;
    let rotation = ready(&mut bench, &rotation);
    let done = bench.change(|changes, keyring| {
        let hand = nkeep::rotation::engine::Hand::default();
        nkeep::rotation::engine::next(changes, keyring, rotation, &hand)
    });
    let warnings = done.unwrap().warnings;
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
    let mut bench = Bench::of(home);
    assert!(signing_keys(&mut bench, "ACME").is_empty());
    let rotation = brought(&mut bench, "activate");
    assert_eq!(bench.issuer("ACME", "SYS"), rotation.new);
    let rotation = bench.rollback(&rotation).unwrap();
    assert_eq!(bench.issuer("ACME", "SYS"), rotation.old);
}

#[test]
fn a_name_that_is_taken_is_not_taken_twice() {
    let home = common::estate();
    common::at_home(home.path(), &["add", "operator", "ACME.next"]);
    let mut bench = Bench::of(home);
    let rotation = begun(&mut bench);
    assert_eq!(rotation.kept["new-name"], "ACME.next2");
    let home = bench.home().to_owned();
    common::live_at(&home, &["store", "check"]);
}

#[test]
fn a_rotation_of_something_under_it_goes_along() {
    let mut bench = bench();
    let mut other = begun(&mut bench);
    // As one of an account's would stand there.
    bench
        .change(|changes, _| {
            other.id = "other1".to_owned();
            other.old = "AOTHER".to_owned();
            other.new = String::new();
            other.keep(changes)
        })
        .unwrap();
    let rotation = bench.read(|records| {
        let all = nkeep::rotation::all(records)?;
        Ok(all.into_iter().find(|one| one.id != "other1").unwrap())
    });
    let rotation = ready(&mut bench, &rotation);
    let rotation = bench.next(&rotation).unwrap();
    let other = bench.read(|records| nkeep::rotation::found(records, Some("other1")));
    assert_eq!(other.operator, rotation.new);
}

/// Servers of a cluster hand each other accounts that they do not trust: what they keep says nothing of whom they let in.
#[test]
fn a_server_that_is_on_the_old_configuration_again_holds_every_later_step() {
    let mut bench = Bench::of(common::estate());
    let old = bench.operator("ACME").unwrap().token;
    let asked = bench.asked("ACME");
    let mut rotation = bench.start(Kind::OperatorSigningKey, asked).unwrap();
    rotation = bench.seen(&rotation, &["ACME"], "ACME");
    for phase in ["activate", "soak"] {
        rotation = bench.next(&rotation).unwrap();
        assert_eq!(rotation.phase, phase);
        let accounts = bench.accounts("ACME");
        let behind = Observed {
            id: "Ntwo".to_owned(),
            name: "two".to_owned(),
            time: bench.now,
            collector: "live".to_owned(),
            operators: Some(vec![old.clone()]),
            accounts: (accounts.iter())
                .map(|one| (one.key.to_string(), vec![one.token.clone()]))
                .collect(),
            ..Observed::default()
        };
        let mut seen = bench.seen(&rotation, &["ACME"], "ACME");
        bench.read(|records| evidence::take(records, &mut seen, &[behind], false));
        let missing = bench.missing(&seen);
        let why = "server \"two\" was not started with the operator's token as it is now";
        assert!(missing.iter().any(|one| one == why), "{phase}: {missing:?}");
        bench.now += 3700;
        rotation = bench.seen(&rotation, &["ACME"], "ACME");
    }
}
