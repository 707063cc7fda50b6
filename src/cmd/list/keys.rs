//! `nkeep list keys`.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::store::class::Class;
use crate::ui::{Failure, list};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The keys that sign for operators and accounts",
    line: "nkeep list keys --class operator-signing --class account-signing",
}];

/// List keys; no seed is opened
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Class of keys; all of them when none is named
    #[arg(long)]
    class: Vec<Class>,
    /// Only keys with these letters in them
    #[arg(long, short, value_name = "LETTERS", default_value = "")]
    filter: String,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut keys = ctx.open_store()?.read(|records| records.listed_keys())?;
    keys.retain(|key| {
        (args.class.is_empty() || args.class.contains(&key.class))
            && key.public.contains(&args.filter)
    });
    if ctx.ui.json() {
        let keys: Vec<Value> = keys
            .iter()
            .map(|key| {
                json!({
                    "public_key": key.public,
                    "class": key.class.name(),
                    "role": key.role.name(),
                    "owner": *key.owner,
                    "account": *key.account,
                    "operator": *key.operator,
                    "origin": key.origin.name(),
                    "sealed": key.sealed,
                })
            })
            .collect();
        return ctx.ui.document(&json!({ "kind": "keys", "keys": keys }));
    }
    let header = ["OWNER", "CLASS", "ROLE", "PUBLIC KEY", "SEALED"];
    ctx.ui.text(&list::columns(header, &keys, |key| {
        let owner = match &*key.account {
            "" => Cow::from(&*key.owner),
            account => format!("{account}/{}", key.owner).into(),
        };
        let sealed = if key.sealed { "yes" } else { "no" };
        [
            owner,
            key.class.name().into(),
            key.role.name().into(),
            (&key.public).into(),
            sealed.into(),
        ]
    }))
}
