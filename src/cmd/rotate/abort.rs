//! `nkeep rotate abort`.

use super::StepArgs;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::rotation::engine;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "End it, with the old key in its place",
    line: "nkeep rotate abort",
}];

/// End a rotation with the old key in its place
///
/// What its first phase changed is taken back in one change, and the new key is wiped. A rotation that is further is brought back before, by
/// `nkeep rotate rollback`: servers may have what it changed, and would lock out whoever hangs on it.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    step: StepArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let note = ctx.note("rotate abort", "aborted a rotation");
    args.step
        .take(ctx, note, engine::abort, |_| "was aborted".to_owned())
}
