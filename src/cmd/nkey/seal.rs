//! `nkeep nkey seal`.

use data_encoding::BASE64;
use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::{Source, one_stdin};
use crate::cmd::files::output::{Existing, Target, secret_file, spared};
use crate::cmd::words::argument::public_key_argument;
use crate::nkey::CurveKey;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Seal a file so that only the recipient can open it",
    line: "nkeep nkey seal message.txt curve.nk XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7 > message.box",
}];

/// Seal a file for the holder of a curve key
///
/// Writes a box in the xkv1 format, in base64 unless --no-b64 is given. Opening it takes the recipient's seed and the
/// sender's public key.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File to seal, or - for stdin
    file: Source,
    /// File with the sender's curve seed (SX...), or - for stdin
    #[arg(value_name = "KEYFILE")]
    key: Source,
    /// Public curve key of the recipient (X...)
    #[arg(value_parser = public_key_argument::<CurveKey>)]
    recipient: CurveKey,
    /// Write the box to a new file; - is stdout
    #[arg(long, alias = "out", value_name = "FILE", value_parser = Target::parser(), value_hint = clap::ValueHint::FilePath)]
    output: Option<Target>,
    /// Replace the file
    #[arg(long, requires = "output")]
    force: bool,
    /// Write the bytes of the box without base64
    #[arg(long)]
    no_b64: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    one_stdin([&args.file, &args.key])?;
    spared(Target::file(args.output.as_ref()), [&args.file, &args.key])?;
    let sender = args
        .key
        .seed(ctx.ui)?
        .curve_pair()
        .context(format!("{} cannot seal", args.key))
        .hint("nkeep generate nkey --curve --out curve.nk")?;
    let sealed = args.recipient.seal(&args.file.message()?, &sender)?;
    let coded = if args.no_b64 {
        sealed
    } else {
        BASE64.encode(&sealed).into_bytes()
    };
    if let Some(path) = Target::file(args.output.as_ref()) {
        secret_file(ctx, path, &coded, Existing::with_force(args.force))?;
        if ctx.ui.json() {
            let recipient = args.recipient.to_string();
            return ctx
                .ui
                .document(&json!({ "kind": "box", "recipient": recipient, "file": path }));
        }
        return Ok(());
    }
    if ctx.ui.json() {
        let sealed = String::from_utf8(coded)
            .map_err(|_| Failure::usage("--json cannot hold raw bytes"))
            .hint("leave out --no-b64")?;
        return ctx.ui.document(
            &json!({ "kind": "box", "recipient": args.recipient.to_string(), "box": sealed }),
        );
    }
    if args.no_b64 {
        if ctx.ui.stdout_is_terminal() {
            return Err(Failure::usage("raw bytes are not written to a terminal"))
                .hint("leave out --no-b64, or add --output FILE");
        }
        return ctx.ui.data(&coded);
    }
    ctx.ui.data(&[coded.as_slice(), b"\n"].concat())
}
