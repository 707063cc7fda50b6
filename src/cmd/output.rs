//! Files that commands write: whole or not at all, never over another unasked, secrets readable by their owner alone.

use std::io::{self, Write as _};
use std::path::Path;

use crate::ui::{ExitCode, Failure, Hinted as _};

/// What to do where a file of that name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it and fail.
    Keep,
    /// Put the new one in its place.
    Replace,
}

impl Existing {
    /// As `--force` has it.
    #[must_use]
    pub const fn with_force(force: bool) -> Self {
        if force { Self::Replace } else { Self::Keep }
    }
}

/// Writes a file that holds a secret: 0600 from its first moment, and in place only when all of it is on disk.
pub fn secret_file(path: &Path, contents: &[u8], existing: Existing) -> Result<(), Failure> {
    if path.as_os_str() == "-" {
        return Err(Failure::usage("a file is wanted, and - is stdout"))
            .hint("leave the option out");
    }
    let doing = format!("cannot write {}", path.display());
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    written(path, folder, contents, existing).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Failure::new(
                ExitCode::Failed,
                anyhow::anyhow!("{} exists", path.display()),
            )
            .hint("add --force to replace it");
        }
        Failure::from(error).context(doing)
    })
}

fn written(path: &Path, folder: &Path, contents: &[u8], existing: Existing) -> io::Result<()> {
    if let Ok(metadata) = std::fs::symlink_metadata(path) {
        if existing == Existing::Keep {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if !metadata.is_file() {
            return Err(io::Error::other("it is not a regular file"));
        }
    }
    // Opened first, so that a folder that is not there is what the error speaks of.
    #[cfg(unix)]
    let opened_folder = std::fs::File::open(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(".nkeep-")
        .tempfile_in(folder)?;
    file.write_all(contents)?;
    file.as_file().sync_all()?;
    let placed = match existing {
        // Linked, not renamed: another file that came meanwhile is not lost.
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace => file.persist(path),
    };
    placed.map_err(|error| error.error)?;
    #[cfg(unix)]
    opened_folder.sync_all()?;
    Ok(())
}

/// Refuses to show a secret to whoever looks at the terminal, unless asked to.
pub fn may_show_secret(ctx: &super::Ctx, reveal: bool, hint: &str) -> Result<(), Failure> {
    if ctx.ui.stdout_is_terminal() && !reveal {
        return Err(Failure::usage(
            "a secret is not shown on a terminal unasked",
        ))
        .hint(hint);
    }
    Ok(())
}
