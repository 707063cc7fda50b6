//! What is remembered of a store outside of it: which key signs its recipients, and of each copy that was used here, how
//! far its journal had come and the file as it was left. Whoever can write the store alone cannot change that.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Result;
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
    /// The key that signs its recipients.
    pub store_key: String,
    /// Each of its copies, by the path at which it was used.
    pub places: BTreeMap<String, Seen>,
}

/// One copy of a store, as it was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The last entry of its journal.
    pub head: String,
    /// The version of its recipients.
    pub recipients: i64,
    /// The file.
    pub file: Option<Trace>,
}

impl Seen {
    /// The head as it is used.
    #[must_use]
    pub fn head(&self) -> Option<Head> {
        self.head.parse().ok()
    }
}

/// A path as it stands in a pin.
#[must_use]
pub fn place(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What changes about a file when anybody writes it. The time of change is the system's to set, not the writer's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
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

    /// Whether both are of one file, whatever was written to it between them.
    pub fn is_of_the_file_of(&self, other: &Self) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
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

    /// Refuses where nothing can be remembered: whoever changes a store looks before, not after.
    pub fn must_be_writable(&self) -> Result<()> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        file::private_folder(folder)
            .and_then(|()| writable(folder))
            .map_err(|source| StoreError::Unremembered {
                folder: folder.clone(),
                source,
            })
    }

    /// Where a store's pin is.
    #[must_use]
    pub fn path(&self, store: &str) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        Some(folder.join(format!("{store}.json")))
    }

    /// What is remembered of a store, if it was seen here before.
    pub fn read(&self, store: &str) -> Result<Option<Pin>> {
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
            Some(pin)
                if pin.store == store && pin.places.values().all(|seen| seen.head().is_some()) =>
            {
                Ok(Some(pin))
            }
            _ => Err(StoreError::tampered(&path, "it is no pin that can be read")),
        }
    }

    /// The store that was used at that path.
    pub fn at(&self, path: &Path) -> Option<Pin> {
        self.all().find(|pin| pin.places.contains_key(&place(path)))
    }

    /// Another store that was used at that path.
    pub fn other_at(&self, path: &Path, store: &str) -> Option<Pin> {
        self.others(store)
            .find(|pin| pin.places.contains_key(&place(path)))
    }

    /// Forgets every other store at that path: another has taken its place, knowingly.
    pub fn take_over(&self, path: &Path, store: &str) -> Result<()> {
        let _alone = self.alone();
        for mut pin in self.others(store) {
            if pin.places.remove(&place(path)).is_some() {
                self.put(&pin)?;
            }
        }
        Ok(())
    }

    /// What is remembered of other stores.
    fn others<'a>(&'a self, store: &'a str) -> impl Iterator<Item = Pin> + 'a {
        self.all().filter(move |pin| pin.store != store)
    }

    /// What is remembered of stores; what cannot be read says nothing.
    fn all(&self) -> impl Iterator<Item = Pin> {
        let entries = self
            .folder
            .as_ref()
            .and_then(|folder| std::fs::read_dir(folder).ok());
        entries
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            // What a killed process left half-named is no pin.
            .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
            .filter_map(|path| serde_json::from_slice(&std::fs::read(path).ok()?).ok())
    }

    /// Remembers a copy of a store.
    pub fn write(&self, store: &str, store_key: &str, path: &Path, seen: Seen) -> Result<()> {
        let _alone = self.alone();
        // One that cannot be read was refused before this, or is knowingly replaced.
        let mut places = match self.read(store) {
            Ok(Some(pin)) if pin.store_key == store_key => pin.places,
            _ => BTreeMap::new(),
        };
        let reached = |seen: &Seen| seen.head().map_or(0, |head| head.sequence);
        let sequence = reached(&seen);
        // A copy that is gone says no more than this one, if it was not ahead.
        places.retain(|place, other| Path::new(place).exists() || reached(other) > sequence);
        places.insert(place(path), seen);
        let pin = Pin {
            store: store.to_owned(),
            store_key: store_key.to_owned(),
            places,
        };
        self.put(&pin)
    }

    /// Nobody else changes a pin until it is dropped: copies of one store are used side by side, and have one pin. What was changed is
    /// remembered in any case: where folders cannot be locked, as on NFS, or somebody who holds the lock was stopped, whoever comes later wins.
    fn alone(&self) -> Option<std::fs::File> {
        const STEP: std::time::Duration = std::time::Duration::from_millis(10);
        let folder = self.folder.as_ref().filter(|_| cfg!(unix))?;
        let lock = std::fs::File::open(folder).ok()?;
        for _ in 0..200 {
            match lock.try_lock() {
                Ok(()) => return Some(lock),
                Err(std::fs::TryLockError::WouldBlock) => std::thread::sleep(STEP),
                Err(std::fs::TryLockError::Error(_)) => return None,
            }
        }
        None
    }

    fn put(&self, pin: &Pin) -> Result<()> {
        let Some(pinned) = self.path(&pin.store) else {
            return Ok(());
        };
        let folder = file::folder_of(&pinned);
        let text = serde_json::to_vec_pretty(pin)
            .map_err(|error| StoreError::io(&pinned, "write")(error.into()))?;
        file::private_folder(folder).map_err(StoreError::io(folder, "make"))?;
        file::write(&pinned, &text, Existing::Replace).map_err(StoreError::io(&pinned, "write"))
    }
}

/// Whether files can be made in a folder, as far as the system says it without one.
fn writable(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(())
    }
}
