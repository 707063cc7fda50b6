//! `nkeep tool req`.

use serde_json::json;

use super::{Payload, UserArgs, json_payload, literal, patiently, payload};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::jwt::subject::Subject;
use crate::net::NetError;
use crate::net::talk::request;
use crate::text::{noted, quoted, shell_word};
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
        return Err(unanswered(reason).hint(noted(
            format!(
                "nkeep tool reply {} -a {}",
                shell_word(args.subject.as_str()),
                shell_word(connected.account.name.as_str())
            ),
            "answers",
        )));
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

fn unanswered(reason: String) -> Failure {
    Failure::new(ExitCode::Failed, anyhow::anyhow!(reason))
}
