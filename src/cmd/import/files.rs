//! `nkeep import files`.

use std::path::PathBuf;

use super::renaming::renamed;
use super::report::Report;
use super::taking::Taking;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::named_file;
use crate::nsc::{self, Renaming};
use crate::text::shell_word;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What is left of an nsc store, put together again",
    line: "nkeep import files nsc-store --creds",
}];

/// Put a store together from tokens and keys that lie about
///
/// Reads every .jwt and .nk file in the folders and the folders in them, and with --creds every .creds file. Accounts go
/// under the operator whose key signed them, users under their account, among the files or in the store; of several tokens
/// for one key the newest is taken, and users who were deleted in the store are left. What nsc calls `fix`. Exit code 3 when
/// something was skipped.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folders to look in
    #[arg(value_name = "FOLDER", required_unless_present = "in", value_parser = named_file())]
    folders: Vec<PathBuf>,
    /// The same, as nsc takes them
    #[arg(long = "in", value_name = "FOLDER", value_delimiter = ',', value_parser = named_file())]
    r#in: Vec<PathBuf>,
    /// Read users and their seeds from creds files, too
    #[arg(long)]
    creds: bool,
    #[command(flatten)]
    taking: Taking,
    /// Take tokens that break rules, to be edited afterwards
    #[arg(long)]
    skip: bool,
    /// Take an operator or account, which is named by its name or public key, or a user, by its public key, under another name; its token is signed anew by the key that signed it, in a file or in the store
    #[arg(long, value_name = "OLD=NEW")]
    rename: Vec<Renaming>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let folders: Vec<PathBuf> = args.folders.iter().chain(&args.r#in).cloned().collect();
    let words: Vec<String> = folders
        .iter()
        .map(|folder| shell_word(&folder.to_string_lossy()))
        .collect();
    let words = words.join(" ");
    let loose = nsc::loose(&folders, args.creds).context(format!("cannot import from {words}"))?;
    let mut report = Report::begin(ctx, "import files").in_totals(args.taking.full_report);
    report.counts_together(&folders);
    args.taking.take(ctx, &mut report, args.skip, |records| {
        let mut found = loose.arranged(records)?;
        let looks = format!("nkeep import files {words} --dry-run");
        renamed(ctx, &mut found, &args.rename, &looks)?;
        Ok(found)
    })?;
    report.finish(ctx)
}
