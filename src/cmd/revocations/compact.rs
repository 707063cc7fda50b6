//! `nkeep revocations compact`.

use serde_json::json;

use super::account;
use crate::cmd::Ctx;
use crate::cmd::changed::Changed;
use crate::cmd::example::Example;
use crate::cmd::suggested::for_servers;
use crate::cmd::words::naming::InAccount;
use crate::cmd::words::signer::SignWith;
use crate::store::Store as _;
use crate::text::{counted, quoted, some};
use crate::trust::{TrustError, edit, revoke};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Forget revocations of what has expired anyhow",
    line: "nkeep revocations compact -a ACME",
}];

/// Drop revocations that revoke nothing any more
///
/// Those that a revocation of every user covers (it must stay then: taken back, it lets them in), and those of users whose
/// every token has expired, as far as all of them are known here: of a key that was made elsewhere they may not be.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    signer: SignWith,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let before = store.read(|records| account(ctx, &args.account, records))?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "revocations compact",
        format!("compacted the revocations of account {}", before.name),
    );
    let (edited, dropped, names) = store.transact(note, &*keyring, |changes| {
        let account = account(ctx, &args.account, changes)?;
        let mut dropped = Vec::new();
        let edited = edit::account(changes, &*keyring, &account, &choice, |changes, claims| {
            let revocations = &mut claims.body.revocations;
            dropped = revoke::compact(changes, &account, revocations, changes.now())?;
            Ok(())
        })?;
        let mut names = Vec::new();
        for whose in &dropped {
            let user = match whose.parse() {
                Ok(key) => changes.entity(&key)?,
                Err(_) => None,
            };
            names.push(user.map_or_else(|| whose.clone(), |user| quoted(&user.name)));
        }
        Ok::<_, TrustError>((edited, dropped, names))
    })?;
    Changed {
        notes: vec![said(&names)],
        more: vec![("dropped", json!(dropped))],
        ..Changed::plain("compacted", &edited, for_servers(&edited.entity))
    }
    .say(ctx)
}

/// How many were dropped, and whose.
fn said(names: &[String]) -> String {
    let count = counted(names.len(), "revocation");
    match names {
        [] => format!("dropped {count}"),
        names => format!("dropped {count}: {}", some(names)),
    }
}
