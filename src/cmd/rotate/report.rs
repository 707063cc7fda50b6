//! `nkeep rotate report`.

use super::Which;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::rotation::report::Report;
use crate::rotation::{self, RotationError};
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The page for a reviewer",
    line: "nkeep rotate report > rotation.md",
}];

/// Write what a reviewer reads of a rotation, in Markdown or as JSON
///
/// What was rotated, when and by whom, what every step was based on with its hashes, whether one was forced and why, and until when
/// there is a way back.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    which: Which,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (rotation, head) = ctx.open_store()?.read(|records| {
        let rotation = rotation::open_or_last(records, args.which.get())?;
        Ok::<_, RotationError>((rotation, records.head()))
    })?;
    let report = Report::of(&rotation, head);
    match ctx.ui.json() {
        true => ctx.ui.document(&report),
        false => ctx.ui.text(&report.markdown()),
    }
}
