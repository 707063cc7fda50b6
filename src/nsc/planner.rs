//! What is taken of what was found: tokens whose chain holds, seeds with their owners, and what is wrong with the rest.

use std::collections::HashMap;

use super::found::{Found, FoundAccount, FoundOperator, Sheet};
use super::gone_from_nsc::Seen;
use super::owners::Owners;
use super::plan::{Judgement, Plan, PlannedEntity};
use super::users::TakenUser;
use super::{Code, Finding};
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Body, Operator};
use crate::jwt::decode::{Token, Unverified};
use crate::nkey::PublicKey;
use crate::store::Result;
use crate::store::record::{Entity, EntityKind, Name};
use crate::text::quoted;
use crate::trust;

/// Judges what was found.
pub fn plan(mut found: Found, judgement: &Judgement<'_>) -> Result<Plan> {
    let seen = Seen::of(&found);
    let mut planner = Planner {
        judgement,
        plan: Plan {
            findings: std::mem::take(&mut found.findings),
            data: found.data.clone(),
            flags: std::mem::take(&mut found.flags),
            signed_by: std::mem::take(&mut found.signed_by),
            of_nsc: !found.loose,
            ..Plan::default()
        },
        loose: found.loose,
        single: found.single,
        places: HashMap::new(),
        names: HashMap::new(),
        planned: HashMap::new(),
        owners: match judgement.records {
            // Where files lie about, keys may be of what is in the store.
            Some(records) if found.loose => Owners::of_store(records)?,
            _ => Owners::default(),
        },
        users: Vec::new(),
        gone: HashMap::new(),
        stored: HashMap::new(),
        accounts: HashMap::new(),
    };
    for operator in std::mem::take(&mut found.operators) {
        planner.operator(operator)?;
    }
    planner.match_imports()?;
    planner.vanished(&seen)?;
    planner.select(&found);
    planner.credentials(&mut found)?;
    planner.keys(found)?;
    planner.without_seeds()?;
    // A file at a time, in the order of their names.
    planner
        .plan
        .findings
        .sort_by(|one, other| one.file.cmp(&other.file));
    Ok(planner.plan)
}

/// A token that may be taken.
pub(super) struct Judged<B: Body> {
    pub sheet: Sheet<B>,
    pub key: PublicKey,
    pub name: Name,
    /// Nothing of a user that is revoked: it is taken, and trusted it is not.
    pub trusted: Option<Trusted<B>>,
    pub remarks: Vec<Finding>,
}

/// An account that is taken, or stands above something that is.
pub(super) struct KnownAccount {
    pub trusted: Trusted<Account>,
    pub operator: Trusted<Operator>,
    pub file: Option<String>,
}

pub(super) struct Planner<'a> {
    pub judgement: &'a Judgement<'a>,
    pub plan: Plan,
    pub loose: bool,
    pub single: bool,
    /// Which folder has become which entity.
    places: HashMap<(String, Option<String>), PublicKey>,
    pub names: HashMap<(Option<PublicKey>, String), PublicKey>,
    /// Which file each key is planned from.
    planned: HashMap<PublicKey, String>,
    pub owners: Owners,
    pub users: Vec<TakenUser>,
    /// Users who were deleted, and how that is said.
    pub gone: HashMap<PublicKey, String>,
    pub accounts: HashMap<PublicKey, KnownAccount>,
    /// Accounts of the store that were asked for, and are not taken.
    pub stored: HashMap<PublicKey, KnownAccount>,
}

