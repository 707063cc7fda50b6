//! `nkeep push`.

mod later;
mod outdone;
mod over_http;
mod refusal;
mod removal;
mod report;
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use later::Looking;
use refusal::{Refusal, settle};
use serde_json::{Value, json};
use trial::There;

use super::Ctx;
use super::example::Example;
use super::servers::{Reached, ServerArgs, take_operator, warn_if_behind};
use crate::cmd::servers::had::user_let_in;
use crate::cmd::words::naming::UnderOperator;
use crate::jwt::decode::named_issuer;
use crate::net::cluster::Server;
use crate::net::fetching::{Fetched, fetch};
use crate::net::held::{Keys, LIST, LOOKUP, USED, keepers, kept};
use crate::net::link::Link;
use crate::net::push::{Account, Pushed, push};
use crate::net::removal::DELETE;
use crate::nkey::{Kind, PublicKey};
use crate::rotation::open::keys_beside;
use crate::store::record::EntityKind;
use crate::store::sqlite::SqliteStore;
use crate::store::{Listed, Records, Store as _};
use crate::text::{counted, noted, quoted, shell_word, some};
use crate::trust::beside::Judge;
use crate::trust::served::Served;
use crate::trust::{TrustError, must_be_worked_on};
use crate::ui::progress::Progress;
use crate::ui::{ExitCode, Failure};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "All accounts of the operator, to every server",
        line: "nkeep push --all",
    },
    Example {
        purpose: "One account, to servers that are said",
        line: "nkeep push -a ACME -u nats://localhost:4222",
    },
    Example {
        purpose: "All accounts, to an account server",
        line: "nkeep push -A -u http://localhost:9090/jwt/v1",
    },
    Example {
        purpose: "What servers have and the operator has not",
        line: "nkeep push --prune --dry-run",
    },
];

const UPDATE: &str = "$SYS.REQ.ACCOUNT.*.CLAIMS.UPDATE";

/// Give accounts to the servers, and check that they have them
///
/// Every server's answer is waited for, and each account is asked for again and compared. Before anything is sent, the
/// servers are asked which operator they trust: they store an account that they do not trust all the same, and lock its
/// users out when they start again. What is later there than in the store stays, and what was signed elsewhere meanwhile: it is
/// what somebody else did.
///
/// An account server over HTTP is given each account, and asked for it again. Servers that have loaded one from there go on by
/// that until they start again; whoever pushes to them as well has them take it at once, as is done with what revokes users
/// where the operator names servers. What they take and do not keep is
/// kept where the operator names an account server that has it.
///
/// A server that is down is missed where the operator names it, or another has a route to it: then nothing is deleted, and a
/// push of what revokes users ends with 1, unless --servers says how many there are.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("deletion").args(["prune", "account_removal"]))]
pub struct Args {
    #[command(flatten)]
    operator: UnderOperator,
    /// Account; else the selected one, or the only one
    #[arg(long, short, value_name = "NAME", conflicts_with = "all")]
    account: Option<String>,
    /// All accounts of the operator
    #[arg(long, short = 'A')]
    all: bool,
    /// Have servers delete the accounts of the operator that are not in the store; with --all, after those that are were pushed
    #[arg(long, short = 'P', conflicts_with = "account")]
    prune: bool,
    /// Have servers delete that account
    #[arg(long, short = 'R', value_name = "NAME", conflicts_with_all = ["all", "account", "prune"])]
    account_removal: Option<String>,
    /// Say what servers have otherwise, and push nothing: what `nkeep diff` does
    #[arg(long, short = 'D', conflicts_with_all = ["prune", "account_removal", "force"])]
    diff: bool,
    /// Prune accounts of other operators, too, and those of which nobody says who signed them
    #[arg(long, requires = "prune")]
    foreign: bool,
    /// Delete without asking
    #[arg(long, requires = "deletion")]
    yes: bool,
    /// Push what has expired, what servers do not trust, and what they have a later one of, too; prune where servers are missing, or
    /// have a later token of the operator
    #[arg(long, short = 'F')]
    force: bool,
    #[command(flatten)]
    servers: ServerArgs,
}

