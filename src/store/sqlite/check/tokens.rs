//! Every token is of the one it stands with, and signed by the one above.

use std::collections::HashMap;

use super::super::read::View;
use super::tampered;
use crate::clock::CLOCKS_DIFFER;
use crate::jwt::batch::decode_all;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Operator, User};
use crate::jwt::decode::{Token, Unverified};
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records as _, Result};

/// Every token is of the one it stands with, and signed by the one above. What else is wrong with it is shown.
pub fn chains(
    view: &View<'_>,
    as_of: AsOf,
    show: &mut dyn FnMut(&Entity, &Distrust),
) -> Result<()> {
    let mut operators: HashMap<PublicKey, Trusted<Operator>> = HashMap::new();
    let mut above: Option<(PublicKey, Option<Above>)> = None;
    for kind in EntityKind::ALL {
        let mut batch: Vec<Entity> = Vec::new();
        let mut look = |batch: &mut Vec<Entity>| -> Result<()> {
            let texts: Vec<&str> = batch.iter().map(|entity| &*entity.token).collect();
            for (entity, token) in batch.iter().zip(decode_all(&texts)) {
                let foreign = || {
                    tampered(
                        view,
                        format!(
                            "the token of {} {:?} is not its own",
                            entity.kind,
                            entity.name.as_str()
                        ),
                    )
                };
                let token = token.map_err(|_| foreign())?;
                if !belongs(entity, &token) {
                    return Err(foreign());
                }
                let outcome = match token {
                    Token::Operator(token) => {
                        let pinned = entity.key.typed().map_err(|_| foreign())?;
                        chain::operator(token, &pinned, as_of)
                            .map(|trusted| drop(operators.insert(entity.key, trusted)))
                    }
                    Token::Account(token) => match parent(entity, &operators) {
                        Some(operator) => chain::account(token, operator, as_of).map(drop),
                        None => continue,
                    },
                    Token::User(token) => {
                        let Some(key) = entity.parent else {
                            return Err(foreign());
                        };
                        if above.as_ref().is_none_or(|(known, _)| *known != key) {
                            above = Some((key, account_of(view, &key, &operators)?));
                        }
                        let Some((_, Some((account, operator)))) = &above else {
                            continue;
                        };
                        let Some(operator) = operators.get(operator) else {
                            continue;
                        };
                        let outcome = chain::kept_user_holds(&token, account, operator, as_of);
                        if let Err(distrust @ Distrust::Issuer { issuer, .. }) = &outcome
                            && signed_once(view, &token, &key, issuer)?
                        {
                            show(entity, distrust);
                            continue;
                        }
                        outcome
                    }
                    _ => return Err(foreign()),
                };
                match outcome {
                    Err(
                        Distrust::Issuer { .. }
                        | Distrust::OtherOperator { .. }
                        | Distrust::OtherAccount { .. }
                        | Distrust::Subject(_),
                    ) => return Err(foreign()),
                    // Whom an account revokes is as it should be in the store; `validate` says who it is.
                    Ok(()) | Err(Distrust::Revoked { .. }) => {}
                    Err(distrust) => show(entity, &distrust),
                }
            }
            batch.clear();
            Ok(())
        };
        view.each_entity(kind, None, &mut |entity| {
            batch.push(entity);
            if batch.len() == 1024 {
                look(&mut batch)?;
            }
            Ok(())
        })?;
        look(&mut batch)?;
    }
    Ok(())
}

fn belongs(entity: &Entity, token: &Token) -> bool {
    let kind = match token {
        Token::Operator(_) => EntityKind::Operator,
        Token::Account(_) => EntityKind::Account,
        Token::User(_) => EntityKind::User,
        _ => return false,
    };
    // Here, and not where rows are read, it is found out whether keys are keys.
    let (subject, name, issued_at, expires) = crate::with_token!(token, |unverified| {
        let claims = unverified.claims();
        (
            unverified.subject(),
            claims.name.clone(),
            claims.issued_at,
            claims.expires,
        )
    });
    // Two operators of one name stand beside each other while one takes the other's place.
    let is_named = match kind {
        EntityKind::Operator => entity.name.stands_for(&name),
        _ => name == entity.name.as_str(),
    };
    kind == entity.kind
        && subject == Ok(entity.key)
        && is_named
        // An older token may have been put back; what it was signed after stays, and was not after its last change.
        && issued_at <= entity.issued_at
        && (issued_at == entity.issued_at || entity.issued_at <= entity.updated + CLOCKS_DIFFER)
        && expires == entity.expires
}

fn parent<'a>(
    entity: &Entity,
    operators: &'a HashMap<PublicKey, Trusted<Operator>>,
) -> Option<&'a Trusted<Operator>> {
    entity.parent.and_then(|key| operators.get(&key))
}

/// An account, and the operator that it is under.
type Above = (Trusted<Account>, PublicKey);

fn account_of(
    view: &View<'_>,
    key: &PublicKey,
    operators: &HashMap<PublicKey, Trusted<Operator>>,
) -> Result<Option<Above>> {
    let Some(entity) = view.entity(key)? else {
        return Ok(None);
    };
    let (Some(Ok(Token::Account(token))), Some(operator)) =
        (decode_all(&[&entity.token]).pop(), entity.parent)
    else {
        return Ok(None);
    };
    Ok(operators.get(&operator).and_then(|trusted| {
        let account = chain::account(token, trusted, AsOf::AnyTime).ok()?;
        Some((account, operator))
    }))
}

/// Whether that key signed that token for the account when it might: it is gone since.
fn signed_once(
    view: &View<'_>,
    token: &Unverified<User>,
    account: &PublicKey,
    issuer: &PublicKey,
) -> Result<bool> {
    let claims = token.claims();
    let mut known = view.issued_for(&claims.subject)?.into_iter();
    Ok(known.any(|known| {
        known.kind == "user"
            && known.account == *account
            && known.issuer == *issuer
            && known.issued_at == claims.issued_at
            && known.jti == claims.id
    }))
}
