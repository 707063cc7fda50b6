//! What of an operator's estate may be handed to others: tokens, creds, and seeds of every class but the operator's identity.
//!
//! The identity of an operator has no way out of here: it signs, and nobody who runs servers or controllers needs it.

use zeroize::Zeroizing;

use super::manifest::name::ObjectName;

use crate::clock::UnixSeconds;
use crate::emit::config::{Config, Resolver, Stated};
use crate::jwt::claims::{Account, User};
use crate::jwt::creds::user_config;
use crate::nkey::{PublicKey, Seed};
use crate::store::Records;
use crate::store::class::{Class, Role};
use crate::store::keyring::Keyring;
use crate::store::recipients::may_leave;
use crate::store::record::{Entity, EntityKind, KeyRecord};
use crate::text::{quoted, shell_word};
use crate::trust::served::{Served, must_be_taken, must_start, no_system_account, system_account};
use crate::trust::{self, Result, TrustError, claims, resign, signing_keys};

/// The estate of one operator, and what opens its keys.
pub struct Estate<'a> {
    /// What the store has.
    pub records: &'a dyn Records,
    /// What opens seeds; nothing where none is wanted.
    pub keyring: &'a dyn Keyring,
    /// The operator.
    pub operator: Served,
    /// Those that servers are started with, in their order.
    pub operators: Vec<Served>,
    /// What time it is.
    pub now: UnixSeconds,
}

/// A signing key of an account, with its seed.
pub struct SigningKey {
    /// The public half.
    pub public: PublicKey,
    /// What its users may do is said by a role of this name.
    pub role: Option<String>,
    /// The seed.
    pub seed: Seed,
}