/// What is asked for, as the store has it.
struct Asked {
    operator: Served,
    /// What is pushed.
    accounts: Vec<(Listed, String)>,
    /// The key of the account that servers are to delete.
    removal: Option<String>,
    /// That account's name and how many users it has, where the store has it.
    removed: Option<(String, usize)>,
    /// Keys of the operator's accounts.
    known: BTreeSet<String>,
}

impl Asked {
    /// What is pushed, as servers are to have it.
    fn given(&self) -> Vec<Account> {
        let accounts = self.accounts.iter().map(|(listed, token)| Account {
            name: listed.name.clone(),
            key: listed.key.clone(),
            token: token.clone(),
        });
        accounts.collect()
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.diff {
        let account = args.account.as_deref();
        return super::diff::run_for(ctx, &args.operator, account, &args.servers);
    }
    let mut store = ctx.open_store()?;
    let mut asked = store.read(|records| args.asked(ctx, records))?;
    store.read(|records| must_be_worked_on(records, &asked.operator.entity))?;
    if let Some(server) = args.servers.account_server(ctx, &asked.operator, "push")? {
        return over_http::run(ctx, args, &mut store, &mut asked, &server);
    }
    let subjects = args.subjects(ctx.made.is_trial());
    let reached = args
        .servers
        .reach(ctx, &mut store, &asked.operator, &subjects)
        .or_else(|failure| {
            // Of what is wrong here nobody has to be asked.
            let expired = expired(ctx, &asked.accounts).into_iter().collect();
            settle(ctx, args.force, expired)?;
            Err(failure)
        })?;
    let mut document = report::head(asked.operator.entity.name.as_str(), &reached.cluster);
    let mut verdict = Ok(());
    if args.pushes() {
        verdict = pushed(ctx, args, &mut store, &mut asked, &reached, &mut document);
    }
    if verdict.is_ok() && !args.only_pushes() {
        verdict = removal::run(ctx, args, &mut store, &asked, &reached, &mut document);
    }
    // Of what was refused there is nothing to tell.
    let is_told = verdict.is_ok() || document.get("failed").is_some();
    if ctx.ui.json() && is_told {
        let written = ctx.ui.document(&document);
        verdict?;
        return written;
    }
    verdict
}

/// Pushes, and adds what became of it to the document.
fn pushed(
    ctx: &Ctx,
    args: &Args,
    store: &mut SqliteStore,
    asked: &mut Asked,
    reached: &Reached,
    document: &mut Value,
) -> Result<(), Failure> {
    let Reached { link, cluster, .. } = reached;
    let keepers = keepers(link, &cluster.servers)?;
    warn_if_behind(ctx, &asked.operator, reached.operators());
    let untrusted = trusted(&asked.operator, &cluster.servers, &asked.accounts)?;
    let judge = store.read(|records| Judge::of(records, &asked.operator, reached.operators()))?;
    let beside = store.read(|records| keys_beside(records, &asked.operator.entity))?;
    let mut looking = Looking::new(&judge, beside, asked, ctx.clock.now());
    looking.ask(link, &cluster.servers, keepers)?;
    let (later, latest) = looking.found(store)?;
    let refusals = [untrusted, later, expired(ctx, &asked.accounts)];
    settle(ctx, args.force, refusals.into_iter().flatten().collect())?;
    // What would be signed anew is compared as it is.
    let there = match ctx.made.is_trial() {
        true => Some(There::of_servers(ctx, asked, reached, &judge)?),
        false => None,
    };
    let outdone = outdone::outdo(ctx, store, asked, latest)?;
    document["signed_anew"] = json!(outdone.signed);
    document["comes_back"] = json!(outdone.left);
    if let Some(there) = there {
        let place = counted(cluster.servers.len(), "server");
        there.say(ctx, asked, &place, document);
        return Ok(());
    }
    let lists = lists(link, &cluster.servers, keepers)?;
    let forgetful = forgetful(&cluster.servers, lists.as_ref());
    let accounts = asked.given();
    let done = Arc::new(AtomicU64::new(0));
    let shown = ctx
        .ui
        .is_waited_for()
        .then(|| Progress::shown("pushed", Arc::clone(&done), accounts.len() as u64));
    let outcome = push(link, &cluster.servers, keepers, &accounts, &mut |now| {
        done.store(now as u64, Ordering::Relaxed);
    })?;
    drop(shown);
    let banked = banked(args, asked, &accounts, &outcome.pushed);
    let pushes = report::Pushes {
        operator: asked.operator.entity.name.as_str(),
        account_server: &asked.operator.trusted.claims().body.account_server_url,
        cluster,
        forgetful: &forgetful,
        lists: lists.as_ref(),
        banked: &banked,
        accounts: &accounts,
        outcome: &outcome,
    };
    let now = ctx.clock.now();
    pushes.say(ctx, document, &mut |key| {
        let user = store.read(|records| user_let_in(records, key, now))?;
        Ok((user, reached.places()))
    })
}

/// Keys of accounts that no server keeps, and that the operator's account server has as they are here: it is where servers
/// read them that keep none.
fn banked(args: &Args, asked: &Asked, accounts: &[Account], pushed: &[Pushed]) -> BTreeSet<String> {
    let both = accounts.iter().zip(pushed);
    let unkept = both.filter(|(_, pushed)| pushed.is_whole() && !pushed.is_kept());
    let unkept: Vec<&Account> = unkept.map(|(account, _)| account).collect();
    let Some(bank) = args
        .servers
        .bank(&asked.operator)
        .filter(|_| !unkept.is_empty())
    else {
        return BTreeSet::new();
    };
    let keys: Vec<String> = unkept.iter().map(|one| one.key.clone()).collect();
    let fetched = fetch(&bank, &keys, &|_| ());
    let both = unkept.iter().zip(fetched);
    both.filter(|(account, fetched)| *fetched == Fetched::There(account.token.clone()))
        .map(|(account, _)| account.key.clone())
        .collect()
}

/// Which accounts servers list, where some of them keep all accounts and others do not.
fn lists(link: &Link, servers: &[Server], keepers: usize) -> Result<Option<Keys>, Failure> {
    if keepers == 0 || keepers >= servers.len() {
        return Ok(None);
    }
    Ok(Some(kept(link, servers)?))
}

/// Servers that have accounts in memory alone, beside others that keep them: they list none.
fn forgetful<'a>(servers: &'a [Server], lists: Option<&Keys>) -> Vec<&'a Server> {
    let Some(lists) = lists else {
        return Vec::new();
    };
    let forgets = |server: &&Server| !lists.contains_key(&server.id);
    servers.iter().filter(forgets).collect()
}

