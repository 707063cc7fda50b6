//! New operators, accounts and users.

use super::key::NewKey;
use super::{KeyChoice, Result, TrustError, issue, signer, trusted_account, trusted_operator};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Trusted};
use crate::jwt::claims::{
    Account, Body, Claims, Export, NO_LIMIT, Operator, Permissions, ShareType, User,
};
use crate::jwt::sign::Signer;
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Issued, Name};
use crate::store::{Changes, Records, StoreError};

/// What every new one may have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// From when, 0 for always.
    pub not_before: UnixSeconds,
    /// Until when, 0 for ever.
    pub expires: UnixSeconds,
    /// Labels.
    pub tags: Vec<String>,
}

/// How an operator is to be.
#[derive(Clone, Debug)]
pub struct NewOperator {
    /// What people call it.
    pub name: Name,
    /// From when to when.
    pub terms: Terms,
    /// Whether it gets a signing key.
    pub signing_key: bool,
    /// Whether identity keys may sign nothing but themselves.
    pub strict: bool,
    /// Where clients connect.
    pub service_urls: Vec<String>,
}

/// Makes an operator, signed by itself.
pub fn operator(changes: &mut dyn Changes, new: NewOperator) -> Result<Entity> {
    free(changes, EntityKind::Operator, None, &new.name)?;
    let key = NewKey::generate(Kind::Operator)?;
    let mut claims = claims_of(&new.name, &key.public(), &new.terms);
    claims.body = Operator {
        tags: new.terms.tags,
        strict_signing_key_usage: new.strict,
        operator_service_urls: new.service_urls,
        ..Operator::default()
    };
    let signing = new
        .signing_key
        .then(|| NewKey::generate(Kind::Operator))
        .transpose()?;
    if let Some(signing) = &signing {
        claims.body.signing_keys = vec![signing.public().to_string()];
    }
    let mut entity = entity(changes, EntityKind::Operator, key.public(), new.name, None);
    sign_operator(changes, &mut entity, claims, key.pair())?;
    key.keep(changes, Role::Identity, &entity)?;
    if let Some(signing) = signing {
        signing.keep(changes, Role::Signing, &entity)?;
    }
    Ok(entity)
}

/// Makes an account the one in which an operator's servers talk.
pub fn set_system_account(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &mut Entity,
    account: &Entity,
) -> Result<()> {
    let mut claims = trusted_operator(operator)?.claims().clone();
    claims.body.system_account = account.key.to_string();
    let signer = signer(changes, keyring, operator, &[], true, &KeyChoice::Best)?;
    sign_operator(changes, operator, claims, &*signer)
}

fn sign_operator(
    changes: &mut dyn Changes,
    entity: &mut Entity,
    claims: Claims<Operator>,
    signer: &dyn Signer,
) -> Result<()> {
    let pinned = entity.key.typed().map_err(StoreError::from)?;
    let trusted = issue(changes, claims, entity.issued_at, signer, |token| {
        chain::operator(token, &pinned, AsOf::AnyTime)
    })?;
    put_signed(changes, entity, &trusted)
}

/// How an account is to be.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// What people call it.
    pub name: Name,
    /// From when to when.
    pub terms: Terms,
    /// For people.
    pub description: String,
    /// What its users may do who are not told otherwise.
    pub default_permissions: Permissions,
    /// Its key, when that was made elsewhere.
    pub key: Option<PublicKey>,
    /// Whether it gets a signing key; where the operator is strict, it does in any case.
    pub signing_key: bool,
    /// Whether it is to be the system account, with the exports that one has.
    pub system: bool,
}

impl NewAccount {
    /// One that has a name, and nothing said about it.
    #[must_use]
    pub fn plain(name: Name, terms: Terms) -> Self {
        Self {
            name,
            terms,
            description: String::new(),
            default_permissions: Permissions::default(),
            key: None,
            signing_key: false,
            system: false,
        }
    }
}

/// Whoever signs accounts of one operator: it is looked up, and its key opened, once.
pub struct OperatorDesk {
    operator: Entity,
    trusted: Trusted<Operator>,
    signer: Box<dyn Signer>,
}

impl OperatorDesk {
    /// Finds the key that signs.
    pub fn open(
        records: &dyn Records,
        keyring: &dyn Keyring,
        operator: &Entity,
        choice: &KeyChoice,
    ) -> Result<Self> {
        let trusted = trusted_operator(operator)?;
        let body = &trusted.claims().body;
        let keys: Vec<PublicKey> = body
            .signing_keys
            .iter()
            .filter_map(|key| key.parse().ok())
            .collect();
        let identity = !body.strict_signing_key_usage;
        Ok(Self {
            signer: signer(records, keyring, operator, &keys, identity, choice)?,
            operator: operator.clone(),
            trusted,
        })
    }

