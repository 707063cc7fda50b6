//! The end of an operator's identity, where it is: another came after it, and its seeds are wiped. What it signed stays as a record.

use std::collections::BTreeSet;

use super::offline::signed_here;
use super::request::{Asks, Proposal};
use super::{CeremonyError, Result};
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
    /// The keys whose seeds are wiped.
    pub keys: Vec<PublicKey>,
}

/// What ends with an operator. Only one ends after which another came that was signed here, and is here with its seed.
pub fn of(records: &dyn Records, key: &PublicKey) -> Result<Ending> {
    let unknown = || {
        CeremonyError::refused(
            format!("the store has no operator {key}"),
            "nkeep list operators",
        )
    };
    let old = records.entity(key)?.ok_or_else(unknown)?;
    let Some(new) = after(records, key)? else {
        return Err(CeremonyError::refused(
            format!(
                "no operator came after {} that was signed here: without its identity nobody signs for it any more",
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
    Ok(Ending {
        keys: keys.collect::<Result<_>>()?,
        old,
        new,
    })
}

/// Wipes its seeds, and has the other one be called as it was.
pub fn end(changes: &mut dyn Changes, ending: Ending) -> Result<Ending> {
    let Ending {
        mut old,
        mut new,
        keys,
    } = ending;
    for key in &keys {
        if changes.key(key)?.is_some() {
            changes.remove_key(key)?;
        }
        changes.put_key_state(key, KeyState::Destroyed)?;
    }
    changes.put_key_state(&new.key, KeyState::Active)?;
    successor::takes_place(changes, &mut old, &mut new, Beside::Before)?;
    Ok(Ending { old, new, keys })
}

/// Who came after an operator, and is here with its seed.
fn after(records: &dyn Records, key: &PublicKey) -> Result<Option<Entity>> {
    for (request, _) in signed_here(records)? {
        if let Asks::Successor { statement, .. } = Proposal::of("what was signed", &request)?.asks
            && statement.old == *key
            && let Some(new) = records.entity(&statement.new)?
            && records
                .key(&new.key)?
                .is_some_and(|key| key.sealed.is_some())
        {
            return Ok(Some(new));
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
