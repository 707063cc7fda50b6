//! The signing key of an account: servers have the new one before it signs, all that the old one signed is signed anew, and the
//! old one goes when nothing holds by it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::rotated::{Matter, Rotated, SOAK, why};
use nkeep::jwt::claims::{Account, Claims, Scope};
use nkeep::rotation::{Kind, Outcome};
use nkeep::store::Changes;
use nkeep::store::document::KeyState;
use nkeep::trust::{self, KeyChoice, KeySource, signing_keys};
use serde_json::{Value, json};

const KIND: Kind = Kind::AccountSigningKey;
const REPLACED: &str = "activations-replaced";

/// ACME has a key with the role reader, which signed two users and an activation by which SHOP imports.
fn estate() -> (Rotated, String) {
    let estate = Rotated::of(common::market::market());
    for line in [
        "edit signing-key --sk generate --role reader -a ACME --allow-sub in.{{name()}}.> --description reads",
        "add user amy -a ACME -K reader",
        "add user bob -a ACME -K reader",
    ] {
        estate.run(line);
    }
    let keys = estate.account("ACME")["nats"]["signing_keys"].clone();
    let scoped = keys.as_array().unwrap().iter().find(|key| key.is_object());
    let old = scoped.unwrap()["key"].as_str().unwrap().to_owned();
    for line in [
        format!("generate activation -a ACME -t SHOP -s orders.> -K {old} -o shop.jwt"),
        "add import -a SHOP --token shop.jwt".to_owned(),
    ] {
        estate.run(&line);
    }
    (estate, old)
}

fn reader() -> Matter {
    Matter::of_account("ACME").key("reader")
}

fn started() -> (Rotated, String, String) {
    let (estate, old) = estate();
    let done = estate.start(KIND, &reader()).unwrap();
    assert_eq!(done.rotation.old, old);
    (estate, old, done.rotation.new)
}

/// What an account says of a signing key, without the key.
fn entry(account: &Value, key: &str) -> Option<Value> {
    let keys = account["nats"]["signing_keys"].as_array()?;
    let found = keys.iter().find(|one| one["key"] == key || **one == key)?;
    let mut found = found.clone();
    if let Some(object) = found.as_object_mut() {
        object.remove("key");
    }
    Some(found)
}

/// The issuers of what hangs on the key: amy, bob, and the activation of SHOP.
fn issuers(estate: &Rotated) -> [String; 3] {
    let import = estate.account("SHOP")["nats"]["imports"][0]["token"].clone();
    std::fs::write(estate.home().join("import.jwt"), import.as_str().unwrap()).unwrap();
    let activation = estate.json("describe jwt -f import.jwt");
    [
        estate.user("ACME", "amy"),
        estate.user("ACME", "bob"),
        activation,
    ]
    .map(|claims| claims["iss"].as_str().unwrap().to_owned())
}

#[test]
fn a_key_of_the_same_scope_is_staged_and_signs_nothing() {
    let (estate, old, new) = started();
    let account = estate.account("ACME");
    assert_eq!(entry(&account, &new), entry(&account, &old));
    assert_eq!(entry(&account, &new).unwrap()["role"], "reader");
    assert_eq!(entry(&account, &new).unwrap()["description"], "reads");
    assert_eq!(estate.state(&new), KeyState::Published);
    assert_eq!(estate.state(&old), KeyState::Active);
    assert_eq!(issuers(&estate), [&*old, &*old, &*old]);
    // The role is that of the key that signs.
    estate.run("add user eve -a ACME -K reader");
    assert_eq!(estate.user("ACME", "eve")["iss"], old.as_str());
    estate.is_whole();
}

