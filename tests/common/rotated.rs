//! An estate in which something is rotated: by the library, as the command line does it, with servers that are made up. Time stands
//! until a test lets it pass.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::process::Output;

use nkeep::jwt::decode::decode;
use nkeep::nkey::PublicKey;
use nkeep::rotation::engine::{self, Begin, Done, Emergency, Hand};
use nkeep::rotation::evidence::Stated;
use nkeep::rotation::gate::{Missing, missing};
use nkeep::rotation::given::Given;
use nkeep::rotation::phase::Asked;
use nkeep::rotation::sets::{Set, Which, set};
use nkeep::rotation::{Inventory, Kind, Result, Rotation, RotationError, Terms, found, work};
use nkeep::store::age::Identity;
use nkeep::store::document::KeyState;
use nkeep::store::record::{Entity, EntityKind, KeyRecord};
use nkeep::store::{Changes, Note, Records, Store as _};
use nkeep::trust::{self, KeySource};
use serde_json::Value;

use super::refusal::opened;
use super::shown::{SERVERS, Servers};

/// What time it is in an estate that commands have just made.
pub const BEGIN: i64 = 1_795_200_000;
/// How long a new key is watched.
pub const SOAK: i64 = 3600;
/// An estate, and what time it is there.
pub struct Rotated {
    folder: tempfile::TempDir,
    keyring: Vec<Identity>,
    now: Cell<i64>,
    /// The rotation that was begun last.
    meant: RefCell<Option<String>>,
    inventory: Inventory,
}

/// What is to be rotated.
#[derive(Clone, Default)]
pub struct Matter {
    operator: Option<String>,
    account: Option<String>,
    user: Option<String>,
    key: Option<String>,
    /// What is said beside.
    pub given: Given,
}

impl Matter {
    pub fn of_operator(name: &str) -> Self {
        Self {
            operator: Some(name.to_owned()),
            ..Self::default()
        }
    }

    pub fn of_account(name: &str) -> Self {
        Self {
            account: Some(name.to_owned()),
            ..Self::default()
        }
    }

    pub fn of_user(account: &str, name: &str) -> Self {
        Self {
            user: Some(name.to_owned()),
            ..Self::of_account(account)
        }
    }

    pub fn of_key(key: &str) -> Self {
        Self::default().key(key)
    }

    /// What is said suffices.
    pub fn given(given: Given) -> Self {
        Self {
            given,
            ..Self::default()
        }
    }

    /// Just that key of it.
    pub fn key(self, key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            ..self
        }
    }
}

/// The estate and its commands.
impl Rotated {
    /// That estate.
    pub fn of(folder: tempfile::TempDir) -> Self {
        let text = std::fs::read_to_string(folder.path().join("identity.txt")).unwrap();
        let line = text.lines().find(|line| line.starts_with("AGE-")).unwrap();
        Self {
            folder,
            keyring: vec![line.parse().unwrap()],
            now: Cell::new(BEGIN),
            meant: RefCell::default(),
            inventory: Inventory::Count(SERVERS.len()),
        }
    }

    /// The same where servers are known by their names, and not only by their number.
    pub fn with_named_servers(self) -> Self {
        let names = SERVERS.map(str::to_owned).to_vec();
        Self {
            inventory: Inventory::Names(names),
            ..self
        }
    }

    pub fn home(&self) -> &Path {
        self.folder.path()
    }

    pub fn now(&self) -> i64 {
        self.now.get()
    }

    /// Lets time pass; a clock that is set back is one that was ahead.
    pub fn wait(&self, seconds: i64) {
        self.now.set(self.now() + seconds);
    }

    /// What a command does.
    pub fn output(&self, line: &str) -> Output {
        let mut command = super::nkeep_at(self.home());
        command.env("NKEEP_TEST_CLOCK", self.now().to_string());
        command.args(line.split(' ')).output().unwrap()
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

    /// How the rotation stands, whether or not something is missing.
    pub fn status(&self) -> String {
        String::from_utf8(self.output("rotate status").stdout).unwrap()
    }

    /// What it prints with `--json`.
    pub fn json(&self, line: &str) -> Value {
        serde_json::from_str(&self.run(&format!("{line} --json"))).unwrap()
    }

    /// A change by the library, beside any command.
    pub fn change<T>(
        &self,
        change: impl FnOnce(&mut dyn Changes, &Vec<Identity>) -> Result<T>,
    ) -> Result<T> {
        let note = Note::new("test", "rotate", "rotated", self.now());
        opened(self.home()).transact(note, &self.keyring, |changes| {
            change(changes, &self.keyring)
        })
    }

    pub fn read<T>(&self, look: impl FnOnce(&dyn Records) -> Result<T>) -> T {
        opened(self.home()).read(look).unwrap()
    }
}

/// The steps of a rotation.
impl Rotated {
    fn begin(
        &self,
        records: &dyn Records,
        kind: Kind,
        matter: &Matter,
        source: Option<KeySource>,
    ) -> Result<Begin> {
        let operator = trust::operator(records, matter.operator.as_deref())?;
        let account = matter.account.as_deref();
        let account = account.map(|name| trust::account(records, &operator, Some(name)));
        let account = account.transpose()?;
        let user = matter.user.as_deref().zip(account.as_ref());
        let user = user.map(|(name, account)| trust::user(records, account, Some(name)));
        Ok(Begin {
            kind,
            asked: Asked {
                operator: Some(operator),
                user: user.transpose()?,
                account,
                key: matter.key.clone(),
                given: matter.given.clone(),
                ..Asked::default()
            },
            source,
            terms: Terms {
                servers: self.inventory.clone(),
                soak: SOAK,
                evidence_age: 900,
            },
        })
    }