    /// Makes an account, signed by its operator. Where its keys were made here, its users can be signed at once.
    pub fn account(
        &self,
        changes: &mut dyn Changes,
        new: NewAccount,
    ) -> Result<(Entity, Option<AccountDesk>)> {
        free(
            changes,
            EntityKind::Account,
            Some(&self.operator),
            &new.name,
        )?;
        let made = match new.key {
            Some(_) => None,
            None => Some(NewKey::generate(Kind::Account)?),
        };
        let key = made
            .as_ref()
            .map(NewKey::public)
            .or(new.key)
            .ok_or_else(|| TrustError::Signer("an account needs a key".to_owned()))?;
        if new.key.is_some() && changes.entity(&key)?.is_some() {
            return Err(taken("an account with the key", &key.to_string()));
        }
        let mut claims = claims_of(&new.name, &key, &new.terms);
        claims.body = account_body(new.terms.tags, new.description, new.default_permissions);
        if new.system {
            claims.body.exports = system_exports();
        }
        let strict = self.trusted.claims().body.strict_signing_key_usage;
        let signing = (new.signing_key || (strict && made.is_some()))
            .then(|| NewKey::generate(Kind::Account))
            .transpose()?;
        if let Some(signing) = &signing {
            let public = signing.public().to_string();
            claims.body.signing_keys.0.insert(public, None);
        }
        let parent = Some(self.operator.key);
        let mut entity = entity(changes, EntityKind::Account, key, new.name, parent);
        let trusted = issue(changes, claims, 0, &*self.signer, |token| {
            chain::account(token, &self.trusted, AsOf::AnyTime)
        })?;
        put_signed(changes, &mut entity, &trusted)?;
        let mut pair = match made {
            Some(made) => Some(made.keep(changes, Role::Identity, &entity)?),
            None => None,
        };
        if let Some(signing) = signing {
            pair = Some(signing.keep(changes, Role::Signing, &entity)?);
        }
        let desk = pair.map(|pair| AccountDesk {
            account: entity.clone(),
            operator: self.trusted.clone(),
            trusted,
            signer: Box::new(pair),
        });
        Ok((entity, desk))
    }
}

/// What an account may do that was told nothing: everything, but JetStream.
fn account_body(
    tags: Vec<String>,
    description: String,
    default_permissions: Permissions,
) -> Account {
    let mut body = Account {
        tags,
        description,
        ..Account::default()
    };
    body.default_permissions.permissions = default_permissions;
    let limits = &mut body.limits;
    for limit in [
        &mut limits.subs,
        &mut limits.data,
        &mut limits.payload,
        &mut limits.imports,
        &mut limits.exports,
        &mut limits.conn,
        &mut limits.leaf,
    ] {
        *limit = NO_LIMIT;
    }
    limits.wildcards = true;
    body
}

/// What nsc gives a system account, so that accounts can be watched.
fn system_exports() -> Vec<Export> {
    vec![
        Export {
            name: "account-monitoring-services".to_owned(),
            subject: "$SYS.REQ.ACCOUNT.*.*".to_owned(),
            share_type: ShareType::Service,
            response_type: "Stream".to_owned(),
            account_token_position: 4,
            description: "Request account specific monitoring services for: SUBSZ, CONNZ, LEAFZ, JSZ and INFO".to_owned(),
            info_url: "https://docs.nats.io/nats-server/configuration/sys_accounts".to_owned(),
            ..Export::default()
        },
        Export {
            name: "account-monitoring-streams".to_owned(),
            subject: "$SYS.ACCOUNT.*.>".to_owned(),
            share_type: ShareType::Stream,
            account_token_position: 3,
            description: "Account specific monitoring stream".to_owned(),
            info_url: "https://docs.nats.io/nats-server/configuration/sys_accounts".to_owned(),
            ..Export::default()
        },
    ]
}

/// How a user is to be.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// What people call it.
    pub name: Name,
    /// From when to when.
    pub terms: Terms,
    /// What it may do.
    pub permissions: Permissions,
    /// Networks that it may come from.
    pub networks: Vec<String>,
    /// Whether its token alone lets it in.
    pub bearer: bool,
    /// Its key, when that was made elsewhere.
    pub key: Option<PublicKey>,
}

impl NewUser {
    /// One that has a name, and nothing said about it.
    #[must_use]
    pub fn plain(name: Name, terms: Terms) -> Self {
        Self {
            name,
            terms,
            permissions: Permissions::default(),
            networks: Vec::new(),
            bearer: false,
            key: None,
        }
    }
}

/// Whoever signs many users of one account looks the account up once.
pub struct AccountDesk {
    account: Entity,
    operator: Trusted<Operator>,
    trusted: Trusted<Account>,
    signer: Box<dyn Signer>,
}

