//! `nkeep ceremony policy show`.

use crate::ceremony::policy::Policy;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::output::{OutputFile, public_file};
use crate::store::Store as _;
use crate::text::shell_word;
use crate::ui::{Failure, json_text};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The policy, to be changed in a file",
    line: "nkeep ceremony policy show -o policy.json",
}];

/// Show what a root signs, as JSON that `policy set` takes
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    output: OutputFile,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let policy = ctx.open_store()?.read(|records| Policy::of(records))?;
    let Some(path) = args.output.path() else {
        return ctx.ui.document(&policy);
    };
    let text = json_text(&policy)?;
    public_file(ctx, path, text.as_bytes(), args.output.existing())?;
    ctx.record(|did| did.wrote(path.display(), text.as_bytes()));
    ctx.ui.note(&format!("wrote {}", path.display()));
    let file = shell_word(&path.to_string_lossy());
    ctx.next(&format!("nkeep ceremony policy set {file}"));
    Ok(())
}
