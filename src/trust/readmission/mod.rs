//! Who is let in again where one state of the tree takes the place of another: whom the one shuts out, and the other does
//! not.

mod out;
mod parted;
mod returning;

use std::collections::BTreeSet;

use super::revoke::{ANYBODY, export_was_deleted, known, lost, same_export, was_deleted};
use super::{Place, Result, claims};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::{Account, Operator, ShareType, User};
use crate::nkey::PublicKey;
use crate::store::class::Origin;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Records, StoreError};
use crate::text::{counted, quoted, some};

pub(super) use out::take_away;
pub use out::{revoke_activations, revoke_user};
pub use parted::{let_in_together, revoked_apart, signed_later};
pub use returning::{Returning, ReturningAbove, by_token};

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An entity that was deleted, with so many users.
    Deleted(EntityKind, usize),
    /// A signing key of an operator or an account that was taken away.
    Key {
        /// whose
        of: EntityKind,
        /// what it signed below
        signed: Vec<String>,
        /// whether there is no other
        only: bool,
    },
    /// What a user was given up to a time, or everybody.
    Revoked(UnixSeconds),
    /// The activations that an account was given up to a time, or all accounts were, for an export.
    Activations(String, ShareType, UnixSeconds),
    /// An export that was deleted.
    Export(String, ShareType),
    /// An export that was made private.
    Public(String, ShareType),
}

/// Somebody who is let in again, or a key that lets others in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readmitted {
    /// What it is.
    pub what: What,
    /// As people call it, where somebody knows.
    pub name: Option<Name>,
    /// The public key, or `*`.
    pub key: String,
    /// Where it is.
    pub place: Place,
    /// The account that it is in, or the operator.
    pub above: Option<Name>,
    /// The key of whoever's token says so.
    pub within: PublicKey,
}

impl Readmitted {
    /// Who, and by what it was shut out.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self {
            what, name, key, ..
        } = self;
        let own = name
            .as_ref()
            .map_or_else(String::new, |name| format!(" {}", quoted(name)));
        let above = self.above.as_ref().map_or_else(String::new, quoted);
        match what {
            What::Deleted(EntityKind::User, _) => {
                format!("user{own} {key} of account {above}, who was deleted")
            }
            What::Deleted(EntityKind::Account, users) => format!(
                "account{own} {key} with {}, which was deleted",
                counted(*users, "user")
            ),
            What::Deleted(EntityKind::Operator, _) => {
                format!("operator{own} {key}, which another took the place of")
            }
            What::Key { of, signed, .. } => {
                let below = match of {
                    EntityKind::Operator => "account",
                    _ => "user",
                };
                format!(
                    "whom the signing key {key} of {of} {above} signed, which was taken away: {}",
                    several(below, signed).unwrap_or_else(|| "nobody who is known".to_owned())
                )
            }
            What::Revoked(up_to) if key == ANYBODY => format!(
                "everybody of account {above}, who was revoked up to {}",
                absolute(*up_to)
            ),
            What::Revoked(up_to) => format!(
                "user{own} {key} of account {above}, who was revoked up to {}",
                absolute(*up_to)
            ),
            What::Export(subject, kind) => format!(
                "whoever imports the {kind} {} of account {above}, which was deleted",
                quoted(subject)
            ),
            What::Public(subject, kind) => format!(
                "whoever imports the {kind} {} of account {above} without an activation, or with one that was \
                 revoked: it was made private",
                quoted(subject)
            ),
            What::Activations(subject, kind, up_to) => {
                let whom = match key == ANYBODY {
                    true => "every account".to_owned(),
                    false => format!("account{own} {key}"),
                };
                format!(
                    "{whom} to the {kind} {} of account {above}, where its activations were revoked up to {}",
                    quoted(subject),
                    absolute(*up_to)
                )
            }
        }
    }
}

/// Everybody whom the records as they are shut out, and those that come again do not.
pub fn readmitted(now: &dyn Records, again: &dyn Records) -> Result<Vec<Readmitted>> {
    let mut found = Vec::new();
    for operator in all(again, EntityKind::Operator)? {
        of_operator(now, again, &operator, &mut found)?;
    }
    for account in all(again, EntityKind::Account)? {
        of_account(now, again, &account, &mut found)?;
    }
    Ok(found)
}

