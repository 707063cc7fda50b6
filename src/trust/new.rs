//! New operators, accounts and users.

use super::{KeyChoice, Result, TrustError, issue, signer, trusted_account, trusted_operator};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Trusted};
use crate::jwt::claims::{
    Account, Claims, Export, NO_LIMIT, Operator, Permissions, ShareType, User,
};
use crate::jwt::sign::Signer;
use crate::nkey::{PublicKey, Seed};
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Issued, Name};
use crate::store::{Changes, StoreError};

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
    let (seed, key) = owner_key(EntityKind::Operator)?;
    let mut claims = claims_of(&new.name, &key, new.terms, |terms, body: &mut Operator| {
        body.tags = terms.tags;
    });
    claims.body.strict_signing_key_usage = new.strict;
    claims.body.operator_service_urls = new.service_urls;
    let mut entity = entity(
        changes,
        EntityKind::Operator,
        key,
        new.name,
        None,
        claims.expires,
    );
    let signing = new
        .signing_key
        .then(|| Seed::generate(EntityKind::Operator.key_kind()));
    let signing = signing.transpose()?;
    if let Some(signing) = &signing {
        claims.body.signing_keys = vec![signing.public().to_string()];
    }
    sign_operator(changes, &mut entity, claims, &seed)?;
    keep(changes, &entity, &seed, signing.as_ref())?;
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
    let pair = signer(changes, keyring, operator, &[], true, &KeyChoice::Best)?;
    sign_operator_with(changes, operator, claims, &*pair)?;
    changes.put_entity(operator)?;
    Ok(())
}

fn sign_operator(
    changes: &mut dyn Changes,
    entity: &mut Entity,
    claims: Claims<Operator>,
    seed: &Seed,
) -> Result<()> {
    sign_operator_with(changes, entity, claims, &seed.signing_pair()?)
}

fn sign_operator_with(
    changes: &mut dyn Changes,
    entity: &mut Entity,
    claims: Claims<Operator>,
    pair: &dyn Signer,
) -> Result<()> {
    let pinned = entity.key.typed().map_err(StoreError::from)?;
    let (token, claims) = issue(changes, claims, entity.issued_at, pair, |token| {
        chain::operator(token, &pinned, AsOf::AnyTime).map(drop)
    })?;
    signed(changes, entity, token, claims.issued_at);
    Ok(())
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

/// Makes an account, signed by its operator.
pub fn account(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &Entity,
    new: NewAccount,
    choice: &KeyChoice,
) -> Result<Entity> {
    free(changes, EntityKind::Account, Some(operator), &new.name)?;
    let above = trusted_operator(operator)?;
    let pair = operator_signer(changes, keyring, operator, &above, choice)?;
    let (seed, key) = match new.key {
        Some(key) => (None, key),
        None => owner_key(EntityKind::Account).map(|(seed, key)| (Some(seed), key))?,
    };
    if changes.entity(&key)?.is_some() {
        return Err(taken("an account with the key", &key.to_string()));
    }
    let mut claims = claims_of(&new.name, &key, new.terms, |terms, body: &mut Account| {
        body.tags = terms.tags;
    });
    let limits = &mut claims.body.limits;
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
    claims.body.description = new.description;
    claims.body.default_permissions.permissions = new.default_permissions;
    if new.system {
        claims.body.exports = system_exports();
    }
    let strict = above.claims().body.strict_signing_key_usage;
    let signing = (new.signing_key || (strict && seed.is_some()))
        .then(|| Seed::generate(EntityKind::Account.key_kind()))
        .transpose()?;
    if let Some(signing) = &signing {
        let public = signing.public().to_string();
        claims.body.signing_keys.0.insert(public, None);
    }
    let parent = Some(operator.key);
    let mut entity = entity(
        changes,
        EntityKind::Account,
        key,
        new.name,
        parent,
        claims.expires,
    );
    let (token, claims) = issue(changes, claims, 0, &*pair, |token| {
        chain::account(token, &above, AsOf::AnyTime).map(drop)
    })?;
    signed(changes, &mut entity, token, claims.issued_at);
    match &seed {
        Some(seed) => keep(changes, &entity, seed, signing.as_ref())?,
        None => {
            changes.put_entity(&entity)?;
            if let Some(signing) = &signing {
                keep_key(changes, signing, Role::Signing, &entity)?;
            }
        }
    }
    Ok(entity)
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
        changes: &dyn Changes,
        keyring: &dyn Keyring,
        account: &Entity,
        choice: &KeyChoice,
    ) -> Result<Self> {
        let operator = trusted_operator(&super::operator_of(changes, account)?)?;
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
        let signer = signer(changes, keyring, account, &keys, identity, choice)?;
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
        let (seed, key) = match new.key {
            Some(key) => (None, key),
            None => owner_key(EntityKind::User).map(|(seed, key)| (Some(seed), key))?,
        };
        if changes.entity(&key)?.is_some() {
            return Err(taken("a user with the key", &key.to_string()));
        }
        let mut claims = claims_of(&new.name, &key, new.terms, |terms, body: &mut User| {
            body.tags = terms.tags;
        });
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
        if issuer != self.account.key {
            claims.body.issuer_account = self.account.key.to_string();
        }
        claims.body.limits.permissions = new.permissions;
        claims.body.limits.src = new.networks;
        claims.body.limits.bearer_token = new.bearer;
        if !scoped {
            claims.body.limits.subs = NO_LIMIT;
            claims.body.limits.data = NO_LIMIT;
            claims.body.limits.payload = NO_LIMIT;
        }
        let parent = Some(self.account.key);
        let mut entity = entity(
            changes,
            EntityKind::User,
            key,
            new.name,
            parent,
            claims.expires,
        );
        let (token, claims) = issue(changes, claims, 0, &*self.signer, |token| {
            chain::user(token, &self.trusted, &self.operator, AsOf::AnyTime).map(drop)
        })?;
        signed(changes, &mut entity, token, claims.issued_at);
        match &seed {
            Some(seed) => keep(changes, &entity, seed, None)?,
            None => changes.put_entity(&entity)?,
        }
        changes.put_issued(&Issued {
            jti: claims.id,
            kind: "user".to_owned(),
            subject: claims.subject,
            account: self.account.key,
            issuer,
            issued_at: claims.issued_at,
            expires: claims.expires,
        })?;
        Ok(entity)
    }
}

