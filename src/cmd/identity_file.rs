//! Files with what opens the store: age identities, also of plugins, or an SSH key.

use std::path::{Path, PathBuf};

use super::Ctx;
use super::opening::{descriptor, locked, text_of};
use crate::store::age::{Identity, LockedSshKey, Passphrase, SshFile};
use crate::text::sanitized;
use crate::ui::{ExitCode, Failure, Hinted as _};

impl Ctx {
    /// Identities from files; nothing when none is named.
    pub fn given_identities(&self) -> Result<Option<Vec<Identity>>, Failure> {
        if let Some(path) = &self.opening.identity {
            return self.identities_in(path, true).map(Some);
        }
        if let Some(number) = self.opening.identity_fd {
            return self.identities_in(&descriptor(number), false).map(Some);
        }
        match credentials_file() {
            Some(path) => self.identities_in(&path, false).map(Some),
            None => Ok(None),
        }
    }

    /// The identities in a file: as `age-keygen` writes it, or an OpenSSH private key.
    fn identities_in(&self, path: &Path, private: bool) -> Result<Vec<Identity>, Failure> {
        if private {
            not_loose(path)?;
        }
        let text = text_of(path)?;
        let unusable = || format!("{} holds no identity that can be used", path.display());
        if text.trim_start().starts_with("-----BEGIN") {
            return self
                .ssh_identity(path, text.trim_start())
                .map(|identity| vec![identity])
                .context(unusable());
        }
        let identities = Identity::all_in(&text, &self.plugins()?).context(unusable())?;
        if identities.is_empty() {
            return Err(Failure::usage(format!(
                "{} holds no identity",
                path.display()
            )))
            .hint("nkeep store init --new-identity FILE");
        }
        Ok(identities)
    }

    fn ssh_identity(&self, path: &Path, text: &str) -> Result<Identity, Failure> {
        match SshFile::read(text)? {
            SshFile::Open(identity) => Ok(identity),
            SshFile::Locked(key) => self.unlocked(path, &key),
        }
    }

    /// An SSH key has a passphrase of its own.
    fn unlocked(&self, path: &Path, key: &LockedSshKey) -> Result<Identity, Failure> {
        let passphrase = match self.given_passphrase()? {
            Some(passphrase) => passphrase,
            None => {
                let mut prompt = self
                    .prompt()
                    .ok_or_else(|| locked("there is no terminal to ask for its passphrase at"))
                    .hint("nkeep --passphrase-fd 3 ... 3< FILE")?;
                let name = sanitized(&path.to_string_lossy()).into_owned();
                Passphrase::new(prompt.secret(&format!("Passphrase of {name}"))?.as_str())
            }
        };
        key.unlock(&passphrase).code(ExitCode::WrongIdentity)
    }
}

/// What systemd hands to a service.
pub(super) fn credentials_file() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("CREDENTIALS_DIRECTORY")?);
    let path = folder.join("nkeep-identity");
    path.exists().then_some(path)
}

/// Refuses a file with a secret that others can read.
fn not_loose(path: &Path) -> Result<(), Failure> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let metadata =
            std::fs::metadata(path).context(format!("cannot read {}", path.display()))?;
        let mode = metadata.permissions().mode() & 0o777;
        if metadata.is_file() && mode & 0o077 != 0 {
            return Err(Failure::usage(format!(
                "{} holds a secret, and others may read it (mode {mode:03o})",
                path.display()
            )))
            .hint(format!("chmod 600 {}", path.display()));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
