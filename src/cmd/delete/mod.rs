//! `nkeep delete`.

pub(super) mod account;
pub(super) mod export;
pub(super) mod import;
pub(super) mod mapping;
pub(super) mod user;

use clap::Subcommand;

use super::Ctx;
use crate::text::counted;
use crate::trust::remove::Removal;
use crate::ui::Failure;

/// Delete what is there; users are revoked with it
#[derive(Debug, Subcommand)]
pub enum Command {
    Account(account::Args),
    User(user::Args),
    Export(export::Args),
    Import(import::Args),
    Mapping(mapping::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Account(args) => account::run(ctx, args),
        Command::User(args) => user::run(ctx, args),
        Command::Export(args) => export::run(ctx, args),
        Command::Import(args) => import::run(ctx, args),
        Command::Mapping(args) => mapping::run(ctx, args),
    }
}

/// What goes with it.
#[derive(clap::Args, Clone, Copy, Debug)]
struct Fate {
    /// Revoke what users were given; =false does not
    #[arg(
        long,
        short = 'R',
        value_name = "BOOL",
        action = clap::ArgAction::Set,
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true",
        default_value = "true",
        conflicts_with = "no_revoke"
    )]
    revoke: bool,
    /// Revoke nothing: what users were given lets them in until it expires
    #[arg(long)]
    no_revoke: bool,
    /// Delete the keys, too; else they stay in the store, and belong to nobody
    #[arg(long, short = 'D', value_name = "BOOL", action = clap::ArgAction::Set, num_args = 0..=1, require_equals = true, default_missing_value = "true", default_value = "false")]
    rm_nkey: bool,
    /// Delete creds files, of which nkeep keeps none: those that were generated are yours to delete
    #[arg(long, short = 'C', value_name = "BOOL", action = clap::ArgAction::Set, num_args = 0..=1, require_equals = true, default_missing_value = "true", default_value = "false")]
    rm_creds: bool,
}

impl Fate {
    const fn removal(self) -> Removal {
        Removal {
            revoke: self.revoke && !self.no_revoke,
            keys: self.rm_nkey,
        }
    }

    /// What is to be said of keys that went along.
    fn destroyed(keys: usize) -> Option<String> {
        (keys > 0).then(|| {
            format!(
                "{} went with their seeds, of which the store has no copy",
                counted(keys, "key")
            )
        })
    }

    /// What is to be said of files that nkeep does not know.
    fn about_creds(self, ctx: &Ctx) {
        if self.rm_creds {
            ctx.ui
                .note("nkeep keeps no creds files: those that were generated are yours to delete");
        }
    }
}
