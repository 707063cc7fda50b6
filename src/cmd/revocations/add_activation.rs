//! `nkeep revocations add-activation`.

use super::at::At;
use super::private_export::PrivateExport;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::shares::{Called, Edit};
use crate::cmd::words::naming::AnyAccount;
use crate::trust::share::{RevokedUpTo, newest_activation, revoke};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Shut an account out of a private export; `-t '*'` shuts out all",
    line: "nkeep revocations add-activation -a ACME -s 'orders.>' -t SHOP",
}];

/// Revoke the activations that an account was given for an export
///
/// Those signed up to a time no longer hold, that second included. One that is generated later holds again.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    export: PrivateExport,
    /// Name or public key of the account that may import it no longer, or * for all
    #[arg(long, short, value_name = "ACCOUNT")]
    target_account: AnyAccount,
    /// Up to when: seconds since 1970, or a time such as 2026-12-24T18:00:00Z; 0 for all so far
    #[arg(
        long,
        value_name = "TIME",
        default_value = "0",
        hide_default_value = true
    )]
    at: At,
    #[command(flatten)]
    edit: Edit,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = PrivateExport::ask(asking)?;
    asking.needed(
        "target_account",
        "Account that may import it no longer: its name, its public key, or * for all",
    )?;
    asking.text("at", "0")?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let called = Called {
        command: "revocations add-activation",
        summary: format!("revoked activations of {}", args.export),
    };
    args.edit
        .run(ctx, called, None, |changes, account, claims| {
            let target = args.target_account.find(changes, account)?;
            let newest = newest_activation(changes, claims, target)?;
            let at = args.at.from(ctx.clock.now(), newest);
            Ok(revoke(
                claims,
                args.export.sought(),
                target,
                RevokedUpTo { at, newest },
            )?)
        })
}
