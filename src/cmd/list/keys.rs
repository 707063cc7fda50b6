//! `nkeep list keys`.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::store::class::Class;
use crate::store::record::KeyRecord;
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
    let mut keys: Vec<(KeyRecord, String)> = Vec::new();
    ctx.open_store()?.read(|records| {
        let mut names: HashMap<String, String> = HashMap::new();
        records.each_key(&mut |record| {
            let wanted = args.class.is_empty() || args.class.contains(&record.class);
            if !wanted || !record.public.to_string().contains(&args.filter) {
                return Ok(());
            }
            let owner = match &record.owner {
                Some(owner) => {
                    let key = owner.to_string();
                    if !names.contains_key(&key) {
                        let name = records.entity(owner)?.map(|owner| owner.name.to_string());
                        names.insert(key.clone(), name.unwrap_or_default());
                    }
                    names[&key].clone()
                }
                None => String::new(),
            };
            keys.push((record, owner));
            Ok(())
        })
    })?;
    if ctx.ui.json() {
        let keys: Vec<Value> = keys
            .iter()
            .map(|(record, owner)| {
                json!({
                    "public_key": record.public.to_string(),
                    "class": record.class.name(),
                    "role": record.role.name(),
                    "owner": owner,
                    "origin": record.origin.name(),
                    "sealed": record.sealed.is_some(),
                })
            })
            .collect();
        return ctx.ui.document(&json!({ "kind": "keys", "keys": keys }));
    }
    let rows: Vec<Vec<String>> = keys
        .iter()
        .map(|(record, owner)| {
            vec![
                owner.clone(),
                record.class.to_string(),
                record.role.to_string(),
                record.public.to_string(),
                if record.sealed.is_some() { "yes" } else { "no" }.to_owned(),
            ]
        })
        .collect();
    ctx.ui.text(&list::columns(
        &["OWNER", "CLASS", "ROLE", "PUBLIC KEY", "SEALED"],
        &rows,
    ))
}
