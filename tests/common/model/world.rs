//! An estate, the servers that have its accounts, and those who come to them: all that a sequence of events changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use nkeep::emit::manifest::oidc::Pins as IssuerPins;
use nkeep::rotation::engine::{self, Begin, Done, Emergency, Hand};
use nkeep::rotation::evidence::{self, Stated};
use nkeep::rotation::given::{Given, IssuerKeys};
use nkeep::rotation::observed::Connection;
use nkeep::rotation::opening::Newcomer;
use nkeep::rotation::phase::{Asked, Deploy};
use nkeep::rotation::sets::{Which, set};
use nkeep::rotation::{self, Kind, Outcome, Rotation, RotationError, Terms};
use nkeep::store::age::Identity;
use nkeep::store::document::{Document, KeyState, Standing};
use nkeep::store::journal::Head;
use nkeep::store::pin::Pins;
use nkeep::store::recipients::RecipientSet;
use nkeep::store::record::{Entity, EntityKind, KeyRecord};
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Note, Records, Store as _};
use nkeep::trust::{KeyChoice, edit};
use serde_json::json;

use super::dying::{DIED, Dying, died};
use super::others::{Issuer, KeySet, Readers};
use super::servers::Server;
use super::template::{ISSUER, JWKS, Template};
use super::tokens::said;

/// Somebody who comes to servers by the creds of a user.
pub struct Person {
    pub account: String,
    /// What the user is called in its account.
    pub user: &'static str,
    /// The token in the creds.
    pub token: String,
    /// Where they are connected.
    pub at: usize,
}

/// What the store has, as it was read after the last change.
#[derive(Default)]
pub struct Seen {
    pub operators: Vec<Entity>,
    pub accounts: Vec<Entity>,
    pub users: Vec<Entity>,
    pub rotations: Vec<Rotation>,
    /// How the keys of each role stand, and whether the store has the seed.
    pub roles: BTreeMap<String, Vec<(String, KeyState, bool)>>,
}

impl Seen {
    pub fn account(&self, name: &str) -> &Entity {
        self.accounts
            .iter()
            .find(|one| one.name.as_str() == name)
            .unwrap()
    }

    pub fn user(&self, account: &str, name: &str) -> Option<&Entity> {
        let is_it = |one: &&Entity| {
            one.name.as_str() == name
                && one
                    .parent
                    .is_some_and(|parent| parent.to_string() == account)
        };
        self.users.iter().find(is_it)
    }
}

/// How many of what there were.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub sequences: usize,
    pub events: usize,
    pub steps: usize,
    pub held: usize,
    pub crashes: usize,
    pub in_the_middle: usize,
    pub begun: usize,
    pub done: usize,
    pub aborted: usize,
    pub emergencies: usize,
}

impl Tally {
    pub fn add(&mut self, other: &Self) {
        self.sequences += other.sequences;
        self.events += other.events;
        self.steps += other.steps;
        self.held += other.held;
        self.crashes += other.crashes;
        self.in_the_middle += other.in_the_middle;
        self.begun += other.begun;
        self.done += other.done;
        self.aborted += other.aborted;
        self.emergencies += other.emergencies;
    }
}

/// A step of a rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Next,
    Rollback,
    Abort,
    Emergency,
}

pub struct World {
    _folder: tempfile::TempDir,
    store: SqliteStore,
    path: PathBuf,
    pins: PathBuf,
    pub keyring: Vec<Identity>,
    /// Who is to open the store in the place of whoever does, and who was asked for and not taken yet.
    newcomer: Option<Identity>,
    asking: Option<Identity>,
    pub now: i64,
    pub terms: Terms,
    pub servers: [Server; 2],
    pub people: Vec<Person>,
    pub callout: Readers,
    pub key_set: KeySet,
    pub issuer: Issuer,
    pub seen: Seen,
    /// The keys that had each role, the first one first.
    pub roles: BTreeMap<String, Vec<String>>,
    /// The latest token of each subject, with its time.
    pub latest: BTreeMap<String, (i64, String)>,
    /// What went back in time.
    pub went_back: Option<String>,
    /// What a key in other hands, or whoever insists, breaks is not held against a rotation.
    pub is_broken: bool,
    /// Whether steps are taken though something is missing.
    pub insists: bool,
    pub tally: Tally,
}

