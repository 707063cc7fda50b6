//! `nkeep agent status`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::ui::{Failure, Table};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "How long the store stays open; exit code 4 when it is locked",
    line: "nkeep agent status",
}];

/// Say whether the store is open, for how long, and for what
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let status = super::running(ctx)?.status()?;
    let classes: Vec<&str> = status.classes.iter().map(|class| class.name()).collect();
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "agent",
            "id": status.store,
            "ends_in_seconds": status.left.as_secs(),
            "age_seconds": status.age.as_secs(),
            "idle_seconds": status.idle.as_secs(),
            "max_seconds": status.most.as_secs(),
            "classes": classes,
        }));
    }
    let mut table = Table::new();
    table
        .row("Store", status.store)
        .row(
            "Ends in",
            format!("{} s, without a request", status.left.as_secs()),
        )
        .row("Idle at most", format!("{} s", status.idle.as_secs()))
        .row(
            "Open at most",
            format!(
                "{} s, for {} s now",
                status.most.as_secs(),
                status.age.as_secs()
            ),
        )
        .list("Signs with", classes);
    ctx.ui.text(&table.render())
}
