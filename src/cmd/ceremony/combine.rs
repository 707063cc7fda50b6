//! `nkeep ceremony combine`.

use serde_json::json;

use super::brought::Brought;
use super::kept::{Keeping, keep, say};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "See that two pages bring the key back, and store nothing",
    line: "nkeep ceremony combine ACME-1-of-3.words.txt ACME-3-of-3.words.txt --set ACME.nset --verify-only",
}];

/// Bring a key back from shares
///
/// The key is put into the store, sealed, which is a root's store from then on; with --verify-only it is only worked out and compared with
/// the public key. A share that is wrong, or of another set, is named (exit code 3 or 7). Exit code 6 when there are too few, with whose
/// are missing. Where the store does not know the operator, --expect-operator says that it is the right one.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    brought: Brought,
    /// Have the words of shares typed, row by row; they are not shown
    #[arg(long)]
    words: bool,
    #[command(flatten)]
    keeping: Keeping,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (seed, gathered) = args.brought.seed(ctx, args.words)?;
    let key = seed.public();
    let kept = keep(
        ctx,
        seed,
        args.brought.expected(),
        args.keeping,
        "ceremony combine",
    )?;
    let more = json!({
        "shares": gathered.count(),
        "set": gathered.measure.set().map(|set| set.id()),
    });
    say(ctx, &key, "the shares bring", kept, more)
}
