//! `nkeep ceremony drop`.

use serde_json::json;

use crate::ceremony::{CeremonyError, asked};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Give up a request by the beginning of its hash",
    line: "nkeep ceremony list --json | grep -oE '[0-9a-f]{64}' | xargs nkeep ceremony drop",
}];

/// Give up a request that waits
///
/// Keys that were made for it, and that nobody has, are taken out of the store; no answer to it is taken any more.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Hash of the request, or its beginning
    #[arg(value_name = "REQUEST")]
    request: String,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("ceremony drop", "gave up a request");
    let (hash, gone) = store.transact(note, &*keyring, |changes| {
        let mut asked = asked::found(changes, &args.request)?;
        let hash = asked.sheet()?.sha256();
        if !asked.waits() {
            return Err(CeremonyError::refused(
                format!("request {hash} does not wait any more"),
                "nkeep ceremony list",
            ));
        }
        let mut gone = Vec::new();
        for key in asked.made()? {
            let is_free = changes
                .key(&key)?
                .is_some_and(|record| record.owner.is_none());
            if is_free {
                changes.remove_key(&key)?;
                gone.push(key.to_string());
            }
        }
        asked.dropped = Some(changes.now());
        asked.keep(changes)?;
        Ok((hash, gone))
    })?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "ceremony_drop", "request": hash, "removed_keys": gone }));
    }
    ctx.ui.note(&format!("request {hash} is given up"));
    for key in gone {
        ctx.ui
            .note(&format!("the key {key} is taken out of the store"));
    }
    Ok(())
}
