//! Files that are written one after the other, and go again where one of them cannot be written or a signal ends the process: seeds in
//! the clear are not left behind. A file that was there before stays.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::ui::Failure;

/// Files that are being written.
pub struct Together {
    made: Made,
    #[cfg(unix)]
    half_done: crate::ending::HalfDone,
}

/// What was not there before: the folder, and files in it.
#[derive(Clone)]
struct Made(Arc<Mutex<(Option<PathBuf>, Vec<PathBuf>)>>);

impl Together {
    /// Begins, before the folder is made into which they go.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        let is_new = std::fs::symlink_metadata(folder).is_err() && !folder.as_os_str().is_empty();
        let folder = is_new.then(|| folder.to_owned());
        let made = Made(Arc::new(Mutex::new((folder, Vec::new()))));
        #[cfg(unix)]
        {
            let undone = made.clone();
            let half_done = crate::ending::HalfDone::begin(move || drop(undone.removed()))?;
            Ok(Self { made, half_done })
        }
        #[cfg(not(unix))]
        Ok(Self { made })
    }

    /// Writes one of them: none once a signal has begun to take them away.
    pub fn put(
        &self,
        path: &Path,
        write: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let put = || {
            let is_new = std::fs::symlink_metadata(path).is_err();
            write()?;
            if is_new {
                self.made.with(|(_, files)| files.push(path.to_owned()));
            }
            Ok(())
        };
        #[cfg(unix)]
        return self.half_done.step(put);
        #[cfg(not(unix))]
        put()
    }

    /// Whether none was written that was not there before.
    pub fn is_empty(&self) -> bool {
        self.made.with(|(_, files)| files.is_empty())
    }

    /// Takes them away again. Says which are left.
    pub fn undo(self) -> Vec<PathBuf> {
        self.made.removed()
    }
}

impl Made {
    fn with<T>(&self, look: impl FnOnce(&mut (Option<PathBuf>, Vec<PathBuf>)) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn removed(&self) -> Vec<PathBuf> {
        self.with(|(folder, files)| {
            let is_left = |file: &PathBuf| {
                let gone = std::fs::remove_file(file);
                gone.is_err_and(|error| error.kind() != io::ErrorKind::NotFound)
            };
            files.retain(is_left);
            // One in which somebody else put something stays.
            if let Some(folder) = folder {
                let _ = std::fs::remove_dir(folder);
            }
            files.clone()
        })
    }
}
