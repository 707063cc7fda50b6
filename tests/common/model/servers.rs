//! Servers as real ones were measured to be (F1–F3): they take operators when they start, keep what they are given, and go by what
//! they trust. What real ones do is in `rotation_live.rs` and in the last test of `rotation_model.rs`.

use std::collections::{BTreeMap, BTreeSet};

use nkeep::rotation::observed::{Connection, Observed};
use nkeep::store::record::Entity;

use super::tokens::{Said, said};

/// A server.
#[derive(Default)]
pub struct Server {
    /// The tokens of operators that it was started with.
    pub running: Vec<String>,
    /// The accounts that it keeps, by their keys.
    pub kept: BTreeMap<String, String>,
    /// Those that it goes by.
    pub used: BTreeMap<String, String>,
    /// How often it was started.
    pub runs: usize,
}

impl Server {
    /// Whether one of its operators signed that account.
    pub fn trusts(&self, account: &str) -> bool {
        let issuer = &said(account).issuer;
        (self.running.iter()).any(|operator| said(operator).signers.contains(issuer))
    }

    pub fn given(&mut self, accounts: &[Entity]) {
        for account in accounts {
            let key = account.key.to_string();
            if self.trusts(&account.token) {
                self.used.insert(key.clone(), account.token.clone());
            }
            self.kept.insert(key, account.token.clone());
        }
    }

    /// Starts it, anew with other operators, or again as it was.
    pub fn start(&mut self, operators: Option<Vec<String>>) {
        if let Some(operators) = operators {
            self.running = operators;
        }
        let trusted = self.kept.iter().filter(|(_, token)| self.trusts(token));
        self.used = trusted
            .map(|(key, token)| (key.clone(), token.clone()))
            .collect();
        self.runs += 1;
    }

    /// Why it turns somebody away who comes with that token; nothing where it does not.
    pub fn turns_away(&self, user: &str, now: i64) -> Option<&'static str> {
        let user = said(user);
        if user.expires != 0 && user.expires <= now {
            return Some("the token has expired");
        }
        let Some(account) = self.used.get(&user.account) else {
            return Some("it does not go by the account");
        };
        refuses(&said(account), &user)
    }

    /// Which activation an account has there that the account which gave it does not stand for.
    pub fn doubts(&self, now: i64) -> Option<String> {
        let each = self.used.values().flat_map(|importer| {
            let importer = said(importer);
            (importer.imports.iter())
                .map(|import| (importer.subject.clone(), import.clone()))
                .collect::<Vec<_>>()
        });
        for (importer, (exporter, subject, token)) in each {
            let activation = said(&token);
            let expired = activation.expires != 0 && activation.expires <= now;
            let stands = (self.used.get(&exporter))
                .is_some_and(|exporter| said(exporter).signers.contains(&activation.issuer));
            if !expired && !stands {
                return Some(format!("{importer} imports {subject} by nobody's leave"));
            }
        }
        None
    }

    /// What it says to whoever asks, with those who are connected.
    pub fn observed(&self, name: &str, time: i64, connections: Vec<Connection>) -> Observed {
        let keys: BTreeSet<&String> = self.kept.keys().chain(self.used.keys()).collect();
        let tokens = |key: &String| -> Vec<String> {
            let both = [self.kept.get(key), self.used.get(key)];
            let each: BTreeSet<_> = both.into_iter().flatten().cloned().collect();
            each.into_iter().collect()
        };
        Observed {
            id: format!("{name}-{}", self.runs),
            name: name.to_owned(),
            time,
            collector: "live".to_owned(),
            operators: Some(self.running.clone()),
            keeps: Some(true),
            accounts: (keys.iter())
                .map(|key| ((*key).clone(), tokens(key)))
                .collect(),
            connected: keys.into_iter().cloned().collect(),
            connections,
            ..Observed::default()
        }
    }
}

/// Why an account does not take a user of its own.
pub fn refuses(account: &Said, user: &Said) -> Option<&'static str> {
    if !account.signers.contains(&user.issuer) {
        return Some("the account does not name the key that signed it");
    }
    let revoked = [&user.subject, "*"];
    let up_to = (revoked.iter()).filter_map(|who| account.revocations.get(*who));
    (up_to.max() >= Some(&user.issued_at)).then_some("the account has revoked it")
}
