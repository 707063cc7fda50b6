//! `nkeep ceremony transcript note`.

use std::path::PathBuf;

use super::say;
use crate::ceremony::transcript::line::What;
use crate::ceremony::transcript::{self, Stamp};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::{named_file, words};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Write down what happens beside the commands",
    line: "nkeep ceremony transcript note root.ntranscript 'Bag A0417 was opened, its seal was whole'",
}];

/// Add what happened, in words
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Transcript
    #[arg(value_name = "FILE", value_parser = named_file())]
    file: PathBuf,
    /// What happened; no secret
    #[arg(value_name = "WORDS", value_parser = words)]
    words: String,
    /// Cut off a last line whose end was never written; the words say why that is so
    #[arg(long)]
    repair: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let stamp = Stamp::now(ctx.clock);
    let words = args.words.trim().to_owned();
    let next = "sign FILE --as NAME -K KEY";
    if args.repair {
        let read = transcript::repair(&args.file, &stamp, &words)?;
        let what = "what was torn off is named";
        return say(ctx, &args.file, &read, what, next);
    }
    let read = transcript::append(&args.file, &stamp, What::Note { words })?;
    say(ctx, &args.file, &read, "it stands", next)
}
