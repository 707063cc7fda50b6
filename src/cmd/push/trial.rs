//! What `push --dry-run` tells of each account that would go: what is there now.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Asked;
use crate::cmd::Ctx;
use crate::cmd::servers::Reached;
use crate::cmd::servers::had::{Ours, ask};
use crate::cmd::servers::row::{Found, compare, read};
use crate::net::fetching::Fetched;
use crate::store::Listed;
use crate::text::{counted, quoted, some};
use crate::trust::TrustError;
use crate::trust::beside::{Age, Judge};
use crate::trust::served::Served;
use crate::ui::Failure;

/// What is there of accounts, by their keys: how it differs, as `diff` calls it, and not at all where it is as here. Those of
/// which nobody says anything are missing.
#[derive(Default)]
pub struct There {
    found: BTreeMap<String, BTreeSet<&'static str>>,
    /// What servers did not say.
    unknown: Vec<String>,
}

impl There {
    /// What servers have.
    pub fn of_servers(
        ctx: &Ctx,
        asked: &Asked,
        reached: &Reached,
        judge: &Judge,
    ) -> Result<Self, Failure> {
        let accounts = asked.accounts.iter();
        let ours = Ours {
            operator: Served::of(asked.operator.entity.clone())?,
            accounts: accounts
                .map(|one| (one.0.key.clone(), one.clone()))
                .collect(),
            only: match &*asked.accounts {
                [(one, _)] => Some(one.key.clone()),
                _ => None,
            },
        };
        let now = ctx.clock.now();
        let mut found = BTreeMap::new();
        let mut failed = None;
        let answered = ask(ctx, reached, &ours, "compared", &mut |spread| {
            let key = spread.key.clone();
            match compare(&ours, judge, spread, now) {
                Ok(Found::Same { .. }) => {
                    found.insert(key, BTreeSet::new());
                }
                Ok(Found::Other(row)) => {
                    found.insert(key, row.what());
                }
                Ok(Found::Unseen) => {}
                Err(error) => failed = Some(error),
            }
        })?;
        match failed {
            Some(error) => Err(error.into()),
            None => Ok(Self {
                found,
                unknown: answered.unknown,
            }),
        }
    }

    /// Adds what an account server has.
    pub fn add(
        &mut self,
        judge: &Judge,
        (account, ours): &(Listed, String),
        fetched: &Fetched,
    ) -> Result<(), TrustError> {
        let how = match fetched {
            Fetched::There(token) if token == ours => None,
            Fetched::There(token) => Some(match judge.word(&account.key, token) {
                Ok(word) => Age::of(&word.token, &read(ours)?).name(),
                Err(_) => "unreadable",
            }),
            Fetched::Absent => Some("missing"),
            Fetched::Refused(_) | Fetched::Untried => return Ok(()),
        };
        let how = how.into_iter().collect();
        self.found.insert(account.key.clone(), how);
        Ok(())
    }

    /// Says what would go there, and adds it to the document.
    pub fn say(&self, ctx: &Ctx, asked: &Asked, place: &str, document: &mut Value) {
        document["accounts"] = asked
            .accounts
            .iter()
            .map(|(one, _)| self.json(one))
            .collect();
        document["unknown"] = json!(self.unknown);
        if ctx.ui.json() {
            return;
        }
        for reason in &self.unknown {
            ctx.ui.warning(reason);
        }
        let all = asked.accounts.len();
        ctx.ui
            .note(&format!("{} would go to {place}", counted(all, "account")));
        let mut by_state: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (one, _) in &asked.accounts {
            for state in self.states(&one.key) {
                by_state.entry(state).or_default().push(quoted(&one.name));
            }
        }
        for (state, names) in by_state {
            ctx.ui.note(&format!("{state}: {}", some(&names)));
        }
    }

    /// What is there of one, in words.
    fn states(&self, key: &str) -> Vec<&'static str> {
        match self.found.get(key) {
            None => vec!["what is there is not known"],
            Some(differences) if differences.is_empty() => vec!["there as here already"],
            Some(differences) => differences.iter().map(|one| in_words(one)).collect(),
        }
    }

    fn json(&self, account: &Listed) -> Value {
        let differences = self.found.get(&account.key);
        let there = match differences {
            None => "not_known",
            Some(differences) if differences.is_empty() => "same",
            Some(_) => "different",
        };
        json!({
            "name": account.name,
            "public_key": account.key,
            "there": there,
            "differences": differences.into_iter().flatten().collect::<Vec<_>>(),
        })
    }
}

fn in_words(difference: &str) -> &'static str {
    match difference {
        "missing" => "not there",
        "older" => "older there",
        "newer" => "newer there",
        "twin" => "signed there in the same second, and otherwise",
        "former_key" => "signed there by a key that the operator has no more",
        "later_key" => "signed there by a key that a later token of the operator names",
        "foreign" => "signed there by somebody else",
        "expired" => "expired there",
        _ => "there, and no token of it",
    }
}
