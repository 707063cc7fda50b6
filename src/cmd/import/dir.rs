//! `nkeep import dir`.

use std::path::PathBuf;

use serde_json::json;

use crate::cmd::example::Example;
use crate::cmd::{Ctx, tree};
use crate::store::StoreError;
use crate::store::sqlite::{Merged, Remade, SqliteStore};
use crate::ui::{ExitCode, Failure};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The store that a folder was made from, in a file again",
    line: "nkeep export dir acme && nkeep import dir acme --store again.nkeep",
}];

/// Make the store again that a folder was made from, or take from it what the store lacks
///
/// Everything is checked before anything is taken: signatures, the journal, every row, and that the YAML still says what
/// the tokens say. A tree that was edited, or put together from two, is refused with exit code 7. Where the store is there, a
/// tree of another copy of it is merged into it: a copy that only went on is followed, journal and all; where both went on,
/// what the other wrote becomes one change here, unless both changed the same thing.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A folder that `nkeep export dir` made
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (path, pins) = (ctx.store_path()?, ctx.pins()?);
    let remade = Remade::of(&tree::read(&args.folder)?, &args.folder).map_err(|error| match error {
        StoreError::Tampered { .. } => {
            Failure::new(ExitCode::Tampered, anyhow::Error::new(error)).hint(
                "git checkout -- . (two branches are brought together one after the other, each by its own tree)",
            )
        }
        error => error.into(),
    })?;
    if std::fs::symlink_metadata(&path).is_err() {
        SqliteStore::from_tree(&path, &pins, remade, &args.folder).map_err(
            |error| match error {
                // No store is there that could be accepted.
                StoreError::RolledBack { .. } => {
                    Failure::new(ExitCode::Tampered, anyhow::Error::new(error))
                }
                error => error.into(),
            },
        )?;
        return said(
            ctx,
            args,
            "made",
            &format!("made the store {}", path.display()),
        );
    }
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("import dir", "took what another copy of the store had");
    match store.merge(&remade, &args.folder, note, &*keyring)? {
        Merged::Nothing => said(ctx, args, "nothing", "the store has all of it already"),
        Merged::Onward(changes) => {
            let done = format!("took {changes} changes, as they are");
            said(ctx, args, "followed", &done)
        }
        Merged::Rows(rows) => {
            let done = format!("took {rows} rows, as one change; nkeep audit log --last 1");
            said(ctx, args, "merged", &done)
        }
    }
}

fn said(ctx: &Ctx, args: &Args, outcome: &str, done: &str) -> Result<(), Failure> {
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "store", "store": ctx.store_path()?, "folder": args.folder, "outcome": outcome,
        }));
    }
    ctx.ui.note(done);
    Ok(())
}
