//! `nkeep delete import`.

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::{subject, truth};
use crate::cmd::naming::OtherAccount;
use crate::cmd::shares::{Called, Edit, describe};
use crate::jwt::subject::Subject;
use crate::trust::share::delete_import;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Take prices from the other account no longer",
    line: "nkeep delete import -a SHOP -s 'prices.>' --src-account ACME",
}];

/// Delete an import of an account
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject of the import, as the exporter calls it; not needed where there is only one
    #[arg(long, short, value_name = "SUBJECT", value_parser = subject)]
    subject: Option<Subject>,
    /// Name or public key of the exporter, where several have the subject
    #[arg(long, value_name = "ACCOUNT")]
    src_account: Option<OtherAccount>,
    /// The service, or with =false the stream, where both have the subject
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    #[command(flatten)]
    edit: Edit,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let called = Called {
        command: "delete import",
        summary: match &args.subject {
            Some(subject) => format!("deleted import {subject}"),
            None => "deleted the only import".to_owned(),
        },
    };
    args.edit
        .run(ctx, called, describe, |changes, account, claims| {
            let exporter = match &args.src_account {
                Some(exporter) => Some(exporter.find(changes, account)?.key),
                None => None,
            };
            let subject = args.subject.as_ref();
            Ok(delete_import(claims, subject, exporter, args.service)?)
        })
}
