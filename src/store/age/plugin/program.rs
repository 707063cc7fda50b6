//! Which program a plugin is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Allowed, PluginName, Plugins};
use crate::store::age::AgeError;

impl Plugins {
    /// The program of a plugin that may be run.
    pub fn program(&self, name: &PluginName) -> Result<PathBuf, AgeError> {
        self.allowing(name)?;
        let file = format!("age-plugin-{name}{}", std::env::consts::EXE_SUFFIX);
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path)
            // A relative one depends on where the user stands, and so on what others put there.
            .filter(|folder| folder.is_absolute())
            .map(|folder| folder.join(&file))
            .find(|program| is_executable(program))
            .ok_or_else(|| AgeError::NoPlugin(name.clone()))
    }

    pub(super) fn allowing(&self, name: &PluginName) -> Result<&Arc<Allowed>, AgeError> {
        self.0
            .as_ref()
            .filter(|allowed| allowed.names.contains(name))
            .ok_or_else(|| AgeError::PluginNotAllowed(name.clone()))
    }
}

fn is_executable(program: &Path) -> bool {
    let Ok(metadata) = std::fs::metadata(program) else {
        return false;
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        metadata.is_file() && metadata.permissions().mode() & 0o111 != 0
    }
    #[cfg(not(unix))]
    metadata.is_file()
}
