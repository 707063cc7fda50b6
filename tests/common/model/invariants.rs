//! What holds at every moment, whatever was done before. Each says what is not so.

use nkeep::store::document::KeyState;
use nkeep::store::record::Entity;

use super::others::Readers;
use super::servers::refuses;
use super::tokens::said;
use super::world::World;

/// What of all of that is not so. What servers and people have is not held against whoever insists, or has a key in other hands.
pub fn broken(world: &World) -> Option<String> {
    exactly_one_signer_is_active_in_each_role(world)
        .or_else(|| times_of_issue_only_rise(world))
        .or_else(|| what_is_handed_out_is_one(world))
        .or_else(|| match world.is_broken {
            true => None,
            false => nothing_is_published_that_its_verifier_does_not_trust(world)
                .or_else(|| nothing_is_withdrawn_that_something_unexpired_depends_on(world)),
        })
}

/// One key of each role signs, its seed is here, and all that the store has of the role is by it.
pub fn exactly_one_signer_is_active_in_each_role(world: &World) -> Option<String> {
    for (role, keys) in &world.seen.roles {
        let active: Vec<_> = keys.iter().filter(|(_, state, _)| state.signs()).collect();
        let [(active, _, is_here)] = &*active else {
            return Some(format!("{} keys of {role} are active", active.len()));
        };
        if !is_here {
            return Some(format!(
                "{active} of {role} is active, and its seed is gone"
            ));
        }
        let others: Vec<&String> = (keys.iter().map(|(key, _, _)| key))
            .filter(|key| *key != active)
            .collect();
        if let Some(by) = signed_by_another(world, role, active, &others) {
            return Some(format!("{active} of {role} is active, and {by}"));
        }
    }
    None
}

/// What is by another key of the role than the one that signs.
fn signed_by_another(
    world: &World,
    role: &str,
    active: &str,
    others: &[&String],
) -> Option<String> {
    let is_by_another = |one: &&Entity| others.contains(&&said(&one.token).issuer);
    if role == "operator" {
        let account = world.seen.accounts.iter().find(is_by_another)?;
        return Some(format!("account {} is by another", account.name));
    }
    if role == "callout" {
        let named = &said(&world.seen.account("SHOP").token).curve_key;
        return (named != active).then(|| format!("the account names {named}"));
    }
    let (account, user) = role.split_once('/')?;
    let account = world.seen.account(account);
    if let Some(named) = world.seen.user(&account.key.to_string(), user) {
        let key = named.key.to_string();
        return (key != active).then(|| format!("{key} has the name"));
    }
    let claims = said(&account.token);
    let holds = |one: &&Entity| refuses(&claims, &said(&one.token)).is_none();
    let user = world.seen.users.iter().filter(is_by_another).find(holds)?;
    Some(format!("user {} is by another", user.name))
}

/// No subject has an earlier token than it had, or another of the same time.
pub fn times_of_issue_only_rise(world: &World) -> Option<String> {
    world.went_back.clone()
}

/// Within what the store has, every token is trusted by the one above it: an account by what servers are to be started with, a
/// user by its account, an activation by the account that gave it.
pub fn what_is_handed_out_is_one(world: &World) -> Option<String> {
    let config = world.config();
    for account in &world.seen.accounts {
        let claims = said(&account.token);
        if !(config.iter()).any(|operator| said(operator).signers.contains(&claims.issuer)) {
            return Some(format!("no operator stands for account {}", account.name));
        }
        for (exporter, subject, token) in &claims.imports {
            let exporter =
                (world.seen.accounts.iter()).find(|one| one.key.to_string() == *exporter);
            let stands =
                exporter.is_some_and(|one| said(&one.token).signers.contains(&said(token).issuer));
            if !stands {
                return Some(format!(
                    "nobody gives {} leave to import {subject}",
                    account.name
                ));
            }
        }
    }
    for user in &world.seen.users {
        let claims = said(&user.token);
        let of = |one: &&Entity| one.key.to_string() == claims.account;
        let account = said(&world.seen.accounts.iter().find(of)?.token);
        if !account.signers.contains(&claims.issuer)
            && !account.revocations.contains_key(&claims.subject)
        {
            return Some(format!("no account stands for user {}", user.name));
        }
    }
    None
}

