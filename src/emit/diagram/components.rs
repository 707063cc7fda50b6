//! Which accounts offer what, and who takes it.

use std::collections::{BTreeMap, HashSet};

use super::{Note, is_shown};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Claims, Export, Import, ShareType};
use crate::jwt::decode::{Token, Unverified};
use crate::jwt::subject::is_contained_in;
use crate::jwt::validate::{Code, Issue};
use crate::store::Records;
use crate::store::record::{Entity, EntityKind};
use crate::trust::{self, Result, validate};

/// What the accounts of an operator share.
#[derive(Clone, Debug)]
pub struct Components {
    pub(super) operator: String,
    pub(super) accounts: Vec<Component>,
}

/// An account that offers or takes something; or one that others take from, and the store does not know.
#[derive(Clone, Debug)]
pub(super) struct Component {
    pub key: String,
    /// Nothing where the store does not know it.
    pub name: Option<String>,
    pub note: Option<Note>,
    pub offers: Vec<Offer>,
    pub takes: Vec<Take>,
}

/// Something that is offered; or that others take, and is not.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// A name in the diagram that no other has, as nsc makes it.
    pub id: String,
    pub name: String,
    pub subject: String,
    pub share_type: ShareType,
    pub is_private: bool,
    pub is_offered: bool,
    pub note: Option<Note>,
    /// Who says what is wrong with it.
    pub findings: Vec<(String, Vec<String>)>,
}

impl Offer {
    /// Whether everybody may take it, in a word.
    pub const fn access(&self) -> &'static str {
        match self.is_private {
            true => "private",
            false => "public",
        }
    }

    /// What it is, in a word.
    pub const fn share_type(&self) -> &'static str {
        match self.share_type {
            ShareType::Unknown => "n/a",
            known => known.name(),
        }
    }
}

/// Something that is taken.
#[derive(Clone, Debug)]
pub(super) struct Take {
    /// From whom, and which of their offers.
    pub from: (usize, usize),
    /// What it is called by who takes it.
    pub local: String,
    /// What it is called by who offers it.
    pub remote: String,
    pub findings: Vec<String>,
}

impl Components {
    /// What the accounts of an operator share, with what is written about it where that is wanted.
    pub fn read(
        records: &dyn Records,
        operator: &Entity,
        now: UnixSeconds,
        detail: bool,
    ) -> Result<Self> {
        let accounts = accounts_of(records, operator, now)?;
        let mut found = Self {
            operator: operator.name.to_string(),
            accounts: Vec::new(),
        };
        let mut ids = Ids::default();
        for (claims, issues) in &accounts {
            let offers = claims.body.exports.iter().enumerate();
            let offers =
                offers.map(|(index, export)| offer(&mut ids, claims, index, export, issues));
            found.accounts.push(Component {
                key: claims.subject.clone(),
                name: Some(claims.name.clone()),
                note: Note::of(&claims.body.description, &claims.body.info_url),
                offers: offers.collect(),
                takes: Vec::new(),
            });
        }
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (index, account) in found.accounts.iter().enumerate() {
            known.insert(account.key.clone(), index);
        }
        for (at, (claims, issues)) in accounts.iter().enumerate() {
            for (index, import) in claims.body.imports.iter().enumerate() {
                let take = found.take(&mut ids, &mut known, import, &of(issues, "imports", index));
                let (account, offer) = take.from;
                if !take.findings.is_empty() {
                    let said = (claims.name.clone(), take.findings.clone());
                    found.accounts[account].offers[offer].findings.push(said);
                }
                found.accounts[at].takes.push(take);
            }
        }
        found.without_the_idle();
        if !detail {
            found.without_notes();
        }
        Ok(found)
    }

    /// What an import takes. An account that nobody knows, and what nobody offers, are put in.
    fn take(
        &mut self,
        ids: &mut Ids,
        known: &mut BTreeMap<String, usize>,
        import: &Import,
        issues: &[&Issue],
    ) -> Take {
        let (local, remote) = subjects(import);
        let account = *known.entry(import.account.clone()).or_insert_with(|| {
            self.accounts.push(Component {
                key: import.account.clone(),
                name: None,
                note: None,
                offers: Vec::new(),
                takes: Vec::new(),
            });
            self.accounts.len() - 1
        });
        let component = &mut self.accounts[account];
        let is_it = |offer: &Offer| {
            offer.share_type == import.share_type
                && if offer.is_offered {
                    is_contained_in(remote, &offer.subject)
                } else {
                    offer.subject == remote
                }
        };
        let offer = component.offers.iter().position(is_it).unwrap_or_else(|| {
            component.offers.push(Offer {
                id: ids.make(&import.account, remote),
                name: String::new(),
                subject: remote.to_owned(),
                share_type: import.share_type,
                is_private: !import.token.is_empty(),
                is_offered: false,
                note: None,
                findings: Vec::new(),
            });
            component.offers.len() - 1
        });
        let mut findings = messages(issues);
        let offered = &component.offers[offer];
        if offered.is_offered && !offered.is_private && !import.token.is_empty() {
            findings.push("Export is public but import has activation token".to_owned());
        }
        Take {
            from: (account, offer),
            local: local.to_owned(),
            remote: remote.to_owned(),
            findings,
        }
    }

