//! `nkeep store compact`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Shrink the file after removals",
    line: "nkeep store compact",
}];

/// Shrink the file after removals
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let size = |store: &crate::store::sqlite::SqliteStore| {
        std::fs::metadata(store.path()).map(|metadata| metadata.len())
    };
    let before = size(&store)?;
    store.compact()?;
    let after = size(&store)?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "compact", "before": before, "after": after }));
    }
    ctx.ui
        .note(&format!("{before} bytes before, {after} after"));
    Ok(())
}
