//! The end of an operator's identity, where it is: another came after it, and its seeds are wiped. What it signed stays as a record.

use std::collections::BTreeSet;

use super::offline::signed_here;
use super::request::{Asks, Proposal};
use super::{CeremonyError, Result};
use crate::clock::UnixSeconds;
use crate::jwt::claims::Operator;
use crate::nkey::PublicKey;
use crate::store::document::KeyState;
use crate::store::record::{Beside, Entity};
use crate::store::{Changes, Records};
use crate::text::quoted;
use crate::trust::{claims, successor};

/// An operator that is to end, and the one that came after it.
#[derive(Clone, Debug)]
pub struct Ending {
    /// That one.
    pub old: Entity,
    /// Who came after it.
    pub new: Entity,
    /// When it was signed here that it does.
    pub signed: UnixSeconds,
    /// The keys whose seeds are wiped.
    pub keys: Vec<PublicKey>,
    /// Those of them whose seeds are here.
    pub here: Vec<PublicKey>,
    /// Whether it ended before, and its seeds were brought back.
    again: bool,
}

/// What ends with an operator. Only one ends after which that other one came: that was signed here, and the other is here with its seed.
/// Which one that is somebody says, as a rotation that was given up has signed as much.
pub fn of(records: &dyn Records, key: &PublicKey, successor: &PublicKey) -> Result<Ending> {
    let unknown = || {
        CeremonyError::refused(
            format!("the store has no operator {key}"),
            "nkeep list operators",
        )
    };
    let old = records.entity(key)?.ok_or_else(unknown)?;
    let Some((new, signed)) = after(records, key, successor)? else {
        return Err(CeremonyError::refused(
            format!(
                "nothing that was signed here says that {successor} came after {}, or its seed is not here: nobody would sign for it any more",
                quoted(&old.name)
            ),
            "nkeep ceremony list",
        ));
    };
    let goes_on = named(&new)?;
    let mut keys = named(&old)?;
    let owned = records.keys_of(key)?.into_iter();
    keys.extend(owned.map(|record| record.public.to_string()));
    let keys = keys.difference(&goes_on).map(|key| Ok(key.parse()?));
    let keys: Vec<PublicKey> = keys.collect::<Result<_>>()?;
    let again = records.key_state(key)? == KeyState::Destroyed;
    let here = here(records, &keys)?;
    if again && here.is_empty() {
        return Err(CeremonyError::refused(
            format!(
                "the seeds of {} {key} were wiped before: none is left here",
                quoted(&old.name)
            ),
            "nkeep list keys",
        ));
    }
    Ok(Ending {
        old,
        new,
        signed,
        keys,
        here,
        again,
    })
}

/// Wipes its seeds, and has the other one be called as it was.
pub fn end(changes: &mut dyn Changes, mut ending: Ending) -> Result<Ending> {
    for key in &ending.keys {
        if changes.key(key)?.is_some() {
            changes.remove_key(key)?;
        }
        changes.put_key_state(key, KeyState::Destroyed)?;
    }
    if !ending.again {
        changes.put_key_state(&ending.new.key, KeyState::Active)?;
        let (old, new) = (&mut ending.old, &mut ending.new);
        successor::takes_place(changes, old, new, Beside::Before)?;
    }
    Ok(ending)
}

/// Those of which the seeds are here.
fn here(records: &dyn Records, keys: &[PublicKey]) -> Result<Vec<PublicKey>> {
    let mut here = Vec::new();
    for key in keys {
        if records.key(key)?.is_some_and(|key| key.sealed.is_some()) {
            here.push(*key);
        }
    }
    Ok(here)
}

/// That operator, where it came after the other and is here with its seed; and when that was signed.
fn after(
    records: &dyn Records,
    key: &PublicKey,
    successor: &PublicKey,
) -> Result<Option<(Entity, UnixSeconds)>> {
    for (request, signed) in signed_here(records)? {
        if let Asks::Successor { statement, .. } = Proposal::of("what was signed", &request)?.asks
            && statement.old == *key
            && statement.new == *successor
            && !here(records, &[*successor])?.is_empty()
        {
            return Ok(records.entity(successor)?.map(|new| (new, signed)));
        }
    }
    Ok(None)
}

/// The keys that an operator's token names, and its own.
fn named(operator: &Entity) -> Result<BTreeSet<String>> {
    let claims = claims::<Operator>(operator)?.into_claims();
    let mut keys: BTreeSet<String> = claims.body.signing_keys.into_iter().collect();
    keys.insert(claims.subject);
    Ok(keys)
}
