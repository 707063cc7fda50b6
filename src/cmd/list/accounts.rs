//! `nkeep list accounts`.

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::ListedUnder;
use crate::store::Store as _;
use crate::store::record::EntityKind;
use crate::trust::TrustError;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Who is there, and until when",
        line: "nkeep list accounts",
    },
    Example {
        purpose: "One document with names, keys and ends, for a script",
        line: "nkeep list accounts --json",
    },
];

/// List accounts
///
/// On a terminal what does not fit is shortened; elsewhere it is whole. Unlike nsc's, the list goes to stdout, and
/// --operator does not select the operator (nkeep select operator does).
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    operator: ListedUnder,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let listed = ctx.open_store()?.read(|records| {
        let operator = args.operator.find(ctx, records)?;
        Ok::<_, TrustError>(records.listed(EntityKind::Account, Some(&operator.key))?)
    })?;
    super::shown(ctx, "accounts", &listed, None)
}
