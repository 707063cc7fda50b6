//! `nkeep nkey unseal`.

use data_encoding::BASE64;
use serde::Serialize;
use serde_json::json;
use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::{Source, one_stdin};
use crate::cmd::files::output::{
    Existing, Target, may_show_secret, secret_document, secret_file, spared,
};
use crate::cmd::words::argument::public_key_argument;
use crate::nkey::CurveKey;
use crate::text::deceives;
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Open a box with your curve seed and the sender's public key",
    line: "nkeep nkey unseal message.box curve.nk XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7",
}];

/// Open a box that was sealed for a curve key
///
/// Writes what was sealed, byte for byte, or in base64 with --json --reveal. Exit code 3 when the box does not open: it
/// is for another recipient, from another sender, or was altered.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with the box, or - for stdin
    file: Source,
    /// File with the recipient's curve seed (SX...), or - for stdin
    #[arg(value_name = "KEYFILE")]
    key: Source,
    /// Public curve key of the sender (X...)
    #[arg(value_parser = public_key_argument::<CurveKey>)]
    sender: CurveKey,
    /// Write what was sealed to a new file with mode 0600; - is stdout
    #[arg(long, alias = "out", value_name = "FILE", value_parser = Target::parser(), value_hint = clap::ValueHint::FilePath)]
    output: Option<Target>,
    /// Replace the file
    #[arg(long, requires = "output")]
    force: bool,
    /// Read the bytes of a box without base64
    #[arg(long)]
    no_b64: bool,
    /// Show what was sealed on a terminal, when it is text, or in JSON
    #[arg(long, conflicts_with = "output")]
    reveal: bool,
}

/// What was sealed, for scripts.
#[derive(Serialize)]
struct Message<'a> {
    kind: &'static str,
    base64: &'a str,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    one_stdin([&args.file, &args.key])?;
    let file = Target::file(args.output.as_ref());
    spared(file, [&args.file, &args.key])?;
    if file.is_none() {
        may_show_secret(
            ctx,
            args.reveal,
            "nkeep nkey unseal FILE KEYFILE SENDER --output NEW-FILE",
        )?;
    }
    let receiver = args
        .key
        .seed(ctx.ui)?
        .curve_pair()
        .context(format!("{} cannot open a box", args.key))
        .hint("give the curve seed (SX...) that the box was sealed for")?;
    let sealed = args.file.message()?;
    let sealed = if args.no_b64 {
        sealed.to_vec()
    } else {
        let text = sealed.trim_ascii();
        BASE64
            .decode(text)
            .context(format!("{} is no box in base64", args.file))
            .code(ExitCode::Problems)
            .hint("add --no-b64 if it holds the bytes themselves")?
    };
    let message = receiver
        .open(&sealed, &args.sender)
        .context(format!("cannot open {}", args.file))
        .code(ExitCode::Problems)?;
    if let Some(path) = file {
        secret_file(ctx, path, &message, Existing::with_force(args.force))?;
        if ctx.ui.json() {
            return ctx.ui.document(&json!({ "kind": "message", "file": path }));
        }
        return Ok(());
    }
    if ctx.ui.json() {
        return secret_document(
            ctx,
            &Message {
                kind: "message",
                base64: &Zeroizing::new(BASE64.encode(&message)),
            },
        );
    }
    if ctx.ui.stdout_is_terminal() && !is_plain_text(&message) {
        return Err(Failure::usage(
            "what was sealed is not plain text, and could steer the terminal",
        ))
        .hint("nkeep nkey unseal FILE KEYFILE SENDER --output NEW-FILE");
    }
    ctx.ui.data(&message)
}

/// Whether a terminal shows it as it is.
fn is_plain_text(message: &[u8]) -> bool {
    std::str::from_utf8(message).is_ok_and(|text| {
        text.chars()
            .all(|character| matches!(character, '\n' | '\t') || !deceives(character))
    })
}
