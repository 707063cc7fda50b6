//! The file at one moment: how it is looked at. What records it has is beside.

mod records;
mod rows;

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::{Connection, OptionalExtension as _, Params, Row as SqlRow};

pub use rows::parsed;
use rows::{ISSUED, issued};

use super::Facts;
use super::version::Version;
use crate::store::digest::Digest;
use crate::store::journal::Head;
use crate::store::recipients::RecipientSet;
use crate::store::record::Issued;
use crate::store::{Records as _, Result, StoreError};

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
        self.each(&format!("SELECT {ISSUED} FROM issued"), [], issued, show)
    }
}
