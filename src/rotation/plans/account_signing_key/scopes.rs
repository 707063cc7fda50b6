//! What the old key and the new one are to the account: the same, from the first phase on. An edit of one of them edits both; where
//! that is not how they came to differ, it is seen before the other signs.

use crate::jwt::claims::{Account, Scope};
use crate::nkey::PublicKey;
use crate::rotation::gate::Missing;
use crate::rotation::plans::again;
use crate::rotation::work::Work;
use crate::rotation::{Kind, Result, Rotation, all};
use crate::store::Records;
use crate::store::record::Entity;
use crate::text::{noted, shell_word};
use crate::trust;

/// What the account says of a key; nothing where it does not name it.
type Entry = Option<Option<Scope>>;

fn entry(account: &Entity, key: &str) -> Result<Entry> {
    let claims = trust::claims::<Account>(account)?;
    Ok(claims.claims().body.signing_keys.0.get(key).cloned())
}

/// The other key of an open rotation, which the account names beside that one: until it is over they let users do the same.
pub fn rotated_with(
    records: &dyn Records,
    account: &Entity,
    key: &PublicKey,
) -> Result<Option<PublicKey>> {
    let key = key.to_string();
    for rotation in all(records)? {
        if !rotation.is_open() || rotation.kind != Kind::AccountSigningKey {
            continue;
        }
        let other = match &key {
            key if *key == rotation.old => rotation.new_key()?,
            key if *key == rotation.new => rotation.old_key()?,
            _ => continue,
        };
        if entry(account, &other.to_string())?.is_some() {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// That the new key is to sign, and is not what the old one is.
pub(super) fn edited_old(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Missing>> {
    apart(records, rotation, &rotation.old, &rotation.new)
}

/// That the old key is to sign again, and is not what the new one is.
pub(super) fn edited_new(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Missing>> {
    apart(records, rotation, &rotation.new, &rotation.old)
}

fn apart(records: &dyn Records, rotation: &Rotation, from: &str, to: &str) -> Result<Vec<Missing>> {
    let account = rotation.account(records)?;
    let (Some(wanted), Some(has)) = (entry(&account, from)?, entry(&account, to)?) else {
        return Ok(Vec::new());
    };
    if wanted == has {
        return Ok(Vec::new());
    }
    let word = shell_word(account.name.as_str());
    let step = match from == rotation.old {
        true => "next",
        false => "rollback",
    };
    let help = match wanted {
        // To ask for what is so already gives it to the other key.
        Some(scope) => noted(
            format!(
                "nkeep edit signing-key {from} -a {word} --role {}",
                shell_word(&scope.role)
            ),
            "gives the other key the same",
        ),
        None => noted(
            format!("nkeep rotate {step} {} --force --reason WORDS", rotation.id),
            "gives the other key the same with the step",
        ),
    };
    Ok(vec![Missing {
        code: "scope",
        what: format!("the scope of {from} was edited since, and {to} has another"),
        help,
    }])
}

/// That somebody named the old key again since.
pub(super) fn named_again(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Missing>> {
    let account = rotation.account(records)?;
    if entry(&account, &rotation.old)?.is_none() {
        return Ok(Vec::new());
    }
    Ok(vec![again(rotation, &account)])
}

/// Makes the new key what the old one is by now.
pub(super) fn new_as_old(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old.clone(), work.rotation.new.clone());
    make_same(work, &old, new)
}

/// And the other way round.
pub(super) fn old_as_new(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old.clone(), work.rotation.new.clone());
    make_same(work, &new, old)
}

fn make_same(work: &mut Work<'_>, from: &str, to: String) -> Result<()> {
    let account = work.account()?;
    let (Some(wanted), Some(has)) = (entry(&account, from)?, entry(&account, &to)?) else {
        return Ok(());
    };
    if wanted == has {
        return Ok(());
    }
    work.tell(format!(
        "the scope of {from} was edited since: {to} has it, too"
    ));
    work.edit_account(|_, claims| {
        claims.body.signing_keys.0.insert(to, wanted);
        Ok(())
    })?;
    Ok(())
}
