//! `nkeep generate`.

pub(super) mod activation;
pub(super) mod config;
pub(super) mod context;
pub(super) mod creds;
pub(super) mod diagram;
#[allow(dead_code, reason = "the commands that write Secrets take it")]
pub(super) mod form;
pub(super) mod nkey;
pub(super) mod profile;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Generate keys, creds files, activations, server configuration, diagrams and what other tools read
#[derive(Debug, Subcommand)]
pub enum Command {
    Activation(activation::Args),
    Config(config::Args),
    Context(context::Args),
    Creds(creds::Args),
    #[command(subcommand)]
    Diagram(diagram::Command),
    Nkey(nkey::Args),
    Profile(profile::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Activation(args) => activation::run(ctx, args),
        Command::Config(args) => config::run(ctx, args),
        Command::Creds(args) => creds::run(ctx, args),
        Command::Context(args) => context::run(ctx, args),
        Command::Diagram(command) => diagram::run(ctx, command),
        Command::Nkey(args) => nkey::run(ctx, args),
        Command::Profile(args) => profile::run(ctx, args),
    }
}
