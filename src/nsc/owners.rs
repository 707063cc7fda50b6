//! Whose a key is, by what the tokens say: an identity, a signing key, or a curve key.

use std::collections::HashMap;

use crate::jwt::claims::{Account, Claims, Operator};
use crate::nkey::PublicKey;
use crate::store::class::Role;
use crate::store::record::EntityKind;
use crate::store::{Records, Result, StoreError};
use crate::trust;

/// The owner of each key, and what it is to it.
#[derive(Debug, Default)]
pub struct Owners(HashMap<PublicKey, (PublicKey, Role)>);

impl Owners {
    /// Of everything that a store has.
    pub fn of_store(records: &dyn Records) -> Result<Self> {
        let mut owners = Self::default();
        for operator in records.listed(EntityKind::Operator, None)? {
            let operator: PublicKey = operator.key.parse()?;
            let Some(entity) = records.entity(&operator)? else {
                continue;
            };
            if let Ok(token) = trust::claims::<Operator>(&entity) {
                owners.operator(&operator, token.claims());
            }
            for account in records.listed(EntityKind::Account, Some(&operator))? {
                let account: PublicKey = account.key.parse()?;
                let Some(entity) = records.entity(&account)? else {
                    continue;
                };
                if let Ok(token) = trust::claims::<Account>(&entity) {
                    owners.account(&account, token.claims());
                }
            }
        }
        Ok(owners)
    }

    /// Adds the keys of an operator.
    pub fn operator(&mut self, key: &PublicKey, claims: &Claims<Operator>) {
        self.add(*key, key, Role::Identity);
        for signing in &claims.body.signing_keys {
            self.named(signing, key, Role::Signing);
        }
    }

    /// Adds the keys of an account.
    pub fn account(&mut self, key: &PublicKey, claims: &Claims<Account>) {
        self.add(*key, key, Role::Identity);
        for signing in claims.body.signing_keys.0.keys() {
            self.named(signing, key, Role::Signing);
        }
        self.named(&claims.body.authorization.xkey, key, Role::Curve);
    }

    /// Adds the key of a user.
    pub fn user(&mut self, key: &PublicKey) {
        self.add(*key, key, Role::Identity);
    }

    /// Whose a key is: what is known here, or what the store knows.
    pub fn of(
        &self,
        key: &PublicKey,
        records: Option<&dyn Records>,
    ) -> Result<Option<(PublicKey, Role)>, StoreError> {
        if let Some(owner) = self.0.get(key) {
            return Ok(Some(*owner));
        }
        let Some(records) = records else {
            return Ok(None);
        };
        if let Some(entity) = records.entity(key)? {
            return Ok(Some((entity.key, Role::Identity)));
        }
        let there = records.key(key)?;
        Ok(there.and_then(|there| Some((there.owner?, there.role))))
    }

    fn named(&mut self, text: &str, owner: &PublicKey, role: Role) {
        if let Ok(key) = text.parse() {
            self.add(key, owner, role);
        }
    }

    /// Of two that claim a key the first has it.
    fn add(&mut self, key: PublicKey, owner: &PublicKey, role: Role) {
        self.0.entry(key).or_insert((*owner, role));
    }
}
