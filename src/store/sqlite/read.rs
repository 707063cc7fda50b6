//! Records as they are in the file at one moment.

mod rows;

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::{Connection, OptionalExtension as _, Params, Row as SqlRow};

pub use rows::parsed;
use rows::{ENTITY, ENTRY, KEY, document, entity, entity_row, entry, issued, key, standing};

use super::version::Version;
use super::{Facts, due, list};
use crate::clock::UnixSeconds;
use crate::nkey::PublicKey;
use crate::store::class::Class;
use crate::store::digest::Digest;
use crate::store::document::{Document, KeyState, Standing};
use crate::store::journal::{Entry, Head};
use crate::store::recipients::RecipientSet;
use crate::store::record::{
    ENTITY_PLACE, Entity, EntityKind, EntityRow, Issued, KeyRecord, Name, StoredIdentity,
};
use crate::store::{AgedKey, Expiration, Listed, ListedKeys, Records, Result, StoreError};

/// A look at the file, inside a transaction that somebody else holds.
pub struct View<'a> {
    connection: &'a Connection,
    path: &'a Path,
    facts: &'a Facts,
    set: RecipientSet,
    head: Head,
    version: Version,
    seen: Option<&'a AtomicU64>,
}

impl<'a> View<'a> {
    /// Looks at the file. Recipients whose signature does not hold are none.
    pub fn open(connection: &'a Connection, path: &'a Path, facts: &'a Facts) -> Result<Self> {
        let (document, signature): (String, Vec<u8>) = connection
            .query_row(
                "SELECT document, signature FROM recipients ORDER BY version DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .map_err(|source| match source {
                rusqlite::Error::QueryReturnedNoRows | rusqlite::Error::InvalidColumnType(..) => {
                    StoreError::tampered(path, "it has lost its recipients")
                }
                source => StoreError::sqlite(path, "read", source),
            })?;
        let set = RecipientSet::read(&document, &signature, &facts.key)
            .filter(|set| set.store == facts.id)
            .ok_or_else(|| {
                StoreError::tampered(path, "the signature of its recipients does not hold")
            })?;
        let mut view = Self::empty(connection, path, facts, set);
        let last: Option<i64> =
            view.one("SELECT max(sequence) FROM journal", [], |row| row.get(0))?;
        let sequence = last.ok_or_else(|| StoreError::tampered(path, "it has lost its journal"))?;
        let digest = view
            .digest_at(sequence)?
            .ok_or_else(|| StoreError::tampered(path, "its journal is malformed"))?;
        view.head = Head { sequence, digest };
        view.version = Version::of_file(connection)
            .map_err(|source| StoreError::sqlite(path, "read", source))?
            .ok_or_else(|| StoreError::tampered(path, "its version is another"))?;
        Ok(view)
    }

    /// Of a store that has nothing yet.
    pub fn empty(
        connection: &'a Connection,
        path: &'a Path,
        facts: &'a Facts,
        set: RecipientSet,
    ) -> Self {
        Self {
            connection,
            path,
            facts,
            set,
            head: Head::default(),
            version: Version::First,
            seen: None,
        }
    }

    /// The same, which counts what it shows: somebody waits for it.
    pub fn counting(self, seen: &'a AtomicU64) -> Self {
        Self {
            seen: Some(seen),
            ..self
        }
    }

    /// Counts one more, that was shown or written.
    pub fn count_one(&self) {
        if let Some(seen) = self.seen {
            seen.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// The same, as it is by now.
    pub fn again(&self) -> Result<Self> {
        Self::open(self.connection, self.path, self.facts)
    }

    pub fn connection(&self) -> &'a Connection {
        self.connection
    }

    pub fn path(&self) -> &'a Path {
        self.path
    }

    /// Which schema it has.
    pub const fn version(&self) -> Version {
        self.version
    }

    /// Has it be what a store is that something is rotated in.
    pub fn raise(&mut self) -> Result<()> {
        if self.version == Version::First {
            Version::raise(self.connection).map_err(|source| self.failed(source))?;
            self.version = Version::Second;
        }
        Ok(())
    }

    pub fn set_recipients(&mut self, set: RecipientSet) {
        self.set = set;
    }

    /// The digest of an entry of the journal, as the entry states it.
    pub fn digest_at(&self, sequence: i64) -> Result<Option<Digest>> {
        self.maybe(
            "SELECT digest FROM journal WHERE sequence = ?1",
            [sequence],
            |row| row.get(0),
        )
    }

    /// Whether an entry of the journal before that one wrote that row.
    pub fn noted_before(&self, place: &str, sequence: i64) -> Result<bool> {
        self.one(
            "SELECT EXISTS (SELECT 1 FROM changes \
             WHERE substr(place, -8) = substr(?1, -8) AND place = ?1 AND sequence < ?2)",
            (place, sequence),
            |row| row.get(0),
        )
    }

    pub fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        self.maybe(sql, params, read)?
            .ok_or_else(|| StoreError::tampered(self.path, "a row is missing"))
    }

    pub fn maybe<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        self.connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.query_row(params, read).optional())
            .map_err(|source| self.failed(source))
    }

    /// Shows every row.
    pub fn each<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
        mut show: impl FnMut(T) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .map_err(|source| self.failed(source))?;
        let mut rows = statement
            .query(params)
            .map_err(|source| self.failed(source))?;
        while let Some(row) = rows.next().map_err(|source| self.failed(source))? {
            show(read(row).map_err(|source| self.failed(source))?)?;
        }
        Ok(())
    }

    pub fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, params, read, |row| {
            found.push(row);
            Ok(())
        })?;
        Ok(found)
    }

    /// What SQLite says; a value that cannot be what it should be was put there by somebody else.
    pub fn failed(&self, source: rusqlite::Error) -> StoreError {
        match source {
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => self.unreadable(),
            source => StoreError::sqlite(self.path, "read", source),
        }
    }

    pub fn each_issued(&self, show: &mut dyn FnMut(Issued) -> Result<()>) -> Result<()> {
        self.each(
            "SELECT jti, kind, subject, account, issuer, issued_at, expires FROM issued",
            [],
            issued,
            show,
        )
    }
}

