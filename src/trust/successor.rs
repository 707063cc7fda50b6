//! An operator that is to come after another, and stands beside it until then. Its token says from the beginning what it is called
//! in the end: servers take another one only when they start again, so it never changes on the way.

use super::key::{NewKey, must_be_free};
use super::new::sign_operator;
use super::readmission::ReturningAbove;
use super::{KeySource, Result, TrustError, trusted_operator};
use crate::nkey::{AnyKeyPair, Kind};
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Beside, Entity, EntityKind, Name};
use crate::store::{Changes, Records, StoreError};
use crate::text::quoted;

/// An operator that stands beside another.
pub struct Successor {
    /// As the store has it.
    pub operator: Entity,
    /// Its identity.
    pub identity: AnyKeyPair,
}

/// Makes an operator that is to come after that one: it says the same, and has keys of its own, as many as the other.
pub fn make(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &Entity,
    source: KeySource,
) -> Result<Successor> {
    let mut claims = trusted_operator(operator)?.claims().clone();
    let identity = NewKey::from(source, changes, keyring, Kind::Operator)?;
    let key = identity.public();
    if let Some(returning) = ReturningAbove::of(changes, operator, &claims, &key)? {
        return Err(TrustError::refused(
            returning.warning(),
            "nkeep generate nkey --operator",
        ));
    }
    let mut entity = Entity {
        key,
        name: free_name(changes, &operator.name, Beside::Next)?,
        // What it breaks of rules, the other broke before.
        token: operator.token.clone(),
        issued_at: 0,
        created: changes.now(),
        ..operator.clone()
    };
    must_be_free(changes, &key, &entity)?;
    if key == operator.key || claims.body.signing_keys.contains(&key.to_string()) {
        return Err(TrustError::refused(
            format!(
                "{key} is a key of operator {} already",
                quoted(&operator.name)
            ),
            "nkeep generate nkey --operator",
        ));
    }
    let count = match claims.body.signing_keys.len() {
        0 if claims.body.strict_signing_key_usage => 1,
        count => count,
    };
    let signing: Vec<NewKey> = (0..count)
        .map(|_| NewKey::generate(Kind::Operator))
        .collect::<Result<_>>()?;
    claims.subject = key.to_string();
    claims.body.signing_keys = signing.iter().map(|key| key.public().to_string()).collect();
    sign_operator(changes, &mut entity, claims, identity.pair())?;
    let identity = identity.keep(changes, Role::Identity, &entity)?;
    for key in signing {
        key.keep(changes, Role::Signing, &entity)?;
    }
    Ok(Successor {
        operator: entity,
        identity,
    })
}

/// Gives an operator the name of the one that it takes the place of, which is called so beside it from then on.
pub fn takes_place(
    changes: &mut dyn Changes,
    of: &mut Entity,
    by: &mut Entity,
    beside: Beside,
) -> Result<()> {
    let name = of.name.clone();
    of.name = free_name(changes, &name, beside)?;
    of.updated = changes.now();
    changes.put_entity(of)?;
    by.name = name;
    by.updated = changes.now();
    Ok(changes.put_entity(by)?)
}

/// A name beside another that no operator has.
fn free_name(records: &dyn Records, name: &Name, beside: Beside) -> Result<Name> {
    for number in 1..100 {
        let name = name.beside(beside, number).map_err(|reason| {
            StoreError::Refused(format!("operator {}: {reason}", quoted(name)))
        })?;
        if records.named(EntityKind::Operator, None, &name)?.is_none() {
            return Ok(name);
        }
    }
    Err(StoreError::Refused(format!("no name is left beside {}", quoted(name))).into())
}
