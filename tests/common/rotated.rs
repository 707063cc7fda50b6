//! An estate in which something is rotated: by the library, at times that a test says, with what it says that servers have.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use nkeep::rotation::engine::{self, Begin, Done, Emergency, Hand};
use nkeep::rotation::evidence;
use nkeep::rotation::gate::{Missing, missing};
use nkeep::rotation::observed::{Connection, Observed};
use nkeep::rotation::phase::Asked;
use nkeep::rotation::{self, Inventory, Kind, Rotation, RotationError, Terms};
use nkeep::store::age::Identity;
use nkeep::store::document::KeyState;
use nkeep::store::pin::Pins;
use nkeep::store::record::{Entity, EntityKind};
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Note, Records, Store as _};
use nkeep::trust;
use serde_json::Value;

/// When it begins.
pub const BEGIN: i64 = 1_795_200_000;
/// How long it soaks.
pub const SOAK: i64 = 3600;

/// An estate, and what time it is there.
pub struct Rotated {
    folder: tempfile::TempDir,
    /// The time of the next step.
    pub now: i64,
}

impl Rotated {
    /// That estate.
    pub fn of(folder: tempfile::TempDir) -> Self {
        Self { folder, now: BEGIN }
    }

    pub fn home(&self) -> &Path {
        self.folder.path()
    }

    /// What a command prints that must succeed.
    pub fn run(&self, line: &str) -> String {
        let output = self.output(line);
        assert!(output.status.success(), "{line}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a command says that must fail, with that code.
    pub fn refused(&self, line: &str, code: i32) -> String {
        let output = self.output(line);
        assert_eq!(output.status.code(), Some(code), "{line}: {output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn output(&self, line: &str) -> std::process::Output {
        let mut command = super::nkeep_at(self.home());
        command.env("NKEEP_TEST_CLOCK", self.now.to_string());
        command.args(line.split(' ')).output().unwrap()
    }

    /// How the rotation stands, whether or not something is missing.
    pub fn status(&self) -> String {
        String::from_utf8(self.output("rotate status").stdout).unwrap()
    }

    /// What it prints with `--json`.
    pub fn json(&self, line: &str) -> Value {
        serde_json::from_str(&self.run(&format!("{line} --json"))).unwrap()
    }

    fn store(&self) -> SqliteStore {
        let path = self.home().join(".local/share/nkeep/default.nkeep");
        let pins = Pins::new(self.home().join(".local/state/nkeep/pins"));
        SqliteStore::open(&path, &pins, Rollback::Refuse).unwrap()
    }

    /// A change by the library, beside any command.
    pub fn change<T>(
        &self,
        act: impl FnOnce(&mut dyn Changes, &Vec<Identity>) -> rotation::Result<T>,
    ) -> rotation::Result<T> {
        let text = std::fs::read_to_string(self.home().join("identity.txt")).unwrap();
        let line = text.lines().find(|line| line.starts_with("AGE-")).unwrap();
        let keyring: Vec<Identity> = vec![line.parse().unwrap()];
        let note = Note::new("test".to_owned(), "test", "rotated".to_owned(), self.now);
        self.store()
            .transact(note, &keyring, |changes| act(changes, &keyring))
    }

    pub fn look<T>(&self, look: impl FnOnce(&dyn Records) -> rotation::Result<T>) -> T {
        self.store().read(look).unwrap()
    }

    pub fn begin(&self, kind: Kind, account: &str, user: Option<&str>, key: Option<&str>) -> Begin {
        let asked = self.look(|records| {
            let operator = trust::operator(records, None)?;
            let account = trust::account(records, &operator, Some(account))?;
            let user = user
                .map(|user| trust::user(records, &account, Some(user)))
                .transpose()?;
            Ok(Asked {
                operator: Some(operator),
                account: Some(account),
                user,
                key: key.map(str::to_owned),
                ..Asked::default()
            })
        });
        Begin {
            kind,
            asked,
            source: None,
            terms: Terms {
                servers: Inventory::Count(2),
                soak: SOAK,
                evidence_age: 900,
            },
        }
    }

    /// Begins one.
    pub fn start(
        &self,
        kind: Kind,
        account: &str,
        user: Option<&str>,
        key: Option<&str>,
    ) -> rotation::Result<Done> {
        self.start_by(self.begin(kind, account, user, key))
    }

    /// The same, as a test has it.
    pub fn start_by(&self, begin: Begin) -> rotation::Result<Done> {
        self.change(|changes, keyring| engine::start(changes, keyring, begin, &hand(None)))
    }

    /// Has the old key distrusted at once.
    pub fn emergency(
        &self,
        kind: Kind,
        account: &str,
        user: Option<&str>,
        key: Option<&str>,
    ) -> rotation::Result<Done> {
        let begun = Emergency::New(Box::new(self.begin(kind, account, user, key)));
        self.change(|changes, keyring| engine::emergency(changes, keyring, begun, &hand(None)))
    }

    /// The one that is open, or else the last.
    pub fn rotation(&self) -> Rotation {
        let mut all = self.look(rotation::all);
        let open = all.iter().position(Rotation::is_open);
        all.swap_remove(open.unwrap_or(all.len() - 1))
    }

    /// Takes the next step.
    pub fn next(&self) -> rotation::Result<Done> {
        self.change(|changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::next(changes, keyring, rotation, &hand(None))
        })
    }

    /// Takes it though something is missing.
    pub fn force(&self) -> Done {
        let reason = Some("a test insists".to_owned());
        let done = self.change(|changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::next(changes, keyring, rotation, &hand(reason))
        });
        done.unwrap()
    }

    pub fn rollback(&self) -> rotation::Result<Done> {
        self.change(|changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::rollback(changes, keyring, rotation, &hand(None))
        })
    }