impl World {
    pub fn of(template: &Template, terms: Terms) -> Self {
        let folder = template.copied();
        let (path, pins) = (
            folder.path().join("default.nkeep"),
            folder.path().join("pins"),
        );
        let store = opened(&path, &pins);
        let mut world = Self {
            _folder: folder,
            store,
            path,
            pins,
            keyring: vec![template.identity.clone()],
            newcomer: None,
            asking: None,
            now: template.made + 60,
            terms,
            servers: Default::default(),
            people: Vec::new(),
            callout: Readers::with(&template.curve_key),
            key_set: KeySet {
                readers: Readers::with(&template.key_of_set),
                ..KeySet::default()
            },
            issuer: Issuer {
                services: Readers::with("old"),
                signs_by: "old".to_owned(),
                ..Issuer::default()
            },
            seen: Seen::default(),
            roles: template.roles.clone(),
            latest: BTreeMap::new(),
            went_back: None,
            is_broken: false,
            insists: false,
            tally: Tally::default(),
        };
        world.look();
        let config = world.config();
        for number in 0..2 {
            world.servers[number].start(Some(config.clone()));
            world.push(number);
        }
        world.people = (template.people.iter().enumerate())
            .map(|(number, (account, user))| {
                let account = world.seen.account(account).key.to_string();
                let token = world.seen.user(&account, user).unwrap().token.clone();
                Person {
                    account,
                    user,
                    token,
                    at: number % 2,
                }
            })
            .collect();
        world
    }

    pub fn read<T>(&mut self, look: impl FnOnce(&dyn Records) -> rotation::Result<T>) -> T {
        self.store.read(look).unwrap()
    }

    /// Rotations that have not ended.
    pub fn open(&self) -> Vec<Rotation> {
        let all = self.seen.rotations.iter();
        all.filter(|one| one.is_open()).cloned().collect()
    }

    /// The last rotation of a kind.
    pub fn last_of(&self, kind: Kind) -> Option<&Rotation> {
        self.seen.rotations.iter().rfind(|one| one.kind == kind)
    }

    /// One change of the store. Where whoever writes dies, it is tried for nothing before: after so many writes.
    pub fn change<T>(
        &mut self,
        dies_after: Option<usize>,
        work: impl Fn(&mut dyn Changes, &Vec<Identity>) -> rotation::Result<T>,
    ) -> rotation::Result<T> {
        let note = || Note::new("test", "rotate", "rotated", self.now);
        if let Some(writes) = dies_after {
            let before = all(&mut self.store);
            let mut in_the_middle = true;
            let keyring = &self.keyring;
            let died: rotation::Result<()> = self.store.transact(note(), keyring, |changes| {
                work(&mut Dying::after(writes, changes), keyring)?;
                in_the_middle = false;
                Err(died().into())
            });
            let error = died.unwrap_err();
            // Refused before it came to that, it would not have been written anyway.
            if error.to_string().contains(DIED) {
                self.tally.crashes += 1;
                self.tally.in_the_middle += usize::from(in_the_middle);
            }
            assert!(
                before == all(&mut self.store),
                "{error}: it is not as before"
            );
            // Whoever comes after has a new process, and opens it anew.
            if writes % 8 == 0 {
                self.store = opened(&self.path, &self.pins);
            }
        }
        let keyring = &self.keyring;
        let made = self
            .store
            .transact(note(), keyring, |changes| work(changes, keyring));
        if made.is_ok() {
            self.look();
        }
        made
    }

