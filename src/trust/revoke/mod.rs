//! Revocations: which tokens of whom hold no more.
//!
//! A revocation holds for what was signed up to its time, the second itself included. A token may have been signed by a
//! clock that was ahead, or be of this very second: so the time is never before the newest that is known (F6).

pub mod earlier;
mod exports;

use std::collections::{BTreeMap, HashSet};

use super::{Result, claims};
use crate::clock::UnixSeconds;
use crate::jwt::claims::Account;
use crate::nkey::{PublicKey, UserKey};
use crate::store::class::Origin;
use crate::store::record::{Entity, EntityKind, Issued};
use crate::store::{Changes, Records};

pub use exports::{
    Former, export_was_deleted, former_exports, known_of_exports, remember_exports,
    remember_gone_exports, same_export,
};

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

/// Revokes what was signed up to that time. One that reaches further stays, and so does what `*` covers: that may be taken
/// back, and lets nobody in who was revoked by name. Says up to when it is revoked now.
pub fn revoke(revocations: &mut Revocations, whom: &Whom, up_to: UnixSeconds) -> UnixSeconds {
    let entry = revocations.entry(whom.text()).or_default();
    *entry = up_to.max(*entry);
    *entry
}

/// Up to when tokens of that user are revoked, be it by name or as everybody's.
#[must_use]
pub fn revoked_up_to(revocations: &Revocations, user: &PublicKey) -> Option<UnixSeconds> {
    let own = revocations.get(&user.to_string());
    own.into_iter()
        .chain(revocations.get(ANYBODY))
        .max()
        .copied()
}

/// The users of an account whose token in the store is revoked: their public keys.
pub fn revoked_users(records: &dyn Records, account: &Entity) -> Result<HashSet<String>> {
    let token = claims::<Account>(account)?;
    let revocations = &token.claims().body.revocations;
    let mut found = HashSet::new();
    let mut look = |user: &Entity| {
        let is_out = user.parent == Some(account.key)
            && revoked_up_to(revocations, &user.key).is_some_and(|up_to| user.issued_at <= up_to);
        if is_out {
            found.insert(user.key.to_string());
        }
    };
    if revocations.contains_key(ANYBODY) {
        records.each_entity(EntityKind::User, Some(&account.key), &mut |user| {
            look(&user);
            Ok(())
        })?;
        return Ok(found);
    }
    for key in revocations.keys().filter_map(|key| key.parse().ok()) {
        records.entity(&key)?.iter().for_each(&mut look);
    }
    Ok(found)
}

/// What is revoked there, and would not be here.
#[must_use]
pub fn lost(there: &Revocations, here: &Revocations) -> Revocations {
    let all = here.get(ANYBODY);
    there
        .iter()
        .filter(|(whose, up_to)| {
            let kept = here.get(*whose).into_iter().chain(all);
            kept.max().is_none_or(|kept| kept < *up_to)
        })
        .map(|(whose, up_to)| (whose.clone(), *up_to))
        .collect()
}

/// Revokes here what is revoked there.
pub fn keep(here: &mut Revocations, there: &Revocations) {
    for (whose, up_to) in there {
        let entry = here.entry(whose.clone()).or_default();
        *entry = (*entry).max(*up_to);
    }
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
/// has expired. Of a key that was not made here, others may have signed tokens that nobody here knows.
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
            .is_none_or(|record| record.origin != Origin::Generated);
        let mut ends: Vec<UnixSeconds> = records
            .issued_for(&whose)?
            .into_iter()
            .filter(|token| token.kind == "user" && token.account == account.key)
            .filter(|token| token.issued_at <= up_to)
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

/// A row that says that an account was deleted, among the tokens that were signed.
const DELETION: &str = "deletion";

/// A row that says what was revoked in an account when it was deleted: up to the time of its issue.
const REVOCATION: &str = "revocation";

/// A row that says that a revocation was taken back in an account, or dropped: the one up to the time of its issue.
const TAKEN_BACK: &str = "unrevoked";

/// Notes what an account revokes no more. Servers have it still, and a push may undo it there.
pub fn note_taken_back(
    changes: &mut dyn Changes,
    account: &PublicKey,
    signer: PublicKey,
    before: &Revocations,
    after: &Revocations,
) -> Result<()> {
    for (whose, up_to) in lost(before, after) {
        let row = Issued {
            jti: format!("{TAKEN_BACK} {account} {whose} {up_to}"),
            kind: TAKEN_BACK.to_owned(),
            subject: whose,
            account: *account,
            issuer: signer,
            issued_at: up_to,
            expires: 0,
        };
        if changes.issued(&row.jti)?.is_none() {
            changes.put_issued(&row)?;
        }
    }
    Ok(())
}

/// Leaves out what was taken back here: of what servers revoke and the store does not, the rest was revoked elsewhere.
pub fn forget_taken_back(
    records: &dyn Records,
    account: &PublicKey,
    lost: &mut Revocations,
) -> Result<()> {
    if lost.is_empty() {
        return Ok(());
    }
    for row in records.issued_in(account, TAKEN_BACK)? {
        lost.retain(|whose, up_to| *whose != row.subject || *up_to > row.issued_at);
    }
    Ok(())
}

/// Remembers what is revoked in an account that is deleted: should its key come back, nobody is let in by that.
pub fn remember(
    changes: &mut dyn Changes,
    account: &Entity,
    signer: PublicKey,
    revocations: &Revocations,
) -> Result<()> {
    // The last is the one that counts, whatever the clock said, and whichever token of it had come back.
    let before = changes.issued_in(&account.key, DELETION)?;
    let before = before.last().map_or(0, |row| row.issued_at);
    let at = account.issued_at.max(before + 1);
    let mut row = Issued {
        jti: format!("deletion {} {at}", account.key),
        kind: DELETION.to_owned(),
        subject: account.key.to_string(),
        account: account.key,
        issuer: signer,
        issued_at: at,
        expires: 0,
    };
    let deletion = row.jti.clone();
    changes.put_issued(&row)?;
    REVOCATION.clone_into(&mut row.kind);
    for (whose, up_to) in revocations {
        row.jti = of_deletion(&deletion, whose);
        row.subject.clone_from(whose);
        row.issued_at = *up_to;
        changes.put_issued(&row)?;
    }
    Ok(())
}

fn of_deletion(deletion: &str, whose: &str) -> String {
    format!("{deletion} {whose}")
}

/// Whether an account with that key was deleted here.
pub fn was_deleted(records: &dyn Records, account: &PublicKey) -> Result<bool> {
    Ok(!records.issued_in(account, DELETION)?.is_empty())
}

/// What the store knows to be revoked in the account with that key: by its token, or, where it was deleted, when it was.
pub fn known(records: &dyn Records, account: &PublicKey) -> Result<Revocations> {
    if let Some(entity) = records.entity(account)? {
        return Ok(claims::<Account>(&entity)?.into_claims().body.revocations);
    }
    let deletions = records.issued_in(account, DELETION)?;
    let Some(last) = deletions.last() else {
        return Ok(Revocations::new());
    };
    let remembered = records.issued_in(account, REVOCATION)?.into_iter();
    Ok(remembered
        .filter(|row| row.jti == of_deletion(&last.jti, &row.subject))
        .map(|row| (row.subject, row.issued_at))
        .collect())
}
