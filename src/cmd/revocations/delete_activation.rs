//! `nkeep revocations delete-activation`.

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::input::{subject, truth};
use crate::cmd::naming::AnyAccount;
use crate::cmd::shares::{Called, Edit, describe};
use crate::jwt::subject::Subject;
use crate::trust::share::{SoughtExport, clear_revocation};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Let the activations of an account hold again",
    line: "nkeep revocations delete-activation -a ACME -s 'orders.>' -t SHOP",
}];

/// Take back a revocation of activations
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject of the export, or a part of it; not needed where there is only one
    #[arg(long, short, value_name = "SUBJECT", value_parser = subject)]
    subject: Option<Subject>,
    /// The service, not the stream, where both have the subject
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    /// Name or public key of the account whose revocation it is, or * for that of all
    #[arg(long, short, value_name = "ACCOUNT")]
    target_account: AnyAccount,
    #[command(flatten)]
    edit: Edit,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    asking.export(&account, "Private export", |export| export.token_required)?;
    asking.needed(
        "target_account",
        "Account whose revocation it is: its name, its public key, or * for that of all",
    )?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let sought = SoughtExport {
        subject: args.subject.as_ref(),
        service: args.service,
    };
    let called = Called {
        command: "revocations delete-activation",
        summary: match &args.subject {
            Some(subject) => format!("took back a revocation of activations of {subject}"),
            None => "took back a revocation of activations of the only export".to_owned(),
        },
    };
    args.edit
        .run(ctx, called, describe, |changes, account, claims| {
            let target = args.target_account.find(changes, account)?;
            Ok(clear_revocation(claims, sought, target)?)
        })
}
