//! `nkeep revocations delete-activation`.

use super::private_export::PrivateExport;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::shares::{Called, Edit};
use crate::cmd::words::naming::AnyAccount;
use crate::trust::share::clear_revocation;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Let the activations of an account hold again",
    line: "nkeep revocations delete-activation -a ACME -s 'orders.>' -t SHOP",
}];

/// Take back a revocation of activations
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    export: PrivateExport,
    /// Name or public key of the account whose revocation it is, or * for that of all
    #[arg(long, short, value_name = "ACCOUNT")]
    target_account: AnyAccount,
    #[command(flatten)]
    edit: Edit,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = PrivateExport::ask(asking)?;
    asking.needed(
        "target_account",
        "Account whose revocation it is: its name, its public key, or * for that of all",
    )?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let called = Called {
        command: "revocations delete-activation",
        summary: format!("took back a revocation of activations of {}", args.export),
    };
    args.edit
        .run(ctx, called, None, |changes, account, claims| {
            let target = args.target_account.find(changes, account)?;
            Ok(clear_revocation(claims, args.export.sought(), target)?)
        })
}
