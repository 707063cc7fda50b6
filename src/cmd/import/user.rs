//! `nkeep import user`.

use std::path::Path;

use super::report::Report;
use super::taking::Taking;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::cmd::files::tokens;
use crate::nsc;
use crate::store::Records;
use crate::store::record::Entity;
use crate::text::{quoted, shell_word};
use crate::trust::{Place, TrustError};
use crate::ui::{ExitCode, Failure};

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
/// or did not sign it, and then its seed is not taken either; 7 when the store has the user otherwise and --overwrite is not
/// given, or has a token for it that is no older.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with a token or creds, or - for stdin
    #[arg(long, short)]
    file: Source,
    /// Put it in place of the user that is there, whose token is older
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
    let mut report = Report::begin(ctx, "import user").replaced_by("--overwrite");
    let taking = Taking {
        force: args.overwrite,
        full_report: true,
    };
    taking.take(ctx, &mut report, args.skip, |records| {
        if let Some(records) = records
            && let Some(there) = loose.held_back(records, args.overwrite)?
        {
            return Err(not_newer(records, &there, &shown)?);
        }
        Ok(loose.arranged(records)?)
    })?;
    report.finish(ctx)
}

/// What the store has since would be lost: limits that were drawn tighter, or a key that was changed.
fn not_newer(records: &dyn Records, there: &Entity, file: &str) -> Result<Failure, TrustError> {
    let account = there.parent.map(|key| records.entity(&key)).transpose()?;
    let place = Place::under(records, account.flatten().as_ref())?.flags();
    let reason = anyhow::anyhow!(
        "the token of user {} in the store is no older than the one in {file}, and nothing was taken",
        quoted(&there.name)
    );
    let name = shell_word(there.name.as_str());
    Ok(Failure::new(ExitCode::Tampered, reason).hint(format!("nkeep describe user {name}{place}")))
}
