//! Revocations: which tokens of whom hold no more.
//!
//! A revocation holds for what was signed up to its time, the second itself included. A token may have been signed by a
//! clock that was ahead, or be of this very second: so the time is never before the newest that is known (F6).

use std::collections::BTreeMap;

use super::Result;
use crate::clock::UnixSeconds;
use crate::nkey::{PublicKey, UserKey};
use crate::store::Records;
use crate::store::class::Origin;
use crate::store::record::Entity;

/// Stands for every user of an account.
pub const ANYBODY: &str = "*";

/// Whose tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Of everybody in the account.
    Anybody,
    /// Of one user.
    User(PublicKey),
}

impl Whom {
    /// As claims have it.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Anybody => ANYBODY.to_owned(),
            Self::User(key) => key.to_string(),
        }
    }

    /// When the newest token was signed that is known of theirs; 0 where none is.
    pub fn newest(&self, records: &dyn Records, account: &Entity) -> Result<UnixSeconds> {
        let Self::User(key) = self else {
            return Ok(records.last_issued_in(&account.key)?);
        };
        let stored = records.entity(key)?.map_or(0, |user| user.issued_at);
        Ok(stored.max(records.last_issued(key)?))
    }

    /// Up to when all of their tokens are revoked that were signed until now.
    pub fn all_of_them(
        &self,
        records: &dyn Records,
        account: &Entity,
        now: UnixSeconds,
    ) -> Result<UnixSeconds> {
        Ok(now.max(self.newest(records, account)?))
    }
}

impl std::str::FromStr for Whom {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        if text == ANYBODY {
            return Ok(Self::Anybody);
        }
        let key: UserKey = text
            .parse()
            .map_err(|error| format!("{error} (or * for every user)"))?;
        Ok(Self::User(key.any()))
    }
}

/// Those of an account: a public key or `*`, and up to when.
pub type Revocations = BTreeMap<String, UnixSeconds>;

/// Revokes what was signed up to that time. One that reaches further stays; what `*` covers is dropped.
pub fn revoke(revocations: &mut Revocations, whom: &Whom, up_to: UnixSeconds) {
    let entry = revocations.entry(whom.text()).or_default();
    *entry = up_to.max(*entry);
    drop_covered(revocations);
}

/// Drops what `*` covers, and says what that was.
fn drop_covered(revocations: &mut Revocations) -> Vec<String> {
    let Some(all) = revocations.get(ANYBODY).copied() else {
        return Vec::new();
    };
    let covered = revocations
        .iter()
        .filter(|(whose, up_to)| *whose != ANYBODY && **up_to <= all);
    let covered: Vec<String> = covered.map(|(whose, _)| whose.clone()).collect();
    for whose in &covered {
        revocations.remove(whose);
    }
    covered
}

/// Drops revocations that revoke nothing any more: what `*` covers, and those of users of whom every token is known and
/// has expired. Of a key that was brought here, others may have signed tokens that nobody here knows.
pub fn compact(
    records: &dyn Records,
    account: &Entity,
    revocations: &mut Revocations,
    now: UnixSeconds,
) -> Result<Vec<String>> {
    let mut dropped = drop_covered(revocations);
    for (whose, up_to) in revocations.clone() {
        let Ok(key) = whose.parse::<PublicKey>() else {
            continue;
        };
        let brought = records
            .key(&key)?
            .is_some_and(|record| record.origin != Origin::Generated);
        let mut ends: Vec<UnixSeconds> = records
            .issued_for(&whose)?
            .into_iter()
            .filter(|token| token.account == account.key && token.issued_at <= up_to)
            .map(|token| token.expires)
            .collect();
        let stored = records.entity(&key)?.filter(|user| user.issued_at <= up_to);
        ends.extend(stored.map(|user| user.expires));
        let over = |end: &UnixSeconds| *end != 0 && *end < now;
        if !brought && !ends.is_empty() && ends.iter().all(over) {
            revocations.remove(&whose);
            dropped.push(whose);
        }
    }
    Ok(dropped)
}
