//! Why an account is not taken, and what helps.

use super::Pulling;
use crate::clock::absolute;
use crate::jwt::chain::{self, AsOf, Distrust};
use crate::jwt::claims::Account;
use crate::jwt::decode::Unverified;
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::{Entity, EntityKind, Name};
use crate::text::{counted, quoted, shell_word};
use crate::trust::{Result, claims, user};

/// So many are told one by one.
const SHOWN: usize = 3;

/// Why an account is not taken, and what helps.
#[derive(Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Why.
    pub reason: String,
    /// Commands, each with what it does.
    pub ways: Vec<(String, &'static str)>,
    /// Whether it is taken where somebody insists.
    pub may_be_forced: bool,
}

impl Obstacle {
    pub(super) fn plain(reason: String) -> Self {
        Self {
            reason,
            ways: Vec::new(),
            may_be_forced: false,
        }
    }
}

impl Pulling<'_> {
    /// Users of the store who would not be trusted any more, and are not revoked.
    pub(super) fn cut_off(
        &self,
        records: &dyn Records,
        there: &Entity,
        token: &Unverified<Account>,
    ) -> Result<Option<Obstacle>> {
        let above = chain::account(token.clone(), self.operator, AsOf::AnyTime)?;
        let (mut users, mut why) = (Vec::new(), String::new());
        for listed in records.listed(EntityKind::User, Some(&there.key))? {
            let user = user(records, there, Some(&listed.key))?;
            let token = claims(&user)?;
            match chain::kept_user_holds(&token, &above, self.operator, AsOf::AnyTime) {
                Ok(()) | Err(Distrust::Revoked { .. }) => {}
                Err(distrust) => {
                    why = distrust.to_string();
                    users.push(user);
                }
            }
        }
        let Some(first) = users.first() else {
            return Ok(None);
        };
        let more = match users.len() {
            1 => String::new(),
            several => format!(", and {} more", counted(several - 1, "user")),
        };
        let delete = |user: &Entity| {
            let [user, account] = [&user.name, &there.name].map(|name| shell_word(name.as_str()));
            let line = format!("nkeep delete user {user} -a {account} --no-revoke");
            (line, "forgets who is let in nowhere by it")
        };
        Ok(Some(Obstacle {
            reason: format!(
                "user {} of the store{more} would be trusted no more: {why}",
                quoted(&first.name)
            ),
            ways: users.iter().take(SHOWN).map(delete).collect(),
            may_be_forced: false,
        }))
    }
}

/// Servers have two that were signed in one second, and never bring each other up to date.
pub(super) fn two_of_a_second(token: &Unverified<Account>) -> Obstacle {
    let claims = token.claims();
    Obstacle {
        reason: format!(
            "servers have two of it that were signed in the same second, {}",
            absolute(claims.issued_at)
        ),
        ways: vec![(
            format!("nkeep push -a {} --force", shell_word(&claims.name)),
            "gives all of them what is here",
        )],
        may_be_forced: false,
    }
}

/// Servers hold it for later than all that is signed until then (F10).
pub(super) fn ahead(token: &Unverified<Account>) -> Obstacle {
    let claims = token.claims();
    Obstacle {
        reason: format!(
            "it was signed by a clock that was ahead, {}: nothing that is signed until then would be later",
            absolute(claims.issued_at)
        ),
        ways: vec![(
            format!("nkeep push -a {}", shell_word(&claims.name)),
            "gives every server what is here, if it is here",
        )],
        may_be_forced: false,
    }
}

pub(super) fn twin(there: &Entity) -> Obstacle {
    Obstacle {
        reason: format!(
            "it was signed in the same second as what is here, {}, and says something else",
            absolute(there.issued_at)
        ),
        ways: vec![(
            format!("nkeep push -a {} --force", shell_word(there.name.as_str())),
            "gives servers what is here",
        )],
        may_be_forced: true,
    }
}

/// What was done there nobody here knows, and what is here was signed later without it.
pub(super) fn changed_elsewhere(there: &Entity, token: &Unverified<Account>) -> Obstacle {
    let account = shell_word(there.name.as_str());
    Obstacle {
        reason: format!(
            "it was changed elsewhere, {}, and what is here was changed later without that",
            absolute(token.claims().issued_at)
        ),
        ways: vec![
            (
                format!("nkeep diff -a {account}"),
                "shows what is other there",
            ),
            (
                format!("nkeep push -a {account} --force"),
                "gives servers what is here, and undoes what was changed there",
            ),
        ],
        may_be_forced: true,
    }
}

/// Another account that has the name.
pub(super) fn named_otherwise(
    records: &dyn Records,
    parent: PublicKey,
    key: &PublicKey,
    there: Option<&Entity>,
    name: &Name,
) -> Result<Option<Obstacle>> {
    if there.is_some_and(|there| there.name == *name) {
        return Ok(None);
    }
    let holder = records.named(EntityKind::Account, Some(&parent), name)?;
    Ok(holder
        .filter(|holder| holder.key != *key)
        .map(|holder| Obstacle {
            reason: format!(
                "the store has another account {}, {}",
                quoted(&holder.name),
                holder.key
            ),
            ways: vec![(
                format!(
                    "nkeep rename account {} NEW_NAME",
                    shell_word(holder.name.as_str())
                ),
                "makes room for it",
            )],
            may_be_forced: false,
        }))
}
