//! The signing keys of operators and accounts: given, scoped, and taken away only when nothing depends on them.

use std::collections::BTreeSet;

use super::edit::{Edited, fit};
use super::new::{AccountDesk, OperatorDesk};
use super::remove::Removal;
use super::resign::Hanging;
use super::{
    KeyChoice, KeySource, Result, TrustError, claims, operator_of, remove, resign, trusted_account,
    trusted_operator, typed,
};
use crate::jwt::claims::{Account, Claims, Operator, Scope, User};
use crate::jwt::decode::Unverified;
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Role;
use crate::store::document::KeyState;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Issued, KeyRecord};
use crate::store::{Changes, Records};
use crate::text::{noted, quoted, shell_word};

/// Gives an operator a signing key. One that it has stays as it is.
pub fn give_operator(
    changes: &mut dyn Changes,
    operator: &Entity,
    claims: &mut Claims<Operator>,
    source: KeySource,
) -> Result<PublicKey> {
    let key = given(changes, Kind::Operator, operator, source)?;
    let text = key.to_string();
    if !claims.body.signing_keys.contains(&text) {
        claims.body.signing_keys.push(text);
    }
    Ok(key)
}

/// Gives an account a signing key, without a scope. One that it has stays as it is.
pub fn give_account(
    changes: &mut dyn Changes,
    account: &Entity,
    claims: &mut Claims<Account>,
    source: KeySource,
) -> Result<PublicKey> {
    let key = given(changes, Kind::Account, account, source)?;
    let keys = &mut claims.body.signing_keys.0;
    keys.entry(key.to_string()).or_default();
    Ok(key)
}

/// Gives an account its first signing key, where its operator demands that one signs and nobody named another. Says what
/// became of the account.
pub fn demanded(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    choice: &KeyChoice,
) -> Result<Option<(Entity, PublicKey)>> {
    let operator = trusted_operator(&operator_of(changes, account)?)?;
    let has_one = !claims::<Account>(account)?
        .claims()
        .body
        .signing_keys
        .0
        .is_empty();
    // Whose seed is elsewhere is not ours to give keys to.
    let is_here = changes
        .key(&account.key)?
        .is_some_and(|record| record.sealed.is_some());
    if has_one || !is_here || !choice.is_best() || !operator.claims().body.strict_signing_key_usage
    {
        return Ok(None);
    }
    must_be_signed_here(changes, keyring, account)?;
    let mut made = None;
    let edited = super::edit::account(
        changes,
        keyring,
        account,
        &KeyChoice::Best,
        |changes, claims| {
            made = Some(give_account(changes, account, claims, KeySource::Generate)?);
            Ok(())
        },
    )?;
    Ok(made.map(|key| (edited.entity, key)))
}

/// Whoever signs the account elsewhere may take a while: its key has to be in the store before.
fn must_be_signed_here(
    records: &dyn Records,
    keyring: &dyn Keyring,
    account: &Entity,
) -> Result<()> {
    let operator = operator_of(records, account)?;
    let desk = OperatorDesk::open(records, keyring, &operator, &KeyChoice::Best);
    let Some(place) = desk.ok().and_then(|desk| desk.place()) else {
        return Ok(());
    };
    Err(TrustError::refused(
        format!(
            "operator {} demands that a signing key of account {} signs here, it has none, and {place} has to sign first that it \
             has one",
            quoted(&operator.name),
            quoted(&account.name)
        ),
        noted(
            "nkeep generate nkey --account --keep",
            format!(
                "and then nkeep edit account {} --sk KEY, with the public key that it prints",
                shell_word(account.name.as_str())
            ),
        ),
    ))
}

