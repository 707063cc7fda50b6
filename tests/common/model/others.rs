//! Those of whom no server knows: services and readers that have keys in files, and the issuer that a service trusts. What people
//! say of them is true.

use std::collections::BTreeMap;

use super::chance::Chance;

/// Two that have keys of one set, each as it was last given them, the one that leads first.
#[derive(Default)]
pub struct Readers {
    pub each: [Vec<String>; 2],
}

impl Readers {
    pub fn with(key: &str) -> Self {
        Self {
            each: [vec![key.to_owned()], vec![key.to_owned()]],
        }
    }

    pub fn all_have(&self, key: &str) -> bool {
        self.each.iter().all(|one| one.iter().any(|has| has == key))
    }

    pub fn none_has(&self, key: &str) -> bool {
        self.each.iter().all(|one| one.iter().all(|has| has != key))
    }

    pub fn none_leads_with(&self, key: &str) -> bool {
        self.each
            .iter()
            .all(|one| one.first().is_none_or(|leads| leads != key))
    }
}

/// Readers of a key set, and what they wrote: how much of it by which key.
#[derive(Default)]
pub struct KeySet {
    pub readers: Readers,
    pub written: BTreeMap<String, usize>,
}

impl KeySet {
    pub fn write(&mut self, chance: &mut Chance) {
        let key = self.readers.each[chance.below(2)][0].clone();
        *self.written.entry(key).or_default() += 1;
    }

    /// Writes all anew that was written by other keys than the one that leads, where they agree on that.
    pub fn rewrite(&mut self) {
        let [one, other] = [0, 1].map(|number| self.readers.each[number][0].clone());
        if one == other {
            let all = self.written.values().sum();
            self.written = BTreeMap::from([(one, all)]);
        }
    }
}

/// How long a token of the issuer lives.
pub const LIFE: i64 = 300;

/// An issuer, the services that trust it, and its tokens that live: by which key, and until when.
#[derive(Default)]
pub struct Issuer {
    pub services: Readers,
    pub signs_by: String,
    pub tokens: Vec<(String, i64)>,
}

impl Issuer {
    pub fn give(&mut self, now: i64) {
        self.tokens.retain(|(_, until)| *until > now);
        self.tokens.push((self.signs_by.clone(), now + LIFE));
    }

    pub fn is_unseen(&self, key: &str, now: i64) -> bool {
        let lives = |(by, until): &(String, i64)| by == key && *until > now;
        self.signs_by != key && !self.tokens.iter().any(lives)
    }
}
