//! Files that commands write: whole or not at all, never over another unasked, secrets readable by their owner alone.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::builder::TypedValueParser;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::files::input::Source;
pub use crate::file::Existing;
use crate::file::{self, Audience};
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _, again, called_with, called_with_other};

/// Where output goes that a file can take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To stdout: `-`, `--` as nsc writes it, and `/dev/stdout` as scripts written for nsc do.
    Stdout,
    /// To a file.
    File(PathBuf),
}

impl Target {
    /// Reads one on the command line.
    pub fn parser() -> impl TypedValueParser<Value = Self> {
        clap::builder::PathBufValueParser::new().map(|path| {
            const STDOUT: [&str; 3] = ["-", "--", "/dev/stdout"];
            if STDOUT.iter().any(|name| path.as_os_str() == *name) {
                Self::Stdout
            } else {
                Self::File(path)
            }
        })
    }

    /// The file, when it is one.
    pub fn file(target: Option<&Self>) -> Option<&Path> {
        match target {
            Some(Self::File(path)) => Some(path),
            Some(Self::Stdout) | None => None,
        }
    }
}

/// A file in place of stdout.
#[derive(clap::Args, Clone, Debug)]
pub struct OutputFile {
    /// Write to a new file, with mode 0600 where it may hold a secret; - is stdout
    #[arg(
        long,
        short,
        visible_alias = "output",
        alias = "out",
        value_name = "FILE",
        value_parser = Target::parser(),
        value_hint = clap::ValueHint::FilePath,
        allow_hyphen_values = true
    )]
    output_file: Option<Target>,
    /// Replace the file
    #[arg(long, requires = "output_file")]
    force: bool,
}

impl OutputFile {
    /// The file, when one is named.
    pub fn path(&self) -> Option<&Path> {
        Target::file(self.output_file.as_ref())
    }

    /// Whether it is said, and be it stdout.
    pub const fn is_given(&self) -> bool {
        self.output_file.is_some()
    }

    /// What becomes of one that is there.
    pub const fn existing(&self) -> Existing {
        Existing::with_force(self.force)
    }
}

/// Refuses a place where a file is that stays: any, unless it is to be replaced; and in any case one that opens or holds
/// keys of which it may be the only copy.
pub fn can_be_written(ctx: &Ctx, path: &Path, existing: Existing) -> Result<(), Failure> {
    let Ok(metadata) = std::fs::symlink_metadata(path) else {
        return Ok(());
    };
    let refused = |what: &str| {
        Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("{}{what}", path.display()),
        )
    };
    if metadata.is_dir() {
        let within = path.join("FILE");
        let other = called_with_other(path, &within.to_string_lossy());
        let failure = refused(" is a folder, and a file is wanted");
        return Err(match other == again() {
            true => failure.hint("give the name of a file"),
            false => failure.hint(noted(other, "writes a file in it")),
        });
    }
    if !metadata.is_file() {
        return Err(refused(" is not a regular file, and is not replaced"))
            .hint("give the name of another file");
    }
    if existing == Existing::Keep {
        return Err(refused(" exists").hint(noted(called_with("--force"), "replaces it")));
    }
    match treasure(ctx, path)? {
        Some(what) => Err(refused(&format!(" is {what}, and is not replaced")))
            .hint("give the name of another file"),
        None => Ok(()),
    }
}

/// Refuses a place in a folder that is not there.
pub fn must_have_folder(path: &Path) -> Result<(), Failure> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let Some(folder) = folder.filter(|folder| !folder.is_dir()) else {
        return Ok(());
    };
    Err(Failure::from(io::Error::other(format!(
        "cannot write {}: {} is no folder",
        path.display(),
        folder.display()
    ))))
    .hint(noted(
        format!("mkdir -p {}", shell_word(&folder.to_string_lossy())),
        "makes it, where nothing else is there",
    ))
}