    /// Reads what there is by now, and holds the times of issue against what was seen before.
    pub fn look(&mut self) {
        let roles = &mut self.roles;
        let seen = self.store.read(|records| {
            let mut seen = Seen {
                rotations: rotation::all(records)?,
                ..Seen::default()
            };
            for (kind, into) in [
                (EntityKind::Operator, &mut seen.operators),
                (EntityKind::Account, &mut seen.accounts),
                (EntityKind::User, &mut seen.users),
            ] {
                records.each_entity(kind, None, &mut |entity| {
                    into.push(entity);
                    Ok(())
                })?;
            }
            for rotation in &seen.rotations {
                had_by(roles, rotation, &seen.operators);
            }
            let said: BTreeMap<String, KeyState> = (records.key_states()?.into_iter())
                .map(|one| (one.key.to_string(), one.state))
                .collect();
            for (role, keys) in &*roles {
                let stand = keys.iter().map(|key| {
                    let state = said.get(key).copied().unwrap_or_default();
                    // Of what was never in a rotation nothing has become otherwise.
                    let is_here = match said.contains_key(key) {
                        true => (records.key(&key.parse().unwrap())?)
                            .is_some_and(|one| one.sealed.is_some()),
                        false => true,
                    };
                    Ok((key.clone(), state, is_here))
                });
                let stand = stand.collect::<rotation::Result<Vec<_>>>()?;
                seen.roles.insert(role.clone(), stand);
            }
            Ok::<_, RotationError>(seen)
        });
        self.seen = seen.unwrap();
        self.times_of_issue();
    }

    /// Notes the latest token of each subject; an earlier one in its place, or another of the same time, is never taken back.
    fn times_of_issue(&mut self) {
        let entities = [&self.seen.operators, &self.seen.accounts, &self.seen.users];
        let mut tokens: Vec<(String, &str)> = Vec::new();
        for entity in entities.into_iter().flatten() {
            tokens.push((entity.key.to_string(), &entity.token));
        }
        let imports: Vec<_> = (self.seen.accounts.iter())
            .flat_map(|account| said(&account.token).imports.clone())
            .collect();
        for (account, subject, token) in &imports {
            let whom = &said(token).subject;
            tokens.push((format!("{whom} from {account}: {subject}"), token));
        }
        for (subject, token) in tokens {
            let time = said(token).issued_at;
            match self.latest.get(&subject) {
                Some((_, latest)) if latest == token => {}
                Some((latest, _)) if *latest >= time => {
                    self.went_back = Some(format!("{subject}: {time} after {latest}"));
                }
                _ => drop(self.latest.insert(subject, (time, token.to_owned()))),
            }
        }
    }

    /// Takes a step, or says that it was held up for what is missing; anything else that goes wrong is a fault.
    pub fn step(&mut self, id: &str, step: Step, dies_after: Option<usize>) {
        let hand = Hand {
            actor: "test".to_owned(),
            reason: self.insists.then(|| "somebody insists".to_owned()),
            ..Hand::default()
        };
        let done = self.change(dies_after, |changes, keyring| {
            let rotation = rotation::found(changes, Some(id))?;
            match step {
                Step::Next => engine::next(changes, keyring, rotation, &hand),
                Step::Rollback => engine::rollback(changes, keyring, rotation, &hand),
                Step::Abort => engine::abort(changes, keyring, rotation, &hand),
                Step::Emergency => {
                    let of = Emergency::Of(Box::new(rotation));
                    engine::emergency(changes, keyring, of, &hand)
                }
            }
        });
        if step == Step::Emergency && done.is_ok() {
            self.tally.emergencies += 1;
            self.is_broken = true;
        }
        self.came(done);
    }

    fn came(&mut self, done: rotation::Result<Done>) {
        match done {
            Ok(done) => {
                self.tally.steps += 1;
                match done.rotation.outcome {
                    Some(Outcome::Done) => self.tally.done += 1,
                    Some(Outcome::Aborted) => self.tally.aborted += 1,
                    None => {}
                }
            }
            Err(RotationError::Gate { missing, .. }) => {
                assert!(!missing.is_empty());
                self.tally.held += 1;
            }
            Err(RotationError::Refused { .. }) => self.tally.held += 1,
            Err(error) => panic!("{error}"),
        }
    }

