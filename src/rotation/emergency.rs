//! What is said when an old key is in other hands: what it breaks that it is distrusted at once, and what people do, in this order.

use std::collections::BTreeSet;

use super::{Result, Rotation};
use crate::jwt::claims::Operator;
use crate::nkey::{Kind, PublicKey};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, StoreError};
use crate::text::{counted, quoted, shell_word, some};
use crate::trust::resign;
use crate::trust::{Result as TrustResult, claims};

/// Under what a rotation keeps the keys that go with the old one.
pub const OLD_KEYS: &str = "old-keys";

/// Keys that are in other hands with the old one of a rotation, whatever the store still has of them.
#[must_use]
pub fn old_keys(rotation: &Rotation) -> BTreeSet<String> {
    let with = rotation.kept.get(OLD_KEYS).map_or("", String::as_str);
    let with = with.split(' ').filter(|key| !key.is_empty());
    with.chain([&*rotation.old]).map(str::to_owned).collect()
}

/// Keys that are in other hands with that one: whoever has an operator's identity has what it names, too.
fn keys_with(operator: &Entity, old: &PublicKey) -> TrustResult<Vec<PublicKey>> {
    let mut keys = vec![*old];
    if operator.key == *old {
        let body = claims::<Operator>(operator)?.into_claims().body;
        let signing = body.signing_keys.iter();
        keys.extend(signing.filter_map(|key| key.parse::<PublicKey>().ok()));
    }
    Ok(keys)
}

/// Who hangs on the old key in the store, so that they are let in by what servers have of it, and not without: by name, as far as
/// that is short.
pub fn broken(
    records: &dyn Records,
    operator: &Entity,
    account: Option<&Entity>,
    old: &str,
) -> Result<Vec<String>> {
    // An issuer's keys are called otherwise, and sign nothing here.
    let Ok(old) = old.parse::<PublicKey>() else {
        return Ok(Vec::new());
    };
    let mut broken = Vec::new();
    match (old.kind(), account) {
        (Kind::Operator, _) => {
            let keys = keys_with(operator, &old)?;
            let hanging = resign::signed_by(records, EntityKind::Account, operator, &keys)?;
            broken.extend(those("account", &hanging));
        }
        (Kind::Account, Some(account)) => {
            let hanging = resign::signed_by(records, EntityKind::User, account, &[old])?;
            broken.extend(those("user", &hanging));
            broken.extend(importers(records, &old)?);
        }
        _ => {}
    }
    Ok(broken)
}

fn those(what: &str, hanging: &[resign::Hanging]) -> Option<String> {
    let count = hanging.len();
    (count > 0).then(|| {
        format!(
            "{}, signed by it: {}",
            counted(count, what),
            resign::names(hanging)
        )
    })
}

/// Accounts whose activations a key signed.
fn importers(records: &dyn Records, key: &PublicKey) -> Result<Option<String>> {
    let issued = records.issued_by(key)?.into_iter();
    let subjects: BTreeSet<String> = issued
        .filter(|token| token.kind == "activation")
        .map(|token| token.subject)
        .collect();
    let mut names = Vec::new();
    for subject in &subjects {
        let known = records.entity(&subject.parse().map_err(StoreError::from)?)?;
        names.push(known.map_or_else(|| subject.clone(), |known| quoted(&known.name)));
    }
    Ok((!names.is_empty()).then(|| {
        format!(
            "{}, to which its activations give leave to import: {}",
            counted(names.len(), "account"),
            some(&names)
        )
    }))
}

/// What people do, as commands: a plan names what only a rotation knows in braces.
#[must_use]
pub fn instructions(rotation: &Rotation) -> Vec<String> {
    let own = [
        ("rotation", &rotation.id),
        ("old", &rotation.old),
        ("new", &rotation.new),
    ];
    let kept = (rotation.kept.iter()).map(|(name, value)| (name.as_str(), value));
    let known: Vec<(String, String)> = own
        .into_iter()
        .chain(kept)
        .map(|(name, value)| (format!("{{{name}}}"), shell_word(value)))
        .collect();
    let filled = |line: &&str| {
        known
            .iter()
            .fold((*line).to_owned(), |line, (name, value)| {
                line.replace(name, value)
            })
    };
    rotation.plan().instructions.iter().map(filled).collect()
}
