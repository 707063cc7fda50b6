//! Users and accounts that are removed. What they were given is revoked, so that no copy of it lets anybody in.

use std::collections::HashMap;

use super::choice::Workplace;
use super::edit::{self, Edited};
use super::new::OperatorDesk;
use super::revoke::{Revocations, Whom, remember, remember_exports, revoke};
use super::{
    KeyChoice, Result, TrustError, callout, claims, operator_of, superseded, trusted_account,
    trusted_operator,
};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Export, Import};
use crate::jwt::subject::is_contained_in;
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, KeyRecord};
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
    let operator = operator_of(changes, account)?;
    Workplace::of(changes, keyring, &operator.key)?.must_be_here(&operator.name)?;
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
        entity(changes, user, removal.keys, &Heirs::new())?;
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
    /// The accounts that import from it.
    pub importers: Vec<Entity>,
    /// What is to be said of auth callouts that may put users into it.
    pub callouts: Vec<String>,
    /// Keys whose seeds went with it.
    pub keys: usize,
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
    Workplace::of(changes, keyring, &operator.key)?.must_be_here(&operator.name)?;
    let above = trusted_operator(&operator)?;
    let now = trusted_account(account, &above)?;
    let mut revocations = now.claims().body.revocations.clone();
    superseded::note(changes, account, now.claims(), *now.issuer())?;
    let (mut account_at_end, mut last) = (account.clone(), None);
    if removal.revoke {
        let mut claims = now.claims().clone();
        let up_to = Whom::Anybody.all_of_them(changes, account, changes.now())?;
        revoke(&mut claims.body.revocations, &Whom::Anybody, up_to);
        claims.expires = changes.now() + LAST_TOKEN;
        let desk = OperatorDesk::open(changes, keyring, &operator, choice)?;
        let mut entity = account.clone();
        let trusted = desk.sign(changes, &mut entity, claims)?;
        // Should the account come back with this key, its tokens are later than this one.
        superseded::note(changes, &entity, trusted.claims(), *trusted.issuer())?;
        revocations = trusted.claims().body.revocations.clone();
        by_name(changes, account, &mut revocations)?;
        account_at_end = entity.clone();
        last = Some((entity.token, desk.signer()));
    }
    let signer = last.as_ref().map_or(*now.issuer(), |(_, signer)| *signer);
    remember(changes, &account_at_end, signer, &revocations)?;
    remember_exports(changes, &account.key, &now.claims().body.exports)?;
    let (users, importers) = (users_of(changes, account)?, importers(changes, account)?);
    let callouts = callout::left_behind(changes, account)?;
    let heirs = heirs(changes, account)?;
    let mut keys = 0;
    for gone in users.iter().chain([account]) {
        keys += entity(changes, gone, removal.keys, &heirs)?;
    }
    Ok(RemovedAccount {
        account: account.clone(),
        users,
        importers,
        callouts,
        keys,
        last,
    })
}

/// So many users are remembered by name. Beyond, the account would come back with a token that servers do not take.
const NAMED: usize = 1000;

/// Revokes by name who goes with an account: whoever takes back what is everybody's lets none of them in.
fn by_name(changes: &dyn Changes, account: &Entity, revocations: &mut Revocations) -> Result<()> {
    let users = users_of(changes, account)?;
    if users.len() > NAMED {
        return Ok(());
    }
    for user in users {
        let own = revocations.get(&user.key.to_string());
        if own.is_some_and(|own| *own >= user.issued_at) {
            continue;
        }
        let whom = Whom::User(user.key);
        let up_to = whom.all_of_them(changes, account, changes.now())?;
        revoke(revocations, &whom, up_to);
    }
    Ok(())
}

/// The accounts that import something from an account.
pub fn importers(records: &dyn Records, account: &Entity) -> Result<Vec<Entity>> {
    importing(records, account, |_| true)
}

/// The accounts that import from an account what its exports held before, and hold no more.
pub fn cut_off(
    records: &dyn Records,
    account: &Entity,
    before: &[Export],
    after: &[Export],
) -> Result<Vec<Entity>> {
    let hold = |exports: &[Export], import: &Import| {
        exports.iter().any(|export| {
            export.share_type == import.share_type
                && is_contained_in(&import.subject, &export.subject)
        })
    };
    importing(records, account, |import| {
        hold(before, import) && !hold(after, import)
    })
}

fn importing(
    records: &dyn Records,
    account: &Entity,
    wanted: impl Fn(&Import) -> bool,
) -> Result<Vec<Entity>> {
    let key = account.key.to_string();
    let mut found = Vec::new();
    records.each_entity(EntityKind::Account, None, &mut |entity| {
        if let Ok(token) = claims::<Account>(&entity) {
            let mut imports = token.claims().body.imports.iter();
            if imports.any(|import| import.account == key && wanted(import)) {
                found.push(entity);
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// Keys of one account that another names, too, by who has them once the one is gone.
type Heirs = HashMap<PublicKey, PublicKey>;

/// Who else has keys of an account: as its identity, or as a signing key.
fn heirs(records: &dyn Records, account: &Entity) -> Result<Heirs> {
    let own = records.keys_of(&account.key)?.into_iter();
    let own: HashMap<String, PublicKey> = own
        .map(|key| (key.public.to_string(), key.public))
        .collect();
    let mut heirs = Heirs::new();
    if own.is_empty() {
        return Ok(heirs);
    }
    records.each_entity(EntityKind::Account, None, &mut |other| {
        if other.key == account.key {
            return Ok(());
        }
        let mut named = vec![other.key.to_string()];
        if let Ok(token) = claims::<Account>(&other) {
            named.extend(token.claims().body.signing_keys.0.keys().cloned());
        }
        for key in named.iter().filter_map(|name| own.get(name)) {
            heirs.entry(*key).or_insert(other.key);
        }
        Ok(())
    })?;
    Ok(heirs)
}

/// Removes an entity that nothing stands under, and its keys where they are to go. Says how many went. What another has, too,
/// is that one's alone from now on.
fn entity(changes: &mut dyn Changes, entity: &Entity, keys: bool, heirs: &Heirs) -> Result<usize> {
    let own = changes.keys_of(&entity.key)?;
    changes.remove_entity(entity)?;
    let mut gone = 0;
    for key in own {
        if let Some(heir) = heirs.get(&key.public) {
            changes.put_key(&KeyRecord {
                owner: Some(*heir),
                ..key
            })?;
        } else if keys {
            changes.remove_key(&key.public)?;
            gone += 1;
        }
    }
    Ok(gone)
}
