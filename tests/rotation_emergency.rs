//! A key in other hands: distrusted at once, from wherever a rotation of it stands, and never trusted again.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{run, said as printed};
use common::rotated::{Matter, Rotated, SOAK, why};
use nkeep::jwt::claims::Operator;
use nkeep::rotation::{Kind, Outcome, RotationError, Way};
use nkeep::store::document::KeyState;
use nkeep::trust::claims;

fn estate() -> Rotated {
    let estate = Rotated::of(common::estate());
    estate.run("add account ORDERS");
    estate
}

fn acme() -> Matter {
    Matter::of_operator("ACME")
}

fn signing_keys(estate: &Rotated) -> Vec<String> {
    let operator = estate.operator("ACME").unwrap();
    let claims = claims::<Operator>(&operator).unwrap().into_claims();
    claims.body.signing_keys
}

/// Names a key again, past every command.
fn name_again(estate: &Rotated, key: &str) {
    common::validation::operator(estate.home(), |claims| {
        claims.body.signing_keys.push(key.to_owned());
    });
}

/// The signing key is distrusted, and signs nothing any more; there is no way back.
fn is_over(estate: &Rotated) {
    let rotation = estate.rotation();
    assert!(rotation.compromised && rotation.is_open());
    assert_eq!(rotation.phase, "retire");
    assert_eq!(rotation.steps.last().unwrap().way, Way::Emergency);
    assert_eq!(
        rotation.steps.last().unwrap().reason.as_deref(),
        Some("a laptop was stolen")
    );
    assert_eq!(signing_keys(estate), std::slice::from_ref(&rotation.new));
    for account in ["ORDERS", "SYS", "ACME"] {
        assert_eq!(estate.issuer("ACME", account), rotation.new, "{account}");
    }
    assert_eq!(estate.state(&rotation.old), KeyState::Compromised);
    assert_eq!(estate.state(&rotation.new), KeyState::Active);
    for refused in [estate.rollback(), estate.abort()] {
        let refused = why(refused);
        assert!(
            refused.contains("is in other hands: there is no way back to it; hint: "),
            "{refused}"
        );
    }
    // The old seed is wiped when servers have let go of it, and what it was stays known.
    let waits = estate.next().err().unwrap();
    assert!(matches!(waits, RotationError::Gate { .. }), "{waits:?}");
    assert!(estate.has_seed(&rotation.old));
    estate.seen();
    let done = estate.next().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert!(!estate.has_seed(&rotation.old));
    assert_eq!(estate.state(&rotation.old), KeyState::Compromised);
    // No step was forced, and both keys were never to be trusted.
    let report = estate.run(&format!("rotate report {}", rotation.id));
    assert!(
        report.contains("the short one of an emergency: "),
        "{report}"
    );
    assert!(!report.contains("steps that were forced"), "{report}");
    assert!(!report.contains("both keys were trusted for"), "{report}");
}

#[test]
fn a_signing_key_is_replaced_at_once_where_nothing_has_begun() {
    let estate = estate();
    let old = signing_keys(&estate);
    let done = estate.emergency(Kind::OperatorSigningKey, &acme()).unwrap();
    assert_eq!(old, std::slice::from_ref(&done.rotation.old));
    is_over(&estate);
}

#[test]
fn a_signing_key_is_replaced_at_once_from_each_phase() {
    for phase in ["stage", "activate", "soak", "retire"] {
        let estate = estate();
        let begun = estate.start(Kind::OperatorSigningKey, &acme()).unwrap();
        estate.to(phase);
        let done = estate.alarm().unwrap();
        assert_eq!(done.rotation.new, begun.rotation.new);
        is_over(&estate);
    }
}

#[test]
fn what_is_done_is_no_emergency_any_more() {
    let estate = estate();
    estate.emergency(Kind::OperatorSigningKey, &acme()).unwrap();
    let again = estate.alarm().unwrap();
    assert_eq!(again.rotation.phase, "retire");
    estate.seen();
    estate.next().unwrap();
    let refused = why(estate.alarm());
    assert!(refused.contains("is done; hint: "), "{refused}");
}