#[test]
fn it_signs_when_every_server_has_the_account() {
    let (estate, old, new) = started();
    assert_eq!(estate.codes(), ["server-silent"]);
    estate.servers().behind("ACME").seen();
    assert_eq!(estate.codes(), ["server-behind"]);
    assert!(
        (estate.missing()[0].what)
            .contains("server \"two\" has 1 account otherwise, or none: \"ACME\""),
        "{:?}",
        estate.missing()
    );
    assert!(estate.next().is_err());
    estate.servers().behind("SHOP").seen();
    estate.crashes();
    let done = estate.next().unwrap();
    assert_eq!(issuers(&estate), [&*new, &*new, &*new]);
    assert_eq!(estate.state(&new), KeyState::Active);
    assert_eq!(estate.state(&old), KeyState::Retiring);
    assert_eq!(estate.user("ACME", "amy")["nats"]["pub"], json!({}));
    let left = done.rotation.left_to_people().join("\n");
    for says in [
        "each of 2 users",
        "amy",
        "nkeep generate creds -a ACME -n amy -o amy.creds --force",
    ] {
        assert!(left.contains(says), "{left}");
    }
    // What every server has is not pushed again.
    let push = "left to people: nkeep push -A";
    assert!(estate.status().contains(push));
    estate.seen();
    let status = estate.status();
    assert!(!status.contains(push), "{status}");
    assert!(
        status.contains("left to people: nkeep generate creds"),
        "{status}"
    );
    // Also what is new is signed by it.
    estate.run("add user eve -a ACME -K reader");
    assert_eq!(estate.user("ACME", "eve")["iss"], new.as_str());
    estate.is_whole();
}

#[test]
fn what_is_signed_anew_is_later_and_says_the_same() {
    let (estate, _, _) = started();
    let before = [estate.user("ACME", "amy"), estate.account("SHOP")];
    estate.to("activate");
    let after = [estate.user("ACME", "amy"), estate.account("SHOP")];
    for (before, after) in before.iter().zip(&after) {
        assert!(before["iat"].as_i64() < after["iat"].as_i64());
    }
    assert_eq!(before[0]["nats"], after[0]["nats"]);
    let without_token = |account: &Value| {
        let mut import = account["nats"]["imports"][0].clone();
        import.as_object_mut().unwrap().remove("token");
        import
    };
    assert_eq!(without_token(&before[1]), without_token(&after[1]));
}

#[test]
fn who_is_revoked_is_left_as_they_are() {
    let (estate, old) = estate();
    estate.run("revocations add-user bob -a ACME");
    estate.run("revocations add-activation -a ACME -s orders.> -t SHOP");
    let new = estate.start(KIND, &reader()).unwrap();
    let new = new.rotation.new;
    estate.seen();
    let done = estate.next().unwrap();
    assert_eq!(issuers(&estate), [&*new, &*old, &*old]);
    let told = done.told.join("\n");
    assert!(told.contains("since they are revoked: \"bob\""), "{told}");
    // They hold nothing back.
    estate.to("destroy");
}

