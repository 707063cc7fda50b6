//! `nkeep diff`.

mod report;
mod said;

use std::collections::{BTreeMap, BTreeSet};

use report::Report;

use super::Ctx;
use super::example::Example;
use super::servers::{ServerArgs, of_nats_alone, warn_if_behind};
use crate::cmd::servers::had::{self, Hidden, Ours, SUBJECTS};
use crate::cmd::servers::row::{Found, Row, compare, mark_deleted, mark_elsewhere};
use crate::cmd::words::naming::UnderOperator;
use crate::store::Store as _;
use crate::trust::beside::Judge;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What servers have otherwise than the store, claim by claim",
        line: "nkeep diff",
    },
    Example {
        purpose: "One account, for a script",
        line: "nkeep diff -a ACME --json",
    },
];

/// Compare the accounts of the store with what servers have
///
/// Every server is asked what it keeps, and by what it lets users in, which may be two things: a server stores an account
/// that it does not trust, and goes on by the one that it had. Said are accounts that are missing, older or newer, signed in
/// the same second and otherwise, signed by a key that the operator has no more, or not in the store; and the claims that
/// differ. Nothing is changed. A server that keeps no accounts is asked for those in use there: what it would find for
/// others, nobody knows. Exit code 3 when something differs, 1 when servers do not say all, be it as one is down, or as one may have
/// an account that revokes users, and nobody uses it there.
#[derive(clap::Args, Debug)]
#[command(mut_arg("account_jwt_server_url", of_nats_alone))]
pub struct Args {
    #[command(flatten)]
    operator: UnderOperator,
    /// Account, by its name or public key; else all
    #[arg(long, short, value_name = "NAME", conflicts_with = "all")]
    account: Option<String>,
    /// All accounts, as is done when none is named
    #[arg(long, short = 'A')]
    all: bool,
    #[command(flatten)]
    servers: ServerArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    run_for(ctx, &args.operator, args.account.as_deref(), &args.servers)
}

/// The same for whichever command has such arguments.
pub fn run_for(
    ctx: &Ctx,
    operator: &UnderOperator,
    account: Option<&str>,
    servers: &ServerArgs,
) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let ours = store.read(|records| Ours::of(ctx, records, operator, account))?;
    let reached = servers.reach(ctx, &mut store, &ours.operator, &SUBJECTS)?;
    let cluster = &reached.cluster;
    warn_if_behind(ctx, &ours.operator, reached.operators());
    let judge = store.read(|records| Judge::of(records, &ours.operator, reached.operators()))?;
    let now = ctx.clock.now();
    let mut report = Report::default();
    let mut failed = None;
    let mut same = BTreeSet::new();
    let asked = had::ask(ctx, &reached, &ours, "compared", &mut |spread| {
        let hidden = Hidden::of(&ours, &spread);
        let key = spread.key.clone();
        match compare(&ours, &judge, spread, now) {
            Ok(Found::Same { expired }) => {
                same.insert(key);
                report.same += 1;
                report.expired += usize::from(expired);
                report.hidden.extend(hidden);
            }
            Ok(Found::Unseen) => {
                report.unseen += 1;
                report.hidden.extend(hidden.filter(|hidden| hidden.revokes));
            }
            Ok(Found::Other(row)) => report.rows.push(*row),
            Err(error) => failed = Some(error),
        }
    })?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    store.read(|records| {
        mark_deleted(&mut report.rows, records)?;
        mark_elsewhere(&mut report.rows, records)
    })?;
    let bank = servers.bank(&ours.operator);
    had::without_read(&mut report.hidden, &ours, bank.as_ref());
    report
        .hidden
        .sort_by(|one, other| one.name.cmp(&other.name));
    if report.hidden.iter().any(|one| one.revokes) {
        store.read(|records| had::find_users(&mut report.hidden, records, now))?;
        report.places = reached.places();
    }
    for server in &cluster.servers {
        let accounts = had::untrusted(&ours, server, |key| same.contains(key));
        if !accounts.is_empty() {
            report.untrusted.push((server, accounts));
        }
    }
    let order = |row: &Row| (row.ours.is_none(), row.name.clone(), row.key.clone());
    report.rows.sort_by_key(order);
    report.say(ctx, &ours.operator, cluster, &asked)
}

/// How many of each.
type Counts = BTreeMap<&'static str, usize>;
