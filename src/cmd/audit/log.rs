//! `nkeep audit log`.

use serde_json::{Value, json};

use super::entry_json;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::store::journal::Entry;
use crate::ui::{Failure, shown};

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
    // Keys are long: a line for each thing that is to be said.
    let mut text = String::new();
    for entry in &entries {
        let head = [
            entry.sequence.to_string(),
            crate::clock::absolute(entry.time),
            entry.actor.clone(),
            entry.command.clone(),
        ];
        text.push_str(&format!("{}\n", shown(&head.join("  "))));
        text.push_str(&format!("   {}\n", shown(&entry.summary)));
        for signer in entry.signers.split_whitespace() {
            text.push_str(&format!("   signed by {}\n", shown(signer)));
        }
    }
    ctx.ui.text(&text)
}
