//! `nkeep ceremony import`.

use serde_json::json;

use super::clock::clock_must_be_right;
use super::files::read;
use super::request::inner;
use crate::ceremony::CeremonyError;
use crate::ceremony::asked::{self, Asked};
use crate::ceremony::canonical::Sheet;
use crate::ceremony::request::{Request, Standing};
use crate::ceremony::response::{Answer, Response};
use crate::ceremony::stand_in::StandIn;
use crate::clock::Clock;
use crate::cmd::example::Example;
use crate::cmd::input::Source;
use crate::cmd::{Ctx, dispatched};
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _};
use crate::text::{noted, quoted};
use crate::ui::Failure;

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
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let file = args.response.to_string();
    let response: Sheet<Response> = read(ctx, &args.response)?;
    let mut store = ctx.open_store()?;
    let (asked, answers, is_there) = store.read(|records| {
        clock_must_be_right(ctx, records)?;
        let asked = asked::answered(records, &file, &response)?;
        let request = asked.sheet()?;
        let answers = response.answers(&file, &request)?;
        let is_there = is_there(records, &request)?;
        Ok::<_, CeremonyError>((asked, answers, is_there))
    })?;
    drop(store);
    // With it, who has the transcript alone can see that the answer is what was asked for.
    ctx.record(|did| did.read("the request of the store", asked.request.as_bytes()));
    if !is_there {
        taken(ctx, answers, &asked)?;
    }
    noted_as_taken(ctx, asked, &response)?;
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
        Standing::Overtaken(name) => Err(CeremonyError::tampered(
            format!(
                "the token of operator {} is not the one any more that the request began from",
                quoted(&name)
            ),
            noted(
                "nkeep ceremony request --help",
                "another request begins from what is there now",
            ),
        )),
    }
}

/// Runs the command, with what came back in the place of what the identities would sign.
fn taken(ctx: &Ctx, answers: Vec<Answer>, asked: &Asked) -> Result<(), Failure> {
    let cli = inner(&asked.words)?;
    let stand_in = StandIn::repeating(answers, asked.made()?);
    let then = Ctx {
        // Times that were given from now on are from then on.
        clock: Clock::Fixed(asked.sheet()?.content.made),
        changed_at: Some(ctx.clock.now()),
        stand_in: Some(stand_in.clone()),
        ..ctx.clone()
    };
    dispatched(&then, &cli)?;
    match stand_in.is_used_up() {
        true => Ok(()),
        false => Err(CeremonyError::tampered(
            "the command needed no signature of the identity any more: something was changed since the request was made",
            "nkeep ceremony list",
        )
        .into()),
    }
}

/// Notes that it was.
fn noted_as_taken(ctx: &Ctx, asked: Asked, response: &Sheet<Response>) -> Result<(), Failure> {
    if ctx.made.is_trial() {
        return Ok(());
    }
    let mut store: SqliteStore = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let summary = format!("took the answer to request {}", response.content.request);
    let note = ctx.note("ceremony import", summary);
    Ok(store.transact(note, &*keyring, |changes| {
        Asked {
            taken: Some(changes.now()),
            ..asked
        }
        .keep(changes)
    })?)
}
