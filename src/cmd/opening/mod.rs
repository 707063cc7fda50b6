//! Where the store is, and what opens it: the flags that every command has, the environment, a prompt.

mod absent;
pub mod chosen;
pub mod context;
pub mod copied;
pub mod expected;
pub mod fresh;
pub mod identities;
pub mod places;
pub mod plugins;

use std::path::{Path, PathBuf};

use super::Ctx;
use crate::agent::{self, Agent};
use crate::ceremony::stand_in::StandIn;
use crate::cmd::opening::identities::{credentials_file, is_ssh_key};
use crate::cmd::opening::places::variable;
#[cfg(unix)]
use crate::jwt::sign::Signer;
use crate::nkey::{PublicKey, Seed};
use crate::store::age::{DEFAULT_WORK_FACTOR, Identity, Passphrase};
use crate::store::keyring::{Countersigner, Keyring};
use crate::store::record::{EntityKind, KeyRecord, StoredIdentity};
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Changes, Note, Records, Store as _, StoreError, founding};
use crate::testing;
use crate::text::noted;
use crate::ui::progress::Progress;
use crate::ui::prompt::Prompt;
use crate::ui::{ExitCode, Failure, Hinted as _};

/// Where the store is and what opens it.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(next_help_heading = "Store options")]
pub struct Opening {
    /// File with the store [env: NKEEP_STORE]
    // Variables are read by hand: what clap reads from there it takes for given, and in conflict with what is.
    #[arg(long, global = true, hide_short_help = true, value_name = "FILE")]
    pub store: Option<PathBuf>,
    /// Folder that holds the store and all that is remembered of it
    #[arg(
        long,
        short = 'H',
        global = true,
        hide_short_help = true,
        value_name = "DIR"
    )]
    pub all_dirs: Option<PathBuf>,
    /// Folder that holds the store, as default.nkeep
    #[arg(long, global = true, hide_short_help = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Whether that folder is remembered, so that nobody has to say it again
    #[arg(skip)]
    pub is_remembered: bool,
    /// Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]
    #[arg(long, global = true, hide_short_help = true, value_name = "DIR")]
    pub config_dir: Option<PathBuf>,
    /// Taken for the sake of scripts written for nsc: seeds are in the store
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        value_name = "DIR",
        hide = true
    )]
    pub keystore_dir: Option<PathBuf>,
    /// File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]
    #[arg(long, global = true, hide_short_help = true, value_name = "FILE")]
    pub identity: Option<PathBuf>,
    /// Open file with an age identity
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        value_name = "N",
        conflicts_with = "identity"
    )]
    pub identity_fd: Option<u32>,
    /// Open file with the passphrase on its first line
    #[arg(long, global = true, hide_short_help = true, value_name = "N")]
    pub passphrase_fd: Option<u32>,
    /// Change the store though its last change is later than this machine's clock
    #[arg(long, global = true, hide_short_help = true)]
    pub clock_was_wrong: bool,
    /// Take seeds that stand on the command line, where every process of this machine can read them
    #[arg(long, global = true, hide_short_help = true)]
    pub insecure_argv: bool,
    /// Never ask; what is missing is an error
    #[arg(long, global = true, hide_short_help = true)]
    pub no_input: bool,
}

impl Ctx {
    /// Opens the store; what it holds is not yet opened.
    pub fn open_store(&self) -> Result<SqliteStore, Failure> {
        self.identity_is_named()?;
        let (path, pins) = (self.store_path()?, self.pins()?);
        let mut store = SqliteStore::open(&path, &pins, Rollback::Refuse)
            .map_err(|error| self.unopened(&path, error))?;
        expected::must_be(&mut store)?;
        if let Some(behind) = store.behind() {
            self.ui
                .notice(&format!("{behind}; it can be read, and not changed"));
        }
        Ok(store.with_plugins(self.plugins()?))
    }

    /// Reads all that a store has, or much of it, and shows how far that is.
    pub fn read_much<T, E: From<StoreError>>(
        &self,
        store: &mut SqliteStore,
        look: impl FnOnce(&dyn Records) -> Result<T, E>,
    ) -> Result<T, E> {
        let seen = store.seen();
        store.read(|records| {
            let _shown = if self.ui.is_waited_for() {
                Some(Progress::shown("read", seen, entity_count(records)? as u64))
            } else {
                None
            };
            look(records)
        })
    }

