//! `nkeep ceremony approve`.

use serde_json::json;

use super::files::{Output, read};
use super::review::Expected;
use super::sign::typed_at;
use crate::ceremony::approval::Approval;
use crate::ceremony::canonical::Sheet;
use crate::ceremony::request::{Proposal, Request};
use crate::ceremony::review::Review;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::cmd::words::signer::{NamedKey, named_key};
use crate::jwt::sign::Signer;
use crate::store::{Store as _, StoreError};
use crate::text::{noted, shell_word};
use crate::ui::{Failure, Hinted as _, again};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Say with a key of yours that you are for it",
    line: "nkeep ceremony approve change.nreq -K user.nk --expect-request $(nkeep ceremony review change.nreq --json | grep -m1 -oE '[0-9a-f]{64}')",
}];

/// Say that you have read a request and are for it
///
/// Where the root's policy wants approvals, it signs when there are enough. It shows the request to its end, and signs its hash with
/// your key when the last two words of that are typed; where there is no terminal, --expect-request says which one you have read.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Request, or - for stdin
    #[arg(value_name = "REQUEST")]
    request: Source,
    /// Your key: a file with a seed, - for stdin, or a public key whose seed is in the store
    #[arg(long, short = 'K', value_name = "KEY", value_parser = named_key)]
    private_key: NamedKey,
    #[command(flatten)]
    expected: Expected,
    #[command(flatten)]
    output: Output,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.output.must_fit(ctx)?;
    let request: Sheet<Request> = read(ctx, &args.request)?;
    args.expected.met_by(&request)?;
    let proposal = Proposal::of(&args.request.to_string(), &request)?;
    request.must_be_in_time(ctx.clock.now())?;
    let signer = signer(ctx, &args.private_key)?;
    let review = Review::of(&request, &proposal)?;
    let by = signer.public().to_string();
    let own = || {
        format!(
            "approval-{}-{}.nappr",
            &review.sha256[..8],
            &by[by.len() - 4..]
        )
    };
    let path = args.output.path(own);
    args.output.must_be_free(path.as_deref())?;
    match ctx.prompt() {
        Some(mut prompt) => typed_at(ctx, &mut prompt, &review)?,
        None if args.expected.names_request() => {}
        None => {
            return Err(Failure::usage(
                "without a terminal to read it at, say which request you have read: --expect-request",
            ))
            .hint(format!(
                "nkeep ceremony review {}",
                shell_word(&args.request.to_string())
            ));
        }
    }
    // It may have expired while somebody read it.
    request.must_be_in_time(ctx.clock.now())?;
    let sheet = Approval::of(&request, &*signer)?;
    args.output
        .write(ctx, path.as_deref(), &sheet.text())
        .hint(noted(again(), "approves it when that is mended"))?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "ceremony_approval",
            "request": review.sha256,
            "approver": by,
            "file": path,
        }));
    }
    ctx.ui
        .note(&format!("{by} approves request {}", review.sha256));
    let file = path.map_or_else(|| "FILE".to_owned(), |path| path.display().to_string());
    let next = format!(
        "nkeep ceremony sign {} --approval {}",
        shell_word(&args.request.to_string()),
        shell_word(&file)
    );
    ctx.ui
        .note(&format!("next: {}", noted(next, "where the root is")));
    Ok(())
}

/// What signs for that key: from a file, or from the store.
fn signer(ctx: &Ctx, key: &NamedKey) -> Result<Box<dyn Signer>, Failure> {
    let NamedKey::Public(public) = key else {
        let seed = match key.source(ctx)? {
            crate::trust::KeySource::Seed(seed) => seed,
            _ => return Err(Failure::usage("a key is not made to approve with")),
        };
        return Ok(Box::new(seed.signing_pair()?));
    };
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let signer = store.read(|records| {
        let Some(record) = records.key(public)? else {
            return Ok(None);
        };
        keyring.signer(&record, records.store_id()).map(Some)
    })?;
    signer
        .ok_or_else(|| StoreError::Refused(format!("the store has no key {public}")).into())
        .map_err(|error: Failure| error)
        .hint("nkeep list keys")
}
