//! `nkeep delete export`.

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::{claims_of, is_service};
use crate::cmd::example::Example;
use crate::cmd::shares::{Called, Edit};
use crate::cmd::words::argument::{open_text, truth};
use crate::jwt::claims::Account;
use crate::trust::remove::cut_off;
use crate::trust::resign;
use crate::trust::share::{delete_export, succeed};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Offer prices no longer",
    line: "nkeep delete export -a ACME -s 'prices.>'",
}];

/// Delete an export of an account
///
/// Who imports it is named. Activations that are revoked for it stay so, should it be added again, or another that has a subject in common with it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject of the export; not needed where there is only one
    #[arg(long, short, value_name = "SUBJECT", value_parser = open_text)]
    subject: Option<String>,
    /// The service, or with =false the stream, where both have the subject
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    #[command(flatten)]
    edit: Edit,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    if let Some(export) = asking.export(&account, "Export", |_| true)? {
        let claims = claims_of::<Account>(&account)?;
        let same = claims.body.exports.iter();
        if same.filter(|other| other.subject == export.subject).count() > 1 {
            asking.answer_type("service", is_service(export.share_type))?;
        }
    }
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let called = Called {
        command: "delete export",
        summary: match &args.subject {
            Some(subject) => format!("deleted export {subject}"),
            None => "deleted the only export".to_owned(),
        },
    };
    args.edit
        .run(ctx, called, None, |changes, account, claims| {
            let before = claims.body.exports.clone();
            let mut done = delete_export(claims, args.subject.as_deref(), args.service)?;
            succeed(changes, account, &before, claims)?;
            let cut_off = cut_off(changes, account, &before, &claims.body.exports)?;
            // Accounts that are in no store may import it, too.
            done.warnings.push(match cut_off.is_empty() {
                true => "who imports it is cut off; no account in the store does".to_owned(),
                false => format!("who imports it is cut off: {}", resign::names(&cut_off)),
            });
            Ok(done)
        })
}
