//! `nkeep ceremony policy show`.

use crate::ceremony::policy::Policy;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The policy, to be changed in a file",
    line: "nkeep ceremony policy show > policy.json",
}];

/// Show what a root signs, as JSON that `policy set` takes
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let policy = ctx.open_store()?.read(|records| Policy::of(records))?;
    ctx.ui.document(&policy)
}