impl Estate<'_> {
    /// The seed of a key, which is not an operator's identity.
    pub fn seed(&self, key: &PublicKey) -> Result<Seed> {
        let record = self.record(key)?;
        match (record.role, record.class) {
            (Role::Store | Role::Journal, _) => {
                return Err(TrustError::refused(
                    format!("{key} is the store's own key, which goes nowhere"),
                    "nkeep list keys",
                ));
            }
            (_, Class::Root) => return Err(root_stays()),
            _ => {}
        }
        if record.sealed.is_none() {
            return Err(TrustError::refused(
                format!("the seed of {key} is not in the store"),
                "nkeep list keys",
            ));
        }
        // Whoever may open it may still not take it out.
        may_leave(self.records, record.class)?;
        Ok(self.keyring.unseal(&record, self.records.store_id())?)
    }

    /// The seed of a key that is nobody's in the estate: one that signs or opens for an account is no other system's.
    pub fn free_seed(&self, key: &PublicKey) -> Result<Seed> {
        let record = self.record(key)?;
        if let Some(owner) = record.owner {
            let whose = match self.records.entity(&owner)? {
                Some(entity) => format!("{} {}", entity.kind, quoted(&entity.name)),
                None => owner.to_string(),
            };
            return Err(TrustError::refused(
                format!("{key} belongs to {whose}, and is no key of another system"),
                "nkeep generate nkey --help",
            ));
        }
        self.seed(key)
    }

    fn record(&self, key: &PublicKey) -> Result<KeyRecord> {
        self.records.key(key)?.ok_or_else(|| {
            TrustError::refused(format!("the store has no key {key}"), "nkeep list keys")
        })
    }

    /// A signing key of the operator: the one that is named, or the only one whose seed is here. Where there are several,
    /// which of them servers trust already is not known here.
    pub fn operator_signing_key(&self, wanted: Option<&PublicKey>) -> Result<Seed> {
        let body = &self.operator.trusted.claims().body;
        let name = quoted(&self.operator.entity.name);
        if wanted == Some(&self.operator.entity.key) {
            return Err(root_stays());
        }
        let mut here = Vec::new();
        for key in &body.signing_keys {
            let key: PublicKey = key.parse().map_err(crate::store::StoreError::from)?;
            let record = self.records.key(&key)?;
            if record.is_some_and(|record| record.sealed.is_some()) {
                here.push(key);
            }
        }
        if let Some(wanted) = wanted {
            if !here.contains(wanted) {
                return Err(TrustError::refused(
                    format!(
                        "{wanted} is no signing key of operator {name} whose seed is in the store"
                    ),
                    "nkeep describe operator",
                ));
            }
            return self.seed(wanted);
        }
        match &*here {
            [only] => self.seed(only),
            [] => Err(TrustError::refused(
                format!(
                    "operator {name} has no signing key whose seed is in the store, and its identity stays here"
                ),
                "nkeep edit operator --sk generate",
            )),
            several => {
                let keys: Vec<String> = several.iter().map(ToString::to_string).collect();
                Err(TrustError::Undecided {
                    reason: format!(
                        "operator {name} has several signing keys, and which one is meant must be said"
                    ),
                    keys,
                    ways: vec!["nkeep describe operator".to_owned()],
                })
            }
        }
    }

    /// The account in which servers talk.
    pub fn system(&self) -> Result<Entity> {
        let named = system_account(self.records, &self.operators, None)?;
        named.ok_or_else(|| no_system_account(self.records, &self.operator.entity))
    }

    /// An account of the operator.
    pub fn account(&self, name: &str) -> Result<Entity> {
        trust::account(self.records, &self.operator.entity, Some(name))
    }

    /// What an account is called among resources: as somebody says, or its own name in small letters, digits and hyphens,
    /// where no other account comes to the same; else it is asked for.
    pub fn resource_name(
        &self,
        account: &Entity,
        given: Option<&ObjectName>,
        asked: impl FnOnce() -> String,
    ) -> Result<ObjectName> {
        if let Some(given) = given {
            return Ok(given.clone());
        }
        let made = |name: &str| ObjectName::made_of(name, "");
        let wanted = made(account.name.as_str());
        let listed = self
            .records
            .listed(EntityKind::Account, Some(&self.operator.entity.key))?;
        let same = listed.iter().filter(|other| made(&other.name) == wanted);
        match (wanted.parse(), same.count()) {
            (Ok(name), 1) => Ok(name),
            _ => Err(TrustError::refused(
                format!(
                    "what account {} is called among resources is to be said (--resource NAME): small letters, digits and \
                     hyphens of its name are none, or those of another account, too",
                    quoted(&account.name)
                ),
                asked(),
            )),
        }
    }

    /// A user of an account: the one of that name or key, or the only one.
    pub fn user(&self, account: &Entity, name: Option<&str>) -> Result<Entity> {
        trust::user(self.records, account, name)
    }

    /// Refuses a user whom no server takes.
    pub fn must_be_taken(&self, account: &Entity, user: &Entity) -> Result<()> {
        let name = quoted(&user.name);
        let word = shell_word(user.name.as_str());
        let flag = shell_word(account.name.as_str());
        if resign::is_revoked(account, user)? {
            return Err(TrustError::refused(
                format!("the token of user {name} is revoked: no server takes it"),
                format!("nkeep revocations list-users -a {flag}"),
            ));
        }
        if user.expires != 0 && user.expires <= self.now {
            return Err(TrustError::refused(
                format!("the token of user {name} expired: no server takes it"),
                format!("nkeep edit user {word} -a {flag} --expiry 90d"),
            ));
        }
        Ok(())
    }

    /// What a user connects with, whom servers take.
    pub fn creds(&self, account: &Entity, user: &Entity) -> Result<Zeroizing<String>> {
        self.must_be_taken(account, user)?;
        let word = shell_word(user.name.as_str());
        let flag = shell_word(account.name.as_str());
        let seed = self.seed(&user.key)?;
        user_config(&user.token, &seed).map_err(|error| {
            TrustError::refused(
                error.to_string(),
                format!("nkeep describe user {word} -a {flag}"),
            )
        })
    }

    /// What a user of the system account connects with, and says which account it is of: nauth reads that from the token,
    /// where it stands when a signing key signed.
    pub fn system_creds(&self, name: Option<&str>) -> Result<(Entity, Zeroizing<String>)> {
        let system = self.system()?;
        let user = self.user(&system, name)?;
        let token = claims::<User>(&user)?;
        if token.claims().body.issuer_account.is_empty() {
            let (user, account) = (
                shell_word(user.name.as_str()),
                shell_word(system.name.as_str()),
            );
            let keys = &claims::<Account>(&system)?.into_claims().body.signing_keys;
            let hint = match keys.0.iter().find(|(_, scope)| scope.is_none()) {
                Some((key, _)) => format!("nkeep edit user {user} -a {account} -K {key}"),
                None => format!("nkeep edit account {account} --sk generate"),
            };
            return Err(TrustError::refused(
                format!(
                    "the token of user {user} was signed by the identity of account {account}, so that it does not say whose it \
                     is, and nauth refuses it"
                ),
                hint,
            ));
        }
        let creds = self.creds(&system, &user)?;
        Ok((user, creds))
    }

    /// The signing keys of an account whose seeds are here, the newest first, with their roles.
    fn signing_keys_here(&self, account: &Entity) -> Result<Vec<(PublicKey, Option<String>)>> {
        let keys = claims::<Account>(account)?.into_claims().body.signing_keys;
        let mut found = Vec::new();
        for (key, scope) in &keys.0 {
            let key: PublicKey = key.parse().map_err(crate::store::StoreError::from)?;
            let Some(record) = self.records.key(&key)? else {
                continue;
            };
            if record.sealed.is_some() {
                found.push((record, scope.as_ref().map(|scope| scope.role.clone())));
            }
        }
        found.sort_by_key(|(record, _)| {
            (std::cmp::Reverse(record.created), record.public.to_string())
        });
        let keys = found
            .into_iter()
            .map(|(record, role)| (record.public, role));
        Ok(keys.collect())
    }

    fn signing_key(&self, (public, role): (PublicKey, Option<String>)) -> Result<SigningKey> {
        Ok(SigningKey {
            public,
            role,
            seed: self.seed(&public)?,
        })
    }

    /// The signing keys of an account whose seeds are here, the newest first.
    pub fn account_signing_keys(&self, account: &Entity) -> Result<Vec<SigningKey>> {
        let keys = self.signing_keys_here(account)?.into_iter();
        keys.map(|key| self.signing_key(key)).collect()
    }

    /// One signing key of an account: by its public key or role, or the only one that has no role. Where there are several, which
    /// of them servers know already is not known here.
    pub fn account_signing_key(
        &self,
        account: &Entity,
        wanted: Option<&str>,
    ) -> Result<SigningKey> {
        let name = quoted(&account.name);
        let word = shell_word(account.name.as_str());
        let keys = self.signing_keys_here(account)?;
        let wanted_key = match wanted {
            Some(wanted) => Some(
                signing_keys::meant(self.records, account, wanted)?.ok_or_else(|| {
                    TrustError::refused(
                        format!("{} is no signing key of account {name}", quoted(wanted)),
                        format!("nkeep describe account {word}"),
                    )
                })?,
            ),
            None => None,
        };
        let mut found: Vec<_> = keys
            .into_iter()
            .filter(|(public, role)| match wanted_key {
                Some(wanted) => *public == wanted,
                None => role.is_none(),
            })
            .collect();
        if found.len() > 1 {
            let keys: Vec<String> = found.iter().map(|(key, _)| key.to_string()).collect();
            return Err(TrustError::Undecided {
                reason: format!(
                    "account {name} has several signing keys, and which one is meant must be said"
                ),
                keys,
                ways: vec![format!("nkeep describe account {word}")],
            });
        }
        let found = found.pop().ok_or_else(|| match wanted_key {
            Some(key) => TrustError::refused(
                format!("the seed of {key} is not in the store"),
                "nkeep list keys",
            ),
            None => TrustError::refused(
                format!(
                    "account {name} has no signing key without a role whose seed is in the store"
                ),
                format!("nkeep edit account {word} --sk generate"),
            ),
        })?;
        self.signing_key(found)
    }

    /// What makes a server trust the operators that it is started with, where it is said elsewhere how the server comes to accounts:
    /// their tokens, the system account, and that account's token, signed by a key that its operator has now.
    pub fn server_config(&self) -> Result<Config> {
        let system = self.system()?;
        must_start(&system, self.now)?;
        let above = |one: &&Served| system.parent == Some(one.entity.key);
        let above = self.operators.iter().find(above).unwrap_or(&self.operator);
        let account = above.account(&system)?;
        must_be_taken(above, std::slice::from_ref(&account))?;
        let (listed, token) = account;
        let operators = self.operators.iter().map(|one| &one.entity);
        Ok(Config {
            clients: Vec::new(),
            operators: operators
                .map(|operator| Stated {
                    name: operator.name.to_string(),
                    key: operator.key.to_string(),
                    token: operator.token.clone(),
                })
                .collect(),
            system: Some(system.key),
            resolver: Resolver::Elsewhere,
            preload: vec![Stated {
                name: listed.name,
                key: listed.key,
                token,
            }],
        })
    }
}

/// What is said whoever asks for the identity of an operator.
#[must_use]
pub fn root_stays() -> TrustError {
    TrustError::refused(
        "the identity of an operator goes into no manifest: whoever has it is the operator"
            .to_owned(),
        "nkeep generate secret operator-signing-key --help",
    )
}
