//! `nkeep push --prune` and `--account-removal`: servers delete accounts that they keep.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Args, Asked};
use crate::cmd::Ctx;
use crate::cmd::servers::{Reached, counting, take_operator, unheard_of, warn_if_behind};
use crate::jwt::decode::{Token, decode};
use crate::net::cluster::{Cluster, in_order};
use crate::net::held::{Held, Keys, Wanted, each, keepers, kept};
use crate::net::removal::{Outcome, remove};
use crate::store::Store as _;
use crate::store::sqlite::SqliteStore;
use crate::text::{counted, noted, quoted, shell_word, some};
use crate::trust::readmission::revoke_user;
use crate::trust::revoke::ANYBODY;
use crate::trust::superseded::retired;
use crate::trust::withdraw;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

/// An account that servers have and the operator has not.
struct Extra {
    key: String,
    /// What its tokens call it, and who signed them.
    names: BTreeSet<String>,
    issuers: BTreeSet<String>,
}

/// Has servers delete what is to go, and adds what became of it to the document.
pub fn run(
    ctx: &Ctx,
    args: &Args,
    store: &mut SqliteStore,
    asked: &Asked,
    reached: &Reached,
    document: &mut Value,
) -> Result<(), Failure> {
    let Reached { link, cluster, .. } = reached;
    let before = kept(link, &cluster.servers)?;
    if before.is_empty() {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("no server keeps accounts: there is nothing to delete"),
        ))
        .hint("nkeep generate config --nats-resolver");
    }
    let accounts = match &asked.removal {
        Some(key) => vec![key.clone()],
        None => extra(ctx, args, store, asked, reached, &before, document)?,
    };
    document["removed"] = json!([]);
    if let Some((name, users)) = &asked.removed {
        ctx.ui.notice(&format!(
            "operator {} has account {}, with {}: on servers nobody gets in there any more, and what is pushed brings it back",
            quoted(&asked.operator.entity.name),
            quoted(name),
            counted(*users, "user")
        ));
    }
    if accounts.is_empty() {
        ctx.ui.note("servers have no account that is to go");
        return Ok(());
    }
    let is_asked_for = ctx.stand_in.is_some();
    if ctx.made.is_trial() && !is_asked_for {
        ctx.ui.note(&format!(
            "{} would be deleted on {}",
            counted(accounts.len(), "account"),
            counted(before.len(), "server")
        ));
        return Ok(());
    }
    whole(args, cluster)?;
    if asked.removal.is_none() {
        not_behind(ctx, args, asked, reached)?;
    }
    let is_asked = asked.removal.is_none() || asked.removed.is_some();
    if is_asked && !ctx.made.is_trial() {
        confirmed(ctx, args, accounts.len(), before.len())?;
    }
    let keyring = ctx.keyring(store)?;
    let now = ctx.clock.now();
    let requests = store
        .read(|records| withdraw::requests(records, &*keyring, &asked.operator, &accounts, now))?;
    if ctx.made.is_trial() {
        return Ok(());
    }
    let outcomes = remove(link, &cluster.servers, &before, &requests, &accounts)?;
    document["removed"] = json!(accounts);
    document["removals"] = removals(cluster, &outcomes);
    if document.get("failed").is_none() {
        document["failed"] = json!(0);
    }
    let name = asked.removed.as_ref().map(|(name, _)| name.as_str());
    said(ctx, cluster, &accounts, name, &outcomes)
}

/// What one server deletes, the others give it back that did not answer.
fn whole(args: &Args, cluster: &Cluster) -> Result<(), Failure> {
    if args.force || (cluster.missing() == 0 && cluster.unheard.is_empty()) {
        return Ok(());
    }
    if let (0, Some(unheard)) = (cluster.missing(), cluster.unheard.first()) {
        let would = "would give the others back what they delete";
        let reason = anyhow::anyhow!("nothing was deleted: {}, and {would}", unheard_of(unheard));
        return Err(Failure::new(ExitCode::Failed, reason))
            .hint(counting(cluster))
            .hint(called_with("--force"));
    }
    Err(Failure::new(
        ExitCode::Failed,
        anyhow::anyhow!(
            "nothing was deleted: {} did not answer, and would give the others back what they delete",
            counted(cluster.missing(), "server")
        ),
    ))
    .hint(noted(
        called_with("--force"),
        "deletes it where servers are all the same",
    ))
}

