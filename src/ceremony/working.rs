//! The working store: all that the root's store has but the seeds of operators' identities, sealed to whoever opens that one.

use super::{CeremonyError, Result};
use crate::store::class::{Class, Role};
use crate::store::document::{CEREMONIAL, Document, ROOTLESS};
use crate::store::keyring::Keyring;
use crate::store::record::{EntityKind, KeyRecord};
use crate::store::{Changes, Records};
use crate::text::noted;

/// How documents are called that stay where the root is.
const STAYS: &str = "ceremony ";
/// The number of the change by which a store is made.
const FIRST: i64 = 1;

/// Refuses a store that has no identity of an operator.
pub fn must_have_a_root(records: &dyn Records) -> Result<()> {
    let mut roots = 0;
    records.each_entity(EntityKind::Operator, None, &mut |operator| {
        let key = records.key(&operator.key)?;
        roots += usize::from(key.is_some_and(|key| key.sealed.is_some()));
        Ok(())
    })?;
    match roots {
        0 => Err(CeremonyError::refused(
            "the store has no identity of an operator: that is in the root's store",
            "nkeep list keys",
        )),
        _ => Ok(()),
    }
}

/// Refuses a store to work with, which knows nothing of what the root signs.
pub fn must_not_be_rootless(records: &dyn Records) -> Result<()> {
    match records.document(ROOTLESS)? {
        None => Ok(()),
        Some(_) => Err(CeremonyError::refused(
            "the store is one to work with: what the root signs is said in the root's store",
            noted("nkeep ceremony policy show", "where the root is"),
        )),
    }
}

/// Whether it is an ordinary store that has a root: one that was not split, or not to the end.
pub fn has_root_to_split(records: &dyn Records) -> Result<bool> {
    Ok(records.document(CEREMONIAL)?.is_none() && must_have_a_root(records).is_ok())
}

/// Whether it is a store to work with in which nothing was done since it was made.
pub fn is_unused(records: &dyn Records) -> Result<bool> {
    Ok(records.document(ROOTLESS)?.is_some() && records.head().sequence == FIRST)
}

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

impl Copied {
    /// What was not copied, in words.
    #[must_use]
    pub fn left_out(&self) -> String {
        match self.roots {
            1 => "the identity of 1 operator stayed behind".to_owned(),
            roots => format!("the identities of {roots} operators stayed behind"),
        }
    }
}

/// Copies it into a store that is new.
pub fn copy(from: &dyn Records, keyring: &dyn Keyring, to: &mut dyn Changes) -> Result<Copied> {
    must_have_a_root(from)?;
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
    to.put_document(&Document {
        name: ROOTLESS.to_owned(),
        text: "{}".to_owned(),
        updated: to.now(),
    })?;
    for standing in from.key_states()? {
        to.put_key_state(&standing.key, standing.state)?;
    }
    Ok(copied)
}

/// Has the identities of a store sign in ceremonies alone, from now on.
pub fn stay_offline(changes: &mut dyn Changes) -> Result<()> {
    Ok(changes.put_document(&Document {
        name: CEREMONIAL.to_owned(),
        text: "{}".to_owned(),
        updated: changes.now(),
    })?)
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
