//! `nkeep push`.

mod report;

use super::Ctx;
use super::example::Example;
use super::naming::UnderOperator;
use super::servers::ServerArgs;
use crate::jwt::decode::named_issuer;
use crate::net::cluster::Server;
use crate::net::push::{Account, push};
use crate::store::{Listed, Records, Store as _};
use crate::text::quoted;
use crate::trust::TrustError;
use crate::trust::resign::counted;
use crate::trust::served::Served;
use crate::ui::{ExitCode, Failure, Hinted as _};

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
    let accounts: Vec<Account> = accounts
        .into_iter()
        .map(|(listed, token)| Account {
            name: listed.name,
            key: listed.key,
            token,
        })
        .collect();
    if !args.force {
        trusted(&reached.cluster.servers, &accounts)?;
    }
    if ctx.made.is_trial() {
        let servers = counted(reached.cluster.servers.len(), "server");
        ctx.ui.note(&format!(
            "{} would go to {servers}",
            counted(accounts.len(), "account")
        ));
        return Ok(());
    }
    let outcome = push(
        &reached.link,
        &reached.cluster.servers,
        &accounts,
        &mut |_| {},
    )?;
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
    let expired: Vec<String> = accounts
        .iter()
        .filter(|(account, _)| account.expires != 0 && account.expires <= now)
        .map(|(account, _)| quoted(&account.name))
        .collect();
    match expired.first() {
        None => Ok(()),
        Some(first) => Err(Failure::new(
            ExitCode::Problems,
            anyhow::anyhow!(
                "nothing was pushed, as accounts have expired: {}",
                some(&expired)
            ),
        ))
        .hint(format!(
            "nkeep edit account {} --expiry 90d",
            first.trim_matches('"')
        ))
        .hint(crate::ui::called_with("--force")),
    }
}

/// Refuses what a server would store and not trust (F3).
fn trusted(servers: &[Server], accounts: &[Account]) -> Result<(), Failure> {
    for server in servers {
        let mut foreign = Vec::new();
        for account in accounts {
            let issuer = named_issuer(&account.token)?;
            if !server.issuers.contains(&issuer) {
                foreign.push(quoted(&account.name));
            }
        }
        if !foreign.is_empty() {
            return Err(Failure::new(
                ExitCode::Gate,
                anyhow::anyhow!(
                    "nothing was pushed: server {} does not trust the key that signed {}",
                    quoted(&server.name),
                    some(&foreign)
                ),
            ))
            .hint("nkeep generate config --nats-resolver")
            .hint(crate::ui::called_with("--force"));
        }
    }
    Ok(())
}

/// The first of them, and how many more there are.
fn some(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = names
        .iter()
        .take(SHOWN)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
