//! What servers have that is later than what the store has: a push would put the older in its place, and undo what somebody
//! did elsewhere, such as a revocation.

use std::collections::BTreeMap;

use super::Asked;
use crate::clock::{UnixSeconds, absolute};
use crate::cmd::diff::row::read;
use crate::net::NetError;
use crate::net::cluster::Server;
use crate::net::held::{Wanted, each};
use crate::net::link::Link;
use crate::store::Listed;
use crate::text::{noted, quoted, shell_word};
use crate::trust::TrustError;
use crate::trust::beside::{Age, Judge, Signer};
use crate::trust::resign::counted;
use crate::trust::revoke::lost;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

/// Looks at what servers have before they are given anything.
pub struct Looking<'a> {
    judge: &'a Judge,
    accounts: BTreeMap<&'a str, &'a (Listed, String)>,
    now: UnixSeconds,
    found: Vec<Later>,
}

/// An account that is later there.
struct Later {
    name: String,
    issued_at: UnixSeconds,
    /// How many are revoked there, and not here.
    let_in: usize,
}

impl<'a> Looking<'a> {
    /// For what is to be pushed.
    pub fn new(judge: &'a Judge, asked: &'a Asked, now: UnixSeconds) -> Self {
        let accounts = asked.accounts.iter();
        Self {
            judge,
            accounts: accounts.map(|one| (&*one.0.key, one)).collect(),
            now,
            found: Vec::new(),
        }
    }

    /// Asks NATS servers that keep accounts. What one of them does not say it is not waited for: the push tells of it.
    pub fn ask(&mut self, link: &Link, servers: &[Server], keepers: usize) -> Result<(), Failure> {
        if keepers == 0 {
            return Ok(());
        }
        let keys = self.accounts.keys();
        let wanted: Vec<Wanted> = keys
            .map(|key| Wanted {
                key: (*key).to_owned(),
                kept: true,
                used: false,
            })
            .collect();
        let mut failed = None;
        let asked = each(link, servers, keepers, &wanted, &mut |held| {
            for (token, _) in &held.kept {
                if let Err(error) = self.look(&held.key, token) {
                    failed = Some(error);
                }
            }
        });
        match (asked, failed) {
            (Ok(_) | Err(NetError::Silent(_)), None) => Ok(()),
            (_, Some(error)) => Err(error.into()),
            (Err(error), None) => Err(error.into()),
        }
    }

    /// Looks at a token. One that a clock signed that is ahead is there to be written over (F10).
    pub fn look(&mut self, key: &str, token: &str) -> Result<(), TrustError> {
        let Some((listed, ours)) = self.accounts.get(key) else {
            return Ok(());
        };
        if token == ours {
            return Ok(());
        }
        let Ok(word) = self.judge.word(key, token) else {
            return Ok(());
        };
        let ours = read(ours)?;
        let is_later = Age::of(&word.token, &ours) == Age::Newer && !word.is_ahead(self.now);
        if word.signer == Signer::Operator && is_later {
            let there = &word.token.claims().body.revocations;
            let here = &ours.claims().body.revocations;
            self.found.push(Later {
                name: listed.name.clone(),
                issued_at: word.token.claims().issued_at,
                let_in: lost(there, here).len(),
            });
        }
        Ok(())
    }

    /// Refuses to go on where there is any.
    pub fn refuse(mut self) -> Result<(), Failure> {
        // Who would be let in comes first; several servers may have the same.
        self.found
            .sort_by_key(|later| (later.let_in == 0, later.name.clone()));
        self.found.dedup_by(|one, other| one.name == other.name);
        let Some(first) = self.found.first() else {
            return Ok(());
        };
        let lets_in = match first.let_in {
            0 => String::new(),
            some => format!(
                ", which revokes {} not revoked here",
                counted(some, "user") + if some == 1 { " who is" } else { " who are" }
            ),
        };
        let more = match self.found.len() {
            1 => String::new(),
            several => format!("; so it is with {} more", counted(several - 1, "account")),
        };
        let pull = match self.found.len() {
            1 => format!("nkeep pull -a {}", shell_word(&first.name)),
            _ => "nkeep pull -A".to_owned(),
        };
        let reason = anyhow::anyhow!(
            "nothing was pushed: servers have a later token of account {}, signed {}{lets_in}{more}",
            quoted(&first.name),
            absolute(first.issued_at)
        );
        Err(Failure::new(ExitCode::Gate, reason))
            .hint(noted(pull, "takes what is later there"))
            .hint(noted(
                called_with("--force"),
                "puts what is here in its place, and undoes what was changed there",
            ))
    }
}
