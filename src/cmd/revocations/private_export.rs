//! The export whose activations are revoked, or not any more.

use std::fmt;

use crate::cmd::asking::Asking;
use crate::cmd::words::argument::{subject, truth};
use crate::jwt::subject::Subject;
use crate::store::record::Entity;
use crate::trust::share::SoughtExport;
use crate::ui::Failure;

/// Which export.
#[derive(clap::Args, Clone, Debug)]
pub struct PrivateExport {
    /// Subject of the export, or a part of it; not needed where there is only one
    #[arg(long, short, value_name = "SUBJECT", value_parser = subject)]
    subject: Option<Subject>,
    /// The service, not the stream, where both have the subject
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
}

impl PrivateExport {
    /// What -i asks: the account, and which of its exports.
    pub fn ask(asking: &mut Asking<'_>) -> Result<Entity, Failure> {
        let account = asking.account()?;
        asking.export(&account, "Private export", |export| export.token_required)?;
        Ok(account)
    }

    /// What is looked for in an account.
    pub const fn sought(&self) -> SoughtExport<'_> {
        SoughtExport {
            subject: self.subject.as_ref(),
            service: self.service,
        }
    }
}

impl fmt::Display for PrivateExport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.subject {
            Some(subject) => subject.fmt(formatter),
            None => formatter.write_str("the only export"),
        }
    }
}
