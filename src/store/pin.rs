//! What is remembered of a store outside of it: how far its journal had come, which key signs its recipients, and the file
//! as it was left. Whoever can write the store alone cannot change that.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::journal::Head;
use crate::file::{self, Existing};

/// The folder with one pin a store.
#[derive(Clone, Debug)]
pub struct Pins {
    folder: Option<PathBuf>,
}

/// What is remembered of one store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// Its identity.
    pub store: String,
    /// The last entry of its journal.
    pub head: String,
    /// The key that signs its recipients.
    pub store_key: String,
    /// The version of its recipients.
    pub recipients: i64,
    /// The file as it was left.
    pub file: Option<Trace>,
}

impl Pin {
    /// The head as it is used.
    #[must_use]
    pub fn head(&self) -> Option<Head> {
        self.head.parse().ok()
    }
}

/// What changes about a file when anybody writes it. The time of change is the system's to set, not the writer's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    path: PathBuf,
    device: u64,
    inode: u64,
    size: u64,
    changed: (i64, i64),
}

impl Trace {
    /// Of a file as it is now.
    pub fn of(path: &Path) -> io::Result<Option<Self>> {
        let metadata = std::fs::symlink_metadata(path)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            Ok(Some(Self {
                path: path.to_owned(),
                device: metadata.dev(),
                inode: metadata.ino(),
                size: metadata.size(),
                changed: (metadata.ctime(), metadata.ctime_nsec()),
            }))
        }
        #[cfg(not(unix))]
        {
            let _ = metadata;
            Ok(None)
        }
    }
}

impl Pins {
    /// In that folder.
    #[must_use]
    pub const fn new(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
        }
    }

    /// None: every store is met for the first time, and forgotten.
    #[must_use]
    pub const fn none() -> Self {
        Self { folder: None }
    }

    /// Where a store's pin is.
    #[must_use]
    pub fn path(&self, store: &str) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        Some(folder.join(format!("{store}.json")))
    }

    /// What is remembered of a store, if it was seen here before.
    pub fn read(&self, store: &str) -> Result<Option<Pin>, StoreError> {
        let Some(path) = self.path(store) else {
            return Ok(None);
        };
        let text = match std::fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::io(&path, "read")(error)),
        };
        let pin: Option<Pin> = serde_json::from_slice(&text).ok();
        match pin {
            Some(pin) if pin.store == store && pin.head().is_some() => Ok(Some(pin)),
            _ => Err(StoreError::tampered(&path, "it is no pin that can be read")),
        }
    }

    /// Remembers a store.
    pub fn write(&self, pin: &Pin) -> Result<(), StoreError> {
        let Some(path) = self.path(&pin.store) else {
            return Ok(());
        };
        let folder = file::folder_of(&path);
        let text = serde_json::to_vec_pretty(pin)
            .map_err(|error| StoreError::io(&path, "write")(error.into()))?;
        file::private_folder(folder).map_err(StoreError::io(folder, "make"))?;
        file::write(&path, &text, Existing::Replace).map_err(StoreError::io(&path, "write"))
    }
}
