//! Accounts by another name. Their key, their users and all that hangs on them stay.

use super::difference::differences;
use super::edit::{Edited, unchanged};
use super::issue::still_broken;
use super::new::{OperatorDesk, free};
use super::{KeyChoice, Result, operator_of, superseded, trusted_account, trusted_operator};
use crate::store::Changes;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Name};

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
