//! What an operator demands that lets identity keys sign nothing but themselves.

use std::collections::HashMap;

use super::resign::Hanging;
use super::signing_keys::Fate;
use super::{Result, TrustError, account_of, resign};
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records};
use crate::text::{quoted, shell_word};

/// What an identity key signed, and may not where the operator demands signing keys.
pub struct ByIdentity {
    accounts: Vec<Hanging>,
    users: Vec<Hanging>,
}

impl ByIdentity {
    /// Looks for it.
    pub fn of(records: &dyn Records, operator: &Entity) -> Result<Self> {
        let accounts = resign::signed_by(records, EntityKind::Account, operator, &[operator.key])?;
        let own = records.listed(EntityKind::Account, Some(&operator.key))?;
        let own: HashMap<PublicKey, usize> = own
            .iter()
            .enumerate()
            .map(|(place, account)| Ok((account.key.parse()?, place)))
            .collect::<Result<_>>()?;
        let mut users = resign::signed(
            records,
            EntityKind::User,
            None,
            |user| user.parent.is_some_and(|parent| own.contains_key(&parent)),
            |user, issuer| user.parent.as_ref() == Some(issuer),
        )?;
        // In the order of their accounts' names.
        users.sort_by_key(|user| user.entity.parent.and_then(|parent| own.get(&parent)));
        Ok(Self { accounts, users })
    }

    /// Refuses to go on where there is any, unless it is to be signed anew.
    pub fn must_be_none(&self, resign: bool) -> Result<()> {
        let named = [("accounts", &self.accounts), ("users", &self.users)];
        let named: Vec<String> = named
            .into_iter()
            .filter(|(_, hanging)| !hanging.is_empty())
            .map(|(what, hanging)| format!("{what} {}", resign::names(hanging)))
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
        let mut signed = resign::accounts(changes, keyring, was, operator, self.accounts)?;
        let mut users = self.users.into_iter().peekable();
        // Those of one account come together.
        while let Some(first) = users.next() {
            let account = account_of(changes, &first.entity)?;
            let mut together = vec![first];
            while let Some(next) = users.next_if(|user| user.entity.parent == Some(account.key)) {
                together.push(next);
            }
            let fate = resign::users(changes, keyring, &account, None, together)?;
            // What is revoked stays so.
            for user in fate.left {
                if !resign::is_revoked(&account, &user)? {
                    return Err(has_no_key(&account, &user));
                }
            }
            signed.extend(fate.signed);
        }
        Ok(Fate {
            signed,
            removed: Vec::new(),
        })
    }
}

fn has_no_key(account: &Entity, user: &Entity) -> TrustError {
    TrustError::refused(
        format!(
            "account {} has no signing key that could sign user {}",
            quoted(&account.name),
            quoted(&user.name)
        ),
        format!(
            "nkeep edit account {} --sk generate",
            shell_word(account.name.as_str())
        ),
    )
}