impl Planner<'_> {
    fn operator(&mut self, operator: FoundOperator) -> Result<()> {
        let judged = self
            .with_newer(operator.sheets)
            .into_iter()
            .filter_map(|sheet| {
                self.judged(sheet, |token, key| {
                    let pinned = key
                        .typed()
                        .map_err(|_| Distrust::Subject(key.to_string()))?;
                    chain::operator(token, &pinned, AsOf::AnyTime)
                })
            })
            .collect();
        let best = self.best(judged);
        let taken = best.and_then(|judged| self.named(judged, EntityKind::Operator, None));
        let Some((key, trusted)) = taken.and_then(|judged| self.put_operator(judged)) else {
            for account in operator.accounts {
                self.without_parent(account, "its operator is not taken");
            }
            return Ok(());
        };
        self.places.insert((operator.folder.clone(), None), key);
        // Judged together, so that of two for one key it does not matter which folder comes first.
        let mut judged = Vec::new();
        for mut account in operator.accounts {
            let above = (&key, &*trusted.claims().name);
            let there = self.absent_account(above, &operator.folder, &account)?;
            account.sheets.extend(there);
            let sheets = self.with_newer(account.sheets);
            let left = self.changed_there(&sheets)?;
            let of_account = self.accounts_of(sheets, &trusted);
            judged.push((self.best(of_account), account.folder, account.users));
            self.say_changed_there(&left);
        }
        for (account, folder, users) in self.without_doubles(judged) {
            if let Some(account) = &account
                && self.account_was_deleted(account, &trusted, &users)?
            {
                continue;
            }
            let taken =
                account.and_then(|judged| self.named(judged, EntityKind::Account, Some(key)));
            match taken.and_then(|judged| self.put_account(judged, &trusted)) {
                Some(account) => {
                    let place = [operator.folder.clone(), folder];
                    self.places
                        .insert((place[0].clone(), Some(place[1].clone())), account.key);
                    self.users_of(users, &account, &trusted, &place)?;
                }
                None => {
                    for user in users {
                        self.parent_missing(user.file, "its account is not taken");
                    }
                }
            }
        }
        Ok(())
    }

    /// The tokens of an account that may be taken. One that signed itself, as under an operator whose keys are elsewhere, may
    /// not, and is told what has it signed.
    fn accounts_of(
        &mut self,
        sheets: Vec<Sheet<Account>>,
        operator: &Trusted<Operator>,
    ) -> Vec<Judged<Account>> {
        let is_signed = sheets.iter().any(|sheet| sheet.file.is_none());
        let mut found = Vec::new();
        for sheet in sheets {
            let file = sheet.file.clone();
            let claims = sheet.token.claims();
            let is_own = signed_itself(&sheet.token);
            match (file, is_own) {
                (Some(file), true) if is_signed => {
                    let message = format!("the store has a newer token for {}", claims.subject);
                    self.plan
                        .findings
                        .push(Finding::left(Code::TokenOlder, file, message));
                }
                (file, _) => {
                    let judged = self.judged(sheet, |token, _| {
                        chain::account(token, operator, AsOf::AnyTime)
                    });
                    if let (None, Some(file), true) = (&judged, file, is_own) {
                        self.say_who_signs(&file, &operator.claims().name);
                    }
                    found.extend(judged);
                }
            }
        }
        found
    }

    /// The same, and what the store has for their keys where that is newer: it stays, and they are left.
    fn with_newer<B: Body>(&self, mut sheets: Vec<Sheet<B>>) -> Vec<Sheet<B>>
    where
        Unverified<B>: TryFrom<Token>,
    {
        let Some(records) = self.judgement.records else {
            return sheets;
        };
        let newest = sheets
            .iter()
            .max_by_key(|sheet| sheet.token.claims().issued_at);
        let own = newest.filter(|_| sheets.iter().all(|sheet| sheet.file.is_some()));
        let own = own.and_then(|sheet| {
            let claims = sheet.token.claims();
            let entity = records.entity(&claims.subject.parse().ok()?).ok()??;
            let token = trust::claims::<B>(&entity).ok()?;
            (token.claims().issued_at > claims.issued_at).then(|| Sheet {
                file: None,
                stem: entity.name.to_string(),
                token,
            })
        });
        sheets.extend(own);
        sheets
    }

    /// Puts a token into the plan, unless the store has it already.
    pub(super) fn put<B: Body>(
        &mut self,
        judged: &mut Judged<B>,
        kind: EntityKind,
        parent: Option<PublicKey>,
    ) {
        let Some(file) = judged.sheet.file.clone() else {
            return;
        };
        self.plan.findings.append(&mut judged.remarks);
        let claims = judged.sheet.token.claims();
        self.plan.entities.push(PlannedEntity {
            file,
            entity: Entity {
                kind,
                key: judged.key,
                name: judged.name.clone(),
                parent,
                token: judged.sheet.token.token().to_owned(),
                issued_at: claims.issued_at,
                expires: claims.expires,
                created: 0,
                updated: 0,
            },
            signed_anew: false,
        });
    }

    fn put_operator(
        &mut self,
        mut judged: Judged<Operator>,
    ) -> Option<(PublicKey, Trusted<Operator>)> {
        let trusted = judged.trusted.take()?;
        if self.is_double(judged.key, judged.sheet.shown()) {
            return None;
        }
        self.put(&mut judged, EntityKind::Operator, None);
        self.owners.operator(&judged.key, trusted.claims());
        Some((judged.key, trusted))
    }

    fn put_account(
        &mut self,
        mut judged: Judged<Account>,
        operator: &Trusted<Operator>,
    ) -> Option<Judged<Account>> {
        let trusted = judged.trusted.clone()?;
        if self.is_double(judged.key, judged.sheet.shown()) {
            return None;
        }
        let parent = operator.claims().subject.parse().ok();
        self.put(&mut judged, EntityKind::Account, parent);
        self.owners.account(&judged.key, trusted.claims());
        let known = KnownAccount {
            trusted,
            operator: operator.clone(),
            file: judged.sheet.file.clone(),
        };
        self.accounts.insert(judged.key, known);
        Some(judged)
    }

    /// Whether a key is planned.
    pub(super) fn is_planned(&self, key: &PublicKey) -> bool {
        self.planned.contains_key(key)
    }

    /// Whether a key is planned already, under another operator or account; else it is planned now.
    pub(super) fn is_double(&mut self, key: PublicKey, file: &str) -> bool {
        let Some(other) = self.planned.get(&key) else {
            self.planned.insert(key, file.to_owned());
            return false;
        };
        let message = format!("{other} is for the same key {key}");
        let finding = Finding::skipped(Code::TokenDuplicate, file, message);
        self.plan.findings.push(finding);
        true
    }

    fn without_parent(&mut self, account: FoundAccount, why: &str) {
        let users = account.users.into_iter().map(|user| user.file);
        let files: Vec<_> = account
            .sheets
            .into_iter()
            .map(|sheet| sheet.file)
            .chain(users)
            .collect();
        for file in files {
            self.parent_missing(file, why);
        }
    }

    fn parent_missing(&mut self, file: Option<String>, why: &str) {
        if let Some(file) = file {
            self.plan
                .findings
                .push(Finding::skipped(Code::TokenParent, file, why));
        }
    }

    fn select(&mut self, found: &Found) {
        let Some(selected) = &found.selected else {
            return;
        };
        let place = |account: Option<&String>| (selected.operator.clone(), account.cloned());
        let operator = self.places.get(&place(None)).copied();
        let account = self.places.get(&place(Some(&selected.account))).copied();
        self.plan.selected = account.or(operator);
        let gone = match (operator, account) {
            (None, _) => format!("operator {}", quoted(&selected.operator)),
            (Some(_), None) if !selected.account.is_empty() => {
                format!("account {}", quoted(&selected.account))
            }
            _ => return,
        };
        let message = format!("the selected {gone} is not there, and is selected no more");
        let finding = Finding::left(Code::ConfigGone, &selected.file, message);
        self.plan.findings.push(finding);
    }
}

/// Whether an account's token is signed by the account: by its identity key, or one of its signing keys.
#[must_use]
pub fn signed_itself(token: &Unverified<Account>) -> bool {
    let (issuer, claims) = (token.issuer().to_string(), token.claims());
    issuer == claims.subject || claims.body.signing_keys.0.contains_key(&issuer)
}
