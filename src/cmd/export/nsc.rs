//! `nkeep export nsc`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::folder_for_files;
use crate::cmd::opening::entity_count;
use crate::cmd::words::argument::named_file;
use crate::nsc::export::NscStore;
use crate::store::Store as _;
use crate::text::{noted, shell_word};
use crate::ui::progress::Progress;
use crate::ui::{Failure, Hinted as _, called_with_other};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "The tokens, where nsc reads and validates them",
        line: "nkeep export nsc for-nsc",
    },
    Example {
        purpose: "All that nsc needs to go on from there, seeds in the clear",
        line: "nkeep export nsc for-nsc --reveal",
    },
];

/// Write the store as nsc has one
///
/// Folders with mode 0700 and files with mode 0600, as nsc makes them, in a new folder; all of it or nothing. Without
/// --reveal there are tokens alone. With it every key that the identity at hand opens is written in the clear, and a creds
/// file for every user. What an export that was killed left, under a hidden name beside the folder, is taken away by the
/// next one to that folder. With --dry-run the files are listed, and nothing is written.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The folder; made, or empty
    #[arg(value_name = "FOLDER", value_parser = named_file())]
    folder: PathBuf,
    /// Write seeds and creds files, too, in the clear
    #[arg(long)]
    reveal: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let made = if args.reveal {
        let keyring = ctx.keyring(&mut store)?;
        let _shown = ctx.waited_for(&mut store, "read", |records| {
            Ok(records.listed_keys()?.iter().len() + entity_count(records)?)
        })?;
        store.read(|records| NscStore::with_seeds(records, &*keyring))?
    } else {
        let _shown = ctx.waited_for(&mut store, "read", entity_count)?;
        store.read(NscStore::tokens)?
    };
    let is_trial = ctx.made.is_trial();
    let unwritten = || format!("cannot write {}", args.folder.display());
    made.fits(&args.folder)
        .context(unwritten())
        .hint(called_with_other(&args.folder, &another(&args.folder)))?;
    let left = if is_trial {
        folder_for_files(ctx, &args.folder).map(|()| Vec::new())
    } else {
        let _shown = ctx.ui.is_waited_for().then(|| {
            let files = made.files().count() as u64;
            Progress::shown("written", Arc::clone(&made.written), files)
        });
        made.write(&args.folder)
    };
    let left = left.context(unwritten())?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "nsc_store",
            "folder": args.folder,
            "dry_run": is_trial,
            "files": made.files().collect::<Vec<_>>(),
            "tokens": made.tokens,
            "seeds": made.seeds,
            "creds": made.creds,
            "sealed_to_others": made.sealed_to_others,
        }));
    }
    if is_trial {
        let files = made.files().map(|file| args.folder.join(file));
        ctx.ui.text(&super::listed(files))?;
    }
    ctx.ui.note(&format!(
        "wrote {} tokens, {} seeds and {} creds files to {}",
        made.tokens,
        made.seeds,
        made.creds,
        args.folder.display()
    ));
    for left in left {
        ctx.ui.note(&format!(
            "took away {}, which an export that was killed had left",
            left.display()
        ));
    }
    if made.sealed_to_others > 0 {
        ctx.ui.notice(&format!(
            "{} keys are sealed to others, and are not in it",
            made.sealed_to_others
        ));
    }
    if !args.reveal {
        let other = shell_word(&another(&args.folder));
        ctx.next(&noted(
            format!("nkeep export nsc {other} --reveal"),
            "without seeds nsc reads and validates, and signs nothing: this writes them, in the clear",
        ));
    }
    let folder = |inner: &str| shell_word(&args.folder.join(inner).to_string_lossy());
    let next = format!(
        "nsc --config-dir {} --data-dir {} --keystore-dir {} env",
        folder("config"),
        folder("stores"),
        folder("keys")
    );
    ctx.next(&noted(next, "nsc makes its folder config itself"));
    Ok(())
}

/// The name of a folder beside it that is not there.
fn another(folder: &Path) -> String {
    // The folder of all, or one that is named by where it is.
    let folder = folder.file_name().map_or(Path::new("nsc"), |_| folder);
    let name = folder.to_string_lossy();
    let flag = if name.starts_with('-') { "./" } else { "" };
    let name = format!("{flag}{}", name.trim_end_matches('/'));
    let mut names = (2_u32..).map(|number| format!("{name}-{number}"));
    let free = names.find(|name| !Path::new(name).exists());
    free.unwrap_or_else(|| "NEW-FOLDER".to_owned())
}
