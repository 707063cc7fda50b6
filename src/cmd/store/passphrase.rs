//! `nkeep store passphrase`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::opening::chosen;
use crate::store::Store as _;
use crate::store::founding::{self, kept};
use crate::text::noted;
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Another passphrase; asks for the old one and twice for the new one",
    line: "nkeep store passphrase",
}];

/// Change the passphrase
///
/// The identity inside the store stays the same. If somebody may have seen the old passphrase and a copy of the store,
/// use `nkeep store rekey`.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Make a passphrase, and show it once
    #[arg(long)]
    generate_passphrase: bool,
    /// Open file with the new passphrase on its first line
    #[arg(long, value_name = "N", conflicts_with = "generate_passphrase")]
    new_passphrase_fd: Option<u32>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    if store.read(founding::inside)?.is_empty() {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("no passphrase opens this store: its identity is in a file"),
        ))
        .hint("nkeep store rekey --new-identity FILE");
    }
    let identities = ctx.identities(&mut store)?;
    let mut new = ctx.clone();
    new.opening.passphrase_fd = args.new_passphrase_fd;
    let other_way = "nkeep store passphrase --new-passphrase-fd 3 3< FILE";
    let passphrase = chosen::passphrase(&new, args.generate_passphrase, other_way)?;
    let stored = store.read(founding::inside)?;
    if founding::opened(&stored, &passphrase).is_ok() {
        return Err(Failure::usage(
            "the new passphrase is the old one; nothing was changed",
        ));
    }
    let note = ctx.note("store passphrase", "changed the passphrase");
    store.transact(note, &identities, |changes| {
        for stored in changes.identities()? {
            let Some(identity) = identities
                .iter()
                .find(|identity| identity.may_open(&stored.recipient))
            else {
                continue;
            };
            let kept = kept(
                identity,
                &passphrase,
                ctx.work_factor(),
                &stored.label,
                stored.created,
            )?;
            changes.put_identity(&kept)?;
        }
        Ok::<_, crate::store::StoreError>(())
    })?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "passphrase", "store": store.path() }));
    }
    ctx.ui.note("changed the passphrase");
    ctx.ui
        .note("copies and backups from before still open with the old one");
    ctx.next(&noted(
        "nkeep store backup NAME.backup",
        "one that opens with the new passphrase",
    ));
    Ok(())
}
