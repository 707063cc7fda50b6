//! Accounts of the store beside what servers have, as findings.

use std::collections::BTreeMap;

use super::report::{Report, Subject};
use crate::clock::UnixSeconds;
use crate::cmd::servers::had::{Asked, Hidden, Ours, find_users, have_used, without_read};
use crate::cmd::servers::row::{Found, Row, Seen, compare, mark_deleted, mark_elsewhere};
use crate::cmd::servers::take_elsewhere;
use crate::cmd::servers::{Reached, take_operator};
use crate::net::account_server::AccountServer;
use crate::net::cluster::Server;
use crate::net::spread::Spread;
use crate::store::Records;
use crate::text::{noted, quoted, shell_word, some};
use crate::trust::TrustError;
use crate::trust::beside::Judge;
use crate::trust::running::{Code, Finding};

/// What was found of accounts so far.
pub struct Accounts<'a> {
    ours: &'a Ours,
    judge: &'a Judge,
    servers: &'a [Server],
    now: UnixSeconds,
    same: usize,
    /// Keys of those that are the same, and have expired.
    expired: Vec<String>,
    /// Those of which a server says nothing that may have them.
    hidden: Vec<Hidden>,
    /// Keys of those of which no server says anything.
    unseen: Vec<String>,
    rows: Vec<Row>,
    failed: Option<TrustError>,
}

impl<'a> Accounts<'a> {
    pub const fn new(
        ours: &'a Ours,
        judge: &'a Judge,
        servers: &'a [Server],
        now: UnixSeconds,
    ) -> Self {
        Self {
            ours,
            judge,
            servers,
            now,
            same: 0,
            expired: Vec::new(),
            hidden: Vec::new(),
            unseen: Vec::new(),
            rows: Vec::new(),
            failed: None,
        }
    }

    /// Compares one.
    pub fn take(&mut self, spread: Spread) {
        let (key, hidden) = (spread.key.clone(), Hidden::of(self.ours, &spread));
        match compare(self.ours, self.judge, spread, self.now) {
            Ok(Found::Same { expired }) => {
                self.same += 1;
                self.hidden.extend(hidden);
                if expired {
                    self.expired.push(key);
                }
            }
            Ok(Found::Unseen) => {
                self.unseen.push(key);
                self.hidden.extend(hidden.filter(|hidden| hidden.revokes));
            }
            Ok(Found::Other(row)) => self.rows.push(*row),
            Err(error) => self.failed = Some(error),
        }
    }

    /// Says what was found, in the order of names.
    pub fn report(
        mut self,
        records: &dyn Records,
        asked: &Asked,
        bank: Option<&AccountServer>,
        reached: &Reached,
        report: &mut Report,
    ) -> Result<(), TrustError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        mark_deleted(&mut self.rows, records)?;
        mark_elsewhere(&mut self.rows, records)?;
        without_read(&mut self.hidden, self.ours, bank);
        let mut places = BTreeMap::new();
        if self.hidden.iter().any(|one| one.revokes) {
            find_users(&mut self.hidden, records, self.now)?;
            places = reached.places();
        }
        report.is_partial = !self.hidden.is_empty();
        report.same = self.same;
        report.keepers = asked.keepers;
        self.rows
            .sort_by_key(|row| (row.ours.is_none(), row.name.clone(), row.key.clone()));
        for row in &self.rows {
            if row.is_of_others(self.servers) {
                report.of_others += 1;
                continue;
            }
            for finding in findings(row, self.servers) {
                report.add(Subject::account(&row.name, &row.key), finding);
            }
        }
        for key in &self.expired {
            let name = self.name(key);
            let message = "it has expired, here and there: nobody is let in";
            let edit = format!("nkeep edit account {} --expiry 90d", shell_word(name));
            let finding = Finding::new(Code::AccountExpired, message).hint(edit);
            report.add(Subject::account(name, key), finding);
        }
        self.uncompared(asked, report);
        for server in self.servers {
            let is_there = |one: &&Hidden| one.who.known.contains(&server.id);
            let hidden: Vec<&Hidden> = self.hidden.iter().filter(is_there).collect();
            let url = places.get(&server.id);
            not_known("it", &hidden, url, &Subject::Server(server.clone()), report);
        }
        let is_unknown = |one: &&Hidden| one.who.count > one.who.known.len();
        let hidden: Vec<&Hidden> = self.hidden.iter().filter(is_unknown).collect();
        not_known(
            "one that has a cache",
            &hidden,
            None,
            &Subject::Servers,
            report,
        );
        Ok(())
    }

    /// What nobody says anything of.
    fn uncompared(&self, asked: &Asked, report: &mut Report) {
        let named = |keys: &[String]| -> Vec<String> {
            keys.iter().map(|key| quoted(self.name(key))).collect()
        };
        let names = named(&self.unseen);
        if !names.is_empty() && asked.keepers == 0 {
            let message = format!(
                "none keeps accounts, and none uses these: {}; what they find when one is used, they do not know yet",
                some(&names)
            );
            report.add(Subject::Servers, Finding::new(Code::AccountUnseen, message));
        }
        if self.same == 0 && self.rows.is_empty() {
            let message = match &self.ours.only {
                Some(only) => format!("none has account {only}"),
                None => "none has any account".to_owned(),
            };
            let finding = Finding::new(Code::AccountNone, message).hint("nkeep list accounts");
            report.add(Subject::Servers, finding);
        }
    }

    fn name<'b>(&'b self, key: &'b str) -> &'b str {
        let ours = self.ours.accounts.get(key);
        ours.map_or(key, |(listed, _)| &listed.name)
    }
}

