//! Rotations that have not ended, by what they are about: whatever else is done must not take their ground away.

use std::collections::BTreeSet;

use super::{Kind, Result, Rotation, RotationError, all, artefacts};
use crate::jwt::claims::Operator;
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::{Entity, EntityKind};
use crate::trust;

/// The one that replaces a key, or has it replace another.
pub fn of_key(records: &dyn Records, key: &PublicKey) -> Result<Option<Rotation>> {
    let key = key.to_string();
    first(records, |one| [&one.old, &one.new].contains(&&key))
}

/// The one that is about an operator, an account or a user, or about something of theirs.
pub fn about(records: &dyn Records, entity: &Entity) -> Result<Option<Rotation>> {
    let key = entity.key.to_string();
    first(records, |one| {
        let theirs = [&one.account, &one.user];
        [&one.operator, &one.old, &one.new].contains(&&key)
            || theirs.into_iter().flatten().any(|one| *one == key)
    })
}

fn first(
    records: &dyn Records,
    mut wanted: impl FnMut(&Rotation) -> bool,
) -> Result<Option<Rotation>> {
    let mut all = all(records)?.into_iter();
    Ok(all.find(|one| one.is_open() && wanted(one)))
}

/// Refuses where one of that kind is open of an operator or an account: whoever names no key may mean the one that it makes.
pub fn must_have_ended(records: &dyn Records, kind: Kind, whose: &Entity) -> Result<()> {
    let key = whose.key.to_string();
    let is_of = |one: &Rotation| match whose.kind {
        EntityKind::Operator => one.operator == key,
        _ => one.account.as_ref() == Some(&key),
    };
    match first(records, |one| one.kind == kind && is_of(one))? {
        None => Ok(()),
        Some(open) => Err(RotationError::not_ended(&open)),
    }
}

/// The one that replaces the identity of an operator, or has it replace another's.
fn of_identity(records: &dyn Records, operator: &Entity) -> Result<Option<Rotation>> {
    let found = of_key(records, &operator.key)?;
    Ok(found.filter(|one| one.kind == Kind::OperatorIdentity))
}

impl Rotation {
    /// Refuses what would take its ground away, unless somebody insists. `then` is what comes of it then.
    pub fn must_be_forced(&self, force: bool, then: &'static str) -> Result<()> {
        match force {
            true => Ok(()),
            false => Err(RotationError::Open {
                id: self.id.clone(),
                what: self.what.clone(),
                then,
            }),
        }
    }
}

/// Refuses where keys that are to be taken away are of a rotation, unless somebody insists.
pub fn must_have_none_of(records: &dyn Records, keys: &[PublicKey], force: bool) -> Result<()> {
    for key in keys {
        if let Some(open) = of_key(records, key)? {
            let then = "takes the key away all the same: the rotation goes neither on nor back";
            open.must_be_forced(force, then)?;
        }
    }
    Ok(())
}

/// Refuses where what is to be deleted is what a rotation is about, unless somebody insists.
pub fn must_not_be_about(records: &dyn Records, entities: &[Entity], force: bool) -> Result<()> {
    for entity in entities {
        if let Some(open) = about(records, entity)? {
            open.must_be_forced(force, "deletes it all the same: the rotation goes nowhere")?;
        }
    }
    Ok(())
}

/// The keys of the other operator while an identity is replaced: what they signed is the same people's word as what the operator
/// signed, unless the one that is replaced is in other hands.
pub fn keys_beside(records: &dyn Records, operator: &Entity) -> Result<BTreeSet<String>> {
    let open = of_identity(records, operator)?.filter(|one| !one.compromised);
    let Some(open) = open else {
        return Ok(BTreeSet::new());
    };
    let other = match operator.key == open.old_key()? {
        true => open.new_key()?,
        false => open.old_key()?,
    };
    let Some(other) = records.entity(&other)? else {
        return Ok(BTreeSet::new());
    };
    let named = trust::claims::<Operator>(&other)?.into_claims().body;
    let mut keys: BTreeSet<String> = named.signing_keys.into_iter().collect();
    keys.insert(other.key.to_string());
    Ok(keys)
}

/// Which operators servers are started with where that one is meant, in this order: itself, unless its identity is replaced.
pub fn started_with(records: &dyn Records, operator: Entity) -> Result<Vec<Entity>> {
    let Some(open) = of_identity(records, &operator)? else {
        return Ok(vec![operator]);
    };
    let operators = artefacts::of(records, &open, None)?.operators;
    // Who names one that has been left out means it.
    match operators.iter().any(|one| one.key == operator.key) {
        true => Ok(operators),
        false => Ok(vec![operator]),
    }
}
