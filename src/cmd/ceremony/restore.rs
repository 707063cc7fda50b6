//! `nkeep ceremony restore`.

use std::io::IsTerminal as _;

use serde_json::json;
use zeroize::Zeroizing;

use super::brought::Expected;
use super::kept::{Keeping, keep, say};
use crate::ceremony::canonical::LONGEST;
use crate::ceremony::paper::{Page, Typed};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::store::age::Passphrase;
use crate::text::noted;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "See that what was typed from a page brings the key back, and store nothing",
    line: "nkeep ceremony restore ACME.paper.txt --verify-only --page-passphrase-fd 3 3< passphrase.txt",
}];

/// How often a passphrase is asked for.
const TRIES: u8 = 3;

/// Bring a key back from a page that was printed
///
/// Takes what somebody typed from the page, blanks and capitals aside, or what a reader took from its QR code. A line that is wrong is
/// named (exit code 3). The key is put into the store, sealed, which is a root's store from then on; with --verify-only it is only worked
/// out and compared with the public key that stands on the page, or that --expect-operator names. At a terminal, - has the page typed line
/// by line, shows nothing of it, and asks once more for a line that is wrong.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with what stands on the page, or - for stdin
    file: Source,
    #[command(flatten)]
    expected: Expected,
    /// Open file with the passphrase of the page on its first line
    #[arg(long, value_name = "N")]
    page_passphrase_fd: Option<u32>,
    #[command(flatten)]
    keeping: Keeping,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (name, expected) = (args.file.to_string(), args.expected.key());
    let text = text(ctx, args)?;
    ctx.record(|did| did.read(&name, text.as_bytes()));
    let page = Page::read(&name, &text)?;
    let mut left = TRIES;
    let seed = loop {
        let mut is_asked = false;
        let seed = page.seed::<Failure>(&name, expected, || {
            let (passphrase, asked) = passphrase(ctx, args)?;
            is_asked = asked;
            Ok(passphrase)
        });
        left -= 1;
        match seed {
            // Whoever mistypes it need not type the page again.
            Err(failure) if is_asked && left > 0 && failure.code() == ExitCode::WrongIdentity => {
                ctx.ui.notice(&format!("{}: once more", failure.message()));
            }
            seed => break seed?,
        }
    };
    let key = seed.public();
    let kept = keep(ctx, seed, expected, args.keeping, "ceremony restore")?;
    say(ctx, &key, "the page brings", kept, json!({ "file": name }))
}

/// What stands on the page.
fn text(ctx: &Ctx, args: &Args) -> Result<Zeroizing<String>, Failure> {
    if args.file != Source::Stdin || !std::io::stdin().is_terminal() {
        return args.file.text(LONGEST);
    }
    let mut prompt = ctx
        .prompt()
        .ok_or_else(|| Failure::usage("there is no terminal to type a page at"))
        .hint("nkeep ceremony restore FILE")?;
    let mut page = Typed::default();
    let first = page.question().unwrap_or_default();
    prompt.secrets(&first, |line| {
        let says = match page.take(line) {
            Ok(()) => String::new(),
            Err(why) => format!("it {why}: type the line once more"),
        };
        (says, page.question())
    })?;
    Ok(page.text())
}

/// The passphrase, and whether somebody was asked for it.
fn passphrase(ctx: &Ctx, args: &Args) -> Result<(Passphrase, bool), Failure> {
    let mut own = ctx.clone();
    own.opening.passphrase_fd = args.page_passphrase_fd;
    if let Some(passphrase) = own.given_passphrase()? {
        return Ok((passphrase, false));
    }
    let mut prompt = ctx
        .prompt()
        .ok_or_else(|| {
            let why = "the page is sealed, and there is no terminal to ask for its passphrase at";
            Failure::new(ExitCode::Locked, anyhow::anyhow!(why))
        })
        .hint(noted(
            called_with("--page-passphrase-fd N"),
            "from an open file, as in 3< FILE",
        ))?;
    let typed = prompt.secret("Passphrase of the page")?;
    Ok((Passphrase::new(typed.as_str()), true))
}
