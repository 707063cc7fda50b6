//! Files with seeds in the clear are removed, each only when the store gave its seed back.
//!
//! What is overwritten is gone from the file, and from no backup, snapshot or flash cell that has a copy of its own.

use std::fmt;
use std::fs::OpenOptions;
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use zeroize::Zeroizing;

use super::folder::{Unread, contents};
use super::plan::PlainFile;
use crate::nkey::Seed;
use crate::store::keyring::Keyring;
use crate::store::{Records, Result};

/// More than any file with a seed has.
const MAX_FILE: u64 = 2 << 20;

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is gone.
    Removed,
    /// It is there still.
    Kept(Kept),
}

/// Why a file stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Not all of it was taken.
    Partly,
    /// The store has no such key.
    Missing,
    /// The key is nobody's, and may be of something that was skipped.
    OfNobody,
    /// The store did not give the seed back.
    Unopened(String),
    /// It is one file under several names.
    Linked,
    /// The system did not remove it, or it is not what it was.
    Unremoved(String),
}

impl fmt::Display for Kept {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str(match self {
            Self::Partly => "not all of it is in the store",
            Self::Missing => "its seed is not in the store",
            Self::OfNobody => {
                "its key belongs to nothing that was taken, and something was skipped"
            }
            Self::Linked => "it has another name somewhere, and would still be there",
            Self::Unopened(error) => {
                return write!(text, "its seed was not opened again: {error}");
            }
            Self::Unremoved(error) => error,
        })
    }
}

/// What would become of a file, before anything is taken: whether its key would be in the store and somebody's is known.
#[must_use]
pub fn foreseen(file: &PlainFile, is_owned: Option<bool>, skipped: bool) -> Fate {
    match needed(file, is_owned, skipped) {
        Some(kept) => Fate::Kept(kept),
        None if has_other_name(&file.path).unwrap_or_default() => Fate::Kept(Kept::Linked),
        None => Fate::Removed,
    }
}

/// Why a file is needed still, whatever the store gives back.
fn needed(file: &PlainFile, is_owned: Option<bool>, skipped: bool) -> Option<Kept> {
    match is_owned {
        _ if !file.taken => Some(Kept::Partly),
        None => Some(Kept::Missing),
        Some(false) if skipped => Some(Kept::OfNobody),
        Some(_) => None,
    }
}

/// Removes a file whose seed is in the store. Where tokens were skipped, that is one whose key has an owner there: what was
/// skipped may need the others.
pub fn shred(
    records: &dyn Records,
    keyring: &dyn Keyring,
    file: &PlainFile,
    skipped: bool,
) -> Result<Fate> {
    let record = records.key(&file.key)?;
    let is_owned = record.as_ref().map(|record| record.owner.is_some());
    if let Some(kept) = needed(file, is_owned, skipped) {
        return Ok(Fate::Kept(kept));
    }
    let Some(record) = record else {
        return Ok(Fate::Kept(Kept::Missing));
    };
    let seed = match keyring.unseal(&record, records.store_id()) {
        Ok(seed) => seed,
        Err(error) => {
            return Ok(Fate::Kept(Kept::Unopened(error.to_string())));
        }
    };
    if has_other_name(&file.path).unwrap_or_default() {
        return Ok(Fate::Kept(Kept::Linked));
    }
    Ok(match removed(&file.path, &seed) {
        Ok(()) => Fate::Removed,
        Err(Unread::System(error)) => Fate::Kept(Kept::Unremoved(error.to_string())),
        Err(unread) => Fate::Kept(Kept::Unremoved(unread.to_string())),
    })
}

/// Whether it would still be there under another name.
fn has_other_name(path: &Path) -> std::io::Result<bool> {
    let about = std::fs::symlink_metadata(path)?;
    #[cfg(unix)]
    return Ok(std::os::unix::fs::MetadataExt::nlink(&about) > 1);
    #[cfg(not(unix))]
    {
        let _ = about;
        Ok(false)
    }
}

/// What came after it was read may be needed.
fn changed() -> std::io::Error {
    std::io::Error::other("it holds something else by now")
}

/// Overwrites and removes a file that holds that seed and is as it was.
fn removed(path: &Path, seed: &Seed) -> Result<(), Unread> {
    let text = contents(path, MAX_FILE)?;
    let exposed = seed.expose();
    let holds = text
        .windows(exposed.len())
        .any(|window| window == exposed.as_bytes());
    if !holds {
        return Err(changed().into());
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options
            .custom_flags(i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or_default());
    }
    // One that must not be written, as in a folder that is kept read-only, is removed as it is, where that is allowed.
    if let Ok(mut file) = options.open(path) {
        let mut now = Zeroizing::new(Vec::with_capacity(text.len() + 1));
        (&mut file).take(MAX_FILE).read_to_end(&mut now)?;
        if *now != *text {
            return Err(changed().into());
        }
        file.rewind()?;
        file.write_all(&vec![0; text.len()])?;
        file.sync_all()?;
    }
    std::fs::remove_file(path)?;
    Ok(())
}
