//! Whom one of two copies revoked since they parted, and what both come to lets in again: a token that the other signed later
//! is above a revocation that it does not know of.

use super::{Readmitted, What, all};
use crate::clock::UnixSeconds;
use crate::jwt::claims::Account;
use crate::store::Records;
use crate::store::record::{Entity, EntityKind};
use crate::trust::revoke::{ANYBODY, lost, revoked_up_to};
use crate::trust::{Place, Result, claims};

/// The users whom the records here revoke, and those there do not. Whose token here is later was let in knowingly.
pub fn revoked_apart(here: &dyn Records, there: &dyn Records) -> Result<Vec<Readmitted>> {
    let mut found = Vec::new();
    for account in all(here, EntityKind::Account)? {
        match there.entity(&account.key)? {
            Some(other) if other.token != account.token => {
                revoked_in(here, there, (&account, &other), &mut found)?;
            }
            _ => {}
        }
    }
    Ok(found)
}

fn revoked_in(
    here: &dyn Records,
    there: &dyn Records,
    (account, other): (&Entity, &Entity),
    found: &mut Vec<Readmitted>,
) -> Result<()> {
    let mut apart = lost(
        &claims::<Account>(account)?.into_claims().body.revocations,
        &claims::<Account>(other)?.into_claims().body.revocations,
    );
    let place = Place::under(here, Some(account))?;
    if let Some(up_to) = apart.remove(ANYBODY) {
        here.each_entity(EntityKind::User, Some(&account.key), &mut |user| {
            let whose = apart.entry(user.key.to_string()).or_default();
            *whose = up_to.max(*whose);
            Ok(())
        })?;
    }
    for (key, up_to) in apart {
        let Ok(user) = key.parse() else { continue };
        let known = here.entity(&user)?;
        if known.as_ref().is_some_and(|user| user.issued_at > up_to) {
            continue;
        }
        let named = match known {
            None => there.entity(&user)?,
            known => known,
        };
        found.push(Readmitted {
            what: What::Revoked(up_to),
            name: named.map(|user| user.name),
            key,
            place: place.clone(),
            above: Some(account.name.clone()),
            within: account.key,
        });
    }
    Ok(())
}

/// When the token was signed that such a user has there, where that is later than what it was revoked up to.
pub fn signed_later(records: &dyn Records, one: &Readmitted) -> Result<Option<UnixSeconds>> {
    let What::Revoked(up_to) = one.what else {
        return Ok(None);
    };
    let Ok(user) = one.key.parse() else {
        return Ok(None);
    };
    let signed = records.entity(&user)?.map(|user| user.issued_at);
    Ok(signed.filter(|signed| *signed > up_to))
}

/// The same where the copies are together: later than the account there revokes.
pub fn let_in_together(together: &dyn Records, one: &Readmitted) -> Result<Option<UnixSeconds>> {
    let (What::Revoked(apart), Some(account)) = (&one.what, together.entity(&one.within)?) else {
        return Ok(None);
    };
    let body = claims::<Account>(&account)?.into_claims().body;
    let up_to = revoked_up_to(&body.revocations, &one.key.parse()?);
    // Where it is not revoked so far, whoever took that back is the later one.
    let Some(up_to) = up_to.filter(|up_to| up_to >= apart) else {
        return Ok(None);
    };
    Ok(signed_later(together, one)?.filter(|signed| *signed > up_to))
}
