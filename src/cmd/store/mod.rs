//! `nkeep store`: the file itself, and who opens it.

pub(super) mod accept_rollback;
pub(super) mod backup;
pub(super) mod check;
pub(super) mod compact;
pub(super) mod info;
pub(super) mod init;
pub(super) mod passphrase;
pub(super) mod readmitted;
pub(super) mod recipients;
pub(super) mod rekey;
mod replaced;
pub(super) mod restore;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Make, check, back up and restore the store; say who opens it
#[derive(Debug, Subcommand)]
pub enum Command {
    Init(init::Args),
    Info(info::Args),
    Check(check::Args),
    #[command(subcommand)]
    Recipients(recipients::Command),
    Rekey(rekey::Args),
    Passphrase(passphrase::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Compact(compact::Args),
    AcceptRollback(accept_rollback::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Init(args) => init::run(ctx, args),
        Command::Info(args) => info::run(ctx, args),
        Command::Check(args) => check::run(ctx, args),
        Command::Recipients(command) => recipients::run(ctx, command),
        Command::Rekey(args) => rekey::run(ctx, args),
        Command::Passphrase(args) => passphrase::run(ctx, args),
        Command::Backup(args) => backup::run(ctx, args),
        Command::Restore(args) => restore::run(ctx, args),
        Command::Compact(args) => compact::run(ctx, args),
        Command::AcceptRollback(args) => accept_rollback::run(ctx, args),
    }
}
