//! Keys in the store: how new ones come there, and which one signs.

use super::{Result, TrustError};
use crate::jwt::sign::Signer;
use crate::nkey::{AnyKeyPair, Kind, PublicKey, Seed};
use crate::store::class::{Class, Origin, Role};
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, KeyRecord};
use crate::store::{Changes, Records, StoreError};
use crate::text::quoted;

/// A new key: its pair signs now, its seed is kept when the change is made.
pub struct NewKey {
    pair: AnyKeyPair,
    seed: Seed,
}

impl NewKey {
    /// Makes one.
    pub fn generate(kind: Kind) -> Result<Self> {
        let seed = Seed::generate(kind)?;
        Ok(Self {
            pair: seed.signing_pair()?,
            seed,
        })
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        self.pair.public()
    }

    /// Keeps the seed, sealed to the recipients of its class.
    pub fn keep(self, changes: &mut dyn Changes, role: Role, owner: &Entity) -> Result<AnyKeyPair> {
        let record = KeyRecord {
            public: self.public(),
            owner: Some(owner.key),
            role,
            class: Class::of(self.seed.kind(), role),
            origin: Origin::Generated,
            sealed: None,
            recipients: 0,
            created: changes.now(),
        };
        changes.seal_key(record, self.seed)?;
        Ok(self.pair)
    }

    /// The pair.
    pub fn pair(&self) -> &AnyKeyPair {
        &self.pair
    }
}

/// Which key is to sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KeyChoice {
    /// A signing key where there is one, the identity where that may sign.
    #[default]
    Best,
    /// That one.
    Key(PublicKey),
}

/// What signs for an entity: among the keys that may, the first whose seed can be had.
pub fn signer(
    records: &dyn Records,
    keyring: &dyn Keyring,
    entity: &Entity,
    signing_keys: &[PublicKey],
    identity_may_sign: bool,
    choice: &KeyChoice,
) -> Result<Box<dyn Signer>> {
    let mut candidates: Vec<PublicKey> = signing_keys.to_vec();
    if identity_may_sign {
        candidates.push(entity.key);
    }
    if let KeyChoice::Key(wanted) = choice {
        if !candidates.contains(wanted) {
            return Err(TrustError::Signer(format!(
                "{wanted} may not sign for {} {}",
                entity.kind,
                quoted(&entity.name)
            )));
        }
        candidates = vec![*wanted];
    }
    let mut reason = None;
    for candidate in candidates {
        let Some(record) = records.key(&candidate)? else {
            continue;
        };
        match keyring.signer(&record, records.store_id()) {
            Ok(signer) => return Ok(signer),
            Err(error @ (StoreError::Locked { .. } | StoreError::Refused(_))) => {
                reason.get_or_insert(error);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(match reason {
        Some(reason) => reason.into(),
        None => TrustError::Signer(format!(
            "the store has no key that may sign for {} {}",
            entity.kind,
            quoted(&entity.name)
        )),
    })
}
