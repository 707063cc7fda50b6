//! `nkeep select account`.

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::{UnderOperator, Wanted};
use crate::store::Store as _;
use crate::trust::{self, TrustError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Work in that account from now on",
    line: "nkeep select account ACME",
}];

/// Select the account that is meant where none is named
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    operator: UnderOperator,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (store, account) = ctx.open_store()?.read(|records| {
        let operator = args.operator.find(ctx, records)?;
        let account = trust::account(records, &operator, args.wanted.get())?;
        Ok::<_, TrustError>((records.store_id().to_owned(), account))
    })?;
    super::selected(ctx, &store, &account)
}
