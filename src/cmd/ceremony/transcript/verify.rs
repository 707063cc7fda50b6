//! `nkeep ceremony transcript verify`.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use serde_json::{Value, json};

use super::{document, show};
use crate::ceremony::canonical::LONGEST;
use crate::ceremony::transcript::Transcript;
use crate::ceremony::transcript::line::hex;
use crate::ceremony::transcript::verify::{Known, Verdict, verified};
use crate::ceremony::words;
use crate::cmd::Ctx;
use crate::cmd::ceremony::files::as_handed_over;
use crate::cmd::ceremony::recording::hash_of;
use crate::cmd::example::Example;
use crate::cmd::words::argument::{named_file, public_key_argument};
use crate::nkey::{Kind, PublicKey};
use crate::ui::{Failure, Hinted as _, shown};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "That nothing was changed since it was written down and signed",
    line: "nkeep ceremony transcript verify root.ntranscript --expect-signer UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H",
}];

/// Verify a transcript, and replay what it says
///
/// Looks at the hash of every line, at every signature, and at the files that stand in it. Public keys are all that is needed, and no
/// store. Who signed is what the transcript itself says: name the keys that you know, or the head that you wrote down. A file that is
/// named with --with must stand in it by its hash. Exit code 7 when something was changed, 3 when lines are neither signed nor covered
/// by that head, or when not all is done of the plan that it goes by.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Transcript
    #[arg(value_name = "FILE", value_parser = named_file())]
    file: PathBuf,
    /// Head that was written down at the ceremony, in hexadecimal or in words: the transcript must go through it
    #[arg(long, value_name = "SHA256", value_parser = words::digest)]
    expect_head: Option<[u8; 32]>,
    /// Public key that must have signed it
    #[arg(long = "expect-signer", value_name = "KEY", value_parser = public_key_argument::<PublicKey>)]
    signers: Vec<PublicKey>,
    /// Files that must stand in it by their hashes: what was brought, handed out or made
    #[arg(long = "with", value_name = "FILE", num_args = 1.., value_parser = named_file())]
    files: Vec<PathBuf>,
    /// Operator whose responses it is about
    #[arg(long, value_name = "KEY", value_parser = operator)]
    expect_operator: Option<PublicKey>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let read = Transcript::open(&args.file)?;
    let files = args.files.iter().map(|path| {
        let name = path.display().to_string();
        let hash = hash_of(path).context(format!("cannot read {name}"))?;
        let hash = handed_over(path)?.unwrap_or(hash);
        Ok((name, hash))
    });
    let known = Known {
        files: files.collect::<Result<_, Failure>>()?,
        head: args.expect_head.map(|head| HEXLOWER.encode(&head)),
        signers: args.signers.clone(),
        operator: args.expect_operator,
    };
    let verdict = verified(&args.file.display().to_string(), &read, &known)?;
    let written = if ctx.ui.json() {
        let mut all = document(&args.file, &read);
        let fields = fields(&verdict);
        if let (Some(all), Value::Object(fields)) = (all.as_object_mut(), fields) {
            all.extend(fields);
        }
        ctx.ui.document(&all)
    } else {
        ctx.ui.text(&text(&read, &verdict))
    };
    match verdict.is_good() {
        true => written,
        false => Err(Failure::problems_after(written)),
    }
}

/// The hash of a file that people hand over, as it was written.
fn handed_over(path: &Path) -> Result<Option<String>, Failure> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path)?;
    file.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Ok(None);
    }
    let text = String::from_utf8(bytes);
    Ok(text.ok().map(|text| hex(as_handed_over(text).as_bytes())))
}

fn fields(verdict: &Verdict) -> Value {
    let signed: Vec<Value> = verdict
        .signed
        .iter()
        .map(|one| json!({ "by": one.by, "role": one.role, "key": one.key.to_string(), "lines": one.lines }))
        .collect();
    let absent = verdict.unsigned.iter();
    let absent = absent.map(|one| json!({ "name": one.name, "role": one.role }));
    json!({
        "verified": verdict.is_good(),
        "signed": signed,
        "not_signed_by": absent.collect::<Vec<_>>(),
        "unsigned": verdict.loose,
        "unfinished": verdict.unfinished,
        "whole": verdict.whole,
        "replayed": verdict.replayed,
        "found": verdict.found,
        "notes": verdict.notes,
    })
}

fn text(read: &Transcript, verdict: &Verdict) -> String {
    let mut lines = vec![format!(
        "[ OK ] {} lines, each follows the one above it",
        read.lines.len()
    )];
    for one in &verdict.signed {
        lines.push(format!(
            "[ OK ] {} ({}) signed {} lines",
            one.by, one.role, one.lines
        ));
        lines.push(format!("       {}", one.key));
    }
    let replayed = verdict.replayed.iter();
    lines.extend(replayed.map(|one| format!("[ OK ] {one}")));
    let found = verdict.found.iter();
    lines.extend(found.map(|one| format!("[ OK ] {one}")));
    lines.extend(verdict.notes.iter().map(|one| format!("[NOTE] {one}")));
    let unfinished = verdict.unfinished.iter();
    lines.extend(unfinished.map(|one| format!("[ERR ] {one}")));
    if verdict.loose > 0 {
        let lines_are = if verdict.loose == 1 {
            "line is"
        } else {
            "lines are"
        };
        lines.push(format!(
            "[ERR ] the last {} {lines_are} neither signed nor covered by a head that you know",
            verdict.loose
        ));
    }
    lines.extend(show::head(read.head(), "head, to be written down:"));
    lines
        .iter()
        .map(|line| format!("{}\n", shown(line)))
        .collect()
}

/// Reads the public key of an operator.
fn operator(text: &str) -> Result<PublicKey, String> {
    let key: PublicKey = public_key_argument(text)?;
    key.kind()
        .expect(Kind::Operator)
        .map_err(|error| error.to_string())?;
    Ok(key)
}
