//! `nkeep export keys`.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::selection::{Selected, Selection};
use super::together::Together;
use crate::cmd::Ctx;
use crate::cmd::ceremony::recording::Transcribing;
use crate::cmd::example::Example;
use crate::cmd::files::output::{Existing, folder_for_files, secret_file};
use crate::cmd::words::argument::named_file;
use crate::file;
use crate::nkey::Seed;
use crate::store::age::Identity;
use crate::store::class::Role;
use crate::store::recipients::may_leave;
use crate::store::sealed::unseal;
use crate::store::sqlite::SqliteStore;
use crate::store::{Store as _, StoreError};
use crate::ui::{ExitCode, Failure, Hinted as _, called_with_other};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "The seeds of the users' keys, a file each that only you can read",
        line: "nkeep export keys --class user --dir seeds",
    },
    Example {
        purpose: "The same to another program, a line each: public key and seed",
        line: "nkeep export keys --class user --fd 3 3>&1 | wc -l",
    },
    Example {
        purpose: "An account with its users, seeds and tokens, for nkeep import files",
        line: "nkeep export keys --account ACME --include-jwts --dir acme",
    },
];

/// Write seeds to files or to another program, in the clear
///
/// One file a key, named PUBLIC-KEY.nk as nsc names it, with mode 0600 in a folder with mode 0700; or with --fd a line a key,
/// public key and seed, into a file that is open. Nothing is written before every key that was asked for has been opened.
/// Never to a terminal. Which keys must be said. With --dry-run the files, or the keys for --fd, are listed instead.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder for the files; made if it is not there
    #[arg(long, short, value_name = "FOLDER", value_parser = named_file(), required_unless_present = "fd")]
    dir: Option<PathBuf>,
    /// Open file to write to instead, such as a pipe
    #[arg(long, value_name = "N", conflicts_with_all = ["dir", "force", "include_jwts", "remove"])]
    fd: Option<u32>,
    #[command(flatten)]
    selection: Selection,
    /// Write the tokens of operators, accounts and users, too
    #[arg(long)]
    include_jwts: bool,
    /// Replace files
    #[arg(long, short = 'F')]
    force: bool,
    /// Remove the keys from the store when all files are written
    #[arg(long, short = 'R')]
    remove: bool,
    #[command(flatten)]
    transcribing: Transcribing,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.transcribing.around(ctx, || exported(ctx, args))
}

fn exported(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let identities = ctx.identities(&mut store)?;
    let selected = store.read(|records| args.selection.of(ctx, records))?;
    let own = |role| matches!(role, Role::Store | Role::Journal);
    if args.remove && selected.keys.iter().any(|record| own(record.role)) {
        return Err(Failure::usage(
            "the store's own keys are among them, and it needs them",
        ))
        .hint("nkeep export keys --operator --remove --dir NEW-FOLDER");
    }
    let seeds = opened(ctx, &mut store, &identities, &selected, args.selection.all)?;
    ctx.record(|did| {
        let keys: Vec<String> = seeds.iter().map(|seed| seed.public().to_string()).collect();
        did.came_to(format!("seeds in the clear: {}", keys.join(" ")));
    });
    if let Some(number) = args.fd.filter(|_| !seeds.is_empty()) {
        return into_open(ctx, number, &seeds);
    }
    let dir = match &args.dir {
        Some(dir) => dir.as_path(),
        None => Path::new(""),
    };
    let mut tokens: Vec<(PathBuf, &str)> = Vec::new();
    if args.include_jwts {
        let entities = selected.entities.iter();
        tokens.extend(entities.map(|entity| {
            let name = format!("{}.jwt", entity.key);
            (dir.join(name), &*entity.token)
        }));
    }
    if seeds.is_empty() && tokens.is_empty() {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("there is no such key in the store"),
        ))
        .hint("nkeep list keys");
    }
    let written = write(ctx, args, dir, &seeds, &tokens)?;
    for (path, token) in &tokens {
        ctx.record(|did| did.wrote(path.display(), token.as_bytes()));
    }
    if args.remove {
        removed(ctx, &mut store, &identities, &seeds)?;
    }
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "exported_keys",
            "dry_run": ctx.made.is_trial(),
            "keys": written,
            "tokens": tokens.iter().map(|(path, _)| path).collect::<Vec<_>>(),
            "removed": args.remove,
        }));
    }
    if ctx.made.is_trial() {
        let seeds = seeds.iter().map(|seed| seed_file(dir, seed));
        let files = seeds.chain(tokens.iter().map(|(path, _)| path.clone()));
        ctx.ui.text(&super::listed(files))?;
    }
    let moved = if args.remove { "moved" } else { "wrote" };
    ctx.ui.note(&format!(
        "{moved} {} seeds in the clear to {}",
        written.len(),
        dir.display()
    ));
    #[cfg(unix)]
    note_open_folder(ctx, dir);
    Ok(())
}

