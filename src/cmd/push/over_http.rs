//! `nkeep push` to an account server over HTTP: whose it is, what it is given, and what became of that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

use super::later::Looking;
use super::outdone::{Names, outdo};
use super::refusal::{Refusal, settle};
use super::report::head;
use super::trial::There;
use super::{Args, Asked, expired, pushed};
use crate::cmd::Ctx;
use crate::cmd::servers::had::SOMEWHERE;
use crate::cmd::servers::row::revokes;
use crate::cmd::servers::{take_operator, warn_if_behind};
use crate::jwt::chain;
use crate::jwt::decode::named_issuer;
use crate::net::account_server::AccountServer;
use crate::net::fetching::{Fetched, fetch};
use crate::net::posting::{Outcome, post};
use crate::net::push::Account;
use crate::rotation::open::keys_beside;
use crate::store::sqlite::SqliteStore;
use crate::store::{Listed, Store as _};
use crate::text::{counted, noted, quoted, shell_word, some};
use crate::trust::TrustError;
use crate::trust::beside::Judge;
use crate::trust::new::INITIAL_URL;
use crate::ui::progress::Progress;
use crate::ui::{ExitCode, Failure, Hinted as _, again};

pub fn run(
    ctx: &Ctx,
    args: &Args,
    store: &mut SqliteStore,
    asked: &mut Asked,
    server: &AccountServer,
) -> Result<(), Failure> {
    if !args.only_pushes() {
        return Err(Failure::usage(
            "account servers over HTTP delete nothing: --prune and --account-removal are for NATS servers",
        ))
        .hint("nkeep push --all --account-jwt-server-url nats://HOST:4222");
    }
    // Whoever insists pushes whatever there is to be said.
    let theirs = match server.operator() {
        Err(_) if args.force => None,
        said => said?,
    };
    warn_if_behind(ctx, &asked.operator, &theirs);
    let untrusted = trusted(ctx, asked, server, theirs.as_deref())?;
    let judge = store.read(|records| Judge::of(records, &asked.operator, &theirs))?;
    let beside = store.read(|records| keys_beside(records, &asked.operator.entity))?;
    let mut looking = Looking::new(&judge, beside, asked, ctx.clock.now());
    let mut there = There::default();
    let replaced = look(&mut looking, asked, server, |account, fetched| {
        there.add(&judge, account, fetched)
    })?;
    let (later, latest) = looking.found(store)?;
    let refusals = [untrusted, later, expired(ctx, &asked.accounts)];
    settle(ctx, args.force, refusals.into_iter().flatten().collect())?;
    let outdone = outdo(ctx, store, asked, latest)?;
    let accounts: Vec<Account> = asked.given();
    if ctx.made.is_trial() {
        let place = server.address().to_string();
        let mut document = json!({
            "kind": "push",
            "operator": asked.operator.entity.name.as_str(),
            "account_server": place,
            "signed_anew": outdone.signed,
            "comes_back": outdone.left,
        });
        there.say(ctx, asked, &place, &mut document);
        return match ctx.ui.json() {
            true => ctx.ui.document(&document),
            false => Ok(()),
        };
    }
    let done = Arc::new(AtomicU64::new(0));
    let shown = ctx
        .ui
        .is_waited_for()
        .then(|| Progress::shown("pushed", Arc::clone(&done), accounts.len() as u64));
    let outcomes = post(server, &accounts, &|now| {
        done.store(now as u64, Ordering::Relaxed);
    });
    drop(shown);
    let operator = asked.operator.entity.name.to_string();
    let clients = clients(asked);
    let posted = Posted {
        operator: &operator,
        server: server.address().to_string(),
        accounts: &accounts,
        outcomes: &outcomes,
        replaced: &replaced,
        clients: &clients,
        outdone: &outdone,
    };
    if !posted.is_to_be_told() {
        return posted.say(ctx);
    }
    if args.servers.is_said() {
        posted.say(ctx)?;
        return match posted.is_replaced() {
            true => Err(posted.untold("servers of NATS were not told of it here")),
            false => Ok(()),
        };
    }
    posted.go_on(ctx, args, store, asked)
}

/// Where servers of NATS are, as far as the operator says so.
fn clients(asked: &Asked) -> Option<String> {
    let body = &asked.operator.trusted.claims().body;
    let urls = body.operator_service_urls.iter();
    let urls: Vec<&str> = urls
        .map(String::as_str)
        .filter(|url| *url != INITIAL_URL)
        .collect();
    (!urls.is_empty()).then(|| shell_word(&urls.join(",")))
}

