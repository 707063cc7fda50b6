//! An operator's later token, signed elsewhere, that the store takes: with the accounts that were signed anew for it, or not at
//! all. What stands under the operator has to hold afterwards.

use super::issue::faults;
use super::pulled::{self, Pulled};
use super::readmission::ReturningAbove;
use super::resign::{self, names};
use super::served::Served;
use super::signing_keys::disown;
use super::strays::{adopt, unowned};
use super::{KeyChoice, Result, TrustError};
use crate::clock::{CLOCKS_DIFFER, UnixSeconds, absolute};
use crate::jwt::chain::{self, AsOf};
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Changes, Records, StoreError};
use crate::text::{noted, quoted, shell_word};

/// The token that somebody else has and the store is to take, as it would be in the store.
pub fn next<'a>(
    operator: &Served,
    tokens: impl IntoIterator<Item = &'a String>,
    now: UnixSeconds,
) -> Result<Served> {
    let tokens: Vec<&String> = tokens.into_iter().collect();
    let Some(later) = operator.later(tokens.iter().copied()) else {
        return Err(none(operator, &tokens));
    };
    let claims = later.claims();
    if claims.issued_at > now.saturating_add(CLOCKS_DIFFER) {
        return Err(TrustError::refused(
            format!(
                "the token of operator {} was signed by a clock that is ahead, {}",
                quoted(&operator.entity.name),
                absolute(claims.issued_at)
            ),
            "date -u",
        ));
    }
    let broken = faults(claims, now);
    if !broken.is_empty() {
        return Err(TrustError::Rules(broken));
    }
    let entity = Entity {
        name: claims.name.parse::<Name>().map_err(|reason| {
            StoreError::Refused(format!(
                "the operator's name {}: {reason}",
                quoted(&claims.name)
            ))
        })?,
        token: later.token().to_owned(),
        issued_at: claims.issued_at,
        expires: claims.expires,
        ..operator.entity.clone()
    };
    // It must hold at this time, too.
    let pinned = entity.key.typed().map_err(StoreError::from)?;
    chain::operator(later.into_unverified(), &pinned, AsOf::Time(now))?;
    Served::of(entity)
}

/// Why there is none to take.
fn none(operator: &Served, tokens: &[&String]) -> TrustError {
    let name = quoted(&operator.entity.name);
    let told: Vec<std::result::Result<_, String>> =
        tokens.iter().map(|token| operator.told(token)).collect();
    let ours = operator.trusted.claims().issued_at;
    if tokens.contains(&&operator.entity.token) {
        return TrustError::refused(
            format!("nothing is later: servers go by the token of operator {name} that is here"),
            "nkeep pull -A",
        );
    }
    if let Some(theirs) = told.iter().flatten().next() {
        let signed = theirs.claims().issued_at;
        let how = match signed == ours {
            true => "was signed in the same second as",
            false => "is older than",
        };
        return TrustError::refused(
            format!(
                "the token of operator {name} that servers go by {how} what is here, and is not taken: it was signed {}",
                absolute(signed)
            ),
            noted(
                "nkeep generate config --nats-resolver",
                "is what they are to be started with again",
            ),
        );
    }
    let reason = match told.into_iter().find_map(std::result::Result::err) {
        Some(reason) => format!("what servers go by is no token of operator {name}: {reason}"),
        None => "servers do not say which operators they trust".to_owned(),
    };
    TrustError::refused(reason, "nkeep verify")
}

/// Whom the keys let in again that it has and the store's has not, with the command that shuts out.
pub fn returning(
    records: &dyn Records,
    before: &Served,
    after: &Served,
) -> Result<Vec<ReturningAbove>> {
    let had = before.trusted.claims();
    let keys = after.trusted.claims().body.signing_keys.iter();
    let mut returning = Vec::new();
    for key in keys {
        returning.extend(ReturningAbove::of(
            records,
            &before.entity,
            had,
            &key.parse()?,
        )?);
    }
    Ok(returning)
}

/// Takes it, and accounts with it. Those that it does not let hold are signed anew where that is to be; else it is refused.
pub fn take(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    before: &Served,
    after: &Served,
    accounts: Vec<Pulled>,
    force: bool,
) -> Result<Vec<Entity>> {
    if changes.entity(&before.entity.key)?.as_ref() != Some(&before.entity) {
        let reason = "the store was changed by another process meanwhile";
        return Err(StoreError::Refused(reason.to_owned()).into());
    }
    let entity = Entity {
        updated: changes.now(),
        ..after.entity.clone()
    };
    let strays = unowned(changes)?;
    changes.put_entity(&entity)?;
    adopt(changes, &entity, &strays)?;
    pulled::take(changes, accounts)?;
    let fallen = fallen(changes, before, after)?;
    let gone = gone(before, after)?;
    if fallen.is_empty() {
        disown(changes, &before.entity, &gone)?;
        return Ok(Vec::new());
    }
    if !force {
        return Err(cut_off(&entity, &fallen));
    }
    let signed = resign::accounts(
        changes,
        keyring,
        (&before.entity, &entity),
        &KeyChoice::Best,
        fallen,
    )?;
    disown(changes, &before.entity, &gone)?;
    Ok(signed.signed)
}

/// Accounts that keys signed which it has no more.
fn fallen(changes: &dyn Changes, before: &Served, after: &Served) -> Result<Vec<resign::Hanging>> {
    let holds = |issuer: &PublicKey| {
        matches!(
            chain::may_issue_accounts(&after.trusted, &issuer.to_string()),
            Ok(true)
        )
    };
    resign::signed(
        changes,
        EntityKind::Account,
        Some(&before.entity.key),
        |_| true,
        |_, issuer| !holds(issuer),
    )
}

/// Signing keys that it has no more.
fn gone(before: &Served, after: &Served) -> Result<Vec<PublicKey>> {
    let kept = &after.trusted.claims().body.signing_keys;
    let had = before.trusted.claims().body.signing_keys.iter();
    let gone = had.filter(|key| !kept.contains(key));
    gone.map(|key| Ok(key.parse()?)).collect()
}

fn cut_off(operator: &Entity, fallen: &[resign::Hanging]) -> TrustError {
    let first = &fallen[0].entity.name;
    TrustError::Unforced {
        reason: format!(
            "by the later token of operator {}, what signed these accounts signs no more, and servers have nothing later of \
             them: {}; whichever of them is gone is to be deleted first: nkeep delete account {}",
            quoted(&operator.name),
            names(fallen),
            shell_word(first.as_str())
        ),
        flag: "--force",
        then: "signs them anew, by a key of the operator that is here".to_owned(),
    }
}