/// What somebody may have of accounts that nobody uses there, and does not say. Where one shuts out users, they may get in.
fn not_known(
    who: &str,
    hidden: &[&Hidden],
    url: Option<&String>,
    subject: &Subject,
    report: &mut Report,
) {
    let (revoking, others): (Vec<&Hidden>, Vec<&Hidden>) =
        hidden.iter().partition(|one| one.revokes);
    for (code, those, more) in [
        (Code::AccountNotKnown, revoking, ", which revoke users"),
        (Code::AccountHidden, others, ""),
    ] {
        let names: Vec<String> = those.iter().map(|one| quoted(&one.name)).collect();
        let Some(first) = those.first() else { continue };
        let message = format!(
            "{who} does not use these accounts{more}, and does not say what it has of them: {}",
            some(&names)
        );
        let finding = Finding::new(code, message);
        report.add(
            subject.clone(),
            match code {
                Code::AccountNotKnown => {
                    finding.hint(have_used(&first.name, first.user.as_deref(), url))
                }
                _ => finding,
            },
        );
    }
}

fn findings(row: &Row, servers: &[Server]) -> Vec<Finding> {
    let name = match row.name.as_str() {
        "" => row.key.as_str(),
        name => name,
    };
    let name = shell_word(name);
    let push = || {
        noted(
            format!("nkeep push -a {name}"),
            "gives servers what is here",
        )
    };
    let mut findings = Vec::new();
    for seen in row.seen.iter().filter(|seen| !seen.is_same()) {
        let code = code(seen);
        let changes = match seen.changes() {
            changes if changes.is_empty() => String::new(),
            changes => format!(" ({})", changes.join("; ")),
        };
        let message = seen.sentences(servers).join("; ") + &changes;
        let hint = match code {
            Code::AccountNewer => {
                noted(format!("nkeep pull -a {name}"), "takes what is newer there")
            }
            Code::AccountOlder if seen.is_from_elsewhere() => take_elsewhere(&name),
            Code::AccountNotInStore if row.deleted => {
                let prune = "nkeep push --prune --dry-run";
                noted(
                    prune,
                    "lists what servers would delete: it was deleted here",
                )
            }
            Code::AccountNotInStore => noted(
                format!("nkeep pull -a {}", row.key),
                "takes it into the store",
            ),
            Code::AccountLaterKey => take_operator(),
            Code::AccountForeign | Code::AccountFormerKey | Code::AccountUnreadable
                if row.ours.is_none() =>
            {
                let prune = "nkeep push --prune --dry-run";
                noted(prune, "lists what servers would delete")
            }
            // What is here was signed so, too: servers would not take it.
            Code::AccountFormerKey if seen.is_ours() => {
                format!("nkeep edit account {name} -K KEY")
            }
            _ => push(),
        };
        findings.push(Finding::new(code, message).hint(hint));
    }
    if let Some(absence) = row.absence(servers) {
        findings.push(Finding::new(Code::AccountMissing, absence).hint(push()));
    }
    findings
}

/// What matters most of what is other.
fn code(seen: &Seen) -> Code {
    const ORDER: [(&str, Code); 8] = [
        ("unreadable", Code::AccountUnreadable),
        ("foreign", Code::AccountForeign),
        ("former_key", Code::AccountFormerKey),
        ("later_key", Code::AccountLaterKey),
        ("twin", Code::AccountTwin),
        ("older", Code::AccountOlder),
        ("newer", Code::AccountNewer),
        ("not_in_store", Code::AccountNotInStore),
    ];
    let what = seen.what();
    let first = ORDER.iter().find(|(name, _)| what.contains(name));
    first.map_or(Code::AccountUnreadable, |(_, code)| *code)
}