/// The pair that signs accounts.
fn operator_signer(
    changes: &dyn Changes,
    keyring: &dyn Keyring,
    operator: &Entity,
    above: &Trusted<Operator>,
    choice: &KeyChoice,
) -> Result<Box<dyn Signer>> {
    let body = &above.claims().body;
    let keys: Vec<PublicKey> = body
        .signing_keys
        .iter()
        .filter_map(|key| key.parse().ok())
        .collect();
    let identity = !body.strict_signing_key_usage;
    signer(changes, keyring, operator, &keys, identity, choice)
}

fn owner_key(kind: EntityKind) -> Result<(Seed, PublicKey)> {
    let seed = Seed::generate(kind.key_kind())?;
    let public = seed.public();
    Ok((seed, public))
}

fn claims_of<B: crate::jwt::claims::Body + Default>(
    name: &Name,
    key: &PublicKey,
    terms: Terms,
    tag: impl FnOnce(Terms, &mut B),
) -> Claims<B> {
    let mut claims = Claims {
        name: name.to_string(),
        subject: key.to_string(),
        not_before: terms.not_before,
        expires: terms.expires,
        ..Claims::default()
    };
    tag(terms, &mut claims.body);
    claims
}

fn entity(
    changes: &dyn Changes,
    kind: EntityKind,
    key: PublicKey,
    name: Name,
    parent: Option<PublicKey>,
    expires: UnixSeconds,
) -> Entity {
    Entity {
        kind,
        key,
        name,
        parent,
        token: String::new(),
        issued_at: 0,
        expires,
        created: changes.now(),
        updated: changes.now(),
    }
}

fn signed(changes: &dyn Changes, entity: &mut Entity, token: String, issued_at: UnixSeconds) {
    entity.token = token;
    entity.issued_at = issued_at;
    entity.updated = changes.now();
}

/// Keeps an entity with its own key, and a signing key.
fn keep(
    changes: &mut dyn Changes,
    entity: &Entity,
    seed: &Seed,
    signing: Option<&Seed>,
) -> Result<()> {
    changes.put_entity(entity)?;
    keep_key(changes, seed, Role::Identity, entity)?;
    if let Some(signing) = signing {
        keep_key(changes, signing, Role::Signing, entity)?;
    }
    Ok(())
}

fn keep_key(changes: &mut dyn Changes, seed: &Seed, role: Role, owner: &Entity) -> Result<()> {
    let record = super::key::sealed_record(
        changes,
        seed,
        role,
        Some(owner.key),
        crate::store::class::Origin::Generated,
    )?;
    changes.put_key(&record)?;
    Ok(())
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
