//! `nkeep ceremony policy set`.

use serde_json::json;

use crate::ceremony::CeremonyError;
use crate::ceremony::canonical::LONGEST;
use crate::ceremony::policy::{Policy, PolicyChange};
use crate::ceremony::working;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::store::Store as _;
use crate::text::noted;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "No token holds for more than 400 days: the policy that holds, with a number changed",
    line: "nkeep ceremony policy show | sed '/token_days/s/0/400/' > policy.json && nkeep ceremony policy set policy.json",
}];

/// Set what a root signs, where the root is
///
/// What each field is `nkeep ceremony policy show --help` says. The approvers are public keys, which people make with
/// `nkeep nkey gen user --out NAME.nk` and `nkeep nkey show NAME.nk` prints.
///
/// What is otherwise than before is shown, of the first policy what is otherwise than by default. Where the root would sign what it did
/// not sign before, or not by default, somebody at a terminal types that it is to be so; no flag and no pipe does.
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
    let before = store.read(|records| {
        working::must_have_a_root(records)?;
        Policy::set_in(records)
    })?;
    // A root that was told nothing goes by the default policy.
    let changes = before.clone().unwrap_or_default().changes_to(&policy);
    show(ctx, &changes);
    if !ctx.made.is_trial() {
        may_get_looser(ctx, &changes)?;
    }
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("ceremony policy set", "set what the root signs");
    store.transact(note, &*keyring, |changes| {
        working::must_have_a_root(changes)?;
        // What was shown is what becomes otherwise.
        if Policy::set_in(changes)? != before {
            return Err(CeremonyError::gate(
                "the policy was set by somebody else meanwhile",
                "nkeep ceremony policy show",
            ));
        }
        policy.keep(changes)
    })?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "ceremony_policy", "policy": policy, "changes": changes }));
    }
    let signs = match ctx.made.is_trial() {
        true => "the root would sign by that policy",
        false => "the root signs by that policy from now on",
    };
    ctx.ui.note(&format!("{signs}: {}", approvals(&policy)));
    Ok(())
}

/// Shows what is otherwise, on lines that say where the root signs more than before.
fn show(ctx: &Ctx, changes: &[PolicyChange]) {
    for change in changes {
        let PolicyChange {
            field,
            before,
            after,
            is_looser,
        } = change;
        let mark = if *is_looser { "! looser: " } else { "" };
        ctx.ui.notice(&format!("{mark}{field}: {before} → {after}"));
    }
}

/// Has somebody say that the root is to sign what it did not sign before.
fn may_get_looser(ctx: &Ctx, changes: &[PolicyChange]) -> Result<(), Failure> {
    let looser: Vec<_> = changes.iter().filter(|change| change.is_looser).collect();
    if looser.is_empty() {
        return Ok(());
    }
    let Some(mut prompt) = ctx.prompt() else {
        let fields: Vec<_> = looser.iter().map(|change| change.field).collect();
        return Err(Failure::usage(format!(
            "the policy gets looser ({}), which somebody says at a terminal, and nowhere else",
            fields.join(", ")
        )))
        .hint(noted(called_with("--dry-run"), "shows what is otherwise"));
    };
    let question = "To have the root sign more than before, type looser; anything else ends this";
    let typed = prompt.fresh_line(question)?;
    ctx.record(|did| did.answered(question, &typed));
    match &*typed {
        "looser" => Ok(()),
        _ => Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("the policy is as it was"),
        )),
    }
}

/// Who has to be for a request.
fn approvals(policy: &Policy) -> String {
    match policy.approvals {
        0 => "nobody has to be for it".to_owned(),
        1 => format!("1 of {} approvers has to be for it", policy.approvers.len()),
        count => format!(
            "{count} of {} approvers have to be for it",
            policy.approvers.len()
        ),
    }
}
