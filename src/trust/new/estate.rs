//! A new estate: an operator, the account in which its servers talk, and the first account and user.

use super::{
    AccountDesk, NewAccount, NewOperator, NewUser, OperatorDesk, Terms, operator,
    set_system_account,
};
use crate::jwt::claims::Operator;
use crate::store::Changes;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, Name};
use crate::trust::preset::Preset;
use crate::trust::{KeyChoice, Result, TrustError, claims};

/// Where clients connect as long as nobody says where.
pub const INITIAL_URL: &str = "nats://localhost:4222";

/// What the account is called in which servers talk, as with nsc.
const SYSTEM: &str = "SYS";

/// What is wanted of it.
pub struct NewEstate<'a> {
    /// Of the operator, and of the first account and user.
    pub name: &'a Name,
    /// Where clients connect.
    pub service_urls: &'a [String],
    /// Users of the system account, beside the one that is always there.
    pub presets: &'a [Preset],
}

/// What was made.
pub struct Estate {
    /// With a signing key, and a demand that signing keys sign.
    pub operator: Entity,
    /// Where servers talk.
    pub system: Entity,
    /// Users of the system account, each with a preset.
    pub presets: Vec<Entity>,
    /// The first account.
    pub account: Entity,
    /// Its user.
    pub user: Entity,
}

/// Makes it.
pub fn estate(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    wanted: &NewEstate<'_>,
) -> Result<Estate> {
    let name = wanted.name;
    if name.as_str().eq_ignore_ascii_case(SYSTEM) {
        return Err(TrustError::refused(
            format!("the system account is called {SYSTEM}, and the first account cannot be, too"),
            "nkeep init -n NAME",
        ));
    }
    let mut operator = operator(
        changes,
        NewOperator {
            name: name.clone(),
            terms: Terms::default(),
            signing_key: true,
            strict: true,
            service_urls: wanted.service_urls.to_vec(),
        },
    )?;
    let (system, _) = system_account(changes, keyring, &mut operator)?;
    let presets = preset_users(changes, keyring, &system, wanted.presets)?;
    let desk = OperatorDesk::open(changes, keyring, &operator, &KeyChoice::Best)?;
    let new = NewAccount {
        signing_key: true,
        ..NewAccount::plain(name.clone(), Terms::default())
    };
    let (account, desk) = desk.account(changes, new)?;
    let user = own(desk)?.user(changes, NewUser::plain(name.clone(), Terms::default()))?;
    Ok(Estate {
        operator,
        system,
        presets,
        account,
        user,
    })
}

/// Users of the system account, one for each preset that is named, signed by its signing key.
fn preset_users(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    system: &Entity,
    presets: &[Preset],
) -> Result<Vec<Entity>> {
    let mut users: Vec<Entity> = Vec::new();
    for preset in presets {
        let name: Name = preset.name().parse().map_err(TrustError::Signer)?;
        if users.iter().any(|user| user.name == name) {
            continue;
        }
        let desk = preset.desk(changes, keyring, system, &KeyChoice::Best, &name)?;
        let new = NewUser {
            permissions: preset.permissions(),
            ..NewUser::plain(name, Terms::default())
        };
        users.push(desk.user(changes, new)?);
    }
    Ok(users)
}

/// The account in which an operator's servers talk, with its user, by the names that nsc gives them.
pub fn system_account(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &mut Entity,
) -> Result<(Entity, Entity)> {
    let name = |text: &str| text.parse::<Name>().map_err(TrustError::Signer);
    let new = NewAccount {
        system: true,
        signing_key: true,
        ..NewAccount::plain(name(SYSTEM)?, Terms::default())
    };
    // A signing key where there is one: the operator may come to demand that.
    let claims = claims::<Operator>(operator)?;
    let signing_key = claims.claims().body.signing_keys.first();
    let choice = match signing_key.and_then(|key| key.parse().ok()) {
        Some(key) => KeyChoice::Key(key),
        None => KeyChoice::Best,
    };
    let desk = OperatorDesk::open(changes, keyring, operator, &choice)?;
    let (system, desk) = desk.account(changes, new)?;
    set_system_account(changes, keyring, operator, &system)?;
    let user = own(desk)?.user(changes, NewUser::plain(name("sys")?, Terms::default()))?;
    Ok((system, user))
}

/// An account whose keys were made here can sign.
fn own(desk: Option<AccountDesk>) -> Result<AccountDesk> {
    desk.ok_or_else(|| TrustError::Signer("the account's keys are elsewhere".to_owned()))
}
