//! A change of the store whose writer dies at one of its writes.

use std::collections::HashSet;

use nkeep::clock::UnixSeconds;
use nkeep::nkey::{PublicKey, Seed};
use nkeep::store::age::plugin::Plugins;
use nkeep::store::class::Class;
use nkeep::store::document::{Document, KeyState, Standing};
use nkeep::store::journal::{Entry, Head};
use nkeep::store::recipients::RecipientSet;
use nkeep::store::record::{
    Entity, EntityKind, EntityRow, Issued, KeyRecord, Name, StoredIdentity,
};
use nkeep::store::{AgedKey, Changes, Expiration, Listed, ListedKeys, Records, Result, StoreError};

/// What it says then.
pub const DIED: &str = "the power failed";

/// Passes everything on, up to that many writes.
pub struct Dying<'a> {
    inner: &'a mut dyn Changes,
    writes: usize,
}

impl<'a> Dying<'a> {
    pub fn after(writes: usize, inner: &'a mut dyn Changes) -> Self {
        Self { inner, writes }
    }

    fn write(&mut self) -> Result<&mut dyn Changes> {
        self.writes = (self.writes.checked_sub(1)).ok_or_else(died)?;
        Ok(self.inner)
    }
}

/// What whoever dies fails with.
pub fn died() -> StoreError {
    StoreError::Refused(DIED.to_owned())
}

macro_rules! reads {
    ($($name:ident($($arg:ident: $what:ty),*) -> $result:ty;)+) => {$(
        fn $name(&self, $($arg: $what),*) -> $result {
            self.inner.$name($($arg),*)
        }
    )+};
}

macro_rules! writes {
    ($($name:ident($($arg:ident: $what:ty),*);)+) => {$(
        fn $name(&mut self, $($arg: $what),*) -> Result<()> {
            self.write()?.$name($($arg),*)
        }
    )+};
}

impl Records for Dying<'_> {
    reads! {
        store_id() -> &str;
        store_key() -> &PublicKey;
        recipients() -> &RecipientSet;
        head() -> Head;
        entity(key: &PublicKey) -> Result<Option<Entity>>;
        named(kind: EntityKind, parent: Option<&PublicKey>, name: &Name) -> Result<Option<Entity>>;
        listed(kind: EntityKind, parent: Option<&PublicKey>) -> Result<Vec<Listed>>;
        each_token(kind: EntityKind, parent: &PublicKey, show: &mut dyn FnMut((Listed, String)) -> Result<()>) -> Result<()>;
        each_entity(kind: EntityKind, parent: Option<&PublicKey>, show: &mut dyn FnMut(Entity) -> Result<()>) -> Result<()>;
        each_row(kind: EntityKind, parent: Option<&PublicKey>, show: &mut dyn FnMut(EntityRow) -> Result<()>) -> Result<()>;
        unreadable() -> StoreError;
        count(kind: EntityKind) -> Result<i64>;
        key(public: &PublicKey) -> Result<Option<KeyRecord>>;
        keys_of(owner: &PublicKey) -> Result<Vec<KeyRecord>>;
        each_key(show: &mut dyn FnMut(KeyRecord) -> Result<()>) -> Result<()>;
        listed_keys() -> Result<ListedKeys>;
        keys_until(until: &[(Class, UnixSeconds)]) -> Result<Vec<AgedKey>>;
        identities() -> Result<Vec<StoredIdentity>>;
        issued(jti: &str) -> Result<Option<Issued>>;
        issued_by(issuer: &PublicKey) -> Result<Vec<Issued>>;
        all_issued() -> Result<Vec<Issued>>;
        last_issued(subject: &PublicKey) -> Result<UnixSeconds>;
        issued_for(subject: &str) -> Result<Vec<Issued>>;
        issued_in(account: &PublicKey, kind: &str) -> Result<Vec<Issued>>;
        last_issued_in(account: &PublicKey) -> Result<UnixSeconds>;
        expirations(operator: &PublicKey) -> Result<Vec<Expiration>>;
        document(name: &str) -> Result<Option<Document>>;
        documents(beginning: &str) -> Result<Vec<Document>>;
        key_state(key: &PublicKey) -> Result<KeyState>;
        key_states() -> Result<Vec<Standing>>;
        each_entry(from: i64, show: &mut dyn FnMut(Entry) -> Result<()>) -> Result<()>;
        entries_of(entity: &PublicKey) -> Result<Vec<Entry>>;
    }
}

impl Changes for Dying<'_> {
    writes! {
        put_entity(entity: &Entity);
        replace_entity(old: &Entity, new: &Entity, follow: &HashSet<PublicKey>);
        remove_entity(entity: &Entity);
        remove_key(key: &PublicKey);
        put_key(key: &KeyRecord);
        seal_key(key: KeyRecord, seed: Seed);
        put_issued(issued: &Issued);
        put_identity(identity: &StoredIdentity);
        remove_identity(identity: &StoredIdentity);
        put_recipients(set: RecipientSet, signature: &[u8; 64]);
        put_document(document: &Document);
        put_key_state(key: &PublicKey, state: KeyState);
    }

    reads! {
        is_made(key: &PublicKey) -> bool;
        plugins() -> &Plugins;
        now() -> UnixSeconds;
    }

    fn summarize(&mut self, summary: String) {
        self.inner.summarize(summary);
    }

    fn signed_by(&mut self, signer: &PublicKey) {
        self.inner.signed_by(signer);
    }
}
