//! `nkeep ceremony holder`.

use std::path::PathBuf;

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::opening::fresh::Fresh;
use crate::cmd::words::argument::named_file;
use crate::text::noted;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "An identity for Ada, to whom a share is sealed then",
    line: "nkeep ceremony holder --out ada.txt",
}];

/// Make an age identity for somebody who is to hold a share
///
/// The identity goes to a new file that only you can read, as `age-keygen` writes it; the recipient, to which shares are sealed, is
/// printed. No store is needed, and no network: each holder makes their own where they keep it, or on the offline machine, and takes
/// the file along. Whoever has the file and the share has the share in the clear; without the file, it is lost.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// New file for the identity
    #[arg(long, value_name = "FILE", value_parser = named_file())]
    out: PathBuf,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let fresh = Fresh::at(&args.out, "nkeep ceremony holder --out NEW-FILE")?;
    if !ctx.made.is_trial() {
        fresh.write()?;
    }
    let recipient = fresh.recipient().to_string();
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "share_holder",
            "recipient": recipient,
            "identity": args.out,
        }));
    }
    ctx.ui.note(&format!(
        "the identity is in {}: it stays with who holds the share",
        args.out.display()
    ));
    ctx.next(&noted(
        "nkeep ceremony split --help",
        format!("--holder NAME={recipient} seals a share to them"),
    ));
    ctx.ui.text(&format!("{recipient}\n"))
}
