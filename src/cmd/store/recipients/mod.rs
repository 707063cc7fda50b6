//! `nkeep store recipients`: who opens what.

pub(in crate::cmd) mod add;
pub(in crate::cmd) mod exports;
pub(in crate::cmd) mod list;
pub(in crate::cmd) mod remove;

use clap::Subcommand;

use crate::cmd::Ctx;
use crate::store::class::Class;
use crate::store::reseal::Resealed;
use crate::ui::Failure;

/// Say who opens which keys
#[derive(Debug, Subcommand)]
pub enum Command {
    List(list::Args),
    Add(add::Args),
    Remove(remove::Args),
    Exports(exports::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::List(args) => list::run(ctx, args),
        Command::Add(args) => add::run(ctx, args),
        Command::Remove(args) => remove::run(ctx, args),
        Command::Exports(args) => exports::run(ctx, args),
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

/// Keys that were taken out because nobody owned them and nothing opened them, for scripts.
pub fn dropped(done: &Resealed) -> Vec<String> {
    done.dropped.iter().map(ToString::to_string).collect()
}

/// The same for people.
pub fn note_dropped(ctx: &Ctx, done: &Resealed) {
    for key in &done.dropped {
        ctx.ui.notice(&format!(
            "{key} belonged to nobody, and nothing opened it: it was taken out"
        ));
    }
}
