//! `nkeep import dir`.

use std::path::PathBuf;

use serde_json::json;

use super::between::Between;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::tree;
use crate::store::StoreError;
use crate::store::sqlite::{Merged, Remade, SqliteStore, Twice};
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
/// what the other wrote becomes one change here. Where both changed the same thing, --ours or --theirs says which stays.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A folder that `nkeep export dir` made
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Where both changed the same, keep what is here; whoever the other copy shuts out must be shut out here, too
    #[arg(long, conflicts_with = "theirs")]
    ours: bool,
    /// Where both changed the same, take what is there; whoever this store shuts out must be shut out there, too
    #[arg(long)]
    theirs: bool,
}

impl Args {
    const fn twice(&self) -> Twice {
        match (self.ours, self.theirs) {
            (true, _) => Twice::Ours,
            (_, true) => Twice::Theirs,
            _ => Twice::Refused,
        }
    }
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
            &[],
        );
    }
    let mut store = ctx.open_store()?;
    let between = Between::of(&mut store, &remade, &args.folder)?;
    between.settled(ctx, args.twice())?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("import dir", "took what another copy of the store had");
    let merged = store
        .merge(
            &remade,
            &args.folder,
            note,
            &*keyring,
            args.twice(),
            |together| between.together(ctx, together),
        )
        .map_err(|error| between.ways(ctx, error))?;
    let warnings = between.warnings(ctx, merged);
    let (outcome, done) = match merged {
        Merged::Nothing => ("nothing", "the store has all of it already".to_owned()),
        Merged::Onward(changes) => ("followed", format!("took {changes} changes, as they are")),
        Merged::Rows(rows) => (
            "merged",
            format!("took {rows} rows, as one change; nkeep audit log --last 1"),
        ),
    };
    said(ctx, args, outcome, &done, &warnings)
}

fn said(
    ctx: &Ctx,
    args: &Args,
    outcome: &str,
    done: &str,
    warnings: &[String],
) -> Result<(), Failure> {
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "store", "store": ctx.store_path()?, "folder": args.folder, "outcome": outcome,
            "warnings": warnings,
        }));
    }
    ctx.ui.note(done);
    for warning in warnings {
        ctx.ui.warning(warning);
    }
    Ok(())
}
