//! Files that commands write: whole or not at all, never over another unasked, secrets readable by their owner alone.

use std::io;
use std::path::Path;

use serde::Serialize;
use zeroize::Zeroizing;

use super::input::Source;
use crate::file;
pub use crate::file::Existing;
use crate::ui::{ExitCode, Failure, Hinted as _};

/// Writes a file that holds a secret: 0600 from its first moment, and in place only when all of it is on disk.
pub fn secret_file(path: &Path, contents: &[u8], existing: Existing) -> Result<(), Failure> {
    if path.as_os_str() == "-" {
        return Err(Failure::usage("a file is wanted, and - is stdout"))
            .hint("leave the option out");
    }
    let doing = format!("cannot write {}", path.display());
    file::write(path, contents, existing).map_err(|error| {
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

/// Refuses to replace what is read: with --force, too, as it may be the only copy.
pub fn spared<'a>(
    output: Option<&Path>,
    inputs: impl IntoIterator<Item = &'a Source>,
) -> Result<(), Failure> {
    let Some(path) = output else {
        return Ok(());
    };
    if inputs.into_iter().any(|input| input.is_file(path)) {
        let shown = path.display();
        return Err(Failure::usage(format!(
            "{shown} is read, and would be replaced by what is written"
        )))
        .hint("name another file for the output");
    }
    Ok(())
}

/// Writes a JSON document that holds a secret, from memory that is wiped; a tree of values would keep a copy.
pub fn secret_document<T: Serialize>(ctx: &super::Ctx, document: &T) -> Result<(), Failure> {
    let mut length = Counted(0);
    serde_json::to_writer_pretty(&mut length, document).map_err(Failure::bug)?;
    // As long as it will be: growing would leave a copy behind.
    let mut text = Zeroizing::new(Vec::with_capacity(length.0 + 1));
    serde_json::to_writer_pretty(&mut *text, document).map_err(Failure::bug)?;
    text.push(b'\n');
    ctx.ui.data(&text)
}

/// Counts what is written, and keeps none of it.
struct Counted(usize);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Refuses to show a secret to whoever looks at the terminal, and to put it into JSON, which ends in logs, unless asked to.
pub fn may_show_secret(ctx: &super::Ctx, reveal: bool, other_way: &str) -> Result<(), Failure> {
    let place = match (ctx.ui.stdout_is_terminal(), ctx.ui.json()) {
        _ if reveal => return Ok(()),
        (true, _) => "shown on a terminal",
        (false, true) => "put into JSON",
        (false, false) => return Ok(()),
    };
    Err(Failure::usage(format!(
        "a secret is not {place} unless --reveal is given"
    )))
    .hint(other_way)
}

/// Refuses to write the only copy of a secret to where nobody reads it. A stdout that was closed is the null device, too:
/// the runtime opens it in its place.
pub fn only_copy_is_read() -> Result<(), Failure> {
    #[cfg(unix)]
    {
        let stdout = rustix::fs::fstat(io::stdout()).map_err(io::Error::from)?;
        let is_null = rustix::fs::stat("/dev/null").is_ok_and(|null| {
            rustix::fs::FileType::from_raw_mode(stdout.st_mode).is_char_device()
                && null.st_rdev == stdout.st_rdev
        });
        if is_null {
            return Err(Failure::new(
                ExitCode::Failed,
                anyhow::anyhow!("stdout is closed or the null device, and the key would be lost"),
            ));
        }
    }
    Ok(())
}