fn given(
    changes: &mut dyn Changes,
    kind: Kind,
    owner: &Entity,
    source: KeySource,
) -> Result<PublicKey> {
    let key = source.give(changes, kind, Role::Signing, owner)?;
    if key == owner.key {
        return Err(TrustError::refused(
            format!(
                "{key} is the identity key of {} {}, and no signing key",
                owner.kind,
                quoted(&owner.name)
            ),
            format!("nkeep generate nkey --{kind} -S"),
        ));
    }
    must_be_in_use(changes, &key, owner)?;
    Ok(key)
}

/// Refuses a key that a rotation took out of use: whoever has its seed would be trusted again.
fn must_be_in_use(records: &dyn Records, key: &PublicKey, owner: &Entity) -> Result<()> {
    let state = records.key_state(key)?;
    if !state.is_over() {
        return Ok(());
    }
    let why = match state {
        KeyState::Withdrawn => {
            "makes another; nkeep rotate rollback brings back the one that is withdrawn"
        }
        _ => "makes another",
    };
    Err(TrustError::refused(
        format!("{key} is {state}: whoever has its seed would be trusted again"),
        noted(
            format!(
                "nkeep edit {} {} --sk generate",
                owner.kind,
                shell_word(owner.name.as_str())
            ),
            why,
        ),
    ))
}

/// What is to be taken away, and who hangs on it.
pub struct Withdrawal {
    keys: Vec<PublicKey>,
    dependents: Vec<Hanging>,
    activations: Vec<String>,
}

/// What became of those who hung on keys that were taken away.
#[derive(Clone, Debug, Default)]
pub struct Fate {
    /// Signed anew by another key.
    pub signed: Vec<Entity>,
    /// Removed from the store, and revoked: no other key may sign them.
    pub removed: Vec<Entity>,
    /// Whose activations hold no more: accounts by name, or by key where they are not here.
    pub cut_off: Vec<String>,
    /// That some of whom were signed anew break rules, as they did before.
    pub broken: Option<String>,
    /// Left as they are: they are revoked, and whoever signed them anew would let them in again.
    pub left: Vec<Entity>,
}

impl Withdrawal {
    /// Looks who hangs on the keys, and refuses to go on when somebody does, unless it is to be.
    pub fn of(
        changes: &dyn Changes,
        owner: &Entity,
        keys: &[PublicKey],
        force: bool,
    ) -> Result<Self> {
        for key in keys {
            must_have(owner, key)?;
        }
        let kind = match owner.kind {
            EntityKind::Operator => EntityKind::Account,
            _ => EntityKind::User,
        };
        let dependents = resign::signed_by(changes, kind, owner, keys)?;
        let mut reasons = Vec::new();
        if !dependents.is_empty() {
            reasons.push(format!("{kind}s {}", resign::names(&dependents)));
        }
        let activations = activations(changes, keys)?;
        if !activations.is_empty() {
            let whom: Vec<String> = activations.iter().map(quoted).collect();
            reasons.push(format!("activations for {}", whom.join(", ")));
        }
        if reasons.is_empty() || force {
            return Ok(Self {
                keys: keys.to_vec(),
                dependents,
                activations,
            });
        }
        let shown: Vec<String> = keys.iter().map(ToString::to_string).collect();
        let helps = match owner.kind {
            EntityKind::Operator => "they are then signed by another key",
            _ => {
                "users are then signed by another key of the same scope, and removed and revoked where there is none"
            }
        };
        Err(TrustError::Unforced {
            reason: format!(
                "{} signed what still holds: {}",
                shown.join(", "),
                reasons.join("; ")
            ),
            flag: "--force",
            then: helps.to_owned(),
        })
    }

    /// Signs accounts anew by what the operator has left.
    pub fn finish_operator(
        self,
        changes: &mut dyn Changes,
        keyring: &dyn Keyring,
        was: &Entity,
        operator: &Entity,
    ) -> Result<Fate> {
        let accounts = resign::accounts(
            changes,
            keyring,
            (was, operator),
            &KeyChoice::Best,
            self.dependents,
        )?;
        disown(changes, was, &self.keys)?;
        Ok(Fate {
            signed: accounts.signed,
            broken: accounts.broken,
            ..Fate::default()
        })
    }