#[test]
fn an_identity_is_replaced_at_once_and_says_nothing_for_its_successor() {
    let estate = estate();
    let done = estate.emergency(Kind::OperatorIdentity, &acme()).unwrap();
    let rotation = done.rotation;
    assert_eq!(rotation.phase, "retire");
    assert!(!rotation.kept.contains_key("statement"));
    let operator = estate.operator("ACME").unwrap();
    assert_eq!(operator.key.to_string(), rotation.new);
    assert!(signing_keys(&estate).contains(&estate.issuer("ACME", "ORDERS")));
    assert_eq!(estate.state(&rotation.old), KeyState::Compromised);
    assert!(estate.rollback().is_err());
    estate.servers().under(&["ACME", "ACME.before"]).seen();
    assert!(estate.next().is_err());
    estate.servers().under(&["ACME"]).seen();
    let done = estate.next().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert!(estate.operator("ACME.before").is_none());
    assert!(!estate.has_seed(&rotation.old));
    assert_eq!(estate.state(&rotation.old), KeyState::Compromised);
}

#[test]
fn an_identity_whose_seed_is_lost_is_replaced_all_the_same() {
    let estate = estate();
    estate.forget(&estate.operator("ACME").unwrap().key.to_string());
    let done = estate.emergency(Kind::OperatorIdentity, &acme()).unwrap();
    assert_eq!(done.rotation.phase, "retire");
}

#[test]
fn an_identity_is_replaced_at_once_from_each_phase() {
    for steps in 0..4 {
        let estate = estate();
        let begun = estate.start(Kind::OperatorIdentity, &acme()).unwrap();
        let lists = [
            &["ACME", "ACME.next"][..],
            &["ACME.before", "ACME"],
            &["ACME", "ACME.before"],
        ];
        for list in &lists[..steps] {
            estate.wait(SOAK);
            estate.servers().under(list).seen();
            estate.next().unwrap();
        }
        let done = estate.alarm().unwrap();
        assert_eq!(done.rotation.phase, "retire");
        let operator = estate.operator("ACME").unwrap();
        assert_eq!(operator.key.to_string(), begun.rotation.new);
        assert_eq!(estate.accounts("ACME.before").len(), 0);
        assert!(estate.rollback().is_err());
    }
}

const SIGNING: [&str; 5] = [
    "rotate",
    "emergency",
    "operator-signing-key",
    "--reason",
    "a laptop was stolen",
];

#[test]
fn nobody_is_there_to_say_yes_and_nothing_is_changed() {
    let home = common::estate();
    let before = printed(&run(home.path(), &["audit", "verify"]));
    let output = run(home.path(), &SIGNING);
    assert_eq!(output.status.code(), Some(2));
    let said = printed(&output);
    assert!(
        said.contains("would be distrusted at once, and nobody is here to say yes"),
        "{said}"
    );
    assert!(said.contains("--yes"), "{said}");
    let tried = run(home.path(), &[&SIGNING[..], &["--dry-run"]].concat());
    assert!(tried.status.success(), "{tried:?}");
    // What a trial begins is nowhere to be found afterwards.
    let page = String::from_utf8(tried.stdout).unwrap();
    assert!(
        page.contains("nkeep rotate emergency ROTATION --compare"),
        "{page}"
    );
    assert!(!page.contains("rot-"), "{page}");
    assert_eq!(before, printed(&run(home.path(), &["audit", "verify"])));
}

#[test]
fn a_reason_is_wanted_that_somebody_can_follow() {
    let home = common::estate();
    for reason in [&[][..], &["--reason", "x"]] {
        let args = [&SIGNING[..3], reason, &["--yes"]].concat();
        assert_eq!(run(home.path(), &args).status.code(), Some(2));
    }
}

