//! `nkeep audit verify`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::journal::Head;
use crate::store::sqlite::Scope;
use crate::store::{Store as _, StoreError};
use crate::ui::{ExitCode, Failure};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "That nothing was changed past the journal, and nothing left out of it",
    line: "nkeep audit verify",
}];

/// Verify the journal, and every row against it
///
/// Takes public keys alone. With --checkpoint, the journal must also go through that point, which somebody wrote down.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A head that was printed by `nkeep audit checkpoint`
    #[arg(long, value_name = "HEAD")]
    checkpoint: Option<Head>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let scope = Scope {
        identities: &[],
        now: ctx.clock.now(),
    };
    if let Some(behind) = store.behind() {
        return Err(behind.into());
    }
    store.check(&scope, &mut |_| {})?;
    let head = store.read(|records| {
        let mut passed = args.checkpoint.is_none();
        records.each_entry(0, &mut |entry| {
            passed |= args.checkpoint.is_some_and(|wanted| {
                wanted.sequence == entry.sequence && wanted.digest == entry.digest()
            });
            Ok(())
        })?;
        Ok::<_, StoreError>(passed.then(|| records.head()))
    })?;
    let Some(head) = head else {
        return Err(Failure::new(
            ExitCode::Tampered,
            anyhow::anyhow!("the journal does not go through that checkpoint"),
        ));
    };
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "audit", "verified": true, "head": head.to_string() }));
    }
    ctx.ui
        .text(&format!("[ OK ] {} changes, head {head}\n", head.sequence))
}
