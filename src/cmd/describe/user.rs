//! `nkeep describe user`.

use super::shape::Shape;
use super::stored;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::naming::{InAccount, Wanted};
use crate::store::Store as _;
use crate::trust;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Everything that its token says",
    line: "nkeep describe user -a ACME ACME",
}];

/// Describe a user of the store
///
/// Its chain was checked when it was put there, and is again when the store was changed from outside.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    shape: Shape,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (token, standing) = ctx.open_store()?.read(|records| {
        let account = args.account.find(ctx, records)?;
        stored(
            ctx,
            records,
            &trust::user(records, &account, args.wanted.get())?,
        )
    })?;
    args.shape.describe(ctx, &token, &standing)
}
