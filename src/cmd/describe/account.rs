//! `nkeep describe account`.

use super::shape::{Drawn, Shape};
use super::{stored, tree};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::{UnderOperator, Wanted};
use crate::store::record::EntityKind;
use crate::store::{Records, Store as _};
use crate::trust::tree::{self as chain, Extent};
use crate::trust::{self, TrustError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Everything that its token says",
    line: "nkeep describe account ACME",
}];

/// Describe an account of the store
///
/// Its chain was checked when it was put there, and is again when the store was changed from outside. Exit code 3 when it
/// does not hold; with -J, -F and -R not when it is revoked, expired or not valid yet: stderr and the JSON say so.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    drawn: Drawn,
    #[command(flatten)]
    shape: Shape,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let find = |records: &dyn Records| -> Result<_, TrustError> {
        let account = args.operator.account(ctx, records, args.wanted.get())?;
        Ok((trust::operator_of(records, &account)?, account))
    };
    if args.drawn.tree {
        let tree = store.read(|records| {
            let (operator, account) = find(records)?;
            let extent = Extent::Account(&account);
            chain::read(records, &operator, extent, ctx.clock.now())
        })?;
        return tree::describe(ctx, &tree, EntityKind::Account, &args.shape);
    }
    let (token, standing) = store.read(|records| stored(ctx, records, &find(records)?.1))?;
    args.shape.describe_stored(ctx, &token, &standing)
}
