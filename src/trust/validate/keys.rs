//! Signing keys: those that tokens name, and those that the store has.

use std::collections::{HashMap, HashSet};

use super::Checked;
use crate::jwt::decode::Token;
use crate::jwt::validate::Code;
use crate::nkey::PublicKey;
use crate::store::ListedKeys;
use crate::store::class::Role;
use crate::store::document::{KeyState, Standing};

/// What the store has, and what tokens name.
#[derive(Default)]
pub struct Keys {
    /// Public keys whose seeds are in the store.
    sealed: HashSet<String>,
    /// Signing keys in the store, by owner.
    signing: HashMap<String, Vec<String>>,
    /// Who names a key that others have, too.
    shared: HashMap<String, Vec<String>>,
    /// Keys that rotations took out of use, and how each stands.
    over: HashMap<String, KeyState>,
    /// How many identity keys have their seeds in the store.
    identities: usize,
    /// Whether seeds of signing keys are for a store to work with, and not for this one.
    works_elsewhere: bool,
}

impl Keys {
    /// What the store has, and how it stands; which of them are shared is not known yet.
    pub fn of(listed: &ListedKeys, standing: &[Standing]) -> Self {
        let over = standing.iter().filter(|one| one.state.is_over());
        let mut keys = Self {
            sealed: HashSet::with_capacity(listed.iter().len()),
            signing: HashMap::new(),
            shared: HashMap::new(),
            over: over.map(|one| (one.key.to_string(), one.state)).collect(),
            identities: 0,
            works_elsewhere: false,
        };
        for key in listed.iter() {
            if key.role == Role::Signing {
                let own = keys.signing.entry(key.owner_key.to_string()).or_default();
                own.push(key.public.to_string());
            }
            if key.sealed {
                let is_identity = key.role == Role::Identity && !key.owner_key.is_empty();
                keys.identities += usize::from(is_identity);
                keys.sealed.insert(key.public.to_string());
            }
        }
        keys
    }

    /// Notes that people work with another store: the seeds of signing keys are there.
    pub const fn work_elsewhere(&mut self) {
        self.works_elsewhere = true;
    }

    /// Notes whose keys others have, too, among those of operators and accounts.
    pub fn compare(&mut self, above_users: &[Checked]) {
        self.shared = shared(above_users);
    }

    /// Whether a rotation took that key out of use.
    pub fn is_over(&self, key: &PublicKey) -> bool {
        !self.over.is_empty() && self.over.contains_key(&key.to_string())
    }

    /// Whose identity keys have their seeds elsewhere.
    pub fn elsewhere(&self, all: &[Checked]) -> HashSet<PublicKey> {
        if self.identities == all.len() {
            return HashSet::new();
        }
        let keys = all.iter().map(|checked| checked.entity.key);
        keys.filter(|key| !self.sealed.contains(&key.to_string()))
            .collect()
    }

    /// Looks at the signing keys of an operator or an account.
    pub fn check(&self, checked: &mut Checked) {
        let mut found = Vec::new();
        {
            let named = named(checked);
            let mut seen = HashSet::new();
            for (index, key) in named.iter().enumerate() {
                let place = format!("nats.signing_keys[{index}]");
                if !seen.insert(key) {
                    let message = format!("the signing key {key} is named twice");
                    found.push((Code::KeyTwice, place, message));
                } else if let Some(state) = self.over.get(*key) {
                    let message =
                        format!("the signing key {key} is {state}, and named all the same");
                    found.push((Code::KeyOver, place, message));
                } else if !self.works_elsewhere && !self.sealed.contains(*key) {
                    let message = format!("the seed of the signing key {key} is not in the store");
                    found.push((Code::KeySeedMissing, place, message));
                }
            }
            for (index, key) in named.iter().enumerate() {
                if let Some(owners) = self.shared.get(*key) {
                    let place = format!("nats.signing_keys[{index}]");
                    let message = format!("the key {key} is one of {}", owners.join(" and of "));
                    found.push((Code::KeyShared, place, message));
                }
            }
            let own = self.signing.get(&checked.entity.key.to_string());
            for key in own.into_iter().flatten() {
                // What a rotation took away is its own to bring to an end.
                if !named.contains(&key.as_str()) && !self.over.contains_key(key) {
                    let message = format!(
                        "the signing key {key} is in the store, and its owner's token does not name it"
                    );
                    found.push((Code::KeyUnreferenced, String::new(), message));
                }
            }
        }
        for (code, place, message) in found {
            checked.add(code, place, message);
        }
    }
}

/// Keys that more than one names, or has for its identity.
fn shared(all: &[Checked]) -> HashMap<String, Vec<String>> {
    let mut owners: HashMap<&str, Vec<&Checked>> = HashMap::new();
    for checked in all {
        for key in named(checked) {
            let of = owners.entry(key).or_default();
            // One that is named twice has a finding of its own.
            if !of
                .iter()
                .any(|other| other.entity.key == checked.entity.key)
            {
                of.push(checked);
            }
        }
    }
    let identities: HashMap<String, &Checked> = all
        .iter()
        .map(|checked| (checked.entity.key.to_string(), checked))
        .collect();
    let mut shared = HashMap::new();
    for (key, mut of) in owners {
        of.extend(identities.get(key));
        if of.len() > 1 {
            let named =
                |one: &&Checked| format!("{} {:?}", one.entity.kind, one.entity.name.as_str());
            shared.insert(key.to_owned(), of.iter().map(named).collect());
        }
    }
    shared
}

/// The signing keys that a token names.
pub fn named(checked: &Checked) -> Vec<&str> {
    match checked.token.as_ref() {
        Some(Token::Operator(token)) => {
            let keys = &token.claims().body.signing_keys;
            keys.iter().map(String::as_str).collect()
        }
        Some(Token::Account(token)) => {
            let keys = &token.claims().body.signing_keys.0;
            keys.keys().map(String::as_str).collect()
        }
        _ => Vec::new(),
    }
}
