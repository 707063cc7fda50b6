//! Keys that a request asks for. They are in the store before the request goes out, and wait there for its answer.

use crate::cmd::Ctx;
use crate::cmd::signer::NamedKey;
use crate::nkey::{Kind, PublicKey, Seed};
use crate::store::class::{Origin, Role};
use crate::store::record::KeyRecord;
use crate::store::{Made, Note, Store as _, StoreError};
use crate::trust::KeySource;
use crate::ui::Failure;

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

    /// A note of what is kept while the command itself is only tried.
    pub fn kept_note(&self, summary: String) -> Note {
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
