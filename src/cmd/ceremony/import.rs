//! `nkeep ceremony import`.

use serde_json::json;

use super::clock::clock_must_be_right;
use super::files::read;
use super::request::inner;
use crate::ceremony::CeremonyError;
use crate::ceremony::asked::{self, Asked};
use crate::ceremony::canonical::Sheet;
use crate::ceremony::request::{Asks, Proposal, Request, Standing};
use crate::ceremony::response::Response;
use crate::ceremony::stand_in::StandIn;
use crate::clock::Clock;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::cmd::{Ctx, dispatched};
use crate::nkey::PublicKey;
use crate::store::record::Name;
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _};
use crate::text::{noted, quoted};
use crate::ui::{Failure, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Take what came back",
    line: "nkeep ceremony import change.nresp",
}];

/// Take the answer to a request
///
/// The command that was asked for is run, and has for the identity's signature the one that came back. That fits exactly what was
/// reviewed: where anything is otherwise by now nothing is changed, and a new request is needed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Response, or - for stdin
    #[arg(value_name = "RESPONSE")]
    response: Source,
    /// Take it although seeds of keys are gone that were made for the request
    #[arg(long)]
    without_seeds: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let file = args.response.to_string();
    let response: Sheet<Response> = read(ctx, &args.response)?;
    let mut store = ctx.open_store()?;
    let (asked, is_there, without) = store.read(|records| {
        clock_must_be_right(ctx, records)?;
        let asked = asked::answered(records, &file, &response)?;
        let request = asked.sheet()?;
        response.answers(&file, &request)?;
        let is_there = is_there(records, &request)?;
        let without = asked.without_seeds(records)?;
        Ok::<_, CeremonyError>((asked, is_there, without))
    })?;
    drop(store);
    if !is_there && !args.without_seeds {
        must_have_seeds(&without)?;
    }
    // With it, who has the transcript alone can see that the answer is what was asked for.
    ctx.record(|did| did.read("the request of the store", asked.request.as_bytes()));
    if is_there || !taken(ctx, &file, &asked, &response)? {
        noted_as_taken(ctx, &file, &response)?;
    }
    let hash = &response.content.request;
    if ctx.ui.json() && is_there {
        return ctx
            .ui
            .document(&json!({ "kind": "ceremony_import", "request": hash, "changed": false }));
    }
    let done = match (is_there, ctx.made.is_trial()) {
        (true, _) => "was taken before already",
        (false, true) => "would be answered and done: the answer fits",
        (false, false) => "is answered and done",
    };
    ctx.ui.note(&format!("request {hash} {done}"));
    Ok(())
}

/// Whether the store has what came back already: it was taken, and that was not noted any more.
fn is_there(records: &dyn Records, request: &Sheet<Request>) -> Result<bool, CeremonyError> {
    match request.standing(records)? {
        Standing::Asked => Ok(false),
        Standing::Done => Ok(true),
        Standing::Unknown(operator) => Err(CeremonyError::tampered(
            format!("the operator {operator} is not in the store any more"),
            "nkeep list operators",
        )),
        Standing::Overtaken(name) => Err(overtaken(&name, request)?),
    }
}

/// What is to be done where an answer comes too late. An operator that was signed once is not signed again.
fn overtaken(name: &Name, request: &Sheet<Request>) -> Result<CeremonyError, CeremonyError> {
    let name = quoted(name);
    let asks = Proposal::of("a request of the store", request)?.asks;
    Ok(match asks {
        Asks::Successor { statement, .. } => CeremonyError::tampered(
            format!(
                "the token of operator {name} is not the one any more that the request began from, and the root signs nothing \
                 more for {}: it takes another identity, and another request for that",
                statement.new
            ),
            noted(
                "nkeep generate nkey --operator -S",
                "where the root is; then ask again here, with --new and its public key",
            ),
        ),
        _ => CeremonyError::tampered(
            format!(
                "the token of operator {name} is not the one any more that the request began from"
            ),
            noted(
                "nkeep ceremony request --help",
                "another request begins from what is there now",
            ),
        ),
    })
}

/// Refuses where keys would be named of which the store has no seeds any more: what came back can be taken when they are there again.
fn must_have_seeds(without: &[PublicKey]) -> Result<(), Failure> {
    if without.is_empty() {
        return Ok(());
    }
    let keys: Vec<String> = without.iter().map(ToString::to_string).collect();
    let gone = CeremonyError::gate(
        format!(
            "keys were made for the request, and the store has their seeds no more: {}",
            keys.join(", ")
        ),
        noted(
            "nkeep import keys --dir FOLDER",
            "brings them back from where they were moved to",
        ),
    );
    Err(Failure::from(gone).hint(noted(
        called_with("--without-seeds"),
        "takes the answer where they are lost: other keys are asked for next",
    )))
}

/// Runs the command, with what came back in the place of what the identities would sign; whether that is noted.
fn taken(
    ctx: &Ctx,
    file: &str,
    asked: &Asked,
    response: &Sheet<Response>,
) -> Result<bool, Failure> {
    let cli = inner(&asked.words)?;
    let stand_in = StandIn::repeating(file, asked, response.clone())?;
    let then = Ctx {
        // Times that were given from now on are from then on.
        clock: Clock::Fixed(asked.sheet()?.content.made),
        changed_at: Some(ctx.clock.now()),
        stand_in: Some(stand_in.clone()),
        ..ctx.clone()
    };
    if let Err(failure) = dispatched(&then, &cli) {
        // Another process may have taken it meanwhile, and nothing is as it was for this one.
        if !ctx.made.is_made() {
            let mut store = ctx.open_store()?;
            store.read(|records| asked::answered(records, file, response).map(drop))?;
        }
        return Err(match failure.wants_a_root() {
            true => otherwise("another identity has to sign by now").into(),
            false => failure,
        });
    }
    match stand_in.is_used_up() {
        true => Ok(!stand_in.is_untaken()),
        false => Err(otherwise("the command needed no signature of the identity any more").into()),
    }
}

fn otherwise(how: &str) -> CeremonyError {
    CeremonyError::tampered(
        format!("{how}: something was changed since the request was made"),
        "nkeep ceremony list",
    )
}

/// Notes that it was.
fn noted_as_taken(ctx: &Ctx, file: &str, response: &Sheet<Response>) -> Result<(), Failure> {
    if ctx.made.is_trial() {
        return Ok(());
    }
    let mut store: SqliteStore = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let summary = format!("took the answer to request {}", response.content.request);
    let note = ctx.note("ceremony import", summary);
    Ok(store.transact(note, &*keyring, |changes| {
        asked::take(changes, file, response)
    })?)
}
