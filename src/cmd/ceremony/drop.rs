//! `nkeep ceremony drop`.

use serde_json::json;

use crate::ceremony::{CeremonyError, asked};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Give up the one request that waits, by the beginning of its hash, which a list begins with",
    line: "nkeep ceremony drop $(nkeep ceremony list | awk '$2 == \"waits\" { print $1 }')",
}];

/// Give up a request that waits
///
/// Nothing waits for its answer any more. Where the root has signed it already, that is imported all the same: the root goes on from
/// there, and signs nothing that does not.
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
    let (hash, made) = store.transact(note, &*keyring, |changes| {
        let mut asked = asked::found(changes, &args.request)?;
        let hash = asked.sheet()?.sha256();
        if !asked.waits() {
            return Err(CeremonyError::refused(
                format!("request {hash} does not wait any more"),
                "nkeep ceremony list",
            ));
        }
        asked.dropped = Some(changes.now());
        asked.keep(changes)?;
        Ok((hash, asked.made))
    })?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "ceremony_drop", "request": hash, "made": made }));
    }
    ctx.ui.note(&format!("request {hash} is given up"));
    for key in made {
        ctx.ui.note(&format!(
            "the key {key} waits in the store: what the root has signed already can still be imported"
        ));
    }
    Ok(())
}