/// Each gate of the phase alone.
#[test]
fn the_old_key_goes_when_nothing_needs_it() {
    let (estate, old, new) = started();
    estate.to("activate");
    assert_eq!(estate.codes(), ["server-silent"]);
    estate.servers().behind("SHOP").seen();
    assert!(
        estate.missing()[0].what.contains("SHOP"),
        "{:?}",
        estate.missing()
    );
    estate.seen();
    estate.next().unwrap();
    assert_eq!(estate.rotation().phase, "soak");
    // It has not soaked.
    estate.wait(10);
    estate.seen();
    assert_eq!(estate.codes(), ["soak", "quiet"]);
    // Somebody is there by the old key.
    let both = estate.servers().connected("U1", &old);
    both.connected("U2", &new).soaked();
    assert_eq!(estate.codes(), ["server-behind"]);
    let what = &estate.missing()[0].what;
    assert!(what.contains("has 1 connection by A"), "{what}");
    assert!(what.contains("U1 (orders)"), "{what}");
    // Nobody is, and was not for long enough.
    estate.servers().connected("U2", &new).seen();
    estate.wait(SOAK - 10);
    estate.servers().connected("U2", &new).seen();
    assert_eq!(estate.codes(), ["quiet"]);
    // The importing account is not there.
    estate.wait(20);
    estate.servers().behind("SHOP").seen();
    assert_eq!(estate.codes(), ["server-behind"]);
    // Somebody signed by it once more.
    estate.run(&format!("add user late -a ACME -K {old}"));
    estate.seen();
    assert_eq!(estate.codes(), ["hanging"]);
    assert!(estate.missing()[0].what.contains("user \"late\""));
    estate.run("delete user late -a ACME --no-revoke");
    // Somebody got an activation that is nowhere here.
    let other = "ABEB5XTXFWQVPBOJ4WNAQYQBXDB7TQYHCKPD7RWX6NFKJX7NLAKOK7LY";
    let give = format!("generate activation -a ACME -t {other} -s orders.> -K {old} -o other.jwt");
    estate.run(&give);
    estate.seen();
    assert_eq!(estate.codes(), [REPLACED]);
    assert!(estate.missing()[0].what.contains(other));
    estate.say(REPLACED);
    assert!(estate.codes().is_empty(), "{:?}", estate.missing());
    estate.next().unwrap();
    let account = estate.account("ACME");
    assert_eq!(entry(&account, &old), None);
    assert!(entry(&account, &new).is_some());
    assert_eq!(estate.state(&old), KeyState::Withdrawn);
    assert!(estate.has_seed(&old));
    assert_eq!(estate.codes(), ["server-silent"]);
    estate.wait(1);
    estate.servers().behind("ACME").seen();
    assert_eq!(estate.codes(), ["server-behind"]);
    estate.seen();
    let done = estate.next().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Done));
    assert!(!estate.has_seed(&old));
    assert_eq!(estate.state(&old), KeyState::Destroyed);
    estate.is_whole();
}

/// Users with an end need not be seen once it is past; without one there is no time that would do.
#[test]
fn time_is_enough_only_where_all_that_it_signed_ends() {
    for ends in [true, false] {
        let (estate, _) = estate();
        for user in ["amy", "bob"] {
            estate.run(&format!("delete user {user} -a ACME"));
        }
        // What was deleted was signed all the same, and ends never.
        let roles = "edit signing-key --sk generate --role short -a ACME --allow-sub x";
        estate.run(roles);
        estate.run("add user cat -a ACME -K short --expiry 1d");
        if !ends {
            estate.run("add user dog -a ACME -K short");
        }
        estate
            .start(KIND, &Matter::of_account("ACME").key("short"))
            .unwrap();
        estate.to("soak");
        estate.wait(2 * 86_400);
        let old = estate.rotation().old;
        estate.servers().connected("U1", &old).seen();
        match ends {
            true => assert!(estate.codes().is_empty(), "{:?}", estate.missing()),
            false => assert_eq!(estate.codes(), ["server-behind"]),
        }
    }
}

#[test]
fn every_phase_can_be_taken_back() {
    let (estate, old, new) = started();
    estate.to("retire");
    // The old one is named again, just as it was.
    let done = estate.rollback().unwrap();
    assert_eq!(done.rotation.phase, "soak");
    let account = estate.account("ACME");
    assert_eq!(entry(&account, &old), entry(&account, &new));
    assert_eq!(estate.state(&old), KeyState::Retiring);
    // It signs when servers have it.
    estate.wait(1);
    assert!(estate.rollback().is_err());
    estate.seen();
    let done = estate.rollback().unwrap();
    assert_eq!(done.rotation.phase, "stage");
    assert_eq!(issuers(&estate), [&*old, &*old, &*old]);
    assert_eq!(estate.state(&old), KeyState::Active);
    assert_eq!(estate.state(&new), KeyState::Published);
    // The new one goes when nobody is there by it.
    estate.wait(1);
    estate.servers().connected("U1", &new).soaked();
    let refused = why(estate.abort());
    assert!(
        refused.contains(&format!("has 1 connection by {new}")),
        "{refused}"
    );
    estate.servers().connected("U1", &old).soaked();
    let done = estate.abort().unwrap();
    assert_eq!(done.rotation.outcome, Some(Outcome::Aborted));
    let account = estate.account("ACME");
    assert_eq!(entry(&account, &new), None);
    assert!(!estate.has_seed(&new));
    assert_eq!(issuers(&estate), [&*old, &*old, &*old]);
    estate.is_whole();
    // And it can be begun again.
    estate.wait(1);
    estate.start(KIND, &reader()).unwrap();
    estate.to("destroy");
}

