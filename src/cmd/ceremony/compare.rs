//! `nkeep ceremony compare`.

use serde_json::{Value, json};

use super::files;
use crate::ceremony::compare::{Compared, Difference};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::text::noted;
use crate::ui::{Failure, Hinted as _, shown};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "That two machines with the root gave the same answer",
    line: "nkeep ceremony compare change.nresp second.nresp",
}];

/// Compare what two machines gave, byte for byte
///
/// Two answers to one request are the same, whichever machine has the root: where they are not, this says in which field. Works with
/// any two files of one kind: requests, approvals, responses, policies, sets and shares. No store is needed, and public keys are all
/// that their signatures are checked with. Exit code 3 where they differ.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File of the first machine, or - for stdin
    #[arg(value_name = "FIRST")]
    first: Source,
    /// File of the second
    #[arg(value_name = "SECOND")]
    second: Source,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.first == Source::Stdin && args.second == Source::Stdin {
        return Err(Failure::usage("stdin is one file, and two are compared"));
    }
    let (first, second) = (read(ctx, &args.first)?, read(ctx, &args.second)?);
    if first.title != second.title {
        let why = format!(
            "{} is a {}, and {} a {}: what is compared is of one kind",
            args.first, first.title, args.second, second.title
        );
        return Err(Failure::usage(why)).hint(noted(
            "nkeep ceremony review FILE",
            "says what a request asks for",
        ));
    }
    let differences = first.differences(&second);
    let written = match ctx.ui.json() {
        true => ctx.ui.document(&document(&first, &second, &differences)),
        false => ctx.ui.text(&text(&first, &second, &differences)),
    };
    if differences.is_empty() {
        ctx.record(|did| did.came_to("they are the same"));
        return written;
    }
    Err(Failure::problems_after(written))
}

fn read(ctx: &Ctx, source: &Source) -> Result<Compared, Failure> {
    let text = files::text(ctx, source)?;
    Ok(Compared::read(&source.to_string(), text.as_bytes())?)
}

fn text(first: &Compared, second: &Compared, differences: &[Difference]) -> String {
    if differences.is_empty() {
        return format!(
            "[ OK ] both are the same {}\n       SHA-256 {}\n",
            first.title, first.sha256
        );
    }
    let mut lines = vec![format!("[ERR ] two that differ: {}", first.title)];
    for (which, one) in [("first", first), ("second", second)] {
        lines.push(format!("       {which:<6} SHA-256 {}", one.sha256));
    }
    for one in differences {
        lines.push(one.field.clone());
        for (sign, value) in [('-', &one.first), ('+', &one.second)] {
            let value = value.as_deref().unwrap_or("(not there)");
            lines.push(format!("  {sign} {value}"));
        }
    }
    lines
        .iter()
        .map(|line| format!("{}\n", shown(line)))
        .collect()
}

fn document(first: &Compared, second: &Compared, differences: &[Difference]) -> Value {
    let listed = differences
        .iter()
        .map(|one| json!({ "field": one.field, "first": one.first, "second": one.second }));
    json!({
        "kind": "ceremony_comparison",
        "files": first.title,
        "same": differences.is_empty(),
        "sha256": [first.sha256, second.sha256],
        "differences": listed.collect::<Vec<_>>(),
    })
}