/// What a file is, when nothing may be written over it.
fn treasure(ctx: &Ctx, path: &Path) -> Result<Option<&'static str>, Failure> {
    if ctx.store_path().is_ok_and(|store| same(&store, path)) {
        return Ok(Some("the store"));
    }
    if ctx
        .identity_file()
        .is_some_and(|identity| same(&identity, path))
    {
        return Ok(Some("the identity that opens the store"));
    }
    let mut beginning = Zeroizing::new(Vec::with_capacity(MAX_IDENTITY as usize));
    std::fs::File::open(path)
        .and_then(|file| file.take(MAX_IDENTITY).read_to_end(&mut beginning))
        .context(format!("cannot see what {} is", path.display()))?;
    if is_store(&beginning) {
        return Ok(Some("a store"));
    }
    let mut lines = beginning.split(|byte| *byte == b'\n');
    if lines.any(|line| line.trim_ascii().starts_with(b"AGE-SECRET-KEY-")) {
        return Ok(Some("an age identity"));
    }
    Ok(None)
}

/// No file with an identity is larger.
const MAX_IDENTITY: u64 = 64 << 10;

/// Whether a file is a store of nkeep's, as far as its beginning says.
pub fn begins_as_store(path: &Path) -> bool {
    let mut beginning = Vec::with_capacity(72);
    let is_file = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    let read = |file: std::fs::File| file.take(72).read_to_end(&mut beginning);
    is_file && std::fs::File::open(path).and_then(read).is_ok() && is_store(&beginning)
}

/// Whether a file that begins so is a store of nkeep's: SQLite's header has the application's number at byte 68.
fn is_store(beginning: &[u8]) -> bool {
    beginning.starts_with(b"SQLite format 3\0") && beginning.get(68..72) == Some(b"nkep")
}

/// Whether both are one file.
fn same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Writes a file that holds a secret: 0600 from its first moment, and in place only when all of it is on disk. In a dry run
/// it is not written.
pub fn secret_file(
    ctx: &Ctx,
    path: &Path,
    contents: &[u8],
    existing: Existing,
) -> Result<(), Failure> {
    written(ctx, Audience::Owner, path, contents, existing)
}

/// Writes a file that anybody may read.
pub fn public_file(
    ctx: &Ctx,
    path: &Path,
    contents: &[u8],
    existing: Existing,
) -> Result<(), Failure> {
    written(ctx, Audience::Everybody, path, contents, existing)
}

fn written(
    ctx: &Ctx,
    audience: Audience,
    path: &Path,
    contents: &[u8],
    existing: Existing,
) -> Result<(), Failure> {
    can_be_written(ctx, path, existing)?;
    if ctx.made.is_trial() {
        return Ok(());
    }
    let doing = format!("cannot write {}", path.display());
    file::write_for(audience, path, contents, existing).or_else(|error| {
        must_have_folder(path)?;
        Err(Failure::from(error).context(doing))
    })
}

/// Makes a folder for files that others may not see; in a dry run, looks whether it could be made.
pub fn folder_for_files(ctx: &Ctx, folder: &Path) -> io::Result<()> {
    if !ctx.made.is_trial() {
        return file::private_folder(folder);
    }
    let mut at = folder;
    while !at.exists() {
        match std::fs::symlink_metadata(at) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => at = file::folder_of(at),
        }
    }
    Ok(())
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
pub fn secret_document<T: Serialize>(ctx: &Ctx, document: &T) -> Result<(), Failure> {
    ctx.ui.data(&secret_json(document)?)
}

/// A JSON document that holds a secret, in memory that is wiped.
pub fn secret_json<T: Serialize>(document: &T) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut length = Counted(0);
    serde_json::to_writer_pretty(&mut length, document).map_err(Failure::bug)?;
    // As long as it will be: growing would leave a copy behind.
    let mut text = Zeroizing::new(Vec::with_capacity(length.0 + 1));
    serde_json::to_writer_pretty(&mut *text, document).map_err(Failure::bug)?;
    text.push(b'\n');
    Ok(text)
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
pub fn may_show_secret(ctx: &Ctx, reveal: bool, other_way: &str) -> Result<(), Failure> {
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
