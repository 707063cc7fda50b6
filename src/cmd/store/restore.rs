//! `nkeep store restore`.

use std::path::PathBuf;

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::file::Existing;
use crate::store::journal::Head;
use crate::store::pin::Pins;
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Store as _, StoreError};
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Put a backup in the place of a store that was lost",
    line: "nkeep store restore acme.backup --store restored.nkeep",
}];

/// Put a backup in the store's place
///
/// The backup is checked whole before it replaces anything. One that is older than what this machine has seen of the
/// store is refused, unless its head is named: keys and revocations may be missing from it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The backup
    file: PathBuf,
    /// Replace the store
    #[arg(long)]
    force: bool,
    /// Take this older backup, as the refusal named it
    #[arg(long, value_name = "HEAD")]
    expect_head: Option<Head>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let path = ctx.store_path()?;
    let existing = Existing::with_force(args.force);
    if existing == Existing::Keep && std::fs::symlink_metadata(&path).is_ok() {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("{} exists", path.display()),
        ))
        .hint(format!(
            "nkeep store restore {} --force",
            args.file.display()
        ));
    }
    // Checked whole, and against nothing that is remembered: what is older may be what is wanted.
    let mut backup = SqliteStore::open(&args.file, &Pins::none(), Rollback::Refuse)?;
    let head = backup.read(|records| Ok::<_, StoreError>(records.head()))?;
    let pins = ctx.pins()?;
    if args.expect_head != Some(head) {
        backup.newer_than_seen(&pins).hint(format!(
            "nkeep store restore {} --expect-head {head}",
            args.file.display()
        ))?;
    }
    let folder = crate::file::folder_of(&path).to_owned();
    crate::file::private_folder(&folder).context(format!("cannot make {}", folder.display()))?;
    backup.backup(&path, existing)?;
    let rollback = args.expect_head.map_or(Rollback::Refuse, Rollback::Accept);
    SqliteStore::open(&path, &pins, rollback)?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "restore", "store": path, "file": args.file }));
    }
    ctx.ui.note(&format!("{} is in place", path.display()));
    Ok(())
}
