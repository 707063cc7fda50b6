//! `nkeep revocations list-activations`.

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::shares::{explained, place_of};
use crate::cmd::words::argument::{subject, truth};
use crate::cmd::words::naming::InAccount;
use crate::jwt::subject::Subject;
use crate::store::Store as _;
use crate::trust::share::{Revocation, SoughtExport, revocations};
use crate::trust::{self, TrustError};
use crate::ui::Failure;
use crate::ui::list::{Fit, fitted};
use crate::ui::time::moment;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Who is shut out of which export",
    line: "nkeep revocations list-activations -a ACME",
}];

/// List the revocations of activations, of one export or of all
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject of the export, or a part of it; all where this is not given
    #[arg(long, short, value_name = "SUBJECT", value_parser = subject)]
    subject: Option<Subject>,
    /// Services only, or with =false streams
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    #[command(flatten)]
    account: InAccount,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    asking.account().map(drop)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let sought = SoughtExport {
        subject: args.subject.as_ref(),
        service: args.service,
    };
    let listed = ctx.open_store()?.read(|records| {
        let account = args.account.find(ctx, records)?;
        let place = place_of(records, &account)?;
        let token = trust::claims(&account)?;
        let listed = revocations(token.claims(), sought).map_err(TrustError::from);
        explained(&place, listed)
    })?;
    if ctx.ui.json() {
        let listed: Vec<Value> = listed
            .iter()
            .map(|revocation| {
                json!({
                    "subject": revocation.subject,
                    "type": revocation.share_type.name(),
                    "account": revocation.account,
                    "revoked_up_to": revocation.up_to,
                })
            })
            .collect();
        return ctx
            .ui
            .document(&json!({ "kind": "activation_revocations", "revocations": listed }));
    }
    let now = ctx.clock.now();
    let header = [
        ("EXPORT", Fit::Name),
        ("TYPE", Fit::Own),
        ("ACCOUNT", Fit::Key),
        ("SIGNED UP TO", Fit::Time),
    ];
    let room = ctx.ui.columns();
    ctx.ui
        .text(&fitted(header, room, &listed, |revocation: &Revocation| {
            [
                (&revocation.subject).into(),
                revocation.share_type.name().into(),
                (&revocation.account).into(),
                moment(revocation.up_to, now).into(),
            ]
        }))
}
