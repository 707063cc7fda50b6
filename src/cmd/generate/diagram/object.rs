//! `nkeep generate diagram object`.

use super::Drawing;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::UnderOperator;
use crate::emit::diagram::{Objects, Shown};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "The whole tree as a picture, with its keys",
        line: "nkeep generate diagram object --users --show-keys --format svg -o tree.svg",
    },
    Example {
        purpose: "Accounts and their limits, for a page of a wiki that draws Mermaid",
        line: "nkeep generate diagram object --detail --format mermaid",
    },
];

/// Generate a diagram of the operator, its accounts and their users
///
/// No seed is opened, and none is in it: of keys it says whether the store has their seeds.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    operator: UnderOperator,
    /// Include users
    #[arg(long)]
    users: bool,
    /// Include keys, and who signed with which
    #[arg(long)]
    show_keys: bool,
    /// Include what is empty or without limit
    #[arg(long)]
    detail: bool,
    #[command(flatten)]
    drawing: Drawing,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let shown = Shown {
        users: args.users,
        keys: args.show_keys,
        detail: args.detail,
    };
    let diagram = ctx.read_much(&mut ctx.open_store()?, |records| {
        let operator = args.operator.find(ctx, records)?;
        Objects::read(records, &operator, ctx.clock.now(), shown)
    })?;
    args.drawing.show(ctx, &diagram)
}
