//! `nkeep list`.

pub(super) mod accounts;
pub(super) mod keys;
pub(super) mod operators;
pub(super) mod users;

use std::collections::HashSet;

use clap::Subcommand;
use serde_json::{Value, json};

use super::Ctx;
use crate::store::Listed;
use crate::ui::Failure;
use crate::ui::list::{self, Fit};

/// List operators, accounts, users and keys
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(visible_alias = "operator")]
    Operators(operators::Args),
    #[command(visible_alias = "account")]
    Accounts(accounts::Args),
    #[command(visible_alias = "user")]
    Users(users::Args),
    #[command(visible_alias = "key")]
    Keys(keys::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Operators(args) => operators::run(ctx, args),
        Command::Accounts(args) => accounts::run(ctx, args),
        Command::Users(args) => users::run(ctx, args),
        Command::Keys(args) => keys::run(ctx, args),
    }
}

/// Names, keys and ends; of users, who is revoked, too.
fn shown(
    ctx: &Ctx,
    kind: &str,
    listed: &[Listed],
    revoked: Option<&HashSet<String>>,
) -> Result<(), Failure> {
    let is_revoked = |entity: &Listed| revoked.is_some_and(|keys| keys.contains(&entity.key));
    if ctx.ui.json() {
        let listed: Vec<Value> = listed
            .iter()
            .map(|entity| {
                let mut row = json!({
                    "name": entity.name,
                    "public_key": entity.key,
                    "expires": entity.expires,
                });
                if revoked.is_some() {
                    row["revoked"] = is_revoked(entity).into();
                }
                row
            })
            .collect();
        return ctx.ui.document(&json!({ "kind": kind, kind: listed }));
    }
    let now = ctx.clock.now();
    let row = |entity: &Listed| {
        let expires = match entity.expires {
            0 => "never".to_owned(),
            at => crate::ui::time::moment(at, now),
        };
        (entity.name.clone(), entity.key.clone(), expires)
    };
    let header = [
        ("NAME", Fit::Name),
        ("PUBLIC KEY", Fit::Key),
        ("EXPIRES", Fit::Time),
    ];
    let columns = ctx.ui.columns();
    // Most accounts have nobody in it, and their lists no column for it.
    let list = if listed.iter().any(is_revoked) {
        let [name, key, expires] = header;
        let header = [name, key, expires, ("STATE", Fit::Own)];
        list::fitted(header, columns, listed, |entity| {
            let (name, key, expires) = row(entity);
            let state = if is_revoked(entity) { "revoked" } else { "" };
            [name.into(), key.into(), expires.into(), state.into()]
        })
    } else {
        list::fitted(header, columns, listed, |entity| {
            let (name, key, expires) = row(entity);
            [name.into(), key.into(), expires.into()]
        })
    };
    ctx.ui.text(&list)
}
