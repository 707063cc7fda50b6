//! `nkeep pull` from an account server over HTTP: whose it is, and what it has of the accounts of the store and of those that
//! it lists itself. What becomes of that is the same as of what NATS servers have.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::report::{Asked, Report};
use super::{Args, operator_token, taken};
use crate::cmd::Ctx;
use crate::cmd::servers::had::Ours;
use crate::net::NetError;
use crate::net::account_server::AccountServer;
use crate::net::fetching::{Fetched, fetch};
use crate::net::spread::{Copy, Spread, Who};
use crate::store::Store as _;
use crate::store::sqlite::SqliteStore;
use crate::text::{counted, quoted};
use crate::trust::beside::Judge;
use crate::ui::Failure;
use crate::ui::progress::Progress;

/// So many reasons are told one by one.
const SHOWN: usize = 3;

pub fn run(
    ctx: &Ctx,
    args: &Args,
    store: &mut SqliteStore,
    ours: &mut Ours,
    server: &AccountServer,
) -> Result<(), Failure> {
    let operator = server.operator()?;
    warn_of_others(ctx, ours, server, operator.as_deref());
    let later = operator_token::found(ctx, args, store, ours, operator.iter())?;
    let ours = &*ours;
    let judge = store.read(|records| Judge::of(records, &ours.operator, &operator))?;
    let keys = wanted(ours, server)?;
    let mut report = Report::default();
    let (mut found, mut refused, mut untried) = (BTreeMap::new(), Vec::new(), 0);
    for (key, fetched) in keys.iter().zip(asked(ctx, server, &keys)) {
        let token = match fetched {
            Fetched::There(token) => Some(token),
            Fetched::Absent => None,
            Fetched::Refused(error) => {
                refused.push((named(ours, key), error));
                continue;
            }
            Fetched::Untried => {
                untried += 1;
                continue;
            }
        };
        let (key, words) = report.sort(&judge, ours, spread(key, token));
        if !words.is_empty() {
            found.insert(key, words);
        }
    }
    report.unknown = unknown(&refused, untried);
    taken(ctx, args, store, ours, later, &mut report, found)?;
    report.without_removals();
    report.say(ctx, ours, Asked::AccountServer(server.address()))
}

/// Nothing is taken by the server's word; but whoever asks the wrong one is to know.
fn warn_of_others(ctx: &Ctx, ours: &Ours, server: &AccountServer, token: Option<&str>) {
    let Some(Err(reason)) = token.map(|token| ours.operator.told(token)) else {
        return;
    };
    let operator = &ours.operator.entity;
    ctx.ui.warning(&format!(
        "{} does not keep the accounts of operator {} {}: {reason}",
        server.address(),
        quoted(&operator.name),
        operator.key
    ));
}

/// The one that is asked for; else those of the store, and those that the server lists.
fn wanted(ours: &Ours, server: &AccountServer) -> Result<Vec<String>, NetError> {
    if let Some(only) = &ours.only {
        return Ok(vec![only.clone()]);
    }
    let mut keys: BTreeSet<String> = server.listed()?;
    keys.extend(ours.accounts.keys().cloned());
    Ok(keys.into_iter().collect())
}

fn asked(ctx: &Ctx, server: &AccountServer, keys: &[String]) -> Vec<Fetched> {
    let done = Arc::new(AtomicU64::new(0));
    let _shown = ctx
        .ui
        .is_waited_for()
        .then(|| Progress::shown("asked", Arc::clone(&done), keys.len() as u64));
    fetch(server, keys, &|now| {
        done.store(now as u64, Ordering::Relaxed);
    })
}

/// What one server has.
fn spread(key: &str, token: Option<String>) -> Spread {
    let one = Who {
        count: 1,
        ..Who::default()
    };
    let absent = match token {
        Some(_) => Who::default(),
        None => one.clone(),
    };
    let copies = token.map(|token| Copy {
        token,
        kept: one,
        used: BTreeSet::new(),
    });
    Spread {
        key: key.to_owned(),
        copies: copies.into_iter().collect(),
        absent,
        silent: 0,
        hidden: Who::default(),
    }
}

fn named(ours: &Ours, key: &str) -> String {
    match ours.accounts.get(key) {
        Some((listed, _)) => quoted(&listed.name),
        None => key.to_owned(),
    }
}

/// What the server did not say.
fn unknown(refused: &[(String, NetError)], untried: usize) -> Vec<String> {
    let first = refused.iter().take(SHOWN);
    let mut unknown: Vec<String> = first
        .map(|(account, error)| format!("account {account}: {error}"))
        .collect();
    if refused.len() > SHOWN {
        let more = counted(refused.len() - SHOWN, "account");
        unknown.push(format!("nothing was said of {more} more"));
    }
    if untried > 0 {
        let rest = counted(untried, "account");
        unknown.push(format!(
            "{rest} more {} not asked for, as the server was not there for others",
            if untried == 1 { "was" } else { "were" }
        ));
    }
    unknown
}
