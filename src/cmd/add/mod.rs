//! `nkeep add`.

pub(super) mod account;
pub(super) mod export;
pub(super) mod import;
pub(super) mod mapping;
pub(super) mod operator;
pub(super) mod user;

use clap::Subcommand;
use serde_json::json;

use super::Ctx;
use crate::nkey::PublicKey;
use crate::store::record::Entity;
use crate::ui::Failure;

/// Add operators, accounts, users, exports, imports and mappings
#[derive(Debug, Subcommand)]
pub enum Command {
    Operator(operator::Args),
    Account(account::Args),
    User(user::Args),
    Export(export::Args),
    Import(import::Args),
    Mapping(mapping::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Operator(args) => operator::run(ctx, args),
        Command::Account(args) => account::run(ctx, args),
        Command::User(args) => user::run(ctx, args),
        Command::Export(args) => export::run(ctx, args),
        Command::Import(args) => import::run(ctx, args),
        Command::Mapping(args) => mapping::run(ctx, args),
    }
}

/// Says what was added, which key signed, and what comes next.
fn added(
    ctx: &Ctx,
    entity: &Entity,
    signer: &PublicKey,
    warnings: &[String],
    next: &str,
) -> Result<(), Failure> {
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "added",
            "type": entity.kind.name(),
            "name": entity.name.as_str(),
            "public_key": entity.key.to_string(),
            "issuer": signer.to_string(),
            "expires": entity.expires,
            "warnings": warnings,
        }));
    }
    ctx.ui.note(&format!(
        "added {} {} {}, signed by {signer}",
        entity.kind, entity.name, entity.key
    ));
    for warning in warnings {
        ctx.ui.warning(warning);
    }
    ctx.next(next);
    Ok(())
}

/// Says what gives servers an account that is not as they have it.
fn pushed(ctx: &Ctx, push: Option<String>) {
    if let Some(push) = push.filter(|_| !ctx.ui.json()) {
        ctx.next(&push);
    }
}

/// Who signed a token of the store.
fn signer_of(entity: &Entity) -> Result<PublicKey, Failure> {
    Ok(*crate::jwt::decode::decode(&entity.token)?.issuer())
}
