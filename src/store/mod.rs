//! The encrypted store: what is public in clear, what is secret as one age file a seed, and a journal over all of it.
//!
//! [`Store`] is what the rooms above use: records are read inside [`Store::read`] and changed inside
//! [`Store::transact`], whole or not at all. [`sqlite`] keeps them in one file. Sealing happens here, on this side of
//! wherever records are kept, so that a store elsewhere would hold nothing more than this one does.
//!
//! Nothing here knows of a terminal, of prompts or of a network, and nothing decides who may sign what.

pub mod age;
pub mod class;
pub mod digest;
pub mod document;
mod error;
pub mod founding;
pub mod journal;
pub mod keyring;
mod listed;
pub mod pin;
pub mod recipients;
pub mod record;
pub mod reseal;
pub mod sealed;
pub mod sqlite;

pub use error::StoreError;
pub use listed::{About, ListedKey, ListedKeys, Owner};

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use age::plugin::Plugins;
use class::{Class, Role};
use document::{Document, KeyState, Standing};
use journal::{Entry, Head};
use keyring::Keyring;
use recipients::RecipientSet;
use record::{Entity, EntityKind, EntityRow, Issued, KeyRecord, Name, StoredIdentity};

use crate::clock::UnixSeconds;
use crate::nkey::{PublicKey, Seed};

/// What every read and change may fail with.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// What a list says of an entity: no token is read for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its identity, as it was checked when it came: to check ten thousand points again takes longer than to list them.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// When its token ends, 0 for never.
    pub expires: UnixSeconds,
}

/// When the token of an entity ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expiration {
    /// Which of the three.
    pub kind: EntityKind,
    /// Its names from the operator down.
    pub path: String,
    /// Its identity.
    pub key: String,
    /// When its token ends, 0 for never.
    pub expires: UnixSeconds,
}

/// A key that has been there for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgedKey {
    /// The public half.
    pub public: String,
    /// How sensitive.
    pub class: Class,
    /// What for.
    pub role: Role,
    /// When it came.
    pub created: UnixSeconds,
    /// How it stands in its life, and since when, where that was ever said.
    pub stands: Option<(KeyState, UnixSeconds)>,
    /// Whose it is.
    pub owner: Option<KeyOwner>,
}

/// Whose a key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyOwner {
    /// The key by which it is known.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// Names and keys of those above it, the next one first.
    pub above: Vec<(String, String)>,
    /// Its token, where it has to name the key.
    pub token: Option<String>,
}

