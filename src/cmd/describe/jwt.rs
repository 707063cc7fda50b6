//! `nkeep describe jwt`.

use super::shape::Shape;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::chain::Chain;
use crate::cmd::files::input::{Source, one_stdin, source_or_url};
use crate::cmd::files::tokens::{Standing, only_in};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What a creds file says (its seed is not read)",
        line: "nkeep describe jwt -f user.creds",
    },
    Example {
        purpose: "One field, for a script",
        line: "nkeep describe jwt -f account.jwt -F nats.limits.conn",
    },
    Example {
        purpose: "Whether a user is trusted by an account and its operator",
        line: "nkeep describe jwt user.creds --chain operator.jwt --chain account.jwt",
    },
];

/// Describe a token, or the one in a creds file
///
/// The signature is always checked. Whether the key that signed may do so is checked against the tokens given with
/// --chain; without them, or when it may not, the output says so (with -F and -R, stderr does), as it does of an expired
/// or revoked token and of fields that nkeep does not know. Exit code 3 when a chain was given and does not hold.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Token or creds file, - for stdin, or the address of a token
    #[arg(
        value_name = "FILE",
        conflicts_with = "file",
        required_unless_present = "file",
        value_parser = source_or_url
    )]
    path: Option<Source>,
    /// Token or creds file, - for stdin, or the address of a token
    #[arg(long, short, value_parser = source_or_url)]
    file: Option<Source>,
    #[command(flatten)]
    shape: Shape,
    /// Operator's and account's token to check the chain with
    #[arg(long, value_name = "FILE")]
    chain: Vec<Source>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let Some(source) = args.path.as_ref().or(args.file.as_ref()) else {
        return Err(Failure::usage("no file is named")).hint("nkeep describe jwt -f FILE");
    };
    one_stdin(args.chain.iter().chain([source]))?;
    args.shape.spare(args.chain.iter().chain([source]))?;
    source.warn_if_clear(ctx);
    let token = only_in(source)?;
    let standing = Standing::of(ctx, &token, &Chain::read(&args.chain)?)?;
    args.shape.describe(ctx, &token, &standing)
}