#[test]
fn what_was_taken_back_goes_on_again() {
    let (estate, old, new) = started();
    estate.to("activate");
    estate.rollback().unwrap();
    assert_eq!(issuers(&estate), [&*old, &*old, &*old]);
    estate.to("destroy");
    assert_eq!(issuers(&estate), [&*new, &*new, &*new]);
    assert!(!estate.has_seed(&old));
    estate.is_whole();
}

#[test]
fn it_is_aborted_before_anything_was_signed() {
    let (estate, old, new) = started();
    estate.abort().unwrap();
    assert_eq!(entry(&estate.account("ACME"), &new), None);
    assert_eq!(issuers(&estate), [&*old, &*old, &*old]);
    assert_eq!(estate.state(&new), KeyState::Destroyed);
}

#[test]
fn two_rotations_of_one_key_are_refused() {
    let (estate, old, new) = started();
    for key in [&old, &new] {
        let refused = why(estate.start(KIND, &Matter::of_account("ACME").key(key)));
        assert!(refused.contains("has not ended"), "{refused}");
    }
}

#[test]
fn a_key_in_other_hands_is_gone_at_once() {
    let (estate, old) = estate();
    let done = estate.emergency(KIND, &reader()).unwrap();
    let new = done.rotation.new.clone();
    assert_eq!(issuers(&estate), [&*new, &*new, &*new]);
    assert_eq!(entry(&estate.account("ACME"), &old), None);
    assert_eq!(estate.state(&old), KeyState::Compromised);
    assert!(estate.rollback().is_err());
    estate.is_whole();
}

/// An account that another signs is not signed here, and holds the old key until somebody has.
#[test]
fn an_importer_that_cannot_be_signed_here_is_named() {
    let (estate, old) = estate();
    estate.start(KIND, &reader()).unwrap();
    estate.seen();
    let operator = estate.json("describe operator");
    let keys: Vec<String> = std::iter::once(&operator["sub"])
        .chain(operator["nats"]["signing_keys"].as_array().unwrap())
        .map(|key| key.as_str().unwrap().to_owned())
        .collect();
    for key in &keys {
        estate.forget(key);
    }
    let done = estate.next().unwrap();
    let left = done.rotation.left_to_people().join("\n");
    assert!(
        left.contains("nkeep generate activation -a ACME -s 'orders.>' -t SHOP")
            && left.contains(&old),
        "{left}"
    );
    let new = done.rotation.new;
    assert_eq!(issuers(&estate), [&*new, &*new, &*old]);
    estate.wait(1);
    estate.seen();
    estate.next().unwrap();
    estate.wait(1);
    estate.servers().soaked();
    assert_eq!(estate.codes(), ["hanging"]);
    assert!(
        estate.missing()[0]
            .what
            .contains("imports of account \"SHOP\"")
    );
}

/// A key whose seed is elsewhere cannot sign, and replaces none; one whose seed is elsewhere is replaced all the same.
#[test]
fn a_key_that_is_not_here_signs_nothing_here() {
    let (estate, old) = estate();
    let other = "ABEB5XTXFWQVPBOJ4WNAQYQBXDB7TQYHCKPD7RWX6NFKJX7NLAKOK7LY";
    let before = estate.everything();
    let source = KeySource::Public(other.parse().unwrap());
    let refused = why(estate.start_by(KIND, &reader(), Some(source)));
    assert!(refused.contains("it could sign nothing"), "{refused}");
    assert_eq!(estate.everything(), before);
    estate.forget(&old);
    let done = estate.start(KIND, &reader()).unwrap();
    let new = done.rotation.new;
    estate.seen();
    estate.next().unwrap();
    assert_eq!(issuers(&estate), [&*new, &*new, &*new]);
    assert!(estate.rollback().is_err());
}

