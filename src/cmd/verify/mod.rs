//! `nkeep verify`.

mod accounts;
mod report;
mod users;

use std::collections::BTreeMap;
use std::time::Duration;

use accounts::Accounts;
use report::{Report, Subject};

use super::Ctx;
use super::changed::side_by_side;
use super::example::Example;
use super::servers::{Entry, Reached, ServerArgs, of_nats_alone, unheard_of};
use crate::cmd::servers::had::{self, Ours, SUBJECTS};
use crate::cmd::words::duration::duration;
use crate::cmd::words::naming::UnderOperator;
use crate::net::clocks::clocks;
use crate::net::cluster::Server;
use crate::net::entrance::{Door, doors};
use crate::net::link::Place;
use crate::store::Store as _;
use crate::text::{noted, quoted, shell_word, some};
use crate::trust::beside::Judge;
use crate::trust::running::{Code, Finding, Running, clock};
use crate::ui::{Failure, waiting_longer};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Whether every server runs what the store says",
        line: "nkeep verify",
    },
    Example {
        purpose: "Whether the users of an account get in as well",
        line: "nkeep verify -a ACME --connect",
    },
    Example {
        purpose: "A gate that warnings fail, too, for a script",
        line: "nkeep verify --strict --quiet --json",
    },
];

/// Check that live servers run what the store says
///
/// Every server is asked which operator's token it was started with, which account it talks in, which accounts it keeps and
/// uses, what time it is there and which version it is. What is otherwise than in the store is a finding with a code and,
/// where there is one, a command that helps. Each address that is given is tried, and each that the operator names unless --servers
/// says how many there are; who is behind it has to answer.
///
/// With --connect, the users whose keys are in the store log in at each server of which an address is given, and hang up:
/// those that the store lets in have to get in, and those that it does not must not. Nobody goes to an address that only a
/// server named.
///
/// Versions are held against the advisories of nats-server up to 2026-06-29; what is found there is a warning. Exit code 3 when
/// something differs, 1 when not everything could be checked; warnings alone are no failure, unless --strict says so.
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
    /// Log in as each user of those accounts
    #[arg(long)]
    connect: bool,
    /// Count warnings as what differs, too: exit code 3
    #[arg(long)]
    strict: bool,
    /// How much clocks of servers may differ from this machine's
    #[arg(long, value_name = "TIME", default_value = "2s", value_parser = duration)]
    tolerance: Duration,
    #[command(flatten)]
    servers: ServerArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let ours =
        store.read(|records| Ours::of(ctx, records, &args.operator, args.account.as_deref()))?;
    let entry = args
        .servers
        .entry(ctx, &mut store, &ours.operator, &SUBJECTS)?;
    let (place, patience) = (entry.place.clone(), entry.patience);
    let mut report = Report::new(args.strict);
    let (entry, doors) = opened(entry, &mut report)?;
    let reached = entry.connect(ctx)?;
    let cluster = &reached.cluster;
    let servers = cluster.servers.iter();
    let elsewhere = servers.flat_map(|server| &server.operators);
    let judge = store.read(|records| Judge::of(records, &ours.operator, elsewhere))?;
    let mut accounts = Accounts::new(&ours, &judge, &cluster.servers, ctx.clock.now());
    let asked = had::ask(ctx, &reached, &ours, "compared", &mut |spread| {
        accounts.take(spread);
    })?;
    of_servers(ctx, args, &ours, &reached, &mut report)?;
    apart(&doors, &cluster.servers, &mut report);
    if args.connect {
        users::unvisited(&doors, &cluster.servers, &mut report);
    }
    let bank = args.servers.bank(&ours.operator);
    store.read(|records| accounts.report(records, &asked, bank.as_ref(), &reached, &mut report))?;
    let unheard = cluster.unheard.iter().map(unheard_of);
    for reason in asked.unknown.iter().cloned().chain(unheard) {
        let finding = Finding::new(Code::ServerSilent, reason);
        report.add(Subject::Servers, patiently(finding));
    }
    if args.connect {
        users::run(
            ctx,
            &mut store,
            &ours,
            &users::Doors {
                place: &place,
                patience,
                doors: &doors,
                servers: &cluster.servers,
            },
            &mut report,
        )?;
    }
    report.say(ctx, &ours.operator, cluster)
}

