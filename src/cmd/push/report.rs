//! What became of a push, by account and server.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::files::input::is_url;
use crate::cmd::servers::had::{address, have_used};
use crate::cmd::servers::row::revokes;
use crate::cmd::servers::{counting, servers_json, unheard_json};
use crate::net::NetError;
use crate::net::cluster::{Cluster, Server, in_order};
use crate::net::held::Keys;
use crate::net::push::{Account, Outcome, Pushed, Report};
use crate::text::{counted, noted, quoted, shell_word, some};
use crate::ui::{ExitCode, Failure, again, again_unforced};

/// A user who may have servers use an account, where there is one, and where servers are.
pub type Roused = (Option<String>, BTreeMap<String, String>);

/// What says that of the account with that key.
pub type Rousing<'a> = &'a mut dyn FnMut(&str) -> Result<Roused, Failure>;

/// A push that has ended.
pub struct Pushes<'a> {
    pub operator: &'a str,
    /// Where the operator says that accounts go to.
    pub account_server: &'a str,
    pub cluster: &'a Cluster,
    /// Servers that keep no accounts, where others do.
    pub forgetful: &'a [&'a Server],
    /// Which accounts servers list, where some keep all and others do not.
    pub lists: Option<&'a Keys>,
    /// Keys of accounts that no server keeps, and the operator's account server has.
    pub banked: &'a BTreeSet<String>,
    pub accounts: &'a [Account],
    pub outcome: &'a Report,
}