/// Whether what comes was here, and went: what never was shuts nobody out.
pub fn was_here(now: &dyn Records, one: &Readmitted) -> Result<bool> {
    Ok(match &one.what {
        What::Deleted(EntityKind::User, _) => !now.issued_for(&one.key)?.is_empty(),
        What::Deleted(EntityKind::Account, _) => was_deleted(now, &one.within)?,
        What::Deleted(EntityKind::Operator, _) | What::Key { .. } => {
            let key: PublicKey = one.key.parse().map_err(StoreError::from)?;
            now.key(&key)?.is_some() || !now.issued_by(&key)?.is_empty()
        }
        What::Export(subject, kind) => export_was_deleted(now, &one.within, *kind, subject)?,
        What::Revoked(_) | What::Activations(..) | What::Public(..) => true,
    })
}

fn all(records: &dyn Records, kind: EntityKind) -> Result<Vec<Entity>> {
    let mut found = Vec::new();
    records.each_entity(kind, None, &mut |entity| {
        found.push(entity);
        Ok(())
    })?;
    Ok(found)
}

fn of_operator(
    now: &dyn Records,
    again: &dyn Records,
    operator: &Entity,
    found: &mut Vec<Readmitted>,
) -> Result<()> {
    let place = Place::under(again, Some(operator))?;
    let Some(present) = heir(now, operator)? else {
        found.push(Readmitted {
            what: What::Deleted(EntityKind::Operator, 0),
            name: Some(operator.name.clone()),
            key: operator.key.to_string(),
            place,
            above: None,
            within: operator.key,
        });
        return Ok(());
    };
    let kept = claims::<Operator>(&present)?
        .into_claims()
        .body
        .signing_keys;
    let keys = claims::<Operator>(operator)?
        .into_claims()
        .body
        .signing_keys;
    let only = keys.len() == 1;
    let is_kept = |key: &String| kept.contains(key) || *key == present.key.to_string();
    for key in keys.into_iter().filter(|key| !is_kept(key)) {
        found.push(Readmitted {
            what: What::Key {
                of: EntityKind::Operator,
                signed: signed(now, again, operator, &key)?,
                only,
            },
            name: None,
            key,
            place: place.clone(),
            above: Some(operator.name.clone()),
            within: operator.key,
        });
    }
    Ok(())
}

