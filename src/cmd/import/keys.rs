//! `nkeep import keys`.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::report::Report;
use super::taking::Taking;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::limited_file;
use crate::cmd::words::argument::named_file;
use crate::nsc::{self, Found};
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _};

/// No key's file is longer.
const MAX_KEY_FILE: u64 = 64 << 10;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Every seed of nsc's keystore, sealed",
        line: "nkeep import keys --dir nsc-store/keys --recurse",
    },
    Example {
        purpose: "Nstance's encryption key, and the key of its certificate authority",
        line: "nkeep import keys --file encryption.key --file ca.key",
    },
];

/// Seal the seeds of key files into the store
///
/// Reads the .nk files of a folder. A key gets the owner that the tokens of the store name for it; others are kept, and
/// belong to nobody. With --file, keys of other systems are taken, too: 32 letters and digits are a curve key, and a PKCS#8
/// private key of Ed25519 is a server's. The files stay where they are. Exit code 3 when one holds no key.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder with the files
    #[arg(long, short, value_name = "FOLDER", value_parser = named_file(), required_unless_present = "file")]
    dir: Option<PathBuf>,
    /// Look in the folders in it, too
    #[arg(long, short = 'R', requires = "dir")]
    recurse: bool,
    /// A file with a key: a seed, 32 letters and digits, or PKCS#8 of Ed25519
    #[arg(long, short, value_name = "FILE", value_parser = named_file(), conflicts_with = "dir")]
    file: Vec<PathBuf>,
    /// Show every key and file of the folder, in place of totals
    #[arg(long, requires = "dir")]
    full_report: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let found = match &args.dir {
        Some(folder) => in_folder(folder, args.recurse)?,
        None => in_files(&args.file)?,
    };
    // What was named one by one is shown one by one.
    let full_report = args.full_report || args.dir.is_none();
    let mut report = Report::begin(ctx, "import keys").in_totals(full_report);
    report.counts_together(args.dir.iter());
    let taking = Taking {
        force: false,
        full_report,
    };
    taking.take(ctx, &mut report, false, |_| Ok(found))?;
    report.name_files();
    report.finish(ctx)
}

fn in_files(files: &[PathBuf]) -> Result<Found, Failure> {
    let contents = files
        .iter()
        .map(|file| {
            limited_file(file, MAX_KEY_FILE).context(format!("cannot read {}", file.display()))
        })
        .collect::<Result<Vec<Zeroizing<Vec<u8>>>, Failure>>()?;
    let files = files.iter().map(PathBuf::as_path);
    Ok(nsc::keys_of(
        files.zip(contents.iter().map(|bytes| bytes.as_slice())),
    ))
}

fn in_folder(folder: &Path, recurse: bool) -> Result<Found, Failure> {
    let shown = folder.display();
    let found = nsc::seeds_in(folder, recurse).context(format!("cannot import from {shown}"))?;
    let word = shell_word(&folder.to_string_lossy());
    if found.seeds.is_empty() && found.findings.is_empty() {
        let error = anyhow::anyhow!("there is no .nk file in {shown}");
        let elsewhere = match recurse {
            false => format!("nkeep import keys --dir {word} --recurse"),
            true => noted(
                format!("nkeep import files {word} --creds"),
                "takes the seeds in creds files",
            ),
        };
        return Err(Failure::new(ExitCode::Failed, error)).hint(elsewhere);
    }
    Ok(found)
}
