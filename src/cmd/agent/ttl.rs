//! `nkeep agent ttl`.

use serde_json::json;

use super::Length;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Stay open for a minute without a request, and for ten at most",
    line: "nkeep agent ttl 1m --max 10m",
}];

/// Shorten the time that the store stays open
///
/// Longer takes another `nkeep unlock`, with the passphrase or the identity.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// End after so long without a request, such as 5m
    #[arg(value_name = "LENGTH")]
    idle: Length,
    /// End so long after it was unlocked, in any case
    #[arg(long, value_name = "LENGTH")]
    max: Option<Length>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let agent = super::running(ctx)?;
    let most = match args.max {
        Some(most) => most.0,
        None => agent.status()?.most,
    };
    super::fits(args.idle.0, most)?;
    agent.set_ttl(args.idle.0, most)?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "agent",
            "idle_seconds": args.idle.0.as_secs(),
            "max_seconds": most.as_secs(),
        }));
    }
    ctx.ui.note(&format!(
        "open for {} s without a request, and {} s at most",
        args.idle.0.as_secs(),
        most.as_secs()
    ));
    Ok(())
}
