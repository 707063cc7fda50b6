//! What became of a push, by account and server.

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::net::cluster::Cluster;
use crate::net::push::{Account, Outcome, Pushed, Report};
use crate::text::quoted;
use crate::trust::resign::counted;
use crate::ui::{ExitCode, Failure};

/// A push that has ended.
pub struct Pushes<'a> {
    pub operator: &'a str,
    pub cluster: &'a Cluster,
    pub accounts: &'a [Account],
    pub outcome: &'a Report,
}

impl Pushes<'_> {
    /// Says it; what did not come to every server is a failure.
    pub fn say(&self, ctx: &Ctx) -> Result<(), Failure> {
        let whole = self
            .outcome
            .pushed
            .iter()
            .filter(|one| one.is_whole())
            .count();
        let failed = self.accounts.len() - whole;
        let written = if ctx.ui.json() {
            ctx.ui.document(&self.json(failed))
        } else {
            self.text(ctx, whole);
            Ok(())
        };
        if let Some(ended) = &self.outcome.ended {
            return Err(
                Failure::new(ExitCode::Failed, anyhow::Error::new(ended.clone()))
                    .context(format!(
                        "{whole} of {} were pushed",
                        counted(self.accounts.len(), "account")
                    ))
                    .hint("nkeep push --all"),
            );
        }
        if failed > 0 || self.cluster.missing() > 0 {
            written?;
            let servers = match self.cluster.missing() {
                0 => String::new(),
                missing => format!(", and {} did not answer at all", counted(missing, "server")),
            };
            return Err(Failure::new(
                ExitCode::Failed,
                anyhow::anyhow!(
                    "{} did not come to every server{servers}",
                    counted(failed, "account")
                ),
            )
            .hint("nkeep push --all"));
        }
        written
    }

    fn name_of(&self, server: &str) -> String {
        let known = self.cluster.servers.iter().find(|known| known.id == server);
        known.map_or_else(|| server.to_owned(), |known| known.name.clone())
    }

    fn text(&self, ctx: &Ctx, whole: usize) {
        let servers = counted(self.cluster.servers.len(), "server");
        for (account, pushed) in self.accounts.iter().zip(&self.outcome.pushed) {
            for reason in self.reasons(pushed) {
                ctx.ui
                    .notice(&format!("account {}: {reason}", quoted(&account.name)));
            }
        }
        if whole == 0 {
            return;
        }
        let kept = match self.outcome.keeping {
            0 => "which have it until they start again: none of them keeps accounts".to_owned(),
            _ => "and is there as it is in the store".to_owned(),
        };
        let what = counted(whole, "account");
        ctx.ui.note(&format!(
            "pushed {what} of operator {} to {servers}, {kept}",
            quoted(self.operator)
        ));
    }

    /// What is wrong, by server.
    fn reasons(&self, pushed: &Pushed) -> Vec<String> {
        let mut reasons: Vec<String> = pushed
            .outcomes
            .iter()
            .filter_map(|(server, outcome)| {
                let server = quoted(self.name_of(server));
                match outcome {
                    Outcome::Updated | Outcome::Skipped => None,
                    Outcome::Refused(reason) => {
                        Some(format!("server {server} refused it: {reason}"))
                    }
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
            reasons.push(format!(
                "{} did not say what they have",
                counted(silent, "server")
            ));
        }
        reasons
    }

    fn json(&self, failed: usize) -> Value {
        let accounts = self.accounts.iter().zip(&self.outcome.pushed);
        json!({
            "kind": "push",
            "operator": self.operator,
            "servers": self.cluster.servers.iter().map(|server| json!({
                "id": server.id, "name": server.name, "version": server.version,
            })).collect::<Vec<_>>(),
            "expected_servers": self.cluster.expected,
            "keeping_servers": self.outcome.keeping,
            "failed": failed,
            "accounts": accounts.map(|(account, pushed)| json!({
                "name": account.name,
                "public_key": account.key,
                "pushed": pushed.is_whole(),
                "servers": pushed.outcomes.iter().map(|(server, outcome)| {
                    let (result, reason) = result(outcome);
                    json!({ "id": server, "name": self.name_of(server), "result": result, "reason": reason })
                }).collect::<Vec<_>>(),
                "asked_again": pushed.asked,
                "same": pushed.kept.same,
                "different": pushed.kept.other,
            })).collect::<Vec<_>>(),
        })
    }
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