/// What is given to servers, services and people by now is taken by whoever has to.
pub fn nothing_is_published_that_its_verifier_does_not_trust(world: &World) -> Option<String> {
    for (number, server) in world.servers.iter().enumerate() {
        // What a server keeps, and does not trust, locks its account out at the next start (F3).
        if let Some(key) =
            (server.kept.iter()).find_map(|(key, token)| (!server.trusts(token)).then_some(key))
        {
            return Some(format!(
                "server {number} keeps account {key}, and does not trust it"
            ));
        }
        if let Some(why) = server.doubts(world.now) {
            return Some(format!("at server {number}, {why}"));
        }
        for person in &world.people {
            let user = world.seen.user(&person.account, person.user);
            let refused = user.and_then(|user| turned_away(world, number, &user.token));
            if let Some(why) = refused {
                return Some(format!(
                    "server {number} would not take the creds of {}: {why}",
                    person.user
                ));
            }
        }
        let named = server
            .used
            .values()
            .map(|token| said(token).curve_key.clone());
        let mut sealed_to = named.filter(|key| !key.is_empty());
        if let Some(key) = sealed_to.find(|key| !world.callout.all_have(key)) {
            return Some(format!(
                "server {number} seals to {key}, which not every service opens with"
            ));
        }
    }
    if !world.issuer.services.all_have(&world.issuer.signs_by) {
        return Some("the issuer signs by a key that a service has not pinned".to_owned());
    }
    let readers = &world.key_set.readers;
    let unread = unread(readers, readers.each.iter().map(|one| &one[0]));
    unread.map(|key| format!("a reader writes by {key}, which another has not"))
}

/// What is in the hands of servers, services and people still is taken by whoever has to.
pub fn nothing_is_withdrawn_that_something_unexpired_depends_on(world: &World) -> Option<String> {
    for number in 0..world.servers.len() {
        for person in &world.people {
            if let Some(why) = turned_away(world, number, &person.token) {
                return Some(format!("server {number} turns {} away: {why}", person.user));
            }
        }
        for account in &world.seen.accounts {
            if !world.servers[number]
                .used
                .contains_key(&account.key.to_string())
            {
                return Some(format!(
                    "server {number} lets nobody of account {} in",
                    account.name
                ));
            }
        }
    }
    let tokens = world.issuer.tokens.iter();
    let live = tokens.filter(|(_, until)| *until > world.now);
    if let Some(key) = unread(&world.issuer.services, live.map(|(key, _)| key)) {
        return Some(format!(
            "a token of {key} lives, and a service has it no longer pinned"
        ));
    }
    if let Some(key) = unread(&world.key_set.readers, world.key_set.written.keys()) {
        return Some(format!(
            "something is written by {key}, which a reader has no longer"
        ));
    }
    let goes_back = world
        .seen
        .rotations
        .iter()
        .filter(|one| one.is_open() && !one.compromised);
    let mut old = goes_back.flat_map(|one| {
        let keys = world.seen.roles.values().flatten();
        keys.filter(|(key, _, _)| *key == one.old)
    });
    let lost = old.find(|(_, state, is_here)| !is_here || *state == KeyState::Destroyed);
    lost.map(|(key, _, _)| format!("{key} can be gone back to, and its seed is gone"))
}

/// Why a server turns somebody away by a token that has not expired.
fn turned_away(world: &World, server: usize, token: &str) -> Option<&'static str> {
    let expires = said(token).expires;
    if expires != 0 && expires <= world.now {
        return None;
    }
    world.servers[server].turns_away(token, world.now)
}

/// A key of those that some reader has not.
fn unread<'a>(readers: &Readers, mut keys: impl Iterator<Item = &'a String>) -> Option<&'a String> {
    keys.find(|key| !readers.all_have(key))
}