    /// Signs users anew by what the account has left, and removes and revokes those whom none of it may sign. Who is revoked
    /// stays as it is.
    pub fn finish_account(
        self,
        changes: &mut dyn Changes,
        keyring: &dyn Keyring,
        was: &Entity,
        edited: &mut Edited,
        choice: &KeyChoice,
    ) -> Result<Fate> {
        let account = &edited.entity;
        let before = claims::<Account>(was)?;
        let mut fate = Fate {
            cut_off: self.activations,
            ..Fate::default()
        };
        let mut dependents = self.dependents;
        for key in &self.keys {
            let scopes = &before.claims().body.signing_keys.0;
            let scope = scopes.get(&key.to_string()).and_then(Option::as_ref);
            let own = dependents.extract_if(.., |user| user.token.issuer() == key);
            let users = resign::users(changes, keyring, account, scope, own.collect())?;
            fate.signed.extend(users.signed);
            for user in users.left {
                match resign::is_revoked(account, &user)? {
                    true => fate.left.push(user),
                    false => fate.removed.push(user),
                }
            }
        }
        if !fate.removed.is_empty() {
            let removal = Removal {
                revoke: true,
                keys: false,
            };
            let users = &fate.removed;
            let again = remove::users(changes, keyring, account, users, choice, removal)?;
            edited.extend(again);
        }
        disown(changes, was, &self.keys)?;
        Ok(fate)
    }
}

/// What was an owner's stays in the store, and belongs to nobody.
pub(super) fn disown(changes: &mut dyn Changes, owner: &Entity, keys: &[PublicKey]) -> Result<()> {
    for key in keys {
        if let Some(record) = changes.key(key)?.filter(|key| key.owner == Some(owner.key)) {
            changes.put_key(&KeyRecord {
                owner: None,
                ..record
            })?;
        }
    }
    Ok(())
}

/// Whom those keys gave leave to import that has not expired.
fn activations(changes: &dyn Changes, keys: &[PublicKey]) -> Result<Vec<String>> {
    let now = changes.now();
    let holds =
        |token: &Issued| token.kind == "activation" && (token.expires == 0 || token.expires >= now);
    let mut found = BTreeSet::new();
    for key in keys {
        let issued = changes.issued_by(key)?.into_iter();
        found.extend(issued.filter(holds).map(|token| token.subject));
    }
    found
        .into_iter()
        .map(|importer| {
            let known = changes.entity(&importer.parse()?)?;
            Ok(known.map_or(importer, |known| known.name.to_string()))
        })
        .collect()
}

fn must_have(owner: &Entity, key: &PublicKey) -> Result<()> {
    let has = match owner.kind {
        EntityKind::Operator => {
            let claims = claims::<Operator>(owner)?;
            claims.claims().body.signing_keys.contains(&key.to_string())
        }
        _ => {
            let claims = claims::<Account>(owner)?;
            let keys = &claims.claims().body.signing_keys.0;
            keys.contains_key(&key.to_string())
        }
    };
    if has {
        return Ok(());
    }
    Err(TrustError::refused(
        format!(
            "{key} is no signing key of {} {}",
            owner.kind,
            quoted(&owner.name)
        ),
        format!(
            "nkeep describe {} {}",
            owner.kind,
            shell_word(owner.name.as_str())
        ),
    ))
}

/// Refuses to take the last signing key of an account that has users away, where its operator demands that one signs.
pub fn must_have_one_left(
    records: &dyn Records,
    operator: &Entity,
    account: &Entity,
    gone: &[PublicKey],
    left: &Claims<Account>,
) -> Result<()> {
    let strict = trusted_operator(operator)?
        .claims()
        .body
        .strict_signing_key_usage;
    if gone.is_empty() || !left.body.signing_keys.0.is_empty() || !strict {
        return Ok(());
    }
    if records
        .listed(EntityKind::User, Some(&account.key))?
        .is_empty()
    {
        return Ok(());
    }
    let gone: Vec<String> = gone.iter().map(ToString::to_string).collect();
    Err(TrustError::refused(
        format!(
            "operator {} demands signing keys, and account {} would have none",
            quoted(&operator.name),
            quoted(&account.name)
        ),
        format!(
            "nkeep edit account {} --sk generate --rm-sk {} --force",
            shell_word(account.name.as_str()),
            gone.join(",")
        ),
    ))
}

