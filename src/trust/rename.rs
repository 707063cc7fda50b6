//! Accounts and users by another name. Their key, and all that hangs on them, stays.

use super::difference::differences;
use super::edit::{Edited, unchanged};
use super::issue::still_broken;
use super::new::{AccountDesk, OperatorDesk, free};
use super::{
    KeyChoice, Result, TrustError, account_of, claims, operator_of, resign, superseded,
    trusted_account, trusted_operator,
};
use crate::jwt::claims::User;
use crate::store::Changes;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Name};
use crate::text::{noted, quoted, shell_word};

/// Gives an account another name. The case of its letters alone may be another, too.
pub fn account(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    name: Name,
    choice: &KeyChoice,
) -> Result<Edited> {
    let operator = operator_of(changes, account)?;
    if name.folded() != account.name.folded() {
        free(changes, EntityKind::Account, Some(&operator), &name)?;
    }
    if name == account.name && choice.is_best() {
        return Ok(unchanged(account));
    }
    let before = trusted_account(account, &trusted_operator(&operator)?)?
        .claims()
        .clone();
    let mut after = before.clone();
    after.name = name.to_string();
    let mut entity = Entity {
        name,
        ..account.clone()
    };
    let differences = differences(&before, &after)?;
    let warnings = still_broken(&after, changes.now()).into_iter().collect();
    let desk = OperatorDesk::open(changes, keyring, &operator, choice)?;
    desk.sign(changes, &mut entity, after)?;
    superseded::replaced(changes, account, &entity)?;
    Ok(Edited {
        entity,
        signer: Some(desk.signer()),
        differences,
        warnings,
    })
}

/// Gives a user another name. The key that signed before signs again, or the one that takes its place.
pub fn user(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    user: &Entity,
    name: Name,
) -> Result<Entity> {
    let account = account_of(changes, user)?;
    free(changes, EntityKind::User, Some(&account), &name)?;
    let token = claims::<User>(user)?;
    let again = resign::again(changes, &account, token.issuer())?;
    let desk = AccountDesk::open(changes, keyring, &account, &again)?;
    if desk.has_revoked(user) {
        return Err(TrustError::refused(
            format!(
                "user {} is revoked, and what is signed anew would let it in again",
                quoted(&user.name)
            ),
            noted(
                format!(
                    "nkeep revocations list-users -a {}",
                    shell_word(account.name.as_str())
                ),
                "shows up to when",
            ),
        ));
    }
    let mut claims = token.into_claims();
    claims.name = name.to_string();
    let mut entity = Entity {
        name,
        ..user.clone()
    };
    desk.sign(changes, &mut entity, claims)?;
    Ok(entity)
}
