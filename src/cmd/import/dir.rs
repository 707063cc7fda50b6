//! `nkeep import dir`.

use std::path::PathBuf;

use serde_json::json;

use crate::cmd::example::Example;
use crate::cmd::{Ctx, tree};
use crate::store::sqlite::SqliteStore;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The store that a folder was made from, in a file again",
    line: "nkeep export dir acme && nkeep import dir acme --store again.nkeep",
}];

/// Make the store again that a folder was made from
///
/// Everything is checked before the file is there: signatures, the journal, every row, and that the YAML still says what
/// the tokens say. A tree that was edited, or merged from two, is refused with exit code 7.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A folder that `nkeep export dir` made
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (path, pins) = (ctx.store_path()?, ctx.pins()?);
    let text = tree::read(&args.folder)?;
    SqliteStore::from_tree(&path, &pins, &text, &args.folder)?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "store", "store": path, "folder": args.folder }));
    }
    ctx.ui.note(&format!("made the store {}", path.display()));
    Ok(())
}
