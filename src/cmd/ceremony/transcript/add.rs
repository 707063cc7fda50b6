//! `nkeep ceremony transcript add`.

use std::path::PathBuf;

use super::say;
use crate::ceremony::transcript::line::{Did, What};
use crate::ceremony::transcript::{self, Stamp};
use crate::cmd::Ctx;
use crate::cmd::ceremony::recording::command_line;
use crate::cmd::example::Example;
use crate::cmd::files::input::limited_file;
use crate::cmd::words::argument::named_file;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The hashes of a file that came, and of one that leaves",
    line: "nkeep ceremony transcript add root.ntranscript --in operator.jwt --out message.txt",
}];

/// A file whose hash is taken is held in memory.
const LARGEST: u64 = 64 << 20;

/// Add files that came or leave, by their hashes
///
/// Requests, approvals, responses and policies are put in whole, so that `verify` can replay them; nothing else is.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Transcript
    #[arg(value_name = "FILE", value_parser = named_file())]
    file: PathBuf,
    /// Files that came
    #[arg(long = "in", value_name = "FILE", num_args = 1.., required_unless_present = "outputs")]
    inputs: Vec<PathBuf>,
    /// Files that leave
    #[arg(long = "out", value_name = "FILE", num_args = 1..)]
    outputs: Vec<PathBuf>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut did = Did {
        command: command_line(),
        ..Did::default()
    };
    let read = |path: &PathBuf| {
        limited_file(path, LARGEST).context(format!("cannot read {}", path.display()))
    };
    for path in &args.inputs {
        did.read(path.display(), &read(path)?);
    }
    for path in &args.outputs {
        did.wrote(path.display(), &read(path)?);
    }
    did.came_to("added by hand");
    let count = did.files.len();
    let read = transcript::append(&args.file, &Stamp::now(ctx.clock), What::Did(did))?;
    let what = format!(
        "{count} {}",
        if count == 1 {
            "file stands"
        } else {
            "files stand"
        }
    );
    say(ctx, &args.file, &read, &what, "sign FILE --as NAME -K KEY")
}
