//! `nkeep lock`.

use serde_json::json;

use super::Ctx;
use super::example::Example;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Forget the identity now",
    line: "nkeep lock",
}];

/// End every agent; nothing is open any more
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    // Every agent, and without a look at any store: one that is gone or was tampered with is when this matters.
    let mut was_open = false;
    for agent in ctx.agents()? {
        agent.lock().context("cannot end the agent")?;
        was_open = true;
    }
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "lock", "was_open": was_open }));
    }
    ctx.ui
        .note(if was_open { "locked" } else { "it was locked" });
    Ok(())
}
