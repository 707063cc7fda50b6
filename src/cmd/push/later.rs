//! What somebody did elsewhere, and a push would undo: servers have what is later, was signed in the same second, never was in
//! the store, or revokes whom the store does not, and never did take back.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use super::refusal::Refusal;
use crate::clock::{UnixSeconds, absolute};
use crate::cmd::servers::row::read;
use crate::cmd::servers::take_elsewhere;
use crate::cmd::servers::take_operator;
use crate::net::NetError;
use crate::net::cluster::Server;
use crate::net::held::{Keys, Wanted, each, used};
use crate::net::link::Link;
use crate::nkey::PublicKey;
use crate::store::sqlite::SqliteStore;
use crate::store::{Listed, Store as _, StoreError};
use crate::text::{counted, noted, quoted, shell_word};
use crate::trust::TrustError;
use crate::trust::beside::{Age, Judge, Signer};
use crate::trust::outdone::Latest;
use crate::trust::readmission::revoke_user;
use crate::trust::revoke::{Revocations, forget_taken_back, lost};
use crate::trust::superseded::Mark;
use crate::ui::{ExitCode, Failure};

/// Looks at what servers have before they are given anything.
pub struct Looking<'a> {
    judge: &'a Judge,
    /// Keys of the other operator, while one is replaced by another.
    beside: BTreeSet<String>,
    accounts: BTreeMap<&'a str, &'a (Listed, String)>,
    now: UnixSeconds,
    found: Vec<Later>,
    /// What servers would not give up for ours.
    latest: Latest,
}

/// An account of which something else is there.
struct Later {
    name: String,
    key: PublicKey,
    age: Age,
    mark: Mark,
    /// When ours was signed.
    ours: UnixSeconds,
    /// Who is revoked there, and not here.
    let_in: Revocations,
    /// Whether a key signed it that the store does not know yet.
    by_later_key: bool,
    /// Whether a key of the other operator did, which nothing is pulled of.
    by_beside: bool,
}

impl<'a> Looking<'a> {
    /// For what is to be pushed; `beside` are keys whose word is the operator's, too.
    pub fn new(
        judge: &'a Judge,
        beside: BTreeSet<String>,
        asked: &'a Asked,
        now: UnixSeconds,
    ) -> Self {
        let accounts = asked.accounts.iter();
        Self {
            judge,
            beside,
            accounts: accounts.map(|one| (&*one.0.key, one)).collect(),
            now,
            found: Vec::new(),
            latest: Latest::new(),
        }
    }

    /// Asks NATS servers what they keep, and where not all keep accounts, by what they let users in. What one of them does not
    /// say it is not waited for: the push tells of it.
    pub fn ask(&mut self, link: &Link, servers: &[Server], keepers: usize) -> Result<(), Failure> {
        let in_use = match keepers < servers.len() {
            true => used(link, servers)?,
            false => Keys::new(),
        };
        let keys = self.accounts.keys();
        let wanted = keys.map(|key| Wanted {
            key: (*key).to_owned(),
            kept: keepers > 0,
            used: in_use.values().any(|keys| keys.contains(*key)),
        });
        let wanted: Vec<Wanted> = wanted.filter(|one| one.kept || one.used).collect();
        let mut failed = None;
        let asked = each(link, servers, keepers, &wanted, &mut |held| {
            let kept = held.kept.iter().map(|(token, _)| token);
            for token in kept.chain(held.used.values()) {
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
        let age = Age::of(&word.token, &ours);
        if age != Age::Older {
            let latest = self
                .latest
                .entry(listed.key.parse().map_err(StoreError::from)?);
            let latest = latest.or_default();
            *latest = word.token.claims().issued_at.max(*latest);
        }
        let there = &word.token.claims().body.revocations;
        let let_in = lost(there, &ours.claims().body.revocations);
        let by_beside = self.beside.contains(&word.token.issuer().to_string());
        let is_ours = by_beside || matches!(word.signer, Signer::Operator | Signer::Later);
        if is_ours && !word.is_ahead(self.now) {
            self.found.push(Later {
                name: listed.name.clone(),
                key: listed.key.parse().map_err(StoreError::from)?,
                age,
                mark: Mark::of(&word.token),
                ours: ours.claims().issued_at,
                let_in,
                by_later_key: word.signer == Signer::Later,
                by_beside,
            });
        }
        Ok(())
    }

    /// What is in the way, if anything is; and what is to be signed anew where it is to go there all the same.
    pub fn found(
        mut self,
        store: &mut SqliteStore,
    ) -> Result<(Option<Refusal>, Latest), TrustError> {
        self.found = store.read(|records| {
            let mut undone = Vec::new();
            for mut one in self.found {
                forget_taken_back(records, &one.key, &mut one.let_in)?;
                let is_undone = one.age != Age::Older || !one.let_in.is_empty();
                if is_undone || one.mark.is_from_elsewhere(records, &one.key, one.ours)? {
                    undone.push(one);
                }
            }
            Ok::<_, TrustError>(undone)
        })?;
        // Who would be let in comes first; several servers may have the same.
        self.found
            .sort_by_key(|later| (later.let_in.is_empty(), later.name.clone()));
        self.found.dedup_by(|one, other| one.name == other.name);
        let Some(first) = self.found.first() else {
            return Ok((None, self.latest));
        };
        let lets_in = match first.let_in.len() {
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
        let account = shell_word(&first.name);
        let (what, mut way) = match (first.age, self.found.len()) {
            (Age::Newer, 1) => (
                "a later token",
                noted(
                    format!("nkeep pull -a {account}"),
                    "takes what is later there, and what was changed here before is lost",
                ),
            ),
            (Age::Newer, _) => (
                "a later token",
                noted(
                    "nkeep pull -A",
                    "takes what is later there, and what was changed here before is lost",
                ),
            ),
            (Age::Older, _) => (
                "a token that was changed elsewhere",
                bring_together(&account, &first.let_in),
            ),
            _ => (
                "another token of the same second",
                bring_together(&account, &first.let_in),
            ),
        };
        if first.by_later_key {
            way = take_operator();
        } else if first.by_beside {
            way = bring_together(&account, &first.let_in);
        }
        let mut ways = vec![way];
        if first.age == Age::Older && !first.by_later_key && !first.by_beside {
            ways.push(take_elsewhere(&account));
        }
        let refusal = Refusal {
            code: ExitCode::Gate,
            reason: format!(
                "servers have {what} of account {}, signed {}{lets_in}{more}",
                quoted(&first.name),
                absolute(first.mark.issued_at)
            ),
            ways,
            forced: match self.found.iter().all(|one| one.age == Age::Older) {
                true => "puts what is here in its place, and undoes what was changed there",
                false => {
                    "signs what is here anew, puts it in its place, and undoes what was changed there"
                }
            },
        };
        Ok((Some(refusal), self.latest))
    }
}

/// What brings together what was changed here and there: who is revoked there is revoked here, too, and what is signed then is
/// later than both.
fn bring_together(account: &str, let_in: &Revocations) -> String {
    match let_in.first_key_value() {
        Some((whose, up_to)) => noted(
            format!("nkeep {} -a {account}", revoke_user(whose, Some(*up_to))),
            "keeps them out here, too",
        ),
        None => noted(
            format!("nkeep diff -a {account}"),
            "shows what was changed there",
        ),
    }
}
