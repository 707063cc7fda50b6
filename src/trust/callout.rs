//! Auth callouts: a service that decides who may connect, into which accounts, and to which key it is asked.

use std::collections::HashSet;

use super::revoke::{Revocations, revoked_up_to};
use super::signing_keys::disown;
use super::{KeySource, Place, Result, claims};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Claims, ExternalAuthorization};
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Role;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records};
use crate::text::{quoted, some};
use crate::trust::revoke::ANYBODY;

/// An account that the service may put users into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Any.
    Any,
    /// One.
    Account(PublicKey),
}

impl Allowed {
    fn text(self) -> String {
        match self {
            Self::Any => ANYBODY.to_owned(),
            Self::Account(key) => key.to_string(),
        }
    }
}

/// What becomes of the curve key.
#[derive(Default)]
pub enum Curve {
    /// Nothing.
    #[default]
    Keep,
    /// It is taken away.
    Remove,
    /// Requests are sealed to that one.
    Set(KeySource),
}

/// What is changed in a callout.
#[derive(Default)]
pub struct CalloutEdit {
    /// Users that connect without being asked about.
    pub users: Vec<PublicKey>,
    /// Those that are asked about again.
    pub no_users: Vec<PublicKey>,
    /// Accounts that the service may put users into.
    pub accounts: Vec<Allowed>,
    /// Those that it may not any more.
    pub no_accounts: Vec<Allowed>,
    /// The key that requests are sealed to.
    pub curve: Curve,
}

impl CalloutEdit {
    /// Changes the claims. Says which curve key they have now, if that was asked for.
    pub fn apply(
        self,
        changes: &mut dyn Changes,
        account: &Entity,
        claims: &mut Claims<Account>,
    ) -> Result<Option<PublicKey>> {
        let callout = &mut claims.body.authorization;
        let users = &mut callout.auth_users;
        for user in self.users.iter().map(ToString::to_string) {
            if !users.contains(&user) {
                users.push(user);
            }
        }
        users.retain(|user| !self.no_users.iter().any(|gone| gone.to_string() == *user));
        let accounts = &mut callout.allowed_accounts;
        for allowed in self.accounts.iter().map(|allowed| allowed.text()) {
            if !accounts.contains(&allowed) {
                accounts.push(allowed);
            }
        }
        accounts.retain(|one| !self.no_accounts.iter().any(|gone| gone.text() == *one));
        let before = callout.xkey.parse::<PublicKey>().ok();
        let now = match self.curve {
            Curve::Keep => return Ok(None),
            Curve::Remove => None,
            Curve::Set(source) => Some(source.give(changes, Kind::Curve, Role::Curve, account)?),
        };
        callout.xkey = now.map(|key| key.to_string()).unwrap_or_default();
        let gone: Vec<PublicKey> = before.into_iter().filter(|key| Some(*key) != now).collect();
        disown(changes, account, &gone)?;
        Ok(now)
    }
}

/// Takes the callout away: who connects is decided by tokens again.
pub fn disable(
    changes: &mut dyn Changes,
    account: &Entity,
    claims: &mut Claims<Account>,
) -> Result<()> {
    let callout = std::mem::take(&mut claims.body.authorization);
    let gone: Vec<PublicKey> = callout.xkey.parse().into_iter().collect();
    disown(changes, account, &gone)
}

/// What is to be said of an account whose callout was edited: users of the service that are nobody's here, as with a mistake in
/// one nobody could connect any more; and who connected without being asked about, and does so no more.
pub fn doubts(records: &dyn Records, before: &Entity, account: &Entity) -> Result<Vec<String>> {
    let claims = claims::<Account>(account)?;
    let mut doubts: Vec<String> = asked_now(records, before, account)?.into_iter().collect();
    doubts.extend(asked_still(before, claims.claims())?);
    for user in &claims.claims().body.authorization.auth_users {
        let found = records.entity(&user.parse()?)?;
        if found.is_none_or(|user| user.parent != Some(account.key)) {
            doubts.push(format!(
                "{user} is no user of account {} in this store",
                quoted(&account.name)
            ));
        }
    }
    Ok(doubts)
}

/// That a callout was taken away of which servers are not rid until they are started again: without a user of the service there is
/// none, and before nats-server's change 8275 they kept the one that they had.
fn asked_still(before: &Entity, after: &Claims<Account>) -> Result<Option<String>> {
    let before = claims::<Account>(before)?;
    let has_callout = |claims: &Claims<Account>| !claims.body.authorization.auth_users.is_empty();
    let is_gone = has_callout(before.claims()) && !has_callout(after);
    Ok(is_gone.then(|| {
        "servers up to 2.12.8 at least go on asking the service of the auth callout that is gone, and let nobody in without it, \
         until they are started again; 2.15.1 does not"
            .to_owned()
    }))
}

