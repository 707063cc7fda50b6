//! `nkeep pull`.

mod one;
mod operator_token;
mod over_http;
mod report;

use std::collections::BTreeMap;

use operator_token::Later;
use report::{Asked, Report};

use super::Ctx;
use super::example::Example;
use super::servers::ServerArgs;
use crate::cmd::servers::had::{self, Ours, SUBJECTS};
use crate::cmd::words::naming::UnderOperator;
use crate::nkey::PublicKey;
use crate::store::Store as _;
use crate::store::sqlite::SqliteStore;
use crate::text::counted;
use crate::trust::beside::{Judge, Word};
use crate::trust::pulled::{Fate, Obstacle, Pulled, Pulling, take};
use crate::trust::{TrustError, must_be_worked_on};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What is newer on servers, and what the store has not",
        line: "nkeep pull --all",
    },
    Example {
        purpose: "What is newer at an account server",
        line: "nkeep pull -A -u http://localhost:9090/jwt/v1",
    },
    Example {
        purpose: "What would be taken of one account",
        line: "nkeep pull -a ACME --dry-run",
    },
    Example {
        purpose: "What a store that is behind would take: the operator's later token, and what was signed for it",
        line: "nkeep pull --operator-token --dry-run",
    },
];

/// Take accounts from servers that are newer there, or not in the store
///
/// Every server is asked. Taken is what the operator's keys signed, and of several tokens the newest, in one change; what is
/// other then is told claim by claim. What is newer in the store stays. What is not the operator's word is shown and never
/// taken, nor is what a clock signed that is ahead. Exit code 7 when something is in the way: two tokens of one second,
/// somebody who is revoked in the store and not there, or comes back by a key that was taken away here, what was changed there and
/// here, a name that another account has, an account that was deleted here.
///
/// Where servers go by a later token of the operator than the store has, the store is behind, and says so. With
/// --operator-token it is shown, and taken with all accounts once somebody has said yes: it is of the same identity, signed by
/// it, later, and holds now. What it lets no longer hold has to be later on servers, too.
///
/// An account server over HTTP is asked for each account of the store, and for those that it lists, if it lists any.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    operator: UnderOperator,
    /// Account, by its name or public key; else the selected one, or the only one
    #[arg(long, short, value_name = "NAME", conflicts_with = "all")]
    account: Option<String>,
    /// All accounts of the operator
    #[arg(long, short = 'A')]
    all: bool,
    /// Take the operator's token that servers go by, too, where it is later; with all accounts
    #[arg(long, conflicts_with = "account")]
    operator_token: bool,
    /// Take the operator's token without asking
    #[arg(long, requires = "operator_token")]
    yes: bool,
    /// Take the operator's token even if a key comes back with it, and sign anew what no longer holds by it
    #[arg(long, requires = "operator_token")]
    force: bool,
    /// Put what servers have in place of what is newer in the store, also where that lets somebody in again
    #[arg(long, short = 'F')]
    overwrite_newer: bool,
    #[command(flatten)]
    servers: ServerArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let mut ours = store.read(|records| args.ours(ctx, records))?;
    store.read(|records| must_be_worked_on(records, &ours.operator.entity))?;
    if let Some(server) = args.servers.account_server(ctx, &ours.operator, "pull")? {
        return over_http::run(ctx, args, &mut store, &mut ours, &server);
    }
    let reached = args
        .servers
        .reach(ctx, &mut store, &ours.operator, &SUBJECTS)?;
    let tokens: Vec<String> = reached.operators().cloned().collect();
    let later = operator_token::found(ctx, args, &mut store, &mut ours, tokens.iter())?;
    let judge = store.read(|records| Judge::of(records, &ours.operator, &tokens))?;
    let mut report = Report::default();
    let mut found = BTreeMap::new();
    let asked = had::ask(ctx, &reached, &ours, "asked", &mut |spread| {
        let (key, words) = report.sort(&judge, &ours, spread);
        if !words.is_empty() {
            found.insert(key, words);
        }
    })?;
    report.unknown = asked.unknown;
    taken(ctx, args, &mut store, &ours, later, &mut report, found)?;
    report.say(ctx, &ours, Asked::Servers(&reached.cluster))
}

/// Takes what is to be taken of what was found.
fn taken(
    ctx: &Ctx,
    args: &Args,
    store: &mut SqliteStore,
    ours: &Ours,
    later: Option<Later>,
    report: &mut Report,
    found: BTreeMap<String, Vec<Word>>,
) -> Result<(), Failure> {
    let pulled = decided(ctx, args, store, ours, report, found)?;
    report.take(&pulled);
    if let Some(later) = later {
        let keyring = ctx.keyring(store)?;
        let accounts = counted(pulled.len(), "account");
        let note = ctx.note("pull", format!("took the operator's token and {accounts}"));
        let (before, after) = (&later.before, &ours.operator);
        let signed = store.transact(note, &*keyring, |changes| {
            let force = args.force;
            crate::trust::operator_token::take(changes, &*keyring, before, after, pulled, force)
        })?;
        report.operator_token = Some(later.taken(ctx, after, &signed));
        return Ok(());
    }
    if !pulled.is_empty() && !ctx.made.is_trial() {
        let keyring = ctx.keyring(store)?;
        let note = ctx.note("pull", format!("took {}", counted(pulled.len(), "account")));
        store.transact(note, &*keyring, |changes| take(changes, pulled))?;
    }
    Ok(())
}

impl Args {
    fn ours(&self, ctx: &Ctx, records: &dyn crate::store::Records) -> Result<Ours, TrustError> {
        if self.all || self.operator_token {
            return Ours::of(ctx, records, &self.operator, None);
        }
        if let Some(wanted) = &self.account {
            return Ours::of(ctx, records, &self.operator, Some(wanted));
        }
        let account = self.operator.account(ctx, records, None)?;
        Ours::of(ctx, records, &self.operator, Some(&account.key.to_string()))
    }
}

/// What becomes of each account of which there is a word of the operator's.
fn decided(
    ctx: &Ctx,
    args: &Args,
    store: &mut SqliteStore,
    ours: &Ours,
    report: &mut Report,
    found: BTreeMap<String, Vec<Word>>,
) -> Result<Vec<Pulled>, Failure> {
    let pulling = Pulling {
        operator: &ours.operator.trusted,
        parent: ours.operator.entity.key,
        force: args.overwrite_newer,
        revives: args.overwrite_newer || args.account.is_some(),
        now: ctx.clock.now(),
    };
    let mut names: BTreeMap<String, PublicKey> = BTreeMap::new();
    let mut pulled = Vec::new();
    store.read(|records| {
        for (key, words) in found {
            let name = words[0].token.claims().name.clone();
            match pulling.fate(records, &key, words)? {
                Fate::Same => report.same += 1,
                Fate::Foreign => {}
                Fate::Behind(token) => report.behind(ours, &key, &token),
                Fate::Refused(obstacle) => report.refuse(ours, key, name, obstacle),
                Fate::Taken(one) => {
                    let holder = names.insert(one.entity.name.folded(), one.entity.key);
                    match holder {
                        None => pulled.push(*one),
                        Some(holder) => report.refuse(ours, key, name, shared_name(&holder)),
                    }
                }
            }
        }
        Ok::<_, TrustError>(())
    })?;
    Ok(pulled)
}

fn shared_name(holder: &PublicKey) -> Obstacle {
    Obstacle {
        reason: format!("servers have another account of that name, {holder}"),
        ways: Vec::new(),
        may_be_forced: false,
    }
}
