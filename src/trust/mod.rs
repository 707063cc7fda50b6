//! The tree of operators, accounts and users as a domain: who signs what, and that it holds before it is kept.
//!
//! Every change here runs inside one [`Changes`](crate::store::Changes). A token enters the store by [`issue`] alone: with
//! a time of issue that no token of its subject had, without a finding that blocks it, and with a chain that holds.

pub mod advisories;
#[cfg(feature = "net")]
pub mod beside;
pub mod callout;
mod choice;
mod cores;
pub mod difference;
pub mod edit;
#[cfg(feature = "net")]
pub mod entrance;
mod error;
pub mod filled;
#[cfg(feature = "net")]
pub mod hours;
mod issue;
mod key;
pub mod new;
mod opened;
#[cfg(feature = "net")]
pub mod operator_token;
#[cfg(feature = "net")]
pub mod outdone;
pub mod preset;
pub(crate) mod provenance;
#[cfg(feature = "net")]
pub mod pulled;
pub mod readmission;
pub mod reissue;
pub mod remove;
pub mod rename;
pub mod resign;
pub mod revoke;
#[cfg(feature = "net")]
pub mod running;
pub mod served;
pub mod share;
pub mod signing_keys;
pub mod statement;
pub mod strays;
pub mod strict;
pub mod successor;
pub(crate) mod superseded;
pub mod tree;
pub mod validate;
pub mod withdraw;

pub use choice::{
    KeyChoice, is_kept, must_be_worked_on, must_not_be_wiped, root, signer, signs, states,
};
pub use error::TrustError;
pub use issue::{AHEAD, issue, must_keep_rules};
pub use key::{KeySource, NewIdentity, NewKey};

use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Body, Operator};
use crate::jwt::decode::{Token, Unverified, decode};
use crate::nkey::PublicKey;
use crate::store::document::KeyState;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Listed, Records, StoreError};
use crate::text::{quoted, shell_word, some};

/// What every operation here may fail with.
pub type Result<T, E = TrustError> = std::result::Result<T, E>;

/// Where in the tree something is: what must be named to look there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Under which operator; nothing where there is only one.
    pub operator: Option<Name>,
    /// In which account.
    pub account: Option<Name>,
}

impl Place {
    /// Right under that entity, or at the top.
    pub fn under(records: &dyn Records, parent: Option<&Entity>) -> Result<Self> {
        let Some(parent) = parent else {
            return Ok(Self::default());
        };
        let (account, operator) = match parent.kind {
            EntityKind::Operator => (None, parent.name.clone()),
            _ => (
                Some(parent.name.clone()),
                operator_of(records, parent)?.name,
            ),
        };
        let several = records.count(EntityKind::Operator)? > 1;
        Ok(Self {
            operator: several.then_some(operator),
            account,
        })
    }

    /// What a command that looks there is told, after a space.
    #[must_use]
    pub fn flags(&self) -> String {
        let named = [("-a", &self.account), ("--operator", &self.operator)];
        let named = named
            .into_iter()
            .filter_map(|(flag, name)| Some((flag, name.as_ref()?)));
        named
            .map(|(flag, name)| format!(" {flag} {}", shell_word(name.as_str())))
            .collect()
    }
}

/// The operator of that name or key; without either, the only one.
pub fn operator(records: &dyn Records, wanted: Option<&str>) -> Result<Entity> {
    found(records, EntityKind::Operator, None, wanted)
}

/// The account of that name or key under an operator; without either, the only one.
pub fn account(records: &dyn Records, operator: &Entity, wanted: Option<&str>) -> Result<Entity> {
    found(records, EntityKind::Account, Some(operator), wanted)
}

/// The account in which an operator's servers talk.
pub fn system_account(records: &dyn Records, operator: &Entity) -> Result<Entity> {
    let wanted = trusted_operator(operator)?
        .claims()
        .body
        .system_account
        .clone();
    let known = match wanted.parse::<PublicKey>() {
        Ok(key) => records.entity(&key)?,
        Err(_) => None,
    };
    known.ok_or_else(|| {
        TrustError::refused(
            format!(
                "the store has no system account of operator {}",
                quoted(&operator.name)
            ),
            format!(
                "nkeep describe operator {}",
                shell_word(operator.name.as_str())
            ),
        )
    })
}

/// The user of that name or key in an account; without either, the only one.
pub fn user(records: &dyn Records, account: &Entity, wanted: Option<&str>) -> Result<Entity> {
    found(records, EntityKind::User, Some(account), wanted)
}

fn found(
    records: &dyn Records,
    kind: EntityKind,
    parent: Option<&Entity>,
    wanted: Option<&str>,
) -> Result<Entity> {
    let above = parent.map(|parent| &parent.key);
    let Some(wanted) = wanted else {
        return only(records, kind, parent);
    };
    let by_key = match wanted.parse::<PublicKey>() {
        Ok(key) => records
            .entity(&key)?
            .filter(|entity| entity.kind == kind && entity.parent.as_ref() == above),
        Err(_) => None,
    };
    let entity = match (by_key, Name::given(wanted)) {
        (Some(entity), _) => Some(entity),
        (None, Ok(name)) => records.named(kind, above, &name)?,
        (None, Err(_)) => None,
    };
    match entity {
        Some(entity) => Ok(entity),
        None => Err(TrustError::NoSuch {
            kind,
            name: wanted.to_owned(),
            place: Place::under(records, parent)?,
            others: others_with(records, kind, parent, wanted)?,
        }),
    }
}

