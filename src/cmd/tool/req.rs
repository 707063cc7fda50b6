//! `nkeep tool req`.

use serde_json::json;

use super::{Payload, UserArgs, json_payload, literal, patiently, payload};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::jwt::claims::{Account, Import, ShareType};
use crate::jwt::subject::{Subject, is_contained_in};
use crate::net::NetError;
use crate::net::talk::request;
use crate::store::Store as _;
use crate::store::record::Entity;
use crate::text::{noted, quoted, shell_word};
use crate::trust;
use crate::ui::{ExitCode, Failure, shown};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Ask a service, and keep its answer",
    line: "nkeep tool req time.now -a ACME > answer",
}];

/// Ask, and show the first answer
///
/// At a terminal the answer is shown on a line of its own, with whatever could steer the terminal escaped; a file or a pipe
/// gets the payload as it is. That nobody answers is an error.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject
    #[arg(value_name = "SUBJECT", value_parser = literal)]
    subject: Subject,
    /// Payload; - reads it from stdin, nothing sends none
    #[arg(value_name = "PAYLOAD", value_parser = payload)]
    payload: Option<Payload>,
    #[command(flatten)]
    user: UserArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let body = Payload::bytes(args.payload.as_ref())?;
    let connected = args.user.connect(ctx)?;
    let answer = match request(&connected.link, &args.subject, body) {
        Ok(answer) => answer,
        Err(NetError::Silent(_)) => {
            let reason = format!(
                "nobody answered to {} within {} s",
                quoted(&args.subject),
                args.user.timeout
            );
            return Err(patiently(unanswered(reason)));
        }
        Err(error) => return Err(connected.failed(error)),
    };
    let Some((body, took)) = answer else {
        let reason = format!("nobody is there who answers to {}", quoted(&args.subject));
        return Err(unanswered(reason).hint(answers(ctx, &args.subject, &connected.account)?));
    };
    if ctx.ui.json() {
        let mut document = json!({
            "kind": "answer",
            "subject": args.subject.as_str(),
            "milliseconds": took.as_secs_f64() * 1000.0,
        });
        for (name, value) in json_payload(&body).as_object().into_iter().flatten() {
            document[name] = value.clone();
        }
        return ctx.ui.document(&document);
    }
    if ctx.ui.stdout_is_terminal() {
        let text = String::from_utf8_lossy(&body);
        return ctx.ui.text(&format!("{}\n", shown(&text)));
    }
    ctx.ui.data(&body)
}

/// The command that answers: in the account itself, or in the one from which it imports the service.
fn answers(ctx: &Ctx, subject: &Subject, account: &Entity) -> Result<String, Failure> {
    let reply = |subject: &str, account: &str| {
        let (subject, account) = (shell_word(subject), shell_word(account));
        format!("nkeep tool reply {subject} -a {account}")
    };
    let imports = trust::claims::<Account>(account)?
        .into_claims()
        .body
        .imports;
    let imported = imports
        .into_iter()
        .find(|import| import.share_type == ShareType::Service && takes(import, subject));
    let Some(import) = imported else {
        let here = reply(subject.as_str(), account.name.as_str());
        return Ok(noted(here, "answers"));
    };
    let exporter = match import.account.parse() {
        Ok(key) => ctx.open_store()?.read(|records| records.entity(&key))?,
        Err(_) => None,
    };
    Ok(match exporter {
        Some(exporter) => noted(
            reply(&import.subject, exporter.name.as_str()),
            "answers, in the account that exports it",
        ),
        None => noted(
            format!(
                "nkeep describe account {}",
                shell_word(account.name.as_str())
            ),
            format!(
                "imports it from account {}, where somebody has to answer",
                import.account
            ),
        ),
    })
}

/// Whether what is asked on a subject goes to the exporter.
fn takes(import: &Import, subject: &Subject) -> bool {
    let local = [&import.local_subject, &import.to, &import.subject];
    let local = local.into_iter().find(|local| !local.is_empty());
    local.is_some_and(|local| is_contained_in(subject.as_str(), &with_wildcards(local)))
}

/// A local subject with `$1` and the like as the wildcards that they stand for.
fn with_wildcards(local: &str) -> String {
    let tokens = local.split('.').map(|token| match token.strip_prefix('$') {
        Some(number) if number.parse::<u32>().is_ok() => "*",
        _ => token,
    });
    tokens.collect::<Vec<_>>().join(".")
}

fn unanswered(reason: String) -> Failure {
    Failure::new(ExitCode::Failed, anyhow::anyhow!(reason))
}
