//! `nkeep export dir`.

use std::path::PathBuf;

use serde_json::json;

use crate::cmd::example::Example;
use crate::cmd::input::named_file;
use crate::cmd::{Ctx, tree};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The store as text, to keep under git and to review",
    line: "nkeep export dir acme",
}];

/// Write the whole store as text into a folder
///
/// Claims as YAML for people, tokens, every seed as a sealed age file in text, and the journal. The same store gives the
/// same text; nothing in it is in the clear that the store does not show. A folder that holds such a tree is brought up to
/// date, and what else is in it, such as .git, stays.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The folder; made if it is not there
    #[arg(value_name = "FOLDER", value_parser = named_file())]
    folder: PathBuf,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let text = ctx.open_store()?.tree()?;
    tree::write(&args.folder, &text)?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "tree", "folder": args.folder, "files": text.len() }));
    }
    ctx.ui.note(&format!(
        "{} files are in {}",
        text.len(),
        args.folder.display()
    ));
    Ok(())
}
