//! When a store was last copied by `store backup`, and what brings it back from there: remembered beside the pins, for each store its own, and no part of the
//! store. A copy does not change what it copies.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::file::{self, Existing};
use crate::store::sqlite::was_at;
use crate::text::{noted, shell_word};
use crate::ui::{Failure, Hinted as _};

/// The last copy that was made from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copied {
    /// When.
    pub time: UnixSeconds,
    /// The number of the last change in it.
    pub sequence: i64,
    /// Where it went.
    pub file: PathBuf,
    /// Who opens root keys in it; nobody where a nkeep wrote this that did not say.
    #[serde(default)]
    pub openers: Vec<String>,
}

impl Ctx {
    /// The last copy of that store, if one is remembered. What cannot be read says nothing.
    pub fn last_copy(&self, store: &str) -> Option<Copied> {
        let text = std::fs::read(self.copies_of(store).ok()?).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// What brings back the store that was used at its place and is not there any more, if one was.
    pub fn brings_back(&self) -> Result<Option<String>, Failure> {
        let Some(pin) = was_at(&self.pins()?, &self.store_path()?)? else {
            return Ok(None);
        };
        let copy = self.last_copy(&pin.store).map(|copied| copied.file);
        let hint = match copy.filter(|file| file.exists()) {
            Some(file) => noted(
                format!(
                    "nkeep store restore {}",
                    shell_word(&file.to_string_lossy())
                ),
                "puts the last copy of the store back that was used there",
            ),
            None => noted(
                "nkeep store restore FILE",
                "a store was used there: puts a copy of it back, where there is one",
            ),
        };
        Ok(Some(hint))
    }

    /// Remembers a copy. It is there, whatever becomes of this.
    pub fn remember_copy(&self, store: &str, file: &Path, sequence: i64, openers: Vec<String>) {
        let copied = Copied {
            time: self.clock.now(),
            sequence,
            file: std::path::absolute(file).unwrap_or_else(|_| file.to_owned()),
            openers,
        };
        if self.write_copy(store, &copied).is_err() {
            self.ui.warning(
                "that this copy was made cannot be remembered: nkeep doctor will not know of it",
            );
        }
    }

    fn write_copy(&self, store: &str, copied: &Copied) -> Result<(), Failure> {
        let path = self.copies_of(store)?;
        let text = serde_json::to_vec_pretty(copied).map_err(Failure::bug)?;
        file::private_folder(file::folder_of(&path))
            .and_then(|()| file::write(&path, &text, Existing::Replace))
            .context(format!("cannot write {}", path.display()))
    }

    fn copies_of(&self, store: &str) -> Result<PathBuf, Failure> {
        let folder = self.state_folder()?.join("backups");
        Ok(folder.join(format!("{store}.json")))
    }
}
