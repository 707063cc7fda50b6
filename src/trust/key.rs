//! Keys of the store: how new ones come there, and whose they are.

use super::{Result, TrustError};
use crate::jwt::sign::Signer;
use crate::nkey::{AnyKeyPair, Kind, PublicKey, Seed};
use crate::store::class::{Origin, Role};
use crate::store::document::ROOTLESS;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, KeyRecord};
use crate::store::{Changes, Records};
use crate::text::{noted, quoted};

/// A new key: its pair signs now, its seed is kept when the change is made.
pub struct NewKey {
    pair: AnyKeyPair,
    seed: Seed,
    origin: Origin,
    /// Whether nobody had it before.
    fresh: bool,
}

impl NewKey {
    /// Makes one.
    pub fn generate(kind: Kind) -> Result<Self> {
        Ok(Self {
            fresh: true,
            ..Self::of(Seed::generate(kind)?, Origin::Generated)?
        })
    }

    /// One from wherever it is to come. Of a public key the seed must be in the store.
    pub fn from(
        source: KeySource,
        records: &dyn Records,
        keyring: &dyn Keyring,
        kind: Kind,
    ) -> Result<Self> {
        let new = match source {
            KeySource::Generate => Self::generate(kind)?,
            KeySource::Seed(seed) => Self::brought(seed)?,
            KeySource::Public(public) => {
                let record = records
                    .key(&public)?
                    .ok_or_else(|| TrustError::Signer(format!("the store has no key {public}")))?;
                let seed = keyring.unseal(&record, records.store_id())?;
                Self::of(seed, record.origin)?
            }
        };
        must_be(&new.public(), kind)?;
        Ok(new)
    }

    /// One that was made elsewhere.
    pub fn brought(seed: Seed) -> Result<Self> {
        Self::of(seed, Origin::Imported)
    }

    /// One that comes from there.
    pub fn of(seed: Seed, origin: Origin) -> Result<Self> {
        Ok(Self {
            pair: seed.signing_pair()?,
            seed,
            origin,
            fresh: false,
        })
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        self.pair.public()
    }

    /// Keeps the seed, sealed to the recipients of its class.
    pub fn keep(self, changes: &mut dyn Changes, role: Role, owner: &Entity) -> Result<AnyKeyPair> {
        // To make the public half from the seed again would take as long as to sign.
        let record = KeyRecord {
            owner: Some(owner.key),
            origin: self.origin,
            ..KeyRecord::of(self.public(), role, changes.now())
        };
        keep(changes, self.seed, record, self.fresh)?;
        Ok(self.pair)
    }

    /// The pair.
    pub fn pair(&self) -> &AnyKeyPair {
        &self.pair
    }
}

/// The identity that an operator is to have.
pub enum NewIdentity {
    /// Its seed comes into the store.
    Here(Box<NewKey>),
    /// Its seed stays where it is, and a ceremony has it sign.
    Away(Box<dyn Signer>),
}

impl NewIdentity {
    /// From wherever it is to come, for an operator that takes the place of that one.
    pub fn from(
        source: KeySource,
        records: &dyn Records,
        keyring: &dyn Keyring,
        operator: &Entity,
    ) -> Result<Self> {
        if let KeySource::Public(public) = source
            && records.key(&public)?.is_none_or(|key| key.sealed.is_none())
        {
            must_be(&public, Kind::Operator)?;
            if let Some(signer) = keyring.away(&public) {
                return Ok(Self::Away(signer));
            }
            if records.document(ROOTLESS)?.is_some() {
                return Err(TrustError::RootAway {
                    key: public,
                    operator: operator.name.clone(),
                    made: true,
                });
            }
        }
        let key = NewKey::from(source, records, keyring, Kind::Operator)?;
        Ok(Self::Here(Box::new(key)))
    }

    /// What signs with it.
    pub fn signer(&self) -> &dyn Signer {
        match self {
            Self::Here(key) => key.pair(),
            Self::Away(signer) => &**signer,
        }
    }

