//! New operators, accounts and users.

mod account;
mod elsewhere;
mod estate;
mod operator;
#[cfg(feature = "net")]
mod passing;
mod user;

pub use account::{NewAccount, OperatorDesk};
pub use estate::{Estate, INITIAL_URL, NewEstate, estate, system_account};
pub use operator::{
    NewOperator, operator, operator_with, set_system_account, sign_operator, sign_reviewed,
};
pub use user::{AccountDesk, NewUser};

use super::key::NewKey;
use super::{Result, TrustError};
use crate::clock::UnixSeconds;
use crate::jwt::chain::Trusted;
use crate::jwt::claims::{Account, Body, Claims};
use crate::nkey::{Kind, PublicKey};
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Changes, StoreError};
use crate::text::noted;

/// What every new one may have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// From when, 0 for always.
    pub not_before: UnixSeconds,
    /// Until when, 0 for ever.
    pub expires: UnixSeconds,
    /// Labels.
    pub tags: Vec<String>,
}

impl Terms {
    /// Labels as edits leave them: sorted, each once.
    fn sorted_tags(&self) -> Vec<String> {
        let mut tags = self.tags.clone();
        tags.sort();
        tags.dedup();
        tags
    }
}

fn claims_of<B: Body + Default>(name: &Name, key: &PublicKey, terms: &Terms) -> Claims<B> {
    Claims {
        name: name.to_string(),
        subject: key.to_string(),
        not_before: terms.not_before,
        expires: terms.expires,
        ..Claims::default()
    }
}

/// An entity whose token is yet to be signed.
fn entity(
    changes: &dyn Changes,
    kind: EntityKind,
    key: PublicKey,
    name: Name,
    parent: Option<PublicKey>,
) -> Entity {
    Entity {
        kind,
        key,
        name,
        parent,
        token: String::new(),
        issued_at: 0,
        expires: 0,
        created: changes.now(),
        updated: changes.now(),
    }
}

/// Puts an entity with its new token.
fn put_signed<B: Body>(
    changes: &mut dyn Changes,
    entity: &mut Entity,
    trusted: &Trusted<B>,
) -> Result<()> {
    trusted.token().clone_into(&mut entity.token);
    entity.issued_at = trusted.claims().issued_at;
    entity.expires = trusted.claims().expires;
    entity.updated = changes.now();
    Ok(changes.put_entity(entity)?)
}

pub(super) fn free(
    changes: &dyn Changes,
    kind: EntityKind,
    parent: Option<&Entity>,
    name: &Name,
) -> Result<()> {
    match changes.named(kind, parent.map(|parent| &parent.key), name)? {
        None => Ok(()),
        // As it is written there, where a list has it.
        Some(other) => Err(taken(
            match kind {
                EntityKind::Operator => "an operator",
                EntityKind::Account => "an account",
                EntityKind::User => "a user",
            },
            other.name.as_str(),
        )),
    }
}

/// The key of a new account or user: one that was made elsewhere, when nothing has it yet; else one that is made.
fn key_of_new(
    changes: &dyn Changes,
    kind: EntityKind,
    given: Option<PublicKey>,
) -> Result<(PublicKey, Option<NewKey>)> {
    let Some(given) = given else {
        let made = NewKey::generate(kind.key_kind())?;
        return Ok((made.public(), Some(made)));
    };
    must_be_new(changes, kind, &given)?;
    Ok((given, None))
}

/// Refuses a key that something has already.
fn must_be_new(changes: &dyn Changes, kind: EntityKind, key: &PublicKey) -> Result<()> {
    if changes.entity(key)?.is_none() {
        return Ok(());
    }
    let what = match kind {
        EntityKind::Operator => "an operator with the key",
        EntityKind::Account => "an account with the key",
        EntityKind::User => "a user with the key",
    };
    Err(taken(what, &key.to_string()))
}

fn taken(what: &'static str, name: &str) -> TrustError {
    StoreError::Taken {
        what,
        name: name.to_owned(),
    }
    .into()
}

/// Refuses to ask others for an account with keys that were made in this change: should it take them a while, nothing is changed
/// here, and the keys would be gone when they say yes.
fn must_be_kept(changes: &dyn Changes, claims: &Claims<Account>) -> Result<()> {
    let body = &claims.body;
    let keys = body.signing_keys.0.keys();
    let keys = keys.chain([&claims.subject, &body.authorization.xkey]);
    for key in keys.filter_map(|key| key.parse::<PublicKey>().ok()) {
        if changes.is_made(&key) {
            let kind = match key.kind() {
                Kind::Curve => "curve",
                kind => kind.name(),
            };
            return Err(TrustError::refused(
                "the operator's keys are elsewhere, and a key that is made along would be gone if they take a while to \
                 sign: it has to be in the store before",
                noted(
                    format!("nkeep generate nkey --{kind} --keep"),
                    "and name its public key in place of generate",
                ),
            ));
        }
    }
    Ok(())
}
