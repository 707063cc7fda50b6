//! Tokens of accounts that no longer stand in the store: which key signed for whom, since they hold again should it come back,
//! and which tokens the store had at all, since what servers have besides was signed elsewhere.

#[cfg(feature = "net")]
use std::collections::BTreeSet;

use data_encoding::BASE32_NOPAD;

use super::{Result, claims};
use crate::clock::UnixSeconds;
#[cfg(feature = "net")]
use crate::jwt::claims::Operator;
use crate::jwt::claims::{Account, Claims};
use crate::jwt::decode::Unverified;
#[cfg(feature = "net")]
use crate::nkey::Kind;
use crate::nkey::PublicKey;
use crate::store::digest::Digester;
use crate::store::record::{Entity, EntityKind, Issued};
use crate::store::{Changes, Records};

/// Notes an account's token that another takes the place of, or none does: `account` has it. Its identity does not tell it from
/// others that were signed in the same second (F5): what does is all that it says.
pub(super) fn note(
    changes: &mut dyn Changes,
    account: &Entity,
    claims: &Claims<Account>,
    issuer: PublicKey,
) -> Result<()> {
    keep(changes, &noted(account, claims, issuer))
}

/// What is noted of that token.
pub(super) fn noted(account: &Entity, claims: &Claims<Account>, issuer: PublicKey) -> Issued {
    Issued {
        jti: mark(&account.token),
        kind: EntityKind::Account.name().to_owned(),
        subject: account.key.to_string(),
        account: account.key,
        issuer,
        issued_at: claims.issued_at,
        expires: claims.expires,
    }
}

/// Keeps that, unless it was noted before.
pub(super) fn keep(changes: &mut dyn Changes, noted: &Issued) -> Result<()> {
    match changes.issued(&noted.jti)? {
        Some(_) => Ok(()),
        None => Ok(changes.put_issued(noted)?),
    }
}

/// By what a token of an account is noted.
fn mark(token: &str) -> String {
    let digest = Digester::of("account token").text(token).finish();
    format!("account {}", BASE32_NOPAD.encode(&digest))
}

/// What tells a token of an account from others.
pub(crate) struct Mark {
    jti: String,
    /// When it was signed.
    pub issued_at: UnixSeconds,
}

impl Mark {
    /// Of a token.
    pub(crate) fn of(token: &Unverified<Account>) -> Self {
        Self {
            jti: mark(token.token()),
            issued_at: token.claims().issued_at,
        }
    }

    /// Whether the store had it once.
    #[cfg(feature = "net")]
    pub(crate) fn was_here(&self, records: &dyn Records) -> Result<bool> {
        Ok(records.issued(&self.jti)?.is_some())
    }

    /// Whether it was signed elsewhere since the store has the account, and never came here. What is older than all that the
    /// store knows of was there before it. `ours` is when the store's own was signed.
    pub(crate) fn is_from_elsewhere(
        &self,
        records: &dyn Records,
        account: &PublicKey,
        ours: UnixSeconds,
    ) -> Result<bool> {
        let known = records.issued_for(&account.to_string())?.into_iter();
        let known = known.filter(|token| token.kind == EntityKind::Account.name());
        let known: Vec<Issued> = known.collect();
        let oldest = known
            .iter()
            .map(|token| token.issued_at)
            .fold(ours, UnixSeconds::min);
        let was_here = |token: &Issued| token.jti == self.jti;
        Ok(self.issued_at > oldest && !known.iter().any(was_here))
    }
}

/// Notes the token of an account that the store has, and that another is put in the place of.
pub(crate) fn replaced(changes: &mut dyn Changes, before: &Entity, after: &Entity) -> Result<()> {
    if before.kind != EntityKind::Account || before.token == after.token {
        return Ok(());
    }
    // What cannot be read holds for nobody.
    let Ok(was) = claims::<Account>(before) else {
        return Ok(());
    };
    note(changes, before, was.claims(), *was.issuer())
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
        let issued = records.issued_for(&account.key)?.into_iter();
        let issued = issued.filter(|token| token.kind == EntityKind::Account.name());
        retired.extend(issued.map(|token| token.issuer.to_string()));
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

/// The accounts of which a key signed tokens that are noted. One that is over is, too: stores note all that a key signed since
/// late, and what it signed before may last longer.
pub(super) fn signed_by(
    records: &dyn Records,
    key: &PublicKey,
) -> Result<impl Iterator<Item = String>> {
    let issued = records.issued_by(key)?.into_iter();
    Ok(issued
        .filter(|token| token.kind == EntityKind::Account.name())
        .map(|token| token.subject))
}
