//! `nkeep ceremony sign`.

use std::collections::BTreeSet;

use serde_json::json;

use super::clock::clock_must_be_right;
use super::files::{Output, read};
use super::review::Expected;
use super::screen;
use crate::ceremony::approval::Approval;
use crate::ceremony::canonical::Sheet;
use crate::ceremony::offline;
use crate::ceremony::offline::Ready;
use crate::ceremony::policy::Policy;
use crate::ceremony::request::{Asks, Proposal, Request};
use crate::ceremony::review::{Approved, Review};
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::nkey::PublicKey;
use crate::store::Store as _;
use crate::text::{noted, shell_word};
use crate::ui::prompt::Prompt;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Sign it where the root is, at a terminal",
    line: "nkeep ceremony sign change.nreq -o change.nresp",
}];

/// Sign a request with the identity of its operator
///
/// Where the identity is, at a terminal: the request is held against the policy and what was signed before, shown to its end, and
/// signed when the last two words of its hash are typed. The same request gives the same bytes, as often as it is signed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Request, or - for stdin
    #[arg(value_name = "REQUEST")]
    request: Source,
    /// Approval; once for each
    #[arg(long, value_name = "FILE")]
    approval: Vec<Source>,
    #[command(flatten)]
    expected: Expected,
    #[command(flatten)]
    output: Output,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.output.must_fit(ctx)?;
    let request: Sheet<Request> = read(ctx, &args.request)?;
    args.expected.met_by(&request)?;
    let hash = request.sha256();
    let file = args.request.to_string();
    let path = args
        .output
        .path(|| format!("response-{}.nresp", &hash[..8]));
    let approved = approved(ctx, args, &request)?;
    let comes_after = comes_after(&Proposal::of(&file, &request)?);
    let mut store = ctx.open_store()?;
    let now = ctx.clock.now();
    let ready = store.read(|records| offline::ready(records, &file, &request, &approved, now))?;
    let (response, again) = match ready {
        Ready::Again(response) => (response, true),
        Ready::Now(proposal) => {
            store.read(|records| clock_must_be_right(ctx, records))?;
            args.output.must_be_free(path.as_deref())?;
            if let Some((hash, when)) =
                store.read(|records| offline::before(records, &request, &proposal))?
            {
                ctx.ui.warning(&format!(
                    "request {hash} was signed {}, and nothing shows that its answer was taken: imported after that of this one it \
                     never can be",
                    absolute(when)
                ));
            }
            let mut review = Review::of(&request, &proposal)?;
            let policy = store.read(Policy::of)?;
            review.approved = Some(Approved {
                by: approved.iter().map(ToString::to_string).collect(),
                wanted: policy.approvals,
                approvers: policy.approvers.len(),
            });
            confirmed(ctx, &review)?;
            let keyring = ctx.keyring(&mut store)?;
            // It may have expired while somebody read it.
            let now = ctx.clock.now();
            store.read(|records| clock_must_be_right(ctx, records))?;
            let note = ctx.note("ceremony sign", format!("signed request {hash}"));
            let response = store.transact(note, &*keyring, |changes| {
                match offline::ready(changes, &file, &request, &approved, now)? {
                    Ready::Now(proposal) => offline::sign(changes, &*keyring, &request, *proposal),
                    Ready::Again(response) => Ok(response),
                }
            })?;
            (response, false)
        }
    };
    args.output
        .write(ctx, path.as_deref(), &response.text())
        .hint(noted(
            crate::ui::again(),
            "when that is mended: it is signed, and the answer is given once more",
        ))?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "ceremony_response",
            "request": hash,
            "sha256": response.sha256(),
            "operator": response.content.operator,
            "signatures": response.content.signatures,
            "file": path,
            "again": again,
        }));
    }
    let how = if again {
        "was signed before, and is given again"
    } else {
        "is signed"
    };
    ctx.ui.note(&format!("request {hash} {how}"));
    let file = path.map_or_else(|| "FILE".to_owned(), |path| path.display().to_string());
    let next = format!("nkeep ceremony import {}", shell_word(&file));
    ctx.ui.note(&format!(
        "next: {}",
        noted(next, "where the request was made")
    ));
    if let Some(next) = comes_after {
        let key = noted(
            format!("nkeep ceremony split --key {next} -k 2 --holder NAME=FILE --holder NAME=FILE"),
            "before anything else: nothing brings its key back, if this store is lost",
        );
        ctx.next(&key);
    }
    Ok(())
}

/// The identity that is new with what is signed: it was made here, and nobody else has it.
fn comes_after(proposal: &Proposal) -> Option<String> {
    match &proposal.asks {
        Asks::Successor { first, .. } | Asks::First { first } => Some(first.subject.clone()),
        _ => None,
    }
}

/// Who is for it.
fn approved(
    ctx: &Ctx,
    args: &Args,
    request: &Sheet<Request>,
) -> Result<BTreeSet<PublicKey>, Failure> {
    let mut by = BTreeSet::new();
    for source in &args.approval {
        let approval: Sheet<Approval> = read(ctx, source)?;
        by.insert(approval.by(&source.to_string(), request)?);
    }
    Ok(by)
}

/// Has somebody read it to the end, and type what they read there.
fn confirmed(ctx: &Ctx, review: &Review) -> Result<(), Failure> {
    let Some(mut prompt) = ctx.prompt() else {
        return Err(Failure::usage(
            "a root signs where somebody reads at a terminal what it signs, and nowhere else",
        ))
        .hint(noted("nkeep ceremony review FILE", "shows it anywhere"));
    };
    typed_at(ctx, &mut prompt, review)
}

/// Shows it at that terminal, and has the end of it typed.
pub fn typed_at(ctx: &Ctx, prompt: &mut Prompt, review: &Review) -> Result<(), Failure> {
    screen::read_to_the_end(prompt, &screen::lines(review))?;
    screen::last_words(prompt, &review.digest, "sign", |question, typed| {
        ctx.record(|did| did.answered(question, typed));
    })
}
