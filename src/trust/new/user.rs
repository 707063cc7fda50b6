//! New users, and the desk at which an account signs them.

use super::{Terms, claims_of, entity, free, key_of_new, must_be_new, put_signed};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::chain::{self, AsOf, Trusted};
use crate::jwt::claims::{Account, Claims, NO_LIMIT, Operator, Permissions, Scope, User};
use crate::jwt::sign::Signer;
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Issued, Name};
use crate::store::{Changes, Records};
use crate::text::quoted;
use crate::trust::choice::Workplace;
use crate::trust::edit::fit;
use crate::trust::issue::{AHEAD, Draft, issue_all};
use crate::trust::key::{NewKey, adopt, must_be, must_be_free};
use crate::trust::revoke::revoked_up_to;
use crate::trust::{
    KeyChoice, KeySource, Result, TrustError, claims, issue, operator_of, signer, trusted_account,
    trusted_operator,
};

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
    pub(in crate::trust) account: Entity,
    pub(in crate::trust) operator: Trusted<Operator>,
    pub(in crate::trust) trusted: Trusted<Account>,
    pub(in crate::trust) signer: Box<dyn Signer>,
    pub(super) workplace: Workplace,
}

impl AccountDesk {
    /// Finds the key that signs.
    pub fn open(
        records: &dyn Records,
        keyring: &dyn Keyring,
        account: &Entity,
        choice: &KeyChoice,
    ) -> Result<Self> {
        let above = operator_of(records, account)?;
        let workplace = Workplace::of(records, keyring, &above.key)?;
        let operator = trusted_operator(&above)?;
        let trusted = trusted_account(account, &operator)?;
        let choice = &choice.in_account(records, account, &trusted.claims().body.signing_keys)?;
        let wanted = choice.key().map(|key| key.to_string());
        let keys: Vec<PublicKey> = trusted
            .claims()
            .body
            .signing_keys
            .0
            .iter()
            // A scoped key signs users that have its permissions, so it is taken only when asked for.
            .filter(|(key, scope)| scope.is_none() || wanted.as_ref() == Some(*key))
            .filter_map(|(key, _)| key.parse().ok())
            .collect();
        let identity = !operator.claims().body.strict_signing_key_usage;
        let signer = signer(records, keyring, account, &keys, identity, choice)?;
        Ok(Self {
            account: account.clone(),
            operator,
            trusted,
            signer,
            workplace,
        })
    }

    /// Up to when a user with that key is revoked, of whom nothing was signed afterwards: a new token lets it in again.
    pub fn lets_in_again(
        &self,
        records: &dyn Records,
        key: &PublicKey,
    ) -> Result<Option<UnixSeconds>> {
        let revocations = &self.trusted.claims().body.revocations;
        if let Some(own) = revocations.get(&key.to_string()) {
            return Ok(Some(*own));
        }
        let last = records.last_issued(key)?;
        let up_to = self.revoked_up_to(key);
        Ok(up_to.filter(|up_to| last != 0 && *up_to >= last))
    }

    /// Makes a user, signed by the account.
    pub fn user(&self, changes: &mut dyn Changes, new: NewUser) -> Result<Entity> {
        free(changes, EntityKind::User, Some(&self.account), &new.name)?;
        let (key, made) = key_of_new(changes, EntityKind::User, new.key)?;
        let mut claims: Claims<User> = claims_of(&new.name, &key, &new.terms);
        claims.body.tags = new.terms.sorted_tags();
        let limits = &mut claims.body.limits;
        limits.permissions = new.permissions;
        limits.src = new.networks;
        limits.bearer_token = new.bearer;
        if self.scope().is_none() {
            (limits.subs, limits.data, limits.payload) = (NO_LIMIT, NO_LIMIT, NO_LIMIT);
        }
        fit(self, &mut claims, &mut Vec::new())?;
        let parent = Some(self.account.key);
        let mut entity = entity(changes, EntityKind::User, key, new.name, parent);
        // One who was here before: what was signed then is older than what is signed now.
        if made.is_none() {
            entity.issued_at = changes.last_issued(&key)?;
        }
        self.sign(changes, &mut entity, claims)?;
        keep(changes, made, &entity)?;
        Ok(entity)
    }

