//! What an operator demands that lets identity keys sign nothing but themselves.

use super::signing_keys::Fate;
use super::{Result, TrustError, account_of, resign};
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records};
use crate::text::{quoted, shell_word};

/// What an identity key signed, and may not where the operator demands signing keys.
pub struct ByIdentity {
    accounts: Vec<Entity>,
    users: Vec<Entity>,
}

impl ByIdentity {
    /// Looks for it.
    pub fn of(records: &dyn Records, operator: &Entity) -> Result<Self> {
        let accounts = resign::signed_by(records, EntityKind::Account, operator, &[operator.key])?;
        let mut users = Vec::new();
        for account in records.listed(EntityKind::Account, Some(&operator.key))? {
            let key = account.key.parse()?;
            if let Some(account) = records.entity(&key)? {
                users.extend(resign::signed_by(
                    records,
                    EntityKind::User,
                    &account,
                    &[account.key],
                )?);
            }
        }
        Ok(Self { accounts, users })
    }

    /// Refuses to go on where there is any, unless it is to be signed anew.
    pub fn must_be_none(&self, resign: bool) -> Result<()> {
        let named = [("accounts", &self.accounts), ("users", &self.users)];
        let named: Vec<String> = named
            .into_iter()
            .filter(|(_, entities)| !entities.is_empty())
            .map(|(what, entities)| format!("{what} {}", resign::names(entities)))
            .collect();
        if named.is_empty() || resign {
            return Ok(());
        }
        Err(TrustError::refused(
            format!("identity keys signed {}", named.join(", and ")),
            "nkeep edit operator --require-signing-keys --resign (signs them anew with signing keys)",
        ))
    }

    /// Signs it anew by signing keys, under an operator that demands them by now.
    pub fn finish(
        self,
        changes: &mut dyn Changes,
        keyring: &dyn Keyring,
        was: &Entity,
        operator: &Entity,
    ) -> Result<Fate> {
        resign::accounts(changes, keyring, was, operator, &self.accounts)?;
        let mut signed = self.accounts;
        for user in self.users {
            let account = account_of(changes, &user)?;
            // What is revoked stays so.
            if resign::is_revoked(&account, &user)? {
                continue;
            }
            let left = resign::users(
                changes,
                keyring,
                &account,
                None,
                std::slice::from_ref(&user),
            )?;
            if !left.is_empty() {
                return Err(TrustError::refused(
                    format!(
                        "account {} has no signing key that could sign user {}",
                        quoted(&account.name),
                        quoted(&user.name)
                    ),
                    format!(
                        "nkeep edit account {} --sk generate",
                        shell_word(account.name.as_str())
                    ),
                ));
            }
            signed.push(user);
        }
        Ok(Fate {
            signed,
            ..Fate::default()
        })
    }
}
