//! `nkeep generate`.

pub(super) mod creds;
pub(super) mod nkey;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Generate keys and creds files
#[derive(Debug, Subcommand)]
pub enum Command {
    Creds(creds::Args),
    Nkey(nkey::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Creds(args) => creds::run(ctx, args),
        Command::Nkey(args) => nkey::run(ctx, args),
    }
}
