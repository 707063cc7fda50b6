//! `nkeep export`.

pub(super) mod dir;
pub(super) mod keys;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Export keys, or the whole store as text
#[derive(Debug, Subcommand)]
pub enum Command {
    Keys(keys::Args),
    Dir(dir::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Keys(args) => keys::run(ctx, args),
        Command::Dir(args) => dir::run(ctx, args),
    }
}
