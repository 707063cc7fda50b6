//! `nkeep add export`.

use std::num::NonZeroU32;
use std::time::Duration;

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::shares::{
    Called, Edit, Sampled, import_from, place_of, response_type, share_type, successor_warnings,
};
use crate::cmd::words::argument::{subject, truth, words};
use crate::cmd::words::duration::duration;
use crate::jwt::claims::Sampling;
use crate::jwt::subject::Subject;
use crate::text::{noted, shell_word};
use crate::trust::Place;
use crate::trust::share::{NewExport, ResponseType, ServiceTerms, add_export, succeed};
use crate::ui::{Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "A stream of messages that any account may import",
        line: "nkeep add export -a ACME -s 'prices.>'",
    },
    Example {
        purpose: "A service for accounts that have an activation, a quarter of its answers timed",
        line: "nkeep add export -a ACME -n quote -s quote --service --private --latency quote.times --sampling 25",
    },
];

/// Add an export to an account: what it offers to others
///
/// Activations that were revoked for an export stay so for those that come in its place, of the same subject or of others with
/// subjects in common. A public one would let in whom a private one shut out: they are named, and it takes --force.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject that is offered
    #[arg(long, short, value_name = "SUBJECT", value_parser = subject)]
    subject: Subject,
    /// Name; its subject where none is given
    #[arg(long, short, value_name = "NAME", value_parser = words)]
    name: Option<String>,
    #[command(flatten)]
    edit: Edit,
    /// Offer a service that answers, not a stream
    #[arg(long, short = 'r', value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    /// Offer it to accounts with an activation only
    #[arg(long, short, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    private: Option<bool>,
    /// Token of the subject that must be the importer's public key, counted from 1 (public exports)
    #[arg(
        long,
        value_name = "NUMBER",
        default_value_t = 0,
        hide_default_value = true
    )]
    account_token_position: u32,
    /// Show it to other accounts
    #[arg(long, hide = true, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    advertise: Option<bool>,
    /// Offer it to all, though somebody was shut out of it
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    terms: Terms,
}

/// What only services have.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Services")]
struct Terms {
    /// How it answers: Singleton, Stream or Chunked
    #[arg(long, value_name = "TYPE", value_parser = response_type)]
    response_type: Option<ResponseType>,
    /// How long an answer may take, such as 500ms or 5s
    #[arg(long, value_name = "LENGTH", value_parser = duration)]
    response_threshold: Option<Duration>,
    /// Subject on which latencies are reported
    #[arg(long, value_name = "SUBJECT", value_parser = subject)]
    latency: Option<Subject>,
    /// How many answers are timed: 1 to 100 in a hundred, or header
    #[arg(long, value_name = "PERCENT|header")]
    sampling: Option<Sampled>,
    /// Let message traces go on behind it
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    allow_trace: Option<bool>,
}

impl Terms {
    /// The terms of a service.
    fn of_service(&self) -> Result<ServiceTerms, Failure> {
        let sampling = match (&self.latency, self.sampling) {
            (Some(_), Some(Sampled::Nothing)) => {
                return Err(Failure::usage("--sampling 0 would time no answer"))
                    .hint("leave --latency and --sampling out");
            }
            (None, Some(Sampled::So(_))) => {
                return Err(Failure::usage(
                    "--sampling needs --latency: the subject on which latencies are reported",
                ))
                .hint("nkeep add export --help");
            }
            (_, Some(Sampled::So(sampling))) => sampling,
            _ => Sampling::Headers,
        };
        Ok(ServiceTerms {
            response_type: self.response_type.unwrap_or_default(),
            threshold: self.response_threshold.unwrap_or_default(),
            latency: self.latency.clone().map(|results| (results, sampling)),
            allow_trace: self.allow_trace.unwrap_or_default(),
        })
    }

    /// The first flag that a stream cannot have.
    fn given(&self) -> Option<&'static str> {
        [
            ("--response-type", self.response_type.is_some()),
            (
                "--response-threshold",
                self.response_threshold
                    .is_some_and(|length| !length.is_zero()),
            ),
            ("--latency", self.latency.is_some()),
            ("--sampling", matches!(self.sampling, Some(Sampled::So(_)))),
            ("--allow-trace", self.allow_trace == Some(true)),
        ]
        .into_iter()
        .find_map(|(flag, given)| given.then_some(flag))
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    let service = asking.share_type(false)?;
    asking.needed("subject", "Subject that is offered")?;
    let subject = asking.value("subject").unwrap_or_default();
    asking.text_as("name", "Name", &subject)?;
    let private = asking.switch_as(
        "private",
        "Private: for accounts with an activation only",
        false,
        false,
    )?;
    if service {
        asking.service(None)?;
    }
    if !private && subject.contains('*') {
        asking.text_as(
            "account_token_position",
            "Which token of the subject must be the importer's public key, counted from 1",
            "",
        )?;
    }
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let service = args.service.unwrap_or_default();
    let private = args.private.unwrap_or_default();
    let position = NonZeroU32::new(args.account_token_position);
    if private && position.is_some() {
        return Err(Failure::usage(
            "--account-token-position is for public exports: an activation names the importer already",
        ))
        .hint("nkeep add export --help");
    }
    if let Some(flag) = args.terms.given().filter(|_| !service) {
        return Err(Failure::usage(format!("{flag} is for services")))
            .hint(noted(called_with("--service"), "offers a service"));
    }
    let new = NewExport {
        subject: args.subject.clone(),
        name: args.name.clone(),
        private,
        advertise: args.advertise.unwrap_or_default(),
        position,
        service: service.then(|| args.terms.of_service()).transpose()?,
    };
    let called = Called {
        command: "add export",
        summary: format!("added export {}", args.subject),
    };
    let next = |place: &Place| next(place, &args.subject, private, service);
    args.edit
        .run(ctx, called, Some(&next), |changes, account, claims| {
            let before = claims.body.exports.clone();
            let mut done = add_export(claims, new)?;
            let place = place_of(changes, account)?;
            for successor in succeed(changes, account, &before, claims)? {
                successor.must_be_forced(args.force)?;
                done.warnings
                    .extend(successor_warnings(ctx, &place, &successor));
            }
            Ok(done)
        })
}

fn next(place: &Place, subject: &Subject, private: bool, service: bool) -> String {
    if private {
        let (here, subject) = (place.flags(), shell_word(subject.as_str()));
        return format!("nkeep generate activation{here} -s {subject} -t IMPORTER -o FILE");
    }
    import_from(place, subject.as_str(), share_type(service))
}
