//! `nkeep expirations`: from what the store says of tokens; none is read for it.

use serde_json::{Value, json};

use super::Ctx;
use super::example::Example;
use crate::clock::UnixSeconds;
use crate::cmd::words::naming::UnderOperator;
use crate::cmd::words::when::When;
use crate::store::{Expiration, Store as _};
use crate::trust::TrustError;
use crate::ui::Failure;
use crate::ui::list::{self, Fit};
use crate::ui::time::{distance, moment};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What has expired or expires within a week, and nothing else",
        line: "nkeep expirations --within 1w --skip",
    },
    Example {
        purpose: "The same, and a script ends where there is any",
        line: "nkeep expirations --within 1w --skip --check || test $? -eq 3",
    },
];

/// Say which tokens have expired, and which soon will
///
/// Without --operator those of every operator of the store are looked at, whichever is selected.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    operator: UnderOperator,
    /// How soon: a day such as 2026-12-24, or a length from now such as 30m, 12h, 90d, 2w, 6M, 1y
    #[arg(long, short = 'e', value_name = "WHEN", default_value = "1M")]
    within: When,
    /// Leave out what neither has expired nor soon will
    #[arg(long)]
    skip: bool,
    /// Exit with code 3 where something has expired or soon will, for CI
    #[arg(long)]
    check: bool,
}

/// How a token stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Expired,
    Soon,
    Later,
}

impl Standing {
    const fn of(expires: UnixSeconds, now: UnixSeconds, soon: UnixSeconds) -> Self {
        match expires {
            0 => Self::Later,
            at if at < now => Self::Expired,
            at if at < soon => Self::Soon,
            _ => Self::Later,
        }
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let soon = args
        .within
        .from(now)
        .map_err(|_| Failure::usage("--within is later than the calendar goes"))?;
    let mut found = ctx.open_store()?.read(|records| {
        let mut found = Vec::new();
        for operator in args.operator.all(ctx, records)? {
            found.extend(records.expirations(&operator.key)?);
        }
        Ok::<_, TrustError>(found)
    })?;
    let standing = |row: &Expiration| Standing::of(row.expires, now, soon);
    let is_due = found.iter().any(|row| standing(row) != Standing::Later);
    if args.skip {
        found.retain(|row| standing(row) != Standing::Later);
    }
    let shown = shown(ctx, &found, (now, soon));
    match args.check && is_due {
        true => Err(Failure::problems_after(shown)),
        false => shown,
    }
}

/// Shows them; `soon` is until when something expires soon.
fn shown(
    ctx: &Ctx,
    found: &[Expiration],
    (now, soon): (UnixSeconds, UnixSeconds),
) -> Result<(), Failure> {
    let standing = |row: &Expiration| Standing::of(row.expires, now, soon);
    if ctx.ui.json() {
        let report: Vec<Value> = found
            .iter()
            .map(|row| {
                json!({
                    "resource": row.path,
                    "type": row.kind.name(),
                    "id": row.key,
                    "expiry": row.expires,
                    "expiration_date": date(row.expires),
                    "when": (row.expires != 0).then(|| distance(row.expires, now)),
                    "expired": standing(row) == Standing::Expired,
                    "expires_soon": standing(row) == Standing::Soon,
                })
            })
            .collect();
        return ctx.ui.document(&json!({
            "kind": "expirations",
            "expiration_threshold": date(soon),
            "report": report,
        }));
    }
    let header = [
        ("EXPIRED", Fit::Own),
        ("RESOURCE", Fit::Name),
        ("EXPIRES", Fit::Time),
    ];
    ctx.ui
        .text(&list::fitted(header, ctx.ui.columns(), found, |row| {
            let word = match standing(row) {
                Standing::Expired => "yes",
                Standing::Soon => "soon",
                Standing::Later => "no",
            };
            let expires = match row.expires {
                0 => "never".into(),
                at => moment(at, now).into(),
            };
            [word.into(), (&row.path).into(), expires]
        }))
}

/// As RFC 3339; nothing for never.
fn date(at: UnixSeconds) -> String {
    match at {
        0 => String::new(),
        at => jiff::Timestamp::from_second(at).map_or_else(|_| String::new(), |at| at.to_string()),
    }
}
