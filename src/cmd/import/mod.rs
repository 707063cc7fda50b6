//! `nkeep import`.

pub(super) mod account;
mod between;
pub(super) mod dir;
pub(super) mod files;
pub(super) mod keys;
pub(super) mod nsc;
pub(super) mod readmitted;
mod renaming;
mod report;
mod taking;
pub(super) mod user;
mod ways;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Import what nsc or another copy of a store has
#[derive(Debug, Subcommand)]
pub enum Command {
    Nsc(nsc::Args),
    Files(files::Args),
    Account(account::Args),
    User(user::Args),
    Keys(keys::Args),
    Dir(dir::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Nsc(args) => nsc::run(ctx, args),
        Command::Files(args) => files::run(ctx, args),
        Command::Account(args) => account::run(ctx, args),
        Command::User(args) => user::run(ctx, args),
        Command::Keys(args) => keys::run(ctx, args),
        Command::Dir(args) => dir::run(ctx, args),
    }
}
