//! `nkeep tool sub`.

use super::UserArgs;
use super::heard::ListenArgs;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::subject;
use crate::jwt::subject::Subject;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What comes to a subject, until ^C",
    line: "nkeep tool sub 'orders.>' -a ACME",
}];

/// Show what comes to a subject
///
/// At a terminal each message is a line, with whatever could steer the terminal escaped; a file or a pipe gets the payloads
/// as they are, each with a line end behind it. It ends after --max-messages, or with ^C, which says how many came and ends
/// with exit code 130, or with the connection, which is an error.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject, with wildcards or without
    #[arg(value_name = "SUBJECT", value_parser = subject)]
    subject: Subject,
    #[command(flatten)]
    listening: ListenArgs,
    #[command(flatten)]
    user: UserArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let connected = args.user.connect(ctx)?;
    args.listening
        .listen(ctx, &connected, &args.subject, &mut |_| None)
}
