//! Keys of nobody: those that no entity of the store has, and that no token in it names.

use std::collections::HashSet;

use super::{Result, claims};
use crate::jwt::claims::{Account, Operator};
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::EntityKind;

/// What is needed to tell such a key.
pub struct Strays {
    named: HashSet<String>,
}

impl Strays {
    /// Looks through everything: of all operators, whichever is selected.
    pub fn of(records: &dyn Records) -> Result<Self> {
        let mut entities = Vec::new();
        for kind in EntityKind::ALL {
            records.each_entity(kind, None, &mut |entity| {
                entities.push(entity);
                Ok(())
            })?;
        }
        let mut named = HashSet::new();
        for entity in &entities {
            named.insert(entity.key.to_string());
            match entity.kind {
                EntityKind::Operator => {
                    let token = claims::<Operator>(entity)?;
                    named.extend(token.claims().body.signing_keys.iter().cloned());
                }
                EntityKind::User => {}
                EntityKind::Account => {
                    let token = claims::<Account>(entity)?;
                    let body = &token.claims().body;
                    named.extend(body.signing_keys.0.keys().cloned());
                    named.insert(body.authorization.xkey.clone());
                }
            }
        }
        Ok(Self { named })
    }

    /// Whether that key is one, by its public half and its owner.
    pub fn is_one(&self, public: &str, owner: Option<PublicKey>) -> bool {
        owner.is_none() && !self.named.contains(public)
    }
}