#[test]
fn the_page_names_what_breaks_and_every_command_on_it_can_be_typed() {
    let home = common::estate();
    let at = home.path();
    for number in 1..=9 {
        common::at_home(at, &["add", "account", &format!("A{number}")]);
    }
    for (kind, selected) in [
        ("operator-signing-key", "ACME"),
        ("operator-identity", "ACME"),
    ] {
        let args = [
            "rotate",
            "emergency",
            kind,
            "--reason",
            "a laptop was stolen",
            "--yes",
        ];
        let page = common::at_home(at, &args);
        assert!(
            page.contains("11 accounts, signed by it: \"A1\", \"A2\", "),
            "{page}"
        );
        assert!(page.contains(" and 3 more"), "{page}");
        assert!(page.lines().count() < 40, "{page}");
        let rotation = page
            .split("rotation ")
            .nth(1)
            .unwrap()
            .split(':')
            .next()
            .unwrap();
        let commands: Vec<&str> = page
            .lines()
            .filter_map(|line| line.split_once(". nkeep "))
            .map(|(_, command)| command.split("  #").next().unwrap())
            .collect();
        assert!(commands.len() >= 6, "{page}");
        for command in &commands {
            assert!(!command.contains(['{', '}']), "{command}");
            let live = ["push", "verify", "rotate emergency"];
            if live.iter().any(|live| command.starts_with(live))
                || command.starts_with("rotate next")
            {
                continue;
            }
            let words: Vec<&str> = command.split(' ').collect();
            common::at_home(at, &words);
        }
        assert!(
            page.contains(&format!("nkeep rotate emergency {rotation} --compare")),
            "{page}"
        );
        let env = common::at_home(at, &["env", "--json"]);
        assert!(env.contains(selected), "{env}");
        common::at_home(at, &["store", "check"]);
        let next = [
            "rotate",
            "next",
            rotation,
            "--force",
            "--reason",
            "no servers here",
        ];
        common::at_home(at, &next);
    }
}

