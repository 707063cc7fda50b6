//! Rotations, driven as the command line drives them, at a clock that the test moves on, with servers that it makes up.

use std::cell::{Cell, RefCell};
use std::path::Path;

use nkeep::jwt::claims::{Account, Claims};
use nkeep::nkey::PublicKey;
use nkeep::rotation::engine::{self, Begin, Done, Emergency, Hand};
use nkeep::rotation::evidence::{self, Stated};
use nkeep::rotation::gate::{Missing, missing};
use nkeep::rotation::given::Given;
use nkeep::rotation::observed::Observed;
use nkeep::rotation::phase::Asked;
use nkeep::rotation::sets::{Set, Which, set};
use nkeep::rotation::{Inventory, Kind, Result, Rotation, RotationError, Terms, found};
use nkeep::store::age::Identity;
use nkeep::store::document::KeyState;
use nkeep::store::pin::Pins;
use nkeep::store::record::{Entity, KeyRecord};
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Note, Records, Store as _, StoreError};
use nkeep::trust::{self, KeySource};

use super::refusal::store_of;

/// When estates of tests are made.
const MADE: i64 = 1_795_200_000;
/// How long a new key is watched here.
pub const SOAK: i64 = 3600;

/// An estate in which something is rotated.
pub struct Turns {
    /// Its home.
    pub home: tempfile::TempDir,
    identities: Vec<Identity>,
    now: Cell<i64>,
    id: RefCell<Option<String>>,
}

/// What is to be rotated.
#[derive(Clone, Default)]
pub struct Matter<'a> {
    /// Of which account.
    pub account: Option<&'a str>,
    /// Which key.
    pub key: Option<String>,
    /// What is said beside.
    pub given: Given,
}

impl Turns {
    /// In an estate that some commands have made.
    pub fn of(home: tempfile::TempDir) -> Self {
        let text = std::fs::read_to_string(home.path().join("identity.txt")).unwrap();
        Self {
            identities: vec![text.lines().last().unwrap().parse().unwrap()],
            home,
            now: Cell::new(MADE + 60),
            id: RefCell::default(),
        }
    }

    fn path(&self) -> &Path {
        self.home.path()
    }

    fn store(&self) -> SqliteStore {
        let pins = Pins::new(self.path().join(".local/state/nkeep/pins"));
        SqliteStore::open(&store_of(self.path()), &pins, Rollback::Refuse).unwrap()
    }

    /// Lets time pass.
    pub fn wait(&self, seconds: i64) {
        self.now.set(self.now.get() + seconds);
    }

    /// One change of the store.
    pub fn change<T>(&self, change: impl FnOnce(&mut dyn Changes) -> Result<T>) -> Result<T> {
        let note = Note::new("a test", "rotate", "", self.now.get());
        self.store().transact(note, &self.identities, change)
    }

    /// What the store has.
    pub fn read<T>(&self, look: impl FnOnce(&dyn Records) -> Result<T>) -> T {
        self.store().read(look).unwrap()
    }

    fn begin(
        &self,
        records: &dyn Records,
        kind: Kind,
        matter: &Matter<'_>,
        source: Option<KeySource>,
    ) -> Result<Begin> {
        let operator = trust::operator(records, None)?;
        let account = matter
            .account
            .map(|name| trust::account(records, &operator, Some(name)));
        Ok(Begin {
            kind,
            asked: Asked {
                account: account.transpose()?,
                operator: Some(operator),
                key: matter.key.clone(),
                given: matter.given.clone(),
                ..Asked::default()
            },
            source,
            terms: Terms {
                servers: Inventory::Names(vec!["n1".to_owned(), "n2".to_owned()]),
                soak: SOAK,
                evidence_age: 900,
            },
        })
    }

    /// Begins a rotation, which is the one that is meant from here on.
    pub fn start(
        &self,
        kind: Kind,
        matter: &Matter<'_>,
        source: Option<KeySource>,
    ) -> Result<Done> {
        self.wait(1);
        let done = self.change(|changes| {
            let begin = self.begin(changes, kind, matter, source)?;
            engine::start(changes, &self.identities, begin, &Hand::default())
        })?;
        self.id.replace(Some(done.rotation.id.clone()));
        Ok(done)
    }

    /// The old key is in other hands, and nothing was begun.
    pub fn alarm(&self, kind: Kind, matter: &Matter<'_>) -> Result<Done> {
        self.wait(1);
        let done = self.change(|changes| {
            let begin = self.begin(changes, kind, matter, None)?;
            let begun = Emergency::New(Box::new(begin));
            engine::emergency(changes, &self.identities, begun, &Hand::default())
        })?;
        self.id.replace(Some(done.rotation.id.clone()));
        Ok(done)
    }

    /// The rotation.
    pub fn rotation(&self) -> Rotation {
        self.read(|records| found(records, self.id.borrow().as_deref()))
    }

    fn turn(
        &self,
        reason: Option<&str>,
        turn: impl FnOnce(&mut dyn Changes, &Vec<Identity>, Rotation, &Hand) -> Result<Done>,
    ) -> Result<Done> {
        self.wait(1);
        let hand = Hand {
            reason: reason.map(str::to_owned),
            ..Hand::default()
        };
        let rotation = self.rotation();
        self.change(|changes| turn(changes, &self.identities, rotation, &hand))
    }

    /// On, to the phase of that name.
    pub fn next(&self, phase: &str) -> Done {
        let done = self.turn(None, |changes, keys, rotation, hand| {
            engine::next(changes, keys, rotation, hand)
        });
        let done = done.unwrap();
        assert_eq!(done.rotation.phase, phase);
        done
    }

