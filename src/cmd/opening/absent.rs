//! What helps where the store that is used cannot be opened, as it is not there, has nothing in it or went back. Of a backup it would be wrong.

use std::path::Path;

use crate::cmd::Ctx;
use crate::cmd::doctor::nsc::Plain;
use crate::store::StoreError;
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure};

impl Ctx {
    /// Why the store was not opened, and what helps.
    pub(super) fn unopened(&self, path: &Path, error: StoreError) -> Failure {
        match error {
            StoreError::Missing(_) => self.nothing_there(error),
            StoreError::Empty(_) => self.nothing_in(path, error),
            StoreError::RolledBack { .. } => Failure::from(error).hint_before(noted(
                "nkeep store restore FILE --force",
                "puts the newer copy back, where there is one",
            )),
            error => Failure::from(error),
        }
    }

    /// The store is a file without anything.
    fn nothing_in(&self, path: &Path, empty: StoreError) -> Failure {
        let file = shell_word(&path.to_string_lossy());
        let rest = match self.brings_back().unwrap_or_default() {
            Some(hint) => hint,
            None => Plain::first_store(&Plain::all()),
        };
        Failure::from(empty)
            .hint(noted(format!("rm {file}"), "nothing is in it; then"))
            .hint(rest)
    }

    /// There is no store; where it was looked for since `env -s`, nobody need remember that.
    fn nothing_there(&self, missing: StoreError) -> Failure {
        let was_there = self.brings_back().unwrap_or_default();
        let hinted = |failure: Failure| was_there.into_iter().fold(failure, Failure::hint);
        if !self.is_store_remembered() {
            return hinted(missing.into()).hint(Plain::first_store(&Plain::all()));
        }
        let says = anyhow::anyhow!("{missing}, which nkeep env -s said to remember");
        hinted(Failure::new(ExitCode::Failed, says))
            .hint(noted(
                "nkeep env -s \"\"",
                "forgets it, and means the usual store again",
            ))
            .hint(noted("nkeep init -n NAME", "makes one there"))
    }
}
