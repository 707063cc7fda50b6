//! `nkeep tool reply`.

use super::heard::ListenArgs;
use super::{Payload, UserArgs, payload};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::subject;
use crate::jwt::subject::Subject;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Answer what is asked, until ^C; whoever listens in the same queue takes a share",
    line: "nkeep tool reply time.now 'twelve' -a ACME --queue clocks",
}];

/// Answer what is asked on a subject
///
/// Without an answer, what was asked is sent back. What came is shown as by `tool sub`, and it ends as that does. Messages to
/// which nobody waits for an answer are shown and counted, too.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject, with wildcards or without
    #[arg(value_name = "SUBJECT", value_parser = subject)]
    subject: Subject,
    /// Answer; - reads it from stdin, nothing sends back what was asked
    #[arg(value_name = "ANSWER", value_parser = payload)]
    answer: Option<Payload>,
    #[command(flatten)]
    listening: ListenArgs,
    #[command(flatten)]
    user: UserArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let answer = match &args.answer {
        Some(_) => Some(Payload::bytes(args.answer.as_ref())?),
        None => None,
    };
    let connected = args.user.connect(ctx)?;
    args.listening
        .listen(ctx, &connected, &args.subject, &mut |message| {
            Some(answer.clone().unwrap_or_else(|| message.body.clone()))
        })
}
