//! `nkeep ceremony policy set`.

use serde_json::json;

use crate::ceremony::canonical::LONGEST;
use crate::ceremony::policy::Policy;
use crate::ceremony::working;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::Source;
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A policy that was changed",
    line: "nkeep ceremony policy show > policy.json && nkeep ceremony policy set policy.json",
}];

/// Set what a root signs, where the root is
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Policy, or - for stdin
    #[arg(value_name = "FILE")]
    policy: Source,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let text = args.policy.text(LONGEST)?;
    let policy = Policy::written(&args.policy.to_string(), text.as_bytes())?;
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("ceremony policy set", "set what the root signs");
    store.transact(note, &*keyring, |changes| {
        working::must_have_a_root(changes)?;
        policy.keep(changes)
    })?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "ceremony_policy", "policy": policy }));
    }
    ctx.ui.note(&format!(
        "the root signs by that policy from now on: {} of {} approvers have to be for it",
        policy.approvals,
        policy.approvers.len()
    ));
    Ok(())
}