/// The signing key of an account that is meant: by its public key, or by the role that it alone has.
pub fn meant(records: &dyn Records, account: &Entity, wanted: &str) -> Result<Option<PublicKey>> {
    let claims = claims::<Account>(account)?;
    let keys = &claims.claims().body.signing_keys;
    match wanted.parse::<PublicKey>() {
        Ok(key) => Ok(keys.0.contains_key(&key.to_string()).then_some(key)),
        Err(_) => KeyChoice::Role(wanted.to_owned())
            .in_account(records, account, keys)
            .map(|choice| choice.key()),
    }
}

/// Changes what users may do whom a key signs: one that has no scope gets one. Says who they are: all of them are bound by
/// it at once, as soon as servers have the account.
pub fn scope(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    key: &PublicKey,
    choice: &KeyChoice,
    force: bool,
    edit: impl FnOnce(&mut dyn Changes, &mut Claims<Account>, &mut Scope) -> Result<()>,
) -> Result<(Edited, Vec<Entity>)> {
    let text = key.to_string();
    let hanging = resign::signed_by(changes, EntityKind::User, account, &[*key])?;
    let affected: Vec<Entity> = hanging.iter().map(|user| user.entity.clone()).collect();
    let mut promoted = false;
    let edited = super::edit::account(changes, keyring, account, choice, |changes, claims| {
        let scope = claims.body.signing_keys.0.get(&text).cloned().flatten();
        promoted = scope.is_none();
        let mut scope = scope.unwrap_or_default();
        edit(changes, claims, &mut scope)?;
        claims.body.signing_keys.0.insert(text.clone(), Some(scope));
        Ok(())
    })?;
    if edited.signer.is_none() || !promoted || affected.is_empty() {
        return Ok((edited, affected));
    }
    if !force {
        return Err(TrustError::Unforced {
            reason: format!(
                "{text} has no scope, and signed users that would be bound by one: {}",
                resign::names(&affected)
            ),
            flag: "--force",
            then: "they are then signed anew, without permissions of their own".to_owned(),
        });
    }
    let desk = AccountDesk::open(changes, keyring, &edited.entity, &KeyChoice::Key(*key))?;
    let mut held = Vec::new();
    for Hanging { entity, token } in hanging {
        if desk.has_revoked(&entity) {
            continue;
        }
        let token: Unverified<User> = typed(&entity, token)?;
        let mut claims = token.into_claims();
        claims.body.limits = Default::default();
        fit(&desk, &mut claims, &mut Vec::new())?;
        held.push((entity, claims));
    }
    desk.sign_all(changes, held)?;
    Ok((edited, affected))
}

/// Refuses a system account that uses JetStream, or is none of the operator's.
pub fn may_be_system_account(account: &Entity, records: &dyn Records) -> Result<()> {
    let operator = trusted_operator(&operator_of(records, account)?)?;
    let trusted = trusted_account(account, &operator)?;
    let limits = &trusted.claims().body.limits;
    if limits.jetstream == Default::default() && limits.tiered_limits.is_empty() {
        return Ok(());
    }
    Err(TrustError::refused(
        format!(
            "account {} uses JetStream, and a system account cannot",
            quoted(&account.name)
        ),
        noted(
            format!(
                "nkeep describe account {}",
                shell_word(account.name.as_str())
            ),
            "nkeep edit account with --js-disable takes it away, if this is the account that is meant",
        ),
    ))
}