/// Looks at what the server has, shows it, and gives the keys of accounts of which that is another token. What it does not say
/// the push tells of.
fn look(
    looking: &mut Looking<'_>,
    asked: &Asked,
    server: &AccountServer,
    mut show: impl FnMut(&(Listed, String), &Fetched) -> Result<(), TrustError>,
) -> Result<BTreeSet<String>, Failure> {
    let accounts = asked.accounts.iter();
    let keys: Vec<String> = accounts.map(|(one, _)| one.key.clone()).collect();
    let mut others = BTreeSet::new();
    for (one, fetched) in asked.accounts.iter().zip(fetch(server, &keys, &|_| ())) {
        show(one, &fetched)?;
        let (account, ours) = one;
        if let Fetched::There(token) = fetched {
            looking.look(&account.key, &token)?;
            if token != *ours {
                others.insert(account.key.clone());
            }
        }
    }
    Ok(others)
}

/// What the server's operator does not sign: whoever reads accounts there would not take it.
fn trusted(
    ctx: &Ctx,
    asked: &Asked,
    server: &AccountServer,
    token: Option<&str>,
) -> Result<Option<Refusal>, Failure> {
    let ours = &asked.operator.trusted.claims().subject;
    let name = quoted(&asked.operator.entity.name);
    let Some(token) = token else {
        ctx.ui.warning(&format!(
            "{} does not say whose accounts it keeps",
            server.address()
        ));
        return Ok(None);
    };
    let gate = |reason: String, ways: Vec<String>| {
        Ok(Some(Refusal {
            code: ExitCode::Gate,
            reason,
            ways,
            forced: "gives it to the server all the same",
        }))
    };
    let theirs = match asked.operator.told(token) {
        Ok(theirs) => theirs,
        Err(reason) => {
            let reason = format!(
                "{} does not keep the accounts of operator {name} {ours}: {reason}",
                server.address()
            );
            return gate(reason, Vec::new());
        }
    };
    let mut foreign = Vec::new();
    for (account, token) in &asked.accounts {
        if !matches!(
            chain::may_issue_accounts(&theirs, &named_issuer(token)?),
            Ok(true)
        ) {
            foreign.push(quoted(&account.name));
        }
    }
    if foreign.is_empty() {
        return Ok(None);
    }
    let is_behind = theirs.claims().issued_at > asked.operator.trusted.claims().issued_at;
    let reason = format!(
        "by the token of operator {name} that {} has, what signed {} may not",
        server.address(),
        some(&foreign)
    );
    gate(reason, is_behind.then(take_operator).into_iter().collect())
}

/// A push that has ended.
struct Posted<'a> {
    operator: &'a str,
    server: String,
    accounts: &'a [Account],
    outcomes: &'a [Outcome],
    /// Keys of accounts of which the server had another one.
    replaced: &'a BTreeSet<String>,
    /// Where servers of NATS are, where that is known.
    clients: &'a Option<String>,
    /// Accounts of which the server had what is later.
    outdone: &'a Names,
}

