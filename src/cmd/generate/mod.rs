//! `nkeep generate`.

pub(super) mod activation;
pub(super) mod creds;
pub(super) mod nkey;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Generate keys, creds files and activations
#[derive(Debug, Subcommand)]
pub enum Command {
    Activation(activation::Args),
    Creds(creds::Args),
    Nkey(nkey::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Activation(args) => activation::run(ctx, args),
        Command::Creds(args) => creds::run(ctx, args),
        Command::Nkey(args) => nkey::run(ctx, args),
    }
}