    /// Shows how far it is to a person who waits while so many entities and keys are shown or written.
    pub fn waited_for(
        &self,
        store: &mut SqliteStore,
        doing: &'static str,
        total: impl FnOnce(&dyn Records) -> Result<usize, StoreError>,
    ) -> Result<Option<Progress>, StoreError> {
        if !self.ui.is_waited_for() {
            return Ok(None);
        }
        let total = store.read(total)? as u64;
        Ok(Some(Progress::shown(doing, store.seen(), total)))
    }

    /// What is written about a change.
    #[must_use]
    pub fn note(&self, command: &'static str, summary: impl Into<String>) -> Note {
        Note {
            made: self.made.clone(),
            earlier: self.opening.clock_was_wrong,
            ..Note::new(
                actor(),
                command,
                summary,
                self.changed_at.unwrap_or_else(|| self.clock.now()),
            )
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
        let stored = store.read(founding::inside)?;
        if stored.is_empty() {
            return Err(locked("its identity is kept in a file"))
                .hint("export NKEEP_IDENTITY=FILE")
                .hint(noted("nkeep store recipients list", "says who opens it"));
        }
        if let Some(passphrase) = self.given_passphrase()? {
            return Ok(vec![opened(&stored, &passphrase)?]);
        }
        Ok(vec![typed(&mut self.passphrase_prompt()?, &stored)?])
    }

    fn passphrase_prompt(&self) -> Result<Prompt, Failure> {
        self.prompt()
            .ok_or_else(|| locked("there is no terminal to ask for its passphrase at"))
            .hint("nkeep --passphrase-fd 3 ... 3< FILE")
    }

    /// The passphrase that is given; else it is asked for in those words.
    pub(super) fn passphrase_for(&self, question: &str) -> Result<Passphrase, Failure> {
        if let Some(passphrase) = self.given_passphrase()? {
            return Ok(passphrase);
        }
        let mut prompt = self.passphrase_prompt()?;
        Ok(Passphrase::new(prompt.secret(question)?.as_str()))
    }

    /// Whatever opens keys: identities that are given, an agent that holds them, or a passphrase that is asked for.
    pub fn keyring(&self, store: &mut SqliteStore) -> Result<Box<dyn Keyring>, Failure> {
        let keys = self.keys(store)?;
        // Where none is at hand, who has them may be asked.
        #[cfg(feature = "net")]
        let keys: Box<dyn Keyring> = Box::new(super::managed::Reaching::new(self, keys));
        Ok(match &self.stand_in {
            None => keys,
            Some(stand_in) => Box::new(StoodIn {
                keys,
                stand_in: stand_in.clone(),
            }),
        })
    }

    fn keys(&self, store: &mut SqliteStore) -> Result<Box<dyn Keyring>, Failure> {
        #[cfg(unix)]
        if !self.is_given() {
            let agent = self.agent(store)?;
            if let Some(agent) = agent {
                return Ok(Box::new(agent));
            }
        }
        Ok(Box::new(self.identities(store)?))
    }

    /// Whether there is a store.
    pub fn has_store(&self) -> Result<bool, Failure> {
        let found = std::fs::symlink_metadata(self.store_path()?);
        Ok(!found.is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound))
    }

    /// The agent of a store, if there is one.
    #[cfg(unix)]
    pub fn agent(&self, store: &mut SqliteStore) -> Result<Option<Agent>, Failure> {
        let path = self.agent_socket(store)?;
        let id = store.read(|records| Ok::<_, StoreError>(records.store_id().to_owned()))?;
        Agent::connect(&path, &id).context(format!("cannot ask the agent at {}", path.display()))
    }

