//! Keys that a request asks for. They are in the store before the request goes out, and wait there for its answer.

use crate::cmd::Ctx;
use crate::cmd::words::signer::NamedKey;
use crate::nkey::{Kind, PublicKey, Seed};
use crate::rotation;
use crate::rotation::phase::Asked;
use crate::store::class::{Origin, Role};
use crate::store::record::KeyRecord;
use crate::store::{Made, Note, Store as _, StoreError};
use crate::text::noted;
use crate::trust::{KeySource, successor};
use crate::ui::{Failure, Hinted as _};

/// The identity that a request is about: made where the root is, and known here by its public half.
fn away(named: Option<&NamedKey>) -> Result<PublicKey, Failure> {
    match named {
        Some(NamedKey::Public(key)) => Ok(*key),
        _ => Err(Failure::usage(
            "a request is for an identity whose seed is away: it is named by its public key",
        ))
        .hint(noted(
            "nkeep generate nkey --operator -S",
            "makes one where the root is, where it stays",
        )),
    }
}

impl Ctx {
    /// A key that the operator is to have: where a request is made for it, it is kept first; where its answer is taken, it is the one
    /// that was kept.
    pub fn in_ceremony(&self, named: &NamedKey) -> Result<KeySource, Failure> {
        let stand_in = match &self.stand_in {
            Some(stand_in) if stand_in.keeps() && !matches!(named, NamedKey::Public(_)) => stand_in,
            _ => return named.source(self),
        };
        if !stand_in.sees() {
            // The file that it came from may be gone.
            return match stand_in.next_made() {
                Some(key) => Ok(KeySource::Public(key)),
                None => named.source(self),
            };
        }
        let source = named.source(self)?;
        let (seed, origin) = match source {
            KeySource::Seed(seed) => (seed, Origin::Imported),
            _ => (Seed::generate(Kind::Operator)?, Origin::Generated),
        };
        let key = seed.public();
        key.kind().expect(Kind::Operator)?;
        let mut store = self.open_store()?;
        let keyring = self.keyring(&mut store)?;
        let is_there = store.read(|records| Ok::<_, StoreError>(records.key(&key)?.is_some()))?;
        if !is_there {
            let note = self.kept_note(format!("kept the key {key} for a request"));
            store.transact(note, &*keyring, |changes| {
                let record = KeyRecord {
                    origin,
                    ..KeyRecord::of(key, Role::Signing, changes.now())
                };
                changes.seal_key(record, seed)
            })?;
        }
        stand_in.remember(key, !is_there);
        Ok(KeySource::Public(key))
    }

    /// The key that a rotation brings in, and what waits in the store for it: in a ceremony the seed of an operator's identity is away.
    pub fn brought_in(
        &self,
        kind: rotation::Kind,
        named: Option<&NamedKey>,
        asked: &Asked,
    ) -> Result<(Option<KeySource>, Vec<PublicKey>), Failure> {
        match (kind, named, &self.stand_in) {
            // The request asks for a key that is there.
            (rotation::Kind::OperatorSigningKey, None, Some(_)) => {
                Ok((Some(self.in_ceremony(&NamedKey::to_be_made())?), Vec::new()))
            }
            (rotation::Kind::OperatorSigningKey, Some(named), _) => {
                Ok((Some(self.in_ceremony(named)?), Vec::new()))
            }
            (rotation::Kind::OperatorIdentity, named, Some(stand_in)) => {
                let key = away(named)?;
                stand_in.expect(key);
                let count = successor::signing_keys(&asked.operator()?)?;
                let mut waiting = Vec::new();
                for _ in 0..count {
                    if let KeySource::Public(key) = self.in_ceremony(&NamedKey::to_be_made())? {
                        waiting.push(key);
                    }
                }
                Ok((Some(KeySource::Public(key)), waiting))
            }
            (_, named, _) => {
                let source = named.map(|named| named.source(self)).transpose()?;
                Ok((source, Vec::new()))
            }
        }
    }

    /// The identity that an operator is to have, whose seed may be away.
    pub fn identity_in_ceremony(&self, named: Option<&NamedKey>) -> Result<KeySource, Failure> {
        match (&self.stand_in, named) {
            (Some(stand_in), named) => {
                let key = away(named)?;
                stand_in.expect(key);
                Ok(KeySource::Public(key))
            }
            (None, Some(named)) => named.source(self),
            (None, None) => Ok(KeySource::Generate),
        }
    }

    /// A note of what is kept while the command itself is only tried.
    fn kept_note(&self, summary: String) -> Note {
        Note {
            made: Made::default(),
            ..self.note("ceremony request", summary)
        }
    }

    /// Takes keys out of the store again that were made for a request that could not be.
    pub fn forget_made(&self, keys: &[PublicKey]) -> Result<(), Failure> {
        if keys.is_empty() {
            return Ok(());
        }
        let mut store = self.open_store()?;
        let keyring = self.keyring(&mut store)?;
        let note = self.kept_note("took out keys of a request that is not made".to_owned());
        Ok(store.transact(note, &*keyring, |changes| {
            keys.iter().try_for_each(|key| {
                match changes
                    .key(key)?
                    .is_some_and(|record| record.owner.is_none())
                {
                    true => changes.remove_key(key),
                    false => Ok::<_, StoreError>(()),
                }
            })
        })?)
    }
}
