//! What accounts share: exports, imports and the activations between them, and mappings inside one. The functions change
//! claims alone; [`edit::account`](super::edit::account) takes them and signs them anew.

mod activation;
pub(super) mod cycle;
mod error;
mod export;
mod import;
mod mapping;
pub mod renewal;
mod revocation;
pub(super) mod rivals;
mod sought;
mod succession;

pub use activation::{Activated, Grant, NewActivation, activate, granted, newest_activation};
pub use cycle::come_back;
pub use error::{Part, ShareError};
pub use export::{
    ExportEdit, LatencyEdit, NewExport, ResponseType, ServiceTerms, add_export, delete_export,
    edit_export,
};
pub use import::{ImportTerms, NewImport, add_import, delete_import, offered};
pub use mapping::{NewMapping, add_mapping, delete_mapping};
pub use revocation::{Revocation, RevokedUpTo, Target, clear_revocation, revocations, revoke};
pub use rivals::answered_twice;
pub use sought::{SoughtExport, service, which_export};
pub use succession::{Successor, opened, succeed};

use super::Result;
use crate::nkey::AccountKey;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Records, StoreError};

/// What a change did, in sentences for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// What is other than before.
    pub changes: Vec<String>,
    /// What deserves attention.
    pub warnings: Vec<String>,
}

impl Done {
    /// One change.
    #[must_use]
    pub fn change(change: impl Into<String>) -> Self {
        Self {
            changes: vec![change.into()],
            warnings: Vec::new(),
        }
    }
}

/// The other side of what is shared: an account, which the store need not know.
#[derive(Clone, Debug)]
pub struct Party {
    /// Who it is.
    pub key: AccountKey,
    /// As the store has it.
    pub known: Option<Entity>,
}

impl Party {
    /// The account of that key.
    pub fn of_key(records: &dyn Records, key: AccountKey) -> Result<Self> {
        let known = records
            .entity(&key.any())?
            .filter(|entity| entity.kind == EntityKind::Account);
        Ok(Self { key, known })
    }

    /// The account of that name under an operator.
    pub fn of_name(records: &dyn Records, operator: &Entity, name: &Name) -> Result<Self> {
        let entity = super::account(records, operator, Some(name.as_str()))?;
        Ok(Self {
            key: entity.key.typed().map_err(StoreError::from)?,
            known: Some(entity),
        })
    }

    /// As people call it, or its key.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.known {
            Some(entity) => entity.name.to_string(),
            None => self.key.to_string(),
        }
    }
}
