//! `nkeep nkey sign`.

use data_encoding::BASE64URL_NOPAD;
use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::{Source, one_stdin};
use crate::text::noted;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Sign a file",
    line: "nkeep nkey sign message.txt user.nk > message.sig",
}];

/// Sign a file with a seed
///
/// Prints the Ed25519 signature of the file's bytes in base64url without padding, as `nats auth nkey sign` and
/// `nk -sign` do.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File to sign, or - for stdin
    file: Source,
    /// File with the seed, or - for stdin
    #[arg(value_name = "KEYFILE")]
    key: Source,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    one_stdin([&args.file, &args.key])?;
    let pair = args
        .key
        .seed(ctx.ui)?
        .signing_pair()
        .context(format!("{} cannot sign", args.key))
        .hint(noted(
            "nkeep nkey seal FILE KEYFILE RECIPIENT",
            "what curve keys do",
        ))?;
    let signature = BASE64URL_NOPAD.encode(&pair.sign(&args.file.message()?));
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "signature",
            "public_key": pair.public().to_string(),
            "signature": signature,
        }));
    }
    ctx.ui.text(&format!("{signature}\n"))
}
