//! Copies of a store: made as of one moment, put in their place whole, and refused where they lack what was seen.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::open::{Standing, configured, standing};
use super::read::View;
use super::{Result, SqliteStore, StoreError};
use crate::file::{self, Existing};
use crate::store::Records as _;
use crate::store::pin::{Pins, Trace};

impl SqliteStore {
    /// Refuses a copy that lacks what those pins remember of its store, as it would stand at that place.
    pub fn fit_for(&mut self, place: &Path, pins: &Pins) -> Result<()> {
        let moment = self
            .connection
            .transaction()
            .map_err(|source| StoreError::sqlite(&self.path, "read", source))?;
        let view = View::open(&moment, &self.path, &self.facts)?;
        let trace = Trace::of(place).ok().flatten();
        match standing(&view, pins, &self.facts, place, trace.as_ref())? {
            Standing::AsLeft | Standing::Onward => Ok(()),
            Standing::Behind(what) => Err(StoreError::RolledBack {
                path: self.path.clone(),
                what,
                head: view.head().to_string(),
            }),
        }
    }

    /// A copy as of one moment, while others read and write.
    pub fn backup(&mut self, to: &Path, existing: Existing) -> Result<()> {
        let folder = file::folder_of(to);
        let mut copy = tempfile::Builder::new()
            .prefix(file::HIDDEN)
            .tempfile_in(folder)
            .map_err(StoreError::io(to, "write"))?;
        self.connection
            .backup("main", copy.path(), None::<fn(rusqlite::backup::Progress)>)
            .map_err(|source| StoreError::sqlite(to, "write", source))?;
        copy.as_file_mut()
            .sync_all()
            .map_err(StoreError::io(to, "write"))?;
        placed(copy, to, existing)
    }
}

/// A store that nobody changes until this is dropped. No other file of this process may open it by hand: where that is closed, the
/// system takes the lock away.
#[derive(Debug)]
pub struct Still {
    _locked: Connection,
}

impl Still {
    /// Waits for whoever changes it. Nothing where it is damaged past being locked: nobody changes that.
    pub fn of(path: &Path) -> Result<Option<Self>> {
        let locked = || {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NOFOLLOW;
            let mut connection = Connection::open_with_flags(path, flags)?;
            configured(&mut connection)?;
            connection.execute_batch("BEGIN IMMEDIATE")?;
            Ok(connection)
        };
        match locked().map_err(|source| StoreError::sqlite(path, "lock", source)) {
            Ok(_locked) => Ok(Some(Self { _locked })),
            Err(busy @ StoreError::Busy { .. }) => Err(busy),
            Err(_) => Ok(None),
        }
    }
}

/// Writes the file of a store where there is none yet, nor a folder for it. Where nothing can be remembered of it, it is not there:
/// nobody has heard of it.
pub(super) fn first(image: &[u8], to: &Path, pins: &Pins) -> Result<()> {
    let folder = file::folder_of(to);
    file::private_folder(folder).map_err(StoreError::io(folder, "make"))?;
    file::write(to, image, Existing::Keep).map_err(not_written(to))?;
    pins.must_be_writable().inspect_err(|_| {
        let _ = std::fs::remove_file(to);
    })
}

/// Puts a file that is whole in its place.
pub fn placed(copy: tempfile::NamedTempFile, to: &Path, existing: Existing) -> Result<()> {
    match existing {
        Existing::Keep => copy.persist_noclobber(to),
        Existing::Replace => copy.persist(to),
    }
    .map_err(|error| not_written(to)(error.error))?;
    #[cfg(unix)]
    std::fs::File::open(file::folder_of(to))
        .and_then(|folder| folder.sync_all())
        .map_err(StoreError::io(to, "write"))?;
    Ok(())
}

fn not_written(to: &Path) -> impl FnOnce(std::io::Error) -> StoreError {
    move |error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists(to.to_owned()),
        _ => StoreError::io(to, "write")(error),
    }
}
