//! `nkeep export`.

pub(super) mod keys;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Export keys
#[derive(Debug, Subcommand)]
pub enum Command {
    Keys(keys::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Keys(args) => keys::run(ctx, args),
    }
}
