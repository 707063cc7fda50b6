//! `nkeep edit export`.

use std::time::Duration;

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::is_service;
use crate::cmd::example::Example;
use crate::cmd::shares::{Called, Edit, Sampled, place_of, response_type, successor_warnings};
use crate::cmd::words::argument::{open_text, subject, truth, words};
use crate::cmd::words::duration::duration;
use crate::jwt::subject::Subject;
use crate::trust::share::{ExportEdit, LatencyEdit, ResponseType, edit_export, succeed};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Say what it is, and where to read more",
    line: "nkeep edit export -a ACME -s 'prices.>' --description 'All prices, as they change' --info-url https://acme.example/prices",
}];

/// Edit an export of an account
///
/// Who was shut out of it, by a revocation or for want of an activation, is let in where it becomes public: they are named.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject of the export; not needed where there is only one
    #[arg(long, short, value_name = "SUBJECT", value_parser = open_text)]
    subject: Option<String>,
    #[command(flatten)]
    edit: Edit,
    /// New name
    #[arg(long, short, value_name = "NAME", value_parser = words)]
    name: Option<String>,
    /// Make it a service, or with =false a stream
    #[arg(long, short = 'r', value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    /// Offer it to accounts with an activation only, or with =false to all
    #[arg(long, short, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    private: Option<bool>,
    /// What it is, for people; empty for nothing
    #[arg(long, value_name = "TEXT", value_parser = open_text)]
    description: Option<String>,
    /// Where people read more; empty for nowhere
    #[arg(long, value_name = "URL", value_parser = open_text)]
    info_url: Option<String>,
    /// How it answers: Singleton, Stream or Chunked (services)
    #[arg(long, value_name = "TYPE", value_parser = response_type)]
    response_type: Option<ResponseType>,
    /// How long an answer may take, such as 500ms or 5s; 0 for as long as it takes (services)
    #[arg(long, value_name = "LENGTH", value_parser = duration)]
    response_threshold: Option<Duration>,
    /// Subject on which latencies are reported (services)
    #[arg(long, value_name = "SUBJECT", value_parser = subject)]
    latency: Option<Subject>,
    /// How many answers are timed: 1 to 100 in a hundred, or header; 0 for none (services)
    #[arg(long, value_name = "PERCENT|header")]
    sampling: Option<Sampled>,
    /// Time answers no longer
    #[arg(long, conflicts_with_all = ["latency", "sampling"])]
    rm_latency_sampling: bool,
    /// Let message traces go on behind it, or with =false not (services)
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    allow_trace: Option<bool>,
}

impl Args {
    fn latency(&self) -> Result<LatencyEdit, Failure> {
        Ok(match (self.latency.clone(), self.sampling) {
            _ if self.rm_latency_sampling => LatencyEdit::Remove,
            (None, None) => LatencyEdit::Keep,
            (None, Some(Sampled::Nothing)) => LatencyEdit::Remove,
            (Some(_), Some(Sampled::Nothing)) => {
                return Err(Failure::usage(
                    "--latency says where latencies are reported, and --sampling 0 that none are",
                ))
                .hint("nkeep edit export --help");
            }
            (results, None) => LatencyEdit::Set(results, None),
            (results, Some(Sampled::So(sampling))) => LatencyEdit::Set(results, Some(sampling)),
        })
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    let Some(export) = asking.export(&account, "Export", |_| true)? else {
        // The command says so, and how one is added.
        return Ok(());
    };
    let service = asking.share_type(is_service(export.share_type))?;
    asking.text_as("name", "Name", &export.name)?;
    let is_private = export.token_required;
    asking.switch_as(
        "private",
        "Private: for accounts with an activation only",
        is_private,
        is_private,
    )?;
    if service {
        asking.service(Some(&export))?;
    }
    let question = "What it is, for people";
    asking.text_or_none("description", question, &export.description, None)?;
    let question = "Where people read more";
    asking.text_or_none("info_url", question, &export.info_url, None)?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let edit = ExportEdit {
        name: args.name.clone(),
        service: args.service,
        private: args.private,
        latency: args.latency()?,
        response_type: args.response_type,
        threshold: args.response_threshold,
        allow_trace: args.allow_trace,
        description: args.description.clone(),
        info_url: args.info_url.clone(),
    };
    if edit == ExportEdit::default() {
        return Err(Failure::usage("nothing to change is named")).hint("nkeep edit export --help");
    }
    let subject = args.subject.as_deref();
    let called = Called {
        command: "edit export",
        summary: match subject {
            Some(subject) => format!("edited export {subject}"),
            None => "edited the only export".to_owned(),
        },
    };
    args.edit
        .run(ctx, called, None, |changes, account, claims| {
            let before = claims.body.exports.clone();
            let mut done = edit_export(claims, subject, edit)?;
            let place = place_of(changes, account)?;
            for successor in succeed(changes, account, &before, claims)? {
                done.warnings
                    .extend(successor_warnings(ctx, &place, &successor));
            }
            Ok(done)
        })
}