    /// Makes a user with the claims of another, and a key and a name of its own.
    pub fn user_beside(
        &self,
        changes: &mut dyn Changes,
        user: &Entity,
        name: Name,
        source: KeySource,
    ) -> Result<Entity> {
        free(changes, EntityKind::User, Some(&self.account), &name)?;
        let (key, made) = match source {
            KeySource::Public(key) => (key, None),
            KeySource::Generate => {
                let made = NewKey::generate(Kind::User)?;
                (made.public(), Some(made))
            }
            KeySource::Seed(seed) => (seed.public(), Some(NewKey::brought(seed)?)),
        };
        must_be(&key, Kind::User)?;
        must_be_new(changes, EntityKind::User, &key)?;
        let mut claims = claims::<User>(user)?.into_claims();
        claims.name = name.to_string();
        claims.subject = key.to_string();
        fit(self, &mut claims, &mut Vec::new())?;
        let parent = Some(self.account.key);
        let mut entity = entity(changes, EntityKind::User, key, name, parent);
        must_be_free(changes, &key, &entity)?;
        entity.issued_at = changes.last_issued(&key)?;
        self.sign(changes, &mut entity, claims)?;
        keep(changes, made, &entity)?;
        Ok(entity)
    }

    /// The key that signs.
    pub fn signer(&self) -> PublicKey {
        self.signer.public()
    }

    /// The scope of the key that signs, which says what its users may do.
    pub fn scope(&self) -> Option<&Scope> {
        let signer = self.signer.public().to_string();
        self.trusted
            .claims()
            .body
            .signing_keys
            .0
            .get(&signer)?
            .as_ref()
    }

    /// Up to when tokens of that user are revoked, be it by its own name or as everybody's.
    pub fn revoked_up_to(&self, user: &PublicKey) -> Option<UnixSeconds> {
        revoked_up_to(&self.trusted.claims().body.revocations, user)
    }

    /// Whether all that a user was given is revoked. Whoever signs it anew lets it in again.
    pub fn has_revoked(&self, user: &Entity) -> bool {
        self.revoked_up_to(&user.key)
            .is_some_and(|up_to| up_to >= user.issued_at)
    }

    /// Refuses to sign for good where users are changed in another store.
    pub(in crate::trust) fn must_be_here(&self) -> Result<()> {
        self.workplace.must_be_here(&self.operator.claims().name)
    }

    /// Signs claims of a user, and keeps them.
    pub fn sign(
        &self,
        changes: &mut dyn Changes,
        user: &mut Entity,
        claims: Claims<User>,
    ) -> Result<()> {
        self.must_be_here()?;
        let now = changes.now();
        let Draft { claims, last, .. } = self.draft(now, user.clone(), claims)?;
        let trusted = issue(changes, &user.token, claims, last, &*self.signer, |token| {
            chain::user(token, &self.trusted, &self.operator, AsOf::AnyTime)
        })?;
        self.keep(changes, user, &trusted)
    }

    /// Signs claims of many, and keeps them.
    pub fn sign_all(
        &self,
        changes: &mut dyn Changes,
        users: Vec<(Entity, Claims<User>)>,
    ) -> Result<Vec<Entity>> {
        self.must_be_here()?;
        let (now, account, operator) = (changes.now(), &self.trusted, &self.operator);
        let drafts = users
            .into_iter()
            .map(|(user, claims)| self.draft(now, user, claims));
        issue_all(
            changes,
            drafts.collect::<Result<_>>()?,
            &*self.signer,
            |token| chain::user(token, account, operator, AsOf::AnyTime),
            |changes, user, trusted| self.keep(changes, user, trusted),
        )
    }

    /// Claims of a user as the key signs them.
    fn draft(
        &self,
        now: UnixSeconds,
        user: Entity,
        mut claims: Claims<User>,
    ) -> Result<Draft<User>> {
        claims.body.issuer_account = if self.signer.public() == self.account.key {
            String::new()
        } else {
            self.account.key.to_string()
        };
        let revoked = self.revoked_up_to(&user.key).unwrap_or_default();
        if revoked > now + AHEAD {
            return Err(TrustError::refused(
                format!(
                    "tokens of user {} are revoked up to {}, which is still to come",
                    quoted(&user.name),
                    absolute(revoked)
                ),
                "nkeep revocations list-users",
            ));
        }
        Ok(Draft {
            last: user.issued_at.max(revoked),
            entity: user,
            claims,
            same: false,
            superseded: None,
        })
    }

    /// Keeps a user with its new token, and that it was signed.
    fn keep(
        &self,
        changes: &mut dyn Changes,
        user: &mut Entity,
        trusted: &Trusted<User>,
    ) -> Result<()> {
        put_signed(changes, user, trusted)?;
        let claims = trusted.claims();
        Ok(changes.put_issued(&Issued {
            jti: claims.id.clone(),
            kind: "user".to_owned(),
            subject: claims.subject.clone(),
            account: self.account.key,
            issuer: *trusted.issuer(),
            issued_at: claims.issued_at,
            expires: claims.expires,
        })?)
    }
}

/// Keeps the key of a user: one that was made, or one that is here already.
fn keep(changes: &mut dyn Changes, made: Option<NewKey>, user: &Entity) -> Result<()> {
    match made {
        Some(made) => drop(made.keep(changes, Role::Identity, user)?),
        None => drop(adopt(changes, &user.key, user)?),
    }
    Ok(())
}