    /// Begins a rotation of a kind, of a key that has the role by now.
    pub fn start(&mut self, kind: Kind, role: &str, dies_after: Option<usize>) {
        let (terms, asked) = (self.terms.clone(), self.asked(kind, role));
        let hand = Hand {
            actor: "test".to_owned(),
            ..Hand::default()
        };
        let done = self.change(dies_after, |changes, keyring| {
            let begin = Begin {
                kind,
                asked: asked.clone(),
                source: None,
                terms: terms.clone(),
            };
            engine::start(changes, keyring, begin, &hand)
        });
        self.tally.begun += usize::from(done.is_ok());
        if let (Ok(_), Some(new)) = (&done, self.asking.take()) {
            self.newcomer = Some(new);
        }
        self.came(done);
    }

    /// Whose key is meant by a role.
    fn asked(&mut self, kind: Kind, role: &str) -> Asked {
        let operator = (self.seen.operators.iter()).find(|one| one.name.as_str() == "ACME");
        let mut asked = Asked {
            operator: operator.cloned(),
            ..Asked::default()
        };
        let active = || {
            let keys = &self.seen.roles[role];
            let active = keys.iter().find(|(_, state, _)| state.signs());
            Some(active.unwrap().0.clone())
        };
        let (account, rest) = role.split_once('/').unwrap_or_default();
        match kind {
            Kind::AccountSigningKey => {
                asked.account = Some(self.seen.account(account).clone());
                asked.key = active();
            }
            Kind::UserKey | Kind::SystemUser => {
                let account = self.seen.account(account).clone();
                asked.user = self.seen.user(&account.key.to_string(), rest).cloned();
                asked.account = Some(account);
            }
            Kind::CalloutCurveKey => asked.account = Some(self.seen.account("SHOP").clone()),
            Kind::KeySet => asked.key = active(),
            Kind::OidcKeys => {
                let pins = |keys: &[serde_json::Value]| {
                    IssuerPins::read(&[&json!({ "keys": keys }).to_string()], false).unwrap()
                };
                let keys: Vec<_> = JWKS
                    .iter()
                    .map(|text| serde_json::from_str(text).unwrap())
                    .collect();
                asked.given = Given {
                    issuer: Some(IssuerKeys {
                        issuer: ISSUER.parse().unwrap(),
                        published: pins(&keys),
                        from: self.last_of(kind).is_none().then(|| pins(&keys[..1])),
                        expected: Vec::new(),
                    }),
                    ..Given::default()
                };
                asked.key = Some("old".to_owned());
            }
            Kind::StoreRecipient => {
                let new = Identity::generate().unwrap();
                asked.newcomer = Some(Box::new(Newcomer {
                    recipient: new.recipient().unwrap(),
                    label: None,
                    stored: None,
                }));
                self.asking = Some(new);
            }
            _ => {}
        }
        asked
    }

    /// What servers are to be started with by now.
    pub fn config(&self) -> Vec<String> {
        let is_of_operator = |one: &&Rotation| one.is_open() && one.kind.is_of_operator();
        let open = self.seen.rotations.iter().find(is_of_operator);
        let names = open.and_then(|rotation| {
            let phases = &rotation.plan().phases[..=rotation.at()];
            let names = phases.iter().rev().find_map(|phase| match phase.then {
                Deploy::RestartWith(names) => Some(names),
                _ => None,
            })?;
            Some(
                names
                    .iter()
                    .map(|name| rotation.kept[*name].clone())
                    .collect(),
            )
        });
        let names: Vec<String> = names.unwrap_or_else(|| vec!["ACME".to_owned()]);
        let named = |name: &String| {
            let operator = self
                .seen
                .operators
                .iter()
                .find(|one| one.name.as_str() == name);
            operator.unwrap().token.clone()
        };
        names.iter().map(named).collect()
    }

    /// Pushes every account to a server.
    pub fn push(&mut self, server: usize) {
        // What other operators have is pushed by others.
        self.servers[server].given(&self.seen.accounts);
    }

    pub fn is_pushed(&self) -> bool {
        (self.servers.iter()).all(|server| {
            (self.seen.accounts.iter())
                .all(|one| server.kept.get(&one.key.to_string()) == Some(&one.token))
        })
    }

    /// Starts a server, anew with what it is to be started with by now, or again as it was. Who was there comes again elsewhere.
    pub fn restart(&mut self, server: usize, anew: bool) {
        let config = anew.then(|| self.config());
        self.servers[server].start(config);
        for person in self.people.iter_mut().filter(|one| one.at == server) {
            person.at = 1 - server;
        }
    }

