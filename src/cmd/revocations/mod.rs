//! `nkeep revocations`.

pub(super) mod add_activation;
mod at;
pub(super) mod delete_activation;
pub(super) mod list_activations;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Revoke what was signed before a time, and take that back
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(alias = "add_activation")]
    AddActivation(add_activation::Args),
    #[command(alias = "delete_activation")]
    DeleteActivation(delete_activation::Args),
    #[command(alias = "list_activations")]
    ListActivations(list_activations::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::AddActivation(args) => add_activation::run(ctx, args),
        Command::DeleteActivation(args) => delete_activation::run(ctx, args),
        Command::ListActivations(args) => list_activations::run(ctx, args),
    }
}
