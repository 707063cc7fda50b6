//! What a pull comes to, as people and scripts read it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::one::{Other, Taken};
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::cmd::changed::{changes, told};
use crate::cmd::servers::had::Ours;
use crate::cmd::servers::{servers_json, unheard_json};
use crate::jwt::claims::Account;
use crate::jwt::decode::Unverified;
use crate::net::cluster::Cluster;
use crate::net::http::Address;
use crate::net::spread::Spread;
use crate::text::{counted, noted, quoted, shell_word, some};
use crate::trust::beside::{Judge, Signer, Word};
use crate::trust::pulled::{Obstacle, Pulled};
use crate::ui::{ExitCode, Failure, again};

/// So many accounts are told one by one; a document has all.
const SHOWN: usize = 50;

/// Who was asked.
#[derive(Clone, Copy)]
pub enum Asked<'a> {
    /// NATS servers.
    Servers(&'a Cluster),
    /// An account server.
    AccountServer(&'a Address),
}

/// What was taken, and what was not.
#[derive(Default)]
pub struct Report {
    /// How many are there as they are here.
    pub same: usize,
    /// What stays unknown, and why.
    pub unknown: Vec<String>,
    /// The operator's later token, where it was taken.
    pub operator_token: Option<Value>,
    taken: Vec<Taken>,
    behind: Vec<Behind>,
    /// Accounts of the store that nobody else has, by name and key.
    absent: Vec<(String, String)>,
    refused: Vec<Refused>,
    others: Vec<Other>,
    /// How many tokens servers have of accounts of which they have several.
    several: BTreeMap<String, usize>,
}

/// An account that is later here.
struct Behind {
    name: String,
    key: String,
    issued_at: i64,
}

/// An account that was not taken.
struct Refused {
    name: String,
    key: String,
    obstacle: Obstacle,
}

impl Report {
    /// Keeps the operator's word of an account apart from what others say.
    pub fn sort(&mut self, judge: &Judge, ours: &Ours, spread: Spread) -> (String, Vec<Word>) {
        let key = spread.key;
        let own = ours.accounts.get(&key);
        let tokens: Vec<String> = spread.copies.into_iter().map(|copy| copy.token).collect();
        if tokens.is_empty() {
            if let Some((listed, _)) = own.filter(|_| spread.absent.count > 0 && spread.silent == 0)
            {
                self.absent.push((listed.name.clone(), key.clone()));
            }
            return (key, Vec::new());
        }
        if own.is_some_and(|(_, own)| tokens.iter().all(|token| token == own)) {
            self.same += 1;
            return (key, Vec::new());
        }
        if tokens.len() > 1 {
            self.several.insert(key.clone(), tokens.len());
        }
        let mut words = Vec::new();
        for token in tokens {
            let word = judge.word(&key, &token);
            if let Ok(word) = &word
                && word.signer == Signer::Operator
            {
                words.push(word.clone());
                continue;
            }
            self.others.push(Other::of(
                &key,
                own.map(|(listed, _)| listed.name.as_str()),
                word,
            ));
        }
        (key, words)
    }

    /// An account that is later here.
    pub fn behind(&mut self, ours: &Ours, key: &str, token: &Unverified<Account>) {
        self.behind.push(Behind {
            name: name_of(ours, key).unwrap_or_default(),
            key: key.to_owned(),
            issued_at: token.claims().issued_at,
        });
    }

    /// An account that is not taken.
    pub fn refuse(&mut self, ours: &Ours, key: String, name: String, obstacle: Obstacle) {
        self.refused.push(Refused {
            name: name_of(ours, &key).unwrap_or(name),
            key,
            obstacle,
        });
    }

    /// Accounts that are about to be taken.
    pub fn take(&mut self, pulled: &[Pulled]) {
        let taken = pulled.iter().map(|one| Taken {
            name: one.entity.name.to_string(),
            key: one.entity.key.to_string(),
            outcome: match (&one.before, one.over_later) {
                (None, _) => "new",
                (Some(_), false) => "newer",
                (Some(_), true) => "overwritten",
            },
            is_new: one.before.is_none(),
            issued_at: one.issued_at(),
            told: one.changes.iter().filter_map(told).collect(),
            changes: changes(&one.changes),
            let_in: one.let_in.clone(),
            keys_missing: one.keys_missing,
        });
        self.taken = taken.collect();
    }

    /// Where nothing is ever deleted, that is no way out.
    pub fn without_removals(&mut self) {
        for refused in &mut self.refused {
            let ways = &mut refused.obstacle.ways;
            ways.retain(|(command, _)| !command.contains("--account-removal"));
        }
    }

    /// Says it; what was in the way is a failure.
    pub fn say(&self, ctx: &Ctx, ours: &Ours, asked: Asked<'_>) -> Result<(), Failure> {
        if ctx.ui.json() {
            ctx.ui.document(&self.json(ctx, ours, asked))?;
        } else {
            self.text(ctx);
        }
        for reason in &self.unknown {
            ctx.ui.warning(reason);
        }
        self.verdict(ours)
    }

    fn text(&self, ctx: &Ctx) {
        for taken in self.taken.iter().take(SHOWN) {
            taken.text(ctx, self.several.get(&taken.key).copied());
        }
        if self.taken.len() > SHOWN {
            let more = counted(self.taken.len() - SHOWN, "account");
            ctx.ui
                .note(&format!("pulled {more} more: --json tells of each"));
        }
        for (key, count) in &self.several {
            let is_told = self.taken.iter().any(|taken| taken.key == *key);
            if !is_told {
                ctx.ui
                    .note(&format!("servers have {count} tokens of account {key}"));
            }
        }
        self.text_of_behind(ctx);
        for refused in &self.refused {
            ctx.ui.notice(&format!(
                "account {} {} is not taken: {}",
                quoted(&refused.name),
                refused.key,
                refused.obstacle.reason
            ));
        }
        self.text_of_others(ctx);
        match (self.taken.len(), self.same) {
            (0, 0) => ctx.ui.note("nothing was taken"),
            (taken, same) => ctx.ui.note(&format!(
                "pulled {}; {} {} as here",
                counted(taken, "account"),
                counted(same, "account"),
                if same == 1 { "is" } else { "are" }
            )),
        }
        if self.came_to_nothing() {
            return;
        }
        self.text_of_absent(ctx);
        let behind = self.behind.iter().map(|one| &one.name);
        let absent = self.absent.iter().map(|(name, _)| name);
        match &*behind.chain(absent).collect::<Vec<_>>() {
            [] => {}
            [one] => ctx.next(&format!("nkeep push -a {}", shell_word(one))),
            _ => ctx.next("nkeep push -A"),
        }
    }

    fn text_of_behind(&self, ctx: &Ctx) {
        for behind in self.behind.iter().take(SHOWN) {
            ctx.ui.note(&format!(
                "account {} {} is older on servers, signed {}: what is here stays",
                quoted(&behind.name),
                behind.key,
                absolute(behind.issued_at)
            ));
        }
        if self.behind.len() > SHOWN {
            let more = counted(self.behind.len() - SHOWN, "account");
            ctx.ui.note(&format!("so it is with {more} more"));
        }
    }

    fn text_of_absent(&self, ctx: &Ctx) {
        let names: Vec<String> = self.absent.iter().map(|(name, _)| quoted(name)).collect();
        if let [one] = &*names {
            ctx.ui.note(&format!("account {one} is not on servers"));
        } else if !names.is_empty() {
            let names = some(&names);
            ctx.ui.note(&format!("accounts {names} are not on servers"));
        }
    }

    fn text_of_others(&self, ctx: &Ctx) {
        let (ours, foreign): (Vec<&Other>, Vec<&Other>) = self.others.iter().partition(|other| {
            let known = [Some(Signer::Former), Some(Signer::Later)];
            other.is_ours || known.contains(&other.signer)
        });
        for other in ours {
            ctx.ui.notice(&format!(
                "account {} {}: not taken is a token on servers, {}",
                quoted(&other.name),
                other.key,
                other.reason
            ));
        }
        if !foreign.is_empty() {
            let shown: Vec<String> = foreign.iter().map(|other| other.shown()).collect();
            ctx.ui.note(&format!(
                "{} of others on servers {} not taken: {}",
                counted(foreign.len(), "account"),
                if foreign.len() == 1 { "is" } else { "are" },
                some(&shown)
            ));
        }
    }

    fn verdict(&self, ours: &Ours) -> Result<(), Failure> {
        if !self.refused.is_empty() {
            let what = counted(self.refused.len(), "account");
            let are = if self.refused.len() == 1 { "is" } else { "are" };
            let error = anyhow::anyhow!("{what} on servers {are} not taken");
            let mut failure = Failure::new(ExitCode::Tampered, error);
            for (command, why) in self
                .refused
                .iter()
                .flat_map(|one| &one.obstacle.ways)
                .take(SHOWN)
            {
                failure = failure.hint(noted(command, why));
            }
            if self.refused.iter().any(|one| one.obstacle.may_be_forced) {
                let forced = crate::ui::called_with("--overwrite-newer");
                failure = failure.hint(noted(forced, "takes what servers have all the same"));
            }
            return Err(failure);
        }
        if let Some(reason) = self.unknown.first() {
            let what = counted(self.taken.len(), "account");
            let error = anyhow::anyhow!("{what} taken, and there may be more: {reason}");
            let failure = Failure::new(ExitCode::Failed, error);
            return Err(failure.hint(noted(again(), "once more")));
        }
        if self.came_to_nothing() {
            return Err(nowhere(ours));
        }
        Ok(())
    }

    /// Whether servers had nothing at all.
    fn came_to_nothing(&self) -> bool {
        self.same == 0
            && self.operator_token.is_none()
            && self.taken.is_empty()
            && self.behind.is_empty()
            && self.refused.is_empty()
            && self.others.is_empty()
    }

    fn json(&self, ctx: &Ctx, ours: &Ours, asked: Asked<'_>) -> Value {
        let taken = self.taken.iter().map(|one| one.json(ctx));
        let behind = self.behind.iter().map(
            |one| json!({ "name": one.name, "public_key": one.key, "issued_at": one.issued_at }),
        );
        let conflicts = self.refused.iter().map(|one| {
            let ways = one.obstacle.ways.iter();
            let hints: Vec<String> = ways
                .map(|(command, why)| ctx.command(&noted(command, why)))
                .collect();
            json!({
                "name": one.name,
                "public_key": one.key,
                "reason": one.obstacle.reason,
                "hints": hints,
            })
        });
        let others = self.others.iter().map(|one| {
            json!({
                "name": one.name,
                "public_key": one.key,
                "signed_by": one.signer.map(Signer::name),
                "issuer": one.issuer,
                "reason": one.reason,
            })
        });
        let absent = self
            .absent
            .iter()
            .map(|(name, key)| json!({ "name": name, "public_key": key }));
        let mut document = json!({
            "kind": "pull",
            "operator": ours.operator.entity.name.as_str(),
            "unknown": self.unknown,
            "dry_run": ctx.made.is_trial(),
            "operator_token": self.operator_token,
            "same": self.same,
            "taken": taken.collect::<Vec<_>>(),
            "absent": absent.collect::<Vec<_>>(),
            "behind": behind.collect::<Vec<_>>(),
            "conflicts": conflicts.collect::<Vec<_>>(),
            "not_ours": others.collect::<Vec<_>>(),
            "several": self.several,
        });
        if let Value::Object(fields) = &mut document {
            fields.extend(asked.fields());
        }
        document
    }
}

impl Asked<'_> {
    fn fields(self) -> Map<String, Value> {
        let named = |(name, value): (&str, Value)| (name.to_owned(), value);
        match self {
            Self::Servers(cluster) => [
                ("servers", servers_json(cluster)),
                ("expected_servers", cluster.expected.into()),
                ("unheard_servers", unheard_json(cluster)),
            ]
            .map(named)
            .into_iter()
            .collect(),
            Self::AccountServer(address) => [("account_server", address.to_string().into())]
                .map(named)
                .into_iter()
                .collect(),
        }
    }
}

/// There was nothing to take, and nothing to leave.
fn nowhere(ours: &Ours) -> Failure {
    let failure =
        |what: String| Failure::new(ExitCode::Failed, anyhow::anyhow!("no server has {what}"));
    let Some(key) = &ours.only else {
        let name = quoted(&ours.operator.entity.name);
        return failure(format!("an account of operator {name}"))
            .hint(noted("nkeep push -A", "gives servers what is here"));
    };
    let name = name_of(ours, key).unwrap_or_else(|| key.clone());
    let failure = failure(format!("account {}", quoted(&name)));
    match ours.accounts.contains_key(key) {
        true => failure.hint(noted(
            format!("nkeep push -a {}", shell_word(&name)),
            "gives it to servers",
        )),
        false => failure.hint("nkeep diff"),
    }
}

fn name_of(ours: &Ours, key: &str) -> Option<String> {
    let here = ours.accounts.get(key);
    here.map(|(listed, _)| listed.name.clone())
}
