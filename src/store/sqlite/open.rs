//! How a file is opened: as what it should be, with every guard that SQLite has, and not as something older.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension as _};

use super::read::View;
use super::{APPLICATION, Facts};
use crate::file;
use crate::store::journal::Head;
use crate::store::pin::{Pin, Pins, Seen, Trace, place};
use crate::store::{Records as _, Result, StoreError};
use crate::testing;

/// How long others are waited for; tests need not wait.
fn patience() -> Duration {
    testing::set("NKEEP_TEST_PATIENCE").map_or(Duration::from_secs(30), Duration::from_millis)
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
        // What is no store is said to be none, whoever may read it.
        if let Some(how) = crate::file::open_to(metadata.mode())
            && is_store(path)?
        {
            return Err(StoreError::Loose {
                path: path.to_owned(),
                how,
            });
        }
    }
    if metadata.len() == 0 {
        return Err(StoreError::Empty(path.to_owned()));
    }
    alone(path)?;
    full(path)
}

/// Refuses what SQLite would read beside a store, or in place of its pages, without the store being touched.
fn alone(path: &Path) -> Result<()> {
    use std::io::Read as _;
    let mut header = [0; 20];
    let mut file = std::fs::File::open(path).map_err(StoreError::io(path, "read"))?;
    if file.read_exact(&mut header).is_ok()
        && header.starts_with(b"SQLite format 3\0")
        && header[18..] != [1, 1]
    {
        return Err(StoreError::tampered(path, "its journal mode is another"));
    }
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        std::fs::symlink_metadata(&name)
            .ok()
            .map(|found| (PathBuf::from(name), found))
    };
    if let Some((other, _)) = beside("-wal").or_else(|| beside("-shm")) {
        return Err(StoreError::tampered(
            path,
            format!("{} lies beside it, which no store has", other.display()),
        ));
    }
    match beside("-journal") {
        Some((journal, found)) if !found.is_file() => Err(StoreError::Unusable {
            path: path.to_owned(),
            reason: format!("{} is not a regular file", journal.display()),
        }),
        _ => Ok(()),
    }
}

/// Whether a file says of itself that it is a store, however damaged.
pub fn is_store(path: &Path) -> Result<bool> {
    use std::io::Read as _;
    let failed = StoreError::io(path, "read");
    let mut header = Vec::with_capacity(100);
    std::fs::File::open(path)
        .and_then(|file| file.take(100).read_to_end(&mut header))
        .map_err(failed)?;
    Ok(header.starts_with(b"SQLite format 3\0")
        && header.get(68..72) == Some(&APPLICATION.to_be_bytes()))
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

/// Remembers the file, as it was left.
pub fn remember(
    pins: &Pins,
    path: &Path,
    facts: &Facts,
    head: Head,
    recipients: i64,
    file: Option<Trace>,
) -> Result<()> {
    let path = &full(path)?;
    let seen = Seen {
        head: head.to_string(),
        recipients,
        file,
    };
    pins.write(&facts.id, &facts.key.to_string(), path, seen)
}

/// Forgets what other store was at that path: this one was made there.
pub fn take_over(pins: &Pins, path: &Path, facts: &Facts) -> Result<()> {
    pins.take_over(&full(path)?, &facts.id)
}

/// What is remembered of the store that was used at that path.
pub fn was_at(pins: &Pins, path: &Path) -> Result<Option<Pin>> {
    Ok(pins.at(&full(path)?))
}

/// A path with no link in its folders.
fn full(path: &Path) -> Result<PathBuf> {
    let folder = file::folder_of(path);
    let folder = match folder.canonicalize() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => std::path::absolute(folder),
        other => other,
    }
    .map_err(StoreError::io(path, "read"))?;
    Ok(folder.join(path.file_name().unwrap_or_default()))
}

/// How a copy of a store stands to what is remembered.
pub enum Standing {
    /// As it was left: nobody touched it.
    AsLeft,
    /// Touched, or met here for the first time; it goes on from what is remembered.
    Onward,
    /// Met here for the first time, and lacks what was seen in another copy.
    Behind(String),
}

/// Compares a copy with what is remembered. One whose history is not the one that was seen at its place, or ends before, is
/// refused.
pub fn standing(
    view: &View<'_>,
    pins: &Pins,
    facts: &Facts,
    path: &Path,
    trace: Option<&Trace>,
) -> Result<Standing> {
    let refused = |what| Err(rolled_back(view, what));
    let path = &full(path)?;
    let pin = match pins.read(&facts.id) {
        Ok(Some(pin)) => pin,
        Ok(None) => {
            not_anothers(view, pins, facts, path)?;
            return Ok(Standing::Onward);
        }
        Err(StoreError::Tampered { path, .. }) => {
            return refused(format!(
                "what is remembered of it, in {}, cannot be read",
                path.display()
            ));
        }
        Err(error) => return Err(error),
    };
    if pin.store_key != facts.key.to_string() {
        return Err(other_key(view));
    }
    if let Some(seen) = pin.places.get(&place(path)) {
        if let Some(what) = behind(view, seen)? {
            return refused(what);
        }
        return Ok(if seen.file.is_some() && seen.file.as_ref() == trace {
            Standing::AsLeft
        } else {
            Standing::Onward
        });
    }
    not_anothers(view, pins, facts, path)?;
    for (place, seen) in &pin.places {
        if let Some(what) = behind(view, seen)? {
            return Ok(Standing::Behind(format!("{what}, in {place}")));
        }
    }
    Ok(Standing::Onward)
}

/// Refuses a store at a path where another one was used: what is sealed from then on would be another's.
fn not_anothers(view: &View<'_>, pins: &Pins, facts: &Facts, path: &Path) -> Result<()> {
    match pins.other_at(path, &facts.id) {
        None => Ok(()),
        Some(other) => Err(rolled_back(
            view,
            format!("another store, {}, was seen in its place", other.store),
        )),
    }
}

/// Takes a copy for what holds, when it is the one that was named. Not even that lets another key sign its recipients.
pub fn accepted(view: &View<'_>, pins: &Pins, facts: &Facts, expected: Head) -> Result<Standing> {
    let head = view.head();
    if expected != head {
        return Err(StoreError::Refused(format!(
            "the head of the store is {head}, and not the one that was expected"
        )));
    }
    match pins.read(&facts.id) {
        Ok(Some(pin)) if pin.store_key != facts.key.to_string() => Err(other_key(view)),
        _ => Ok(Standing::Onward),
    }
}

fn other_key(view: &View<'_>) -> StoreError {
    StoreError::tampered(view.path(), "another key signs its recipients than before")
}

pub fn rolled_back(view: &View<'_>, what: String) -> StoreError {
    StoreError::RolledBack {
        path: view.path().to_owned(),
        what,
        head: view.head().to_string(),
    }
}

/// What a history lacks of the one that was seen.
fn behind(view: &View<'_>, seen: &Seen) -> Result<Option<String>> {
    let head = view.head();
    let known = seen.head().unwrap_or_default();
    Ok(if head.sequence < known.sequence {
        Some(format!(
            "its journal ends at {}, and was seen here to go to {}",
            head.sequence, known.sequence
        ))
    } else if view.digest_at(known.sequence)? != Some(known.digest) {
        Some(format!(
            "entry {} of its journal is another than the one that was seen here",
            known.sequence
        ))
    } else if view.recipients().version < seen.recipients {
        Some("its recipients are older than those seen here".to_owned())
    } else {
        None
    })
}
