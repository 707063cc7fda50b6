//! `nkeep rotate rollback`.

use super::StepArgs;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::rotation::engine;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Take the last step back",
    line: "nkeep rotate rollback",
}];

/// Take back what the last phase of a rotation changed
///
/// What was signed by the new key is signed by the old one again, later than any before. The rotation goes on from there.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    step: StepArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let note = ctx.note("rotate rollback", "took a step of a rotation back");
    args.step.take(ctx, note, engine::rollback, |rotation| {
        format!("is back in the phase {}", rotation.phase)
    })
}
