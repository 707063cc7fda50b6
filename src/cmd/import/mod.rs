//! `nkeep import`.

pub(super) mod dir;
pub(super) mod nsc;
mod taking;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Import what nsc or another copy of a store has
#[derive(Debug, Subcommand)]
pub enum Command {
    Nsc(nsc::Args),
    Dir(dir::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Nsc(args) => nsc::run(ctx, args),
        Command::Dir(args) => dir::run(ctx, args),
    }
}