    /// On, whatever is missing.
    pub fn forced(&self, phase: &str) {
        let done = self.turn(Some("a test insists"), |changes, keys, rotation, hand| {
            engine::next(changes, keys, rotation, hand)
        });
        assert_eq!(done.unwrap().rotation.phase, phase);
    }

    /// Back.
    pub fn back(&self) -> Result<Done> {
        self.turn(None, |changes, keys, rotation, hand| {
            engine::rollback(changes, keys, rotation, hand)
        })
    }

    /// The end, with the old key in its place.
    pub fn abort(&self) -> Result<Done> {
        self.turn(None, |changes, keys, rotation, hand| {
            engine::abort(changes, keys, rotation, hand)
        })
    }

    /// The old key is in other hands, while it is being replaced.
    pub fn emergency(&self) -> Result<Done> {
        self.turn(None, |changes, keys, rotation, hand| {
            let begun = Emergency::Of(Box::new(rotation));
            engine::emergency(changes, keys, begun, hand)
        })
    }

    /// Goes on, and whoever writes that dies at the end of it: nothing is as it was not.
    pub fn crashes(&self) {
        let before = (self.rotation(), self.everything());
        let lost = self.turn(Some("a test insists"), |changes, keys, rotation, hand| {
            engine::next(changes, keys, rotation, hand)?;
            Err(StoreError::Refused("the power failed".to_owned()).into())
        });
        assert!(lost.is_err_and(|error| error.to_string().contains("the power failed")));
        assert_eq!(before, (self.rotation(), self.everything()));
    }

    /// Keys with their seeds, how they stand, and documents.
    fn everything(&self) -> (Vec<KeyRecord>, Vec<(String, String)>, Vec<String>) {
        self.read(|records| {
            let mut keys = Vec::new();
            records.each_key(&mut |key| {
                keys.push(key);
                Ok(())
            })?;
            let states = records.key_states()?.into_iter();
            let states = states.map(|one| (one.key.to_string(), one.state.to_string()));
            let documents = records.documents("")?.into_iter();
            Ok((
                keys,
                states.collect(),
                documents.map(|one| one.text).collect(),
            ))
        })
    }

    /// Somebody says so.
    pub fn says(&self, name: &str) {
        let mut rotation = self.rotation();
        rotation.stated.push(Stated {
            name: name.to_owned(),
            words: "seen by a test".to_owned(),
            file_sha256: None,
            time: self.now.get(),
            actor: "a test".to_owned(),
        });
        self.change(|changes| rotation.keep(changes)).unwrap();
    }

    /// Servers show what they have: the accounts as they are in the store, or those tokens.
    pub fn shown(&self, servers: &[&str], tokens: Option<&[&Entity]>) {
        let mut rotation = self.rotation();
        let time = self.now.get();
        self.change(|changes| {
            let operator = trust::operator(changes, None)?;
            let mut accounts = Vec::new();
            let kind = nkeep::store::record::EntityKind::Account;
            changes.each_entity(kind, Some(&operator.key), &mut |account| {
                accounts.push(account);
                Ok(())
            })?;
            for other in tokens.unwrap_or_default() {
                accounts.retain(|account| account.key != other.key);
                accounts.push((*other).clone());
            }
            let one = |name: &&str| Observed {
                id: format!("N{name}"),
                name: (*name).to_owned(),
                time,
                collector: "live".to_owned(),
                accounts: (accounts.iter())
                    .map(|account| (account.key.to_string(), vec![account.token.clone()]))
                    .collect(),
                ..Observed::default()
            };
            let seen: Vec<Observed> = servers.iter().map(one).collect();
            evidence::take(changes, &mut rotation, &seen, false)?;
            rotation.keep(changes)
        })
        .unwrap();
    }

    /// What the next phase misses, by code and in words.
    pub fn lacks(&self) -> Vec<Missing> {
        let rotation = self.rotation();
        let gates = rotation.coming().map_or(&[][..], |phase| phase.gates);
        self.read(|records| missing(records, &rotation, gates, self.now.get()))
    }

    /// The codes of that.
    pub fn codes(&self) -> Vec<&'static str> {
        self.lacks().iter().map(|one| one.code).collect()
    }

    /// How a key stands.
    pub fn state(&self, key: &str) -> KeyState {
        let key: PublicKey = key.parse().unwrap();
        self.read(|records| Ok(records.key_state(&key)?))
    }

    /// What the store has of a key.
    pub fn key(&self, key: &str) -> Option<KeyRecord> {
        let key: PublicKey = key.parse().unwrap();
        self.read(|records| Ok(records.key(&key)?))
    }

    /// An account, as it is now.
    pub fn account(&self, name: &str) -> Entity {
        self.read(|records| {
            let operator = trust::operator(records, None)?;
            Ok(trust::account(records, &operator, Some(name))?)
        })
    }

    /// What an account says now.
    pub fn claims(&self, name: &str) -> Claims<Account> {
        trust::claims(&self.account(name)).unwrap().into_claims()
    }

    /// What readers get.
    pub fn set(&self, which: Which) -> Result<Set> {
        let rotation = self.rotation();
        self.store()
            .read(|records| set(records, &self.identities, &rotation, which))
    }

    /// A file of what readers get.
    pub fn file(&self, which: Which, name: &str) -> String {
        let set = self.set(which).unwrap();
        let part = set.parts.iter().find(|part| part.key.as_str() == name);
        let part = part.unwrap_or_else(|| panic!("there is no {name}"));
        String::from_utf8(part.bytes.to_vec()).unwrap()
    }
}

/// Why it was refused, with the hint.
pub fn why<T>(result: Result<T>) -> String {
    match result {
        Ok(_) => panic!("it was done"),
        Err(RotationError::Refused { reason, help }) => format!("{reason}; hint: {help}"),
        Err(error) => error.to_string(),
    }
}
