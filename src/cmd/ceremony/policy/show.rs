//! `nkeep ceremony policy show`.

use crate::ceremony::CeremonyError;
use crate::ceremony::policy::Policy;
use crate::ceremony::working;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::{OutputFile, public_file};
use crate::store::Store as _;
use crate::text::shell_word;
use crate::ui::{Failure, json_text};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The policy, to be changed in a file",
    line: "nkeep ceremony policy show -o policy.json",
}];

/// Show what a root signs, as JSON that `policy set` takes
///
/// Each field has to be there. may_change: the fields of an operator's token that may change. request_days: for how long a request is
/// open; token_days: for how long a token holds, 0 for any time. signing_keys: how many an operator may have; strict: whether it has to
/// demand them. new_operators: none; successors, which come after an operator that is there, and say what that one says; or any, of which no
/// other says anything. delete_accounts: how many accounts servers may be asked to delete, 0 for none. requester: whether a key of the
/// operator has to have asked. approvals: how many of the approvers have to be for it.
///
/// In a root that was brought back none is in force until one is set, and none is shown; -o writes the default one, to begin from.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    output: OutputFile,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (policy, is_in_force) = ctx.open_store()?.read(|records| {
        working::must_not_be_rootless(records)?;
        // What goes into a file is one to begin from, where none is in force.
        if args.output.path().is_none() {
            Policy::must_be_set_in(records)?;
        }
        Ok::<_, CeremonyError>((Policy::of(records)?, !Policy::has_to_be_set_in(records)?))
    })?;
    let Some(path) = args.output.path() else {
        return ctx.ui.document(&policy);
    };
    let text = json_text(&policy)?;
    public_file(ctx, path, text.as_bytes(), args.output.existing())?;
    ctx.record(|did| did.wrote(path.display(), text.as_bytes()));
    ctx.ui.note(&format!("wrote {}", path.display()));
    if !is_in_force {
        ctx.ui.warning(
            "no policy is in force, and nothing is signed until one is set: what was written is the default one, to begin from",
        );
    }
    let file = shell_word(&path.to_string_lossy());
    ctx.next(&format!("nkeep ceremony policy set {file}"));
    Ok(())
}
