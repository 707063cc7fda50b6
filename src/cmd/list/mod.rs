//! `nkeep list`.

pub(super) mod accounts;
pub(super) mod keys;
pub(super) mod operators;
pub(super) mod users;

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

/// Names, keys and ends.
fn shown(ctx: &Ctx, kind: &str, listed: &[Listed]) -> Result<(), Failure> {
    if ctx.ui.json() {
        let listed: Vec<Value> = listed
            .iter()
            .map(|entity| {
                json!({
                    "name": entity.name,
                    "public_key": entity.key,
                    "expires": entity.expires,
                })
            })
            .collect();
        return ctx.ui.document(&json!({ "kind": kind, kind: listed }));
    }
    let now = ctx.clock.now();
    let header = [
        ("NAME", Fit::Name),
        ("PUBLIC KEY", Fit::Key),
        ("EXPIRES", Fit::Time),
    ];
    let list = list::fitted(header, ctx.ui.columns(), listed, |entity| {
        let expires = match entity.expires {
            0 => "never".into(),
            at => crate::ui::time::moment(at, now).into(),
        };
        [(&entity.name).into(), (&entity.key).into(), expires]
    });
    ctx.ui.text(&list)
}