/// Records as they are at one moment.
pub trait Records {
    /// The identity of the store.
    fn store_id(&self) -> &str;
    /// The key that signs its recipients.
    fn store_key(&self) -> &PublicKey;
    /// Who may open what; its signature was checked.
    fn recipients(&self) -> &RecipientSet;
    /// How far the journal has come.
    fn head(&self) -> Head;
    /// An entity by its key.
    fn entity(&self, key: &PublicKey) -> Result<Option<Entity>>;
    /// An entity by its name, its case aside.
    fn named(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        name: &Name,
    ) -> Result<Option<Entity>>;
    /// Every entity of a kind, under that parent, in the order of their names.
    fn listed(&self, kind: EntityKind, parent: Option<&PublicKey>) -> Result<Vec<Listed>>;
    /// Shows what a list says of every entity of a kind under that parent, with its token.
    fn each_token(
        &self,
        kind: EntityKind,
        parent: &PublicKey,
        show: &mut dyn FnMut((Listed, String)) -> Result<()>,
    ) -> Result<()>;
    /// Shows every entity of a kind, under that parent or anywhere, those of one parent together.
    fn each_entity(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        show: &mut dyn FnMut(Entity) -> Result<()>,
    ) -> Result<()>;
    /// The same as [`each_entity`](Self::each_entity), for whoever has the rest of each read on another core.
    fn each_row(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        show: &mut dyn FnMut(EntityRow) -> Result<()>,
    ) -> Result<()>;
    /// What to say of a row that cannot be read: somebody else put it there.
    fn unreadable(&self) -> StoreError;
    /// How many entities of a kind there are.
    fn count(&self, kind: EntityKind) -> Result<i64>;
    /// A key.
    fn key(&self, public: &PublicKey) -> Result<Option<KeyRecord>>;
    /// The keys of an owner, without their seeds' age files where `sealed` is not asked for.
    fn keys_of(&self, owner: &PublicKey) -> Result<Vec<KeyRecord>>;
    /// Shows every key there is.
    fn each_key(&self, show: &mut dyn FnMut(KeyRecord) -> Result<()>) -> Result<()>;
    /// Every key, without what is sealed, in the order of the tree; those that belong to nobody at the end.
    fn listed_keys(&self) -> Result<ListedKeys>;
    /// The keys of each of those classes that came no later than at its time, whatever they are by now.
    fn keys_until(&self, until: &[(Class, UnixSeconds)]) -> Result<Vec<AgedKey>>;
    /// The identities inside the store.
    fn identities(&self) -> Result<Vec<StoredIdentity>>;
    /// A token that was signed, by its identity.
    fn issued(&self, jti: &str) -> Result<Option<Issued>>;
    /// Tokens signed by that key.
    fn issued_by(&self, issuer: &PublicKey) -> Result<Vec<Issued>>;
    /// Every token that was signed and is known.
    fn all_issued(&self) -> Result<Vec<Issued>>;
    /// When the newest token was signed that is known for that subject; 0 where none is.
    fn last_issued(&self, subject: &PublicKey) -> Result<UnixSeconds>;
    /// The tokens known for that subject.
    fn issued_for(&self, subject: &str) -> Result<Vec<Issued>>;
    /// What is known of that kind in an account.
    fn issued_in(&self, account: &PublicKey, kind: &str) -> Result<Vec<Issued>>;
    /// When the newest token was signed that is known for anybody in that account; 0 where none is.
    fn last_issued_in(&self, account: &PublicKey) -> Result<UnixSeconds>;
    /// When the token of each entity under that operator ends, itself among them, in the order of the tree.
    fn expirations(&self, operator: &PublicKey) -> Result<Vec<Expiration>>;
    /// A document.
    fn document(&self, name: &str) -> Result<Option<Document>>;
    /// The documents whose names begin so, in the order of their names.
    fn documents(&self, beginning: &str) -> Result<Vec<Document>>;
    /// How a key stands in its life.
    fn key_state(&self, key: &PublicKey) -> Result<KeyState>;
    /// The keys of which that was ever said, in the order of keys.
    fn key_states(&self) -> Result<Vec<Standing>>;
    /// Shows the journal, from that entry on.
    fn each_entry(&self, from: i64, show: &mut dyn FnMut(Entry) -> Result<()>) -> Result<()>;
    /// The entries of the journal that wrote that entity, from the first on.
    fn entries_of(&self, entity: &PublicKey) -> Result<Vec<Entry>>;
}

