//! `nkeep store recipients`: who opens what.

pub(in crate::cmd) mod add;
pub(in crate::cmd) mod list;
pub(in crate::cmd) mod remove;

use clap::Subcommand;

use crate::cmd::Ctx;
use crate::store::class::Class;
use crate::ui::Failure;

/// Say who opens which keys
#[derive(Debug, Subcommand)]
pub enum Command {
    List(list::Args),
    Add(add::Args),
    Remove(remove::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::List(args) => list::run(ctx, args),
        Command::Add(args) => add::run(ctx, args),
        Command::Remove(args) => remove::run(ctx, args),
    }
}

/// The classes that were named; all where none was.
fn classes(named: &[Class]) -> Vec<Class> {
    if named.is_empty() {
        Class::GRANTED.to_vec()
    } else {
        named.to_vec()
    }
}
