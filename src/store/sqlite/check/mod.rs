//! Whether a store is what its journal, its signatures and its keys say.

mod journal;
mod tokens;

pub use tokens::chains;

use rusqlite::Connection;

use super::StoreError;
use super::read::View;
use super::version::Version;
use crate::clock::UnixSeconds;
use crate::jwt::chain::{AsOf, Distrust};
use crate::store::age::Identity;
use crate::store::document::{DOCUMENT_PLACE, STATE_PLACE};
use crate::store::sealed::unseal;
use crate::store::{Records as _, Result};

/// How far to look.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// Sealed keys that these open are opened, and compared with their public halves.
    pub identities: &'a [Identity],
    /// The time at which tokens are to hold.
    pub now: UnixSeconds,
}

/// Something that is wrong, or worth knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What scripts hold on to.
    pub code: &'static str,
    /// Whether it is a problem, or only worth knowing.
    pub problem: bool,
    /// What it is.
    pub message: String,
}

/// Refuses a store that somebody changed who may not.
pub fn tampering(view: &View<'_>) -> Result<()> {
    facts(view)?;
    tokens::chains(view, AsOf::AnyTime, &mut |_, _| {})
}

/// Shows everything that is wrong.
pub fn all(view: &View<'_>, scope: &Scope<'_>, show: &mut dyn FnMut(Finding)) -> Result<()> {
    facts(view)?;
    tokens::chains(view, AsOf::Time(scope.now), &mut |entity, distrust| {
        show(Finding {
            code: distrust.code().name(),
            // That its time is over, or not yet come, is as it was asked for.
            problem: !matches!(distrust, Distrust::Expired(_) | Distrust::NotYetValid(_)),
            message: format!("{} {}: {distrust}", entity.kind, entity.name),
        });
    })?;
    let (mut opened, mut sealed) = (0, 0);
    view.each_key(&mut |record| {
        let what = || format!("{} key {}", record.class, record.public);
        if record.sealed.is_none() {
            return Ok(());
        }
        sealed += 1;
        match unseal(&record, scope.identities, view.store_id()) {
            Ok(_) => opened += 1,
            Err(StoreError::Locked { .. }) => {}
            Err(error) => show(Finding {
                code: "key.sealed",
                problem: true,
                message: format!("{}: {error}", what()),
            }),
        }
        Ok(())
    })?;
    if opened < sealed {
        show(Finding {
            code: "key.not-opened",
            problem: false,
            message: format!(
                "{} of {sealed} sealed keys were not opened: no identity at hand opens them",
                sealed - opened
            ),
        });
    }
    Ok(())
}

/// Everything but the tokens.
fn facts(view: &View<'_>) -> Result<()> {
    pages(view)?;
    schema(view)?;
    kept(view)?;
    let signers = journal::recipients(view)?;
    journal::entries(view, &signers)?;
    journal::rows(view)
}

/// Every key has its seed. Only keys of the journal are wiped, when a recipient leaves.
fn kept(view: &View<'_>) -> Result<()> {
    let lost: Option<String> = view.maybe(
        "SELECT public_key FROM keys WHERE sealed IS NULL AND role <> 'journal' LIMIT 1",
        [],
        |row| row.get(0),
    )?;
    match lost {
        None => Ok(()),
        Some(key) => Err(tampered(view, format!("the seed of {key} is gone"))),
    }
}

/// SQLite's own view of its pages.
fn pages(view: &View<'_>) -> Result<()> {
    let verdict: String = view.one("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(tampered(
            view,
            format!("its pages are malformed: {verdict}"),
        ));
    }
    Ok(())
}

/// The schema must be this version's, to the byte: a trigger or a view would be somebody's program.
fn schema(view: &View<'_>) -> Result<()> {
    let expected = Connection::open_in_memory()
        .and_then(|connection| {
            connection.execute_batch(&view.version().schema())?;
            parts(&connection)
        })
        .map_err(|source| view.failed(source))?;
    let found = parts(view.connection()).map_err(|source| view.failed(source))?;
    if found != expected {
        return Err(tampered(view, "its schema is another"));
    }
    if view.version() > Version::First && !is_called_for(view)? {
        return Err(tampered(
            view,
            "its version is one that its journal does not call for",
        ));
    }
    let names = view.all("SELECT name FROM meta ORDER BY name", [], |row| {
        row.get::<_, String>(0)
    })?;
    if names != ["key", "store"] {
        return Err(tampered(view, "its identity holds more than it should"));
    }
    Ok(())
}

/// Whether the journal has what raised the store to the version that it has.
fn is_called_for(view: &View<'_>) -> Result<bool> {
    view.one(
        "SELECT EXISTS (SELECT 1 FROM changes \
         WHERE substr(place, 1, length(?1)) = ?1 OR substr(place, 1, length(?2)) = ?2)",
        (DOCUMENT_PLACE, STATE_PLACE),
        |row| row.get(0),
    )
}

fn parts(connection: &Connection) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    connection
        .prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect()
}

fn tampered(view: &View<'_>, what: impl Into<String>) -> StoreError {
    StoreError::tampered(view.path(), what)
}
