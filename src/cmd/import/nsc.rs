//! `nkeep import nsc`.

use std::io;
use std::path::PathBuf;

use super::renaming::renamed;
use super::report::Report;
use super::taking::Taking;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::named_file;
use crate::nsc::{self, Places, Renaming, Usual};
use crate::text::shell_word;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What would be taken from an nsc store, and all that is wrong with it",
        line: "nkeep import nsc nsc-store --dry-run",
    },
    Example {
        purpose: "The same, taken, and its seeds in the clear removed",
        line: "nkeep import nsc nsc-store --shred-source",
    },
    Example {
        purpose: "The same, with an account of it under another name",
        line: "nkeep import nsc nsc-store --rename ORDERS=SALES",
    },
];

/// Take operators, accounts, users and keys from a store of nsc's
///
/// Tokens are taken as they are, where their signature, their chain and their names hold; every seed is sealed into the
/// store. All of it is one change. What is broken is reported file by file, with what becomes of it, and never half taken;
/// exit code 3 when something was skipped. What the store has already stays. What nsc signed since takes the place of what came
/// from there, and is told claim by claim; what was changed in the store, too, is a conflict (exit code 7), and lost only with
/// --force. Who came from nsc, and is gone from the folder of its operator, stays, and is named (exit code 3). Users who
/// were deleted in the store, or whom nsc deleted and revoked, are left out. A token
/// that is older than the store's is left, too, and none is taken that would not revoke what the store
/// knows to be revoked, --force or not. A creds file with a newer token than its user's is skipped, and stays. Links are not
/// followed. After `import nsc`, --data-dir and --keystore-dir are folders of nsc's: --store says which store it is taken
/// into.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder with nsc's folders stores and keys; where it is not named, the places where nsc looks: by its settings, and by NSC_HOME and NKEYS_PATH
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// Folder with the operators, where it lies apart
    #[arg(long, value_name = "FOLDER", value_parser = named_file())]
    data_dir: Option<PathBuf>,
    /// Folder with nsc's folders keys and creds, where it lies apart
    #[arg(long, value_name = "FOLDER", value_parser = named_file())]
    keystore_dir: Option<PathBuf>,
    #[command(flatten)]
    taking: Taking,
    /// Take tokens that break rules, to be edited afterwards
    #[arg(long)]
    skip: bool,
    /// Take an operator or account, which is named by its name or public key, or a user, by its public key, under another name; its token is signed anew by the key that signed it, in the folder or in the store
    #[arg(long, value_name = "OLD=NEW")]
    rename: Vec<Renaming>,
    /// Remove the files with seeds in the clear, each when the store gave its seed back; exit code 3 when one stays, or lies there under a name that nsc does not use
    #[arg(long)]
    shred_source: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (root, places) = places(args)?;
    let places = places
        .context(format!("cannot import from {}", root.display()))
        .hint("nkeep import nsc --help")?;
    let mut found =
        nsc::gather(&places).context(format!("cannot import from {}", root.display()))?;
    let looks = format!(
        "nkeep import nsc {} --dry-run",
        shell_word(&root.to_string_lossy())
    );
    renamed(ctx, &mut found, &args.rename, &looks)?;
    if !ctx.ui.json() {
        let from = places
            .read_from()
            .map(|folder| folder.display().to_string());
        let from = from.collect::<Vec<_>>().join(" and ");
        ctx.ui.note(&format!("from {from}"));
    }
    let mut report = Report::begin(ctx, "import nsc").in_totals(args.taking.full_report);
    report.counts_together_in(&places);
    if !places.has_keys() {
        report.warn(vec![
            "no folder of nsc's with keys or creds was found, so tokens alone are taken: name the folder that has `keys` \
             beside `stores`, or that of the keys with --keystore-dir"
                .to_owned(),
        ]);
    }
    let mut taken = args
        .taking
        .take(ctx, &mut report, args.skip, |_| Ok(found))?;
    if args.shred_source && !ctx.made.is_trial() {
        report.shred(ctx, &mut taken, &places)?;
    } else if args.shred_source {
        report.look_around(taken.as_mut(), &places)?;
        report.foresee_removal();
    } else {
        report.look_around(taken.as_mut(), &places)?;
        report.name_plain_seeds(ctx);
    }
    report.finish(ctx)
}

/// The folder that is named, or else where nsc keeps its store: and what is there.
fn places(args: &Args) -> Result<(PathBuf, io::Result<Places>), Failure> {
    let keystore = args.keystore_dir.as_deref();
    if let Some(root) = args.folder.as_ref().or(args.data_dir.as_ref()) {
        let places = Places::find(root, args.data_dir.as_deref(), keystore);
        return Ok((root.clone(), places));
    }
    let usual = Usual::of(|name| {
        let value = std::env::var_os(name).filter(|value| !value.is_empty());
        value.map(PathBuf::from)
    });
    let usual = usual
        .ok_or_else(|| Failure::usage("HOME is not set, so where nsc's store is must be said"))
        .hint("nkeep import nsc FOLDER")?;
    Ok((usual.data.clone(), Places::usual(usual, keystore)))
}
