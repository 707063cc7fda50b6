//! `nkeep nkey verify`.

use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL, BASE64URL_NOPAD};
use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::{Source, one_stdin};
use crate::nkey::{Kind, NkeyError};
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Check a signature; exit code 3 when it does not match",
    line: "nkeep nkey verify message.txt message.sig user.pub",
}];

const MAX_SIGNATURE_FILE: u64 = 4096;

/// Verify a signature of a file
///
/// Prints `Verified OK`, or fails with exit code 3 when the signature is not the key's over the file's bytes.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File that was signed, or - for stdin
    file: Source,
    /// File with the signature in base64, or - for stdin
    signature: Source,
    /// File with the public key or the seed, or - for stdin
    #[arg(value_name = "KEYFILE")]
    key: Source,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    one_stdin([&args.file, &args.signature, &args.key])?;
    let key = args.key.public_key(ctx.ui)?;
    let text = args.signature.text(MAX_SIGNATURE_FILE)?;
    let text = text.trim();
    // As nkeep, nats and nk write it, and as other tools do.
    let signature = [&BASE64URL_NOPAD, &BASE64, &BASE64_NOPAD, &BASE64URL]
        .into_iter()
        .find_map(|form| form.decode(text.as_bytes()).ok())
        .ok_or_else(|| {
            let reason = anyhow::anyhow!("{} is no signature in base64", args.signature);
            Failure::new(ExitCode::Problems, reason)
        })?;
    key.verify(&args.file.message()?, &signature)
        .map_err(|error| {
            let code = if error == NkeyError::Signature {
                ExitCode::Problems
            } else {
                ExitCode::Failed
            };
            Failure::new(code, error)
        })
        .context(if key.kind() == Kind::Curve {
            format!("{} cannot verify", args.key)
        } else {
            format!("{} is not verified", args.file)
        })?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "verification",
            "public_key": key.to_string(),
            "verified": true,
        }));
    }
    ctx.ui.text("Verified OK\n")
}
