//! The store as one SQLite file, of which durability, locking and atomicity are SQLite's.
//!
//! A file that somebody else touched is checked whole before it is used (`check`); one that is as this machine left it
//! is trusted, because the system's time of change says so (docs/store-format.md).

mod check;
mod copies;
mod dir;
mod due;
mod forest;
mod list;
mod merge;
mod open;
mod read;
mod version;
mod write;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

pub use check::{Finding, Scope};
pub use copies::{Still, placed};
pub use dir::{MARK, Remade, Tree};
pub use merge::{Merged, Twice};
use open::{
    Standing, accepted, configured, facts_of, remember, rolled_back, standing, take_over, usable,
};
pub use open::{is_store, was_at};
use read::View;
use version::Version;
use write::Writer;

use super::age::plugin::Plugins;
use super::journal::Head;
use super::keyring::Keyring;
use super::pin::{Pins, Trace};
use super::recipients::RecipientSet;
use super::record::{KeyRecord, StoredIdentity};
use super::{Changes, Made, Note, Records, Result, Store, StoreError};
use crate::nkey::{AnyKeyPair, PublicKey};

/// "nkep", so that `file` and we know one from another.
const APPLICATION: u32 = 0x6e6b_6570;
/// A store in a file.
#[derive(Debug)]
pub struct SqliteStore {
    connection: Connection,
    path: PathBuf,
    pins: Pins,
    facts: Facts,
    /// What it lacks, and its head, where another copy of it was seen to have come further.
    behind: Option<(String, Head)>,
    /// The file as it was when it was looked at last, or left.
    trace: Option<Trace>,
    plugins: Plugins,
    seen: Arc<AtomicU64>,
}

/// What does not change while a store lives.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub id: String,
    pub key: PublicKey,
}

/// How to open a store that went back from what is remembered of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rollback {
    /// Refuse it.
    Refuse,
    /// Take it for what it is now, when this is its head.
    Accept(Head),
}

impl SqliteStore {
    /// Makes a store that has recipients, its own key and perhaps an identity, and nothing else. It is there when all of it
    /// is on disk.
    pub fn create<E: From<StoreError>>(
        path: &Path,
        pins: &Pins,
        first: &First<'_>,
        note: Note,
        keyring: &dyn Keyring,
        change: impl FnOnce(&mut dyn Changes) -> Result<(), E>,
    ) -> Result<(), E> {
        let made = note.made.clone();
        if std::fs::symlink_metadata(path).is_ok() {
            return Err(StoreError::Exists(path.to_owned()).into());
        }
        let failed = |source| StoreError::sqlite(path, "make", source);
        let mut connection = Connection::open_in_memory().map_err(failed)?;
        configured(&mut connection).map_err(failed)?;
        Version::First.lay_out(&connection).map_err(failed)?;
        let facts = Facts {
            id: first.set.store.clone(),
            key: first.key.public(),
        };
        for (name, value) in [("store", &facts.id), ("key", &facts.key.to_string())] {
            connection
                .execute("INSERT INTO meta VALUES (?1, ?2)", (name, value))
                .map_err(failed)?;
        }
        let signature = first.set.signed(first.key);
        let head = {
            let transaction = connection.transaction().map_err(failed)?;
            let view = View::empty(&transaction, path, &facts, first.set.clone());
            let mut writer = Writer::new(view, note, first.plugins);
            writer.put_recipients(first.set.clone(), &signature)?;
            for record in first.own {
                writer.put_key(record)?;
            }
            writer.begin(keyring)?;
            if let Some(identity) = first.identity {
                writer.put_identity(identity)?;
            }
            change(&mut writer)?;
            let head = writer.finish()?;
            transaction.commit().map_err(failed)?;
            head
        };
        let image = connection.serialize("main").map_err(failed)?;
        copies::first(&image, path, pins)?;
        made.make();
        take_over(pins, path, &facts)?;
        Ok(remember(
            pins,
            path,
            &facts,
            head,
            first.set.version,
            Trace::of(path).ok().flatten(),
        )?)
    }

    /// Opens a store: it is a private file, it has not gone back, and if anybody else touched it, all of it is right.
    pub fn open(path: &Path, pins: &Pins, rollback: Rollback) -> Result<Self> {
        let path = &usable(path)?;
        let failed = |source| StoreError::sqlite(path, "read", source);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_NOFOLLOW;
        let mut connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        configured(&mut connection).map_err(failed)?;
        let number = |name: &str| -> Result<i64> {
            connection
                .pragma_query_value(None, name, |row| row.get(0))
                .map_err(failed)
        };
        if number("application_id")? != i64::from(APPLICATION) {
            return Err(StoreError::Unusable {
                path: path.clone(),
                reason: "it is another program's database".to_owned(),
            });
        }
        let version = number("user_version")?;
        if Version::of(version).is_none() {
            let latest = Version::LATEST.number();
            return Err(StoreError::Unusable {
                path: path.clone(),
                reason: format!(
                    "it has version {version}, and this nkeep knows those up to {latest}"
                ),
            });
        }
        let facts = facts_of(&connection, path)?;
        let mut looked = None;
        for _ in 0..ATTEMPTS {
            looked = look(&mut connection, path, &facts, pins, rollback)?;
            if looked.is_some() {
                break;
            }
        }
        let Look { behind, trace } =
            looked.ok_or_else(|| StoreError::Busy { path: path.clone() })?;
        Ok(Self {
            connection,
            path: path.clone(),
            pins: pins.clone(),
            facts,
            behind,
            trace,
            plugins: Plugins::none(),
            seen: Arc::default(),
        })
    }