impl Args {
    /// Whether accounts are pushed.
    const fn pushes(&self) -> bool {
        self.all || self.only_pushes()
    }

    const fn only_pushes(&self) -> bool {
        !self.prune && self.account_removal.is_none()
    }

    /// What servers are asked to do, besides saying who they are.
    fn subjects(&self, is_trial: bool) -> Vec<&'static str> {
        let push = self.pushes().then_some([UPDATE, LOOKUP]);
        // Who insists does not look at what is there before, unless nothing comes of it.
        let look = (self.pushes() && (is_trial || !self.force)).then_some(USED);
        let prune = (self.prune && !self.pushes()).then_some(LOOKUP);
        let delete = (!self.only_pushes()).then_some(DELETE);
        push.into_iter()
            .flatten()
            .chain(prune)
            .chain(delete)
            .chain([LIST])
            .chain(look)
            .collect()
    }

    fn asked(&self, ctx: &Ctx, records: &dyn Records) -> Result<Asked, TrustError> {
        if self.only_pushes() && !self.all {
            let account = self
                .operator
                .account(ctx, records, self.account.as_deref())?;
            let operator = Served::of(crate::trust::operator_of(records, &account)?)?;
            return Ok(Asked {
                accounts: vec![operator.account(&account)?],
                operator,
                removal: None,
                removed: None,
                known: BTreeSet::new(),
            });
        }
        let operator = Served::of(self.operator.find(ctx, records)?)?;
        if let Some(wanted) = &self.account_removal {
            let (key, removed) = removed(records, &operator, wanted)?;
            return Ok(Asked {
                removal: Some(key),
                removed,
                operator,
                accounts: Vec::new(),
                known: BTreeSet::new(),
            });
        }
        let mut accounts = operator.accounts(records)?;
        // By name, as they are listed.
        accounts.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
        if accounts.is_empty() {
            return Err(TrustError::refused(
                format!("operator {} has no account", quoted(&operator.entity.name)),
                "nkeep add account NAME",
            ));
        }
        Ok(Asked {
            operator,
            removal: None,
            removed: None,
            known: accounts
                .iter()
                .map(|(account, _)| account.key.clone())
                .collect(),
            accounts: if self.all { accounts } else { Vec::new() },
        })
    }
}

