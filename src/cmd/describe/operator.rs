//! `nkeep describe operator`.

use super::shape::{Drawn, Shape};
use super::{stored, tree};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::Wanted;
use crate::store::record::EntityKind;
use crate::store::{Records, Store as _};
use crate::trust::tree::{self as chain, Extent};
use crate::trust::{self, TrustError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Everything that its token says",
        line: "nkeep describe operator",
    },
    Example {
        purpose: "Who is under it, and whose key signed them",
        line: "nkeep describe operator --tree",
    },
];

/// Describe an operator of the store
///
/// Its chain was checked when it was put there, and is again when the store was changed from outside. Exit code 3 when it
/// does not hold; with -J, -F and -R not when it is revoked, expired or not valid yet: stderr and the JSON say so.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    drawn: Drawn,
    #[command(flatten)]
    shape: Shape,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let find = |records: &dyn Records| -> Result<_, TrustError> {
        let selected = match args.wanted.get() {
            None => ctx.selected_operator(records)?,
            Some(_) => None,
        };
        match selected {
            Some(selected) => Ok(selected),
            None => trust::operator(records, args.wanted.get()),
        }
    };
    if args.drawn.tree {
        let tree = ctx.read_much(&mut store, |records| {
            chain::read(records, &find(records)?, Extent::Whole, ctx.clock.now())
        })?;
        return tree::describe(ctx, &tree, EntityKind::Operator, &args.shape);
    }
    let (token, standing) = store.read(|records| stored(ctx, records, &find(records)?))?;
    args.shape.describe_stored(ctx, &token, &standing)
}
