//! What a token says otherwise than the one in the store whose place it takes.

use super::ages::signed_at;
use super::plan::PlannedEntity;
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Body, Operator, User};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Result};
use crate::trust;
use crate::trust::difference::{Difference, differences};
use crate::trust::provenance::is_as_it_came;

/// An entity that the store has with another token.
#[derive(Clone, Debug)]
pub struct Replaced {
    /// As it is in the store.
    pub there: Entity,
    /// When the store's token was signed.
    pub signed_there: UnixSeconds,
    /// When the other one was.
    pub signed: UnixSeconds,
    /// Whether the store's token is not the one that it came with: what was changed here is lost with it.
    pub changed_here: bool,
    /// What is other than it was.
    pub changes: Vec<Difference>,
}

impl Replaced {
    /// What a planned token would replace.
    pub(super) fn of(
        records: &dyn Records,
        planned: &PlannedEntity,
        there: &Entity,
    ) -> Result<Self> {
        let changes = match there.kind {
            EntityKind::Operator => changes::<Operator>(there, &planned.entity),
            EntityKind::Account => changes::<Account>(there, &planned.entity),
            EntityKind::User => changes::<User>(there, &planned.entity),
        };
        Ok(Self {
            signed_there: signed_at(there),
            signed: planned.entity.issued_at,
            changed_here: !is_as_it_came(records, there)?,
            changes: changes.unwrap_or_default(),
            there: there.clone(),
        })
    }

    /// Whether nobody loses anything by it: it was changed where it came from, and here not.
    pub(super) const fn is_update(&self) -> bool {
        !self.changed_here && self.signed > self.signed_there
    }
}

/// What cannot be read says nothing.
fn changes<B: Body>(there: &Entity, comes: &Entity) -> Option<Vec<Difference>>
where
    crate::jwt::decode::Unverified<B>: TryFrom<crate::jwt::decode::Token>,
{
    let [before, after] = [there, comes].map(|entity| trust::claims::<B>(entity).ok());
    differences(before?.claims(), after?.claims()).ok()
}