/// Tries every address. Where any lets us in, those are the ones that are asked on; else all are, and say themselves why.
fn opened(mut entry: Entry, report: &mut Report) -> Result<(Entry, Vec<Door>), Failure> {
    let mut urls = entry.place.urls.clone();
    for (_, url) in &entry.named {
        if !urls.contains(url) {
            urls.push(url.clone());
        }
    }
    let place = Place {
        urls,
        ..entry.place.clone()
    };
    let doors = doors(&place, &entry.login, entry.patience)?;
    let (open, shut): (Vec<Door>, Vec<Door>) =
        doors.into_iter().partition(|door| door.server.is_ok());
    for door in shut {
        let Err(error) = door.server else { continue };
        let refused = matches!(error, crate::net::NetError::Refused(_));
        let finding = if refused {
            let message = format!(
                "a server takes no user of the system account there: {}",
                error.reason()
            );
            let why = "says which operator and system account it is to have";
            Finding::new(Code::AddressRefused, message).hint(noted("nkeep describe operator", why))
        } else {
            let message = format!("nobody is there: {}", error.reason());
            patiently(Finding::new(Code::AddressUnreachable, message))
        };
        report.add(Subject::Address(door.url), finding);
    }
    let is_open = |url: &String| open.iter().any(|door| door.url == *url);
    if entry.place.urls.iter().any(is_open) {
        entry.place.urls.retain(is_open);
    }
    Ok((entry, open))
}

/// Somebody may answer to whoever waits longer.
fn patiently(finding: Finding) -> Finding {
    match waiting_longer() {
        Some(longer) => finding.hint(longer),
        None => finding,
    }
}

/// Servers that let us in, and that no question came to.
fn apart(doors: &[Door], servers: &[Server], report: &mut Report) {
    for door in doors {
        let Ok(there) = &door.server else { continue };
        if servers.iter().any(|server| server.id == *there) {
            continue;
        }
        let message = "the server there did not answer: it is in no cluster with those that did";
        let alone = format!("nkeep verify -u {}", shell_word(&door.url));
        let hint = noted(alone, "asks it alone");
        let finding = Finding::new(Code::AddressApart, message).hint(hint);
        report.add(Subject::Address(door.url.clone()), finding);
    }
}

/// What each server is, and what its clock says.
fn of_servers(
    ctx: &Ctx,
    args: &Args,
    ours: &Ours,
    reached: &Reached,
    report: &mut Report,
) -> Result<(), Failure> {
    let Reached { link, cluster, .. } = reached;
    let offsets = clocks(link, &cluster.servers, ctx.clock)?;
    let tolerated = i128::try_from(args.tolerance.as_nanos()).unwrap_or(i128::MAX);
    for server in &cluster.servers {
        let running = Running {
            operators: &server.operators,
            issuers: &server.issuers,
            system_account: &server.system_account,
            version: &server.version,
        };
        let subject = || Subject::Server(server.clone());
        report.checked(subject());
        for finding in running.findings(&ours.operator, &side_by_side)? {
            report.add(subject(), finding);
        }
        let offset = offsets
            .get(&server.id)
            .map(|offset| (offset.least, offset.most));
        if let Some(finding) = clock(offset, tolerated) {
            report.add(subject(), finding);
        }
        if let Some(finding) = untrusted(ours, server) {
            report.add(subject(), finding);
        }
        report
            .offsets
            .extend(offset.map(|offset| (server.id.clone(), offset)));
    }
    Ok(())
}

/// Accounts of which a server would store what is here, and lock them out when it starts again (F3).
fn untrusted(ours: &Ours, server: &Server) -> Option<Finding> {
    let names: Vec<String> = had::untrusted(ours, server, |_| true)
        .iter()
        .map(quoted)
        .collect();
    if names.is_empty() {
        return None;
    }
    let which = if names.len() == 1 {
        "account"
    } else {
        "accounts"
    };
    let message = format!("it does not trust what signed {which} {}", some(&names));
    let config = noted(
        "nkeep generate config --nats-resolver",
        "starts it again with what it lacks, before anything is pushed",
    );
    Some(Finding::new(Code::AccountUntrusted, message).hint(config))
}

/// Bounds of a difference between clocks, by the identity of the server.
type Offsets = BTreeMap<String, (i128, i128)>;
