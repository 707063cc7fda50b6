//! Users for whom servers cannot fill in the templates of their scope: said of the account, by scope.

use std::collections::{BTreeMap, HashMap};

use super::{Above, Checked};
use crate::jwt::claims::{Account, Scope};
use crate::jwt::decode::Token;
use crate::jwt::validate::Code;
use crate::nkey::PublicKey;
use crate::text::{quoted, shell_word, some};
use crate::trust::filled::{Lack, lacks};

/// What one user lacks.
pub struct Unfilled {
    account: PublicKey,
    signing_key: String,
    user: String,
    lack: Lack,
}

/// What a user lacks for the scope of the key that signed it. Who is revoked is let in by no tag.
pub fn of_user(above: &Above, checked: &Checked) -> Vec<Unfilled> {
    let is_revoked = || {
        let mut issues = checked.issues.iter();
        issues.any(|issue| issue.code == Code::UserRevoked)
    };
    let account = checked.entity.parent;
    let account = account.and_then(|key| Some((key, above.accounts.get(&key)?.0.claims())));
    let (Some(Token::User(token)), Some((key, account))) = (checked.token.as_ref(), account) else {
        return Vec::new();
    };
    let user = token.claims();
    let Some(scope) = scope_of(&account.body, &user.issuer) else {
        return Vec::new();
    };
    if is_revoked() {
        return Vec::new();
    }
    let lacks = lacks(scope, account, &key, user).into_iter();
    lacks
        .map(|lack| Unfilled {
            account: key,
            signing_key: user.issuer.clone(),
            user: user.name.clone(),
            lack,
        })
        .collect()
}

fn scope_of<'a>(account: &'a Account, key: &str) -> Option<&'a Scope> {
    account.signing_keys.0.get(key)?.as_ref()
}

/// Says of each account whom its scopes cannot be filled in for.
pub fn say(accounts: &mut [Checked], found: Vec<Unfilled>) {
    let mut by_account: HashMap<PublicKey, Vec<Unfilled>> = HashMap::new();
    for one in found {
        by_account.entry(one.account).or_default().push(one);
    }
    for checked in accounts {
        if let Some(found) = by_account.remove(&checked.entity.key) {
            of_account(checked, found);
        }
    }
}

fn of_account(checked: &mut Checked, found: Vec<Unfilled>) {
    let Some(Token::Account(token)) = checked.token.as_ref() else {
        return;
    };
    let keys = &token.claims().body.signing_keys.0;
    let place_of = |key: &String| keys.keys().position(|one| one == key);
    let mut grouped: BTreeMap<(usize, Lack), Vec<String>> = BTreeMap::new();
    for one in found {
        let place = place_of(&one.signing_key).unwrap_or_default();
        grouped.entry((place, one.lack)).or_default().push(one.user);
    }
    let said = grouped.into_iter().map(|((place, lack), users)| {
        let remedy = lack.tag.as_ref().map(|tag| match lack.of_account {
            true => format!("--tag {tag}:VALUE"),
            false => format!("user {} --tag {tag}:VALUE", shell_word(&users[0])),
        });
        let place = format!("nats.signing_keys[{place}].template");
        (
            Code::ScopeUnfilled,
            place,
            lack.said_of(&named(&users)),
            remedy,
        )
    });
    let said = said.collect();
    checked.add_all(said);
}

fn named(users: &[String]) -> String {
    let names: Vec<String> = users.iter().map(quoted).collect();
    let kind = if users.len() == 1 { "user" } else { "users" };
    format!("{kind} {}", some(&names))
}
