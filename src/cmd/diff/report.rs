//! What a comparison comes to, as people and scripts read it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Counts;
use super::said::{has, who};
use crate::cmd::Ctx;
use crate::cmd::servers::had::{Asked, Hidden, address, have_used};
use crate::cmd::servers::row::{Row, Seen};
use crate::cmd::servers::take_elsewhere;
use crate::cmd::servers::{counting, servers_json, take_operator, unheard_json, unheard_of};
use crate::net::cluster::{Cluster, Server};
use crate::net::named::how_many;
use crate::text::{counted, noted, quoted, shell_word, some};
use crate::trust::served::Served;
use crate::ui::{ExitCode, Failure, shown};

/// What was found.
#[derive(Default)]
pub struct Report<'a> {
    /// Accounts that are everywhere as they are here.
    pub same: usize,
    /// How many of those have expired.
    pub expired: usize,
    /// Those of which a server says nothing that may have them.
    pub hidden: Vec<Hidden>,
    /// Where servers are, where any of those revokes users.
    pub places: BTreeMap<String, String>,
    /// Accounts of which no server says anything: none uses them, where none keeps any.
    pub unseen: usize,
    /// Servers, and names of accounts of which they do not trust what signed them: what they keep they go not by.
    pub untrusted: Vec<(&'a Server, Vec<&'a str>)>,
    /// All others.
    pub rows: Vec<Row>,
}

