//! `nkeep tool pub`.

use serde_json::json;

use super::{Payload, UserArgs, literal, payload};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::jwt::subject::Subject;
use crate::net::talk::publish;
use crate::text::{counted, quoted};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "A message from a user of account ACME",
        line: "nkeep tool pub orders.new 'two of each' -a ACME",
    },
    Example {
        purpose: "What is in a file, to servers that are said",
        line: "nkeep tool pub orders.new - --nats nats://localhost:4222 < message.txt",
    },
];

/// Publish a message
///
/// It is done when the server has taken it; who may not publish there is told so.
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
    let bytes = body.len();
    let connected = args.user.connect(ctx)?;
    publish(&connected.link, &args.subject, body).map_err(|error| connected.failed(error))?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "published",
            "subject": args.subject.as_str(),
            "bytes": bytes,
            "account": connected.account.name.as_str(),
            "user": connected.user.name.as_str(),
        }));
    }
    ctx.ui.note(&format!(
        "published {} to {}",
        counted(bytes, "byte"),
        quoted(&args.subject)
    ));
    Ok(())
}