/// What a store that is behind does not have may be what was added elsewhere.
fn not_behind(ctx: &Ctx, args: &Args, asked: &Asked, reached: &Reached) -> Result<(), Failure> {
    if !args.pushes() {
        warn_if_behind(ctx, &asked.operator, reached.operators());
    }
    if args.force || asked.operator.later(reached.operators()).is_none() {
        return Ok(());
    }
    let name = quoted(&asked.operator.entity.name);
    Err(Failure::new(
        ExitCode::Gate,
        anyhow::anyhow!(
            "nothing was deleted: servers go by a later token of operator {name} than is here, and what is not here may be what \
             was added elsewhere"
        ),
    ))
    .hint(take_operator())
    .hint(noted(
        called_with("--force"),
        "deletes there what the store does not know of, too",
    ))
}

/// The accounts that servers have and the operator has not: those that it signed, and with `--foreign` all others.
fn extra(
    ctx: &Ctx,
    args: &Args,
    store: &mut SqliteStore,
    asked: &Asked,
    reached: &Reached,
    before: &Keys,
    document: &mut Value,
) -> Result<Vec<String>, Failure> {
    let cluster = &reached.cluster;
    let systems = cluster.servers.iter().map(|server| &*server.system_account);
    let systems: BTreeSet<&str> = systems.chain(asked.operator.system_account()).collect();
    let keys: BTreeSet<&String> = before.values().flatten().collect();
    let keys: Vec<String> = keys
        .into_iter()
        .filter(|key| !asked.known.contains(*key) && !systems.contains(key.as_str()))
        .cloned()
        .collect();
    let ours = issuers(store, asked, cluster)?;
    let extra = tokens(reached, keys)?.into_iter().map(described);
    let (mine, foreign): (Vec<Extra>, Vec<Extra>) =
        extra.partition(|one| !one.issuers.is_empty() && one.issuers.is_subset(&ours));
    for one in &mine {
        ctx.ui.notice(&format!(
            "operator {} has no account {}",
            quoted(&asked.operator.entity.name),
            one.shown()
        ));
    }
    for one in &foreign {
        let whose = "another operator signed account";
        ctx.ui.notice(&format!("{whose} {}", one.shown()));
    }
    document["extra"] = mine.iter().map(Extra::json).collect();
    document["foreign"] = foreign.iter().map(Extra::json).collect();
    if !foreign.is_empty() && !args.foreign {
        ctx.ui.note(&format!(
            "{} of others stay: --foreign deletes them, too",
            counted(foreign.len(), "account")
        ));
    }
    let foreign = foreign.into_iter().filter(|_| args.foreign);
    Ok(mine.into_iter().chain(foreign).map(|one| one.key).collect())
}

/// The keys that sign accounts of this operator or did, by its token and history here, and by those that servers have.
fn issuers(
    store: &mut SqliteStore,
    asked: &Asked,
    cluster: &Cluster,
) -> Result<BTreeSet<String>, Failure> {
    let operator = &asked.operator;
    let claims = operator.trusted.claims();
    let mut ours = store.read(|records| retired(records, &operator.entity))?;
    ours.extend(claims.body.signing_keys.iter().cloned());
    ours.insert(claims.subject.clone());
    for token in cluster.servers.iter().flat_map(|server| &server.operators) {
        if let Ok(told) = operator.told(token) {
            ours.extend(told.claims().body.signing_keys.iter().cloned());
        }
    }
    Ok(ours)
}

/// What those servers have that keep all accounts.
fn tokens(reached: &Reached, keys: Vec<String>) -> Result<Vec<Held>, Failure> {
    let Reached { link, cluster, .. } = reached;
    let wanted: Vec<Wanted> = keys
        .into_iter()
        .map(|key| Wanted {
            key,
            kept: true,
            used: false,
        })
        .collect();
    let mut found = Vec::new();
    if !wanted.is_empty() {
        let keepers = keepers(link, &cluster.servers)?;
        each(link, &cluster.servers, keepers, &wanted, &mut |held| {
            found.push(held);
        })?;
    }
    found.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(found)
}

