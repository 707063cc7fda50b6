//! `nkeep select`.

pub(super) mod account;
pub(super) mod operator;

use clap::Subcommand;
use serde_json::json;

use super::Ctx;
use crate::store::record::Entity;
use crate::ui::Failure;

/// Say which operator and account are meant where none is named
#[derive(Debug, Subcommand)]
pub enum Command {
    Operator(operator::Args),
    Account(account::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Operator(args) => operator::run(ctx, args),
        Command::Account(args) => account::run(ctx, args),
    }
}

fn selected(ctx: &Ctx, store: &str, entity: &Entity) -> Result<(), Failure> {
    ctx.select(store, entity)?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "selected",
            "type": entity.kind.name(),
            "name": entity.name.as_str(),
            "public_key": entity.key.to_string(),
        }));
    }
    ctx.ui
        .note(&format!("{} {} is selected", entity.kind, entity.name));
    Ok(())
}
