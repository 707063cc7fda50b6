//! Imports by which what an account takes comes back to it: servers leave out the one that closes such a circle.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::jwt::claims::{Account, Claims, Import, ShareType};
use crate::jwt::subject::local::to_subject;
use crate::jwt::subject::{is_contained_in, overlap};
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::Entity;
use crate::text::quoted;
use crate::trust::{Result, claims as claims_of};

/// The subject under which an import is had.
pub(in crate::trust) fn local(import: &Import) -> String {
    match &*import.local_subject {
        "" => import.subject.clone(),
        local => to_subject(local),
    }
}

/// A way along which what is imported comes back to the account itself: the keys of all that it leads through. What nobody
/// exports any more leads nowhere.
pub(in crate::trust) fn cycle<'a>(
    account: &str,
    import: &Import,
    body_of: impl Fn(&str) -> Option<Cow<'a, Account>>,
) -> Option<Vec<String>> {
    let is_offered = |import: &Import| {
        body_of(&import.account).is_some_and(|exporter| {
            exporter.exports.iter().any(|export| {
                export.share_type == import.share_type
                    && is_contained_in(&import.subject, &export.subject)
            })
        })
    };
    if !is_offered(import) {
        return None;
    }
    let mut way = vec![account.to_owned()];
    let mut seen = HashSet::new();
    let mut open = vec![(import.account.clone(), import.subject.clone(), 1)];
    while let Some((at, subject, depth)) = open.pop() {
        way.truncate(depth);
        way.push(at.clone());
        if at == account {
            return Some(way);
        }
        if !seen.insert((at.clone(), subject.clone())) {
            continue;
        }
        let Some(body) = body_of(&at) else { continue };
        for next in &body.imports {
            let comes_there =
                next.share_type == import.share_type && overlap(&local(next), &subject);
            if comes_there && is_offered(next) {
                open.push((next.account.clone(), next.subject.clone(), depth + 1));
            }
        }
    }
    None
}

/// What comes back by imports that an account has not had before.
pub fn come_back(
    records: &dyn Records,
    account: &Entity,
    before: &[Import],
    claims: &Claims<Account>,
) -> Result<Vec<String>> {
    let entity_of = |key: &str| records.entity(&key.parse::<PublicKey>().ok()?).ok()?;
    let body_of = |key: &str| {
        if key == claims.subject {
            return Some(Cow::Borrowed(&claims.body));
        }
        let token = claims_of::<Account>(&entity_of(key)?).ok()?;
        Some(Cow::Owned(token.into_claims().body))
    };
    let called = |key: &String| match entity_of(key) {
        Some(known) => known.name.to_string(),
        None => key.clone(),
    };
    let mut said = Vec::new();
    for import in claims
        .body
        .imports
        .iter()
        .filter(|one| !before.contains(one))
    {
        let Some(way) = cycle(&account.key.to_string(), import, body_of) else {
            continue;
        };
        let way: Vec<String> = way.iter().map(called).collect();
        said.push(format!(
            "servers leave the import {} out: {} come back by it, {}",
            quoted(&import.subject),
            what_comes_back(import.share_type),
            way.join(" > ")
        ));
    }
    Ok(said)
}

/// What a share of that type carries.
pub(in crate::trust) const fn what_comes_back(share_type: ShareType) -> &'static str {
    match share_type {
        ShareType::Service => "requests",
        _ => "messages",
    }
}
