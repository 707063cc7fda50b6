//! `nkeep describe operator`.

use super::shape::Shape;
use super::stored;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::naming::Wanted;
use crate::store::Store as _;
use crate::trust;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Everything that its token says",
    line: "nkeep describe operator",
}];

/// Describe an operator of the store
///
/// Its chain was checked when it was put there, and is again when the store was changed from outside.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    shape: Shape,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (token, standing) = ctx.open_store()?.read(|records| {
        let selected = match args.wanted.get() {
            None => ctx.selected_operator(records)?,
            Some(_) => None,
        };
        let operator = match selected {
            Some(selected) => selected,
            None => trust::operator(records, args.wanted.get())?,
        };
        stored(ctx, records, &operator)
    })?;
    args.shape.describe(ctx, &token, &standing)
}
