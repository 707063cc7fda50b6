//! `nkeep rotate next`.

use super::StepArgs;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::rotation::engine;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Go on, and write down why something that is missing is not needed",
    line: "nkeep rotate next --force --reason \"no server runs yet that could lock anybody out\"",
}];

/// Take the next step of a rotation, when nothing is missing for it
///
/// One change of the store, in which everything is signed anew that the phase calls for. Where something is missing nothing is
/// done, and exit code 6 says so, with what is missing and the command that would supply it.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    step: StepArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let note = ctx.note("rotate next", "took the next step of a rotation");
    args.step.take(ctx, note, engine::next, |rotation| {
        match rotation.is_open() {
            true => format!("is in the phase {}", rotation.phase),
            false => "is done".to_owned(),
        }
    })
}