impl Records for View<'_> {
    fn store_id(&self) -> &str {
        &self.facts.id
    }

    fn store_key(&self) -> &PublicKey {
        &self.facts.key
    }

    fn recipients(&self) -> &RecipientSet {
        &self.set
    }

    fn head(&self) -> Head {
        self.head
    }

    fn entity(&self, key: &PublicKey) -> Result<Option<Entity>> {
        self.maybe(
            &format!("SELECT {ENTITY} FROM entities WHERE public_key = ?1"),
            [key.to_string()],
            entity,
        )
    }

    fn named(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        name: &Name,
    ) -> Result<Option<Entity>> {
        let parent = parent.map(ToString::to_string).unwrap_or_default();
        self.maybe(
            &format!(
                "SELECT {ENTITY} FROM entities \
                 WHERE kind = ?1 AND ifnull(parent, '') = ?2 AND folded = ?3"
            ),
            (kind.name(), parent, name.folded()),
            entity,
        )
    }

    fn listed(&self, kind: EntityKind, parent: Option<&PublicKey>) -> Result<Vec<Listed>> {
        list::entities(self, kind, parent)
    }

    fn each_token(
        &self,
        kind: EntityKind,
        parent: &PublicKey,
        show: &mut dyn FnMut((Listed, String)) -> Result<()>,
    ) -> Result<()> {
        list::tokens(self, kind, parent, show)
    }

    fn each_entity(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        show: &mut dyn FnMut(Entity) -> Result<()>,
    ) -> Result<()> {
        self.each_row(kind, parent, &mut |row| {
            show(row.read().map_err(|_| self.unreadable())?)
        })
    }

    fn each_row(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        show: &mut dyn FnMut(EntityRow) -> Result<()>,
    ) -> Result<()> {
        let show = |row: EntityRow| {
            self.count_one();
            show(row)
        };
        let entities = format!("SELECT {ENTITY} FROM entities WHERE kind = ?1");
        match parent {
            None => self.each(
                &format!("{entities} ORDER BY kind, parent, folded"),
                [kind.name()],
                entity_row,
                show,
            ),
            Some(parent) => self.each(
                &format!("{entities} AND parent = ?2 ORDER BY folded"),
                (kind.name(), parent.to_string()),
                entity_row,
                show,
            ),
        }
    }

    fn unreadable(&self) -> StoreError {
        StoreError::tampered(self.path, "a row holds what it cannot hold")
    }

    fn count(&self, kind: EntityKind) -> Result<i64> {
        self.one(
            "SELECT count(*) FROM entities INDEXED BY entities_listed WHERE kind = ?1",
            [kind.name()],
            |row| row.get(0),
        )
    }

    fn key(&self, public: &PublicKey) -> Result<Option<KeyRecord>> {
        self.maybe(
            &format!("SELECT {KEY} FROM keys WHERE public_key = ?1"),
            [public.to_string()],
            key,
        )
    }

    fn keys_of(&self, owner: &PublicKey) -> Result<Vec<KeyRecord>> {
        self.all(
            &format!("SELECT {KEY} FROM keys WHERE owner = ?1 ORDER BY role, created, public_key"),
            [owner.to_string()],
            key,
        )
    }

    fn each_key(&self, show: &mut dyn FnMut(KeyRecord) -> Result<()>) -> Result<()> {
        self.each(
            &format!("SELECT {KEY} FROM keys ORDER BY class, public_key"),
            [],
            key,
            |key| {
                self.count_one();
                show(key)
            },
        )
    }

    fn listed_keys(&self) -> Result<ListedKeys> {
        list::keys(self)
    }

    fn identities(&self) -> Result<Vec<StoredIdentity>> {
        self.all(
            "SELECT recipient, label, sealed, created FROM identities ORDER BY created, recipient",
            [],
            |row| {
                Ok(StoredIdentity {
                    recipient: parsed(row, 0)?,
                    label: row.get(1)?,
                    sealed: row.get(2)?,
                    created: row.get(3)?,
                })
            },
        )
    }

    fn issued(&self, jti: &str) -> Result<Option<Issued>> {
        self.maybe(
            "SELECT jti, kind, subject, account, issuer, issued_at, expires FROM issued WHERE jti = ?1",
            [jti],
            issued,
        )
    }

    fn issued_by(&self, issuer: &PublicKey) -> Result<Vec<Issued>> {
        self.all(
            "SELECT jti, kind, subject, account, issuer, issued_at, expires FROM issued \
             WHERE issuer = ?1 ORDER BY issued_at, jti",
            [issuer.to_string()],
            issued,
        )
    }

    fn all_issued(&self) -> Result<Vec<Issued>> {
        self.all(
            "SELECT jti, kind, subject, account, issuer, issued_at, expires FROM issued \
             ORDER BY issued_at, jti",
            [],
            issued,
        )
    }

    fn last_issued(&self, subject: &PublicKey) -> Result<UnixSeconds> {
        self.one(
            "SELECT ifnull(max(issued_at), 0) FROM issued WHERE subject = ?1 AND kind <> 'revocation'",
            [subject.to_string()],
            |row| row.get(0),
        )
    }

    fn issued_for(&self, subject: &str) -> Result<Vec<Issued>> {
        self.all(
            "SELECT jti, kind, subject, account, issuer, issued_at, expires FROM issued \
             WHERE subject = ?1 ORDER BY issued_at, jti",
            [subject],
            issued,
        )
    }

    fn issued_in(&self, account: &PublicKey, kind: &str) -> Result<Vec<Issued>> {
        self.all(
            "SELECT jti, kind, subject, account, issuer, issued_at, expires FROM issued \
             WHERE account = ?1 AND kind = ?2 ORDER BY issued_at, jti",
            [account.to_string(), kind.to_owned()],
            issued,
        )
    }

    fn last_issued_in(&self, account: &PublicKey) -> Result<UnixSeconds> {
        self.one(
            "SELECT max(\
                 (SELECT ifnull(max(issued_at), 0) FROM issued WHERE account = ?1 AND kind NOT IN ('revocation', 'account')), \
                 (SELECT ifnull(max(issued_at), 0) FROM entities WHERE kind = 'user' AND parent = ?1))",
            [account.to_string()],
            |row| row.get(0),
        )
    }

    fn keys_until(&self, until: &[(Class, UnixSeconds)]) -> Result<Vec<AgedKey>> {
        due::keys_until(self, until)
    }

    fn expirations(&self, operator: &PublicKey) -> Result<Vec<Expiration>> {
        list::expirations(self, operator)
    }

    fn document(&self, name: &str) -> Result<Option<Document>> {
        if self.version == Version::First {
            return Ok(None);
        }
        self.maybe(
            "SELECT name, text, updated FROM documents WHERE name = ?1",
            [name],
            document,
        )
    }

    fn documents(&self, beginning: &str) -> Result<Vec<Document>> {
        if self.version == Version::First {
            return Ok(Vec::new());
        }
        self.all(
            "SELECT name, text, updated FROM documents \
             WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name",
            [beginning],
            document,
        )
    }

    fn key_state(&self, key: &PublicKey) -> Result<KeyState> {
        if self.version == Version::First {
            return Ok(KeyState::default());
        }
        let state = self.maybe(
            "SELECT state FROM key_states WHERE public_key = ?1",
            [key.to_string()],
            |row| parsed(row, 0),
        )?;
        Ok(state.unwrap_or_default())
    }

    fn key_states(&self) -> Result<Vec<Standing>> {
        if self.version == Version::First {
            return Ok(Vec::new());
        }
        self.all(
            "SELECT public_key, state, since FROM key_states ORDER BY public_key",
            [],
            standing,
        )
    }

    fn each_entry(&self, from: i64, show: &mut dyn FnMut(Entry) -> Result<()>) -> Result<()> {
        self.each(
            &format!("SELECT {ENTRY} FROM journal WHERE sequence >= ?1 ORDER BY sequence"),
            [from],
            entry,
            show,
        )
    }

    fn entries_of(&self, entity: &PublicKey) -> Result<Vec<Entry>> {
        self.all(
            &format!(
                "SELECT {ENTRY} FROM journal WHERE sequence IN (SELECT sequence FROM changes \
                 WHERE substr(place, -8) = substr(?1, -8) AND place = ?1) ORDER BY sequence"
            ),
            [format!("{ENTITY_PLACE}{entity}")],
            entry,
        )
    }
}
