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
    purpose: "No token holds for more than 400 days: the policy that holds, with a number changed",
    line: "nkeep ceremony policy show | sed '/token_days/s/0/400/' > policy.json && nkeep ceremony policy set policy.json",
}];

/// Set what a root signs, where the root is
///
/// `may_change` has the fields of the operator's token that may change at all; `request_days` is for how long a request may be open, and
/// `token_days` for how long a token may hold (0: for any time); `signing_keys` is how many there may be at most, and `strict` whether
/// they have to be demanded; `requester` is whether a signing key has to have asked; `approvals` is how many of `approvers`, which are
/// public keys, have to be for it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Policy, or - for stdin
    #[arg(value_name = "FILE")]
    policy: Source,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let text = args.policy.text(LONGEST)?;
    ctx.record(|did| did.read(&args.policy, text.as_bytes()));
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
    let signs = match ctx.made.is_trial() {
        true => "the root would sign by that policy",
        false => "the root signs by that policy from now on",
    };
    ctx.ui.note(&format!("{signs}: {}", approvals(&policy)));
    Ok(())
}

/// Who has to be for a request.
fn approvals(policy: &Policy) -> String {
    match policy.approvals {
        0 => "it takes no approval".to_owned(),
        1 => format!("1 of {} approvers has to be for it", policy.approvers.len()),
        count => format!(
            "{count} of {} approvers have to be for it",
            policy.approvers.len()
        ),
    }
}
