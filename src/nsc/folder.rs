//! Files and folders of others: links are not followed, pipes do not block, and nothing is read past a limit.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{Code, Finding};

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unread {
    /// No regular file.
    #[error("it is {0}, and is not followed")]
    NotRegular(&'static str),
    /// Too much.
    #[error("it is larger than {0} bytes")]
    TooLarge(u64),
    /// The system refuses.
    #[error(transparent)]
    System(#[from] io::Error),
}

impl Unread {
    /// What it is as a finding.
    pub fn finding(&self, file: impl Into<String>) -> Finding {
        let code = match self {
            Self::NotRegular(_) => Code::FileNotRegular,
            Self::TooLarge(_) => Code::FileTooLarge,
            Self::System(_) => Code::FileUnreadable,
        };
        Finding::skipped(code, file, self.to_string())
    }
}

/// What stands in a folder.
pub struct Entry {
    /// Its name; one that is no text is written as near to it as can be.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// A folder, a file, or what else it is.
    pub kind: EntryKind,
}

/// What a name in a folder stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A folder.
    Folder,
    /// A regular file.
    File,
    /// Neither.
    Other(&'static str),
}

impl Entry {
    /// The name without that ending, where it has it.
    pub fn stem(&self, ending: &str) -> Option<&str> {
        self.name.strip_suffix(ending)?.strip_suffix('.')
    }
}

/// Everything in a folder, by name. The folder itself is no link.
pub fn entries(folder: &Path) -> Result<Vec<Entry>, Unread> {
    let metadata = std::fs::symlink_metadata(folder)?;
    if !metadata.is_dir() {
        return Err(Unread::NotRegular(what(&metadata)));
    }
    entries_of(folder)
}

/// The same of a folder that the user named: that may be a link.
pub fn entries_of(folder: &Path) -> Result<Vec<Entry>, Unread> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let metadata = std::fs::symlink_metadata(&path)?;
        let kind = if metadata.is_dir() {
            EntryKind::Folder
        } else if metadata.is_file() {
            EntryKind::File
        } else {
            EntryKind::Other(what(&metadata))
        };
        let name = entry.file_name().to_string_lossy().into_owned();
        found.push(Entry { name, path, kind });
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Reads a regular file of at most so many bytes, in memory that is wiped.
pub fn contents(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>, Unread> {
    let file = opened(path)?;
    let length = file.metadata()?.len();
    if length > limit {
        return Err(Unread::TooLarge(limit));
    }
    // One more than it has, so that what it grew by is seen, and nothing is copied while it is read.
    let capacity = usize::try_from(length + 1).unwrap_or_default();
    let mut bytes = Zeroizing::new(Vec::with_capacity(capacity));
    file.take(length + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > length {
        return Err(Unread::System(io::Error::other("it is being written")));
    }
    Ok(bytes)
}

/// Reads text.
pub fn text(path: &Path, limit: u64) -> Result<Zeroizing<String>, Unread> {
    let bytes = contents(path, limit)?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(Unread::System(io::Error::other("it is no text"))),
    }
}

/// Opens a regular file, and nothing that stands in for one.
fn opened(path: &Path) -> Result<File, Unread> {
    let before = std::fs::symlink_metadata(path)?;
    if !before.is_file() {
        return Err(Unread::NotRegular(what(&before)));
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        // What was a file a moment ago may be a link or a pipe by now.
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    let file = options.open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() {
        Ok(file)
    } else {
        Err(Unread::NotRegular(what(&metadata)))
    }
}

fn what(metadata: &Metadata) -> &'static str {
    if metadata.is_symlink() {
        return "a symbolic link";
    }
    if metadata.is_dir() {
        return "a folder";
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        let kind = metadata.file_type();
        if kind.is_fifo() {
            return "a pipe";
        }
        if kind.is_socket() {
            return "a socket";
        }
    }
    "no regular file"
}
