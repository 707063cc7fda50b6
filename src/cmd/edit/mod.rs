//! `nkeep edit`.

pub(super) mod export;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Edit what is there, and nothing of it that was not asked for
#[derive(Debug, Subcommand)]
pub enum Command {
    Export(export::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Export(args) => export::run(ctx, args),
    }
}