#[test]
fn a_key_that_the_account_has_already_is_refused() {
    let (estate, old) = estate();
    let keys = estate.account("ACME")["nats"]["signing_keys"].clone();
    let plain = keys[0].as_str().or(keys[1].as_str()).unwrap();
    for (key, says) in [
        (plain, "is a signing key of the account already"),
        (&*old, "already"),
    ] {
        let source = KeySource::Public(key.parse().unwrap());
        let refused = why(estate.start_by(KIND, &reader(), Some(source)));
        assert!(refused.contains(says), "{refused}");
    }
}

/// Where the operator demands signing keys the only one is replaced, and never missing.
#[test]
fn the_only_key_of_an_account_is_replaced() {
    let (estate, _) = estate();
    estate.run("add account ONLY");
    estate.run("edit account ONLY --sk generate");
    estate.run("add user one -a ONLY");
    let done = estate.start(KIND, &Matter::of_account("ONLY")).unwrap();
    let new = done.rotation.new;
    estate.to("destroy");
    let keys = estate.account("ONLY")["nats"]["signing_keys"].clone();
    assert_eq!(keys, json!([new]));
    assert_eq!(estate.user("ONLY", "one")["iss"], new.as_str());
    estate.is_whole();
}

/// What is said of the key that goes is said of the one that comes, too: else it would be lost without a word.
#[test]
fn a_scope_that_is_edited_meanwhile_is_that_of_both() {
    let (estate, old, new) = started();
    let both = |estate: &Rotated, subject: &str| {
        let account = estate.account("ACME");
        let [of_old, of_new] = [&old, &new].map(|key| entry(&account, key).unwrap());
        assert_eq!(of_old, of_new);
        let says = of_old.to_string();
        assert!(says.contains(subject), "{says}");
    };
    let said = |estate: &Rotated, line: &str| {
        let output = estate.output(line);
        assert!(output.status.success(), "{line}: {output:?}");
        common::refusal::said(&output)
    };
    estate.seen();
    let by_key = format!("edit signing-key -a ACME {old} --deny-pub w.secret");
    let told = said(&estate, &by_key);
    both(&estate, "w.secret");
    assert!(
        told.contains(&format!("{new} has the same scope")),
        "{told}"
    );
    // Servers have to have it before users are signed by it.
    assert_eq!(estate.codes(), ["server-behind"; 2]);
    estate.wait(1);
    estate.seen();
    estate.next().unwrap();
    assert_eq!(issuers(&estate)[0], new);
    both(&estate, "w.secret");
    // The role is that of the key that signs, and nobody is told otherwise.
    let told = said(
        &estate,
        "edit signing-key -a ACME reader --allow-pub w.open",
    );
    assert!(!told.contains("says neither"), "{told}");
    assert!(told.contains("nkeep add user NAME -K reader"), "{told}");
    both(&estate, "w.open");
    estate.wait(1);
    estate.seen();
    estate.rollback().unwrap();
    both(&estate, "w.open");
    estate.is_whole();
    // When it is over, each is for itself.
    estate.to("destroy");
    let told = said(
        &estate,
        "edit signing-key -a ACME reader --allow-pub w.more",
    );
    assert!(!told.contains("same scope"), "{told}");
}

#[test]
fn a_key_that_is_named_again_has_the_scope_that_the_other_has_by_then() {
    let (estate, old, new) = started();
    estate.to("retire");
    estate.run("edit signing-key -a ACME reader --deny-pub w.secret");
    let done = estate.rollback().unwrap();
    let account = estate.account("ACME");
    assert_eq!(entry(&account, &old), entry(&account, &new));
    assert!(
        entry(&account, &old)
            .unwrap()
            .to_string()
            .contains("w.secret")
    );
    let told = done.told.join("\n");
    assert!(told.contains("edited since"), "{told}");
}

