//! `nkeep import user`.

use std::path::Path;

use super::report::Report;
use super::taking::Taking;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::Source;
use crate::cmd::tokens;
use crate::nsc;
use crate::text::shell_word;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A user whose account is in the store, with the seed in the creds file",
    line: "nkeep import nsc nsc-store && \
           nkeep import user --file nsc-store/keys/creds/ALPHA/ORDERS/order-svc.creds",
}];

/// A creds file, and what people write around it.
const MAX_FILE: u64 = 2 << 20;

/// Take a user from a token, or from a creds file with its seed
///
/// The token is taken as it is, into the account of the store that signed it. Exit code 3 when that account is not there
/// or did not sign it; 7 when the store has the user otherwise and --overwrite is not given.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with a token or creds, or - for stdin
    #[arg(long, short)]
    file: Source,
    /// Put it in place of the user that is there
    #[arg(long)]
    overwrite: bool,
    /// Take a token that breaks rules, to be edited afterwards
    #[arg(long)]
    skip: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let contents = tokens::contents_of(&args.file, MAX_FILE)?;
    let shown = args.file.to_string();
    let loose = nsc::single(Path::new(&shown), &contents).only_users();
    let called = format!("nkeep import user --file {}", shell_word(&shown));
    let mut report = Report::begin(ctx, "import user", &called).replaced_by("--overwrite");
    let taking = Taking {
        force: args.overwrite,
    };
    taking.take(ctx, &mut report, args.skip, |records| {
        Ok(loose.arranged(records)?)
    })?;
    report.finish(ctx)
}
