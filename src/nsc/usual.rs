//! Where nsc has its store by itself, and its settings and keys: in the order in which it looks.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::folder;

/// `nsc.json` is a few fields.
const MAX_SETTINGS: u64 = 64 << 10;

/// The places of nsc's that no flag names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usual {
    /// Where it has everything that is not said to be elsewhere.
    pub home: PathBuf,
    /// The folder with the operators.
    pub data: PathBuf,
    /// The folder with its folders keys and creds.
    pub keystore: PathBuf,
    /// Its settings.
    pub config: PathBuf,
}

impl Usual {
    /// By the variables that nsc reads; nothing where there is no home. What it remembers of the folder with the operators
    /// counts where that is there.
    pub fn of(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<Self> {
        let own = variable("HOME");
        let base = |name: &str, below: &str| {
            let base = variable(name).or_else(|| Some(own.as_ref()?.join(below)));
            base.map(|base| base.join("nats/nsc"))
        };
        // Where it had them before counts as long as the new place is not there.
        let older = |new: PathBuf, old: &str| {
            let old = own.as_ref().map(|own| own.join(old));
            match old.filter(|old| !new.exists() && old.exists()) {
                Some(old) => old,
                None => new,
            }
        };
        let home = base("XDG_DATA_HOME", ".local/share")?;
        let config = match variable("NSC_HOME") {
            Some(folder) => folder,
            None => older(base("XDG_CONFIG_HOME", ".config")?, ".nsc"),
        };
        let config = config.join("nsc.json");
        let remembered = remembered(&config).filter(|folder| folder.is_dir());
        Some(Self {
            data: remembered.unwrap_or_else(|| older(home.join("stores"), ".nsc/nats")),
            keystore: variable("NKEYS_PATH").unwrap_or_else(|| older(home.join("keys"), ".nkeys")),
            config,
            home,
        })
    }

    /// What shown names begin under.
    pub(super) fn root(&self) -> PathBuf {
        let parent = self.data.parent().filter(|_| self.data.ends_with("stores"));
        parent.unwrap_or(&self.data).to_owned()
    }
}

/// Where nsc's settings say that the operators are.
fn remembered(config: &Path) -> Option<PathBuf> {
    #[derive(Deserialize)]
    struct Settings {
        #[serde(default)]
        store_root: PathBuf,
    }
    let bytes = folder::contents(config, MAX_SETTINGS).ok()?;
    let settings: Settings = serde_json::from_slice(&bytes).ok()?;
    Some(settings.store_root).filter(|folder| folder.is_absolute())
}
