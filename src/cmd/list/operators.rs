//! `nkeep list operators`.

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::store::record::EntityKind;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The operators in the store",
    line: "nkeep list operators",
}];

/// List operators
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let listed = ctx
        .open_store()?
        .read(|records| records.listed(EntityKind::Operator, None))?;
    super::shown(ctx, "operators", &listed, None)
}
