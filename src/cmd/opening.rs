//! Where the store is, and what opens it: the flags that every command has, the environment, a prompt.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use zeroize::Zeroizing;

use super::Ctx;
use super::identity_file::credentials_file;
use super::input::limited_file;
#[cfg(unix)]
use crate::agent::{self, Agent};
use crate::store::age::{DEFAULT_WORK_FACTOR, Identity, Passphrase};
use crate::store::keyring::Keyring;
use crate::store::pin::Pins;
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Note, Store as _, StoreError, founding};
use crate::ui::prompt::Prompt;
use crate::ui::{ExitCode, Failure, Hinted as _};

/// More than any file with an identity has.
const MAX_FILE: u64 = 64 << 10;

/// Where the store is and what opens it.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(next_help_heading = "Store options")]
pub struct Opening {
    /// File with the store
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "NKEEP_STORE",
        hide_env_values = true
    )]
    pub store: Option<PathBuf>,
    /// File with an age identity that opens it
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "NKEEP_IDENTITY",
        hide_env_values = true
    )]
    pub identity: Option<PathBuf>,
    /// Open file with an age identity
    #[arg(long, global = true, value_name = "N", conflicts_with = "identity")]
    pub identity_fd: Option<u32>,
    /// Open file with the passphrase on its first line
    #[arg(long, global = true, value_name = "N")]
    pub passphrase_fd: Option<u32>,
    /// Never ask; what is missing is an error
    #[arg(long, global = true)]
    pub no_input: bool,
}

impl Ctx {
    /// The file with the store.
    pub fn store_path(&self) -> Result<PathBuf, Failure> {
        match &self.opening.store {
            Some(path) if path.as_os_str().is_empty() => {
                Err(Failure::usage("the name of the store is empty"))
            }
            Some(path) => Ok(path.clone()),
            None => platform()
                .map(|platform| platform.data_dir().join("nkeep").join("default.nkeep"))
                .ok_or_else(|| Failure::usage("there is no home folder to keep a store in"))
                .hint("nkeep store info --store FILE"),
        }
    }

    /// What is remembered of stores, outside of them.
    pub fn pins(&self) -> Result<Pins, Failure> {
        Ok(Pins::new(self.state_folder()?.join("pins")))
    }

    fn state_folder(&self) -> Result<PathBuf, Failure> {
        std::env::var_os("NKEEP_STATE")
            .filter(|folder| !folder.is_empty())
            .map(PathBuf::from)
            .or_else(|| {
                let platform = platform()?;
                let folder = platform.state_dir().unwrap_or_else(|| platform.data_dir());
                Some(folder.join("nkeep"))
            })
            .ok_or_else(|| {
                Failure::usage(
                    "there is no home folder to remember the store in: set NKEEP_STATE to a folder",
                )
            })
    }

    /// Opens the store; what it holds is not yet opened.
    pub fn open_store(&self) -> Result<SqliteStore, Failure> {
        let (path, pins) = (self.store_path()?, self.pins()?);
        let store = SqliteStore::open(&path, &pins, Rollback::Refuse)?;
        if let Some(behind) = store.behind() {
            self.ui
                .note(&format!("{behind}; it can be read, and not changed"));
        }
        Ok(store.with_plugins(self.plugins()?))
    }

    /// What is written about a change.
    #[must_use]
    pub fn note(&self, command: &'static str, summary: impl Into<String>) -> Note {
        Note {
            actor: actor(),
            command,
            summary: summary.into(),
            time: self.clock.now(),
        }
    }

    /// The identities that open the store, from wherever they are given; asks for a passphrase when nothing else is.
    pub fn identities(&self, store: &mut SqliteStore) -> Result<Vec<Identity>, Failure> {
        if let Some(identities) = self.given_identities()? {
            let known = store.read(|records| {
                let set = records.recipients();
                Ok::<_, StoreError>(identities.iter().any(|identity| {
                    let mut members = set.members.iter();
                    members.any(|member| identity.may_open(&member.recipient))
                }))
            })?;
            return if known {
                Ok(identities)
            } else {
                Err(StoreError::WrongIdentity.into())
            };
        }
        let stored = store.read(|records| records.identities())?;
        if stored.is_empty() {
            return Err(locked("its identity is kept in a file"))
                .hint("nkeep store info (names the recipients)")
                .hint("export NKEEP_IDENTITY=FILE");
        }
        let passphrase = match self.given_passphrase()? {
            Some(passphrase) => passphrase,
            None => {
                let mut prompt = self
                    .prompt()
                    .ok_or_else(|| locked("there is no terminal to ask for its passphrase at"))
                    .hint("nkeep --passphrase-fd 3 ... 3< FILE")?;
                Passphrase::new(prompt.secret("Passphrase of the store")?.as_str())
            }
        };
        Ok(vec![founding::opened(&stored, &passphrase)?])
    }

