//! `nkeep describe`.

pub(super) mod jwt;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Describe tokens
#[derive(Debug, Subcommand)]
pub enum Command {
    Jwt(jwt::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Jwt(args) => jwt::run(ctx, args),
    }
}
