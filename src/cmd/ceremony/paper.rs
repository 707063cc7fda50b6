//! `nkeep ceremony paper`.

use std::path::PathBuf;

use serde_json::json;

use super::kept::Whose;
use crate::ceremony::CeremonyError;
use crate::ceremony::paper::{Body, Page};
use crate::ceremony::shares::page::grouped;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::limited_file;
use crate::cmd::files::output::{Existing, folder_for_files, secret_file};
use crate::cmd::opening::chosen;
use crate::cmd::words::argument::named_file;
use crate::nkey::{PublicKey, Seed};
use crate::store::age::Passphrase;
use crate::text::{noted, shell_word};
use crate::ui::ask::cancelled;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with, called_with_other};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A page that brings the key back with a passphrase, which is kept elsewhere",
    line: "nkeep ceremony paper --page-passphrase-fd 3 3< passphrase.txt",
}];

/// Write an operator's key to a page that is printed
///
/// The seed stands in groups of four letters, in an age file that a passphrase opens, with a check behind each line and a QR code of
/// the same; the public key is in clear. With --plain the seed itself stands there: whoever reads the page has the key. Two files are
/// written, a text of 80 columns and a page for a browser, and the key was brought back from them before this says that they are
/// there. Think of who runs the printer, and of what it remembers.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    whose: Whose,
    /// Write the seed itself; asks at a terminal, whatever else is given
    #[arg(long, conflicts_with_all = ["generate_passphrase", "page_passphrase_fd"])]
    plain: bool,
    /// Make a passphrase, and show it once
    #[arg(long, conflicts_with = "page_passphrase_fd")]
    generate_passphrase: bool,
    /// Open file with the passphrase of the page on its first line
    #[arg(long, value_name = "N")]
    page_passphrase_fd: Option<u32>,
    /// Folder for the files; made if it is not there
    #[arg(long, short, value_name = "FOLDER", value_parser = named_file())]
    dir: Option<PathBuf>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let opened = args.whose.open(ctx, args.plain)?;
    let key = opened.seed.public();
    let dir = args.dir.clone().unwrap_or_default();
    let files = ["txt", "html"].map(|ending| dir.join(format!("{}.paper.{ending}", opened.name)));
    for file in &files {
        if std::fs::symlink_metadata(file).is_ok() {
            let error = anyhow::anyhow!("{} exists, and nothing was written", file.display());
            let elsewhere = match &args.dir {
                None => called_with("--dir NEW-FOLDER"),
                Some(dir) => called_with_other(dir, "NEW-FOLDER"),
            };
            return Err(Failure::new(ExitCode::Failed, error)).hint(elsewhere);
        }
    }
    let passphrase = match args.plain {
        true => {
            confirmed(ctx, &key)?;
            None
        }
        false => Some(passphrase(ctx, args)?),
    };
    let body = match &passphrase {
        None => Body::Plain(opened.seed.clone()),
        Some(passphrase) => Body::sealed(&opened.seed, passphrase, ctx.work_factor())?,
    };
    let page = Page {
        name: Some(opened.name),
        key: Some(key),
        made: ctx.clock.now(),
        body,
    };
    if !dir.as_os_str().is_empty() {
        folder_for_files(ctx, &dir).context(format!("cannot make {}", dir.display()))?;
    }
    let [text, html] = &files;
    secret_file(ctx, text, page.text().as_bytes(), Existing::Keep)?;
    let written = secret_file(ctx, html, page.html()?.as_bytes(), Existing::Keep);
    let brought_back = written.and_then(|()| match ctx.made.is_trial() {
        true => Ok(()),
        false => brought_back(text, &opened.seed, passphrase.as_ref()),
    });
    if brought_back.is_err() && !ctx.made.is_trial() {
        for file in &files {
            let _ = std::fs::remove_file(file);
        }
    }
    brought_back?;
    ctx.record_written(files.iter().map(AsRef::as_ref))?;
    say(ctx, &key, &files, args.plain)
}

/// The passphrase of the page, which is another than the store's.
fn passphrase(ctx: &Ctx, args: &Args) -> Result<Passphrase, Failure> {
    let mut own = ctx.clone();
    own.opening.passphrase_fd = args.page_passphrase_fd;
    let other_way = "nkeep ceremony paper --page-passphrase-fd 3 3< FILE";
    chosen::passphrase_of(&own, "the page", args.generate_passphrase, other_way)
}

/// Somebody at the terminal wants the seed on paper as it is.
fn confirmed(ctx: &Ctx, key: &PublicKey) -> Result<(), Failure> {
    let Some(mut prompt) = ctx.prompt() else {
        return Err(Failure::usage(
            "the seed would be written as it is, and there is no terminal to ask at whether it is to be",
        ))
        .hint(noted(
            "nkeep ceremony paper --page-passphrase-fd N",
            "seals it with a passphrase, from an open file as in 3< FILE",
        ));
    };
    let text = key.to_string();
    let last = &text[text.len() - 4..];
    prompt.show(&format!(
        "Whoever sees the page will have the key {}.",
        grouped(&text)
    ))?;
    let typed = prompt.fresh_line(&format!(
        "Type {last}, the end of the key, to have it written"
    ))?;
    match typed == last {
        true => Ok(()),
        false => Err(cancelled()),
    }
}

/// Brings the key back from the page that was written.
fn brought_back(
    file: &std::path::Path,
    seed: &Seed,
    passphrase: Option<&Passphrase>,
) -> Result<(), Failure> {
    let name = file.display().to_string();
    let bytes = limited_file(file, 1 << 20).context(format!("cannot read {name} again"))?;
    let text = std::str::from_utf8(&bytes).map_err(Failure::bug)?;
    let back = Page::read(&name, text)?.seed(&name, Some(seed.public()), || match passphrase {
        Some(passphrase) => Ok(Passphrase::new(passphrase.expose())),
        None => Err(CeremonyError::problem(
            name.as_str(),
            "asks for a passphrase",
            "nkeep ceremony paper --help",
        )),
    })?;
    match back.expose_raw() == seed.expose_raw() {
        true => Ok(()),
        false => Err(CeremonyError::problem(
            name,
            "does not bring the key back",
            "nkeep ceremony paper --help",
        )
        .into()),
    }
}

fn say(ctx: &Ctx, key: &PublicKey, files: &[PathBuf; 2], plain: bool) -> Result<(), Failure> {
    if plain {
        ctx.ui.warning(
            "whoever reads these files has the key: print them, and remove them from this machine",
        );
    }
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "paper",
            "key": key.to_string(),
            "sealed": !plain,
            "text": files[0],
            "html": files[1],
        }));
    }
    let [text, html] = files;
    ctx.ui.note(&format!(
        "wrote the key to {} and {}, and brought it back from there",
        text.display(),
        html.display()
    ));
    let text = shell_word(&text.to_string_lossy());
    ctx.next(&noted(
        format!("nkeep ceremony restore {text} --verify-only"),
        "the same with what somebody typed from the printed page",
    ));
    Ok(())
}