    /// Gives somebody the creds that their name has by now.
    pub fn hand_out(&mut self, person: usize) {
        let person = &mut self.people[person];
        if let Some(user) = self.seen.user(&person.account, person.user) {
            person.token.clone_from(&user.token);
        }
    }

    /// Asks every server, or all but one, for every rotation that is open.
    pub fn collect(&mut self, without: Option<usize>) {
        let (now, open) = (self.now, self.open());
        let observed: Vec<_> = (self.servers.iter().enumerate())
            .filter(|(number, _)| Some(*number) != without)
            .map(|(number, server)| {
                let here = self.people.iter().filter(|one| one.at == number);
                let let_in = here.filter(|one| server.turns_away(&one.token, now).is_none());
                let connections = let_in.map(|one| Connection {
                    account: one.account.clone(),
                    user: said(&one.token).subject.clone(),
                    issuer: said(&one.token).issuer.clone(),
                    name: one.user.to_owned(),
                });
                server.observed(&format!("n{number}"), now, connections.collect())
            })
            .collect();
        let taken = self.change(None, |changes, _| {
            for one in &open {
                let mut rotation = one.clone();
                evidence::take(changes, &mut rotation, &observed, true)?;
                rotation.keep(changes)?;
            }
            Ok(())
        });
        taken.unwrap();
    }

    /// Somebody says what no server knows, where it is so; or whether it is so or not.
    pub fn say(&mut self, id: &str, name: &str, honestly: bool) {
        let rotation = self.seen.rotations.iter().find(|one| one.id == id).unwrap();
        if honestly && !self.is_so(rotation, name) {
            return;
        }
        let mut rotation = rotation.clone();
        rotation.stated.push(Stated {
            name: name.to_owned(),
            words: "seen by a test".to_owned(),
            file_sha256: None,
            time: self.now,
            actor: "test".to_owned(),
        });
        let said = self.change(None, |changes, _| rotation.keep(changes));
        said.unwrap();
    }

    /// Whether what a gate has somebody say is so.
    pub fn is_so(&self, rotation: &Rotation, name: &str) -> bool {
        let (old, new) = (&*rotation.old, &*rotation.new);
        let both = |readers: &Readers, old: &str, new: &str| {
            readers.all_have(old) && readers.all_have(new)
        };
        let readers = &self.key_set.readers;
        let unwritten =
            |key: &str| readers.none_leads_with(key) && !self.key_set.written.contains_key(key);
        match name {
            "service-opens-both" => both(&self.callout, old, new),
            "service-dropped-old" => self.callout.none_has(old),
            "issuer-pins-loaded" => both(&self.issuer.services, "old", "new"),
            "issuer-signs-new" => self.issuer.signs_by == "new",
            "old-kid-unseen" => self.issuer.is_unseen("old", self.now),
            "new-kid-unseen" => self.issuer.is_unseen("new", self.now),
            "issuer-final-loaded" => self.issuer.services.none_has("old"),
            "every-reader-has-both" => both(readers, old, new),
            "all-rewritten" => unwritten(old),
            "none-by-new" => unwritten(new),
            "readers-dropped-old" => readers.none_has(old),
            other => panic!("nobody here can say {other}"),
        }
    }

    /// Gives one who has keys in files those that the last rotation of their kind has for them by now.
    pub fn give_set(&mut self, kind: Kind, reader: usize) {
        let Some(rotation) = self.last_of(kind).cloned() else {
            return;
        };
        let keyring = self.keyring.clone();
        let given = self.read(|records| set(records, &keyring, &rotation, Which::Present));
        let readers = match kind {
            Kind::CalloutCurveKey => &mut self.callout,
            Kind::OidcKeys => &mut self.issuer.services,
            _ => &mut self.key_set.readers,
        };
        readers.each[reader] = given.keys;
    }

    /// Has the issuer sign by the key that it is to sign by in the phase.
    pub fn switch_issuer(&mut self) {
        let Some(rotation) = self.last_of(Kind::OidcKeys) else {
            return;
        };
        let is_new = rotation.at() > 0 && rotation.outcome != Some(Outcome::Aborted);
        self.issuer.signs_by = if is_new { "new" } else { "old" }.to_owned();
    }

