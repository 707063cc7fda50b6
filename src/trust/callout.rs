//! Auth callouts: a service that decides who may connect, into which accounts, and to which key it is asked.

use super::signing_keys::disown;
use super::{KeySource, Result, claims};
use crate::jwt::claims::{Account, Claims};
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Role;
use crate::store::record::Entity;
use crate::store::{Changes, Records};
use crate::text::quoted;
use crate::trust::revoke::ANYBODY;

/// An account that the service may put users into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Any.
    Any,
    /// One.
    Account(PublicKey),
}

impl Allowed {
    fn text(self) -> String {
        match self {
            Self::Any => ANYBODY.to_owned(),
            Self::Account(key) => key.to_string(),
        }
    }
}

/// What becomes of the curve key.
#[derive(Default)]
pub enum Curve {
    /// Nothing.
    #[default]
    Keep,
    /// It is taken away.
    Remove,
    /// Requests are sealed to that one.
    Set(KeySource),
}

/// What is changed in a callout.
#[derive(Default)]
pub struct CalloutEdit {
    /// Users that connect without being asked about.
    pub users: Vec<PublicKey>,
    /// Those that are asked about again.
    pub no_users: Vec<PublicKey>,
    /// Accounts that the service may put users into.
    pub accounts: Vec<Allowed>,
    /// Those that it may not any more.
    pub no_accounts: Vec<Allowed>,
    /// The key that requests are sealed to.
    pub curve: Curve,
}

impl CalloutEdit {
    /// Changes the claims. Says which curve key they have now, if that was asked for.
    pub fn apply(
        self,
        changes: &mut dyn Changes,
        account: &Entity,
        claims: &mut Claims<Account>,
    ) -> Result<Option<PublicKey>> {
        let callout = &mut claims.body.authorization;
        let users = &mut callout.auth_users;
        for user in self.users.iter().map(ToString::to_string) {
            if !users.contains(&user) {
                users.push(user);
            }
        }
        users.retain(|user| !self.no_users.iter().any(|gone| gone.to_string() == *user));
        let accounts = &mut callout.allowed_accounts;
        for allowed in self.accounts.iter().map(|allowed| allowed.text()) {
            if !accounts.contains(&allowed) {
                accounts.push(allowed);
            }
        }
        accounts.retain(|one| !self.no_accounts.iter().any(|gone| gone.text() == *one));
        let before = callout.xkey.parse::<PublicKey>().ok();
        let now = match self.curve {
            Curve::Keep => return Ok(None),
            Curve::Remove => None,
            Curve::Set(source) => Some(source.give(changes, Kind::Curve, Role::Curve, account)?),
        };
        callout.xkey = now.map(|key| key.to_string()).unwrap_or_default();
        let gone: Vec<PublicKey> = before.into_iter().filter(|key| Some(*key) != now).collect();
        disown(changes, account, &gone)?;
        Ok(now)
    }
}

/// Takes the callout away: who connects is decided by tokens again.
pub fn disable(
    changes: &mut dyn Changes,
    account: &Entity,
    claims: &mut Claims<Account>,
) -> Result<()> {
    let callout = std::mem::take(&mut claims.body.authorization);
    let gone: Vec<PublicKey> = callout.xkey.parse().into_iter().collect();
    disown(changes, account, &gone)
}

/// Users of the service that are nobody's here: with a mistake in one, nobody could connect any more.
pub fn doubts(records: &dyn Records, account: &Entity) -> Result<Vec<String>> {
    let claims = claims::<Account>(account)?;
    let mut doubts = Vec::new();
    for user in &claims.claims().body.authorization.auth_users {
        let found = records.entity(&user.parse()?)?;
        if found.is_none_or(|user| user.parent != Some(account.key)) {
            doubts.push(format!(
                "{user} is no user of account {} in this store",
                quoted(&account.name)
            ));
        }
    }
    Ok(doubts)
}
