//! Users and accounts that are removed. What they were given is revoked, so that no copy of it lets anybody in.

use super::edit::{self, Edited};
use super::new::OperatorDesk;
use super::revoke::{Whom, revoke};
use super::{KeyChoice, Result, TrustError, operator_of, trusted_account, trusted_operator};
use crate::clock::UnixSeconds;
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Issued};
use crate::store::{Changes, Records, StoreError};
use crate::text::{quoted, shell_word};

/// How long a server may still take the last token of an account: as long as nsc gives it.
const LAST_TOKEN: UnixSeconds = 60;

/// What goes with those that are removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removal {
    /// Whether their tokens are revoked.
    pub revoke: bool,
    /// Whether their keys go, too; else they stay, and belong to nobody.
    pub keys: bool,
}

/// Removes users of an account. What became of the account is told where their tokens were revoked.
pub fn users(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    users: &[Entity],
    choice: &KeyChoice,
    removal: Removal,
) -> Result<Option<Edited>> {
    let edited = match removal.revoke {
        true => Some(edit::account(
            changes,
            keyring,
            account,
            choice,
            |changes, claims| {
                for user in users {
                    let whom = Whom::User(user.key);
                    let up_to = whom.all_of_them(changes, account, changes.now())?;
                    revoke(&mut claims.body.revocations, &whom, up_to);
                }
                Ok(())
            },
        )?),
        false => None,
    };
    for user in users {
        entity(changes, user, removal.keys)?;
    }
    Ok(edited)
}

/// An account that is gone.
#[derive(Clone, Debug)]
pub struct RemovedAccount {
    /// As it was.
    pub account: Entity,
    /// The users that went with it.
    pub users: Vec<Entity>,
    /// A last token, which revokes every user and soon ends, and who signed it: for servers that have the account still.
    pub last: Option<(String, PublicKey)>,
}

/// The users that an account would take along.
pub fn users_of(records: &dyn Records, account: &Entity) -> Result<Vec<Entity>> {
    let mut users = Vec::new();
    for user in records.listed(EntityKind::User, Some(&account.key))? {
        users.extend(records.entity(&user.key.parse().map_err(StoreError::from)?)?);
    }
    Ok(users)
}

/// Refuses the system account: servers would be without one.
pub fn must_not_be_system(records: &dyn Records, account: &Entity) -> Result<()> {
    let operator = operator_of(records, account)?;
    let above = trusted_operator(&operator)?;
    if above.claims().body.system_account == account.key.to_string() {
        return Err(TrustError::refused(
            format!(
                "account {} is the system account of operator {}",
                quoted(&account.name),
                quoted(&operator.name)
            ),
            format!(
                "nkeep edit operator --operator {} --system-account OTHER",
                shell_word(operator.name.as_str())
            ),
        ));
    }
    Ok(())
}

/// Removes an account and its users.
pub fn account(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    choice: &KeyChoice,
    removal: Removal,
) -> Result<RemovedAccount> {
    must_not_be_system(changes, account)?;
    let operator = operator_of(changes, account)?;
    let above = trusted_operator(&operator)?;
    let mut last = None;
    if removal.revoke {
        let mut claims = trusted_account(account, &above)?.claims().clone();
        let up_to = Whom::Anybody.all_of_them(changes, account, changes.now())?;
        revoke(&mut claims.body.revocations, &Whom::Anybody, up_to);
        claims.expires = changes.now() + LAST_TOKEN;
        let desk = OperatorDesk::open(changes, keyring, &operator, choice)?;
        let mut entity = account.clone();
        let trusted = desk.sign(changes, &mut entity, claims)?;
        // Should the account come back with this key, its tokens are later than this one.
        changes.put_issued(&Issued {
            jti: trusted.claims().id.clone(),
            kind: "account".to_owned(),
            subject: entity.key.to_string(),
            account: entity.key,
            issuer: desk.signer(),
            issued_at: entity.issued_at,
            expires: entity.expires,
        })?;
        last = Some((entity.token, desk.signer()));
    }
    let users = users_of(changes, account)?;
    for user in &users {
        self::entity(changes, user, removal.keys)?;
    }
    self::entity(changes, account, removal.keys)?;
    Ok(RemovedAccount {
        account: account.clone(),
        users,
        last,
    })
}

/// Removes an entity that nothing stands under, and its keys where they are to go.
pub(super) fn entity(changes: &mut dyn Changes, entity: &Entity, keys: bool) -> Result<()> {
    let own = changes.keys_of(&entity.key)?;
    changes.remove_entity(entity)?;
    for key in own.iter().filter(|_| keys) {
        changes.remove_key(&key.public)?;
    }
    Ok(())
}
