//! `nkeep ceremony transcript start`.

use std::path::PathBuf;

use super::say;
use crate::ceremony::transcript::line::Participant;
use crate::ceremony::transcript::{self, Stamp};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::{named_file, words};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Begin the record of a ceremony, with who is there",
    line: "nkeep ceremony transcript start root.ntranscript --title 'Root of ACME' --participant 'Ada: administrator' --participant 'Bo: witness'",
}];

/// Begin a transcript, in a file of its own
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File to make
    #[arg(value_name = "FILE", value_parser = named_file())]
    file: PathBuf,
    /// What the ceremony is about
    #[arg(long, value_name = "WORDS", value_parser = words)]
    title: String,
    /// Who takes part, and as what, such as 'Ada: administrator'
    #[arg(long = "participant", value_name = "NAME: ROLE", value_parser = participant)]
    participants: Vec<Participant>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    for (at, one) in args.participants.iter().enumerate() {
        let mut others = args.participants[..at].iter();
        if others.any(|other| other.name.to_lowercase() == one.name.to_lowercase()) {
            let why = format!(
                "{} takes part once: name everybody so that they are told apart",
                one.name
            );
            return Err(Failure::usage(why)).hint("nkeep ceremony transcript start --help");
        }
    }
    let stamp = Stamp::now(ctx.clock);
    let read = transcript::start(&args.file, &stamp, &args.title, args.participants.clone())?;
    say(
        ctx,
        &args.file,
        &read,
        "the ceremony began",
        "note FILE 'WHAT HAPPENS'",
    )
}

/// Reads who somebody is, and what they are there for.
fn participant(text: &str) -> Result<Participant, String> {
    let (name, role) = text
        .split_once(':')
        .ok_or("it is a name, a colon and a role, such as 'Ada: administrator'")?;
    Ok(Participant {
        name: words(name)?.trim().to_owned(),
        role: words(role)?.trim().to_owned(),
    })
}