impl Pushes<'_> {
    /// Says it, and adds it to the document; what did not come to every server is a failure. `rousing` is asked for what
    /// has servers use an account.
    pub fn say(
        &self,
        ctx: &Ctx,
        document: &mut Value,
        rousing: Rousing<'_>,
    ) -> Result<(), Failure> {
        self.describe(document);
        if !ctx.ui.json() {
            self.text(ctx);
        }
        let (all, whole) = (self.accounts.len(), self.whole());
        let reason = if let Some(ended) = &self.outcome.ended {
            anyhow::Error::new(ended.clone()).context(format!(
                "{whole} of {} came to every server",
                counted(all, "account")
            ))
        } else if whole < all {
            anyhow::anyhow!(
                "{} of {} did not come to every server",
                all - whole,
                counted(all, "account")
            )
        } else if self.cluster.missing() > 0 {
            anyhow::anyhow!(
                "{} came to {} of {}, and to no more",
                counted(all, "account"),
                self.cluster.servers.len(),
                counted(self.cluster.expected, "server")
            )
        } else if !self.outcome.strangers.is_empty() {
            anyhow::anyhow!("servers have accounts now that did not say whom they trust")
        } else if self.kept() < all {
            return Err(not_kept(all - self.kept(), self.account_server));
        } else if let Some((account, servers)) = self.unrevoked() {
            return Err(self.not_known(account, &servers, rousing(&account.key)?));
        } else if let (false, Some(name)) = (self.cluster.unheard.is_empty(), self.revoking()) {
            return Err(half_revoked(self.cluster, name, once_more(document)));
        } else {
            return Ok(());
        };
        let code = match &self.outcome.ended {
            Some(NetError::Interrupted) => ExitCode::Interrupted,
            _ => ExitCode::Failed,
        };
        Err(Failure::new(code, reason).hint(noted(
            once_more(document),
            "what is there already does no harm",
        )))
    }

    /// An account that revokes somebody, where there is any.
    fn revoking(&self) -> Option<&str> {
        let revokes = |account: &&Account| revokes(&account.token);
        Some(&self.accounts.iter().find(revokes)?.name)
    }

    /// An account that revokes somebody, and servers that may let them in by what they have of it, where there are any.
    fn unrevoked(&self) -> Option<(&Account, Vec<&Server>)> {
        let mut both = self.accounts.iter().zip(&self.outcome.pushed);
        both.find_map(|(account, pushed)| {
            let servers = self.hiding(account, pushed);
            (!servers.is_empty()).then_some((account, servers))
        })
    }

    /// Servers that did not take what an account revokes, as nobody uses it there, and have one in their cache, or in what they
    /// were started with, of which they say nothing.
    fn hiding(&self, account: &Account, pushed: &Pushed) -> Vec<&Server> {
        let Some(lists) = self.lists else {
            return Vec::new();
        };
        let is_hiding = |server: &&Server| {
            let listed = lists.get(&server.id);
            pushed.outcomes.get(&server.id) == Some(&Outcome::Skipped)
                && listed.is_none_or(|keys| keys.contains(&account.key))
        };
        let servers: Vec<&Server> = self.cluster.servers.iter().filter(is_hiding).collect();
        match servers.is_empty() || revokes(&account.token) {
            true => servers,
            false => Vec::new(),
        }
    }

    /// Whoever is revoked may get in where a server goes by what it had.
    fn not_known(&self, account: &Account, servers: &[&Server], by: Roused) -> Failure {
        let is_cache = |server: &&&Server| {
            let lists = self.lists;
            lists.is_some_and(|lists| lists.contains_key(&server.id))
        };
        let (caches, others): (Vec<&&Server>, Vec<&&Server>) = servers.iter().partition(is_cache);
        let named = |servers: &[&&Server], one: &str, several: &str| {
            let names: Vec<String> = servers.iter().map(|server| quoted(&server.name)).collect();
            let (which, has) = match names.len() {
                1 => ("server", one),
                _ => ("servers", several),
            };
            format!("{which} {} {has}", some(&names))
        };
        let mut has = Vec::new();
        if !caches.is_empty() {
            has.push(named(&caches, "has in its cache", "have in their caches"));
        }
        if !others.is_empty() {
            has.push(named(&others, "was started with", "were started with"));
        }
        let name = quoted(&account.name);
        let reason = anyhow::anyhow!(
            "account {name} revokes users, and what {} of it is not known, as nobody uses it there: whoever is revoked may get in",
            has.join(", and what ")
        );
        let (user, places) = by;
        let ids = servers.iter().map(|server| &server.id);
        let way = have_used(&account.name, user.as_deref(), address(&places, ids));
        let mut failure = Failure::new(ExitCode::Failed, reason);
        // Where nobody is left, it speaks of caches.
        if user.is_some() || !caches.is_empty() {
            failure = failure.hint(way);
        }
        if user.is_some() {
            failure = failure.hint(noted(
                format!("nkeep push -a {}", shell_word(&account.name)),
                "after that, is taken there; so is what a server reads that starts with an empty cache",
            ));
        }
        match others.is_empty() {
            true => failure,
            false => failure.hint(noted(
                "nkeep generate config --mem-resolver",
                "is for servers with accounts in memory: start or reload them with it",
            )),
        }
    }

    fn whole(&self) -> usize {
        let pushed = self.outcome.pushed.iter();
        pushed.filter(|one| one.is_whole()).count()
    }

    /// How many there are when servers start again.
    fn kept(&self) -> usize {
        let both = self.accounts.iter().zip(&self.outcome.pushed);
        both.filter(|(account, pushed)| self.stays(account, pushed))
            .count()
    }

    /// How many are not done.
    fn failed(&self) -> usize {
        let both = self.accounts.iter().zip(&self.outcome.pushed);
        both.filter(|(account, pushed)| !self.is_done(account, pushed))
            .count()
    }

    /// Whether it is there when servers start again, and what it revokes holds wherever it is.
    fn is_done(&self, account: &Account, pushed: &Pushed) -> bool {
        self.stays(account, pushed) && self.hiding(account, pushed).is_empty()
    }

    fn stays(&self, account: &Account, pushed: &Pushed) -> bool {
        pushed.is_kept() || self.banked.contains(&account.key)
    }

    fn text(&self, ctx: &Ctx) {
        let mut accounts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (account, pushed) in self.accounts.iter().zip(&self.outcome.pushed) {
            for reason in self.reasons(pushed) {
                accounts
                    .entry(reason)
                    .or_default()
                    .push(quoted(&account.name));
            }
        }
        for (reason, accounts) in accounts {
            let which = if accounts.len() == 1 {
                "account"
            } else {
                "accounts"
            };
            ctx.ui
                .notice(&format!("{which} {}: {reason}", some(&accounts)));
        }
        for server in &self.outcome.strangers {
            ctx.ui.warning(&format!(
                "server {} answered, and had not said whom it trusts",
                quoted(server)
            ));
        }
        if self.outcome.senseless > 0 {
            let answers = counted(self.outcome.senseless, "answer");
            ctx.ui
                .warning(&format!("{answers} of servers made no sense"));
        }
        self.taken(ctx);
        for server in self.forgetful {
            ctx.ui.warning(&format!(
                "server {} keeps no accounts: what it took it forgets when it starts again, and goes by what it is started with",
                quoted(&server.name)
            ));
        }
        if !self.forgetful.is_empty() {
            ctx.next(&noted(
                "nkeep generate config --mem-resolver",
                "is for servers with accounts in memory: start them with it",
            ));
        }
        for (server, accounts) in in_order(&self.cluster.servers, &self.passed_over()) {
            let them = if *accounts == 1 { "it" } else { "them" };
            ctx.ui.warning(&format!(
                "server {} does not use {}, and did not take {them}: where its cache has an earlier one, it lets users in by that",
                quoted(&server.name),
                counted(*accounts, "account")
            ));
        }
        let pushed = self.outcome.pushed.iter();
        let nowhere = pushed.filter(|pushed| pushed.is_nowhere()).count();
        if nowhere > 0 {
            ctx.ui.warning(&format!(
                "no server uses {} now, or keeps it: each is read where servers have accounts from, when it is used",
                counted(nowhere, "account")
            ));
        }
    }

    /// What servers have now, and for how long.
    fn taken(&self, ctx: &Ctx) {
        let both = self.accounts.iter().zip(&self.outcome.pushed);
        let kept = both.clone().filter(|(_, pushed)| pushed.is_kept()).count();
        let passing = both
            .filter(|(_, pushed)| pushed.is_whole() && !pushed.is_kept() && !pushed.is_nowhere());
        let (banked, passing): (Vec<_>, Vec<_>) =
            passing.partition(|(account, _)| self.banked.contains(&account.key));
        let read = |it: &str| {
            format!(
                "none of which keeps accounts, and {} has {it} as here, where they read accounts when they start",
                self.account_server
            )
        };
        let (read_one, read_several) = (read("it"), read("each"));
        let counts = [
            (
                kept,
                "pushed",
                "and it is there as it is here",
                "and each is there as it is here",
            ),
            (banked.len(), "gave", &read_one, &read_several),
            (passing.len(), "gave", NOT_KEPT, NOT_KEPT),
        ];
        for (count, verb, one, several) in counts {
            if count > 0 {
                let accounts = counted(count, "account");
                let operator = quoted(self.operator);
                let servers = counted(self.cluster.servers.len(), "server");
                let kept = if count == 1 { one } else { several };
                ctx.ui.note(&format!(
                    "{verb} {accounts} of operator {operator} to {servers}, {kept}"
                ));
            }
        }
    }

    /// Servers that keep only what is used there, beside others that keep all, and how many accounts they did not take.
    fn passed_over(&self) -> BTreeMap<String, usize> {
        let mut servers = BTreeMap::new();
        for pushed in self.outcome.pushed.iter().filter(|one| !one.is_nowhere()) {
            for (server, outcome) in &pushed.outcomes {
                let forgets = self.forgetful.iter().any(|known| known.id == *server);
                if *outcome == Outcome::Skipped && !forgets {
                    *servers.entry(server.clone()).or_default() += 1;
                }
            }
        }
        servers
    }

    /// What is wrong, by server.
    fn reasons(&self, pushed: &Pushed) -> Vec<String> {
        let mut reasons: Vec<String> = in_order(&self.cluster.servers, &pushed.outcomes)
            .filter_map(|(server, outcome)| {
                let server = quoted(&server.name);
                match outcome {
                    Outcome::Updated | Outcome::Skipped => None,
                    Outcome::Refused(reason) => Some(format!("server {server} refuses: {reason}")),
                    Outcome::Silent => Some(format!("server {server} did not answer")),
                }
            })
            .collect();
        if pushed.kept.other > 0 {
            reasons.push(format!(
                "{} something else afterwards",
                have(pushed.kept.other)
            ));
        }
        let silent = pushed
            .asked
            .saturating_sub(pushed.kept.same + pushed.kept.other);
        if silent > 0 {
            reasons.push(format!("{} not said what is there", have(silent)));
        }
        reasons
    }

    fn describe(&self, document: &mut Value) {
        document["keeping_servers"] = json!(self.outcome.keeping);
        let forgetful = self.forgetful.iter();
        document["forgetful_servers"] = forgetful
            .map(|server| json!({ "id": server.id, "name": server.name }))
            .collect();
        document["unknown_servers"] = json!(self.outcome.strangers);
        document["unreadable_answers"] = json!(self.outcome.senseless);
        document["failed"] = json!(self.failed());
        let accounts = self.accounts.iter().zip(&self.outcome.pushed);
        let accounts = accounts.map(|(account, pushed)| {
            let servers = in_order(&self.cluster.servers, &pushed.outcomes);
            let servers = servers.map(|(server, outcome)| {
                let (result, reason) = result(outcome);
                json!({ "id": server.id, "name": server.name, "result": result, "reason": reason })
            });
            let hiding = self.hiding(account, pushed);
            let hiding = hiding.iter().map(|server| &server.name);
            json!({
                "name": account.name,
                "public_key": account.key,
                "pushed": self.is_done(account, pushed),
                "in_account_server": self.banked.contains(&account.key),
                "servers": servers.collect::<Vec<_>>(),
                "not_known_of": hiding.collect::<Vec<_>>(),
                "asked_again": pushed.asked,
                "same": pushed.kept.same,
                "different": pushed.kept.other,
            })
        });
        document["accounts"] = accounts.collect();
    }
}

