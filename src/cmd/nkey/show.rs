//! `nkeep nkey show`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "The public key of a seed file",
        line: "nkeep nkey show user.nk",
    },
    Example {
        purpose: "The same of a creds file, by way of stdin",
        line: "nkeep nkey show - < user.creds",
    },
];

/// Show the public key of a seed
///
/// Reads a seed alone on a line, or in a creds file. The seed itself is never shown.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with a seed, or - for stdin
    #[arg(value_name = "KEYFILE")]
    key: Source,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let public = args.key.public_key(ctx.ui)?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "nkey",
            "keys": [{ "type": public.kind().name(), "public_key": public.to_string() }],
        }));
    }
    ctx.ui.text(&format!("{public}\n"))
}
