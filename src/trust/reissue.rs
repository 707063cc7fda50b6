//! A new identity key for an operator, in one change with everything that hangs on the old one.

use super::choice::must_not_be_kept;
use super::issue::still_broken;
use super::key::{NewIdentity, NewKey, must_be_free};
use super::new::sign_operator;
use super::readmission::ReturningAbove;
use super::{KeyChoice, KeySource, Result, TrustError, resign, trusted_operator};
use crate::nkey::PublicKey;
use crate::store::Changes;
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::text::quoted;

/// What became of it.
#[derive(Clone, Debug)]
pub struct Reissued {
    /// As it is now.
    pub operator: Entity,
    /// Its identity key from before; nothing where it has the one that was asked for.
    pub old: Option<PublicKey>,
    /// Whether the seed of that one is in the store.
    pub old_is_here: bool,
    /// Accounts that were signed anew.
    pub accounts: Vec<Entity>,
    /// What somebody should know of it: whom the key lets in again that was taken away before, and what breaks rules still.
    pub warnings: Vec<String>,
}

/// Gives an operator another identity key. Accounts that the old one signed are signed anew, unless it stays as a signing
/// key.
pub fn operator(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &Entity,
    source: KeySource,
    convert: bool,
    force: bool,
) -> Result<Reissued> {
    if matches!(source, KeySource::Public(public) if public == operator.key) {
        return Ok(unchanged(operator));
    }
    must_not_be_kept(changes, operator)?;
    let new = NewIdentity::from(source, changes, keyring, operator)?;
    let key = new.signer().public();
    if key == operator.key {
        return Ok(unchanged(operator));
    }
    must_be_free(changes, &key, operator)?;
    let old_is_here = is_here(changes, &operator.key)?;
    if !old_is_here && !force {
        return Err(TrustError::Unforced {
            reason: format!(
                "the identity key {} of operator {} is kept elsewhere: it would be replaced by whoever has the rest",
                operator.key,
                quoted(&operator.name)
            ),
            flag: "--force",
            then: "the key that is elsewhere is the operator's no more".to_owned(),
        });
    }
    let mut claims = trusted_operator(operator)?.claims().clone();
    let mut warnings: Vec<String> = still_broken(&claims, changes.now()).into_iter().collect();
    let returning = ReturningAbove::of(changes, operator, &claims, &key)?;
    if let Some(returning) = &returning {
        returning.must_be_forced(force)?;
        warnings.push(returning.warning());
    }
    let old = operator.key.to_string();
    claims.subject = key.to_string();
    let keys = &mut claims.body.signing_keys;
    keys.retain(|key| *key != claims.subject);
    if convert && !keys.contains(&old) {
        keys.push(old);
    }
    let strict = claims.body.strict_signing_key_usage;
    if strict && claims.body.signing_keys.is_empty() {
        return Err(TrustError::refused(
            format!(
                "operator {} demands signing keys, and would have none",
                quoted(&operator.name)
            ),
            "nkeep edit operator --sk generate",
        ));
    }
    let hanging = match convert {
        true => Vec::new(),
        false => resign::signed_by(changes, EntityKind::Account, operator, &[operator.key])?,
    };
    let mut entity = Entity {
        key,
        ..operator.clone()
    };
    // Its token is signed before anything stands under it: the row that it is put in is the old one's no more.
    let follow = hanging.iter().map(|account| account.entity.key).collect();
    changes.replace_entity(operator, &entity, &follow)?;
    let identity = new.keep(changes, &entity)?;
    sign_operator(changes, &mut entity, claims, &*identity)?;
    retire(changes, keyring, &operator.key, &entity, convert)?;
    let accounts = resign::accounts(
        changes,
        keyring,
        (operator, &entity),
        &KeyChoice::Best,
        hanging,
    )?;
    warnings.extend(accounts.broken);
    Ok(Reissued {
        operator: entity,
        old: Some(operator.key),
        old_is_here,
        accounts: accounts.signed,
        warnings,
    })
}

/// Whether the seed of a key is in the store.
fn is_here(changes: &dyn Changes, key: &PublicKey) -> Result<bool> {
    Ok(changes.key(key)?.is_some_and(|key| key.sealed.is_some()))
}

/// The old identity key signs on, or belongs to nobody.
fn retire(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    old: &PublicKey,
    operator: &Entity,
    convert: bool,
) -> Result<()> {
    let Some(mut record) = changes.key(old)? else {
        return Ok(());
    };
    if convert && record.sealed.is_some() {
        // What a key is for is sealed with it.
        let seed = keyring.unseal(&record, changes.store_id())?;
        NewKey::of(seed, record.origin)?.keep(changes, Role::Signing, operator)?;
        return Ok(());
    }
    record.owner = None;
    Ok(changes.put_key(&record)?)
}

fn unchanged(operator: &Entity) -> Reissued {
    Reissued {
        operator: operator.clone(),
        old: None,
        old_is_here: false,
        accounts: Vec::new(),
        warnings: Vec::new(),
    }
}