#[test]
fn a_rotation_that_is_not_there_is_no_emergency() {
    let home = common::estate();
    let output = run(
        home.path(),
        &[
            "rotate",
            "emergency",
            "nothing",
            "--reason",
            "a laptop was stolen",
            "--yes",
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    let said = printed(&output);
    assert!(said.contains("there is no rotation \"nothing\""), "{said}");
}

#[cfg(feature = "net")]
#[test]
fn there_is_nothing_to_compare_with_before_a_key_is_in_other_hands() {
    let home = common::estate();
    let compare = ["rotate", "emergency", "operator-signing-key", "--compare"];
    let output = run(home.path(), &compare);
    assert_eq!(output.status.code(), Some(1));
    let said = printed(&output);
    let why = "no rotation of the kind operator-signing-key has begun: no key is known";
    assert!(said.contains(why), "{said}");
    assert!(said.contains("hint: nkeep diff"), "{said}");
}

#[test]
fn a_rotation_that_has_begun_is_the_one_that_becomes_an_emergency() {
    let home = common::estate();
    let at = home.path();
    let start = ["rotate", "start", "operator-signing-key", "--servers", "1"];
    let rotation = common::at_home(at, &start);
    let rotation = rotation.trim();
    let output = run(at, &[&SIGNING[..], &["--yes"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let said = printed(&output);
    let hint = format!("hint: nkeep rotate emergency {rotation} --reason 'WORDS'");
    assert!(said.contains(&hint), "{said}");
    let again = [
        "rotate",
        "emergency",
        rotation,
        "--reason",
        "a laptop was stolen",
        "--yes",
    ];
    common::at_home(at, &again);
}

#[test]
fn what_was_in_other_hands_is_not_trusted_again() {
    let estate = estate();
    let done = estate.emergency(Kind::OperatorSigningKey, &acme()).unwrap();
    let old = done.rotation.old;
    let again = format!("edit operator --sk {old}");
    let refusal = format!("{old} is compromised: whoever has its seed would be trusted again");
    for line in [again.clone(), format!("{again} --force")] {
        let said = estate.refused(&line, 1);
        assert!(said.contains(&refusal), "{said}");
        assert!(
            said.contains("hint: nkeep edit operator ACME --sk generate"),
            "{said}"
        );
    }
    let says = String::from_utf8(estate.output("validate").stdout).unwrap();
    assert!(!says.contains(&old), "{says}");
    // By whatever way it came, its seed is not wiped while it is named.
    name_again(&estate, &old);
    let says = String::from_utf8(estate.output("validate").stdout).unwrap();
    assert!(says.contains("key.out-of-use"), "{says}");
    let remedy = format!("nkeep edit operator --rm-sk {old} --force");
    assert!(says.contains(&remedy), "{says}");
    estate.seen();
    assert!(estate.codes().contains(&"named"));
    assert!(why(estate.next()).contains("names"), "{old}");
    estate.run(remedy.trim_start_matches("nkeep "));
    estate.seen();
    estate.next().unwrap();
    let said = estate.refused(&again, 1);
    assert!(said.contains(&refusal), "{said}");
}

#[test]
fn another_emergency_says_what_brings_the_first_to_its_end() {
    let estate = estate();
    let first = estate.emergency(Kind::OperatorSigningKey, &acme()).unwrap();
    let (id, new) = (first.rotation.id, first.rotation.new);
    let ends = format!("nkeep rotate next {id} --force --reason");
    for line in [
        "operator-identity".to_owned(),
        "operator-signing-key".to_owned(),
        format!("operator-signing-key --key {new}"),
    ] {
        let line = format!("rotate emergency {line} --reason a-laptop-was-stolen --yes");
        let said = estate.refused(&line, 1);
        assert!(said.contains("has not ended"), "{said}");
        assert!(said.contains(&ends), "{said}");
    }
    estate.run(&format!(
        "rotate next {id} --force --reason a-second-key-is-gone"
    ));
    estate.run("rotate emergency operator-signing-key --reason a-laptop-was-stolen --yes");
    assert_eq!(estate.state(&new), KeyState::Compromised);
}

#[test]
fn whoever_is_asked_sees_what_breaks_and_may_say_no() {
    let home = common::estate();
    let at = home.path();
    let before = printed(&run(at, &["audit", "verify"]));
    const QUESTION: &str = "Is it in other hands (yes or no): ";
    let (text, code) = common::terminal::answered(at, &SIGNING, &[(QUESTION, "no")]);
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("nothing was changed"), "{text}");
    assert!(
        text.contains("hint: nkeep rotate emergency operator-signing-key --reason 'a laptop was stolen' --dry-run"),
        "{text}"
    );
    assert_eq!(before, printed(&run(at, &["audit", "verify"])));
    let (text, code) = common::terminal::answered(at, &SIGNING, &[(QUESTION, "yes")]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("what to do, in this order"), "{text}");
}

#[test]
fn of_an_account_users_and_importers_are_named() {
    let estate = estate();
    let line = |words: &str| estate.run(words);
    line("add account BILLING");
    let key = line("edit account ORDERS --sk generate");
    let key = key.trim();
    for name in ["one", "two"] {
        line(&format!("add user {name} -a ORDERS -K {key}"));
    }
    line("add export -a ORDERS -s closed --private");
    line(&format!(
        "generate activation -a ORDERS -s closed -t BILLING -K {key} -o a.jwt"
    ));
    let operator = estate.operator("ACME").unwrap();
    let orders = estate.stored("ORDERS");
    let broken = estate
        .read(|records| nkeep::rotation::emergency::broken(records, &operator, Some(&orders), key));
    assert_eq!(
        broken,
        [
            "2 users, signed by it: \"one\", \"two\"",
            "1 account, to which its activations give leave to import: \"BILLING\"",
        ]
    );
}