/// The key of an account that servers are to delete: one of the store's, of which the name and the number of its users come
/// along, or one that only they have.
fn removed(
    records: &dyn Records,
    operator: &Served,
    wanted: &str,
) -> Result<(String, Option<(String, usize)>), TrustError> {
    let is_key = |key: PublicKey| key.kind() == Kind::Account;
    let (key, here) = match crate::trust::account(records, &operator.entity, Some(wanted)) {
        Ok(account) => {
            let users = records.listed(EntityKind::User, Some(&account.key))?.len();
            (
                account.key.to_string(),
                Some((account.name.to_string(), users)),
            )
        }
        Err(TrustError::NoSuch { .. }) if wanted.parse().is_ok_and(is_key) => {
            (wanted.to_owned(), None)
        }
        Err(error) => return Err(error),
    };
    if operator.system_account() == Some(&key) {
        return Err(TrustError::refused(
            format!(
                "account {} is the one in which servers talk",
                quoted(wanted)
            ),
            "nkeep describe operator",
        ));
    }
    Ok((key, here))
}

/// Servers let nobody into an account that has expired.
fn expired(ctx: &Ctx, accounts: &[(Listed, String)]) -> Option<Refusal> {
    let now = ctx.clock.now();
    let expired: Vec<&str> = accounts
        .iter()
        .filter(|(account, _)| account.expires != 0 && account.expires <= now)
        .map(|(account, _)| account.name.as_str())
        .collect();
    let first = expired.first()?;
    let names: Vec<String> = expired.iter().map(quoted).collect();
    let (which, have) = if expired.len() == 1 {
        ("account", "has")
    } else {
        ("accounts", "have")
    };
    Some(Refusal {
        code: ExitCode::Problems,
        reason: format!("{which} {} {have} expired", some(&names)),
        ways: vec![format!(
            "nkeep edit account {} --expiry 90d",
            shell_word(first)
        )],
        forced: "pushes what has expired, and lets nobody in there",
    })
}

/// What a server would store and not trust (F3).
fn trusted(
    operator: &Served,
    servers: &[Server],
    accounts: &[(Listed, String)],
) -> Result<Option<Refusal>, Failure> {
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
        return Ok(None);
    };
    let more = match reasons.len() {
        1 => String::new(),
        several => format!("; so it is with {} more", counted(several - 1, "server")),
    };
    let tokens = servers.iter().flat_map(|server| &server.operators);
    let way = match operator.later(tokens) {
        // What would be generated here is older than what they have.
        Some(_) => take_operator(),
        None => noted(
            "nkeep generate config --nats-resolver --config-file resolver.conf",
            "and start each server with it again, which reads it at the start alone",
        ),
    };
    Ok(Some(Refusal {
        code: ExitCode::Gate,
        reason: format!("{first}{more}"),
        ways: vec![way],
        forced: "stores what servers do not trust, and locks its users out when they start again",
    }))
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