    /// Keeps the seed, where it is here.
    pub fn keep(self, changes: &mut dyn Changes, owner: &Entity) -> Result<Box<dyn Signer>> {
        match self {
            Self::Here(key) => Ok(Box::new(key.keep(changes, Role::Identity, owner)?)),
            Self::Away(signer) => Ok(signer),
        }
    }
}

/// Keeps a seed in its record. Of a key that was just made (`fresh`) there is no row yet, and to look would have the keys that wait for
/// it sealed one by one; a row that is there says for which role its seed is sealed.
fn keep(changes: &mut dyn Changes, seed: Seed, record: KeyRecord, fresh: bool) -> Result<()> {
    if !fresh && changes.key(&record.public)?.is_some() {
        changes.remove_key(&record.public)?;
    }
    Ok(changes.seal_key(record, seed)?)
}

/// Refuses a key of another kind, by its public half: several may have been named.
pub(super) fn must_be(key: &PublicKey, kind: Kind) -> Result<()> {
    key.kind().expect(kind).map_err(|error| {
        TrustError::refused(
            format!("the key {key} cannot be used: {error}"),
            noted("nkeep list keys", "says which keys there are"),
        )
    })
}

/// Where a key comes from that somebody is to have.
pub enum KeySource {
    /// It is made here.
    Generate,
    /// Its public half alone is known here, or its seed is in the store already.
    Public(PublicKey),
    /// Its seed is brought along, and kept.
    Seed(Seed),
}

impl KeySource {
    /// Gives an owner that key, of that kind. What belongs to somebody else stays theirs.
    pub fn give(
        self,
        changes: &mut dyn Changes,
        kind: Kind,
        role: Role,
        owner: &Entity,
    ) -> Result<PublicKey> {
        let (seed, origin) = match self {
            Self::Generate => (Seed::generate(kind)?, Origin::Generated),
            Self::Seed(seed) => {
                must_be(&seed.public(), kind)?;
                (seed, Origin::Imported)
            }
            Self::Public(public) => {
                must_be(&public, kind)?;
                adopt(changes, &public, owner)?;
                return Ok(public);
            }
        };
        let public = seed.public();
        let fresh = origin == Origin::Generated;
        let kept = match fresh {
            true => None,
            false => adopt(changes, &public, owner)?,
        };
        if kept.is_none_or(|record| record.sealed.is_none()) {
            let record = KeyRecord {
                owner: Some(owner.key),
                origin,
                ..KeyRecord::of(public, role, changes.now())
            };
            keep(changes, seed, record, fresh)?;
        }
        Ok(public)
    }
}

/// Makes a key somebody's that is in the store and nobody's, and says what the store has of it.
pub fn adopt(
    changes: &mut dyn Changes,
    public: &PublicKey,
    owner: &Entity,
) -> Result<Option<KeyRecord>> {
    must_be_free(changes, public, owner)?;
    let Some(record) = changes.key(public)? else {
        return Ok(None);
    };
    if record.owner == Some(owner.key) {
        return Ok(Some(record));
    }
    let record = KeyRecord {
        owner: Some(owner.key),
        ..record
    };
    changes.put_key(&record)?;
    Ok(Some(record))
}

/// Refuses a key of anybody else: the store keeps it for them, or it is their identity, whose seed may be elsewhere.
pub fn must_be_free(records: &dyn Records, key: &PublicKey, owner: &Entity) -> Result<()> {
    let kept_for = records.key(key)?.and_then(|record| record.owner);
    let identity = records.entity(key)?.map(|entity| entity.key);
    let Some(other) = kept_for
        .into_iter()
        .chain(identity)
        .find(|other| *other != owner.key)
    else {
        return Ok(());
    };
    let whose = match records.entity(&other)? {
        Some(entity) => format!("{} {}", entity.kind, quoted(&entity.name)),
        None => other.to_string(),
    };
    Err(TrustError::refused(
        format!("the key {key} belongs to {whose}"),
        "nkeep list keys",
    ))
}