    /// Begins a rotation, which is the one that is meant from here on.
    pub fn start(&self, kind: Kind, matter: &Matter) -> Result<Done> {
        self.start_by(kind, matter, None)
    }

    /// The same, by a new key that is not made there.
    pub fn start_by(&self, kind: Kind, matter: &Matter, source: Option<KeySource>) -> Result<Done> {
        let done = self.change(|changes, keyring| {
            let begin = self.begin(changes, kind, matter, source)?;
            engine::start(changes, keyring, begin, &hand(None))
        })?;
        self.meant.replace(Some(done.rotation.id.clone()));
        Ok(done)
    }

    /// Has the old key distrusted at once, where nothing has begun.
    pub fn emergency(&self, kind: Kind, matter: &Matter) -> Result<Done> {
        let done = self.change(|changes, keyring| {
            let begin = self.begin(changes, kind, matter, None)?;
            let begun = Emergency::New(Box::new(begin));
            engine::emergency(changes, keyring, begun, &hand(Some(STOLEN)))
        })?;
        self.meant.replace(Some(done.rotation.id.clone()));
        Ok(done)
    }

    /// The rotation that is meant: where commands have begun it, the one that is open, or else the last.
    pub fn rotation(&self) -> Rotation {
        self.read(|records| found(records, self.meant.borrow().as_deref()))
    }

    fn turn(
        &self,
        reason: Option<&str>,
        turn: impl FnOnce(&mut dyn Changes, &Vec<Identity>, Rotation, &Hand) -> Result<Done>,
    ) -> Result<Done> {
        let rotation = self.rotation();
        self.change(|changes, keyring| turn(changes, keyring, rotation, &hand(reason)))
    }

    /// Takes the next step.
    pub fn next(&self) -> Result<Done> {
        self.turn(None, |changes, keyring, rotation, hand| {
            engine::next(changes, keyring, rotation, hand)
        })
    }

    /// Takes the step into that phase, for which nothing is missing.
    pub fn enters(&self, phase: &str) -> Done {
        let done = self.next().unwrap();
        assert_eq!(done.rotation.phase, phase);
        done
    }

    /// Takes as many steps as it needs, each when it has soaked and servers have what the store has.
    pub fn to(&self, phase: &str) {
        while self.rotation().phase != phase {
            self.wait(1);
            self.servers().soaked();
            self.next().unwrap();
        }
    }

    /// Takes the next step though something is missing.
    pub fn force(&self) -> Done {
        let done = self.turn(Some(INSISTS), |changes, keyring, rotation, hand| {
            engine::next(changes, keyring, rotation, hand)
        });
        done.unwrap()
    }

    pub fn rollback(&self) -> Result<Done> {
        self.turn(None, |changes, keyring, rotation, hand| {
            engine::rollback(changes, keyring, rotation, hand)
        })
    }

    pub fn abort(&self) -> Result<Done> {
        self.turn(None, |changes, keyring, rotation, hand| {
            engine::abort(changes, keyring, rotation, hand)
        })
    }

    /// Has the old key distrusted while it is being replaced.
    pub fn alarm(&self) -> Result<Done> {
        self.turn(Some(STOLEN), |changes, keyring, rotation, hand| {
            let begun = Emergency::Of(Box::new(rotation));
            engine::emergency(changes, keyring, begun, hand)
        })
    }

    /// The next step is taken, and whoever writes it dies at the end of it: all is as it was.
    pub fn crashes(&self) {
        let before = self.everything();
        let lost = self.turn(Some(INSISTS), |changes, keyring, rotation, hand| {
            engine::next(changes, keyring, rotation, hand)?;
            Err(RotationError::refused("the power failed", "nkeep version"))
        });
        assert_eq!(lost.err().unwrap().to_string(), "the power failed");
        assert_eq!(self.everything(), before);
    }
}

/// What is known of servers, and said by people.
impl Rotated {
    /// Servers that have everything as the store does, unless more is said of them.
    pub fn servers(&self) -> Servers<'_> {
        Servers::of(self)
    }

