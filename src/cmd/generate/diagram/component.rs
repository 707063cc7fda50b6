//! `nkeep generate diagram component`.

use super::Drawing;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::UnderOperator;
use crate::emit::diagram::Components;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "A picture of who shares what with whom, for a browser",
        line: "nkeep generate diagram component --format svg -o accounts.svg",
    },
    Example {
        purpose: "The same for PlantUML, with what was written about accounts and exports",
        line: "nkeep generate diagram component --detail",
    },
];

/// Generate a diagram of what accounts share
///
/// Accounts that neither export nor import are left out. What is wrong is in it: imports of what nobody exports, and
/// from accounts that are not in the store.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    operator: UnderOperator,
    /// Include descriptions and addresses
    #[arg(long)]
    detail: bool,
    #[command(flatten)]
    drawing: Drawing,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let diagram = ctx.read_much(&mut ctx.open_store()?, |records| {
        let operator = args.operator.find(ctx, records)?;
        Components::read(records, &operator, ctx.clock.now(), args.detail)
    })?;
    args.drawing.show(ctx, &diagram)
}
