//! `nkeep validate`.

mod files;
mod report;
mod stored;

use super::Ctx;
use super::example::Example;
use crate::cmd::files::input::Source;
use crate::cmd::words::naming::InAccount;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Everything that is wrong in the store, across accounts",
        line: "nkeep validate",
    },
    Example {
        purpose: "Everything that is wrong with a token",
        line: "nkeep validate -f account.jwt",
    },
    Example {
        purpose: "Many tokens, one a line, for a script",
        line: "cat operator.jwt account.jwt | nkeep validate -f - --json",
    },
];

/// Validate what is in the store, or tokens in a file
///
/// Without a file, every token in the store is checked: by Go's rules and nkeep's own, along the chain, and across accounts:
/// imports of what nobody exports, activations that no longer hold, imports that lead back to their importer, keys that are
/// missing, belong to nobody or belong to two, and subscriptions that get around a denial. A hint is a command that mends, or else shows, what
/// is wrong. -a looks at one account and its users, --operator at one operator and all that is under it. With a file, it reads one token, creds files, or many tokens, one a line
/// (also as `KEY|TOKEN`, as resolvers pack them), checks that a creds file is whole and its seed is its token's, and with
/// --chain that whoever signed may; without
/// it, stderr says that this was not checked. Exit code 3 when a token cannot be read, breaks a rule, or does not hold at this
/// time; warnings alone are no failure, nor is what is good to know: identity keys whose seeds are not in the store.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with tokens, or - for stdin
    #[arg(value_name = "FILE", conflicts_with = "file")]
    path: Option<Source>,
    /// File with tokens, or - for stdin
    #[arg(long, short)]
    file: Option<Source>,
    /// Operator's and account's token to check the chain with
    #[arg(long, value_name = "FILE")]
    chain: Vec<Source>,
    #[command(flatten)]
    account: InAccount,
    /// All accounts, as is done when none is named
    #[arg(long, short = 'A', conflicts_with_all = ["account", "path", "file"])]
    all_accounts: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    match args.path.as_ref().or(args.file.as_ref()) {
        Some(_) if args.account.is_named() => Err(Failure::usage(
            "a file and a part of the store exclude each other",
        )),
        Some(source) => files::run(ctx, source, &args.chain),
        None if !args.chain.is_empty() => Err(Failure::usage("no file is named"))
            .hint("nkeep validate -f FILE --chain OPERATOR.jwt"),
        None => stored::run(ctx, &args.account),
    }
}
