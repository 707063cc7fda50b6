//! `nkeep audit`: who changed what.

pub(super) mod checkpoint;
pub(super) mod export;
pub(super) mod log;
pub(super) mod verify;

use clap::Subcommand;
use serde_json::{Value, json};

use super::Ctx;
use crate::store::journal::Entry;
use crate::ui::Failure;

/// Show and verify who changed what
#[derive(Debug, Subcommand)]
pub enum Command {
    Log(log::Args),
    Verify(verify::Args),
    Export(export::Args),
    Checkpoint(checkpoint::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Log(args) => log::run(ctx, args),
        Command::Verify(args) => verify::run(ctx, args),
        Command::Export(args) => export::run(ctx, args),
        Command::Checkpoint(args) => checkpoint::run(ctx, args),
    }
}

/// An entry, for scripts.
fn entry_json(entry: &Entry) -> Value {
    json!({
        "sequence": entry.sequence,
        "time": crate::clock::absolute(entry.time),
        "actor": entry.actor,
        "command": entry.command,
        "summary": entry.summary,
        "signers": entry.signers.split_whitespace().collect::<Vec<_>>(),
        "signed": entry.signature.is_some(),
        "digest": data_encoding::HEXLOWER.encode(&entry.digest()),
    })
}
