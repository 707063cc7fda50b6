//! `nkeep reissue`.

pub(super) mod operator;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Give operators another identity key
#[derive(Debug, Subcommand)]
pub enum Command {
    Operator(operator::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Operator(args) => operator::run(ctx, args),
    }
}