impl AccountDesk {
    /// Finds the key that signs.
    pub fn open(
        records: &dyn Records,
        keyring: &dyn Keyring,
        account: &Entity,
        choice: &KeyChoice,
    ) -> Result<Self> {
        let operator = trusted_operator(&super::operator_of(records, account)?)?;
        let trusted = trusted_account(account, &operator)?;
        let keys: Vec<PublicKey> = trusted
            .claims()
            .body
            .signing_keys
            .0
            .iter()
            // A scoped key signs users that have its permissions, so it is taken only when asked for.
            .filter(|(key, scope)| {
                scope.is_none()
                    || matches!(choice, KeyChoice::Key(wanted) if wanted.to_string() == **key)
            })
            .filter_map(|(key, _)| key.parse().ok())
            .collect();
        let identity = !operator.claims().body.strict_signing_key_usage;
        let signer = signer(records, keyring, account, &keys, identity, choice)?;
        Ok(Self {
            account: account.clone(),
            operator,
            trusted,
            signer,
        })
    }

    /// Makes a user, signed by the account.
    pub fn user(&self, changes: &mut dyn Changes, new: NewUser) -> Result<Entity> {
        free(changes, EntityKind::User, Some(&self.account), &new.name)?;
        let made = match new.key {
            Some(_) => None,
            None => Some(NewKey::generate(Kind::User)?),
        };
        let key = made
            .as_ref()
            .map(NewKey::public)
            .or(new.key)
            .ok_or_else(|| TrustError::Signer("a user needs a key".to_owned()))?;
        if new.key.is_some() && changes.entity(&key)?.is_some() {
            return Err(taken("a user with the key", &key.to_string()));
        }
        let issuer = self.signer.public();
        let scoped = matches!(
            self.trusted
                .claims()
                .body
                .signing_keys
                .0
                .get(&issuer.to_string()),
            Some(Some(_))
        );
        let mut claims: Claims<User> = claims_of(&new.name, &key, &new.terms);
        claims.body.tags = new.terms.tags;
        if issuer != self.account.key {
            claims.body.issuer_account = self.account.key.to_string();
        }
        let limits = &mut claims.body.limits;
        limits.permissions = new.permissions;
        limits.src = new.networks;
        limits.bearer_token = new.bearer;
        if !scoped {
            (limits.subs, limits.data, limits.payload) = (NO_LIMIT, NO_LIMIT, NO_LIMIT);
        }
        let parent = Some(self.account.key);
        let mut entity = entity(changes, EntityKind::User, key, new.name, parent);
        let trusted = issue(changes, claims, 0, &*self.signer, |token| {
            chain::user(token, &self.trusted, &self.operator, AsOf::AnyTime)
        })?;
        put_signed(changes, &mut entity, &trusted)?;
        if let Some(made) = made {
            made.keep(changes, Role::Identity, &entity)?;
        }
        let claims = trusted.claims();
        changes.put_issued(&Issued {
            jti: claims.id.clone(),
            kind: "user".to_owned(),
            subject: claims.subject.clone(),
            account: self.account.key,
            issuer,
            issued_at: claims.issued_at,
            expires: claims.expires,
        })?;
        Ok(entity)
    }
}

fn claims_of<B: Body + Default>(name: &Name, key: &PublicKey, terms: &Terms) -> Claims<B> {
    Claims {
        name: name.to_string(),
        subject: key.to_string(),
        not_before: terms.not_before,
        expires: terms.expires,
        ..Claims::default()
    }
}

/// An entity whose token is yet to be signed.
fn entity(
    changes: &dyn Changes,
    kind: EntityKind,
    key: PublicKey,
    name: Name,
    parent: Option<PublicKey>,
) -> Entity {
    Entity {
        kind,
        key,
        name,
        parent,
        token: String::new(),
        issued_at: 0,
        expires: 0,
        created: changes.now(),
        updated: changes.now(),
    }
}

/// Puts an entity with its new token.
fn put_signed<B: Body>(
    changes: &mut dyn Changes,
    entity: &mut Entity,
    trusted: &Trusted<B>,
) -> Result<()> {
    trusted.token().clone_into(&mut entity.token);
    entity.issued_at = trusted.claims().issued_at;
    entity.expires = trusted.claims().expires;
    entity.updated = changes.now();
    Ok(changes.put_entity(entity)?)
}

fn free(
    changes: &dyn Changes,
    kind: EntityKind,
    parent: Option<&Entity>,
    name: &Name,
) -> Result<()> {
    match changes.named(kind, parent.map(|parent| &parent.key), name)? {
        None => Ok(()),
        Some(_) => Err(taken(
            match kind {
                EntityKind::Operator => "an operator",
                EntityKind::Account => "an account",
                EntityKind::User => "a user",
            },
            name.as_str(),
        )),
    }
}

fn taken(what: &'static str, name: &str) -> TrustError {
    StoreError::Taken {
        what,
        name: name.to_owned(),
    }
    .into()
}
