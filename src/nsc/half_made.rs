//! The folder in which an export is made, beside the one that it becomes, until it is whole. Its name says of which it is: what a process
//! that was killed left of it holds seeds in the clear, and is taken away by the next export to that folder.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::file;

/// What comes between the name of the folder that is made and what makes the name one that nobody has.
const MARK: &str = ".nkeep-";

/// A folder that is being made.
pub struct HalfMade {
    folder: TempDir,
    #[cfg(unix)]
    half_done: crate::ending::HalfDone,
    /// Locked for as long as somebody makes it.
    #[cfg(unix)]
    _lock: File,
}

impl HalfMade {
    /// Begins the folder that becomes that one, in one of its owner's alone; what others left of it is taken away, and returned.
    pub fn begin(folder: &Path) -> io::Result<(Self, Vec<PathBuf>)> {
        let above = file::folder_of(folder);
        file::private_folder(above)?;
        let beginning = beginning(folder)
            .ok_or_else(|| io::Error::other("that is no name for a new folder"))?;
        let mut left = left_in(above);
        left.retain(|left| {
            let name = left.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&beginning)
        });
        for left in &left {
            std::fs::remove_dir_all(left)?;
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(&beginning);
        #[cfg(unix)]
        {
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
            // Seeds in the clear under a name that nobody knows are not left behind.
            let (half_done, folder) =
                crate::ending::HalfDone::folder(|| builder.tempdir_in(above))?;
            let lock = File::open(folder.path())?;
            // Where nothing can be locked, nothing is taken for left either.
            let _ = lock.lock();
            let begun = Self {
                folder,
                half_done,
                _lock: lock,
            };
            Ok((begun, left))
        }
        #[cfg(not(unix))]
        {
            let folder = builder.tempdir_in(above)?;
            Ok((Self { folder }, left))
        }
    }

    /// Where it is now.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Does a step of it: none once a signal has begun to take it away.
    pub fn step<T>(&self, step: impl FnOnce() -> T) -> T {
        #[cfg(unix)]
        return self.half_done.step(step);
        #[cfg(not(unix))]
        step()
    }

    /// Gives it its name: it is whole.
    pub fn finish(self, folder: &Path) -> io::Result<()> {
        std::fs::rename(self.path(), folder)?;
        #[cfg(unix)]
        File::open(file::folder_of(folder))?.sync_all()?;
        // It has another name by now, so there is nothing to remove.
        let _ = self.folder.keep();
        Ok(())
    }
}

/// How the name begins under which that folder is made.
fn beginning(folder: &Path) -> Option<String> {
    // As much of it as leaves room for the rest.
    const CHARACTERS: usize = 50;
    let name = folder.file_name()?.to_string_lossy();
    let name: String = name.chars().take(CHARACTERS).collect();
    Some(format!(".{name}{MARK}"))
}

/// What exports that were killed left in a folder, by name: folders of ours that nobody is at work in, and that have nothing but what
/// is exported.
#[must_use]
pub fn left_in(above: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(above).into_iter().flatten().flatten();
    let mut left: Vec<PathBuf> = entries
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with('.') && name.contains(MARK)
        })
        .map(|entry| entry.path())
        .filter(|path| has_exports_alone(path) && is_left(path))
        .collect();
    left.sort();
    left
}

/// Folders at the top of what is exported.
const EXPORTED: [&str; 2] = ["stores", "keys"];

fn has_exports_alone(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|entries| {
        let mut names = entries.map(|entry| entry.map(|entry| entry.file_name()));
        names.all(|name| name.is_ok_and(|name| EXPORTED.iter().any(|exported| name == *exported)))
    })
}

#[cfg(unix)]
fn is_left(path: &Path) -> bool {
    let about = std::fs::symlink_metadata(path);
    let is_ours = about.is_ok_and(|about| about.is_dir() && crate::file::is_own(&about));
    is_ours && File::open(path).is_ok_and(|folder| folder.try_lock().is_ok())
}

/// Nobody can tell here whether it is still made.
#[cfg(not(unix))]
const fn is_left(_path: &Path) -> bool {
    false
}
