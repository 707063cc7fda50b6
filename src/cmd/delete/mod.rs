//! `nkeep delete`.

pub(super) mod export;
pub(super) mod import;
pub(super) mod mapping;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Delete exports, imports and mappings
#[derive(Debug, Subcommand)]
pub enum Command {
    Export(export::Args),
    Import(import::Args),
    Mapping(mapping::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Export(args) => export::run(ctx, args),
        Command::Import(args) => import::run(ctx, args),
        Command::Mapping(args) => mapping::run(ctx, args),
    }
}