    pub fn abort(&self) -> rotation::Result<Done> {
        self.change(|changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::abort(changes, keyring, rotation, &hand(None))
        })
    }

    /// A step that is taken, and then fails before it is written.
    pub fn crash(&self) {
        let crashed = self.change(|changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::next(changes, keyring, rotation, &hand(None))?;
            Err::<(), _>(RotationError::refused("crashed", "nkeep version"))
        });
        assert_eq!(crashed.unwrap_err().to_string(), "crashed");
    }

    /// What two servers say that have every account as the store does, but for those that are `behind`.
    pub fn seen(&self, connected: &[Connection], behind: &[&str]) {
        let accounts = self.accounts();
        // Whoever is connected is so in the account that it is about.
        let within = self.rotation().account.unwrap();
        let connected: Vec<Connection> = connected
            .iter()
            .map(|one| Connection {
                account: within.clone(),
                ..one.clone()
            })
            .collect();
        let observed: Vec<Observed> = ["a", "b"]
            .iter()
            .map(|name| Observed {
                id: format!("ID-{name}"),
                name: (*name).to_owned(),
                time: self.now,
                collector: "live".to_owned(),
                raw_sha256: "0".repeat(64),
                operators: None,
                keeps: Some(true),
                accounts: accounts
                    .iter()
                    .filter(|account| !(*name == "b" && behind.contains(&account.name.as_str())))
                    .map(|account| (account.key.to_string(), vec![account.token.clone()]))
                    .collect::<BTreeMap<_, _>>(),
                absent: BTreeSet::new(),
                connected: accounts
                    .iter()
                    .map(|account| account.key.to_string())
                    .collect(),
                connections: match *name {
                    "a" => connected.clone(),
                    _ => Vec::new(),
                },
                ended: Vec::new(),
            })
            .collect();
        let taken = self.change(|changes, _| {
            let mut rotation = rotation::found(changes, None)?;
            evidence::take(changes, &mut rotation, &observed, true)?;
            rotation.keep(changes)
        });
        taken.unwrap();
    }

    /// The same, at once and again when it has soaked.
    pub fn soaked(&mut self, connected: &[Connection], behind: &[&str]) {
        self.seen(connected, behind);
        self.now += SOAK + 1;
        self.seen(connected, behind);
    }

    /// Has somebody say so.
    pub fn say(&self, name: &str) {
        let said = self.change(|changes, _| {
            let mut rotation = rotation::found(changes, None)?;
            rotation.stated.push(evidence::Stated {
                name: name.to_owned(),
                words: "seen by a test".to_owned(),
                file_sha256: None,
                time: self.now,
                actor: "test".to_owned(),
            });
            rotation.keep(changes)
        });
        said.unwrap();
    }

    /// What is missing for the next step: codes, and words.
    pub fn missing(&self) -> Vec<Missing> {
        self.look(|records| {
            let rotation = rotation::found(records, None)?;
            let gates = rotation.coming().map_or(&[][..], |phase| phase.gates);
            missing(records, &rotation, gates, self.now)
        })
    }

    /// Only the codes.
    pub fn codes(&self) -> Vec<&'static str> {
        self.missing().iter().map(|one| one.code).collect()
    }

    fn accounts(&self) -> Vec<Entity> {
        self.look(|records| {
            let mut found = Vec::new();
            records.each_entity(EntityKind::Account, None, &mut |account| {
                found.push(account);
                Ok(())
            })?;
            Ok(found)
        })
    }

    /// What the token of an account says.
    pub fn account(&self, name: &str) -> Value {
        self.json(&format!("describe account {name}"))
    }

    /// What the token of a user says.
    pub fn user(&self, account: &str, name: &str) -> Value {
        self.json(&format!("describe user {name} -a {account}"))
    }

    pub fn state(&self, key: &str) -> KeyState {
        self.look(|records| Ok(records.key_state(&key.parse().unwrap())?))
    }

    /// Whether the store has the seed of a key.
    pub fn has_seed(&self, key: &str) -> bool {
        self.look(|records| {
            let record = records.key(&key.parse().unwrap())?;
            Ok(record.is_some_and(|record| record.sealed.is_some()))
        })
    }

    /// All that the store has, so that a change can be seen.
    pub fn everything(&self) -> (Vec<Entity>, String) {
        let mut all = self.accounts();
        self.look(|records| {
            records.each_entity(EntityKind::User, None, &mut |user| {
                all.push(user);
                Ok(())
            })?;
            let rotations: Vec<String> = rotation::all(records)?
                .iter()
                .map(|rotation| serde_json::to_string(rotation).unwrap())
                .collect();
            let head = records.head();
            Ok((all, format!("{head:?} {rotations:?}")))
        })
    }

    /// Takes a seed out of the store, as where somebody else keeps it.
    pub fn forget(&self, key: &str) {
        let forgotten = self.change(|changes, _| Ok(changes.remove_key(&key.parse().unwrap())?));
        forgotten.unwrap();
    }

    /// The store is whole: rows, seals, chains and the journal.
    pub fn is_whole(&self) {
        self.run("store check");
    }
}

fn hand(reason: Option<String>) -> Hand {
    Hand {
        actor: "test".to_owned(),
        reason,
        ..Hand::default()
    }
}

/// Somebody who is connected.
pub fn connected(user: &str, issuer: &str) -> Connection {
    Connection {
        account: "A".to_owned(),
        user: user.to_owned(),
        issuer: issuer.to_owned(),
        name: "orders".to_owned(),
    }
}
