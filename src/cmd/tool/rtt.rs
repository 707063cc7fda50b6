//! `nkeep tool rtt`.

use serde_json::json;

use super::UserArgs;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::net::talk::round_trip;
use crate::ui::{Failure, shown};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "How far away the servers are",
    line: "nkeep tool rtt -a ACME",
}];

/// Measure how long a message takes to the server and back
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    user: UserArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let connected = args.user.connect(ctx)?;
    let took = round_trip(&connected.link).map_err(|error| connected.failed(error))?;
    let server = connected.link.server();
    let milliseconds = took.as_secs_f64() * 1000.0;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "round_trip",
            "server": { "id": server.id, "name": server.name, "version": server.version },
            "milliseconds": milliseconds,
        }));
    }
    ctx.ui.text(&format!(
        "round trip time to [{}] = {milliseconds:.3} ms\n",
        shown(&server.name)
    ))
}
