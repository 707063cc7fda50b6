//! The working store: all that the root's store has but the seeds of operators' identities, sealed to whoever opens that one.

use super::Result;
use crate::store::class::{Class, Role};
use crate::store::keyring::Keyring;
use crate::store::record::{EntityKind, KeyRecord};
use crate::store::{Changes, Records};

/// How documents are called that stay where the root is.
const STAYS: &str = "ceremony ";

/// What was copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Operators, accounts and users.
    pub entities: usize,
    /// Keys with their seeds.
    pub seeds: usize,
    /// Identities of which the seed stays.
    pub roots: usize,
}

/// Copies it into a store that is new.
pub fn copy(from: &dyn Records, keyring: &dyn Keyring, to: &mut dyn Changes) -> Result<Copied> {
    let mut copied = Copied::default();
    for kind in EntityKind::ALL {
        let mut all = Vec::new();
        from.each_entity(kind, None, &mut |entity| {
            all.push(entity);
            Ok(())
        })?;
        copied.entities += all.len();
        all.iter().try_for_each(|entity| to.put_entity(entity))?;
    }
    let mut keys = Vec::new();
    from.each_key(&mut |key| {
        keys.push(key);
        Ok(())
    })?;
    for key in keys {
        copy_key(from, keyring, to, key, &mut copied)?;
    }
    for issued in from.all_issued()? {
        to.put_issued(&issued)?;
    }
    let documents = from.documents("")?.into_iter();
    for document in documents.filter(|document| !document.name.starts_with(STAYS)) {
        to.put_document(&document)?;
    }
    for standing in from.key_states()? {
        to.put_key_state(&standing.key, standing.state)?;
    }
    Ok(copied)
}

fn copy_key(
    from: &dyn Records,
    keyring: &dyn Keyring,
    to: &mut dyn Changes,
    key: KeyRecord,
    copied: &mut Copied,
) -> Result<()> {
    match (key.class, key.role) {
        // Its own keys every store makes itself.
        (_, Role::Store | Role::Journal) => {}
        // A key without its seed has no row: its public half is in the token.
        (Class::Root, _) => copied.roots += 1,
        _ => {
            let seed = keyring.unseal(&key, from.store_id())?;
            let bare = KeyRecord {
                sealed: None,
                recipients: 0,
                ..key
            };
            to.seal_key(bare, seed)?;
            copied.seeds += 1;
        }
    }
    Ok(())
}
