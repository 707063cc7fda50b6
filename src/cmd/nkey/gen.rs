//! `nkeep nkey gen`: the name that `nats auth nkey` has for `nkeep generate nkey`.

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::nkey::{Form, Output, generated};
use crate::nkey::Kind;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A user key; the seed goes to a file that only you can read",
    line: "nkeep nkey gen user --out new-user.nk",
}];

/// Generate an nkey
///
/// Prints the seed and the public key. On a terminal and in JSON the seed is shown only with --reveal; with --out it goes
/// to a file and is not printed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What the key is for: operator, account, user, server, cluster, curve (or x25519)
    #[arg(value_name = "TYPE", value_parser = kind)]
    kind: Kind,
    #[command(flatten)]
    output: Output,
}

fn kind(name: &str) -> Result<Kind, String> {
    let name = if name == "x25519" { "curve" } else { name };
    Kind::ALL
        .into_iter()
        .find(|kind| kind.name() == name)
        .ok_or_else(|| "it is none of operator, account, user, server, cluster, curve".to_owned())
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    generated(ctx, &[Form::Seed(args.kind)], false, &args.output)
}
