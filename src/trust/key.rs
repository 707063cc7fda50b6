//! Keys in the store: how new ones come there, and which one signs.

use std::collections::HashMap;
use std::rc::Rc;

use super::{Result, TrustError};
use crate::jwt::claims::{Operator, SigningKeys};
use crate::jwt::sign::Signer;
use crate::nkey::{AnyKeyPair, Kind, PublicKey, Seed};
use crate::store::class::{Class, Origin, Role};
use crate::store::document::{CEREMONIAL, KeyState, ROOTLESS};
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, KeyRecord};
use crate::store::{Changes, Records, StoreError};
use crate::text::{noted, quoted, shell_word};

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

/// Which key is to sign.
#[derive(Clone, Default)]
pub enum KeyChoice {
    /// The identity where it may sign and its seed is at hand, else a signing key.
    #[default]
    Best,
    /// That one.
    Key(PublicKey),
    /// The one that has that role in its account.
    Role(String),
    /// One whose seed is not in the store, or need not be.
    Given(Rc<AnyKeyPair>),
}

impl KeyChoice {
    /// Whether nobody named a key.
    pub const fn is_best(&self) -> bool {
        matches!(self, Self::Best)
    }

    /// The key, as far as it is known without looking.
    pub fn key(&self) -> Option<PublicKey> {
        match self {
            Self::Best | Self::Role(_) => None,
            Self::Key(key) => Some(*key),
            Self::Given(pair) => Some(pair.as_ref().public()),
        }
    }

    /// The same, with the key that has the role in place of the role: of several, the one that signs, while others are being
    /// replaced.
    pub fn in_account(
        &self,
        records: &dyn Records,
        account: &Entity,
        keys: &SigningKeys,
    ) -> Result<Self> {
        let Self::Role(role) = self else {
            return Ok(self.clone());
        };
        let mut having = keys.having_role(role);
        if having.len() > 1 {
            let states = having.iter().map(|key| signs(records, &key.parse()?));
            let states: Vec<bool> = states.collect::<Result<_>>()?;
            let mut states = states.into_iter();
            having.retain(|_| states.next().unwrap_or(true));
        }
        match &*having {
            [only] => Ok(Self::Key(only.parse()?)),
            [] => Err(TrustError::refused(
                format!(
                    "no signing key of account {} has the role {} (a file is named as ./{role})",
                    quoted(&account.name),
                    quoted(role)
                ),
                noted(
                    format!(
                        "nkeep describe account {}",
                        shell_word(account.name.as_str())
                    ),
                    "shows which roles there are",
                ),
            )),
            several => Err(TrustError::Signer(format!(
                "several signing keys of account {} have the role {}, and one is named by its public key: {}",
                quoted(&account.name),
                quoted(role),
                several.join(", ")
            ))),
        }
    }
}

/// Whether a key may sign what nobody named it for: it is not being replaced, nor yet to replace another.
pub fn signs(records: &dyn Records, key: &PublicKey) -> Result<bool> {
    Ok(records.key_state(key)?.signs())
}

/// How keys stand of which that was ever said, by key.
pub fn states(records: &dyn Records) -> Result<HashMap<String, KeyState>> {
    let said = records.key_states()?.into_iter();
    Ok(said
        .map(|standing| (standing.key.to_string(), standing.state))
        .collect())
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
    let whose = || format!("{} {}", entity.kind, quoted(&entity.name));
    // As nsc has it: the identity where it may and can, then the signing keys. Who keeps the identity away has others sign.
    let identity = identity_may_sign.then_some(entity.key);
    let mut candidates: Vec<PublicKey> = identity.into_iter().collect();
    candidates.extend(signing_keys);
    if let KeyChoice::Role(role) = choice {
        return Err(TrustError::Signer(format!(
            "{} is no key that signs for {}: it is neither a public key nor a file, and only accounts have roles \
             (a file is named as ./{role})",
            quoted(role),
            whose()
        )));
    }
    if let Some(wanted) = choice.key() {
        if !candidates.contains(&wanted) {
            let why = if wanted == entity.key {
                ": it is its identity key, and the operator demands signing keys"
            } else {
                ""
            };
            return Err(TrustError::Signer(format!(
                "{wanted} may not sign for {}{why}",
                whose()
            )));
        }
        candidates = vec![wanted];
    }
    if let KeyChoice::Given(pair) = choice {
        return Ok(Box::new(pair.clone()));
    }
    let mut reason = None;
    for candidate in &candidates {
        if choice.is_best() && !signs(records, candidate)? {
            continue;
        }
        let Some(record) = records.key(candidate)? else {
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
    if let Some(signer) = candidates.iter().find_map(|key| keyring.away(key)) {
        return Ok(signer);
    }
    Err(match reason {
        Some(reason) => reason.into(),
        None => TrustError::Signer(format!(
            "the store has no key that may sign for {}",
            whose()
        )),
    })
}

/// Refuses what an operator's identity would sign, where it is kept for ceremonies: also one that somebody has brought for this.
pub fn must_not_be_kept(records: &dyn Records, operator: &Entity) -> Result<()> {
    if records.document(CEREMONIAL)?.is_none() {
        return Ok(());
    }
    Err(in_ceremonies(format!(
        "the identity of operator {} signs what was asked for and reviewed, and nothing else",
        quoted(&operator.name)
    )))
}

/// Refuses to wipe an operator's identity on the way, where it is kept for ceremonies.
pub fn must_not_be_wiped(records: &dyn Records, key: &PublicKey) -> Result<()> {
    let is_root = |record: KeyRecord| record.class == Class::Root && record.role == Role::Identity;
    if !records.key(key)?.is_some_and(is_root) || records.document(CEREMONIAL)?.is_none() {
        return Ok(());
    }
    Err(in_ceremonies(format!(
        "the identity {key} is kept for ceremonies: nkeep ceremony destroy wipes it, and nothing else"
    )))
}

fn in_ceremonies(reason: String) -> TrustError {
    TrustError::refused(
        reason,
        noted("nkeep ceremony request --help", "in the store to work with"),
    )
}

/// Whether an operator's identity signs what its signing keys sign, too. Where it is kept for ceremonies it does not, whatever the
/// operator lets it.
pub fn identity_signs(
    records: &dyn Records,
    operator: &Entity,
    body: &Operator,
    choice: &KeyChoice,
) -> Result<bool> {
    if body.strict_signing_key_usage {
        return Ok(false);
    }
    let others_may = !body.signing_keys.is_empty() && choice.key() != Some(operator.key);
    match must_not_be_kept(records, operator) {
        Err(TrustError::Refused { .. }) if others_may => Ok(false),
        outcome => outcome.map(|()| true),
    }
}

/// What signs as an operator itself, which may be offline.
pub fn root(
    records: &dyn Records,
    keyring: &dyn Keyring,
    operator: &Entity,
    choice: &KeyChoice,
) -> Result<Box<dyn Signer>> {
    must_not_be_kept(records, operator)?;
    let made = records.document(ROOTLESS)?.is_some();
    let signer = signer(records, keyring, operator, &[], true, choice);
    signer.map_err(|error| match error {
        TrustError::Signer(_) if choice.is_best() => TrustError::RootAway {
            key: operator.key,
            operator: operator.name.clone(),
            made,
        },
        error => error,
    })
}
