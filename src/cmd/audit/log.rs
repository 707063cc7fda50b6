//! `nkeep audit log`.

use serde_json::{Value, json};

use super::entry_json;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::store::journal::Entry;
use crate::ui::{Failure, list};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Who changed what, the last ten changes",
    line: "nkeep audit log --last 10",
}];

/// Show who changed what, when, and which keys signed
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Only so many, the last ones
    #[arg(long, value_name = "N")]
    last: Option<i64>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut entries: Vec<Entry> = Vec::new();
    ctx.open_store()?.read(|records| {
        let from = args
            .last
            .map_or(0, |last| records.head().sequence - last + 1);
        records.each_entry(from, &mut |entry| {
            entries.push(entry);
            Ok(())
        })
    })?;
    if ctx.ui.json() {
        let entries: Vec<Value> = entries.iter().map(entry_json).collect();
        return ctx
            .ui
            .document(&json!({ "kind": "journal", "entries": entries }));
    }
    let header = ["#", "TIME", "WHO", "COMMAND", "WHAT", "SIGNED BY"];
    ctx.ui.text(&list::columns(header, &entries, |entry| {
        [
            entry.sequence.to_string().into(),
            crate::clock::absolute(entry.time).into(),
            (&entry.actor).into(),
            (&entry.command).into(),
            (&entry.summary).into(),
            (&entry.signers).into(),
        ]
    }))
}