impl Posted<'_> {
    fn say(&self, ctx: &Ctx) -> Result<(), Failure> {
        let (all, whole) = (self.accounts.len(), self.count(&Outcome::Same));
        let mut written = Ok(());
        if ctx.ui.json() {
            written = ctx.ui.document(&self.document());
        } else {
            self.text(ctx, whole);
            self.loaded(ctx);
        }
        if whole == all {
            return written;
        }
        let what = counted(all, "account");
        let reason = anyhow::anyhow!("{} of {what} did not come to {}", all - whole, self.server);
        Err(Failure::new(ExitCode::Failed, reason)
            .hint(noted(again(), "what is there already does no harm")))
    }

    fn count(&self, wanted: &Outcome) -> usize {
        let outcomes = self.outcomes.iter();
        outcomes.filter(|outcome| *outcome == wanted).count()
    }

    fn text(&self, ctx: &Ctx, whole: usize) {
        let mut by_reason: BTreeMap<String, (usize, Vec<String>)> = BTreeMap::new();
        for (place, (account, outcome)) in self.accounts.iter().zip(self.outcomes).enumerate() {
            if let Some(reason) = in_words(outcome) {
                let (_, whose) = by_reason
                    .entry(reason)
                    .or_insert_with(|| (place, Vec::new()));
                whose.push(quoted(&account.name));
            }
        }
        let mut in_order: Vec<_> = by_reason.into_iter().collect();
        in_order.sort_by_key(|(_, (place, _))| *place);
        for (reason, (_, accounts)) in in_order {
            let which = match accounts.len() {
                1 => "account",
                _ => "accounts",
            };
            ctx.ui
                .notice(&format!("{which} {}: {reason}", some(&accounts)));
        }
        if whole > 0 {
            let it = match whole {
                1 => "it is there as it is here",
                _ => "each is there as it is here",
            };
            ctx.ui.note(&format!(
                "pushed {} of operator {} to {}, and {it}",
                counted(whole, "account"),
                quoted(self.operator),
                self.server
            ));
        }
    }

    /// An account that shuts somebody out who gets in where servers have loaded another one; it is said where those are.
    fn revoking(&self) -> Option<&Account> {
        self.accounts.iter().find(|account| revokes(&account.token))
    }

    /// Whether servers of NATS must be told as well, so that what is revoked holds, and can be.
    fn is_to_be_told(&self) -> bool {
        let is_whole = self.count(&Outcome::Same) == self.accounts.len();
        is_whole && self.clients.is_some() && self.revoking().is_some()
    }

    /// Whether there was another one before of an account that shuts somebody out.
    fn is_replaced(&self) -> bool {
        let mut accounts = self.accounts.iter();
        accounts.any(|one| self.replaced.contains(&one.key) && revokes(&one.token))
    }

    /// Gives the same to the servers that the operator names: those that have loaded it go on by that.
    fn go_on(
        &self,
        ctx: &Ctx,
        args: &Args,
        store: &mut SqliteStore,
        asked: &mut Asked,
    ) -> Result<(), Failure> {
        let mut document = self.document();
        if !ctx.ui.json() {
            self.text(ctx, self.accounts.len());
        }
        let subjects = args.subjects(false);
        let reached = args.servers.reach(ctx, store, &asked.operator, &subjects);
        let verdict = match reached {
            Ok(reached) => {
                let mut told = head(self.operator, &reached.cluster);
                let verdict = pushed(ctx, args, store, asked, &reached, &mut told);
                document["told"] = told;
                verdict
            }
            Err(failure) => {
                let why = format!("servers of NATS were not told: {}", failure.message());
                Err(self.untold(&why))
            }
        };
        let written = match ctx.ui.json() {
            true => ctx.ui.document(&document),
            false => Ok(()),
        };
        verdict?;
        written
    }

    /// What is revoked may not hold yet.
    fn untold(&self, why: &str) -> Failure {
        let name = self.revoking().map_or("", |account| &account.name);
        let reason = anyhow::anyhow!(
            "what account {} revokes came to {}, and {why}; those that have loaded it go on by what they loaded",
            quoted(name),
            self.server
        );
        let which = match self.accounts {
            [only] => format!("-a {}", shell_word(&only.name)),
            _ => "-A".to_owned(),
        };
        let clients = self.clients.as_deref().unwrap_or(SOMEWHERE);
        let push = format!("nkeep push {which} -u {clients}");
        Failure::new(ExitCode::Failed, reason)
            .hint(noted(push, "gives it to servers that use it, at once"))
    }

    /// Servers that read accounts there read each once.
    fn loaded(&self, ctx: &Ctx) {
        let both = self.accounts.iter().zip(self.outcomes);
        let changed = both.filter(|(account, outcome)| {
            let may_be_other = self.replaced.contains(&account.key);
            **outcome == Outcome::Same && may_be_other
        });
        let names: Vec<&str> = changed.map(|(account, _)| &*account.name).collect();
        let (what, which) = match &*names {
            [] => return,
            [only] => (
                format!("account {}", quoted(only)),
                format!("-a {}", shell_word(only)),
            ),
            several => (counted(several.len(), "account"), "-A".to_owned()),
        };
        ctx.ui.warning(&format!(
            "servers that have loaded {what} go on by what they loaded, until they start again or are given what is here"
        ));
        let clients = self.clients.as_deref().unwrap_or(SOMEWHERE);
        let push = format!("nkeep push {which} -u {clients}");
        ctx.next(&noted(push, "gives it to servers that use it, at once"));
    }

    fn document(&self) -> Value {
        let accounts = self.accounts.iter().zip(self.outcomes);
        let accounts = accounts.map(|(account, outcome)| {
            json!({
                "name": account.name,
                "public_key": account.key,
                "pushed": *outcome == Outcome::Same,
                "result": result(outcome),
                "replaced": self.replaced.contains(&account.key),
                "reason": in_words(outcome),
            })
        });
        json!({
            "kind": "push",
            "operator": self.operator,
            "account_server": self.server,
            "signed_anew": self.outdone.signed,
            "comes_back": self.outdone.left,
            "failed": self.accounts.len() - self.count(&Outcome::Same),
            "accounts": accounts.collect::<Vec<_>>(),
            "told": null,
        })
    }
}

const fn result(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Same => "updated",
        Outcome::Different => "different",
        Outcome::Pending(_) => "pending",
        Outcome::Refused(_) => "refused",
        Outcome::Untried => "untried",
    }
}

fn in_words(outcome: &Outcome) -> Option<String> {
    Some(match outcome {
        Outcome::Same => return None,
        Outcome::Different => "the server took it, and has something else afterwards".to_owned(),
        Outcome::Pending(words) if words.is_empty() => {
            "the server has it, and somebody there has to say yes first".to_owned()
        }
        Outcome::Pending(words) => {
            format!("the server has it, and somebody there has to say yes first: {words}")
        }
        Outcome::Refused(error) => error.to_string(),
        Outcome::Untried => "not tried, as the server was not there for others".to_owned(),
    })
}