/// Records that are being changed. Everything that is written here goes into the journal.
pub trait Changes: Records {
    /// Adds an entity, or puts it in place of what it was.
    fn put_entity(&mut self, entity: &Entity) -> Result<()>;
    /// Puts an entity in place of one whose key was another: what stood under that, and its keys, are this one's. Those that
    /// `follow` are put under it by the caller, before the change ends.
    fn replace_entity(
        &mut self,
        old: &Entity,
        new: &Entity,
        follow: &HashSet<PublicKey>,
    ) -> Result<()>;
    /// Removes an entity that nothing stands under. Its keys stay, and belong to nobody.
    fn remove_entity(&mut self, entity: &Entity) -> Result<()>;
    /// Removes a key.
    fn remove_key(&mut self, key: &PublicKey) -> Result<()>;
    /// Adds a key, or puts it in place of what it was.
    fn put_key(&mut self, key: &KeyRecord) -> Result<()>;
    /// Adds a key that came with its seed, which is sealed to the recipients of its class.
    fn seal_key(&mut self, key: KeyRecord, seed: Seed) -> Result<()>;
    /// Whether a key was made for this change, and is nowhere yet.
    fn is_made(&self, key: &PublicKey) -> bool;
    /// Adds a token that was signed.
    fn put_issued(&mut self, issued: &Issued) -> Result<()>;
    /// Adds an identity, or puts it in place of what it was.
    fn put_identity(&mut self, identity: &StoredIdentity) -> Result<()>;
    /// Removes an identity.
    fn remove_identity(&mut self, identity: &StoredIdentity) -> Result<()>;
    /// Makes that set, signed, the one that holds.
    fn put_recipients(&mut self, set: RecipientSet, signature: &[u8; 64]) -> Result<()>;
    /// Adds a document, or puts it in place of what it was.
    fn put_document(&mut self, document: &Document) -> Result<()>;
    /// Says how a key stands, from now on.
    fn put_key_state(&mut self, key: &PublicKey, state: KeyState) -> Result<()>;
    /// Says what the change does, now that it is known.
    fn summarize(&mut self, summary: String);
    /// Notes a key that signed something in this change.
    fn signed_by(&mut self, signer: &PublicKey);
    /// The plugins that may be run to seal.
    fn plugins(&self) -> &Plugins;
    /// The time at which the change is made.
    fn now(&self) -> UnixSeconds;
}

/// Whether a change is to be made at all, and was, for whoever has to say so when what came after it failed.
#[derive(Clone, Debug, Default)]
pub struct Made {
    trial: bool,
    made: Arc<AtomicBool>,
    keys: Arc<AtomicBool>,
}

impl Made {
    /// Of a change that is worked out whole, and then not made.
    #[must_use]
    pub fn trial() -> Self {
        Self {
            trial: true,
            ..Self::default()
        }
    }

    /// Whether the store is to be left as it was.
    #[must_use]
    pub const fn is_trial(&self) -> bool {
        self.trial
    }

    /// Whether it was made.
    #[must_use]
    pub fn is_made(&self) -> bool {
        self.made.load(Ordering::Relaxed)
    }

    /// It was.
    pub fn make(&self) {
        self.made.store(true, Ordering::Relaxed);
    }

    /// Whether keys were made for it, be it in a trial.
    #[must_use]
    pub fn has_keys(&self) -> bool {
        self.keys.load(Ordering::Relaxed)
    }

    /// They were.
    pub fn make_keys(&self) {
        self.keys.store(true, Ordering::Relaxed);
    }
}

/// What is written about a change.
#[derive(Clone, Debug)]
pub struct Note {
    /// Who.
    pub actor: String,
    /// The command.
    pub command: &'static str,
    /// What it does, in a sentence.
    pub summary: String,
    /// When.
    pub time: UnixSeconds,
    /// Told when it is made.
    pub made: Made,
    /// Whether it may be before the last change, by this machine's clock.
    pub earlier: bool,
}

impl Note {
    /// Of a change that is about to be made.
    #[must_use]
    pub fn new(
        actor: impl Into<String>,
        command: &'static str,
        summary: impl Into<String>,
        time: UnixSeconds,
    ) -> Self {
        Self {
            actor: actor.into(),
            command,
            summary: summary.into(),
            time,
            made: Made::default(),
            earlier: false,
        }
    }
}

/// Wherever records are kept.
pub trait Store {
    /// Looks at the records of one moment.
    fn read<T, E: From<StoreError>>(
        &mut self,
        look: impl FnOnce(&dyn Records) -> Result<T, E>,
    ) -> Result<T, E>;

    /// Changes records: all that is done is in the store when this returns, or nothing of it. The keyring signs the
    /// journal; only new keys can be put in without.
    fn transact<T, E: From<StoreError>>(
        &mut self,
        note: Note,
        keyring: &dyn Keyring,
        change: impl FnOnce(&mut dyn Changes) -> Result<T, E>,
    ) -> Result<T, E>;
}
