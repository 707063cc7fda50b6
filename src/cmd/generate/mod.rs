//! `nkeep generate`.

pub(super) mod nkey;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Generate keys
#[derive(Debug, Subcommand)]
pub enum Command {
    Nkey(nkey::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Nkey(args) => nkey::run(ctx, args),
    }
}
