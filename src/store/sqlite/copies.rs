//! Copies of a store: made as of one moment, put in their place whole, and refused where they lack what was seen.

use std::path::Path;

use super::open::{Standing, standing};
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
            .prefix(".nkeep-")
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

/// Puts a file that is whole in its place.
pub fn placed(copy: tempfile::NamedTempFile, to: &Path, existing: Existing) -> Result<()> {
    match existing {
        Existing::Keep => copy.persist_noclobber(to),
        Existing::Replace => copy.persist(to),
    }
    .map_err(|error| {
        if error.error.kind() == std::io::ErrorKind::AlreadyExists {
            StoreError::Exists(to.to_owned())
        } else {
            StoreError::io(to, "write")(error.error)
        }
    })?;
    #[cfg(unix)]
    std::fs::File::open(file::folder_of(to))
        .and_then(|folder| folder.sync_all())
        .map_err(StoreError::io(to, "write"))?;
    Ok(())
}
