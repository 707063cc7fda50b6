//! `nkeep export`.

pub(super) mod dir;
pub(super) mod keys;
pub(super) mod nsc;
mod selection;
mod together;

use std::path::PathBuf;

use clap::Subcommand;

use super::Ctx;
use crate::ui::{Failure, shown};

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

/// Files that would be written, a line each.
fn listed(files: impl IntoIterator<Item = PathBuf>) -> String {
    let line = |file: PathBuf| format!("{}\n", shown(&file.to_string_lossy()));
    files.into_iter().map(line).collect()
}
