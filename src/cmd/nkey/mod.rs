//! `nkeep nkey`: what `nats auth nkey` and `nk` do.

pub(super) mod r#gen;
pub(super) mod seal;
pub(super) mod show;
pub(super) mod sign;
pub(super) mod unseal;
pub(super) mod verify;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Make and use nkeys in files: gen, show, sign, verify, seal, unseal
#[derive(Debug, Subcommand)]
pub enum Command {
    Gen(r#gen::Args),
    Show(show::Args),
    Sign(sign::Args),
    Verify(verify::Args),
    #[command(visible_aliases = ["encrypt", "enc"])]
    Seal(seal::Args),
    #[command(visible_aliases = ["open", "decrypt", "dec"])]
    Unseal(unseal::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Gen(args) => r#gen::run(ctx, args),
        Command::Show(args) => show::run(ctx, args),
        Command::Sign(args) => sign::run(ctx, args),
        Command::Verify(args) => verify::run(ctx, args),
        Command::Seal(args) => seal::run(ctx, args),
        Command::Unseal(args) => unseal::run(ctx, args),
    }
}