    /// Whoever opens the store has the new identity beside the old one, or alone.
    pub fn bring_newcomer(&mut self, alone: bool) {
        if let Some(new) = self.newcomer.clone() {
            if alone {
                self.keyring.clear();
            }
            self.keyring.push(new);
        }
    }

    /// Once the store opens to one identity alone, nobody has the other any more.
    pub fn settle(&mut self) {
        let last = self.last_of(Kind::StoreRecipient);
        // In an emergency nobody had the time to bring it before.
        if last.is_some_and(|one| one.is_open() && one.compromised) && self.keyring.len() == 1 {
            return self.bring_newcomer(false);
        }
        match last.and_then(|one| one.outcome) {
            Some(Outcome::Done) if self.keyring.len() > 1 => self.bring_newcomer(true),
            Some(Outcome::Aborted) => self.keyring.truncate(1),
            _ => {}
        }
    }

    /// Somebody changes an account meanwhile.
    pub fn edit_account(&mut self, account: usize, dies_after: Option<usize>) {
        let account = self.seen.accounts[account % self.seen.accounts.len()].clone();
        let changed = self.change(dies_after, |changes, keyring| {
            let tag = format!("at:{}", changes.now());
            let best = &KeyChoice::Best;
            edit::account(changes, keyring, &account, best, |_, claims| {
                claims.body.tags = vec![tag];
                Ok(())
            })?;
            Ok(())
        });
        changed.unwrap();
    }

    /// Somebody changes a user meanwhile, who has another token then.
    pub fn edit_user(&mut self, person: usize, dies_after: Option<usize>) {
        let person = &self.people[person];
        let Some(user) = self.seen.user(&person.account, person.user).cloned() else {
            return;
        };
        let changed = self.change(dies_after, |changes, keyring| {
            let tag = format!("at:{}", changes.now());
            let best = &KeyChoice::Best;
            edit::user(changes, keyring, &user, best, |_, claims| {
                claims.body.tags = vec![tag];
                Ok(())
            })?;
            Ok(())
        });
        changed.unwrap();
    }
}

fn opened(path: &Path, pins: &Path) -> SqliteStore {
    SqliteStore::open(path, &Pins::new(pins.to_owned()), Rollback::Refuse).unwrap()
}

/// Puts the new key of a rotation behind the one that it replaces; the keys of a new operator go along with it.
fn had_by(roles: &mut BTreeMap<String, Vec<String>>, rotation: &Rotation, operators: &[Entity]) {
    if let Some(keys) = roles.values_mut().find(|keys| keys.contains(&rotation.old))
        && !keys.contains(&rotation.new)
    {
        keys.push(rotation.new.clone());
    }
    let new = operators
        .iter()
        .find(|one| one.key.to_string() == rotation.new);
    for key in new.iter().flat_map(|new| said(&new.token).signers.clone()) {
        let keys = roles.get_mut("operator").unwrap();
        if key != rotation.new && !keys.contains(&key) {
            keys.push(key);
        }
    }
}

/// Everything that the store has, as it can be compared.
#[derive(Debug, PartialEq)]
struct All {
    head: Head,
    recipients: RecipientSet,
    entities: Vec<Entity>,
    keys: Vec<KeyRecord>,
    states: Vec<Standing>,
    documents: Vec<Document>,
}

fn all(store: &mut SqliteStore) -> All {
    let all = store.read(|records| {
        let (mut entities, mut keys) = (Vec::new(), Vec::new());
        for kind in EntityKind::ALL {
            records.each_entity(kind, None, &mut |entity| {
                entities.push(entity);
                Ok(())
            })?;
        }
        records.each_key(&mut |key| {
            keys.push(key);
            Ok(())
        })?;
        Ok::<_, RotationError>(All {
            head: records.head(),
            recipients: records.recipients().clone(),
            entities,
            keys,
            states: records.key_states()?,
            documents: records.documents("")?,
        })
    });
    all.unwrap()
}
