//! Tokens of accounts that no longer stand in the store, and hold again should the key come back that signed them: which key
//! signed for whom.

#[cfg(feature = "net")]
use std::collections::BTreeSet;

use super::{Result, claims};
#[cfg(feature = "net")]
use crate::jwt::claims::Operator;
use crate::jwt::claims::{Account, Claims};
#[cfg(feature = "net")]
use crate::nkey::Kind;
use crate::nkey::PublicKey;
#[cfg(feature = "net")]
use crate::store::StoreError;
use crate::store::record::{Entity, EntityKind, Issued};
use crate::store::{Changes, Records};

/// Notes who signed an account's token that another takes the place of. It is done where another key signs that, or none
/// does: of what one key signs, the last stands in the store.
pub(super) fn note(
    changes: &mut dyn Changes,
    account: PublicKey,
    claims: &Claims<Account>,
    issuer: PublicKey,
) -> Result<()> {
    let mut jti = claims.id.clone();
    if jti.is_empty() || changes.issued(&jti)?.is_some() {
        jti = format!("account {account} {issuer} {}", claims.issued_at);
        if changes.issued(&jti)?.is_some() {
            return Ok(());
        }
    }
    Ok(changes.put_issued(&Issued {
        jti,
        kind: EntityKind::Account.name().to_owned(),
        subject: account.to_string(),
        account,
        issuer,
        issued_at: claims.issued_at,
        expires: claims.expires,
    })?)
}

/// The same of an account that the store has and one that is put in its place, where another key signed that.
pub(crate) fn replaced(changes: &mut dyn Changes, before: &Entity, after: &Entity) -> Result<()> {
    if before.kind != EntityKind::Account {
        return Ok(());
    }
    // What cannot be read holds for nobody.
    let Ok(was) = claims::<Account>(before) else {
        return Ok(());
    };
    if claims::<Account>(after).is_ok_and(|after| after.issuer() == was.issuer()) {
        return Ok(());
    }
    note(changes, before.key, was.claims(), *was.issuer())
}

/// Keys that signed for an operator, as the store's history has it, and that no operator in it has now.
#[cfg(feature = "net")]
pub(crate) fn retired(records: &dyn Records, operator: &Entity) -> Result<BTreeSet<String>> {
    let mut owned = BTreeSet::new();
    let mut operators = 0;
    records.each_entity(EntityKind::Operator, None, &mut |one| {
        operators += 1;
        owned.insert(one.key.to_string());
        if let Ok(token) = claims::<Operator>(&one) {
            owned.extend(token.claims().body.signing_keys.iter().cloned());
        }
        Ok(())
    })?;
    let mut retired = BTreeSet::new();
    for account in records.listed(EntityKind::Account, Some(&operator.key))? {
        let key = account.key.parse().map_err(StoreError::from)?;
        let issued = records.issued_in(&key, EntityKind::Account.name())?;
        retired.extend(issued.into_iter().map(|token| token.issuer.to_string()));
    }
    // Whose key it was the journal does not say.
    if operators == 1 {
        records.each_entry(1, &mut |entry| {
            let signers = entry.signers.split_whitespace();
            let is_operator = |key: &&str| {
                let key = key.parse::<PublicKey>();
                key.is_ok_and(|key| key.kind() == Kind::Operator)
            };
            retired.extend(signers.filter(is_operator).map(str::to_owned));
            Ok(())
        })?;
    }
    retired.retain(|key| !owned.contains(key));
    Ok(retired)
}

/// The accounts of which a key signed tokens that are noted. One that is over is, too: of those that the same key signed
/// before it nothing is noted, and they may last longer.
pub(super) fn signed_by(
    records: &dyn Records,
    key: &PublicKey,
) -> Result<impl Iterator<Item = String>> {
    let issued = records.issued_by(key)?.into_iter();
    Ok(issued
        .filter(|token| token.kind == EntityKind::Account.name())
        .map(|token| token.subject))
}
