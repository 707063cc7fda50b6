//! `nkeep store recipients list`.

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::store::recipients::exports;
use crate::store::Store as _;
use crate::ui::{Failure, list};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Who opens which keys",
    line: "nkeep store recipients list",
}];

/// List who opens which class of keys
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    store.read(|records| {
        let set = records.recipients();
        if ctx.ui.json() {
            let members: Vec<Value> = set
                .members
                .iter()
                .map(|member| json!({ "class": member.class.name(), "recipient": member.recipient.to_string(), "label": member.label }))
                .collect();
            return ctx.ui.document(&json!({
                "kind": "recipients", "version": set.version, "recipients": members, "kept": exports::kept(set),
            }));
        }
        if !set.kept.is_empty() {
            ctx.ui.note(&format!(
                "seeds leave the store only sealed of these classes: {}",
                exports::kept(set).join(", ")
            ));
        }
        let header = ["CLASS", "LABEL", "RECIPIENT"];
        ctx.ui.text(&list::columns(header, &set.members, |member| {
            [
                member.class.name().into(),
                (&member.label).into(),
                member.recipient.to_string().into(),
            ]
        }))
    })
}
