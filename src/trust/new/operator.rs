//! New operators.

use super::{Terms, claims_of, entity, free, must_be_new, put_signed};
use crate::jwt::chain::{self, AsOf};
use crate::jwt::claims::{Claims, Operator};
use crate::jwt::sign::Signer;
use crate::nkey::Kind;
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Changes, StoreError};
use crate::trust::choice::must_not_be_kept;
use crate::trust::key::{NewKey, must_be_free};
use crate::trust::{KeyChoice, Result, issue, signer, trusted_operator};

/// How an operator is to be.
#[derive(Clone, Debug)]
pub struct NewOperator {
    /// What people call it.
    pub name: Name,
    /// From when to when.
    pub terms: Terms,
    /// Whether it gets a signing key.
    pub signing_key: bool,
    /// Whether identity keys may sign nothing but themselves.
    pub strict: bool,
    /// Where clients connect.
    pub service_urls: Vec<String>,
}

/// Makes an operator, signed by itself.
pub fn operator(changes: &mut dyn Changes, new: NewOperator) -> Result<Entity> {
    operator_with(changes, new, NewKey::generate(Kind::Operator)?)
}

/// Makes an operator of that key, signed by itself.
pub fn operator_with(changes: &mut dyn Changes, new: NewOperator, key: NewKey) -> Result<Entity> {
    free(changes, EntityKind::Operator, None, &new.name)?;
    must_be_new(changes, EntityKind::Operator, &key.public())?;
    let mut claims = claims_of(&new.name, &key.public(), &new.terms);
    claims.body = Operator {
        tags: new.terms.sorted_tags(),
        strict_signing_key_usage: new.strict,
        operator_service_urls: new.service_urls,
        ..Operator::default()
    };
    let signing = new
        .signing_key
        .then(|| NewKey::generate(Kind::Operator))
        .transpose()?;
    if let Some(signing) = &signing {
        claims.body.signing_keys = vec![signing.public().to_string()];
    }
    let mut entity = entity(changes, EntityKind::Operator, key.public(), new.name, None);
    must_be_free(changes, &key.public(), &entity)?;
    sign_operator(changes, &mut entity, claims, key.pair())?;
    key.keep(changes, Role::Identity, &entity)?;
    if let Some(signing) = signing {
        signing.keep(changes, Role::Signing, &entity)?;
    }
    Ok(entity)
}

/// Makes an account the one in which an operator's servers talk.
pub fn set_system_account(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &mut Entity,
    account: &Entity,
) -> Result<()> {
    let mut claims = trusted_operator(operator)?.claims().clone();
    claims.body.system_account = account.key.to_string();
    let signer = signer(changes, keyring, operator, &[], true, &KeyChoice::Best)?;
    sign_operator(changes, operator, claims, &*signer)
}

/// Signs claims of an operator, and keeps them. Where identities are kept for ceremonies none signs here, nor is made.
pub fn sign_operator(
    changes: &mut dyn Changes,
    entity: &mut Entity,
    claims: Claims<Operator>,
    signer: &dyn Signer,
) -> Result<()> {
    must_not_be_kept(changes, entity)?;
    sign_reviewed(changes, entity, claims, signer)
}

/// The same in a ceremony, where somebody read what is signed.
pub fn sign_reviewed(
    changes: &mut dyn Changes,
    entity: &mut Entity,
    claims: Claims<Operator>,
    signer: &dyn Signer,
) -> Result<()> {
    let pinned = entity.key.typed().map_err(StoreError::from)?;
    let trusted = issue(
        changes,
        &entity.token,
        claims,
        entity.issued_at,
        signer,
        |token| chain::operator(token, &pinned, AsOf::AnyTime),
    )?;
    put_signed(changes, entity, &trusted)
}
