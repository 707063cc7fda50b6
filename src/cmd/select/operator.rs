//! `nkeep select operator`.

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::Wanted;
use crate::store::Store as _;
use crate::trust::{self, TrustError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Work under that operator from now on",
    line: "nkeep select operator ACME",
}];

/// Select the operator that is meant where none is named
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (store, operator) = ctx.open_store()?.read(|records| {
        let operator = trust::operator(records, args.wanted.get())?;
        Ok::<_, TrustError>((records.store_id().to_owned(), operator))
    })?;
    super::selected(ctx, &store, &operator)
}
