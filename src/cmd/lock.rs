//! `nkeep lock`.

use serde_json::json;

use super::Ctx;
use super::example::Example;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Forget the identity now",
    line: "nkeep lock",
}];

/// End the agent of the store; nothing is open any more
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let agent = ctx.agent(&mut store)?;
    let was_open = agent.is_some();
    if let Some(agent) = agent {
        agent.lock().context("cannot end the agent")?;
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
