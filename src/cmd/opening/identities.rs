//! What opens the store, from files: age identities, also of plugins, or an SSH key; and which files are not to be trusted.

use std::fs::Metadata;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::files::input::{Source, all_of, first_line, limited_file};
use crate::cmd::files::output::begins_as_store;
use crate::masking::holds_secret;
use crate::store::age::{Identity, LockedSshKey, Passphrase, SshFile};
use crate::text::{noted, sanitized, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _, called_with, called_with_other};

/// More than any file with an identity has.
const MAX_FILE: u64 = 64 << 10;
/// More than any passphrase has.
const LONGEST_LINE: usize = 4096;

impl Ctx {
    /// Identities from files; nothing when none is named.
    pub fn given_identities(&self) -> Result<Option<Vec<Identity>>, Failure> {
        if let Some(path) = self.identity_file() {
            return self.identities_in(&path).map(Some);
        }
        if let Some(number) = self.opening.identity_fd {
            let place = format!("file descriptor {number}");
            let text = inherited_text(number)?;
            return self.parsed_identities(&text, &place).map(Some);
        }
        self.identity_is_named()?;
        match credentials_file().filter(|_| self.opening.passphrase_fd.is_none()) {
            Some(path) => {
                let place = path.display().to_string();
                self.parsed_identities(&text_of(&path)?, &place).map(Some)
            }
            None => Ok(None),
        }
    }

    /// The identities in a file that somebody named, or in stdin.
    pub fn identities_in(&self, path: &Path) -> Result<Vec<Identity>, Failure> {
        if path.as_os_str() == "-" {
            return self.parsed_identities(&Source::Stdin.text(MAX_FILE)?, "stdin");
        }
        self.must_be_a_name(path)?;
        let metadata = std::fs::metadata(path)
            .context(format!("cannot read {}", path.display()))
            .map_err(|failure| not_there(failure, path))?;
        let is_open = ["/dev/fd", "/dev/stdin", "/proc"]
            .iter()
            .any(|place| path.starts_with(place));
        // A FIFO waits for whoever writes into it, and a device has no end.
        if !metadata.is_file() && !metadata.is_dir() && !is_open {
            return Err(Failure::usage(format!(
                "{} is not a regular file",
                path.display()
            )))
            .hint(format!(
                "nkeep --identity-fd 3 ... 3< {}",
                shell_word(&path.to_string_lossy())
            ));
        }
        let text = text_of(path)?;
        // What is none is said to be none, whoever may read it.
        if holds_secret(&text) {
            self.not_loose(path, &metadata)?;
        }
        let found = self.parsed_identities(&text, &path.display().to_string())?;
        self.not_loose(path, &metadata)?;
        Ok(found)
    }

    /// Refuses an identity where the name of its file is wanted: nothing is found under it, and a file would be made that has it for a
    /// name.
    pub fn must_be_a_name(&self, path: &Path) -> Result<(), Failure> {
        if !holds_secret(&path.to_string_lossy()) {
            return Ok(());
        }
        if self.names_on_command_line(path) {
            let says = "--identity holds an identity itself, which every process of this machine can read there; it takes the name of a file";
            return Err(Failure::usage(says))
                .hint(format!("{} < FILE", called_with_other(path, "-")));
        }
        let says = "NKEEP_IDENTITY holds an identity itself; it takes the name of a file";
        let piped = called_with("--identity -");
        Err(Failure::usage(says)).hint(format!("printf %s \"$NKEEP_IDENTITY\" | {piped}"))
    }

    fn names_on_command_line(&self, path: &Path) -> bool {
        self.opening.identity.as_deref() == Some(path)
    }

