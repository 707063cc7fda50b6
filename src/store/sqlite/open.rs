//! How a file is opened: as what it should be, with every guard that SQLite has, and not as something older.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension as _};

use super::read::View;
use super::{Facts, Rollback};
use crate::file;
use crate::store::journal::Head;
use crate::store::pin::{Pin, Trace};
use crate::store::{Records as _, Result, StoreError};

/// How long others are waited for; tests need not wait.
fn patience() -> Duration {
    std::env::var("NKEEP_TEST_PATIENCE")
        .ok()
        .filter(|_| cfg!(debug_assertions))
        .and_then(|milliseconds| milliseconds.parse().ok())
        .map_or(Duration::from_secs(30), Duration::from_millis)
}

/// Settings of every connection; a store from elsewhere may be hostile.
pub fn configured(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    // A statement is compiled once, and not again for every value that is looked for.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_limit(rusqlite::limits::Limit::SQLITE_LIMIT_LENGTH, 64 << 20)?;
    // The one that compacting takes.
    connection.set_limit(rusqlite::limits::Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    connection.busy_handler(Some(waited))?;
    connection.execute_batch(
        "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; \
         PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0",
    )
}

/// Waits a little for another process, in steps of uneven length, so that among many nobody is always too late.
fn waited(attempts: i32) -> bool {
    use std::sync::Mutex;
    use std::time::Instant;
    static BEGUN: Mutex<Option<Instant>> = Mutex::new(None);
    let attempts = attempts.unsigned_abs();
    let begun = BEGUN.lock().ok().and_then(|mut begun| {
        if attempts == 0 {
            *begun = Some(Instant::now());
        }
        *begun
    });
    let uneven = std::process::id().wrapping_mul(31).wrapping_add(attempts) % 20;
    std::thread::sleep(Duration::from_millis(1 + u64::from(uneven)));
    begun.is_some_and(|begun| begun.elapsed() < patience())
}

/// The path with no link in it, of a file that can be a store.
pub fn usable(path: &Path) -> Result<PathBuf> {
    let unusable = |reason: &str| StoreError::Unusable {
        path: path.to_owned(),
        reason: reason.to_owned(),
    };
    let metadata = match std::fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::Missing(path.to_owned()));
        }
        Err(error) => return Err(StoreError::io(path, "read")(error)),
    };
    if metadata.is_symlink() {
        return Err(unusable("it is a symbolic link"));
    }
    if !metadata.is_file() {
        return Err(unusable("it is not a regular file"));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if metadata.nlink() != 1 {
            return Err(unusable("it has a second name (a hard link)"));
        }
        if metadata.mode() & 0o077 != 0 {
            return Err(unusable(
                "others may read or write it; run: chmod 600 on it",
            ));
        }
    }
    if metadata.len() == 0 {
        return Err(unusable("it is empty"));
    }
    let folder = file::folder_of(path)
        .canonicalize()
        .map_err(StoreError::io(path, "read"))?;
    Ok(folder.join(path.file_name().unwrap_or_default()))
}

pub fn facts_of(connection: &Connection, path: &Path) -> Result<Facts> {
    let value = |name: &str| -> Result<String> {
        connection
            .query_row("SELECT value FROM meta WHERE name = ?1", [name], |row| {
                row.get(0)
            })
            .optional()
            .map_err(|source| match source.sqlite_error_code() {
                Some(rusqlite::ErrorCode::Unknown) => {
                    StoreError::tampered(path, "its schema is another")
                }
                _ => StoreError::sqlite(path, "read", source),
            })?
            .ok_or_else(|| StoreError::tampered(path, format!("it has lost its {name}")))
    };
    let id = value("store")?;
    let hex = id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let key = value("key")?.parse().ok();
    match key.filter(|_| hex) {
        Some(key) => Ok(Facts { id, key }),
        None => Err(StoreError::tampered(path, "its identity is malformed")),
    }
}

pub fn pin_of(path: &Path, facts: &Facts, head: Head, recipients: i64) -> Result<Pin> {
    let full = file::folder_of(path)
        .canonicalize()
        .map_err(StoreError::io(path, "read"))?
        .join(path.file_name().unwrap_or_default());
    Ok(Pin {
        store: facts.id.clone(),
        head: head.to_string(),
        store_key: facts.key.to_string(),
        recipients,
        file: Trace::of(&full).map_err(StoreError::io(path, "read"))?,
    })
}

/// Refuses a store whose history is not the one that was seen, or ends before.
pub fn not_rolled_back(view: &View<'_>, pin: &Pin, rollback: Rollback) -> Result<()> {
    let head = view.head();
    if pin.store_key != view.store_key().to_string() {
        return Err(StoreError::tampered(
            view.path(),
            "another key signs its recipients than before",
        ));
    }
    if let Rollback::Accept(expected) = rollback {
        return if expected == head {
            Ok(())
        } else {
            Err(StoreError::Refused(format!(
                "the head of the store is {head}, and not the one that was expected"
            )))
        };
    }
    let seen = pin.head().unwrap_or_default();
    let refused = |what: String| StoreError::RolledBack {
        path: view.path().to_owned(),
        what,
        head: head.to_string(),
    };
    if head.sequence < seen.sequence {
        return Err(refused(format!(
            "its journal ends at {}, and was seen here to go to {}",
            head.sequence, seen.sequence
        )));
    }
    if view.digest_at(seen.sequence)? != Some(seen.digest) {
        return Err(refused(format!(
            "entry {} of its journal is another than the one that was seen here",
            seen.sequence
        )));
    }
    if view.recipients().version < pin.recipients {
        return Err(refused(
            "its recipients are older than those seen here".to_owned(),
        ));
    }
    Ok(())
}
