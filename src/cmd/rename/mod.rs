//! `nkeep rename`.

pub(super) mod account;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Give accounts other names
#[derive(Debug, Subcommand)]
pub enum Command {
    Account(account::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Account(args) => account::run(ctx, args),
    }
}
