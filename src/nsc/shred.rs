//! Files with seeds in the clear are removed, each only when the store gave its seed back.
//!
//! What is overwritten is gone from the file, and from no backup, snapshot or flash cell that has a copy of its own.

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
    Kept(String),
}

/// Removes a file whose seed is in the store. Where tokens were skipped, that is one whose key has an owner there: what was
/// skipped may need the others.
pub fn shred(
    records: &dyn Records,
    keyring: &dyn Keyring,
    file: &PlainFile,
    skipped: bool,
) -> Result<Fate> {
    if !file.taken {
        return Ok(Fate::Kept("not all of it is in the store".to_owned()));
    }
    let Some(record) = records.key(&file.key)? else {
        return Ok(Fate::Kept("its seed is not in the store".to_owned()));
    };
    if skipped && record.owner.is_none() {
        return Ok(Fate::Kept(
            "its key belongs to nothing that was taken, and something was skipped".to_owned(),
        ));
    }
    let seed = match keyring.unseal(&record, records.store_id()) {
        Ok(seed) => seed,
        Err(error) => {
            return Ok(Fate::Kept(format!(
                "its seed was not opened again: {error}"
            )));
        }
    };
    Ok(match removed(&file.path, &seed) {
        Ok(()) => Fate::Removed,
        Err(Unread::System(error)) => Fate::Kept(error.to_string()),
        Err(unread) => Fate::Kept(unread.to_string()),
    })
}

/// Overwrites and removes a file that holds that seed and is as it was.
fn removed(path: &Path, seed: &Seed) -> Result<(), Unread> {
    let text = contents(path, MAX_FILE)?;
    let exposed = seed.expose();
    let holds = text
        .windows(exposed.len())
        .any(|window| window == exposed.as_bytes());
    if !holds {
        return Err(Unread::System(std::io::Error::other(
            "it holds another seed by now",
        )));
    }
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::nlink(&std::fs::symlink_metadata(path)?) > 1 {
        return Err(Unread::System(std::io::Error::other(
            "it has another name somewhere, and would still be there",
        )));
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
        if *now == *text {
            file.rewind()?;
            file.write_all(&vec![0; text.len()])?;
            file.sync_all()?;
        }
    }
    std::fs::remove_file(path)?;
    Ok(())
}
