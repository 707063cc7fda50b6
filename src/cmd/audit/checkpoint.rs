//! `nkeep audit checkpoint`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::{Store as _, StoreError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "One line to keep elsewhere: it stands for the whole history",
    line: "nkeep audit checkpoint",
}];

/// Print the head of the journal, to be kept elsewhere
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let head = ctx
        .open_store()?
        .read(|records| Ok::<_, StoreError>(records.head()))?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "checkpoint", "head": head.to_string() }));
    }
    ctx.ui.text(&format!("{head}\n"))
}
