//! Rotations through the library, at a clock and with servers that are made up.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::path::Path;

use nkeep::jwt::decode::decode;
use nkeep::rotation::engine::{self, Begin, Done, Emergency, Hand};
use nkeep::rotation::observed::Observed;
use nkeep::rotation::phase::Asked;
use nkeep::rotation::{self, Inventory, Kind, Rotation, RotationError, Terms, evidence, gate};
use nkeep::store::age::Identity;
use nkeep::store::document::KeyState;
use nkeep::store::pin::Pins;
use nkeep::store::record::{Entity, EntityKind};
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Note, Records, Store as _};
use nkeep::trust;

use super::refusal::store_of;

/// When the estates of tests are made.
pub const START: i64 = 1_795_200_000;

/// A store in which something is rotated.
pub struct Bench {
    home: tempfile::TempDir,
    store: SqliteStore,
    keyring: Vec<Identity>,
    /// What time it is.
    pub now: i64,
}

impl Bench {
    /// Of an estate.
    pub fn of(home: tempfile::TempDir) -> Self {
        let pins = Pins::new(home.path().join(".local/state/nkeep/pins"));
        let store = SqliteStore::open(&store_of(home.path()), &pins, Rollback::Refuse).unwrap();
        let text = std::fs::read_to_string(home.path().join("identity.txt")).unwrap();
        Self {
            keyring: vec![text.lines().last().unwrap().parse().unwrap()],
            home,
            store,
            now: START + 60,
        }
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn read<T>(&mut self, look: impl FnOnce(&dyn Records) -> rotation::Result<T>) -> T {
        self.store.read(look).unwrap()
    }

    /// A change of the store, some seconds after the last.
    pub fn change<T>(
        &mut self,
        work: impl FnOnce(&mut dyn Changes, &Vec<Identity>) -> rotation::Result<T>,
    ) -> rotation::Result<T> {
        self.now += 10;
        let note = Note::new("test", "rotate", "rotated", self.now);
        let keyring = &self.keyring;
        self.store
            .transact(note, keyring, |changes| work(changes, keyring))
    }

    pub fn operator(&mut self, name: &str) -> Option<Entity> {
        self.read(|records| Ok(trust::operator(records, Some(name)).ok()))
    }

    pub fn accounts(&mut self, operator: &str) -> Vec<Entity> {
        let operator = self.operator(operator).unwrap();
        self.read(|records| rotation::work::accounts_under(records, &operator.key))
    }

    /// Who signed that account.
    pub fn issuer(&mut self, operator: &str, account: &str) -> String {
        let accounts = self.accounts(operator);
        let found = accounts.iter().find(|one| one.name.as_str() == account);
        decode(&found.unwrap().token).unwrap().issuer().to_string()
    }

    pub fn state(&mut self, key: &str) -> KeyState {
        let key = key.parse().unwrap();
        self.read(|records| Ok(records.key_state(&key)?))
    }

    pub fn has_seed(&mut self, key: &str) -> bool {
        let key = key.parse().unwrap();
        self.read(|records| Ok(records.key(&key)?.is_some_and(|key| key.sealed.is_some())))
    }

    pub fn asked(&mut self, operator: &str) -> Asked {
        Asked {
            operator: self.operator(operator),
            ..Asked::default()
        }
    }

    fn begin(&mut self, kind: Kind, asked: Asked) -> Begin {
        Begin {
            kind,
            asked,
            source: None,
            terms: Terms {
                servers: Inventory::Count(2),
                soak: 3600,
                evidence_age: 900,
            },
        }
    }

    pub fn start(&mut self, kind: Kind, asked: Asked) -> rotation::Result<Rotation> {
        let begin = self.begin(kind, asked);
        let done = self.change(|changes, keyring| engine::start(changes, keyring, begin, &hand()));
        done.map(|done| done.rotation)
    }

    pub fn emergency(&mut self, kind: Kind, asked: Asked) -> rotation::Result<Done> {
        let begin = Emergency::New(Box::new(self.begin(kind, asked)));
        self.change(|changes, keyring| {
            engine::emergency(changes, keyring, begin, &because("a laptop was stolen"))
        })
    }

    pub fn emergency_of(&mut self, rotation: &Rotation) -> rotation::Result<Done> {
        let of = Emergency::Of(Box::new(rotation.clone()));
        self.change(|changes, keyring| {
            engine::emergency(changes, keyring, of, &because("a laptop was stolen"))
        })
    }

    pub fn next(&mut self, rotation: &Rotation) -> rotation::Result<Rotation> {
        let rotation = rotation.clone();
        let done =
            self.change(|changes, keyring| engine::next(changes, keyring, rotation, &hand()));
        done.map(|done| done.rotation)
    }

    pub fn rollback(&mut self, rotation: &Rotation) -> rotation::Result<Rotation> {
        let rotation = rotation.clone();
        let hand = hand();
        let done =
            self.change(|changes, keyring| engine::rollback(changes, keyring, rotation, &hand));
        done.map(|done| done.rotation)
    }

    pub fn abort(&mut self, rotation: &Rotation) -> rotation::Result<Rotation> {
        let rotation = rotation.clone();
        let done =
            self.change(|changes, keyring| engine::abort(changes, keyring, rotation, &hand()));
        done.map(|done| done.rotation)
    }

    /// The rotation after two servers were seen that were started with those operators and have the accounts of that one.
    pub fn seen(&mut self, rotation: &Rotation, operators: &[&str], accounts: &str) -> Rotation {
        let operators: Vec<String> = operators
            .iter()
            .map(|name| self.operator(name).unwrap().token)
            .collect();
        let accounts = self.accounts(accounts);
        let now = self.now;
        let server = |name: &str| Observed {
            id: format!("N{name}"),
            name: name.to_owned(),
            time: now,
            collector: "live".to_owned(),
            operators: Some(operators.clone()),
            accounts: (accounts.iter())
                .map(|one| (one.key.to_string(), vec![one.token.clone()]))
                .collect(),
            ..Observed::default()
        };
        let seen = [server("one"), server("two")];
        let mut rotation = rotation.clone();
        self.read(|records| evidence::take(records, &mut rotation, &seen, true));
        rotation
    }

    /// What is missing for the next step.
    pub fn missing(&mut self, rotation: &Rotation) -> Vec<String> {
        let (now, gates) = (self.now, rotation.coming().unwrap().gates);
        let missing = self.read(|records| gate::missing(records, rotation, gates, now));
        missing.into_iter().map(|one| one.what).collect()
    }

    /// Everything that the store has, as it can be compared.
    pub fn all(&mut self) -> Vec<String> {
        self.read(|records| {
            let mut all = Vec::new();
            for kind in EntityKind::ALL {
                records.each_entity(kind, None, &mut |entity| {
                    all.push(format!("{entity:?}"));
                    Ok(())
                })?;
            }
            records.each_key(&mut |key| {
                all.push(format!("{} {:?}", key.public, key.owner));
                Ok(())
            })?;
            all.extend(records.key_states()?.iter().map(|one| format!("{one:?}")));
            let documents = records.documents("")?;
            all.extend(documents.iter().map(|one| format!("{one:?}")));
            all.push(format!("{:?}", records.head()));
            Ok(all)
        })
    }
}

fn hand() -> Hand {
    Hand {
        actor: "test".to_owned(),
        ..Hand::default()
    }
}

fn because(reason: &str) -> Hand {
    Hand {
        reason: Some(reason.to_owned()),
        ..hand()
    }
}

/// What somebody is told whose step was not taken.
pub fn said(error: &RotationError) -> String {
    error.to_string()
}
