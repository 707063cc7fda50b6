//! `nkeep ceremony review`.

use data_encoding::HEXLOWER;
use serde_json::{Value, json};

use super::files::read;
use super::screen;
use crate::ceremony::canonical::Sheet;
use crate::ceremony::request::{Proposal, Request};
use crate::ceremony::review::{Part, Review};
use crate::ceremony::words;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::text::noted;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What is to be signed, before anybody signs it",
    line: "nkeep ceremony review change.nreq",
}];

/// Read what a request asks for
///
/// Everything is taken from the bytes that are to be signed. No store is needed: whoever is asked to approve can read it anywhere. The
/// hash is that of the first line without its end, which approvals leave as it is: `printf %s "$(head -n1 FILE)" | sha256sum` gives it, too.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Request, or - for stdin
    #[arg(value_name = "REQUEST")]
    request: Source,
    #[command(flatten)]
    expected: Expected,
}

/// What somebody expects, and was told by another way.
#[derive(clap::Args, Clone, Debug)]
pub struct Expected {
    /// Refuse a request with another hash (hexadecimal, or its words)
    #[arg(long, value_name = "SHA256", value_parser = words::digest)]
    expect_request: Option<[u8; 32]>,
    /// Refuse a request for another operator
    #[arg(long, value_name = "KEY")]
    expect_operator: Option<String>,
}

impl Expected {
    /// Whether somebody says which request it has to be.
    pub fn names_request(&self) -> bool {
        self.expect_request.is_some()
    }

    /// Refuses what is not expected.
    pub fn met_by(&self, request: &Sheet<Request>) -> Result<(), Failure> {
        let hash = request.sha256();
        let wanted = self.expect_request.map(|digest| HEXLOWER.encode(&digest));
        let operator = &request.content.operator;
        let expected = [
            ("hash", wanted.as_deref(), hash.as_str()),
            ("operator", self.expect_operator.as_deref(), operator),
        ];
        for (what, wanted, is) in expected {
            let Some(wanted) = wanted else { continue };
            if !wanted.eq_ignore_ascii_case(is) {
                return Err(Failure::new(
                    crate::ui::ExitCode::Tampered,
                    anyhow::anyhow!("the {what} of the request is {is}, and another was expected"),
                ))
                .hint(noted("nkeep ceremony review FILE", "says what it asks for"));
            }
        }
        Ok(())
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let request: Sheet<Request> = read(ctx, &args.request)?;
    args.expected.met_by(&request)?;
    let proposal = Proposal::of(&args.request.to_string(), &request)?;
    let review = Review::of(&request, &proposal)?;
    if ctx.ui.json() {
        return ctx.ui.document(&document(&review));
    }
    let mut lines = screen::lines(&review);
    lines.push(String::new());
    ctx.ui.text(&lines.join("\n"))?;
    if let Err(error) = request.must_be_in_time(ctx.clock.now()) {
        return Err(error.into());
    }
    Ok(())
}

fn document(review: &Review) -> Value {
    let items: Vec<Value> = review.parts.iter().map(item).collect();
    json!({
        "kind": "ceremony_review",
        "sha256": review.sha256,
        "words": words::words(&review.digest),
        "operator": { "name": review.name, "public_key": review.operator },
        "command": review.command,
        "reason": review.reason,
        "made": review.made,
        "expires": review.expires,
        "requesters": review.requesters,
        "accounts": { "all": review.accounts, "signed_anew": review.affected },
        "items": items,
        "dangers": review.dangers,
    })
}

fn item(part: &Part) -> Value {
    let changes = part.lines.iter().map(|line| {
        json!({
            "field": line.field,
            "before": line.before,
            "after": line.after,
            "danger": line.is_danger,
        })
    });
    json!({
        "type": part.kind.name(),
        "by": part.by,
        "signed_as_of": part.signed_as_of,
        "changes": changes.collect::<Vec<_>>(),
        "signing_keys": part.signing_keys,
    })
}