    /// Accounts that share nothing are left out, as nsc does.
    fn without_the_idle(&mut self) {
        let shares = |account: &Component| !account.offers.is_empty() || !account.takes.is_empty();
        let mut places = Vec::with_capacity(self.accounts.len());
        let mut count = 0;
        for account in &self.accounts {
            places.push(count);
            count += usize::from(shares(account));
        }
        self.accounts.retain(shares);
        for take in self
            .accounts
            .iter_mut()
            .flat_map(|account| &mut account.takes)
        {
            take.from.0 = places[take.from.0];
        }
    }

    fn without_notes(&mut self) {
        for account in &mut self.accounts {
            account.note = None;
            for offer in &mut account.offers {
                offer.note = None;
            }
        }
    }
}

/// The accounts of an operator, each with what is wrong with it.
fn accounts_of(
    records: &dyn Records,
    operator: &Entity,
    now: UnixSeconds,
) -> Result<Vec<(Claims<Account>, Vec<Issue>)>> {
    let mut found = Vec::new();
    for checked in validate::store(records, now, validate::Tokens::Needed)? {
        let entity = &checked.entity;
        if entity.kind != EntityKind::Account || entity.parent != Some(operator.key) {
            continue;
        }
        let token: Unverified<Account> = match checked.token {
            Some(Token::Account(token)) => token,
            _ => trust::claims(entity)?,
        };
        found.push((token.into_claims(), checked.issues));
    }
    Ok(found)
}

fn offer(
    ids: &mut Ids,
    claims: &Claims<Account>,
    index: usize,
    export: &Export,
    issues: &[Issue],
) -> Offer {
    let name = if export.name.is_empty() {
        &export.subject
    } else {
        &export.name
    };
    let wrong = messages(&of(issues, "exports", index));
    let findings = if wrong.is_empty() {
        Vec::new()
    } else {
        vec![(claims.name.clone(), wrong)]
    };
    Offer {
        id: ids.make(&claims.subject, name),
        name: name.clone(),
        subject: export.subject.clone(),
        share_type: export.share_type,
        is_private: export.token_required,
        is_offered: true,
        note: Note::of(&export.description, &export.info_url),
        findings,
    }
}

/// What is wrong with one of a list; that a field is old is not, as nsc has it.
fn of<'a>(issues: &'a [Issue], list: &str, index: usize) -> Vec<&'a Issue> {
    let place = format!("{list}[{index}]");
    let is_there = |issue: &&Issue| {
        let at = issue.place.strip_prefix("nats.").unwrap_or(&issue.place);
        at.strip_prefix(&*place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let is_said = |issue: &&Issue| {
        (is_shown(issue) || issue.code == Code::ImportAccountUnknown)
            && issue.code != Code::ImportTo
    };
    issues.iter().filter(is_there).filter(is_said).collect()
}

fn messages(issues: &[&Issue]) -> Vec<String> {
    issues.iter().map(|issue| issue.message.clone()).collect()
}

/// What something is called by who takes it, and by who offers it.
fn subjects(import: &Import) -> (&str, &str) {
    let Import { subject, to, .. } = import;
    match (&*import.local_subject, &**to, import.share_type) {
        ("", "", _) => (subject, subject),
        // In the old form a service is named from the other side.
        ("", to, ShareType::Service) => (subject, to),
        ("", to, _) => (to, subject),
        (local, _, _) => (local, subject),
    }
}

/// Names in the diagram, as nsc makes them of account and export; what nsc would name twice gets a number.
#[derive(Default)]
struct Ids(HashSet<String>);

impl Ids {
    fn make(&mut self, account: &str, name: &str) -> String {
        let mut id = word(account);
        id.push('_');
        id.push_str(&word(name));
        let mut number = 1;
        let mut made = id.clone();
        while !self.0.insert(made.clone()) {
            number += 1;
            made = format!("{id}_{number}");
        }
        made
    }
}

fn word(text: &str) -> String {
    let mut word = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '*' => word.push_str("_A_"),
            '>' => word.push_str("_G_"),
            '$' => word.push_str("_D_"),
            '-' => word.push_str("_M_"),
            character if character.is_ascii_alphanumeric() => word.push(character),
            _ => word.push('_'),
        }
    }
    word
}
