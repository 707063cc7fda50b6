//! Where the store is, and what is remembered of it: as the command line says, the environment, the platform.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::cmd::Ctx;
use crate::file::{self, Existing};
use crate::store::pin::Pins;
use crate::ui::{Failure, Hinted as _};

impl Ctx {
    /// The file with the store.
    pub fn store_path(&self) -> Result<PathBuf, Failure> {
        let opening = &self.opening;
        if let Some(path) = &opening.store {
            return usable(path.clone());
        }
        if let Some(folder) = opening.data_dir.as_ref().or(opening.all_dirs.as_ref()) {
            return usable(folder.clone()).map(|folder| folder.join(STORE));
        }
        if let Some(path) = variable("NKEEP_STORE")? {
            return usable(path);
        }
        if let Some(store) = self.remembered_store()? {
            return Ok(store);
        }
        platform("XDG_DATA_HOME")
            .map(|platform| platform.data_dir().join("nkeep").join(STORE))
            .ok_or_else(|| Failure::usage("HOME is not set, so where the store is must be said"))
            .hint("nkeep store info --store FILE")
    }

    /// Whether it is `env -s` alone that says where the store is.
    pub fn is_store_remembered(&self) -> bool {
        !self.is_store_said() && self.remembered_store().is_ok_and(|store| store.is_some())
    }

    /// Whether the command line or the environment says where the store is.
    pub fn is_store_said(&self) -> bool {
        let opening = &self.opening;
        let folder = opening.data_dir.as_ref().or(opening.all_dirs.as_ref());
        opening.store.as_ref().or(folder).is_some() || std::env::var_os("NKEEP_STORE").is_some()
    }

    /// The flags that say what nothing says on a machine without a home: where the store is, and where it is remembered.
    pub fn places_unsaid(&self) -> Vec<&'static str> {
        let opening = &self.opening;
        let mut flags = Vec::new();
        if !self.is_store_said() && self.store_path().is_err() {
            flags.push("--store FILE");
        }
        let is_said = opening.config_dir.is_some() || opening.all_dirs.is_some();
        if !is_said && self.state_folder().is_err() {
            flags.push("--config-dir FOLDER");
        }
        flags
    }

    /// The store, where `env -s` named it or its folder.
    fn remembered_store(&self) -> Result<Option<PathBuf>, Failure> {
        let place = self.remembered_place()?;
        Ok((!place.as_os_str().is_empty()).then(|| store_in(&place)))
    }

    /// What `env -s` named; an empty name where nothing was.
    pub fn remembered_place(&self) -> Result<PathBuf, Failure> {
        let Ok(path) = self.state_folder().map(|folder| folder.join(FOLDER)) else {
            return Ok(PathBuf::new());
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok(PathBuf::from(text.trim_end_matches('\n'))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(PathBuf::new()),
            Err(error) => Err(error).context(format!("cannot read {}", path.display())),
        }
    }

    /// Remembers the folder with the store, or its file; an empty name for that of the platform again.
    pub fn remember_folder(&self, folder: &Path) -> Result<(), Failure> {
        let path = self.state_folder()?.join(FOLDER);
        let cannot = || format!("cannot write {}", path.display());
        if folder.as_os_str().is_empty() {
            return match std::fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    Err(error).context(cannot())
                }
                _ => Ok(()),
            };
        }
        let folder = std::path::absolute(folder).context("there is no working directory")?;
        let text = folder.to_str().filter(|text| !text.contains('\n'));
        let text = text.ok_or_else(|| {
            Failure::usage("the name of the folder is not valid UTF-8, or holds a line end")
        })?;
        file::private_folder(file::folder_of(&path))
            .and_then(|()| file::write(&path, format!("{text}\n").as_bytes(), Existing::Replace))
            .context(cannot())
    }

    /// The folder in which that is.
    pub fn pins_folder(&self) -> Result<PathBuf, Failure> {
        Ok(self.state_folder()?.join("pins"))
    }

    /// What is remembered of stores, outside of them.
    pub fn pins(&self) -> Result<Pins, Failure> {
        Ok(Pins::new(self.pins_folder()?))
    }

    /// What is remembered of stores, and what is selected in them.
    pub fn state_folder(&self) -> Result<PathBuf, Failure> {
        let opening = &self.opening;
        if let Some(folder) = &opening.config_dir {
            return usable(folder.clone());
        }
        if let Some(folder) = &opening.all_dirs {
            return usable(folder.clone()).map(|folder| folder.join("state"));
        }
        variable("NKEEP_STATE")?
            .or_else(|| {
                let platform = platform("XDG_STATE_HOME")?;
                let folder = platform.state_dir().unwrap_or_else(|| platform.data_dir());
                Some(folder.join("nkeep"))
            })
            .ok_or_else(|| {
                Failure::usage("HOME is not set, so where stores are remembered must be said")
            })
            .hint("export NKEEP_STATE=FOLDER")
    }

    /// Where agents are.
    #[cfg(unix)]
    pub fn agent_folder(&self) -> Result<PathBuf, Failure> {
        platform("XDG_RUNTIME_DIR")
            .and_then(|platform| platform.runtime_dir())
            .map(|folder| folder.join("nkeep"))
            .or_else(|| Some(self.state_folder().ok()?.join("run")))
            .ok_or_else(|| Failure::usage("there is no folder for an agent: set XDG_RUNTIME_DIR"))
    }
}

/// What the store is called where only its folder is named.
pub(in crate::cmd) const STORE: &str = "default.nkeep";

/// The file that remembers that folder.
const FOLDER: &str = "store-folder";

/// The store that is meant by a folder, or by its file.
pub fn store_in(place: &Path) -> PathBuf {
    let ending = place.extension();
    let is_file =
        place.is_file() || (ending.is_some_and(|ending| ending == "nkeep") && !place.is_dir());
    if is_file {
        place.to_owned()
    } else {
        place.join(STORE)
    }
}

/// A path that a store or a folder can have.
fn usable(path: PathBuf) -> Result<PathBuf, Failure> {
    let why = match path.as_os_str().to_str() {
        Some("") => "the name of the store is empty",
        Some("-") => "a store is a file, and - is none",
        _ => return Ok(path),
    };
    Err(Failure::usage(why)).hint("nkeep store info --store FILE")
}

/// A place that a variable of the environment names. Set to nothing it is an error: a setting that is missing comes so, and what was
/// meant for another place must not come to the usual one.
pub(super) fn variable(name: &str) -> Result<Option<PathBuf>, Failure> {
    match std::env::var_os(name) {
        Some(value) if value.is_empty() => {
            Err(Failure::usage(format!("{name} is set to nothing"))).hint(format!("unset {name}"))
        }
        value => Ok(value.map(PathBuf::from)),
    }
}

/// The folders that the platform has for data, state and sockets: where the home is known, or that variable says. A home
/// that only the system's list of users knows is not meant by whoever runs without HOME.
fn platform(variable: &str) -> Option<impl BaseStrategy + use<>> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let known = !cfg!(unix) || set("HOME") || set(variable);
    etcetera::choose_base_strategy().ok().filter(|_| known)
}
