//! Keys of nobody: those that no entity of the store has, that no token in it names, and that wait for no answer of a root. `list keys`, `export keys` and
//! `validate` ask here, and nowhere else.

use std::collections::HashSet;

use super::{Result, claims};
use crate::jwt::claims::{Account, Claims, Operator};
use crate::jwt::decode::Token;
use crate::nkey::PublicKey;
use crate::store::class::Role;
use crate::store::record::{Entity, EntityKind, KeyRecord};
use crate::store::{Changes, ListedKey, ListedKeys, Records, StoreError};

/// Keys of nobody, by their public halves.
#[derive(Default)]
pub struct Strays {
    keys: HashSet<String>,
}

impl Strays {
    /// Looks through everything: of all operators, whichever is selected. Keys that wait for an answer are none.
    pub fn of(records: &dyn Records, waiting: &HashSet<PublicKey>) -> Result<Self> {
        let mut strays = Self::unowned(&records.listed_keys()?, waiting);
        if strays.keys.is_empty() {
            return Ok(strays);
        }
        let mut entities = Vec::new();
        for kind in [EntityKind::Operator, EntityKind::Account] {
            records.each_entity(kind, None, &mut |entity| {
                entities.push(entity);
                Ok(())
            })?;
        }
        for entity in &entities {
            if entity.kind == EntityKind::Operator {
                strays.spare_operator(claims::<Operator>(entity)?.claims());
            } else {
                strays.spare_account(claims::<Account>(entity)?.claims());
            }
        }
        Ok(strays)
    }

    /// Spares those that tokens name: all those of operators and accounts are needed.
    pub fn spare<'a>(&mut self, tokens: impl Iterator<Item = &'a Token>) {
        if self.keys.is_empty() {
            return;
        }
        for token in tokens {
            match token {
                Token::Operator(token) => self.spare_operator(token.claims()),
                Token::Account(token) => self.spare_account(token.claims()),
                _ => {}
            }
        }
    }

    /// Whether that key is one.
    pub fn is_one(&self, public: &str) -> bool {
        self.keys.contains(public)
    }

    /// Those of which the store notes no owner, and that are no entity's identity. The store's own are its own. Tokens may name
    /// some of them.
    pub fn unowned(listed: &ListedKeys, waiting: &HashSet<PublicKey>) -> Self {
        let is_own = |key: &ListedKey<'_>| matches!(key.role, Role::Store | Role::Journal);
        let unowned = listed
            .iter()
            .filter(|key| key.owner_key.is_empty() && !is_own(key));
        let mut keys: HashSet<String> = unowned.map(|key| key.public.to_string()).collect();
        if !keys.is_empty() {
            // Every entity's identity is listed, whether its seed is here or not.
            for key in listed.iter().filter(|key| !key.owner_key.is_empty()) {
                keys.remove(key.public);
            }
            for key in waiting {
                keys.remove(&key.to_string());
            }
        }
        Self { keys }
    }

    fn spare_operator(&mut self, claims: &Claims<Operator>) {
        for key in &claims.body.signing_keys {
            self.keys.remove(key);
        }
    }

    fn spare_account(&mut self, claims: &Claims<Account>) {
        for key in claims.body.signing_keys.0.keys() {
            self.keys.remove(key);
        }
        self.keys.remove(&claims.body.authorization.xkey);
    }
}

/// Keys of which the store notes no owner.
pub fn unowned(records: &dyn Records) -> Result<HashSet<String>> {
    let listed = records.listed_keys()?;
    let unowned = listed.iter().filter(|key| key.owner_key.is_empty());
    Ok(unowned.map(|key| key.public.to_string()).collect())
}

/// Gives an entity back the keys that it had before it was deleted: those that its token names, and that are nobody's.
pub fn adopt(changes: &mut dyn Changes, entity: &Entity, unowned: &HashSet<String>) -> Result<()> {
    if unowned.is_empty() {
        return Ok(());
    }
    let mut own = vec![entity.key.to_string()];
    match entity.kind {
        EntityKind::Operator => {
            let token = claims::<Operator>(entity)?;
            own.extend(token.claims().body.signing_keys.iter().cloned());
        }
        EntityKind::Account => {
            let token = claims::<Account>(entity)?;
            let body = &token.claims().body;
            own.extend(body.signing_keys.0.keys().cloned());
            own.push(body.authorization.xkey.clone());
        }
        EntityKind::User => {}
    }
    for key in own.iter().filter(|key| unowned.contains(*key)) {
        let key = key.parse().map_err(StoreError::from)?;
        if let Some(record) = changes.key(&key)? {
            changes.put_key(&KeyRecord {
                owner: Some(entity.key),
                ..record
            })?;
        }
    }
    Ok(())
}
