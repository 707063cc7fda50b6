//! What can go wrong with a store; each kind has its exit code in `ui`.

use std::io;
use std::path::{Path, PathBuf};

use super::age::AgeError;
use super::class::Class;
use crate::nkey::{NkeyError, PublicKey};
use crate::text::quoted;

/// Why the store cannot do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is none.
    #[error("there is no store at {}", .0.display())]
    Missing(PathBuf),
    /// There is one already.
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    /// The file is no store, or is not to be trusted with secrets.
    #[error("{} cannot be used as a store: {reason}", .path.display())]
    Unusable {
        /// which file
        path: PathBuf,
        /// why
        reason: String,
    },
    /// The file has nothing in it.
    #[error("{} cannot be used as a store: it is empty", .0.display())]
    Empty(PathBuf),
    /// Others may read or change the file.
    #[error("{} cannot be used as a store: {how}", .path.display())]
    Loose {
        /// which file
        path: PathBuf,
        /// who may what
        how: String,
    },
    /// Others keep it busy.
    #[error("{} is being changed by another process, and this one has waited long enough", .path.display())]
    Busy {
        /// which file
        path: PathBuf,
    },
    /// Somebody changed it who may not.
    #[error("{} was tampered with: {what}", .path.display())]
    Tampered {
        /// which file
        path: PathBuf,
        /// how it shows
        what: String,
    },
    /// What a key is sealed as is another key, or of another store, class or role.
    #[error("the sealed seed of {0} is not its own: the store was tampered with")]
    Foreign(PublicKey),
    /// An older copy stands in its place, or another history.
    #[error("{} was rolled back: {what}", .path.display())]
    RolledBack {
        /// which file
        path: PathBuf,
        /// how it shows
        what: String,
        /// the head that it has now
        head: String,
    },
    /// Another file stands in its place than when it was opened.
    #[error("{} was replaced by another file while this command ran", .0.display())]
    Replaced(PathBuf),
    /// Two copies were changed, and cannot both be right.
    #[error("{} and another copy of it were both changed: {what}", .path.display())]
    Conflict {
        /// which file
        path: PathBuf,
        /// where they meet
        what: String,
    },
    /// How far it came cannot be remembered outside of it.
    #[error("nothing was changed: nothing can be remembered of stores in {}", .folder.display())]
    Unremembered {
        /// where that is to be
        folder: PathBuf,
        /// what the system said
        source: io::Error,
    },
    /// The clock went back.
    #[error("this machine's clock is {0} seconds behind the last change in the store")]
    ClockBehind(i64),
    /// There is nothing to open it with.
    #[error("no identity is at hand that opens {class} keys")]
    Locked {
        /// what was to be opened
        class: Class,
    },
    /// Seeds of that class stay inside.
    #[error(
        "seeds of {class} keys leave this store only sealed: its recipients forbid that they are exported"
    )]
    Kept {
        /// what was to leave
        class: Class,
    },
    /// Root seeds stay inside, whatever the recipients say.
    #[error(
        "this store keeps its root keys for ceremonies: their seeds leave it sealed, as shares or on paper, and never in the clear"
    )]
    Offline,
    /// Identities of operators stay outside, whoever brings them.
    #[error(
        "the store is one to work with, and takes no identity of an operator: that stays where the root is"
    )]
    Rootless {
        /// whether it was to be made here
        made: bool,
    },
    /// The identity at hand is another.
    #[error("the identity is not one that the store is sealed to")]
    WrongIdentity,
    /// The passphrase at hand is another.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// There is no such thing.
    #[error("there is no {what} {}", quoted(name))]
    NoSuch {
        /// operator, account, user, key
        what: &'static str,
        /// as it was asked for
        name: String,
    },
    /// There is one of that name.
    #[error("there is already {what} {}", quoted(name))]
    Taken {
        /// an operator, an account, a user, a key
        what: &'static str,
        /// its name
        name: String,
    },
    /// The file, or the folder that its journal stands in, may not be written.
    #[error("cannot change {}: it or its folder may not be written by this user", .0.display())]
    ReadOnly(PathBuf),
    /// SQLite failed.
    #[error("cannot {doing} {}: {cause}", .path.display())]
    Sqlite {
        /// which file
        path: PathBuf,
        /// read or change
        doing: &'static str,
        /// why, in SQLite's words
        cause: rusqlite::Error,
    },
    /// The system failed.
    #[error("cannot {doing} {}", .path.display())]
    Io {
        /// which file
        path: PathBuf,
        /// what was being done
        doing: &'static str,
        /// why
        source: io::Error,
    },
    /// Sealing or opening failed.
    #[error("{what}: {source}")]
    Age {
        /// what was sealed or opened
        what: String,
        /// why
        source: AgeError,
    },
    /// A key failed.
    #[error(transparent)]
    Key(#[from] NkeyError),
    /// A rule of the domain was broken.
    #[error("{0}")]
    Refused(String),
}

impl StoreError {
    pub(super) fn tampered(path: &Path, what: impl Into<String>) -> Self {
        Self::Tampered {
            path: path.to_owned(),
            what: what.into(),
        }
    }

    pub(super) fn io(path: &Path, doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io {
            path: path.to_owned(),
            doing,
            source,
        }
    }

    /// What SQLite says, in the kind that it is.
    pub(super) fn sqlite(path: &Path, doing: &'static str, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::tampered(&path, "its pages are malformed"),
            Some(ErrorCode::NotADatabase) => Self::Unusable {
                path,
                reason: "it is no SQLite database".to_owned(),
            },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly(path),
            _ => Self::Sqlite {
                path,
                doing,
                cause: source,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::StoreError;

    #[test]
    fn a_file_that_may_not_be_written_is_named_and_sqlite_is_not() {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_READONLY_DIRECTORY);
        let cause = rusqlite::Error::SqliteFailure(code, None);
        let error = StoreError::sqlite(Path::new("acme.nkeep"), "change", cause);
        assert_eq!(
            error.to_string(),
            "cannot change acme.nkeep: it or its folder may not be written by this user"
        );
    }
}
