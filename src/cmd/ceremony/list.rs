//! `nkeep ceremony list`.

use serde_json::json;

use crate::ceremony::asked::{self, Asked};
use crate::ceremony::canonical::Sheet;
use crate::ceremony::request::{Request, Standing};
use crate::ceremony::{CeremonyError, offline};
use crate::clock::{UnixSeconds, absolute};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::{Records, Store as _};
use crate::ui::Failure;
use crate::ui::list::{self, Fit};
use crate::ui::time::moment;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Every request, also those that are done with",
    line: "nkeep ceremony list",
}];

/// List requests: those that were made here, and those that were signed here
#[derive(clap::Args, Debug)]
pub struct Args {}

/// A request, and how it stands.
struct Row {
    request: Sheet<Request>,
    state: &'static str,
    since: UnixSeconds,
}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut rows = ctx.open_store()?.read(|records| rows(records, now))?;
    rows.sort_by_key(|row| (row.since, row.request.sha256()));
    if ctx.ui.json() {
        let each = rows.iter().map(|row| {
            let request = &row.request.content;
            json!({
                "sha256": row.request.sha256(),
                "state": row.state,
                "since": absolute(row.since),
                "operator": request.operator,
                "command": request.command,
                "reason": request.reason,
                "expires": absolute(request.expires),
            })
        });
        return ctx.ui.document(
            &json!({ "kind": "ceremony_requests", "requests": each.collect::<Vec<_>>() }),
        );
    }
    let header = [
        ("REQUEST", Fit::Own),
        ("STATE", Fit::Own),
        ("SINCE", Fit::Time),
        ("COMMAND", Fit::Name),
    ];
    let text = list::fitted(header, ctx.ui.columns(), &rows, |row| {
        [
            row.request.sha256()[..12].to_owned().into(),
            row.state.into(),
            moment(row.since, now).into(),
            shortened(&row.request.content.command.join(" ")).into(),
        ]
    });
    ctx.ui.text(&text)
}

/// A command as one looks at it, wherever the list goes: it may have thousands of columns, and --json has all of it.
pub fn shortened(command: &str) -> String {
    const LONGEST: usize = 120;
    match command.char_indices().nth(LONGEST) {
        Some(_) => {
            let kept: String = command.chars().take(LONGEST - 2).collect();
            format!("{kept}..")
        }
        None => command.to_owned(),
    }
}

fn rows(records: &dyn Records, now: UnixSeconds) -> Result<Vec<Row>, CeremonyError> {
    let mut rows = Vec::new();
    for asked in asked::all(records)? {
        rows.push(of(records, &asked, now)?);
    }
    for (request, since) in offline::signed_here(records)? {
        rows.push(Row {
            request,
            state: "signed",
            since,
        });
    }
    Ok(rows)
}

fn of(records: &dyn Records, asked: &Asked, now: UnixSeconds) -> Result<Row, CeremonyError> {
    let request = asked.sheet()?;
    let content = &request.content;
    let goes_on = matches!(request.standing(records)?, Standing::Asked);
    let (state, since) = match (asked.taken, asked.dropped) {
        (Some(taken), _) => ("done", taken),
        (None, Some(dropped)) => ("dropped", dropped),
        (None, None) if !goes_on => ("overtaken", content.made),
        (None, None) if now >= content.expires => ("expired", content.expires),
        (None, None) => ("waits", content.made),
    };
    Ok(Row {
        state,
        since,
        request,
    })
}