    /// Ends the agent of a store whose recipients are others now: what it has may open nothing any more.
    #[cfg(unix)]
    pub fn end_agent(&self, store: &mut SqliteStore) {
        if self.made.is_trial() {
            return;
        }
        let ended = self
            .agent(store)
            .and_then(|agent| agent.map_or(Ok(false), |agent| Ok(agent.lock().map(|()| true)?)));
        match ended {
            Ok(false) => {}
            Ok(true) => self
                .ui
                .notice("the agent was ended: it had the identity of before; run: nkeep unlock"),
            // The change is made; that this failed does not undo it.
            Err(_) => self
                .ui
                .warning("the agent could not be asked to end; run: nkeep lock"),
        }
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

    /// Whether the command line or the environment says what opens the store.
    pub fn is_given(&self) -> bool {
        self.identity_file().is_some()
            || self.opening.identity_fd.is_some()
            || self.opening.passphrase_fd.is_some()
            || credentials_file().is_some()
    }

    /// Refuses an environment that names nothing as the identity, where it is asked.
    pub fn identity_is_named(&self) -> Result<(), Failure> {
        let opening = &self.opening;
        if opening.identity.is_some()
            || opening.identity_fd.is_some()
            || opening.passphrase_fd.is_some()
        {
            return Ok(());
        }
        variable("NKEEP_IDENTITY").map(drop)
    }

    /// The file with the identity, as the command line names it, or the environment where the command line says nothing.
    pub fn identity_file(&self) -> Option<PathBuf> {
        let silent = |path: &Path| {
            self.opening.identity_fd.is_none()
                && (self.opening.passphrase_fd.is_none() || is_ssh_key(path))
        };
        let named = || {
            let path = std::env::var_os("NKEEP_IDENTITY")?;
            Some(PathBuf::from(path)).filter(|path| !path.as_os_str().is_empty() && silent(path))
        };
        self.opening.identity.clone().or_else(named)
    }

    /// As [`Self::identities`], and none where nothing was given: for what can do without.
    pub fn identities_if_given(&self, store: &mut SqliteStore) -> Result<Vec<Identity>, Failure> {
        if self.is_given() {
            self.identities(store)
        } else {
            Ok(Vec::new())
        }
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
        testing::set("NKEEP_TEST_WORK_FACTOR").unwrap_or(DEFAULT_WORK_FACTOR)
    }
}

/// Whatever opens keys, and an identity that is offline has somebody stand in for it.
struct StoodIn {
    keys: Box<dyn Keyring>,
    stand_in: StandIn,
}

impl Keyring for StoodIn {
    fn unseal(&self, record: &KeyRecord, store: &str) -> Result<Seed, StoreError> {
        self.keys.unseal(record, store)
    }

    fn signer(&self, record: &KeyRecord, store: &str) -> Result<Box<dyn Signer>, StoreError> {
        self.keys.signer(record, store)
    }

    fn away(&self, key: &PublicKey) -> Option<Box<dyn Signer>> {
        self.stand_in.signer(key)
    }

    fn with_change(&self, changes: &mut dyn Changes) -> Result<(), StoreError> {
        self.stand_in.take(changes)
    }

    fn identities(&self) -> &[Identity] {
        self.keys.identities()
    }

    fn countersigner(&self, account_server: &str) -> Option<Box<dyn Countersigner>> {
        self.keys.countersigner(account_server)
    }
}

/// The identity that a passphrase opens which somebody types, who may mistype it twice.
fn typed(prompt: &mut Prompt, stored: &[StoredIdentity]) -> Result<Identity, Failure> {
    const SLIPS: usize = 2;
    let mut slips = 0;
    loop {
        let passphrase = Passphrase::new(prompt.secret("Passphrase of the store")?.as_str());
        match opened(stored, &passphrase) {
            Err(failure) if failure.code() == ExitCode::WrongIdentity && slips < SLIPS => {
                prompt.show("that is not the passphrase: once more")?;
                slips += 1;
            }
            opened => return opened,
        }
    }
}

/// The identity in the store that a passphrase opens.
fn opened(stored: &[StoredIdentity], passphrase: &Passphrase) -> Result<Identity, Failure> {
    founding::opened(stored, passphrase).map_err(|error| match error {
        wrong @ StoreError::WrongPassphrase => Failure::from(wrong).hint(noted(
            "nkeep store recipients list",
            "says who else opens the store, where the passphrase is lost",
        )),
        other => other.into(),
    })
}

pub(super) fn locked(why: &str) -> Failure {
    Failure::new(
        ExitCode::Locked,
        anyhow::anyhow!("the store is locked: {why}"),
    )
}

/// How many entities there are.
pub fn entity_count(records: &dyn Records) -> Result<usize, StoreError> {
    let mut count = 0;
    for kind in EntityKind::ALL {
        count += usize::try_from(records.count(kind)?).unwrap_or_default();
    }
    Ok(count)
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
