//! `nkeep import keys`.

use std::path::PathBuf;

use super::report::Report;
use super::taking::Taking;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::named_file;
use crate::nsc;
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Every seed of nsc's keystore, sealed",
    line: "nkeep import keys --dir nsc-store/keys --recurse",
}];

/// Seal the seeds of key files into the store
///
/// Reads the .nk files of a folder. A key gets the owner that the tokens of the store name for it; others are kept, and
/// belong to nobody. The files stay where they are. Exit code 3 when one holds no seed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder with the files
    #[arg(long, short, value_name = "FOLDER", value_parser = named_file())]
    dir: PathBuf,
    /// Look in the folders in it, too
    #[arg(long, short = 'R')]
    recurse: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let shown = args.dir.display();
    let found =
        nsc::seeds_in(&args.dir, args.recurse).context(format!("cannot import from {shown}"))?;
    let word = shell_word(&args.dir.to_string_lossy());
    if found.seeds.is_empty() && found.findings.is_empty() {
        let error = anyhow::anyhow!("there is no .nk file in {shown}");
        let elsewhere = match args.recurse {
            false => format!("nkeep import keys --dir {word} --recurse"),
            true => noted(
                format!("nkeep import files {word} --creds"),
                "takes the seeds in creds files",
            ),
        };
        return Err(Failure::new(ExitCode::Failed, error)).hint(elsewhere);
    }
    let mut report = Report::begin(ctx, "import keys");
    let taking = Taking { force: false };
    taking.take(ctx, &mut report, false, |_| Ok(found))?;
    report.name_files();
    report.finish(ctx)
}
