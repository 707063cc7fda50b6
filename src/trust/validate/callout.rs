//! Auth callouts: the users as which a service connects, and the accounts that it puts users into.

use std::collections::{HashMap, HashSet};

use super::Checked;
use crate::clock::UnixSeconds;
use crate::jwt::claims::ExternalAuthorization;
use crate::jwt::validate::Code;
use crate::nkey::{AccountKey, PublicKey};
use crate::trust::callout::is_revoked;

/// What the store knows of those that callouts name.
#[derive(Default)]
pub struct Callouts {
    /// Users as which a service connects, by key: in which account, and when their newest token was signed.
    users: HashMap<PublicKey, (Option<PublicKey>, UnixSeconds)>,
    /// Accounts that are here.
    accounts: HashSet<String>,
}

impl Callouts {
    pub fn of(accounts: &[Checked], users: &[Checked]) -> Self {
        let callouts = accounts.iter().filter_map(callout);
        let wanted: HashSet<PublicKey> = callouts
            .flat_map(|callout| &callout.auth_users)
            .filter_map(|user| user.parse().ok())
            .collect();
        if wanted.is_empty() {
            return Self::default();
        }
        let entities = users.iter().map(|checked| &checked.entity);
        let named = entities.filter(|user| wanted.contains(&user.key));
        Self {
            users: named
                .map(|user| (user.key, (user.parent, user.issued_at)))
                .collect(),
            accounts: accounts
                .iter()
                .map(|checked| checked.entity.key.to_string())
                .collect(),
        }
    }

    /// Looks at the callout of an account.
    pub fn check(&self, checked: &mut Checked) {
        let Some(claims) = checked.account() else {
            return;
        };
        let callout = &claims.body.authorization;
        let mut found = Vec::new();
        for (index, text) in callout.auth_users.iter().enumerate() {
            let Ok(user) = text.parse::<PublicKey>() else {
                continue;
            };
            let known = self.users.get(&user);
            let known = known.filter(|(parent, _)| *parent == Some(checked.entity.key));
            let newest = known.map(|(_, newest)| *newest);
            let (code, what) = if is_revoked(&claims.body.revocations, &user, newest) {
                (Code::AccountCalloutRevoked, "is revoked")
            } else if known.is_none() {
                (Code::AccountCalloutUnknown, "is no user of it in the store")
            } else {
                continue;
            };
            let place = format!("nats.authorization.auth_users[{index}]");
            let message = format!("the callout service connects as {user}, which {what}");
            found.push((code, place, message, None));
        }
        for (index, account) in callout.allowed_accounts.iter().enumerate() {
            let is_key = account.parse::<AccountKey>().is_ok();
            // Without users of the service nothing was looked up, and nobody is asked.
            if callout.auth_users.is_empty() || !is_key || self.accounts.contains(account) {
                continue;
            }
            let place = format!("nats.authorization.allowed_accounts[{index}]");
            let message = format!(
                "the callout service may put users into account {account}, which is not in the store"
            );
            found.push((Code::AccountCalloutGone, place, message, None));
        }
        checked.add_all(found);
    }
}

fn callout(checked: &Checked) -> Option<&ExternalAuthorization> {
    checked.account().map(|claims| &claims.body.authorization)
}
