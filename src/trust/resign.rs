//! Tokens that are signed anew because the key that signed them goes, or may sign no more. What they say stays.

use super::new::{AccountDesk, OperatorDesk};
use super::revoke::revoked_up_to;
use super::{KeyChoice, Result, TrustError, claims, trusted_account, trusted_operator};
use crate::jwt::batch::decode_all;
use crate::jwt::claims::{Account, Scope, User};
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records, StoreError};
use crate::text::quoted;

/// Everybody of a kind right under that entity, whose token one of those keys signed.
pub fn signed_by(
    records: &dyn Records,
    kind: EntityKind,
    above: &Entity,
    keys: &[PublicKey],
) -> Result<Vec<Entity>> {
    let mut found = Vec::new();
    if keys.is_empty() {
        return Ok(found);
    }
    let listed = records.listed(kind, Some(&above.key))?;
    for part in listed.chunks(1024) {
        let mut entities = Vec::with_capacity(part.len());
        for listed in part {
            entities.extend(records.entity(&listed.key.parse().map_err(StoreError::from)?)?);
        }
        let tokens: Vec<&str> = entities.iter().map(|entity| &*entity.token).collect();
        let issuers = decode_all(&tokens);
        for (entity, token) in entities.iter().zip(issuers) {
            if keys.contains(token.map_err(TrustError::Decode)?.issuer()) {
                found.push(entity.clone());
            }
        }
    }
    Ok(found)
}

/// How many of a kind.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Some of them by name, and how many more there are.
pub fn names(entities: &[Entity]) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<String> = entities
        .iter()
        .take(SHOWN)
        .map(|entity| quoted(&entity.name))
        .collect();
    let more = match entities.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}{more}", shown.join(", "))
}

/// Signs accounts anew that held under the operator as it was.
pub fn accounts(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    was: &Entity,
    operator: &Entity,
    accounts: &[Entity],
) -> Result<()> {
    if accounts.is_empty() {
        return Ok(());
    }
    let before = trusted_operator(was)?;
    let desk = OperatorDesk::open(changes, keyring, operator, &KeyChoice::Best)?;
    for account in accounts {
        let claims = trusted_account(account, &before)?.claims().clone();
        let mut entity = Entity {
            parent: Some(operator.key),
            ..account.clone()
        };
        desk.sign(changes, &mut entity, claims)?;
    }
    Ok(())
}

/// Whether all that a user was given is revoked. Whoever signs it anew lets it in again.
pub fn is_revoked(account: &Entity, user: &Entity) -> Result<bool> {
    let claims = claims::<Account>(account)?;
    let up_to = revoked_up_to(&claims.claims().body.revocations, &user.key);
    let Some(up_to) = up_to else {
        return Ok(false);
    };
    // An older token may have been put back: what was signed after it was known of, and is not what it has.
    Ok(up_to >= user.issued_at || up_to >= super::claims::<User>(user)?.claims().issued_at)
}

/// Signs users of an account anew, whose key had that scope, and says whom it did not: those that are revoked, and those
/// whom no other key of the account may sign, with the same scope where there was one, else with none.
pub fn users(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    scope: Option<&Scope>,
    users: &[Entity],
) -> Result<Vec<Entity>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let choice = match scope {
        None => KeyChoice::Best,
        Some(scope) => match same_scope(account, scope)? {
            Some(key) => KeyChoice::Key(key),
            None => return Ok(users.to_vec()),
        },
    };
    let desk = match AccountDesk::open(changes, keyring, account, &choice) {
        Err(TrustError::Signer(_) | TrustError::Store(StoreError::Refused(_))) => {
            return Ok(users.to_vec());
        }
        desk => desk?,
    };
    let mut left = Vec::new();
    for user in users {
        if is_revoked(account, user)? {
            left.push(user.clone());
            continue;
        }
        let mut entity = user.clone();
        desk.sign(changes, &mut entity, claims::<User>(user)?.claims().clone())?;
    }
    Ok(left)
}

/// The key of an account that lets its users do the same.
fn same_scope(account: &Entity, scope: &Scope) -> Result<Option<PublicKey>> {
    let claims = claims::<Account>(account)?;
    let keys = &claims.claims().body.signing_keys.0;
    let same = keys.iter().find(|(_, other)| {
        other
            .as_ref()
            .is_some_and(|other| other.role == scope.role && other.template == scope.template)
    });
    Ok(same.and_then(|(key, _)| key.parse().ok()))
}