/// Other accounts that have a user of that name, for whoever has another account in mind than the one that is selected.
fn others_with(
    records: &dyn Records,
    kind: EntityKind,
    parent: Option<&Entity>,
    wanted: &str,
) -> Result<Vec<String>> {
    let (EntityKind::User, Some(account), Ok(name)) = (kind, parent, Name::given(wanted)) else {
        return Ok(Vec::new());
    };
    let mut others = Vec::new();
    for other in records.listed(EntityKind::Account, account.parent.as_ref())? {
        let key = other.key.parse().map_err(StoreError::from)?;
        if key != account.key && records.named(kind, Some(&key), &name)?.is_some() {
            others.push(quoted(&other.name));
        }
    }
    Ok(others)
}

fn only(records: &dyn Records, kind: EntityKind, parent: Option<&Entity>) -> Result<Entity> {
    let mut listed = records.listed(kind, parent.map(|parent| &parent.key))?;
    if kind == EntityKind::Operator && listed.len() > 1 {
        listed = signing(records, listed)?;
    }
    let entity = match &*listed {
        [only] => records.entity(&only.key.parse().map_err(StoreError::from)?)?,
        [] => None,
        several => {
            let names: Vec<String> = several.iter().map(|entity| entity.name.clone()).collect();
            return Err(TrustError::Ambiguous {
                kind,
                names: some(&names),
                place: Place::under(records, parent)?,
            });
        }
    };
    match entity {
        Some(entity) => Ok(entity),
        None => Err(TrustError::None {
            kind,
            place: Place::under(records, parent)?,
        }),
    }
}

/// While an operator takes the place of another, the one that signs is meant.
fn signing(records: &dyn Records, operators: Vec<Listed>) -> Result<Vec<Listed>> {
    let standing = records.key_states()?;
    let signs = |operator: &&Listed| {
        let said = (standing.iter()).find(|one| one.key.to_string() == operator.key);
        said.is_none_or(|one| one.state == KeyState::Active)
    };
    let only: Vec<Listed> = operators.iter().filter(signs).cloned().collect();
    Ok(match only.len() {
        1 => only,
        _ => operators,
    })
}

/// The claims of a token in the store.
pub fn claims<B: Body>(entity: &Entity) -> Result<Unverified<B>>
where
    Unverified<B>: TryFrom<Token>,
{
    typed(entity, decode(&entity.token).map_err(TrustError::Decode)?)
}

/// The claims of an entity whose token was read.
fn typed<B: Body>(entity: &Entity, token: Token) -> Result<Unverified<B>>
where
    Unverified<B>: TryFrom<Token>,
{
    Unverified::try_from(token).map_err(|_| {
        StoreError::Refused(format!(
            "the token of {} {} is of another type",
            entity.kind,
            quoted(&entity.name)
        ))
        .into()
    })
}

/// An operator of the store, trusted: its own key is what the store knows it by.
pub fn trusted_operator(entity: &Entity) -> Result<Trusted<Operator>> {
    let pinned = entity.key.typed().map_err(StoreError::from)?;
    Ok(chain::operator(claims(entity)?, &pinned, AsOf::AnyTime)?)
}

/// An account of the store, trusted by its operator.
pub fn trusted_account(entity: &Entity, operator: &Trusted<Operator>) -> Result<Trusted<Account>> {
    Ok(chain::account(claims(entity)?, operator, AsOf::AnyTime)?)
}

/// The operator that an account is under.
pub fn operator_of(records: &dyn Records, account: &Entity) -> Result<Entity> {
    let none = || TrustError::none(EntityKind::Operator);
    let key = account.parent.ok_or_else(none)?;
    records.entity(&key)?.ok_or_else(none)
}

/// The account that a user is in.
pub fn account_of(records: &dyn Records, user: &Entity) -> Result<Entity> {
    let none = || TrustError::none(EntityKind::Account);
    let key = user.parent.ok_or_else(none)?;
    records.entity(&key)?.ok_or_else(none)
}

/// How an entity of the store stands: whether every link from the operator down to it holds at that time.
pub fn standing(
    records: &dyn Records,
    entity: &Entity,
    as_of: AsOf,
) -> Result<std::result::Result<(), Distrust>> {
    let parent = |entity: &Entity| -> Result<Entity> {
        let none = || TrustError::none(entity.kind);
        let key = entity.parent.ok_or_else(none)?;
        records.entity(&key)?.ok_or_else(none)
    };
    let checked_operator = |entity: &Entity| -> Result<std::result::Result<_, Distrust>> {
        let pinned = entity.key.typed().map_err(StoreError::from)?;
        Ok(chain::operator(claims(entity)?, &pinned, as_of))
    };
    Ok(match entity.kind {
        EntityKind::Operator => checked_operator(entity)?.map(drop),
        EntityKind::Account => match checked_operator(&parent(entity)?)? {
            Ok(operator) => chain::account(claims(entity)?, &operator, as_of).map(drop),
            Err(distrust) => Err(distrust),
        },
        EntityKind::User => {
            let above = parent(entity)?;
            match checked_operator(&parent(&above)?)? {
                Ok(operator) => match chain::account(claims(&above)?, &operator, as_of) {
                    Ok(account) => {
                        chain::kept_user_holds(&claims(entity)?, &account, &operator, as_of)
                    }
                    Err(distrust) => Err(distrust),
                },
                Err(distrust) => Err(distrust),
            }
        }
    })
}
