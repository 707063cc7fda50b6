//! Whom an import lets in again: who was revoked in the store, and whose token is later; whom signing keys signed that
//! operators and accounts have again; and who was shut out of exports that are public.

use crate::clock::{UnixSeconds, absolute};
use crate::cmd::Ctx;
use crate::cmd::shares::{place_of, successor_opens};
use crate::jwt::claims::{Account, Operator};
use crate::nsc::{Against, Comparison, Plan};
use crate::store::Records;
use crate::store::record::{Entity, EntityKind};
use crate::text::quoted;
use crate::trust::readmission::{Returning, ReturningAbove, by_token, revoke_user};
use crate::trust::share::opened;
use crate::trust::{Place, TrustError, claims};

/// What is to be said of it, each with the command that shuts out again.
pub fn warnings(
    ctx: &Ctx,
    records: &dyn Records,
    plan: &Plan,
    comparison: &Comparison,
    now: UnixSeconds,
) -> Result<Vec<String>, TrustError> {
    let mut warnings = Vec::new();
    for (planned, against) in plan.entities.iter().zip(&comparison.entities) {
        let entity = &planned.entity;
        if *against == Against::Same {
            continue;
        }
        match entity.kind {
            EntityKind::Operator => warnings.extend(of_operator(ctx, records, entity)?),
            EntityKind::Account => warnings.extend(of_account(ctx, records, entity, now)?),
            EntityKind::User => warnings.extend(of_user(ctx, records, plan, entity)?),
        }
    }
    Ok(warnings)
}

fn of_user(
    ctx: &Ctx,
    records: &dyn Records,
    plan: &Plan,
    user: &Entity,
) -> Result<Option<String>, TrustError> {
    let Some(up_to) = by_token(records, user)? else {
        return Ok(None);
    };
    let account = match user.parent {
        Some(parent) => match records.entity(&parent)? {
            None => plan
                .entities
                .iter()
                .map(|planned| planned.entity.clone())
                .find(|one| one.key == parent),
            found => found,
        },
        None => None,
    };
    let place = Place::under(records, account.as_ref())?.flags();
    let revoke = revoke_user(&user.key.to_string(), None);
    let out = ctx.command(&format!("nkeep {revoke}{place}"));
    Ok(Some(format!(
        "user {} {} was revoked up to {}; the token that is taken was signed {}, holds, and lets it in again; what shuts \
         out: {out}",
        quoted(&user.name),
        user.key,
        absolute(up_to),
        absolute(user.issued_at),
    )))
}

fn of_operator(
    ctx: &Ctx,
    records: &dyn Records,
    operator: &Entity,
) -> Result<Vec<String>, TrustError> {
    let said = returning_above(records, operator)?.into_iter().map(|one| {
        let out = ctx.command(&one.shuts_out());
        format!("{}; what shuts out: {out}", one.warning())
    });
    Ok(said.collect())
}

/// The signing keys that come back in the token of an operator.
fn returning_above(
    records: &dyn Records,
    operator: &Entity,
) -> Result<Vec<ReturningAbove>, TrustError> {
    let mut found = Vec::new();
    let Some(there) = records.entity(&operator.key)? else {
        return Ok(found);
    };
    let before = claims::<Operator>(&there)?.into_claims();
    let after = claims::<Operator>(operator)?.into_claims().body;
    for key in after.signing_keys {
        found.extend(ReturningAbove::of(records, &there, &before, &key.parse()?)?);
    }
    Ok(found)
}

/// Refuses operators whose tokens bring signing keys back that let accounts in again, unless it is to be.
pub fn must_be_forced(
    records: &dyn Records,
    plan: &Plan,
    comparison: &Comparison,
    force: bool,
) -> Result<(), TrustError> {
    for (planned, against) in plan.entities.iter().zip(&comparison.entities) {
        let entity = &planned.entity;
        if entity.kind != EntityKind::Operator || *against == Against::Same {
            continue;
        }
        for returning in returning_above(records, entity)? {
            returning.must_be_forced(force)?;
        }
    }
    Ok(())
}

fn of_account(
    ctx: &Ctx,
    records: &dyn Records,
    account: &Entity,
    now: UnixSeconds,
) -> Result<Vec<String>, TrustError> {
    let mut warnings = Vec::new();
    let Some(there) = records.entity(&account.key)? else {
        return Ok(warnings);
    };
    let before = claims::<Account>(&there)?.into_claims();
    let body = claims::<Account>(account)?.into_claims().body;
    let after = body.signing_keys.0;
    for key in after.keys() {
        let returning = Returning::of(records, &there, &before, &key.parse()?, now)?;
        warnings.extend(returning.map(|returning| {
            let returning = returning.among(after.len());
            let out = ctx.command(&returning.shuts_out());
            format!("{}; what shuts out: {out}", returning.warning())
        }));
    }
    let place = place_of(records, &there)?;
    let opened = opened(records, &there, &body.exports)?;
    warnings.extend(opened.iter().map(|one| successor_opens(ctx, &place, one)));
    Ok(warnings)
}