impl Report<'_> {
    /// Says it; what differs is a failure.
    pub fn say(
        &self,
        ctx: &Ctx,
        operator: &Served,
        cluster: &Cluster,
        asked: &Asked,
    ) -> Result<(), Failure> {
        let servers = &cluster.servers;
        let is_others = |row: &&Row| row.is_of_others(servers);
        let of_others = self.rows.iter().filter(is_others).count();
        let different = self.rows.len() - of_others;
        if ctx.ui.json() {
            ctx.ui.document(&self.json(operator, cluster, asked))?;
        } else {
            let mut text = String::new();
            for row in self.rows.iter().filter(|row| !is_others(row)) {
                for line in row.lines(servers) {
                    text.push_str(&format!("{}\n", shown(&line)));
                }
            }
            ctx.ui.text(&text)?;
        }
        self.remarks(ctx, servers, of_others, asked);
        let unheard = self.unheard(operator, cluster, asked);
        let everywhere = match (self.untrusted.is_empty(), self.hidden.is_empty(), &unheard) {
            (false, ..) => "kept on servers as here, trusted or not",
            (true, true, None) => "as here on every server",
            _ => "as here on the servers that say so",
        };
        if different > 0 {
            self.same(ctx, operator, everywhere);
            return Err(self.verdict(operator, servers, different, asked));
        }
        if let Some((server, accounts)) = self.untrusted.first() {
            self.same(ctx, operator, everywhere);
            return Err(untrusted(server, accounts));
        }
        if let Some(failure) = unheard {
            return Err(failure);
        }
        if let Some(hidden) = self.hidden.iter().find(|hidden| hidden.revokes) {
            return Err(self.not_known(operator, servers, hidden));
        }
        self.same(ctx, operator, everywhere);
        if self.same == 0 && self.unseen > 0 {
            return Err(nothing(asked.keepers));
        }
        Ok(())
    }

    /// How many accounts are as they are here, and where.
    fn sentence(&self, operator: &Served, place: &str) -> String {
        format!(
            "{} of operator {} {} {place}",
            counted(self.same, "account"),
            quoted(&operator.entity.name),
            if self.same == 1 { "is" } else { "are" },
        )
    }

    fn same(&self, ctx: &Ctx, operator: &Served, place: &str) {
        ctx.ui.note(&self.sentence(operator, place));
    }

    /// Where not all is known: how many servers say what.
    fn unheard(&self, operator: &Served, cluster: &Cluster, asked: &Asked) -> Option<Failure> {
        let unheard = cluster.unheard.first().map(unheard_of);
        let reason = asked.unknown.first().cloned().or(unheard)?;
        let answered = cluster.servers.len();
        let named = how_many(&cluster.unheard);
        // Who is named may be one that the others miss already.
        let all = cluster.expected.max(answered + named);
        let place = match all > answered {
            true => format!("as here on {answered} of {}", counted(all, "server")),
            false => "as here as far as servers say so".to_owned(),
        };
        let reason = anyhow::anyhow!("{}: {reason}", self.sentence(operator, &place));
        let failure = Failure::new(ExitCode::Failed, reason);
        Some(match named {
            0 => failure,
            _ => failure.hint(counting(cluster)),
        })
    }

    /// Whoever is revoked may get in where nobody says what is there.
    fn not_known(&self, operator: &Served, servers: &[Server], hidden: &Hidden) -> Failure {
        let reason = anyhow::anyhow!(
            "{}; account {} revokes users, and what {} of it is not known, as nobody uses it there",
            self.sentence(operator, "as here on the servers that say so"),
            quoted(&hidden.name),
            has(servers, &hidden.who),
        );
        Failure::new(ExitCode::Failed, reason).hint(have_used(
            &hidden.name,
            hidden.user.as_deref(),
            address(&self.places, &hidden.who.known),
        ))
    }

    fn remarks(&self, ctx: &Ctx, servers: &[Server], of_others: usize, asked: &Asked) {
        // The first is what it ends with.
        for reason in asked.unknown.iter().skip(1) {
            ctx.ui.warning(reason);
        }
        if self.expired > 0 {
            ctx.ui.warning(&format!(
                "{} of those that are the same have expired: nobody is let in there",
                counted(self.expired, "account")
            ));
        }
        let mut hidden: BTreeMap<String, usize> = BTreeMap::new();
        for one in self.hidden.iter().filter(|one| !one.revokes) {
            *hidden.entry(has(servers, &one.who)).or_default() += 1;
        }
        for (what, count) in hidden {
            ctx.ui.warning(&format!(
                "what {what} of {} is not known, as nobody uses {} there",
                counted(count, "account"),
                if count == 1 { "it" } else { "them" },
            ));
        }
        if self.unseen > 0 && asked.keepers == 0 {
            ctx.ui.warning(&format!(
                "no server keeps accounts, and none uses {} of these: what they find when one is used, they do not know yet",
                self.unseen
            ));
        }
        if of_others > 0 {
            ctx.ui.note(&format!(
                "servers have {} of other operators, whom they trust",
                counted(of_others, "account")
            ));
        }
    }

    fn verdict(
        &self,
        operator: &Served,
        servers: &[Server],
        different: usize,
        asked: &Asked,
    ) -> Failure {
        let name = quoted(&operator.entity.name);
        let reason = anyhow::anyhow!(
            "{} of operator {name} {} on servers as here",
            counted(different, "account"),
            if different == 1 { "is not" } else { "are not" },
        );
        let reason = match asked.unknown.first() {
            Some(unknown) => anyhow::anyhow!("{reason}, and {unknown}"),
            None => reason,
        };
        let mut failure = Failure::new(ExitCode::Problems, reason);
        let operators = servers.iter().flat_map(|server| &server.operators);
        if operator.later(operators).is_some() {
            failure = failure.hint(take_operator());
        }
        let rows = || self.rows.iter().filter(|row| !row.is_of_others(servers));
        let is_elsewhere = |row: &&Row| row.seen.iter().any(Seen::is_from_elsewhere);
        // A push of all is refused before that.
        if let Some(row) = rows().find(is_elsewhere) {
            failure = failure.hint(take_elsewhere(&shell_word(&row.name)));
        }
        let is_pushed = |row: &&Row| row.is_to_be_pushed() && !is_elsewhere(row);
        let pushed: Vec<&Row> = rows().filter(is_pushed).collect();
        match *pushed {
            [] => {}
            [one] => {
                let name = shell_word(&one.name);
                let push = format!("nkeep push -a {name}");
                failure = failure.hint(noted(push, "gives servers what is here"));
            }
            _ => failure = failure.hint(noted("nkeep push -A", "gives servers what is here")),
        }
        if rows().any(Row::is_to_be_pulled) {
            failure = failure.hint(noted("nkeep pull -A", "takes what is newer there"));
        }
        if rows().any(|row| row.ours.is_none()) {
            let prune = "nkeep push --prune --dry-run";
            failure = failure.hint(noted(prune, "lists what servers would delete"));
        }
        failure
    }

    fn json(&self, operator: &Served, cluster: &Cluster, asked: &Asked) -> Value {
        let servers = &cluster.servers;
        let (others, rows): (Vec<&Row>, Vec<&Row>) =
            self.rows.iter().partition(|row| row.is_of_others(servers));
        let mut counts = Counts::new();
        for what in rows.iter().flat_map(|row| row.what()) {
            *counts.entry(what).or_default() += 1;
        }
        let hidden = self.hidden.iter().map(|hidden| {
            json!({
                "name": hidden.name,
                "public_key": hidden.key,
                "revokes": hidden.revokes,
                "servers": who(servers, &hidden.who),
            })
        });
        let untrusted = self.untrusted.iter().map(|(server, accounts)| {
            json!({ "id": server.id, "name": server.name, "accounts": accounts })
        });
        json!({
            "kind": "diff",
            "operator": operator.entity.name.as_str(),
            "servers": servers_json(cluster),
            "expected_servers": cluster.expected,
            "unheard_servers": unheard_json(cluster),
            "keeping_servers": asked.keepers,
            "unknown": asked.unknown,
            "behind": operator.later(servers.iter().flat_map(|one| &one.operators)).is_some(),
            "same": self.same,
            "expired": self.expired,
            "hidden": self.hidden.len(),
            "not_known": hidden.collect::<Vec<_>>(),
            "unseen": self.unseen,
            "different": rows.len(),
            "counts": counts,
            "untrusted": untrusted.collect::<Vec<_>>(),
            "accounts": rows.iter().map(|row| row.json(servers)).collect::<Vec<_>>(),
            "of_others": others.iter().map(|row| row.json(servers)).collect::<Vec<_>>(),
        })
    }
}

/// A server stores such an account all the same, and goes by the one that it had, or locks its users out.
fn untrusted(server: &Server, accounts: &[&str]) -> Failure {
    let names: Vec<String> = accounts.iter().map(quoted).collect();
    let which = if names.len() == 1 {
        "account"
    } else {
        "accounts"
    };
    let reason = anyhow::anyhow!(
        "server {} does not trust what signed {which} {}: what it keeps of that it does not go by",
        quoted(&server.name),
        some(&names)
    );
    Failure::new(ExitCode::Problems, reason).hint(noted(
        "nkeep generate config --nats-resolver",
        "starts it again with what it lacks",
    ))
}

/// There is nothing that the store could be compared with.
fn nothing(keepers: usize) -> Failure {
    let failure = |reason: &'static str| {
        Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("nothing could be compared: {reason}"),
        )
    };
    if keepers > 0 {
        return failure("no server has such an account").hint("nkeep diff");
    }
    failure("no server keeps accounts, and none uses any of these").hint(noted(
        "nkeep generate config --nats-resolver",
        "is what servers are started with that keep them",
    ))
}
