//! `nkeep delete import`.

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::{claims_of, is_service};
use crate::cmd::example::Example;
use crate::cmd::shares::{Called, Edit};
use crate::cmd::words::argument::{open_text, truth};
use crate::cmd::words::naming::OtherAccount;
use crate::jwt::claims::{Account, Claims, Import};
use crate::store::Records;
use crate::store::record::Entity;
use crate::trust;
use crate::trust::share::{ShareError, delete_import};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Take prices from the other account no longer",
    line: "nkeep delete import -a SHOP -s 'prices.>' --src-account ACME",
}];

/// Delete an import of an account
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject of the import, as the exporter calls it; not needed where there is only one
    #[arg(long, short, value_name = "SUBJECT", value_parser = open_text)]
    subject: Option<String>,
    /// Name or public key of the exporter, where several have the subject
    #[arg(long, value_name = "ACCOUNT", value_parser = source)]
    src_account: Option<Source>,
    /// The service, or with =false the stream, where both have the subject
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    #[command(flatten)]
    edit: Edit,
}

/// Whom an import is from: an account, or what stands in its place and is none.
#[derive(Clone, Debug)]
struct Source {
    text: String,
    account: Result<OtherAccount, String>,
}

fn source(text: &str) -> Result<Source, String> {
    Ok(Source {
        text: open_text(text)?,
        account: text.parse(),
    })
}

impl Source {
    /// As it stands in the claims.
    fn find(
        &self,
        records: &dyn Records,
        account: &Entity,
        claims: &Claims<Account>,
    ) -> trust::Result<String> {
        let mut imports = claims.body.imports.iter();
        if imports.any(|import| import.account == self.text) {
            return Ok(self.text.clone());
        }
        match &self.account {
            Ok(other) => Ok(other.find(records, account)?.key.to_string()),
            Err(reason) => Err(ShareError::NothingThere {
                text: self.text.clone(),
                reason: reason.clone(),
            }
            .into()),
        }
    }
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
        .run(ctx, called, None, |changes, account, claims| {
            let exporter = match &args.src_account {
                Some(source) => Some(source.find(changes, account, claims)?),
                None => None,
            };
            let (subject, exporter) = (args.subject.as_deref(), exporter.as_deref());
            Ok(delete_import(claims, subject, exporter, args.service)?)
        })
}