    /// Refuses a file with a secret that others can read.
    fn not_loose(&self, path: &Path, metadata: &Metadata) -> Result<(), Failure> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let loose = crate::file::open_to(metadata.permissions().mode());
            if let Some(how) = loose.filter(|_| metadata.is_file()) {
                let word = shell_word(&path.to_string_lossy());
                let says = format!("{} holds a secret, and {how}", path.display());
                // Where the shell opens it, who else may is not asked.
                let opened = match self.identity_file().as_deref() == Some(path) {
                    true if !self.names_on_command_line(path) => {
                        format!("{} 3< {word}", called_with("--identity-fd 3"))
                    }
                    _ => format!("{} < {word}", called_with_other(path, "-")),
                };
                return Err(Failure::new(ExitCode::Failed, anyhow::anyhow!(says)))
                    .hint(format!("chmod 600 {word}"))
                    .hint(noted(
                        opened,
                        "where that cannot be, as on a volume of Kubernetes",
                    ));
            }
        }
        #[cfg(not(unix))]
        let _ = (path, metadata);
        Ok(())
    }

    /// The identities in a text: as `age-keygen` writes it, or an OpenSSH private key.
    fn parsed_identities(&self, text: &str, place: &str) -> Result<Vec<Identity>, Failure> {
        let unusable = || format!("{place} holds no identity that can be used");
        if text.trim_start().starts_with("-----BEGIN") {
            return self
                .ssh_identity(place, text.trim_start())
                .map(|identity| vec![identity])
                .context(unusable());
        }
        let identities = Identity::all_in(text, &self.plugins()?).context(unusable())?;
        if identities.is_empty() {
            return Err(Failure::usage(format!("{place} holds no identity"))).hint(WHO_OPENS);
        }
        Ok(identities)
    }

    fn ssh_identity(&self, place: &str, text: &str) -> Result<Identity, Failure> {
        match SshFile::read(text)? {
            SshFile::Open(identity) => Ok(identity),
            SshFile::Locked(key) => self.unlocked(place, &key),
        }
    }

    /// An SSH key has a passphrase of its own.
    fn unlocked(&self, place: &str, key: &LockedSshKey) -> Result<Identity, Failure> {
        let passphrase = self.passphrase_for(&format!("Passphrase of {}", sanitized(place)))?;
        key.unlock(&passphrase).code(ExitCode::WrongIdentity)
    }

    /// A passphrase from an open file: its next line, and what comes after it is left to whoever reads next.
    pub fn given_passphrase(&self) -> Result<Option<Passphrase>, Failure> {
        let Some(number) = self.opening.passphrase_fd else {
            return Ok(None);
        };
        let place = format!("file descriptor {number}");
        let bytes = crate::file::inherited(number, crate::file::Access::Read)
            .map_err(Failure::from)
            .and_then(|file| first_line(file, LONGEST_LINE))
            .context(format!("cannot read {place}"))?;
        let line = valid(&bytes, &place)?;
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            return Err(Failure::usage(format!("{place} holds no passphrase")));
        }
        Ok(Some(Passphrase::new(line)))
    }
}

/// Whether a file holds an SSH key, which may have a passphrase of its own.
pub fn is_ssh_key(path: &Path) -> bool {
    path.is_file() && text_of(path).is_ok_and(|text| text.trim_start().starts_with("-----BEGIN"))
}

/// What systemd hands to a service.
pub fn credentials_file() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("CREDENTIALS_DIRECTORY")?);
    let path = folder.join("nkeep-identity");
    path.exists().then_some(path)
}

/// A text that is short.
fn text_of(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let shown = path.display();
    match limited_file(path, MAX_FILE) {
        Ok(bytes) => valid(&bytes, &shown.to_string()),
        Err(_) if begins_as_store(path) => {
            let says = format!("{shown} is a store, and no identity");
            Err(Failure::usage(says)).hint(WHO_OPENS)
        }
        Err(failure) => Err(failure).context(format!("cannot read {shown}")),
    }
}

/// What helps where something else was named in place of an identity.
const WHO_OPENS: &str =
    "nkeep store recipients list  # says who opens the store: the file of one of them is wanted";

/// A text that is short, in a file that was left open for this process.
fn inherited_text(number: u32) -> Result<Zeroizing<String>, Failure> {
    let place = format!("file descriptor {number}");
    let bytes = crate::file::inherited(number, crate::file::Access::Read)
        .map_err(Failure::from)
        .and_then(|file| all_of(file, MAX_FILE))
        .context(format!("cannot read {place}"))?;
    valid(&bytes, &place)
}

fn valid(bytes: &[u8], place: &str) -> Result<Zeroizing<String>, Failure> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| Failure::usage(format!("{place} is not valid UTF-8")))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// The file that is to open the store cannot be looked at.
fn not_there(failure: Failure, path: &Path) -> Failure {
    let failure = failure.hint(noted(
        "nkeep store recipients list",
        "says whose identity opens the store",
    ));
    if path.is_absolute() {
        return failure;
    }
    let whole = Path::new("/FOLDER").join(path);
    failure.hint(noted(
        format!(
            "export NKEEP_IDENTITY={}",
            shell_word(&whole.to_string_lossy())
        ),
        "from the root: other names are looked for in the folder where one is",
    ))
}
