//! Tokens that are signed anew because the key that signed them goes, or may sign no more. What they say stays.

use super::issue::faults_in;
use super::new::{AccountDesk, OperatorDesk};
use super::revoke::revoked_up_to;
use super::{
    KeyChoice, Result, TrustError, claims, cores, signs, superseded, trusted_operator, typed,
};
use crate::jwt::batch::decode_all;
use crate::jwt::chain::{self, AsOf};
use crate::jwt::claims::{Account, Scope, User};
use crate::jwt::decode::{Token, Unverified};
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records, StoreError};
use crate::text::{quoted, some};

/// Somebody, and what its token says, which is to be signed anew.
pub struct Hanging {
    /// Who.
    pub entity: Entity,
    /// Its token.
    pub token: Token,
}

impl AsRef<Entity> for Hanging {
    fn as_ref(&self) -> &Entity {
        &self.entity
    }
}

/// Everybody of a kind right under that entity, whose token one of those keys signed.
pub fn signed_by(
    records: &dyn Records,
    kind: EntityKind,
    above: &Entity,
    keys: &[PublicKey],
) -> Result<Vec<Hanging>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    signed(
        records,
        kind,
        Some(&above.key),
        |_| true,
        |_, issuer| keys.contains(issuer),
    )
}

/// Everybody of a kind, under that parent or anywhere, as far as they are `within` what is looked at, and their issuer is
/// `wanted`.
pub fn signed(
    records: &dyn Records,
    kind: EntityKind,
    parent: Option<&PublicKey>,
    within: impl Fn(&Entity) -> bool + Sync,
    wanted: impl Fn(&Entity, &PublicKey) -> bool + Sync,
) -> Result<Vec<Hanging>> {
    let look = |mut entities: Vec<Entity>| {
        entities.retain(&within);
        let texts: Vec<&str> = entities.iter().map(|entity| &*entity.token).collect();
        let tokens = decode_all(&texts);
        let read = entities.into_iter().zip(tokens);
        read.filter_map(|(entity, token)| match token {
            Ok(token) if !wanted(&entity, token.issuer()) => None,
            Ok(token) => Some(Ok(Hanging { entity, token })),
            Err(error) => Some(Err(TrustError::Decode(error))),
        })
        .collect()
    };
    let found: Vec<Result<Hanging>> =
        cores::read(records, |show| records.each_row(kind, parent, show), look)?;
    found.into_iter().collect()
}

/// Some of them by name, and how many more there are.
pub fn names(entities: &[impl AsRef<Entity>]) -> String {
    let names = entities.iter().map(|entity| quoted(&entity.as_ref().name));
    some(&names.collect::<Vec<_>>())
}

/// Accounts that are signed anew.
#[derive(Default)]
pub struct Accounts {
    /// As they are now.
    pub signed: Vec<Entity>,
    /// That some of them break rules, as they did before.
    pub broken: Option<String>,
}

/// Signs accounts anew, by that key, that held under the operator as it was, and says how they are now. Who signed them before is noted.
pub fn accounts(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    (was, operator): (&Entity, &Entity),
    choice: &KeyChoice,
    accounts: Vec<Hanging>,
) -> Result<Accounts> {
    if accounts.is_empty() {
        return Ok(Accounts::default());
    }
    let now = changes.now();
    let before = trusted_operator(was)?;
    let desk = OperatorDesk::open(changes, keyring, operator, choice)?;
    let held = |Hanging { entity, token }| {
        let token: Unverified<Account> = typed(&entity, token)?.kept_with(&entity.key);
        chain::account_holds(&token, &before, AsOf::AnyTime)?;
        let is_broken = !faults_in(&token, now).is_empty();
        let noted = superseded::noted(&entity, token.claims(), *token.issuer());
        let parent = Some(operator.key);
        let entity = Entity { parent, ..entity };
        Ok((is_broken, (entity, token.into_claims(), noted)))
    };
    let mut drafts = Vec::with_capacity(accounts.len());
    let mut broken: Vec<Entity> = Vec::new();
    cores::each(accounts, held, |(is_broken, draft)| {
        if is_broken {
            broken.push(draft.0.clone());
        }
        drafts.push(draft);
        Ok(())
    })?;
    Ok(Accounts {
        signed: desk.sign_all(changes, drafts)?,
        broken: (!broken.is_empty()).then(|| {
            format!(
                "accounts that are signed anew break rules as before: {}; nkeep validate names what mends them",
                names(&broken)
            )
        }),
    })
}