    /// Servers are seen that have everything as the store does.
    pub fn seen(&self) {
        self.servers().seen();
    }

    /// Has somebody say so.
    pub fn say(&self, name: &str) {
        let mut rotation = self.rotation();
        rotation.stated.push(Stated {
            name: name.to_owned(),
            words: "seen by a test".to_owned(),
            file_sha256: None,
            time: self.now(),
            actor: "test".to_owned(),
        });
        self.change(|changes, _| rotation.keep(changes)).unwrap();
    }

    /// What is missing for the next step.
    pub fn missing(&self) -> Vec<Missing> {
        let rotation = self.rotation();
        let gates = rotation.coming().map_or(&[][..], |phase| phase.gates);
        self.read(|records| missing(records, &rotation, gates, self.now()))
    }

    /// The codes of that.
    pub fn codes(&self) -> Vec<&'static str> {
        self.missing().iter().map(|one| one.code).collect()
    }

    /// The words of that.
    pub fn lacks(&self) -> Vec<String> {
        self.missing().into_iter().map(|one| one.what).collect()
    }
}

/// What the store has.
impl Rotated {
    /// What the token of an account says.
    pub fn account(&self, name: &str) -> Value {
        self.json(&format!("describe account {name}"))
    }

    /// What the token of a user says.
    pub fn user(&self, account: &str, name: &str) -> Value {
        self.json(&format!("describe user {name} -a {account}"))
    }

    /// An operator of that name, if there is one.
    pub fn operator(&self, name: &str) -> Option<Entity> {
        self.read(|records| Ok(trust::operator(records, Some(name)).ok()))
    }

    /// The accounts of an operator.
    pub fn accounts(&self, operator: &str) -> Vec<Entity> {
        let operator = self.operator(operator).unwrap();
        self.read(|records| work::accounts_under(records, &operator.key))
    }

    /// The row of an account, with its token.
    pub fn stored(&self, account: &str) -> Entity {
        self.read(|records| {
            let operator = trust::operator(records, None)?;
            Ok(trust::account(records, &operator, Some(account))?)
        })
    }

    /// Who signed an account of an operator.
    pub fn issuer(&self, operator: &str, account: &str) -> String {
        let mut accounts = self.accounts(operator).into_iter();
        let found = accounts.find(|one| one.name.as_str() == account);
        decode(&found.unwrap().token).unwrap().issuer().to_string()
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

    /// Whether the store has the seed of a key.
    pub fn has_seed(&self, key: &str) -> bool {
        self.key(key).is_some_and(|record| record.sealed.is_some())
    }

    /// Takes a seed out of the store, as where somebody else keeps it.
    pub fn forget(&self, key: &str) {
        let key: PublicKey = key.parse().unwrap();
        let forgotten = self.change(|changes, _| Ok(changes.remove_key(&key)?));
        forgotten.unwrap();
    }

    /// What readers of the key get.
    pub fn set(&self, which: Which) -> Result<Set> {
        let rotation = self.rotation();
        opened(self.home()).read(|records| set(records, &self.keyring, &rotation, which))
    }

    /// A file of what readers get.
    pub fn file(&self, which: Which, name: &str) -> String {
        let set = self.set(which).unwrap();
        let part = set.parts.iter().find(|part| part.key.as_str() == name);
        let part = part.unwrap_or_else(|| panic!("there is no {name}"));
        String::from_utf8(part.bytes.to_vec()).unwrap()
    }

    /// Every entity of these kinds.
    pub fn all(&self, kinds: &[EntityKind]) -> Vec<Entity> {
        self.read(|records| {
            let mut all = Vec::new();
            for kind in kinds {
                records.each_entity(*kind, None, &mut |entity| {
                    all.push(entity);
                    Ok(())
                })?;
            }
            Ok(all)
        })
    }

    /// All that the store has, so that a change can be seen: also of keys and their seeds, of rotations and of the journal.
    pub fn everything(&self) -> (Vec<Entity>, Vec<KeyRecord>, Vec<String>) {
        let entities = self.all(&EntityKind::ALL);
        self.read(|records| {
            let mut keys = Vec::new();
            records.each_key(&mut |key| {
                keys.push(key);
                Ok(())
            })?;
            let mut rest = vec![format!("{:?}", records.head())];
            rest.extend(records.key_states()?.iter().map(|one| format!("{one:?}")));
            let documents = records.documents("")?;
            rest.extend(documents.iter().map(|one| format!("{one:?}")));
            Ok((entities, keys, rest))
        })
    }

    /// The store is whole: rows, seals, chains and the journal.
    pub fn is_whole(&self) {
        self.run("store check");
    }
}

const STOLEN: &str = "a laptop was stolen";
const INSISTS: &str = "a test insists";

fn hand(reason: Option<&str>) -> Hand {
    Hand {
        actor: "test".to_owned(),
        reason: reason.map(str::to_owned),
        ..Hand::default()
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