    /// Whatever opens keys: identities that are given, an agent that holds them, or a passphrase that is asked for.
    pub fn keyring(&self, store: &mut SqliteStore) -> Result<Box<dyn Keyring>, Failure> {
        #[cfg(unix)]
        if !self.is_given() {
            let agent = self.agent(store)?;
            if let Some(agent) = agent {
                return Ok(Box::new(agent));
            }
        }
        Ok(Box::new(self.identities(store)?))
    }

    /// The agent of a store, if there is one.
    #[cfg(unix)]
    pub fn agent(&self, store: &mut SqliteStore) -> Result<Option<Agent>, Failure> {
        let path = self.agent_socket(store)?;
        let id = store.read(|records| Ok::<_, StoreError>(records.store_id().to_owned()))?;
        Agent::connect(&path, &id).context(format!("cannot ask the agent at {}", path.display()))
    }

    /// Every agent there is.
    #[cfg(unix)]
    pub fn agents(&self) -> Result<Vec<Agent>, Failure> {
        let folder = self.agent_folder()?;
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => {
                return Err(error).context(format!("cannot read {}", folder.display()));
            }
        };
        let mut found = Vec::new();
        for entry in entries {
            let path = entry?.path();
            let id = path
                .file_stem()
                .and_then(|stem| stem.to_str())
                .unwrap_or_default();
            if path.extension().is_some_and(|ending| ending == "sock") {
                found.extend(Agent::connect(&path, id)?);
            }
        }
        Ok(found)
    }

    /// Where the agent of a store is.
    #[cfg(unix)]
    pub fn agent_socket(&self, store: &mut SqliteStore) -> Result<PathBuf, Failure> {
        let id = store.read(|records| Ok::<_, StoreError>(records.store_id().to_owned()))?;
        Ok(agent::socket(&self.agent_folder()?, &id))
    }

    /// Where agents are.
    #[cfg(unix)]
    fn agent_folder(&self) -> Result<PathBuf, Failure> {
        platform()
            .and_then(|platform| platform.runtime_dir())
            .map(|folder| folder.join("nkeep"))
            .or_else(|| Some(self.state_folder().ok()?.join("run")))
            .ok_or_else(|| Failure::usage("there is no folder for an agent: set XDG_RUNTIME_DIR"))
    }

    /// Whether the command line or the environment says what opens the store.
    fn is_given(&self) -> bool {
        self.opening.identity.is_some()
            || self.opening.identity_fd.is_some()
            || self.opening.passphrase_fd.is_some()
            || credentials_file().is_some()
    }

    /// As [`Self::identities`], and none where nothing was given: for what can do without.
    pub fn identities_if_given(&self, store: &mut SqliteStore) -> Result<Vec<Identity>, Failure> {
        if self.is_given() {
            self.identities(store)
        } else {
            Ok(Vec::new())
        }
    }

    /// A passphrase from an open file.
    pub fn given_passphrase(&self) -> Result<Option<Passphrase>, Failure> {
        let Some(number) = self.opening.passphrase_fd else {
            return Ok(None);
        };
        let path = descriptor(number);
        let text = text_of(&path)?;
        let line = text.lines().next().unwrap_or_default();
        if line.is_empty() {
            return Err(Failure::usage(format!(
                "{} holds no passphrase",
                path.display()
            )));
        }
        Ok(Some(Passphrase::new(line)))
    }

    /// A terminal to ask at, if asking is allowed.
    pub fn prompt(&self) -> Option<Prompt> {
        if self.opening.no_input {
            None
        } else {
            Prompt::open()
        }
    }

    /// How hard a passphrase is to try; tests need not wait.
    #[must_use]
    pub fn work_factor(&self) -> u8 {
        std::env::var("NKEEP_TEST_WORK_FACTOR")
            .ok()
            .filter(|_| cfg!(debug_assertions))
            .and_then(|factor| factor.parse().ok())
            .unwrap_or(DEFAULT_WORK_FACTOR)
    }
}

pub(super) fn locked(why: &str) -> Failure {
    Failure::new(
        ExitCode::Locked,
        anyhow::anyhow!("the store is locked: {why}"),
    )
}

/// The folders that the platform has for data, state and sockets.
fn platform() -> Option<impl BaseStrategy> {
    etcetera::choose_base_strategy().ok()
}

/// Who makes a change, as the system knows them.
fn actor() -> String {
    #[cfg(unix)]
    {
        format!("uid {}", rustix::process::getuid().as_raw())
    }
    #[cfg(not(unix))]
    {
        std::env::var("USERNAME").unwrap_or_else(|_| "unknown".to_owned())
    }
}

pub(super) fn descriptor(number: u32) -> PathBuf {
    PathBuf::from(format!("/dev/fd/{number}"))
}

pub(super) fn text_of(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let bytes = limited_file(path, MAX_FILE).context(format!("cannot read {}", path.display()))?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| Failure::usage(format!("{} is not valid UTF-8", path.display())))?;
    Ok(Zeroizing::new(text.to_owned()))
}
