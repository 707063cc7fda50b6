//! `nkeep delete import`.

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::{claims_of, is_service};
use crate::cmd::example::Example;
use crate::cmd::input::{subject, truth};
use crate::cmd::naming::OtherAccount;
use crate::cmd::shares::{Called, Edit, describe};
use crate::jwt::claims::{Account, Import};
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

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    let imports = claims_of::<Account>(&account)?.body.imports;
    if !asking.has("subject") && !imports.is_empty() {
        let label = |import: Import| {
            let Import {
                subject,
                account,
                share_type,
                ..
            } = &import;
            (format!("{subject} ({share_type} of {account})"), import)
        };
        let choices: Vec<(String, Import)> = imports.into_iter().map(label).collect();
        let chosen = asking.chosen("Import", &choices, 0)?;
        let (_, import) = &choices[chosen];
        asking.answer("subject", &import.subject)?;
        asking.answer("src_account", &import.account)?;
        asking.answer_type("service", is_service(import.share_type))?;
    }
    asking.operator_key(&account)
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
