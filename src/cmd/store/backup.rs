//! `nkeep store backup`.

use std::path::PathBuf;

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::file::Existing;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A copy to put away; the identity that opens it goes elsewhere",
    line: "nkeep store backup acme.backup",
}];

/// Copy the store, as of one moment, while others use it
///
/// The copy is a store itself: every key in it is sealed as in the original.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The new file
    file: PathBuf,
    /// Replace the file
    #[arg(long)]
    force: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    store.backup(&args.file, Existing::with_force(args.force))?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "backup", "store": store.path(), "file": args.file }));
    }
    ctx.ui
        .note(&format!("copied the store to {}", args.file.display()));
    Ok(())
}
