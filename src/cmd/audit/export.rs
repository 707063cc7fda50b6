//! `nkeep audit export`.

use serde_json::{Value, json};

use super::entry_json;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The journal for a spreadsheet",
    line: "nkeep audit export --format csv > journal.csv",
}];

/// Write the whole journal as JSON or CSV
#[derive(clap::Args, Debug)]
pub struct Args {
    /// How to write it
    #[arg(long, value_parser = ["json", "csv"], default_value = "json")]
    format: String,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut entries: Vec<Value> = Vec::new();
    ctx.open_store()?.read(|records| {
        records.each_entry(0, &mut |entry| {
            entries.push(entry_json(&entry));
            Ok(())
        })
    })?;
    if args.format == "json" {
        return ctx
            .ui
            .document(&json!({ "kind": "journal", "entries": entries }));
    }
    if ctx.ui.json() {
        return Err(Failure::usage("--json and --format csv exclude each other"));
    }
    let names = [
        "sequence", "time", "actor", "command", "summary", "signers", "signed", "digest",
    ];
    let mut text = names.join(",");
    text.push_str("\r\n");
    for entry in &entries {
        let cells: Vec<String> = names.iter().map(|name| cell(&entry[*name])).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    ctx.ui.text(&text)
}

/// A value as RFC 4180 has it, and never as a formula that a spreadsheet would run.
fn cell(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(" "),
        other => other.to_string(),
    };
    let text = crate::text::sanitized(&text);
    let formula = text.starts_with(['=', '+', '-', '@']);
    format!(
        "\"{}{}\"",
        if formula { "'" } else { "" },
        text.replace('"', "\"\"")
    )
}