/// The operator as it is now: with that key, or with another that has it for a signing key.
fn heir(now: &dyn Records, operator: &Entity) -> Result<Option<Entity>> {
    if let Some(present) = now.entity(&operator.key)? {
        return Ok(Some(present));
    }
    let key = operator.key.to_string();
    for other in all(now, EntityKind::Operator)? {
        let body = claims::<Operator>(&other)?.into_claims().body;
        if body.signing_keys.contains(&key) {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// Whom a key signed right under that entity: those that are there, and those of whom it is known.
fn signed(
    now: &dyn Records,
    again: &dyn Records,
    above: &Entity,
    key: &str,
) -> Result<Vec<String>> {
    let kind = match above.kind {
        EntityKind::Operator => EntityKind::Account,
        _ => EntityKind::User,
    };
    let mut found = BTreeSet::new();
    again.each_entity(kind, Some(&above.key), &mut |entity| {
        let issuer = match kind {
            EntityKind::Account => claims::<Account>(&entity).map(|token| *token.issuer()),
            _ => claims::<User>(&entity).map(|token| *token.issuer()),
        };
        if issuer.is_ok_and(|issuer| issuer.to_string() == key) {
            found.insert(entity.key.to_string());
        }
        Ok(())
    })?;
    let issued = now.issued_by(&key.parse().map_err(StoreError::from)?)?;
    let of_kind = issued.into_iter().filter(|token| token.kind == kind.name());
    found.extend(of_kind.map(|token| token.subject));
    titled(now, again, found)
}

/// Keys, each with the name that it has or had.
fn titled(now: &dyn Records, again: &dyn Records, keys: BTreeSet<String>) -> Result<Vec<String>> {
    let keys = keys.into_iter();
    keys.map(|key| {
        let name = name_of(now, again, &key)?;
        Ok(name.map_or_else(|| key.clone(), |name| format!("{} {key}", quoted(name))))
    })
    .collect()
}

/// How many, and the first of them.
fn several(what: &str, titles: &[String]) -> Option<String> {
    let count = counted(titles.len(), what);
    (!titles.is_empty()).then(|| format!("{count}, {}", some(titles)))
}

fn of_account(
    now: &dyn Records,
    again: &dyn Records,
    account: &Entity,
    found: &mut Vec<Readmitted>,
) -> Result<()> {
    let place = Place::under(again, Some(account))?;
    let users = again.listed(EntityKind::User, Some(&account.key))?;
    let after = claims::<Account>(account)?.into_claims().body;
    let one = |what: What, name: Option<Name>, key: String| Readmitted {
        what,
        name,
        key,
        place: place.clone(),
        above: Some(account.name.clone()),
        within: account.key,
    };
    let mut revoked = lost(&known(now, &account.key)?, &after.revocations);
    for whose in revoked.keys().cloned().collect::<Vec<_>>() {
        if is_foreign(now, again, account, &after, &whose)? {
            revoked.remove(&whose);
        }
    }
    let Some(present) = now.entity(&account.key)? else {
        // Who was revoked in it by name, should somebody want the account and not them.
        for (whose, up_to) in revoked.iter().filter(|(whose, _)| *whose != ANYBODY) {
            let name = name_of(now, again, whose)?;
            found.push(one(What::Revoked(*up_to), name, whose.clone()));
        }
        found.push(Readmitted {
            place: Place {
                account: None,
                ..place.clone()
            },
            above: None,
            ..one(
                What::Deleted(EntityKind::Account, users.len()),
                Some(account.name.clone()),
                account.key.to_string(),
            )
        });
        return Ok(());
    };
    let before = claims::<Account>(&present)?.into_claims().body;
    for (whose, up_to) in &revoked {
        let name = name_of(now, again, whose)?;
        found.push(one(What::Revoked(*up_to), name, whose.clone()));
    }
    for user in users {
        // Who was revoked as well is named by that.
        if revoked.contains_key(&user.key) || is_there(now, &user.key)? {
            continue;
        }
        let name = Some(user.name.parse().map_err(|_| {
            StoreError::Refused(format!("the name {} cannot be read", quoted(&user.name)))
        })?);
        found.push(one(What::Deleted(EntityKind::User, 0), name, user.key));
    }
    let kept: BTreeSet<&String> = before.signing_keys.0.keys().collect();
    for key in after
        .signing_keys
        .0
        .keys()
        .filter(|key| !kept.contains(key))
    {
        let what = What::Key {
            of: EntityKind::Account,
            signed: signed(now, again, account, key)?,
            only: after.signing_keys.0.len() == 1,
        };
        found.push(one(what, None, key.clone()));
    }
    for export in &after.exports {
        let Some(was) = same_export(&before.exports, export) else {
            let what = What::Export(export.subject.clone(), export.share_type);
            found.push(one(what, None, String::new()));
            continue;
        };
        if was.token_required && !export.token_required {
            let what = What::Public(export.subject.clone(), export.share_type);
            found.push(one(what, None, String::new()));
            continue;
        }
        for (whose, up_to) in lost(&was.revocations, &export.revocations) {
            let name = name_of(now, again, &whose)?;
            let what = What::Activations(export.subject.clone(), export.share_type, up_to);
            found.push(one(what, name, whose));
        }
    }
    Ok(())
}

/// Whether a user never was in the state that comes again, and has nothing but what keys signed that the account has not there.
fn is_foreign(
    now: &dyn Records,
    again: &dyn Records,
    account: &Entity,
    after: &Account,
    whose: &str,
) -> Result<bool> {
    let Ok(key) = whose.parse::<PublicKey>() else {
        return Ok(false);
    };
    // Of a key that was not made here, others may have signed tokens that nobody here knows.
    let brought = now
        .key(&key)?
        .is_some_and(|record| record.origin != Origin::Generated);
    if brought || again.entity(&key)?.is_some() || !again.issued_for(whose)?.is_empty() {
        return Ok(false);
    }
    let mut issuers = Vec::new();
    for token in now.issued_for(whose)? {
        if token.kind == "user" {
            issuers.push(token.issuer);
        }
    }
    if let Some(user) = now.entity(&key)? {
        issuers.push(*claims::<User>(&user)?.issuer());
    }
    let signs = |issuer: &PublicKey| {
        *issuer == account.key || after.signing_keys.0.contains_key(&issuer.to_string())
    };
    Ok(!issuers.is_empty() && !issuers.iter().any(signs))
}

fn is_there(records: &dyn Records, key: &str) -> Result<bool> {
    let key: PublicKey = key.parse().map_err(StoreError::from)?;
    Ok(records.entity(&key)?.is_some())
}

fn name_of(now: &dyn Records, again: &dyn Records, key: &str) -> Result<Option<Name>> {
    let Ok(key) = key.parse::<PublicKey>() else {
        return Ok(None);
    };
    let known = match now.entity(&key)? {
        None => again.entity(&key)?,
        known => known,
    };
    Ok(known.map(|entity| entity.name))
}
