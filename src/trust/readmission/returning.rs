//! Whom a key that comes back lets in again by what it signed, and whom a token that is taken.

use std::collections::BTreeSet;

use super::{several, take_away, titled};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Claims, Operator};
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::{Entity, EntityKind, Name};
use crate::text::quoted;
use crate::trust::revoke::{known, revoked_up_to};
use crate::trust::{Place, Result, TrustError, superseded};

/// Whom a signing key lets in again that an account has not, and is given: by what it signed for the account before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returning {
    account: Name,
    key: PublicKey,
    only: bool,
    users: Vec<String>,
    importers: Vec<String>,
}

impl Returning {
    /// Looks whom; nobody where the account has the key, or all that it signed is revoked or over.
    pub fn of(
        records: &dyn Records,
        account: &Entity,
        claims: &Claims<Account>,
        key: &PublicKey,
        now: UnixSeconds,
    ) -> Result<Option<Self>> {
        let body = &claims.body;
        if body.signing_keys.0.contains_key(&key.to_string()) {
            return Ok(None);
        }
        let (mut users, mut importers) = (BTreeSet::new(), BTreeSet::new());
        for token in records.issued_by(key)? {
            let is_over = token.expires != 0 && token.expires < now;
            if is_over || token.account != account.key {
                continue;
            }
            if token.kind == "user" {
                let up_to = revoked_up_to(&body.revocations, &token.subject.parse()?);
                let holds = up_to.is_none_or(|up_to| up_to < token.issued_at);
                users.extend(holds.then_some(token.subject));
            } else if token.kind == "activation" {
                let mut private = body.exports.iter().filter(|export| export.token_required);
                let importer = token.subject.parse()?;
                let holds = private.any(|export| {
                    let up_to = revoked_up_to(&export.revocations, &importer);
                    up_to.is_none_or(|up_to| up_to < token.issued_at)
                });
                importers.extend(holds.then_some(token.subject));
            }
        }
        if users.is_empty() && importers.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self {
            account: account.name.clone(),
            key: *key,
            // The one that is there may be going.
            only: body.signing_keys.0.len() <= 1,
            users: titled(records, records, users)?,
            importers: titled(records, records, importers)?,
        }))
    }

    /// The same, where the account is known to have that many signing keys then.
    #[must_use]
    pub fn among(self, keys: usize) -> Self {
        Self {
            only: keys <= 1,
            ..self
        }
    }

    /// Refuses it, unless it is to be.
    pub fn must_be_forced(&self, force: bool) -> Result<()> {
        let who = format!("account {}", quoted(&self.account));
        must_be_forced(force, &who, &self.key, &self.whom())
    }

    /// Whom it lets in.
    #[must_use]
    pub fn warning(&self) -> String {
        lets_in(&self.key, &self.whom())
    }

    /// Who is let in again, by what.
    #[must_use]
    pub fn who(&self) -> String {
        let key = &self.key;
        format!(
            "{}, by what {key} signed, which is no key of the account here",
            self.whom()
        )
    }

    /// The command that takes the key away again.
    #[must_use]
    pub fn shuts_out(&self) -> String {
        let place = Place {
            operator: None,
            account: Some(self.account.clone()),
        };
        take_away(
            EntityKind::Account,
            &self.key.to_string(),
            self.only,
            &place,
        )
    }

    fn whom(&self) -> String {
        let users = several("user", &self.users);
        let importers = several("importing account", &self.importers);
        let both: Vec<String> = users.into_iter().chain(importers).collect();
        both.join("; ")
    }
}

fn must_be_forced(force: bool, who: &str, key: &PublicKey, whom: &str) -> Result<()> {
    if force {
        return Ok(());
    }
    Err(TrustError::Unforced {
        reason: format!(
            "{who} has the key {key} no more, and what it signed would hold again: {whom}"
        ),
        flag: "--force",
        then: "lets them in again".to_owned(),
    })
}

fn lets_in(key: &PublicKey, whom: &str) -> String {
    format!("what {key} signed before holds again, and lets in: {whom}")
}

/// Whom a signing key lets in again that an operator has not, and is given, or that becomes its identity key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturningAbove {
    operator: Name,
    key: PublicKey,
    only: bool,
    accounts: Vec<String>,
}

impl ReturningAbove {
    /// Looks whom; nobody where the operator has the key, or it signed nothing here.
    pub fn of(
        records: &dyn Records,
        operator: &Entity,
        claims: &Claims<Operator>,
        key: &PublicKey,
    ) -> Result<Option<Self>> {
        let keys = &claims.body.signing_keys;
        if *key == operator.key || keys.contains(&key.to_string()) {
            return Ok(None);
        }
        let accounts: BTreeSet<String> = superseded::signed_by(records, key)?.collect();
        if accounts.is_empty() && !signed_here(records, key)? {
            return Ok(None);
        }
        Ok(Some(Self {
            operator: operator.name.clone(),
            key: *key,
            only: keys.len() <= 1,
            accounts: titled(records, records, accounts)?,
        }))
    }

    /// Refuses it, unless it is to be.
    pub fn must_be_forced(&self, force: bool) -> Result<()> {
        let who = format!("operator {}", quoted(&self.operator));
        must_be_forced(force, &who, &self.key, &self.whom())
    }

    /// Whom it lets in.
    #[must_use]
    pub fn warning(&self) -> String {
        lets_in(&self.key, &self.whom())
    }

    /// The command that takes the key away again, as a signing key.
    #[must_use]
    pub fn shuts_out(&self) -> String {
        let place = Place {
            operator: Some(self.operator.clone()),
            account: None,
        };
        take_away(
            EntityKind::Operator,
            &self.key.to_string(),
            self.only,
            &place,
        )
    }

    fn whom(&self) -> String {
        several("account", &self.accounts).map_or_else(
            || "accounts of which the store has no list".to_owned(),
            |accounts| format!("{accounts}, with all their users"),
        )
    }
}

/// Whether that key signed something here: as an entry of the journal has it.
fn signed_here(records: &dyn Records, key: &PublicKey) -> Result<bool> {
    let (key, mut found) = (key.to_string(), false);
    records.each_entry(1, &mut |entry| {
        found |= entry.signers.split_whitespace().any(|signer| signer == key);
        Ok(())
    })?;
    Ok(found)
}

/// Up to when the store knows a user to be revoked of whom it has nothing that holds, where that token of theirs does.
pub fn by_token(records: &dyn Records, user: &Entity) -> Result<Option<UnixSeconds>> {
    let Some(account) = user.parent else {
        return Ok(None);
    };
    let revocations = known(records, &account)?;
    let Some(up_to) = revoked_up_to(&revocations, &user.key) else {
        return Ok(None);
    };
    let there = records
        .entity(&user.key)?
        .map_or(0, |there| there.issued_at);
    let last = there.max(records.last_issued(&user.key)?);
    // What everybody's revocation does not reach, or nobody had before, was not shut out by it.
    let was_out = match revocations.contains_key(&user.key.to_string()) {
        true => there <= up_to,
        false => last != 0 && last <= up_to,
    };
    Ok((was_out && user.issued_at > up_to).then_some(up_to))
}
