//! `nkeep ceremony policy`.

pub(in crate::cmd) mod set;
pub(in crate::cmd) mod show;

use clap::Subcommand;

use crate::cmd::Ctx;
use crate::ui::Failure;

/// Show or set what a root signs at all
#[derive(Debug, Subcommand)]
pub enum Command {
    Show(show::Args),
    Set(set::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Show(args) => show::run(ctx, args),
        Command::Set(args) => set::run(ctx, args),
    }
}
