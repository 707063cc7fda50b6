//! `nkeep list accounts`.

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::naming::UnderOperator;
use crate::store::Store as _;
use crate::store::record::EntityKind;
use crate::trust::TrustError;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Names alone, for a script",
    line: "nkeep list accounts --json",
}];

/// List accounts
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    operator: UnderOperator,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let listed = ctx.open_store()?.read(|records| {
        let operator = args.operator.find(ctx, records)?;
        Ok::<_, TrustError>(records.listed(EntityKind::Account, Some(&operator.key))?)
    })?;
    super::shown(ctx, "accounts", &listed)
}
