//! An operator that is to come after another, and stands beside it until then. Its token says from the beginning what it is called
//! in the end: servers take another one only when they start again, so it never changes on the way.

use super::key::{NewIdentity, NewKey, adopt, must_be_free};
use super::new::{sign_operator, sign_reviewed};
use super::readmission::ReturningAbove;
use super::{KeySource, Result, TrustError, claims, trusted_operator};
use crate::jwt::claims::{Claims, Operator};
use crate::jwt::sign::Signer;
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Beside, Entity, EntityKind, Name};
use crate::store::{Changes, Records, StoreError};
use crate::text::{noted, quoted};

/// An operator that stands beside another.
pub struct Successor {
    /// As the store has it.
    pub operator: Entity,
    /// What signs as it.
    pub identity: Box<dyn Signer>,
}

/// How many signing keys whoever comes after an operator has.
pub fn signing_keys(operator: &Entity) -> Result<usize> {
    let body = claims::<Operator>(operator)?.into_claims().body;
    Ok(match body.signing_keys.len() {
        0 if body.strict_signing_key_usage => 1,
        count => count,
    })
}

/// Makes an operator that is to come after that one: it says the same, and has keys of its own, as many as the other. Those that
/// wait for it are in the store already.
pub fn make(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &Entity,
    source: KeySource,
    waiting: &[PublicKey],
) -> Result<Successor> {
    let mut claims = trusted_operator(operator)?.claims().clone();
    let identity = NewIdentity::from(source, changes, keyring, operator)?;
    let key = identity.signer().public();
    if let Some(returning) = ReturningAbove::of(changes, operator, &claims, &key)? {
        return Err(TrustError::refused(returning.warning(), another()));
    }
    let mut entity = beside(changes, operator, key)?;
    must_be_free(changes, &key, &entity)?;
    if key == operator.key || claims.body.signing_keys.contains(&key.to_string()) {
        return Err(TrustError::refused(
            format!(
                "{key} is a key of operator {} already",
                quoted(&operator.name)
            ),
            another(),
        ));
    }
    let made: Vec<NewKey> = (waiting.len()..signing_keys(operator)?)
        .map(|_| NewKey::generate(Kind::Operator))
        .collect::<Result<_>>()?;
    let signing = waiting.iter().copied();
    let signing = signing.chain(made.iter().map(NewKey::public));
    claims.subject = key.to_string();
    claims.body.signing_keys = signing.map(|key| key.to_string()).collect();
    sign_operator(changes, &mut entity, claims, identity.signer())?;
    let identity = identity.keep(changes, &entity)?;
    for key in waiting {
        adopt(changes, key, &entity)?;
    }
    for key in made {
        key.keep(changes, Role::Signing, &entity)?;
    }
    Ok(Successor {
        operator: entity,
        identity,
    })
}

/// Another identity, of which only the public key is seen.
fn another() -> String {
    noted(
        "nkeep generate nkey --operator -S",
        "makes another, where the root is",
    )
}

/// Keeps one whose first token was read and is signed now, beside the one that it comes after.
pub fn kept(
    changes: &mut dyn Changes,
    operator: Option<&Entity>,
    claims: Claims<Operator>,
    signer: &dyn Signer,
) -> Result<Entity> {
    let key = signer.public();
    let mut entity = match operator {
        Some(operator) => beside(changes, operator, key)?,
        None => alone(changes, &claims, key)?,
    };
    must_be_free(changes, &key, &entity)?;
    sign_reviewed(changes, &mut entity, claims, signer)?;
    Ok(entity)
}

fn beside(changes: &dyn Changes, operator: &Entity, key: PublicKey) -> Result<Entity> {
    Ok(Entity {
        key,
        name: free_name(changes, &operator.name, Beside::Next)?,
        // What it breaks of rules, the other broke before.
        token: operator.token.clone(),
        issued_at: 0,
        created: changes.now(),
        ..operator.clone()
    })
}

fn alone(changes: &dyn Changes, claims: &Claims<Operator>, key: PublicKey) -> Result<Entity> {
    let name: Name = claims.name.parse().map_err(|reason| {
        StoreError::Refused(format!(
            "the operator's name {}: {reason}",
            quoted(&claims.name)
        ))
    })?;
    let is_free = changes.named(EntityKind::Operator, None, &name)?.is_none();
    Ok(Entity {
        kind: EntityKind::Operator,
        key,
        name: match is_free {
            true => name,
            false => free_name(changes, &name, Beside::Next)?,
        },
        parent: None,
        token: String::new(),
        issued_at: 0,
        expires: 0,
        created: changes.now(),
        updated: changes.now(),
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
