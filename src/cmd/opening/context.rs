//! The operator and the account that are meant where none is named: those that were selected, or added last, as nsc has
//! it. They are remembered beside the pins, for each store its own, and are no part of the store.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::cmd::Ctx;
use crate::file::{self, Existing};
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind};
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _, StoreError};
use crate::trust::{self, TrustError};
use crate::ui::{Failure, Hinted as _};

/// What was selected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Selected {
    operator: Option<String>,
    account: Option<String>,
}

impl Ctx {
    /// The selected operator, if it is still there.
    pub fn selected_operator(&self, records: &dyn Records) -> Result<Option<Entity>, TrustError> {
        let selected = self.selected(records.store_id());
        found(records, EntityKind::Operator, selected.operator)
    }

    /// The operator of that name or key; without either, the selected one, or the only one. The answer to a request is for the one that
    /// was meant when it was made, whatever that is called by now.
    pub fn operator(
        &self,
        records: &dyn Records,
        wanted: Option<&str>,
    ) -> Result<Entity, TrustError> {
        let stand_in = self.stand_in.as_ref();
        if let Some(meant) = stand_in.and_then(|stand_in| stand_in.meant(wanted)) {
            return trust::operator(records, Some(&meant.to_string()));
        }
        let selected = match wanted {
            None => self.selected_operator(records)?,
            Some(_) => None,
        };
        let operator = match selected {
            Some(selected) => selected,
            None => trust::operator(records, wanted)?,
        };
        if let Some(stand_in) = stand_in {
            stand_in.means(wanted, operator.key);
        }
        Ok(operator)
    }

    /// The selected account, if it is still there and under that operator.
    pub fn selected_account(
        &self,
        records: &dyn Records,
        operator: &Entity,
    ) -> Result<Option<Entity>, TrustError> {
        let selected = self.selected(records.store_id());
        let account = found(records, EntityKind::Account, selected.account)?;
        Ok(account.filter(|account| account.parent == Some(operator.key)))
    }

    /// Selects an operator, or an account and the operator above it.
    pub fn select(&self, store: &str, entity: &Entity) -> Result<(), Failure> {
        if self.made.is_trial() {
            return Ok(());
        }
        let before = self.selected(store);
        let key = Some(entity.key.to_string());
        let selected = match entity.kind {
            EntityKind::Operator if before.operator == key => return Ok(()),
            EntityKind::Operator => Selected {
                operator: key,
                account: None,
            },
            _ => Selected {
                operator: entity.parent.map(|operator| operator.to_string()),
                account: key,
            },
        };
        let path = self.selection(store)?;
        let text = serde_json::to_vec_pretty(&selected).map_err(Failure::bug)?;
        file::private_folder(file::folder_of(&path))
            .and_then(|()| file::write(&path, &text, Existing::Replace))
            .context(format!("cannot write {}", path.display()))
    }

    /// Selects what was just added. It is in the store, whatever becomes of this.
    pub fn select_added(&self, store: &mut SqliteStore, entity: &Entity) {
        let selected = store
            .read(|records| Ok::<_, StoreError>(records.store_id().to_owned()))
            .map_err(Failure::from)
            .and_then(|store| self.select(&store, entity));
        if selected.is_err() {
            self.ui.warning(&format!(
                "{} {} cannot be remembered as the selected one",
                entity.kind, entity.name
            ));
        }
    }

    /// Where it is remembered.
    pub fn selection(&self, store: &str) -> Result<PathBuf, Failure> {
        Ok(self
            .state_folder()?
            .join("selected")
            .join(format!("{store}.json")))
    }

    /// Nothing where nothing was selected; what cannot be read is no more than a convenience that is gone.
    fn selected(&self, store: &str) -> Selected {
        self.selection(store)
            .map_err(|_| io::ErrorKind::NotFound.into())
            .and_then(std::fs::read)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default()
    }
}

fn found(
    records: &dyn Records,
    kind: EntityKind,
    key: Option<String>,
) -> Result<Option<Entity>, TrustError> {
    let Some(key) = key.and_then(|key| key.parse::<PublicKey>().ok()) else {
        return Ok(None);
    };
    let entity = records.entity(&key)?;
    Ok(entity.filter(|entity| entity.kind == kind))
}
