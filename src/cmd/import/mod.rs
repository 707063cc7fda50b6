//! `nkeep import`.

pub(super) mod dir;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Import a store from text
#[derive(Debug, Subcommand)]
pub enum Command {
    Dir(dir::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Dir(args) => dir::run(ctx, args),
    }
}
