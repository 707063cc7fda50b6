//! Which keys the account's token names: both from the first phase on, the new one alone from retire on.

use crate::jwt::claims::{Account, SigningKeys};
use crate::nkey::{Kind as KeyKind, PublicKey};
use crate::rotation::Result;
use crate::rotation::work::Work;
use crate::store::StoreError;
use crate::store::document::KeyState;
use crate::text::quoted;
use crate::trust::signing_keys::{give_account, must_have_one_left};
use crate::trust::{self, KeySource, TrustError};

/// Where the rotation keeps what the old key was to the account.
const ENTRY: &str = "entry of the old key";

pub(super) fn trust_new(work: &mut Work<'_>) -> Result<()> {
    let source = work.source.take().unwrap_or(KeySource::Generate);
    let account = work.account()?;
    let old = work.rotation.old.clone();
    let mut new = None;
    work.edit_account(|changes, claims| {
        let before = claims.body.signing_keys.clone();
        let key = give_account(changes, &account, claims, source)?.to_string();
        if before.0.contains_key(&key) {
            return Err(TrustError::refused(
                format!("{key} is a signing key of the account already"),
                "nkeep rotate start --help",
            ));
        }
        let entry = before.0.get(&old).cloned().flatten();
        claims.body.signing_keys.0.insert(key.clone(), entry);
        new = Some(key);
        Ok(())
    })?;
    work.named_new(new.unwrap_or_default(), KeyKind::Account)?;
    work.state_of_new(KeyState::Published)?;
    work.tell(format!(
        "{} is named in account {} beside {old}, with the same role, and signs nothing yet",
        work.rotation.new,
        quoted(&account.name)
    ));
    Ok(())
}

pub(super) fn distrust_new(work: &mut Work<'_>) -> Result<()> {
    let new = work.rotation.new_key()?;
    distrust(work, &new)?;
    work.leave_to_people(&[]);
    work.destroy(&new)
}

pub(super) fn distrust_old(work: &mut Work<'_>) -> Result<()> {
    let old = work.rotation.old_key()?;
    let claims = trust::claims::<Account>(&work.account()?)?.into_claims();
    let mut entry = claims.body.signing_keys;
    entry.0.retain(|key, _| *key == work.rotation.old);
    let entry = serde_json::to_string(&entry)
        .map_err(|error| StoreError::Refused(format!("a scope cannot be written: {error}")))?;
    work.rotation.kept.insert(ENTRY.to_owned(), entry);
    distrust(work, &old)?;
    work.state_of_old(KeyState::Withdrawn)?;
    // In an emergency nobody had the time before.
    if !work.rotation.compromised {
        work.leave_to_people(&[]);
    }
    work.tell(format!("{old} is no longer named in the account's token"));
    Ok(())
}

fn distrust(work: &mut Work<'_>, key: &PublicKey) -> Result<()> {
    let (account, operator) = (work.account()?, work.operator()?);
    work.edit_account(|changes, claims| {
        claims.body.signing_keys.0.remove(&key.to_string());
        must_have_one_left(changes, &operator, &account, &[*key], claims)
    })?;
    Ok(())
}

pub(super) fn trust_old(work: &mut Work<'_>) -> Result<()> {
    let kept = work.rotation.kept.get(ENTRY).map_or("{}", |text| text);
    let entry: SigningKeys = serde_json::from_str(kept)
        .map_err(|error| StoreError::Refused(format!("a scope cannot be read: {error}")))?;
    work.edit_account(|_, claims| {
        claims.body.signing_keys.0.extend(entry.0);
        Ok(())
    })?;
    work.tell(format!(
        "{} is named in the account's token again",
        work.rotation.old
    ));
    work.state_of_old(KeyState::Retiring)
}