/// Said of servers that have accounts until they end.
const NOT_KEPT: &str = "none of which keeps accounts when it ends";

/// What no server has when it starts again is not done, though it binds those who are connected.
fn not_kept(accounts: usize, account_server: &str) -> Failure {
    let were = if accounts == 1 { "was" } else { "were" };
    let reason = anyhow::anyhow!(
        "{} {were} not kept by any server: those that have it have it until they start again",
        counted(accounts, "account")
    );
    let failure = Failure::new(ExitCode::Failed, reason);
    if is_url(account_server) {
        let push = format!("nkeep push -A -u {}", shell_word(account_server));
        return failure.hint(noted(push, "is where servers read them when they start"));
    }
    failure
        .hint(noted(
            "nkeep generate config --mem-resolver",
            "is for servers with accounts in memory: start or reload them with it",
        ))
        .hint(noted(
            "nkeep generate config --nats-resolver",
            "is what servers are started with that keep them",
        ))
}

/// The command to push once more. What was signed anew is later than what is there: nobody has to insist any longer.
fn once_more(document: &Value) -> String {
    let signed = document["signed_anew"].as_array();
    match signed.is_some_and(|signed| !signed.is_empty()) {
        true => again_unforced(),
        false => again(),
    }
}

/// Whoever is revoked gets in where a server is that was not told, and that one may give the others back what it has.
fn half_revoked(cluster: &Cluster, account: &str, push: String) -> Failure {
    let reason = anyhow::anyhow!(
        "what account {} revokes came to {}, and to none that is named and did not answer",
        quoted(account),
        counted(cluster.servers.len(), "server")
    );
    Failure::new(ExitCode::Failed, reason)
        .hint(noted(push, "when they are there"))
        .hint(counting(cluster))
}

/// What a document begins with: whose servers these are.
pub fn head(operator: &str, cluster: &Cluster) -> Value {
    json!({
        "kind": "push",
        "operator": operator,
        "servers": servers_json(cluster),
        "expected_servers": cluster.expected,
        "unheard_servers": unheard_json(cluster),
    })
}

fn have(servers: usize) -> String {
    if servers == 1 {
        "1 server has".to_owned()
    } else {
        format!("{servers} servers have")
    }
}

const fn result(outcome: &Outcome) -> (&'static str, Option<&String>) {
    match outcome {
        Outcome::Updated => ("updated", None),
        Outcome::Skipped => ("skipped", None),
        Outcome::Refused(reason) => ("refused", Some(reason)),
        Outcome::Silent => ("silent", None),
    }
}