    /// The same store, with plugins that may be run to seal.
    #[must_use]
    pub fn with_plugins(self, plugins: Plugins) -> Self {
        Self { plugins, ..self }
    }

    /// How many entities and keys it has shown to those who look at all of them, checked, or written: for whoever waits.
    #[must_use]
    pub fn seen(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.seen)
    }

    /// Whose store a file is, as far as it can still be told: a damaged one is taken at its word.
    pub fn identity_of(path: &Path) -> Result<String> {
        let path = &usable(path)?;
        let failed = |source| StoreError::sqlite(path, "read", source);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NOFOLLOW;
        let mut connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        configured(&mut connection).map_err(failed)?;
        Ok(facts_of(&connection, path)?.id)
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What this copy lacks, where another was seen to have come further. It can be read, and not changed.
    #[must_use]
    pub fn behind(&self) -> Option<StoreError> {
        let (what, head) = self.behind.as_ref()?;
        Some(StoreError::RolledBack {
            path: self.path.clone(),
            what: what.clone(),
            head: head.to_string(),
        })
    }

    /// Where the pin of this store is.
    #[must_use]
    pub fn pin_path(&self) -> Option<PathBuf> {
        self.pins.path(&self.facts.id)
    }

    /// Everything that is wrong with it.
    pub fn check(&mut self, scope: &Scope<'_>, show: &mut dyn FnMut(Finding)) -> Result<()> {
        self.look(|view| check::all(view, scope, show))
    }

    /// Gives back the room of what was removed, and wipes it.
    pub fn compact(&mut self) -> Result<()> {
        if let Some(behind) = self.behind() {
            return Err(behind);
        }
        let failed = |source| StoreError::sqlite(&self.path, "compact", source);
        self.connection.execute_batch("VACUUM").map_err(failed)?;
        let (head, version) = self.look(|view| {
            let version = view.recipients().version;
            Ok::<_, StoreError>((view.head(), version))
        })?;
        let trace = Trace::of(&self.path).ok().flatten();
        remember(&self.pins, &self.path, &self.facts, head, version, trace)
    }

    /// Has somebody look at the file as it is at one moment.
    fn look<T, E: From<StoreError>>(
        &mut self,
        look: impl FnOnce(&View<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let failed = |source| StoreError::sqlite(&self.path, "read", source);
        let moment = self.connection.transaction().map_err(failed)?;
        let view = View::open(&moment, &self.path, &self.facts)?;
        look_again(&view, &self.path, &self.facts, &self.pins, &mut self.trace)?;
        look(&view.counting(&self.seen))
    }
}

impl SqliteStore {
    /// Changes the file, whole or not at all, and remembers how it was left; a trial leaves it as it was. The work returns the
    /// head and the version of the recipients that it leaves.
    fn changed<T, E: From<StoreError>>(
        &mut self,
        made: &Made,
        work: impl FnOnce(View<'_>) -> Result<(T, Head, i64), E>,
    ) -> Result<T, E> {
        if let Some(behind) = self.behind() {
            return Err(behind.into());
        }
        if !made.is_trial() {
            self.pins.must_be_writable()?;
        }
        let path = &self.path;
        let failed = |source| StoreError::sqlite(path, "change", source);
        // Pages that are changed are written once, at the end, and not now and again to make room for others: 64 MB hold
        // tens of thousands of tokens. Room is taken as it is needed.
        self.connection
            .execute_batch("PRAGMA cache_size = -65536")
            .map_err(failed)?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let view = View::open(&transaction, path, &self.facts)?;
        look_again(&view, path, &self.facts, &self.pins, &mut self.trace)?;
        let (outcome, head, version) = work(view.counting(&self.seen))?;
        if made.is_trial() {
            transaction.rollback().map_err(failed)?;
            return Ok(outcome);
        }
        // The lock is kept past the commit, so that what is remembered of the file is how this process left it.
        let locked = transaction
            .execute_batch("PRAGMA locking_mode = EXCLUSIVE")
            .map_err(failed);
        locked?;
        transaction.commit().map_err(failed)?;
        made.make();
        let trace = Trace::of(path).ok().flatten();
        self.trace.clone_from(&trace);
        let pinned = remember(&self.pins, path, &self.facts, head, version, trace);
        // Reading lets go of the lock, and of the journal file.
        let unlocked = self
            .connection
            .execute_batch("PRAGMA locking_mode = NORMAL; SELECT count(*) FROM meta")
            .map_err(failed);
        pinned?;
        unlocked?;
        Ok(outcome)
    }
}

/// How often a store is checked that changes while it is being looked at.
const ATTEMPTS: usize = 5;

/// What was seen of a store that is being opened.
struct Look {
    /// What it lacks, if anything, and its head.
    behind: Option<(String, Head)>,
    /// The file at that time.
    trace: Option<Trace>,
}

/// Looks at a store once more, within whatever is done next, where the file is not as it was: minutes may have gone by in which
/// somebody read, or typed a passphrase.
fn look_again(
    view: &View<'_>,
    path: &Path,
    facts: &Facts,
    pins: &Pins,
    known: &mut Option<Trace>,
) -> Result<()> {
    let traced = || Trace::of(path).map_err(StoreError::io(path, "read"));
    let trace = traced()?;
    if trace == *known {
        return Ok(());
    }
    if let (Some(trace), Some(known)) = (&trace, &*known)
        && !trace.is_of_the_file_of(known)
    {
        return Err(StoreError::Replaced(path.to_owned()));
    }
    match standing(view, pins, facts, path, trace.as_ref())? {
        Standing::AsLeft => {}
        Standing::Behind(what) => return Err(rolled_back(view, what)),
        Standing::Onward => {
            check::tampering(view)?;
            if traced()? != trace {
                return Err(StoreError::Busy {
                    path: path.to_owned(),
                });
            }
        }
    }
    *known = trace;
    Ok(())
}

/// Looks at a store that is being opened, all of it where it is not as it was left, and remembers it. Nothing where somebody
/// wrote past the locks meanwhile: that has not been looked at.
fn look(
    connection: &mut Connection,
    path: &Path,
    facts: &Facts,
    pins: &Pins,
    rollback: Rollback,
) -> Result<Option<Look>> {
    let traced = || Trace::of(path).map_err(StoreError::io(path, "read"));
    // One that waits for the writer, if there is one; until it is over, who keeps to the locks writes nothing.
    let moment = connection
        .transaction()
        .map_err(|source| StoreError::sqlite(path, "read", source))?;
    let view = View::open(&moment, path, facts)?;
    let trace = traced()?;
    let standing = match rollback {
        Rollback::Refuse => standing(&view, pins, facts, path, trace.as_ref())?,
        Rollback::Accept(expected) => accepted(&view, pins, facts, expected)?,
    };
    if matches!(standing, Standing::AsLeft) {
        return Ok(Some(Look {
            behind: None,
            trace,
        }));
    }
    check::tampering(&view)?;
    if traced()? != trace {
        return Ok(None);
    }
    if let Standing::Behind(what) = standing {
        let behind = Some((what, view.head()));
        return Ok(Some(Look { behind, trace }));
    }
    let version = view.recipients().version;
    let kept = remember(pins, path, facts, view.head(), version, trace.clone());
    // Where it cannot be written, as on a read-only system, the next command checks again.
    if matches!(rollback, Rollback::Accept(_)) {
        kept?;
        take_over(pins, path, facts)?;
    }
    Ok(Some(Look {
        behind: None,
        trace,
    }))
}

impl Store for SqliteStore {
    fn read<T, E: From<StoreError>>(
        &mut self,
        look: impl FnOnce(&dyn Records) -> Result<T, E>,
    ) -> Result<T, E> {
        self.look(|view| look(view))
    }

    fn transact<T, E: From<StoreError>>(
        &mut self,
        note: Note,
        keyring: &dyn Keyring,
        change: impl FnOnce(&mut dyn Changes) -> Result<T, E>,
    ) -> Result<T, E> {
        let plugins = self.plugins.clone();
        let made = note.made.clone();
        self.changed(&made, |view| {
            let mut writer = Writer::new(view, note, &plugins);
            writer.begin(keyring)?;
            let outcome = change(&mut writer)?;
            if writer.has_made_keys() {
                made.make_keys();
            }
            keyring.with_change(&mut writer)?;
            let head = writer.finish()?;
            Ok((outcome, head, writer.recipients().version))
        })
    }
}

/// What a store begins with.
pub struct First<'a> {
    /// Its first recipients.
    pub set: &'a RecipientSet,
    /// Its own keys, sealed.
    pub own: &'a [KeyRecord],
    /// The one that signs its recipients.
    pub key: &'a AnyKeyPair,
    /// The plugins that may be run to seal.
    pub plugins: &'a Plugins,
    /// An identity to keep inside.
    pub identity: Option<&'a StoredIdentity>,
}
