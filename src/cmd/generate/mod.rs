//! `nkeep generate`.

pub(super) mod activation;
pub(super) mod context;
pub(super) mod creds;
pub(super) mod nkey;
pub(super) mod profile;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Generate keys, creds files, activations and what other tools read
#[derive(Debug, Subcommand)]
pub enum Command {
    Activation(activation::Args),
    Context(context::Args),
    Creds(creds::Args),
    Nkey(nkey::Args),
    Profile(profile::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Activation(args) => activation::run(ctx, args),
        Command::Creds(args) => creds::run(ctx, args),
        Command::Context(args) => context::run(ctx, args),
        Command::Nkey(args) => nkey::run(ctx, args),
        Command::Profile(args) => profile::run(ctx, args),
    }
}
