//! `nkeep export keys`.

use std::path::PathBuf;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::named_file;
use crate::cmd::output::{Existing, secret_file};
use crate::file;
use crate::nkey::PublicKey;
use crate::store::class::Class;
use crate::store::sealed::unseal;
use crate::store::{Store as _, StoreError};
use crate::text::shell_word;
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The seeds of the users' keys, a file each that only you can read",
    line: "nkeep export keys --class user --dir seeds",
}];

/// Write seeds to files, in the clear
///
/// One file a key, named PUBLIC-KEY.nk as nsc names it, with mode 0600 in a folder with mode 0700. Nothing is written
/// before every key that was asked for has been opened. Never to a terminal.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder for the files; made if it is not there
    #[arg(long, short, value_name = "FOLDER", value_parser = named_file())]
    dir: PathBuf,
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
    let seeds = store.read(|records| {
        let mut seeds = Vec::new();
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
                Err(error) => return Err(error),
            }
            Ok(())
        })?;
        Ok(seeds)
    })?;
    if seeds.is_empty() {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("there is no such key in the store"),
        ))
        .hint("nkeep list keys");
    }
    file::private_folder(&args.dir).context(format!("cannot make {}", args.dir.display()))?;
    let path_of = |seed: &crate::nkey::Seed| args.dir.join(format!("{}.nk", seed.public()));
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
    for seed in &seeds {
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
        args.dir.display()
    ));
    #[cfg(unix)]
    note_open_folder(ctx, &args.dir);
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
