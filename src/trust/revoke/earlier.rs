//! Tokens that users were given before the one that they have. They hold as they are until they expire, or are revoked: an edit takes
//! nothing back.

use std::collections::{BTreeMap, HashSet};

use super::revoked_up_to;
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Claims, NO_LIMIT, Permission, Permissions, User, UserLimits};
use crate::jwt::subject::matches_all_of;
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::{Entity, EntityKind};
use crate::trust::{Result, claims};

/// Users of an account whose tokens in the store end, and who were given one before that never does, and is not revoked; by key.
pub fn endless(records: &dyn Records, account: &Entity) -> Result<BTreeMap<PublicKey, Entity>> {
    let listed = records.listed(EntityKind::User, Some(&account.key))?;
    let ending = listed.into_iter().filter(|user| user.expires != 0);
    let ending: HashSet<String> = ending.map(|user| user.key).collect();
    let mut found = BTreeMap::new();
    if ending.is_empty() {
        return Ok(found);
    }
    let body = claims::<Account>(account)?.into_claims().body;
    let own = account.key.to_string();
    for token in records.issued_in(&account.key, EntityKind::User.name())? {
        let issuer = token.issuer.to_string();
        let may_sign = issuer == own || body.signing_keys.0.contains_key(&issuer);
        if token.expires != 0 || !may_sign || !ending.contains(&token.subject) {
            continue;
        }
        let Ok(key) = token.subject.parse() else {
            continue;
        };
        if revoked_up_to(&body.revocations, &key).is_some_and(|up_to| up_to >= token.issued_at) {
            continue;
        }
        let user = records.entity(&key)?;
        if let Some(user) = user.filter(|user| token.issued_at < user.issued_at) {
            found.insert(key, user);
        }
    }
    Ok(found)
}

/// Whether what a user had before lets it in still, for longer or to do more than what it has now.
pub fn allows_more(
    account: &Claims<Account>,
    user: &PublicKey,
    (before, after): (&Claims<User>, &Claims<User>),
    now: UnixSeconds,
) -> bool {
    let account = &account.body;
    let holds = (before.expires == 0 || before.expires > now)
        && revoked_up_to(&account.revocations, user).is_none_or(|up_to| up_to < before.issued_at);
    let ends_later = after.expires != 0 && (before.expires == 0 || before.expires > after.expires);
    let begins_earlier = before.not_before < after.not_before && after.not_before > now;
    let limits = |user| limits_of(account, user);
    holds && (ends_later || begins_earlier || is_wider(limits(before), limits(after)))
}

/// What binds a user: the scope of the key that signed it, else what its token says.
fn limits_of<'a>(account: &'a Account, user: &'a Claims<User>) -> &'a UserLimits {
    let scope = account.signing_keys.0.get(&user.issuer);
    match scope.and_then(Option::as_ref) {
        Some(scope) => &scope.template.limits,
        None => &user.body.limits,
    }
}

fn is_wider(one: &UserLimits, other: &UserLimits) -> bool {
    let numbers = [
        (one.subs, other.subs),
        (one.data, other.data),
        (one.payload, other.payload),
    ];
    let more = |(one, other): (i64, i64)| other != NO_LIMIT && (one == NO_LIMIT || one > other);
    permits_more(&one.permissions, &other.permissions)
        || numbers.into_iter().any(more)
        || names_more(&one.src, &other.src)
        || names_more(&one.times, &other.times)
        || (!other.times.is_empty() && one.times_location != other.times_location)
        || names_more(
            &one.allowed_connection_types,
            &other.allowed_connection_types,
        )
        || (one.bearer_token && !other.bearer_token)
        || (!one.proxy_required && other.proxy_required)
}

/// Of lists where nothing named allows all.
fn names_more<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    !other.is_empty() && (one.is_empty() || one.iter().any(|element| !other.contains(element)))
}

fn permits_more(one: &Permissions, other: &Permissions) -> bool {
    let answers = |permissions: &Permissions| {
        let answers = permissions.respond.as_ref();
        answers.map_or((0, 0), |answers| (answers.max, answers.ttl))
    };
    opens_more(&one.publish, &other.publish)
        || opens_more(&one.subscribe, &other.subscribe)
        || (answers(one) != answers(other) && answers(one) != (0, 0))
}

fn opens_more(one: &Permission, other: &Permission) -> bool {
    let among = |subjects: &[String], subject: &String| {
        let mut subjects = subjects.iter();
        subjects.any(|outer| outer == subject || matches_all_of(outer, subject))
    };
    let is_open = |subject: &String| !among(&other.allow, subject) && !among(&other.deny, subject);
    let allows = !other.allow.is_empty() && (one.allow.is_empty() || one.allow.iter().any(is_open));
    allows || other.deny.iter().any(|denied| !among(&one.deny, denied))
}

#[cfg(test)]
mod tests {
    use super::is_wider;
    use crate::jwt::claims::{NO_LIMIT, UserLimits};

    fn limits(allow: &[&str], deny: &[&str], subs: i64) -> UserLimits {
        let owned = |subjects: &[&str]| subjects.iter().map(|one| (*one).to_owned()).collect();
        let mut limits = UserLimits {
            subs,
            ..UserLimits::default()
        };
        limits.permissions.publish.allow = owned(allow);
        limits.permissions.publish.deny = owned(deny);
        limits
    }

    #[test]
    fn what_could_do_more_is_wider() {
        let all = limits(&[], &[], NO_LIMIT);
        let orders = limits(&["orders.>"], &[], NO_LIMIT);
        let one = limits(&["orders.new"], &[], NO_LIMIT);
        let both = limits(&["orders.>", "bills"], &[], NO_LIMIT);
        let denied = limits(&[], &["orders.>"], NO_LIMIT);
        let less = limits(&[], &["orders.>", ">"], NO_LIMIT);
        let few = limits(&[], &[], 10);
        for (wide, narrow) in [
            (&all, &orders),
            (&orders, &one),
            (&both, &orders),
            (&all, &denied),
            (&denied, &less),
            (&all, &few),
        ] {
            assert!(is_wider(wide, narrow), "{wide:?} {narrow:?}");
            assert!(!is_wider(narrow, wide), "{narrow:?} {wide:?}");
            assert!(!is_wider(wide, wide), "{wide:?}");
        }
    }
}
