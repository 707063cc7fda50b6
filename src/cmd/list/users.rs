//! `nkeep list users`.

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::ListedIn;
use crate::store::Store as _;
use crate::store::record::EntityKind;
use crate::trust::TrustError;
use crate::trust::revoke::revoked_users;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The users of an account",
    line: "nkeep list users -a ACME",
}];

/// List the users of an account
///
/// On a terminal what does not fit is shortened; elsewhere it is whole. Unlike nsc's, the list goes to stdout, and
/// neither --operator nor --account selects anything (nkeep select does).
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    account: ListedIn,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (listed, revoked) = ctx.open_store()?.read(|records| {
        let account = args.account.find(ctx, records)?;
        let listed = records.listed(EntityKind::User, Some(&account.key))?;
        let revoked = revoked_users(records, &account)?;
        Ok::<_, TrustError>((listed, revoked))
    })?;
    super::shown(ctx, "users", &listed, Some(&revoked))
}
