//! `nkeep push`.

mod report;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use report::some;

use super::Ctx;
use super::example::Example;
use super::naming::UnderOperator;
use super::servers::ServerArgs;
use crate::jwt::decode::named_issuer;
use crate::net::cluster::Server;
use crate::net::push::{Account, push};
use crate::store::{Listed, Records, Store as _};
use crate::text::{noted, quoted, shell_word};
use crate::trust::TrustError;
use crate::trust::resign::counted;
use crate::trust::served::Served;
use crate::ui::progress::Progress;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "All accounts of the operator, to every server",
        line: "nkeep push --all",
    },
    Example {
        purpose: "One account, to servers that are said",
        line: "nkeep push -a ACME -u nats://localhost:4222",
    },
];

/// What servers are asked to do, besides saying who they are.
const SUBJECTS: [&str; 2] = [
    "$SYS.REQ.ACCOUNT.*.CLAIMS.UPDATE",
    "$SYS.REQ.ACCOUNT.*.CLAIMS.LOOKUP",
];

/// Give accounts to the servers, and check that they have them
///
/// Every server's answer is waited for, and each account is asked for again and compared. Before anything is sent, the
/// servers are asked which operator they trust: they store an account that they do not trust all the same, and lock its
/// users out when they start again.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    operator: UnderOperator,
    /// Account; else the selected one, or the only one
    #[arg(long, short, value_name = "NAME", conflicts_with = "all")]
    account: Option<String>,
    /// All accounts of the operator
    #[arg(long, short = 'A')]
    all: bool,
    /// Push what has expired, and what servers do not trust, too
    #[arg(long, short = 'F')]
    force: bool,
    #[command(flatten)]
    servers: ServerArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let (operator, accounts) = store.read(|records| args.accounts(ctx, records))?;
    if !args.force {
        unexpired(ctx, &accounts)?;
    }
    let reached = args.servers.reach(ctx, &mut store, &operator, &SUBJECTS)?;
    if !args.force {
        trusted(&operator, &reached.cluster.servers, &accounts)?;
    }
    let accounts: Vec<Account> = accounts
        .into_iter()
        .map(|(listed, token)| Account {
            name: listed.name,
            key: listed.key,
            token,
        })
        .collect();
    if ctx.made.is_trial() {
        ctx.ui.note(&format!(
            "{} would go to {}",
            counted(accounts.len(), "account"),
            counted(reached.cluster.servers.len(), "server")
        ));
        return Ok(());
    }
    let done = Arc::new(AtomicU64::new(0));
    let shown = ctx
        .ui
        .is_waited_for()
        .then(|| Progress::shown("pushed", Arc::clone(&done), accounts.len() as u64));
    let outcome = push(
        &reached.link,
        &reached.cluster.servers,
        &accounts,
        &mut |now| done.store(now as u64, Ordering::Relaxed),
    )?;
    drop(shown);
    report::Pushes {
        operator: operator.entity.name.as_str(),
        cluster: &reached.cluster,
        accounts: &accounts,
        outcome: &outcome,
    }
    .say(ctx)
}

impl Args {
    fn accounts(
        &self,
        ctx: &Ctx,
        records: &dyn Records,
    ) -> Result<(Served, Vec<(Listed, String)>), TrustError> {
        if self.all {
            let operator = Served::of(self.operator.find(ctx, records)?)?;
            let accounts = operator.accounts(records)?;
            if accounts.is_empty() {
                return Err(TrustError::refused(
                    format!("operator {} has no account", quoted(&operator.entity.name)),
                    "nkeep add account NAME",
                ));
            }
            return Ok((operator, accounts));
        }
        let account = self
            .operator
            .account(ctx, records, self.account.as_deref())?;
        let operator = Served::of(crate::trust::operator_of(records, &account)?)?;
        let account = operator.account(&account)?;
        Ok((operator, vec![account]))
    }
}

/// Servers let nobody into an account that has expired.
fn unexpired(ctx: &Ctx, accounts: &[(Listed, String)]) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let expired: Vec<&str> = accounts
        .iter()
        .filter(|(account, _)| account.expires != 0 && account.expires <= now)
        .map(|(account, _)| account.name.as_str())
        .collect();
    let Some(first) = expired.first() else {
        return Ok(());
    };
    let names: Vec<String> = expired.iter().map(quoted).collect();
    let (which, have) = if expired.len() == 1 {
        ("account", "has")
    } else {
        ("accounts", "have")
    };
    Err(Failure::new(
        ExitCode::Problems,
        anyhow::anyhow!(
            "nothing was pushed: {which} {} {have} expired",
            some(&names)
        ),
    ))
    .hint(format!(
        "nkeep edit account {} --expiry 90d",
        shell_word(first)
    ))
    .hint(called_with("--force"))
}

/// Refuses what a server would store and not trust (F3).
fn trusted(
    operator: &Served,
    servers: &[Server],
    accounts: &[(Listed, String)],
) -> Result<(), Failure> {
    let mut issued: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (account, token) in accounts {
        let by = issued.entry(named_issuer(token)?).or_default();
        by.push(quoted(&account.name));
    }
    let mut reasons = Vec::new();
    for server in servers {
        let foreign = issued
            .iter()
            .filter(|(issuer, _)| !server.issuers.contains(*issuer));
        let foreign: Vec<String> = foreign.flat_map(|(_, names)| names.clone()).collect();
        if !foreign.is_empty() {
            reasons.push(format!(
                "server {} does not trust what signed {} ({})",
                quoted(&server.name),
                some(&foreign),
                trusts(operator, server)
            ));
        }
    }
    let Some(first) = reasons.first() else {
        return Ok(());
    };
    let more = match reasons.len() {
        1 => String::new(),
        several => format!("; so it is with {} more", counted(several - 1, "server")),
    };
    Err(Failure::new(
        ExitCode::Gate,
        anyhow::anyhow!("nothing was pushed: {first}{more}"),
    ))
    .hint(noted(
        "nkeep generate config --nats-resolver --config-file resolver.conf",
        "and start each server with it again, which reads it at the start alone",
    ))
    .hint(noted(
        called_with("--force"),
        "stores them there, and locks their users out when the server starts again",
    ))
}

/// What a server was started with.
fn trusts(operator: &Served, server: &Server) -> String {
    let name = quoted(&operator.entity.name);
    if server.operators.is_empty() {
        "it does not say which operators it trusts".to_owned()
    } else if server.operators.contains(&operator.entity.token) {
        format!("it was started with the token that operator {name} has now")
    } else if server.names(&operator.trusted.claims().subject) {
        format!("it was started with another token of operator {name}")
    } else {
        format!("it was not started with operator {name}")
    }
}
