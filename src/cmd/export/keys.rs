//! `nkeep export keys`.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::named_file;
use crate::cmd::output::{Existing, secret_file};
use crate::file;
use crate::nkey::{PublicKey, Seed};
use crate::store::class::Class;
use crate::store::sealed::unseal;
use crate::store::{Store as _, StoreError};
use crate::text::shell_word;
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "The seeds of the users' keys, a file each that only you can read",
        line: "nkeep export keys --class user --dir seeds",
    },
    Example {
        purpose: "The same to another program, a line each: public key and seed",
        line: "nkeep export keys --class user --fd 3 3>&1 | wc -l",
    },
];

/// Write seeds to files or to another program, in the clear
///
/// One file a key, named PUBLIC-KEY.nk as nsc names it, with mode 0600 in a folder with mode 0700; or with --fd a line a key,
/// public key and seed, into a file that is open. Nothing is written before every key that was asked for has been opened.
/// Never to a terminal.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder for the files; made if it is not there
    #[arg(long, short, value_name = "FOLDER", value_parser = named_file(), required_unless_present = "fd")]
    dir: Option<PathBuf>,
    /// Open file to write to instead, such as a pipe
    #[arg(long, value_name = "N", conflicts_with_all = ["dir", "force"])]
    fd: Option<u32>,
    /// Class of keys
    #[arg(long, required_unless_present_any = ["key", "all"])]
    class: Vec<Class>,
    /// Public key
    #[arg(long, value_name = "KEY")]
    key: Vec<PublicKey>,
    /// Every key that the identity at hand opens
    #[arg(long, short = 'A', conflicts_with_all = ["class", "key"])]
    all: bool,
    /// Replace files
    #[arg(long)]
    force: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let identities = ctx.identities(&mut store)?;
    let (seeds, unopened) = store.read(|records| {
        let (mut seeds, mut unopened) = (Vec::new(), Vec::new());
        for key in &args.key {
            if records.key(key)?.is_none() {
                return Err(StoreError::NoSuch {
                    what: "key",
                    name: key.to_string(),
                });
            }
        }
        records.each_key(&mut |record| {
            let named = args.key.contains(&record.public);
            // The journal's is of no use to anybody else.
            let of_all = args.all && record.class != Class::Journal;
            let wanted = of_all || named || args.class.contains(&record.class);
            if !wanted || (record.sealed.is_none() && !named) {
                return Ok(());
            }
            match unseal(&record, &identities, records.store_id()) {
                Ok(seed) => seeds.push(seed),
                Err(StoreError::Locked { .. }) if args.all => {}
                // Put in by somebody, and opened by nobody: the others come all the same.
                Err(StoreError::Age { .. } | StoreError::Refused(_))
                    if args.all && record.owner.is_none() =>
                {
                    unopened.push(record.public);
                }
                Err(error) => return Err(error),
            }
            Ok(())
        })?;
        Ok((seeds, unopened))
    })?;
    for key in &unopened {
        ctx.ui.note(&format!(
            "{key} belongs to nobody, and nothing opens it: it is left out"
        ));
    }
    if seeds.is_empty() {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("there is no such key in the store"),
        ))
        .hint("nkeep list keys");
    }
    match (&args.dir, args.fd) {
        (Some(dir), _) => into_folder(ctx, args, dir, &seeds),
        (None, Some(number)) => into_open(ctx, number, &seeds),
        (None, None) => Err(Failure::usage("where the seeds go is not said")),
    }
}

/// A line a key into a file that is open.
fn into_open(ctx: &Ctx, number: u32, seeds: &[Seed]) -> Result<(), Failure> {
    let place = format!("file descriptor {number}");
    let mut open =
        file::inherited(number, file::Access::Write).context(format!("cannot write to {place}"))?;
    if open.is_terminal() {
        return Err(Failure::usage(format!(
            "{place} is a terminal, and seeds are not shown"
        )))
        .hint("nkeep export keys --class user --dir FOLDER");
    }
    for seed in seeds {
        let mut line = Zeroizing::new(String::with_capacity(128));
        line.push_str(&seed.public().to_string());
        line.push(' ');
        line.push_str(&seed.expose());
        line.push('\n');
        open.write_all(line.as_bytes())
            .context(format!("cannot write to {place}"))?;
    }
    ctx.ui.note(&format!(
        "wrote {} seeds in the clear to {place}",
        seeds.len()
    ));
    Ok(())
}

fn into_folder(ctx: &Ctx, args: &Args, dir: &Path, seeds: &[Seed]) -> Result<(), Failure> {
    file::private_folder(dir).context(format!("cannot make {}", dir.display()))?;
    let path_of = |seed: &Seed| dir.join(format!("{}.nk", seed.public()));
    // Before the first is written: seeds in the clear are not left behind by an error that could be foreseen.
    let there = seeds
        .iter()
        .map(path_of)
        .find(|path| std::fs::symlink_metadata(path).is_ok());
    if let Some(path) = there.filter(|_| !args.force) {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("{} exists, and nothing was written", path.display()),
        ))
        .hint("nkeep export keys --dir NEW-FOLDER");
    }
    let mut written: Vec<Value> = Vec::new();
    for seed in seeds {
        let path = path_of(seed);
        let mut line = Zeroizing::new(String::with_capacity(64));
        line.push_str(&seed.expose());
        line.push('\n');
        secret_file(
            ctx,
            &path,
            line.as_bytes(),
            Existing::with_force(args.force),
        )?;
        written.push(json!({ "public_key": seed.public().to_string(), "file": path }));
    }
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "exported_keys", "keys": written }));
    }
    ctx.ui.note(&format!(
        "wrote {} seeds in the clear to {}",
        written.len(),
        dir.display()
    ));
    #[cfg(unix)]
    note_open_folder(ctx, dir);
    Ok(())
}

/// The files are private in any folder; that they are there, and of whom, is for everybody to see in one that is not.
#[cfg(unix)]
fn note_open_folder(ctx: &Ctx, folder: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(folder).map_or(0, |metadata| metadata.permissions().mode());
    let others_may = match mode & 0o077 {
        0 => return,
        bits if bits & 0o022 != 0 => "remove or replace the files in it",
        _ => "see which keys are in it",
    };
    let word = shell_word(&folder.to_string_lossy());
    ctx.ui.note(&format!(
        "warning: others may {others_may} (mode {:03o}); run: chmod 700 {word}",
        mode & 0o777
    ));
}