/// Users of an account who are let in by their own token before an edit, and by the word of the service after it.
fn asked_now(records: &dyn Records, before: &Entity, account: &Entity) -> Result<Option<String>> {
    let (before, after) = (claims::<Account>(before)?, claims::<Account>(account)?);
    let asks = |claims: &Claims<Account>, user: &str| {
        let free = &claims.body.authorization.auth_users;
        !free.is_empty() && !free.iter().any(|one| one == user)
    };
    let mut names = Vec::new();
    for user in records.listed(EntityKind::User, Some(&account.key))? {
        if asks(after.claims(), &user.key) && !asks(before.claims(), &user.key) {
            names.push(quoted(&user.name));
        }
    }
    Ok((!names.is_empty()).then(|| {
        format!(
            "who connects to account {} as {} is let in by the service of its auth callout alone, once servers have the account",
            quoted(&account.name),
            some(&names)
        )
    }))
}

/// What is to be said where a change revokes users as which the service connects: without it, nobody gets in who must ask it.
pub fn shut_out(
    records: &dyn Records,
    account: &Entity,
    before: &Claims<Account>,
    after: &Claims<Account>,
) -> Result<Vec<String>> {
    let callout = &after.body.authorization;
    let (mut out, mut new) = (HashSet::new(), Vec::new());
    for text in &callout.auth_users {
        let Ok(user) = text.parse::<PublicKey>() else {
            continue;
        };
        let known = records.entity(&user)?;
        let is_out = |revoked: &Revocations| {
            is_revoked(revoked, &user, known.as_ref().map(|user| user.issued_at))
        };
        if is_out(&after.body.revocations) {
            out.insert(text.as_str());
            if !is_out(&before.body.revocations) {
                let name = known.map_or_else(|| text.clone(), |user| quoted(&user.name));
                new.push((text, name));
            }
        }
    }
    let place = Place::under(records, Some(account))?;
    let left = callout.auth_users.len() - out.len();
    let consequence = match left {
        0 => "it is let in no more, and nobody whom it is asked about is",
        _ => "as that one it is let in no more",
    };
    let said = new.into_iter().map(|(key, name)| {
        format!(
            "the auth callout of account {} connects as user {name}, who is revoked: {consequence}; {}",
            quoted(&account.name),
            without_user(callout, key, &place.flags())
        )
    });
    Ok(said.collect())
}

/// Whether what is known of a user's tokens is revoked: all of them, where none is known.
pub(super) fn is_revoked(
    revoked: &Revocations,
    user: &PublicKey,
    newest: Option<UnixSeconds>,
) -> bool {
    revoked_up_to(revoked, user).is_some_and(|up_to| newest.is_none_or(|newest| newest <= up_to))
}

/// The command that has the service connect as that user no more. The last one has to have a successor.
pub(super) fn without_user(callout: &ExternalAuthorization, user: &str, flags: &str) -> String {
    let successor = if callout.auth_users.len() > 1 {
        ""
    } else {
        " --auth-user NAME"
    };
    format!("nkeep edit authcallout{flags}{successor} --rm-auth-user {user}")
}

/// The command that has the service put nobody into that account any more.
pub(super) fn without_account(account: &str, flags: &str) -> String {
    format!("nkeep edit authcallout{flags} --rm-allowed-account {account}")
}

/// What is to be said of callouts that may put users into an account that is gone.
pub fn left_behind(records: &dyn Records, gone: &Entity) -> Result<Vec<String>> {
    let key = gone.key.to_string();
    let mut allowing = Vec::new();
    records.each_entity(EntityKind::Account, None, &mut |entity| {
        if entity.key != gone.key
            && let Ok(token) = claims::<Account>(&entity)
            && token
                .claims()
                .body
                .authorization
                .allowed_accounts
                .contains(&key)
        {
            allowing.push(entity);
        }
        Ok(())
    })?;
    let said = allowing.iter().map(|account| {
        let place = Place::under(records, Some(account))?;
        Ok(format!(
            "the auth callout of account {} may still put users into it: {}",
            quoted(&account.name),
            without_account(&key, &place.flags())
        ))
    });
    said.collect()
}
