//! A new identity for a file of its own. Everything that can fail is done first; then the file is written, and only then
//! does a store name the identity. Where it does not come to that, the file is taken away again: the next try would find
//! an identity there that opens nothing.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::files::input::limited_file;
use crate::cmd::files::output::must_have_folder;
use crate::file::{self, Existing};
use crate::store::age::{Identity, Recipient};
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _, StoreError};
use crate::ui::{ExitCode, Failure, Hinted as _};

/// An identity that is not yet in its file.
pub struct Fresh {
    identity: Identity,
    recipient: Recipient,
    path: PathBuf,
}

impl Fresh {
    /// For a file that is not there. `otherwise` is a command for whoever means the one that is.
    pub fn at(path: &Path, otherwise: impl Into<String>) -> Result<Self, Failure> {
        if std::fs::symlink_metadata(path).is_ok() {
            return Err(Failure::new(
                ExitCode::Failed,
                anyhow::anyhow!("cannot write {}: it exists", path.display()),
            ))
            .hint(otherwise);
        }
        must_have_folder(path)?;
        let identity = Identity::generate()?;
        Ok(Self {
            recipient: identity.recipient()?,
            identity,
            path: path.to_owned(),
        })
    }

    /// What will open the store.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// To whom what it opens is sealed.
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// Puts it on disk: the last thing before the store that needs it.
    pub fn write(&self) -> Result<(), StoreError> {
        let written = file::write(&self.path, self.text().as_bytes(), Existing::Keep);
        written.map_err(|source| StoreError::Io {
            path: self.path.clone(),
            doing: "write",
            source,
        })
    }

    /// As `age-keygen` writes it.
    fn text(&self) -> Zeroizing<String> {
        let recipient = self.recipient.to_string();
        let exposed = self.identity.expose();
        let mut text = Zeroizing::new(String::with_capacity(256));
        for part in ["# public key: ", &recipient, "\n", &exposed, "\n"] {
            text.push_str(part);
        }
        text
    }

    /// After a change that failed, and with the store closed: takes the file away, unless the store needs it. A change can
    /// be in the store though what came after it failed, so the store is asked; where it does not answer, the file stays.
    pub fn withdraw(&self, ctx: &Ctx) {
        if self.is_there() && !self.is_named(ctx) {
            let _ = std::fs::remove_file(&self.path);
        }
    }

    /// What came of a change that needs it; where that failed, it is withdrawn. The store is closed for that, and given back else.
    pub fn settled<T>(
        fresh: Option<&Self>,
        ctx: &Ctx,
        store: SqliteStore,
        done: Result<T, StoreError>,
    ) -> Result<(SqliteStore, T), Failure> {
        match (done, fresh) {
            (Ok(done), _) => Ok((store, done)),
            (Err(error), None) => Err(error.into()),
            (Err(error), Some(fresh)) => {
                drop(store);
                fresh.withdraw(ctx);
                Err(error.into())
            }
        }
    }

    /// Whether the file is this one. One that could not be written to its end may be there all the same.
    fn is_there(&self) -> bool {
        let there = limited_file(&self.path, 1 << 10);
        there.is_ok_and(|there| *there == self.text().as_bytes())
    }

    fn is_named(&self, ctx: &Ctx) -> bool {
        let Ok(store) = ctx.store_path() else {
            return true;
        };
        if let Err(error) = std::fs::symlink_metadata(&store) {
            use std::io::ErrorKind;
            let nothing = [ErrorKind::NotFound, ErrorKind::NotADirectory];
            return !nothing.contains(&error.kind());
        }
        let named = ctx.open_store().and_then(|mut store| {
            Ok(store.read(|records| Ok::<_, StoreError>(opens(records, &self.recipient)))?)
        });
        named.unwrap_or(true)
    }
}

fn opens(records: &dyn Records, recipient: &Recipient) -> bool {
    let members = &records.recipients().members;
    members.iter().any(|member| member.recipient == *recipient)
}