/// Whom the other key signed is bound by the scope as well, also where there was none.
#[test]
fn a_first_scope_binds_whom_either_key_signed() {
    let estate = Rotated::of(common::estate());
    estate.run("edit account ACME --sk generate");
    let old = estate.account("ACME")["nats"]["signing_keys"][0].clone();
    let old = old.as_str().unwrap().to_owned();
    estate.run(&format!("add user amy -a ACME -K {old} --allow-pub a"));
    let done = estate
        .start(KIND, &Matter::of_account("ACME").key(&old))
        .unwrap();
    let new = done.rotation.new;
    estate.run(&format!("add user bob -a ACME -K {new} --allow-pub b"));
    let line = format!("edit signing-key -a ACME {old} --role worker --allow-pub w");
    estate.refused(&line, 1);
    estate.run(&format!("{line} --force"));
    let account = estate.account("ACME");
    assert_eq!(entry(&account, &old), entry(&account, &new));
    for user in ["amy", "bob"] {
        assert_eq!(estate.user("ACME", user)["nats"]["pub"], json!({}));
    }
    estate.is_whole();
}

/// As where the account came from elsewhere: what is not the same is seen before the other key signs.
#[test]
fn scopes_that_came_to_differ_hold_it_until_they_are_the_same() {
    let deny_by = |estate: &Rotated, key: &str, subject: &str| {
        let changed = estate.change(|changes, keyring| {
            let operator = trust::operator(changes, None)?;
            let account = trust::account(changes, &operator, Some("ACME"))?;
            let (key, best) = (key.parse().unwrap(), KeyChoice::Best);
            let deny = |_: &mut dyn Changes, _: &mut Claims<Account>, scope: &mut Scope| {
                let limits = &mut scope.template.limits;
                limits.permissions.publish.deny.push(subject.to_owned());
                Ok(())
            };
            signing_keys::scope(changes, keyring, &account, &key, &best, false, deny)?;
            Ok(())
        });
        changed.unwrap();
    };
    let (estate, old, new) = started();
    deny_by(&estate, &old, "w.secret");
    estate.seen();
    assert_eq!(estate.codes(), ["scope"]);
    let help = estate.missing()[0].help.clone();
    let (line, _) = help.split_once("  #").unwrap_or((&help, ""));
    estate.run(line.trim_start_matches("nkeep ").trim());
    assert_eq!(estate.codes(), ["server-behind"; 2]);
    estate.wait(1);
    estate.seen();
    estate.to("retire");
    // And back.
    estate.rollback().unwrap();
    deny_by(&estate, &new, "w.other");
    estate.wait(1);
    estate.seen();
    let refused = why(estate.rollback());
    assert!(refused.contains("was edited since"), "{refused}");
    estate.refused("rotate rollback", 6);
    estate.run("rotate rollback --force --reason unreachable");
    let account = estate.account("ACME");
    assert_eq!(entry(&account, &old), entry(&account, &new));
    assert!(
        entry(&account, &old)
            .unwrap()
            .to_string()
            .contains("w.other")
    );
    estate.is_whole();
}

#[test]
fn a_key_that_is_named_again_is_not_wiped() {
    let (estate, old, _) = started();
    estate.to("retire");
    let says = estate.refused(&format!("edit account ACME --sk {old}"), 1);
    assert!(says.contains(&format!("{old} is withdrawn")), "{says}");
    let named = estate.change(|changes, keyring| {
        let operator = trust::operator(changes, None)?;
        let account = trust::account(changes, &operator, Some("ACME"))?;
        let choice = KeyChoice::Best;
        trust::edit::account(changes, keyring, &account, &choice, |_, claims| {
            claims.body.signing_keys.0.insert(old.clone(), None);
            Ok(())
        })?;
        Ok(())
    });
    named.unwrap();
    estate.seen();
    assert!(estate.codes().contains(&"named"));
    assert!(estate.next().is_err());
    estate.run(&format!("edit account ACME --rm-sk {old} --force"));
    estate.seen();
    estate.next().unwrap();
}