fn described(held: Held) -> Extra {
    let Held { key, kept, .. } = held;
    let (mut names, mut issuers) = (BTreeSet::new(), BTreeSet::new());
    for (token, _) in &kept {
        match decode(token) {
            Ok(Token::Account(token)) if token.claims().subject == key => {
                names.insert(token.claims().name.clone());
                issuers.insert(token.claims().issuer.clone());
            }
            // Nobody knows who signed that.
            _ => {
                issuers.insert(String::new());
            }
        }
    }
    Extra {
        key,
        names,
        issuers,
    }
}

impl Extra {
    fn shown(&self) -> String {
        let names: Vec<String> = self.names.iter().map(quoted).collect();
        format!("{} {}", some(&names), self.key).trim().to_owned()
    }

    fn json(&self) -> Value {
        json!({ "public_key": self.key, "names": self.names, "issuers": self.issuers })
    }
}

fn confirmed(ctx: &Ctx, args: &Args, accounts: usize, servers: usize) -> Result<(), Failure> {
    if args.yes {
        return Ok(());
    }
    let what = format!(
        "{} on {}",
        counted(accounts, "account"),
        counted(servers, "server")
    );
    let Some(mut prompt) = ctx.prompt() else {
        return Err(Failure::usage(format!(
            "{what} would be deleted, and nobody is here to say yes"
        )))
        .hint(called_with("--yes"));
    };
    match prompt.line(&format!("Delete {what} (yes or no)"))?.as_str() {
        "yes" | "y" => Ok(()),
        _ => Err(Failure::usage("nothing was deleted")).hint(called_with("--dry-run")),
    }
}

fn removals(cluster: &Cluster, outcomes: &BTreeMap<String, Outcome>) -> Value {
    let each = in_order(&cluster.servers, outcomes).map(|(server, outcome)| {
        let (result, reason) = match outcome {
            Outcome::Removed => ("removed", None),
            Outcome::Absent => ("absent", None),
            Outcome::Refused(reason) => ("refused", Some(reason)),
            Outcome::Silent => ("silent", None),
        };
        json!({ "id": server.id, "name": server.name, "result": result, "reason": reason })
    });
    each.collect()
}

fn said(
    ctx: &Ctx,
    cluster: &Cluster,
    accounts: &[String],
    name: Option<&str>,
    outcomes: &BTreeMap<String, Outcome>,
) -> Result<(), Failure> {
    let (mut removed, mut failed, mut forbidden) = (0, 0, false);
    for (server, outcome) in in_order(&cluster.servers, outcomes) {
        let server = quoted(&server.name);
        match outcome {
            Outcome::Removed => removed += 1,
            Outcome::Absent => {
                ctx.ui
                    .note(&format!("server {server} lists no such account"));
            }
            Outcome::Refused(reason) => {
                failed += 1;
                forbidden |= reason.contains("delete must be enabled");
                ctx.ui.notice(&format!("server {server} refuses: {reason}"));
            }
            Outcome::Silent => {
                failed += 1;
                ctx.ui.notice(&format!("server {server} did not answer"));
            }
        }
    }
    let what = counted(accounts.len(), "account");
    if removed > 0 {
        ctx.ui
            .note(&format!("deleted {what} on {}", counted(removed, "server")));
    }
    if failed == 0 {
        return Ok(());
    }
    let failure = Failure::new(
        ExitCode::Failed,
        anyhow::anyhow!(
            "{what} to be deleted may be on {} still",
            counted(failed, "server")
        ),
    );
    Err(if forbidden {
        let failure = failure.hint(noted(
            "nkeep generate config --nats-resolver --allow-delete --config-file resolver.conf",
            "and start the servers with it again",
        ));
        match name {
            Some(name) => failure.hint(shut_out(name)),
            None => failure,
        }
    } else {
        failure.hint(noted(crate::ui::again(), "once more"))
    })
}

/// What shuts everybody out of an account of the store at once, wherever servers delete nothing.
fn shut_out(name: &str) -> String {
    let name = shell_word(name);
    noted(
        format!("nkeep {} -a {name}", revoke_user(ANYBODY, None)),
        format!(
            "and nkeep push -a {name} shut everybody out of it at once, on servers that delete nothing, too"
        ),
    )
}