/// The seeds of what was selected; of everything, those that can be opened.
fn opened(
    ctx: &Ctx,
    store: &mut SqliteStore,
    identities: &[Identity],
    selected: &Selected,
    all: bool,
) -> Result<Vec<Seed>, Failure> {
    let mut unopened = Vec::new();
    let seeds = store.read(|records| {
        let mut seeds = Vec::new();
        for record in &selected.keys {
            match unseal(record, identities, records.store_id()) {
                Ok(seed) => {
                    may_leave(records, record.class)?;
                    seeds.push(seed);
                }
                Err(StoreError::Locked { .. }) if all => {}
                // Put in by somebody, and opened by nobody: the others come all the same.
                Err(StoreError::Age { .. } | StoreError::Refused(_))
                    if all && record.owner.is_none() =>
                {
                    unopened.push(record.public);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(seeds)
    })?;
    for key in &unopened {
        ctx.ui.notice(&format!(
            "{key} belongs to nobody, and nothing opens it: it is left out"
        ));
    }
    Ok(seeds)
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
    if ctx.made.is_trial() {
        let keys = seeds.iter().map(|seed| format!("{}\n", seed.public()));
        ctx.ui.text(&keys.collect::<String>())?;
    }
    for seed in seeds.iter().filter(|_| !ctx.made.is_trial()) {
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

fn seed_file(dir: &Path, seed: &Seed) -> PathBuf {
    dir.join(format!("{}.nk", seed.public()))
}

fn write(
    ctx: &Ctx,
    args: &Args,
    dir: &Path,
    seeds: &[Seed],
    tokens: &[(PathBuf, &str)],
) -> Result<Vec<Value>, Failure> {
    let path_of = |seed: &Seed| seed_file(dir, seed);
    // Before the first is written: seeds in the clear are not left behind by an error that could be foreseen.
    let there = seeds
        .iter()
        .map(path_of)
        .chain(tokens.iter().map(|(path, _)| path.clone()))
        .find(|path| std::fs::symlink_metadata(path).is_ok());
    if let Some(path) = there.filter(|_| !args.force) {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("{} exists, and nothing was written", path.display()),
        ))
        .hint(called_with_other(dir, "NEW-FOLDER"));
    }
    let together = Together::begin(dir)?;
    let written = write_each(ctx, args, dir, seeds, tokens, &together);
    if written.is_err() && !ctx.made.is_trial() {
        let is_empty = together.is_empty();
        let left = together.undo();
        for file in &left {
            ctx.ui.warning(&format!(
                "{} was written before, in the clear, and cannot be removed",
                file.display()
            ));
        }
        if left.is_empty() && !is_empty {
            ctx.ui.note(
                "what was written before is removed again, and the store has every key still",
            );
        }
    }
    written
}

/// Writes them one after the other.
fn write_each(
    ctx: &Ctx,
    args: &Args,
    dir: &Path,
    seeds: &[Seed],
    tokens: &[(PathBuf, &str)],
    together: &Together,
) -> Result<Vec<Value>, Failure> {
    folder_for_files(ctx, dir).context(format!("cannot make {}", dir.display()))?;
    let put = |path: &Path, contents: &[u8]| {
        together.put(path, || {
            secret_file(ctx, path, contents, Existing::with_force(args.force))
        })
    };
    let mut written: Vec<Value> = Vec::new();
    for seed in seeds {
        let path = seed_file(dir, seed);
        let mut line = Zeroizing::new(String::with_capacity(64));
        line.push_str(&seed.expose());
        line.push('\n');
        put(&path, line.as_bytes())?;
        written.push(json!({ "public_key": seed.public().to_string(), "file": path }));
    }
    for (path, token) in tokens {
        put(path, token.as_bytes())?;
    }
    Ok(written)
}

/// Removes keys whose seeds are in files by now.
fn removed(
    ctx: &Ctx,
    store: &mut SqliteStore,
    identities: &[Identity],
    seeds: &[Seed],
) -> Result<(), Failure> {
    let summary = format!("moved {} keys to files", seeds.len());
    let keyring = identities.to_vec();
    store.transact(ctx.note("export keys", summary), &keyring, |changes| {
        seeds
            .iter()
            .try_for_each(|seed| changes.remove_key(&seed.public()))
    })?;
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
    let word = crate::text::shell_word(&folder.to_string_lossy());
    ctx.ui.warning(&format!(
        "others may {others_may} (mode {:03o}); run: chmod 700 {word}",
        mode & 0o777
    ));
}