/// Whether all that a user was given is revoked. Whoever signs it anew lets it in again.
pub fn is_revoked(account: &Entity, user: &Entity) -> Result<bool> {
    let claims = claims::<Account>(account)?;
    let up_to = revoked_up_to(&claims.claims().body.revocations, &user.key);
    let Some(up_to) = up_to else {
        return Ok(false);
    };
    // An older token may have been put back: what was signed after it was known of, and is not what it has.
    Ok(up_to >= user.issued_at || up_to >= super::claims::<User>(user)?.claims().issued_at)
}

/// What became of users.
#[derive(Default)]
pub struct Users {
    /// They are signed anew.
    pub signed: Vec<Entity>,
    /// They are as they were.
    pub left: Vec<Entity>,
}

/// Signs users of an account anew, whose key had that scope. Those are left that are revoked, and those whom no other key of
/// the account may sign, with the same scope where there was one, else with none.
pub fn users(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    scope: Option<&Scope>,
    users: Vec<Hanging>,
) -> Result<Users> {
    if users.is_empty() {
        return Ok(Users::default());
    }
    let choice = match scope {
        None => KeyChoice::Best,
        Some(scope) => match same_scope(changes, account, scope)? {
            Some(key) => KeyChoice::Key(key),
            None => return Ok(all_left(users)),
        },
    };
    users_by(changes, keyring, account, &choice, users)
}

/// Signs users of an account anew by that key. Those are left that are revoked, and all where it cannot sign.
pub fn users_by(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    choice: &KeyChoice,
    users: Vec<Hanging>,
) -> Result<Users> {
    let desk = match AccountDesk::open(changes, keyring, account, choice) {
        Err(
            TrustError::Signer(_)
            | TrustError::KeysAway { .. }
            | TrustError::Store(StoreError::Refused(_)),
        ) => {
            return Ok(all_left(users));
        }
        desk => desk?,
    };
    let (revoked, held): (Vec<_>, Vec<_>) = users
        .into_iter()
        .partition(|user| desk.has_revoked(&user.entity));
    let held = held.into_iter().map(|Hanging { entity, token }| {
        let token: Unverified<User> = typed(&entity, token)?;
        Ok((entity, token.into_claims()))
    });
    let held: Vec<_> = held.collect::<Result<_>>()?;
    Ok(Users {
        signed: desk.sign_all(changes, held)?,
        left: all_left(revoked).left,
    })
}

fn all_left(users: Vec<Hanging>) -> Users {
    Users {
        left: users.into_iter().map(|user| user.entity).collect(),
        ..Users::default()
    }
}

/// Which key signs again what that one signed: it does, unless it is being replaced; then the one of the same scope does.
pub fn again(records: &dyn Records, account: &Entity, issuer: &PublicKey) -> Result<KeyChoice> {
    if signs(records, issuer)? {
        return Ok(KeyChoice::Key(*issuer));
    }
    let claims = claims::<Account>(account)?;
    let scope = claims.claims().body.signing_keys.0.get(&issuer.to_string());
    let successor = match scope.and_then(Option::as_ref) {
        Some(scope) => same_scope(records, account, scope)?,
        None => None,
    };
    Ok(successor.map_or(KeyChoice::Best, KeyChoice::Key))
}

/// The key of an account that lets its users do the same.
fn same_scope(records: &dyn Records, account: &Entity, scope: &Scope) -> Result<Option<PublicKey>> {
    let claims = claims::<Account>(account)?;
    for (key, other) in &claims.claims().body.signing_keys.0 {
        let is_same = (other.as_ref())
            .is_some_and(|other| other.role == scope.role && other.template == scope.template);
        if let (true, Ok(key)) = (is_same, key.parse())
            && signs(records, &key)?
        {
            return Ok(Some(key));
        }
    }
    Ok(None)
}
