//! `nkeep export`.

pub(super) mod dir;
pub(super) mod keys;
pub(super) mod nsc;
mod selection;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Export keys, or the whole store as text or as nsc has it
#[derive(Debug, Subcommand)]
pub enum Command {
    Keys(keys::Args),
    Dir(dir::Args),
    Nsc(nsc::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Keys(args) => keys::run(ctx, args),
        Command::Dir(args) => dir::run(ctx, args),
        Command::Nsc(args) => nsc::run(ctx, args),
    }
}
